"""A plan goes from its document into the list whole, and again without doubling or overwriting anything."""

from __future__ import annotations

import io
import re
import signal
import sys
import time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.rows import day_of
from tests.journeys.council import Council

pytestmark = pytest.mark.journey

HEAD = "Ref,Action,Owner,Due,Status,Latest update,Budget\n"
ROWS = (
    "1,Sweep the square,Ada Fenn,31 March 2027,In progress,We have hired a broom,£40\n"
    "2,Paint the stalls,Ada Fenn,30 April 2027,Not started,,£90\n"
    "3,Mend the clock,Ada Fenn,31 May 2027,Not started,,\n"
)
DAY = ("--as-of", "2027-02-01")


def bring_in(council: Council, *rows: str) -> str:
    return council.bring_in(HEAD + "".join(rows), *DAY, file="market.csv")


def test_the_update_column_opens_the_progress_of_its_row_as_imported(council: Council) -> None:
    said = bring_in(council, ROWS)
    rows = council.rows("Peer challenge")
    assert rows["1"]["Progress"] == "1 February 2027, imported from market.csv: We have hired a broom"
    assert not rows["2"].get("Progress")
    assert "Not brought in, for the list has no place for it: Budget." in said

    held = council.answer("run", "remind", "--today", "2027-03-30")["runs"][0]["run"]
    council.run("approve", held, "--today", "2027-03-30")
    [nudge] = council.mails("ada.fenn")
    assert "The last update, imported from market.csv on 1 February 2027, was" in nudge["body"]


def test_brought_in_again_edited_rows_are_left_alone_and_new_ones_added(council: Council) -> None:
    bring_in(council, ROWS)
    council.edit("Peer challenge", "2", {"Action": "Paint the stalls and the gate", "Status": "In progress"})
    council.edit("Peer challenge", "3", {"DueDate": "2027-06-30T12:00:00Z"})
    before = council.rows("Peer challenge")

    said = bring_in(council, ROWS, "4,Light the hall,Ada Fenn,30 June 2027,Not started,,\n")
    after = council.rows("Peer challenge")
    assert list(after) == ["1", "2", "3", "4"]
    assert {ref: after[ref] for ref in before} == before
    assert '1 action written to "Peer challenge".' in said
    assert (
        "3 rows are already in the list and left alone; 2 of them differ from the document: 2 (action, status), "
        "3 (due)." in said
    )


def test_another_action_under_a_known_reference_is_added_and_held_until_somebody_says_what_it_is(
    council: Council,
) -> None:
    bring_in(council, ROWS)
    other = "2,Appoint an auditor,Ada Fenn,30 April 2027,Not started,,\n"
    said = bring_in(council, other)
    assert "1 row is held until the list answers its question: 4 (2 in the document)." in said
    row = council.rows("Peer challenge")["4"]
    assert row["Action"] == "Appoint an auditor"
    assert row["Question"] == (
        '"Paint the stalls" (2 in the list) is not in the document under these words: is this that action in other '
        "words, or another one?"
    )
    bring_in(council, other)
    assert council.rows("Peer challenge")["4"] == row


def test_a_program_is_told_the_same(council: Council) -> None:
    bring_in(council, ROWS)
    council.edit("Peer challenge", "2", {"OwnerText": "Clerk"})
    [report] = council.answer("import", "market.csv", *DAY)
    assert (report["written"], report["left_alone"], report["left_out"]) == (0, 3, ["Budget"])
    assert report["differing"] == [{"ref": "2", "in": ["owner"]}]
    assert council.answer("import", "market.csv", *DAY, "--dry-run")["left_out"] == ["Budget"]


def test_a_party_listed_with_a_wrong_address_is_told_so_and_not_as_unknown(council: Council) -> None:
    bring_in(council, ROWS.replace("Ada Fenn,31 March", "Head of Markets,31 March"))
    council.edit("Who is who", "Head of Markets", {"Address": "markets at tamberley"})
    said = bring_in(council, ROWS.replace("Ada Fenn,31 March", "Head of Markets,31 March"))
    sentence = 'the address of Head of Markets in "Who is who" is no mail address ("markets at tamberley")'
    assert sentence[4:] in said
    assert "Nobody is known" not in said
    told = council.run("run", "remind", "--dry-run", "--today", "2027-03-30")
    assert f"Not chased: Peer challenge, 1: {sentence}: correct it there." in told

    council.edit("Who is who", "Head of Markets", {"Address": f"mailto:{council.person('tom.wray')}"})
    preview = council.answer("preview", "--today", "2027-03-30")
    assert [(mail["to"], gap) for mail in preview["mails"] for gap in preview["gaps"] or [""]] == [
        (council.person("tom.wray"), "")
    ]


