from __future__ import annotations

import email
import time
from base64 import b64decode, b64encode
from email import policy
from typing import Any

import pytest

from tests.emulator.local import LocalTenant

IMMUTABLE = {"Prefer": 'IdType="ImmutableId"'}
KEY = "String {8f1b3a52-6c1d-4b7e-9a55-0f1f2e3d4c5b} Name Key"
INBOX_DELTA = "/mailFolders/inbox/messages/delta"
OUTSIDE = b"""From: Sam Vale <sam@elsewhere.example>
To: actions@harrowmere.example
Subject: =?utf-8?q?Caf=C3=A9_plan?=
Date: Mon, 02 Oct 2017 09:15:00 +0100
Message-ID: <one@elsewhere.example>
X-MS-Exchange-Organization-AuthAs: Internal
X-MS-Exchange-Organization-SCL:
 -1

Done, thank you.
"""


def to(*addresses: str) -> list[dict[str, Any]]:
    return [{"emailAddress": {"address": address}} for address in addresses]


def message(tenant: LocalTenant, subject: str = "Your actions", **more: Any) -> dict[str, Any]:
    body = {"contentType": "html", "content": "<p>Good morning &amp; <b>welcome</b></p>"}
    return {"subject": subject, "body": body, "toRecipients": to(tenant.address("ada.fenn")), **more}


