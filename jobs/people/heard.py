"""Who was heard about which action: every mail of a person who may answer, whatever could be read in it.

Whoever Exchange vouches for is heard. Whoever nobody vouches for is heard only in answer to a mail of ours; somebody
who is not who their mail says is not heard at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.directory import Directory
from bot.ledger import Intent, Ledger, PlannedUpdate, StoredMessage
from bot.plan import Action, Key, Person
from bot.policy import Heard, ReminderKind, Wish, Words
from bot.progress import without_ref
from bot.reply import Role, Trust
from jobs.kit import Kit
from jobs.people.disowned import disowned_in, says_not_theirs, unknown_in
from jobs.people.entitled import Asked, asked_of, role_of
from jobs.people.names import known_name
from jobs.people.unsettled import (
    WISH,
    asked_about,
    is_overtaken,
    is_taken_back,
    names_none_of_theirs,
    says_whose,
    tells_nothing,
    undoes_nothing,
    wished_in,
)
from jobs.reader import read_directory

VOUCHED = frozenset({Trust.INTERNAL, Trust.AUTHENTICATED})
_SINCE = timedelta(days=400)
_SURE = ("written", "settled")
"""The states of an update that set something."""


def heard(kit: Kit) -> Words:
    """What was written about each action by who may answer for it, was told of it from above or asked whose it is."""
    actions = {each.key: each for plan in kit.plans for each in kit.ledger.snapshot.actions(plan.name)}
    known = read_directory(kit)
    leads = {plan.name: known.person_at(plan.lead) if plan.lead else None for plan in kit.settings.plans}
    waiting = {each.key for each in (*kit.ledger.inbox.held(), *kit.ledger.review.asked())}
    answers = answers_to_wishes(kit.ledger)
    found: dict[Key, list[Heard]] = defaultdict(list)
    for message in kit.ledger.inbox.replies(kit.today - _SINCE):
        answered = kit.ledger.outbox.intent(message.intent) if message.intent else None
        if not _counts(message, answered):
            continue
        updates = kit.ledger.inbox.updates(message.key)
        asked = asked_of(kit, message.sender, answered)
        by = Person(known_name(kit, message.person, answered), message.sender)
        for key in dict.fromkeys(_spoken_of(kit, updates, answered)):
            if key not in actions:
                continue
            as_owner = _wrote_as_owner(message, updates, actions[key], asked)
            from_above = not as_owner and asked.get(key) is ReminderKind.ESCALATED
            if as_owner or from_above or asked.get(key) is ReminderKind.ASK_WHO:
                about = [each for each in updates if each.key == key] or [each for each in updates if not each.item_id]
                elsewhere = bool(about) and all(map(names_none_of_theirs, about))
                waits = message.key in waiting and not elsewhere
                is_told = not elsewhere and _may_be_about(kit, about, answered, waits=waits)
                quotable = _quotable(message, about) if is_told else ""
                sure = any(each.item_id and each.state in _SURE for each in about)
                words = Heard(
                    message.said_on, by, as_owner=as_owner, from_above=from_above, words=quotable, answers=sure
                )
                words = replace(words, taken_back=bool(about) and all(map(is_taken_back, about)))
                words = _as_open(words, about, actions[key], known) if waits else words
                wish = _wish(leads[key[0]], words, about, actions[key], answers.get((message.number, key)), kit.today)
                found[key].append(replace(words, wish=wish))
    return found


def _quotable(message: StoredMessage, about: Sequence[PlannedUpdate]) -> str:
    told = [each for each in about if not tells_nothing(each)]
    if about and not told:
        return ""
    said = "\n".join(without_ref(each.comment, each.ref) for each in told)
    return said.strip() or " ".join(message.words.split())


def _may_be_about(kit: Kit, about: Sequence[PlannedUpdate], answered: Intent | None, *, waits: bool) -> bool:
    """Whether words may be told of an action: they name it, somebody has still to say which, or our mail spoke of no
    other."""
    if any(each.item_id or each.waits for each in about) or (waits and not about):
        return True
    return answered is not None and len(kit.ledger.outbox.mentions(answered.number)) == 1


def _as_open(heard: Heard, about: Sequence[PlannedUpdate], action: Action, known: Directory) -> Heard:
    """What of words that wait is open, and with whom: what waits for the administrator goes first."""
    assert heard.by is not None, "a mail has a sender"
    disowned = (disowned_in(each, action, known, heard.by.address) for each in about if each.item_id)
    asked = next((each for each in about if each.is_asked), None)
    waits = not about or any(each.is_held for each in about)
    whose = [each for each in about if says_whose(each) or says_not_theirs(each)]
    return replace(
        heard,
        unknown=next(filter(None, (unknown_in(without_ref(each.comment, each.ref), known) for each in whose)), ""),
        waits=waits,
        disowned=next(filter(None, disowned), None),
        asked=asked_about(asked, action) if asked and not waits else None,
    )


def _wish(
    lead: Person | None,
    heard: Heard,
    about: Sequence[PlannedUpdate],
    action: Action,
    answered: date | None,
    today: date,
) -> Wish | None:
    """The date that a mail asks for and the plan's lead has not decided yet, though they may have `answered`; one that
    another date in the list has overtaken until its owner writes again."""
    found = next(((each, wished) for each in about if (wished := wished_in(each, action, today))), None)
    if found is None or heard.by is None or lead is None:
        return None
    overtaken = is_overtaken(found[0], action)
    if overtaken and action.last_reply and action.last_reply > heard.on:
        return None
    return Wish(heard.on, heard.by, found[1], lead, heard.words, None if overtaken else answered, overtaken)


def answers_to_wishes(ledger: Ledger) -> dict[tuple[int, Key], date]:
    """The day of each lead's answer that a person has yet to read, by the message that asks for the date and the
    action."""
    found = {}
    for message in ledger.inbox.held():
        asked = ledger.outbox.intent(message.intent) if message.intent else None
        if asked and asked.kind == WISH and message.sender == asked.person.address and _counts(message, asked):
            for mention in ledger.outbox.mentions(asked.number):
                found[asked.answers[0], mention.key] = message.said_on
    return found


def spoken_of(kit: Kit, message: StoredMessage) -> Iterator[tuple[str, str]]:
    """The plan and the reference of each action that a mail is about, or may be."""
    answered = kit.ledger.outbox.intent(message.intent) if message.intent else None
    for plan, item_id in dict.fromkeys(_spoken_of(kit, kit.ledger.inbox.updates(message.key), answered)):
        action = kit.ledger.snapshot.action(plan, item_id)
        if action:
            yield plan, action.ref


def _counts(message: StoredMessage, answered: Intent | None) -> bool:
    """Whether a mail is anybody's word; an answer to a redirected mail is a rehearsal."""
    if answered and answered.redirected_to:
        return False
    return message.trust in VOUCHED or (message.trust == Trust.UNVERIFIED and answered is not None)


def _spoken_of(kit: Kit, updates: tuple[PlannedUpdate, ...], answered: Intent | None) -> Iterator[Key]:
    """The actions that were understood; all that our mail asked about where one could not be told."""
    yield from (each.key for each in updates if each.item_id)
    if answered and not (updates and all(each.item_id or undoes_nothing(each) for each in updates)):
        yield from (each.key for each in kit.ledger.outbox.mentions(answered.number))


def _wrote_as_owner(message: StoredMessage, updates: tuple[PlannedUpdate, ...], action: Action, asked: Asked) -> bool:
    """Whether somebody owns an action, was asked about it as an owner is, or owned it when their words were written."""
    if role_of(message.sender, action, asked) is Role.OWNER:
        return True
    about = [each for each in updates if each.key == action.key]
    return any(each.after.get("last_reply") == message.said_on.isoformat() for each in about)
