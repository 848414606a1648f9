from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from harbour import action, change, september

from bot.plan import Action, Due, DueKind, Owner, Precision, Status
from bot.summary import Closed, Figures, OnRecord, Standing, Summary, period_for, summarise

SEED = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds" / "truth" / "seed-000.json"
SOUTH_SOMERSET_BY_HAND = (16, 6, 1, 0)
"""Open (34 rows less 18 completed), overdue, due by 30 October (5.iii; O4: the 31st), completed in September."""


@pytest.mark.parametrize(
    ("today", "label"),
    [
        (date(2026, 9, 20), "August 2026"),
        (date(2026, 9, 21), "September 2026"),
        (date(2026, 9, 30), "September 2026"),
        (date(2026, 10, 1), "September 2026"),
        (date(2027, 1, 4), "December 2026"),
        (date(2024, 2, 20), "February 2024"),
        (date(2024, 2, 19), "January 2024"),
    ],
)
def test_a_summary_is_about_this_month_only_in_its_last_ten_days(today: date, label: str) -> None:
    assert period_for(today).label == label


def test_what_is_due_on_the_last_day_of_the_month_is_not_overdue_on_it() -> None:
    summary = september(action(1, due=Due.on(date(2026, 9, 30))), action(2, due=Due.on(date(2026, 9, 29))))
    assert [(row.action.ref, row.days_late) for row in summary.overdue] == [("2", 1)]


def test_overdue_actions_stand_worst_first_and_ties_in_printed_order() -> None:
    days = [date(2026, 9, 1), date(2026, 7, 31), date(2026, 9, 1)]
    summary = september(*(action(number, due=Due.on(day)) for number, day in enumerate(days)))
    assert [row.action.ref for row in summary.overdue] == ["1", "0", "2"]


def test_a_summary_made_before_the_month_is_over_shows_the_day_of_making() -> None:
    summary = september(action(due=Due.on(date(2026, 9, 25))), today=date(2026, 9, 24))
    assert summary.as_of == date(2026, 9, 24)
    assert (summary.figures.overdue, summary.figures.due_soon) == (0, 1)


def test_an_action_completed_after_the_month_was_still_open_at_its_end() -> None:
    done = action(due=Due.on(date(2026, 8, 31)), status=Status.COMPLETED, completed_on=date(2026, 10, 1))
    summary = september(done)
    assert (summary.figures.open, summary.figures.overdue, summary.figures.completed) == (1, 1, 0)
    closed = Closed(Status.COMPLETED, date(2026, 10, 1))
    assert summary.overdue[0].since == closed
    assert (summary.annex[0].action.status, summary.annex[0].since) == (Status.UNKNOWN, closed)


def test_a_status_changed_after_the_month_counts_as_it_was() -> None:
    later = change("status", "in_progress", "on_hold", date(2026, 10, 1))
    theme = september(action(status=Status.ON_HOLD), changes=(later,)).figures.themes[0]
    assert (theme.under_way, theme.at_risk) == (1, 0)


def test_completed_actions_are_those_closed_within_the_month_however_that_is_known() -> None:
    by_date = action(1, status=Status.COMPLETED, completed_on=date(2026, 9, 30))
    by_change = action(2, status=Status.COMPLETED)
    earlier = action(3, status=Status.COMPLETED, completed_on=date(2026, 8, 31))
    unknown = action(4, status=Status.COMPLETED)
    closing = change("status", "in_progress", "completed", date(2026, 9, 4), number=2)
    summary = september(by_date, by_change, earlier, unknown, changes=(closing,))
    assert [(row.action.ref, row.on.day) for row in summary.completed] == [("2", 4), ("1", 30)]


def test_a_cancelled_action_is_closed_but_not_completed() -> None:
    summary = september(action(status=Status.CANCELLED, completed_on=date(2026, 9, 4)))
    assert (summary.figures.open, summary.figures.completed, summary.figures.themes[0].closed) == (0, 0, 1)


def test_a_recorded_move_tells_both_dates_the_days_and_the_owners_words() -> None:
    moved = action(due=Due.on(date(2026, 8, 31)), revised_due=Due.on(date(2026, 10, 31)))
    move = change("due", "2026-08-31", "2026-10-31", date(2026, 9, 8), why="waiting for the survey")
    row = september(moved, changes=(move,)).moved[0]
    assert (row.old, row.new, row.days) == (date(2026, 8, 31), date(2026, 10, 31), 61)
    assert (row.why, row.times, row.on) == ("waiting for the survey", 1, date(2026, 9, 8))


