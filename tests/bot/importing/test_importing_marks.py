"""Dashes and apostrophes reach the list as the document prints them, whichever way its text was taken apart."""

from __future__ import annotations

import pytest

from bot.importing.pasted.labels import divide_values


def test_owners_divided_among_actions_keep_their_marks() -> None:
    assert divide_values("owner", "Cllr O’Vane Clerk", 2) == ["Cllr O’Vane", "Clerk"]


@pytest.mark.parametrize(
    "text", ["Clerk / Mayor", "Clerk /\nMayor", "Clerk\n/ Mayor", "Clerk and\nMayor", "Clerk / Head of Waste"]
)
def test_owners_joined_by_a_mark_are_not_divided_at_it_among_actions(text: str) -> None:
    assert divide_values("owner", text, 2) is None


@pytest.mark.parametrize(
    ("text", "count", "shares"),
    [
        ("Clerk / RFO Head of Waste", 2, ["Clerk / RFO", "Head of Waste"]),
        ("Clerk /\nRFO\nMayor", 2, ["Clerk / RFO", "Mayor"]),
        ("Clerk and Mayor Head of HR", 2, ["Clerk and Mayor", "Head of HR"]),
    ],
)
def test_joined_owners_are_one_share_beside_another(text: str, count: int, shares: list[str]) -> None:
    assert divide_values("owner", text, count) == shares
