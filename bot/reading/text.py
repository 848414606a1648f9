"""Printed text as it comes, made fit for reading: one kind of dash, quote and space, and never too long."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 2_000
"""Characters read of any phrase; nothing that names a date, a status or an owner needs more."""

_MARKS = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣-", "-"),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″", '"'),
}
_ALIKE = str.maketrans(
    {
        **_MARKS,
        **dict(zip("АВЕКМНОРСТХаеорсхуіІ", "ABEKMHOPCTXaeopcxyiI", strict=True)),
        "⁄": "/",
        "∕": "/",
        "\ufffc": " ",
    }
)
_TAGS = re.compile(r"<(br|/?[a-z][a-z0-9]{0,9})(\s[^<>]{0,200})?/?>", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
_MARK = re.compile(
    rf"(?P<before>\w+|[^\w\s])?(?P<gap>\s*)(?P<mark>[{re.escape(''.join(_MARKS))}])(?=(?P<behind>\s*)(?P<after>\w+|\S)?)"
)
_LOOSE_ORDINAL = re.compile(r"\b(\d{1,2})\s(st|nd|rd|th)\b", re.IGNORECASE)


def tidy(text: str) -> str:
    """`text` on one line, in plain characters, at most `LONGEST` long. Look-alike letters of scans become Latin."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_ALIKE)[:LONGEST]
    plain = _SPACES.sub(" ", _TAGS.sub(" ", _INVISIBLE.sub("", plain)))
    return _LOOSE_ORDINAL.sub(r"\1\2", plain).strip()


def as_printed(plain: str, printed: str) -> str:
    """`plain`, words of the tidied `printed`, with each dash, apostrophe and quote that stands there between the same
    words. Letters stay plain, for a scan's look-alike names nobody."""
    for found in _MARK.finditer(printed[:LONGEST]):
        before, after = (tidy(found[side] or "") for side in ("before", "after"))
        before, after = before + " " * bool(found["gap"]), " " * bool(found["behind"]) + after
        plain = plain.replace(f"{before}{_MARKS[found['mark']]}{after}", f"{before}{found['mark']}{after}")
    return plain
