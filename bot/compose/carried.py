"""What a paper carries about its own making, in a part that Word keeps and does not show."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

NAMESPACE = "urn:planminder:paper"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{8D1B5C0E-5D0A-4E0B-9B55-7A1F0C3E6A21}"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_LARGEST = 20_000_000


class NotAPaper(Exception):
    """A file carries nothing of ours; the sentence says what to give instead."""


def carry(document: Any, record: str) -> None:
    """Put `record` into the document; nothing where there is none."""
    if not record:
        return
    root = etree.Element(f"{{{NAMESPACE}}}paper")
    root.text = record
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    part = Part(PackURI("/customXml/item1.xml"), "application/xml", blob, package)
    properties = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES_TYPE, _PROPERTIES.encode(), package)
    part.relate_to(properties, f"{RELATIONSHIP_TYPE.CUSTOM_XML}Props")
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def carried(content: bytes) -> str:
    """The record in a paper, as text."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = [name for name in parts.namelist() if name.startswith("customXml/item") and name.endswith(".xml")]
            for name in names:
                if parts.getinfo(name).file_size <= _LARGEST:
                    root = etree.fromstring(parts.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
                    if root.tag == f"{{{NAMESPACE}}}paper":
                        return root.text or ""
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise NotAPaper("it is no Word document (.docx): give a paper that Planminder made") from error
    raise NotAPaper("it says nothing of its own making: give a paper as Planminder made it, saved as .docx")
