"""Texts with large contents in them: each stands there as its key until the text goes out, a piece at a time."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from emulator.pieces import Content

KEY = re.compile(rb"(?<![0-9A-Za-z])[0-9a-f]{32}(?![0-9A-Za-z])")
LINE = 57  # bytes of content in a line of 76 characters
BLOCK = LINE * 16 * 1024


@dataclass(frozen=True, slots=True)
class Woven:
    """`text` with base64 for each key in it, in the lines of a mail if `in_lines`, and then the bytes of `rest`."""

    text: bytes
    contents: Mapping[str, Content] = field(default_factory=dict)
    in_lines: bool = True
    rest: Content | None = None

    @property
    def size(self) -> int:
        sizes = (len(part) if isinstance(part, bytes) else encoded_size(part.size, self.in_lines) for part in self)
        return sum(sizes) + (self.rest.size if self.rest else 0)

    def __iter__(self) -> Iterator[bytes | Content]:
        at = 0
        for found in KEY.finditer(self.text):
            content = self.contents.get(found.group().decode())
            if content is not None:
                yield self.text[at : found.start()]
                yield content
                at = found.end()
        yield self.text[at:]

    def pieces(self) -> Iterator[bytes]:
        for part in self:
            yield from (part,) if isinstance(part, bytes) else encoded(part.pieces(), self.in_lines)
        if self.rest:
            yield from self.rest.pieces()

    def whole(self) -> bytes:
        return b"".join(self.pieces())

    def with_text(self, text: bytes) -> Woven:
        return replace(self, text=text)


def encoded(pieces: Iterable[bytes], in_lines: bool) -> Iterator[bytes]:
    """Base64 of the pieces as if they were one; no end of line behind the last."""
    rest, between = b"", b""
    for piece in pieces:
        rest += piece
        whole = len(rest) // LINE * LINE
        for first in range(0, whole, BLOCK):
            yield between + lined(b64encode(rest[first : min(first + BLOCK, whole)]), in_lines)
            between = b"\r\n" if in_lines else b""
        rest = rest[whole:]
    if rest:
        yield between + b64encode(rest)


def lined(text: bytes, in_lines: bool) -> bytes:
    if not in_lines:
        return text
    return b"\r\n".join(text[first : first + 76] for first in range(0, len(text), 76))


def encoded_size(size: int, in_lines: bool) -> int:
    breaks = 2 * (max(size - 1, 0) // LINE) if in_lines else 0
    return -(-size // 3) * 4 + breaks
