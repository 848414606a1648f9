"""The table fits a terminal; the picture says with numbers and words all that its bars show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from bot.plan import Owner, Person
from bot.simulation import Figures, Span, chart, table
from bot.simulation.figures import WeekFigures
from tests.bot.simulation.years import CLIMBING, HOUSING, WEEKLY, action, told

SVG = "{http://www.w3.org/2000/svg}"
LONG = Owner("Post", (Person("Wilhelmina Featherstonehaugh-Cholmondeley of Nether Wallop", "w@tamberley.example"),))
YEAR = Span(date(2027, 1, 1), date(2027, 12, 31))
ROWS = tuple(
    action(str(n), date(2027, 1, 4) + timedelta(days=9 * n), owners=(HOUSING,) if n % 4 else (LONG,)) for n in range(40)
)


@cache
def both(name: str = "a-much-gentler-policy-for-the-summer") -> tuple[Figures, Figures]:
    unowned = [action(str(n), owners=()) for n in range(100, 130)]
    return (
        told(*ROWS, *unowned, policy=CLIMBING, span=YEAR),
        told(*ROWS, *unowned, policy=replace(WEEKLY, overdue_every=(28,)), span=YEAR, name=name),
    )


def weekly(*mails: int, name: str = "as configured") -> Figures:
    """Figures of which only the weeks count."""
    mondays = [date(2027, 1, 4) + timedelta(days=7 * n) for n in range(len(mails))]
    weeks = tuple(WeekFigures(each, number, number) for each, number in zip(mondays, mails, strict=True))
    span = Span(mondays[0], mondays[-1] + timedelta(days=6))
    return replace(told(), name=name, span=span, mails=sum(mails), weeks=weeks)


def bars(svg: str) -> list[dict[str, float]]:
    found = [each.attrib for each in ElementTree.fromstring(svg).iter(f"{SVG}rect") if each.get("class") == "bar"]
    return [{name: float(each[name]) for name in ("x", "y", "width", "height")} for each in found]


def words(svg: str, look: str = "") -> list[str]:
    texts = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return [str(each.text) for each in texts if not look or each.get("class") == look]


@pytest.mark.parametrize("policies", [both, lambda: both()[:1], lambda: [told()]], ids=["two", "one", "nothing"])
def test_no_line_of_the_table_is_wider_than_eighty_columns(policies: Callable[[], Sequence[Figures]]) -> None:
    assert max(map(len, table(policies()))) <= 80


def test_the_table_shows_two_policies_side_by_side() -> None:
    strict, gentle = both("gentler")
    lines = table([strict, gentle])
    assert lines[0].split() == ["as", "configured", "gentler"]
    assert lines[1].split() == ["Mails", str(strict.mails), str(gentle.mails)]
    assert any(line.split()[:2] == ["Tom", "Ashgrove"] and len(line.split()) == 6 for line in lines)
    assert sum(line.startswith(" 25 Jan 2027") for line in lines) == 1


def test_the_table_tells_once_what_both_policies_never_chase_and_groups_it_by_reason() -> None:
    text = "\n".join(table(both()))
    assert text.count("has no owner") == 1
    assert "1.110, 1.111 and 18 more: has no owner" in " ".join(text.split())


def test_the_table_tells_apart_what_only_one_policy_never_chases() -> None:
    late = told(action("1", date(2027, 1, 20)), span=Span(date(2027, 1, 4), date(2027, 1, 10)), policy=WEEKLY)
    never = told(
        action("1", date(2027, 1, 20)),
        span=Span(date(2027, 1, 4), date(2027, 1, 10)),
        policy=replace(WEEKLY, before=()),
        name="late",
    )
    assert [line for line in table([late, never]) if line.startswith("Open actions never")] == [
        "Open actions never chased" + "0".rjust(33) + "1".rjust(20),
        "Open actions never chased under late",
    ]


def test_escalations_are_listed_up_to_a_length_and_the_rest_is_counted() -> None:
    strict = both()[0]
    lines = table([strict])
    start = lines.index("Escalations")
    assert lines[start + 1].split()[-2:] == ["Owen", "Price"]
    assert f"  … and {len(strict.escalations) - 20} more: --json lists them all" in lines


@pytest.mark.parametrize("mails", [(0,), (7,), (0, 0, 0), (500,) * 52, (1234, 3) * 52, (5, 1, 0, 9, 10, 11)])
def test_every_week_has_a_bar_with_its_number_and_its_words(mails: tuple[int, ...]) -> None:
    svg = chart([weekly(*mails)])
    assert words(svg, "number") == [str(each) for each in mails]
    assert len(bars(svg)) == len(mails)
    titles = [str(each.text) for each in ElementTree.fromstring(svg).iter(f"{SVG}title")]
    assert titles[1] == f"Week from 4 January 2027: {mails[0]} mails to {mails[0]} people"
    described = ElementTree.fromstring(svg).findtext(f"{SVG}desc") or ""
    assert all(f": {each}" in described for each in mails)


@pytest.mark.parametrize("weeks", [1, 6, 52, 105])
def test_bars_and_numbers_keep_clear_of_each_other_and_inside_the_picture(weeks: int) -> None:
    svg = chart([weekly(*[500] * weeks)])
    found = bars(svg)
    _, _, width, _ = map(float, ElementTree.fromstring(svg).attrib["viewBox"].split())
    assert all(left["x"] + left["width"] < right["x"] for left, right in pairwise(found))
    assert found[0]["x"] > 0
    assert found[-1]["x"] + found[-1]["width"] < width
    slot = found[1]["x"] - found[0]["x"] if weeks > 1 else width
    upright = "rotate(-90)" in svg
    assert slot >= (12 if upright else 3 * 7)


def test_a_bar_is_as_high_as_its_number_on_the_one_scale_of_both_policies() -> None:
    found = bars(chart([weekly(100, 50), weekly(25, 0, name="gentler")]))
    assert [each["height"] for each in found] == [196, 98, 49, 0]
    feet = [each["y"] + each["height"] for each in found]
    assert feet[0] == feet[1] < feet[2] == feet[3]


def test_each_policy_is_told_by_a_heading_of_its_own_not_by_a_colour() -> None:
    svg = chart([weekly(3), weekly(2, name='<b> & "gentler"')])
    assert words(svg, "head") == ["as configured", '<b> & "gentler"']
    assert {each.get("class") for each in ElementTree.fromstring(svg).iter(f"{SVG}rect")} == {"back", "bar"}


def test_the_picture_names_itself_and_turns_dark_with_its_reader() -> None:
    svg = chart([weekly(3, 4)])
    root = ElementTree.fromstring(svg)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    assert root.findtext(f"{SVG}title") == "Nudges a week, 4 January 2027 to 17 January 2027"
    assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")


def test_few_weeks_are_named_by_their_mondays_and_many_by_their_months() -> None:
    assert {"4 Jan", "11 Jan", "8 Feb"} <= set(words(chart([weekly(*range(6))])))
    year = words(chart([weekly(*range(60))]))
    assert [each for each in year if each in ("Jan", "Feb", "2027", "2028")] == [
        "Jan",
        "2027",
        "Feb",
        "Jan",
        "2028",
        "Feb",
    ]
