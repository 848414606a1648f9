"""Messages, many at a time: filtered, searched, ordered, in pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from emulator import filters, mailboxes, message_json, messages, odata
from emulator.calls import Call, Reply, answer, insensitive
from emulator.store import Row
from emulator.tenant import Tenant

PAGE = 10
CEILING = 1000
CONTEXT = "users('{}')/messages"
BY_EXTENDED = re.compile(
    r"singleValueExtendedProperties/any\(\s*(\w+)\s*:\s*\1/id eq '((?:[^']|'')*)'"
    r" and \1/value eq '((?:[^']|'')*)'\s*\)",
    re.IGNORECASE,
)


def listed(tenant: Tenant, call: Call, user: str) -> Reply:
    return list_of(tenant, call, mailboxes.enter(tenant, call, user), None)


def listed_in(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    return list_of(tenant, call, address, mailboxes.folder(tenant, address, folder_key)["id"])


def list_of(tenant: Tenant, call: Call, address: str, folder: str | None) -> Reply:
    options = odata.options(call)
    rows: Iterable[Row] = candidates(tenant, address, folder, options.filter)
    if options.filter:
        predicate, _ = filters.parse(options.filter)
        rows = (row for row in rows if predicate(lookup(tenant, call, row)))
    if search := call.query.get("$search"):
        words = search.strip('"').lower()
        rows = (row for row in rows if words in row["document"].lower())
    if options.orderby:
        rows = ordered(tenant, call, list(rows), options.orderby)
    size = min(options.top or PAGE, CEILING)
    skip = options.skip
    kept: list[Row] = []
    count = 0
    for count, row in enumerate(rows, 1):
        if skip < count <= skip + size + 1:
            kept.append(row)
        if count > skip + size and not options.count:
            break
    found = [message_json.shown(tenant, call, row, options) for row in kept[:size]]
    onward = odata.link(call, "$skip", str(skip + size)) if len(kept) > size else None
    total = count if options.count else None
    return answer(odata.page(CONTEXT.format(address), found, next_link=onward, count=total))


def candidates(tenant: Tenant, address: str, folder: str | None, text: str | None) -> Iterable[Row]:
    """The rows a filter can be about: an extended property is looked up by its index."""
    found = BY_EXTENDED.search(text or "")
    if not found or re.search(r"\b(or|not)\b", (text or "").replace(found.group(0), "")):
        return messages.visible(tenant, address, folder)
    key = message_json.normal_id(found.group(2).replace("''", "'"))
    value = found.group(3).replace("''", "'")
    numbers = {
        row["message"] for row in tenant.store.all("SELECT * FROM extended WHERE id = ? AND value = ?", key, value)
    }
    rows = (tenant.store.one("SELECT * FROM messages WHERE number = ?", number) for number in sorted(numbers))
    visible_ids = {row["number"] for row in rows if row is not None}
    return (row for row in messages.visible(tenant, address, folder) if row["number"] in visible_ids)


def lookup(tenant: Tenant, call: Call, row: Row) -> filters.Lookup:
    document = json.loads(row["document"])

    def look(path: str) -> Any:
        if path.lower() == "singlevalueextendedproperties":
            kept = messages.extended_of(tenant, row["number"])
            return [{"id": key, "value": value} for key, value in kept.items()]
        if path.lower() in {"isdraft", "parentfolderid", "id"}:
            key = message_json.id_of(call, row)
            own = {"isdraft": bool(row["is_draft"]), "parentfolderid": row["folder"], "id": key}
            return own[path.lower()]
        value: Any = document
        for step in path.split("/"):
            value = insensitive(value, step) if isinstance(value, Mapping) else None
        return value

    return look


def ordered(tenant: Tenant, call: Call, rows: list[Row], orderby: str) -> list[Row]:
    for clause in reversed(orderby.split(",")):
        path, _, direction = clause.strip().partition(" ")
        rows.sort(
            key=lambda row, path=path: str(lookup(tenant, call, row)(path) or "").lower(),  # type: ignore[misc]
            reverse=direction.strip().lower() == "desc",
        )
    return rows


ROUTES = (
    ("GET", "/users/{user}/messages", listed),
    ("GET", "/users/{user}/mailFolders/{folder_key}/messages", listed_in),
)
