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


AWAY = [
    "Automatic reply: 3 actions",
    "Out of Office AutoReply: 3 actions",
    "Abwesenheitsnotiz: 3 actions",
    "Réponse automatique : 3 actions",
    "Respuesta automática: 3 actions",
    "Risposta automatica: 3 actions",
    "Automatisch antwoord: 3 actions",
    "Automatyczna odpowiedź: 3 actions",
    "Autosvar: 3 actions",
    "Ymateb awtomatig / Automatic reply: 3 actions",
    "Ellis Morgan is out of the office",
    "AUTO: Ellis Morgan is out of the office (returning 12/10/2026)",
]


@pytest.mark.parametrize("subject", AWAY)
def test_an_absence_is_known_by_its_subject_in_the_usual_languages(subject: str) -> None:
    assert open_mail(f"{PLAIN}Subject: {subject}\n\nAway".encode()).mail_class is MailClass.AUTO_REPLY


@pytest.mark.parametrize("header", ["X-Auto-Reply: true", "X-Mail-Autoreply: yes", "X-Vacation: yes"])
def test_an_absence_is_known_by_the_headers_of_other_servers(header: str) -> None:
    raw = f"{PLAIN}{header}\nPrecedence: bulk\nSubject: RE: actions\n\nAway"
    assert open_mail(raw.encode()).mail_class is MailClass.AUTO_REPLY


RETURNED = [
    ("noreply@relay.example", "Undelivered Mail Returned to Sender", "Auto-Submitted: auto-replied\n"),
    ("noreply@relay.example", "Undeliverable: 3 actions", "Return-Path: <>\nAuto-Submitted: auto-generated\n"),
    ("postmaster@relay.example", "Unzustellbar: 3 actions", ""),
    ("mail.system@relay.example", "Delivery Status Notification (Failure)", ""),
    ("gateway@relay.example", "Mail delivery failed: returning message to sender", ""),
    ("gateway@relay.example", "Mail could not be delivered", "Precedence: bulk\n"),
    ("", "Returned mail: user unknown", "Return-Path: <>\n"),
]


@pytest.mark.parametrize(("sender", "subject", "headers"), RETURNED)
def test_mail_that_came_back_is_known_however_its_server_says_so(sender: str, subject: str, headers: str) -> None:
    raw = f"From: <{sender}>\nSubject: {subject}\n{headers}\nnot delivered"
    assert open_mail(raw.encode()).mail_class is MailClass.BOUNCE


PERSONS = [
    "RE: Undeliverable: 3 actions",
    "FW: Automatic reply: 3 actions",
    "RE: Delivery failure of the waste contract",
    "Returned mail contract",
    "OOO cover arrangements",
    "Absence management policy",
    "Auto-enrolment: 3 actions",
    "Delivered: affordable homes",
    "Out of hours service",
]


@pytest.mark.parametrize("subject", PERSONS)
def test_a_person_who_writes_of_such_things_is_a_person(subject: str) -> None:
    assert open_mail(f"{PLAIN}Subject: {subject}\n\nDone".encode()).mail_class is MailClass.REPLY
