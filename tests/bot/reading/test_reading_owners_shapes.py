"""Owner phrases by their shape: what parts parties, what holds one together, and who it is now."""

from __future__ import annotations

import pytest

from bot.reading.owners import explain_owners, read_owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Mary Holt,Paul Vane,Payroll", ("Mary Holt", "Paul Vane", "Payroll")),
        ("MH (Parks), PV (Payroll)", ("MH (Parks)", "PV (Payroll)")),
        ("M.Holt/Ó Vane", ("M.Holt", "Ó Vane")),
        ("CFO – Mary Holt, COO – Paul Vane", ("CFO – Mary Holt", "COO – Paul Vane")),
        ("Head of Parks (Tom Holt) and Clerk", ("Head of Parks (Tom Holt)", "Clerk")),
        ("Mary Holt (to May), Paul Vane (from June)", ("Mary Holt", "Paul Vane")),
        ("Lead/Support: Mary Holt/Paul Vane", ("Mary Holt", "Paul Vane")),
        ("Project sponsor: CEO, Project manager: Mary Holt", ("CEO", "Mary Holt")),
        ("Main contact: Mary Holt", ("Mary Holt",)),
        ("Tree Warden: Mary Holt; Tree Officer: Paul Vane", ("Tree Warden: Mary Holt", "Tree Officer: Paul Vane")),
        ("Cllrs Holt/Da Vane", ("Cllr Holt", "Cllr Da Vane")),
        ("Mary Holt until 30/9 then Paul Vane", ("Mary Holt", "Paul Vane")),
        ("Mary Holt to lead with HR", ("Mary Holt", "HR")),
        ("Group Commander Fleet/Station Commander Stores", ("Group Commander Fleet", "Station Commander Stores")),
        (
            "Divisional Manager, Stores & Divisional Lead, Fleet",
            ("Divisional Manager, Stores", "Divisional Lead, Fleet"),
        ),
        ("Payroll (MH), Parks (PV)", ("Payroll (MH)", "Parks (PV)")),
        ("Clerk, Vane & Sons Ltd", ("Clerk", "Vane & Sons Ltd")),
        ("Officer lead: Mary Holt; supporting – Payroll", ("Mary Holt", "Payroll")),
        ("Head of Parks – vacant; CIO covering", ("Head of Parks", "CIO")),
        ("M. al-Vane and T. ap Holt", ("M. al-Vane", "T. ap Holt")),
        ("Vacant (Mary Holt covering)", ("Mary Holt",)),
        ("Office of the Coroner / Police", ("Office of the Coroner", "Police")),
        ("MH, PV (Parks) and Payroll", ("MH", "PV (Parks)", "Payroll")),
        ("O'Hara/McVane", ("O'Hara", "McVane")),
        ("M. van den Holt and P. de Vane", ("M. van den Holt", "P. de Vane")),
        ("Strategic Director (Homes)/S.151", ("Strategic Director (Homes)", "S.151")),
        ("Holt & Vane LLP / Payroll", ("Holt & Vane LLP", "Payroll")),
        ("Mary Holt, Head of Parks and Paul Vane, CFO", ("Mary Holt, Head of Parks", "Paul Vane, CFO")),
        ("Lead: Mary Holt. Support: Payroll, ICT", ("Mary Holt", "Payroll", "ICT")),
        ("Accountable: SLT. Responsible: Clerk.", ("SLT", "Clerk")),
        ("Lead: Head of Payroll Deputy: Clerk", ("Head of Payroll", "Clerk")),
        ("Lead – Head of Markets. Support – Payroll", ("Head of Markets", "Payroll")),
        ("Fostering & Principal Social Worker", ("Fostering", "Principal Social Worker")),
        ("Fostering and Deputy Markets Manager", ("Fostering", "Deputy Markets Manager")),
        ("ACFO Policy & AM Training", ("ACFO Policy", "AM Training")),
        (
            "Area Manager Training and Learning & Development Manager",
            ("Area Manager Training", "Learning & Development Manager"),
        ),
        ("Area Manager Training and Fleet & Stores Manager", ("Area Manager Training", "Fleet & Stores Manager")),
    ],
)
def test_parties_are_told_apart_by_their_shape(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Area Manager Training and Fleet",
        "Office of the Vale Police, Fire and Crime Commissioner",
        "Divisional Director - Podiatry & Audiology",
        "Paul Vane, CFO",
        "Vane, Xanthippe",
        "Vane,Xanthippe",
        "T/Ch Supt Vane",
        "T/ACC Vane",
        "Det Insp Vane",
        "Lead Commissioner, Markets",
        "Head of Parks - Chief Ranger",
    ],
)
def test_what_belongs_together_stays_one_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


