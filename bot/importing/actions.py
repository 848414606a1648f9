"""Drafts -> actions: the dates, the status and the owners of each row read, with what must be asked about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
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
from bot.reading.owners import ExplainedOwners, explain_owners

OnProgress = Callable[[int, int], None]
DAYS = ("due", "revised_due", "closed")
"""The fields of a draft that hold days."""


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
    plans = plan_of_each(drafts)
    firsts: dict[tuple[int, str], Draft] = {}
    for plan, (draft, _) in zip(plans, drafts, strict=True):
        firsts.setdefault((plan, draft.own_ref), draft)
    dates = with_long_years([once(draft.due, as_of) for draft, _ in drafts], as_of)
    parties = {words: explain_owners(words, aliases) for words in dict.fromkeys(draft.owner for draft, _ in drafts)}
    actions = []
    for at, (ref, (draft, columns)) in enumerate(zip(number_actions(places), drafts, strict=True), 1):
        day, habit = dates[at - 1], habits["due"]
        due = habit.in_doubt(explain_due(habit.day_first(day), as_of), day)
        due = replace(due, due=replace(due.due, text=draft.due.strip()))
        status = find_status(_day_first(draft, habits), as_of, columns, found.key.means)
        later = status.reading.revised_due
        turned = habits["revised_due"].about(draft.revised_due, later.end if later else None)
        status = replace(status, about_revised=status.about_revised or turned)
        if status.reading.value.is_closed:
            due = due_when_closed(due, habit.day_first(day), as_of)
        first = firsts[plans[at - 1], draft.own_ref]
        actions.append(_read(ref, draft, due, columns, status, parties[draft.owner], first))
        if on_progress:
            on_progress(at, len(drafts))
    return actions


def _day_first(draft: Draft, habits: Mapping[str, Habit]) -> Draft:
    due, later, closed = (habits[field].day_first(getattr(draft, field)) for field in DAYS)
    return replace(draft, due=due, revised_due=later, closed=closed)


def _on_one_line(printed: str, owners: Sequence[str]) -> str:
    """Parties as printed, those that stand on lines of their own kept apart."""
    lines = printed.splitlines()
    return "; ".join(lines) if len(lines) > 1 and lines == list(owners) else " ".join(printed.split())


def _read(
    ref: str,
    draft: Draft,
    due: DueReading,
    columns: Columns,
    found: StatusFound,
    owners: ExplainedOwners,
    first: Draft,
) -> ReadAction:
    status = found.explained
    ownerless = about_owner(draft, columns, status, owners)
    undated = about_date(draft, columns, due, status)
    questions = [*draft.questions, *about_ref(ref, draft, first)]
    moved = "" if status.reading.value.is_closed else found.about_revised
    questions += not_again(questions, [found.contradiction, *questions_of(draft, status, owners), moved])
    questions += unless_held(questions, filter(None, [ownerless, undated]))
    return ReadAction(
        ref=ref,
        section=draft.section,
        recommendation=draft.recommendation,
        response=draft.response,
        action=declared_repeat(draft.action).text,
        owners=owners.reading.owners,
        owner_text=_on_one_line(draft.owner, owners.reading.owners),
        due=due.due,
        status=status.reading,
        confidence=max(0.1, (0.9 if status.doubtful and draft.status else 1.0) - 0.25 * len(questions)),
        questions=tuple(questions),
        source_rows=draft.rows,
        updates=draft.updates,
        completed_on=found.completed_on,
        ref_printed=bool(draft.own_ref or draft.label),
        done_once=found.done_once,
        asked_by_mail=tuple(filter(None, [ownerless, undated if due.due.end is None else ""])),
    )
