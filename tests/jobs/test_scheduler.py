from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.timetable import Timetable, parse
from jobs import scheduler
from jobs.scheduler import ORDER, NotDone, TimetableTrigger, Wakes, missed, run_until

LONDON = ZoneInfo("Europe/London")
TIMETABLES = {
    "sync": parse("mon-fri 07:00", LONDON),
    "collect": parse("every 10 minutes", LONDON),
    "remind": parse("mon-fri 08:30", LONDON),
    "summarise": parse("first weekday 09:00", LONDON),
}
NEVER_SOON = {job: parse("day 1 09:00", LONDON) for job in ORDER}
NOW = datetime(2026, 9, 4, 11, 5, tzinfo=UTC)  # a Friday


@dataclass
class Memory:
    """When each job last woke, as the ledger would remember it."""

    moments: dict[str, datetime] = field(default_factory=dict)

    @property
    def wakes(self) -> Wakes:
        return Wakes(self.moments.get, self.moments.__setitem__)


@dataclass(frozen=True)
class Often(Timetable):
    """A timetable that is due every few milliseconds."""

    def next_after(self, moment: datetime) -> datetime:
        return moment + timedelta(milliseconds=20)


def often() -> Often:
    never = parse("daily 09:00", LONDON)
    return Often("often", LONDON, None, never.at, never.falls_on)


def all_woke(at: datetime) -> Memory:
    return Memory(dict.fromkeys(ORDER, at))


def serve(
    run: Callable[[str, threading.Event], None],
    memory: Memory,
    timetables: Mapping[str, Timetable] = NEVER_SOON,
    now: Callable[[], datetime] = lambda: NOW,
) -> None:
    """Run the service until a job sets the event, and no longer than ten seconds."""
    stop = threading.Event()
    guard = threading.Timer(10, stop.set)
    guard.start()
    run_until(stop, timetables, lambda job: run(job, stop), memory.wakes, now)
    assert guard.is_alive(), "no job stopped the service"
    guard.cancel()


def test_a_first_start_has_missed_nothing() -> None:
    assert missed(TIMETABLES, Memory().wakes, NOW) == []


def test_whatever_fell_due_since_the_last_wake_is_missed_in_working_order() -> None:
    assert missed(TIMETABLES, all_woke(NOW - timedelta(days=7)).wakes, NOW) == [
        "sync",
        "collect",
        "remind",
        "summarise",
    ]


def test_whatever_woke_on_time_is_not_missed() -> None:
    assert missed(TIMETABLES, all_woke(NOW).wakes, NOW) == []
    assert missed(TIMETABLES, all_woke(NOW - timedelta(minutes=10)).wakes, NOW) == ["collect"]


def test_reminders_of_an_earlier_day_wait_for_the_next_morning() -> None:
    saturday = datetime(2026, 9, 5, 20, 0, tzinfo=UTC)
    assert "remind" not in missed(TIMETABLES, all_woke(saturday - timedelta(days=7)).wakes, saturday)
    early_monday = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)
    assert "remind" not in missed(TIMETABLES, all_woke(saturday - timedelta(days=7)).wakes, early_monday)


def test_reminders_of_this_day_are_caught_up_by_the_councils_calendar() -> None:
    late_on_friday = datetime(2026, 9, 4, 22, 30, tzinfo=UTC)
    after_midnight_in_london = datetime(2026, 9, 4, 23, 30, tzinfo=UTC)
    memory = all_woke(datetime(2026, 9, 3, 12, 0, tzinfo=UTC))
    assert "remind" in missed(TIMETABLES, memory.wakes, late_on_friday)
    assert "remind" not in missed(TIMETABLES, memory.wakes, after_midnight_in_london)


def test_the_trigger_follows_the_timetable_from_the_later_of_last_and_now() -> None:
    trigger = TimetableTrigger(TIMETABLES["remind"])
    monday = datetime(2026, 9, 7, 7, 30, tzinfo=UTC)
    assert trigger.get_next_fire_time(None, NOW) == monday
    assert trigger.get_next_fire_time(NOW - timedelta(days=30), NOW) == monday
    assert trigger.get_next_fire_time(monday, NOW) == monday + timedelta(days=1)


