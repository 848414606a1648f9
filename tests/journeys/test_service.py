"""`planminder serve`: jobs at their times, a clean stop, and one catching up."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.ledger import Ledger, open_ledger
from tests.journeys.council import Council, drain

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\n1,Publish the plan,Ada Fenn,31 March 2020,In progress\n"


def _in_a_minute() -> str:
    """A daily time at least half a minute ahead; else every minute, in the hour that is refused."""
    moment = datetime.now(UTC).astimezone(ZoneInfo("Europe/London")) + timedelta(seconds=90)
    return "every 1 minutes" if moment.hour == 1 or f"{moment:%H:%M}" == "02:00" else f"daily {moment:%H:%M}"


def _schedule(council: Council, summarise: str) -> None:
    """The paper's job is watched: it has the same to do on every day of the week."""
    council.write_config(
        certificate=council.facts["certificate"],
        extra=f'[schedule]\nsummarise = "{summarise}"\ncollect = "every 720 minutes"',
    )


def _wait_for(lines: list[str], words: str, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not any(words in line for line in lines):
        time.sleep(0.1)
    return any(words in line for line in lines)


@contextmanager
def _serving(council: Council) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The service and the lines it logs; gone at the end, whatever the test found."""
    with council.start("serve") as service:
        try:
            yield service, drain(service)
        finally:
            service.kill()


def _stop(service: subprocess.Popen[str]) -> None:
    service.send_signal(signal.SIGTERM)
    assert service.wait(15) == 0


def test_the_service_runs_a_job_at_its_time_and_stops_cleanly(council: Council) -> None:
    council.bring_in(PLAN)
    _schedule(council, _in_a_minute())
    with _serving(council) as (service, lines):
        assert _wait_for(lines, "summarise: done", 120), lines
        _stop(service)
    assert _wait_for(lines, "stopped", 2)
    assert len(council.papers()) == 1


def test_a_service_that_was_stopped_over_a_due_time_catches_up_once(council: Council) -> None:
    council.bring_in(PLAN)
    _schedule(council, "daily 00:00")
    database = open_ledger(council.folder / "data")
    yesterday = datetime.now(UTC) - timedelta(days=1)
    Ledger(database).register.set_fact("woke:summarise", yesterday.isoformat())
    database.close()

    for expected in (True, False):
        with _serving(council) as (service, lines):
            assert _wait_for(lines, "sync next at", 30)
            assert _wait_for(lines, "summarise: done", 30 if expected else 6) is expected
            _stop(service)
    assert len(council.papers()) == 1


def test_the_service_names_the_next_day_on_which_mails_leave_and_no_closed_one(council: Council) -> None:
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/London")).date()
    last = today + timedelta(days=40)
    council.write_config(extra=f'[schedule]\nremind = "daily 08:30"\n[calendar]\nclosed = ["{today} to {last}"]')
    with _serving(council) as (service, lines):
        assert _wait_for(lines, "remind next at", 30)
        _stop(service)
    [told] = [line.partition("remind next at ")[2] for line in lines if "remind next at" in line]
    assert datetime.fromisoformat(told.strip()).date() > last
