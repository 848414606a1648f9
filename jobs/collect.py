"""Take in what owners answered, write it back to the lists, and say what was understood.

Each message goes STORED -> READ -> SETTLED -> FILED, one committed step at a time, so a collect that dies anywhere is
finished by the next one: every reply is applied once and told of in one receipt. Nothing is deleted.
"""

from __future__ import annotations

from datetime import timedelta

from bot.ledger import Event, MessageState, StoredMessage
from bot.m365 import InboxPage, NotFound, SyncExpired
from bot.reply import MailClass
from jobs.kit import JobRefused, Kit, Report
from jobs.people.heard import spoken_of
from jobs.reader import Reader
from jobs.replies import told
from jobs.replies.answer import answer_all, deserves_answer
from jobs.replies.evidence import keep_evidence
from jobs.replies.read_reply import judge, read_reply
from jobs.replies.review import NEEDS_REVIEW, PROCESSED, close_questions, put_away, tick_off
from jobs.replies.wish_told import tell_lead, tell_owner
from jobs.replies.wishes import ask_lead
from jobs.replies.write_back import write_back
from jobs.sending.deliver import deliver

MARKER = "inbox"
MACHINE_MAIL = "Machine mail"


def collect(kit: Kit) -> Report:
    """Work through the inbox until nothing in it is left unread."""
    tick_off(kit)
    _take_in(kit)
    messages = kit.ledger.inbox.unfinished()
    for message in messages:
        if message.state is MessageState.STORED:
            read_reply(kit, message)
    copies = {each.key for each in kit.ledger.inbox.copies()}
    messages = tuple(each for each in messages if each.key not in copies)
    reader, faults = Reader(kit), dict[str, str]()
    for message in kit.ledger.inbox.unfinished():
        if message.state is MessageState.READ:
            _settle(kit, reader, message, faults)
    close_questions(kit)
    waiting = answer_all(kit)
    deliver(kit)
    for message in (*kit.ledger.inbox.unfinished(), *kit.ledger.inbox.copies()):
        if message.state is not MessageState.READ:
            _file(kit, message)
    put_away(kit)
    keep = kit.settings.mail.keep_days
    if keep:
        kit.ledger.inbox.purge(kit.today - timedelta(days=keep))
    return told.collected(kit, messages, faults, waiting)


def foresee(kit: Kit) -> Report:
    """What `collect` would make of the messages that are new, with nothing kept, written or moved."""
    page = kit.mailbox.inbox(kit.ledger.snapshot.marker(MARKER))
    new = [graph_id for graph_id in page.ids if not kit.ledger.inbox.knows(graph_id)]
    return told.foreseen([judge(kit, kit.mailbox.raw(graph_id)) for graph_id in new])


def _take_in(kit: Kit) -> None:
    """Keep every new message raw before anything is read from it; the marker moves on only after that."""
    page = _new_messages(kit)
    if not kit.ledger.outbox.has_written():
        kit.ledger.inbox.leave_alone(page.ids, kit.today)
    for graph_id in page.ids:
        if not kit.ledger.inbox.knows(graph_id):
            kit.ledger.inbox.store(graph_id, kit.mailbox.raw(graph_id), kit.today)
    kit.ledger.snapshot.set_marker(MARKER, page.marker)


def _new_messages(kit: Kit) -> InboxPage:
    """What came since the marker; when Graph says it has expired, everything, of which the ledger knows the most."""
    try:
        return kit.mailbox.inbox(kit.ledger.snapshot.marker(MARKER))
    except SyncExpired:
        return kit.mailbox.inbox()


def _settle(kit: Kit, reader: Reader, message: StoredMessage, faults: dict[str, str]) -> None:
    """Write each update, which is safe to do again. Answers wait for a list at fault."""
    updates = kit.ledger.inbox.updates(message.key)
    keep_evidence(kit, message, updates)
    for position, update in enumerate(updates):
        try:
            if update.state == "planned":
                write_back(kit, reader, message, position, update)
        except (JobRefused, NotFound) as fault:
            faults[update.plan] = str(fault)
    if any(update.state == "planned" for update in kit.ledger.inbox.updates(message.key)):
        return
    ask_lead(kit, message)
    tell_owner(kit, message)
    tell_lead(kit, message)
    kit.ledger.inbox.settled(message.key, deserves_answer(kit, message), _held_trail(kit, message))


def _held_trail(kit: Kit, message: StoredMessage) -> list[Event]:
    """A line for each action that a held reply is about, or may be: it waits for an admin."""
    updates = kit.ledger.inbox.updates(message.key)
    held = [update for update in updates if update.decision == "hold"]
    if message.mail_class != MailClass.REPLY or not message.reason or (updates and not held):
        return []
    placed = held and all(update.item_id for update in held)
    about = [(update.plan, update.ref) for update in held] if placed else [*spoken_of(kit, message)]
    what, cause = f"held for an admin: {message.reason}", f"reply {message.number}"
    return [
        Event(kit.now(), "update", what, plan, ref, message.sender, cause)
        for plan, ref in dict.fromkeys(about or [("", "")])
    ]


def _file(kit: Kit, message: StoredMessage) -> None:
    """Move a message out of the inbox, to where an admin would look for it; a copy goes where the first went."""
    folder = NEEDS_REVIEW if message.reason else PROCESSED if message.mail_class == MailClass.REPLY else MACHINE_MAIL
    try:
        kit.mailbox.move(message.graph_id, folder)
    except NotFound:  # a person may have filed or removed it: it is read and settled all the same
        gone = f"not moved to {folder}: the message is gone from the inbox"
        kit.ledger.register.note([Event(kit.now(), "mail", gone, "", "", message.sender, "collect")])
    kit.ledger.inbox.move(message.key, MessageState.FILED)
