"""The mail that is answered, as the program that answers it has it on its screen."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from uuid import NAMESPACE_URL, uuid5

from emulator import mime, showing, thread_index
from emulator.clock import moment_of
from emulator.fields import SITE_ZONE
from emulator.store import Row

PREFIX = re.compile(r"(?i)^\s*(?:re|aw|sv)\s*:\s*")


@dataclass(frozen=True, slots=True)
class Original:
    """The mail that is answered, as a client has it on its screen. `sent` is in the site's zone."""

    sender: str
    address: str
    to: str
    cc: str
    subject: str
    sent: datetime
    markup: str

    @property
    def named(self) -> str:
        return f"{self.sender} <{self.address}>"

    def header(self, day: str) -> list[tuple[str, str]]:
        """The lines that both Outlooks put over a quote."""
        rows = (("From", self.named), ("Sent", self.sent.strftime(day)), ("To", self.to), ("Cc", self.cc))
        return [*(row for row in rows if row[1]), ("Subject", self.subject)]

    def text(self, link: str) -> str:
        return showing.as_text(self.markup, link)


def original_of(row: Row) -> Original:
    document = json.loads(row["document"])
    sender = (document.get("from") or {}).get("emailAddress", {})
    body = document["body"]
    if body["contentType"] == "html":
        markup = showing.inner(body["content"])
    else:
        markup = "<br>".join(escape(line) for line in body["content"].splitlines())
    moment = moment_of(document.get("sentDateTime") or row["received"]) or moment_of(row["received"])
    assert moment is not None
    return Original(
        sender=sender.get("name") or sender.get("address", ""),
        address=sender.get("address", ""),
        to="; ".join(shown(each) for each in document.get("toRecipients") or []),
        cc="; ".join(shown(each) for each in document.get("ccRecipients") or []),
        subject=document.get("subject") or "",
        sent=moment.astimezone(SITE_ZONE),
        markup=markup,
    )


def shown(person: Mapping[str, Mapping[str, str]]) -> str:
    given = person["emailAddress"]
    return f"{given['name']} <{given['address']}>"


def thread_of(row: Row) -> tuple[tuple[str, str], ...]:
    """In-Reply-To and References of an answer to this mail."""
    before = re.findall(r"<[^<>\s]+>", mime.header(row["mime"], "References") or "") if row["mime"] else []
    internet_id = str(row["internet_id"])
    chain = [each for each in before if each != internet_id] + [internet_id]
    return (("In-Reply-To", internet_id), ("References", " ".join(chain)))


def conversation_of(row: Row, now: datetime) -> tuple[tuple[str, str], ...]:
    """Thread-Topic and Thread-Index, which both Outlooks put into an answer besides."""
    document = json.loads(row["document"])
    begun = moment_of(row["received"])
    assert begun is not None
    known = (mime.header(row["mime"], "Thread-Index") or "") if row["mime"] else ""
    guid = uuid5(NAMESPACE_URL, document.get("conversationId") or str(row["internet_id"]))
    topic = PREFIX.sub("", document.get("subject") or "")
    return (("Thread-Topic", topic), ("Thread-Index", thread_index.header(known, begun, guid, now)))
