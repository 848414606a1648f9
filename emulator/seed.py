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

`tenant.name` and `tenant.domain` must be there; everything else has a default. `tenant.host` is the SharePoint host
(by default the domain's first part and `.sharepoint.com`). A column is written as Graph's columnDefinition. In an
item a person is an address (several: a list of addresses); other values are written as Graph takes them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emulator.council import DEFAULT
from emulator.errors import SeedError

FORM = "docs/emulator.md shows its form."
TYPED = 'Give it one, such as "text": {}.'
UNTYPED = {
    *("name", "displayName", "description", "columnGroup", "defaultValue"),
    *("enforceUniqueValues", "hidden", "indexed", "readOnly", "required"),
}
ROLES = (
    *("MailboxSettings.Read", "MailboxSettings.ReadWrite", "Mail.Read", "Mail.ReadBasic", "Mail.ReadWrite"),
    *("Mail.Send", "User.Read.All", "User.ReadBasic.All", "Group.Read.All", "GroupMember.Read.All"),
    *("Directory.Read.All", "Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"),
)
DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
SITE = re.compile(r"/(sites|teams)(/[A-Za-z0-9_.-]+)+")
ADDRESS = re.compile(r"[!-?A-~]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
KINDS: dict[type, str] = {str: "a text", dict: "an object in braces", list: "a list in brackets"}
TOP: dict[str, type] = {
    **dict.fromkeys(("tenant", "site"), dict),
    "mailbox": str,
    **dict.fromkeys(("people", "groups", "leavers", "lists", "roles"), list),
}
TENANT: dict[str, type] = dict.fromkeys(("name", "domain", "host"), str)
SITE_KEYS: dict[str, type] = dict.fromkeys(("name", "path"), str)
PERSON: dict[str, type] = dict.fromkeys(("name", "address", "title", "department", "manager", "away"), str)
LIST: dict[str, type] = {"title": str, "columns": list, "items": list}


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


def read(path: Path | None) -> Seed:
    """The seed in a file, or the default council. Raises SeedError with a sentence about what is wrong with it."""
    if path is None:
        return seed(DEFAULT)
    try:
        given = json.loads(path.read_text("utf-8"))
        json.dumps(given, ensure_ascii=False).encode()
        return seed(given)
    except SeedError as error:
        raise SeedError(f"The seed file {path} cannot be used. {error}") from error
    except OSError as error:
        raise SeedError(f"The seed file {path} cannot be read: {error.strerror}. Give a JSON file.") from error
    except UnicodeDecodeError as error:
        raise SeedError(f"The seed file {path} is not UTF-8 text. Give a JSON file.") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise SeedError(f"The seed file {path} is not JSON: {error.msg} at {place}. Mend that place.") from error
    except (RecursionError, ValueError) as error:
        raise SeedError(f"The seed file {path} holds what no tenant can keep. Give plain JSON. {FORM}") from error


def seed(value: object) -> Seed:
    """Raises SeedError."""
    given = shaped(value, "The seed", TOP, ("tenant",))
    tenant = shaped(given["tenant"], "tenant", TENANT, ("name", "domain"))
    site = shaped(given.get("site", {}), "site", SITE_KEYS)
    domain = matched(tenant["domain"].lower(), DOMAIN, "tenant.domain", "oakleigh.example")
    name = site.get("name") or "Corporate Plans"
    path = site.get("path") or "/sites/" + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "plans")
    host = tenant.get("host") or re.sub(r"[^a-z0-9]", "", domain.split(".")[0]) + ".sharepoint.com"
    found = people_in(given.get("people", DEFAULT["people"] if domain == DEFAULT["tenant"]["domain"] else []))
    return Seed(
        name=tenant["name"],
        domain=domain,
        host=matched(host.lower(), DOMAIN, "tenant.host", "oakleigh.sharepoint.com"),
        site_name=name,
        site_path=matched("/" + path.strip("/"), SITE, "site.path", "/sites/plans"),
        mailbox=mailbox_in(given, domain),
        people=found,
        groups=texts_in(given, "groups", ["Planning Policy Team"]),
        leavers=texts_in(given, "leavers", ["Gordon Pike"]),
        lists=tuple(list_in(each, number) for number, each in enumerate(given.get("lists", []), 1)),
        roles=roles_in(given),
    )


def mailbox_in(given: dict[str, Any], domain: str) -> str:
    example = f"actions@{domain}"
    mailbox = matched(given.get("mailbox") or example, ADDRESS, "mailbox", example)
    if mailbox.lower().rpartition("@")[2] != domain:
        raise SeedError(f"The seed gives {mailbox!r} as mailbox, outside its domain. Write it like {example}.")
    return mailbox


def roles_in(given: dict[str, Any]) -> tuple[str, ...]:
    roles = texts_in(given, "roles", [])
    for role in roles:
        if role not in ROLES:
            raise SeedError(f"The seed's roles name {role!r}, which is not known here. Known are: {', '.join(ROLES)}.")
    return roles


def people_in(given: list[Any]) -> tuple[Person, ...]:
    """The people of the seed, each once, each with a manager among them."""
    found: dict[str, Person] = {}
    for number, each in enumerate(given, 1):
        one = shaped(each, f"people, number {number}", PERSON, ("name", "address"))
        address = matched(one["address"], ADDRESS, f"the address of {one['name']}", "jo.reed@oakleigh.example")
        if address.lower() in found:
            raise SeedError(f"The seed has two people with the address {address}. Take one of them out.")
        found[address.lower()] = Person(**{key: text for key, text in one.items() if text is not None})
    for person in found.values():
        if person.manager and person.manager.lower() not in found:
            missing = f"{person.manager}, who is not among its people"
            raise SeedError(f"The seed names as manager of {person.name} {missing}. Add that person, or take it out.")
    return tuple(found.values())


def list_in(value: object, number: int) -> dict[str, Any]:
    one = shaped(value, f"lists, number {number}", LIST, ("title",))
    for key in ("columns", "items"):
        if not all(isinstance(each, dict) for each in one.get(key, [])):
            raise SeedError(f"The seed's list {one['title']!r} has {key} that are no objects in braces. {FORM}")
    for column in one.get("columns", []):
        if set(column) <= UNTYPED:
            name = column.get("name") or column.get("displayName")
            raise SeedError(f"The seed's list {one['title']!r} has the column {name!r} without a type. {TYPED}")
    return one


def texts_in(given: dict[str, Any], name: str, default: list[str]) -> tuple[str, ...]:
    found = given.get(name, default)
    if not all(isinstance(each, str) and each.strip() for each in found):
        raise SeedError(f"In the seed {name} is a list of names. {FORM}")
    return tuple(found)


def shaped(value: object, what: str, known: dict[str, type], needed: tuple[str, ...] = ()) -> dict[str, Any]:
    """An object with no keys but those known, in their types; a text that is null is left out. Raises SeedError."""
    if not isinstance(value, dict):
        raise SeedError(f"{what} must be an object in braces. {FORM}")
    unknown = sorted(set(value) - set(known))
    if unknown:
        raise SeedError(f"{what} has the key {unknown[0]!r}, which means nothing here. Known are: {', '.join(known)}.")
    given = {key: each for key, each in value.items() if each is not None}
    for key, each in value.items():
        if each is None and known[key] is not str:
            raise SeedError(f"{what}: {key} is null. Leave it out, or make it {KINDS[known[key]]}.")
    for key, each in given.items():
        if not isinstance(each, known[key]):
            raise SeedError(f"{what}: {key} must be {KINDS[known[key]]}. {FORM}")
    for key in needed:
        if not given.get(key) or (isinstance(given[key], str) and not given[key].strip()):
            raise SeedError(f"{what} needs {key}. {FORM}")
    return given


def matched(text: str, form: re.Pattern[str], what: str, example: str) -> str:
    if not form.fullmatch(text):
        raise SeedError(f"The seed gives {text!r} as {what}. Write it like {example}.")
    return text
