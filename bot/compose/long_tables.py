"""The fast path for long tables.

docxtpl takes far longer than in proportion for a long table, because it searches the whole document again for each of
its repairs. So a long table is rendered in pieces from its own rows of the template, and the rows put together.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, fields, replace
from typing import Any

from docx.oxml.ns import nsmap, qn
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from bot.compose.counted import Rows
from bot.compose.paper import Paper
from bot.compose.template_counts import words_of

LONG = 1_000
_PIECE = 250


@dataclass(frozen=True, slots=True)
class LongTables:
    """A paper and what is rendered of it at once (`shortened`); `loops` are the template's own rows by table.

    Nothing is shortened where a table is short, or where the template prints it otherwise than by one loop over rows.
    """

    paper: Paper
    shortened: Paper
    loops: dict[str, list[etree._Element]]

    @classmethod
    def of(cls, template: Any, paper: Paper) -> LongTables:
        """Takes the loops over long tables out of the open template and leaves a mark in the place of each."""
        body = template.docx.element.body
        long = [field.name for field in fields(paper) if _is_long(getattr(paper, field.name))]
        loops = {name: loop for name in long if (loop := _loop(body, name))}
        for name, loop in loops.items():
            loop[0].addprevious(_marked(loop[0], name))
            for row in loop:
                _remove(row)
        one_each: dict[str, Any] = {name: Rows(getattr(paper, name)[:1]) for name in loops}
        return cls(paper, replace(paper, **one_each), loops)

    def fill(self, template: Any, environment: SandboxedEnvironment) -> None:
        """Put the rows of the long tables into the rendered document."""
        for name, loop in self.loops.items():
            rows = getattr(self.paper, name)
            body = template.docx.element.body
            mark = next((row for row in body.iter(qn("w:tr")) if words_of(row) == _mark(name)), None)
            if mark is None:
                continue  # it stands under a condition that is not met
            source = template.patch_xml(_alone(loop))
            for first in range(0, len(rows), _PIECE):
                piece: dict[str, Any] = {name: Rows(rows[first : first + _PIECE])}
                context = {"paper": replace(self.paper, **piece)}
                rendered = template.render_xml_part(source, template.docx.part, context, environment)
                for row in list(etree.fromstring(rendered.encode()).iter(qn("w:tr"))):
                    mark.addprevious(row)
                rows.printed += piece[name].printed
            _remove(mark)


def _is_long(value: object) -> bool:
    return isinstance(value, Rows) and len(value) > LONG


def _mark(name: str) -> str:
    return f"\ue000long table {name}\ue000"


def _remove(row: etree._Element) -> None:
    table = row.getparent()
    assert table is not None
    table.remove(row)


def _loop(body: etree._Element, name: str) -> list[etree._Element]:
    """The rows from a table's loop tag to its end; none where it is no loop over rows, or not the only use of them."""
    uses = words_of(body)
    if len(re.findall(rf"in\s+paper\.{name}\b", uses)) != 1 or re.search(rf"paper\.{name}\s*[|.\[]", uses):
        return []
    found: list[etree._Element] = []
    depth = 0
    for row in body.iter(qn("w:tr")):
        words = words_of(row).replace(" ", "")
        if found or ("{%trfor" in words and words.endswith(f"inpaper.{name}%}}")):
            found.append(row)
            depth += words.count("{%trfor") - words.count("{%trendfor")
            if not depth:
                return found
    return []


def _marked(row: etree._Element, name: str) -> etree._Element:
    """A row that holds nothing but the mark."""
    made = deepcopy(row)
    for at, text in enumerate(made.iter(qn("w:t"))):
        text.text = "" if at else _mark(name)
    return made


def _alone(rows: list[etree._Element]) -> str:
    table = etree.Element(qn("w:tbl"), nsmap={"w": nsmap["w"]})
    table.extend(deepcopy(rows))
    return etree.tostring(table, encoding="unicode")
