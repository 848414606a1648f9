"""The papers of a month, from the list to the library: editions, columns, locked files, figures and rows traced."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document

from bot.m365 import Lists
from bot.summary import FIGURE_NAMES
from jobs.cli.arguments import FIGURES
from tests.journeys.council import Council
from tests.journeys.paper import tables, words
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = """Ref,Theme,Action,Owner,Due,Status
H1,Homes,Mend the roofs,Ada Fenn,31 January 2027,In progress
H2,Homes,Sell the depot in Mill Lane,Ada Fenn,31 March 2027,In progress
H3,Homes,Agree the lettings policy with Ada Fenn,Head of Housing,30 April 2027,In progress
"""
MARCH = ("--today", "2027-03-02")


@told_once
def council(council: Council) -> None:
    """A plan of three actions, of which the sale of the depot is exempt, known since January."""
    council.write_config(("Housing",))
    council.bring_in(PLAN)
    council.edit("Housing", "H2", {"Exempt": "Paragraph 3"})
    council.run("run", "sync", "--today", "2027-01-04")
    configured = council.config.read_text(encoding="utf-8")
    extra = 'editions = ["internal", "public"]\npaper = "committee"\non_site = "2026-11-10"\n'
    council.config.write_text(configured + extra, encoding="utf-8")


def everything(paper: bytes, depth: int = 0) -> str:
    """All that a file holds, with the files inside it unpacked too, as text."""
    if depth > 3 or not zipfile.is_zipfile(io.BytesIO(paper)):
        return paper.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(paper)) as parts:
        return "\n".join(f"{name}\n{everything(parts.read(name), depth + 1)}" for name in parts.namelist())


def test_both_editions_are_stored_and_nothing_excluded_is_in_the_public_one(council: Council) -> None:
    council.run("run", "summarise", *MARCH)
    papers = council.papers()
    assert sorted(papers) == ["Housing 2027-02 public.docx", "Housing 2027-02.docx"]
    for word in ("depot", "Mill Lane", "H2", "Paragraph 3", "Fenn", "ada.fenn"):
        assert word in everything(papers["Housing 2027-02.docx"]) or word in ("Paragraph 3", "ada.fenn"), word
        assert word not in everything(papers["Housing 2027-02 public.docx"]), word
    text = "\n".join(each.text for each in Document(io.BytesIO(papers["Housing 2027-02 public.docx"])).paragraphs)
    assert "The plan has 2 actions under 1 theme." in text
    assert "no_reply" not in everything(papers["Housing 2027-02 public.docx"])


def test_a_row_made_exempt_later_leaves_no_trace_in_the_next_public_paper(council: Council) -> None:
    council.run("run", "summarise", *MARCH)
    council.edit("Housing", "H3", {"Exempt": "3"})
    council.run("run", "summarise", "--today", "2027-04-02")
    public = everything(council.papers()["Housing 2027-03 public.docx"])
    assert "H1" in public
    assert [word for word in ("H3", "lettings", "row 3", "no longer in the plan") if word in public] == []


def test_the_columns_of_the_library_say_plan_period_and_edition(council: Council) -> None:
    said = council.run("run", "summarise", *MARCH)
    assert "Add the columns Plan, Period, Edition (text) to the library" in said
    with council._signed_in() as tenant:
        lists = Lists(tenant, council.facts["site"])
        library = "Documents"
        for name in ("Plan", "Period", "Edition"):
            lists.add_column(library, name, name, text={})
        assert "Add the columns" not in council.run("run", "summarise", *MARCH)
        rows = [row.fields for row in lists.all_rows(library) if "Edition" in row.fields]
    assert sorted((row["Plan"], row["Period"], row["Edition"]) for row in rows) == [
        ("Housing", "2027-02", "Internal"),
        ("Housing", "2027-02", "Public"),
    ]


def test_a_paper_made_again_is_a_new_version_of_the_same_file(council: Council) -> None:
    for _ in range(2):
        council.run("run", "summarise", *MARCH)
    files = {each["name"]: len(each["versions"]) for each in council.control("GET", "library").json()}
    assert files == {"Housing 2027-02.docx": 2, "Housing 2027-02 public.docx": 2}


@pytest.mark.parametrize("status", [423, 409])
def test_a_file_that_is_locked_for_a_moment_or_written_by_somebody_else_is_tried_again(
    council: Council, status: int
) -> None:
    lock = {"match": {"method": "PUT", "path": "/content"}, "fault": {"kind": "status", "status": status}, "times": 1}
    council.control("POST", "faults", json=lock)
    council.run("run", "summarise", *MARCH)
    assert len(council.papers()) == 2


def test_a_file_that_stays_locked_is_told_and_nobody_is_mailed_of_it(council: Council) -> None:
    lock = {"match": {"method": "PUT", "path": "/content"}, "fault": {"kind": "status", "status": 423}, "times": 5}
    council.control("POST", "faults", json=lock)
    said = council.run("run", "summarise", *MARCH, expect=1)
    assert "its paper could not be stored" in said
    assert "is locked by somebody who has it open" in said
    assert "No mails sent" in said


def test_a_figure_is_traced_to_its_rule_and_its_rows_from_the_paper_and_from_the_list(council: Council) -> None:
    council.run("run", "summarise", *MARCH)
    (council.folder / "paper.docx").write_bytes(council.papers()["Housing 2027-02.docx"])
    from_paper = council.answer("summary", "explain", "overdue", "paper.docx")
    from_list = council.answer("summary", "explain", "overdue", "--plan", "Housing", *MARCH)
    for told in (from_paper, from_list):
        assert (told["value"], [row["ref"] for row in told["rows"]]) == (1, ["H1"])
        assert told["rule"].startswith("Open actions whose date")
    assert "Name" not in council.run("summary", "explain", "open", "paper.docx")
    assert "name either a paper or --plan" in council.run("summary", "explain", "open", expect=1)


def test_the_rows_that_changed_since_a_paper_are_named(council: Council) -> None:
    council.run("run", "summarise", *MARCH)
    for edition in ("", " public"):
        name = f"Housing 2027-02{edition}.docx"
        (council.folder / name).write_bytes(council.papers()[name])
        assert council.answer("summary", "verify", name)["unchanged"] is True
    council.edit("Housing", "H1", {"Status": "Completed", "RevisedDue": "2027-06-30T12:00:00Z"})
    council.edit("Housing", "H2", {"Action": "Keep the depot"})
    internal = council.answer("summary", "verify", "Housing 2027-02.docx")["changes"]
    assert [(each["ref"], each["what"], each["was"], each["now"]) for each in internal] == [
        ("H1", "status", "In progress", "Completed"),
        ("H1", "due", "2027-01-31", "2027-06-30"),
        ("H2", "text", "", "Keep the depot"),
    ]
    public = council.answer("summary", "verify", "Housing 2027-02 public.docx")["changes"]
    assert {each["ref"] for each in public} == {"H1"}


def test_a_file_that_is_no_paper_is_refused_with_what_to_give(council: Council) -> None:
    (council.folder / "other.docx").write_bytes(b"no document")
    assert "give a paper that Planminder made" in council.run("summary", "verify", "other.docx", expect=1)
    Document().save(str(council.folder / "other.docx"))
    assert "says nothing of its own making" in council.run("summary", "verify", "other.docx", expect=1)
    assert "there is no file nowhere.docx" in council.run("summary", "verify", "nowhere.docx", expect=1)


def test_the_command_line_names_every_figure() -> None:
    assert FIGURES == FIGURE_NAMES


def test_whoever_wrote_words_that_wait_for_a_person_is_not_printed_as_silent(council: Council) -> None:
    [held] = council.answer("run", "remind", "--today", "2027-03-31")["runs"]
    council.run("approve", held["run"], "--today", "2027-03-31")
    council.reply("ada.fenn", "Cannot say yet, the contractor has it", said=datetime(2027, 4, 1, 12, tzinfo=UTC))
    council.run("run", "summarise", "--today", "2027-04-02")
    paper = council.papers()["Housing 2027-03.docx"]
    assert "No reply" not in tables(paper)
    assert "Nobody who was asked is still to answer." in words(paper)
    assert not any("LastReply" in row for ref, row in council.rows("Housing").items() if ref in ("H1", "H2"))


def test_a_completion_is_verified_by_what_the_list_says_of_it(council: Council) -> None:
    council.edit("Housing", "H1", {"Status": "Completed", "Verified": "Internal Audit, 26 February 2027"})
    council.edit("Housing", "H2", {"Status": "Completed", "Verified": "Ada Fenn"})
    council.run("run", "summarise", "--today", "2027-02-26")
    papers = council.papers()
    rows = {row[0]: row[3] for row in tables(papers["Housing 2027-02.docx"])["Completed this month"]}
    assert rows["H1"].endswith("Verified: Internal Audit, 26 February 2027.")
    assert rows["H2"].endswith("Not verified.")
    assert "Internal Audit" not in everything(papers["Housing 2027-02 public.docx"])
    assert "Verified." in everything(papers["Housing 2027-02 public.docx"])


def overridden(council: Council, **fields: str) -> None:
    """Somebody sets the standing of Homes in the list that the import made."""
    with council._signed_in() as tenant:
        lists = Lists(tenant, council.facts["site"])
        told = {"Title": "Homes", "Plan": "Housing", "Month": "2027-02", "Standing": "On track"}
        lists.add_row("Theme overrides", told | {"Reason": "The roofer starts on 8 March", "By": "Ellis Ward"} | fields)


def test_a_persons_word_on_a_theme_stands_beside_the_rules(council: Council) -> None:
    assert "Theme overrides" not in council.run("run", "summarise", *MARCH)
    overridden(council)
    said = council.run("run", "summarise", *MARCH)
    assert "does not count" not in said
    papers = council.papers()
    internal, public = (papers[f"Housing 2027-02{which}.docx"] for which in ("", " public"))
    for paper in (internal, public):
        [[_, told, *_]] = tables(paper)["Status by theme"]
        assert "On track" in told
    by_rule = "By the rule: Needs attention.\n"
    assert f"Homes: on track. Set by Ellis Ward: The roofer starts on 8 March. {by_rule}" in words(internal)
    assert f"Homes: on track. Set by hand. {by_rule}" in words(public)
    assert "Ellis" not in everything(papers["Housing 2027-02 public.docx"])
    assert "roofer" not in everything(papers["Housing 2027-02 public.docx"])


def test_a_word_on_a_theme_without_a_reason_does_not_count_and_is_told(council: Council) -> None:
    overridden(council, Reason="")
    for how in ((), ("--dry-run",)):
        said = council.run("run", "summarise", *how, *MARCH)
        assert "“Homes”, 2027-02: it gives no reason: write one." in said
    assert "Set by" not in everything(council.papers()["Housing 2027-02.docx"])


def elsewhere(council: Council) -> None:
    """The list of overrides is called otherwise from now on, and another action is to be brought in."""
    configured = council.config.read_text(encoding="utf-8")
    council.config.write_text(f'{configured}\n[summary]\noverrides = "Our own"\n', encoding="utf-8")
    (council.folder / "plan.csv").write_text(
        f"{PLAN}H4,Homes,Paint the doors,Ada Fenn,31 May 2027,\n", encoding="utf-8"
    )


def test_an_import_makes_the_list_of_overrides_and_offers_the_standings(council: Council) -> None:
    assert 'ok    list of theme overrides "Theme overrides"' in council.run("check")
    elsewhere(council)
    said = council.run("import", "plan.csv", "--yes")
    assert "Our own" not in said
    with council._signed_in() as tenant:
        columns = {each.name: each for each in Lists(tenant, council.facts["site"]).columns("Our own")}
    assert {"Title", "Plan", "Month", "Standing", "Reason", "By"} <= columns.keys()
    assert "Needs attention" in columns["Standing"].choices


def test_a_list_of_overrides_that_may_not_be_made_is_told_and_stops_no_import(council: Council) -> None:
    elsewhere(council)
    refused = {"match": {"method": "POST", "path": "/lists$"}, "fault": {"kind": "status", "status": 403}, "times": 9}
    council.control("POST", "faults", json=refused)
    said = council.run("import", "plan.csv", "--yes")
    assert 'The list "Our own" could not be made, for the right to make lists is missing' in said
    assert "H4" in council.rows("Housing")


def test_the_columns_that_a_list_of_overrides_lacks_are_named_by_the_check(council: Council) -> None:
    elsewhere(council)
    with council._signed_in() as tenant:
        Lists(tenant, council.facts["site"]).create("Our own")
    assert 'it has no column "Reason" (text): add it' in council.run("check", expect=1)
