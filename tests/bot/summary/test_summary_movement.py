"""What changed between two papers, dates that slipped, months without history, and the trend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from harbour import action, change, september

from bot.plan import Action, Due, Status
from bot.summary import Closed, Duty, Figures, Kept, OnRecord, Rules, Summary, TrendPoint, public_plan, summarise
from bot.summary.clock import duties, to_be_told
from bot.summary.moves import months_between
from bot.summary.period import Period

AUGUST = Period(date(2026, 8, 1), date(2026, 8, 31))
KNOWN = change("added", "", "Action 0", date(2026, 3, 2), number=0)


def august(*actions: Action) -> Kept:
    made = summarise(OnRecord("Harbour Plan", actions, (KNOWN,)), period=AUGUST, today=date(2026, 9, 1))
    return Kept(AUGUST.start, Figures.from_json(made.figures.to_json()))


def told(summary: Summary) -> dict[str, tuple[list[str], list[str]]]:
    return {
        row.figure: ([f"{each.ref}: {each.why}" for each in row.came], [f"{each.ref}: {each.why}" for each in row.went])
        for row in summary.changes
    }


def test_every_row_that_entered_or_left_a_figure_is_named_with_the_reason() -> None:
    before = (
        action(1, due=Due.on(date(2026, 8, 1))),
        action(2, due=Due.on(date(2026, 8, 1))),
        action(3, due=Due.on(date(2026, 8, 1))),
        action(4, due=Due.on(date(2026, 9, 10))),
        action(5, due=Due.on(date(2026, 11, 1))),
    )
    now = (
        replace(before[0], status=Status.COMPLETED, completed_on=date(2026, 9, 3)),
        replace(before[1], revised_due=Due.on(date(2026, 12, 1))),
        before[3],
        replace(before[4], revised_due=Due.on(date(2026, 10, 5))),
        action(6),
    )
    changes = (
        KNOWN,
        change("status", "in_progress", "completed", date(2026, 9, 3), number=1),
        change("due", "2026-08-01", "2026-12-01", date(2026, 9, 4), number=2),
        change("removed", "Action 3", "", date(2026, 9, 5), number=3),
        change("due", "2026-11-01", "2026-10-05", date(2026, 9, 6), number=5),
        change("added", "", "Action 6", date(2026, 9, 7), number=6),
    )
    assert told(september(*now, changes=changes, earlier=(august(*before),))) == {
        "open": (["6: new in the plan"], ["1: completed", "3: no longer in the plan"]),
        "overdue": (
            ["4: date passed"],
            ["1: completed", "2: date moved to 1 December 2026", "3: no longer in the plan"],
        ),
        "due_soon": (["5: date now 5 October 2026"], ["4: now overdue"]),
    }


def test_an_action_opened_again_is_named_as_such() -> None:
    closed = action(1, status=Status.COMPLETED, completed_on=date(2026, 8, 20))
    before = august(closed, action(2))
    reopened = change("status", "completed", "in_progress", date(2026, 9, 8))
    summary = september(action(1), action(2), changes=(KNOWN, reopened), earlier=(before,))
    assert told(summary) == {"open": (["1: opened again"], [])}


def asked_in_september(before: Kept) -> Summary:
    return september(action(1), action(2), nudged={("Harbour Plan", "1"): date(2026, 9, 8)}, earlier=(before,))


def test_the_first_silence_is_compared_with_no_month_in_which_nobody_had_been_asked() -> None:
    assert "no_reply" not in told(asked_in_september(august(action(1), action(2))))


def test_silence_is_compared_with_a_month_in_which_everybody_who_was_asked_had_answered() -> None:
    asked = {("Harbour Plan", "2"): date(2026, 8, 3)}
    answered = action(2, last_reply=date(2026, 8, 4))
    made = summarise(
        OnRecord("Harbour Plan", (answered,), (KNOWN,), nudged=asked), period=AUGUST, today=date(2026, 9, 1)
    )
    before = Kept(AUGUST.start, Figures.from_json(made.figures.to_json()))
    assert made.figures.no_reply == 0
    assert told(asked_in_september(before))["no_reply"] == (["1: asked and not answered"], [])


def test_figures_kept_before_rows_were_kept_name_nobody() -> None:
    old = Kept(AUGUST.start, Figures(9, 9, 9, 9, 9))
    summary = september(action(1), earlier=(old,))
    assert summary.changes == ()
    assert summary.previous == old


def test_a_date_moved_after_the_month_stands_as_it_was_and_the_move_is_not_told() -> None:
    moved = action(due=Due.on(date(2026, 8, 31)), revised_due=Due.on(date(2026, 12, 31)))
    later = change("due", "2026-08-31", "2026-12-31", date(2026, 10, 1))
    summary = september(moved, changes=(KNOWN, later))
    assert (summary.figures.overdue, summary.moved) == (1, ())
    assert summary.annex[0].action.current_due.end == date(2026, 8, 31)


def test_a_second_move_after_the_month_leaves_the_first_one_standing() -> None:
    moved = action(due=Due.on(date(2026, 8, 31)), revised_due=Due.on(date(2026, 12, 31)))
    changes = (
        change("due", "2026-08-31", "2026-10-31", date(2026, 9, 8)),
        change("due", "2026-10-31", "2026-12-31", date(2026, 10, 2)),
    )
    row = september(moved, changes=changes).moved[0]
    assert (row.old, row.new, row.times, row.months) == (date(2026, 8, 31), date(2026, 10, 31), 1, 2)


def test_a_date_first_set_after_the_month_was_none_at_its_end() -> None:
    dated = action(due=Due.on(date(2026, 9, 1)))
    first = change("due", "", "2026-09-01", date(2026, 10, 1))
    assert september(dated, changes=(KNOWN, first)).figures.overdue == 0


def test_slippage_is_counted_from_the_baseline_with_who_why_and_whether_it_was_agreed() -> None:
    moved = action(
        due=Due.on(date(2025, 10, 31)), revised_due=Due.on(date(2026, 9, 30)), approved_due=date(2026, 6, 30)
    )
    first = replace(change("due", "2025-10-31", "2026-03-31", date(2025, 11, 3), why="tender late"), by="Ida Penrose")
    changes = (
        first,
        change("due", "2026-03-31", "2026-06-30", date(2026, 4, 1)),
        change("due", "2026-06-30", "2026-09-30", date(2026, 9, 2)),
    )
    row = september(moved, changes=changes).moved[0]
    assert (row.times, row.months) == (3, 11)
    assert [(each.by, each.why, each.approved) for each in row.moves] == [
        ("Ida Penrose", "tender late", True),
        ("", "", True),
        ("", "", False),
    ]
    assert not row.approved


@pytest.mark.parametrize(
    ("first", "later", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 15), date(2026, 2, 14), 0),
        (date(2025, 10, 31), date(2026, 9, 30), 11),
        (date(2026, 9, 30), date(2026, 8, 31), -1),
        (date(2026, 9, 30), date(2026, 7, 30), -2),
    ],
)
def test_months_are_whole_from_one_end_of_a_month_to_another(first: date, later: date, months: int) -> None:
    assert months_between(first, later) == months


def test_an_action_added_after_the_month_is_not_in_its_paper() -> None:
    added = change("added", "", "Action 2", date(2026, 10, 1), number=2)
    summary = september(action(1), action(2), changes=(KNOWN, added))
    assert (summary.figures.open, len(summary.annex)) == (1, 1)


def test_a_plan_brought_in_after_the_month_is_shown_as_it_stands() -> None:
    added = tuple(change("added", "", "words", date(2026, 10, 1), number=number) for number in (1, 2))
    summary = september(action(1), action(2), changes=added)
    assert (summary.figures.open, summary.known_from) == (2, date(2026, 10, 1))


def test_a_plan_added_in_the_middle_of_the_month_says_since_when_it_is_known() -> None:
    added = change("added", "", "words", date(2026, 9, 14))
    assert september(action(1), changes=(added,)).known_from == date(2026, 9, 14)
    assert september(action(1), changes=(KNOWN,)).known_from is None


def test_a_plan_closed_in_the_middle_of_the_month_has_everything_completed_and_nothing_open() -> None:
    closings = tuple(
        change("status", "in_progress", "completed", date(2026, 9, 14), number=number) for number in (1, 2)
    )
    done = [action(number, status=Status.COMPLETED) for number in (1, 2)]
    figures = september(*done, changes=(KNOWN, *closings)).figures
    assert (figures.open, figures.completed, figures.themes[0].standing.label) == (0, 2, "Complete")


def test_completed_on_decides_the_month_although_the_completion_was_seen_after_it() -> None:
    done = action(due=Due.on(date(2026, 9, 18)), status=Status.COMPLETED, completed_on=date(2026, 9, 20))
    seen = change("status", "in_progress", "completed", date(2026, 10, 2))
    summary = september(done, changes=(KNOWN, seen))
    figures = summary.figures
    assert (figures.open, figures.overdue, figures.completed) == (0, 0, 1)
    assert (summary.annex[0].action.status, summary.annex[0].since) == (Status.COMPLETED, None)


def test_a_completion_of_before_the_month_is_not_counted_in_it_when_seen_in_it() -> None:
    done = action(status=Status.COMPLETED, completed_on=date(2026, 8, 28))
    seen = change("status", "in_progress", "completed", date(2026, 9, 2))
    assert september(done, changes=(KNOWN, seen)).completed == ()


def test_a_completion_told_after_the_paper_of_its_month_is_counted_in_the_next() -> None:
    before = august(action(1))
    done = action(status=Status.COMPLETED, completed_on=date(2026, 8, 28))
    seen = change("status", "in_progress", "completed", date(2026, 9, 12))
    summary = september(done, changes=(KNOWN, seen), earlier=(before,))
    assert [row.on for row in summary.completed] == [date(2026, 8, 28)]
    assert september(done, changes=(KNOWN, seen), earlier=(replace(before, month=date(2026, 7, 1)),)).completed == ()


def test_a_completion_dated_after_the_day_of_the_paper_leaves_the_status_before_it() -> None:
    done = action(status=Status.COMPLETED, completed_on=date(2026, 10, 5))
    seen = change("status", "at_risk", "completed", date(2026, 9, 28))
    assert september(done, changes=(KNOWN, seen)).annex[0].action.status is Status.AT_RISK


def test_a_new_date_and_a_closing_without_a_day_seen_after_the_month_say_no_day_of_their_own() -> None:
    moved = action(1, due=Due.on(date(2026, 8, 31)), revised_due=Due.on(date(2026, 12, 31)))
    cancelled = action(2, status=Status.CANCELLED)
    changes = (
        change("due", "2026-08-31", "2026-12-31", date(2026, 10, 1)),
        change("status", "in_progress", "cancelled", date(2026, 10, 1), number=2),
    )
    summary = september(moved, cancelled, changes=(KNOWN, *changes))
    assert (summary.overdue[0].moved, summary.annex[0].moved) == (date(2026, 12, 31), date(2026, 12, 31))
    assert summary.annex[1].since == Closed(Status.CANCELLED, None)


def test_what_was_completed_and_opened_again_after_the_month_counts_as_completed_in_it() -> None:
    changes = (
        KNOWN,
        change("status", "in_progress", "completed", date(2026, 9, 14)),
        change("status", "completed", "in_progress", date(2026, 10, 1)),
    )
    assert september(action(), changes=changes).figures.completed == 1


def test_the_trend_is_that_of_the_last_six_papers_and_begins_with_the_second() -> None:
    earlier = tuple(Kept(date(2026, month, 1), Figures(month, 1, 0, month, 0)) for month in range(2, 9))
    trend = september(action(due=Due.on(date(2026, 9, 1))), earlier=earlier).trend
    assert [point.month.month for point in trend] == [4, 5, 6, 7, 8, 9]
    assert (trend[0], trend[-1]) == (TrendPoint(date(2026, 4, 1), 3, 1, 4), TrendPoint(date(2026, 9, 1), 0, 1, 0))
    assert september(action()).trend == ()


def test_the_rules_of_the_themes_are_the_councils_and_are_printed_as_they_are() -> None:
    rules = Rules(late_days=60, late_share=50, at_risk_is_late=True)
    late = [action(1, due=Due.on(date(2026, 9, 1))), action(2), action(3)]
    assert september(*late).figures.themes[0].standing.label == "Needs attention"
    assert september(*late, rules=rules).figures.themes[0].standing.label == "Needs attention"
    assert september(*late[:2], rules=rules).figures.themes[0].standing.label == "Late"
    assert september(action(status=Status.AT_RISK), rules=rules).figures.themes[0].standing.label == "Late"
    assert rules.themes.startswith(
        "Late: an action is more than 60 days overdue, 50 per cent or more of the open actions are overdue or an "
        "action is at risk or on hold. Needs attention: an action is overdue by less. "
    )


def test_the_clock_of_a_peer_challenge_counts_from_the_day_on_site() -> None:
    assert [(each.months, each.by) for each in duties(date(2026, 11, 30))] == [
        (3, date(2027, 2, 28)),
        (5, date(2027, 4, 30)),
        (10, date(2027, 9, 30)),
        (12, date(2027, 11, 30)),
    ]
    assert duties(date(2026, 11, 30), 28)[0].agenda == date(2027, 1, 31)
    assert september(action()).duties == ()
    assert isinstance(september(action(), duties=duties(date(2026, 9, 15))).duties[0], Duty)


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2027, 1, 2), None),
        (date(2027, 1, 3), 28),
        (date(2027, 1, 24), 7),
        (date(2027, 1, 31), 7),
        (date(2027, 2, 1), None),
    ],
)
def test_a_duty_is_told_so_many_days_before_its_papers_are_due_and_not_after(today: date, days: int | None) -> None:
    duty = duties(date(2026, 11, 30), 28)[0]
    assert to_be_told(duty, today, (28, 7)) == days


LATE_QUAY = action(due=Due.on(date(2026, 9, 11)), revised_due=Due.on(date(2026, 10, 30)))
TOLD = "4 September 2026, Ida Penrose: 1: the diver found rot in two piles"
MOVED_BY_LEAD = "agreed to the new date 30 October 2026. so long as members hear first"


def test_a_date_that_the_lead_agreed_to_is_agreed_and_gives_its_owners_reason() -> None:
    answered = "7 September 2026, Ida Penrose: yes please, end of October"
    row = replace(LATE_QUAY, progress=f"{TOLD}\n{answered}\n8 September 2026, Bryn Lead: {MOVED_BY_LEAD}")
    moved = change("due", "2026-09-11", "2026-10-30", date(2026, 9, 9), why=MOVED_BY_LEAD)
    changes = (KNOWN, replace(moved, by="Bryn Lead"))
    [found] = september(row, changes=changes).moved
    [move] = found.moves
    assert (found.approved, move.by, move.why) == (True, "Ida Penrose", "1: the diver found rot in two piles")
    shown, told = public_plan((row,), changes)
    assert [each.approved for each in september(*shown, changes=told).moved] == [True]


@pytest.mark.parametrize("bare", ["Yes", "1: yes", "Yes, 30 October", "30 October it is", "ok, end of October"])
def test_behind_a_bare_yes_stands_the_reason_told_before_it(bare: str) -> None:
    row = replace(LATE_QUAY, progress=f"{TOLD}\n8 September 2026, Ida Penrose: {bare}")
    moved = replace(change("due", "2026-09-11", "2026-10-30", date(2026, 9, 9), why=bare), by="Ida Penrose")
    [found] = september(row, changes=(KNOWN, moved)).moved
    assert (found.why, found.approved) == ("1: the diver found rot in two piles", False)
    alone = replace(row, progress=f"8 September 2026, Ida Penrose: {bare}")
    assert [each.why for each in september(alone, changes=(KNOWN, moved)).moved[0].moves] == [""]


def test_a_reason_of_the_move_itself_stands_as_it_was_given() -> None:
    why = "Yes, 30 October, the crane is booked until then"
    row = replace(LATE_QUAY, progress=f"{TOLD}\n8 September 2026, Ida Penrose: {why}")
    moved = replace(change("due", "2026-09-11", "2026-10-30", date(2026, 9, 9), why=why), by="Ida Penrose")
    assert september(row, changes=(KNOWN, moved)).moved[0].why == why


def test_the_first_date_of_what_had_none_is_no_move_and_the_next_one_is() -> None:
    first = change("due", "", "2026-10-30", date(2026, 9, 8))
    row = action(due=Due("TBC"), revised_due=Due.on(date(2026, 10, 30)))
    assert september(row, changes=(KNOWN, first)).moved == ()
    later = replace(row, revised_due=Due.on(date(2026, 11, 30)))
    again = change("due", "2026-10-30", "2026-11-30", date(2026, 9, 20))
    [found] = september(later, changes=(KNOWN, first, again)).moved
    assert (found.old, found.new, found.times) == (date(2026, 10, 30), date(2026, 11, 30), 1)
