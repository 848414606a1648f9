"""A newer document whose numbers moved: which of its actions the list holds, and under which references."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.importing import Present, ReadAction, as_numbered, doubts, find_present
from bot.plan import Due, Status, StatusReading

MARKET = "Install CCTV in the market square"
STATION = "Install CCTV in the bus station"
RAILINGS = "Paint the railings"


def action(ref: str, text: str, owner: str = "", section: str = "", *, printed: bool = True) -> ReadAction:
    status = StatusReading("", Status.IN_PROGRESS)
    return ReadAction(ref, section, "", "", text, (), owner, Due(), status, 1.0, (), (), ref_printed=printed)


def document(**texts: str) -> list[ReadAction]:
    return [action(ref, text) for ref, text in texts.items()]


def rows(**texts: str) -> list[Present]:
    return [Present(ref, text) for ref, text in texts.items()]


def matched(actions: Sequence[ReadAction], present: Sequence[Present]) -> dict[str, str]:
    """Reference in the document -> reference in the list."""
    return {actions[at].ref: present[row].ref for at, row in find_present(actions, present).items()}


def added(actions: Sequence[ReadAction], present: Sequence[Present]) -> dict[str, str]:
    """Reference in the document -> the one that its new row gets."""
    found = find_present(actions, present)
    numbered = as_numbered(actions, present, found)
    return {actions[at].ref: each.ref for at, each in enumerate(numbered) if at not in found}


def test_numbers_that_moved_up_after_a_deletion_do_not_turn_one_action_into_the_next() -> None:
    present = rows(A1=MARKET, A2=STATION, A3=RAILINGS)
    actions = document(A1=STATION, A2=RAILINGS)
    assert matched(actions, present) == {"A1": "A2", "A2": "A3"}
    assert added(actions, present) == doubts(actions, present) == {}


def test_a_row_put_in_on_top_of_rows_of_similar_words_is_new_and_the_others_stay_themselves() -> None:
    present = rows(**{"1": "Publish the 2027 report", "2": "Publish the 2028 report"})
    actions = document(
        **{"1": "Publish the 2026 report", "2": "Publish the 2027 report", "3": "Publish the 2028 report"}
    )
    assert matched(actions, present) == {"2": "1", "3": "2"}
    assert added(actions, present) == {"1": "4"}
    assert doubts(actions, present) == {}


def test_the_report_of_another_year_is_another_action_where_numbers_moved() -> None:
    present = rows(**{"1": "Publish the 2027 report", "2": "Publish the 2028 report"})
    actions = document(**{"1": "Publish the 2028 report", "2": "Publish the 2029 report"})
    assert matched(actions, present) == {"1": "2"}
    assert doubts(actions, present) == {}


def test_a_new_action_under_a_number_that_moved_is_added_and_not_asked_about() -> None:
    present = rows(**{"1.1": MARKET, "1.2": STATION, "2.1": RAILINGS})
    actions = document(**{"1.1": "Appoint an auditor", "1.2": MARKET, "1.3": STATION, "2.1": RAILINGS})
    assert matched(actions, present) == {"1.2": "1.1", "1.3": "1.2", "2.1": "2.1"}
    assert added(actions, present) == {"1.1": "1.4"}
    assert doubts(actions, present) == {}


def test_a_reworded_action_keeps_its_row_where_only_another_series_moved() -> None:
    present = rows(**{"1.1": MARKET, "1.2": STATION, "2.1": RAILINGS})
    actions = document(**{"1.1": STATION, "2.1": "Paint all of the iron railings by hand"})
    assert matched(actions, present) == {"1.1": "1.2", "2.1": "2.1"}


def test_a_reworded_action_whose_number_moved_is_asked_about_and_takes_over_no_row() -> None:
    present = rows(A1=MARKET, A2=STATION, A3=RAILINGS)
    actions = document(A1="Install CCTV in the bus station and depot", A2=RAILINGS)
    assert matched(actions, present) == {"A2": "A3"}
    [asked] = doubts(actions, present).values()
    assert asked == (
        '"Install CCTV in the bus station" (A2 in the list) is not in the document under these words: is this that '
        "action in other words, or another one?"
    )


def test_words_nearer_to_another_row_than_to_the_one_of_the_same_number_are_asked_about() -> None:
    present = rows(A1=MARKET, A2=STATION)
    actions = document(A1="Install CCTV in the bus station and depot")
    assert matched(actions, present) == {}
    assert "(A2 in the list)" in doubts(actions, present)[0]


def test_another_action_under_a_number_that_did_not_move_is_added_and_asked_about() -> None:
    present = rows(**{"1": MARKET, "2": RAILINGS})
    actions = document(**{"1": MARKET, "2": "Appoint an auditor"})
    assert matched(actions, present) == {"1": "1"}
    assert added(actions, present) == {"2": "3"}
    assert doubts(actions, present).keys() == {1}


def test_a_word_more_under_another_number_is_the_same_action_of_the_same_owner() -> None:
    present = [Present("1", MARKET, "Clerk"), Present("2", RAILINGS, "Clerk")]
    longer = f"{MARKET} soon"
    [same, other] = [[action("1", RAILINGS, "Clerk"), action("7", longer, owner)] for owner in ("Clerk", "Ranger")]
    assert matched(same, present) == {"1": "2", "7": "1"}
    assert matched(other, present) == {"1": "2"}
    assert doubts(other, present).keys() == {1}


def test_a_word_changed_for_another_under_another_number_is_asked_about() -> None:
    long = "Install new cameras on all the lamp posts along the northern road beside the old {}"
    present = [Present("1", long.format("church"), "Clerk"), Present("2", RAILINGS, "Clerk")]
    actions = [action("1", RAILINGS, "Clerk"), action("2", long.format("school"), "Clerk")]
    assert matched(actions, present) == {"1": "2"}
    assert doubts(actions, present).keys() == {1}


def test_equal_words_of_several_owners_are_told_apart_by_the_owner_where_nothing_is_numbered() -> None:
    present = [Present("1", RAILINGS, "Clerk"), Present("2", RAILINGS, "Ranger")]
    actions = [
        action(str(number), text, owner, printed=False)
        for number, (text, owner) in enumerate([(MARKET, "Clerk"), (RAILINGS, "Clerk"), (RAILINGS, "Ranger")], 1)
    ]
    assert matched(actions, present) == {"2": "1", "3": "2"}


def test_equal_words_of_several_owners_are_told_apart_by_the_owner_where_the_numbers_of_others_moved() -> None:
    present = [Present("1", RAILINGS, "Clerk"), Present("2", RAILINGS, "Ranger"), Present("3", MARKET)]
    texts = [(STATION, ""), (RAILINGS, "Clerk"), (RAILINGS, "Ranger"), (MARKET, "")]
    actions = [action(str(number), text, owner) for number, (text, owner) in enumerate(texts, 1)]
    assert matched(actions, present) == {"2": "1", "3": "2", "4": "3"}


def test_equal_words_are_told_apart_by_a_printed_number_that_did_not_move_whatever_their_order_and_owner() -> None:
    present = [Present("1", RAILINGS, "Clerk"), Present("2", RAILINGS, "Ranger")]
    actions = [action("2", RAILINGS, "Clerk"), action("1", RAILINGS, "Ranger")]
    assert matched(actions, present) == {"2": "2", "1": "1"}
    counted = [action("1", RAILINGS, "Ranger", printed=False), action("2", RAILINGS, "Clerk", printed=False)]
    assert matched(counted, present) == {"1": "2", "2": "1"}


def test_a_number_among_others_that_moved_says_nothing_of_words_that_have_hardly_one_in_common() -> None:
    present = rows(A1=MARKET, A2=STATION, A3=RAILINGS)
    actions = document(A1=STATION, A2=MARKET, A3="Appoint the auditor for all of our accounts")
    assert doubts(actions, present) == {}


def test_under_another_number_only_words_nearly_the_same_and_nearest_are_the_same_action() -> None:
    present = [Present("1", RAILINGS, "Clerk"), Present("2", MARKET, "Clerk")]
    much_longer = [action("1", MARKET, "Clerk"), action("5", f"{RAILINGS} and gates", "Clerk")]
    assert matched(much_longer, present) == {"1": "2"}
    assert doubts(much_longer, present).keys() == {1}
    long = "Survey every bridge and culvert of the district"
    twice = [action("5", f"{long} now", "Clerk"), action("6", f"{long} again", "Clerk")]
    assert matched(twice, [Present("1", long, "Clerk")]) == {}
    assert matched(twice[:1], [Present("1", long, "Clerk")]) == {"5": "1"}


def test_a_number_among_others_that_moved_needs_more_than_a_word_in_common() -> None:
    present = rows(A1=MARKET, A2=STATION, A3=RAILINGS)
    actions = document(A1=STATION, A2=MARKET, A3="Paint the whole bridge and its lamps")
    assert matched(actions, present) == {"A1": "A2", "A2": "A1"}
    assert doubts(actions, present).keys() == {2}
    assert matched(document(A1=MARKET, A2=STATION, A3=actions[2].action), present)["A3"] == "A3"


def test_a_row_is_known_by_what_the_last_document_called_it_and_said_of_it() -> None:
    present = [
        Present("1", MARKET),
        Present("5", "Look after the books", said=("2", "Appoint an auditor")),
        Present("2", RAILINGS, said=("3", RAILINGS)),
    ]
    actions = document(**{"2": "Appoint an auditor for the year", "3": RAILINGS})
    assert matched(actions, present) == {"2": "5", "3": "2"}
    assert matched(document(**{"9": "Appoint an auditor"}), present) == {"9": "5"}


def test_a_blank_cell_is_the_row_of_its_printed_number() -> None:
    assert matched(document(**{"1": MARKET, "2": ""}), rows(**{"1": MARKET, "2": RAILINGS})) == {"1": "1", "2": "2"}


def test_what_the_document_calls_an_action_stands_beside_the_reference_of_the_list() -> None:
    actions, present = document(**{"1": "Appoint an auditor", "4": RAILINGS}), rows(**{"1": RAILINGS})
    assert [each.called for each in as_numbered(actions, present, find_present(actions, present))] == [
        "2 (1 in the document)",
        "1 (4 in the document)",
    ]


_WORDS = ("square", "station", "bridge", "harbour", "library", "2027", "2028", "school")
_TEXTS = [f"{verb} the {what}" for verb in ("Install CCTV in", "Paint", "Survey") for what in _WORDS]
_DOCUMENT = st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=9, unique=True)
_NUMBERING = st.sampled_from(["{}", "A{}", "1.{}", "8.{}"])


@given(before=_DOCUMENT, after=_DOCUMENT, old=_NUMBERING, new=_NUMBERING, printed=st.booleans())
@settings(max_examples=400, deadline=None)
def test_no_row_takes_another_rows_words_and_no_action_is_lost(
    before: list[str], after: list[str], old: str, new: str, printed: bool
) -> None:
    present = [Present(old.format(at), text, "Clerk") for at, text in enumerate(before, 1)]
    actions = [action(new.format(at), text, "Clerk", printed=printed) for at, text in enumerate(after, 1)]
    found = find_present(actions, present)

    assert len(set(found.values())) == len(found)
    for at, text in enumerate(after):
        if text in before:
            assert found[at] == before.index(text)
        elif at in found:
            assert before[found[at]] not in after

    numbered = as_numbered(actions, present, found)
    listed = [row.ref for row in present] + [each.ref for at, each in enumerate(numbered) if at not in found]
    assert len(set(listed)) == len(listed), "no two rows have one reference"


@given(before=_DOCUMENT, after=_DOCUMENT, old=_NUMBERING, new=_NUMBERING, printed=st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_document_brought_in_twice_adds_and_moves_nothing(
    before: list[str], after: list[str], old: str, new: str, printed: bool
) -> None:
    present = [Present(old.format(at), text, "Clerk") for at, text in enumerate(before, 1)]
    actions = [action(new.format(at), text, "Clerk", printed=printed) for at, text in enumerate(after, 1)]
    found = find_present(actions, present)
    numbered = as_numbered(actions, present, found)
    for at, each in enumerate(numbered):
        row = Present(each.ref, each.action, "Clerk", said=(each.ref_in_document or each.ref, each.action))
        if at in found:
            present[found[at]] = row
        else:
            present.append(row)

    again = find_present(actions, present)
    assert [present[again[at]].text for at in range(len(actions))] == after
    assert [each.ref for each in as_numbered(actions, present, again)] == [each.ref for each in numbered]
    assert doubts(actions, present) == {}


@given(order=st.permutations(range(6)), gone=st.sets(st.integers(0, 5), max_size=4), new=st.integers(0, 3))
@pytest.mark.parametrize("printed", [True, False])
def test_permuted_and_thinned_rows_with_new_ones_between_keep_their_rows(
    order: list[int], gone: set[int], new: int, printed: bool
) -> None:
    old = [f"{letter * 3} {letter * 4} {letter * 5}" for letter in "abcdef"]
    kept = [old[at] for at in order if at not in gone]
    texts = [f"new words number {at}" for at in range(new)] + kept
    present = [Present(str(at), text) for at, text in enumerate(old, 1)]
    actions = [action(str(at), text, printed=printed) for at, text in enumerate(texts, 1)]
    assert {actions[at].action: present[row].text for at, row in find_present(actions, present).items()} == {
        text: text for text in kept
    }
