"""Word's own XML in small pieces: paragraphs, tables with a header row that repeats, sections."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

PORTRAIT, LANDSCAPE = 9638, 14570  # text width in twentieths of a point: A4 with margins of 2 cm
_NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
_NO_INDENT = '<w:ind w:left="0" w:firstLine="0"/>'
_HEADER_LOOK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3A5F"/><w:vAlign w:val="bottom"/>'
HELD = "<w:keepNext/>"
_MIDDLE = '<w:vAlign w:val="center"/>'


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: heading, share of the width, what its cell prints; `below` adds a fainter second paragraph.

    `apart` keeps a number clear of the words in the column to its right. `rich` is "r" where `below` is a chip, which
    brings a style of its own. A column `if_any` is left out of a paper in which all its cells are empty.
    """

    heading: str
    share: int
    cell: str
    number: bool = False
    apart: bool = False
    below: str = ""
    rich: str = ""
    if_any: bool = False

    @property
    def heading_style(self) -> str:
        return "TableHeadingIfAny" if self.if_any else "TableHeadingNumber" if self.number else "TableHeading"

    @property
    def heading_look(self) -> str:
        return self._gap + ('<w:jc w:val="right"/>' if self.number and self.if_any else "")

    @property
    def _gap(self) -> str:
        return '<w:ind w:right="113"/>' if self.apart else ""

    def cells(self, style: str, properties: str = "") -> str:
        first = paragraph(self.cell, style, properties + self._gap)
        return first + (
            only_if(self.below, paragraph(f"{{{{{self.rich} {self.below} }}}}", "TableSoft")) if self.below else ""
        )


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def heading(text: str) -> str:
    return paragraph(text, "Heading1")


def plain_heading(text: str, space: int = 360) -> str:
    """A heading of the same rank without a number; `space` above it in twentieths of a point."""
    return paragraph(text, "Heading1", f'{_NO_NUMBER}<w:spacing w:before="{space}"/>{_NO_INDENT}')


def smaller_heading(text: str) -> str:
    return paragraph(text, "Heading2")


def chart(relation: str, alt: str, name: str) -> str:
    """A paragraph with the chart of a relation, as wide as the text; `alt` says its message in words."""
    width, height = 6120000, 1800000  # in English Metric Units: 17 by 5 cm
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Chart"/>{HELD}</w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="1" name="{escape(name)}" descr="{escape(alt)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def labelled(label: str, text: str, keep: bool = False) -> str:
    """A line of the block at the head: a bold label, a tab, and what it says; `keep` holds it to what stands below."""
    bold = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(label)}</w:t></w:r><w:r><w:tab/></w:r>"
    held = HELD if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Block"/>{held}</w:pPr>{bold}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>'


def only_if(condition: str, *inside: str) -> str:
    return paragraph(f"{{%p if {condition} %}}") + "".join(inside) + paragraph("{%p endif %}")


def either(condition: str, yes: str, no: str) -> str:
    return paragraph(f"{{%p if {condition} %}}") + yes + paragraph("{%p else %}") + no + paragraph("{%p endif %}")


class Table:
    """A table under construction: its columns settle the widths, its body is added row by row.

    A short one may stay `together` on one page, with what stands below it.
    """

    def __init__(self, caption: str, *columns: Column, width: int = PORTRAIT, together: bool = False) -> None:
        self._held = HELD if together else ""
        shares = sum(column.share for column in columns)
        self._caption, self._columns = caption, columns
        self._widths = [width * column.share // shares for column in columns]
        heads = [paragraph(each.heading, each.heading_style, each.heading_look) for each in columns]
        self._rows = [self._row(heads, _HEADER_LOOK, header=True)]

    def one(self, columns: tuple[Column, ...] = (), big: bool = False) -> Table:
        """Adds a row of the columns' cells, or of the cells of `columns`; `big` is for the figures that matter most."""
        number = "Figure" if big else "TableNumber"
        cells = [each.cells(number if each.number else "TableText", self._held) for each in columns or self._columns]
        self._rows.append(self._row(cells, _MIDDLE if big else ""))
        return self

    def each(self, loop: str, columns: tuple[Column, ...] = ()) -> Table:
        """Adds such a row for each turn of `loop`, such as "row in paper.overdue"."""
        self._tag(f"{{%tr for {loop} %}}")
        self.one(columns)
        self._tag("{%tr endfor %}")
        return self

    def _tag(self, tag: str) -> None:
        self._rows.append(self._row([paragraph(tag), *[paragraph("")] * (len(self._columns) - 1)]))

    def _row(self, cells: list[str], look: str = "", header: bool = False) -> str:
        made = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{cell}</w:tc>'
            for cell, width in zip(cells, self._widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{made}</w:tr>"

    def __str__(self) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/>'
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
            f'w:noVBand="1"/><w:tblCaption w:val="{escape(self._caption)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{''.join(self._rows)}</w:tbl>"
        )


def section(landscape: bool) -> str:
    across, down = (16838, 11906) if landscape else (11906, 16838)
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{"rId5" if landscape else "rId4"}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{across}" w:h="{down}"{turned}/><w:pgMar w:top="1247" w:right="1134" '
        'w:bottom="1134" w:left="1134" w:header="567" w:footer="454" w:gutter="0"/></w:sectPr>'
    )
