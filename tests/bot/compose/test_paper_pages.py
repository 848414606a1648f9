"""Where pages and lines of a paper may end: short tables stay whole, long rows go on overleaf, no reference breaks."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from test_paper_kinds import KINDS, made
from test_paper_looks import BARE, of
from word_access import findings

from bot.compose import PaperKind, sample
from bot.compose.leaders import named
from bot.compose.template_counts import words_of
from bot.plan import Action
from bot.summary import ChangeRow, Named, NoReplyRow, Summary

REFS = tuple(f"FR-{number:02}" for number in range(1, 30))


def table(document: bytes, caption: str) -> etree._Element:
    tables = (each._tbl for each in Document(io.BytesIO(document)).tables)
    return next(each for each in tables if f'tblCaption w:val="{caption}"' in each.xml)


def held(rows: Iterable[etree._Element]) -> list[bool]:
    """Of each row whether all its paragraphs are kept on the page of what follows."""
    marks = [[each.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") for each in row.iter(qn("w:p"))] for row in rows]
    assert all(len({mark is None for mark in row}) == 1 for row in marks), "a row is held in part"
    return [row[0] is not None for row in marks]


def rows(document: bytes, caption: str) -> list[etree._Element]:
    return table(document, caption).findall(qn("w:tr"))[1:]


def of_themes(number: int) -> Summary:
    return of(
        *(replace(sample.LATE, item_id=str(each), ref=f"R{each}", theme=f"Theme {each}") for each in range(number))
    )


def test_the_trend_stays_on_one_page_from_its_chart_to_its_last_month_and_holds_nothing_below() -> None:
    document = made(PaperKind.STATUS)
    assert held(rows(document, "Actions not overdue, overdue and completed by month")) == [True, True, False]
    chart = table(document, "Actions not overdue, overdue and completed by month").getprevious()
    assert chart.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_a_few_themes_stay_on_one_page_with_the_rule_below_them() -> None:
    assert held(rows(made(PaperKind.STATUS), "Actions by theme and status")) == [True, True, True]
    assert held(rows(made(PaperKind.STATUS, of_themes(6)), "Actions by theme and status")) == [True] * 6


def test_many_themes_go_on_overleaf_and_only_the_last_two_wait_for_the_rule() -> None:
    assert held(rows(made(PaperKind.STATUS, of_themes(7)), "Actions by theme and status")) == [False] * 5 + [True] * 2


def test_no_row_stands_alone_on_the_last_page_of_its_table() -> None:
    assert held(rows(made(PaperKind.STATUS, of_themes(5)), "All actions")) == [False, False, False, True, False]


@pytest.mark.parametrize("field", ["text", "recommendation", "progress"])
def test_a_row_with_a_long_cell_goes_on_overleaf_and_no_other_does(field: str) -> None:
    changed: dict[str, str] = {field: "All the long words of it " * 20}
    long = replace(sample.LATE, item_id="2", ref="R2", **changed)  # type: ignore[arg-type]
    document = made(PaperKind.STATUS, of(sample.LATE, long, replace(sample.LATE, item_id="3", ref="R3")))
    parted = [each.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None for each in rows(document, "All actions")]
    assert parted == [False, True, False]
    assert held(rows(document, "All actions")) == [False, False, False]
    assert findings(document) == []


@pytest.mark.parametrize("kind", [PaperKind.COMMITTEE, PaperKind.HIGHLIGHT])
def test_what_is_not_supplied_stays_with_the_words_above_it(kind: PaperKind) -> None:
    paragraphs = list(Document(io.BytesIO(made(kind))).paragraphs)
    above = [one for one, blank in pairwise(paragraphs) if blank.style.name == "Blank"]
    assert len(above) > 2
    assert [one.text for one in above if not (one.paragraph_format.keep_with_next or "Heading" in one.style.name)] == []


@KINDS
def test_how_the_paper_was_made_is_never_parted(kind: PaperKind) -> None:
    paragraphs = Document(io.BytesIO(made(kind))).paragraphs
    rules = [each for each in paragraphs if each.style.name == "Listed note"]
    assert [bool(each.paragraph_format.keep_with_next) for each in rules] == [True] * 5 + [False]


def with_refs() -> Summary:
    """Changes and silences behind which many hyphenated references stand."""
    silent: list[Action] = [replace(sample.LATE, item_id=ref, ref=ref) for ref in REFS]
    return replace(
        of(*silent[:3], replace(silent[3], repeat_of="FR-01")),
        earlier=sample.SUMMARY.earlier,
        changes=(ChangeRow("open", tuple(Named(ref, "new in the plan") for ref in REFS), ()),),
        no_reply=(NoReplyRow("Head of Finance", tuple(silent), sample.TODAY, None),),
    )


@pytest.mark.parametrize(
    ("caption", "column", "refs"),
    [("What changed since the last paper", 1, REFS), ("No reply", 2, REFS), ("All actions", 7, REFS[:1])],
)
def test_no_line_end_parts_a_reference_among_other_words_and_whoever_copies_it_gets_a_plain_hyphen(
    caption: str, column: int, refs: tuple[str, ...]
) -> None:
    cell = rows(made(PaperKind.STATUS, with_refs()), caption)[-1].findall(qn("w:tc"))[column]
    assert ", ".join(refs) in "".join(paragraph.text for paragraph in cell.iter(qn("w:p")))
    assert len(list(cell.iter(qn("w:noBreakHyphen")))) == len(refs)
    assert ", ".join(refs) in words_of(cell), "columns are measured by it"


def test_a_reference_in_its_own_column_keeps_the_plain_hyphen_by_which_it_is_found() -> None:
    document = made(PaperKind.STATUS, with_refs())
    refs = [row.find(qn("w:tc")) for row in rows(document, "All actions")]
    assert [words_of(cell) for cell in refs] == list(REFS[:4])


def test_the_leaders_mail_keeps_plain_hyphens() -> None:
    assert named((Named("FR-01", ""),)) == "FR-01"


def test_a_standing_set_by_hand_is_told_below_the_table_and_the_former_one_in_its_cell() -> None:
    document = made(PaperKind.STATUS)
    first = rows(document, "Actions by theme and status")[0]
    assert [each.text for each in first.findall(qn("w:tc"))[1].iter(qn("w:p"))][1:] == ["Was: On track"]
    below = [each.text for each in Document(io.BytesIO(document)).paragraphs if "Ana Reyes" in each.text]
    assert below == [
        "Money: late. Set by Ana Reyes: Both trainers have left, and none is in sight. By the rule: Needs attention."
    ]
    rule = next(each.text for each in Document(io.BytesIO(document)).paragraphs if "“Was”" in each.text)
    assert "“Was” is the standing in the paper for August 2026." in rule


def test_a_plan_without_recommendations_says_nothing_of_where_they_stand() -> None:
    note = "A recommendation stands beside the first action that answers it."
    told = [
        any(each.text == note for each in Document(io.BytesIO(made(PaperKind.STATUS, summary))).paragraphs)
        for summary in (sample.SUMMARY, of(*BARE))
    ]
    assert told == [True, False]
