"""A person's word on a theme against the rule: only with a reason and a name, and never without what the rule says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from harbour import action, september

from bot.plan import Due
from bot.summary import Figures, Override, OverrideRow, Standing, public_overrides, read_overrides

THEMES = {"Harbour Plan": ("Quays", "Slipways"), "Bare Plan": ("",)}
ROW = OverrideRow("Harbour Plan", "Quays", "2026-09", "On track", "The permit came on 1 October.", "Ida Penrose")
READ = Override(
    "Harbour Plan", "Quays", date(2026, 9, 1), Standing.ON_TRACK, "The permit came on 1 October.", "Ida Penrose"
)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"plan": "harbour plan", "theme": "QUAYS", "month": "September 2026", "standing": "on track"},
        {"month": "Sep 2026", "standing": "Green"},
    ],
)
def test_a_row_with_a_reason_and_a_name_counts_however_it_is_written(fields: dict[str, str]) -> None:
    assert read_overrides([replace(ROW, **fields)], THEMES) == ((READ,), ())


@pytest.mark.parametrize(
    ("fields", "why_not"),
    [
        ({"plan": "Pier Plan"}, "no plan is called “Pier Plan”"),
        ({"theme": "Cranes"}, "has no theme “Cranes”"),
        ({"theme": ""}, "has no theme “”"),
        ({"month": "autumn"}, "“autumn” is no month: write it like 2027-03"),
        ({"standing": "fine"}, "“fine” is no standing: write Late, Needs attention"),
        ({"why": ""}, "it gives no reason"),
        ({"by": ""}, "it names nobody"),
    ],
)
def test_a_row_that_lacks_something_does_not_count_and_says_what_to_write(fields: dict[str, str], why_not: str) -> None:
    counted, [fault] = read_overrides([replace(ROW, **fields)], THEMES)
    assert counted == ()
    assert why_not in fault


def test_of_two_rows_for_one_theme_and_month_neither_counts() -> None:
    counted, [fault] = read_overrides([ROW, replace(ROW, standing="Late")], THEMES)
    assert counted == ()
    assert fault == "“Quays”, September 2026: it has 2 rows: keep one of them"


def test_a_plan_without_themes_is_overridden_as_a_whole() -> None:
    [whole], faults = read_overrides([replace(ROW, plan="Bare Plan", theme="")], THEMES)
    assert (whole.theme, faults) == ("", ())
    summary = september(action(), overrides=(replace(whole, plan="Harbour Plan"),))
    assert [each.shown for each in summary.figures.themes] == [Standing.ON_TRACK]


LATE = action(theme="Quays", due=Due.on(date(2026, 6, 30)))


def test_an_override_is_shown_and_what_the_rule_says_is_kept() -> None:
    [quays] = september(LATE, overrides=(READ,)).figures.themes
    assert (quays.standing, quays.shown, quays.set_by) == (Standing.LATE, Standing.ON_TRACK, "Ida Penrose")


@pytest.mark.parametrize("other", [{"month": date(2026, 8, 1)}, {"plan": "Pier Plan"}, {"theme": "Slipways"}])
def test_an_override_of_another_month_plan_or_theme_changes_nothing(other: dict[str, str]) -> None:
    assert september(LATE, overrides=(replace(READ, **other),)).figures == september(LATE).figures


def test_kept_figures_remember_an_override_and_older_ones_know_of_none() -> None:
    figures = september(LATE, overrides=(READ,)).figures
    assert Figures.from_json(figures.to_json()) == figures
    [older] = Figures.from_json(september(LATE).figures.to_json().replace('"set_to": null,', "")).themes
    assert older.set_to is None


def test_the_public_sees_that_a_standing_was_set_and_no_word_of_whoever_did() -> None:
    assert public_overrides((READ,)) == (replace(READ, by="", why=""),)
