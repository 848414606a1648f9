"""Which actions of a document brought in again stand in the list already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from importing_documents import FLAT, HEAD, excel

from bot.importing import Present, ReadAction, find_present, read_plan

AS_OF = date(2027, 10, 1)


def numbered(tmp_path: Path, *texts: str) -> tuple[ReadAction, ...]:
    rows = [FLAT, *((f"A{number}", text, "Clerk", "May 2028", "") for number, text in enumerate(texts, 1))]
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions


def counted(tmp_path: Path, *texts: str) -> tuple[ReadAction, ...]:
    rows = [FLAT[1:], *((text, "Clerk", "May 2028", "") for text in texts)]
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions


def test_a_printed_reference_is_the_same_action_with_similar_words(tmp_path: Path) -> None:
    actions = numbered(tmp_path, "Sweep the square", "Paint the stalls", "Mend the clock")
    listed = [Present("a1", "Wash the square every week"), Present("A2.", "Paint the stalls")]
    assert find_present(actions, listed) == {0: 0, 1: 1}


def test_a_counted_reference_does_not_decide_when_a_row_was_put_between(tmp_path: Path) -> None:
    actions = counted(tmp_path, "Count the visitors", "Sweep the square", "Paint the stalls")
    assert [action.ref for action in actions] == ["1", "2", "3"]
    listed = [Present("1", "Sweep the square"), Present("2", "Paint the stalls")]
    assert find_present(actions, listed) == {1: 0, 2: 1}


def test_a_counted_row_that_was_reworded_a_little_is_the_same(tmp_path: Path) -> None:
    actions = counted(tmp_path, "Sweep the market square", "Paint the stalls")
    assert find_present(actions, [Present("1", "Sweep the whole market square")]) == {0: 0}


def test_a_row_whose_reference_the_admin_changed_is_the_same_by_its_words(tmp_path: Path) -> None:
    assert find_present(numbered(tmp_path, "Sweep the square"), [Present("B7", "Sweep the square.")]) == {0: 0}


def test_equal_words_under_two_references_are_two_actions(tmp_path: Path) -> None:
    actions = numbered(tmp_path, "Sweep the square", "Sweep the square")
    assert find_present(actions, [Present("A1", "Sweep the square")]) == {0: 0}


def test_a_row_of_the_list_is_one_action_at_most(tmp_path: Path) -> None:
    actions = counted(tmp_path, "Sweep the square", "Sweep the square")
    assert find_present(actions, [Present("9", "Sweep the square")]) == {0: 0}


def test_labels_under_a_recommendation_are_printed_references_and_counts_are_not(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ("1) Paths", "i) Walk", "Ranger", "May 2028", ""),
        ("", "ii) Map", "Ranger", "May 2028", ""),
        ("2) Signs", "Paint the signs", "Ranger", "May 2028", ""),
    ]
    actions = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert [(action.ref, action.ref_printed) for action in actions] == [("1.i", True), ("1.ii", True), ("2", False)]
