"""How a paper looks: no column without a word, no month said twice, nothing told by colour alone, no heading alone."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from test_paper_document import words
from test_paper_kinds import KINDS

from bot.compose import Composer, PaperHead, PaperKind, sample
from bot.compose.building import build
from bot.compose.wordml import LANDSCAPE
from bot.plan import Action, Due, Precision
from bot.summary import OnRecord, Summary, summarise

SHIPPED = Path(__file__).resolve().parents[3] / "templates"
COMPOSER = Composer(SHIPPED)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def made(summary: Summary, kind: PaperKind = PaperKind.STATUS, head: PaperHead = sample.HEAD) -> bytes:
    return COMPOSER.summary_document(summary, sample.MADE, head, kind)


def of(*actions: Action) -> Summary:
    return summarise(OnRecord("Plan", actions), period=sample.SUMMARY.period, today=sample.TODAY)


BARE = tuple(replace(each, theme="", recommendation="") for each in sample.ACTIONS)


def heads(document: bytes, first: str) -> list[str]:
    [table] = [each for each in Document(io.BytesIO(document)).tables if each.cell(0, 0).text == first][-1:]
    return [cell.text for cell in table.rows[0].cells]


def test_a_column_without_a_word_is_left_out_and_the_others_share_its_width() -> None:
    document = made(of(*BARE))
    whole = ["Ref", "Action", "Theme and recommendation", "Owner", "First date", "Date now", "Status", "Latest"]
    assert heads(made(of(*sample.ACTIONS)), "Ref") == whole
    assert heads(document, "Ref") == [head for head in whole if head != "Theme and recommendation"]
    table = Document(io.BytesIO(document)).tables[-1]._tbl
    widths = [int(each.get(qn("w:w"))) for each in table.iter(qn("w:gridCol"))]
    assert LANDSCAPE - 20 <= sum(widths) <= LANDSCAPE
    for row in table.iter(qn("w:tr")):
        assert [int(each.get(qn("w:w"))) for each in row.iter(qn("w:tcW"))] == widths


def widths(document: bytes, caption: str) -> list[int]:
    [table] = [
        each._tbl
        for each in Document(io.BytesIO(document)).tables
        if each._tbl.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) == caption
    ]
    return [int(each.get(qn("w:w"))) for each in table.iter(qn("w:gridCol"))]


@pytest.mark.parametrize("caption", ["Overdue actions", "All actions"])
def test_a_reference_too_long_for_its_column_gets_room_and_keeps_its_plain_hyphens(caption: str) -> None:
    usual = widths(made(of(sample.LATE)), caption)
    document = made(of(replace(sample.LATE, ref="AP-North-12.iii")))
    ref, *others = widths(document, caption)
    assert ref > 1_395 > usual[0]
    assert sum(usual) - 20 <= ref + sum(others) <= sum(usual)
    assert "\nAP-North-12.iii | " in words(document)


def test_no_line_end_parts_a_day_from_its_month() -> None:
    row = replace(sample.LATE, due=replace(sample.LATE.due, text="by 18 September 2026"))
    [table] = [each for each in Document(io.BytesIO(made(of(row)))).tables if each.cell(0, 4).text == "First date"]
    assert table.cell(1, 4).text == "by 18\u00a0September 2026, read as 31\u00a0August 2026"
    assert widths(made(of(row)), "All actions")[4] > 1_353  # what “18 September” takes up


def test_no_column_gives_up_more_than_a_seventh_for_others() -> None:
    usual = widths(made(of(sample.LATE)), "Overdue actions")
    now = widths(made(of(replace(sample.LATE, ref="AP-NORTH-SOUTH-12.iiii-B"))), "Overdue actions")
    assert now[0] > 1_900
    assert [after for after, before in zip(now[1:], usual[1:], strict=True) if after < before * 85 // 100 - 1] == []


def test_a_word_that_no_column_holds_takes_no_room_from_a_reference_that_one_could() -> None:
    endless = replace(sample.LATE, ref="AP-North-12.iii", text="x" * 600, progress="x" * 600)
    ref, *others = widths(made(of(endless)), "Overdue actions")
    assert ref > 1_395
    assert max(others) < 2_628


def test_words_that_fit_leave_every_column_as_its_template_has_it() -> None:
    assert widths(made(of(sample.LATE)), "Overdue actions") == [795, 2652, 1591, 1414, 795, 2387]


def test_an_empty_column_that_no_template_gives_up_stays(tmp_path: Path) -> None:
    template = tmp_path / PaperKind.STATUS.template
    template.parent.mkdir()
    with zipfile.ZipFile(io.BytesIO(build(PaperKind.STATUS))) as old, zipfile.ZipFile(template, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:pStyle w:val="TableHeadingIfAny"', b'w:pStyle w:val="Note"'))
    paper = Composer(SHIPPED, tmp_path).summary_document(of(*BARE), sample.MADE, sample.HEAD)
    assert "Theme and recommendation" in heads(paper, "Ref")


@KINDS
def test_a_plan_without_themes_is_not_said_to_have_one(kind: PaperKind) -> None:
    text = words(made(of(*BARE), kind))
    assert "No theme" not in text
    assert "Status of the plan" in text
    assert "by theme" not in text
    if kind is PaperKind.COMMITTEE:
        assert "The plan has 8 actions.\n" in text
        assert "All actions: needs attention, with 2 overdue actions and 1 at risk or on hold." in text


def test_a_month_is_printed_once_and_what_says_less_is_explained() -> None:
    quarter = Due("Q2", date(2026, 7, 1), date(2026, 9, 30), Precision.QUARTER, sample.LATE.due.kind)
    text = words(made(of(sample.LATE, replace(sample.LATE, item_id="2", ref="2.9", due=quarter))))
    assert "| August 2026 | unchanged |" in text
    assert "| Q2, read as 30 September 2026 | unchanged |" in text


def test_the_charts_columns_can_be_told_apart_without_colour() -> None:
    with zipfile.ZipFile(io.BytesIO(made(sample.SUMMARY))) as parts:
        chart = etree.fromstring(parts.read("word/charts/chart1.xml"))
    fills = [series.find("{*}spPr")[0] for series in chart.iter("{*}ser")]
    assert [fill.tag for fill in fills] == [f"{A}solidFill", f"{A}pattFill", f"{A}solidFill"]
    dark, pale = (_brightness(fills[at][0].get("val")) for at in (0, 2))
    assert (pale + 0.05) / (dark + 0.05) > 3


def _brightness(colour: str) -> float:
    """Relative luminance as WCAG has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_head_of_a_themes_report_stays_with_its_table() -> None:
    body = Document(io.BytesIO(made(sample.SUMMARY, PaperKind.HIGHLIGHT))).element.body
    leads = [each for each in body.iter(qn("w:p")) if "".join(each.itertext()).startswith(("Standing", "Lead"))]
    alone = [each for each in leads if each.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None]
    assert len(leads) > 6
    assert [each for each in alone if each.getparent().tag != qn("w:tc")] == []


def test_the_days_late_keep_clear_of_the_words_beside_them() -> None:
    [table] = [each for each in Document(io.BytesIO(made(sample.SUMMARY))).tables if "Days late" in each._tbl.xml]
    rights = [row.cells[4].paragraphs[0].paragraph_format.right_indent for row in table.rows]
    assert rights
    assert all(rights)
