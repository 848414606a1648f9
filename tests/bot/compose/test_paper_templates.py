"""An admin's paper template at fault: refused before it is used, and named with the place to look at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from test_paper_document import SHIPPED, broken, paper, refusal

from bot.compose import Composer, PaperKind, sample
from bot.compose.building import build
from bot.compose.template_counts import words_of

OVERDUE = "table 5 below “Longest overdue first.”"


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("{{ row.days_late }}", "{{ row.days_lat }}", f"{OVERDUE}, row 3, cell 5 (“Days late”): “row.days_lat”"),
        ("{{ row.days_late }}", "{{ row.days_late|no_such }}", f"{OVERDUE}, row 3, cell 5 (“Days late”)"),
        ("{{ paper.made }}", "{{ paper.maed }}", "the paragraph “Made on{{ paper.maed }}”: “paper.maed”"),
        ("{%tr for row in paper.overdue %}", "{% for row in paper.overdue %}", f"{OVERDUE}, row 2, cell 1 (“Ref”)"),
        ("{%tr for row in paper.overdue %}", "{%tr for row in paper.overdu %}", f"{OVERDUE}, row 2, cell 1 (“Ref”)"),
        ("{{ row.latest }}", "{{ ''.__class__ }}", "cell 6 (“Latest”): “''.__class__”"),
    ],
)
def test_a_wrong_tag_is_named_with_its_table_and_its_cell(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert place in refusal(broken(lambda body: body.replace(old, new, 1), tmp_path))


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        (PaperKind.STATUS, "row.was", "row.before", "cell 2 (“Standing”): “if row.before”|“was”"),
        (PaperKind.COMMITTEE, "paper.blank", "paper.gap", "the paragraph after “Background”: “paper.gap”|“blank”"),
        (PaperKind.HIGHLIGHT, "part.heading", "part.gap", "“part.gap”|once a theme now, as “section.blank”"),
    ],
)
def test_a_value_by_its_former_name_is_told_with_its_place_and_its_name_of_today(
    tmp_path: Path, kind: PaperKind, old: str, new: str, told: str
) -> None:
    made = tmp_path / kind.template
    made.parent.mkdir()
    made.write_bytes(_changed(build(kind), lambda body: body.replace(old, new)))
    [fault] = Composer(SHIPPED, tmp_path).check()
    assert f'there is no value called "{new.partition(".")[2]}" there: it ' in fault
    assert [each for each in told.split("|") if each not in fault] == []


def test_every_former_name_leads_to_one_of_today_and_is_no_name_any_more() -> None:
    from bot.compose import paper, receipt, slips

    for former in slips._FORMER:
        of, _, name = former.partition(".")
        assert name not in getattr(paper if hasattr(paper, of) else receipt, of).__slots__


def test_a_tag_never_ended_is_named_where_it_begins(tmp_path: Path) -> None:
    fault = refusal(broken(lambda body: body.replace("{%p endif %}", "", 1), tmp_path))
    assert "“p if paper.exempt”, which is never ended" in fault


@pytest.mark.parametrize("kind", PaperKind)
def test_a_wrong_tag_in_any_of_the_three_is_found(tmp_path: Path, kind: PaperKind) -> None:
    made = tmp_path / kind.template
    made.parent.mkdir()
    made.write_bytes(_changed(build(kind), lambda body: body.replace("{{ paper.title }}", "{{ paper.tilte }}")))
    [fault] = Composer(SHIPPED, tmp_path).check()
    assert kind.template in fault
    assert "tilte" in fault


def test_a_condition_without_its_prefix_is_refused_before_it_swallows_a_heading(tmp_path: Path) -> None:
    def swallowed(body: str) -> str:
        return body.replace("Overdue actions</w:t>", "{% if false %}Overdue actions</w:t>").replace(
            "Longest overdue first.", "{% endif %}Longest overdue first."
        )

    assert "the paragraph after “Trend”: “if false” needs its p" in refusal(broken(swallowed, tmp_path))


@pytest.mark.parametrize(
    ("tag", "what"), [("tbl", "the table “Headline numbers” is lost"), ("p", "the heading “Headline numbers” is lost")]
)
def test_a_table_or_a_heading_that_is_lost_is_counted(tag: str, what: str) -> None:
    from bot.compose.errors import BrokenTemplate
    from bot.compose.paper_lines import paper_of
    from bot.compose.template_counts import Counts

    body = Document(io.BytesIO(build(PaperKind.STATUS))).element.body
    counts = Counts.of_template(body)
    lost = [each for each in body if each.tag == qn(f"w:{tag}") and (tag == "tbl" or "Headline" in words_of(each))]
    body.remove(lost[0])
    with pytest.raises(BrokenTemplate, match=what):
        counts.check("x", body, paper_of(sample.SUMMARY, sample.MADE, sample.HEAD))


def test_the_last_good_template_is_used_while_a_newer_one_is_broken(tmp_path: Path) -> None:
    made = tmp_path / PaperKind.STATUS.template
    made.parent.mkdir()
    composer = Composer(SHIPPED, tmp_path)
    made.write_bytes(_changed(build(PaperKind.STATUS), lambda body: body.replace("Position at", "How things stood at")))
    good = composer.summary_document(sample.SUMMARY, sample.MADE, sample.HEAD)
    made.write_bytes(_changed(build(PaperKind.STATUS), lambda body: body.replace("paper.made", "paper.nothing")))
    assert composer.summary_document(sample.SUMMARY, sample.MADE, sample.HEAD) == good
    assert "nothing" in composer.faults[0]


def test_words_that_a_template_takes_for_markup_cut_nothing_in_silence(tmp_path: Path) -> None:
    made = tmp_path / PaperKind.STATUS.template
    made.parent.mkdir()
    made.write_bytes(
        _changed(build(PaperKind.STATUS), lambda body: body.replace("{{ paper.title }}", "{{ paper.title|safe }}"))
    )
    summary = replace(sample.SUMMARY, plan="Homes </w:t> & rents")
    composer = Composer(SHIPPED, tmp_path)
    document = composer.summary_document(summary, sample.MADE, sample.HEAD)
    assert document == Composer(SHIPPED).summary_document(summary, sample.MADE, sample.HEAD)
    assert "a tag stands where it breaks the document" in composer.faults[0]


def test_what_an_admin_deletes_with_tracked_changes_on_is_refused(tmp_path: Path) -> None:
    """Figures would be written into the deleted text, and stay in the file unseen."""

    def tracked(body: str) -> str:
        run = "<w:r><w:delText>{{ paper.title }}</w:delText></w:r>"
        return body.replace("<w:body>", f'<w:body><w:p><w:del w:id="9" w:author="A">{run}</w:del></w:p>', 1)

    assert "tracked changes" in refusal(broken(tracked, tmp_path))


def _changed(document: bytes, change: Callable[[str], str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()) if name == "word/document.xml" else part)
    return packed.getvalue()


def test_a_chart_that_an_admin_restyled_keeps_its_looks_and_gets_the_figures() -> None:
    from bot.compose.document import fill_document
    from bot.compose.environment import make_environment
    from bot.compose.paper_lines import paper_of

    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(build(PaperKind.STATUS))) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"B3261E", b"D45500") if "charts/chart1.xml" in name else part)
    shown = paper_of(sample.SUMMARY, sample.MADE, sample.HEAD)
    environment = make_environment(lambda name: None)
    filled = fill_document(packed.getvalue(), PaperKind.STATUS, shown, environment, sample.MADE)
    with zipfile.ZipFile(io.BytesIO(filled)) as parts:
        chart = parts.read("word/charts/chart1.xml")
        body = etree.fromstring(parts.read("word/document.xml"))
    assert b"D45500" in chart
    assert b"July 2026" in chart
    assert len(list(body.iter(qn("w:drawing")))) == 1
    assert paper(folder=None) == paper()
