"""A sign alone is a status as far as it is plain, and asked about where it is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan
from bot.importing.plan_reading import ReadAction
from bot.plan import Status

AS_OF = date(2027, 10, 1)


def _read(tmp_path: Path, status: str, head: str = "Status") -> ReadAction:
    path = tmp_path / "plan.csv"
    rows = (
        f"Ref,Action,Owner,Due,{head}",
        f"1,Weed the moat,Town Clerk,May 2028,{status}",
        "2,Oil it,Town Clerk,May 2028,Live",
    )
    path.write_text("\n".join(rows), encoding="utf-8")
    return read_plan(path, AS_OF).actions[0]


@pytest.mark.parametrize("sign", ["✅", "☑", "✔️", "👍"])
def test_a_sign_that_may_close_an_action_is_asked_about(tmp_path: Path, sign: str) -> None:
    action = _read(tmp_path, sign)
    assert action.status.value is Status.UNKNOWN
    assert action.held_by == (f'"{sign}" does not say how far it is: is it completed?',)


@pytest.mark.parametrize(
    ("sign", "value"),
    [("⏳", Status.IN_PROGRESS), ("🚧", Status.IN_PROGRESS), ("⏸️", Status.ON_HOLD)],
)
def test_a_plain_sign_says_how_far_an_action_is(tmp_path: Path, sign: str, value: Status) -> None:
    action = _read(tmp_path, sign)
    assert (action.status.value, action.status.text, action.questions) == (value, sign, ())


@pytest.mark.parametrize("sign", ["❌", "🐢"])
def test_any_other_sign_is_asked_about_and_closes_nothing(tmp_path: Path, sign: str) -> None:
    action = _read(tmp_path, sign)
    assert not action.status.value.is_closed
    assert len(action.held_by) == 1


def test_a_tick_under_done_is_an_answer(tmp_path: Path) -> None:
    action = _read(tmp_path, "✅", "Done?")
    assert (action.status.value, action.questions) == (Status.COMPLETED, ())
