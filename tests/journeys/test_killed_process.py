"""A real process, really killed, again and again, while it sends."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter

import pytest

from tests.journeys.council import Council

pytestmark = pytest.mark.journey

PEOPLE = ("Ada Fenn", "Beth Larkin", "Colm O'Dwyer", "Priya Nair", "Siân Hughes", "Tom Wray")
TODAY = ("--today", "2027-03-01")


@pytest.mark.timeout(150)
def test_reminding_killed_at_random_moments_sends_each_nudge_exactly_once(council: Council) -> None:
    rows = [
        f'{number},Action {number},"{person}",31 January 2027,In progress' for number, person in enumerate(PEOPLE, 1)
    ]
    (council.folder / "plan.csv").write_text("\n".join(["Ref,Action,Owner,Due,Status", *rows]), encoding="utf-8")
    council.run("import", "plan.csv")
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    # A slow tenant stretches the sending, so that most kills fall into the middle of it.
    slow = {
        "match": {"method": "POST", "path": "/messages"},
        "fault": {"kind": "delay", "seconds": 0.2},
        "times": 1000,
    }
    council.control("POST", "faults", json=slow)

    chance = random.Random(20270301)
    commands = [("approve", held["run"], *TODAY)] + [("run", "remind", *TODAY)] * 3
    for command in commands:
        assert _killed_while_sending(council, command, after=chance.randint(1, 3), later=chance.uniform(0, 0.2))
    council.control("DELETE", "faults")
    council.run("run", "remind", *TODAY)

    received = Counter(
        message["subject"] for person in council.people() for message in council.mails(person) if message["subject"]
    )
    assert sum(received.values()) == len(PEOPLE)
    sent = [message["to"][0] for message in council.box("sentitems")]
    assert sorted(sent) == sorted(set(sent))
    assert council.box("drafts") == []


def _killed_while_sending(council: Council, command: tuple[str, ...], after: int, later: float) -> bool:
    """Start a command and kill it soon after its n-th call that drafts or sends; False when it ended by itself."""
    before = _calls(council)
    with council.start(*command) as process:
        while process.poll() is None and _calls(council) < before + after:
            time.sleep(0.02)
        time.sleep(later)
        process.kill()
        process.communicate()
        return process.returncode == -signal.SIGKILL


def _calls(council: Council) -> int:
    """Drafting and sending calls that the tenant has seen; a delayed one counts once it is answered."""
    log = council.control("GET", "requests").json()
    return sum(each["method"] == "POST" and "/messages" in each["path"] for each in log)
