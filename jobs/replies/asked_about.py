"""The actions that a reply may speak of: those that our mail asked about, and the sender's own others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.compose import wording
from bot.labels import fold_ref, labels
from bot.ledger import Intent, PlannedUpdate
from bot.plan import Action, Key
from bot.policy import ReminderKind
from bot.reply import FOR_DATE, Mail, Mentioned, Question, check_in
from jobs.kit import Kit
from jobs.people.disowned import says_not_theirs
from jobs.people.entitled import Asked, owns
from jobs.people.unsettled import as_repeated, question_about
from jobs.replies.receipt_lines import asks_back


def labelled(kit: Kit, answered: Intent) -> dict[str, Action]:
    """The actions our mail spoke of, as they stand now, by the labels that it gave them."""
    mentions = kit.ledger.outbox.mentions(answered.number)
    plans = dict.fromkeys(mention.plan for mention in mentions)
    rows = {each.key: each for plan in plans for each in kit.ledger.snapshot.actions(plan)}
    named = zip(labels([(each.plan, each.ref) for each in mentions]), mentions, strict=True)
    return {label: rows[each.key] for label, each in named if each.key in rows}


def others(kit: Kit, mail: Mail, asked: Mapping[str, Action], theirs: Asked) -> dict[str, Action]:
    """The open actions, of every plan, that are the sender's own or that an earlier mail asked them about.

    What our mail spoke of goes first.
    """
    taken = {fold_ref(action.ref) for action in asked.values()}
    actions = [
        action
        for plan in kit.plans
        for action in kit.ledger.snapshot.actions(plan.name)
        if action.is_open
        and fold_ref(action.ref) not in taken
        and (owns(mail.sender.address, action) or action.key in theirs)
    ]
    return dict(zip(labels([(action.plan, action.ref) for action in actions]), actions, strict=True))


def mentioned(kit: Kit, answered: Intent, asked: Mapping[str, Action], theirs: Asked) -> Iterator[Mentioned]:
    """The actions our mail spoke of, each with what it asked of its reader, who was asked `theirs`."""
    told = {each.key: each for each in told_in(kit, answered)}
    repeated = _repeated(kit, answered, theirs)
    disowned = _disowned(kit, answered.person.address)
    back = _put_back(kit, answered, asked, told)
    unplaced = any(not each.item_id for each in back.values())
    for label, action in asked.items():
        key = action.key
        known = _named(label, action)
        kind = theirs.get(key)
        if kind is None:
            yield known
        elif key in back:
            yield replace(known, question=question_about(back[key], action))
        elif key in told and back and not unplaced:
            yield replace(known, settled=True)
        else:
            question = _with_date(repeated.get(key), kind, action) or _asked(kind, action)
            question = _or_who(question) if key in disowned else question
            yield replace(known, asks_who=kind is ReminderKind.ASK_WHO, question=question)


def not_asked(kit: Kit, sender: str, actions: Mapping[str, Action], theirs: Asked) -> Iterator[Mentioned]:
    """Actions that our mail did not speak of; where an earlier one asked whose it is, an answer says who, and where it
    put a question that is open still, an answer to that."""
    disowned = _disowned(kit, sender) if actions else frozenset()
    questions = _put_before(kit, sender) if actions else {}
    for label, action in actions.items():
        key, asks_who = action.key, theirs.get(action.key) is ReminderKind.ASK_WHO
        before = questions.get(key)
        question = question_about(before, action) if before and asks_back(kit, sender, before, action) else None
        question = _or_who(question) if key in disowned else question
        yield replace(_named(label, action), asked=False, asks_who=asks_who, question=question)


def _put_before(kit: Kit, sender: str) -> dict[Key, PlannedUpdate]:
    """The latest open question to a sender about each action, by its update."""
    return {each.update.key: each.update for each in kit.ledger.review.questions() if each.sender == sender}


def _or_who(question: Question | None) -> Question:
    """A question beside which we also ask who it should be instead."""
    return replace(question or Question(), who_instead=True)


def _disowned(kit: Kit, sender: str) -> frozenset[Key]:
    """The actions of which a sender has said that they are not theirs, and nobody has settled it yet."""
    waiting = (*kit.ledger.inbox.held(), *kit.ledger.review.asked())
    theirs = [each.key for each in waiting if each.sender == sender]
    updates = [update for key in theirs for update in kit.ledger.inbox.updates(key)]
    return frozenset(each.key for each in updates if each.waits and each.item_id and says_not_theirs(each))


def _named(label: str, action: Action) -> Mentioned:
    shared = action.ref if label.startswith(f"{action.ref} (") else ""
    return Mentioned(
        label,
        action.text,
        shared,
        theme=action.theme,
        recommendation=action.recommendation,
        due=action.due.end,
        ends=action.current_due.end,
    )


def told_in(kit: Kit, answered: Intent) -> Iterator[PlannedUpdate]:
    """What a receipt told of: the updates of the replies that it answers; nothing for other mails.

    Where it only asked which action was meant, what the receipt before it asked is open still, and goes first.
    """
    for number in answered.answers:
        message = kit.ledger.inbox.message(number)
        updates = kit.ledger.inbox.updates(message.key) if message else ()
        before = kit.ledger.outbox.intent(message.intent) if message and message.intent else None
        if before and any(not each.item_id for each in updates):
            yield from told_in(kit, before)
        yield from updates


def _put_back(
    kit: Kit, answered: Intent, asked: Mapping[str, Action], told: Mapping[Key, PlannedUpdate]
) -> dict[Key, PlannedUpdate]:
    """Of what a receipt told of, what it asked its reader about; where that is nothing, what it asked others about.

    What was settled since counts as long as the receipt put its question: it did not where it was settled before.
    """
    actions, reader = {action.key: action for action in asked.values()}, answered.person.address
    text = " ".join(answered.text.split())
    open_still = {
        key: each
        for key, each in told.items()
        if each.is_asked or (each.was_asked and " ".join(each.sentence.split()) in text)
    }
    put = {key: each for key, each in open_still.items() if asks_back(kit, reader, each, actions.get(key))}
    return put or open_still


def _repeated(kit: Kit, answered: Intent, theirs: Asked) -> dict[Key, PlannedUpdate]:
    """The open questions to its reader of which a nudge says that a yes settles them.

    None that stands in it less often than it is open: nobody could tell which of them was put.
    """
    text = " ".join(answered.text.split())
    asked = _put_before(kit, answered.person.address)
    put = {
        key: wording.answered_by_yes(as_repeated(update))
        for key, update in asked.items()
        if theirs.get(key, ReminderKind.CHECK_IN) is not ReminderKind.CHECK_IN
    }
    times = Counter(put.values())
    return {key: asked[key] for key, question in put.items() if text.count(question) >= times[question]}


def _with_date(update: PlannedUpdate | None, kind: ReminderKind, action: Action) -> Question | None:
    """The question that a nudge repeats, where a yes still answers it; a day alone answers what asks for one, too."""
    question = question_about(update, action) if update else None
    if question is None or not question.proposes:
        return None
    return replace(question, wants_date=question.wants_date or kind is ReminderKind.ASK_FOR_DATE)


def _asked(kind: ReminderKind, action: Action) -> Question | None:
    if kind is ReminderKind.ASK_FOR_DATE:
        return FOR_DATE
    return check_in(action.status) if kind is ReminderKind.CHECK_IN else None
