from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Mentioned, actions_in, read_updates
from bot.reply.refs.mentions import line_ref, mentions


@pytest.mark.parametrize(
    ("ref", "written"),
    [
        ("8.iii", "8.iii"),
        ("8.iii", "8iii"),
        ("8.iii", "8(iii)"),
        ("8.iii", "8 iii"),
        ("8.iii", "8.III"),
        ("8.iii", "action 8.iii"),
        ("2ii", "2.ii"),
        ("A-0012", "a-0012"),
        ("A-0012", "A12"),
        ("O5", "o5"),
        ("3", "action 3"),
        ("3", "item no. 3"),
        ("3", "3: in progress"),
        ("2.1", "2.1"),
    ],
)
def test_a_reference_is_found_as_people_write_it(ref: str, written: str) -> None:
    found = mentions(written, [Mentioned(ref)])
    assert [mention.ref for mention in found] == [ref]


@pytest.mark.parametrize(
    ("ref", "written"),
    [
        ("8.i", "8.iii"),
        ("8.i", "by 8 I will know"),
        ("2.1", "12.1"),
        ("2.1", "1.2.1"),
        ("2.1", "£2.1 million"),
        ("2.1", "2.1%"),
        ("3", "3 May"),
        ("3", "we have 3 left"),
        ("A1", "a 1 month delay"),
        ("O5", "O55"),
        ("", "anything at all"),
    ],
)
def test_what_only_looks_like_a_reference_is_not_taken(ref: str, written: str) -> None:
    assert (
        ref not in [mention.ref for mention in mentions(written, [Mentioned(ref)]) if mention.ref or not ref] or not ref
    )
    assert not [mention for mention in mentions(written, [Mentioned(ref)]) if mention.ref]


@pytest.mark.parametrize(
    "counted",
    [
        "12 done, 3 to go",
        "12 done so far",
        "12 of 30 done",
        "12 staff trained",
        "12 libraries are done",
        "12 were checked in May",
        "We closed 12 of them",
        "can you close 12 libraries",
        "7, 9 and 12 are done",
        "12 complete, the others to follow",
        "12% done",
        "12 January",
    ],
)
def test_a_number_that_counts_is_no_reference_though_an_action_has_it(counted: str) -> None:
    known = [Mentioned("7"), Mentioned("12")]
    assert "12" not in [mention.ref for mention in mentions(counted, known)]


@pytest.mark.parametrize("called", ["No. 9", "no 9", "Number 9", "#9", "9"])
def test_a_number_with_a_mark_behind_it_names_its_action_in_the_middle_of_an_answer_too(called: str) -> None:
    known = (Mentioned("4", "Dredge the basin"), Mentioned("9", "Paint the locks"))
    words = f"4 - the divers would rather wait. It has not been agreed. {called} - not started."
    read = {each.ref: each.status for each in read_updates(words, "", known, date(2026, 10, 1))}
    assert read == {"4": Status.IN_PROGRESS, "9": Status.NOT_STARTED}


def test_a_number_with_done_behind_it_opens_no_answer_in_the_middle_of_one() -> None:
    known = [Mentioned("7"), Mentioned("12")]
    assert mentions("12 done.", known)
    assert not mentions("12 done.", known, opens=False)
    assert not mentions("12 done.", known[1:])


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("1.2 ongoing, 2.1 done", ["IP1.2", "IP2.1"]),
        ("Close 1.2 and 2.1", ["IP1.2", "IP2.1"]),
        ("2.ii on track", ["R2.ii"]),
        ("the cost rose to 1.2", []),
        ("1.2 million so far", []),
        ("see section 2.1", []),
        ("4.4 done", []),
    ],
)
def test_a_reference_may_be_named_without_its_letters_where_a_clause_opens(written: str, named: list[str]) -> None:
    known = [Mentioned(ref) for ref in ("IP1.2", "IP2.1", "R2.ii", "A4.4", "B4.4")]
    assert [mention.ref for mention in mentions(written, known) if mention.ref] == named


def test_of_two_references_the_longer_one_is_meant() -> None:
    known = [Mentioned("8.i"), Mentioned("8.iii")]
    assert [mention.ref for mention in mentions("8.iii and 8.i", known)] == ["8.iii", "8.i"]


