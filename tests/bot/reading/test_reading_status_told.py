"""What a status tells without naming one: a deed with nothing left to do, a wait, who closed it, a later review."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reading import read_status
from bot.reading.statuses import explain_status

AS_OF = date(2027, 8, 31)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mooring rules printed and issued. No further action required.", Status.COMPLETED),
        ("Wardens trained 3 May, no further action needed", Status.COMPLETED),
        ("Lease approved by the harbour board in June. NFA", Status.COMPLETED),
        ("Some wardens trained. No further action", Status.UNKNOWN),
        ("Letter to the county sent, reply not received. NFA", Status.UNKNOWN),
        ("Members discussed the ferry. No further action.", Status.UNKNOWN),
        ("Offer sent and refused. No further action.", Status.CANCELLED),
        ("Board decided against the ferry. NFA", Status.CANCELLED),
        ("Members agreed to take no further action", Status.CANCELLED),
        ("No further action", Status.CANCELLED),
    ],
)
def test_no_further_action_closes_by_what_is_told_before_it_and_is_asked_about(text: str, value: Status) -> None:
    found = explain_status(text, AS_OF)
    assert (found.reading.value, found.doubtful) == (value, True)


@pytest.mark.parametrize("text", ["Tolls agreed by the board", "Ferryman appointed", "A start has been made"])
def test_a_step_taken_is_work_in_progress(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.IN_PROGRESS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Not progressing this term", Status.ON_HOLD),
        ("Not going ahead in 2027/28", Status.ON_HOLD),
        ("Not going ahead due to flood", Status.CANCELLED),
        ("Not proceeding with it until the lease ends", Status.ON_HOLD),
        ("This will not proceed before the harbour board meets", Status.ON_HOLD),
        ("Awaiting word from the county before we can start on it", Status.NOT_STARTED),
        ("Still waiting for the diver's report before work can proceed", Status.ON_HOLD),
        ("Awaiting the chair's signature before printing", Status.IN_PROGRESS),
        ("Moorings drawn. Awaiting a permit before we can proceed.", Status.IN_PROGRESS),
        ("Tolls pending the county election", Status.ON_HOLD),
        ("Held until the lease ends", Status.ON_HOLD),
        ("Stopped for now", Status.ON_HOLD),
        ("Stopped", Status.CANCELLED),
        ("Shelved", Status.ON_HOLD),
    ],
)
def test_what_stands_still_for_a_time_or_for_somebody_else_is_on_hold(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value
