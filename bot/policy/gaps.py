"""Why an open action cannot be asked about, or not of everybody, as a sentence for the admin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.plan import NO_ADDRESS, Action, Holder, Owner, Person
from bot.policy.heard import Heard, disowned_before, disowning
from bot.policy.people import People
from bot.policy.rules import Policy


@dataclass(frozen=True, slots=True)
class Unowned:
    """Why nobody, or not everybody, behind an action's owners can be mailed: with what the admin should do, and as the
    plan's lead is told it, who can name a person but not change the configuration."""

    to_admin: str
    to_lead: str


def owner_gap(action: Action, lost: Sequence[Person], people: People) -> Unowned | None:
    """Why nobody, or not everybody, behind the owners can be mailed; None when all can, or the row is held anyway.

    `lost` are those of them whom no mail reaches.
    """
    if action.question:
        return None
    if not action.owners:
        return Unowned("has no owner: name one in the list", "has no owner")
    found = None
    if any(not owner.people or owner.bad_address or owner.holder for owner in action.owners):
        found = _at_fault(action.owners)
    found = found or (_unreached(action, lost, people) if lost else None)
    return replace(found, to_lead=f"{found.to_lead}{_also_with(action, lost)}") if found else None


def _also_with(action: Action, lost: Sequence[Person]) -> str:
    """Who else has an action that lacks an owner, and when it was last answered; "" for nobody."""
    others = [action.called(each) for each in action.people if each not in lost]
    if not others:
        return ""
    names = " and ".join(filter(None, (", ".join(others[:-1]), others[-1])))
    day = action.last_reply
    answered = f", and it was last answered on {day.day} {day:%B %Y}" if day else ""
    return f"; {names} {'has' if len(others) == 1 else 'have'} it too{answered}"


def _at_fault(owners: Sequence[Owner]) -> Unowned | None:
    """What of the owners themselves leaves nobody to mail behind one of them."""
    for owner in owners:
        if owner.bad_address:
            to_admin = wrong_address(owner.text, owner.bad_address)
            return Unowned(to_admin, f"the address that we have for {owner.text} is no mail address")
    strangers = [owner.text for owner in owners if not owner.people]
    if NO_ADDRESS in strangers:
        picked = "somebody picked as its owner has no mail address"
        return Unowned(f"{picked}: pick somebody else", picked)
    left = [owner.text for owner in owners if owner.holder is Holder.WITHOUT_ADDRESS]
    if left:
        whoever = f"whoever is entered for {', '.join(left)} has no mail address"
        return Unowned(f"{whoever}: pick somebody else in the Who is who list", f"{whoever}, so they may have left")
    if strangers:
        nobody = f"nobody is known behind {', '.join(strangers)}"
        return Unowned(f"{nobody}: add them to the Who is who list", nobody)
    return None


def disowned_gap(action: Action, words: Sequence[Heard], lead: Person | None) -> Unowned | None:
    """That somebody says an action is not its owner's, with whom they named, as the admin and the `lead` read it; None
    where nobody says so."""
    last = None if action.question else disowning(action, words)
    if last is None or last.by is None or last.disowned is None:
        return None
    whose = "somebody else's" if last.from_above else "not theirs"
    says = f"{last.by.name} says that it is {whose}"
    to_lead = f"you say that it is {whose}" if lead == last.by else says
    names = "name" if lead == last.by else "names"
    if last.disowned.named is not None:
        named = last.disowned.named.name
        to_whom = "you" if lead == last.disowned.named else named
        return Unowned(f"{says} and names {named}: name its owner in the list", f"{to_lead} and {names} {to_whom}")
    all_words = [*disowned_before(last, words), last]
    told = "”, then “".join(dict.fromkeys(each.disowned.words.rstrip(" .") for each in all_words if each.disowned))
    unknown = next((each.unknown for each in reversed(all_words) if each.unknown), "")
    stranger = f" and {names} {unknown}, whom we do not know" if unknown else ""
    in_words = f"{to_lead}{stranger}, in these words: “{told}”"
    return Unowned(f'{says} ("{last.disowned.words.rstrip(" .")}"): name its owner in the list', in_words)


def _unreached(action: Action, lost: Sequence[Person], people: People) -> Unowned:
    for person in lost:
        refusal = people.recipients.refusal(person.address)
        if refusal:
            return Unowned(
                refusal,
                f"we may not write to {person.address}: name somebody else, or tell the administrator of Planminder if "
                "we should",
            )
    notes = "; ".join(people.notes[person.address] for person in lost if person.address in people.notes)
    named = [
        each.address if (name := action.called(each)) in (each.name, each.address) else f"{name} ({each.address})"
        for each in lost
    ]
    back = f"mail to {', '.join(named)} came back"
    to_lead = f"{back}: {notes}" if notes else back
    return Unowned(f"{back}: name somebody else, or a deputy in the Who is who list", to_lead)


def wrong_address(party: str, written: str) -> str:
    return f'the address of {party} in "Who is who" is no mail address ("{written}"): correct it there'


def held(action: Action) -> str:
    """What a person must settle before anybody is asked; "" when nothing."""
    return f"held until this is settled: {action.question}" if action.question else ""


def snooze_gap(action: Action, policy: Policy, today: date) -> str:
    """Why a snooze is not kept yet; "" when it is, or there is none. Nobody knows since when the row has it: it is kept
    for its last days."""
    until = action.snoozed_until
    if until is None or (until - today).days <= policy.snooze_most:
        return ""
    kept = until - timedelta(days=policy.snooze_most)
    return (
        f"is snoozed until {until.day} {until:%B %Y}, more than the {policy.snooze_most} days that are allowed: "
        f"its owners are asked all the same, until {kept.day} {kept:%B %Y}"
    )


def gave_up(nudges: int) -> str:
    return f"its owners were asked {nudges} times since it fell due and have not answered: speak to them"
