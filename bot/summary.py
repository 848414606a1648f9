"""The month's figures: what stood where at the period's end, what moved, and who has not answered.

Everything is judged at `Summary.as_of`: the last day of the period, or the day of making when that comes first. What
is due on that very day is not overdue. Rows that repeat another action are counted nowhere; the annex shows them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.plan import Action, Change, DueKind, Status
from bot.progress import latest

SOON_DAYS = 30
LATE_DAYS = 30
NO_THEME = "No theme"

Key = tuple[str, str]


class Standing(StrEnum):
    """How a theme is doing, by the rule printed in the paper (`THEME_RULE`)."""

    LATE = "late"
    ATTENTION = "attention"
    ON_TRACK = "on_track"
    NOT_KNOWN = "not_known"
    COMPLETE = "complete"

    @property
    def label(self) -> str:
        return _STANDING_LABELS[self]


_STANDING_LABELS = {
    Standing.LATE: "Late",
    Standing.ATTENTION: "Needs attention",
    Standing.ON_TRACK: "On track",
    Standing.NOT_KNOWN: "Not known",
    Standing.COMPLETE: "Complete",
}

THEME_RULE = (
    f"Late: an action is more than {LATE_DAYS} days overdue. "
    "Needs attention: an action is overdue by less, at risk or on hold. "
    "Not known: nothing is late, but no open action has a stated status. "
    "On track: none of these. Complete: nothing is open."
)


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar month, both ends included."""

    start: date
    end: date

    @property
    def label(self) -> str:
        return f"{self.start:%B %Y}"


def period_for(today: date) -> Period:
    """The month a summary made on `today` is about: this month in its last seven days, else the month before."""
    this = _month(today)
    return this if (this.end - today).days < 7 else _month(this.start - timedelta(days=1))


def _month(day: date) -> Period:
    start = day.replace(day=1)
    return Period(start, (start + timedelta(days=31)).replace(day=1) - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """Actions of one theme by status; `overdue` ones are counted under their status as well."""

    theme: str
    standing: Standing
    not_started: int = 0
    under_way: int = 0
    at_risk: int = 0
    not_stated: int = 0
    closed: int = 0
    overdue: int = 0

    @property
    def open(self) -> int:
        return self.not_started + self.under_way + self.at_risk + self.not_stated


@dataclass(frozen=True, slots=True)
class Figures:
    """A month's headline numbers and its counts by theme: what the ledger keeps for the next month's comparison."""

    open: int
    overdue: int
    due_soon: int
    completed: int
    no_reply: int
    themes: tuple[ThemeFigures, ...] = ()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Figures:
        """The figures `to_json` wrote; ValueError, KeyError or TypeError when the text is something else."""
        kept = json.loads(text)
        themes = tuple(ThemeFigures(**{**each, "standing": Standing(each["standing"])}) for each in kept.pop("themes"))
        return cls(themes=themes, **kept)


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """An action past its date; `settled_on` is set when it was closed after the position was taken."""

    action: Action
    days_late: int
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class CompletedRow:
    action: Action
    on: date


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A date that is no longer the one it was. `on` is the day of the last recorded move, None when none is recorded.

    `days` is how much later the new date is (negative: earlier), None when either end is unknown.
    """

    action: Action
    old: date | None
    new: date | None
    days: int | None
    times: int
    why: str
    on: date | None


@dataclass(frozen=True, slots=True)
class NoReplyRow:
    """One owner phrase and the open actions it was asked about without a word since."""

    owner: str
    actions: tuple[Action, ...]
    last_asked: date
    last_heard: date | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """Something only a person can settle, as a sentence."""

    action: Action
    question: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything the month's paper says about one plan. `annex` holds every action in printed order."""

    plan: str
    period: Period
    as_of: date
    figures: Figures
    previous: Figures | None
    overdue: tuple[OverdueRow, ...]
    completed: tuple[CompletedRow, ...]
    moved: tuple[MovedRow, ...]
    no_reply: tuple[NoReplyRow, ...]
    questions: tuple[QuestionRow, ...]
    annex: tuple[Action, ...]


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
    history = _by_action(change for change in changes if change.on <= today)
    counted = tuple(action for action in actions if not action.repeat_of)
    then = tuple(_as_at(action, history.get(_key(action), []), as_of) for action in counted)
    completed = _completed(counted, history, period.start, as_of)
    overdue = _overdue(counted, then, history, as_of)
    no_reply = _no_reply(counted, nudged, today)
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
            themes=_themes(then, as_of),
        ),
        previous=previous,
        overdue=overdue,
        completed=completed,
        moved=_moved(counted, history, period.start),
        no_reply=no_reply,
        questions=tuple(QuestionRow(action, asked) for action in counted if (asked := _question(action))),
        annex=actions,
    )


def _key(action: Action) -> Key:
    return action.plan, action.item_id


def _by_action(changes: Iterable[Change]) -> dict[Key, list[Change]]:
    """Each action's changes, oldest first."""
    found: dict[Key, list[Change]] = {}
    for change in sorted(changes, key=lambda each: each.on):
        found.setdefault((change.plan, change.item_id), []).append(change)
    return found


def _as_at(action: Action, changes: list[Change], day: date) -> Action:
    """The action with the status it had on `day`; dates are taken as they now stand."""
    for change in changes:
        if change.field == "status" and change.on > day:
            return replace(action, status=Status(change.old or Status.UNKNOWN), completed_on=None)
    if action.status is Status.COMPLETED and action.completed_on and action.completed_on > day:
        return replace(action, status=Status.UNKNOWN, completed_on=None)
    return action


