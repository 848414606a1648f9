"""XML parts of an Office file, parsed without entities, network or surprises in size."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from lxml import etree

from bot.importing.errors import UnreadableDocument
from bot.importing.files import LARGEST_UNZIPPED, damaged

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
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableDocument(
            f"{path.name} refers to things outside itself, which Office never writes: it is not opened."
        )
    return data


def parse_part(path: Path, archive: zipfile.ZipFile, name: str) -> etree._Element:
    """The root of one XML part."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(read_part(path, archive, name), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(damaged(path)) from error
