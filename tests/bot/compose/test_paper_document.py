"""The month's paper: its words against `samples/summary.txt`, and what no template and no text may do to it.

After a wanted change: `python tests/bot/compose/test_paper_document.py` writes the sample anew.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from bot.compose import Composer, PaperHead, PaperKind, sample
from bot.compose.building import build
from bot.compose.paper_words import recommended
from bot.plan import Action, Owner, Status
from bot.summary import OnRecord, Period, Summary, summarise

ROOT = Path(__file__).resolve().parents[3]
EXPECTED = Path(__file__).parent / "samples" / "summary.txt"
SHIPPED = ROOT / "templates"
COMPOSER = Composer(SHIPPED)
HEAD = PaperHead(council=sample.COUNCIL, report_of="Chief Executive", contact=sample.CONTACT)
HOSTILE = (
    "</w:t></w:r></w:p></w:tc></w:tr></w:tbl> <script> & \" '",
    "bell\x07 feed\x0c null\x00 \x1b[31m",
    "lone \ud800 and \udfff surrogates",
    "{{ 1/0 }} {% endfor %} {# note #} {{r cycler }} {%tr endfor %}",
    "]]> &lt;w:tr&gt; <!-- <?xml ?>",
    "x" * 50_000,
    "word " * 10_000,
    "\u202eright to left\u202c שלום عربى",
    "line\none\r\ntwo\x0bthree\ttab",
    "",
)


def paper(summary: Summary = sample.SUMMARY, head: PaperHead = HEAD, folder: Path | None = None) -> bytes:
    return Composer(SHIPPED, folder).summary_document(summary, sample.MADE, head)


def words(document: bytes) -> str:
    """The paper as text: a line for a paragraph, cells joined by bars, headings marked by their level."""
    lines = []
    for block in Document(io.BytesIO(document)).iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in block.rows]
        elif block.text:
            level = re.match(r"Heading (\d)|Title", block.style.name)
            lines.append(f"{'#' * int(level[1] or 0) or '='} {block.text}" if level else block.text)
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def rows_by_caption(document: bytes) -> dict[str, int]:
    """How many rows below its header each table of a paper has."""
    body = Document(io.BytesIO(document)).element.body
    tables = {table.find(f".//{qn('w:tblCaption')}").get(qn("w:val")): table for table in body.iter(qn("w:tbl"))}
    return {caption: len(table.findall(qn("w:tr"))) - 1 for caption, table in tables.items()}


def of_text(text: str, actions: int = 3) -> Summary:
    """A summary whose every field that people fill holds `text`."""
    row = replace(
        sample.LATE, text=text, theme=text, recommendation=text, progress=text, status_text=text, owners=(Owner(text),)
    )
    late = tuple(replace(row, item_id=str(number), ref=text) for number in range(actions))
    nudged = {("Peer Challenge Action Plan", str(number)): sample.TODAY for number in range(actions)}
    return summarise(OnRecord(text, late, nudged=nudged), period=sample.SUMMARY.period, today=sample.TODAY)


def test_the_paper_says_what_the_sample_beside_this_test_says() -> None:
    assert words(paper()) == EXPECTED.read_text(encoding="utf-8")


def test_a_long_text_is_shortened_with_a_word_on_where_the_rest_is() -> None:
    rows = Document(io.BytesIO(paper(of_text("word " * 10_000)))).tables[-1].rows
    rest = "… (The rest is in the plan’s list.)"
    cells = [cell.text for cell in rows[1].cells]
    assert [cells[at].count(rest) for at in (1, 2, 3, 7)] == [1, 2, 1, 1]
    assert [len(cells[at]) // 100 for at in (1, 3, 7)] == [7, 2, 5]


def test_a_text_that_just_fits_is_printed_whole() -> None:
    assert "The rest is in" not in words(paper(of_text("word " * 40)))


def test_an_owner_of_very_many_unanswered_actions_has_the_first_named_and_the_others_counted() -> None:
    rows = tuple(replace(sample.LATE, item_id=str(at), ref=f"R{at}") for at in range(75))
    nudged = {each.key: sample.TODAY for each in rows}
    summary = summarise(OnRecord("Plan", rows, nudged=nudged), period=sample.SUMMARY.period, today=sample.TODAY)
    assert " | 75 | R0, R1, " in words(paper(summary))
    assert ", R59 and 15 more | " in words(paper(summary))


def test_a_plan_in_which_nothing_happened_says_so_in_every_section() -> None:
    calm = replace(sample.ACTIONS[1], owners=sample.LATE.owners)
    text = words(paper(summarise(OnRecord("Plan", (calm,)), period=sample.SUMMARY.period, today=sample.TODAY)))
    for sentence in (
        "No actions are overdue.",
        "No actions were completed in September 2026.",
        "No dates have moved.",
        "Nobody who was asked is still to answer.",
        "There is nothing to settle in the list.",
        "This is the first summary of this plan",
    ):
        assert sentence in text


def test_the_paper_says_what_a_code_means_once_beside_its_status() -> None:
    coded = replace(sample.LATE, status=Status.AT_RISK, status_text="R", progress="")
    summary = summarise(OnRecord("Plan", (coded,)), period=sample.SUMMARY.period, today=sample.TODAY)
    text = words(paper(summary))
    assert "| 30 | At risk\n" in text
    assert "| R\n" not in text
    assert "▲ At risk  /  ■ 30 days late \n" in text


def test_the_same_figures_make_the_same_bytes_and_another_minute_makes_others() -> None:
    later = sample.MADE + timedelta(minutes=1)
    assert paper() == paper()
    assert paper() != COMPOSER.summary_document(sample.SUMMARY, later, HEAD)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_however_hostile_loses_a_row(text: str) -> None:
    rows = rows_by_caption(paper(of_text(text, actions=7)))
    assert {caption: rows[caption] for caption in ("Overdue actions", "All actions")} == {
        "Overdue actions": 7,
        "All actions": 7,
    }


@pytest.mark.parametrize("text", HOSTILE[:5])
def test_hostile_text_is_printed_as_the_words_it_is(text: str) -> None:
    cell = Document(io.BytesIO(paper(of_text(text)))).tables[-1].cell(1, 1)
    kept = re.sub("[\x00-\x1f\ud800-\udfff]", "", text.replace("\x0c", " "))
    assert " ".join(cell.paragraphs[0].text.split()) == " ".join(kept.split())


def test_no_template_tag_is_left_in_any_part_of_the_paper() -> None:
    with zipfile.ZipFile(io.BytesIO(paper())) as parts:
        for name in parts.namelist():
            assert not re.search(rb"\{\{|\{%|\}\}|%\}", parts.read(name)), name


def test_its_properties_name_the_paper_and_carry_no_clock_of_this_machine() -> None:
    core = Document(io.BytesIO(paper())).core_properties
    assert core.title == "Peer Challenge Action Plan: status monitoring report for September 2026"
    assert (core.created.replace(tzinfo=None), core.author) == (sample.MADE, "Planminder")
    with zipfile.ZipFile(io.BytesIO(paper())) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(2026, 10, 1, 8, 30, 0)}


def test_every_table_can_be_read_aloud() -> None:
    body = Document(io.BytesIO(paper())).element.body
    for table in body.iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert table.find(f".//{qn('w:tblCaption')}").get(qn("w:val"))
        assert len({len(row.findall(qn("w:tc"))) for row in rows}) == 1
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    assert not list(body.iter(qn("w:vMerge"), qn("w:gridSpan")))


def test_every_style_the_paper_uses_exists_in_it() -> None:
    document = Document(io.BytesIO(paper()))
    known = {style.style_id for style in document.styles}
    used = {
        each.get(qn("w:val")) for each in document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= known
    assert {"RAGRed", "RAGAmber", "RAGGreen", "RAGComplete"} <= used


def test_a_long_plan_title_fits_the_properties_of_a_word_file() -> None:
    summary = replace(sample.SUMMARY, plan="A plan with a title " * 40)
    assert len(Document(io.BytesIO(paper(summary))).core_properties.title) <= 255


def test_500_actions_all_stand_in_the_annex() -> None:
    actions = tuple(replace(sample.LATE, item_id=str(number), ref=str(number)) for number in range(500))
    summary = summarise(OnRecord("Long", actions), period=sample.SUMMARY.period, today=sample.TODAY)
    assert len(Document(io.BytesIO(paper(summary))).tables[-1].rows) == 501


def test_a_completion_after_the_month_is_told_beside_the_overdue_row() -> None:
    done = replace(sample.LATE, status=Status.COMPLETED, completed_on=sample.TODAY)
    summary = summarise(OnRecord("P", (done,)), period=sample.SUMMARY.period, today=sample.TODAY)
    assert "Completed on 1 October 2026, after the date of this paper." in words(paper(summary))


def broken(change: Callable[[str], str], folder: Path) -> Path:
    """An admin's folder whose paper is ours with its body changed."""
    made = folder / "summary" / "status.docx"
    made.parent.mkdir()
    with zipfile.ZipFile(io.BytesIO(build(PaperKind.STATUS))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()) if name == "word/document.xml" else part)
    return folder