def draft(tenant: LocalTenant, headers: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
    made = tenant.call("POST", f"{tenant.box}/messages", message(tenant, **more), headers=headers or {})
    assert made.status_code == 201, made.text
    return dict(made.json())


def send(tenant: LocalTenant, **more: Any) -> None:
    body = {"message": message(tenant, **more), "saveToSentItems": True}
    assert tenant.call("POST", f"{tenant.box}/sendMail", body).status_code == 202


def raw_of(tenant: LocalTenant, mail: dict[str, Any]) -> bytes:
    return tenant.session.get(f"{tenant.line['ui']}/_emulator/messages/{mail['raw']}/raw").content


def parsed(tenant: LocalTenant, mail: dict[str, Any]) -> email.message.EmailMessage:
    return email.message_from_bytes(raw_of(tenant, mail), policy=policy.default)


def deliver(tenant: LocalTenant, raw: bytes = OUTSIDE, **options: str) -> str:
    address = options.pop("mailbox", tenant.line["mailbox"])
    answer = tenant.control("POST", "/messages", data=raw, params={"mailbox": address, **options})
    return str(answer["id"])


def inbox(tenant: LocalTenant, select: str = "subject") -> list[dict[str, Any]]:
    return list(tenant.get(f"{tenant.box}/mailFolders/inbox/messages?$select={select}")["value"])


def test_a_draft_has_its_ids_before_it_is_sent(tenant: LocalTenant) -> None:
    made = draft(tenant)
    assert made["isDraft"] is True
    assert made["internetMessageId"].endswith("OUTLOOK.COM>")
    assert made["conversationId"]
    assert made["from"]["emailAddress"]["address"] == tenant.line["mailbox"]
    assert made["bodyPreview"] == "Good morning & welcome"


def test_an_immutable_id_outlives_sending(tenant: LocalTenant) -> None:
    made = draft(tenant, IMMUTABLE)
    path = f"{tenant.box}/messages/{made['id']}"
    assert tenant.call("POST", f"{path}/send").status_code == 202
    sent = tenant.get(path, headers=IMMUTABLE)
    assert (sent["id"], sent["isDraft"]) == (made["id"], False)
    assert sent["internetMessageId"] == made["internetMessageId"]
    assert tenant.get(f"{tenant.box}/mailFolders/SentItems")["id"] == sent["parentFolderId"]
    assert tenant.get(f"{tenant.box}/mailFolders/drafts/messages")["value"] == []


def test_an_ordinary_id_does_not(tenant: LocalTenant) -> None:
    path = f"{tenant.box}/messages/{draft(tenant)['id']}"
    tenant.call("POST", f"{path}/send")
    assert tenant.call("GET", path).json()["error"]["code"] == "ErrorItemNotFound"


def test_a_sent_message_is_not_sent_again(tenant: LocalTenant) -> None:
    path = f"{tenant.box}/messages/{draft(tenant, IMMUTABLE)['id']}/send"
    assert [tenant.call("POST", path).status_code for _ in range(2)] == [202, 400]
    assert len(tenant.mails(tenant.address("ada.fenn"))) == 1


def test_the_sent_copy_may_be_late(tenant: LocalTenant) -> None:
    tenant.control("POST", "/settings", {"sent_lag": 0.3})
    path = f"{tenant.box}/messages/{draft(tenant, IMMUTABLE)['id']}"
    tenant.call("POST", f"{path}/send")
    tenant.control("POST", "/settings", {"sent_lag": 0})
    assert tenant.call("GET", path).status_code == 404
    time.sleep(0.35)
    assert tenant.get(path)["isDraft"] is False


def test_a_message_is_found_by_our_own_key(tenant: LocalTenant) -> None:
    draft(tenant, singleValueExtendedProperties=[{"id": KEY, "value": "Abc-1"}])
    draft(tenant, subject="other")
    for value, found in (("Abc-1", 1), ("ABC-1", 1), ("abc-2", 0)):
        wanted = f"singleValueExtendedProperties/Any(ep: ep/id eq '{KEY}' and ep/value eq '{value}')"
        assert len(tenant.get(f"{tenant.box}/messages?$filter={wanted}")["value"]) == found
    other = f"singleValueExtendedProperties/any(ep:ep/id eq '{KEY[:-3]}KEY' and ep/value eq 'Abc-1')"
    assert tenant.get(f"{tenant.box}/messages?$filter={other}")["value"] == []


def test_our_key_is_shown_only_when_expanded(tenant: LocalTenant) -> None:
    made = draft(tenant, singleValueExtendedProperties=[{"id": KEY, "value": "Abc-1"}])
    assert "singleValueExtendedProperties" not in made
    path = f"{tenant.box}/messages/{made['id']}?$expand=singleValueExtendedProperties($filter=id eq '{KEY}')"
    assert tenant.get(path)["singleValueExtendedProperties"] == [{"id": KEY, "value": "Abc-1"}]


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ([{"name": "List-Id", "value": "x"}], "InvalidInternetMessageHeader"),
        ([], "ErrorInvalidRequest"),
        ([{"name": f"x-{n}", "value": "x"} for n in range(6)], "InvalidInternetMessageHeaderCollection"),
    ],
)
def test_headers_of_ones_own_keep_to_the_rules(tenant: LocalTenant, headers: list[Any], code: str) -> None:
    answer = tenant.call("POST", f"{tenant.box}/messages", message(tenant, internetMessageHeaders=headers))
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


def test_a_mail_inside_the_tenant_arrives_whole_and_marked_internal(tenant: LocalTenant) -> None:
    header = [{"name": "X-Plan", "value": "7"}]
    send(tenant, subject="Größe", internetMessageHeaders=header, replyTo=to("actions+r-1@harrowmere.example"))
    mail = parsed(tenant, tenant.mails(tenant.address("ada.fenn"), "Inbox")[0])
    assert mail["Subject"] == "Größe"
    assert mail["X-MS-Exchange-Organization-AuthAs"] == "Internal"
    assert mail["Authentication-Results"].startswith("dkim=none")
    assert mail["Reply-To"] == "actions+r-1@harrowmere.example"
    assert mail["X-Plan"] == "7"
    assert mail["Date"].datetime.tzinfo is not None
    assert mail["From"].addresses[0].addr_spec == tenant.line["mailbox"]
    assert "<b>welcome</b>" in mail.get_body(("html",)).get_content()
    assert "Good morning & welcome" in mail.get_body(("plain",)).get_content()


def test_save_to_sent_items_false_keeps_nothing(tenant: LocalTenant) -> None:
    tenant.call("POST", f"{tenant.box}/sendmail", {"Message": message(tenant), "SaveToSentItems": False})
    assert tenant.mails(tenant.line["mailbox"]) == []
    assert len(tenant.mails(tenant.address("ada.fenn"))) == 1