def test_two_who_are_named_by_their_ranks_are_parted_at_the_comma() -> None:
    assert read_owners("T/ACC Vane, Ch Supt Holt").owners == ("T/ACC Vane", "Ch Supt Holt")
    assert read_owners("DCI Holt, T/DCC Vane").owners == ("DCI Holt", "T/DCC Vane")


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        ("Mary\nHolt\nPaul\nVane", ("Mary Holt", "Paul Vane")),
        ("Group\nManager\nTraining", ("Group Manager Training",)),
        ("Mary Holt-\nVane", ("Mary Holt-Vane",)),
        ("Chief\nExecutive\nMarkets\nManager", ("Chief Executive", "Markets Manager")),
        ("Cemetery Grounds\nTeam", ("Cemetery Grounds Team",)),
        ("Head of Internal\nAudit", ("Head of Internal Audit",)),
        ("Assistant Director\nPayroll", ("Assistant Director Payroll",)),
        ("Payroll\nManager", ("Payroll Manager",)),
        ("HR\nBusiness Partner", ("HR Business Partner",)),
        ("Principal\nMarkets\nOfficer", ("Principal Markets Officer",)),
        ("Team\nLeader", ("Team Leader",)),
        ("TBC\nManager", ("Manager",)),
        ("May 2027\nManager", ("Manager",)),
    ],
)
def test_a_name_broken_by_the_end_of_a_line_is_whole_again(lines: str, owners: tuple[str, ...]) -> None:
    assert read_owners(lines).owners == owners


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        ("Payroll\nHR\nICT", ("Payroll", "HR", "ICT")),
        ("Estates\nLicensing\nICT", ("Estates", "Licensing", "ICT")),
        ("Mary Vane\nPayroll", ("Mary Vane", "Payroll")),
        ("Payroll\nMary Vane", ("Payroll", "Mary Vane")),
        ("Markets Manager\nLegal\nICT", ("Markets Manager", "Legal", "ICT")),
        ("Mary Holt – Payroll\nPaul Vane – ICT", ("Mary Holt – Payroll", "Paul Vane – ICT")),
        ("Police\nAmbulance Service", ("Police", "Ambulance Service")),
        ("Tenant Services\nComms", ("Tenant Services", "Comms")),
        ("Payroll\nHead of Markets", ("Payroll", "Head of Markets")),
    ],
)
def test_departments_on_lines_of_their_own_are_parties_of_their_own(lines: str, owners: tuple[str, ...]) -> None:
    assert read_owners(lines).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Previously M Holt, now P Vane",
        "Previously with M Holt, now sits with P Vane",
        "Was M Holt; currently P Vane",
        "M Holt, now P Vane",
        "P Vane (formerly M Holt)",
        "P Vane (was M Holt)",
        "P Vane, taking over from M Holt",
        "P Vane on behalf of M Holt",
        "P Vane (interim)",
    ],
)
def test_it_is_the_one_who_has_it_now(text: str) -> None:
    assert read_owners(text).owners == ("P Vane",)


@pytest.mark.parametrize(
    "text", ["M Holt until May, then P Vane", "Initially M Holt, then P Vane", "M Holt then P Vane"]
)
def test_people_one_after_the_other_are_for_a_person_to_tell(text: str) -> None:
    explained = explain_owners(text)
    assert explained.reading.owners == ("M Holt", "P Vane")
    assert explained.doubtful


@pytest.mark.parametrize(
    "text",
    [
        "TBC – HR to advise",
        "TBC once the new team is in place",
        "I’w benodi",
        "tbd (Cabinet to decide)",
        "Unassigned - SLT to nominate lead",
        "Chief Executive to appoint",
        "No owner agreed yet",
        "Owner to be nominated by SLT",
        "Vacancy - recruit a ranger",
    ],
)
def test_whoever_is_still_to_name_an_owner_is_not_the_owner(text: str) -> None:
    assert read_owners(text).owners == ()


