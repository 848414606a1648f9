"""Why an open action cannot be asked about, or not of everybody, as a sentence for the admin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.guards.recipients import Recipients
from bot.plan import NO_ADDRESS, Action, Person
from bot.policy.rules import Policy


def owner_gap(action: Action, lost: Sequence[Person], recipients: Recipients) -> str:
    """Why nobody, or not everybody, behind the owners can be mailed; "" when all can, or the row is held anyway.

    `lost` are those of them whom no mail reaches.
    """
    if action.question:
        return ""
    if not action.owners:
        return "has no owner: name one in the list"
    for owner in action.owners:
        if owner.bad_address:
            return wrong_address(owner.text, owner.bad_address)
    strangers = [owner.text for owner in action.owners if not owner.people]
    if NO_ADDRESS in strangers:
        return "somebody picked as its owner has no mail address: pick somebody else"
    if strangers:
        return f"nobody is known behind {', '.join(strangers)}: add them to the Who is who list"
    for person in lost:
        refusal = recipients.refusal(person.address)
        if refusal:
            return refusal
    if lost:
        addresses = ", ".join(person.address for person in lost)
        return f"mail to {addresses} came back: name somebody else, or a deputy in the Who is who list"
    return ""


def wrong_address(party: str, written: str) -> str:
    return f'the address of {party} in "Who is who" is no mail address ("{written}"): correct it there'


def held(action: Action) -> str:
    """What a person must settle before anybody is asked; "" when nothing."""
    return f"held until this is settled: {action.question}" if action.question else ""


def snooze_gap(action: Action, policy: Policy, today: date) -> str:
    """Why a snooze is not kept; "" when it is, or there is none."""
    until = action.snoozed_until
    if until is None or (until - today).days <= policy.snooze_most:
        return ""
    return (
        f"is snoozed until {until.day} {until:%B %Y}, more than the {policy.snooze_most} days that are allowed: "
        "its owners are asked all the same"
    )


def gave_up(nudges: int) -> str:
    return f"its owners were asked {nudges} times since it fell due and have not answered: speak to them"
