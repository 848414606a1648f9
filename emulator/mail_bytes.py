"""The bytes of a mail in the store: its text in the row; attachments and what is long in pieces that copies share."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from emulator import file_contents, mime, pieces
from emulator.mime import Part
from emulator.pieces import Content, Held
from emulator.store import Row
from emulator.tenant import Tenant
from emulator.weaving import Woven

LONGEST_TEXT = 512 * 1024  # a head, which may have half of that, is always in it


NO_BYTES = Woven(b"")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail on its way: its bytes, what they say as a Graph document, and its attachments, kept already.

    A draft has no bytes yet.
    """

    wire: Woven = NO_BYTES
    document: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> bytes:
        """Its head and at least the beginning of its body."""
        return self.wire.text

    def stamped(self, headers: Iterable[tuple[str, str]]) -> Mail:
        return replace(self, wire=self.wire.with_text(mime.stamped(self.text, headers)))

    def saying(self, **changes: Any) -> Mail:
        return replace(self, document={**self.document, **changes})


def taken(tenant: Tenant, raw: bytes) -> Mail:
    """A mail that came as bytes, kept as it came. Raises a 400 for one that cannot be read."""
    document, parts = mime.read(raw)
    rest = raw[LONGEST_TEXT:]
    kept = file_contents.kept(tenant, Held(rest).pieces()) if rest else None
    return Mail(Woven(raw[:LONGEST_TEXT], rest=kept), document, tuple(keep(tenant, part) for part in parts))


def composed(tenant: Tenant, wire: Woven) -> Mail:
    """A mail that the tenant has written, with the attachments that it shares with its draft."""
    document, parts = mime.read(wire.text)
    known = {b64decode(key): content for key, content in wire.contents.items()}
    shared = (replace(part, content=known.get(b"".join(part.content.pieces()), part.content)) for part in parts)
    return Mail(wire, document, tuple(keep(tenant, part) for part in shared))


def keep(tenant: Tenant, part: Part) -> Part:
    """The part with its content in the store."""
    if isinstance(part.content, Content):
        return part
    return replace(part, content=file_contents.kept(tenant, part.content.pieces()))


def of(tenant: Tenant, row: Row) -> Woven:
    """The bytes of a message that has some."""
    rows = tenant.store.all("SELECT content, size FROM attachments WHERE message = ?", row["number"])
    contents = {each["content"]: Content(tenant.store, each["content"], each["size"]) for each in rows}
    rest = Content(tenant.store, row["rest"], row["rest_size"]) if row["rest"] else None
    return Woven(row["mime"], contents, rest=rest)


def forget(tenant: Tenant, keys: Iterable[str]) -> None:
    """Drop the contents that no attachment and no message has any more."""
    for key in keys:
        used = "SELECT 1 FROM attachments WHERE content = ? UNION ALL SELECT 1 FROM messages WHERE rest = ?"
        if tenant.store.one(used, key, key) is None:
            pieces.drop(tenant.store, key)
