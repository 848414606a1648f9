"""Take every approved intent through the draft protocol, so that each mail leaves exactly once.

    NEW        -> commit DRAFTING -> look for a mail with our key, else lay the draft -> commit DRAFTED + its id
    DRAFTING   a process died or the answer was lost: look. No mail with our key: the tenant may still be at work on
               it, so wait until it has had time to settle, look again, and only then lay the draft.
    DRAFTED    -> commit SENDING -> send -> commit SENT
    SENDING    a process died or the answer was lost: look. Gone from Drafts: it left, commit SENT. Still a draft: wait
               as above, look again, and only then send.

Once a draft id is recorded no second draft is ever made for that intent. The guards are asked again before each send: a
mail that they stop is not sent, whatever state it is in, and a draft of it stays in Drafts for an admin to delete.
So is a nudge that an earlier day left on its way: it counts the days of that day, and what it asks may be done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.ledger import IN_FLIGHT, Intent, IntentState
from bot.m365 import Draft, NotFound, Refused, ServiceFault, Suppressed, TenantError, Unreachable
from jobs.kit import Kit
from jobs.sending.gate import Gate, Refusal, Valve
from jobs.sending.letters import NUDGE


@dataclass(slots=True)
class Delivered:
    """What a delivery did: mails sent, left for a later day, refused or uncertain, and put off to the next delivery.

    `withdrawn` are those that were stopped on their way: by the guards, or by a later day. `full` says that mails were
    left because the mailbox has sent all that it may within 24 hours.
    """

    sent: list[Intent]
    waiting: list[Intent]
    failed: list[Intent]
    put_off: list[Intent]
    withdrawn: list[Intent]
    full: bool = False


def deliver(kit: Kit, *, approved: str = "", folds: bool = False) -> Delivered:
    """Send what is pending; a tenant that cannot be reached stops the delivery, and the next one goes on from there.

    A fault at one mail only puts that mail off: it must not keep the others back. A nudge of an earlier day leaves only
    with the run that was `approved` just now, for it was compared with today; any other waits for a call that `folds`
    it into today's decision.
    """
    done = Delivered([], [], [], [], [])
    gate, valve = Gate(kit), Valve(kit)
    for intent in kit.ledger.outbox.pending():
        late = intent.kind == NUDGE and intent.day < kit.today and intent.run != approved
        if late and not (folds and intent.state in IN_FLIGHT):
            continue
        try:
            if late:
                _fold(kit, intent, done)
            else:
                _bring_on(kit, intent, gate, valve, done)
        except ServiceFault:
            done.put_off.append(intent)
    return done


def _bring_on(kit: Kit, intent: Intent, gate: Gate, valve: Valve, done: Delivered) -> None:
    """Take one mail as far as it may go."""
    if intent.state is IntentState.NEW and _stays(kit, intent, gate, valve, done):
        return
    refusal = gate.refusal(intent) if intent.state in IN_FLIGHT else None
    if refusal and _withdrawn(kit, intent, refusal):
        done.withdrawn.append(intent)
        return
    has_left = _send_once(kit, intent, valve)
    (done.sent if has_left else done.failed).append(intent)
    if intent.kind == NUDGE and has_left:
        gate.reached.add(intent.person.address)


_FOLDED = Refusal(IntentState.CANCELLED, "folded into a later day")


def _fold(kit: Kit, intent: Intent, done: Delivered) -> None:
    """Withdraw a nudge that an earlier day left on its way; if it did leave, that was on its own day."""
    if _withdrawn(kit, intent, _FOLDED):
        done.withdrawn.append(intent)
    else:
        kit.ledger.outbox.sent(intent.number, intent.day, kit.now())


def _stays(kit: Kit, intent: Intent, gate: Gate, valve: Valve, done: Delivered) -> bool:
    """Whether a mail that nothing was done about is left undone: ended where it may not go, else waiting."""
    refusal = gate.refusal(intent)
    if refusal:
        kit.ledger.outbox.ended(intent.number, refusal.state, refusal.why, kit.now())
        return True
    if gate.has_reached(intent) or valve.is_shut:
        done.waiting.append(intent)
        done.full = done.full or valve.is_shut
        return True
    return False


def _withdrawn(kit: Kit, intent: Intent, refusal: Refusal) -> bool:
    """End a mail in flight that may not go any more; False when it has left already."""
    draft = _found(kit, intent)
    if (draft and draft.has_left) or (intent.state is IntentState.SENDING and _has_left(kit, intent)):
        return False
    why = refusal.why
    if draft:
        kit.ledger.outbox.move(intent.number, IntentState.DRAFTED, kit.now(), (draft.id, draft.internet_message_id))
        why += "; its draft stays in Drafts, where you may delete it"
    kit.ledger.outbox.ended(intent.number, refusal.state, why, kit.now())
    return True


def _send_once(kit: Kit, intent: Intent, valve: Valve) -> bool:
    """Bring one intent to its end from whatever state it is in; False when it was not sent and will not be."""
    try:
        draft_id = _lay(kit, intent) if intent.state in _NOT_LAID else intent.draft_id
    except TenantError as error:
        if error.try_again or error.mendable:
            raise
        kit.ledger.outbox.ended(intent.number, IntentState.FAILED, str(error), kit.now())
        return False
    if not draft_id or (intent.state is IntentState.SENDING and _has_left(kit, intent)):
        kit.ledger.outbox.sent(intent.number, kit.today, kit.now())
        return True
    valve.wait()
    kit.ledger.outbox.move(intent.number, IntentState.SENDING, kit.now())
    try:
        _send(kit, draft_id)
    except Refused as error:
        # Only a mail that is no draft any more may have left; any other refusal says that it has not.
        state = IntentState.UNCERTAIN if error.code == "ErrorInvalidOperation" else IntentState.FAILED
        kit.ledger.outbox.ended(intent.number, state, str(error), kit.now())
        return False
    except NotFound:
        note = "the draft could not be sent any more: look in Sent Items before sending it again"
        kit.ledger.outbox.ended(intent.number, IntentState.UNCERTAIN, note, kit.now())
        return False
    kit.ledger.outbox.sent(intent.number, kit.today, kit.now())
    return True


_NOT_LAID = (IntentState.NEW, IntentState.DRAFTING)


def _lay(kit: Kit, intent: Intent) -> str:
    """The id of the intent's draft, laid now or found from an earlier attempt, and recorded; "" when it has left.

    A mail with this key that was sent already means a ledger restored from a backup: it is not sent again.
    """
    if intent.state is IntentState.NEW:
        kit.ledger.outbox.move(intent.number, IntentState.DRAFTING, kit.now())
    draft = _found(kit, intent) or kit.mailbox.create_draft(
        key=intent.key,
        to=intent.goes_to,
        subject=intent.subject,
        html=intent.html,
        reply_to=intent.reply_to,
        # An out-of-office note to a nudge is read and never answered, so there is no loop.
        suppressed=Suppressed.ALL_BUT_ABSENCES if intent.kind == NUDGE else Suppressed.ALL,
    )
    kit.ledger.outbox.move(intent.number, IntentState.DRAFTED, kit.now(), (draft.id, draft.internet_message_id))
    return "" if draft.has_left else draft.id


def _send(kit: Kit, draft_id: str) -> None:
    """Send a draft; when the answer is lost, look at once whether it left before giving up on this run."""
    try:
        kit.mailbox.send_draft(draft_id)
    except Unreachable:
        if kit.mailbox.is_draft(draft_id):
            raise


def _found(kit: Kit, intent: Intent) -> Draft | None:
    """The mail that carries the intent's key, as an earlier attempt may have left it; None when there is none."""
    found = kit.mailbox.find(intent.key)
    if not found and intent.state is IntentState.DRAFTING and _settles(kit, intent):
        return kit.mailbox.find(intent.key)
    return found


def _has_left(kit: Kit, intent: Intent) -> bool:
    """Whether an attempt of unknown fate got through; a draft is given time to settle before it counts as unsent."""
    if not kit.mailbox.is_draft(intent.draft_id):
        return True
    return _settles(kit, intent) and not kit.mailbox.is_draft(intent.draft_id)


def _settles(kit: Kit, intent: Intent) -> bool:
    """Wait for what the tenant may still be doing with the call before; False when it has had its time already."""
    settled_at = intent.moved_at + timedelta(seconds=kit.settings.mail.settle_seconds)
    left = (settled_at - kit.now()).total_seconds()
    if left > 0:
        kit.wait(left)
    return left > 0