def test_a_reference_of_none_of_ours_is_found_as_a_stranger() -> None:
    assert [mention.ref for mention in mentions("9.iv is done", [Mentioned("8.iii")])] == [""]


def test_the_actions_of_a_nudge_are_its_cards() -> None:
    text = (
        "3 actions need a word from you\n\nDear Ellis,\n\n[ OVERDUE BY 31 DAYS ]\n\n4.ii  Review the rota and agree\n"
        "who covers\n\nIt was due by 31 August 2026.\n\n[ DUE IN 13 DAYS ]\n\n5i  Train reception staff\n\n"
        "14 days later\n2017 was a year\n"
    )
    assert [action.ref for action in actions_in(text)] == ["4.ii", "5i"]
    assert actions_in(text)[1].text == "Train reception staff"


SHARED = (
    Mentioned("1.1 (Housing)", shared="1.1"),
    Mentioned("1.1 (Audit tracker)", shared="1.1"),
    Mentioned("2.1"),
)


@pytest.mark.parametrize(
    ("written", "ref"),
    [
        ("1.1 (Housing): DONE", "1.1 (Housing)"),
        ("1.1 (audit tracker) is done", "1.1 (Audit tracker)"),
        ("action 1.1 Audit tracker done", "1.1 (Audit tracker)"),
        ("1.1 Housing - done", "1.1 (Housing)"),
        ("1.1 done", ""),
        ("1.1 (Leisure) done", ""),
    ],
)
def test_a_label_names_one_of_two_actions_and_the_bare_reference_neither(written: str, ref: str) -> None:
    (mention,) = mentions(written, SHARED)
    assert mention.ref == ref
    assert bool(mention.choices) == (not ref)


@pytest.mark.parametrize("written", ["B006 is done", "b006 done", "B-12 and more", "C104"])
def test_what_is_shaped_like_our_references_is_a_stranger(written: str) -> None:
    assert [mention.ref for mention in mentions(written, [Mentioned("B005"), Mentioned("B-01")])] == [""]


@pytest.mark.parametrize("written", ["moved to Q3", "by H2", "the S151 officer agreed", "2.5 days", "£2.5 million"])
def test_a_quarter_a_post_or_a_quantity_is_no_reference(written: str) -> None:
    assert mentions(written, [Mentioned("B1"), Mentioned("1.1")]) == ()


@pytest.mark.parametrize("written", ["1. we met\n2. we agreed", "housing is done", "3 done"])
def test_an_action_that_nobody_asked_about_is_never_named_by_a_bare_number_or_a_word(written: str) -> None:
    others = [Mentioned(ref, asked=False) for ref in ("1", "2", "3", "Housing")]
    assert mentions(written, [Mentioned("8.iii"), *others]) == ()


def test_the_cards_of_a_nudge_with_a_shared_reference_keep_their_labels() -> None:
    text = "1.1 (Housing)  Review the rota\n\n1.1 (Audit)  Close the findings\n\n2.1 (new)  Train the staff\n"
    assert [(each.ref, each.shared) for each in actions_in(text)] == [
        ("1.1 (Housing)", "1.1"),
        ("1.1 (Audit)", "1.1"),
        ("2.1", ""),
    ]


def test_a_bare_number_is_named_by_its_label_too() -> None:
    shared = [Mentioned(f"1 ({plan})", shared="1") for plan in ("Housing", "Audit")]
    assert line_ref("1 (Audit): DONE", shared) == "1 (Audit)"
    assert [each.choices for each in mentions("1: done", shared)] == [("1 (Housing)", "1 (Audit)")]


@pytest.mark.parametrize("ref", ["HW/03", "R7.ii", "VFM 2", "G.iv", "PB(2)", "iv", "C", "2.1/a"])
def test_a_reference_of_any_shape_is_a_card_where_a_wide_gap_sets_it_apart(ref: str) -> None:
    text = f"Dear Ellis,\n\n{ref}  Review the rota\n\nDue  Friday\n{ref} is old\n"
    assert [(action.ref, action.text) for action in actions_in(text)] == [(ref, "Review the rota")]
