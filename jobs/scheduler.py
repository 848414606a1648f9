"""One machine's clock: wakes each job at its times, and once after a stop for what fell due meanwhile.

APScheduler only wakes; whether anything is to be done is a question each job puts to the ledger. Its settings are the
only ones that catch up after a suspended machine (`misfire_grace_time=None`, `coalesce=True`); what fell due while no
process ran is found by comparing each timetable with the last wake that the ledger remembers.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.timetable import Timetable

log = logging.getLogger(__name__)

RETRY = timedelta(minutes=10)
CATCHING_UP = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
ORDER = ("sync", "collect", "remind", "summarise")


class NotDone(Exception):
    """A job could not do its work; it is woken again in a while, or at its next time if that comes first."""


class TimetableTrigger(BaseTrigger):  # type: ignore[misc]
    """Lets APScheduler follow a timetable of ours."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        return self.timetable.next_after(max(previous_fire_time, now) if previous_fire_time else now)


@dataclass(frozen=True, slots=True)
class Wakes:
    """When each job last woke, in the ledger: `last(job)` and `note(job, moment)`."""

    last: Callable[[str], datetime | None]
    note: Callable[[str, datetime], None]


def missed(timetables: Mapping[str, Timetable], wakes: Wakes, now: datetime) -> list[str]:
    """Jobs that fell due while nothing ran, in working order; a first start has missed nothing.

    Reminders of an earlier day are not caught up at a strange hour: the next cycle folds them in.
    """
    due = []
    for job in ORDER:
        last, scheduled = wakes.last(job), timetables[job].last_before(now)
        is_stale = job == "remind" and scheduled.date() != now.astimezone(scheduled.tzinfo).date()
        if last is not None and last < scheduled and not is_stale:
            due.append(job)
    return due


def _first_wakes(timetables: Mapping[str, Timetable], wakes: Wakes, start: datetime) -> dict[str, datetime | None]:
    """When each job is to wake first: what is late at once, in working order, all else at its time (None)."""
    late = missed(timetables, wakes, start)
    for job in ORDER:
        if job in late:
            log.info("catching up on %s", job)
        elif wakes.last(job) is None:
            wakes.note(job, start)
    return {job: start + timedelta(microseconds=at) if job in late else None for at, job in enumerate(ORDER)}


def run_until(
    stop: threading.Event,
    timetables: Mapping[str, Timetable],
    run: Callable[[str], None],
    wakes: Wakes,
    now: Callable[[], datetime],
) -> None:
    """Wake the jobs at their times until `stop` is set; a running job is finished first.

    `run` raises NotDone when a job should be woken again before its next time.
    """

    def wake(job: str) -> None:
        if stop.is_set():
            return
        moment = now()
        try:
            run(job)
        except NotDone:
            again = min(now() + RETRY, timetables[job].next_after(now()))
            scheduler.modify_job(job, next_run_time=again)
        else:
            wakes.note(job, moment)

    # One worker: jobs share a ledger and a mailbox, and none of them is in a hurry.
    one = {"default": ThreadPoolExecutor(1)}
    scheduler = BackgroundScheduler(executors=one, job_defaults=CATCHING_UP, timezone="UTC")
    for job, first in _first_wakes(timetables, wakes, now()).items():
        # A job that is caught up is none of its own: APScheduler trips over a one-off that ends while it is stopped.
        at = {"next_run_time": first} if first else {}
        scheduler.add_job(wake, TimetableTrigger(timetables[job]), args=[job], id=job, **at)
    scheduler.start()
    try:
        stop.wait()
    finally:
        scheduler.shutdown(wait=True)
