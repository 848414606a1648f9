"""Mail that costs its reader far more than its length: refused by its look, before anything is parsed."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest

from tests.emulator.local import LocalTenant

NESTED = b"--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
TYPE = b"Content-Type: multipart/mixed; boundary=x\r\n"
FOLDED = b"--x\r\nContent-Type:\r\n multipart/mixed; boundary=x\r\n\r\n"
HOSTILE = {
    "nested multiparts": TYPE + b"\r\n" + NESTED * 1500,
    "nested multiparts, folded": TYPE + b"\r\n" + FOLDED * 1500,
    "nested messages": b"Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n" * 500,
    "parts": TYPE + b"\r\n" + b"--x\r\n\r\na\r\n" * 100_000,
    "addresses": b"Cc: " + b"a@b.example, " * 20_000 + b"\r\n\r\nx",
    "senders": b"Sender: " + b"a@b.example, " * 5_000 + b"\r\n\r\nx",
    "comments": b"Cc: " + b"(" * 5000 + b"\r\n\r\nx",
    "groups": b"Cc: " + b"a:" * 5000 + b"\r\n\r\nx",
    "parameters": b'Content-Type: text/plain; a="' + b";" * 200_000 + b"\r\n\r\nx",
    "lines": b"\r\n" * 400_000,
    "head": b"X-Long: " + b"a" * 300_000 + b"\r\n\r\nx",
}


def mail(tenant: LocalTenant, rest: bytes) -> bytes:
    address = tenant.line["mailbox"].encode()
    return b"From: " + address + b"\r\nTo: " + address + b"\r\nSubject: s\r\n" + rest


def graph(tenant: LocalTenant, path: str, raw: bytes) -> Any:
    return tenant.call("POST", tenant.box + path, data=b64encode(raw), headers={"Content-Type": "text/plain"})


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused_by_graph_and_by_the_control(tenant: LocalTenant, kind: str) -> None:
    raw = mail(tenant, HOSTILE[kind])
    for path in ("/sendMail", "/messages"):
        answer = graph(tenant, path, raw)
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "ErrorMimeContentInvalid")
    for path in ("messages", "send"):
        url = f"{tenant.line['ui']}/_emulator/{path}?mailbox={tenant.line['mailbox']}"
        answer = tenant.session.post(url, data=raw, timeout=20)
        assert answer.status_code == 400
        assert answer.json()["error"].startswith("The MIME content is invalid: ")


def test_more_recipients_than_exchange_takes_are_refused(tenant: LocalTenant) -> None:
    to = [{"emailAddress": {"address": f"a{number}@b.example"}} for number in range(1001)]
    answer = tenant.call("POST", f"{tenant.box}/messages", {"subject": "x", "toRecipients": to})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "ErrorInvalidRecipients")


@pytest.mark.parametrize("key", ["<a@b>\r\nBcc: x@y.example", "<a@b>\n", "", "<\u00e9@b>", "a\0b", "a" * 2000])
def test_an_internet_message_id_that_is_no_header_is_refused(tenant: LocalTenant, key: str) -> None:
    answer = tenant.call("POST", f"{tenant.box}/messages", {"subject": "x", "internetMessageId": key})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "ErrorInvalidValueForProperty")
    assert tenant.get(f"{tenant.box}/messages")["value"] == []


def test_an_ordinary_mail_with_many_attached_messages_is_taken(tenant: LocalTenant) -> None:
    inner = b"--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nSubject: old\r\n\r\n-- \r\nhi\r\n"
    raw = mail(tenant, TYPE + b"\r\n" + inner * 40 + b"--x--\r\n")
    key = graph(tenant, "/messages", raw).json()["id"]
    assert len(tenant.get(f"{tenant.box}/messages/{key}/attachments?$select=name")["value"]) == 40


MIME = """From: {sender}
To: Ada <{to}>
Bcc: {bcc}
Subject: =?utf-8?q?Caf=C3=A9?=
Message-ID: <one@b.example>
X-Plan: 7
In-Reply-To: <zero@b.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html

<p>Hello</p>
--x
Content-Type: text/csv
Content-Disposition: attachment; filename=a.csv

1,2
--x--
"""


def test_a_draft_is_made_of_mime(tenant: LocalTenant) -> None:
    ada, tom = tenant.address("ada.fenn"), tenant.address("tom.wray")
    made = graph(
        tenant,
        "/mailFolders/drafts/messages",
        MIME.format(sender=tenant.line["mailbox"], to=ada, bcc=tom).replace("\n", "\r\n").encode(),
    )
    assert made.status_code == 201
    shown = made.json()
    assert (shown["subject"], shown["isDraft"], shown["hasAttachments"]) == ("Caf\u00e9", True, True)
    assert (shown["internetMessageId"], shown["body"]["contentType"]) == ("<one@b.example>", "html")
    assert shown["bccRecipients"][0]["emailAddress"]["address"] == tom
    assert tenant.call("POST", f"{tenant.box}/messages/{shown['id']}/send").status_code == 202
    (arrived,) = tenant.mails(ada, "inbox")
    assert len(tenant.mails(tom, "inbox")) == 1
    raw = tenant.session.get(f"{tenant.line['ui']}/_emulator/messages/{arrived['raw']}/raw").content
    assert b"X-Plan: 7" in raw
    assert b"In-Reply-To: <zero@b.example>" in raw
    assert b"Bcc" not in raw


def test_a_draft_of_mime_in_somebody_elses_name_is_refused(tenant: LocalTenant) -> None:
    assert graph(tenant, "/messages", b"From: al@b.example\r\n\r\nx").status_code == 403
    bad = tenant.call("POST", f"{tenant.box}/messages", data=b"%%", headers={"Content-Type": "text/plain"})
    assert bad.json()["error"]["code"] == "ErrorMimeContentInvalidBase64String"
