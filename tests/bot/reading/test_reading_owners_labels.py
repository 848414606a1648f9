"""Owner phrases with labels, remarks, slips of the pen, and names as hurried hands write them."""

from __future__ import annotations

import pytest

from bot.reading.owners import explain_owners, read_owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Lead - Head of Markets Support - Payroll", ("Head of Markets", "Payroll")),
        ("Lead – Mary Holt Support – Paul Vane", ("Mary Holt", "Paul Vane")),
        ("Lead officer - Markets Manager Lead member - Cllr Vane", ("Markets Manager", "Cllr Vane")),
        ("Lead - Business Support - Payroll", ("Business Support - Payroll",)),
        ("Owner: MH Reviewer: PV", ("MH", "PV")),
        ("Accountable Director: CFO Responsible Manager: Markets Manager", ("CFO", "Markets Manager")),
        ("Responsible Manager – Markets Manager", ("Markets Manager",)),
        ("For action: Clerk", ("Clerk",)),
        ("Delivery lead: Markets; policy lead: Parks Team", ("Markets", "Parks Team")),
        ("Project lead: Mary Holt; HR Lead: Paul Vane", ("Mary Holt", "HR Lead: Paul Vane")),
        ("Lead Agency: Police. Partner Agencies: Probation, NHS", ("Police", "Probation", "NHS")),
        ("Lead: Markets Support: Comms", ("Markets", "Comms")),
        ("Head of Markets – lead; Parks Manager – support", ("Head of Markets", "Parks Manager")),
        ("Lead: Head of Markets. Supporting: Payroll, ICT", ("Head of Markets", "Payroll", "ICT")),
        ("Owner - MH, Delegate - PV", ("MH", "PV")),
        ("Lead by Head of Markets", ("Head of Markets",)),
        ("Head of Markets (lead), Mary Holt", ("Head of Markets", "Mary Holt")),
        ("Head of Markets (Officer Lead), Mary Holt", ("Head of Markets", "Mary Holt")),
        ("Cllr Holt (Sponsor), Head of Markets (Lead)", ("Cllr Holt", "Head of Markets")),
        ("Head of Markets (interim), Mary Holt", ("Head of Markets, Mary Holt",)),
        ("Clerk, delegated to Head of Markets", ("Clerk", "Head of Markets")),
        ("Mary Holt (lead), Head of Markets", ("Mary Holt", "Head of Markets")),
        ("Clerk (lead), Markets and Parks Committee", ("Clerk", "Markets and Parks Committee")),
        ("Director of Markets (A), Tamber Police (C)", ("Director of Markets", "Tamber Police")),
    ],
)
def test_a_label_begins_a_party_wherever_it_stands(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Programme Manager: Mary Holt", ("Programme Manager: Mary Holt",)),
        ("Clerk; Project Manager: Mary Holt", ("Clerk", "Project Manager: Mary Holt")),
        ("Project Manager: Head of Markets", ("Head of Markets",)),
        ("Sponsor: Clerk; Project Manager: Mary Holt", ("Clerk", "Mary Holt")),
    ],
)
def test_a_post_that_is_a_label_too_stays_with_the_one_person_named_behind_it(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Mary Holt & Paul Vane (job share)", ("Mary Holt", "Paul Vane")),
        ("Head of Markets cc Clerk", ("Head of Markets",)),
        ("Mary Holt (cc Paul Vane)", ("Mary Holt",)),
        ("Mary Holt; cc: PV", ("Mary Holt",)),
        ("Markets Officer, subject to recruitment", ("Markets Officer",)),
        ("Markets Officer (when appointed)", ("Markets Officer",)),
        ("Markets Officer - once in post", ("Markets Officer",)),
        ("Markets Officer/s", ("Markets Officer/s",)),
        ("Head(s) of Service", ("Head(s) of Service",)),
        ("Mary Holt in absence of Paul Vane", ("Mary Holt",)),
        ("Mary Holt²", ("Mary Holt",)),
        ("MH?", ("MH",)),
        ("N/A – complete", ()),
        ("See action 7", ()),
        ("Clerk / NA", ("Clerk",)),
        ("MH/NA/PV", ("MH", "NA", "PV")),
        ("Mary Holt;#Paul Vane", ("Mary Holt", "Paul Vane")),
        ("Head of Markets (post deleted)", ("Head of Markets",)),
        ("To be agreed at the next SLT", ()),
        ("Markets Manager (interim – Ada Fenn)", ("Markets Manager (interim – Ada Fenn)",)),
        ("Markets Lead (acting – A. Fenn), Clerk", ("Markets Lead (acting – A. Fenn)", "Clerk")),
        ("Markets Manager (interim – six months)", ("Markets Manager",)),
    ],
)
def test_what_is_said_beside_a_name_is_no_part_of_it(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize("text", ["MH?", "Mary Holt → Paul Vane", "Mary Holt -> Paul Vane"])
def test_what_a_mark_leaves_open_is_asked_about(text: str) -> None:
    assert explain_owners(text).doubtful


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Hd of Markets, Hd of Parks", ("Hd of Markets", "Hd of Parks")),
        ("Head of Markts, Parks Manger", ("Head of Markts", "Parks Manger")),
        ("Clerk / Monitoring Offcier", ("Clerk", "Monitoring Offcier")),
        ("Head of Markets, T/GM Training", ("Head of Markets", "T/GM Training")),
        ("ANN HOLT / TIM VANE", ("ANN HOLT", "TIM VANE")),
        ("mary holt and paul vane", ("mary holt", "paul vane")),
        ("Leader - Cllr Holt; CEX - P Vane", ("Leader - Cllr Holt", "CEX - P Vane")),
        ("Mary Holt, AD; Paul Vane, HoS", ("Mary Holt, AD", "Paul Vane, HoS")),
        ("Holt/Vane (Legal)", ("Holt", "Vane (Legal)")),
        ("Omar bin Holt, Leila al-Vane", ("Omar bin Holt", "Leila al-Vane")),
        ("HOLT, Mary (Markets)", ("HOLT, Mary (Markets)",)),
        ("Ó Holt, Aoife", ("Ó Holt, Aoife",)),
        ("Arweinydd y Cyngor / Prif Weithredwr", ("Arweinydd y Cyngor", "Prif Weithredwr")),
        ("Albert Holt, Lucinda Vane", ("Albert Holt", "Lucinda Vane")),
        ("Head of Markets, Lucinda Vane", ("Head of Markets, Lucinda Vane",)),
        ("Head of Markets, Parks & Play, Mary Holt", ("Head of Markets, Parks & Play, Mary Holt",)),
    ],
)
def test_names_are_known_however_they_are_written(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Chair of the Markets, Parks and Play Committee", ("Chair of the Markets, Parks and Play Committee",)),
        (
            "Member of the Markets, Parks and Play Panel / Clerk",
            ("Member of the Markets, Parks and Play Panel", "Clerk"),
        ),
        (
            "Chair and Vice Chair of the Markets and Parks Committee",
            ("Chair of the Markets and Parks Committee", "Vice Chair of the Markets and Parks Committee"),
        ),
        ("Head and Deputy Head of Markets", ("Head of Markets", "Deputy Head of Markets")),
        ("General Manager, Markets and Parks", ("General Manager, Markets and Parks",)),
        ("Strategic Commissioner - Youth, LD and Autism", ("Strategic Commissioner - Youth, LD and Autism",)),
        ("Service Manager - Parks, Mary Holt and Markets", ("Service Manager - Parks", "Mary Holt", "Markets")),
        (
            "Head of Parks and Licensing (Mary Holt) & Head of Markets (Paul Vane)",
            ("Head of Parks and Licensing (Mary Holt)", "Head of Markets (Paul Vane)"),
        ),
        ("Head of Parks (MH) and Markets (PV)", ("Head of Parks (MH)", "Markets (PV)")),
        ("Mary Holt and Paul Vane - Payroll", ("Mary Holt", "Paul Vane - Payroll")),
        ("Heads of Parks and of Licensing", ("Head of Parks", "Head of Licensing")),
        ("Ward Members / Highways", ("Ward Members", "Highways")),
        ("Convener and Depute Convener", ("Convener", "Depute Convener")),
        ("Youth Services/Sports Forum", ("Youth Services", "Sports Forum")),
    ],
)
def test_posts_are_told_with_all_that_they_are_about_and_no_more(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Tree Officer (vacant - Mary Holt covering)", ("Tree Officer", "Mary Holt")),
        ("Tree Officer (post vacant, P Vane acting up)", ("Tree Officer", "P Vane")),
        ("Tree Officer (Vacant; Head of Parks is deputising)", ("Tree Officer", "Head of Parks")),
        ("Tree Officer (vacant - Mary Holt covering), Clerk", ("Tree Officer", "Mary Holt", "Clerk")),
        ("Tree Officer (vacant - recruitment under way)", ("Tree Officer",)),
        ("Tree Officer (vacant - interim cover)", ("Tree Officer",)),
    ],
)
def test_who_covers_a_vacant_post_in_brackets_has_it_too(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Head of Ponds (acting): Mary Holt", ("Head of Ponds (acting): Mary Holt",)),
        ("Clerk (interim) – P. Vane", ("Clerk (interim) – P. Vane",)),
        ("Head of Ponds and Play (interim): Mary Holt", ("Head of Ponds and Play (interim): Mary Holt",)),
        ("Clerk (job share) - P Vane; Legal", ("Clerk (job share) - P Vane", "Legal")),
        ("Lead officer (interim): Mary Holt", ("Mary Holt",)),
        ("SRO (acting): Mary Holt", ("Mary Holt",)),
        ("Head of Ponds (acting): TBC", ("Head of Ponds",)),
        ("Head of Ponds (acting) - Parks Team", ("Head of Ponds", "Parks Team")),
        ("Head of Ponds (acting) and Mary Holt", ("Head of Ponds", "Mary Holt")),
    ],
)
def test_a_remark_between_a_post_and_its_holder_stays_as_written(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
