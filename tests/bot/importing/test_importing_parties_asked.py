"""What is asked of an owner or a date is what a clerk would ask, and a day in two languages is one day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel

from bot.importing import read_plan
from bot.importing.plan_reading import ReadAction

AS_OF = date(2027, 10, 1)


def _read(tmp_path: Path, owner: str, due: str = "May 2028") -> ReadAction:
    rows = (FLAT, ("1", "Weed the moat", owner, due, "In progress"))
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions[0]


@pytest.mark.parametrize("service", ["Highways", "Property", "Democratic Services"])
def test_a_service_by_its_own_name_is_one_party_and_not_asked_about(tmp_path: Path, service: str) -> None:
    assert (_read(tmp_path, service).owners, _read(tmp_path, service).questions) == ((service,), ())


def test_two_services_side_by_side_are_asked_about(tmp_path: Path) -> None:
    assert len(_read(tmp_path, "Housing Legal").questions) == 1


@pytest.mark.parametrize("owner", ["Ann Lark - left", "not Joe Finch"])
def test_somebody_who_may_not_have_it_is_asked_about_so(tmp_path: Path, owner: str) -> None:
    assert _read(tmp_path, owner).held_by == (f'"{owner}" may name somebody who does not have it: who is the owner?',)


def test_a_day_in_two_languages_is_one_day(tmp_path: Path) -> None:
    action = _read(tmp_path, "Town Clerk", "3 May 2028 / 3 Mai 2028")
    assert (action.due.end, action.due.text, action.questions) == (date(2028, 5, 3), "3 May 2028 / 3 Mai 2028", ())
    assert _read(tmp_path, "Town Clerk", "3 May 2028 / 3 Mehefin 2028").held_by
