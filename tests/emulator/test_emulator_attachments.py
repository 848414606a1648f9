"""Large attachments: a session on the draft, pieces to Outlook's own host."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.local import LocalTenant

PIECE = 2 * 1024 * 1024
CONTENT = bytes(range(256)) * (2 * PIECE // 256)


def draft(tenant: LocalTenant) -> str:
    to = [{"emailAddress": {"address": tenant.address("ada.fenn")}}]
    made = tenant.call("POST", f"{tenant.box}/messages", {"subject": "The plan", "toRecipients": to}).json()
    return f"{tenant.box}/messages/{made['id']}"


def session(tenant: LocalTenant, message: str, **changes: Any) -> Any:
    item = {"attachmentType": "file", "name": "plan.pdf", "size": len(CONTENT), "contentType": "application/pdf"}
    return tenant.call("POST", f"{message}/attachments/createUploadSession", {"AttachmentItem": {**item, **changes}})


def test_an_attachment_in_pieces_is_whole_in_the_mail_that_arrives(tenant: LocalTenant) -> None:
    message = draft(tenant)
    url = session(tenant, message).json()["uploadUrl"]
    assert url.startswith("https://outlook.office.com/")
    first = {"Content-Range": f"bytes 0-{PIECE - 1}/{len(CONTENT)}"}
    answer = tenant.session.put(url, data=CONTENT[:PIECE], headers=first)
    assert (answer.status_code, answer.json()["nextExpectedRanges"]) == (200, [str(PIECE)])
    assert tenant.session.put(url, data=CONTENT[:PIECE], headers=first).status_code == 416
    rest = {"Content-Range": f"bytes {PIECE}-{len(CONTENT) - 1}/{len(CONTENT)}"}
    last = tenant.session.put(url, data=CONTENT[PIECE:], headers=rest)
    assert (last.status_code, last.content) == (201, b"")
    assert tenant.session.get(url).status_code == 404
    (made,) = tenant.get(f"{message}/attachments?$select=name,contentType,id")["value"]
    assert (made["name"], made["contentType"]) == ("plan.pdf", "application/pdf")
    assert made["id"] in last.headers["Location"]
    assert tenant.call("GET", f"{message}/attachments/{made['id']}/$value").content == CONTENT
    assert tenant.get(message)["hasAttachments"] is True


def test_a_session_can_be_given_up(tenant: LocalTenant) -> None:
    message = draft(tenant)
    url = session(tenant, message).json()["uploadUrl"]
    assert tenant.session.delete(url).status_code == 204
    assert tenant.session.put(url, data=b"x", headers={"Content-Range": "bytes 0-0/1"}).status_code == 404
    assert tenant.get(f"{message}/attachments")["value"] == []


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"size": 1000}, 400),
        ({"size": 160 * 1024 * 1024}, 413),
        ({"attachmentType": "item"}, 400),
        ({"name": ""}, 400),
        ({"size": "big"}, 400),
    ],
)
def test_an_attachment_that_a_session_does_not_take_is_refused(
    tenant: LocalTenant, changes: dict[str, Any], status: int
) -> None:
    assert session(tenant, draft(tenant), **changes).status_code == status


def test_a_piece_of_more_than_four_megabytes_is_refused(tenant: LocalTenant) -> None:
    size = 5 * 1024 * 1024
    url = session(tenant, draft(tenant), size=size).json()["uploadUrl"]
    answer = tenant.session.put(url, data=bytes(size), headers={"Content-Range": f"bytes 0-{size - 1}/{size}"})
    assert answer.status_code == 413


def test_a_mail_that_was_sent_takes_no_attachment(tenant: LocalTenant) -> None:
    message = draft(tenant)
    url = session(tenant, message).json()["uploadUrl"]
    tenant.call("POST", f"{message}/send")
    size = len(CONTENT)
    answer = tenant.session.put(url, data=CONTENT, headers={"Content-Range": f"bytes 0-{size - 1}/{size}"})
    assert answer.status_code == 404
