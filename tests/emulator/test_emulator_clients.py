"""The clients that the product uses, unmodified, with nothing but the proxy and the authority's certificate."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msal
import pytest
import requests
from office365.graph_client import GraphClient
from office365.outlook.mail.item_body import ItemBody
from office365.runtime.client_request_exception import ClientRequestException
from office365.runtime.queries.service_operation import ServiceOperationQuery

from tests.emulator.local import LocalTenant

BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


@pytest.fixture
def through_proxy(tenant: LocalTenant, monkeypatch: pytest.MonkeyPatch) -> LocalTenant:
    """The environment that an administrator would set."""
    for name in list(os.environ):
        if name.upper() in {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", *BUNDLES}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HTTPS_PROXY", tenant.line["proxy"])
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", tenant.line["ca"])
    return tenant


@pytest.fixture
def graph(through_proxy: LocalTenant) -> Iterator[GraphClient]:
    line = through_proxy.line
    pem = Path(line["certificate"]).read_text()
    with requests.Session() as session, requests.Session() as sign_in:
        app = msal.ConfidentialClientApplication(
            line["client_id"],
            authority=f"https://login.microsoftonline.com/{line['tenant']}",
            client_credential={"private_key": pem, "public_certificate": pem},
            http_client=sign_in,
        )
        client = GraphClient(
            token_callback=lambda: app.acquire_token_for_client(["https://graph.microsoft.com/.default"])
        )
        client.with_transport(session=session, timeout=(5, 30))
        yield client


@pytest.fixture
def site(graph: GraphClient, through_proxy: LocalTenant) -> Any:
    return graph.sites[graph.sites.get_by_url(through_proxy.line["site"]).execute_query().id]


@pytest.fixture
def actions(site: Any) -> Any:
    site.lists.add("Actions").execute_query()
    actions = site.lists["Actions"]
    actions.columns.add_text("Reply").execute_query()
    actions.columns.add(name="Status", choice={"choices": ["Open", "Done"]}).execute_query()
    actions.columns.add(name="Owner", personOrGroup={}).execute_query()
    actions.columns.add(name="Due", dateTime={"format": "dateOnly"}).execute_query()
    return actions


@pytest.fixture
def bot(graph: GraphClient, through_proxy: LocalTenant) -> Any:
    return graph.users[through_proxy.line["mailbox"]]


def test_msal_signs_in_with_a_secret_and_sees_a_wrong_one_refused(through_proxy: LocalTenant) -> None:
    line = through_proxy.line
    authority = f"https://login.microsoftonline.com/{line['tenant']}"
    with requests.Session() as session:
        for secret, key in ((line["client_secret"], "access_token"), ("wrong", "error_codes")):
            app = msal.ConfidentialClientApplication(
                line["client_id"], authority=authority, client_credential=secret, http_client=session
            )
            assert key in app.acquire_token_for_client(["https://graph.microsoft.com/.default"])


def test_rows_are_added_read_in_pages_and_filtered(actions: Any) -> None:
    for number in range(5):
        actions.items.add(Title=f"Row & {number}", OwnerLookupId="2", Status="Open").execute_query()
    rows = actions.items.expand(["fields($select=Title,OwnerLookupId)"]).get_all(page_size=2).execute_query()
    assert [row.fields.properties["Title"] for row in rows] == [f"Row & {number}" for number in range(5)]
    assert rows[0].fields.properties["OwnerLookupId"] == "2"
    wanted = quote("fields/Title eq 'Row & 3'", safe="'/()$,")
    assert len(actions.items.filter(wanted).get().execute_query()) == 1


def test_a_row_is_changed_cleared_and_guarded_by_its_etag(actions: Any) -> None:
    actions.items.add(Title="One", Status="Open").execute_query()
    etag = actions.items["1"].get().execute_query().properties["eTag"]
    actions.items["1"].fields.set_property("Status", None).update().execute_query()
    row = actions.items["1"].expand(["fields"]).get().execute_query()
    assert "Status" not in row.fields.properties
    late = actions.items["1"].fields.set_property("Title", "Two").update()
    with pytest.raises(ClientRequestException) as refused:
        late.before_execute(lambda request: request.set_header("If-Match", etag)).execute_query()
    assert refused.value.response.status_code == 412


def test_a_row_goes_and_delta_says_so(actions: Any) -> None:
    for title in ("One", "Two"):
        actions.items.add(Title=title).execute_query()
    actions.items["1"].delete_object().execute_query()
    assert [row.id for row in actions.items.delta.get_all().execute_query()] == ["2"]


def test_a_mail_is_drafted_sent_and_answered(bot: Any, through_proxy: LocalTenant) -> None:
    ada = through_proxy.address("ada.fenn")
    headers = [{"name": "X-Plan", "value": "1"}]
    made = bot.messages.add("Hello", ItemBody.html("<p>Hi</p>"), [ada], internetMessageHeaders=headers).execute_query()
    assert made.internet_message_id
    made.send().execute_query()
    mail = bot.send_mail("Two", "<p>Hi</p>", [ada], body_type="HTML", save_to_sent_items=True)
    mail.execute_query()
    assert [each["subject"] for each in through_proxy.mails(ada)] == ["Hello", "Two"]


def test_a_mail_is_sent_as_an_exact_dictionary(graph: GraphClient, bot: Any, through_proxy: LocalTenant) -> None:
    ada = through_proxy.address("ada.fenn")
    message = {"subject": "Exact", "toRecipients": [{"emailAddress": {"address": ada}}]}
    wish = {"message": message, "saveToSentItems": True}
    graph.add_query(ServiceOperationQuery(bot, "sendMail", None, wish)).execute_query()
    assert [each["subject"] for each in through_proxy.mails(ada)] == ["Exact"]


def test_the_inbox_is_read_marked_and_tidied(bot: Any, through_proxy: LocalTenant) -> None:
    raw = b"From: ada.fenn@harrowmere.example\nTo: actions@harrowmere.example\nSubject: Done\n\nDone"
    through_proxy.control("POST", "/send", data=raw, params={"mailbox": through_proxy.address("ada.fenn")})
    inbox = bot.mail_folders["inbox"].messages.select(["subject", "from", "internetMessageHeaders"])
    found = inbox.top(50).get().execute_query()[0]
    assert found.sent_from.emailAddress.address == through_proxy.address("ada.fenn")
    assert b"Subject: Done" in bot.messages[found.id].get_content().execute_query().value
    bot.messages[found.id].set_property("isRead", True).update().execute_query()
    for _ in range(2):
        folder = bot.mail_folders.ensure("Processed").execute_query()
    bot.messages[found.id].move(folder.id).execute_query()
    assert [each["folder"] for each in through_proxy.mails(through_proxy.line["mailbox"])] == ["Processed"]
    assert len(bot.mail_folders["inbox"].messages.delta.get_all().execute_query()) == 0


def test_attachments_and_keys_go_with_a_draft(bot: Any, through_proxy: LocalTenant) -> None:
    made = bot.messages.add("With file", ItemBody.html("<p>Hi</p>"), [through_proxy.address("ada.fenn")])
    made.add_file_attachment("a.txt", b"hello", "text/plain")
    key = "String {11111111-2222-3333-4444-555555555555} Name Key"
    made.set_property("singleValueExtendedProperties", [{"id": key, "value": "abc"}])
    made.execute_query()
    assert [each.name for each in bot.messages[made.id].attachments.get().execute_query()] == ["a.txt"]


def test_a_reply_is_made_and_sent(bot: Any, through_proxy: LocalTenant) -> None:
    raw = b"From: ada.fenn@harrowmere.example\nSubject: Question\n\nWhy?"
    through_proxy.control("POST", "/messages", data=raw, params={"mailbox": through_proxy.line["mailbox"]})
    found = bot.messages.get().execute_query()[0]
    reply = found.create_reply("Because").execute_query()
    reply.send().execute_query()
    assert through_proxy.mails(through_proxy.address("ada.fenn"))[0]["subject"] == "RE: Question"


def test_a_file_is_uploaded_versioned_and_downloaded(graph: GraphClient, site: Any, tmp_path: Path) -> None:
    drive = graph.drives[site.drive.get().execute_query().id]
    for text in (b"one", b"two!"):
        item = drive.root.upload(quote("Summary #1.docx"), text).execute_query()
    assert item.name == "Summary #1.docx"
    assert len(drive.items[item.id].versions.get().execute_query()) == 2
    assert drive.items[item.id].get_content().execute_query().value == b"two!"
    with (tmp_path / "copy").open("wb") as file:
        drive.items[item.id].download(file).execute_query()
    assert (tmp_path / "copy").read_bytes() == b"two!"
    item.list_item.fields.set_property("Title", "For SLT").update().execute_query()
    inner = drive.root.get_by_path("Summaries/2026").upload("a.docx", b"zz").execute_query()
    assert inner.web_url.endswith("/Summaries/2026/a.docx")


def test_a_large_file_goes_in_a_session(graph: GraphClient, site: Any, tmp_path: Path) -> None:
    drive = graph.drives[site.drive.get().execute_query().id]
    (tmp_path / "big.bin").write_bytes(b"x" * 700_000)
    drive.root.resumable_upload(str(tmp_path / "big.bin"), 327_680).execute_query()
    assert drive.root.get_by_path("big.bin").get().execute_query().properties["size"] == 700_000


def test_people_are_read_from_the_site_and_the_directory(
    graph: GraphClient, site: Any, through_proxy: LocalTenant
) -> None:
    people = site.lists["User Information List"].items.expand(["fields"]).get_all().execute_query()
    assert people[0].fields.properties["EMail"] == through_proxy.address("ada.fenn")
    user = graph.users[through_proxy.address("ada.fenn")].select(["displayName"]).get().execute_query()
    assert user.display_name == "Ada Fenn"


def test_what_is_not_granted_is_refused(graph: GraphClient, through_proxy: LocalTenant) -> None:
    ada = graph.users[through_proxy.address("ada.fenn")]
    for query in (graph.sites.root.get, ada.messages.get):
        with pytest.raises(ClientRequestException) as refused:
            query().execute_query()
        assert refused.value.response.status_code == 403
