"""Pasted plans in prose whose labels say as of when they tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan


@pytest.mark.parametrize("label", ["Position at October 2027", "Update as at 5 October 2027", "Status for Q3 2027/28"])
def test_a_label_may_say_of_what_day_it_tells(tmp_path: Path, label: str) -> None:
    text = (
        "Agreed action: Dredge the pond before the\nwinter.\nResponsible officer: Clerk\n"
        f"Implementation date: 30 June 2027\n{label}: Implemented. Dredged and\nfilled.\n\n"
        "Agreed action: Mend the sluice.\nResponsible officer: Head of Water\n"
        f"Implementation date: May 2028\n{label}: Not started\n"
    )
    path = tmp_path / "plan.txt"
    path.write_text(text)
    plan = read_plan(path, date(2027, 10, 31))
    assert [(each.owners, str(each.due.end), each.status.value.value) for each in plan.actions] == [
        (("Clerk",), "2027-06-30", "completed"),
        (("Head of Water",), "2028-05-31", "not_started"),
    ]
    assert not any(each.questions for each in plan.actions)