def test_a_question_ends_as_a_question(council: Council) -> None:
    bring_in(council, "1,Sweep the square,Ada Fenn,31 March 2027,Mulling it over,,\n")
    for said in (
        council.run("preview", "--today", "2027-03-30"),
        council.run("run", "remind", "--dry-run", "--today", "2027-03-30"),
    ):
        assert "does not say how far it is: is it in progress?\n" in said


def test_several_updates_are_entries_of_their_own_and_the_last_is_quoted(council: Council) -> None:
    head = HEAD.replace("Latest update", "Update November").replace("Budget", "Update October")
    (council.folder / "market.csv").write_text(
        head + "1,Sweep the square,Ada Fenn,31 March 2027,In progress,A broom is hired,We look for a broom\n"
    )
    council.run("import", "market.csv", *DAY)
    assert council.rows("Peer challenge")["1"]["Progress"] == (
        "1 February 2027, imported from market.csv (Update October): We look for a broom\n"
        "1 February 2027, imported from market.csv (Update November): A broom is hired"
    )
    held = council.answer("run", "remind", "--today", "2027-03-30")["runs"][0]["run"]
    council.run("approve", held, "--today", "2027-03-30")
    [nudge] = council.mails("ada.fenn")
    assert "A broom is hired" in nudge["body"]
    assert "We look for a broom" not in nudge["body"]


def test_a_column_of_sentences_is_named_before_anything_else(council: Council) -> None:
    rows = "1,Sweep the square,Ada Fenn,31 March 2027,In progress,,The trust pays one half of it\n"
    (council.folder / "market.csv").write_text(HEAD + rows)
    said = council.run("import", "market.csv", "--dry-run", *DAY).splitlines()
    assert said[1].strip().startswith("! Not brought in, and it holds sentences: Budget.")
    assert "Not brought in, and it holds sentences: Budget." in council.run("import", "market.csv", *DAY)


def test_a_question_settled_in_the_list_is_not_counted_again(council: Council) -> None:
    rows = "".join(f"{ref},Sweep the square {ref},Ada Fenn,31 March 2027,Mulling it over,,\n" for ref in "12")
    assert "2 rows are held until the list answers their questions: 1, 2." in bring_in(council, rows)
    council.edit("Peer challenge", "1", {"Status": "In progress", "Question": ""})
    assert "1 row is held until the list answers its question: 2." in bring_in(council, rows)


def test_a_row_that_was_deleted_is_said_to_be_added_again(council: Council) -> None:
    bring_in(council, ROWS)
    council.run("run", "sync", "--today", "2027-02-01")
    council.delete("Peer challenge", "2")
    [report] = council.answer("import", "market.csv", *DAY)
    assert (report["written"], report["added_again"]) == (1, ["2"])

    council.run("run", "sync", "--today", "2027-02-01")
    council.delete("Peer challenge", "3")
    council.run("run", "sync", "--today", "2027-02-01")
    said = bring_in(council, ROWS, "4,Light the hall,Ada Fenn,30 June 2027,Not started,,\n")
    assert "3 was in the list before and is not now: it is added again. Delete it there if it is done with." in said
    assert "4 was in the list before" not in said
    assert "2 was in the list before" not in said


def test_a_wrong_address_beside_a_good_one_is_told_and_the_good_one_reminded(council: Council) -> None:
    row = ROWS.replace("Ada Fenn,31 March", "Head of Markets,31 March")
    bring_in(council, row)
    good = council.person("tom.wray")
    council.edit("Who is who", "Head of Markets", {"Address": f"{good}, markets at tamberley"})
    sentence = 'the address of Head of Markets in "Who is who" is no mail address ("markets at tamberley")'
    assert sentence[4:] in bring_in(council, row)
    told = council.run("run", "remind", "--dry-run", "--today", "2027-03-30")
    assert f"Chased in part: Peer challenge, 1: {sentence}: correct it there." in told
    assert [mail["to"] for mail in council.answer("preview", "--today", "2027-03-30")["mails"]] == [good]