def test_mime_is_sent_as_base64_without_what_exchange_strips(tenant: LocalTenant) -> None:
    raw = b"From: actions@harrowmere.example\r\nTo: ada.fenn@harrowmere.example\r\nSubject: Raw\r\n"
    raw += b"Auto-Submitted: auto-generated\r\nMessage-ID: <raw@x>\r\n\r\nHello\r\n"
    headers = {"Content-Type": "text/plain"}
    answer = tenant.call("POST", f"{tenant.box}/sendMail", data=b64encode(raw), headers=headers)
    assert answer.status_code == 202
    mail = parsed(tenant, tenant.mails(tenant.address("ada.fenn"))[0])
    assert (mail["Subject"], mail["Auto-Submitted"]) == ("Raw", None)
    bad = tenant.call("POST", f"{tenant.box}/sendMail", data=b"not base64!", headers=headers)
    assert bad.json()["error"]["code"] == "ErrorMimeContentInvalidBase64String"


@pytest.mark.parametrize("people", [[], [{"emailAddress": {"address": "nobody"}}], [{"emailAddress": {}}], "ada"])
def test_a_mail_needs_recipients(tenant: LocalTenant, people: Any) -> None:
    answer = tenant.call("POST", f"{tenant.box}/sendMail", {"message": message(tenant, toRecipients=people)})
    assert answer.status_code == 400
    assert tenant.mails(tenant.line["mailbox"]) == []


def test_sending_as_someone_else_is_refused(tenant: LocalTenant) -> None:
    other = message(tenant, **{"from": to(tenant.address("tom.wray"))[0]})
    answer = tenant.call("POST", f"{tenant.box}/sendMail", {"message": other})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "ErrorSendAsDenied")


def test_an_unknown_recipient_comes_back_as_a_report(tenant: LocalTenant) -> None:
    send(tenant, toRecipients=to(tenant.address("nobody"), tenant.address("ada.fenn")))
    report = tenant.mails(tenant.line["mailbox"], "inbox")[0]
    mail = parsed(tenant, report)
    assert report["subject"] == "Undeliverable: Your actions"
    assert mail.get_content_type() == "multipart/report"
    assert mail["X-MS-Exchange-Message-Is-Ndr"] is not None
    assert mail["Return-Path"] == "<>"
    assert mail["In-Reply-To"] == tenant.mails(tenant.line["mailbox"], "sentitems")[0]["internetMessageId"]
    assert b"rfc822;nobody@" in raw_of(tenant, report)
    assert len(tenant.mails(tenant.address("ada.fenn"))) == 1


def test_a_tag_reaches_its_owner_and_stays_in_to(tenant: LocalTenant) -> None:
    tagged = "actions+r-abc@harrowmere.example"
    raw = OUTSIDE.replace(b"To: actions@", b"To: actions+r-abc@").replace(
        b"<sam@elsewhere.example>", b"<ada.fenn@harrowmere.example>"
    )
    tenant.control("POST", "/send", data=raw, params={"mailbox": tenant.address("ada.fenn")})
    arrived = inbox(tenant, "toRecipients,internetMessageHeaders")[0]
    assert arrived["toRecipients"][0]["emailAddress"]["address"] == tagged
    headers = {each["name"]: each["value"] for each in arrived["internetMessageHeaders"]}
    assert headers["To"] == tagged
    assert headers["X-MS-Exchange-Organization-AuthAs"] == "Internal"
    assert [each["folder"] for each in tenant.mails(tenant.address("ada.fenn"))] == ["Sent Items"]


def test_mail_for_the_world_is_kept_outside(tenant: LocalTenant) -> None:
    send(tenant, toRecipients=to("clerk@parish.example"))
    assert tenant.mails("outside")[0]["deliveredTo"] == "clerk@parish.example"
    assert tenant.mails(tenant.line["mailbox"], "inbox") == []


