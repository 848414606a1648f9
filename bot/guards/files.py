"""Which files are taken from a reply, and what they are called in the library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

_UNFIT = re.compile(r'["*:<>?/|#%~{}\\\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069]+')
_LONGEST = 80
_BEGINS = {
    "pdf": (b"%PDF",),
    "png": (b"\x89PNG",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "docx": (b"PK\x03\x04",),
    "xlsx": (b"PK\x03\x04",),
    "pptx": (b"PK\x03\x04",),
}


def why_refused(name: str, content: bytes, types: Sequence[str], megabytes: int) -> str:
    """Why a file is not taken, as words for its sender; "" when it is. `types` are name endings without the dot."""
    ending = ending_of(name)
    if ending not in types:
        return f"files that end in “.{ending[:10]}” are not taken" if ending else "a file needs an ending such as .pdf"
    if len(content) > megabytes * 1_000_000:
        return f"it is larger than {megabytes} MB"
    if not content:
        return "it is empty"
    begins = _BEGINS.get(ending)
    return f"it is no real .{ending} file" if begins and not content.startswith(begins) else ""


def ending_of(name: str) -> str:
    return clean_name(name).rpartition(".")[2].lower() if "." in clean_name(name) else ""


def clean_name(name: str) -> str:
    """A name without a path and without what SharePoint refuses or a reader would not see."""
    bare = " ".join(_UNFIT.sub(" ", name.replace("\\", "/").rpartition("/")[2]).split()).strip(" .")
    stem, dot, ending = bare.rpartition(".")
    return f"{stem[:_LONGEST].rstrip(' .')}{dot}{ending}" if dot else bare[:_LONGEST]


def kept_name(ref: str, day: str, name: str, content: bytes) -> str:
    """What a file is called beside its plan: two that differ never have one name, the same one always has the same."""
    stem, _, ending = clean_name(name).rpartition(".")
    return f"{clean_name(f'{ref} {day}')} {stem} ({sha256(content).hexdigest()[:8]}).{ending}"
