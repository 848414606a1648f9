"""What waits no more: a mail that was seen to or put away by hand, a question that is answered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.ledger import ASKS_US, OVERTAKEN, Event, MessageState, PlannedUpdate, Question, StoredMessage
from bot.m365 import NotFound
from bot.plan import Action
from jobs.kit import Kit
from jobs.people.disowned import may_say_whose, says_not_theirs
from jobs.people.entitled import owns
from jobs.people.unsettled import WISH, has_moved_on, says_whose
from jobs.reader import read_directory
from jobs.replies.write_once import trail_of

NEEDS_REVIEW, PROCESSED = "Needs review", "Processed"


def tick_off(kit: Kit) -> None:
    """Tick off the held messages that are no longer in the folder where they were put for a person."""
    held = kit.ledger.inbox.held()
    if not held:
        return
    there = kit.mailbox.ids_in(NEEDS_REVIEW)
    for message in held:
        if message.state is MessageState.FILED and message.graph_id not in there:
            kit.ledger.inbox.move(message.key, MessageState.REVIEWED)


def put_away(kit: Kit) -> None:
    """Put away the held messages of which no part waits any more, whoever settled it."""
    for message in kit.ledger.inbox.held():
        updates = kit.ledger.inbox.updates(message.key)
        if message.state is MessageState.FILED and updates and not any(each.waits for each in updates):
            put_away_one(kit, message)


def put_away_one(kit: Kit, message: StoredMessage) -> None:
    """Out of Needs review; where a person has moved it already, it stays."""
    try:
        if message.graph_id in kit.mailbox.ids_in(NEEDS_REVIEW):
            kit.mailbox.move(message.graph_id, PROCESSED)
    except NotFound:
        pass  # somebody moved it at this moment
    kit.ledger.inbox.move(message.key, MessageState.REVIEWED)


def close_disowned(kit: Kit, named: PlannedUpdate) -> None:
    """With its owner named, nobody has to say any more what they meant who wrote whose an action is, or is not."""
    for message, position, each in _on_whose_it_is(kit):
        if each.key == named.key:
            _close_whose(kit, message, position, each)


def _close_owned(kit: Kit) -> None:
    """Close what was written about whose an action is, once somebody has given it another owner by hand."""
    for message, position, each in _on_whose_it_is(kit):
        action = kit.ledger.snapshot.action(each.plan, each.item_id) if "people" in each.basis else None
        if action and action.people and _is_anothers(kit, message.sender, each, action):
            _close_whose(kit, message, position, each)


def _is_anothers(kit: Kit, sender: str, update: PlannedUpdate, action: Action) -> bool:
    """Whether an action has got another owner since words were read about whose it is: whoever wrote that it is not
    theirs has it no more, or its row names somebody else. A post of its row may have been filled because of others."""
    before, is_owner = update.basis["people"].split(), owns(sender, action)
    if not says_whose(update) and (is_owner or sender in before):
        return not is_owner
    if update.basis["owners"] != action.owner_text:
        return True
    if before == [each.address for each in action.people]:
        return False
    known = read_directory(kit)
    return any(known.behind(owner.text) != owner.people for owner in action.owners)


def _on_whose_it_is(kit: Kit) -> Iterator[tuple[StoredMessage, int, PlannedUpdate]]:
    """All that waits of what was written about whose an action is, each with its mail and its place in that."""
    for message in (*kit.ledger.inbox.held(), *kit.ledger.review.asked()):
        for position, each in enumerate(kit.ledger.inbox.updates(message.key)):
            if each.waits and each.item_id and (may_say_whose(each) or says_whose(each)):
                yield message, position, each


def _close_whose(kit: Kit, message: StoredMessage, position: int, update: PlannedUpdate) -> None:
    trail = trail_of(kit, message, update, "closed: somebody was named as its owner")
    kit.ledger.inbox.update_done(message.key, position, "settled", trail=trail)


def close_answers(kit: Kit, wish: int, decided: PlannedUpdate) -> None:
    """With a new date decided, nobody has to read what else was answered to the mail that asked for it, which message
    number `wish` caused."""
    for message in kit.ledger.inbox.held():
        asked = kit.ledger.outbox.intent(message.intent) if message.intent else None
        if asked is None or asked.kind != WISH or wish not in asked.answers:
            continue
        for position, each in enumerate(kit.ledger.inbox.updates(message.key)):
            if each.key == decided.key and each.waits:
                trail = trail_of(kit, message, each, "closed: the plan's lead has decided since")
                kit.ledger.inbox.update_done(message.key, position, OVERTAKEN, trail=trail)


def close_questions(kit: Kit) -> None:
    """Close the questions whose senders have said something sure since, and those whose action has moved on or has
    another owner; with the first also what was answered before and was in doubt, unless it asks us something."""
    _close_owned(kit)
    for each in kit.ledger.review.questions():
        why = "its sender has answered since" if each.answered else "its row has moved on" if _moved(kit, each) else ""
        if why:
            _close(kit, each, f"question closed: {why}")
    for each in kit.ledger.review.in_doubt_again():
        if each.answered and each.update.rule != ASKS_US:
            _close(kit, each, "closed: its sender has answered since")


def _close(kit: Kit, question: Question, what: str) -> None:
    update = question.update
    trail = Event(kit.now(), "update", what, update.plan, update.ref, question.sender, f"reply {question.number}")
    kit.ledger.inbox.update_done(question.message, question.position, OVERTAKEN, trail=trail)


def _moved(kit: Kit, question: Question) -> bool:
    """Whether the action stands otherwise than when the words were read; whose it is stays open all the same."""
    update = question.update
    if not update.item_id or not update.basis or says_not_theirs(update):
        return False
    action = kit.ledger.snapshot.action(update.plan, update.item_id)
    return action is None or has_moved_on(update, action)
