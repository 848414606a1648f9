"""What waits no more: a mail that an admin moved out of the folder Needs review, a question that is answered."""

from __future__ import annotations

from bot.ledger import OVERTAKEN, Event, MessageState, Question
from jobs.kit import Kit
from jobs.people.disowned import says_not_theirs
from jobs.people.unsettled import standing_of

NEEDS_REVIEW = "Needs review"


def tick_off(kit: Kit) -> None:
    """Tick off the held messages that are no longer in the folder where they were put for a person."""
    held = kit.ledger.inbox.held()
    if not held:
        return
    there = kit.mailbox.ids_in(NEEDS_REVIEW)
    for message in held:
        if message.state is MessageState.FILED and message.graph_id not in there:
            kit.ledger.inbox.move(message.key, MessageState.REVIEWED)


def close_questions(kit: Kit) -> None:
    """Close the questions whose senders have said something sure since, and those whose action has moved on."""
    for each in kit.ledger.review.questions():
        why = "its sender has answered since" if each.answered else "its row has moved on" if _moved(kit, each) else ""
        if why:
            update = each.update
            what = f"question closed: {why}"
            trail = Event(kit.now(), "update", what, update.plan, update.ref, each.sender, f"reply {each.number}")
            kit.ledger.inbox.update_done(each.message, each.position, OVERTAKEN, trail=trail)


def _moved(kit: Kit, question: Question) -> bool:
    """Whether the action stands otherwise than when the words were read; whose it is stays open all the same."""
    update = question.update
    if not update.item_id or not update.basis or says_not_theirs(update):
        return False
    action = kit.ledger.snapshot.action(update.plan, update.item_id)
    return action is None or standing_of(action) != update.basis
