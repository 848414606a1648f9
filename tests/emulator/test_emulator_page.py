from __future__ import annotations

import pytest
import requests

from tests.emulator.local import LocalTenant

NASTY = "<script>alert(1)</script>'\"&"


def page(tenant: LocalTenant, path: str) -> requests.Response:
    return tenant.session.get(tenant.line["ui"] + path)


def nasty_tenant(tenant: LocalTenant) -> str:
    """Markup wherever a person can type; the id of the mail."""
    made = tenant.call("POST", f"{tenant.site}/lists", {"displayName": NASTY, "columns": [{"name": NASTY, "text": {}}]})
    tenant.call("POST", f"{tenant.site}/lists/{made.json()['id']}/items", {"fields": {"Title": NASTY}})
    tenant.call("PUT", f"{tenant.site}/drive/root:/a & 'b'.docx:/content", data=b"x")
    raw = f"From: {NASTY} <x@y.example>\nSubject: {NASTY}\nContent-Type: text/html\n\n<p>Hello</p>{NASTY}".encode()
    answer = tenant.control("POST", "/messages", data=raw, params={"mailbox": tenant.line["mailbox"]})
    return str(answer["id"])


def test_every_page_is_there_and_escapes_what_people_typed(tenant: LocalTenant) -> None:
    key = nasty_tenant(tenant)
    lists = [each["id"] for each in tenant.control("GET", "/lists")]
    pages = ["/", f"/mail/{tenant.line['mailbox']}", f"/message/{key}", f"/message/{key}/headers", "/mail/outside"]
    pages += ["/lists", "/library", "/requests", *(f"/lists/{each}" for each in lists)]
    for path in pages:
        answer = page(tenant, path)
        assert answer.status_code == 200, path
        assert "<script" not in answer.text
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert 'lang="en-GB"' in answer.text


def test_a_mail_is_framed_where_it_can_do_nothing(tenant: LocalTenant) -> None:
    key = nasty_tenant(tenant)
    assert 'sandbox="allow-top-navigation-by-user-activation allow-popups' in page(tenant, f"/message/{key}").text
    framed = page(tenant, f"/message/{key}/body")
    assert "<p>Hello</p>" in framed.text
    assert framed.headers["Content-Security-Policy"].startswith("sandbox allow-top-navigation-by-user-activation")


def test_a_plain_mail_is_shown_as_text(tenant: LocalTenant) -> None:
    raw = b"Subject: Plain\n\n<b>not bold</b>"
    key = tenant.control("POST", "/messages", data=raw, params={"mailbox": tenant.line["mailbox"]})["id"]
    assert "&lt;b&gt;not bold&lt;/b&gt;" in page(tenant, f"/message/{key}/body").text


def test_a_link_in_a_mail_to_a_file_of_the_library_leads_to_that_file(tenant: LocalTenant) -> None:
    made = tenant.call("PUT", f"{tenant.site}/drive/root:/Papers/May 2028.docx:/content", data=b"x").json()
    raw = f'Content-Type: text/html\n\n<a href="{made["webUrl"]}">The paper</a>'.encode()
    key = tenant.control("POST", "/messages", data=raw, params={"mailbox": tenant.line["mailbox"]})["id"]
    assert 'href="/library/' in page(tenant, f"/message/{key}/body").text


def test_a_list_shows_people_by_name(tenant: LocalTenant) -> None:
    columns = [{"name": "Owner", "personOrGroup": {}}]
    made = tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Actions", "columns": columns}).json()
    tenant.call("POST", f"{tenant.site}/lists/Actions/items", {"fields": {"Title": "One", "OwnerLookupId": 2}})
    assert ">Tom Wray</td>" in page(tenant, f"/lists/{made['id']}").text


def test_files_and_versions_are_downloads(tenant: LocalTenant) -> None:
    for text in (b"old", b"new"):
        tenant.call("PUT", f"{tenant.site}/drive/root:/a.html:/content", data=text)
    key = tenant.control("GET", "/library")[0]["id"]
    answer = page(tenant, f"/library/{key}?version=1.0")
    assert answer.content == b"old"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert page(tenant, f"/library/{key}").content == b"new"


@pytest.mark.parametrize(
    "path",
    ["/mail/nobody", "/message/x", "/message/x/body", "/lists/x", "/library/x", "/attachment/x", "/message/x/headers"],
)
def test_what_is_not_there_is_said_kindly(tenant: LocalTenant, path: str) -> None:
    answer = page(tenant, path)
    assert answer.status_code == 404
    assert "Not here" in answer.text
