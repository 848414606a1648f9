"""What bringing in a document would do to its plan's list: worked out and shown before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot import progress, rows
from bot.columns import Columns, find_columns
from bot.directory import Directory
from bot.history import REMOVED
from bot.importing import Newer, PlanReading, Present, ReadAction, Said, as_numbered, doubts, find_present, newer
from bot.ledger import Imported
from bot.m365 import Row
from bot.plan import Action, Owner
from bot.settings import PlanSettings
from jobs.kit import Kit
from jobs.reader import Reader


@dataclass(frozen=True, slots=True)
class Known:
    """An action of the document that the list holds, at `at`, and what becomes of its `row`.

    `differs` names the columns in which the two differ. `told_later` is the day of a newer document that said something
    of it, so that this one moves nothing; `rolls_back` says that it would have.
    """

    at: int
    row: Row
    newer: Newer
    differs: tuple[str, ...]
    told_later: date | None = None
    rolls_back: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Positions of the actions that the list lacks (`missing`), and those that it knows.

    `again` are the refs of missing ones that it held before, `no_longer` those that only an earlier version had.
    `doubts` are questions about missing ones that may be rows of the list in other words, by position: they hold the
    new row, and no later document takes them back.
    """

    reading: PlanReading
    missing: tuple[int, ...]
    known: tuple[Known, ...]
    again: tuple[str, ...] = ()
    no_longer: tuple[str, ...] = ()
    doubts: Mapping[int, str] = field(default_factory=dict)

    @property
    def writes(self) -> bool:
        """Whether anything of the list would change."""
        return bool(self.missing or self.changed)

    def held_by(self, at: int) -> tuple[str, ...]:
        """What must be answered before anybody is nudged about a row that is added."""
        doubt = self.doubts.get(at)
        return (*self.reading.actions[at].held_by, *([doubt] if doubt else []))

    @property
    def changed(self) -> tuple[Known, ...]:
        return tuple(each for each in self.known if each.newer.writes)


def propose(kit: Kit, plan: PlanSettings, reading: PlanReading) -> Proposal:
    """Compare a document with the list, which is only read; where there is none yet everything is added."""
    if not kit.lists.exists(plan.list_title):
        return Proposal(reading, tuple(range(len(reading.actions))), ())
    columns = find_columns(kit.lists.columns(plan.list_title), plan.columns, plan.list_title)
    listed = kit.lists.all_rows(plan.list_title)
    before = kit.ledger.imports.last(plan.name)
    there = [_present(row, columns, before.get(row.id)) for row in listed]
    present, doubtful = find_present(reading.actions, there), doubts(reading.actions, there)
    reading = replace(reading, actions=as_numbered(reading.actions, there, present))
    missing = [at for at in range(len(reading.actions)) if at not in present]
    comparing = _Comparing(kit, plan, reading, columns, Reader(kit).people)
    known = [comparing.known(at, listed[row], before.get(listed[row].id)) for at, row in sorted(present.items())]
    refs = {row.id: each.ref for row, each in zip(listed, there, strict=True)}
    return Proposal(
        reading,
        tuple(missing),
        tuple(known),
        tuple(_seen_before(kit, plan, [reading.actions[at] for at in missing], refs, before)),
        tuple(_no_longer(before, refs, {listed[row].id for row in present.values()})),
        doubtful,
    )


@dataclass(frozen=True, slots=True)
class _Comparing:
    """A document beside its list."""

    kit: Kit
    plan: PlanSettings
    reading: PlanReading
    columns: Columns
    people: Directory

    def known(self, at: int, row: Row, before: Imported | None) -> Known:
        """What becomes of a row, given what the document said `before`."""
        kit, read = self.kit, self.reading.actions[at]
        basis = rows.Basis(self.columns, self.people, kit.settings.zone, kit.today)
        action = rows.to_action(self.plan.name, row.id, row.version, row.fields, basis)
        listed, says = _said_by_list(action, row, self.columns), said_by(read)
        change = Newer()
        if before:
            change = newer(Said.from_json(before.said), says, listed, action.progress)
        wanted = to_fields(as_action(self.plan.name, read, self.reading.source, kit.today), read, self.columns)
        differs = rows.differences(wanted, row.fields, self.columns, kit.settings.zone)
        if says.current_due == listed.current_due:
            differs = tuple(each for each in differs if each != "due")
        if before and before.on > kit.today:
            return Known(at, row, Newer(), differs, before.on, change.writes)
        return Known(at, row, change, differs)


def _present(row: Row, columns: Columns, before: Imported | None) -> Present:
    names = ("ref", "text", "owner", "theme")
    ref, text, owner, theme = (rows.plain(str(row.fields.get(columns.names.get(name, "")) or "")) for name in names)
    words = before.said["words"] if before else {}
    said = (str(words.get("ref_in_document", "")), str(words.get("text", "")))
    return Present(ref, text, owner, theme, said)


def said_by(read: ReadAction) -> Said:
    """What a document says of an action."""
    words = {
        "ref": read.ref,
        "ref_in_document": read.ref_in_document or read.ref,
        "text": read.action,
        "theme": read.section,
        "recommendation": read.recommendation,
        "response": read.response,
        "owner": read.owner_text,
        "status": read.status.value.value,
        "status_text": read.status.text,
        "due": read.due.text,
        "due_date": _iso(read.due.end),
        "revised_due": _iso(read.status.revised_due.end if read.status.revised_due else None),
    }
    return Said(words, _told(read), read.held_by)


def _said_by_list(action: Action, row: Row, columns: Columns) -> Said:
    printed = row.fields.get(columns.names.get("owner", ""))
    words = {
        "text": action.text,
        "theme": action.theme,
        "recommendation": action.recommendation,
        "response": action.response,
        "owner": rows.plain(printed) if isinstance(printed, str) else action.owner_text,
        "status": action.status.value,
        "status_text": action.status_text,
        "due": action.due.text,
        "due_date": _iso(action.due.end),
        "revised_due": _iso(action.revised_due.end if action.revised_due else None),
    }
    return Said(words, questions=tuple(filter(None, [action.question])))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _told(read: ReadAction) -> tuple[tuple[str, str], ...]:
    """Each update of the document with its head, the oldest first; else the phrase of a status that tells more."""
    if read.updates:
        return tuple((each.head, each.words) for each in read.updates)
    return (("", read.status.text),) if read.status.note else ()


def as_action(plan: str, read: ReadAction, source: str, today: date) -> Action:
    """An action as the list will hold it: a new date that hides in the status becomes the revised date.

    What the document told beyond the status opens its progress, as imported from `source` on `today`.
    """
    return Action(
        plan=plan,
        item_id="",
        ref=read.ref,
        text=read.action,
        theme=read.section,
        recommendation=read.recommendation,
        response=read.response,
        owners=tuple(Owner(owner) for owner in read.owners),
        due=read.due,
        revised_due=read.status.revised_due,
        status=read.status.value,
        status_text=read.status.text,
        completed_on=read.completed_on or (today if read.done_once else None),
        progress="\n".join(progress.imported(today, source, words, head) for head, words in _told(read)),
        repeat_of=read.repeat_of,
        question=" ".join(read.held_by),
    )


def to_fields(action: Action, read: ReadAction, columns: Columns) -> dict[str, object]:
    """The values of a new row; its owner is written as printed."""
    return rows.to_fields(action, columns) | rows.as_fields({"owner": read.owner_text}, columns)


def _seen_before(
    kit: Kit,
    plan: PlanSettings,
    missing: Sequence[ReadAction],
    listed: Collection[str],
    before: Mapping[str, Imported],
) -> list[str]:
    """Of the actions about to be added, the references of those that the list has held and holds no more."""
    snapshot = kit.ledger.snapshot
    gone = [Present(each.ref, each.text) for each in snapshot.actions(plan.name) if each.item_id not in listed]
    removed = [change for change in snapshot.changes(plan.name, None, date.max) if change.field == REMOVED]
    gone += [Present(change.ref, change.old) for change in removed]
    words = [each.said["words"] for item, each in before.items() if item not in listed]
    gone += [Present(str(each.get("ref", "")), str(each.get("text", ""))) for each in words]
    return [missing[at].ref for at in sorted(find_present(missing, gone))]


def _no_longer(before: Mapping[str, Imported], listed: Mapping[str, str], found: Collection[str]) -> list[str]:
    """The references of the rows that an earlier version of this document had and this one has not.

    It is a version of a document where it holds half of the rows that came from there; else it is another one.
    `listed` is item id -> reference, `found` the item ids of the rows that it holds.
    """
    refs: list[str] = []
    for source in dict.fromkeys(each.source for each in before.values()):
        own = [item for item, each in before.items() if each.source == source and item in listed]
        lost = [item for item in own if item not in found]
        if len(lost) * 2 <= len(own):
            refs += [listed[item] for item in lost]
    return refs
