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
        ("Allotments, Play areas, Bowls green", ("Allotments", "Play areas", "Bowls green")),
        ("Head of Allotments, Play areas, Bowls green", ("Head of Allotments, Play areas, Bowls green",)),
        ("Allotments, Play areas and Bowls green", ("Allotments, Play areas and Bowls green",)),
    ],
)
def test_services_listed_side_by_side_are_parties_of_their_own(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
