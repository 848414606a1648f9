"""A tenant in memory that outlives every process: one plan's list, one mailbox; and a process that can be killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any

from bot.columns import FIELDS
from bot.compose import Composer
from bot.ledger import Ledger
from bot.m365 import ChangedMeanwhile, Column, Draft, InboxPage, NotFound, Row, StoredFile
from bot.settings import Settings
from jobs.apart import Reads, ReadsHere
from jobs.collect import collect
from jobs.kit import Kit

TODAY = date(2027, 3, 1)
MAILBOX = "actions@tamberley.example"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


class Killed(BaseException):
    """The process dies here; nothing may catch it."""


class Fuse:
    """Counts the points a process passes and kills it at the chosen one."""

    def __init__(self, at: int = 0) -> None:
        self.at, self.passed = at, 0

    def __call__(self) -> None:
        self.passed += 1
        if self.passed == self.at:
            raise Killed


class Wired:
    """Passes every call on, with a fuse before it and after its answer; rooms of a room are wired too."""

    def __init__(self, inner: object, fuse: Fuse, rooms: tuple[str, ...] = ()) -> None:
        self._inner, self._fuse, self._rooms = inner, fuse, rooms

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if name in self._rooms:
            return Wired(found, self._fuse)
        if not callable(found):
            return found

        def call(*args: Any, **kwargs: Any) -> Any:
            self._fuse()
            answer = found(*args, **kwargs)
            self._fuse()
            return answer

        return call


class Clock:
    """Stands still but for what is waited."""

    def __init__(self) -> None:
        self.moment = datetime(2027, 3, 1, 12, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def wait(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@dataclass
class FakeLists:
    """Lists of one site by title; a write needs the version that was read."""

    lists: dict[str, dict[str, Row]] = field(default_factory=dict)
    kinds: dict[str, tuple[Column, ...]] = field(default_factory=dict)
    writes: list[str] = field(default_factory=list)

    def columns(self, title: str) -> tuple[Column, ...]:
        return self.kinds[title]

    def all_rows(self, title: str, names: tuple[str, ...] = ()) -> tuple[Row, ...]:
        if title not in self.lists:
            raise NotFound(f'Microsoft 365 finds no list "{title}"')
        return tuple(self.lists[title].values())

    def row(self, title: str, row_id: str) -> Row:
        if row_id not in self.lists[title]:
            raise NotFound("no such row")
        return self.lists[title][row_id]

    def update_row(self, title: str, row_id: str, version: str, fields: dict[str, object]) -> Row:
        row = self.row(title, row_id)
        if row.version != version:
            raise ChangedMeanwhile("somebody else was first")
        self.writes.append(row_id)
        merged = {**row.fields, **fields}
        made = replace(row, version=f"{int(version) + 1}", fields={k: v for k, v in merged.items() if v is not None})
        self.lists[title][row_id] = made
        return made


@dataclass
class FakeMailbox:
    """The one mailbox as Exchange keeps it."""

    drafts: dict[str, dict[str, str]] = field(default_factory=dict)
    sent: list[dict[str, str]] = field(default_factory=list)
    came: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    names: Iterator[int] = field(default_factory=count)

    def create_draft(self, **given: str) -> Draft:
        draft_id = f"draft-{next(self.names)}"
        self.drafts[draft_id] = given
        return Draft(draft_id, f"<{draft_id}@tamberley.example>")

    def find(self, key: str) -> Draft | None:
        laid = (Draft(name, f"<{name}>") for name, mail in self.drafts.items() if mail["key"] == key)
        gone = any(mail["key"] == key for mail in self.sent)
        return next(laid, Draft("sent", "<sent>", has_left=True) if gone else None)

    def is_draft(self, draft_id: str) -> bool:
        return draft_id in self.drafts

    def send_draft(self, draft_id: str) -> None:
        if draft_id not in self.drafts:
            raise NotFound("no such draft")
        self.sent.append(self.drafts.pop(draft_id))

    def inbox(self, marker: str = "") -> InboxPage:
        known = int(marker or 0)
        return InboxPage(tuple(self.came)[known:], str(len(self.came)))

    def raw(self, message_id: str) -> bytes:
        return self.came[message_id]

    def move(self, message_id: str, folder: str) -> None:
        self.folders[message_id] = folder

    def ids_in(self, folder: str) -> frozenset[str]:
        return frozenset(name for name, found in self.folders.items() if found == folder)

    def receive(
        self, sender: str, words: str, token: str, files: Mapping[str, bytes] | None = None, **headers: str
    ) -> None:
        """A mail from inside the organisation in answer to the mail of that token."""
        mail = EmailMessage()
        name, _, domain = MAILBOX.partition("@")
        mail["From"], mail["To"], mail["Subject"] = sender, f"{name}+r-{token}@{domain}", "Re: your actions"
        mail["Message-ID"] = f"<{len(self.came)}@tamberley.example>"
        mail["Date"] = "Mon, 01 Mar 2027 12:00:00 +0000"
        mail["X-MS-Exchange-Organization-AuthAs"] = "Internal"
        for header, value in headers.items():
            mail[header.replace("_", "-")] = value
        mail.set_content(words)
        for name, content in (files or {}).items():
            mail.add_attachment(content, "application", "pdf", filename=name)
        self.came[f"message-{len(self.came)}"] = mail.as_bytes()


@dataclass
class FakeLibrary:
    """The document library: the same name again is a new version of the file."""

    files: dict[str, bytes] = field(default_factory=dict)

    def put(self, folder: str, name: str, content: bytes) -> StoredFile:
        self.files[f"{folder}/{name}"] = content
        return StoredFile(name, f"https://tamberley.example/{folder}/{name}".replace(" ", "%20"), len(content))


@dataclass
class World:
    """Everything outside a process."""

    lists: FakeLists = field(default_factory=FakeLists)
    mailbox: FakeMailbox = field(default_factory=FakeMailbox)
    library: FakeLibrary = field(default_factory=FakeLibrary)


def columns() -> tuple[Column, ...]:
    return tuple(Column(each.column, each.label, each.kinds[0]) for each in FIELDS)


def settings(**sections: object) -> Settings:
    tenant = {"id": "tamberley.example", "client_id": "c", "site": "https://tamberley.example", "mailbox": MAILBOX}
    return Settings.model_validate({"tenant": tenant, "plans": [{"name": "Plan"}], **sections})


def kit(
    ledger: Ledger,
    world: World,
    fuse: Fuse,
    clock: Clock,
    given: Settings,
    reads: Reads | None = None,
    today: date = TODAY,
) -> Kit:
    rooms = ("inbox", "outbox", "snapshot", "register", "imports")
    wired: dict[str, Any] = {
        "ledger": Wired(ledger, fuse, rooms),
        "lists": Wired(world.lists, fuse),
        "mailbox": Wired(world.mailbox, fuse),
        "library": Wired(world.library, fuse),
    }
    return Kit(
        settings=given,
        composer=COMPOSER,
        reads=reads or ReadsHere(),
        today=today,
        now=clock.now,
        wait=clock.wait,
        plans=given.plans,
        **wired,
    )


COMPOSER = Composer(TEMPLATES)


def attempt(made: Kit, job: Callable[[Kit], object] = collect) -> bool:
    """One process: True when it came to its end, False when it was killed."""
    try:
        job(made)
    except Killed:
        return False
    return True
