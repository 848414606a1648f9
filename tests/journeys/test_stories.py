"""A story that is told once: whoever comes back to its end finds it as it was, and only where nothing differs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.journeys.council import Council, RunningTenant

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\nS1,Count the swans,Ada Fenn,31 January 2027,In progress\n"
TODAY = ("--today", "2027-03-01")


def calls(council: Council) -> int:
    return len(council.control("GET", "requests").json())


def test_what_one_council_does_after_a_story_another_never_sees(running: RunningTenant, tmp_path: Path) -> None:
    first = Council(running, tmp_path / "first")
    first.nudge_first(PLAN, *TODAY)
    first.reply("ada.fenn", "S1: done", said=datetime(2027, 3, 1, 12, tzinfo=UTC))
    first.run("run", "collect", *TODAY)
    assert "status completed" in first.run("log", "--action", "S1")

    second = Council(running, tmp_path / "second")
    second.nudge_first(PLAN, *TODAY)
    assert calls(second) == 0
    assert second.rows("Peer challenge")["S1"]["Status"] == "In progress"
    assert len(second.mails("ada.fenn")) == 1
    assert "Today's went out" in second.run("run", "remind", *TODAY)
    assert "status completed" not in second.run("log", "--action", "S1")


def test_a_story_is_told_anew_under_another_configuration_and_to_whom_something_has_happened(
    running: RunningTenant, tmp_path: Path
) -> None:
    Council(running, tmp_path / "first").bring_in(PLAN)
    led = Council(running, tmp_path / "led")
    led.write_config(lead=led.person("priya.nair"))
    led.bring_in(PLAN)
    assert calls(led) > 0
    busy = Council(running, tmp_path / "busy")
    busy.control("POST", "clock", json={"now": None})
    busy.bring_in(PLAN)
    assert calls(busy) > 0
    again = Council(running, tmp_path / "again")
    again.bring_in(PLAN)
    assert calls(again) == 0
