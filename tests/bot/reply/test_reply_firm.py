"""A day told firmly as the end is written, any other is asked about; all are said on Tuesday 6 October 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 10, 6)
END = date(2026, 12, 4)
PLANTERS = "Install the planters in Fore Street"
LEAFLET = "Publish the bin day leaflet"
POLICY = "Adopt the allotments policy"
KIOSK = "Open the kiosk at Weir Meadow"
LIFT = "Procure a new lift contractor"


def _read(action: str, words: str) -> Update:
    (update,) = read_updates(words, "", (Mentioned("K4", action),), SAID_ON)
    return update


@pytest.mark.parametrize(
    ("action", "words"),
    [
        # what will be done is the thing itself, its own deed, or a mere "it"
        (PLANTERS, "The planters will be in place by 4 December"),
        (PLANTERS, "Waiting on the foundry - will be installed by 4 December"),
        (PLANTERS, "The street was dug up again, they are now being fitted on 4 December"),
        (LEAFLET, "The BDL will be published on 4 December"),
        (LEAFLET, "Printer broke down, now out on 4 December"),
        # the rest of what is begun
        (PLANTERS, "14 of 20 planters fitted. The rest by 4 December"),
        (PLANTERS, "17 of the 20 are in. The remaining planters by 4 December, the soil is late"),
        # what is moved is the action, or its deed
        (PLANTERS, "We have had to put this off to 4 December as the gas main goes in first"),
        (KIOSK, "The freezer has not come so we have moved opening to 4 December"),
        (KIOSK, "The kiosk is now due to open on 4 December"),
        (POLICY, "The plot holders have seen it. Adoption now set for 4 December"),
        (LIFT, "Award now due 4 December"),
        # the meeting that adopts
        (POLICY, "Back with the solicitor, goes to full Council on 4 December"),
        (POLICY, "It is now down for Cabinet on 4 December"),
        (PLANTERS, "The planters are late. They will be in place by 4 December"),
        # the deed has its day
        (KIOSK, "Snagging this week, opening 4 December"),
        (KIOSK, "Still painting the shutters, we open on 4 December"),
        (LIFT, "Award to be completed by 4 December"),
        # what somebody expects of his own work
        (LEAFLET, "The proof came late. We now expect to publish by 4 December"),
        (PLANTERS, "Soil is on its way and I expect it to be finished by 4 December"),
        (PLANTERS, "I am confident that the planters will be in place by 4 December"),
        (KIOSK, "Two offers for the shutters so far, aim to have it running by 4 December"),
        (PLANTERS, "As the crews told you, the programme will conclude on 4 December"),
        # now it is that day
        (KIOSK, "Damp behind the counter so we are now looking at 4 December"),
        (POLICY, "Deferred by Council to 4 December as two members were away"),
    ],
)
def test_a_day_told_firmly_as_the_end_is_written(action: str, words: str) -> None:
    update = _read(action, words)
    assert (update.due and update.due.end, update.decision) == (END, Decision.APPLY)
    assert update.status in (None, Status.IN_PROGRESS, Status.AT_RISK, Status.PART_COMPLETED)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        # a doubt
        (PLANTERS, "The planters should be in place by 4 December"),
        (PLANTERS, "The planters will be in place by 4 December if the frost holds off"),
        (LEAFLET, "They say the leaflet will be published on 4 December"),
        (KIOSK, "We hope to have moved opening to 4 December"),
        (KIOSK, "Opening 4 December at the earliest"),
        (PLANTERS, "It was to be installed by 4 December"),
        (PLANTERS, "It was moved to 4 December but that does not suit the traders"),
        (PLANTERS, "It will be done by 4 or 11 December"),
        # a part, a step or another thing
        (PLANTERS, "The brackets will be in place by 4 December"),
        (PLANTERS, "The drawings are with Legal. They will be finished by 4 December"),
        (PLANTERS, "We are testing the soil and it will be done by 4 December"),
        (PLANTERS, "Due to finish on 4 December, my contract"),
        (PLANTERS, "I will be gone by 4 December"),
        (POLICY, "It goes to Finance Committee on 4 December"),
        (PLANTERS, "The first planters will be in place by 4 December"),
        (PLANTERS, "6 planters will be in place by 4 December"),
        (PLANTERS, "Designs are out. It will be done by 4 December"),
        (PLANTERS, "The site meeting has moved to 4 December"),
        (KIOSK, "The tearoom opens on 4 December"),
        (LIFT, "The tender is now due 4 December"),
        # a meeting that does not adopt, or what is not adopted
        (POLICY, "It goes to the Audit Committee on 4 December"),
        (POLICY, "The plot map goes to full Council on 4 December"),
        (LEAFLET, "It goes to Cabinet on 4 December"),
        # an end that nobody names exactly
        (PLANTERS, "The planters will be in place by Christmas"),
        (PLANTERS, "The planters will be in place in a fortnight"),
        # what others expect, or of another thing
        (LEAFLET, "They expect to publish by 4 December"),
        (LEAFLET, "The printer is expecting to finish by 4 December"),
        (LEAFLET, "We expect to publish the draft by 4 December"),
        (LEAFLET, "We would expect to publish by 4 December"),
        (LEAFLET, "We had expected to publish by 4 December"),
        (PLANTERS, "They are now looking at 4 December"),
        (PLANTERS, "We are now looking at 4 December for the brackets"),
        (PLANTERS, "The road closure is now booked for 4 December"),
        # two days
        (KIOSK, "Opening 4 December, the kiosk to be finished by 18 December"),
    ],
)
def test_any_other_day_is_asked_about(action: str, words: str) -> None:
    assert (_read(action, words).decision) is Decision.ASK


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("With the carver, 4 December still holds", None),
        ("4 December is still fine", None),
        ("The carver is drawing them, no concerns over 4 December", Status.IN_PROGRESS),
        ("Not started, planned for 4 December", Status.NOT_STARTED),
        ("Oak is being cut, still aiming for 4 December", Status.IN_PROGRESS),
        ("Carving finishes 4 December as planned", None),
    ],
)
def test_the_day_that_an_action_has_already_is_not_asked_about(words: str, status: Status | None) -> None:
    (update,) = read_updates(words, "", (Mentioned("K4", "Put up the oak signs", ends=END),), SAID_ON)
    assert (update.due and update.due.end, update.decision) == (END, Decision.APPLY)
    assert update.status in (status, Status.IN_PROGRESS)


@pytest.mark.parametrize(
    "words",
    [
        "4 December looks unlikely",
        "Is it still 4 December?",
        "Aiming for 4 December if the carver is back",
        "It will be later than 4 December",
        "We are struggling with 4 December",
        "The carver is off sick, 4 December is tight",
        "Not due until 4 December",
        "Could miss 4 December",
        "4 December or 11 December",
        "4 December for the first sign, 18 December for the rest",
    ],
)
def test_the_day_of_an_action_is_not_written_where_words_shake_it(words: str) -> None:
    (update,) = read_updates(words, "", (Mentioned("K4", "Put up the oak signs", ends=END),), SAID_ON)
    assert (update.due, update.decision) != (END, Decision.APPLY)
    assert update.decision is Decision.ASK or update.due is None
