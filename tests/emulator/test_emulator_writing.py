"""Answers and new mails from the page, in the style of each mail program."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from tests.emulator.local import LocalTenant
from tests.emulator.test_emulator_page import NASTY, page

STYLES = ("outlook-web", "outlook", "gmail", "ios")
BUTTON = "mailto:actions+r-1@harrowmere.example?subject=Done%20A-1&body=A-1%3A%20DONE%0D%0A%0D%0A1+1%20%26c"
HTML = f'<html><body><p>Is <b>A-1</b> done?</p><p><a href="{BUTTON.replace("&", "&amp;")}">Done</a></p></body></html>'


def asked(tenant: LocalTenant, person: str = "ada.fenn", **more: str) -> str:
    """A mail of the shared mailbox in a person's inbox; its id on the page."""
    box = tenant.line["mailbox"]
    headers = {"From": f"Action Plans <{box}>", "To": tenant.address(person), "Subject": "A-1 is due", **more}
    headers |= {"Date": "Mon, 02 Oct 2017 08:30:00 +0000", "Message-ID": "<ask@x>", "References": "<old@x>"}
    headers |= {"Reply-To": box.replace("@", "+r-1@"), "Content-Type": "text/html; charset=utf-8"}
    raw = "".join(f"{name}: {value}\n" for name, value in headers.items()) + "\n" + HTML
    tenant.control("POST", "/send", data=raw.encode(), params={"mailbox": box})
    return str(tenant.mails(tenant.address(person), "Inbox")[-1]["id"])


def sent(tenant: LocalTenant, path: str, **fields: Any) -> requests.Response:
    return tenant.session.post(tenant.line["ui"] + path, data=fields, timeout=20, allow_redirects=False)


def arrived(tenant: LocalTenant) -> EmailMessage:
    key = tenant.mails(tenant.line["mailbox"], "Inbox")[-1]["id"]
    raw = tenant.session.get(f"{tenant.line['ui']}/_emulator/messages/{key}/raw").content
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content())


@pytest.mark.parametrize("style", STYLES)
def test_an_answer_goes_where_the_mail_asks_and_belongs_to_its_thread(tenant: LocalTenant, style: str) -> None:
    key = asked(tenant)
    assert sent(tenant, f"/message/{key}/reply", says="It is done.", style=style).status_code == 303
    answer = arrived(tenant)
    assert answer["To"] == tenant.line["mailbox"].replace("@", "+r-1@")
    assert answer["In-Reply-To"] == "<ask@x>"
    assert answer["References"] == "<old@x> <ask@x>"
    assert answer["X-MS-Exchange-Organization-AuthAs"] == "Internal"
    assert answer["Subject"].lower() == "re: a-1 is due"
    assert tenant.mails(tenant.address("ada.fenn"), "Sent Items")[0]["subject"] == answer["Subject"]


@pytest.mark.parametrize(("style", "levels"), [("outlook-web", 1), ("outlook", 1), ("gmail", 0), ("ios", 0)])
def test_only_outlook_keeps_the_conversation_by_its_index(tenant: LocalTenant, style: str, levels: int) -> None:
    sent(tenant, f"/message/{asked(tenant)}/reply", says="It is done.", style=style)
    answer = arrived(tenant)
    assert answer["Thread-Topic"] == ("A-1 is due" if levels else None)
    index = b64decode(answer["Thread-Index"] or "")
    assert len(index) == (22 + 5 * levels if levels else 0)


def test_an_answer_goes_one_level_below_the_index_that_it_answers(tenant: LocalTenant) -> None:
    parent = b"\x01\xd3\x3b\x58\x00\x00" + bytes(range(16))
    sent(tenant, f"/message/{asked(tenant, **{'Thread-Index': b64encode(parent).decode()})}/reply", says="Done.")
    index = b64decode(arrived(tenant)["Thread-Index"])
    assert (index[:22], len(index)) == (parent, 27)


@pytest.mark.parametrize(
    ("style", "text", "markup"),
    [
        ("outlook-web", f"It is done.\n\n{'_' * 32}\nFrom: Action Plans <", '<div id="divRplyFwdMsg"'),
        ("outlook", "It is done.\n\nFrom: Action Plans <", "border-top:solid #E1E1E1"),
        ("gmail", "It is done.\n\nOn Mon, 2 Oct 2017 at 09:30, Action Plans <", '<blockquote class="gmail_quote"'),
        ("ios", "Sent from my iPhone\n\n> On 2 Oct 2017, at 09:30, Action Plans <", '<blockquote type="cite">'),
    ],
)
def test_each_program_quotes_in_its_own_way(tenant: LocalTenant, style: str, text: str, markup: str) -> None:
    sent(tenant, f"/message/{asked(tenant)}/reply", says="It is done.", style=style)
    answer = arrived(tenant)
    assert text in part(answer, "plain").replace("\r\n", "\n")
    assert "Is A-1 done?" in part(answer, "plain")
    assert markup in part(answer, "html")
    assert "Is <b>A-1</b> done?" in part(answer, "html")


