"""Upload sessions and the pre-authenticated addresses on the SharePoint host."""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import jwt

from emulator import drive, drive_items, file_contents, file_times, library, pieces
from emulator.calls import Call, Reply, answer, empty, given
from emulator.clock import real_now, stamp
from emulator.errors import GraphError, bad_request, not_found, unauthorised
from emulator.pieces import Content, Held
from emulator.store import Row
from emulator.tenant import Tenant
from emulator.urls import addressed

LIFE = 3600
DOWNLOAD = "/_layouts/15/download.aspx"
STEP = 320 * 1024
RANGE = re.compile(r"bytes ([0-9]{1,15})-([0-9]{1,15})/([0-9]{1,15})")


def create(tenant: Tenant, call: Call, drive_key: str, entry: str) -> Reply:
    """Begin a session. Without a wish about conflicts the file is replaced."""
    shelf = drive.enter(tenant, call, drive_key)
    key, path = addressed(entry)
    if path is None:
        found = library.by_id(tenant, shelf, key)
        where = library.Place(library.by_id(tenant, shelf, found["parent"] or "root"), found["name"])
    else:
        where = library.place(tenant, shelf, library.by_id(tenant, shelf, key), path)
    wish = given(call.json(), "item", dict, {})
    conflict = drive.conflict_in({name.lower(): value for name, value in wish.items()}, "replace")
    times = file_times.wished(wish)
    existing = library.child(tenant, where.parent, where.name)
    library.check_etag(existing, call.headers.get("if-match"))
    if call.headers.get("if-none-match", "").strip() == "*" and existing is not None:
        raise GraphError(412, "nameAlreadyExists", "An item with the same name already exists under the parent")
    session = secrets.token_hex(16)
    tenant.store.run(
        "INSERT INTO uploads (id, list, parent, name, conflict, received, total, expires)"
        " VALUES (?, ?, ?, ?, ?, 0, NULL, ?)",
        *(session, shelf["id"], where.parent["id"], where.name, conflict, real_now() + LIFE),
    )
    file_times.keep(tenant, session, times)
    url = f"{tenant.identity.site_url}/_api/v2.0/drives/{quote(library.drive_id(shelf))}/uploadSession?guid={session}"
    return answer({**state(tenant, session), "uploadUrl": url})


def on_sharepoint(tenant: Tenant, call: Call) -> Reply:
    """Answer a request to the SharePoint host: a download with its pass, or a chunk of a session."""
    if call.path.endswith(DOWNLOAD):
        return download(tenant, call)
    if call.path.endswith("/uploadSession"):
        return session(tenant, call)
    raise not_found()


def download(tenant: Tenant, call: Call) -> Reply:
    entry, version = passed(tenant, call)
    content = file_contents.of(tenant, entry, version)
    return served(call, content, entry["type"], entry["name"], library.etag(entry))


def is_for_pdf(call: Call) -> bool:
    return call.path.endswith(DOWNLOAD) and call.query.get("format") == "pdf"


async def download_pdf(tenant: Tenant, call: Call) -> Reply:
    entry, version = passed(tenant, call)
    content = file_contents.of(tenant, entry, version)
    pdf = await tenant.converter.pdf((entry["id"], version), entry["name"], content)
    return served(call, Held(pdf), "application/pdf", f"{PurePath(entry['name']).stem}.pdf", library.etag(entry))


def passed(tenant: Tenant, call: Call) -> tuple[Row, int]:
    """The file and version that a pre-authenticated address is for."""
    try:
        claims = jwt.decode(call.query.get("tempauth", ""), tenant.identity.signing_key, algorithms=["HS256"])
        entry = tenant.store.one("SELECT * FROM entries WHERE id = ?", claims["entry"])
    except (jwt.InvalidTokenError, KeyError):
        raise unauthorised("The pre-authenticated address has expired.") from None
    if entry is None:
        raise not_found()
    return entry, int(claims["version"])


