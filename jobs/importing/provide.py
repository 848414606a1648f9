"""What an import finds missing is made: the lists with their columns, and a row for each post nobody stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.columns import FIELDS, SINGLE_LINE, Field, find_columns
from bot.directory import fold
from bot.m365 import AccessRefused
from bot.plan import Action, Status
from bot.settings import PlanSettings
from bot.summary import Standing
from jobs.kit import Kit
from jobs.reader import Reader


@dataclass(frozen=True, slots=True)
class Posts:
    """The parties nobody is known behind, and party -> what is written where an address of it should be."""

    unknown: tuple[str, ...]
    wrong: Mapping[str, str]


def provide_list(kit: Kit, plan: PlanSettings, description: str) -> None:
    """Make the list if it is missing, and give it the columns of ours that it lacks."""
    if not kit.lists.exists(plan.list_title):
        kit.lists.create(plan.list_title, description)
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
    "standing": {
        "choice": {"choices": [each.label for each in Standing], "allowTextEntry": True, "displayAs": "dropDownMenu"}
    },
}


def _facet(field: Field) -> dict[str, object]:
    return _FACETS[field.kinds[0]]


def _provide(kit: Kit, title: str, description: str, columns: Iterable[tuple[str, str, str]]) -> None:
    """Make a list if it is missing, with those of its columns (name, label, sort) that it lacks."""
    if not kit.lists.exists(title):
        kit.lists.create(title, description)
    present = {column.name for column in kit.lists.columns(title)}
    for name, label, kind in columns:
        if name not in present:
            kit.lists.add_column(title, name, label, **_FACETS[kind])


_POST_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("Person", "Person", "personOrGroup"),
    ("Address", "Address (people outside)", "text"),
    ("Deputy", "Deputy", "personOrGroup"),
    ("Manager", "Manager", "personOrGroup"),
    ("AwayFrom", "Away from", "dateTime"),
    ("AwayTo", "Away to", "dateTime"),
)


def provide_posts(kit: Kit, actions: Iterable[Action]) -> Posts:
    """Give the list of posts a row for every party nobody is known behind."""
    title = kit.settings.people.list
    _provide(kit, title, "Who stands behind each post that a plan names", _POST_COLUMNS)
    people = Reader(kit).people
    parties = {fold(owner.text): owner.text for action in actions for owner in action.owners}
    listed = {fold(str(row.fields.get("Title") or "")) for row in kit.lists.all_rows(title)}
    unknown = tuple(party for _, party in sorted(parties.items()) if not people.behind(party))
    for party in unknown:
        if fold(party) not in listed:
            kit.lists.add_row(title, {"Title": party[:SINGLE_LINE]})
    wrong = {party: written for _, party in sorted(parties.items()) if (written := people.bad_address(party))}
    return Posts(unknown, wrong)


_OVERRIDE_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("Plan", "Plan", "text"),
    ("Month", "Month (such as 2027-03)", "text"),
    ("Standing", "Standing", "standing"),
    ("Reason", "Reason", "note"),
    ("By", "By (else whoever last edited the row)", "text"),
)


def provide_overrides(kit: Kit) -> str:
    """Make the list of theme overrides; why it could not be made, "" when it is there. Nothing else rests on it."""
    title = kit.settings.summary.overrides
    try:
        _provide(kit, title, "Themes (in Title) whose standing a person sets against the rule", _OVERRIDE_COLUMNS)
    except AccessRefused:
        return (
            f'The list "{title}" could not be made, for the right to make lists is missing: make it by hand if people '
            "are to set a theme's standing (docs/admin.md, section 15)."
        )
    return ""
