"""The month's figures put together: the one way into this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bot.plan import Action, Change, Key
from bot.policy import Rounds
from bot.summary.across import repeated_rows
from bot.summary.clock import duties
from bot.summary.doubts import doubt_rows
from bot.summary.figures import ASKED, Figures, Kept, ThemeFigures
from bot.summary.freshness import confirmed_on, is_unconfirmed
from bot.summary.moves import moved_rows
from bot.summary.overrides import Override
from bot.summary.period import Period
from bot.summary.position import Position, completed_rows, overdue_rows, position
from bot.summary.rules import FIGURE_NAMES, Rules
from bot.summary.since import change_rows, trend
from bot.summary.tables import AnnexRow, CompletedRow, NoReplyRow, OverdueRow, Summary
from bot.summary.themes import theme_figures
from bot.summary.waiting import no_reply_rows, question_rows

NOTHING_HEARD: Mapping[Key, date] = {}


def summarise(
    plan: str,
    actions: tuple[Action, ...],
    changes: tuple[Change, ...],
    *,
    period: Period,
    today: date,
    nudged: Mapping[Key, date],
    rounds: Rounds = Rounds(),  # noqa: B008 - frozen
    heard: Mapping[Key, date] = NOTHING_HEARD,
    earlier: tuple[Kept, ...] = (),
    others: tuple[Action, ...] = (),
    rules: Rules = Rules(),  # noqa: B008 - frozen
    on_site: date | None = None,
    agenda_days: int = 0,
    overrides: tuple[Override, ...] = (),
) -> Summary:
    """The figures of `plan` for `period`, made on `today`.

    `changes` are the plan's whole history, of which what is later than `today` is left out. `nudged` says when each
    action was last asked about, keyed by (plan, item id), `rounds` which date counts of what comes round, and `heard`
    when somebody who may answer for an action last wrote, however it was read. `earlier` are the figures of earlier
    papers, oldest first, `others` the actions of the other plans, `on_site` the day of a peer challenge and
    `agenda_days` how long before a meeting its papers are due. `overrides` are what people say of themes, of whatever
    plan and month.
    """
    as_of = min(today, period.end)
    whole = position(actions, tuple(change for change in changes if change.on <= today), as_of, rounds)
    counted = whole.without_repeats()
    overdue, doubts = overdue_rows(counted), doubt_rows(counted)
    completed = completed_rows(counted, period.start, _last_open(period, earlier))
    no_reply = no_reply_rows(counted.now, nudged, heard, today)
    members = _members(counted, completed, overdue, no_reply, rules) | {ASKED: _asked(counted, nudged, today)}
    told = [each for each in overrides if each.plan == plan and each.month == period.start]
    figures = _figures(members, theme_figures(counted.then, as_of, rules, told))
    return Summary(
        plan=plan,
        period=period,
        as_of=as_of,
        figures=figures,
        earlier=earlier,
        rules=rules,
        known_from=whole.known_since(period.start),
        overdue=overdue,
        completed=completed,
        moved=moved_rows(counted, period.start),
        no_reply=no_reply,
        questions=question_rows(counted.now, doubts),
        doubts=doubts,
        changes=change_rows(counted, figures, earlier[-1] if earlier else None),
        repeated=repeated_rows(counted.then, tuple(rounds.at(each, as_of) for each in others), as_of),
        trend=trend(period.start, figures, earlier),
        duties=duties(on_site, agenda_days),
        annex=_annex_rows(whole, rules),
    )


def _figures(members: Mapping[str, tuple[str, ...]], themes: tuple[ThemeFigures, ...]) -> Figures:
    return Figures(**{name: len(members[name]) for name in FIGURE_NAMES}, themes=themes, members=members)


def _last_open(period: Period, earlier: tuple[Kept, ...]) -> tuple[str, ...]:
    """What the paper of the month before counted open; nothing where there was none."""
    last = earlier[-1] if earlier else None
    was_last_month = last and last.month == (period.start - timedelta(days=1)).replace(day=1)
    return last.figures.members.get("open", ()) if last and was_last_month else ()


def _members(
    found: Position,
    completed: tuple[CompletedRow, ...],
    overdue: tuple[OverdueRow, ...],
    no_reply: tuple[NoReplyRow, ...],
    rules: Rules,
) -> dict[str, tuple[str, ...]]:
    """The rows behind each figure."""
    return {
        "open": _ids(each for each in found.then if each.is_open),
        "due_soon": _ids(each for each in found.then if _is_due_soon(each, found.as_of, rules)),
        "unconfirmed": _ids(each for each in found.then if is_unconfirmed(each, found, rules)),
        "overdue": _ids(row.action for row in overdue),
        "completed": _ids(row.action for row in completed),
        "no_reply": _ids(each for row in no_reply for each in row.actions),
    }


def _asked(found: Position, nudged: Mapping[Key, date], today: date) -> tuple[str, ...]:
    """The rows about which somebody was asked by `today`, answered or not."""
    return _ids(each for each in found.now if (asked := nudged.get(each.key)) and asked <= today)


def _annex_rows(found: Position, rules: Rules) -> tuple[AnnexRow, ...]:
    """Every action in printed order."""
    return tuple(
        AnnexRow(
            then,
            found.closed_since(now, then),
            confirmed_on(then, found),
            is_unconfirmed(then, found, rules),
            found.moved_since(now, then),
        )
        for now, then in zip(found.now, found.then, strict=True)
    )


def _is_due_soon(action: Action, as_of: date, rules: Rules) -> bool:
    end = action.current_due.end
    return action.is_open and end is not None and 0 <= (end - as_of).days <= rules.soon_days


def _ids(actions: Iterable[Action]) -> tuple[str, ...]:
    return tuple(action.item_id for action in actions)