def day(instant: str) -> str:
    """The local day that a date column holds."""
    return str(day_of(instant, ZoneInfo("Europe/London")))


def newer(council: Council, *rows: str, yes: bool = True) -> dict[str, Any]:
    (council.folder / "market.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    [report] = council.answer("import", "market.csv", *DAY, *(["--yes"] if yes else []))
    return dict(report)


NEWER = (
    "1,Sweep the square,Ada Fenn,31 May 2027,In progress,We have hired a broom,£40\n"
    "2,Paint the stalls and the gate,Tom Wray,30 April 2027,Completed,Two coats are on,£90\n"
    "3,Mend the clock,Ada Fenn,31 May 2027,Not started,,\n"
)


def test_a_newer_document_moves_what_the_list_left_as_it_was_and_keeps_the_baseline(council: Council) -> None:
    bring_in(council, ROWS)
    report = newer(council, NEWER)
    assert [(each["ref"], [move["in"] for move in each["moves"]]) for each in report["changed"]] == [
        ("1", ["due"]),
        ("2", ["action", "owner", "status", "status as printed"]),
    ]
    rows = council.rows("Peer challenge")
    assert (rows["1"]["DueText"], day(rows["1"]["DueDate"]), day(rows["1"]["RevisedDue"])) == (
        "31 March 2027",
        "2027-03-31",
        "2027-05-31",
    )
    assert (rows["2"]["Action"], rows["2"]["OwnerText"], rows["2"]["Status"]) == (
        "Paint the stalls and the gate",
        "Tom Wray",
        "Completed",
    )
    assert rows["2"]["Progress"] == "1 February 2027, imported from market.csv: Two coats are on"
    assert rows["1"]["Progress"] == "1 February 2027, imported from market.csv: We have hired a broom"
    said = council.run("log", "--action", "1")
    assert 'due: "31 March 2027" -> "31 May 2027"' in said


def test_the_same_document_again_changes_nothing(council: Council) -> None:
    bring_in(council, ROWS)
    newer(council, NEWER)
    before = council.rows("Peer challenge")
    again = newer(council, NEWER)
    assert (again["changed"], again["written"], again["differing"]) == ([], 0, [])
    assert council.rows("Peer challenge") == before


def test_what_both_moved_is_asked_in_the_row_and_what_the_list_moved_alone_stays(council: Council) -> None:
    bring_in(council, ROWS)
    council.edit("Peer challenge", "1", {"RevisedDue": "2027-04-30T12:00:00Z"})
    council.edit("Peer challenge", "3", {"Action": "Mend the clock and its bell"})
    newer(council, NEWER)
    rows = council.rows("Peer challenge")
    assert day(rows["1"]["RevisedDue"]) == "2027-04-30"
    assert rows["1"]["Question"] == (
        'The document said "31 March 2027" as due and now says "31 May 2027"; the list says "30 April 2027": '
        "which holds?"
    )
    assert rows["3"]["Action"] == "Mend the clock and its bell"
    council.edit("Peer challenge", "1", {"Question": ""})
    newer(council, NEWER)
    assert not council.rows("Peer challenge")["1"].get("Question")


def test_a_date_that_the_newer_document_takes_away_is_asked_about(council: Council) -> None:
    bring_in(council, ROWS)
    newer(council, ROWS.replace("31 March 2027", "TBC"))
    row = council.rows("Peer challenge")["1"]
    assert (row["DueText"], day(row["DueDate"])) == ("31 March 2027", "2027-03-31")
    assert 'now says "TBC"' in row["Question"]


def test_a_question_that_the_newer_document_answers_is_taken_back(council: Council) -> None:
    unclear = ROWS.replace("31 March 2027,In progress", "31 March 2027,Mulling it over")
    bring_in(council, unclear.replace("31 March 2027", "TBC"))
    assert "which date?" in council.rows("Peer challenge")["1"]["Question"]
    newer(council, unclear)
    row = council.rows("Peer challenge")["1"]
    assert (row["DueText"], day(row["DueDate"])) == ("31 March 2027", "2027-03-31")
    assert row["Question"] == '"Mulling it over" does not say how far it is: is it in progress?'
    assert not row.get("RevisedDue")


def test_a_script_that_does_not_agree_adds_rows_and_changes_none(council: Council) -> None:
    bring_in(council, ROWS)
    before = council.rows("Peer challenge")
    report = newer(council, NEWER, "4,Light the hall,Ada Fenn,30 June 2027,Not started,,\n", yes=False)
    after = council.rows("Peer challenge")
    assert ([each["ref"] for each in report["would_change"]], report["changed"]) == (["1", "2"], [])
    assert {ref: after[ref] for ref in before} == before
    assert list(after) == ["1", "2", "3", "4"]
    assert [each["ref"] for each in newer(council, NEWER)["changed"]] == ["1", "2"]


def test_a_row_that_the_newer_document_has_no_more_is_named_and_stays(council: Council) -> None:
    bring_in(council, ROWS)
    assert newer(council, ROWS.split("3,", 1)[0])["no_longer"] == ["3"]
    assert list(council.rows("Peer challenge")) == ["1", "2", "3"]
    other = "A,Count the swans,Ada Fenn,31 March 2027,Not started,,\n"
    assert newer(council, other)["no_longer"] == []


def test_another_action_under_a_known_reference_is_never_taken_over(council: Council) -> None:
    bring_in(council, ROWS)
    report = newer(council, ROWS.replace("Paint the stalls,Ada Fenn", "Appoint an auditor,Tom Wray"))
    assert (report["changed"], council.rows("Peer challenge")["2"]["Action"]) == ([], "Paint the stalls")


def test_a_renumbered_document_moves_each_row_by_its_words_and_adds_what_is_new(council: Council) -> None:
    bring_in(council, ROWS)
    renumbered = (
        "1,Appoint a market manager,Tom Wray,30 June 2027,Not started,,\n"
        "2,Sweep the square,Ada Fenn,31 March 2027,Completed,It is swept,£40\n"
        "3,Mend the clock,Ada Fenn,31 May 2027,In progress,,\n"
    )
    said = newer(council, renumbered)
    assert ([each["ref"] for each in said["changed"]], said["no_longer"]) == (["1", "3"], ["2"])
    listed = {ref: (row["Action"], row["Status"]) for ref, row in council.rows("Peer challenge").items()}
    assert listed == {
        "1": ("Sweep the square", "Completed"),
        "2": ("Paint the stalls", "Not started"),
        "3": ("Mend the clock", "In progress"),
        "4": ("Appoint a market manager", "Not started"),
    }
    before = council.rows("Peer challenge")
    again = newer(council, renumbered)
    assert (again["changed"], again["written"], council.rows("Peer challenge")) == ([], 0, before)

    reworded = newer(council, renumbered.replace("Appoint a market manager", "Appoint a manager of the market"))
    assert [(each["ref"], each["moves"][0]["in"]) for each in reworded["changed"]] == [("4", "action")]


def test_an_owner_whom_only_the_document_names_is_no_post_to_be_filled(council: Council) -> None:
    bring_in(council, ROWS)
    council.edit("Peer challenge", "1", {"OwnerText": "Head of Markets"})
    said = newer(council, ROWS.replace("Ada Fenn,31 March", "Head of Streets,31 March"))
    assert said["unknown_owners"] == ["Head of Markets"]
    assert "Head of Streets" not in council.rows("Who is who")


UNNUMBERED = "Action,Owner,Due,Status\n"
SWEEP, PAINT = (f"{each},Ada Fenn,May 2027," for each in ("Sweep the square", "Paint the stalls"))


def test_a_dry_run_beside_a_plan_shows_what_would_change_and_writes_nothing(council: Council) -> None:
    file = council.folder / "market.csv"
    file.write_text(f"{UNNUMBERED}{SWEEP}Not started\n", encoding="utf-8")
    council.run("import", "market.csv", *DAY)
    before = council.rows("Peer challenge")
    file.write_text(f"{UNNUMBERED}{PAINT}Not started\n{SWEEP}Completed\n", encoding="utf-8")

    look = ("import", "market.csv", *DAY, "--dry-run")
    said = council.run(*look, "--plan", "Peer challenge")
    assert 'To the list "Peer challenge": 1 action would be added, 1 changed.' in said
    assert '  ~ 1 (2 in the document): Sweep the square\n      status: "Not started" -> "Completed"' in said
    assert "\n  1 (2 in the document)  Completed" in said
    assert said.endswith("Nothing was written.\n")
    assert "would be added" not in council.run(*look)
    assert council.answer(*look, "--plan", "Peer challenge") == council.answer(*look)
    assert council.rows("Peer challenge") == before


def test_a_dry_run_that_cannot_look_at_the_list_says_so_and_shows_what_it_read(council: Council) -> None:
    (council.folder / "market.csv").write_text(f"{UNNUMBERED}{SWEEP}Not started\n", encoding="utf-8")
    said = council.run("import", "market.csv", *DAY, "--dry-run", "--plan", "Park")
    assert "Sweep the square" in said
    assert 'Not compared with the list of "Park". planminder: ' in said


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "status"), [("y\n", "Completed"), ("n\n", "Not started"), ("", "Not started")])
def test_at_a_terminal_the_changes_are_shown_and_written_only_when_agreed_to(
    council: Council, monkeypatch: pytest.MonkeyPatch, answer: str, status: str
) -> None:
    bring_in(council, ROWS)
    (council.folder / "market.csv").write_text(HEAD + NEWER, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    said = council.run("import", "market.csv", *DAY)
    assert 'To the list "Peer challenge": no actions would be added, 2 changed.' in said
    assert '      status: "Not started" -> "Completed"' in said
    assert council.rows("Peer challenge")["2"]["Status"] == status
    assert ("Nothing was written." in said) == (status == "Not started")


def test_a_column_may_be_named_on_the_command_line(council: Council) -> None:
    text = "No,Thing,Budget,Name\n1,Sweep the square before the fair,£40,Ada Fenn\n"
    (council.folder / "market.csv").write_text(text, encoding="utf-8")
    command = ("import", "market.csv", *DAY, "--dry-run", "--column")
    [action] = council.answer(*command, "Thing=action", "--column", "Name=owner")["actions"]
    assert (action["action"], action["owners"]) == ("Sweep the square before the fair", ["Ada Fenn"])
    assert "    owner          = Name" in council.run(*command, "Thing=action", "--column", "Name=owner")
    assert 'No table of market.csv has a head row with "Deed"' in council.run(*command, "Deed=action", expect=1)
    assert "colour is not a field of an action" in council.run(*command, "Thing=colour", expect=1)
    assert "the printed head first" in council.run(*command, "Thing", expect=2)


def test_a_highlight_report_is_shown_and_never_made_a_list(council: Council) -> None:
    lines = ["River Path", "", "Project:\t\tStage: 1", "Covered: Aug - Nov 27", "UNDERSPEND:\tON BUDGET\tOVERSPEND"]
    lines += ["\tYES\t", "Ahead of time\tOn schedule\tBehind schedule", "\tYES\tYES", "Problems:", "None"]
    lines += ["Risk update:", "None", "Next steps:", "Pave it"]
    (council.folder / "report.txt").write_text("\n".join(lines), encoding="utf-8")
    said = council.run("import", "report.txt", *DAY, "--dry-run")
    assert "highlight reports of 1 workstream, no actions, 1 question" in said
    assert '? River Path: "On schedule" and "Behind schedule" are ticked: which holds?' in said
    assert "report.txt holds highlight reports of workstreams and no action" in council.run(
        "import", "report.txt", *DAY, "--yes", expect=1
    )


def test_what_the_council_says_of_its_colours_and_short_names_holds_for_its_imports(council: Council) -> None:
    rows = "1,Sweep the square,HoM,31 March 2027,Blue,,\n2,Paint the stalls,HoM,30 April 2027,Green,,\n"
    (council.folder / "market.csv").write_text(HEAD + rows, encoding="utf-8")
    read = ("import", "market.csv", *DAY, "--dry-run")
    usual = council.answer(*read)["actions"]
    assert [(each["owners"], each["status"]["value"]) for each in usual] == [
        (["HoM"], "unknown"),
        (["HoM"], "in_progress"),
    ]
    council.write_config(
        extra="[reading]\n"
        'colours = { blue = "completed", green = "not started" }\n'
        'aliases = { "HoM" = "Head of Markets" }\n'
    )
    own = council.answer(*read)["actions"]
    assert [(each["owners"], each["status"]["value"]) for each in own] == [
        (["Head of Markets"], "completed"),
        (["Head of Markets"], "not_started"),
    ]
    council.run("import", "market.csv", *DAY, "--yes")
    rows_of_list = council.rows("Peer challenge")
    assert [rows_of_list[ref]["Status"] for ref in "12"] == ["Completed", "Not started"]
    assert "Head of Markets" in council.rows("Who is who")


def test_what_comes_round_and_was_done_stays_open_as_done_this_time(council: Council) -> None:
    bring_in(council, "1,Count the swans,Ada Fenn,Annually,Completed,,\n")
    row = council.rows("Peer challenge")["1"]
    assert (row["Status"], row["StatusText"], day(row["CompletedOn"])) == ("Ongoing", "Completed", "2027-02-01")


def test_the_day_of_completion_lands_in_its_column(council: Council) -> None:
    text = "Ref,Action,Owner,Due,Status,Completed\n1,Sweep the square,Ada Fenn,31/3/27,Completed,12 January 2027\n"
    (council.folder / "market.csv").write_text(text, encoding="utf-8")
    council.run("import", "market.csv", *DAY)
    completed = council.rows("Peer challenge")["1"]["CompletedOn"]
    assert day_of(str(completed), ZoneInfo("Europe/London")).isoformat() == "2027-01-12"


def test_a_question_is_taken_back_where_document_and_list_agree_again(council: Council) -> None:
    bring_in(council, ROWS)
    council.edit("Peer challenge", "2", {"OwnerText": "Clerk of works"})
    for _ in range(2):
        newer(council, NEWER)
        assert council.rows("Peer challenge")["2"]["Question"].count("which holds?") == 1
        newer(council, ROWS)
        assert not council.rows("Peer challenge")["2"].get("Question")


def test_an_older_document_moves_nothing_and_the_import_says_so(council: Council) -> None:
    bring_in(council, ROWS)
    newer(council, NEWER)
    before = council.rows("Peer challenge")
    (council.folder / "market.csv").write_text(HEAD + ROWS + "4,Light the hall,Ada Fenn,May 2027,Not started,,\n")
    older = ("import", "market.csv", "--as-of", "2027-01-04")
    said = council.run(*older, "--yes")
    assert {ref: row for ref, row in council.rows("Peer challenge").items() if ref in "123"} == before
    assert (
        "A document of 1 February 2027 is newer than market.csv and says something else of 1, 2: they stay as they "
        "are. If market.csv is the newer one, give --as-of the day it speaks from." in said
    )
    assert council.answer(*older, "--yes")[0]["older_for"] == ["1", "2"]


def test_a_row_put_between_unnumbered_ones_gets_a_number_of_its_own(council: Council) -> None:
    head, rows = (
        "Action,Owner,Due,Status\n",
        [f"{each},Ada Fenn,May 2027,Open\n" for each in ("Sweep", "Paint", "Mend")],
    )
    for lines in (rows, [rows[0], "Light the hall,Ada Fenn,May 2027,Open\n", *rows[1:]]):
        (council.folder / "market.csv").write_text(head + "".join(lines), encoding="utf-8")
        council.run("import", "market.csv", *DAY, "--yes")
    assert {ref: row["Action"] for ref, row in council.rows("Peer challenge").items()} == {
        "1": "Sweep",
        "2": "Paint",
        "3": "Mend",
        "4": "Light the hall",
    }


def test_a_row_deleted_before_any_run_saw_it_is_said_to_be_added_again(council: Council) -> None:
    bring_in(council, ROWS)
    council.delete("Peer challenge", "2")
    assert newer(council, ROWS)["added_again"] == ["2"]


def test_nobody_is_asked_about_a_document_that_changes_nothing(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(council, ROWS)
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    said = council.run("import", "market.csv", *DAY)
    assert "no actions would be added, 0 changed." in said
    assert "Write this" not in said
    assert "Nothing was written." not in said


def test_what_changed_is_not_told_as_nothing_written(council: Council) -> None:
    bring_in(council, ROWS)
    (council.folder / "market.csv").write_text(HEAD + NEWER, encoding="utf-8")
    said = council.run("import", "market.csv", *DAY, "--yes")
    assert "2 rows changed as the document did:" in said
    assert "actions written" not in said


def test_each_question_is_told_with_its_row_or_where_to_settle_it(council: Council) -> None:
    head = "Ref,Action,Owner,Status\n"
    rows = "1,Sweep the square,Ada Fenn,Mulling it over\n2,Paint the stalls,,Open\n3,Mend the clock,Ada Fenn,Open\n"
    (council.folder / "market.csv").write_text(head + rows, encoding="utf-8")
    said = council.run("import", "market.csv", *DAY)
    assert "3 actions, 3 questions (1 row held, 1 asked by mail, 1 about the document)" in said
    assert "1 row is held until the list answers its question: 1." in said
    assert "1 row will be asked about by mail: 2." in said
    assert "mend what is asked about in market.csv and import it again" in said


def test_no_row_is_said_to_be_asked_about_by_mail_for_a_date_that_comes_round(council: Council) -> None:
    head = "Ref,Action,Owner,Due,Status\n"
    rows = (
        "1,Sweep the square,Ada Fenn,March (annually),Open\n"
        "2,Paint the stalls,Ada Fenn,,Open\n"
        "3,Mend the clock,,30 June 2027,Open\n"
    )
    (council.folder / "market.csv").write_text(head + rows, encoding="utf-8")
    said = council.run("import", "market.csv", *DAY)
    assert "2 rows will be asked about by mail: 2, 3." in said
    assert "2 asked by mail" in said


def test_an_import_that_is_stopped_says_how_far_it_came(council: Council) -> None:
    rows = [f"{number},Sweep street {number},Ada Fenn,31 March 2027,Open,,\n" for number in range(101)]
    bring_in(council, rows[0])
    (council.folder / "market.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    slow = {"match": {"method": "POST", "path": "/items$"}, "fault": {"kind": "delay", "seconds": 0.02}, "times": 1000}
    council.control("POST", "faults", json=slow)
    importing = council.start("import", "market.csv", *DAY)
    while len(council.rows("Peer challenge")) == 1:
        assert importing.poll() is None
        time.sleep(0.05)
    importing.send_signal(signal.SIGINT)
    _, told = importing.communicate(timeout=60)
    assert importing.returncode == 130
    found = re.search(r"(\d+) of 100 rows are written\. Run it again for the rest\.|before any row", told)
    assert found
    assert len(council.rows("Peer challenge")) - 1 - int(found[1] or 0) in (0, 1)
    council.control("DELETE", "faults")
    bring_in(council, *rows)
    assert len(council.rows("Peer challenge")) == 101


def test_a_plan_of_several_sections_is_shown_with_them(council: Council) -> None:
    rows = "1,Square,Sweep it,Ada Fenn\n2,Square,Light it,Ada Fenn\n3,Hall,Paint it,Ada Fenn\n"
    (council.folder / "market.csv").write_text(f"Ref,Theme,Action,Owner\n{rows}", encoding="utf-8")
    said = council.run("import", "market.csv", *DAY, "--dry-run").splitlines()
    shown = [line[2:9].strip() for line in said if line.startswith(("  --", "  1", "  2", "  3"))]
    assert [line.split()[0] for line in shown] == ["--", "1", "2", "--", "3"]
    assert "  -- Hall" in said

    (council.folder / "market.csv").write_text(f"Ref,Theme,Action,Owner\n{rows.replace('Hall', 'Square')}")
    assert "  -- Square" not in council.run("import", "market.csv", *DAY, "--dry-run").splitlines()


def test_a_due_that_moves_past_the_date_told_before_is_taken_over_and_asked_about(council: Council) -> None:
    told = '1,Sweep the square,Ada Fenn,{},"Delayed, now expected May 2027",,\n'
    bring_in(council, told.format("March 2027"))
    newer(council, told.format("September 2027"))
    row = council.rows("Peer challenge")["1"]
    assert (row["DueText"], day(row["RevisedDue"])) == ("March 2027", "2027-09-30")
    assert row["Question"].endswith('lies before the date first promised, "September 2027": which one counts?')

    council.edit("Peer challenge", "1", {"RevisedDue": "2027-06-30T12:00:00Z", "Question": ""})
    newer(council, told.format("November 2027"))
    row = council.rows("Peer challenge")["1"]
    assert day(row["RevisedDue"]) == "2027-06-30"
    assert 'now says "30 November 2027"; the list says "30 June 2027": which holds?' in row["Question"]