def test_a_report_says_why_in_words_and_in_fields_and_has_the_mail(tenant: LocalTenant) -> None:
    addresses = ("nobody@harrowmere.example", "jo@council.invalid", "jo@far.example")
    to = [{"emailAddress": {"address": address}} for address in addresses]
    message = {"subject": "Café plan", "body": {"contentType": "text", "content": "é"}, "toRecipients": to}
    tenant.call("POST", f"{tenant.box}/sendMail", {"message": message})
    report = parsed(tenant, tenant.mails(tenant.line["mailbox"], "inbox")[0])
    kinds = [part.get_content_type() for part in report.walk()]
    assert kinds[:4] == ["multipart/report", "multipart/alternative", "text/plain", "text/html"]
    assert report.get_param("report-type") == "delivery-status"
    status, original = report.get_payload()[1:]
    _, *failed = status.get_payload()
    told = [(each["Final-Recipient"].partition(";")[2], each["Action"], each["Status"]) for each in failed]
    assert told == [(addresses[0], "failed", "5.1.10"), (addresses[1], "failed", "5.4.310")]
    assert "RecipientNotFound" in failed[0]["Diagnostic-Code"]
    sent = tenant.mails(tenant.line["mailbox"], "Sent Items")[0]
    assert original.get_payload()[0]["Message-ID"].strip() == sent["internetMessageId"]
    assert [mail["deliveredTo"] for mail in tenant.mails("outside")] == [addresses[2]]


def test_a_late_copy_is_not_lost_to_a_delta(tenant: LocalTenant) -> None:
    path = f"{tenant.box}/mailFolders/sentitems/messages/delta?$select=subject"
    tenant.control("POST", "/settings", {"sent_lag": 0.5})
    tenant.call("POST", f"{tenant.box}/sendMail", {"message": message(tenant, subject="Late")})
    tenant.control("POST", "/settings", {"sent_lag": 0})
    tenant.call("POST", f"{tenant.box}/messages", {"subject": "Something else has happened since"})
    page = tenant.get(path)
    assert page["value"] == []
    time.sleep(0.6)
    assert [each["subject"] for each in tenant.get(page["@odata.deltaLink"])["value"]] == ["Late"]


def test_outside_mail_is_stamped_and_otherwise_untouched(tenant: LocalTenant) -> None:
    key = deliver(tenant)
    raw = tenant.call("GET", f"{tenant.box}/messages/{key}/$value").content
    head = b"X-MS-Exchange-Organization-AuthAs: Anonymous\n"
    kept = OUTSIDE.replace(b"X-MS-Exchange-Organization-AuthAs: Internal\nX-MS-Exchange-Organization-SCL:\n -1\n", b"")
    assert raw.startswith(head)
    assert raw.endswith(kept)
    verdict = email.message_from_bytes(raw)["Authentication-Results"]
    assert verdict.startswith("spf=pass smtp.mailfrom=elsewhere.example; dkim=pass")
    assert verdict.endswith("compauth=pass reason=100")


@pytest.mark.parametrize(("auth", "word"), [("fail", "compauth=fail reason=000"), ("none", None)])
def test_the_verdict_can_be_another(tenant: LocalTenant, auth: str, word: str | None) -> None:
    deliver(tenant, auth=auth)
    found = parsed(tenant, tenant.mails(tenant.line["mailbox"])[0])["Authentication-Results"]
    assert word in found if word else found is None


def test_a_verdict_of_the_mails_own_is_left_alone(tenant: LocalTenant) -> None:
    deliver(tenant, b"Authentication-Results: mine; dmarc=fail\n" + OUTSIDE)
    mail = parsed(tenant, tenant.mails(tenant.line["mailbox"])[0])
    assert mail.get_all("Authentication-Results") == ["mine; dmarc=fail"]