def test_an_answer_may_stand_below_the_quote_or_without_one(tenant: LocalTenant) -> None:
    key = asked(tenant)
    sent(tenant, f"/message/{key}/reply", says="It is done.", style="gmail", place="below")
    assert part(arrived(tenant), "plain").rstrip().endswith("It is done.")
    sent(tenant, f"/message/{key}/reply", says="It is done.", style="outlook", place="none")
    assert part(arrived(tenant), "plain").strip() == "It is done."


BETWEEN = "> Is A-1 done?\n\nYes, on Monday.\n\n> Done\n\nAll of it."


def test_an_answer_between_the_lines_begins_with_them(tenant: LocalTenant) -> None:
    text = unescape(page(tenant, f"/message/{asked(tenant)}?place=between").text)
    assert "\n> Is A-1 done?\n>\n> Done<mailto:" in text
    assert '<option value="between" selected>' in text


@pytest.mark.parametrize(
    ("style", "text", "markup"),
    [
        (
            "gmail",
            "> Is A-1 done?\n\nYes, on Monday.\n\n> Done\n\nAll of it.",
            "</blockquote><div>Yes, on Monday.</div><bl",
        ),
        (
            "ios",
            "> Is A-1 done?\n\nYes, on Monday.\n\n> Done\n\nAll of it.\n\nSent from",
            '</blockquote><div dir="ltr"><div>Yes,',
        ),
        (
            "outlook",
            "Is A-1 done?\n\nYes, on Monday.\n\nDone\n\nAll of it.",
            '<span style="color:#0070C0">Yes, on Monday.</span>',
        ),
        (
            "outlook-web",
            "Is A-1 done?\n\nYes, on Monday.\n\nDone\n\nAll of it.",
            '<span style="color:#0070C0">All of it.</span>',
        ),
    ],
)
def test_each_program_sends_an_answer_between_the_lines(
    tenant: LocalTenant, style: str, text: str, markup: str
) -> None:
    key = asked(tenant)
    assert sent(tenant, f"/message/{key}/reply", says=BETWEEN, style=style, place="between").status_code == 303
    answer = arrived(tenant)
    plain = part(answer, "plain").replace("\r\n", "\n")
    assert text in plain
    assert markup in part(answer, "html")
    assert "Action Plans" in plain.partition("Is A-1 done?")[0]
    assert plain.count("Is A-1 done?") == 1


def test_an_answer_between_the_lines_needs_both(tenant: LocalTenant) -> None:
    for says in ("Yes.", "> Is A-1 done?", NASTY):
        answer = sent(tenant, f"/message/{asked(tenant)}/reply", says=says, style="gmail", place="between")
        assert answer.status_code == 400
        assert "type your answers between them" in answer.text
        assert "<script" not in answer.text
    fine = f"> Is it?\n{NASTY}"
    for style in STYLES:
        sent(tenant, f"/message/{asked(tenant)}/reply", says=fine, style=style, place="between")
        assert "<script" not in part(arrived(tenant), "html")


def test_an_empty_answer_is_not_sent(tenant: LocalTenant) -> None:
    answer = sent(tenant, f"/message/{asked(tenant)}/reply", says=" ", style="ios")
    assert answer.status_code == 400
    assert "Write something first." in answer.text
    assert tenant.mails(tenant.line["mailbox"], "Inbox") == []


def test_a_button_in_a_mail_opens_a_form_that_is_filled_in(tenant: LocalTenant) -> None:
    key = asked(tenant)
    link = re.search(r'href="(/compose[^"]+)" target="_top"', page(tenant, f"/message/{key}/body").text)
    assert link is not None
    fields = parse_qs(urlsplit(unescape(link.group(1))).query)
    assert fields["to"] == ["actions+r-1@harrowmere.example"]
    assert fields["body"] == ["A-1: DONE\n\n1+1 &c"]
    form = page(tenant, unescape(link.group(1))).text
    assert "A-1: DONE\n\n1+1 &amp;c</textarea>" in form
    assert '<option value="ada.fenn@harrowmere.example" selected>' in form
    raw = tenant.session.get(f"{tenant.line['ui']}/_emulator/messages/{key}/raw").text
    assert BUTTON.replace("&", "&amp;") in raw