def test_a_revised_date_that_came_with_the_import_is_a_move_too_with_the_status_as_its_reason() -> None:
    moved = action(due=Due.on(date(2026, 8, 31)), revised_due=Due.on(date(2026, 12, 31)), status_text="now December")
    row = september(moved).moved[0]
    assert (row.days, row.why, row.on) == (122, "now December", None)


def test_a_status_that_only_says_in_progress_is_no_reason_for_a_move() -> None:
    moved = action(revised_due=Due.on(date(2027, 1, 31)), status_text="In Progress", progress="the survey is late")
    assert september(moved).moved[0].why == "the survey is late"


def test_every_recorded_move_counts_and_the_old_date_is_the_one_before_this_month() -> None:
    moved = action(due=Due.on(date(2026, 6, 30)), revised_due=Due.on(date(2026, 12, 31)))
    moves = (
        change("due", "2026-06-30", "2026-08-31", date(2026, 7, 1)),
        change("due", "2026-08-31", "2026-10-31", date(2026, 9, 1)),
        change("due", "2026-10-31", "2026-12-31", date(2026, 9, 20)),
    )
    row = september(moved, changes=moves).moved[0]
    assert (row.old, row.times) == (date(2026, 8, 31), 3)


def test_a_date_moved_to_and_fro_is_still_told_against_the_one_first_agreed() -> None:
    moved = action(due=Due.on(date(2026, 8, 31)), revised_due=Due.on(date(2026, 12, 31)))
    moves = (
        change("due", "2026-12-31", "2027-01-31", date(2026, 9, 1)),
        change("due", "2027-01-31", "2026-12-31", date(2026, 9, 2)),
    )
    assert september(moved, changes=moves).moved[0].old == date(2026, 8, 31)


def test_a_date_brought_forward_has_moved_by_fewer_than_no_days() -> None:
    move = change("due", "2026-12-31", "2026-12-01", date(2026, 9, 8))
    moved = action(revised_due=Due.on(date(2026, 12, 1)))
    assert september(moved, changes=(move,)).moved[0].days == -30


def test_a_first_date_for_an_action_without_one_has_not_moved() -> None:
    move = change("due", "", "2026-12-31", date(2026, 9, 8))
    assert september(action(), changes=(move,)).moved == ()


def test_old_moves_of_closed_actions_are_not_told_again() -> None:
    closed = action(
        due=Due.on(date(2026, 6, 30)),
        revised_due=Due.on(date(2026, 8, 31)),
        status=Status.COMPLETED,
        completed_on=date(2026, 8, 20),
    )
    assert september(closed).moved == ()


def test_silence_is_told_by_owner_and_an_answer_on_the_day_of_asking_ends_it() -> None:
    asked = date(2026, 9, 21)
    silent = [action(1), action(2, last_reply=date(2026, 8, 1))]
    answered = action(3, last_reply=asked)
    nudged = {("Harbour Plan", str(number)): asked for number in (1, 2, 3)}
    summary = september(*silent, answered, nudged=nudged)
    row = summary.no_reply[0]
    assert (row.owner, len(row.actions), row.last_asked, row.last_heard) == (
        "Town Clerk",
        2,
        asked,
        date(2026, 8, 1),
    )
    assert summary.figures.no_reply == 2


def test_an_open_action_without_owner_or_date_is_a_question_and_ongoing_is_not() -> None:
    neither = action(1, owners=(), due=Due("TBC"))
    ongoing = action(2, due=Due("Ongoing", kind=DueKind.ONGOING))
    held = action(3, question="Which of the two rows is meant?")
    closed = action(4, owners=(), due=Due(), status=Status.COMPLETED)
    questions = september(neither, ongoing, held, closed).questions
    assert [row.question for row in questions] == [
        'It has no owner and has no date that can be chased ("TBC").',
        "Which of the two rows is meant?",
    ]


def test_a_row_that_repeats_another_is_counted_nowhere_but_stands_in_the_annex() -> None:
    late = action(1, due=Due.on(date(2026, 8, 31)))
    summary = september(late, replace(late, item_id="2", repeat_of="1"))
    assert (summary.figures.open, summary.figures.overdue, len(summary.annex)) == (1, 1, 2)


