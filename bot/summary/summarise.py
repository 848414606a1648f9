"""The month's figures put together: the one way into this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.plan import Action, Change, Key
from bot.policy import Rounds
from bot.summary.across import repeated_rows
from bot.summary.clock import Duty
from bot.summary.doubts import doubt_rows
from bot.summary.figures import ASKED, Figures, Kept, ThemeFigures
from bot.summary.freshness import confirmed_on, is_unconfirmed
from bot.summary.moves import as_agreed, moved_rows
from bot.summary.overrides import Override
from bot.summary.period import Period
from bot.summary.position import Position, completed_rows, overdue_rows, position
from bot.summary.rules import FIGURE_NAMES, Rules
from bot.summary.since import change_rows, trend
from bot.summary.tables import AnnexRow, CompletedRow, NoReplyRow, OverdueRow, Summary
from bot.summary.themes import theme_figures
from bot.summary.waiting import no_reply_rows, question_rows


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is on record of a plan.

    `changes` are its whole history, `earlier` the figures of earlier papers, oldest first, `others` the actions of the
    other plans, and `overrides` what people say of themes, of whatever plan and month. Keyed by action are `nudged`,
    when it was last asked about, and `heard`, when somebody who may answer for it last wrote, however it was read.
    """

    plan: str
    actions: tuple[Action, ...] = ()
    changes: tuple[Change, ...] = ()
    earlier: tuple[Kept, ...] = ()
    others: tuple[Action, ...] = ()
    overrides: tuple[Override, ...] = ()
    nudged: Mapping[Key, date] = field(default_factory=dict)
    heard: Mapping[Key, date] = field(default_factory=dict)

    @property
    def previous(self) -> Kept | None:
        """The latest paper before this one, of whatever month."""
        return self.earlier[-1] if self.earlier else None

    def last_open(self, period: Period) -> tuple[str, ...]:
        """What the paper of the month before counted open; nothing where there was none."""
        last, month_before = self.previous, (period.start - timedelta(days=1)).replace(day=1)
        return last.figures.members.get("open", ()) if last and last.month == month_before else ()

    def told(self, period: Period) -> list[Override]:
        """What people say of this plan's themes in that month."""
        return [each for each in self.overrides if each.plan == self.plan and each.month == period.start]


def summarise(
    record: OnRecord,
    *,
    period: Period,
    today: date,
    rounds: Rounds = Rounds(),  # noqa: B008 - frozen
    rules: Rules = Rules(),  # noqa: B008 - frozen
    duties: tuple[Duty, ...] = (),
) -> Summary:
    """The figures of a plan for `period`, made on `today`; what changed later than `today` is left out.

    `rounds` says which date counts of what comes round, `duties` are those of a peer challenge.
    """
    as_of = min(today, period.end)
    actions = tuple(map(as_agreed, record.actions))
    whole = position(actions, tuple(change for change in record.changes if change.on <= today), as_of, rounds)
    counted = whole.without_repeats()
    overdue, doubts = overdue_rows(counted), doubt_rows(counted)
    completed = completed_rows(counted, period.start, record.last_open(period))
    no_reply = no_reply_rows(counted.now, record.nudged, record.heard, today)
    members = _members(counted, completed, overdue, no_reply, rules) | {ASKED: _asked(counted, record.nudged, today)}
    figures = _figures(members, theme_figures(counted.then, as_of, rules, record.told(period)))
    return Summary(
        plan=record.plan,
        period=period,
        as_of=as_of,
        figures=figures,
        earlier=record.earlier,
        rules=rules,
        known_from=whole.known_since(period.start),
        overdue=overdue,
        completed=completed,
        moved=moved_rows(counted, period.start),
        no_reply=no_reply,
        questions=question_rows(counted.now, doubts),
        doubts=doubts,
        changes=change_rows(counted, figures, record.previous),
        repeated=repeated_rows(counted.then, tuple(rounds.at(each, as_of) for each in record.others), as_of),
        trend=trend(period.start, figures, record.earlier),
        duties=duties,
        annex=_annex_rows(whole, rules),
    )


def _figures(members: Mapping[str, tuple[str, ...]], themes: tuple[ThemeFigures, ...]) -> Figures:
    return Figures(**{name: len(members[name]) for name in FIGURE_NAMES}, themes=themes, members=members)


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
