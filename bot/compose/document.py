"""The safe layer over docxtpl: strict where it recovers in silence, counting where it may lose rows, tables, headings.

docxtpl parses what it rendered with `recover=True`, so one bad character or tag can cut a table without an error. Here
the rendered XML must be well formed, and what was saved must hold every row that the template was given.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from functools import lru_cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from bot.compose import slips
from bot.compose.carried import carry
from bot.compose.environment import guarded
from bot.compose.errors import BrokenTemplate
from bot.compose.hyphens import with_hyphens
from bot.compose.long_tables import LongTables
from bot.compose.page_breaks import settle_page_breaks
from bot.compose.paper import Paper
from bot.compose.places import lint, with_place
from bot.compose.table_columns import fit_columns
from bot.compose.template_counts import Counts
from bot.compose.trend_chart import fill_charts
from bot.compose.views import PaperKind
from bot.compose.wording import short

_TITLE_LIMIT = 200  # core properties take 255 characters
_UNTAGGED = "a tag stands where it breaks the document, such as a loop over rows without its tr"


@lru_cache(maxsize=16)
def _untangled(xml: str) -> str:
    """A template's XML with its tags in one piece: half of the time of a paper, and the same for each of a template."""
    return str(DocxTemplate.patch_xml(None, xml))


class _StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl, but what it rendered must be well-formed XML."""

    def patch_xml(self, src_xml: str) -> str:
        return _untangled(src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        rendered = with_hyphens(super().render_xml_part(src_xml, part, context, jinja_env))
        etree.fromstring(rendered.encode(), etree.XMLParser(huge_tree=True, resolve_entities=False))
        return rendered


def fill_document(
    content: bytes, kind: PaperKind, paper: Paper, environment: SandboxedEnvironment, made: datetime
) -> bytes:
    """The template `content` filled with `paper`, as bytes that depend on nothing but the arguments.

    Raises BrokenTemplate, which names the table and the cell of the fault where it can be found.
    """
    name = kind.template
    try:
        return _filled(content, kind, paper, environment, made)
    except BrokenTemplate as fault:
        raise with_place(fault, content, name) from fault


def _filled(content: bytes, kind: PaperKind, paper: Paper, environment: SandboxedEnvironment, made: datetime) -> bytes:
    name = kind.template
    template = guarded(name, lambda: _open(content, name))
    lint(content, name)
    counts = Counts.of_template(template.docx.element.body)
    long = LongTables.of(template, paper)
    guarded(name, lambda: _render(template, name, long.shortened, environment))
    guarded(name, lambda: long.fill(template, environment))
    counts.check(name, template.docx.element.body, paper)
    fit_columns(template.docx.element.body)
    settle_page_breaks(template.docx.element.body)
    fill_charts(template.docx, paper.trend)
    carry(template.docx, paper.head.record)
    _date(template.docx, f"{paper.title}: {kind.label} for {paper.month}", made)
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
        raise BrokenTemplate(name, 0, f"{_UNTAGGED} ({error.msg})") from error
    except TemplateError as error:
        raise BrokenTemplate(name, 0, f"{slips.in_words(str(error.message or error))}{_nearby(error)}") from error


def _nearby(error: TemplateError) -> str:
    """The printed words around a fault, as docxtpl found them."""
    lines = [short(line, 80) for line in getattr(error, "docx_context", ()) if line.strip()]
    return f', near "{" / ".join(lines)}"' if lines else ""


def _date(document: Any, title: str, made: datetime) -> None:
    core = document.core_properties
    core.title = short(title, _TITLE_LIMIT)
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
