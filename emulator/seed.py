"""What a tenant holds when it is new.

The file given to `--seed` is JSON:

    {"tenant": {"name": "Harrowmere District Council", "domain": "harrowmere.example"},
     "site": {"name": "Corporate Plans", "path": "/sites/plans"},
     "mailbox": "actions@harrowmere.example",
     "people": [{"name": "Ada Fenn", "address": "ada.fenn@harrowmere.example", "title": "Head of Housing",
                 "department": "Housing"}],
     "groups": ["Planning Policy Team"],
     "leavers": ["Gordon Pike"],
     "roles": ["MailboxSettings.Read"],
     "lists": [{"title": "Actions", "columns": [{"name": "Owner", "personOrGroup": {}}],
                "items": [{"Title": "Open the depot", "Owner": "ada.fenn@harrowmere.example"}]}]}

A person may have a `manager` (an address) and an automatic reply (`away`, its words); `roles` are permissions that the
application has in Entra besides Sites.Selected.

`tenant.name` and `tenant.domain` must be there; everything else has a default. `tenant.host` is the first part of the
SharePoint host name (by default the first part of the domain). A column is written as Graph's columnDefinition. In an
item a person is an address (several: a list of addresses); other values are written as Graph takes them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emulator.errors import SeedError


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    address: str
    title: str = ""
    department: str = ""
    manager: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    name: str
    domain: str
    host: str
    site_name: str
    site_path: str
    mailbox: str
    people: tuple[Person, ...]
    groups: tuple[str, ...]
    leavers: tuple[str, ...]
    lists: tuple[dict[str, Any], ...]
    roles: tuple[str, ...] = ()


DEFAULT: dict[str, Any] = {
    "tenant": {"name": "Harrowmere District Council", "domain": "harrowmere.example"},
    "site": {"name": "Corporate Plans", "path": "/sites/plans"},
    "people": [
        {
            "name": "Ada Fenn",
            "address": "ada.fenn@harrowmere.example",
            "title": "Head of Housing",
            "department": "Housing",
            "manager": "beth.larkin@harrowmere.example",
        },
        {
            "name": "Tom Wray",
            "address": "tom.wray@harrowmere.example",
            "title": "Leisure Manager",
            "department": "Communities",
            "manager": "sian.hughes@harrowmere.example",
        },
        {
            "name": "Priya Nair",
            "address": "priya.nair@harrowmere.example",
            "title": "Performance Officer",
            "department": "Policy",
            "manager": "beth.larkin@harrowmere.example",
        },
        {
            "name": "Siân Hughes",
            "address": "sian.hughes@harrowmere.example",
            "title": "Director of Place",
            "department": "Place",
            "manager": "beth.larkin@harrowmere.example",
        },
        {
            "name": "Colm O'Dwyer",
            "address": "colm.odwyer@harrowmere.example",
            "title": "Climate Officer",
            "department": "Place",
            "manager": "sian.hughes@harrowmere.example",
        },
        {
            "name": "Beth Larkin",
            "address": "beth.larkin@harrowmere.example",
            "title": "Chief Executive",
            "department": "Corporate",
        },
    ],
}


def read(path: Path | None) -> Seed:
    """The seed in a file, or the default council. Raises SeedError with a sentence about what is wrong with it."""
    if path is None:
        return seed(DEFAULT)
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SeedError(f"The seed file {path} cannot be read: {error}. Give a JSON file.") from error
    try:
        return seed(value)
    except (KeyError, TypeError, AttributeError) as error:
        raise SeedError(f"The seed file {path} lacks or misshapes {error}. docs/emulator.md shows its form.") from error


def seed(value: dict[str, Any]) -> Seed:
    tenant = value["tenant"]
    domain = str(tenant["domain"]).lower()
    site = value.get("site", {})
    name = site.get("name", "Corporate Plans")
    path = site.get("path") or "/sites/" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return Seed(
        name=tenant["name"],
        domain=domain,
        host=tenant.get("host") or re.sub(r"[^a-z0-9]", "", domain.split(".")[0]) + ".sharepoint.com",
        site_name=name,
        site_path="/" + path.strip("/"),
        mailbox=value.get("mailbox") or f"actions@{domain}",
        people=tuple(
            Person(
                person["name"],
                person["address"],
                *(person.get(key) or "" for key in ("title", "department", "manager", "away")),
            )
            for person in value.get("people", DEFAULT["people"] if domain == DEFAULT["tenant"]["domain"] else [])
        ),
        groups=tuple(value.get("groups", ["Planning Policy Team"])),
        leavers=tuple(value.get("leavers", ["Gordon Pike"])),
        lists=tuple(value.get("lists", [])),
        roles=tuple(value.get("roles", [])),
    )