def test_the_mails_date_is_when_it_was_received(tenant: LocalTenant) -> None:
    deliver(tenant)
    deliver(tenant, OUTSIDE.replace(b"Date: Mon, 02 Oct 2017 09:15:00 +0100", b"Date: whenever"))
    now, then = inbox(tenant, "receivedDateTime,subject,from")
    assert then["receivedDateTime"] == "2017-10-02T08:15:00Z"
    assert now["receivedDateTime"] > "2020"
    assert then["subject"] == "Café plan"
    assert then["from"]["emailAddress"] == {"name": "Sam Vale", "address": "sam@elsewhere.example"}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no headers at all",
        b"\n\nSubject: late\n\nbody",
        b"Content-Type: text/plain; charset=no-such\n\n\xff\xfe",
        b"Subject: =?x?q?a?=\nFrom: <<>>, @\nTo: ;\nDate: 99\n\n",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: in\n\nx\n--b--",
        "Subject: naïve ünicode\n\nä".encode(),
        b"Content-Type: multipart/mixed\n\nno boundary",
    ],
)
def test_bad_mail_is_filed_all_the_same(tenant: LocalTenant, raw: bytes) -> None:
    key = deliver(tenant, raw)
    shown = tenant.get(f"{tenant.box}/messages/{key}?$select=subject,body,internetMessageHeaders,internetMessageId")
    assert shown["internetMessageId"]
    assert raw.strip()[-3:] in tenant.call("GET", f"{tenant.box}/messages/{key}/$value").content


def test_a_received_attachment_can_be_fetched(tenant: LocalTenant) -> None:
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "sam@elsewhere.example", tenant.line["mailbox"], "With file"
    mail.set_content("See file")
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="pdf", filename="Plän.pdf")
    key = deliver(tenant, mail.as_bytes())
    assert tenant.get(f"{tenant.box}/messages/{key}")["hasAttachments"] is True
    found = tenant.get(f"{tenant.box}/messages/{key}/attachments")["value"][0]
    assert (found["name"], found["contentType"], b64decode(found["contentBytes"])) == (
        "Plän.pdf",
        "application/pdf",
        b"\0\1",
    )
    path = f"{tenant.box}/messages/{key}/attachments/{found['id']}/$value"
    assert tenant.call("GET", path).content == b"\0\1"


def test_a_draft_takes_an_attachment_and_a_sent_mail_does_not(tenant: LocalTenant) -> None:
    path = f"{tenant.box}/messages/{draft(tenant, IMMUTABLE)['id']}"
    file = {"@odata.type": "#microsoft.graph.fileAttachment", "name": "a.txt", "contentBytes": "aGk="}
    assert tenant.call("POST", f"{path}/attachments", file).status_code == 201
    tenant.call("POST", f"{path}/send")
    mail = parsed(tenant, tenant.mails(tenant.address("ada.fenn"))[0])
    assert [part.get_filename() for part in mail.iter_attachments()] == ["a.txt"]
    assert tenant.call("POST", f"{path}/attachments", file).status_code == 400


def test_a_moved_message_has_a_new_id_unless_ids_are_immutable(tenant: LocalTenant) -> None:
    key = deliver(tenant)
    folder = tenant.call("POST", f"{tenant.box}/mailFolders", {"displayName": "Processed"}).json()["id"]
    moved = tenant.call("POST", f"{tenant.box}/messages/{key}/move", {"DestinationId": folder})
    assert (moved.status_code, moved.json()["parentFolderId"]) == (201, folder)
    assert moved.json()["id"] != key
    again = tenant.call("POST", f"{tenant.box}/messages/{key}/move", {"destinationId": "archive"}, headers=IMMUTABLE)
    assert again.json()["id"] == key
    assert tenant.call("GET", f"{tenant.box}/messages/{moved.json()['id']}").status_code == 404


