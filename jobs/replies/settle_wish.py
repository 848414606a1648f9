"""A lead's answer to a wish for a later date, recorded by an admin who has read what no rule could."""

from __future__ import annotations

from dataclasses import replace

from bot import progress
from bot.compose import wording
from bot.ledger import Event, Example, Intent, PlannedUpdate, StoredMessage
from jobs.kit import JobRefused, Kit, Report
from jobs.people.unsettled import WISH
from jobs.reader import Reader
from jobs.replies.change_words import in_words
from jobs.replies.earlier import naming
from jobs.replies.review import put_away
from jobs.replies.wish_told import tell_owner
from jobs.replies.wishes import decide, wish_asked

_LOOK = "`planminder outbox --held` lists those that wait"


def settle_wish(kit: Kit, name: str, verdict: str) -> Report:
    """Record that the lead `agreed` or `declined`, as if they had written it plainly; their words go to the owner.

    Safe to do again until the owner is told; a dismissed answer may still be recorded while the wish is open.
    """
    message, asked = _answer(kit, name)
    number, place, wished = wish_asked(kit, asked)
    [update] = kit.ledger.inbox.updates(message.key)
    changes = {verdict: naming(number, place)}
    if update.state != "written" or update.changes != changes:
        if wished.state != "written":
            raise JobRefused(f"reply {name} answers a wish that was decided or taken back already")
        _decide(kit, message, replace(update, state="planned", changes=changes))
    tell_owner(kit, message)
    put_away(kit)
    figures = {"reply": f"{message.number}.1", "state": "settled", "plan": update.plan, "ref": update.ref}
    report = Report("settle", figures={**figures, "changes": changes})
    report.say(f"reply {message.number}.1, {update.ref}: {in_words(changes)}; its owner is told with the next collect.")
    return report


def _answer(kit: Kit, name: str) -> tuple[StoredMessage, Intent]:
    """The lead's answer that is meant, and the mail of ours that it answers."""
    number, _, place = name.partition(".")
    message = kit.ledger.inbox.message(int(number)) if number.isdecimal() and place in ("", "1") else None
    asked = kit.ledger.outbox.intent(message.intent) if message and message.intent else None
    if message is None or asked is None or asked.kind != WISH:
        raise JobRefused(f'"{name}" is no answer to a mail that asks a lead to agree to a new date: {_LOOK}')
    if message.sender != asked.person.address:
        raise JobRefused(f"reply {name} is not from {asked.person.address}, who was asked to agree")
    return message, asked


def _decide(kit: Kit, message: StoredMessage, update: PlannedUpdate) -> None:
    plan = kit.settings.plan(update.plan)
    if plan is None:
        raise JobRefused(f'the plan "{update.plan}" is not in the configuration any more: dismiss the reply')
    what = f"settled by an admin: {in_words(update.changes)}"
    trail = Event(kit.now(), "update", what, update.plan, update.ref, message.sender, f"reply {message.number}.1")
    [verdict] = update.changes
    kit.ledger.review.settle(message.key, 0, update, Example(update.comment, {}, {"lead": verdict}), trail)
    made = progress.settled(wording.day(message.said_on), in_words(update.changes))
    decide(kit, Reader(kit), plan, message, 0, update, progress.entry(kit.today, "an admin", made))
    [done] = kit.ledger.inbox.updates(message.key)
    if done.state != "written":
        raise JobRefused(f"{update.ref}: {done.sentence}")
