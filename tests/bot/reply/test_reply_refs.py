from __future__ import annotations

import pytest

from bot.reply import Mentioned, actions_in
from bot.reply.refs import mentions


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
