"""Addresses that nobody can write to: refused in Exchange's words when they are sent, never a failure of the tenant."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest

from emulator import mime
from tests.emulator.local import LocalTenant

ODD = [
    "jö@far.example",
    "jo@fär.example",
    "jo",
    "jo\x00@far.example",
    "a b@far.example",
    "j@far.example, k@far.example",
]
LISTS = ["toRecipients", "ccRecipients", "bccRecipients", "replyTo"]


def someone(address: str, name: object = "Jo") -> dict[str, Any]:
    return {"emailAddress": {"address": address, "name": name}}


def mail(tenant: LocalTenant, **more: Any) -> dict[str, Any]:
    to = [someone(tenant.address("ada.fenn"))]
    return {"subject": "Depot", "body": {"contentType": "html", "content": "<p>x</p>"}, "toRecipients": to, **more}


@pytest.mark.parametrize("address", ODD)
@pytest.mark.parametrize("key", LISTS)
def test_an_address_that_cannot_be_written_to_stops_a_mail_but_no_draft(
    tenant: LocalTenant, key: str, address: str
) -> None:
    wish = mail(tenant, **{key: [someone(address)]})
    sent = tenant.call("POST", f"{tenant.box}/sendMail", {"message": wish})
    assert (sent.status_code, sent.json()["error"]["code"]) == (400, "ErrorInvalidRecipients")
    draft = tenant.call("POST", f"{tenant.box}/messages", mail(tenant)).json()["id"]
    path = f"{tenant.box}/messages/{draft}"
    assert tenant.call("PATCH", path, {key: [someone(address)]}).json()[key][0]["emailAddress"]["address"] == address
    assert tenant.call("GET", f"{path}/$value").status_code == 200
    sent = tenant.call("POST", f"{path}/send")
    assert (sent.status_code, sent.json()["error"]["code"]) == (400, "ErrorInvalidRecipients")
    assert tenant.call("POST", f"{path}/createReplyAll", {}).status_code == 201
    assert tenant.mails(tenant.address("ada.fenn")) == []


@pytest.mark.parametrize("key", ["from", "sender"])
@pytest.mark.parametrize("address", ODD)
def test_another_sender_is_denied_however_it_is_written(tenant: LocalTenant, key: str, address: str) -> None:
    for path, body in (("sendMail", {"message": mail(tenant, **{key: someone(address)})}), ("messages", {})):
        refused = tenant.call("POST", f"{tenant.box}/{path}", body or mail(tenant, **{key: someone(address)}))
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "ErrorSendAsDenied")


@pytest.mark.parametrize(
    ("field", "status", "code"),
    [
        ("Reply-To", 400, "ErrorInvalidRecipients"),
        ("Cc", 400, "ErrorInvalidRecipients"),
        ("Bcc", 400, "ErrorInvalidRecipients"),
        ("From", 403, "ErrorSendAsDenied"),
        ("Sender", 403, "ErrorSendAsDenied"),
    ],
)
@pytest.mark.parametrize("address", ["jö@far.example", "=?utf-8?q?j=C3=B6?=@far.example"])
def test_mime_is_held_to_the_same_rules(tenant: LocalTenant, field: str, status: int, code: str, address: str) -> None:
    raw = f"{field}: <{address}>\r\nTo: {tenant.address('ada.fenn')}\r\nSubject: x\r\n\r\nx".encode()
    headers = {"Content-Type": "text/plain"}
    refused = tenant.call("POST", f"{tenant.box}/sendMail", data=b64encode(raw), headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)


def test_a_mail_from_outside_whose_reply_to_nobody_can_write_to_is_read_and_not_answered(tenant: LocalTenant) -> None:
    raw = "From: jo@far.example\r\nReply-To: <jö@far.example>\r\nSubject: x\r\n\r\nx".encode()
    tenant.control("POST", "/messages", params={"mailbox": tenant.line["mailbox"]}, data=raw)
    key = tenant.get(f"{tenant.box}/mailFolders/inbox/messages")["value"][0]["id"]
    assert tenant.call("POST", f"{tenant.box}/messages/{key}/createReply", {}).status_code == 201
    refused = tenant.call("POST", f"{tenant.box}/messages/{key}/reply", {"comment": "x"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "ErrorInvalidRecipients")


def test_names_of_any_letters_travel_and_a_name_that_is_no_text_is_refused(tenant: LocalTenant) -> None:
    to = someone(tenant.address("ada.fenn"), 'Jö "Q", \\')
    wish = {"message": mail(tenant, toRecipients=[to], replyTo=[to])}
    assert tenant.call("POST", f"{tenant.box}/sendMail", wish).status_code == 202
    key = tenant.mails(tenant.address("ada.fenn"))[0]["raw"]
    raw = tenant.session.get(f"{tenant.line['ui']}/_emulator/messages/{key}/raw").content
    assert mime.read(raw)[0]["replyTo"] == [to]
    wish = {"message": mail(tenant, replyTo=[someone("jo@far.example", ["x"])])}
    assert tenant.call("POST", f"{tenant.box}/sendMail", wish).status_code == 400
