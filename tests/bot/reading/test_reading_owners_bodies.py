"""Owner phrases whose joiner or colon is a part of one name: bodies of two places, posts and who holds them."""

from __future__ import annotations

import pytest

from bot.reading.owners import explain_owners, read_owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Health Board and Mill & Meadow Trust", ("Health Board", "Mill & Meadow Trust")),
        ("Clerk, Otters & Herons Society", ("Clerk", "Otters & Herons Society")),
        ("Tamberley and Vale Police / Tamberley and Vale FRS", ("Tamberley and Vale Police", "Tamberley and Vale FRS")),
        ("Clerk; Holme, Marsh and West Fen ICB", ("Clerk", "Holme, Marsh and West Fen ICB")),
        (
            "Head of Housing and Tamberley and Fen Fire and Rescue Service",
            ("Head of Housing", "Tamberley and Fen Fire and Rescue Service"),
        ),
        ("Clerk and Age UK Tamberley and Fen", ("Clerk", "Age UK Tamberley and Fen")),
        ("Fen Valley & Marsh Wildlife Trust", ("Fen Valley & Marsh Wildlife Trust",)),
        ("Department for Ponds, Mills and Weirs", ("Department for Ponds, Mills and Weirs",)),
        ("Tamberley Buses and Parish Council", ("Tamberley Buses", "Parish Council")),
        ("Mary Holt and Marsh Trust", ("Mary Holt", "Marsh Trust")),
        ("Sport Partnership, Sport and Leisure Trust", ("Sport Partnership", "Sport and Leisure Trust")),
        ("Licensing Committees, Head of Licensing", ("Licensing Committees", "Head of Licensing")),
        ("Head of Licensing and Committees", ("Head of Licensing and Committees",)),
        ("Portfolio Holder for Markets, UK and EU Affairs", ("Portfolio Holder for Markets, UK and EU Affairs",)),
        ("Mary Holt, Parks and Markets Manager", ("Mary Holt, Parks and Markets Manager",)),
        ("Mary Holt, Parks and Town Clerk", ("Mary Holt, Parks", "Town Clerk")),
        ("Corporate Director, Licensing (P. Vane)", ("Corporate Director, Licensing (P. Vane)",)),
        (
            "Portfolio Holder for Parks & Member Training (Leader)",
            ("Portfolio Holder for Parks & Member Training (Leader)",),
        ),
        ("Clerk and Matron, Daycare Services", ("Clerk", "Matron, Daycare Services")),
        ("Fen and Marsh DC and Tamber County Council", ("Fen and Marsh DC", "Tamber County Council")),
        ("Lettings Team with Nestly and bus operators", ("Lettings Team", "Nestly", "bus operators")),
        ("Director of Health for Fen and Marsh Councils", ("Director of Health for Fen and Marsh Councils",)),
        ("Lettings, Adults' Social Care and Probation", ("Lettings", "Adults' Social Care", "Probation")),
        ("Comms and HR", ("Comms", "HR")),
        ("Executive Director of Place - Mary Holt", ("Executive Director of Place - Mary Holt",)),
        ("Registrar and Secretary", ("Registrar and Secretary",)),
        ("Finance: K Ames, Legal: S Bell", ("Finance: K Ames", "Legal: S Bell")),
        ("Clerk / NHS Fen, Tamber and Vale", ("Clerk", "NHS Fen, Tamber and Vale")),
        ("NHS Fen, Mary Holt and Paul Vane", ("NHS Fen", "Mary Holt", "Paul Vane")),
        ("Heads of Waste, Parks and Open Spaces", ("Head of Waste", "Head of Parks and Open Spaces")),
        ("Lead: Town Growth Manager Support: Tamber Trust", ("Town Growth Manager", "Tamber Trust")),
        ("See individual actions below", ()),
        ("Fen and Marsh NHS and Social Care Trust", ("Fen and Marsh NHS and Social Care Trust",)),
    ],
)
def test_a_body_named_after_two_stays_one_wherever_it_stands(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Councillors and Allotment Group", ("Councillors", "Allotment Group")),
        ("All Councillors, Clerk", ("All Councillors", "Clerk")),
        ("Cllrs / Clerk", ("Cllrs", "Clerk")),
        ("Councillors Holt and Vane", ("Councillor Holt", "Councillor Vane")),
        ("Cllrs. Holt & Vane", ("Cllr Holt", "Cllr Vane")),
    ],
)
def test_councillors_without_a_name_are_a_party(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize("text", ["Holme and Marsh Trust", "Busways and Marsh Partnership", "Director of Parks / ICT"])
def test_a_joiner_that_may_part_two_parties_is_asked_about(text: str) -> None:
    explained = explain_owners(text)
    assert (explained.reading.owners, explained.doubtful) == ((text,), True)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Strategic Lead: Markets", ("Strategic Lead: Markets",)),
        ("Cabinet Member: Housing and Planning, Clerk", ("Cabinet Member: Housing and Planning", "Clerk")),
        ("Strategic Lead: Mary Holt", ("Mary Holt",)),
        ("Executive Lead: Head of Markets", ("Head of Markets",)),
        ("Lead: Markets", ("Markets",)),
    ],
)
def test_a_colon_behind_a_post_leads_to_what_it_is_about_unless_somebody_is_named(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Vacant (Interim: M. Holt)", ("M. Holt",)),
        ("Vacant – interim cover Mary Holt", ("Mary Holt",)),
        ("Clerk (vacant; acting: M Holt)", ("Clerk", "M Holt")),
        ("Vacant until June (cover: Mary Holt)", ("Mary Holt",)),
        ("Clerk (interim)", ("Clerk",)),
    ],
)
def test_whoever_holds_a_post_for_a_time_is_its_owner(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Pennaeth Pyllau ac Afonydd", ("Pennaeth Pyllau ac Afonydd",)),
        ("Rheolwr Pyllau ac Afonydd, Clerc", ("Rheolwr Pyllau ac Afonydd", "Clerc")),
        ("Pennaeth Pyllau ac Arweinydd y Cyngor", ("Pennaeth Pyllau", "Arweinydd y Cyngor")),
    ],
)
def test_what_a_welsh_post_is_about_may_hold_an_and(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Portfolio Holder for Ponds, Cllr M Holt", ("Portfolio Holder for Ponds, Cllr M Holt",)),
        ("Mayor, Cllr Holt, Cllr Vane", ("Mayor, Cllr Holt", "Cllr Vane")),
        ("Head of Markets, Cllr Holt", ("Head of Markets", "Cllr Holt")),
        ("Cabinet Members, Cllr Holt", ("Cabinet Members", "Cllr Holt")),
    ],
)
def test_a_councillor_behind_a_councillors_post_is_the_same_person(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Chair, Licensing and Parks Committee",
        "Chair – Housing and Waste Board",
        "Vice Chair, Parks, Housing and Waste Committee",
        "Independent Chair, Housing and Recovery Board",
        "Cllr Holt, Chair, Planning and Waste Committee",
        "Clerk, Tamber Town Council",
        "Director of Homes, Fen and Marsh Council",
        "Head of Highways – Tamber County Council",
        "Chief Nurse, Tamber Hospitals NHS Trust",
        "Prif Weithredwr, Cyngor Sir Tamber",
        "Paul Vane, Head of Highways, Tamber County Council",
        "Mary Holt – Sport Wales",
        "Mary Holt – NRW",
        "Cllr Holt – Tamber Town Council",
        "Dr Priya Holt, Fen and Marsh ICB",
        "Mary Holt, Tamber ICB",
        "Paul Vane, Fen & Marsh Integrated Care Board",
        "Prof Mary Holt, Fen and Marsh Health Board",
        "Mary Holt, Meadowside Homes",
    ],
)
def test_the_body_that_somebody_belongs_to_is_no_other_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Chair, Parks Committee and Clerk", ("Chair, Parks Committee", "Clerk")),
        ("Chair, Clerk, Parks Committee", ("Chair", "Clerk", "Parks Committee")),
        ("Chief Executive, Parks Committee", ("Chief Executive", "Parks Committee")),
        ("Head of Parks – Parks Committee", ("Head of Parks", "Parks Committee")),
        ("Head of Parks, Parks and Waste Committee", ("Head of Parks", "Parks and Waste Committee")),
        ("Clerk, Youth Council", ("Clerk", "Youth Council")),
        ("Licensing Manager, Tamber Police, Payroll", ("Licensing Manager", "Tamber Police", "Payroll")),
        ("Mary Holt – PV", ("Mary Holt", "PV")),
        ("Mary Holt – Natural England, Paul Vane – RSPB", ("Mary Holt – Natural England", "Paul Vane – RSPB")),
        ("SLT – Mary Holt", ("SLT", "Mary Holt")),
        (
            "Mary Holt, Environment Agency and Paul Vane, Sport Wales",
            ("Mary Holt, Environment Agency", "Paul Vane, Sport Wales"),
        ),
        ("Fen Citizens Advice, Age UK and Housing Team", ("Fen Citizens Advice", "Age UK", "Housing Team")),
        ("Town Highways and Parish Council", ("Town Highways", "Parish Council")),
        ("National Parks & Tamber County Council", ("National Parks", "Tamber County Council")),
        ("Growth Hub and Chamber of Trade", ("Growth Hub", "Chamber of Trade")),
        ("Town and Parish Councils", ("Town and Parish Councils",)),
        ("Director of Housing and the Fen Trust", ("Director of Housing", "Fen Trust")),
        ("Mary Holt, Paul Vane and Tamber ICB", ("Mary Holt", "Paul Vane", "Tamber ICB")),
        ("Mary Holt, Fen and Marsh Rivers Board", ("Mary Holt", "Fen and Marsh Rivers Board")),
        ("CSP Manager, PSNI", ("CSP Manager", "PSNI")),
        ("Chief Inspector, PSNI", ("Chief Inspector, PSNI",)),
        ("HR Manager, NHSBT", ("HR Manager, NHSBT",)),
        ("Fen Water & Lead Local Flood Authority", ("Fen Water", "Lead Local Flood Authority")),
        ("Fen Water and the Local Planning Authority", ("Fen Water", "Local Planning Authority")),
        ("Flood Lead & Local Plan Manager", ("Flood Lead", "Local Plan Manager")),
        ("Meadowside Homes, Head of Place, NHS partners", ("Meadowside Homes", "Head of Place", "NHS partners")),
        ("Kiera Church, Head of Place", ("Kiera Church, Head of Place",)),
        ("Empty Homes & Grants Officer", ("Empty Homes & Grants Officer",)),
    ],
)
def test_a_body_of_its_own_beside_a_post_is_another_party(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


def test_another_employer_behind_a_post_is_asked_about() -> None:
    assert explain_owners("Licensing Manager, Tamber Police").doubtful
    assert not explain_owners("Clerk, Tamber Town Council").doubtful
