"""Large attachments: kept once, shared by the draft and whoever gets the mail, never whole in memory."""

from __future__ import annotations

import email
import json
import sqlite3
from base64 import b64decode
from pathlib import Path
from typing import Any

from tests.emulator.large import MIB, digest, digest_of, numbered, peak
from tests.emulator.local import GRAPH, LocalTenant

SIZE = 60
PIECE = 3
ALLOWED = 150  # MiB, of which a process that has done nothing takes 50


def draft(tenant: LocalTenant) -> str:
    to = [{"emailAddress": {"address": tenant.line["mailbox"]}}, {"emailAddress": {"address": "jo@elsewhere.example"}}]
    made = tenant.call("POST", f"{tenant.box}/messages", {"subject": "The plan", "toRecipients": to})
    return f"{tenant.box}/messages/{made.json()['id']}"


def attach(tenant: LocalTenant, message: str, size: int = SIZE) -> None:
    item = {"attachmentType": "file", "name": "plan.bin", "size": size * MIB}
    opened = tenant.call("POST", f"{message}/attachments/createUploadSession", {"AttachmentItem": item})
    url, source = opened.json()["uploadUrl"], numbered(size)
    for first in range(0, size, PIECE):
        headers = {"Content-Range": f"bytes {first * MIB}-{(first + PIECE) * MIB - 1}/{size * MIB}"}
        content = b"".join(next(source) for _ in range(PIECE))
        assert tenant.session.put(url, data=content, headers=headers, timeout=60).status_code in (200, 201)


def fetched(tenant: LocalTenant, path: str) -> bytes:
    headers = {"Authorization": f"Bearer {tenant.token()}"}
    answer = tenant.session.get(GRAPH + path, headers=headers, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["Content-Length"] == str(len(answer.content))
    return answer.content


def attached(raw: bytes) -> list[bytes]:
    """What is attached to a large mail; a parser of the standard library would look at each of its million lines."""
    boundary = email.message_from_bytes(raw[:10_000]).get_boundary()
    parts = raw.split(f"--{boundary}".encode())[1:-1]
    return [b64decode(part.partition(b"\r\n\r\n")[2]) for part in parts[1:]]


def test_large_attachments_take_little_memory_from_the_draft_to_the_inbox(either: LocalTenant) -> None:
    message = draft(either)
    for _ in range(2):
        attach(either, message)
    shown: list[dict[str, Any]] = json.loads(fetched(either, f"{message}/attachments"))["value"]
    assert {digest(iter([b64decode(each["contentBytes"])])) for each in shown} == {digest_of(SIZE)}
    assert len(json.loads(fetched(either, f"{message}?$expand=attachments"))["attachments"]) == 2
    assert [digest(iter([each])) for each in attached(fetched(either, f"{message}/$value"))] == [digest_of(SIZE)] * 2
    assert either.call("POST", f"{message}/send").status_code == 202
    (arrived,) = either.get(f"{either.box}/mailFolders/inbox/messages?$select=id")["value"]
    parts = either.get(f"{either.box}/messages/{arrived['id']}/attachments?$select=id,size")["value"]
    for part in parts:
        value = either.call(
            "GET", f"{either.box}/messages/{arrived['id']}/attachments/{part['id']}/$value", stream=True
        )
        assert digest(value.iter_content(MIB)) == digest_of(SIZE)
    assert peak(either) < ALLOWED


def test_copies_share_what_is_attached_and_the_last_one_takes_it_along(tmp_path: Path) -> None:
    tenant = LocalTenant("--state", str(tmp_path / "state"))
    try:
        message = draft(tenant)
        attach(tenant, message, 3)
        copied = tenant.call("POST", f"{message}/copy", {"destinationId": "drafts"}).json()["id"]
        delete(tenant, message.rpartition("/")[2])
        (kept,) = tenant.get(f"{tenant.box}/messages/{copied}/attachments")["value"]
        assert b64decode(kept["contentBytes"]) == b"".join(numbered(3))
        assert pieces(tmp_path) == 3
        delete(tenant, copied)
    finally:
        tenant.stop()
    assert pieces(tmp_path) == 0


def delete(tenant: LocalTenant, key: str) -> None:
    """To Deleted Items, and from there for good."""
    prefer = {"Prefer": 'IdType="ImmutableId"'}
    key = tenant.get(f"{tenant.box}/messages/{key}?$select=id", headers=prefer)["id"]
    for _ in range(2):
        assert tenant.call("DELETE", f"{tenant.box}/messages/{key}", headers=prefer).status_code == 204


def pieces(folder: Path) -> int:
    with sqlite3.connect(folder / "state" / "tenant.db") as database:
        return int(database.execute("SELECT COUNT(*) FROM pieces").fetchone()[0])


def test_a_long_mail_from_outside_keeps_its_bytes_and_its_attachment(tenant: LocalTenant) -> None:
    rows = "\r\n".join(f"{number:07}" * 10 for number in range(30_000))
    raw = (
        "From: al@elsewhere.example\r\nTo: x@y.example\r\nSubject: Long\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello.\r\n"
        f"--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=r.csv\r\n\r\n{rows}\r\n--b--\r\n"
    ).encode()
    address = tenant.line["mailbox"]
    key = tenant.control("POST", "/messages", params={"mailbox": address}, data=raw)["id"]
    assert tenant.call("GET", f"{tenant.box}/messages/{key}/$value").content.endswith(raw)
    (part,) = tenant.get(f"{tenant.box}/messages/{key}/attachments")["value"]
    assert b64decode(part["contentBytes"]) == rows.encode()


def test_a_large_mail_that_cannot_be_delivered_comes_back_as_its_head(tenant: LocalTenant) -> None:
    to = [{"emailAddress": {"address": tenant.address("nobody.here")}}]
    made = tenant.call("POST", f"{tenant.box}/messages", {"subject": "The plan", "toRecipients": to}).json()
    attach(tenant, f"{tenant.box}/messages/{made['id']}", 3)
    assert tenant.call("POST", f"{tenant.box}/messages/{made['id']}/send").status_code == 202
    (report,) = tenant.mails(tenant.line["mailbox"], "inbox")
    raw = tenant.call("GET", f"{tenant.box}/messages/{report['id']}/$value").content
    assert b"text/rfc822-headers" in raw
    assert b"Subject: The plan" in raw
    assert len(raw) < 10_000