def served(call: Call, content: Content | Held, kind: str, name: str, etag: str) -> Reply:
    """The whole, or the range that is asked for."""
    headers = {
        "Content-Type": kind,
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "ETag": etag,
        "Accept-Ranges": "bytes",
    }
    wanted = re.fullmatch(r"bytes=([0-9]{1,15})-([0-9]{0,15})", call.headers.get("range", ""))
    if not wanted or call.method != "GET":
        return Reply(200, headers=headers, content=content)
    last_byte = content.size - 1
    first, last = int(wanted.group(1)), min(int(wanted.group(2) or last_byte), last_byte)
    if first > last:
        return Reply(416, b"", {"Content-Range": f"bytes */{content.size}"})
    told = {"Content-Range": f"bytes {first}-{last}/{content.size}"}
    return Reply(206, headers={**headers, **told}, content=content.part(first, last))


def session(tenant: Tenant, call: Call) -> Reply:
    key = call.query.get("guid", "")
    row = tenant.store.one("SELECT * FROM uploads WHERE id = ? AND expires > ?", key, real_now())
    if row is None:
        raise not_found("The upload session was not found")
    if call.method == "DELETE":
        forget(tenant, key)
        return empty()
    if call.method == "GET":
        return answer(state(tenant, key))
    return chunk(tenant, call, row)


def chunk(tenant: Tenant, call: Call, row: Row) -> Reply:
    last = keep_piece(tenant, call, row, step=STEP)
    total = int(RANGE.fullmatch(call.headers["content-range"])[3])  # type: ignore[index]
    tenant.store.run("UPDATE uploads SET received = ?, total = ? WHERE id = ?", last + 1, total, row["id"])
    if last + 1 < total:
        return answer(state(tenant, row["id"]), 202)
    return finish(tenant, row["id"])


def keep_piece(tenant: Tenant, call: Call, row: Row, *, step: int = 1) -> int:
    """Keep the next piece of a session that has `received` and perhaps `total`; the number of its last byte.

    A piece that does not follow is refused, and one before the end that is no multiple of `step`.
    """
    found = RANGE.fullmatch(call.headers.get("content-range", ""))
    if not found:
        raise bad_request("Content-Range is missing.")
    first, last, total = (int(text) for text in found.groups())
    if last - first + 1 != call.size or last >= total or (row["total"] or total) != total:
        raise bad_request("Content-Range does not fit the content.")
    if first != row["received"]:
        raise GraphError(
            416, "invalidRange", "The uploaded fragment overlaps with data that has already been received."
        )
    if last + 1 < total and call.size % step:
        raise bad_request("A chunk other than the last must be a multiple of 320 KiB.")
    pieces.keep(tenant.store, row["id"], call.pieces(), first)
    return last


def finish(tenant: Tenant, key: str) -> Reply:
    row = tenant.store.one("SELECT * FROM uploads WHERE id = ?", key)
    assert row is not None
    shelf = tenant.store.one("SELECT * FROM lists WHERE id = ?", row["list"])
    assert shelf is not None
    where = library.Place(library.by_id(tenant, shelf, row["parent"]), row["name"])
    stored, is_new = library.put(tenant, shelf, where, Content(tenant.store, key, row["total"]), row["conflict"])
    file_times.keep(tenant, stored["id"], file_times.of(tenant, key))
    end(tenant, key)
    return answer(drive_items.shown(tenant, shelf, stored), 201 if is_new else 200)


def forget(tenant: Tenant, key: str) -> None:
    pieces.drop(tenant.store, key)
    end(tenant, key)


def end(tenant: Tenant, key: str) -> None:
    """The session is over; what was sent stays."""
    tenant.store.run("DELETE FROM uploads WHERE id = ?", key)
    file_times.forget(tenant, key)


def state(tenant: Tenant, key: str) -> dict[str, Any]:
    row = tenant.store.one("SELECT received, total, expires FROM uploads WHERE id = ?", key)
    assert row is not None
    return {
        "expirationDateTime": stamp(datetime.fromtimestamp(row["expires"], UTC)),
        "nextExpectedRanges": [f"{row['received']}-{row['total'] - 1 if row['total'] else ''}"],
    }


ROUTES = (("POST", "/drives/{drive_key}/items/{entry}/createUploadSession", create),)