def test_a_post_behind_the_dash_of_another_is_asked_about() -> None:
    assert explain_owners("Head of Parks - Chief Ranger").doubtful
    assert not explain_owners("Head of Parks - Mary Vane").doubtful


def test_two_posts_with_several_seams_are_parted_at_the_last_and_a_person_is_asked() -> None:
    explained = explain_owners("Area Manager Training and Response and Fleet Manager")
    assert explained.reading.owners == ("Area Manager Training and Response", "Fleet Manager")
    assert explained.doubtful


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Communities, Leisure Manager & Parks Manager", ("Communities", "Leisure Manager", "Parks Manager")),
        ("Finance / Assistant Director", ("Finance", "Assistant Director")),
        ("HR, Deputy Clerk", ("HR", "Deputy Clerk")),
        ("Elections, Unite", ("Elections", "Unite")),
        ("M Holt and Support: P Vane", ("M Holt", "P Vane")),
        ("Lead: M Holt and Support: P Vane", ("M Holt", "P Vane")),
        ("Head of Markets / Support: P Vane", ("Head of Markets", "P Vane")),
        ("Clerk, DL", ("Clerk", "DL")),
        ("Lead – M Holt; Deputy – P Vane", ("M Holt", "P Vane")),
        ("Strategic lead – Clerk; operational lead – Head of Parks", ("Clerk", "Head of Parks")),
        ("Portfolio Holder: Cllr Jo Vane Lead Officer: M Holt", ("Cllr Jo Vane", "M Holt")),
        ("Overseen by Markets Board; delivered by Parks Team", ("Markets Board", "Parks Team")),
        ("Markets Manager Supported by: Parks Team", ("Markets Manager", "Parks Team")),
        ("M Holt working with P Vane", ("M Holt", "P Vane")),
        ("Clerk alongside Parks Team", ("Clerk", "Parks Team")),
        ("Clerk, in collaboration with Parks Team", ("Clerk", "Parks Team")),
        ("Parks Manager (with Shared Markets Partner)", ("Parks Manager", "Shared Markets Partner")),
        ("Payroll, HR, Legal & Internal Audit", ("Payroll", "HR", "Legal", "Internal Audit")),
        ("Assistant Director Early Years Help & Housing", ("Assistant Director Early Years Help & Housing",)),
        ("MH (deputy: PV)", ("MH", "PV")),
        ("Markets Working Party (Chair: Cllr Vane)", ("Markets Working Party", "Cllr Vane")),
        ("Markets Manager w/ Police", ("Markets Manager", "Police")),
        ("Director of Homes / Assets & Waste Manager", ("Director of Homes", "Assets & Waste Manager")),
        ("Woodland Works Wales and Highways", ("Woodland Works Wales", "Highways")),
        ("HR/Markets, Senior Manager", ("HR/Markets", "Senior Manager")),
        ("Head of Markets & Allotments / Legal Services", ("Head of Markets & Allotments", "Legal Services")),
        ("Head of Parks and Waste / Payroll", ("Head of Parks and Waste", "Payroll")),
        ("Head of Tenant Services / Legal Services", ("Head of Tenant Services", "Legal Services")),
        ("Wastely / Contracts Manager", ("Wastely", "Contracts Manager")),
        ("Markets Board – chaired by Clerk", ("Markets Board", "Clerk")),
        ("Markets Team (support from PV)", ("Markets Team", "PV")),
        ("Markets Team (with support from Legal Services)", ("Markets Team", "Legal Services")),
        ("Markets Team (with help)", ("Markets Team",)),
        ("PV, MO & CO'N", ("PV", "MO", "CO'N")),
        ("Cabinet Member - Parks | Head of Streets", ("Cabinet Member - Parks", "Head of Streets")),
        ("Head of Culture and Tamber BID", ("Head of Culture", "Tamber BID")),
        ("Chief Executive of Tamber and Lindow councils", ("Chief Executive of Tamber and Lindow councils",)),
        (
            "Clerk, Scottish Enterprise and Skills Development Scotland",
            ("Clerk", "Scottish Enterprise", "Skills Development Scotland"),
        ),
        ("Political lead: Cllr Vane. Officer lead: Clerk", ("Cllr Vane", "Clerk")),
        ("Owner – Clerk; contributors – Parks Team", ("Clerk", "Parks Team")),
        ("Whips / Group Leaders", ("Whips", "Group Leaders")),
        ("Mair Puw a Rhodri Vane", ("Mair Puw", "Rhodri Vane")),
        ("Gwasanaethau Hamdden a Diwylliant", ("Gwasanaethau Hamdden a Diwylliant",)),
        ("Heads of Markets & Parks / SLT", ("Head of Markets", "Head of Parks", "SLT")),
        ("Asst Director – Markets & FM / Parks Manager", ("Asst Director – Markets & FM", "Parks Manager")),
        ("Nurseries, ICB and Parks Team", ("Nurseries", "ICB", "Parks Team")),
        ("Markets Board (SRO: Director of Homes)", ("Markets Board", "Director of Homes")),
        ("Cemetery / Allotments Officer", ("Cemetery / Allotments Officer",)),
        ("Revs & Bens", ("Revs & Bens",)),
        ("Clerc y Dref / Maer", ("Clerc y Dref", "Maer")),
        ("Pwyllgor Tai a Chyngor y Dref", ("Pwyllgor Tai", "Chyngor y Dref")),
        ("Markets and Manager for Allotments", ("Markets", "Manager for Allotments")),
    ],
)
def test_parties_beside_departments_labels_and_initials_are_told_apart(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "T/AM Response",
        "Area Board Lead: Mary Vane",
        "Head of Markets and Delivery: Mary Vane",
        "Markets, Assistant Director",
    ],
)
def test_a_post_with_a_label_or_a_rank_in_its_name_is_one_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    "text", ["Economic Development, Events and Play", "Parks & Play, Street Scene and Fleet Manager"]
)
def test_services_that_may_be_several_owners_or_one_are_asked_about(text: str) -> None:
    """With two names of their own among three, "Environmental Health, Licensing and Legal" is no longer one of them."""
    explained = explain_owners(text)
    assert explained.reading.owners == (text,)
    assert explained.doubtful


