"""The date of what an action asks for, named by its deed or its thing; all is said on Friday 2 October 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.reply import Decision, Mentioned, Update, asked_back, read_updates

SAID_ON = date(2026, 10, 2)
LAUNCH = "Launch the parking permit portal"
DEPOTS = "Close the depots at Aske and Brind"
LIST = "Publish the list of grants"


def said(words: str, action: str) -> Update:
    (update,) = read_updates(words, "", (Mentioned("6.4", action),), SAID_ON)
    return update


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (LAUNCH, "The launch date has been moved to 4 December 2026."),
        (LAUNCH, "Launch moved to 4 December 2026"),
        (LAUNCH, "Parking permit portal date should be 4/12/26"),
        (DEPOTS, "Please use 4 December 2026 as the target date for the closure of the depots."),
        ("Agree a leave policy with the unions", "We propose a target date of 4 December 2026 for reaching agreement."),
        (LIST, "Will be published by 4 December."),
        (DEPOTS, "Cabinet has agreed 4 December 2026 for both depots."),
        ("Clear the backlog of permits", "It will be clear by 4 December."),
        ("Open the sensory garden", "A pipe burst. Revised opening date 4 December 2026."),
        ("Open the sensory garden", "Revised opening Friday 4 December"),
        (LIST, "New publication date is 4 December."),
    ],
)
def test_the_date_of_what_the_action_asks_for_is_its_own(action: str, words: str) -> None:
    update = said(words, action)
    assert (update.decision, update.due and update.due.end) == (Decision.APPLY, date(2026, 12, 4))


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (LAUNCH, "The pilot launch date has been moved to 4 December 2026."),
        (LAUNCH, "Their launch moved to 4 December 2026."),
        (LAUNCH, "The date for the launch meeting is moved to 4 December 2026."),
        (LAUNCH, "Has the launch date been moved to 4 December 2026?"),
        (LAUNCH, "Launch moved to 4 December 2026 if the supplier is ready."),
        ("Launch the pilot and roll it out", "The launch date has been moved to 4 December 2026."),
        ("Open the sensory garden", "Revised opening hours from 4 December."),
        ("Open the sensory garden", "Revised opening 4 December if the turf takes."),
        ("Review the market rents", "Revised review date 4 December."),
        ("Review the market rents", "The review date has been moved to 4 December 2026."),
        ("Train the wardens", "The training date has been moved to 4 December 2026."),
        (DEPOTS, "Please use 4 December 2026 as the target date for the closure of Aske."),
        (DEPOTS, "Please use 4 December 2026 as the target date for the consultation."),
        (DEPOTS, "Cabinet has agreed 4 December 2026 for both consultations."),
        ("Clear the backlog of permits", "Two wards are left. It will be clear by 4 December."),
        (LIST, "The summary will be published by 4 December."),
        (LIST, "Will be published by 4 December if Members agree."),
        (LIST, "You wrote that the publication date is 4 December 2026."),
        ("Publish the list of grants every month", "Will be published by 4 December."),
    ],
)
def test_the_date_of_a_step_or_a_part_is_asked_about(action: str, words: str) -> None:
    assert said(words, action).decision is Decision.ASK


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The pilot portal is on hold until the budget is set.", None),
        ("The permit office is on hold until the budget is set.", None),
        ("The portal is at risk of attack.", None),
    ],
)
def test_what_the_action_asks_for_is_the_whole_of_it(words: str, status: str | None) -> None:
    update = said(words, LAUNCH)
    assert (update.status if update.decision is Decision.APPLY else None) == status


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("This will slip a fortnight.", date(2026, 10, 15)),
        ("Launch has slipped by three weeks because of the flood", date(2026, 10, 22)),
        ("Slips 10 days, sorry", date(2026, 10, 11)),
        ("It may slip a month", None),
        ("The invoices slipped a month in May", None),
        ("The pilot will slip a month", None),
    ],
)
def test_what_slips_by_a_time_slips_from_the_date_of_the_action(words: str, end: date | None) -> None:
    action = Mentioned("6.4", LAUNCH, ends=date(2026, 10, 1))
    (update,) = read_updates(words, "", (action,), SAID_ON)
    assert (update.due and update.due.end if update.decision is Decision.APPLY else None) == end
    (update,) = read_updates(words, "", (replace(action, ends=None),), SAID_ON)
    assert update.decision is Decision.ASK


@pytest.mark.parametrize(
    ("words", "ends", "decision"),
    [
        ("On target for the end of January.", date(2026, 10, 1), Decision.ASK),
        ("12 of 30 in, on track for January", date(2026, 10, 1), Decision.ASK),
        ("On track for 14 January", date(2027, 1, 14), Decision.APPLY),
        ("On track", date(2026, 10, 1), Decision.APPLY),
        ("On track for a change", date(2026, 10, 1), Decision.APPLY),
    ],
)
def test_a_day_that_overdue_work_is_on_track_for_may_be_its_new_date(
    words: str, ends: date, decision: Decision
) -> None:
    (update,) = read_updates(words, "", (Mentioned("6.4", LAUNCH, ends=ends),), SAID_ON)
    assert update.decision is decision


@pytest.mark.parametrize(
    "words",
    [
        "New date 4 December 2026 agreed with the lighting contractor.",
        "New date 4 December 2026 confirmed by Orsett Legal Practice",
        "Moved to 4 December 2026 by the board so that the signs can be made.",
        "This needs to move to 4 December 2026. The traders asked for another look at the first section.",
    ],
)
def test_a_new_date_bears_who_agreed_to_it_and_the_account_of_why(words: str) -> None:
    update = said(words, LAUNCH)
    assert (update.due and update.due.end, update.decision) == (date(2026, 12, 4), Decision.APPLY)


@pytest.mark.parametrize(
    "words",
    [
        "New date 4 December 2026 agreed in principle.",
        "New date 4 December 2026 agreed for the first section",
        "Moved to 4 December 2026 by the board prices",
        "This needs to move to 4 December 2026. The first section is to follow.",
    ],
)
def test_a_new_date_that_somebody_bends_or_that_is_of_a_part_is_asked_about(words: str) -> None:
    assert said(words, LAUNCH).decision is Decision.ASK


@pytest.mark.parametrize(
    ("words", "day", "asked"),
    [
        ("On track for 14 January", date(2027, 1, 14), "Its date has passed. Is “14 January” the new date?"),
        ("On track for next week, the vans are in", date(2026, 10, 11), "Is “next week” the new date?"),
        ("On track for 30 September", None, "Its date has passed, and you name “30 September”. Which day is it?"),
    ],
)
def test_a_yes_to_the_question_about_it_sets_the_day(words: str, day: date | None, asked: str) -> None:
    action = Mentioned("6.4", LAUNCH, ends=date(2026, 10, 1))
    (update,) = read_updates(words, "", (action,), SAID_ON)
    assert (update.due and update.due.end, asked in update.reason) == (day, True)
    question = asked_back(update.reason, update.status, update.due.end if update.due else None)
    assert (question.due, question.wants_date) == (day, True)