@pytest.mark.parametrize(
    ("statuses", "due", "standing"),
    [
        ((Status.IN_PROGRESS,), date(2026, 8, 30), Standing.LATE),
        ((Status.IN_PROGRESS,), date(2026, 8, 31), Standing.ATTENTION),
        ((Status.AT_RISK,), date(2026, 12, 31), Standing.ATTENTION),
        ((Status.NOT_STARTED,), date(2026, 12, 31), Standing.ON_TRACK),
        ((Status.UNKNOWN,), date(2026, 12, 31), Standing.NOT_KNOWN),
        ((Status.UNKNOWN, Status.ONGOING), date(2026, 12, 31), Standing.ON_TRACK),
        ((Status.COMPLETED, Status.SUPERSEDED), date(2026, 8, 1), Standing.COMPLETE),
    ],
)
def test_a_theme_stands_as_its_worst_open_action(statuses: tuple[Status, ...], due: date, standing: Standing) -> None:
    actions = (action(number, status=status, due=Due.on(due)) for number, status in enumerate(statuses))
    assert september(*actions).figures.themes[0].standing is standing


def test_a_status_change_whose_old_words_are_unknown_still_counts_as_open() -> None:
    done = action(status=Status.COMPLETED)
    later = change("status", "", "completed", date(2026, 10, 1))
    assert september(done, changes=(later,)).figures.themes[0].not_stated == 1


def test_figures_come_back_from_the_ledger_as_they_went_in() -> None:
    figures = september(action(1, theme="Quay"), action(2, status=Status.AT_RISK)).figures
    assert Figures.from_json(figures.to_json()) == figures


def test_headline_numbers_equal_the_rows_below_them() -> None:
    summary = september(action(1, due=Due.on(date(2026, 9, 1))), action(2, theme="Quay"), action(3, theme="Quay"))
    themes = summary.figures.themes
    assert sum(theme.open for theme in themes) == summary.figures.open
    assert sum(theme.overdue for theme in themes) == summary.figures.overdue == len(summary.overdue)


def test_south_somerset_at_30_september_2017_is_right_against_a_hand_count() -> None:
    if not SEED.exists():
        pytest.skip(f"the seeds are not beside this repository: {SEED}")
    summary = _south_somerset()
    assert sorted(row.action.ref for row in summary.overdue) == ["2.ii", "3.i", "5.iv", "8.i", "8.ii", "O5"]
    moved = [(row.action.ref, row.old, row.new) for row in summary.moved]
    assert moved == [("8.iii", date(2017, 8, 31), date(2017, 12, 31))]
    assert len(summary.annex) == 34
    figures = summary.figures
    assert (figures.open, figures.overdue, figures.due_soon, figures.completed) == SOUTH_SOMERSET_BY_HAND


def _south_somerset() -> Summary:
    rows = json.loads(SEED.read_text(encoding="utf-8"))["actions"]
    made = date(2017, 10, 2)
    actions = tuple(_seed_action(row) for row in rows)
    return summarise(OnRecord("Peer Review", actions), period=period_for(made), today=made)


def _seed_action(row: dict[str, str]) -> Action:
    revised = row.get("revised_due")
    return Action(
        "Peer Review",
        row["id"],
        row["ref"],
        row["action"],
        theme=row["section"],
        owners=tuple(map(Owner, row["owners"])),
        due=_seed_due(row["due_text"], row["due_date"]),
        revised_due=_seed_due("", revised) if revised else None,
        status=Status(row["status"]),
        status_text=row["status_text"],
    )


def _seed_due(text: str, end: str | None) -> Due:
    kind = DueKind.DEADLINE if end else DueKind.ONGOING
    return Due(text, None, date.fromisoformat(end) if end else None, Precision.MONTH if end else Precision.NONE, kind)


def test_whoever_wrote_since_is_not_silent_although_the_words_wait_for_a_person() -> None:
    asked = {("Harbour Plan", "1"): date(2026, 9, 20), ("Harbour Plan", "2"): date(2026, 9, 20)}
    heard = {("Harbour Plan", "1"): date(2026, 9, 21), ("Harbour Plan", "2"): date(2026, 9, 19)}
    [row] = september(action(1), action(2), nudged=asked, heard=heard).no_reply
    assert ([each.ref for each in row.actions], row.last_heard) == (["2"], date(2026, 9, 19))