@cache
def ours() -> bytes:
    """The paper by the shipped template."""
    return paper()


def refusal(folder: Path) -> str:
    """The one fault found in an admin's folder, whose paper is then made by the shipped template."""
    assert paper(folder=folder) == ours()
    [fault] = Composer(SHIPPED, folder).check()
    return fault


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("{{ paper.made }}", "{{ paper.maed }}", "maed"),
        ("{{ paper.month }}", "{{ paper.month.upper }}", "a method and not a value"),
        ("{{ paper.month }}", "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "__init__"),
        ("{{ paper.month }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "__class__"),
        ("{{ paper.month }}", "{% for each in range(99999999) %}{% endfor %}", "far too often"),
        ("{%p endif %}", "", "endif"),
        ("{%tr for row in paper.overdue %}", "{% for row in paper.overdue %}", "loop"),
        ("{%tr for row in paper.annex %}", "{%tr for row in paper.anex %}", "anex"),
    ],
)
def test_a_wrong_or_hostile_tag_is_refused_and_named(tmp_path: Path, old: str, new: str, what: str) -> None:
    folder = broken(lambda body: body.replace(old, new, 1), tmp_path)
    assert what in refusal(folder)


def test_a_loop_inside_a_cell_is_refused_because_its_rows_are_no_rows(tmp_path: Path) -> None:
    inside = "{% for row in paper.annex %}{{ row.ref }} {% endfor %}"

    def one_cell(body: str) -> str:
        start, end = body.index("{%tr for row in paper.annex"), body.rindex("{%tr endfor %}")
        first, last = body.rindex("<w:tr>", 0, start), body.index("</w:tr>", end) + len("</w:tr>")
        cells = f"<w:tc><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:tc>" * 8
        return f"{body[:first]}<w:tr>{cells}</w:tr>{body[last:]}"

    assert "a loop over rows must stand in rows of its own" in refusal(broken(one_cell, tmp_path))