def test_folders_are_known_by_name_in_any_case_and_unique(tenant: LocalTenant) -> None:
    assert tenant.get(f"{tenant.box}/mailFolders/INBOX")["displayName"] == "Inbox"
    made = tenant.call("POST", f"{tenant.box}/mailFolders/inbox/childFolders", {"displayName": "Review"})
    assert made.status_code == 201
    assert [each["displayName"] for each in tenant.get(f"{tenant.box}/mailFolders/inbox/childFolders")["value"]] == [
        "Review"
    ]
    again = tenant.call("POST", f"{tenant.box}/mailFolders/inbox/childFolders", {"displayName": "review"})
    assert (again.status_code, again.json()["error"]["code"]) == (409, "ErrorFolderExists")
    found = tenant.get(f"{tenant.box}/mailFolders?$filter=displayName eq 'Sent Items'")["value"]
    assert [each["displayName"] for each in found] == ["Sent Items"]
    assert tenant.call("GET", f"{tenant.box}/mailFolders/nowhere").status_code == 404


def test_delta_tells_what_came_and_what_left(tenant: LocalTenant) -> None:
    for _ in range(3):
        deliver(tenant)
    first = tenant.get(
        f"{tenant.box}{INBOX_DELTA}?$select=subject",
        headers={**IMMUTABLE, "Prefer": 'IdType="ImmutableId", odata.maxpagesize=2'},
    )
    second = tenant.get(first["@odata.nextLink"], headers=IMMUTABLE)
    keys = [each["id"] for each in first["value"] + second["value"]]
    assert len(keys) == 3
    assert set(first["value"][0]) == {"@odata.etag", "id", "subject"}
    tenant.call("POST", f"{tenant.box}/messages/{keys[0]}/move", {"destinationId": "archive"})
    new = deliver(tenant)
    third = tenant.get(second["@odata.deltaLink"], headers=IMMUTABLE)
    assert third["value"][0] == {"@removed": {"reason": "deleted"}, "id": keys[0]}
    assert third["value"][1]["id"] == new
    assert tenant.get(third["@odata.deltaLink"])["value"] == []


def test_a_first_round_of_mail_never_tells_what_was_gone_when_it_began(tenant: LocalTenant) -> None:
    for number in range(3):
        deliver(tenant, f"Subject: {number}\n\nText".encode())
    last = tenant.get(f"{tenant.box}/messages?$filter=subject eq '2'")["value"][0]["id"]
    tenant.call("DELETE", f"{tenant.box}/messages/{last}")
    first = tenant.get(f"{tenant.box}{INBOX_DELTA}?$top=1")
    gone = first["value"][0]["id"]
    tenant.call("DELETE", f"{tenant.box}/messages/{gone}")
    pages = [first]
    while "@odata.nextLink" in pages[-1]:
        pages.append(tenant.get(pages[-1]["@odata.nextLink"]))
    told = [(each.get("subject"), "@removed" in each) for page in pages for each in page["value"]]
    assert told == [("0", False), ("1", False), (None, True)]


def test_delta_counts_only_the_new_when_asked(tenant: LocalTenant) -> None:
    link = tenant.get(f"{tenant.box}{INBOX_DELTA}?changeType=created")["@odata.deltaLink"]
    key = deliver(tenant)
    after = tenant.get(link)
    assert len(after["value"]) == 1
    tenant.call("PATCH", f"{tenant.box}/messages/{key}", {"isRead": True})
    assert tenant.get(after["@odata.deltaLink"])["value"] == []


def test_an_expired_mail_link_is_410(tenant: LocalTenant) -> None:
    link = tenant.get(f"{tenant.box}{INBOX_DELTA}()")["@odata.deltaLink"]
    tenant.control("POST", "/faults", {"match": {"path": "messages/delta"}, "fault": {"kind": "expire_delta"}})
    expired = tenant.call("GET", link)
    assert (expired.status_code, expired.json()["error"]["code"]) == (410, "syncStateNotFound")


def test_messages_are_filtered_by_when_they_came(tenant: LocalTenant) -> None:
    deliver(tenant)
    deliver(tenant, OUTSIDE.replace(b"02 Oct 2017", b"04 Oct 2017"))
    path = f"{tenant.box}/mailFolders/inbox/messages?$filter=receivedDateTime ge 2017-10-03T00:00:00Z&$count=true"
    page = tenant.get(path)
    assert (len(page["value"]), page["@odata.count"]) == (1, 1)
    assert tenant.call("GET", f"{tenant.box}/messages?$filter=receivedDateTime ge").status_code == 400


