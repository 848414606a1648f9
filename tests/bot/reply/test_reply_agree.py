"""A plan lead's yes or no to a date that an owner wishes for."""

from __future__ import annotations

import pytest

from bot.reply.decide.verdict import is_plain_yes, leaves_it, verdict_in
from bot.reply.lines import Line


def _verdict(words: str) -> bool | None:
    return verdict_in([Line(line) for line in words.splitlines()])


@pytest.mark.parametrize(
    "words", ["AGREED", "Yes please", "Yes, please.", "Yes, thanks", "Agreed.\n\nThanks for asking"]
)
def test_a_plain_yes_agrees(words: str) -> None:
    assert _verdict(words) is True


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
    assert _verdict(words) is False


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
    assert _verdict(words) is None


@pytest.mark.parametrize(
    "words",
    [
        *(
            "OK by me",
            "That's fine, thanks",
            "I'm happy with that",
            "No objections",
            "Yes please, she has asked for it",
        ),
        *("Agreed, but please ensure that the minutes say so", "Agreed, they told me of it", "Approved - go ahead"),
    ],
)
def test_a_yes_in_everyday_words_agrees(words: str) -> None:
    assert _verdict(words) is True


@pytest.mark.parametrize("words", ["No - too late for the auditors", "Not approved, it was promised to members"])
def test_a_no_with_its_reason_on_the_same_line_refuses(words: str) -> None:
    assert _verdict(words) is False


@pytest.mark.parametrize(
    "words",
    [
        *("Not agreed - members need it by mid-May at the latest", "NOT AGREED\n\nNo later than Easter, please"),
        *("Agreed, but please make sure it is done by Easter", "Fine by me if Tom agrees", "Yes, Tom has it now"),
        *(
            "Yes, she can have half of it",
            "Happy with that, but not later",
            "No idea",
            "No, how about May?",
            "Not sure",
        ),
        *("Yes, he has left", "Agreed, she refuses", "Yes, he is off sick", "Yes, they are leaving"),
        *("Yes\n\nPlease make it June", "No\n\nBut June is fine"),
        *("Yes, move it to May", "Fine, make it sooner", "Yes, ask her", "Agreed in principle", "Yes, they say July"),
    ],
)
def test_what_offers_or_asks_for_something_else_is_for_a_person(words: str) -> None:
    assert _verdict(words) is None


@pytest.mark.parametrize(
    ("words", "leaves"),
    [
        *(("No, please leave it with the two of them", True), ("No, it stays with him", True), ("No", True)),
        *(("No, it's with facilities", False), ("No, leave it with Tom", False), ("Leave it with me", False)),
    ],
)
def test_a_no_may_say_that_all_stays_as_it_is(words: str, leaves: bool) -> None:
    assert leaves_it([Line(words)]) is leaves


@pytest.mark.parametrize(
    ("words", "plain"),
    [("Agreed, thanks", True), ("Yes please", True), ("Agreed, but please ensure that the minutes say so", False)],
)
def test_a_plain_yes_is_nothing_besides(words: str, plain: bool) -> None:
    assert is_plain_yes([Line(words)]) is plain
