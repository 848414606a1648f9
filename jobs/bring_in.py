"""Bring a plan that was read from a document into its SharePoint list, which is made with its columns when missing.

Brought in again, nothing is doubled: a row is known by its reference and its text together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot import rows
from bot.columns import FIELDS, SINGLE_LINE, Columns, Field, find_columns
from bot.directory import fold
from bot.importing import PlanReading, ReadAction
from bot.ledger import Event
from bot.plan import Action, Owner, Status
from bot.settings import PlanSettings
from jobs.kit import Kit, Report, count
from jobs.reader import Reader

Progress = Callable[[int, int], None]


def bring_in(
    kit: Kit, plan: PlanSettings, reading: PlanReading, progress: Progress = lambda done, all_: None
) -> Report:
    """Write the actions that the list does not hold yet, and a row for every post that nobody stands behind."""
    report = Report("import")
    _provide_list(kit, plan, reading)
    columns = Reader(kit).columns(plan)
    present = {_identity(row.fields, columns) for row in kit.lists.all_rows(plan.list_title)}
    actions = [as_action(plan.name, each) for each in reading.actions]
    wanted = [
        (action, rows.to_fields(action, columns) | rows.as_fields({"owner": read.owner_text}, columns))
        for action, read in zip(actions, reading.actions, strict=True)
    ]
    missing = [fields for _, fields in wanted if _identity(fields, columns) not in present]

    for number, fields in enumerate(missing, start=1):
        kit.lists.add_row(plan.list_title, fields)
        progress(number, len(missing))
    unknown = _provide_posts(kit, actions)

    kit.ledger.register.note(
        [Event(kit.now(), "import", f"{len(missing)} rows brought in from {reading.source}", plan.name)]
    )
    _tell(report, plan, reading, len(missing), unknown, kit.settings.people.list)
    return report


def as_action(plan: str, read: ReadAction) -> Action:
    """An action as the list will hold it: a new date that hides in the status becomes the revised date."""
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
        repeat_of=read.repeat_of,
        question=" ".join(read.questions),
    )


def _identity(fields: rows.Fields, columns: Columns) -> tuple[str, str]:
    """A row's reference and its text, folded: what makes it the same row however it is written again."""
    ref, text = (rows.plain(str(fields.get(columns.names.get(name, ""), ""))) for name in ("ref", "text"))
    return fold(ref), fold(text)


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
)


def _provide_posts(kit: Kit, actions: Iterable[Action]) -> tuple[str, ...]:
    """Give the list of posts a row for every party nobody is known behind; returns those parties."""
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
    unknown = tuple(party for key, party in sorted(parties.items()) if not people.behind(party))
    for party in unknown:
        if fold(party) not in listed:
            kit.lists.add_row(title, {"Title": party[:SINGLE_LINE]})
    return unknown


def _tell(
    report: Report, plan: PlanSettings, reading: PlanReading, written: int, unknown: tuple[str, ...], posts: str
) -> None:
    questions = sum(1 for action in reading.actions if action.questions) + len(reading.questions)
    report.figures = {
        "plan": plan.name,
        "source": reading.source,
        "actions": len(reading.actions),
        "written": written,
        "questions": questions,
        "unknown_owners": list(unknown),
    }
    already = len(reading.actions) - written
    report.say(f'{count(written, "action")} written to "{plan.list_title}"; {count(already, "action")} there already.')
    if unknown:
        report.say(f'Nobody is known behind these owners: {"; ".join(unknown)}. Name them in the list "{posts}".')
    if questions:
        report.say(f"{count(questions, 'question')} to settle: those rows are held until the list answers them.")
