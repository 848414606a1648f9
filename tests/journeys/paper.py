"""A paper taken apart: the rows of each table under the heading it stands beneath."""

from __future__ import annotations

import io

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def tables(content: bytes) -> dict[str, list[list[str]]]:
    """Heading (without its number) -> the cells of the rows below it, header row left out."""
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for block in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Paragraph) and block.style and str(block.style.name).startswith("Heading"):
            heading = block.text.strip().lstrip("0123456789.\t ").strip()
        elif isinstance(block, Table):
            found.setdefault(heading, []).extend(
                [cell.text.replace("\xa0", " ") for cell in row.cells] for row in block.rows[1:]
            )
    return found


def words(content: bytes) -> str:
    """Every paragraph outside the tables."""
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
