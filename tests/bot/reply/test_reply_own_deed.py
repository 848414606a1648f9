"""What an action asks for, told as done in its own verb; all is said on Friday 2 October 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 10, 2)


def said(words: str, action: str) -> Update:
    (update,) = read_updates(words, "", (Mentioned("6.4", action),), SAID_ON)
    return update


@pytest.mark.parametrize(
    ("action", "words", "day"),
    [
        ("Publish the list of grants", "Published today.", date(2026, 10, 2)),
        ("Publish the list of grants", "6.4 published on 28 September, the link is on the website.", date(2026, 9, 28)),
        ("Publish the list of grants", "The list of grants is now published", None),
        ("Issue a guide to market traders", "Issued last week", None),
        ("Appoint a park ranger", "Park ranger appointed.", None),
        ("Recruit 30 canvassers", "30 canvassers recruited", None),
        ("Survey the 26 culverts", "All 26 surveyed.", None),
        ("Survey the 26 culverts", "26 surveyed", None),
        ("Survey the 26 culverts", "Done. 26 culverts surveyed.", None),
        ("Inspect the playgrounds", "All nine playgrounds have been inspected", None),
        ("Publish the litter and dogs policy", "Published 28 September on the website.", date(2026, 9, 28)),
        ("Publish the litter and dogs policy", "Litter and dogs policy published", None),
        ("Publish the draft accounts for 2025/26", "Draft accounts published on the website", None),
        ("Implement the new rota system", "Went live on 28 September.", date(2026, 9, 28)),
        ("Review the gritting routes", "Reviewed and the new routes went live yesterday.", date(2026, 10, 1)),
        ("Resurface the car park", "Car park resurfaced, contractor off site Wednesday.", date(2026, 9, 30)),
        ("Resurface the car park", "Finished and open to the public again.", None),
        ("Reopen the paddling pool", "The pool reopened to the public on 28 September", date(2026, 9, 28)),
        ("Update the busking policy", "Updated policy approved at Full Council on 28 September", date(2026, 9, 28)),
    ],
)
def test_the_deed_that_the_action_asks_for_completes_it(action: str, words: str, day: date | None) -> None:
    update = said(words, action)
    assert (update.status, update.decision, update.completed_on) == (Status.COMPLETED, Decision.APPLY, day)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("Bring the list of grants to Cabinet", "Published today."),
        ("Publish the list of grants", "Summary published today."),
        ("Publish the list of grants", "Published soon"),
        ("Publish the list of grants", "Not published"),
        ("Publish the list of grants", "To be published on 20 October"),
        ("Publish the list of grants", "Published on 20 October 2026"),
        ("Publish the list of grants", "Published today, the annex is to follow."),
        ("Publish the list of grants", "Published?"),
        ("Publish and explain the list of grants", "Published today."),
        ("Publish the list of grants every month", "Published today."),
        ("Issue a guide to market traders", "Issued in draft"),
        ("Survey the 26 culverts", "All 9 surveyed."),
        ("Survey the 26 culverts", "Done. All 25 surveyed."),
        ("Survey the 26 culverts", "Done. 25 culverts surveyed."),
        ("Survey the twelve culverts", "Complete, eleven culverts surveyed."),
        ("Inspect the playgrounds", "Inspected"),
        ("Publish the litter and dogs policy", "Dogs policy published"),
        ("Replace the swings and safety surface", "Swings replaced"),
        ("Publish the map and brief members", "Published today."),
        ("Buy a boat and a trailer", "Bought last week"),
        ("Implement the new rota system", "Implemented in two teams"),
        ("Resurface the car park", "Finished and contractor off site until the spring."),
        ("Resurface the car park", "Finished, half of it open to the public."),
        ("Review the gritting routes", "Reviewed by legal on 28 September"),
        ("Reopen the paddling pool", "Café reopened on 28 September"),
        ("Update the busking policy", "Policy approved by the board in principle"),
    ],
)
def test_another_deed_or_a_part_of_it_completes_nothing(action: str, words: str) -> None:
    assert said(words, action).decision is Decision.ASK


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (
            "Adopt the tree policy",
            "The Council adopted the tree policy at its meeting on 24th September, minute 88/26.",
        ),
        ("Agree the rent rise with the board", "Agreed by the board 8 September."),
        ("Agree the rent rise", "Cabinet has agreed the rent rise."),
        ("Publish the list of grants", "We published the list of grants on 28 September."),
        ("Fit new doors to the flats", "The doors were fitted w/c 7 September and the inspector signed them off."),
        ("Open the hub", "Opened Mon 14 September, so can be closed"),
        ("Refresh the market charter", "Charter refreshed and approved by the board on 9 September."),
        ("Install a lift", "Lift is in and commissioned"),
        ("Clear the backlog of licences", "Backlog all cleared as of last Friday!!"),
        ("Complete the safety checks", "Checks complete for all 14 wards"),
    ],
)
def test_the_deed_is_told_with_whoever_did_it_and_its_day(action: str, words: str) -> None:
    update = said(words, action)
    assert (update.status, update.decision) == (Status.COMPLETED, Decision.APPLY)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("Adopt the tree policy at full Council", "Adopted by Cabinet on 3 September."),
        ("Adopt the tree policy", "The scrutiny committee adopted the tree policy on 3 September"),
        ("Adopt the tree policy", "Half the members adopted the tree policy on 3 September"),
        ("Adopt the tree policy", "The Council adopted the tree policy in draft on 3 September."),
        ("Adopt the tree policy", "The Council adopted the tree policy on 30 October"),
        ("Adopt the tree policy", "The Council never adopted the tree policy."),
        ("Agree the rent rise", "Agreed"),
        ("Agree the rent rise", "Agreed by the board in principle"),
        ("Agree the rent rise", "The board has agreed the rent rise subject to Cabinet."),
        ("Agree the rent rise", "Cabinet agreed that on 7 September."),
        ("Publish the list of grants", "We published a summary on 28 September."),
        ("Appoint a park ranger", "We appointed an interim ranger today"),
        ("Fit new doors to the flats", "We fitted doors to 3 flats last week"),
        ("Replace the 9 bins", "We replaced 7 bins on 3 September"),
        ("Refresh the market charter", "Refreshed on 9 September"),
        ("Refresh the market charter", "Charter refreshed"),
        ("Refresh the market charter", "Charter refreshed and sent out for consultation"),
        ("Install a lift", "Lift in and commissioning"),
        ("Sign the lease", "The county council signed the lease on 3 September"),
        ("Clear the backlog of licences", "Backlog cleared for all but two"),
        ("Complete the safety checks of 9 wards", "Checks complete for all 8 wards"),
        ("Complete the safety checks", "Checks complete for all wards in the north"),
        ("Open the hub", "We opened the hub on 3 September and the car park follows"),
    ],
)
def test_somebody_elses_deed_a_part_of_it_or_one_without_its_day_is_asked_about(action: str, words: str) -> None:
    update = said(words, action)
    assert (update.status, update.decision) != (Status.COMPLETED, Decision.APPLY)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("Adopt a lettings policy", "Adopted at last week's meeting."),
        ("Adopt a lettings policy", "Adopted at the meeting of 9 September, minutes to follow."),
        ("Adopt a lettings policy", "Policy adopted by full Council on 24 September so this can come off."),
        ("Publish the list of grants", "Published yesterday: https://www.tamberley.example/grants"),
        ("Publish the list of grants", "On the web, has been since 9 September"),
        ("Install a lift at the library", "Has been fully installed and signed off."),
        ("Install 12 benches", "All 12 in"),
        ("Install benches", "All in place"),
        ("Replace the fencing", "Is all up"),
        ("Set up a youth forum", "Has been set up, met for the first time on 9 September"),
        ("Set up a youth forum", "Up and running since August"),
        ("Roll out the new rota tool", "Rolled out last week"),
        ("Agree the data protocol with the trust", "Agreed and in use since Monday"),
        ("Open the new skate park", "It is open to the public"),
        ("Open the new skate park", "It is open!"),
        ("Launch the volunteering website", "Volunteering site went live on Monday at 9am"),
        ("Launch the volunteering scheme", "Launched last night with 40 volunteers."),
        ("Launch the volunteering scheme", "Launched at the autumn conference on 24 September."),
        ("Repair the sea wall", "Mended."),
        ("Refresh the risk register", "Refreshed and signed off by the finance director yesterday"),
        ("Train all wardens in de-escalation", "100% of wardens now trained"),
        ("Clear the backlog of renewals", "Cleared as of 9 September, all renewals now in date."),
    ],
)
def test_the_deed_or_the_state_it_brings_about_is_told_with_when_where_and_what_came_next(
    action: str, words: str
) -> None:
    update = said(words, action)
    assert (update.status, update.decision) == (Status.COMPLETED, Decision.APPLY)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("Adopt a lettings policy", "Adopted at next week's meeting"),
        ("Adopt a lettings policy", "Adopted at the county's meeting"),
        ("Adopt a lettings policy", "Policy adopted by full Council on 24 September so this can wait"),
        ("Publish the list of grants", "On the county website"),
        ("Publish the list of grants", "Published: draft"),
        ("Publish the list of grants", "Published - in draft"),
        ("Install a lift at the library", "Fully installed but not signed off"),
        ("Install 12 benches", "12 in"),
        ("Install 12 benches", "All 9 in"),
        ("Install benches", "All up in the air"),
        ("Install benches", "All in at the depot"),
        ("Publish the list of benches", "All in"),
        ("Set up a youth forum", "Meeting set up"),
        ("Set the council tax", "Set up"),
        ("Roll out the rota tool to all teams", "Rolled out to three teams"),
        ("Agree the data protocol with the trust", "Agreed."),
        ("Agree the data protocol with the trust", "It has been agreed that we wait"),
        ("Open the new skate park", "Open"),
        ("Open the new skate park", "Still open"),
        ("Open the new skate park", "Now open for bids"),
        ("Launch the volunteering scheme with 60 volunteers", "Launched with 40 volunteers"),
        ("Launch the volunteering website", "Test site went live on Monday"),
        ("Repair the sea wall", "Date fixed."),
        ("Refresh the risk register", "Refreshed and ready to be signed off"),
        ("Train all wardens in de-escalation", "90% of wardens now trained"),
        ("Clear the backlog of renewals", "Cleared - 40 left"),
    ],
)
def test_a_state_of_less_or_of_something_else_or_yet_to_come_is_no_deed_told(action: str, words: str) -> None:
    update = said(words, action)
    assert (update.status, update.decision) != (Status.COMPLETED, Decision.APPLY)


def test_of_what_is_done_to_every_thing_what_comes_of_it_writes_no_work_going_on() -> None:
    words = "Every culvert has now been surveyed and the reports are with the drainage board."
    assert said(words, "Survey the 26 culverts").decision is Decision.ASK


def test_keeping_to_what_was_brought_in_is_no_work_going_on() -> None:
    words = "The rota was introduced in September and all the crews are working to it."
    update = said(words, "Bring in one rota for all crews")
    assert (update.status, update.decision) != (Status.IN_PROGRESS, Decision.APPLY)
