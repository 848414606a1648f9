"""Who has not answered, and what only a person can settle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.plan import Action, DueKind, Key
from bot.summary.tables import Doubt, DoubtRow, NoReplyRow, QuestionRow


def no_reply_rows(
    actions: tuple[Action, ...], nudged: Mapping[Key, date], heard: Mapping[Key, date], today: date
) -> tuple[NoReplyRow, ...]:
    """Open actions asked about by `today` of which nothing was heard since, by owner phrase, longest silence first."""
    silent: dict[str, list[Action]] = {}
    last = {action.key: _last_heard(action, heard) for action in actions}
    for action in actions:
        asked, said = nudged.get(action.key), last[action.key]
        if action.is_open and asked and asked <= today and (said is None or said < asked):
            silent.setdefault(action.owner_text, []).append(action)
    rows = [
        NoReplyRow(
            owner,
            tuple(theirs),
            max(nudged[each.key] for each in theirs),
            max((day for each in theirs if (day := last[each.key])), default=None),
        )
        for owner, theirs in silent.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.last_heard or date.min, -len(row.actions), row.owner)))


def _last_heard(action: Action, heard: Mapping[Key, date]) -> date | None:
    """The day of its last answer, or of words about it that could not be read or still wait for a person."""
    return max((day for day in (action.last_reply, heard.get(action.key)) if day), default=None)


def question_rows(actions: tuple[Action, ...], doubts: Iterable[DoubtRow] = ()) -> tuple[QuestionRow, ...]:
    """What waits for a person, and the completions that their own words doubt."""
    asked = tuple(QuestionRow(action, question) for action in actions if (question := _question(action)))
    doubted = (row for row in doubts if row.doubt is Doubt.DOUBTED_COMPLETION)
    return (*asked, *(QuestionRow(row.action, f"{row.against} Yet it says “{row.says}”") for row in doubted))


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
