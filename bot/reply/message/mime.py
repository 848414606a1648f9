"""Headers and bodies out of a parsed message, with the care that broken mail needs."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header
from email.message import EmailMessage, Message
from email.utils import getaddresses

from bot.plan import Person

Headers = Mapping[str, tuple[str, ...]]
"""Header values by lower-case name in the order they stand, unfolded and decoded."""

_MAX_VALUE = 8_000
_MAX_HEADERS = 400
_MAX_BODY = 6_000_000
_SEALED_TYPES = frozenset({"multipart/encrypted", "application/vnd.ms-tnef"})
_SEALED_NAMES = ("message.rpmsg", "winmail.dat", "smime.p7m")
# Codecs that are slow on purpose or run escapes: nobody writes mail in them.
_ODD_CODECS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})
# Senders that say Latin-1 mean Windows-1252, as browsers have long assumed.
_MEANT = {"iso8859-1": "cp1252", "ascii": "utf-8"}


@dataclass(frozen=True, slots=True)
class Bodies:
    """What there is to read, whether the real content is locked away (`sealed`), and whether words were left out.

    Words are left out (`refused`) where they stand in a message inside the message.
    """

    plain: str = ""
    html: str = ""
    sealed: bool = False
    refused: bool = False


def headers(message: Message) -> Headers:
    """Every header, decoded one by one so that a broken one spoils no other."""
    found: dict[str, list[str]] = {}
    for name, value in list(message.raw_items())[:_MAX_HEADERS]:
        found.setdefault(name.lower(), []).append(_decode(unfold(str(value)[:_MAX_VALUE])))
    return {name: tuple(values) for name, values in found.items()}


def unfold(value: str) -> str:
    """A header value on one line."""
    return re.sub(r"\s*[\r\n]+\s*", " ", value).strip()


def addresses(values: Sequence[str]) -> tuple[Person, ...]:
    """The people in address headers; addresses lower case, entries without one left out."""
    pairs = getaddresses([value[:_MAX_VALUE] for value in values])
    return tuple(Person(name, address.lower()) for name, address in pairs if "@" in address)


def bodies(message: EmailMessage) -> Bodies:
    """The plain and the HTML text people see, joined over parts; attachments and forwarded messages are left out."""
    plain: list[str] = []
    html: list[str] = []
    sealed = refused = False
    for part in _readable(message):
        kind = part.get_content_type()
        refused = refused or kind == "message/rfc822"
        sealed = sealed or kind in _SEALED_TYPES or _is_sealed(part, kind)
        if kind == "text/plain" and not _is_attached(part):
            plain.append(_text(part))
        elif kind == "text/html" and not _is_attached(part):
            html.append(_text(part))
    return Bodies("\n".join(plain)[:_MAX_BODY], "\n".join(html)[:_MAX_BODY], sealed, refused)


def _readable(message: Message) -> Iterator[Message]:
    yield message
    if message.get_content_maintype() != "multipart":
        return
    payload = message.get_payload()
    for part in payload if isinstance(payload, list) else []:
        if isinstance(part, Message):
            yield from _readable(part)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _is_sealed(part: Message, kind: str) -> bool:
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return str(part.get_param("smime-type", "")).lower() != "signed-data"
    return str(part.get_filename() or "").lower() in _SEALED_NAMES


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decode_text(payload[:_MAX_BODY], part.get_content_charset())


def decode_text(payload: bytes, charset: str | None) -> str:
    """Text in the declared charset; without one, or with one nobody knows, strict UTF-8 and then Windows-1252."""
    for name in dict.fromkeys((_codec(charset), "utf-8")):
        try:
            return _clean(payload.decode(name))
        except (UnicodeError, LookupError):
            continue
    return _clean(payload.decode("cp1252", "replace"))


def _codec(charset: str | None) -> str:
    try:
        name = codecs.lookup(charset or "utf-8").name
    except (LookupError, ValueError, UnicodeError):
        return "utf-8"
    return "utf-8" if name in _ODD_CODECS else _MEANT.get(name, name)


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace("\ufeff", "")


def _decode(value: str) -> str:
    """Encoded words and stray bytes of one header value as text."""
    if not value.isascii():
        value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if "=?" not in value:
        return value
    try:
        chunks = decode_header(value)
    except (MessageError, ValueError):
        return value
    return unfold("".join(chunk if isinstance(chunk, str) else decode_text(chunk, name) for chunk, name in chunks))
