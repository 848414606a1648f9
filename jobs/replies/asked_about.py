"""The actions that a reply may speak of: those that our mail asked about, and the sender's own others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from bot.history import due_text
from bot.labels import fold_ref, labels
from bot.ledger import Intent, PlannedUpdate
from bot.plan import Action, Status
from bot.policy import ReminderKind
from bot.reply import FOR_DATE, Mail, Mentioned, Question, asked_back, check_in
from jobs.kit import Kit
from jobs.people.entitled import Asked, owns


def labelled(kit: Kit, answered: Intent) -> dict[str, Action]:
    """The actions our mail spoke of, as they stand now, by the labels that it gave them."""
    mentions = kit.ledger.outbox.mentions(answered.number)
    plans = dict.fromkeys(mention.plan for mention in mentions)
    rows = {(each.plan, each.item_id): each for plan in plans for each in kit.ledger.snapshot.actions(plan)}
    named = zip(labels([(each.plan, each.ref) for each in mentions]), mentions, strict=True)
    return {label: rows[each.plan, each.item_id] for label, each in named if (each.plan, each.item_id) in rows}


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
        and (owns(mail.sender.address, action) or (action.plan, action.item_id) in theirs)
    ]
    return dict(zip(labels([(action.plan, action.ref) for action in actions]), actions, strict=True))


def mentioned(kit: Kit, answered: Intent, asked: Mapping[str, Action], theirs: Asked) -> Iterator[Mentioned]:
    """The actions our mail spoke of, each with what it asked of its reader, who was asked `theirs`."""
    told = {(each.plan, each.item_id): each for each in _told(kit, answered)}
    back = {key: each for key, each in told.items() if each.was_asked}
    unplaced = any(each.was_asked and not each.item_id for each in told.values())
    for label, action in asked.items():
        key = (action.plan, action.item_id)
        known = _named(label, action)
        kind = theirs.get(key)
        if kind is None:
            yield known
        elif key in back:
            yield replace(known, question=_asked_back(back[key], action))
        elif key in told and back and not unplaced:
            yield replace(known, settled=True)
        else:
            yield replace(known, asks_who=kind is ReminderKind.ASK_WHO, question=_asked(kind, action))


def not_asked(actions: Mapping[str, Action], theirs: Asked) -> Iterator[Mentioned]:
    """Actions that our mail did not speak of; where an earlier one asked whose it is, an answer says who."""
    for label, action in actions.items():
        asks_who = theirs.get((action.plan, action.item_id)) is ReminderKind.ASK_WHO
        yield replace(_named(label, action), asked=False, asks_who=asks_who)


def _named(label: str, action: Action) -> Mentioned:
    shared = action.ref if label.startswith(f"{action.ref} (") else ""
    return Mentioned(label, action.text, shared, theme=action.theme, due=action.due.end)


def _told(kit: Kit, answered: Intent) -> Iterator[PlannedUpdate]:
    """What a receipt told of: the updates of the replies that it answers; nothing for other mails."""
    for number in answered.answers:
        message = kit.ledger.inbox.message(number)
        yield from kit.ledger.inbox.updates(message.key) if message else ()


def _asked(kind: ReminderKind, action: Action) -> Question | None:
    if kind is ReminderKind.ASK_FOR_DATE:
        return FOR_DATE
    return check_in(action.status) if kind is ReminderKind.CHECK_IN else None


def _asked_back(update: PlannedUpdate, action: Action) -> Question:
    """What a receipt asked about an update; of an action that has moved on since, a yes says nothing any more."""
    read = update.read if update.basis == standing_of(action) else {}
    days = {field: date.fromisoformat(read[field]) for field in _DAYS if field in read}
    status = Status(read["status"]) if "status" in read else None
    question = asked_back(
        update.sentence, status, days.get("revised_due"), days.get("completed_on"), days.get("snoozed_until")
    )
    return question if read else Question(wants_date=question.wants_date)


_DAYS = ("revised_due", "completed_on", "snoozed_until")


def standing_of(action: Action) -> dict[str, str]:
    """How an action stands, in the words by which a later look tells whether it has moved on."""
    completed = action.completed_on.isoformat() if action.completed_on else ""
    return {"status": action.status.value, "due": due_text(action), "completed_on": completed}
