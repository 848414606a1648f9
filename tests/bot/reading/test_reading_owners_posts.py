"""Owner phrases with a comma behind a post: who holds it, what it is about, or another party."""

from __future__ import annotations

import pytest

from bot.reading import read_owners
from bot.reading.owners import explain_owners


@pytest.mark.parametrize(
    "text",
    [
        "Detective Superintendent, Public Protection",
        "Detective Chief Inspector, Vulnerability",
        "Inspector, Roads Policing",
        "Head of Service, Housing",
        "Watch Manager, Green Watch & Training",
        "Chief Officer, Health and Social Care Partnership",
        "Chief Officer – TVP",
        "Head of QX/TVP",
        "Cabinet Member – Waste",
        "Chief Inspector, Operations and Contact",
        "Group Manager, Prevention",
        "Watch Manager, Training",
        "Ward Manager, Paediatrics",
        "Team Leader, Highways Maintenance",
        "Programme Manager, Digital",
        "Director, Corporate Services",
        "Deputy Chief Executive, Resources",
        "Senior Lecturer, School of Law",
        "Senior Officer, Department of Health",
        "Engineer, Flood Risk Team",
    ],
)
def test_what_a_rank_is_about_stands_behind_its_comma(text: str) -> None:
    explained = explain_owners(text)
    assert explained.reading.owners == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Head of Legal, Mary Holt",
        "Chief Executive, Mary Holt",
        "Director of Finance, J Vane",
        "Monitoring Officer, M. A. Holt",
        "Medical Director, Dr Vane",
        "Detective Sergeant, Paul Vane",
    ],
)
def test_the_holder_of_a_post_behind_its_comma_is_the_same_party(text: str) -> None:
    explained = explain_owners(text)
    assert (explained.reading.owners, explained.doubtful) == ((text,), False)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Town Clerk, Mary Holt, Deputy Clerk, Paul Vane", ("Town Clerk, Mary Holt", "Deputy Clerk, Paul Vane")),
        ("Head of Legal, Mary Holt; Head of HR, Paul Vane", ("Head of Legal, Mary Holt", "Head of HR, Paul Vane")),
        ("Group Manager, Prevention / Watch Manager, Fleet", ("Group Manager, Prevention", "Watch Manager, Fleet")),
        ("Head of Legal, Mary Holt, Paul Vane", ("Head of Legal", "Mary Holt", "Paul Vane")),
        ("Heads of Service, Mary Holt", ("Heads of Service", "Mary Holt")),
        ("Head of Markets, Cllr Holt", ("Head of Markets", "Cllr Holt")),
        ("Chief Executive, Director of Finance", ("Chief Executive", "Director of Finance")),
        ("Superintendent, Head of Custody", ("Superintendent", "Head of Custody")),
        ("Director, Chief Executive", ("Director", "Chief Executive")),
        ("Dean of Students, Registrar", ("Dean of Students", "Registrar")),
        ("Senior Lecturer in Law, Programme Director", ("Senior Lecturer in Law", "Programme Director")),
        ("Team Leader, Project Team", ("Team Leader", "Project Team")),
        ("Manager, Parish Council", ("Manager", "Parish Council")),
    ],
)
def test_another_party_behind_the_comma_of_a_post_is_its_own(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Head of Legal, Priyamvada Nair", ("Head of Legal", "Priyamvada Nair")),
        ("Head of IT, Tamberware", ("Head of IT, Tamberware",)),
        ("Chief Executive, Finance", ("Chief Executive", "Finance")),
        ("Director, Finance, Legal", ("Director, Finance, Legal",)),
    ],
)
def test_what_may_be_the_holder_or_another_party_is_asked_about(text: str, owners: tuple[str, ...]) -> None:
    explained = explain_owners(text)
    assert (explained.reading.owners, explained.doubtful) == (owners, True)