@pytest.mark.parametrize("night", ["2027-03-28", "2027-10-31"])
def test_the_trigger_always_goes_forward_in_a_night_when_the_clocks_change(night: str) -> None:
    trigger = TimetableTrigger(TIMETABLES["collect"])
    fired = [datetime.fromisoformat(f"{night}T00:00:00+00:00")]
    for _ in range(18):
        fired.append(trigger.get_next_fire_time(fired[-1], fired[-1]).astimezone(UTC))
    assert {later - earlier for earlier, later in pairwise(fired)} == {timedelta(minutes=10)}


def test_a_first_start_remembers_when_it_was_and_runs_nothing() -> None:
    memory, stop = Memory(), threading.Event()
    stop.set()
    run_until(stop, NEVER_SOON, lambda job: pytest.fail(job), memory.wakes, lambda: NOW)
    assert memory.moments == dict.fromkeys(ORDER, NOW)


def test_a_start_catches_up_once_in_working_order_and_notes_it() -> None:
    memory, ran = all_woke(NOW - timedelta(days=7)), []

    def run(job: str, stop: threading.Event) -> None:
        ran.append(job)
        if len(ran) == len(ORDER):
            stop.set()

    serve(run, memory, timetables={**TIMETABLES, "collect": TIMETABLES["sync"]})
    assert ran == ["sync", "collect", "remind", "summarise"]
    assert set(memory.moments.values()) == {NOW}


def test_a_wake_is_noted_as_of_its_beginning_so_that_nothing_is_missed_meanwhile() -> None:
    clock = iter(NOW + timedelta(minutes=n) for n in range(100))
    memory = all_woke(NOW)
    memory.moments["sync"] = NOW - timedelta(days=40)
    began: list[datetime] = []

    def run(_: str, stop: threading.Event) -> None:
        began.append(next(clock))
        stop.set()

    serve(run, memory, now=lambda: next(clock))
    assert memory.moments["sync"] == began[0] - timedelta(minutes=1)


def test_a_job_comes_again_at_each_of_its_times() -> None:
    ran: list[str] = []

    def run(job: str, stop: threading.Event) -> None:
        ran.append(job)
        if len(ran) == 3:
            stop.set()

    serve(run, all_woke(NOW), timetables={**NEVER_SOON, "collect": often()})
    assert ran[:3] == ["collect"] * 3


def test_jobs_never_run_side_by_side() -> None:
    running, most = [], []

    def run(job: str, stop: threading.Event) -> None:
        running.append(job)
        most.append(len(running))
        stop.wait(0.02)
        running.remove(job)
        if len(most) == 6:
            stop.set()

    serve(run, all_woke(NOW), timetables={**NEVER_SOON, "sync": often(), "collect": often()})
    assert set(most) == {1}


def test_a_running_job_is_finished_before_the_service_stops() -> None:
    finished = threading.Event()
    memory = all_woke(NOW)
    memory.moments["sync"] = NOW - timedelta(days=40)

    def run(_: str, stop: threading.Event) -> None:
        stop.set()
        threading.Event().wait(0.2)
        finished.set()

    serve(run, memory)
    assert finished.is_set()


def test_jobs_that_have_not_begun_are_left_when_the_service_stops() -> None:
    ran: list[str] = []

    def run(job: str, stop: threading.Event) -> None:
        ran.append(job)
        stop.set()

    memory = all_woke(NOW - timedelta(days=40))
    serve(run, memory)
    assert ran == ["sync"]
    assert memory.moments["collect"] < NOW


def test_a_job_that_fails_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, logger="apscheduler")
    ran: list[str] = []

    def run(job: str, stop: threading.Event) -> None:
        ran.append(job)
        if len(set(ran)) == 2:
            stop.set()
        if job == "sync":
            raise RuntimeError

    serve(run, all_woke(NOW), timetables={**NEVER_SOON, "sync": often(), "collect": often()})
    assert {"sync", "collect"} <= set(ran)


def test_a_job_that_could_not_do_its_work_is_woken_again_and_not_noted_until_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scheduler, "RETRY", timedelta(milliseconds=30))
    memory = all_woke(datetime.now(UTC))
    memory.moments["sync"] = began = datetime.now(UTC) - timedelta(days=2)
    noted_at_each_try = []

    def run(_: str, stop: threading.Event) -> None:
        noted_at_each_try.append(memory.moments["sync"])
        if len(noted_at_each_try) < 3:
            raise NotDone
        stop.set()

    serve(run, memory, {**NEVER_SOON, "sync": parse("daily 00:00", LONDON)}, now=lambda: datetime.now(UTC))
    assert noted_at_each_try == [began] * 3
    assert memory.moments["sync"] > began
