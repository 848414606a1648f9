"""What a list item's `fields` take and give, column type by column type.

Kept: text, numbers and booleans as they are; a date-only value as `YYYY-MM-DD`; a moment as UTC text; a person as the
number of an item in the User Information List; a lookup as that of an item in the list it looks into; a link as its
`Url` and `Description`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from emulator.clock import moment_of, stamp
from emulator.columns import facet_of
from emulator.errors import GraphError, bad_request

SITE_ZONE = ZoneInfo("Europe/London")
DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")
MAXIMUM_LOOKUPS = 12
ALWAYS_TAKEN = {"ContentType"}

Definition = dict[str, Any]
People = Mapping[int, tuple[str, str]]
Named = Callable[[Definition, int], tuple[str, str] | None]  # what a number in this column stands for: name, address
NUMBERED = {"personOrGroup", "lookup"}
LINK = {"Url", "Description"}


def taken(
    definitions: Mapping[str, Definition], named: Named, given: Mapping[str, Any], *, by_hand: bool = False
) -> dict[str, Any]:
    """The values of a POST or PATCH, checked, in the form they are kept; None clears. Raises a 400.

    `by_hand` is how people write on SharePoint's own pages, where links can be set.
    """
    by_name = {name.lower(): definition for name, definition in definitions.items()}
    values: dict[str, Any] = {}
    for key, value in given.items():
        if "@" in key or key in ALWAYS_TAKEN:
            continue
        definition = by_name.get(key.lower())
        person = by_name.get(key[: -len("LookupId")].lower()) if key.lower().endswith("lookupid") else None
        if person is not None and facet_of(person) in NUMBERED:
            refuse_read_only(person)
            values[person["name"]] = lookup_taken(person, named, value, given.get(f"{key}@odata.type"))
        elif definition is None:
            raise bad_request(f"Field '{key}' is not recognized")
        else:
            refuse_read_only(definition)
            if by_hand and facet_of(definition) == "hyperlinkOrPicture":
                values[definition["name"]] = None if value is None else link_taken(definition, value)
            else:
                values[definition["name"]] = None if value is None else converted(definition, value, given, key)
    return values


def refuse_read_only(definition: Definition) -> None:
    if definition["readOnly"]:
        raise bad_request(f"Field '{definition['name']}' is read-only")


def converted(definition: Definition, value: Any, given: Mapping[str, Any], key: str) -> Any:
    facet = facet_of(definition)
    if facet == "choice" and isinstance(value, list):
        return several_choices(definition, value, given.get(f"{key}@odata.type"))
    convert = CONVERT.get(facet)
    if convert is None:
        hint = f"'{key}LookupId'" if facet in NUMBERED else "SharePoint itself"
        raise bad_request(f"Field '{key}' cannot be set directly; use {hint}.")
    return convert(definition, value)


def text_taken(definition: Definition, value: Any) -> str:
    limit = definition["text"].get("maxLength") if not definition["text"]["allowMultipleLines"] else None
    if not isinstance(value, str):
        raise wrong(definition, "a string")
    if limit and len(value) > limit:
        raise wrong(definition, f"at most {limit} characters")
    return value


def choice_taken(definition: Definition, value: Any) -> str:
    if not isinstance(value, str):
        raise wrong(definition, "a string")
    if value not in definition["choice"]["choices"] and not definition["choice"]["allowTextEntry"]:
        raise wrong(definition, "one of its choices")
    return value


def several_choices(definition: Definition, values: list[Any], annotation: Any) -> list[str] | None:
    if definition["choice"]["displayAs"] != "checkBoxes" or annotation != "Collection(Edm.String)":
        raise wrong(definition, "a single value, or a collection with its @odata.type on a multi-choice column")
    return [choice_taken(definition, value) for value in values] or None


def number_taken(definition: Definition, value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong(definition, "a number")
    return value


def boolean_taken(definition: Definition, value: Any) -> bool:
    if not isinstance(value, bool):
        raise wrong(definition, "true or false")
    return value


def date_taken(definition: Definition, value: Any) -> str:
    """A date-only column keeps the day as written, whatever zone follows it; the other kind keeps the moment."""
    found = DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    moment = moment_of(value) if found else None
    if found is None or moment is None:
        raise wrong(definition, "a date such as 2026-07-01 or 2026-07-01T00:00:00Z")
    return found.group(1) if definition["dateTime"]["format"] == "dateOnly" else stamp(moment)


def link_taken(definition: Definition, value: Any) -> dict[str, str]:
    is_link = isinstance(value, dict) and set(value) <= LINK and all(isinstance(each, str) for each in value.values())
    if not is_link or not value.get("Url"):
        raise wrong(definition, "an address, and perhaps what it is called,")
    return {"Description": value.get("Description") or value["Url"], "Url": value["Url"]}


CONVERT: dict[str, Callable[[Definition, Any], Any]] = {
    "text": text_taken,
    "choice": choice_taken,
    "number": number_taken,
    "currency": number_taken,
    "boolean": boolean_taken,
    "dateTime": date_taken,
}


def lookup_taken(definition: Definition, named: Named, value: Any, annotation: Any) -> int | list[int] | None:
    facet = definition[facet_of(definition)]
    several = facet.get("allowMultipleSelection") or facet.get("allowMultipleValues")
    if value is None:
        return None
    if not several:
        return known(definition, named, value)
    if not isinstance(value, list) or annotation not in ("Collection(Edm.Int32)", "Collection(Edm.String)"):
        raise wrong(definition, "a list of ids, with its @odata.type Collection(Edm.Int32)")
    return [known(definition, named, each) for each in value] or None


def known(definition: Definition, named: Named, value: Any) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,9}", str(value)):
        raise wrong(definition, "the id of an item in the list that the column looks into")
    if named(definition, int(value)) is None:
        what = "user" if facet_of(definition) == "personOrGroup" else "lookup item"
        raise bad_request(f"The {what} with id {value} does not exist or is not unique (field '{definition['name']}').")
    return int(value)


def wrong(definition: Definition, wanted: str) -> GraphError:
    return bad_request(f"Invalid value for field '{definition['name']}': {wanted} is expected.")


def shown(
    definitions: Mapping[str, Definition],
    stored: Mapping[str, Any],
    named: Named,
    select: tuple[str, ...],
    *,
    as_written: bool = False,
) -> dict[str, Any]:
    """The values as Graph gives them: empty ones left out, and a person only as LookupId unless asked for by name.

    `as_written` is how a write is answered: a date-only value comes back as it went in, not as it will be read.
    """
    wanted = {name.lower() for name in select}
    out: dict[str, Any] = {}
    for name, definition in definitions.items():
        value = stored.get(name)
        if value is None or value == "":
            continue
        facet = facet_of(definition)
        if facet in NUMBERED:
            out.update(number_shown(definition, value, named, wanted))
        elif not wanted or name.lower() in wanted:
            if facet == "dateTime" and len(value) == len("2026-07-01"):
                value = f"{value}T00:00:00Z" if as_written else local_midnight(value)
            out[name] = value
    return out


def number_shown(definition: Definition, value: int | list[int], named: Named, wanted: set[str]) -> dict[str, Any]:
    name = definition["name"]
    if isinstance(value, list):
        return {name: [entry(definition, number, named) for number in value]} if by_name(name, wanted) else {}
    out: dict[str, Any] = {}
    if name.lower() in wanted:
        out[name] = (named(definition, value) or ("", ""))[0]
    if not wanted or f"{name}LookupId".lower() in wanted:
        out[f"{name}LookupId"] = str(value)
    return out


def by_name(name: str, wanted: set[str]) -> bool:
    return not wanted or name.lower() in wanted


def entry(definition: Definition, number: int, named: Named) -> dict[str, Any]:
    """One of several values; a person's has the address too."""
    title, mail = named(definition, number) or ("", "")
    shown = {"LookupId": number, "LookupValue": title}
    return {**shown, "Email": mail} if facet_of(definition) == "personOrGroup" else shown


def check_lookups(definitions: Mapping[str, Definition], select: tuple[str, ...]) -> None:
    """SharePoint joins at most twelve lookup columns in one query."""
    lookups = {name.lower() for name, column in definitions.items() if facet_of(column) in NUMBERED}
    asked = {name.lower().removesuffix("lookupid") for name in select} & lookups
    if len(asked) > MAXIMUM_LOOKUPS:
        raise bad_request("The query cannot be completed because the number of lookup columns it contains exceeds 12.")


@lru_cache(maxsize=4096)
def local_midnight(day: str) -> str:
    """Midnight of that day in the site's zone, in UTC: 2026-07-01 -> 2026-06-30T23:00:00Z."""
    return stamp(datetime.combine(date.fromisoformat(day), time(), SITE_ZONE))