@pytest.mark.parametrize("text", ["T/Chief Supt Vane", "A/Head of Markets", "D/Insp Vane", "T/Group Manager Holt"])
def test_a_rank_that_somebody_acts_in_is_no_party_of_one_letter(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Head of Markets (vacant) - covered by M Holt",
        "Head of Markets (vacant, covered by M Holt)",
        "Head of Markets, currently covered by M Holt",
        "Head of Markets (vacant)\nCovered by M Holt",
    ],
)
def test_whoever_covers_a_post_is_named_beside_it(text: str) -> None:
    assert read_owners(text).owners == ("Head of Markets", "M Holt")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Mary HoltPaul Vane", ("Mary Holt", "Paul Vane")),
        ("Mary HoltPaul VaneAnn Frost", ("Mary Holt", "Paul Vane", "Ann Frost")),
        ("Cllr HoltCllr Vane", ("Cllr Holt", "Cllr Vane")),
        ("Head of FinanceHead of Housing", ("Head of Finance", "Head of Housing")),
        ("Markets ManagerFinance Director", ("Markets Manager", "Finance Director")),
    ],
)
def test_two_parties_that_meet_within_a_word_are_parted(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Mary McVane",
        "Paul DeHolt",
        "Ann MacFrost Holt",
        "Paul DeVane Frost",
        "MaryAnn Holt",
        "GreenSpace Manager",
        "Director of HealthLink",
    ],
)
def test_a_capital_within_one_name_parts_nothing(text: str) -> None:
    explained = explain_owners(text)
    assert (explained.reading.owners, explained.doubtful) == ((text,), False)


def test_a_name_that_meets_a_post_within_a_word_is_asked_about() -> None:
    explained = explain_owners("Mary HoltMarkets Manager")
    assert (explained.reading.owners, explained.doubtful) == (("Mary HoltMarkets Manager",), True)


def test_one_or_the_other_is_for_a_person_to_tell() -> None:
    explained = explain_owners("Mary Holt or Paul Vane")
    assert (explained.reading.owners, explained.doubtful) == (("Mary Holt", "Paul Vane"), True)
    assert read_owners("Clerk and/or Chair").owners == ("Clerk", "Chair")
    assert read_owners("Head of Markets or Parks").owners == ("Head of Markets or Parks",)
    assert read_owners("Clerk or nominee").owners == ("Clerk or nominee",)
