"""Ranks of the police and of fire services, in front of a name or of what a post is about."""

from __future__ import annotations

import pytest

from bot.reading.owners import read_owners


@pytest.mark.parametrize(
    "text",
    [
        "T/ACO Marsh",
        "A/GM Marsh",
        "T/AM Jo Marsh",
        "DCFO Jane Marsh",
        "GM J. Marsh",
        "D/Supt Marsh",
        "Temp Supt Marsh",
        "T/Det Ch Insp Marsh",
        "Detective Sergeant Marsh",
        "PC 1234 Marsh",
        "PCSO Marsh",
    ],
)
def test_somebody_named_with_a_rank_has_the_post_behind_the_comma(text: str) -> None:
    assert read_owners(text).owners == (text,)
    assert read_owners(f"{text}, Head of Ponds & Meadows").owners == (f"{text}, Head of Ponds & Meadows",)


@pytest.mark.parametrize(
    "text",
    ["Supt. P Marsh, PSNI", "Insp Marsh, BTP", "Sgt Marsh, Tamber Police", "GM Marsh, Tamber FRS", "AM Marsh, WFRS"],
)
def test_somebody_named_with_a_rank_serves_in_the_force_behind_the_comma(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("AM Holt and GM Marsh", ("AM Holt", "GM Marsh")),
        ("GM J Holt / SM K Marsh", ("GM J Holt", "SM K Marsh")),
        ("DS Holt, DC Marsh", ("DS Holt", "DC Marsh")),
        ("ACC Crime, Ch Supt A Marsh", ("ACC Crime", "Ch Supt A Marsh")),
        ("PC Kay Holt, Tamber Police, Mary Vane", ("PC Kay Holt, Tamber Police", "Mary Vane")),
        ("Insp. R Holt, PSNI & Head of Ponds", ("Insp. R Holt, PSNI", "Head of Ponds")),
        ("ACC (Local Policing) & OPCC", ("ACC (Local Policing)", "OPCC")),
        ("AM Response, GM Marsh", ("AM Response", "GM Marsh")),
        ("Head of Ponds, AM Marsh", ("Head of Ponds, AM Marsh",)),
        ("AM Response & Training", ("AM Response & Training",)),
        ("DC Planning Team", ("DC Planning Team",)),
        ("AM, SM", ("AM", "SM")),
        ("AM and SM", ("AM", "SM")),
        ("DS, PC and JT", ("DS", "PC", "JT")),
    ],
)
def test_letters_of_a_rank_stay_a_post_or_initials_where_no_name_follows(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("DI Marsh, RPU", ("DI Marsh, RPU",)),
        ("T/Supt Jo Marsh, SOC", ("T/Supt Jo Marsh, SOC",)),
        ("Sgt K Marsh, MASH", ("Sgt K Marsh, MASH",)),
        ("Insp Marsh, MOSOVO; Clerk", ("Insp Marsh, MOSOVO", "Clerk")),
        ("DCI Marsh, SLT", ("DCI Marsh", "SLT")),
        ("Supt Marsh, NHS", ("Supt Marsh", "NHS")),
        ("Insp Marsh, CPS", ("Insp Marsh", "CPS")),
        ("Insp Marsh, KV", ("Insp Marsh", "KV")),
        ("Insp Marsh, ABC, DEF", ("Insp Marsh", "ABC", "DEF")),
        ("Jo Marsh, RPU", ("Jo Marsh", "RPU")),
    ],
)
def test_a_unit_by_its_letters_is_where_somebody_with_a_rank_serves(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
