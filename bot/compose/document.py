"""The safe layer over docxtpl: strict where it recovers in silence, counting rows where it may lose them.

docxtpl parses what it rendered with `recover=True`, so one bad character or tag can cut a table without an error. Here
the rendered XML must be well formed, and the saved tables must hold every row that the template was given.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from bot.compose import slips
from bot.compose.environment import guarded
from bot.compose.errors import BrokenTemplate
from bot.compose.paper import Paper, Rows
from bot.compose.wording import short

_TITLE_LIMIT = 200  # core properties take 255 characters


class _StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl, but what it rendered must be well-formed XML."""

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        rendered: str = super().render_xml_part(src_xml, part, context, jinja_env)
        etree.fromstring(rendered.encode(), etree.XMLParser(huge_tree=True, resolve_entities=False))
        return rendered


def fill_document(content: bytes, name: str, paper: Paper, environment: SandboxedEnvironment, made: datetime) -> bytes:
    """The template `content` filled with `paper`, as bytes that depend on nothing but the arguments."""
    template = guarded(name, lambda: _open(content, name))
    fixed_rows = _rows_outside_loops(template.docx.element.body)
    guarded(name, lambda: _render(template, name, paper, environment))
    _check_rows(name, template.docx.element.body, paper, fixed_rows)
    _date(template.docx, paper, made)
    filled = io.BytesIO()
    template.docx.save(filled)
    return repacked(filled.getvalue(), made)


def _open(content: bytes, name: str) -> _StrictTemplate:
    try:
        template = _StrictTemplate(io.BytesIO(content))
        template.init_docx()
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise BrokenTemplate(name, 0, slips.NO_WORD_FILE) from error
    return template


def _render(template: _StrictTemplate, name: str, paper: Paper, environment: SandboxedEnvironment) -> None:
    try:
        template.render({"paper": paper}, environment)
    except etree.XMLSyntaxError as error:
        what = "a tag stands where it breaks the document, such as a loop over rows without its tr"
        raise BrokenTemplate(name, 0, what) from error
    except TemplateError as error:
        raise BrokenTemplate(name, 0, f"{slips.in_words(str(error.message or error))}{_nearby(error)}") from error


def _nearby(error: TemplateError) -> str:
    """The printed words around a fault, as docxtpl found them."""
    lines = [short(line, 80) for line in getattr(error, "docx_context", ()) if line.strip()]
    return f', near "{" / ".join(lines)}"' if lines else ""


def _is_header(row: etree._Element) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _rows_outside_loops(body: etree._Element) -> int:
    """How many rows of a template stand for themselves: neither headers, nor loop tags, nor inside a loop."""
    alone = 0
    for table in body.iter(qn("w:tbl")):
        depth = 0
        for row in table.iter(qn("w:tr")):
            words = "".join(text.text or "" for text in row.iter(qn("w:t"))).replace(" ", "")
            if "{%tr" in words:
                depth += words.count("{%trfor") - words.count("{%trendfor")
            elif not depth and not _is_header(row):
                alone += 1
    return alone


def _check_rows(name: str, body: etree._Element, paper: Paper, fixed_rows: int) -> None:
    found = sum(not _is_header(row) for row in body.iter(qn("w:tr")))
    printed = sum(value.printed for value in map(paper.__getattribute__, paper.__slots__) if isinstance(value, Rows))
    if not printed <= found <= printed + fixed_rows:
        what = (
            f"it was given {printed} rows but its tables hold {found}; a loop over rows must stand in rows of its own"
        )
        raise BrokenTemplate(name, 0, what)


def _date(document: Any, paper: Paper, made: datetime) -> None:
    core = document.core_properties
    core.title = short(f"{paper.title}: highlight report for {paper.month}", _TITLE_LIMIT)
    core.author = core.last_modified_by = "Planminder"
    core.created = core.modified = made.replace(tzinfo=None, microsecond=0)
    core.revision = 1


def repacked(document: bytes, made: datetime, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same parts in the same order, each dated `made`: zip files otherwise carry the clock."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(packed, "w", compression) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, made.timetuple()[:6])
            entry.compress_type = compression
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return packed.getvalue()
