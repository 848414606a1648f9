"""Drafts -> actions: the dates, the status and the owners of each row read, with what must be asked about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.importing.anew import plan_of_each
from bot.importing.asking import about_date, about_owner, about_ref, not_again, questions_of, unless_held
from bot.importing.columns.found import Columns
from bot.importing.gather import Gathered
from bot.importing.plan_reading import ReadAction
from bot.importing.printed.month_first import Habit
from bot.importing.printed.said_twice import once
from bot.importing.printed.short_years import with_long_years
from bot.importing.refs import Place, number_actions
from bot.importing.repeats import declared_repeat
from bot.importing.rows.drafts import Draft
from bot.importing.status.cells import StatusFound, find_status
from bot.importing.status.closing import due_when_closed
from bot.reading.dates import DueReading, explain_due
from bot.reading.owners import ExplainedOwners, explain_owners, with_names_apart

OnProgress = Callable[[int, int], None]
DAYS = ("due", "revised_due", "closed")
"""The fields of a draft that hold days."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a plan with each of its cells read."""

    draft: Draft
    columns: Columns
    due: DueReading
    status: StatusFound
    owners: ExplainedOwners


def read_actions(
    found: Gathered,
    as_of: date,
    on_progress: OnProgress | None,
    aliases: Mapping[str, str],
    habits: Mapping[str, Habit],
) -> list[ReadAction]:
    """Every action of a document in printed order; `habits` say how the days of each field are printed."""
    drafts = found.drafts
    places = [Place(each.own_ref, each.section, each.number, each.recommendation, each.label) for each, _ in drafts]
    days = with_long_years([once(draft.due, as_of) for draft, _ in drafts], as_of)
    cells = dict.fromkeys(draft.owner for draft, _ in drafts)
    parties = with_names_apart({words: explain_owners(words, aliases) for words in cells})
    actions = []
    for ref, first, day, (draft, columns) in zip(number_actions(places), _firsts(drafts), days, drafts, strict=True):
        status = _status(draft, habits, find_status(_day_first(draft, habits), as_of, columns, found.key.means))
        due = _due(draft, habits["due"], day, as_of, status)
        row = _Row(draft, columns, due, status, parties[draft.owner])
        actions.append(_action(ref, row, about_ref(ref, draft, first)))
        if on_progress:
            on_progress(len(actions), len(drafts))
    return actions


def _firsts(drafts: Sequence[tuple[Draft, Columns]]) -> list[Draft]:
    """For each draft the first of its plan that has the same reference: itself, where that is its own alone."""
    firsts: dict[tuple[int, str], Draft] = {}
    plans = plan_of_each(drafts)
    return [firsts.setdefault((plan, draft.own_ref), draft) for plan, (draft, _) in zip(plans, drafts, strict=True)]


def _day_first(draft: Draft, habits: Mapping[str, Habit]) -> Draft:
    due, later, closed = (habits[field].day_first(getattr(draft, field)) for field in DAYS)
    return replace(draft, due=due, revised_due=later, closed=closed)


def _status(draft: Draft, habits: Mapping[str, Habit], found: StatusFound) -> StatusFound:
    """A status with what is asked about its new date, if only because the month may stand first in it."""
    later = found.reading.revised_due
    turned = habits["revised_due"].about(draft.revised_due, later.end if later else None)
    return replace(found, about_revised=found.about_revised or turned)


def _due(draft: Draft, habit: Habit, day: str, as_of: date, status: StatusFound) -> DueReading:
    """The date of an action in its own words; `day` is its cell, the year of it written out."""
    due = habit.in_doubt(explain_due(habit.day_first(day), as_of), day)
    due = replace(due, due=replace(due.due, text=draft.due.strip()))
    return due_when_closed(due, habit.day_first(day), as_of) if status.value.is_closed else due


def _on_one_line(printed: str, owners: Sequence[str]) -> str:
    """Parties as printed, those that stand on lines of their own kept apart."""
    lines = printed.splitlines()
    return "; ".join(lines) if len(lines) > 1 and lines == list(owners) else " ".join(printed.split())


def _action(ref: str, row: _Row, about_its_ref: Sequence[str]) -> ReadAction:
    draft, columns, owners, status = row.draft, row.columns, row.owners, row.status.explained
    ownerless = about_owner(draft, columns, status, owners)
    undated = about_date(draft, columns, row.due, status)
    moved = "" if row.status.value.is_closed else row.status.about_revised
    questions = [*draft.questions, *about_its_ref]
    questions += not_again(questions, [row.status.contradiction, *questions_of(draft, status, owners), moved])
    questions += unless_held(questions, filter(None, [ownerless, undated]))
    return ReadAction(
        ref=ref,
        section=draft.section,
        recommendation=draft.recommendation,
        response=draft.response,
        action=declared_repeat(draft.action).text,
        owners=owners.reading.owners,
        owner_text=_on_one_line(draft.owner, owners.reading.owners),
        due=row.due.due,
        status=status.reading,
        confidence=max(0.1, (0.9 if status.doubtful and draft.status else 1.0) - 0.25 * len(questions)),
        questions=tuple(questions),
        source_rows=draft.rows,
        updates=draft.updates,
        completed_on=row.status.completed_on,
        ref_printed=bool(draft.own_ref or draft.label),
        done_once=row.status.done_once,
        asked_by_mail=tuple(filter(None, [ownerless, undated if row.due.due.end is None else ""])),
    )
