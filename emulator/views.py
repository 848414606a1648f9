"""What the tenant holds, as plain dictionaries for the control interface and the page."""

from __future__ import annotations

import json
from typing import Any

from emulator import fields, file_contents, items, library
from emulator.columns import facet_of
from emulator.store import Row
from emulator.tenant import Tenant


def mailboxes(tenant: Tenant) -> list[dict[str, Any]]:
    """Everyone with a mailbox, and what left the tenant."""
    rows = tenant.store.all("SELECT * FROM people ORDER BY kind = 'outside', kind = 'person', name")
    keys = ("address", "name", "title", "department", "kind")
    return [{**{key: row[key] for key in keys}, "messages": counted(tenant, row["address"])} for row in rows]


def messages(tenant: Tenant, address: str, folder: str = "") -> list[dict[str, Any]]:
    """Oldest first, so that a story reads downwards; a folder by name or well-known name."""
    rows = tenant.store.all(
        "SELECT messages.*, folders.name AS folder_name, folders.known_as AS known_as FROM messages"
        " JOIN folders ON folders.id = messages.folder WHERE messages.mailbox = ? ORDER BY received, number",
        address,
    )
    wanted = folder.lower()
    return [summary(row) for row in rows if not wanted or wanted in {row["folder_name"].lower(), row["known_as"]}]


def message(tenant: Tenant, key: str) -> Row | None:
    return tenant.store.one("SELECT * FROM messages WHERE immutable_id = ? OR item_id = ?", key, key)


def lists(tenant: Tenant) -> list[Row]:
    return tenant.store.all("SELECT * FROM lists WHERE template <> 'documentLibrary' ORDER BY hidden, title")


def counted(tenant: Tenant, address: str) -> int:
    row = tenant.store.one("SELECT COUNT(*) AS n FROM messages WHERE mailbox = ?", address)
    return int(row["n"]) if row else 0


def summary(row: Row) -> dict[str, Any]:
    document = json.loads(row["document"])
    sender = (document.get("from") or {}).get("emailAddress", {})
    to = document.get("toRecipients", []) + document.get("ccRecipients", [])
    return {
        "id": row["immutable_id"],
        "raw": row["immutable_id"],
        "mailbox": row["mailbox"],
        "folder": row["folder_name"],
        "subject": document["subject"],
        "from": sender.get("address", ""),
        "to": [each["emailAddress"]["address"] for each in to],
        "deliveredTo": document.get("deliveredTo"),
        "receivedDateTime": row["received"],
        "internetMessageId": row["internet_id"],
        "isRead": document["isRead"],
        "isDraft": bool(row["is_draft"]),
        "body": document["body"]["content"],
        "bodyType": document["body"]["contentType"],
    }


def whole_list(tenant: Tenant, row: Row) -> dict[str, Any]:
    sheet = items.open_sheet(tenant, row)
    rows = tenant.store.all("SELECT * FROM items WHERE list = ? AND NOT deleted ORDER BY id", row["id"])
    return {
        "id": row["id"],
        "title": row["title"],
        "hidden": bool(row["hidden"]),
        "columns": list(sheet.definitions.values()),
        "items": [
            {
                "id": str(each["id"]),
                "version": each["version"],
                "modified": each["modified"],
                "fields": items.field_values(sheet, each, ()),
            }
            for each in rows
        ],
    }


def files(tenant: Tenant) -> list[dict[str, Any]]:
    """Every file of every library, by path."""
    rows = tenant.store.all("SELECT * FROM entries WHERE NOT is_folder")
    found = [
        {
            "id": row["id"],
            "name": row["name"],
            "path": library.path_of(tenant, row),
            "size": row["size"],
            "type": row["type"],
            "modified": row["modified"],
            "versions": [
                {"id": f"{each['version']}.0", "size": each["size"], "modified": each["modified"]}
                for each in file_contents.versions(tenant, row)
            ],
        }
        for row in rows
    ]
    return sorted(found, key=lambda file: str(file["path"]).lower())


def items_in(tenant: Tenant, list_id: str) -> int:
    row = tenant.store.one("SELECT COUNT(*) AS n FROM items WHERE list = ? AND NOT deleted", list_id)
    return int(row["n"]) if row else 0


def table(tenant: Tenant, row: Row, most: int, first: int = 1) -> dict[str, Any]:
    """Rows of a list from item `first` on, as text under the headings of the columns that people fill in.

    `next` is the item that the following page begins with, or None.
    """
    sheet = items.open_sheet(tenant, row)
    columns = [column for column in sheet.definitions.values() if not column["readOnly"]]
    rows = tenant.store.all(
        "SELECT * FROM items WHERE list = ? AND id >= ? AND NOT deleted ORDER BY id LIMIT ?", row["id"], first, most + 1
    )
    return {
        "title": row["title"],
        "first": first,
        "next": rows[most]["id"] if len(rows) > most else None,
        "headings": [column["displayName"] for column in columns],
        "rows": [
            {
                "id": each["id"],
                "version": each["version"],
                "name": json.loads(each["fields"]).get("Title") or f"item {each['id']}",
                "cells": cells(sheet, each, columns),
            }
            for each in rows[:most]
        ],
    }


def cells(sheet: items.Sheet, row: Row, columns: list[dict[str, Any]]) -> list[str]:
    stored = json.loads(row["fields"])
    return [cell(sheet, column, stored.get(column["name"])) for column in columns]


def cell(sheet: items.Sheet, column: dict[str, Any], value: Any) -> str:
    if value is None:
        return ""
    if facet_of(column) in fields.NUMBERED:
        numbers = value if isinstance(value, list) else [value]
        return "; ".join((sheet.named(column, number) or (f"number {number}", ""))[0] for number in numbers)
    if isinstance(value, dict):
        return str(value["Description"])
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def history(tenant: Tenant, sheet: items.Sheet, item: Row) -> list[dict[str, Any]]:
    """The versions of an item, newest first, each with what it changed: column, before, after."""
    rows = tenant.store.all(
        "SELECT * FROM item_versions WHERE list = ? AND item = ? ORDER BY version", sheet.id, item["id"]
    )
    columns = [column for column in sheet.definitions.values() if not column["readOnly"]]
    told, before = [], [""] * len(columns)
    for row in rows:
        after = cells(sheet, row, columns)
        labels = [column["displayName"] for column in columns]
        changes = [each for each in zip(labels, before, after, strict=True) if each[1] != each[2]]
        by = row["modified_by"]
        told.append({"version": row["version"], "modified": row["modified"], "by": by, "changes": changes})
        before = after
    return told[::-1]
