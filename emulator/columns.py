"""Columns of a list: their definitions as Graph writes them, kept as given and completed."""

from __future__ import annotations

import json
import re
from typing import Any

from emulator import calls, names
from emulator.errors import already_exists, bad_request, not_found
from emulator.tenant import Tenant

FACETS: dict[str, dict[str, Any]] = {
    "text": {
        "allowMultipleLines": False,
        "appendChangesToExistingText": False,
        "linesForEditing": 0,
        "maxLength": 255,
        "textType": "plain",
    },
    "choice": {"allowTextEntry": False, "choices": [], "displayAs": "dropDownMenu"},
    "dateTime": {"displayAs": "default", "format": "dateOnly"},
    "personOrGroup": {"allowMultipleSelection": False, "chooseFromType": "peopleAndGroups", "displayAs": "account"},
    "number": {"decimalPlaces": "automatic", "displayAs": "number"},
    "boolean": {},
    "currency": {"locale": "en-GB"},
    "lookup": {"allowMultipleValues": False, "allowUnlimitedLength": False},
    "hyperlinkOrPicture": {"isPicture": False},
}
NOT_KEPT = ("calculated", "contentApprovalStatus", "geolocation", "term", "thumbnail")
ALLOWED: dict[tuple[str, str], set[str]] = {
    ("dateTime", "format"): {"dateOnly", "dateTime"},
    ("personOrGroup", "chooseFromType"): {"peopleAndGroups", "peopleOnly"},
    ("choice", "displayAs"): {"checkBoxes", "dropDownMenu", "radioButtons"},
    ("text", "textType"): {"plain", "richText"},
}


def built_in(name: str, label: str, facet: str, *, read_only: bool = True, **more: Any) -> dict[str, Any]:
    return {"name": name, "displayName": label, "readOnly": read_only, facet: dict(FACETS[facet]), **more}


EVERY_LIST = (
    built_in("Title", "Title", "text", read_only=False, required=False),
    built_in("ContentType", "Content Type", "text"),
    built_in("Modified", "Modified", "dateTime", dateTime={"displayAs": "default", "format": "dateTime"}),
    built_in("Created", "Created", "dateTime", dateTime={"displayAs": "default", "format": "dateTime"}),
    built_in("Author", "Created By", "personOrGroup"),
    built_in("Editor", "Modified By", "personOrGroup"),
    built_in("_UIVersionString", "Version", "text"),
    built_in("Attachments", "Attachments", "boolean"),
    built_in("ID", "ID", "number"),
)
LIBRARY = (
    built_in("FileLeafRef", "Name", "text", read_only=False, required=True),
    built_in("FileSizeDisplay", "File Size", "text"),
)
INDEXED = {"ID", "Author", "Editor", "Created", "Modified"}


def facet_of(definition: dict[str, Any]) -> str:
    return next((facet for facet in FACETS if isinstance(definition.get(facet), dict)), "text")


def of(tenant: Tenant, list_id: str) -> dict[str, dict[str, Any]]:
    """Internal name -> definition, in the list's order."""
    rows = tenant.store.all("SELECT name, definition FROM columns WHERE list = ? ORDER BY position", list_id)
    return {row["name"]: json.loads(row["definition"]) for row in rows}


def internal_name(name: str) -> str:
    """SharePoint's internal name: what is not a letter, a digit or an underscore is written `_x0020_`."""
    return re.sub(r"[^\w]", lambda m: f"_x{ord(m.group()):04x}_", name.strip())[:128]


def define(tenant: Tenant, list_id: str, wish: dict[str, Any]) -> dict[str, Any]:
    """Add a column to a list. Raises the 400 or 409 that Graph would give."""
    definition = completed(wish)
    name = definition["name"]
    taken = {key.lower() for key in of(tenant, list_id)}
    if name.lower() in taken:
        raise already_exists(f"A column with the name '{name}' already exists in the list.")
    if "lookup" in definition:
        definition["lookup"] = looked_into(tenant, list_id, definition["lookup"])
    definition["id"] = tenant.guid(f"{list_id}/column/{name}")
    tenant.store.run(
        "INSERT INTO columns (list, position, name, definition) VALUES (?, ?, ?, ?)",
        list_id,
        len(taken),
        name,
        json.dumps(definition),
    )
    return definition


