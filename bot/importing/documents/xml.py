"""XML parts of an Office file, parsed without entities, network or surprises in size."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from bot.importing.documents.files import LARGEST_UNZIPPED, damaged
from bot.importing.errors import UnreadableDocument

_PROLOGUE = 400
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s?=\s?["']([\w-]{1,40})""")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252")
_LARGEST_PART = LARGEST_UNZIPPED // 2


def read_part(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part. Raises `UnreadableDocument` where it is damaged, too large or declares entities."""
    try:
        with archive.open(name) as part:
            data = part.read(_LARGEST_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, KeyError) as error:
        raise UnreadableDocument(damaged(path)) from error
    if len(data) > _LARGEST_PART:
        raise UnreadableDocument(
            f"{path.name} unpacks to far more than a plan can hold: save it again and import that."
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    declared = _ENCODING.search(data[:_PROLOGUE])
    if b"\0" in data[:_PROLOGUE] or (declared and declared[1].lower() not in _ENCODINGS):
        raise UnreadableDocument(damaged(path))  # an encoding that could hide what is looked for below
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableDocument(
            f"{path.name} refers to things outside itself, which Office never writes, and is not opened: copy its "
            "table into a new document and import that."
        )
    return data


_LARGEST_TREE = 40 * 2**20
"""Bytes of a part that is held whole in memory, about eight times its size."""


def parse_part(path: Path, archive: zipfile.ZipFile, name: str) -> etree._Element:
    """The root of one XML part."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    data = read_part(path, archive, name)
    if len(data) > _LARGEST_TREE:
        raise UnreadableDocument(
            f"{path.name} holds far more text than a plan can: keep the pages with the action table and import those."
        )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(damaged(path)) from error
