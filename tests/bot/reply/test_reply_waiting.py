"""Work that is held or not begun, what it waits for, and what is somebody else's; said on Friday 16 April 2027."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, read_updates

SAID_ON = date(2027, 4, 16)
HELD, NOT_BEGUN = Status.ON_HOLD, Status.NOT_STARTED


def _read(words: str, action: str = "Dredge the inner harbour") -> tuple[Status | None, Decision]:
    (update,) = read_updates(words, "", (Mentioned("6.4", action),), SAID_ON)
    return update.status, update.decision


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("On hold, licence not confirmed", HELD),
        ("On hold until the port tells us otherwise", HELD),
        ("Paused while the trustees decide whether to keep the dredger", HELD),
        ("Please show as on hold", HELD),
        ("Not started, tides not yet agreed", NOT_BEGUN),
        ("Not started, will pick up once the new pilot is here", NOT_BEGUN),
        ("We haven't started yet, I'll get onto it once the regatta is out of the way", NOT_BEGUN),
    ],
)
def test_what_work_waits_for_is_no_doubt_that_it_waits(words: str, status: Status) -> None:
    assert _read(words) == (status, Decision.APPLY)


@pytest.mark.parametrize(
    "words",
    [
        "On hold once the licence ends",
        "On hold if the port agrees",
        "On hold, not approved by me",
        "On hold, I expect",
        "On hold? Not confirmed",
        "It may be on hold, whether or not we like it",
        "I would show it as on hold",
        "Once we know whether it is on hold I will say",
    ],
)
def test_a_doubt_of_the_status_itself_is_asked_about(words: str) -> None:
    assert _read(words)[1] is Decision.ASK


@pytest.mark.parametrize(
    ("action", "words", "decision"),
    [
        ("Recruit a harbour master", "Recruitment frozen by the treasurer", Decision.APPLY),
        ("Carry out hull audits of all ferries", "Hull audits paused until the slipway opens.", Decision.APPLY),
        ("Carry out hull audits of all ferries", "Slipway audits paused until June.", Decision.ASK),
        ("Recruit a harbour master", "The consultation is on hold", Decision.ASK),
        ("Recruit a harbour master", "Pilot recruitment is suspended", Decision.ASK),
    ],
)
def test_a_hold_of_what_the_action_is_about_is_of_the_whole(action: str, words: str, decision: Decision) -> None:
    assert _read(words, action) == (HELD, decision)


@pytest.mark.parametrize(
    "words",
    [
        "It is a ports job now that the quay is being sold. You'd want to speak to the quays team in Leith.",
        "The quay is being dredged. Best speak to the quays team.",
    ],
)
def test_words_that_send_us_to_somebody_else_tell_of_no_work_of_the_writers(words: str) -> None:
    assert _read(words)[1] is Decision.ASK
