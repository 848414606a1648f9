"""Lists of owners that neither a post nor a unit governs: a party stands between every two commas."""

from __future__ import annotations

import pytest

from bot.reading.owners import explain_owners, read_owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("ICB, Adult Education, Fen Alliance", ("ICB", "Adult Education", "Fen Alliance")),
        ("Adult Education, Fen ICB, Healthwatch and Relate", ("Adult Education", "Fen ICB", "Healthwatch", "Relate")),
        ("SEPA, Jobcentre Plus, town halls and taxi firms", ("SEPA", "Jobcentre Plus", "town halls", "taxi firms")),
        ("Early Years, EHCP, Play Policy, Youth Service and nurseries", 5),
        ("Highways, Parking Services and Bus Network Design", 3),
        ("Environmental Health, Licensing and Legal", ("Environmental Health", "Licensing", "Legal")),
        ("Benefits Advice, Committee Services and Payroll teams", 3),
        ("Chamber of Trade, BID, Town Council", ("Chamber of Trade", "BID", "Town Council")),
        ("Friends of Fen Park, Street Cleansing and Rangers", ("Friends of Fen Park", "Street Cleansing", "Rangers")),
        ("Bus operators, Rail South, Fen Council and nurseries", 4),
        ("Adult Education, Jobcentre Plus and employers", ("Adult Education", "Jobcentre Plus", "employers")),
    ],
)
def test_a_bare_list_is_several_owners_whatever_its_items_are_called(text: str, owners: tuple[str, ...] | int) -> None:
    found = read_owners(text).owners
    assert (len(found) if isinstance(owners, int) else found) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Arts & Events, Fleet, Waste & Recycling", ("Arts & Events", "Fleet", "Waste & Recycling")),
        (
            "Elections, Trading Standards, Noise & Pest Control",
            ("Elections", "Trading Standards", "Noise & Pest Control"),
        ),
        ("Markets & Mills, Biodiversity & Water", ("Markets & Mills", "Biodiversity & Water")),
        ("Revenues & Benefits, Housing, Legal & Payroll", ("Revenues & Benefits", "Housing", "Legal", "Payroll")),
        ("Town and Parish Councils, Highways, nurseries", ("Town and Parish Councils", "Highways", "nurseries")),
        (
            "Adults Board, Fen Trust, Health and Wellbeing Board",
            ("Adults Board", "Fen Trust", "Health and Wellbeing Board"),
        ),
    ],
)
def test_an_ampersand_binds_closer_than_the_comma_of_a_list(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Coastal, Climate and Energy Unit",
        "Play, Parks, Sport and Events Team",
        "Payroll, Pensions and Insurance Directorate",
        "Head of Fleet, Waste and Markets",
        "Head of Fleet, Waste, Markets",
        "Events, Arts and Play",
        "Ward Managers: North, South, East",
        "Department for Ponds, Mills and Weirs",
    ],
)
def test_a_unit_or_a_post_governs_its_list_and_three_subjects_may_be_one_department(text: str) -> None:
    assert len(read_owners(text).owners) == 1


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Mary Holt, Legal, Payroll", ("Mary Holt", "Legal", "Payroll")),
        ("Market Hall Manager, BID, Highways", ("Market Hall Manager", "BID", "Highways")),
        ("Mayor, S151 Officer, Internal Audit", ("Mayor", "S151 Officer", "Internal Audit")),
        ("AD Waste, Parks & Cremations Manager", ("AD Waste", "Parks & Cremations Manager")),
    ],
)
def test_commas_alone_part_a_person_or_a_whole_post_from_services(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


def test_an_owner_of_a_list_that_is_no_whole_name_is_asked_about() -> None:
    assert explain_owners("Play Policy, Street Cleansing, Fleet").doubtful


@pytest.mark.parametrize("text", ["Deputy Police and Crime Commissioner Mary Holt", "Team Leader Mary Holt"])
def test_a_post_with_a_body_in_its_name_is_followed_by_its_holder(text: str) -> None:
    assert read_owners(text).owners == (text,)


def test_a_unit_within_a_list_has_the_subjects_in_front_of_it() -> None:
    found = read_owners("Coastal, Climate and Energy Directorate, Early Years, ICB").owners
    assert found == ("Coastal, Climate and Energy Directorate", "Early Years", "ICB")
    assert read_owners("Payroll, Parks and Events Board, SLT").owners == ("Payroll", "Parks and Events Board", "SLT")
