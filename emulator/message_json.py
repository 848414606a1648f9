"""A message and its attachments as Graph shows them."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from emulator import messages, mime, odata
from emulator.calls import Call
from emulator.store import Row
from emulator.tenant import Tenant

UNSAFE = re.compile(r"(?is)<script\b.*?(?:</script\s*>|\Z)|\son\w+\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)")


def id_of(call: Call, row: Row) -> str:
    return str(row["immutable_id"] if (call.prefers("IdType") or "").lower() == "immutableid" else row["item_id"])


def etag(row: Row) -> str:
    return f'W/"{change_key(row)}"'


def change_key(row: Row) -> str:
    return urlsafe_b64encode(f"CQAAABY{row['number']:08x}{row['version']:06x}".encode()).decode()


def shown(tenant: Tenant, call: Call, row: Row, options: odata.Options) -> dict[str, Any]:
    """The message as Graph JSON. Some properties come only when asked for by name."""
    document = json.loads(row["document"])
    key = id_of(call, row)
    message: dict[str, Any] = {
        "@odata.etag": etag(row),
        "id": key,
        "changeKey": change_key(row),
        "parentFolderId": row["folder"],
        "isDraft": bool(row["is_draft"]),
        "isDeliveryReceiptRequested": False if not row["is_draft"] else None,
        "isReadReceiptRequested": False,
        "webLink": f"https://outlook.office365.com/owa/?ItemID={key}&exvsurl=1&viewmodel=ReadMessageItem",
        **{name: value for name, value in document.items() if name not in {"headers", "inReplyTo", "references"}},
    }
    message["body"] = body_shown(call, message.get("body") or {"contentType": "text", "content": ""})
    if options.selects("uniqueBody"):
        message["uniqueBody"] = message["body"]
    if options.selects("internetMessageHeaders"):
        message["internetMessageHeaders"] = mime.headers_of(row["mime"]) if row["mime"] else document.get("headers", [])
    message = odata.shaped(message, options)
    message["id"] = key
    for name, inner in options.expand.items():
        if name.lower() == "singlevalueextendedproperties":
            message |= extended_shown(tenant, row, inner)
        if name.lower() == "attachments":
            message["attachments"] = [
                attachment_shown(tenant, each) for each in messages.attachment_rows(tenant, row["number"])
            ]
    return message


def extended_shown(tenant: Tenant, row: Row, inner: odata.Expand) -> dict[str, Any]:
    """Only properties that the expansion's filter names; the property is left out when none is there."""
    wanted = set(re.findall(r"\bid\s+eq\s+'((?:[^']|'')*)'", inner.filter or ""))
    kept = messages.extended_of(tenant, row["number"])
    found = [{"id": key, "value": value} for key, value in kept.items() if normal_id(key) in map(normal_id, wanted)]
    return {"singleValueExtendedProperties": found} if found else {}


def normal_id(key: str) -> str:
    """An extended property's id in one form: type and GUID read in any case, its name only as written."""
    head, mark, name = re.fullmatch(r"(?is)(.*?)(?:\s+(name|id)\s+(.*))?", key.strip()).groups(default="")  # type: ignore[union-attr]
    kind = " ".join(head.split()).lower().replace("string", "String", 1)
    return f"{kind} {mark.capitalize()} {name.strip()}" if mark else kind


def body_shown(call: Call, body: Mapping[str, str]) -> dict[str, str]:
    wanted = (call.prefers("outlook.body-content-type") or "").lower()
    if wanted == "text" and body["contentType"] == "html":
        return {"contentType": "text", "content": mime.plain(body["content"])}
    if body["contentType"] == "html" and call.prefers("outlook.allow-unsafe-html") is None:
        return {"contentType": "html", "content": UNSAFE.sub("", body["content"])}
    return dict(body)


def attachment_shown(tenant: Tenant, row: Row) -> dict[str, Any]:
    """`contentBytes` is what an answer writes as base64."""
    return {
        "@odata.type": "#microsoft.graph.fileAttachment",
        "@odata.mediaContentType": row["type"],
        "id": row["id"],
        "lastModifiedDateTime": row["modified"],
        "name": row["name"],
        "contentType": row["type"],
        "size": row["size"] + 200,
        "isInline": bool(row["is_inline"]),
        "contentId": row["content_id"],
        "contentLocation": None,
        "contentBytes": messages.content_of(tenant, row),
    }
