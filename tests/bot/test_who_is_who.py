from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.directory import Standing
from bot.plan import Holder, Person
from bot.who_is_who import PostRow, faults, holders, nobody_stands_in, notes_on_managers, post_managers, standings

TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
KAREN = Person("Karen Whitlock", "karen.whitlock@tamberley.example")
OWEN = Person("Owen Price", "owen.price@tamberley.example")
TODAY = date(2026, 10, 1)
AWAY = Standing(away_from=date(2026, 10, 5), away_to=date(2026, 10, 16))


def row(person: Person, standing: Standing | None = None, **given: object) -> PostRow:
    return PostRow(f"Post of {person.name}", (person,), standing or Standing(), **given)  # type: ignore[arg-type]


def test_a_list_that_is_whole_has_no_faults() -> None:
    rows = [row(TOM, replace(AWAY, manager=OWEN, deputy=KAREN)), row(KAREN, Standing(manager=OWEN)), row(OWEN)]
    assert faults(rows, TODAY) == []


def test_managers_that_go_round_are_told_once() -> None:
    rows = [row(TOM, Standing(KAREN)), row(KAREN, Standing(OWEN)), row(OWEN, Standing(TOM))]
    [told] = faults(rows, TODAY)
    assert told == (
        "Owen Price is the manager of Karen Whitlock, Tom Ashgrove is the manager of Owen Price, "
        "Karen Whitlock is the manager of Tom Ashgrove: nobody stands above them, so put one of these right"
    )
    assert len(faults([row(TOM, Standing(TOM))], TODAY)) == 1
    below_a_loop = [row(TOM, Standing(KAREN)), row(KAREN, Standing(OWEN)), row(OWEN, Standing(KAREN))]
    assert len(faults(below_a_loop, TODAY)) == 1


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        (Standing(away_from=date(2026, 10, 16), away_to=date(2026, 10, 20)), 1),
        (Standing(away_from=date(2026, 10, 16)), 1),
        (Standing(away_to=date(2026, 10, 5)), 1),
        (Standing(away_from=date(2026, 10, 17)), 0),
        (Standing(away_to=date(2026, 10, 4)), 0),
        (Standing(), 0),
    ],
)
def test_a_deputy_who_is_away_as_well_is_told(away: Standing, expected: int) -> None:
    found = faults([row(TOM, replace(AWAY, deputy=KAREN)), row(KAREN, away)], TODAY)
    assert (
        found
        == ["Karen Whitlock stands in for Tom Ashgrove and is away at the same time: name another deputy"] * expected
    )


@pytest.mark.parametrize(
    ("deputys", "owens", "uncovered"),
    [
        (OWEN, Standing(), []),
        (OWEN, Standing(away_from=date(2026, 10, 17)), []),
        (OWEN, Standing(away_from=date(2026, 10, 16)), ["Tom Ashgrove", "Karen Whitlock"]),
        (TOM, Standing(), ["Tom Ashgrove", "Karen Whitlock"]),
    ],
)
def test_a_deputy_who_is_away_as_well_is_no_fault_while_their_own_deputy_covers(
    deputys: Person, owens: Standing, uncovered: list[str]
) -> None:
    rows = [row(TOM, replace(AWAY, deputy=KAREN)), row(KAREN, replace(AWAY, deputy=deputys)), row(OWEN, owens)]
    told = "{} stands in for {} and is away at the same time: name another deputy"
    stand_in = {TOM.name: KAREN.name, KAREN.name: deputys.name}
    assert faults(rows, TODAY) == [told.format(stand_in[each], each) for each in uncovered]


def test_an_absence_that_is_over_is_told_no_more() -> None:
    rows = [row(TOM, replace(AWAY, deputy=KAREN)), row(KAREN, AWAY)]
    assert faults(rows, date(2026, 10, 16)) != []
    assert faults(rows, date(2026, 10, 17)) == []