@pytest.mark.parametrize(
    "text",
    [
        "Service Manager, Early Help",
        "Service Manager, MASH",
        "Chief Officer, HSCP",
        "Corporate Director, Zara Okafor-Lund",
        "Team Manager, EDI",
        "Mary Holt - Executive Director, Homes",
        "Mary Holt, Service Manager, Early Help",
        "Cllr Holt, Cabinet Member, Waste",
    ],
)
def test_whatever_stands_behind_the_comma_of_a_bare_rank_belongs_to_it(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners", "doubtful"),
    [
        ("Head of Safeguarding & QA", ("Head of Safeguarding & QA",), True),
        ("Head of Finance and SLT", ("Head of Finance", "SLT"), False),
        ("Head of Finance and CEO", ("Head of Finance", "CEO"), False),
        ("Head of Finance and IT", ("Head of Finance and IT",), False),
    ],
)
def test_letters_behind_a_post_are_its_remit_unless_every_council_knows_them(
    text: str, owners: tuple[str, ...], doubtful: bool
) -> None:
    explained = explain_owners(text)
    assert (explained.reading.owners, explained.doubtful) == (owners, doubtful)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Heads of Planning and Housing", ("Head of Planning", "Head of Housing")),
        ("Area Commanders North and South", ("Area Commander North", "Area Commander South")),
        ("Finance and HR Managers", ("Finance Manager", "HR Manager")),
        ("Planning and Licensing Committees", ("Planning Committee", "Licensing Committee")),
        (
            "Cabinet Members for Parks, Housing & Waste",
            tuple(f"Cabinet Member for {x}" for x in ("Parks", "Housing", "Waste")),
        ),
        ("Chairs of Audit and Licensing Committees", ("Chair of Audit Committee", "Chair of Licensing Committee")),
        ("Head and Deputy Head of Markets", ("Head of Markets", "Deputy Head of Markets")),
        ("Chair and Vice-Chair of Licensing", ("Chair of Licensing", "Vice-Chair of Licensing")),
        ("Heads of Service for Parks and Waste", ("Head of Service for Parks", "Head of Service for Waste")),
        ("ADs Housing and Waste", ("AD Housing", "AD Waste")),
        ("Waste & Housing Commissioning Managers", ("Waste Commissioning Manager", "Housing Commissioning Manager")),
        ("Legal, HR & Service Managers", ("Legal", "HR", "Service Managers")),
        ("Finance Managers and Clerk", ("Finance Managers", "Clerk")),
        ("Directors of Parks and Mary Holt", ("Directors of Parks", "Mary Holt")),
        ("Heads of Service", ("Heads of Service",)),
        ("Directors of Public Health", ("Directors of Public Health",)),
        ("Heads of Learning and Development", ("Heads of Learning and Development",)),
        ("Heads of Service and Team Leaders", ("Heads of Service", "Team Leaders")),
    ],
)
def test_several_told_by_one_word_are_parted_with_the_word_for_each(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Service Manager, Intake and Care Plans", ("Service Manager, Intake and Care Plans",)),
        ("Service Lead – Voice and Swallowing Therapy", ("Service Lead – Voice and Swallowing Therapy",)),
        ("Service Lead – Voice and Mary Holt", ("Service Lead – Voice", "Mary Holt")),
        ("DCI Child Abuse Investigation", ("DCI Child Abuse Investigation",)),
        ("Finance, Head of", ("Finance, Head of",)),
        ("Clerk; HR, Legal", ("Clerk", "HR", "Legal")),
        ("Fen & Marsh FRS, Marsh Police", ("Fen & Marsh FRS", "Marsh Police")),
    ],
)
def test_a_remit_goes_on_until_somebody_is_surely_named(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Insp. Mary Holt, Tamber Police", ("Insp. Mary Holt, Tamber Police",)),
        (
            "Mary Holt, Tamber Trust; Paul Vane, Fen University",
            ("Mary Holt, Tamber Trust", "Paul Vane, Fen University"),
        ),
        ("Cllr Holt, Tamber Trust", ("Cllr Holt", "Tamber Trust")),
        ("Mary Holt, Paul Vane, Tamber Trust", ("Mary Holt", "Paul Vane", "Tamber Trust")),
        ("SENCo, EP Service, Parent Forum", ("SENCo", "EP Service", "Parent Forum")),
        ("Fen Council, NHS Fen and Police Wales", ("Fen Council", "NHS Fen", "Police Wales")),
    ],
)
def test_an_organisation_behind_a_comma_is_where_somebody_works_or_a_party_of_a_list(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Pennaeth Tai / Head of Housing",
        "Director of Finance/Cyfarwyddwr Cyllid",
        "Cabinet Member for Arts, Play and the Coastal Path",
        "Portfolio Holder for Homes, Streets & Ebbw Vale",
        "Dr. Mary Holt, Designated Doctor",
    ],
)
def test_a_post_said_in_two_languages_and_a_remit_that_is_a_list_are_one_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Lead agency: Tamber CVS Other partners: DWP, Holt College", ("Tamber CVS", "DWP", "Holt College")),
        ("Pennaeth Tai / Arweinydd Tîm", ("Pennaeth Tai", "Arweinydd Tîm")),
        ("Head of Housing / Director of Finance", ("Head of Housing", "Director of Finance")),
        ("Cabinet Member for Arts, Play and Gwenllian Holt", ("Cabinet Member for Arts, Play", "Gwenllian Holt")),
        ("Head of Finance, Declan Holt and Anjali Vane", ("Head of Finance", "Declan Holt", "Anjali Vane")),
    ],
)
def test_posts_that_are_not_each_others_words_and_parties_behind_a_remit_or_a_label_are_parted(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Fleet Manager, Ponds & Meadows Officer", ("Fleet Manager", "Ponds & Meadows Officer")),
        ("Waste Manager, Litter & Graffiti Officer", ("Waste Manager", "Litter & Graffiti Officer")),
        ("Parks Officer, Bats and Newts Officer", ("Parks Officer", "Bats and Newts Officer")),
        ("Mary Holt, Trees & Hedges Officer", ("Mary Holt, Trees & Hedges Officer",)),
        ("Parish Clerk, Hedges & Verges Contractor", ("Parish Clerk", "Hedges & Verges Contractor")),
        ("Town Clerk, Hedges & Verges Team", ("Town Clerk", "Hedges & Verges Team")),
        ("Mary Holt, Bins & Bulky Waste Officer", ("Mary Holt, Bins & Bulky Waste Officer",)),
        ("Play Officer, Ponds & Paddling Pools Supervisor", ("Play Officer", "Ponds & Paddling Pools Supervisor")),
        ("Parks Manager, Mary & Meadows Officer", ("Parks Manager", "Mary", "Meadows Officer")),
        ("Parks Manager, Rangers & Meadows Officer", ("Parks Manager", "Rangers", "Meadows Officer")),
        ("Parks Manager, Holt and Meadows Officer", ("Parks Manager", "Holt", "Meadows Officer")),
        ("Parks Manager, Mary Holt & Meadows Officer", ("Parks Manager", "Mary Holt", "Meadows Officer")),
    ],
)
def test_a_post_behind_a_comma_is_about_both_subjects_around_its_joiner(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Lead AHP & Lead Midwife", ("Lead AHP", "Lead Midwife")),
        ("Lead Pharmacist, Lead GP", ("Lead Pharmacist", "Lead GP")),
        ("Lead Midwife and Lead AHP", ("Lead Midwife", "Lead AHP")),
        ("Lead MH & PV", ("MH", "PV")),
        ("Lead MH / Support PV", ("MH", "PV")),
        ("Lead Mary Holt & Parks Manager", ("Mary Holt", "Parks Manager")),
    ],
)
def test_lead_is_part_of_a_post_in_letters_where_another_is_called_so(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("SEN Service Manager & ICB DMO", ("SEN Service Manager", "ICB DMO")),
        ("Cydlynydd y Gymraeg & Town Clerk", ("Cydlynydd y Gymraeg", "Town Clerk")),
        ("Early Years Lead and ICB DCO", ("Early Years Lead", "ICB DCO")),
        ("Parks Manager & TDC CEO", ("Parks Manager", "TDC CEO")),
        ("CEO CFO", ("CEO", "CFO")),
        ("ICB / DMO", ("ICB", "DMO")),
    ],
)
def test_a_post_in_letters_behind_the_letters_of_its_body_is_one_party(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
