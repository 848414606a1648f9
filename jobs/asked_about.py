"""The actions that a reply may speak of: those that our mail asked about, and the sender's own others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.labels import fold_ref, labels
from bot.ledger import Intent
from bot.plan import Action
from bot.policy import ReminderKind
from bot.reply import Mail, Mentioned
from jobs.entitled import Asked, owns
from jobs.kit import Kit


def labelled(kit: Kit, answered: Intent) -> dict[str, Action]:
    """The actions our mail spoke of, as they stand now, by the labels that it gave them."""
    mentions = kit.ledger.outbox.mentions(answered.number)
    plans = dict.fromkeys(mention.plan for mention in mentions)
    rows = {(each.plan, each.item_id): each for plan in plans for each in kit.ledger.snapshot.actions(plan)}
    named = zip(labels([(each.plan, each.ref) for each in mentions]), mentions, strict=True)
    return {label: rows[each.plan, each.item_id] for label, each in named if (each.plan, each.item_id) in rows}


def others(kit: Kit, mail: Mail, asked: Mapping[str, Action]) -> dict[str, Action]:
    """The sender's own open actions, of every plan, that we did not ask about; what we asked about goes first."""
    taken = {fold_ref(action.ref) for action in asked.values()}
    theirs = [
        action
        for plan in kit.plans
        for action in kit.ledger.snapshot.actions(plan.name)
        if action.is_open and fold_ref(action.ref) not in taken and owns(mail.sender.address, action)
    ]
    return dict(zip(labels([(action.plan, action.ref) for action in theirs]), theirs, strict=True))


def mentioned(actions: Mapping[str, Action], theirs: Asked, *, asked: bool) -> Iterator[Mentioned]:
    for label, action in actions.items():
        shared = action.ref if label.startswith(f"{action.ref} (") else ""
        who = theirs.get((action.plan, action.item_id)) is ReminderKind.ASK_WHO
        yield Mentioned(label, action.text, shared, asked, action.theme, action.due.end, who)
