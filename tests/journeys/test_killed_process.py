"""A real process, really killed, again and again, while it sends."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from datetime import UTC, datetime

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
    council.bring_in("\n".join(["Ref,Action,Owner,Due,Status", *rows]))
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


def test_a_nudge_caught_half_made_gives_way_to_what_is_true_on_a_later_day(council: Council) -> None:
    council.nudge_first(
        "Ref,Action,Owner,Due,Status\n"
        "1,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
        "2,Hold the briefing,Ada Fenn,31 January 2027,In progress\n",
        *TODAY,
    )
    lost = {"match": {"method": "POST", "path": "/messages$"}, "fault": {"kind": "drop_after"}, "times": 1}
    council.control("POST", "faults", json=lost)
    council.run("run", "remind", "--today", "2027-03-08", expect=3)
    council.control("DELETE", "faults")
    assert len(council.box("drafts")) == 1

    council.edit("Peer challenge", "1", {"Status": "Completed"})
    foreseen = council.answer("run", "remind", "--dry-run", "--today", "2027-03-10")["nudges"]
    assert [action["ref"] for nudge in foreseen for action in nudge["actions"]] == ["2"]
    council.run("run", "remind", "--today", "2027-03-10")
    assert len(council.mails("ada.fenn")) == 2
    assert "Publish the plan" not in council.said_to("ada.fenn")
    assert "38 days" in council.said_to("ada.fenn")
    assert len(council.box("drafts")) == 1
    assert "folded into a later day; its draft stays in Drafts" in council.run("outbox")

    foreseen = council.answer("run", "remind", "--dry-run", "--today", "2027-03-15")["nudges"]
    assert foreseen == []


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


@pytest.mark.timeout(200)
def test_collecting_killed_at_random_moments_applies_and_answers_each_reply_once(council: Council) -> None:
    rows = [f'{number},Action {number},"{person}",31 January 2027,In progress' for number, person in enumerate(PEOPLE)]
    council.nudge_first("\n".join(["Ref,Action,Owner,Due,Status", *rows]), *TODAY)
    names = [name for name in council.people() if council.mails(name)]
    assert len(names) == len(PEOPLE)
    for name in names:
        council.reply(name, "Done", said=datetime(2027, 3, 1, 12, tzinfo=UTC))
    slow = {"kind": "delay", "seconds": 0.05}
    council.control("POST", "faults", json={"match": {"path": "/(fields|messages)"}, "fault": slow, "times": 5000})
    chance = random.Random(6)
    for _ in range(4):
        with council.start("run", "collect", *TODAY) as process:
            time.sleep(chance.uniform(0.9, 2.4))
            process.kill()
            process.communicate()
    council.control("DELETE", "faults")
    council.run("run", "collect", *TODAY)

    plan = council.rows("Peer challenge")
    assert {row["Status"] for row in plan.values()} == {"Completed"}
    assert {row["Progress"].count(": Done") for row in plan.values()} == {1}
    assert {len(council.mails(name)) for name in names} == {2}  # the nudge and one receipt
    assert len(council.box("Processed")) == len(names)
    assert council.box("drafts") == []
