"""A wish to be reminded later is never taken for a new date, nor a new date for it; said on Thursday 1 October 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates, within_bound

SAID_ON = date(2026, 10, 1)
KNOWN = (Mentioned("8.iii", "Review the tenancy agreement"),)


def said(words: str) -> Update:
    (update,) = read_updates(words, "", KNOWN, SAID_ON)
    return update


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("Remind me again in two weeks", date(2026, 10, 15)),
        ("8.iii: remind me again in two weeks, please", date(2026, 10, 15)),
        ("Hi,\n\nPlease leave this until 20 October.\n\nThanks", date(2026, 10, 20)),
        ("Can you chase me next month?", date(2026, 11, 1)),
        ("Could you remind me in November?", date(2026, 11, 1)),
        ("Ask me again in a fortnight's time", date(2026, 10, 15)),
        ("Please don't chase me until 20 October", date(2026, 10, 20)),
        ("Leave it with me for two weeks", date(2026, 10, 15)),
        ("Remind me after 20 October", date(2026, 10, 21)),
        ("Remind me at the end of October", date(2026, 10, 31)),
        ("Try again next week", date(2026, 10, 5)),
        ("Remind me in two weeks, busy with the inspection", date(2026, 10, 15)),
        ("Remind me again in two weeks. We are rather stretched.", date(2026, 10, 15)),
        ("Snooze until 20 October", date(2026, 10, 20)),
        ("Snooze please until 20 October", date(2026, 10, 20)),
        ("Snooze to 20 October", date(2026, 10, 20)),
        ("Get back to me in two weeks", date(2026, 10, 15)),
        ("Please check in with me in November", date(2026, 11, 1)),
        ("Remind me on 12-14 October", date(2026, 10, 14)),
        ("Remind me on 30 September", date(2027, 9, 30)),
    ],
)
def test_a_plain_wish_is_kept_to_its_day_and_changes_no_date(words: str, until: date) -> None:
    update = said(words)
    assert (update.decision, update.snooze, update.due, update.status) == (Decision.APPLY, until, None, None)


def test_a_status_of_something_that_goes_on_may_stand_beside_it() -> None:
    update = said("On track. Remind me again in two weeks.")
    expected = (Decision.APPLY, Status.IN_PROGRESS, date(2026, 10, 15))
    assert (update.decision, update.status, update.snooze) == expected
    assert update.rule == "says in progress, asks to be reminded later"
    pressed = said("8.iii: ON TRACK\nRemind me again in two weeks.")
    assert (pressed.decision, pressed.status, pressed.snooze) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Remind me in two weeks if legal agree",
        "Remind me when legal have agreed",
        "Remind me in two weeks?",
        "Leave this until the board meets",
        "Leave this until 20 October, it will be done by then",
        "Done. Remind me again in two weeks.",
        "New date is 30 June. Remind me in two weeks.",
        "Remind me in two weeks, it is no longer needed",
        "In progress, the new date is 30 June 2027. Remind me in two weeks",
        "On track if legal agree. Remind me in two weeks",
        "Remind me yesterday",
        "Remind me on 1 October",
        "Remind me on 30 September 2026",
        "Remind me again in two weeks. On track*",
        "Remind me in two weeks, busy with it but nearly done",
        "Leave this until Monday, I am waiting for legal",
        "Remind me around 20 October",
        "Remind me in two weeks. Sorry, it all depends on legal",
        "8.iii: ON TRACK\nRemind me in two weeks if legal agree",
        "8.iii: DONE\nRemind me in two weeks",
        "8.iii: NEW DATE 30 June\nRemind me in two weeks",
    ],
)
def test_a_wish_with_anything_else_about_it_is_asked_about(words: str) -> None:
    update = said(words)
    assert update.decision is Decision.ASK
    assert update.reason.endswith("?")


@pytest.mark.parametrize(
    "words",
    [
        "We will leave this until 20 October",
        "Can we leave this until 20 October?",
        "Don't leave this until 20 October",
        "This needs until 20 October",
        "Remind Karen in two weeks",
        "I'll get back to you in two weeks",
        "Please move this to 20 October",
        "New date is 20 October",
        "The date is now 20 October, so leave it until then",
    ],
)
def test_words_about_the_work_are_no_wish_to_be_left_alone(words: str) -> None:
    assert said(words).snooze is None


def test_a_wish_beyond_the_bound_gets_the_days_that_are_allowed_and_says_so() -> None:
    update = said("Remind me in two weeks")
    assert within_bound(update, SAID_ON, 14) == update
    cut = within_bound(update, SAID_ON, 13)
    assert (cut.decision, cut.snooze) == (Decision.APPLY, date(2026, 10, 14))
    assert cut.reason == "You asked for 15 October 2026, and we leave an action alone for at most 13 days."


def test_where_nobody_is_left_alone_a_wish_to_be_is_asked_about() -> None:
    asked = within_bound(said("Remind me in two weeks"), SAID_ON, 0)
    assert (asked.decision, asked.snooze) == (Decision.ASK, None)
    assert asked.reason == "Reminders cannot be put off here. Is there a new date?"


def test_the_question_about_a_wish_beyond_the_bound_names_the_day_that_a_yes_would_set() -> None:
    update = said("Remind me in two weeks, it all hangs on Finance")
    assert "until 15 October 2026?" in update.reason
    asked = within_bound(update, SAID_ON, 13)
    assert (asked.decision, asked.snooze) == (Decision.ASK, date(2026, 10, 14))
    assert asked.reason.endswith("May we leave this alone until 14 October 2026?")


@pytest.mark.parametrize("beside", ["Up to my neck in year end", "Inspectors are in until the end of March"])
def test_a_day_beside_the_wish_that_nobody_asks_about_is_proposed_to_nobody(beside: str) -> None:
    update = said(f"Could you remind me again in two weeks please? {beside}.")
    assert (update.decision, update.snooze, update.due) == (Decision.ASK, date(2026, 10, 15), None)
