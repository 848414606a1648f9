"""Statuses nobody confirmed, rows that speak against themselves, and what stands in several plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from harbour import action, change, september

from bot.plan import Action, Due, Status
from bot.summary import Doubt, Rules

LATE = Due.on(date(2026, 8, 31))
ADDED = change("added", "", "words", date(2026, 3, 2))


def test_a_status_is_unconfirmed_when_nobody_vouched_for_it_for_sixty_days() -> None:
    summary = september(action(1), changes=(ADDED,))
    assert (summary.figures.unconfirmed, summary.annex[0].confirmed) == (1, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("fields", "changes"),
    [
        ({"last_reply": date(2026, 8, 1)}, ()),
        ({"progress": "1 August 2026, Ida Penrose: the survey is booked"}, ()),
        ({}, (change("status", "not_started", "in_progress", date(2026, 8, 1)),)),
        ({"status": Status.COMPLETED}, ()),
    ],
)
def test_an_answer_an_entry_or_a_change_of_status_confirms_it(fields: dict[str, object], changes: tuple[()]) -> None:
    assert september(action(1, **fields), changes=(ADDED, *changes)).figures.unconfirmed == 0


def test_the_sixtieth_day_is_still_confirmed_and_the_next_is_not() -> None:
    days = (date(2026, 8, 1), date(2026, 7, 31))
    assert [september(action(last_reply=day)).figures.unconfirmed for day in days] == [0, 1]


def test_an_answer_of_after_the_month_does_not_confirm_its_position() -> None:
    assert september(action(last_reply=date(2026, 10, 1))).figures.unconfirmed == 1


def test_a_row_first_read_after_the_month_is_as_fresh_as_that_reading() -> None:
    first_read = change("added", "", "words", date(2026, 10, 1))
    assert september(action(1), changes=(first_read,)).figures.unconfirmed == 0
    assert september(action(1)).figures.unconfirmed == 1


def test_freshness_can_be_switched_off() -> None:
    assert september(action(1), rules=Rules(unconfirmed_days=0)).figures.unconfirmed == 0


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        (action(due=LATE, status_text="On track"), Doubt.ON_TRACK_BUT_LATE),
        (action(due=LATE, progress="8 September 2026, Ida Penrose: all on schedule"), Doubt.ON_TRACK_BUT_LATE),
        (action(status_text="In progress, now expected by March 2027"), Doubt.HIDDEN_DATE),
        (action(status=Status.COMPLETED, status_text="Completed except for the slipway"), Doubt.DOUBTED_COMPLETION),
        (action(status=Status.COMPLETED, status_text="In progress"), Doubt.DOUBTED_COMPLETION),
        (action(completed_on=date(2026, 9, 1)), Doubt.COMPLETED_BUT_OPEN),
        (action(status_text="No problems. However the crane cannot be hired"), Doubt.NO_PROBLEMS_HOWEVER),
        (action(status_text="No issues to report, but the grant is late"), Doubt.NO_PROBLEMS_HOWEVER),
        (action(status_text="☒ Ahead of time ☒ Behind schedule"), Doubt.BOTH_BOXES),
        (action(status_text="Behind schedule. Time: within tolerance"), Doubt.BOTH_BOXES),
    ],
)
def test_a_row_that_speaks_against_itself_is_found(row: Action, doubt: Doubt) -> None:
    assert [each.doubt for each in september(row).doubts] == [doubt]


@pytest.mark.parametrize(
    "row",
    [
        action(status_text="On track"),
        action(due=LATE, status_text="No longer on track"),
        action(due=LATE, status_text="In progress"),
        action(status_text="In progress, due December 2026"),
        action(
            status_text="In progress, now expected by March 2027",
            due=LATE,
            revised_due=Due.on(date(2027, 3, 31)),
        ),
        action(status=Status.COMPLETED, status_text="Completed - the new pontoon opened in May"),
        action(status=Status.COMPLETED, completed_on=date(2026, 9, 1)),
        action(status=Status.COMPLETED, progress="3 September 2026, Ida Penrose: In use since the 28th."),
        action(status_text="No problems. The crane is hired"),
        action(status_text="There is no harbour master, but one is sought"),
        action(status_text="☒ On budget"),
        action(status_text=""),
    ],
)
def test_a_row_that_says_one_thing_raises_no_doubt(row: Action) -> None:
    assert september(row).doubts == ()


def test_a_status_printed_before_an_answer_or_a_change_is_no_longer_held_against_it() -> None:
    answered = action(1, status=Status.COMPLETED, status_text="In progress", progress="1 September 2026, Ida: done")
    changed = action(2, status=Status.COMPLETED, status_text="In progress")
    change_of_status = change("status", "in_progress", "completed", date(2026, 9, 2), number=2)
    assert september(answered, changed, changes=(change_of_status,)).doubts == ()


SNAGS = "Handed over; only the snags outstanding belong to the builder"


@pytest.mark.parametrize(
    ("told", "why", "later", "doubts"),
    [
        (SNAGS, SNAGS, "", 0),
        (SNAGS, "Yes", "", 0),
        (SNAGS, "", "", 1),
        ("Done", "Done", "21 September 2026, Ida Penrose: still in progress, sorry", 1),
    ],
)
def test_what_an_answer_closed_is_doubted_for_later_words_alone(told: str, why: str, later: str, doubts: int) -> None:
    day = date(2026, 9, 18 if why == told else 20)
    row = action(status=Status.COMPLETED, progress=f"18 September 2026, Ida Penrose: {told}\n{later}")
    summary = september(row, changes=(ADDED, change("status", "in_progress", "completed", day, why=why)))
    assert (len(summary.doubts), len(summary.questions)) == (doubts, doubts)


def elsewhere(number: int, **fields: object) -> Action:
    return replace(action(number, **fields), plan="Estuary Plan", ref=f"E{number}")


def test_a_completion_that_its_own_words_doubt_is_a_question_to_settle() -> None:
    row = action(status=Status.COMPLETED, status_text="Completed apart from the lift, which waits for parts")
    [question] = september(row).questions
    assert (question.action.ref, question.question) == (
        "1",
        "Its status is Completed. Yet it says “Completed apart from the lift, which waits for parts”",
    )


def test_a_theme_that_another_plan_has_too_is_told_with_its_figures() -> None:
    other = (elsewhere(1, theme="The quays and slipways", due=LATE), elsewhere(2, theme="Dredging"))
    [row] = september(action(theme="Quay & slipway"), others=other).repeated
    assert (row.text, row.ref, row.other_plan, row.open, row.overdue) == ("Quay & slipway", "", "Estuary Plan", 1, 1)


def test_an_open_action_in_the_same_words_elsewhere_is_told_with_its_reference() -> None:
    ours = replace(action(1), text="Survey the north quay and report to committee")
    theirs = replace(elsewhere(7), text="Survey of the North Quay: report to the committee")
    [row] = september(ours, others=(theirs,)).repeated
    assert (row.ref, row.other_refs) == ("1", ("E7",))
    closed = replace(theirs, status=Status.COMPLETED)
    assert september(ours, others=(closed,)).repeated == ()


def test_short_actions_alike_are_no_repetition() -> None:
    ours, theirs = replace(action(1), text="Review policy"), replace(elsewhere(1), text="Review policy")
    assert september(ours, others=(theirs,)).repeated == ()
