"""What a non-delivery report says: which addresses failed, for good or for now, and which mail came back (RFC 3464)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message

from bot.reply.message import mime
from bot.reply.message.trust import Trust

MAILER = re.compile(r"^(mailer-?daemon|postmaster|microsoftexchange[0-9a-f]{10,})@", re.IGNORECASE)
"""The addresses from which mail servers write; nobody can send as one of them."""
_TYPED = re.compile(r"^[\w.-]+\s*;\s*(?P<value>.*)$", re.DOTALL)
_FOR_GOOD = re.compile(r"^5\.\d{1,3}\.\d{1,3}$")
_ID = r"<[^<>\s]{1,400}>"
_MOST_RECIPIENTS = 50
_LONGEST_REASON = 160

# RFC 3463, and what Exchange Online uses its numbers for; the first that fits.
_MEANS = (
    ("5.1.8.", "its mail server does not take mail from our address"),
    ("5.1.7.", "its mail server does not take mail from our address"),
    ("5.1.", "there is no such address"),
    ("5.2.1.", "the mailbox is closed"),
    ("5.2.2.", "the mailbox is full"),
    ("5.2.3.", "the mail is larger than that mailbox takes"),
    ("5.4.", "its mail server cannot be found"),
)


@dataclass(frozen=True, slots=True)
class Failure:
    """What a report says of one recipient: the address in lower case, the action, the status (RFC 3463), the reason."""

    address: str
    action: str
    status: str
    reason: str = ""

    @property
    def in_words(self) -> str:
        """What the status means, with it for whoever runs the mail; the server's own words where it says no more."""
        meant = next((words for begins, words in _MEANS if f"{self.status}.".startswith(begins)), "")
        if meant:
            return f"{meant}, status {self.status}"
        said = " ".join(self.reason.split())[:_LONGEST_REASON].rstrip()
        return f"its mail server refuses it{f' (“{said}”)' if said else ''}, status {self.status}"


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """The machine-readable part of a report, and the Message-IDs of the mail that it returns."""

    failures: tuple[Failure, ...] = ()
    returned: tuple[str, ...] = ()

    def why_failed(self, address: str) -> str:
        """Why mail to an address failed for good, in a few words; "" where the report does not say so."""
        for each in self.failures:
            if each.address == address.lower() and each.action == "failed" and _FOR_GOOD.match(each.status):
                return each.in_words
        return ""

    @property
    def is_only_late(self) -> bool:
        """Whether the mail is merely on its way for longer than usual: the server goes on trying."""
        return bool(self.failures) and all(each.action == "delayed" for each in self.failures)


NO_REPORT = DeliveryReport()


def read_report(message: Message) -> DeliveryReport:
    """The report in a message; empty where it holds none."""
    failures: list[Failure] = []
    returned: list[str] = []
    for part in _parts(message):
        if part.get_content_type() == "message/delivery-status":
            failures += _failures(part)
        elif part.get_content_type() in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers"):
            returned += _returned(part)
    return DeliveryReport(tuple(failures[:_MOST_RECIPIENTS]), tuple(dict.fromkeys(returned)))


def is_vouched_for(sender: str, trust: Trust, address: str) -> bool:
    """Whether a report that mail to `address` failed may be believed.

    Our own Exchange may say so of anybody, another server only of its own domain, and no person of anybody at all.
    """
    if not MAILER.match(sender):
        return False
    own = sender.rpartition("@")[2] == address.rpartition("@")[2].lower()
    return trust is Trust.INTERNAL or (trust is Trust.AUTHENTICATED and own)


def _parts(message: Message) -> Iterator[Message]:
    """The parts right at the top of a report: what a returned mail holds inside is not its own."""
    payload = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(payload, list):
        yield from (part for part in payload if isinstance(part, Message))


def _failures(part: Message) -> Iterator[Failure]:
    payload = part.get_payload()
    for block in (each for each in payload if isinstance(each, Message)) if isinstance(payload, list) else ():
        fields = mime.headers(block)
        address = _value(fields.get("final-recipient", ())).strip("<>").lower()
        if address:
            yield Failure(
                address,
                " ".join(fields.get("action", ())).strip().lower(),
                " ".join(fields.get("status", ())).partition("(")[0].strip(),
                _value(fields.get("diagnostic-code", ())),
            )


def _value(values: Sequence[str]) -> str:
    """A field's value without the type before it ("rfc822; jo@tamberley.example")."""
    joined = " ".join(values).strip()
    typed = _TYPED.match(joined)
    return typed["value"].strip() if typed else joined


def _returned(part: Message) -> list[str]:
    payload = part.get_payload()
    if isinstance(payload, list):
        ids = (mime.headers(each).get("message-id", ()) for each in payload if isinstance(each, Message))
        return [found for values in ids for found in re.findall(_ID, " ".join(values))]
    head = str(payload).replace("\r\n", "\n").partition("\n\n")[0]
    return re.findall(rf"^message-id:\s*({_ID})", head, re.IGNORECASE | re.MULTILINE)
