"""How mail programs write an answer: the words, the quote and its markers, in both parts, and their headers.

Four styles, from what these programs are known to send. None was copied from a mail; none is tested against a server.
"""

from __future__ import annotations

import re
import secrets
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from html import escape
from uuid import uuid4

from emulator import mime_writing
from emulator.answered import PREFIX, Original
from emulator.fields import SITE_ZONE
from emulator.mime_writing import new_internet_id

GREY_RULE = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"
GMAIL_BAR = "margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"
WEB_FONT = "font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"
SIGNED = "Sent from my iPhone"
MARK = "\ufeff"  # iOS puts one before what it quotes
PLAIN_WIDTH = 76
NOT_PRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Style:
    """A mail program: how it writes what was typed, how it quotes, how it wraps both, and what it calls itself."""

    label: str
    prefix: str
    said: Callable[[str], tuple[str, str]]
    quoted: Callable[[Original], tuple[str, str]]
    whole: str
    message_id: Callable[[str], str]
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def is_outlook(self) -> bool:
        return self.headers == EXCHANGE


def lines_as(line: str, empty: str) -> Callable[[str], tuple[str, str]]:
    def said(text: str) -> tuple[str, str]:
        return text, "".join(line.format(escape(each)) if each.strip() else empty for each in text.split("\n"))

    return said


def web_quoted(original: Original) -> tuple[str, str]:
    rows = original.header("%d %B %Y %H:%M")
    head = "<br>".join(f"<b>{name}:</b> {escape(value)}" for name, value in rows)
    markup = (
        '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
        '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">'
        f"{head}</font><div>&nbsp;</div></div><div>{original.markup}</div>"
    )
    plain = "\n".join(f"{name}: {value}" for name, value in rows)
    return f"{'_' * 32}\n{plain}\n\n{original.text('<{}>')}", markup


def desktop_quoted(original: Original) -> tuple[str, str]:
    rows = original.header("%d %B %Y %H:%M")
    head = "<br>".join(f"<b>{name}:</b> {escape(value)}" for name, value in rows)
    markup = (
        f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="{GREY_RULE}"><p class="MsoNormal">'
        f'<span lang="EN-US">{head}<o:p></o:p></span></p></div></div>'
        f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{original.markup}'
    )
    plain = "\n".join(f"{name}: {value}" for name, value in rows)
    return f"{plain}\n\n{original.text('<{}>')}", markup


def gmail_opening(original: Original) -> tuple[str, str]:
    """The line over a quote, in both parts."""
    when = original.sent.strftime("%a, %-d %b %Y at %H:%M")
    line = f"On {when}, {original.named} wrote:"
    if len(line) > PLAIN_WIDTH:  # Gmail breaks behind the bracket
        line = f"On {when}, {original.sender} <\n{original.address}> wrote:"
    link = f'&lt;<a href="mailto:{escape(original.address)}">{escape(original.address)}</a>&gt;'
    said = f"On {when}, {escape(original.sender)} {link} wrote:<br>"
    return line, f'<div dir="ltr" class="gmail_attr">{said}</div>'


def gmail_quoted(original: Original) -> tuple[str, str]:
    line, attribution = gmail_opening(original)
    plain = "\n".join(f"> {each}".rstrip() for each in wrapped(original.text(" <{}>")))
    markup = (
        f'<br><div class="gmail_quote gmail_quote_container">{attribution}'
        f'<blockquote class="gmail_quote" style="{GMAIL_BAR}">{original.markup}</blockquote></div>'
    )
    return f"{line}\n\n{plain}", markup


def wrapped(text: str) -> list[str]:
    lines = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, PLAIN_WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return lines


def phone_said(text: str) -> tuple[str, str]:
    markup = lines_as("<div>{}</div>", "<div><br></div>")(text)[1]
    sign = f'<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{SIGNED}</div>'
    return f"{text}\n\n{SIGNED}", markup + sign


def phone_opening(original: Original) -> str:
    return f"On {original.sent.strftime('%-d %b %Y, at %H:%M')}, {original.named} wrote:"


def phone_quoted(original: Original) -> tuple[str, str]:
    line = phone_opening(original)
    body = "\n".join(f"> {each}" for each in (MARK + original.text(" <{}>")).split("\n"))
    markup = (
        f'<div dir="ltr"><br><blockquote type="cite">{escape(line)}<br><br></blockquote></div>'
        f'<blockquote type="cite"><div dir="ltr">{MARK}{original.markup}</div></blockquote>'
    )
    return f"> {line}\n> \n{body}", markup


