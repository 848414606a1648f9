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
        ("Publish the draft list of grants", "Published today."),
        ("Issue a guide to market traders", "Issued in draft"),
        ("Survey the 26 culverts", "All 9 surveyed."),
        ("Survey the 26 culverts", "Done. All 25 surveyed."),
        ("Survey the 26 culverts", "Done. 25 culverts surveyed."),
        ("Survey the twelve culverts", "Complete, eleven culverts surveyed."),
        ("Inspect the playgrounds", "Inspected"),
    ],
)
def test_another_deed_or_a_part_of_it_completes_nothing(action: str, words: str) -> None:
    assert said(words, action).decision is Decision.ASK
