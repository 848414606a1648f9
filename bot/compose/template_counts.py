"""The rows, tables and headings that a template promises, taken before it is filled and compared after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from bot.compose.counted import rows_printed
from bot.compose.errors import BrokenTemplate
from bot.compose.paper import Paper

_TEXT, _HYPHEN = qn("w:t"), qn("w:noBreakHyphen")
_OPENS = re.compile(r"\{%-?(?:p|tr|tc|r)?\s*(?:for|if)\b")
_CLOSES = re.compile(r"\{%-?(?:p|tr|tc|r)?\s*end(?:for|if)\b")


@dataclass(frozen=True, slots=True)
class Counts:
    """Of a template: rows that stand for themselves; the captions of tables and the words of headings that stand under
    no condition and no loop."""

    fixed_rows: int
    tables: frozenset[str]
    headings: frozenset[str]

    @classmethod
    def of_template(cls, body: etree._Element) -> Counts:
        sure = list(_unconditional(body))
        return cls(
            sum(_fixed_rows(table) for table in body.iter(qn("w:tbl"))),
            frozenset(filter(None, map(_caption, sure))),
            frozenset(words_of(each) for each in sure if _is_heading(each) and "{" not in words_of(each)),
        )

    def check(self, name: str, body: etree._Element, paper: Paper) -> None:
        """Raise BrokenTemplate where a filled document lost something."""
        lost = [f"the table “{each}”" for each in sorted(self.tables - set(map(_caption, body)))]
        lost += [f"the heading “{each}”" for each in sorted(self.headings - set(map(words_of, body)))]
        if lost:
            raise BrokenTemplate(name, 0, f"{lost[0]} is lost when it is filled")
        found = sum(not _is_header(row) for row in body.iter(qn("w:tr")))
        printed = rows_printed(paper)
        if not printed <= found <= printed + self.fixed_rows:
            raise BrokenTemplate(
                name,
                0,
                f"it was given {printed} rows but its tables hold {found}; a loop over rows must stand in rows of its "
                "own",
            )


def _unconditional(body: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a template that are printed whatever a paper says."""
    depth = 0
    for block in body:
        words = words_of(block) if block.tag == qn("w:p") else ""
        opened, closed = len(_OPENS.findall(words)), len(_CLOSES.findall(words))
        if not depth and not opened and not closed:
            yield block
        depth += opened - closed


def words_of(element: etree._Element) -> str:
    return "".join("-" if each.tag == _HYPHEN else each.text or "" for each in element.iter(_TEXT, _HYPHEN))


def _caption(block: etree._Element) -> str:
    caption = block.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
    return "" if caption is None else str(caption.get(qn("w:val")))


def _is_heading(block: etree._Element) -> bool:
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and str(style.get(qn("w:val"))).startswith("Heading")


def _is_header(row: etree._Element) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _fixed_rows(table: etree._Element) -> int:
    """How many rows of a table stand for themselves: neither headers, nor loop tags, nor inside a loop."""
    alone = depth = 0
    for row in table.iter(qn("w:tr")):
        words = words_of(row).replace(" ", "")
        if "{%tr" in words:
            depth += words.count("{%trfor") - words.count("{%trendfor")
        elif not depth and not _is_header(row):
            alone += 1
    return alone
