"""The admins' mail: what waits for a person, near-identical things in one line."""

from __future__ import annotations

from pathlib import Path

from bot.compose import Composer, NoticeView, Waiting

COMPOSER = Composer(Path(__file__).resolve().parents[3] / "templates")


def lines(*waiting: str) -> list[str]:
    """The lines of a mail about these things, each as one line."""
    text = COMPOSER.notice(NoticeView((Waiting("Waiting", "See to it.", waiting),), "Tamberley Council")).text
    found: list[str] = []
    for line in text.splitlines():
        if line.startswith("- "):
            found.append(line.removeprefix("- "))
        elif found and line.startswith("  "):
            found[-1] += f" {line.strip()}"
    return found


def test_actions_of_a_plan_of_which_the_same_is_said_share_a_line() -> None:
    assert lines(
        "Budget plan, 1.1: has no owner: name one in the list",
        "Budget plan, 1.2: nobody is known behind Cabinet",
        "Budget plan, 1.4: has no owner: name one in the list",
        "Housing plan, 1.4: has no owner: name one in the list",
    ) == [
        "Budget plan, 1.1, 1.4: has no owner: name one in the list",
        "Budget plan, 1.2: nobody is known behind Cabinet",
        "Housing plan, 1.4: has no owner: name one in the list",
    ]


def test_what_has_nothing_in_common_stays_as_it_is() -> None:
    apart = (
        "There is no folder ours, or theirs",
        "There is no folder ours, or hers",
        "Run 1: 3 nudges",
        "A, b: c",
        "A, b",
    )
    assert lines(*apart) == list(apart)


def test_of_very_many_actions_the_rest_is_counted_and_the_headline_counts_each() -> None:
    many = tuple(f"Plan, {number}: has no owner" for number in range(1, 26))
    assert lines(*many) == ["Plan, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 15 more: has no owner"]
    view = NoticeView((Waiting("Waiting", "See to it.", many),), "Tamberley Council")
    assert COMPOSER.notice(view).subject.startswith("25 things wait")