WEB = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    '<style type="text/css" style="display:none;"> P {{margin-top:0;margin-bottom:0;}} </style></head>'
    '<body dir="ltr">{}</body></html>'
)
DESKTOP = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    '<meta name="Generator" content="Microsoft Word 15 (filtered medium)">'
    "<style>p.MsoNormal {{margin:0cm; font-size:11.0pt; font-family:Calibri,sans-serif;}}</style></head>"
    '<body lang="EN-GB" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">'
    "{}</div></body></html>"
)
EXCHANGE = (("Accept-Language", "en-GB, en-US"), ("Content-Language", "en-GB"), ("X-MS-Has-Attach", ""))
STYLES: Mapping[str, Style] = {
    "outlook-web": Style(
        "Outlook on the web",
        "Re: ",
        lines_as(
            f'<div class="elementToProof" style="{WEB_FONT}">{{}}</div>', '<div class="elementToProof"><br></div>'
        ),
        web_quoted,
        WEB,
        lambda _: new_internet_id(),
        EXCHANGE,
    ),
    "outlook": Style(
        "Outlook for Windows",
        "RE: ",
        lines_as('<p class="MsoNormal">{}<o:p></o:p></p>', '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>'),
        desktop_quoted,
        DESKTOP,
        lambda _: new_internet_id(),
        EXCHANGE,
    ),
    "gmail": Style(
        "Gmail",
        "Re: ",
        lines_as("<div>{}</div>", "<div><br></div>"),
        gmail_quoted,
        '<div dir="ltr">{}</div>',
        lambda _: f"<CA+{secrets.token_urlsafe(36)}@mail.gmail.com>",
    ),
    "ios": Style(
        "iPhone",
        "Re: ",
        phone_said,
        phone_quoted,
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>'
        '<body dir="auto">{}</body></html>',
        lambda domain: f"<{str(uuid4()).upper()}@{domain}>",
        (("X-Mailer", "iPhone Mail (22G86)"),),
    ),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """What a person is about to send. `to` and `cc` are header values; `thread` is In-Reply-To and References.

    `parts` is the text and the markup of an answer that was typed between the lines of the original.
    """

    sender: str
    address: str
    to: str
    cc: str
    subject: str
    says: str
    thread: tuple[tuple[str, str], ...] = ()
    original: Original | None = None
    below: bool = False
    parts: tuple[str, str] | None = None


def written(letter: Letter, style: Style, now: datetime) -> bytes:
    """The letter (RFC 5322) as that program sends it."""
    text, markup = letter.parts or with_quote(letter, style)
    message = MIMEMultipart("alternative")
    message.attach(MIMEText(text + "\n", "plain", mime_writing.UTF8))  # type: ignore[arg-type]
    message.attach(MIMEText(style.whole.format(markup), "html", mime_writing.UTF8))  # type: ignore[arg-type]
    sender = mime_writing.printed({"emailAddress": {"name": letter.sender, "address": letter.address}})
    headers = (("From", sender), ("To", letter.to), ("Cc", letter.cc), *letter.thread, *style.headers)
    for name, value in headers:
        if value or name.startswith("X-"):
            message[name] = mime_writing.encoded(clean(value))
    message["Subject"] = mime_writing.encoded(clean(letter.subject))
    message["Date"] = format_datetime(now.astimezone(SITE_ZONE).replace(microsecond=0))
    message["Message-ID"] = style.message_id(letter.address.rpartition("@")[2])
    return message.as_bytes(policy=mime_writing.WIRE)


def with_quote(letter: Letter, style: Style) -> tuple[str, str]:
    text, markup = style.said(letter.says)
    if not letter.original:
        return text, markup
    quote_text, quote_markup = style.quoted(letter.original)
    pairs = [(text, markup), (quote_text, quote_markup)]
    (first, first_markup), (second, second_markup) = pairs[::-1] if letter.below else pairs
    return f"{first}\n\n{second}", first_markup + second_markup


def clean(text: str) -> str:
    """One line that a header can hold."""
    return " ".join(NOT_PRINTABLE.sub(" ", text).split())


def answered_subject(style: Style, subject: str) -> str:
    return style.prefix + PREFIX.sub("", clean(subject))
