"""The User Information List: who a person column may name, and the readable side of a LookupId."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from emulator.fields import People
from emulator.lists import PEOPLE_LIST
from emulator.seed import Person
from emulator.store import Row
from emulator.tenant import Tenant

COLUMNS: tuple[dict[str, Any], ...] = (
    {"name": "Name", "displayName": "Account", "text": {}},
    {"name": "EMail", "displayName": "Work email", "text": {}},
    {"name": "UserName", "displayName": "User name", "text": {}},
    {"name": "JobTitle", "displayName": "Job title", "text": {}},
    {"name": "Department", "displayName": "Department", "text": {}},
    {"name": "FirstName", "displayName": "First name", "text": {}},
    {"name": "LastName", "displayName": "Last name", "text": {}},
    {"name": "SipAddress", "displayName": "SIP Address", "text": {}},
    {"name": "IsSiteAdmin", "displayName": "Is Site Admin", "boolean": {}},
    {"name": "Deleted", "displayName": "Deleted", "boolean": {}},
)


def of(tenant: Tenant, site_id: str) -> People:
    """LookupId -> (name, address); the address of a group or a leaver is empty."""
    rows = tenant.store.all(
        "SELECT id, fields ->> '$.Title' AS title, fields ->> '$.EMail' AS mail FROM items"
        " WHERE list = (SELECT id FROM lists WHERE site = ? AND title = ?) AND NOT deleted",
        *(site_id, PEOPLE_LIST),
    )
    return {row["id"]: (row["title"] or "", row["mail"] or "") for row in rows}


def person_fields(person: Person) -> dict[str, Any]:
    first, _, last = person.name.partition(" ")
    return {
        "Title": person.name,
        "Name": f"i:0#.f|membership|{person.address.lower()}",
        "EMail": person.address,
        "UserName": person.address,
        "SipAddress": person.address,
        "JobTitle": person.title,
        "Department": person.department,
        "FirstName": first,
        "LastName": last,
        "IsSiteAdmin": False,
        "Deleted": False,
        "ContentType": "Person",
    }


def group_fields(name: str, guid: str) -> dict[str, Any]:
    return {"Title": name, "Name": f"c:0t.c|tenant|{guid}", "EMail": "", "ContentType": "DomainGroup"}


def leaver_fields(name: str, domain: str) -> dict[str, Any]:
    login = ".".join(name.lower().split())
    return {
        "Title": name,
        "Name": f"i:0#.f|membership|{login}@{domain}",
        "EMail": "",
        "UserName": "",
        "Deleted": True,
        "ContentType": "Person",
    }


def by_address(tenant: Tenant, address: str) -> Row | None:
    """Someone with a mailbox in the tenant; `name+tag@` is `name@`."""
    return tenant.store.one("SELECT * FROM people WHERE address = ?", without_tag(address))


def without_tag(address: str) -> str:
    local, at, domain = address.strip().rpartition("@")
    return f"{local.partition('+')[0]}{at}{domain}"


def shown(row: Row) -> dict[str, Any]:
    """A directory user."""
    first, _, last = row["name"].partition(" ")
    return {
        "businessPhones": [],
        "displayName": row["name"],
        "givenName": first or None,
        "jobTitle": row["title"] or None,
        "mail": row["address"],
        "mobilePhone": None,
        "officeLocation": None,
        "preferredLanguage": None,
        "surname": last or None,
        "userPrincipalName": row["address"],
        "id": row["id"],
    }


def more_shown(row: Row) -> Mapping[str, Any]:
    """Properties that come only when selected."""
    return {"department": row["department"] or None, "accountEnabled": True, "userType": "Member"}