def _closed_on(action: Action, changes: list[Change]) -> date | None:
    """The day a closed action was closed, as far as anything says so."""
    closings = [each.on for each in changes if each.field == "status" and each.new == action.status.value]
    return action.completed_on or max(closings, default=None)


def _completed(
    actions: tuple[Action, ...], history: Mapping[Key, list[Change]], start: date, end: date
) -> tuple[CompletedRow, ...]:
    rows = []
    for action in actions:
        on = _closed_on(action, history.get(_key(action), []))
        if action.status is Status.COMPLETED and on and start <= on <= end:
            rows.append(CompletedRow(action, on))
    return tuple(sorted(rows, key=lambda row: row.on))


def _overdue(
    now: tuple[Action, ...], then: tuple[Action, ...], history: Mapping[Key, list[Change]], as_of: date
) -> tuple[OverdueRow, ...]:
    """Past their date at `as_of`, worst first, told with today's words."""
    rows = []
    for action, before in zip(now, then, strict=True):
        late = before.days_late(as_of)
        if late:
            settled = None if action.is_open else _closed_on(action, history.get(_key(action), []))
            rows.append(OverdueRow(action, late, settled))
    return tuple(sorted(rows, key=lambda row: -row.days_late))


def _is_due_soon(action: Action, as_of: date) -> bool:
    end = action.current_due.end
    return action.is_open and end is not None and 0 <= (end - as_of).days <= SOON_DAYS


def _moved(actions: tuple[Action, ...], history: Mapping[Key, list[Change]], start: date) -> tuple[MovedRow, ...]:
    """Dates that moved since `start`, then open actions whose date is no longer the first one promised."""
    rows = [
        row
        for action in actions
        if (row := _move(action, [each for each in history.get(_key(action), []) if each.field == "due"], start))
    ]
    return tuple(sorted(rows, key=lambda row: (row.on is None or row.on < start, -(row.days or 0))))


def _move(action: Action, moves: list[Change], start: date) -> MovedRow | None:
    recent = [each for each in moves if each.on >= start and each.old]
    new = action.current_due.end
    old = date.fromisoformat(recent[0].old) if recent else action.due.end
    if old == new:
        old = action.due.end  # moved and moved back this month, it may still not be the date first agreed
    if old == new or not (recent or action.is_open) or not (recent or action.revised_due):
        return None
    why = moves[-1].why if moves and moves[-1].why else _last_words(action)
    days = (new - old).days if old and new else None
    return MovedRow(action, old, new, days, max(1, len(moves)), why, moves[-1].on if moves else None)


def _last_words(action: Action) -> str:
    """What was said last, unless it is no more than the status itself."""
    words = latest(action).words
    return "" if words.casefold() == action.status.label.casefold() else words


def _no_reply(actions: tuple[Action, ...], nudged: Mapping[Key, date], today: date) -> tuple[NoReplyRow, ...]:
    """Open actions asked about by `today` without an answer since, by owner phrase, longest silence first."""
    silent: dict[str, list[Action]] = {}
    for action in actions:
        asked = nudged.get(_key(action))
        if action.is_open and asked and asked <= today and (action.last_reply is None or action.last_reply < asked):
            silent.setdefault(action.owner_text, []).append(action)
    rows = [
        NoReplyRow(
            owner,
            tuple(theirs),
            max(nudged[_key(each)] for each in theirs),
            max((each.last_reply for each in theirs if each.last_reply), default=None),
        )
        for owner, theirs in silent.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.last_heard or date.min, -len(row.actions), row.owner)))


def _question(action: Action) -> str:
    """What an admin must settle about an open action, "" when nothing."""
    if not action.is_open:
        return ""
    if action.question:
        return action.question
    missing = []
    if not action.owners:
        missing.append("has no owner")
    if not action.current_due.end and action.current_due.kind not in (DueKind.ONGOING, DueKind.RECURRING):
        printed = action.current_due.text
        missing.append(f'has no date that can be chased ("{printed}")' if printed else "has no date")
    return f"It {' and '.join(missing)}." if missing else ""


_COLUMN = {
    Status.NOT_STARTED: "not_started",
    Status.IN_PROGRESS: "under_way",
    Status.ONGOING: "under_way",
    Status.PART_COMPLETED: "under_way",
    Status.AT_RISK: "at_risk",
    Status.ON_HOLD: "at_risk",
    Status.UNKNOWN: "not_stated",
    Status.COMPLETED: "closed",
    Status.CANCELLED: "closed",
    Status.SUPERSEDED: "closed",
}


def _themes(actions: tuple[Action, ...], as_of: date) -> tuple[ThemeFigures, ...]:
    """One row per theme in printed order."""
    by_theme: dict[str, list[Action]] = {}
    for action in actions:
        by_theme.setdefault(action.theme or NO_THEME, []).append(action)
    return tuple(_theme(theme, theirs, as_of) for theme, theirs in by_theme.items())


def _theme(theme: str, actions: list[Action], as_of: date) -> ThemeFigures:
    counts = Counter(_COLUMN[action.status] for action in actions)
    worst = max((action.days_late(as_of) for action in actions), default=0)
    overdue = sum(action.days_late(as_of) > 0 for action in actions)
    return ThemeFigures(theme, _standing(counts, worst), overdue=overdue, **counts)


def _standing(counts: Counter[str], worst: int) -> Standing:
    is_open = counts.total() - counts["closed"]
    if not is_open:
        return Standing.COMPLETE
    if worst > LATE_DAYS:
        return Standing.LATE
    if worst or counts["at_risk"]:
        return Standing.ATTENTION
    return Standing.NOT_KNOWN if counts["not_stated"] == is_open else Standing.ON_TRACK
