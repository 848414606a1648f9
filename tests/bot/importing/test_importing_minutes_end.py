"""Where an action noted in minutes ends, and what "the next meeting" says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan

AS_OF = date(2027, 10, 1)


def test_the_next_item_of_the_minutes_is_no_part_of_an_action(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(
        "Tamberley Town Committee\n"
        "7. Clock\n"
        "The clock has stopped.\n"
        "ACTION: Town Clerk to call the clockmaker by 30 October 2027.\n"
        "8. Gates\n"
        "ACTION: Ranger to bring colours to the next meeting.\n"
        "9. Any other business\n"
        "None.\n",
        encoding="utf-8",
    )
    first, second = read_plan(path, AS_OF).actions
    assert first.action == "Town Clerk to call the clockmaker by 30 October 2027."
    assert (second.action, second.due.text) == ("Ranger to bring colours to the next meeting.", "next meeting")
    assert second.questions == ('"next meeting" counts from something else: set the date it comes to.',)


@pytest.mark.parametrize("numbers", ["TC/27/41 TC/27/42", "2027/41 2027/42", "27-41 27-42", "T41 T42", "41. 42."])
def test_the_next_item_is_known_by_its_number_however_minutes_number_them(tmp_path: Path, numbers: str) -> None:
    first, second = numbers.split()
    path = tmp_path / "minutes.txt"
    path.write_text(
        "Tamberley Town Committee\n"
        f"{first}\tClock\n"
        "ACTION: Town Clerk to call the clockmaker by 30 October 2027.\n"
        f"{second}\tGates\n"
        "The hinges were found to be rusty.\n"
        "ACTION: Ranger to oil the hinges by\n"
        "31/10/2027 At the latest\n",
        encoding="utf-8",
    )
    assert [each.action for each in read_plan(path, AS_OF).actions] == [
        "Town Clerk to call the clockmaker by 30 October 2027.",
        "Ranger to oil the hinges by 31/10/2027 At the latest",
    ]
