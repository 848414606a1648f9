"""Owner phrases with bodies that no word of their name gives away, and with services listed side by side."""

from __future__ import annotations

import pytest

from bot.reading.owners import read_owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("National Highways and Tamber Valley Highways", ("National Highways", "Tamber Valley Highways")),
        ("Kier, Serco and Markets Manager", ("Kier", "Serco", "Markets Manager")),
        ("Parkwood Leisure and Leisure Client Officer", ("Parkwood Leisure", "Leisure Client Officer")),
        ("Defra, SEPA and Anglian Water", ("Defra", "SEPA", "Anglian Water")),
        ("Mary Holt, Tamber DC", ("Mary Holt, Tamber DC",)),
        ("Youth Care Networks and Fen Federation", ("Youth Care Networks", "Fen Federation")),
        ("Turner & Townsend / Clerk", ("Turner & Townsend", "Clerk")),
        ("Citizens Advice Tamber and Foodbank", ("Citizens Advice Tamber", "Foodbank")),
        ("Tamber Infant School and Fen Academy", ("Tamber Infant School", "Fen Academy")),
        ("Chief Executive, Tamber Housing Association", ("Chief Executive, Tamber Housing Association",)),
    ],
)
def test_an_organisation_is_known_by_its_name(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Network and Systems Manager", ("Network and Systems Manager",)),
        ("Partnership & Engagement Officer, Clerk", ("Partnership & Engagement Officer", "Clerk")),
        ("Partnership / Engagement Team", ("Partnership", "Engagement Team")),
        ("Council and Markets Manager", ("Council", "Markets Manager")),
    ],
)
def test_a_word_for_a_body_may_be_what_a_post_is_about(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Police, Education and Youth Services", ("Police", "Education", "Youth Services")),
        ("Council, Health and Social Care", ("Council", "Health and Social Care")),
        ("Police, Fire and Rescue Service", ("Police", "Fire and Rescue Service")),
        ("Adult Services and Children's Social Care", ("Adult Services", "Children's Social Care")),
        ("Legal Services, Customer Services and ICT", ("Legal Services", "Customer Services", "ICT")),
        ("Licensing & Events / HR & OD", ("Licensing & Events", "HR & OD")),
        ("Allotments, Play areas, Bowls green", ("Allotments", "Play areas", "Bowls green")),
        ("Head of Allotments, Play areas, Bowls green", ("Head of Allotments, Play areas, Bowls green",)),
        ("Allotments, Play areas and Bowls green", ("Allotments, Play areas and Bowls green",)),
    ],
)
def test_services_listed_side_by_side_are_parties_of_their_own(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Solicitor, Licensing and Parks Manager", ("Solicitor", "Licensing and Parks Manager")),
        ("Head of Markets/Licensing and Parks Manager", ("Head of Markets", "Licensing and Parks Manager")),
        ("Clerk and Licensing and Parks Manager", ("Clerk", "Licensing and Parks Manager")),
        ("Head of Legal, Governance and Monitoring Officer", ("Head of Legal, Governance and Monitoring Officer",)),
        ("Head of Housing / Licensing and Parks Committee", ("Head of Housing", "Licensing and Parks Committee")),
        ("Leader of the Council & Licensing and Parks Panel", ("Leader of the Council", "Licensing and Parks Panel")),
        ("Head of Housing and the Licensing and Parks Forum", ("Head of Housing", "Licensing and Parks Forum")),
        ("Legal Services, Health and Wellbeing Board", ("Legal Services", "Health and Wellbeing Board")),
        ("Director of Parks and Health and Wellbeing Board", ("Director of Parks", "Health and Wellbeing Board")),
        ("Cabinet Member for Housing and Play Forum", ("Cabinet Member for Housing", "Play Forum")),
        ("Chair of Governors & Play Forum", ("Chair of Governors", "Play Forum")),
        ("NHS Tamber/Health and Wellbeing Board", ("NHS Tamber", "Health and Wellbeing Board")),
        ("Internal Audit and the Ranger", ("Internal Audit", "Ranger")),
        ("Head of Waste, Streets and Parks and P O'Holt", ("Head of Waste, Streets and Parks", "P O'Holt")),
        ("Sport England, Head of Parks", ("Sport England", "Head of Parks")),
        ("Parks Team, Area Rangers, Volunteers", ("Parks Team", "Area Rangers", "Volunteers")),
        ("Chair of the Board and Chief Executive", ("Chair of the Board", "Chief Executive")),
        ("Museum Curator, Ecologist", ("Museum Curator", "Ecologist")),
        ("Harbour Master, Bus Driver", ("Harbour Master", "Bus Driver")),
        ("Ranger, Health Visitor", ("Ranger", "Health Visitor")),
        ("Health Visitor and Ward Sister", ("Health Visitor", "Ward Sister")),
        ("NHS Tamber and Wildlife Trust", ("NHS Tamber", "Wildlife Trust")),
        ("NHS Tamber and Safer Tamber Partnership", ("NHS Tamber", "Safer Tamber Partnership")),
        ("Head of Parks / Legal Services", ("Head of Parks", "Legal Services")),
        ("Cllr M Holt/Rheolwr Tai", ("Cllr M Holt", "Rheolwr Tai")),
        ("Rheolwr Tai/Housing Manager", ("Rheolwr Tai/Housing Manager",)),
    ],
)
def test_an_and_within_one_name_binds_closer_than_the_joiner_in_front_of_it(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        ("Internal Audit\nSLT", ("Internal Audit", "SLT")),
        ("Internal Audit\nHead of Parks", ("Internal Audit", "Head of Parks")),
        ("Legal Services\nLicensing Officer", ("Legal Services", "Licensing Officer")),
        ("Conservation Team\nEcology", ("Conservation Team", "Ecology")),
        ("AD Parks\nRanger", ("AD Parks", "Ranger")),
        ("Member Services\nOfficer", ("Member Services Officer",)),
        ("Parks Working Group\nSolicitor", ("Parks Working Group", "Solicitor")),
        ("Legal Services\nTeam Leader", ("Legal Services Team Leader",)),
        ("Deputy Clerk\nLegal Services", ("Deputy Clerk", "Legal Services")),
        ("Parks Working Group\nLegal Services", ("Parks Working Group", "Legal Services")),
        ("Service Manager\nCustomer Services", ("Service Manager Customer Services",)),
        ("Chief Executive\nRanger", ("Chief Executive", "Ranger")),
        ("Director of Nursing\nSolicitor", ("Director of Nursing", "Solicitor")),
        ("Chair of Licensing\nCommittee", ("Chair of Licensing Committee",)),
    ],
)
def test_a_department_and_a_post_on_lines_of_their_own_are_two(lines: str, owners: tuple[str, ...]) -> None:
    assert read_owners(lines).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("TDC Housing & Citizens Advice", ("TDC Housing", "Citizens Advice")),
        ("WBC Parks & Sport England", ("WBC Parks", "Sport England")),
        ("Library Service & DWP", ("Library Service", "DWP")),
        ("FDC Planning & WNPA", ("FDC Planning", "WNPA")),
        ("FDC Highways & FDC Flood Team", ("FDC Highways", "FDC Flood Team")),
        ("FDC Highways & Flood Team", ("FDC Highways & Flood Team",)),
        ("Head of Ferries & TfL", ("Head of Ferries", "TfL")),
        ("Head of Ferries & QTS", ("Head of Ferries & QTS",)),
        ("Family Mediation Service and CAMHS", ("Family Mediation Service", "CAMHS")),
        ("Customer Service & CRM Team", ("Customer Service & CRM Team",)),
        ("Head of Library Service & IT", ("Head of Library Service & IT",)),
        ("Education Service & SEND", ("Education Service & SEND",)),
        ("Menter Iaith Bro Wold, Urdd", ("Menter Iaith Bro Wold", "Urdd")),
        ("Mary Holt, Ross Fenn, Community Councils", ("Mary Holt", "Ross Fenn", "Community Councils")),
        ("Mary Holt; Ross Fenn, Tamber Council", ("Mary Holt", "Ross Fenn, Tamber Council")),
        ("Ross Fenn, Community Councils", ("Ross Fenn", "Community Councils")),
        ("Anglian Water & Tamber BC", ("Anglian Water", "Tamber BC")),
    ],
)
def test_a_service_named_to_its_end_and_a_body_beside_it_are_two(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("NIMMARE & Youth Partnership", ("NIMMARE", "Youth Partnership")),
        ("HMICFRS and Lindow Safeguarding Board", ("HMICFRS", "Lindow Safeguarding Board")),
        ("NORWAST & Parent Carer Forum", ("NORWAST", "Parent Carer Forum")),
        ("LEISURE & Culture Board", ("LEISURE & Culture Board",)),
        ("FORESTRY & MARKETS BOARD", ("FORESTRY & MARKETS BOARD",)),
        ("Forestry & Markets Board", ("Forestry & Markets Board",)),
        ("NORWAST & Board Manager", ("NORWAST & Board Manager",)),
    ],
)
def test_a_long_name_in_capitals_is_a_body_beside_another(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
