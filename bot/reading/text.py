"""Printed text as it comes, made fit for reading: one kind of dash, quote and space, and never too long."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 2_000
"""Characters read of any phrase; nothing that names a date, a status or an owner needs more."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣-", "-"),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict(zip("АВЕКМНОРСТХаеорсхуіІ", "ABEKMHOPCTXaeopcxyiI", strict=True)),
        "⁄": "/",
        "∕": "/",
        "\ufffc": " ",
    }
)
_TAGS = re.compile(r"<(br|/?[a-z][a-z0-9]{0,9})(\s[^<>]{0,200})?/?>", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
_LOOSE_ORDINAL = re.compile(r"\b(\d{1,2})\s(st|nd|rd|th)\b", re.IGNORECASE)


def tidy(text: str) -> str:
    """`text` on one line, in plain characters, at most `LONGEST` long. Look-alike letters of scans become Latin."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_ALIKE)[:LONGEST]
    plain = _SPACES.sub(" ", _TAGS.sub(" ", _INVISIBLE.sub("", plain)))
    return _LOOSE_ORDINAL.sub(r"\1\2", plain).strip()
