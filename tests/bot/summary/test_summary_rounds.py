from __future__ import annotations

from datetime import date

from bot.plan import Status
from bot.policy import Mentioned, ReminderKind, Rounds
from bot.reading import read_due
from bot.summary.tables import Closed
from tests.bot.summary.harbour import action, september

QUARTERLY = read_due("14 September 2026 (quarterly)", date(2026, 8, 1))


def test_what_was_done_in_time_is_not_late_in_the_paper() -> None:
    done = action(due=QUARTERLY, status=Status.ONGOING, completed_on=date(2026, 9, 8))
    made = september(done)
    assert (made.overdue, made.doubts, made.moved) == ((), (), ())
    assert made.annex[0].action.current_due.end == date(2026, 12, 14)


def test_a_round_that_nobody_did_is_late_by_the_day_on_which_it_fell() -> None:
    [row] = september(action(due=QUARTERLY)).overdue
    assert row.days_late == 16


def test_a_round_done_after_the_day_of_the_paper_is_told_beside_its_days() -> None:
    [row] = september(action(due=QUARTERLY, status=Status.ONGOING, completed_on=date(2026, 10, 1))).overdue
    assert row.days_late == 16
    assert row.since == Closed(Status.COMPLETED, date(2026, 10, 1))


def test_a_month_that_comes_round_counts_in_the_paper_as_in_the_nudges() -> None:
    asked = Mentioned(date(2026, 8, 17), ReminderKind.UPCOMING, "clerk@harbour.example")
    rounds = Rounds(said={("Harbour Plan", "1"): (asked,)})
    made = september(action(due=read_due("August (annually)", date(2026, 1, 5))), rounds=rounds)
    assert [row.days_late for row in made.overdue] == [30]


def test_what_comes_round_soon_again_is_due_soon() -> None:
    monthly = action(due=read_due("14 June 2026 (monthly)", date(2026, 6, 1)), completed_on=date(2026, 9, 14))
    assert september(monthly).figures.due_soon == 1
