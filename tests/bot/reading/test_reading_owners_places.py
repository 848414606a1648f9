"""Owners who have a place of several, and names that only seem to be whole: posts in letters, half of a post."""

from __future__ import annotations

import pytest

from bot.reading.owners import read_owners


@pytest.mark.parametrize(
    "post",
    [
        "Place Director, South Lindow",
        "Neighbourhood Manager, Lower Marsh",
        "Town Centre Manager, Oxbridge",
        "Locality Lead, Owen Vane",
        "Owen Vane, Area Manager, Oxbridge",
        "Head of Housing, Tamber DC",
        "Chair of Governors, St Oswin's School",
        "Chief Executive, Healthwatch Tamber",
        "CFO Tamber Police",
        "Clerk, Tamber Levels Drainage Board",
        "Chief Officer, Integrated Care Joint Board",
        "Tamber CC Highways",
    ],
)
def test_a_post_for_one_place_of_several_is_one_party_with_its_place(post: str) -> None:
    assert read_owners(post).owners == (post,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Place Director, North Lindow and Place Director, South Lindow",
            ("Place Director, North Lindow", "Place Director, South Lindow"),
        ),
        ("Locality Manager, East Tamber and Play Manager", ("Locality Manager, East Tamber", "Play Manager")),
        ("Station Manager, Oxbridge, Group Manager, Lindow", ("Station Manager, Oxbridge", "Group Manager, Lindow")),
        ("Area Manager, Clerk", ("Area Manager", "Clerk")),
        ("Chief Executive, Improvement Board", ("Chief Executive", "Improvement Board")),
        ("Head of Finance, Health Board", ("Head of Finance", "Health Board")),
        ("Heads of Service, Tamber Trust", ("Heads of Service", "Tamber Trust")),
        ("CEO Tamber Academy Trust / Regional Director", ("CEO Tamber Academy Trust", "Regional Director")),
        ("Tamber CC Highways / Clerk", ("Tamber CC Highways", "Clerk")),
        ("Clerk (CC Chairman)", ("Clerk",)),
        ("Community Safety Manager, Holt, Vane", ("Community Safety Manager", "Holt", "Vane")),
    ],
)
def test_a_place_belongs_to_the_post_in_front_of_it_alone(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("DCFO / Head of Estates", ("DCFO", "Head of Estates")),
        ("ACFO & Treasurer", ("ACFO", "Treasurer")),
        ("DCFO Holt / ACFO Vane", ("DCFO Holt", "ACFO Vane")),
        ("ACC and DCC Holt", ("ACC", "DCC Holt")),
    ],
)
def test_letters_of_a_rank_without_a_name_are_a_post(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Chief Information and Digital Officer", ("Chief Information and Digital Officer",)),
        ("Deputy Chief People & Culture Officer", ("Deputy Chief People & Culture Officer",)),
        ("Chief Finance Officer and Data Protection Officer", ("Chief Finance Officer", "Data Protection Officer")),
        (
            "Ministry of Housing, Communities and Local Government",
            ("Ministry of Housing, Communities and Local Government",),
        ),
        ("Adult Social Care and Children's Services", ("Adult Social Care", "Children's Services")),
        ("Parks & Open Spaces and Waste & Recycling", ("Parks & Open Spaces", "Waste & Recycling")),
        ("Housing and Planning / Legal and Democratic", ("Housing and Planning", "Legal and Democratic")),
        ("Legal / Parks and Play", ("Legal", "Parks and Play")),
        ("Clerk c/o Market Hall", ("Clerk",)),
        ("Youth Officer, PCSO, Housing Officers", ("Youth Officer", "PCSO", "Housing Officers")),
        ("Mary Holt, Park Wardens and Team Leaders", ("Mary Holt", "Park Wardens", "Team Leaders")),
        ("Holt (lead) Vane (support)", ("Holt", "Vane")),
        ("Chief Officer: Planning and Environment", ("Chief Officer: Planning and Environment",)),
        ("Heads of HR & OD and Finance", ("Head of HR & OD", "Head of Finance")),
        ("Policy & Performance and HR & OD Teams", ("Policy & Performance Team", "HR & OD Team")),
        ("Markets WG - Cllrs Holt & Vane", ("Markets WG", "Cllr Holt", "Cllr Vane")),
    ],
)
def test_a_joiner_within_a_name_and_one_between_two(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Public Health and ICB", ("Public Health", "ICB")),
        ("Trading Standards & Sport Wales", ("Trading Standards", "Sport Wales")),
        ("Payroll and SLT", ("Payroll", "SLT")),
        ("HR and line managers", ("HR", "line managers")),
        ("Parks and Play Rangers", ("Parks and Play Rangers",)),
        ("Health and Safety Board", ("Health and Safety Board",)),
    ],
)
def test_a_service_is_no_part_of_a_body_or_of_staff_who_have_a_name_of_their_own(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners


def test_an_executive_in_front_of_a_label_is_the_chief() -> None:
    assert read_owners("Accountable: Chief Executive Responsible: Mary Holt").owners == ("Chief Executive", "Mary Holt")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("HR/NHS Wales", ("HR", "NHS Wales")),
        ("HR/Payroll Team", ("HR/Payroll Team",)),
        ("Legal Services / SENCO", ("Legal Services", "SENCO")),
        ("Legal Services and EHO", ("Legal Services", "EHO")),
        ("HR and Internal Audit", ("HR", "Internal Audit")),
        ("Care Providers, Head of Housing", ("Care Providers", "Head of Housing")),
        ("Clerk / HR / PCSO", ("Clerk", "HR", "PCSO")),
        ("Head of Play / ICT / Housing Associations", ("Head of Play", "ICT", "Housing Associations")),
        ("Director of Place and Housing Associations", ("Director of Place", "Housing Associations")),
        ("Head of Play / Sport / Leisure", ("Head of Play / Sport / Leisure",)),
        ("ICT\nLegal Services", ("ICT", "Legal Services")),
        ("HR\nTamber Safety Partnership", ("HR", "Tamber Safety Partnership")),
        ("Mary Holt\nLegal Services", ("Mary Holt", "Legal Services")),
        ("EHO\nLegal Services", ("EHO", "Legal Services")),
        ("Chief Executive\nICT", ("Chief Executive", "ICT")),
        ("Housing Associations\nSenior Ecologist", ("Housing Associations", "Senior Ecologist")),
        ("Director of Place\nContractor", ("Director of Place", "Contractor")),
        ("ICT\nSteering Group", ("ICT Steering Group",)),
        ("HR Business\nPartner", ("HR Business Partner",)),
        ("AD\nLegal Services", ("AD Legal Services",)),
    ],
)
def test_a_department_stands_beside_others_that_could_not_belong_to_it(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Borough Archivist, Wensford Record Office",
        "Deputy Registrar, Tamber Register Office",
        "Curator, Oxbridge Museum",
        "Branch Librarian, Lindow Library",
        "Conservator - Lindow Art Gallery",
        "Practice Manager, Oxbridge Surgery",
        "Collections Officer, Tamber Archives",
    ],
)
def test_a_post_and_the_place_of_its_own_where_it_is_held_are_one_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Town Clerk, Lindow Library", ("Town Clerk", "Lindow Library")),
        ("Curator and Oxbridge Museum", ("Curator", "Oxbridge Museum")),
        ("Curator, Clerk, Oxbridge Museum", ("Curator", "Clerk", "Oxbridge Museum")),
        ("Curators, Oxbridge Museum", ("Curators", "Oxbridge Museum")),
        ("Cllr Holt, Oxbridge Museum", ("Cllr Holt", "Oxbridge Museum")),
        ("Archivist, Museum Forum", ("Archivist", "Museum Forum")),
        ("Project Office, Mary Holt", ("Project Office", "Mary Holt")),
    ],
)
def test_a_place_of_work_beside_several_or_a_post_of_the_whole_council_is_a_party(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners
