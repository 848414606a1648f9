"""Bring a plan that was read from a document into its SharePoint list, which is made with its columns when missing.

Brought in again, nothing is doubled and nothing that stands in the list is overwritten: the list is the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot import progress, rows
from bot.columns import FIELDS, SINGLE_LINE, Columns, Field, find_columns
from bot.directory import fold
from bot.history import REMOVED
from bot.importing import PlanReading, Present, ReadAction, find_present, is_strange
from bot.ledger import Event
from bot.m365 import Row
from bot.plan import Action, Owner, Status
from bot.policy import wrong_address
from bot.settings import PlanSettings
from jobs.kit import Kit, Report, count
from jobs.reader import Reader

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Posts:
    """The parties nobody is known behind, and party -> what is written where an address of it should be."""

    unknown: tuple[str, ...]
    wrong: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """An action that the list holds already: in which columns the two differ, and whether it can be the same at all."""

    ref: str
    differs: tuple[str, ...]
    strange: bool


def bring_in(
    kit: Kit, plan: PlanSettings, reading: PlanReading, on_progress: Progress = lambda done, all_: None
) -> Report:
    """Write the actions that the list does not hold yet, and a row for every post that nobody stands behind."""
    report = Report("import")
    _provide_list(kit, plan, reading)
    columns = Reader(kit).columns(plan)
    actions = [as_action(plan.name, each, reading.source, kit.today) for each in reading.actions]
    wanted = [
        rows.to_fields(action, columns) | rows.as_fields({"owner": read.owner_text}, columns)
        for action, read in zip(actions, reading.actions, strict=True)
    ]
    listed = kit.lists.all_rows(plan.list_title)
    present = find_present(reading.actions, [_present(row, columns) for row in listed])
    missing = [at for at in range(len(wanted)) if at not in present]
    again = _seen_before(kit, plan, [reading.actions[at] for at in missing], {row.id for row in listed})

    for number, at in enumerate(missing, start=1):
        kit.lists.add_row(plan.list_title, wanted[at])
        on_progress(number, len(missing))
    posts = _provide_posts(kit, actions)

    kit.ledger.register.note(
        [Event(kit.now(), "import", f"{len(missing)} rows brought in from {reading.source}", plan.name)]
    )
    left_alone = [
        _left_alone(kit, columns, reading.actions[at], wanted[at], listed[row]) for at, row in sorted(present.items())
    ]
    held = sum(bool(reading.actions[at].held_by) for at in missing)
    held += sum(_is_held(listed[row], columns) for row in present.values())
    _tell(report, plan, reading, len(missing), posts, kit.settings.people.list)
    _tell_questions(report, held, len(reading.questions))
    _tell_again(report, again)
    _tell_left_alone(report, left_alone)
    return report


def _seen_before(kit: Kit, plan: PlanSettings, missing: Sequence[ReadAction], listed: Collection[str]) -> list[str]:
    """Of the actions about to be added, the references of those that the list has held and holds no more."""
    snapshot = kit.ledger.snapshot
    gone = [Present(each.ref, each.text) for each in snapshot.actions(plan.name) if each.item_id not in listed]
    removed = [change for change in snapshot.changes(plan.name, None, date.max) if change.field == REMOVED]
    gone += [Present(change.ref, change.old) for change in removed]
    return [missing[at].ref for at in sorted(find_present(missing, gone))]


def _is_held(row: Row, columns: Columns) -> bool:
    return bool(rows.plain(str(row.fields.get(columns.names.get("question", "")) or "")))


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
        progress="\n".join(_told(read, source, today)),
        repeat_of=read.repeat_of,
        question=" ".join(read.held_by),
    )


def _told(read: ReadAction, source: str, today: date) -> list[str]:
    """An entry for each update of the document, the oldest first; else for what its status told."""
    if read.updates:
        return [progress.imported(today, source, each.words, each.head) for each in read.updates]
    return [progress.imported(today, source, read.status.note)] if read.status.note else []


def _present(row: Row, columns: Columns) -> Present:
    ref, text = (rows.plain(str(row.fields.get(columns.names.get(name, "")) or "")) for name in ("ref", "text"))
    return Present(ref, text)


def _left_alone(kit: Kit, columns: Columns, read: ReadAction, wanted: rows.Fields, row: Row) -> LeftAlone:
    differs = rows.differences(wanted, row.fields, columns, kit.settings.zone)
    return LeftAlone(read.ref, differs, is_strange(read, _present(row, columns)))


def _provide_list(kit: Kit, plan: PlanSettings, reading: PlanReading) -> None:
    """Make the list if it is missing, and give it the columns of ours that it lacks."""
    if not kit.lists.exists(plan.list_title):
        kit.lists.create(plan.list_title, reading.title)
    columns = find_columns(kit.lists.columns(plan.list_title), plan.columns, plan.list_title)
    for field in FIELDS:
        if not columns.has(field.name) and field.name not in plan.columns and not columns.is_wrong(field.name):
            kit.lists.add_column(plan.list_title, field.column, field.label, **_facet(field))


_FACETS: dict[str, dict[str, object]] = {
    "text": {"text": {"allowMultipleLines": False, "maxLength": SINGLE_LINE}},
    "note": {"text": {"allowMultipleLines": True, "textType": "plain", "linesForEditing": 6}},
    "dateTime": {"dateTime": {"format": "dateOnly"}},
    "personOrGroup": {"personOrGroup": {"allowMultipleSelection": True, "chooseFromType": "peopleOnly"}},
    "choice": {
        "choice": {"choices": [status.label for status in Status], "allowTextEntry": False, "displayAs": "dropDownMenu"}
    },
}


def _facet(field: Field) -> dict[str, object]:
    return _FACETS[field.kinds[0]]


_POST_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("Person", "Person", "personOrGroup"),
    ("Address", "Address (people outside)", "text"),
    ("Deputy", "Deputy", "personOrGroup"),
    ("Manager", "Manager", "personOrGroup"),
    ("AwayFrom", "Away from", "dateTime"),
    ("AwayTo", "Away to", "dateTime"),
)


def _provide_posts(kit: Kit, actions: Iterable[Action]) -> Posts:
    """Give the list of posts a row for every party nobody is known behind."""
    title = kit.settings.people.list
    if not kit.lists.exists(title):
        kit.lists.create(title, "Who stands behind each post that a plan names")
    present = {column.name for column in kit.lists.columns(title)}
    for name, label, kind in _POST_COLUMNS:
        if name not in present:
            kit.lists.add_column(title, name, label, **_FACETS[kind])
    people = Reader(kit).people
    parties = {fold(owner.text): owner.text for action in actions for owner in action.owners}
    listed = {fold(str(row.fields.get("Title") or "")) for row in kit.lists.all_rows(title)}
    unknown = tuple(party for _, party in sorted(parties.items()) if not people.behind(party))
    for party in unknown:
        if fold(party) not in listed:
            kit.lists.add_row(title, {"Title": party[:SINGLE_LINE]})
    wrong = {party: written for _, party in sorted(parties.items()) if (written := people.bad_address(party))}
    return Posts(unknown, wrong)


def _tell(report: Report, plan: PlanSettings, reading: PlanReading, written: int, posts: Posts, title: str) -> None:
    report.figures = {
        "plan": plan.name,
        "source": reading.source,
        "actions": len(reading.actions),
        "written": written,
        "unknown_owners": list(posts.unknown),
        "left_out": list(reading.left_out),
    }
    report.say(f'{count(written, "action")} written to "{plan.list_title}".')
    report.lines += reading.not_read
    nobody = [party for party in posts.unknown if party not in posts.wrong]
    if nobody:
        report.say(f'Nobody is known behind these owners: {"; ".join(nobody)}. Name them in the list "{title}".')
    for party, address in posts.wrong.items():
        report.say(f"{wrong_address(party, address)}.")


def _tell_questions(report: Report, held: int, about_document: int) -> None:
    """How many rows wait for an answer in the list, and how many questions no row can hold."""
    report.figures["questions"] = held + about_document
    if held:
        report.say(f"{count(held, 'question')} to settle: those rows are held until the list answers them.")
    if about_document:
        report.say(f"{count(about_document, 'question')} about the document as a whole: settle it there.")


def _tell_again(report: Report, refs: Sequence[str]) -> None:
    report.figures["added_again"] = list(refs)
    for ref in refs:
        report.say(
            f"{ref} was in the list before and is not now: it is added again. Delete it there if it is done with."
        )


def _tell_left_alone(report: Report, left_alone: Sequence[LeftAlone]) -> None:
    """One line about the rows that are there already, and one about those that may be other actions altogether."""
    differing = [each for each in left_alone if each.differs]
    report.figures["left_alone"] = len(left_alone)
    report.figures["differing"] = [{"ref": each.ref, "in": list(each.differs)} for each in differing]
    if not left_alone:
        return
    one = len(left_alone) == 1
    line = f"{count(len(left_alone), 'row')} {'is' if one else 'are'} already in the list and left alone"
    if differing:
        which = "it differs" if one else f"{len(differing)} of them differ{'s' if len(differing) == 1 else ''}"
        named = ", ".join(f"{each.ref} ({', '.join(each.differs)})" for each in differing)
        line += f"; {which} from the document: {named}"
    report.say(f"{line}.")
    strange = [each.ref for each in differing if each.strange]
    if strange:
        report.say(
            f"The document says something else altogether under {', '.join(strange)}: if that is another action, give "
            "it a reference of its own in the document and import it again."
        )
