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
        "NOT AGREED: the licence ends on 30 June, so it has to be done.",
        "NOT AGREED. It was promised to members for 12 May 2027.",
        "NOT AGREED because the inspectors come first",
        "Not agreed, as the Minister visits in May",
        "NOT AGREED Cabinet was promised 15 May",
        "Sorry, not agreed: the lease runs until 30 June",
        "NOT AGREED: it would cost us the 2027 grant",
        "NOT AGREED. Members agreed the date in May.",
        "NOT AGREED\n\nThe auditors come on 3 May.",
        "NOT AGREED: we promised it for 3 May",
        "NOT AGREED. Under this lease the roof is ours from June",
        "NOT AGREED, as it was put to members on 3 May",
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
        "NOT AGREED: 31 May",
        "NOT AGREED, mid-May please",
        "Not agreed. By the end of May at the latest.",
        "Not agreed - 30 May at the latest please, members want it for the June round.",
        "NOT AGREED 31 May is fine",
        "NOT AGREED: until Cabinet has met",
        "NOT AGREED. Agreed to 31 May.",
        "NOT AGREED: the board meets sooner. Please have it ready for 14 June",
        "NOT AGREED. Finish it by mid-May",
        "NOT AGREED, please aim for the 12th",
        "Not agreed. We could live with June",
        "NOT AGREED because it is late" + ", late" * 20 + ", but May is fine",
    ],
)
def test_half_a_yes_or_half_a_no_is_for_a_person(words: str) -> None:
    assert _agreed(words) is None
