from __future__ import annotations

import pytest

from bot.reply import MailClass, open_mail

PLAIN = "From: Ellis Morgan <ellis.morgan@wexcombe.example>\nTo: actions@wexcombe.example\n"

CASES = {
    "a person": ("Subject: RE: actions\n", MailClass.REPLY),
    "Auto-Submitted no is a person": ("Auto-Submitted: no\nSubject: RE: actions\n", MailClass.REPLY),
    "suppression alone proves nothing": ("X-Auto-Response-Suppress: All\nSubject: RE: x\n", MailClass.REPLY),
    "an inbox rule alone proves nothing": ("X-MS-Exchange-Inbox-Rules-Loop: a@b\nSubject: RE: x\n", MailClass.REPLY),
    "both together are a machine": (
        "X-MS-Exchange-Inbox-Rules-Loop: a@b\nX-Auto-Response-Suppress: All\nSubject: RE: x\n",
        MailClass.AUTO_REPLY,
    ),
    "auto-replied": ("Auto-Submitted: auto-replied\nSubject: RE: x\n", MailClass.AUTO_REPLY),
    "by its subject": ("Subject: Automatic reply: RE: actions\n", MailClass.AUTO_REPLY),
    "in Welsh clothes": ("X-Autoreply: yes\nSubject: Allan o'r swyddfa\n", MailClass.AUTO_REPLY),
    "a null return path": ("Return-Path: <>\nAuto-Submitted: auto-generated\nSubject: x\n", MailClass.AUTO_REPLY),
    "an Exchange NDR is a bounce first": (
        "X-MS-Exchange-Message-Is-Ndr:\nAuto-Submitted: auto-replied\nReturn-Path: <>\nSubject: x\n",
        MailClass.BOUNCE,
    ),
    "failed recipients": ("X-Failed-Recipients: a@b.example\nSubject: x\n", MailClass.BOUNCE),
    "a list": ("List-Id: <weekly.example>\nSubject: News\n", MailClass.BULK),
    "bulk": ("Precedence: bulk\nSubject: News\n", MailClass.BULK),
    "an invitation": ("Content-Type: text/calendar\nSubject: Meeting\n", MailClass.CALENDAR),
    "encrypted": (
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nSubject: x\n",
        MailClass.UNREADABLE,
    ),
    "a conversation about bounces": ("Subject: RE: Undeliverable: the letters\n", MailClass.REPLY),
}


@pytest.mark.parametrize("name", CASES)
def test_the_class_follows_the_headers(name: str) -> None:
    headers, expected = CASES[name]
    assert open_mail(f"{PLAIN}{headers}\nDone".encode()).mail_class is expected


@pytest.mark.parametrize("sender", ["MAILER-DAEMON@mx.example", "postmaster@wexcombe.example"])
def test_mail_from_the_mail_system_is_a_bounce(sender: str) -> None:
    assert open_mail(f"From: <{sender}>\nSubject: x\n\nnot delivered".encode()).mail_class is MailClass.BOUNCE


def test_a_bounce_forwarded_by_a_person_is_that_persons_mail() -> None:
    raw = (
        f'{PLAIN}Subject: see attached\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nWhy did this come back?\n"
        "--b\nContent-Type: message/rfc822\n\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n"
    )
    assert open_mail(raw.encode()).mail_class is MailClass.REPLY
