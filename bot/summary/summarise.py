"""The month's figures put together: the one way into this room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.plan import Action, Change
from bot.summary.figures import Figures
from bot.summary.moves import moved_rows
from bot.summary.period import Period
from bot.summary.position import Key, annex_rows, as_at, by_action, completed_rows, key, overdue_rows
from bot.summary.tables import Summary
from bot.summary.themes import theme_figures
from bot.summary.waiting import no_reply_rows, question_rows

SOON_DAYS = 30


def summarise(
    plan: str,
    actions: tuple[Action, ...],
    changes: tuple[Change, ...],
    *,
    previous: Figures | None,
    period: Period,
    today: date,
    nudged: Mapping[Key, date],
) -> Summary:
    """The figures of `plan` for `period`, made on `today`.

    `changes` reach back at least to the last summary; with the whole history, "times moved" counts every move.
    `nudged` says when each action was last asked about, keyed by (plan, item id).
    """
    as_of = min(today, period.end)
    history = by_action(change for change in changes if change.on <= today)
    counted = tuple(action for action in actions if not action.repeat_of)
    then = tuple(as_at(action, history.get(key(action), []), as_of) for action in counted)
    completed = completed_rows(counted, history, period.start, as_of)
    overdue = overdue_rows(counted, then, history, as_of)
    no_reply = no_reply_rows(counted, nudged, today)
    return Summary(
        plan=plan,
        period=period,
        as_of=as_of,
        figures=Figures(
            open=sum(action.is_open for action in then),
            overdue=len(overdue),
            due_soon=sum(_is_due_soon(action, as_of) for action in then),
            completed=len(completed),
            no_reply=sum(len(row.actions) for row in no_reply),
            themes=theme_figures(then, as_of),
        ),
        previous=previous,
        overdue=overdue,
        completed=completed,
        moved=moved_rows(counted, history, period.start),
        no_reply=no_reply,
        questions=question_rows(counted),
        annex=annex_rows(actions, history, as_of),
    )


def _is_due_soon(action: Action, as_of: date) -> bool:
    end = action.current_due.end
    return action.is_open and end is not None and 0 <= (end - as_of).days <= SOON_DAYS