def test_a_pressed_button_is_a_new_mail(tenant: LocalTenant) -> None:
    fields = {"mailbox": tenant.address("ada.fenn"), "to": tenant.line["mailbox"], "subject": "Done A-1"}
    answer = sent(tenant, "/compose", **fields, body="A-1: DONE\r\n\r\nall of it", style="outlook-web")
    assert answer.status_code == 303
    mail = arrived(tenant)
    assert part(mail, "plain").strip().replace("\r\n", "\n") == "A-1: DONE\n\nall of it"
    assert mail["In-Reply-To"] is None
    assert mail["X-MS-Exchange-Organization-AuthAs"] == "Internal"


@pytest.mark.parametrize("to", ["", "nobody", "ä@b.example", "a@b.example, nobody"])
def test_an_address_that_cannot_be_written_to_is_asked_for_again(tenant: LocalTenant, to: str) -> None:
    answer = sent(tenant, "/compose", mailbox=tenant.address("ada.fenn"), to=to, subject=NASTY, body=NASTY)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("mark", ["\r\n", "\n", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\x00"])
def test_a_subject_stays_one_line(tenant: LocalTenant, mark: str) -> None:
    fields = {"mailbox": tenant.address("ada.fenn"), "to": tenant.line["mailbox"], "body": "x"}
    assert sent(tenant, "/compose", **fields, subject=f"Hello{mark}Cc: tom.wray@harrowmere.example").status_code == 303
    assert arrived(tenant)["Subject"] == "Hello Cc: tom.wray@harrowmere.example"
    assert arrived(tenant)["Cc"] is None


def test_markup_that_people_type_arrives_as_text(tenant: LocalTenant) -> None:
    key = asked(tenant, Subject=NASTY)
    for style in STYLES:
        sent(tenant, f"/message/{key}/reply", says=NASTY, style=style)
        assert "<script" not in part(arrived(tenant), "html")
        assert NASTY in part(arrived(tenant), "plain")


def test_nobody_writes_from_a_mailbox_that_is_not_there(tenant: LocalTenant) -> None:
    for mailbox in ("outside", "nobody@harrowmere.example", ""):
        assert sent(tenant, "/compose", mailbox=mailbox, to=tenant.line["mailbox"]).status_code == 400


def test_someone_outside_answers_from_outside(tenant: LocalTenant) -> None:
    raw = f"From: <{tenant.line['mailbox']}>\nTo: jo@far.example\nSubject: Hello\nMessage-ID: <out@x>\n\nHow is it?"
    tenant.control("POST", "/send", data=raw.encode(), params={"mailbox": tenant.line["mailbox"]})
    key = tenant.mails("outside")[-1]["id"]
    sent(tenant, f"/message/{key}/reply", says="Well.", style="gmail")
    assert arrived(tenant)["From"] == "jo@far.example"
    assert arrived(tenant)["X-MS-Exchange-Organization-AuthAs"] == "Anonymous"


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_what_another_site_sends_is_refused(tenant: LocalTenant, headers: dict[str, str]) -> None:
    key = asked(tenant)
    for path in (f"/message/{key}/reply", "/compose", "/_emulator/reset"):
        answer = tenant.session.post(tenant.line["ui"] + path, data={"says": "No"}, headers=headers)
        assert answer.status_code == 403, path
    assert tenant.mails(tenant.line["mailbox"], "Inbox") == []


def test_the_pages_own_forms_are_taken(tenant: LocalTenant) -> None:
    address = f"{tenant.line['ui']}/message/{asked(tenant)}/reply"
    for origin, site in ((tenant.line["ui"], "same-origin"), ("null", "same-origin"), (tenant.line["ui"], None)):
        headers = {"Origin": origin, "Sec-Fetch-Site": site}
        assert tenant.session.post(address, data={"says": "Yes"}, headers=headers).status_code == 200


def test_reading_a_mail_takes_its_unread_mark_and_the_reader_can_put_it_back(tenant: LocalTenant) -> None:
    key, address = asked(tenant), tenant.address("ada.fenn")
    assert "Unread: " in page(tenant, f"/mail/{address}").text
    page(tenant, f"/message/{key}")
    assert "Unread: " not in page(tenant, f"/mail/{address}").text
    sent(tenant, f"/message/{key}/unread")
    assert "Unread: " in page(tenant, f"/mail/{address}").text
