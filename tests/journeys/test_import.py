"""A plan goes from its document into the list whole, and again without doubling or overwriting anything."""

from __future__ import annotations

import pytest

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
    (council.folder / "market.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    return council.run("import", "market.csv", *DAY)


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


def test_another_action_under_a_known_reference_is_pointed_out(council: Council) -> None:
    bring_in(council, ROWS)
    said = bring_in(council, "2,Appoint an auditor,Ada Fenn,30 April 2027,Not started,,\n")
    assert "1 row is already in the list and left alone; it differs from the document: 2 (action)." in said
    assert "The document says something else altogether under 2" in said


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
    bring_in(council, "1,Sweep the square,,31 March 2027,In progress,,\n")
    for said in (
        council.run("preview", "--today", "2027-03-30"),
        council.run("run", "remind", "--dry-run", "--today", "2027-03-30"),
    ):
        assert "held until this is settled: No owner is written: who is it?\n" in said


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
    rows = "".join(f"{ref},Sweep the square {ref},,31 March 2027,In progress,,\n" for ref in "12")
    assert "2 questions to settle: those rows are held" in bring_in(council, rows)
    council.edit("Peer challenge", "1", {"OwnerText": "Ada Fenn", "Question": ""})
    assert "1 question to settle: those rows are held" in bring_in(council, rows)


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
