"""Replies as people's mail programs write them, quote and all: what the demo's owners send."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from html import escape, unescape
from urllib.parse import parse_qs, unquote, urlsplit

from bot.reply import open_mail, visible_text


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody answers a nudge on a day of the story; see the sample's story.toml for the styles."""

    day: date
    sender: str
    says: str
    style: str
    about: str = ""
    below: bool = False
    auto: bool = False


_MAILTO = re.compile(r'href="(mailto:[^"]+)"')


def reply(parent: bytes, event: Event, *, sender: str, at: datetime) -> bytes:
    """The mail (RFC 5322) with which `sender` answers `parent` as the story tells it."""
    ours = message_from_bytes(parent, policy=policy.default)
    answer = EmailMessage()
    answer["From"] = sender
    answer["Date"] = format_datetime(at)
    answer["Message-ID"] = make_msgid(domain=event.sender.rpartition("@")[2])
    if event.style == "button":
        return _press(answer, ours, event)
    answer["To"] = str(ours["Reply-To"] or ours["From"])
    answer["Subject"] = f"{'Automatic reply' if event.auto else 'Re'}: {ours['Subject']}"
    answer["In-Reply-To"] = answer["References"] = str(ours["Message-ID"])
    if event.auto:
        answer["Auto-Submitted"] = "auto-replied"
        answer["X-Auto-Response-Suppress"] = "All"
        answer.set_content(f"{event.says}\n")
    elif event.below:
        answer.set_content(f"On {ours['Date']}, {ours['From']} wrote:\n\n{_quoted(ours)}\n\n{event.says}\n")
    else:
        _STYLES[event.style](answer, ours, event.says)
    return answer.as_bytes()


def _press(answer: EmailMessage, ours: EmailMessage, event: Event) -> bytes:
    """Press a button of the nudge: its first line as it comes, the story's words below."""
    line = event.says.partition("\n")[0]
    pressed = next(
        link
        for link in (unescape(found) for found in _MAILTO.findall(_html(ours)))
        if _field(link, "body").startswith(f"{event.about}: {line.strip().upper()}")
    )
    answer["To"] = unquote(urlsplit(pressed).path)
    answer["Subject"] = _field(pressed, "subject")
    answer.set_content(f"{event.about}: {event.says}\n")
    return answer.as_bytes()


def _field(link: str, name: str) -> str:
    return parse_qs(urlsplit(link).query).get(name, [""])[0]


def _outlook(answer: EmailMessage, ours: EmailMessage, says: str) -> None:
    body = "".join(f'<p class="MsoNormal">{escape(line)}</p>' for line in says.splitlines())
    head = "".join(
        f"<b>{label}:</b> {escape(str(ours[name]))}<br>"
        for label, name in (("From", "From"), ("Sent", "Date"), ("To", "To"), ("Subject", "Subject"))
    )
    rule = '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
    answer.set_content(f"{says}\n\n________________________________\n{_headers(ours)}\n\n{_text(ours)}")
    answer.add_alternative(f"<html><body>{body}{rule}<p>{head}</p></div>{_html(ours)}</body></html>", subtype="html")


def _gmail(answer: EmailMessage, ours: EmailMessage, says: str) -> None:
    answer.set_content(f"{says}\n\nOn {ours['Date']}, {ours['From']} wrote:\n\n{_quoted(ours)}\n")


def _ios(answer: EmailMessage, ours: EmailMessage, says: str) -> None:
    head = f"> On {ours['Date']}, {ours['From']} wrote:"
    answer.set_content(f"{says}\n\nSent from my iPhone\n\n{head}\n> \n{_quoted(ours)}\n")


_STYLES: Mapping[str, Callable[[EmailMessage, EmailMessage, str], None]] = {
    "outlook": _outlook,
    "gmail": _gmail,
    "ios": _ios,
}


def _headers(ours: EmailMessage) -> str:
    return "\n".join(f"{name}: {ours[name]}" for name in ("From", "Date", "To", "Subject"))


def _html(ours: EmailMessage) -> str:
    part = ours.get_body(("html",))
    return str(part.get_content()) if part else ""


def _quoted(ours: EmailMessage) -> str:
    return "\n".join(f"> {line}" for line in _text(ours).splitlines())


def _text(ours: EmailMessage) -> str:
    """The mail as a plain quote shows it."""
    return visible_text(open_mail(ours.as_bytes()))
