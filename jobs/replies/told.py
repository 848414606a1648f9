"""What the report of a collecting run says: what was read, what became of it, and what waits for an admin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.ledger import PlannedUpdate, StoredMessage
from jobs.kit import Kit, Report
from jobs.replies.change_words import in_words, state_in_words
from jobs.replies.read_reply import Verdict
from jobs.words import count, ended


def collected(kit: Kit, messages: Sequence[StoredMessage], faults: Mapping[str, str], waiting: int) -> Report:
    """The report of a run that is over; `waiting` is how many messages get their receipt tomorrow."""
    updates = [update for message in messages for update in kit.ledger.inbox.updates(message.key)]
    decided = Counter(update.decision for update in updates)
    figures = {"messages": len(messages), **{name: decided[name] for name in _DECISIONS}}
    report = Report("collect", figures=figures, faults=dict(faults))
    report.outcome = f"{count(len(messages), 'message')} read"
    report.say(f"{report.outcome}.")
    for update in updates:
        state = state_in_words(update.state, update.changes)
        report.say(f"{update.ref or 'no action'}: {state}: {_changes(update)}")
    held = [message for message in kit.ledger.inbox.held() if message.key in {each.key for each in messages}]
    report.lines += [
        f"Held for you: mail from {message.sender or 'unknown'}: {ended(message.reason)}" for message in held
    ]
    if waiting:
        report.say(f"{count(waiting, 'message')} had an answer from us today already: a receipt follows tomorrow.")
    return report


def foreseen(verdicts: Sequence[Verdict]) -> Report:
    """The report of a run that was only looked ahead to."""
    report = Report("collect", figures={"messages": len(verdicts)})
    report.say(f"{count(len(verdicts), 'message')} would be read.")
    for verdict in verdicts:
        for update in verdict.updates:
            report.say(f"{update.ref or 'no action'}: {_FORESEEN[update.decision]}: {_changes(update)}")
        if verdict.reason:
            report.say(f"Would be held for you: mail from {verdict.mail.sender.address}: {ended(verdict.reason)}")
    return report


def _changes(update: PlannedUpdate) -> str:
    return in_words(update.changes) or f"words kept{f' ({update.sentence})' if update.sentence else ''}"


_FORESEEN = {
    "apply": "would be written",
    "ask": "would be asked about",
    "note": "would be kept as words",
    "hold": "would be held for you",
}
_DECISIONS = tuple(_FORESEEN)
