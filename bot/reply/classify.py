"""What sort of message this is, by its headers first: a machine's mail is never read as somebody's answer.

The order matters: an Exchange non-delivery report carries Auto-Submitted too, so bounces are looked for first.
"""

from __future__ import annotations

import re
from email.message import Message
from enum import StrEnum

from bot.reply.bounce import MAILER
from bot.reply.mime import Bodies, Headers


class MailClass(StrEnum):
    """The one class every message ends in; only a reply is read."""

    BOUNCE = "bounce"
    RECEIPT = "receipt"
    CALENDAR = "calendar"
    AUTO_REPLY = "auto_reply"
    BULK = "bulk"
    UNREADABLE = "unreadable"
    REPLY = "reply"


_BOUNCE_SUBJECT = re.compile(
    r"^\W*(undeliverable|undelivered mail|mail delivery (failed|failure|system)|delivery (has )?fail(ed|ure)"
    r"|delivery status notification|returned mail|failure notice|message could not be delivered|mail failure"
    r"|non.?delivery|unzustellbar|non remis|niet bezorgd)",
    re.IGNORECASE,
)
_RECEIPT_SUBJECT = re.compile(r"^(read|not read|delivered|relayed|gelesen|lu) ?:", re.IGNORECASE)
_CALENDAR_SUBJECT = re.compile(r"^(accepted|declined|tentative|cancell?ed|new time proposed) ?:", re.IGNORECASE)
_AUTO_SUBJECT = re.compile(
    r"^\W*(automatic reply|auto(matic)?[ -]?(reply|response|matische antwort)|autoreply|out of (the )?office"
    r"|automatische antwort|r[ée]ponse automatique|abwesenheit|ooo\b|i am (away|out of)|on (annual )?leave\b)",
    re.IGNORECASE,
)
_BULK_PRECEDENCE = frozenset({"bulk", "junk", "list"})


def classify(message: Message, headers: Headers, sender: str, bodies: Bodies) -> MailClass:
    """The class of a message; `sender` is the From address, "" when there is none."""
    subject = headers.get("subject", ("",))[0]
    for kind, test in _ORDER:
        if test(message, headers, sender, subject):
            return kind
    nothing_to_read = not bodies.plain.strip() and not bodies.html.strip() and not subject.strip()
    return MailClass.UNREADABLE if bodies.sealed or nothing_to_read else MailClass.REPLY


def _is_bounce(message: Message, headers: Headers, sender: str, subject: str) -> bool:
    if _report_type(message) == "delivery-status" or _holds(message, "message/delivery-status"):
        return True
    if "x-failed-recipients" in headers or "x-ms-exchange-message-is-ndr" in headers:
        return True
    from_machine = bool(MAILER.match(sender)) or (_null_return_path(headers) and "auto-submitted" not in headers)
    return bool(MAILER.match(sender)) or (from_machine and bool(_BOUNCE_SUBJECT.search(subject)))


def _is_receipt(message: Message, headers: Headers, sender: str, subject: str) -> bool:
    report = _report_type(message) == "disposition-notification"
    return report or _holds(message, "message/disposition-notification")


def _is_calendar(message: Message, headers: Headers, sender: str, subject: str) -> bool:
    if _holds(message, "text/calendar"):
        return True
    content_class = _value(headers, "content-class")
    return content_class.startswith("urn:content-classes:calendarmessage") or (
        bool(_CALENDAR_SUBJECT.match(subject)) and "x-ms-exchange-calendar-originator-id" in headers
    )


def _is_auto(message: Message, headers: Headers, sender: str, subject: str) -> bool:
    submitted = _value(headers, "auto-submitted")
    if submitted and not submitted.startswith("no"):
        return True
    if "x-autoreply" in headers or "x-autorespond" in headers or _value(headers, "precedence") == "auto_reply":
        return True
    if "x-ms-exchange-inbox-rules-loop" in headers and "x-auto-response-suppress" in headers:
        return True
    return bool(_AUTO_SUBJECT.search(subject)) or _null_return_path(headers)


def _is_bulk(message: Message, headers: Headers, sender: str, subject: str) -> bool:
    listed = "list-id" in headers or "list-unsubscribe" in headers
    return listed or _value(headers, "precedence") in _BULK_PRECEDENCE


_ORDER = (
    (MailClass.BOUNCE, _is_bounce),
    (MailClass.RECEIPT, _is_receipt),
    (MailClass.CALENDAR, _is_calendar),
    (MailClass.AUTO_REPLY, _is_auto),
    (MailClass.BULK, _is_bulk),
)


def _value(headers: Headers, name: str) -> str:
    return headers.get(name, ("",))[0].strip().lower()


def _null_return_path(headers: Headers) -> bool:
    return _value(headers, "return-path") == "<>"


def _report_type(message: Message) -> str:
    if message.get_content_type() != "multipart/report":
        return ""
    return str(message.get_param("report-type", "")).lower()


def _holds(message: Message, kind: str) -> bool:
    """Whether the message is, or has right at its top, a part of this type (a forwarded one further down is not)."""
    if message.get_content_type() == kind:
        return True
    payload = message.get_payload()
    if not isinstance(payload, list):
        return False
    nested = (part for part in payload if isinstance(part, Message) and part.get_content_type() != "message/rfc822")
    return any(_holds(part, kind) for part in nested)
