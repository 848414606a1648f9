"""The comments of an Excel sheet, which stand in a part of their own: cell -> words."""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path

from bot.importing.documents.xml import parse_part

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COMMENTS = "/comments"
_FOR_OLD_PROGRAMS = re.compile(r"^\[Threaded comment\].*?(?:Comment|Sylw):\s*", re.DOTALL)
"""What Excel writes before a comment that people can answer, for programs that do not know such comments."""


def comments_of(path: Path, archive: zipfile.ZipFile, sheet: str) -> dict[str, str]:
    """The comments of the sheet in the part `sheet`: "D6" -> words on one line."""
    folder, name = posixpath.split(sheet)
    links = f"{folder}/_rels/{name}.rels".lstrip("/")
    if links not in archive.namelist():
        return {}
    found = {}
    for link in parse_part(path, archive, links):
        if not (link.get("Type") or "").endswith(_COMMENTS):
            continue
        part = posixpath.normpath(posixpath.join("/", folder, link.get("Target") or "")).lstrip("/")
        if part in archive.namelist():
            for comment in parse_part(path, archive, part).iter(f"{_S}comment"):
                words = "".join(text.text or "" for text in comment.iter(f"{_S}t"))
                found[comment.get("ref") or ""] = " ".join(_FOR_OLD_PROGRAMS.sub("", words).split())
    return {cell: words for cell, words in found.items() if words}
