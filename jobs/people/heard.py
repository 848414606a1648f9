"""Who was heard about which action: every mail of a person who may answer, whatever could be read in it.

Whoever Exchange vouches for is heard. Whoever nobody vouches for is heard only in answer to a mail of ours; somebody
who is not who their mail says is not heard at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from bot.directory import Directory
from bot.ledger import Intent, PlannedUpdate, StoredMessage
from bot.plan import Action, Person
from bot.policy import Disowned, Heard, Key, ReminderKind, Words
from bot.reply import Role, Trust
from jobs.kit import Kit
from jobs.people.disowned import disowned_in
from jobs.people.entitled import Asked, asked_of, role_of
from jobs.people.names import known_name
from jobs.reader import read_directory

VOUCHED = frozenset({Trust.INTERNAL, Trust.AUTHENTICATED})
_SINCE = timedelta(days=400)


def heard(kit: Kit) -> Words:
    """What was written about each action by who may answer for it, was told of it from above or asked whose it is."""
    actions = {(each.plan, each.item_id): each for plan in kit.plans for each in kit.ledger.snapshot.actions(plan.name)}
    known = read_directory(kit)
    waiting = {each.key for each in (*kit.ledger.inbox.held(), *kit.ledger.review.asked())}
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
            if as_owner or asked.get(key) in (ReminderKind.ASK_WHO, ReminderKind.ESCALATED):
                is_open = message.key in waiting
                disowned = _disowned(updates, key, known, message.sender) if is_open else None
                waits = is_open and _waits(updates, key)
                found[key].append(Heard(message.said_on, by, waits, disowned, as_owner))
    return found


def _disowned(updates: tuple[PlannedUpdate, ...], key: Key, known: Directory, sender: str) -> Disowned | None:
    theirs = (disowned_in(each, known, sender) for each in updates if (each.plan, each.item_id) == key)
    return next(filter(None, theirs), None)


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
    yield from ((each.plan, each.item_id) for each in updates if each.item_id)
    if answered and not (updates and all(each.item_id for each in updates)):
        yield from ((each.plan, each.item_id) for each in kit.ledger.outbox.mentions(answered.number))


def _wrote_as_owner(message: StoredMessage, updates: tuple[PlannedUpdate, ...], action: Action, asked: Asked) -> bool:
    """Whether somebody owns an action, was asked about it as an owner is, or owned it when their words were written."""
    if role_of(message.sender, action, asked) is Role.OWNER:
        return True
    about = [each for each in updates if (each.plan, each.item_id) == (action.plan, action.item_id)]
    return any(each.after.get("last_reply") == message.said_on.isoformat() for each in about)


def _waits(updates: tuple[PlannedUpdate, ...], key: Key) -> bool:
    """Whether what a mail that waits says of one action is what waits."""
    about = [each for each in updates if (each.plan, each.item_id) == key or not each.item_id]
    return not about or any(each.is_held or each.is_asked for each in about)