def test_an_admin_may_take_a_section_out_and_change_words(tmp_path: Path) -> None:
    def shorter(body: str) -> str:
        root = etree.fromstring(body.encode())
        last = root.findall(f".//{qn('w:tbl')}")[-1]
        last.getparent().remove(last)
        return etree.tostring(root, encoding="unicode").replace("Status monitoring report", "Progress report")

    text = words(paper(folder=broken(shorter, tmp_path)))
    assert "Progress report for September 2026" in text
    assert "No dates have moved." not in text


def test_a_code_tag_in_the_footer_is_refused_too(tmp_path: Path) -> None:
    made = tmp_path / "summary" / "status.docx"
    made.parent.mkdir()
    with zipfile.ZipFile(io.BytesIO(build(PaperKind.STATUS))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(b"{{ paper.title }}", b"{{ paper.__class__ }}")
                if "footer" in name
                else old.read(name),
            )
    assert "__class__" in refusal(tmp_path)


def test_the_shipped_template_is_what_its_builder_builds() -> None:
    for kind in PaperKind:
        assert (SHIPPED / kind.template).read_bytes() == build(kind), kind


def test_a_period_with_an_unfinished_month_says_its_position(tmp_path: Path) -> None:
    made = datetime(2026, 9, 25, 7, 0)  # noqa: DTZ001 - local time as printed
    period = Period(sample.SUMMARY.period.start, sample.SUMMARY.period.end)
    actions: tuple[Action, ...] = sample.ACTIONS
    summary = summarise(OnRecord("P", actions), period=period, today=made.date())
    assert "Position at\t25 September 2026" in words(COMPOSER.summary_document(summary, made))


if __name__ == "__main__":
    EXPECTED.write_text(words(paper()), encoding="utf-8")


def test_leaders_are_not_asked_for_the_dates_that_were_agreed_to() -> None:
    agreed = replace(sample.ACTIONS[4], progress="9 June 2026, Ada: agreed to the new date 15 September 2026.")
    summary = summarise(
        OnRecord(sample.PLAN, (*sample.ACTIONS, agreed)), period=sample.SUMMARY.period, today=sample.TODAY
    )
    assert "revised dates not agreed yet under “Dates" in " ".join(recommended(summary, public=False))
