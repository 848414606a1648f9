"""A tenant's first day: its sites, people, mailboxes, library and lists, from the seed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from emulator import absences, columns, delta, fields, items, library, lists, mailboxes, names, people
from emulator.delivery import OUTSIDE
from emulator.errors import GraphError, SeedError
from emulator.seed import Person
from emulator.tenant import Tenant


def found(tenant: Tenant) -> None:
    """Fill an empty tenant."""
    with tenant.store.transaction():
        site = add_sites(tenant)
        add_people(tenant)
        add_people_list(tenant, site)
        shelf = lists.make(
            tenant, site, lists.LIBRARY, "documentLibrary", id=tenant.guid("library"), path=library.FOLDER
        )
        library.make_root(tenant, shelf)
        for wish in tenant.seed.lists:
            add_list(tenant, site, wish)


def refound(tenant: Tenant) -> None:
    """Back to the seed. Tokens stay good; delta links of before do not."""
    with tenant.store.transaction():
        tenant.store.forget_everything()
        delta.expire_all(tenant)
        found(tenant)


def bring_back(tenant: Tenant, name: str) -> None:
    """Back to what was kept, where delta links go on from then. Raises KeyError for a name that keeps nothing."""
    tenant.store.bring_back(name)
    tenant.sent_lag = tenant.store.recall("sent_lag", 0.0)


def add_sites(tenant: Tenant) -> str:
    """The tenant's root site, which nobody granted, and the one that the application may use."""
    identity = tenant.identity
    for path, title in (("/", identity.name), (identity.site_path, identity.site_name)):
        tenant.store.run(
            "INSERT INTO sites (id, host, path, title, created) VALUES (?, ?, ?, ?, ?)",
            f"{identity.host},{tenant.guid(f'site collection {path}')},{tenant.guid(f'web {path}')}",
            *(identity.host, path, title, tenant.clock.stamp()),
        )
    site = tenant.store.one("SELECT id FROM sites WHERE path = ?", identity.site_path)
    assert site is not None
    application, _ = tenant.callers()
    tenant.store.run(
        "INSERT INTO grants (id, site, application, name, role) VALUES (?, ?, ?, ?, 'write')",
        *(f"aTowaS50fG1zLnNwLmV4dH{uuid4().hex}", site["id"], application.client_id, application.name),
    )
    return str(site["id"])


def everyone(tenant: Tenant) -> list[tuple[Person, str]]:
    known = [(person, "person") for person in tenant.seed.people]
    if all(person.address.lower() != tenant.identity.mailbox.lower() for person in tenant.seed.people):
        known.append((Person("Action Plans", tenant.identity.mailbox, "Shared mailbox", ""), "shared"))
    return known


def add_people(tenant: Tenant) -> None:
    outside = Person("Outside the tenant", OUTSIDE)
    for person, kind in [*everyone(tenant), (outside, "outside")]:
        tenant.store.run(
            "INSERT OR IGNORE INTO people (address, id, name, title, department, kind) VALUES (?, ?, ?, ?, ?, ?)",
            *(person.address, tenant.guid(f"user {person.address.lower()}"), person.name, person.title),
            *(person.department, kind),
        )
    for row in tenant.store.all("SELECT address FROM people"):
        mailboxes.make(tenant, row["address"])
    for person in tenant.seed.people:
        if person.manager:
            tenant.store.run("INSERT INTO managers (person, manager) VALUES (?, ?)", person.address, person.manager)
        if person.away:
            words = {"internalReplyMessage": person.away, "externalReplyMessage": person.away}
            absences.save(tenant, person.address, {"status": "alwaysEnabled", **words})


def add_people_list(tenant: Tenant, site: str) -> None:
    row = lists.make(
        tenant,
        site,
        lists.PEOPLE_LIST,
        "userInformation",
        id=tenant.guid("people"),
        path="_catalogs/users",
        hidden=True,
    )
    for column in people.COLUMNS:
        columns.define(tenant, row["id"], column)
    sheet = items.open_sheet(tenant, row)
    entries = [people.person_fields(person) for person, _ in everyone(tenant)]
    entries += [people.group_fields(name, tenant.guid(f"group {name}")) for name in tenant.seed.groups]
    entries += [people.leaver_fields(name, tenant.identity.domain) for name in tenant.seed.leavers]
    for entry in entries:
        items.add(tenant, sheet, entry, by="System Account")


def add_list(tenant: Tenant, site: str, wish: Mapping[str, Any]) -> None:
    """A list of the seed. Raises SeedError when Graph itself would refuse a part of it."""
    try:
        title = names.title(wish["title"], "A list")
        row = lists.make(tenant, site, title, "genericList", id=tenant.guid(f"list {wish['title']}"))
        for column in wish.get("columns", []):
            columns.define(tenant, row["id"], with_list_id(tenant, column))
        sheet = items.open_sheet(tenant, row)
        for item in wish.get("items", []):
            given = as_graph_takes_it(sheet, item)
            items.add(tenant, sheet, fields.taken(sheet.definitions, sheet.named, given, by_hand=True))
    except GraphError as error:
        reason = error.message.rstrip(".")
        raise SeedError(f"The seed's list {wish['title']!r} cannot be made: {reason}. Mend it in the seed.") from error


def with_list_id(tenant: Tenant, column: Mapping[str, Any]) -> dict[str, Any]:
    """A seeded lookup column names the list it looks into by its title, since no id is known yet."""
    lookup = column.get("lookup")
    title = lookup.get("list") if isinstance(lookup, dict) else None
    if not isinstance(lookup, dict) or not title:
        return dict(column)
    rest = {key: value for key, value in lookup.items() if key != "list"}
    return {**column, "lookup": {**rest, "listId": tenant.guid(f"list {title}")}}


def as_graph_takes_it(sheet: items.Sheet, item: Mapping[str, Any]) -> dict[str, Any]:
    """A seeded item with addresses and item numbers turned into LookupIds, and every list with its type."""
    numbers = {mail.lower(): number for number, (_, mail) in sheet.people.items() if mail}
    out: dict[str, Any] = {}
    for key, value in item.items():
        definition = sheet.definitions.get(key, {})
        facet = columns.facet_of(definition)
        several = isinstance(value, list)
        if value is None or facet not in {*fields.NUMBERED, "choice"}:
            out[key] = value
            continue
        name = f"{key}LookupId" if facet in fields.NUMBERED else key
        if facet == "personOrGroup":
            value = [number_of(numbers, each) for each in value] if several else number_of(numbers, value)
        out[name] = value
        if several:
            out[f"{name}@odata.type"] = f"Collection(Edm.{'Int32' if facet in fields.NUMBERED else 'String'})"
    return out


def number_of(numbers: Mapping[str, int], address: object) -> int:
    if not isinstance(address, str) or address.lower() not in numbers:
        raise SeedError(f"The seed names {address} in a list, but not among its people. Add them there.")
    return numbers[address.lower()]
