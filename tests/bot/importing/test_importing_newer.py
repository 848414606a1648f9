"""A newer document against an edited list, value by value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.importing import Newer, Said, newer

WORDS = {
    "text": "Mend the weir",
    "owner": "Clerk",
    "status": "not_started",
    "due": "May 2028",
    "due_date": "2028-05-31",
}


def said(*, updates: tuple[tuple[str, str], ...] = (), questions: tuple[str, ...] = (), **words: str) -> Said:
    return Said({**WORDS, **words}, updates, questions)


def compared(now: Said, listed: Said | None = None, before: Said | None = None, progress: str = "") -> Newer:
    return newer(before or said(), now, listed or said(), progress)


def test_nothing_moves_where_the_document_says_what_it_said() -> None:
    assert not compared(said(), said(text="Mend the weir and its gate", status="completed")).writes


def test_what_only_the_document_moved_is_taken_over() -> None:
    change = compared(said(text="Mend the weir by hand", status="in_progress"))
    assert change.values == {"text": "Mend the weir by hand", "status": "in_progress"}
    assert [(move.called, move.old, move.new) for move in change.moves] == [
        ("action", "Mend the weir", "Mend the weir by hand"),
        ("status", "Not started", "In progress"),
    ]


def test_what_both_moved_is_asked_and_not_written() -> None:
    change = compared(said(owner="Ranger"), said(owner="Head of Water"))
    assert change.values == {}
    assert change.clashes == (
        'The document said "Clerk" as owner and now says "Ranger"; the list says "Head of Water": which holds?',
    )


def test_what_both_moved_to_the_same_is_settled() -> None:
    assert not compared(said(owner="Head of Water"), said(owner="head of water.")).writes


def test_a_later_date_is_revised_and_the_first_stays() -> None:
    later = said(due="July 2028", due_date="2028-07-31")
    assert compared(later).values == {"revised_due": "2028-07-31"}
    back = compared(said(), said(revised_due="2028-07-31"), before=later)
    assert back.values == {"revised_due": ""}


def test_the_same_day_in_other_words_is_no_move() -> None:
    assert not compared(said(due="31 May 2028")).writes


def test_a_first_date_is_written_where_there_was_none() -> None:
    nothing = said(due="TBC", due_date="")
    assert compared(said(), nothing, nothing).values == {"due": "May 2028", "due_date": "2028-05-31", "revised_due": ""}


@pytest.mark.parametrize("now", ["TBC", ""])
def test_a_date_taken_away_is_asked_about(now: str) -> None:
    change = compared(said(due=now, due_date=""))
    assert change.values == {}
    assert len(change.clashes) == 1


def test_only_what_is_told_anew_is_added() -> None:
    old, new = ("", "A mason is hired"), ("", "The mason is ill")
    assert compared(said(updates=(old, new)), before=said(updates=(old,))).updates == (new,)
    assert compared(said(updates=(new,)), progress="1 May 2028, Clerk: the mason is ill.").updates == ()


def test_questions_come_and_go_with_the_document() -> None:
    asked, row = said(questions=("Who is it?",)), said(questions=("By hand: why? Who is it?",))
    change = compared(said(questions=("Which date?",)), row, before=asked)
    assert (change.questions, change.settled) == (("Which date?",), ("Who is it?",))
    assert compared(said(), said(), before=asked).settled == ()


def test_printed_words_of_a_status_that_the_list_has_moved_stay() -> None:
    change = compared(
        said(status_text="In hand"), said(status_text="Started", status="completed"), said(status_text="Started")
    )
    assert not change.writes


def test_words_that_the_list_has_cut_are_the_same() -> None:
    long = "Mend the weir " * 30
    assert not compared(said(theme=long), said(theme=f"{long[:254]}…"), before=said(theme=f"{long} ")).writes
    assert compared(said(theme="Water"), said(theme=f"{long[:254]}…"), said(theme=long)).values == {"theme": "Water"}


def test_it_survives_being_kept() -> None:
    one = said(updates=(("Q1", "begun"),), questions=("Who?",))
    assert Said.from_json(one.to_json()) == one


def test_a_date_that_both_moved_is_asked_about() -> None:
    change = compared(said(due="July 2028", due_date="2028-07-31"), said(revised_due="2028-06-30"))
    assert change.values == {}
    [question] = change.clashes
    assert question.endswith('now says "31 July 2028"; the list says "30 June 2028": which holds?')


@pytest.mark.parametrize(
    ("name", "nothing", "called"), [("owner", "", "owner"), ("text", "", "action"), ("status", "unknown", "status")]
)
def test_what_no_action_can_lack_is_asked_about_and_not_emptied(name: str, nothing: str, called: str) -> None:
    change = compared(said(**{name: nothing, "status_text": ""}), said(status_text="Open"), said(status_text="Open"))
    assert change.values == {}
    [question] = change.clashes
    assert f" as {called} and now says " in question


FIRST, SECOND, THIRD, EDITED = said(), said(owner="Ranger"), said(owner="Mason"), said(owner="Head of Water")


def brought_in_after(before: Said, now: Said, listed: Said) -> tuple[Newer, Said, Said]:
    """What a document changes, what is remembered of it, and the row behind it with its questions."""
    change = compared(now, listed, before)
    standing = [each for each in listed.questions if each not in change.settled]
    return change, replace(now, clashes=change.open), replace(listed, questions=(*standing, *change.clashes))


def test_a_clash_is_taken_back_where_the_document_says_again_what_it_said() -> None:
    asked, second, row = brought_in_after(FIRST, SECOND, EDITED)
    [question] = asked.clashes
    back, first, row = brought_in_after(second, FIRST, row)
    assert (back.settled, back.clashes, row.questions, first.clashes) == ((question,), (), (), {})
    _, _, row = brought_in_after(first, SECOND, row)
    assert row.questions == (question,)


def test_a_clash_is_asked_once_and_taken_back_where_the_list_follows() -> None:
    _, second, row = brought_in_after(FIRST, SECOND, EDITED)
    same, second, row = brought_in_after(second, SECOND, row)
    assert not same.writes
    followed, second, _ = brought_in_after(second, SECOND, replace(row, words=SECOND.words))
    assert (followed.settled, followed.clashes, second.clashes) == (row.questions, (), {})


def test_a_document_that_moves_on_replaces_the_question_by_the_new_one() -> None:
    _, second, row = brought_in_after(FIRST, SECOND, EDITED)
    _, _, row = brought_in_after(second, THIRD, row)
    [question] = row.questions
    assert '"Clerk" as owner and now says "Mason"' in question


def test_a_clash_of_dates_is_taken_back_too() -> None:
    edited = said(revised_due="2028-06-30")
    _, later, row = brought_in_after(FIRST, said(due="July 2028", due_date="2028-07-31"), edited)
    assert row.questions
    back, _, row = brought_in_after(later, FIRST, row)
    assert (back.values, row.questions) == ({}, ())


def test_a_clash_survives_being_kept() -> None:
    _, second, _ = brought_in_after(FIRST, SECOND, EDITED)
    assert Said.from_json(second.to_json()) == second