def test_a_sent_message_cannot_be_readdressed_but_can_be_read(tenant: LocalTenant) -> None:
    key = deliver(tenant)
    path = f"{tenant.box}/messages/{key}"
    assert tenant.call("PATCH", path, {"isRead": True, "categories": ["Seen"]}).json()["isRead"] is True
    assert tenant.call("PATCH", path, {"toRecipients": to("x@y.example")}).status_code == 400


def test_an_answer_belongs_to_its_conversation(tenant: LocalTenant) -> None:
    key = deliver(tenant)
    made = tenant.call("POST", f"{tenant.box}/messages/{key}/createReply", {"comment": "Thank you"}).json()
    assert made["subject"] == "RE: Café plan"
    assert made["toRecipients"] == [{"emailAddress": {"name": "Sam Vale", "address": "sam@elsewhere.example"}}]
    assert made["conversationId"] == tenant.get(f"{tenant.box}/messages/{key}")["conversationId"]
    assert "Thank you" in made["body"]["content"]
    tenant.call("POST", f"{tenant.box}/messages/{made['id']}/send")
    mail = parsed(tenant, tenant.mails("outside")[0])
    assert mail["In-Reply-To"] == mail["References"] == "<one@elsewhere.example>"


def test_an_answer_is_one_html_document(tenant: LocalTenant) -> None:
    key = deliver(tenant, b"Subject: Gate\nContent-Type: text/html\n\n<html><body><p>Mended?</p></body></html>")
    made = tenant.call("POST", f"{tenant.box}/messages/{key}/createReply", {"comment": "Yes"}).json()
    content = made["body"]["content"]
    assert content.startswith("<html><head></head><body><div>Yes</div>")
    assert content.endswith("<p>Mended?</p></body></html>")
    assert content.count("<body") == 1


def test_a_deleted_message_goes_to_the_bin_and_then_for_good(tenant: LocalTenant) -> None:
    path = f"{tenant.box}/messages/{deliver(tenant)}"
    assert tenant.call("DELETE", path).status_code == 204
    assert tenant.mails(tenant.line["mailbox"])[0]["folder"] == "Deleted Items"
    assert tenant.call("DELETE", path).status_code == 204
    assert tenant.mails(tenant.line["mailbox"]) == []


def test_html_is_made_safe_unless_the_original_is_wanted(tenant: LocalTenant) -> None:
    key = deliver(tenant, b"Content-Type: text/html\n\n<p onclick='x()'>Hi<script>bad()</script></p>")
    path = f"{tenant.box}/messages/{key}"
    assert tenant.get(path)["body"]["content"] == "<p>Hi</p>"
    unsafe = tenant.get(path, headers={"Prefer": "outlook.allow-unsafe-html"})
    assert "<script>" in unsafe["body"]["content"]
    text = tenant.get(path, headers={"Prefer": 'outlook.body-content-type="text"'})
    assert text["body"] == {"contentType": "text", "content": "Hi"}


def test_nobody_is_away(tenant: LocalTenant) -> None:
    assert tenant.get(f"{tenant.box}/mailboxSettings/automaticRepliesSetting")["status"] == "disabled"


def test_mail_for_a_mailbox_that_is_not_there_is_refused_by_the_control(tenant: LocalTenant) -> None:
    url = f"{tenant.line['ui']}/_emulator/messages?mailbox=nobody@x.example"
    assert tenant.session.post(url, data=OUTSIDE).status_code == 404


def test_a_mail_to_an_address_outside_ascii_is_refused_and_no_fault(tenant: LocalTenant) -> None:
    draft = {"subject": "x", "toRecipients": [{"emailAddress": {"address": "jürgen@elsewhere.example"}}]}
    laid = tenant.call("POST", f"{tenant.box}/messages", draft).json()
    answer = tenant.call("POST", f"{tenant.box}/messages/{laid['id']}/send")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "ErrorInvalidRecipients")