def completed(wish: dict[str, Any]) -> dict[str, Any]:
    label = names.title(wish.get("name") or wish.get("displayName"), "A column")
    given = [facet for facet in (*FACETS, *NOT_KEPT) if wish.get(facet) is not None]
    if given and given[0] in NOT_KEPT:
        raise bad_request(f"Columns of the type {given[0]} are not supported here.")
    if len(given) > 1 or any(not isinstance(wish[facet], dict) for facet in given):
        raise bad_request(f"A column takes exactly one type, this one gives: {', '.join(given)}.")
    facet = given[0] if given else "text"
    details = checked_facet(facet, without_annotations(wish.get(facet) or {}))
    return {
        "columnGroup": calls.given(wish, "columnGroup", str, "") or "Custom Columns",
        "description": calls.given(wish, "description", str, ""),
        "displayName": names.title(wish.get("displayName") or label, "A column"),
        "enforceUniqueValues": calls.given(wish, "enforceUniqueValues", bool, False),
        "hidden": calls.given(wish, "hidden", bool, False),
        "indexed": calls.given(wish, "indexed", bool, False) or label in INDEXED,
        "name": internal_name(label),
        "readOnly": calls.given(wish, "readOnly", bool, False),
        "required": calls.given(wish, "required", bool, False),
        **({"defaultValue": wish["defaultValue"]} if isinstance(wish.get("defaultValue"), dict) else {}),
        facet: details,
    }


def checked_facet(facet: str, given: dict[str, Any]) -> dict[str, Any]:
    unknown = set(given) - set(FACETS[facet]) - {"maximum", "minimum", "columnName", "listId", "primaryLookupColumnId"}
    if unknown:
        raise bad_request(f"The property '{sorted(unknown)[0]}' does not exist on type '{facet}Column'.")
    for (name, key), values in ALLOWED.items():
        if name == facet and given.get(key) is not None and str(given[key]) not in values:
            raise bad_request(f"'{given[key]}' is not a value of {facet}.{key}.")
    for key, value in given.items():
        check_kind(f"{facet}.{key}", value, FACETS[facet].get(key, 0.0 if key in {"maximum", "minimum"} else ""))
    choices = given.get("choices")
    if choices is not None and not (isinstance(choices, list) and all(isinstance(each, str) for each in choices)):
        raise bad_request("choice.choices must be a list of strings.")
    details = {**FACETS[facet], **{key: value for key, value in given.items() if value is not None}}
    if facet == "text" and details["allowMultipleLines"]:
        details["linesForEditing"] = details["linesForEditing"] or 6
        details.pop("maxLength", None)
    return details


def check_kind(what: str, value: object, like: object) -> None:
    """Raises a 400 for a value of another type than the usual one; any number will do for a number."""
    wanted = (int, float) if isinstance(like, float) else type(like)
    if value is not None and (not isinstance(value, wanted) or isinstance(value, bool) != isinstance(like, bool)):
        raise bad_request(f"The property '{what}' has a value of the wrong type.")


def looked_into(tenant: Tenant, list_id: str, details: dict[str, Any]) -> dict[str, Any]:
    """The lookup facet of a new column: a list of the same site and one of its columns. Raises a 400."""
    home = tenant.store.one("SELECT site FROM lists WHERE id = ?", list_id)
    target = tenant.store.one(
        "SELECT id FROM lists WHERE id = ? AND site = ?", str(details.get("listId") or ""), home["site"] if home else ""
    )
    if target is None:
        raise bad_request("A lookup column needs listId, the id of a list of the same site.")
    name = details.get("columnName") or "Title"
    column = tenant.store.one("SELECT name FROM columns WHERE list = ? AND name = ?", target["id"], str(name))
    if column is None:
        raise bad_request(f"The list that the lookup column looks into has no column '{name}'.")
    return {**details, "listId": target["id"], "columnName": column["name"]}


def without_annotations(given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if "@" not in key}


def save(tenant: Tenant, list_id: str, definition: dict[str, Any]) -> None:
    tenant.store.run(
        "UPDATE columns SET definition = ? WHERE list = ? AND name = ?",
        json.dumps(definition),
        list_id,
        definition["name"],
    )


def find(tenant: Tenant, list_id: str, key: str) -> dict[str, Any]:
    """A column by its id or its internal name."""
    for definition in of(tenant, list_id).values():
        if key.lower() in {definition["id"].lower(), definition["name"].lower()}:
            return definition
    raise not_found("The specified column could not be found.")
