"""Which of the days that words name is proposed as the new date; all are said on Tuesday 6 October 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 10, 6)


def _read(words: str, ends: date | None = None) -> Update:
    (update,) = read_updates(words, "", (Mentioned("K4", "Relight the bowling green", due=ends),), SAID_ON)
    return update


@pytest.mark.parametrize(
    ("words", "end"),
    [
        # the last of several days that are of no step
        ("It goes to scrutiny on 3 November and to Full Council on 1 December", date(2026, 12, 1)),
        ("Bids close on 6 November so the award will be December", date(2026, 12, 31)),
        ("Executive deferred it on 1 September, it is going back on 10 November", date(2026, 11, 10)),
        ("Keys are handed over on 9 November, we open to bowlers on 7 December", date(2026, 12, 7)),
        ("Members have until 30 October to comment, then it goes to Executive on 24 November", date(2026, 11, 24)),
        ("The trial has been extended to November so the write-up will be January", date(2027, 1, 31)),
        ("The last of the columns goes in on 20 November", date(2026, 11, 20)),
        # a day given up before the one that holds
        ("It is on the agenda for 8 December, it was pulled from November", date(2026, 12, 8)),
        ("We will not make October, say 4 December", date(2026, 12, 4)),
        # a length of time counts from now
        ("four more weeks", date(2026, 11, 3)),
        ("We're three weeks away on this one", date(2026, 10, 27)),
        ("please extend by a fortnight", date(2026, 10, 20)),
        # in few words
        ("Say Easter", date(2027, 3, 28)),
        ("Realistically we're looking at spring next year", date(2027, 5, 31)),
        ("It goes to Executive on the 27th", date(2026, 10, 27)),
        ("The fix lands mid November so assume end November for us", date(2026, 11, 30)),
        ("no not yet. board is 17 november so it will be done then", date(2026, 11, 17)),
        ("The lamps will be in once the panel has agreed them on 12 November", date(2026, 11, 12)),
    ],
)
def test_the_likeliest_of_the_days_named_is_proposed(words: str, end: date) -> None:
    update = _read(words)
    assert (update.due and update.due.end, update.decision) == (end, Decision.ASK)
    assert "the new date?" in update.reason


@pytest.mark.parametrize(
    "words",
    [
        "Interviews on 4 November",
        "Shortlisted, interviews w/c 2 November",
        "We've taken on all three, start dates in November",
        "Contract let, first survey in November",
        "The next forum is on 10 November",
        "Tenders went out, they close on 6 November",
        "I've asked for comments by 23 October and then it goes to the board",
        "No electricians to be had, going out again in January",
        "I'm off now, back 19 October",
        "There's one more session before Christmas",
        "18 lamps for Q2 against a target of 15",
        "We won't get there by December",
        "If the grant is not in by November we will have to think again",
        "There is no money until April",
        "I don't think that is achievable by December",
    ],
)
def test_a_day_of_a_step_or_one_given_up_is_no_new_date(words: str) -> None:
    update = _read(words)
    assert update.due is None


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Not started. Can we say the end of January", date(2027, 1, 31)),
        ("In progress, should be done by the end of November", date(2026, 11, 30)),
        ("Partly done, 20 November for the rest", date(2026, 11, 20)),
    ],
)
def test_beside_a_status_a_day_is_proposed_where_it_is_told_as_an_end(words: str, end: date) -> None:
    update = _read(words)
    assert (update.due and update.due.end, update.decision) == (end, Decision.ASK)
    assert update.status is not None


@pytest.mark.parametrize(
    "words", ["In progress, evaluation panel on 24 November", "In progress. No budget until April"]
)
def test_beside_a_status_the_day_of_something_else_is_left_alone(words: str) -> None:
    update = _read(words)
    assert (update.due, update.decision) == (None, Decision.APPLY)


def test_next_year_behind_a_month_is_its_year() -> None:
    update = _read("New date is November next year")
    assert update.due is not None
    assert update.due.end == date(2027, 11, 30)


def test_of_several_days_it_is_said_that_they_are_more_than_one() -> None:
    reason = _read("It goes to scrutiny on 3 November and to Full Council on 1 December").reason
    assert "You name more than one date." in reason
    assert reason.endswith("Is 1 December 2026 the new date?")
