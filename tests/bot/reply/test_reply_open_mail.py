from __future__ import annotations

from base64 import b64encode
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reply import MailClass, Mentioned, find_tokens, open_mail, read_mail, reply_json
from bot.reply.message.mail import MAX_RAW
from bot.reply.units.courtesy import is_receipt, is_thanks
from bot.reply.units.thanking import says_only_thanks

HEAD = b"From: Ellis Morgan <Ellis.Morgan@Wexcombe.example>\r\nSubject: x\r\n"

_HEADERS = st.sampled_from(
    [b"From", b"To", b"Date", b"Subject", b"Content-Type", b"References", b"Content-Transfer-Encoding", b"Return-Path",
     b"Authentication-Results", b"Auto-Submitted", b"Content-Disposition", b"In-Reply-To"]
)  # fmt: skip
_VALUES = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [b'multipart/mixed; boundary="b"', b"text/html; charset=nonsense", b"text/plain; charset=utf-16", b"base64",
         b"=?utf-8?q?=ff?=", b"=?x?b?@?=", b"<>", b'"', b"(((", b"a@b, <c@d>;", b"multipart/report; report-type=",
         b"message/rfc822"]
    ),
)  # fmt: skip
_MAILS = st.builds(
    lambda headers, body: b"".join(name + b": " + value + b"\r\n" for name, value in headers) + b"\r\n" + body,
    st.lists(st.tuples(_HEADERS, _VALUES), max_size=8),
    st.one_of(st.binary(max_size=300), st.just(b"--b\r\nContent-Type: text/html\r\n\r\n<p>Done\r\n--b--")),
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), _MAILS))
def test_any_bytes_end_in_one_class_and_any_reply_in_a_decision(raw: bytes) -> None:
    mail = open_mail(raw)
    answer = reply_json(mail, None)
    find_tokens(mail)
    assert answer["class"] in set(MailClass)
    polite = is_thanks(answer["text"]) or says_only_thanks(answer["text"]) or is_receipt(answer["text"])
    assert bool(answer["updates"]) == (mail.mail_class is MailClass.REPLY and not polite)


def test_addresses_are_lower_case_and_keep_their_plus_tags() -> None:
    mail = open_mail(
        HEAD + b"To: Actions <Actions+r-ABC@wexcombe.example>,\r\n jo@b.example\r\nCc: x@c.example\r\n\r\nDone"
    )
    assert mail.sender.name == "Ellis Morgan"
    assert mail.sender.address == "ellis.morgan@wexcombe.example"
    assert mail.recipients == ("actions+r-abc@wexcombe.example", "jo@b.example", "x@c.example")


def test_references_are_found_though_joined_by_commas() -> None:
    mail = open_mail(HEAD + b"References: <a@x>,<b@x>\r\n\t<c@x> rubbish\r\nIn-Reply-To: re <c@x>\r\n\r\nDone")
    assert mail.references == ("<a@x>", "<b@x>", "<c@x>")
    assert mail.in_reply_to == "<c@x>"


def test_a_date_without_a_zone_is_taken_as_utc_and_a_bad_one_as_none() -> None:
    assert open_mail(HEAD + b"Date: 2 Oct 2026 10:12:00\r\n\r\nx").date == datetime(2026, 10, 2, 10, 12, tzinfo=UTC)
    assert open_mail(HEAD + b"Date: some day\r\n\r\nx").date is None


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        ("utf-8", "café".encode(), "café"),
        ("", "café – done".encode(), "café – done"),
        ("unknown-9", "café".encode(), "café"),
        ("iso-8859-1", "don’t".encode("cp1252"), "don’t"),
        ("utf-8", "café".encode("cp1252"), "café"),
        ("utf-16", "Done".encode("utf-16"), "Done"),
    ],
)
def test_the_text_is_read_in_the_charset_that_was_meant(charset: str, body: bytes, text: str) -> None:
    kind = f"text/plain; charset={charset}" if charset else "text/plain"
    message = HEAD + f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + b64encode(body)
    assert open_mail(message).plain.strip() == text


def test_attached_texts_and_forwarded_mails_are_not_read() -> None:
    mail = EmailMessage()
    mail["From"] = "ellis.morgan@wexcombe.example"
    mail.set_content("In progress")
    mail.add_attachment("Done", filename="minutes.txt")
    inner = EmailMessage()
    inner.set_content("Completed")
    mail.add_attachment(inner)
    assert open_mail(mail.as_bytes()).plain.strip() == "In progress"


def test_what_cannot_be_opened_is_unreadable_and_says_why() -> None:
    for raw in (b"", b" \r\n", HEAD + b"Content-Type: multipart/mixed; boundary=a\r\n" * 300):
        mail = open_mail(raw)
        assert mail.mail_class is MailClass.UNREADABLE
        assert mail.trust_reason


def test_a_header_with_thousands_of_parameters_is_cut_before_it_is_parsed() -> None:
    mail = open_mail(HEAD + b"Content-Type: text/plain; " + b"a=b; " * 20_000 + b"\r\n\r\nDone")
    assert mail.plain == "Done"


def test_only_the_first_ten_megabytes_are_looked_at() -> None:
    mail = open_mail(HEAD + b"\r\n" + b"word \n" * (MAX_RAW // 6) + b"after the cap")
    assert "after the cap" not in mail.plain


def _held_because(raw: bytes) -> list[str]:
    _, updates = read_mail(
        open_mail(HEAD.replace(b"Subject: ", b"Subject: Re: ") + raw), None, (Mentioned("1.1"),), date(2026, 11, 23)
    )
    return [update.reason for update in updates]


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\n1.1: done\r\n",
        b"Content-Type: text/html\r\n\r\n<body>" + b"<div>" * 60_000 + b"1.1: done",
    ],
    ids=["a mail inside the mail", "nested boxes"],
)
def test_a_mail_whose_words_cannot_be_reached_is_held_for_that_reason(raw: bytes) -> None:
    assert _held_because(raw) == ["it is built in a way that we do not read: open it yourself"]


@pytest.mark.parametrize("page", [b"", b"<head><style>p {color: red}</style></head><body><p>&nbsp;</p><br></body>"])
def test_a_mail_without_words_is_held_as_empty(page: bytes) -> None:
    assert _held_because(b"Content-Type: text/html\r\n\r\n" + page) == ["it has no words of its own"]