def test_holes_in_a_row_are_told_with_the_post() -> None:
    backwards = Standing(away_from=date(2026, 10, 16), away_to=date(2026, 10, 5))
    assert faults([row(TOM, Standing(deputy=TOM))], TODAY) == [
        "Tom Ashgrove is named as their own deputy: name somebody else"
    ]
    assert faults([row(TOM, backwards, bad_address="tom at tamberley", lost=("Manager",))], TODAY) == [
        '"Post of Tom Ashgrove": somebody picked as Manager has no mail address: pick somebody else',
        '"Post of Tom Ashgrove": "tom at tamberley" is no mail address: correct it',
        '"Post of Tom Ashgrove": away to 2026-10-05 is before away from 2026-10-16: set one of them right',
    ]


def test_what_one_row_says_of_a_person_is_not_lost_by_another_that_says_nothing() -> None:
    rows = [row(TOM, Standing(manager=OWEN)), row(TOM, replace(AWAY, deputy=KAREN)), row(TOM)]
    assert standings(rows)[TOM.address] == replace(AWAY, manager=OWEN, deputy=KAREN)


def test_each_post_has_the_manager_of_its_own_row() -> None:
    rows = [
        PostRow("Head of Housing", (TOM,), Standing(manager=OWEN)),
        PostRow("Head of Estates", (TOM,), Standing(manager=KAREN)),
        PostRow("Pat Gone", (TOM,)),
        PostRow("Vacant", (), Standing(deputy=KAREN, manager=OWEN)),
    ]
    assert post_managers(rows) == {
        ("head of housing", TOM.address): OWEN,
        ("head of estates", TOM.address): KAREN,
        ("pat gone", TOM.address): None,
        ("vacant", KAREN.address): OWEN,
    }
    different, blank = notes_on_managers(rows)
    assert different == (
        "Tom Ashgrove has different managers as Head of Housing and Head of Estates: each is told of the actions of "
        "that post, and Owen Price, in the row entered first, of those printed with the name alone"
    )
    assert blank == 'no Manager is named for "Pat Gone": what stays late there goes to the plan\'s lead, if it has one'
    assert notes_on_managers([rows[0], replace(rows[1], standing=rows[0].standing)]) == []


def test_who_is_away_without_a_deputy_is_told_until_they_are_back() -> None:
    without, covered = row(TOM, AWAY), row(KAREN, replace(AWAY, deputy=OWEN))
    [told] = nobody_stands_in([without, covered, row(OWEN)], date(2026, 10, 16))
    assert told == (
        "Tom Ashgrove is away from 2026-10-05 to 2026-10-16 without a deputy: name one, or nobody is told of what "
        "stays late with them until they are back"
    )
    assert nobody_stands_in([without], date(2026, 10, 17)) == []
    [no_end] = nobody_stands_in([row(TOM, Standing(away_from=date(2026, 10, 5)))], TODAY)
    assert no_end.startswith("Tom Ashgrove is away from 2026-10-05 without a deputy")


def test_a_post_nobody_holds_is_the_deputys() -> None:
    assert PostRow("Head of Housing", (), Standing(deputy=KAREN)).behind == (KAREN,)
    assert row(TOM, Standing(deputy=KAREN)).behind == (TOM,)


def test_a_post_that_nobody_holds_has_its_deputy_behind_it_or_nobody_where_whoever_is_picked_has_no_address() -> None:
    rows = [
        row(TOM, Standing(deputy=KAREN)),
        PostRow("Head of Parks", (), Standing(deputy=KAREN), lost=("Person",)),
        PostRow("Head of Finance", (), lost=("Person", "Manager")),
        PostRow("Head of Leisure", (), lost=("Deputy",)),
        PostRow("Clerk", (), lost=("Manager",)),
        PostRow("Mayor"),
    ]
    assert holders(rows) == {
        "head of parks": Holder.DEPUTY,
        "head of finance": Holder.WITHOUT_ADDRESS,
        "head of leisure": Holder.WITHOUT_ADDRESS,
    }
