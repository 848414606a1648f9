"""The three papers: accessible, the same figures in each, blanks marked, a chart that says what its table says."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from test_paper_document import HOSTILE, of_text, rows_by_caption, words
from word_access import findings

from bot.compose import Composer, PaperHead, PaperKind, sample
from bot.compose.carried import carried
from bot.plan import Action, Change, Due, Owner, Status
from bot.summary import (
    OnRecord,
    Record,
    Summary,
    changed_since,
    exempt_paragraphs,
    is_exempt,
    public_plan,
    record_of,
    summarise,
    without_silence,
)

COMPOSER = Composer(Path(__file__).resolve().parents[3] / "templates")
SHAPES = [kind for kind in PaperKind if kind is not PaperKind.EMPTY]
KINDS = pytest.mark.parametrize("kind", SHAPES)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def made(kind: PaperKind, summary: Summary = sample.SUMMARY, head: PaperHead = sample.HEAD) -> bytes:
    return COMPOSER.summary_document(summary, sample.MADE, head, kind)


def first_paper(summary: Summary = sample.SUMMARY) -> Summary:
    return replace(summary, earlier=(), changes=(), trend=())


def parts_of(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def sampled(kind: PaperKind) -> str:
    return words(made(kind, sample.EMPTY if kind is PaperKind.EMPTY else sample.SUMMARY))


@pytest.mark.parametrize("kind", PaperKind)
def test_a_paper_says_what_the_sample_beside_this_test_says(kind: PaperKind) -> None:
    assert sampled(kind) == (Path(__file__).parent / "samples" / f"{kind}.txt").read_text(encoding="utf-8")


@KINDS
@pytest.mark.parametrize("summary", [sample.SUMMARY, first_paper()], ids=["later", "first"])
def test_a_paper_has_nothing_that_a_screen_reader_stumbles_over(kind: PaperKind, summary: Summary) -> None:
    assert findings(made(kind, summary)) == []


@KINDS
def test_a_plan_without_actions_has_one_page_that_says_so_and_what_to_do(kind: PaperKind) -> None:
    document = made(kind, replace(sample.EMPTY, earlier=()))
    text = words(document)
    assert "This plan has no actions.\n" in text
    assert "Bring the plan’s document in with “planminder import”" in text
    assert Document(io.BytesIO(document)).tables == []
    assert findings(document) == []


def test_a_plan_that_lost_all_its_actions_says_how_many_the_last_paper_counted() -> None:
    assert "The paper for August 2026 counted 8 open actions.\n" in words(made(PaperKind.STATUS, sample.EMPTY))


def test_the_public_is_not_told_what_to_do_about_an_empty_plan_nor_that_rows_were_left_out() -> None:
    text = words(made(PaperKind.STATUS, sample.EMPTY, PaperHead(public=True)))
    assert "This plan has no actions to show.\n" in text
    assert "planminder" not in text


@KINDS
def test_the_same_inputs_make_the_same_bytes(kind: PaperKind) -> None:
    assert made(kind) == made(kind)


@pytest.mark.parametrize("kind", [PaperKind.STATUS, PaperKind.COMMITTEE])
def test_the_headline_numbers_are_those_of_the_tables(kind: PaperKind) -> None:
    rows = rows_by_caption(made(kind))
    figures = sample.SUMMARY.figures
    assert (rows["Overdue actions"], rows["Completed this month"]) == (figures.overdue, figures.completed)
    assert rows["All actions"] == len(sample.ACTIONS)


def test_what_the_list_does_not_hold_is_a_marked_blank_with_its_leads_name() -> None:
    text = words(made(PaperKind.HIGHLIGHT))
    money, partners = text.split("# Partners")
    assert [line for line in money.splitlines() if "Not supplied" in line] == [
        (
            "Not supplied: Actual or potential problems; Effect of changes on budget; Tolerance: time, cost and "
            "quality. To be written by: Ellis Morgan."
        )
    ]
    assert "Not supplied: Budget; " in partners
    assert "To be written by: Priya Nair." in partners


@pytest.mark.parametrize(
    ("report_to", "asked"), [("Cabinet", "That Cabinet:"), ("Audit Committee", "That the Audit Committee:")]
)
def test_leaders_are_addressed_as_they_are_spoken_of(report_to: str, asked: str) -> None:
    assert asked in words(made(PaperKind.STATUS, head=PaperHead(report_to=report_to)))


def test_a_reason_stands_without_the_reference_it_began_with() -> None:
    said = Change(sample.PLAN, "1", "2.1", "due", "2026-08-31", "2026-11-30", date(2026, 9, 9), why="2.1: tender late")
    row = replace(sample.LATE, revised_due=Due.on(date(2026, 11, 30)))
    summary = summarise(OnRecord(sample.PLAN, (row,), (said,)), period=sample.SUMMARY.period, today=sample.TODAY)
    assert "| tender late\n" in words(made(PaperKind.STATUS, summary))
    assert "To be written by: Chief Executive." in words(made(PaperKind.COMMITTEE))


def test_a_committee_may_have_its_tables_a_to_e() -> None:
    agreed = replace(sample.ACTIONS[4], approved_due=date(2026, 9, 15))
    actions = (*sample.ACTIONS[:4], agreed, *sample.ACTIONS[5:])
    summary = summarise(OnRecord(sample.PLAN, actions), period=sample.SUMMARY.period, today=sample.TODAY)
    head = replace(sample.HEAD, lettered=True, governance="governance")
    document = made(PaperKind.COMMITTEE, summary, head)
    rows = {caption: number for caption, number in rows_by_caption(document).items() if caption.startswith("Table")}
    assert rows == {
        "Table A: live actions": 4,
        "Table B: completed this month": 2,
        "Table C: extensions requested": 1,
        "Table D: outstanding": 2,
        "Table E: the governance statement": 3,
    }
    text = words(document)
    assert "agrees what is to be done about the 2 overdue actions in Table D" in text
    assert "agrees or rejects the revised date in Table C" in text
    assert findings(document) == []


def test_a_leads_answer_fills_its_section_word_for_word() -> None:
    answer = "  We are £3,000 over – see {{ note }}.\nLine two <b>"
    head = replace(sample.HEAD, answers={"Partners": {"Budget": answer}})
    text = words(made(PaperKind.HIGHLIGHT, head=head))
    assert "  We are £3,000 over – see {{ note }}.\nLine two <b>\n" in text.split("# Partners")[1]


def test_the_chart_its_workbook_and_the_table_below_it_say_the_same() -> None:
    document = made(PaperKind.STATUS)
    parts = parts_of(document)
    chart = etree.fromstring(parts["word/charts/chart1.xml"])
    drawn = [[point.text for point in series.find(f"{C}val").iter(f"{C}v")] for series in chart.iter(f"{C}ser")]
    sheet = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/trend.xlsx"])).worksheets[0]
    [table] = [each for each in Document(io.BytesIO(document)).tables if each.cell(0, 0).text == "Month"]
    printed = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert [[str(value) for value in row] for row in sheet.iter_rows(min_row=2, values_only=True)] == printed
    assert [list(column) for column in zip(*printed, strict=True)][1:] == drawn
    assert printed[-1] == ["September 2026", "4", "2", "2"]


def test_the_charts_alternative_text_says_its_message() -> None:
    [drawing] = Document(io.BytesIO(made(PaperKind.STATUS))).element.body.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )
    assert drawing.get("descr") == (
        "Overdue actions fell from 3 to 2 from July 2026 to September 2026; open actions not overdue stayed at 4; "
        "3 actions were completed in these months. The figures stand in the table below the chart."
    )


def test_a_month_without_a_paper_is_bridged_and_named() -> None:
    summary = replace(sample.SUMMARY, earlier=sample.SUMMARY.earlier[:1])
    text = words(made(PaperKind.STATUS, summary))
    assert "Change since July 2026 | down 1 |" in text
    assert "What changed since July 2026" in text


def nobody_asked_before(head: PaperHead = sample.HEAD) -> str:
    """The status report of the first month of reminders: by the paper before, nobody had been asked."""
    [*older, last] = sample.SUMMARY.earlier
    members = {name: ids for name, ids in last.figures.members.items() if name != "no_reply"}
    before = replace(last, figures=replace(last.figures, no_reply=0, members=members))
    return words(made(PaperKind.STATUS, replace(sample.SUMMARY, earlier=(*older, before)), head))


def test_in_the_first_month_of_reminders_silence_has_a_dash_and_the_reason_once() -> None:
    text = nobody_asked_before()
    assert "Change since last month | down 2 | up 1 | down 1 | up 1 | –\n" in text
    assert text.count("Nobody had been asked when the last paper was made") == 1


def test_the_public_is_not_told_since_when_people_are_asked() -> None:
    assert "asked" not in nobody_asked_before(PaperHead(public=True))


@KINDS
def test_a_first_paper_has_no_word_of_change_and_says_why_once(kind: PaperKind) -> None:
    text = words(made(kind, first_paper()))
    assert not re.search(r"\b(up|down) \d|\| no change|since last month", text)
    assert text.count("first summary of this plan") == 1


def test_a_first_paper_has_no_chart_and_no_part_of_one() -> None:
    names = parts_of(made(PaperKind.STATUS, first_paper()))
    assert [name for name in names if "chart" in name or "embed" in name] == []


@KINDS
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_however_hostile_breaks_any_paper(kind: PaperKind, text: str) -> None:
    answers = {text: {"Budget": text}}
    head = PaperHead(council=text, report_of=text, contact=text, lead=text, leads={text: text}, answers=answers)
    document = COMPOSER.summary_document(of_text(text, actions=7), sample.MADE, head, kind)
    rows = rows_by_caption(document)
    assert rows.get("All actions", 7) == 7
    assert COMPOSER.faults == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.characters(), max_size=60), kind=st.sampled_from(SHAPES))
def test_no_text_at_all_loses_a_row(text: str, kind: PaperKind) -> None:
    rows = rows_by_caption(made(kind, of_text(text, actions=3), PaperHead()))
    assert rows.get("All actions", 3) == 3
    assert COMPOSER.faults == ()


def many(count: int) -> Summary:
    actions = tuple(
        replace(sample.ACTIONS[at % 8], item_id=str(at), ref=str(at), text=f"Action {at} <{HOSTILE[0]}>")
        for at in range(count)
    )
    return summarise(OnRecord("Long", actions), period=sample.SUMMARY.period, today=sample.TODAY)


def test_a_long_annex_is_the_same_as_a_short_one_row_for_row(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.compose import long_tables

    slow = made(PaperKind.STATUS, many(600))
    monkeypatch.setattr(long_tables, "LONG", 100)
    fast = made(PaperKind.STATUS, many(600))
    assert rows_by_caption(fast)["All actions"] == 600
    bodies = [Document(io.BytesIO(each)).element.body for each in (slow, fast)]
    assert len({etree.tostring(body, method="c14n", exclusive=True) for body in bodies}) == 1


PERSON = sample.MORGAN
EXEMPT = replace(
    sample.ACTIONS[4],
    ref="9.9",
    text="Sell Quarry House",
    theme="Disposals",
    recommendation="Dispose of Quarry House",
    owners=(Owner("Head of Estates Nell Orchard"),),
    exempt="Paragraph 3",
    progress="1 September 2026, Ellis Morgan: the bid is £2m",
)
PERSONAL = replace(
    sample.ACTIONS[1],
    item_id="10",
    text="Ellis  Morgan to train budget holders; ring 01632 960 123 or ellis.morgan@tamberley.example",
    owners=(Owner("Ellis Morgan", (PERSON,)),),
    progress="1 September 2026, Ellis Morgan: I am off sick",
    status_text="Ellis is off sick",
    question="Is Ellis back?",
)


def of_actions(*actions: Action) -> Summary:
    return summarise(OnRecord(sample.PLAN, actions), period=sample.SUMMARY.period, today=sample.TODAY)


def public_summary() -> Summary:
    actions, changes = public_plan((*sample.ACTIONS, EXEMPT, PERSONAL), (), ())
    return summarise(OnRecord(sample.PLAN, actions, changes), period=sample.SUMMARY.period, today=sample.TODAY)


@KINDS
def test_nothing_excluded_is_anywhere_in_a_public_paper(kind: PaperKind) -> None:
    summary = public_summary()
    record = record_of(summary, public_plan((*sample.ACTIONS, EXEMPT, PERSONAL), (), ())[0], "", "public").to_json()
    document = made(kind, summary, PaperHead(council=sample.COUNCIL, public=True, record=record))
    parts = parts_of(document)
    text = "\n".join([*parts, *(part.decode("utf-8", "replace") for part in parts.values())])
    if "word/embeddings/trend.xlsx" in parts:
        text += "\n".join(part.decode() for part in parts_of(parts["word/embeddings/trend.xlsx"]).values())
    banned = (
        "Quarry",
        "9.9",
        "Disposals",
        "Orchard",
        "£2m",
        "Paragraph 3",
        "Morgan",
        "960 123",
        "ellis",
        "sick",
        "Ellis",
    )
    assert [word for word in banned if word in text] == []
    assert not re.search(r"<w:(ins|del|comment|rsid)\b", text)


@KINDS
def test_the_public_is_told_nothing_of_silence_nor_what_the_leaders_are_to_agree(kind: PaperKind) -> None:
    internal, public = words(made(kind)), words(made(kind, head=PaperHead(public=True)))
    assert "No reply" in internal
    assert [each for each in ("No reply", "asked", "agrees what is to be done") if each in public] == []


@KINDS
def test_exempt_rows_are_marked_on_the_first_page_in_every_footer_and_beside_each(kind: PaperKind) -> None:
    secret = replace(EXEMPT, item_id="9", exempt="Paragraphs 3 and 5 of Schedule 12A")
    document = made(kind, of_actions(*sample.ACTIONS, secret))
    mark = "NOT FOR PUBLICATION: contains exempt information (paragraphs 3 and 5)"
    assert words(document).startswith(mark)
    assert "Sell Quarry House [Exempt: paragraphs 3 and 5]" in words(document)
    assert sum(mark.encode() in part for name, part in parts_of(document).items() if "footer" in name) == 2
    assert ("by paragraphs 3 and 5 of Schedule 12A" in words(document)) is (kind is PaperKind.COMMITTEE)


@KINDS
def test_a_plan_without_exempt_rows_has_no_mark(kind: PaperKind) -> None:
    assert not any(b"NOT FOR PUBLICATION" in part for part in parts_of(made(kind)).values())


def test_an_exempt_row_that_names_no_paragraph_says_so() -> None:
    assert exempt_paragraphs((replace(EXEMPT, exempt="yes"),)) == "paragraph not stated"


def test_a_row_without_words_says_so() -> None:
    assert "(no words in the list)" in words(made(PaperKind.STATUS, of_actions(replace(sample.LATE, text=""))))


def test_the_record_of_a_public_paper_names_nobody_who_is_silent() -> None:
    shown = without_silence(sample.SUMMARY)
    assert sample.SUMMARY.figures.no_reply
    assert "no_reply" not in record_of(shown, sample.ACTIONS, "", "public").figures


def test_words_of_people_are_taken_out_and_the_rest_stays() -> None:
    [shown], _ = public_plan((PERSONAL,), (), ())
    assert shown.text == (
        "an officer of the council to train budget holders; ring (number left out) or (address left out)"
    )
    assert shown.owner_text == "an officer of the council"
    assert (shown.progress, shown.status_text, shown.question, shown.people) == ("", "", "", ())


@pytest.mark.parametrize(
    ("word", "exempt"), [("", False), ("No", False), ("Paragraph 3", True), ("yes", True), ("?", True)]
)
def test_anything_but_a_plain_no_keeps_a_row_out_of_public_papers(word: str, exempt: bool) -> None:
    assert is_exempt(replace(sample.LATE, exempt=word)) is exempt


def test_what_had_changed_before_a_paper_was_made_has_not_changed_since() -> None:
    done = replace(sample.ACTIONS[0], status=Status.COMPLETED, completed_on=sample.TODAY)
    actions = (done, *sample.ACTIONS[1:])
    summary = summarise(OnRecord(sample.PLAN, actions), period=sample.SUMMARY.period, today=sample.TODAY)
    record = Record.from_json(record_of(summary, actions, "", "internal").to_json())
    assert record.rows["1"].status == "unknown"  # what it was at the month's end nobody knows
    assert changed_since(record, actions) == ()


def test_a_paper_carries_what_each_row_said_and_names_those_that_changed() -> None:
    record = Record.from_json(carried(made(PaperKind.STATUS)))
    assert changed_since(record, sample.ACTIONS) == ()
    now: tuple[Action, ...] = (
        replace(sample.ACTIONS[0], status=Status.COMPLETED, revised_due=Due.on(date(2026, 11, 1))),
        *sample.ACTIONS[2:],
        replace(sample.LATE, item_id="77", ref="7.7"),
    )
    assert [(each.ref, each.what, each.was, each.now) for each in changed_since(record, now)] == [
        ("2.1", "status", "In progress", "Completed"),
        ("2.1", "due", "2026-08-31", "2026-11-01"),
        ("7.7", "added", "", "In progress"),
        ("2.2", "removed", "At risk", ""),
    ]


if __name__ == "__main__":
    for each in PaperKind:
        (Path(__file__).parent / "samples" / f"{each}.txt").write_text(sampled(each), encoding="utf-8")
