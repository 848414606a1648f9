"""A plan lead's yes or no to a date that an owner wishes for."""

from __future__ import annotations

import pytest

from bot.reply.decide.agree import agreement_in
from bot.reply.lines import Line


def _agreed(words: str) -> bool | None:
    return agreement_in([Line(line) for line in words.splitlines()])


@pytest.mark.parametrize("words", ["AGREED", "Yes please", "Agreed.\n\nThanks for asking"])
def test_a_plain_yes_agrees(words: str) -> None:
    assert _agreed(words) is True


@pytest.mark.parametrize(
    "words",
    [
        "NOT AGREED",
        "No, sorry",
        "NOT AGREED, the council wants it this year",
        "Not agreed. The unions have seen the first date.",
        "not approved: too late for the budget",
        "NOT AGREED\n\nIt is too late for the budget.",
    ],
)
def test_a_plain_no_refuses_with_its_reason_or_without(words: str) -> None:
    assert _agreed(words) is False


@pytest.mark.parametrize(
    "words",
    [
        "NOT AGREED, but 31 May would be fine",
        "Not agreed with the team yet",
        "NOT AGREED - make it May",
        "Not agreed, unless the grant comes",
        "Agreed, but only to 31 May",
        "No idea",
    ],
)
def test_half_a_yes_or_half_a_no_is_for_a_person(words: str) -> None:
    assert _agreed(words) is None
