"""What waits no more: a mail that was seen to or put away by hand, a question that is answered."""

from __future__ import annotations

from bot.ledger import OVERTAKEN, Event, MessageState, PlannedUpdate, Question, StoredMessage
from bot.m365 import NotFound
from jobs.kit import Kit
from jobs.people.disowned import may_say_whose, says_not_theirs
from jobs.people.unsettled import WISH, says_whose, standing_of
from jobs.replies.write_once import trail_of

ASKS_US = "asks a question"
"""The rule of words that a person must answer."""

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
    for message in (*kit.ledger.inbox.held(), *kit.ledger.review.asked()):
        for position, each in enumerate(kit.ledger.inbox.updates(message.key)):
            same = each.key == named.key
            if same and each.waits and (may_say_whose(each) or says_whose(each)):
                trail = trail_of(kit, message, each, "closed: somebody was named as its owner")
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
    """Close the questions whose senders have said something sure since, and those whose action has moved on; with the
    former also what was answered before and was in doubt, unless it asks us something."""
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
    return action is None or standing_of(action) != update.basis
