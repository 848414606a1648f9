"""A status told of an action by its own words is told of the whole; of anything else it is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2027, 2, 8)


def _said(words: str, *actions: str) -> list[Update]:
    known = tuple(Mentioned(f"4.{number}", text) for number, text in enumerate(actions, 1))
    return list(read_updates(words, "", known, SAID_ON))


@pytest.mark.parametrize(
    ("action", "words", "status"),
    [
        ("Bring in a deposit scheme for tenants", "Sorry, the deposit scheme is not started.", "not_started"),
        ("Survey staff on how they are led", "The unions asked us to wait. So the staff survey is on hold.", "on_hold"),
        ("Review the scheme of delegation", "The review of delegations has not been started.", "not_started"),
        ("Retire the old benefits server", "We've paused the server because billing runs off it.", "on_hold"),
        ("Agree which assets to sell", "Mark that as at risk please, members are set against two.", "at_risk"),
        ("Set up a tenants' panel", "Nobody has picked this up so not started.", "not_started"),
        ("Adopt a new rota policy", "Talks with the union have stalled. Put this on hold please.", "on_hold"),
    ],
)
def test_a_status_of_what_the_action_names_is_of_the_whole(action: str, words: str, status: str) -> None:
    [update] = _said(words, action)
    assert (update.decision, update.status and update.status.value) == (Decision.APPLY, status)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("Bring in a deposit scheme for tenants", "The leaflet is not started."),
        ("Bring in a deposit scheme for tenants", "The rest of the deposit scheme is not started."),
        ("Bring in a deposit scheme for tenants", "The first part of the deposit scheme is not started."),
        ("Retire the old benefits server", "We've paused the consultants because billing runs off it."),
        ("Launch the portal", "The portal is at risk of attack."),
        ("Adopt a new rota policy", "Talks with the union have stalled."),
        ("Adopt a new rota policy", "Talks have stalled. Put this on hold if you think so."),
    ],
)
def test_a_status_of_anything_else_is_asked_about(action: str, words: str) -> None:
    assert [each.decision for each in _said(words, action)] == [Decision.ASK]


def test_a_decision_that_was_somebody_elses_makes_no_action_theirs() -> None:
    actions = ("Open the baths", "Publish the strategy")
    updates = _said("Both on hold until the review reports. The Leader's decision, not mine!", *actions)
    assert [(each.rule, each.decision) for each in updates] == [("says on hold", Decision.APPLY)] * 2
    assert [each.rule for each in _said("This is not mine.", actions[0])] == ["says not mine"]
