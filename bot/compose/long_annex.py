"""The fast path for long annexes.

docxtpl takes far longer than in proportion for a long table, because it searches the whole document again for each of
its repairs. So a long annex is rendered in pieces from its own rows of the template, and the rows put together.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from bot.compose.paper import AnnexLine, Paper, Rows
from bot.compose.template_counts import words_of

LONG = 1_000
_PIECE = 250
_HERE = "\ue000long annex\ue000"


@dataclass(frozen=True, slots=True)
class LongAnnex:
    """A paper and what is rendered of it at once (`shortened`); `rows` are the template's own rows of its annex.

    Nothing is shortened where the annex is short, or where the template prints it otherwise than by one loop over rows.
    """

    paper: Paper
    shortened: Paper
    rows: tuple[etree._Element, ...] = ()

    @classmethod
    def of(cls, template: Any, paper: Paper) -> LongAnnex:
        """Takes the loop over the annex out of the open template and leaves a mark in its place."""
        body = template.docx.element.body
        loop = _loop(body) if len(paper.annex) > LONG and words_of(body).count("paper.annex") == 1 else []
        if not loop:
            return cls(paper, paper)
        loop[0].addprevious(_marked(loop[0]))
        for row in loop:
            _remove(row)
        return cls(paper, replace(paper, annex=Rows[AnnexLine]()), tuple(loop))

    def fill(self, template: Any, environment: SandboxedEnvironment) -> None:
        """Put the annex's rows into the rendered document."""
        if not self.rows:
            return
        body = template.docx.element.body
        mark = next(row for row in body.iter(qn("w:tr")) if words_of(row) == _HERE)
        source = template.patch_xml(_alone(self.rows))
        for first in range(0, len(self.paper.annex), _PIECE):
            piece = Rows(self.paper.annex[first : first + _PIECE])
            context = {"paper": replace(self.paper, annex=piece)}
            rendered = template.render_xml_part(source, template.docx.part, context, environment)
            for row in list(etree.fromstring(rendered.encode()).iter(qn("w:tr"))):
                mark.addprevious(row)
            self.paper.annex.printed += piece.printed
        _remove(mark)


def _remove(row: etree._Element) -> None:
    table = row.getparent()
    assert table is not None
    table.remove(row)


def _loop(body: etree._Element) -> list[etree._Element]:
    """The rows from the annex's loop tag to its end; none where it is no loop over rows."""
    found: list[etree._Element] = []
    depth = 0
    for row in body.iter(qn("w:tr")):
        words = words_of(row).replace(" ", "")
        if found or ("{%trfor" in words and "inpaper.annex" in words):
            found.append(row)
            depth += words.count("{%trfor") - words.count("{%trendfor")
            if not depth:
                return found
    return []


def _marked(row: etree._Element) -> etree._Element:
    """A row that holds nothing but the mark."""
    made = deepcopy(row)
    for at, text in enumerate(made.iter(qn("w:t"))):
        text.text = "" if at else _HERE
    return made


def _alone(rows: tuple[etree._Element, ...]) -> str:
    table = etree.Element(qn("w:tbl"))
    table.extend(deepcopy(list(rows)))
    return etree.tostring(table, encoding="unicode")
