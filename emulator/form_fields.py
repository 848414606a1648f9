"""A list item as a form: one field for each column that people fill in, and back to what Graph takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from emulator import lookups
from emulator.columns import facet_of
from emulator.fields import NUMBERED
from emulator.items import Sheet
from emulator.page import Form
from emulator.tenant import Tenant

KINDS = {"text": "line", "number": "number", "currency": "number", "boolean": "choice", "dateTime": "date"}
ADDRESS_AND_NAME = re.compile(r"(\S+?)(?:,\s+|\s*$)(.*)", re.DOTALL)
YES_NO = (("true", "Yes"), ("false", "No"))
INTEGERS, STRINGS = "Collection(Edm.Int32)", "Collection(Edm.String)"


@dataclass(frozen=True, slots=True)
class Widget:
    """A field of the form. `kind`: line, lines, number, date, moment, choice, several, or link."""

    column: str
    label: str
    facet: str
    kind: str
    values: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()
    help: str = ""

    @property
    def value(self) -> str:
        return self.values[0] if self.values else ""

    @property
    def options_by_use(self) -> list[tuple[str, str]]:
        """Those that are chosen first: a long list shows them without scrolling."""
        return sorted(self.options, key=lambda option: option[0] not in self.values)


def widgets(tenant: Tenant, sheet: Sheet, stored: Mapping[str, Any]) -> list[Widget]:
    columns = [column for column in sheet.definitions.values() if not column["readOnly"]]
    return [widget(tenant, sheet, each, stored.get(each["name"])) for each in columns]


def widget(tenant: Tenant, sheet: Sheet, column: Mapping[str, Any], stored: Any) -> Widget:
    facet = facet_of(dict(column))
    details = column[facet]
    values = tuple(text_of(each) for each in (stored if isinstance(stored, list) else [stored]) if each is not None)
    kind, hint = KINDS.get(facet, "choice"), ""
    options: tuple[tuple[str, str], ...] = ()
    if facet == "text" and details.get("allowMultipleLines"):
        kind = "lines"
    elif facet == "dateTime" and details.get("format") != "dateOnly":
        kind, hint = "moment", "In UTC, such as 2026-07-01T09:00:00Z"
    elif facet == "boolean":
        options = YES_NO
    elif facet == "choice":
        names = dict.fromkeys([*details.get("choices", []), *values])
        options = tuple((name, name) for name in names)
        kind = "several" if details.get("displayAs") == "checkBoxes" else "choice"
    elif facet == "hyperlinkOrPicture":
        kind, hint = "link", "The address, then a comma and what it is called"
    elif facet in NUMBERED:
        options = tuple((str(number), name) for number, name in lookups.options(tenant, dict(column), sheet.people))
        kind = "several" if details.get("allowMultipleSelection") or details.get("allowMultipleValues") else "choice"
    return Widget(column["name"], column["displayName"], facet, kind, values, options, hint)


def text_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return value["Url"] if value["Description"] == value["Url"] else f"{value['Url']}, {value['Description']}"
    return str(value)


def changes(fields: list[Widget], form: Form) -> dict[str, Any]:
    """The columns whose field was changed, as a PATCH of `fields` would name them; an empty field clears."""
    found: dict[str, Any] = {}
    for field in fields:
        given = [value for value in form.all(f"field-{field.column}") if value != ""]
        if tuple(given) != field.values:
            found |= graph_value(field, given)
    return found


def graph_value(field: Widget, given: list[str]) -> dict[str, Any]:
    numbered = field.facet in NUMBERED
    key = f"{field.column}LookupId" if numbered else field.column
    if not given:
        return {key: None}
    if field.kind == "several":
        return {key: given, f"{key}@odata.type": INTEGERS if numbered else STRINGS}
    if field.kind == "link":
        found = ADDRESS_AND_NAME.fullmatch(given[0].strip())
        return {key: {"Url": found.group(1), "Description": found.group(2)} if found else given[0]}
    if field.facet in {"number", "currency"}:
        return {key: number_of(given[0])}
    return {key: given[0] == "true" if field.facet == "boolean" else given[0]}


def number_of(text: str) -> int | float | str:
    """The number, or the text itself, which the list will then refuse in its own words."""
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return text
    if value != value or value in (float("inf"), float("-inf")):
        return text
    return int(value) if value.is_integer() else value


def again(fields: list[Widget], form: Form) -> list[Widget]:
    """The form as it was filled in, for a second try."""
    return [
        Widget(each.column, each.label, each.facet, each.kind, tuple(form.all(f"field-{each.column}")), each.options)
        for each in fields
    ]
