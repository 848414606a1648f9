"""Dashes and apostrophes reach the list as the document prints them, whichever way its text was taken apart."""

from __future__ import annotations

from bot.importing.pasted.labels import divide_values


def test_owners_divided_among_actions_keep_their_marks() -> None:
    assert divide_values("owner", "Cllr O’Vane Clerk", 2) == ["Cllr O’Vane", "Clerk"]
