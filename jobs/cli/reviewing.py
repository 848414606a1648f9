"""The review queue: replies that wait for a person, shown with what was read in them, and settled."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from bot.ledger import Ledger, PlannedUpdate, StoredMessage
from bot.plan import Status
from bot.settings import load
from jobs.cli.build import open_kit, open_ledger_only
from jobs.cli.faults import WELL, WRONG_USAGE
from jobs.cli.telling import tell, tell_lines
from jobs.kit import Kit, Report
from jobs.people.disowned import may_say_whose
from jobs.people.names import where_to_find
from jobs.people.unsettled import says_whose
from jobs.replies.change_words import in_words
from jobs.replies.settle_reply import Choice, settle_reply
from jobs.replies.settle_wish import settle_wish
from jobs.replies.wishes import ANSWERS, LEADS_ANSWER
from jobs.words import ended

_WHAT = "say what to do: --apply, --dismiss, --agree or --refuse, or what it should be with --status or --due"


def settle(options: argparse.Namespace) -> int:
    fault = _contradiction(options)
    if fault:
        print(f"planminder settle: {fault}", file=sys.stderr)
        return WRONG_USAGE
    if options.agree or options.refuse:
        verdict = ANSWERS[0] if options.agree else ANSWERS[1]
        return _settled(options, lambda kit: settle_wish(kit, options.reply, verdict))
    choice = Choice(
        as_read=options.apply,
        dismiss=options.dismiss,
        status=Status(options.status) if options.status else None,
        on=options.on,
        due=options.due,
        action=options.action,
        plan=options.plan,
        anyway=options.anyway,
    )
    return _settled(options, lambda kit: settle_reply(kit, options.reply, choice))


def _settled(options: argparse.Namespace, how: Callable[[Kit], Report]) -> int:
    with open_kit(load(options.config), options.today) as kit:
        report = how(kit)
    tell(report.lines, report.to_json(), options.json)
    return WELL


def _contradiction(options: argparse.Namespace) -> str:
    """What is wrong with the choice as it was written; "" when nothing is."""
    told = bool(options.status or options.due)
    by_lead = options.agree or options.refuse
    if not (options.apply or options.dismiss or by_lead or told):
        return _WHAT
    if (options.apply or options.dismiss) and (told or options.on):
        return "--apply and --dismiss take no --status, --on or --due beside them"
    if by_lead and (told or options.on or options.action):
        return "--agree and --refuse record what the lead answered, and take nothing beside them"
    if options.on and options.status != Status.COMPLETED:
        return "--on is the day of a completion: it needs --status completed"
    return "--dismiss writes nothing, so it takes no --action" if options.dismiss and options.action else ""


def examples(options: argparse.Namespace) -> int:
    """Every correction as one example: with --json one list, else one JSON object a line."""
    with open_ledger_only(load(options.config)) as ledger:
        found = [asdict(each) for each in ledger.review.examples()]
    if options.json:
        tell([], found, as_json=True)
    else:
        tell_lines([("", each) for each in found], as_json=True)
    return WELL


def reply_lines(ledger: Ledger, held: Sequence[StoredMessage], asked: Sequence[StoredMessage]) -> Iterator[str]:
    """Each reply that waits, with what was read, the words and how to settle it."""
    for message in held:
        yield f"Reply {message.number}: mail from {_who(message)} needs you: {ended(message.reason)}"
        yield from _update_lines(ledger, message)
    for message in asked:
        yield f"Reply {message.number}: mail from {_who(message)} was asked about, and nothing sure has come back."
        yield from _update_lines(ledger, message)


def _update_lines(ledger: Ledger, message: StoredMessage) -> Iterator[str]:
    waiting = list(_waiting(ledger, message))
    for name, update in waiting:
        about = " ".join(part for part in (update.plan, update.ref) if part) or "no action that we could tell"
        read = in_words(update.read or update.changes) or "nothing that could be applied"
        yield f"  {name}  {about}: read as {read}"
        yield from (f"      | {line}" for line in update.comment.splitlines())
    if not waiting:
        yield from (f"      | {line}" for line in message.words.splitlines()[:20])
    whose = [each for each in waiting if says_whose(each[1]) or may_say_whose(each[1])]
    others = [each for each in waiting if each not in whose]
    yield from _ways_for_whose(whose, mixed=bool(others))
    if others or not waiting:
        name = others[0][0] if others else str(message.number)
        ways = ", ".join(_ways([update for _, update in others]))
        yield f"  To settle {name if whose else 'it'}: planminder settle {name} and one of {ways}."


def _ways_for_whose(waiting: Sequence[tuple[str, PlannedUpdate]], *, mixed: bool) -> Iterator[str]:
    """How words on whose an action is are settled: by naming its owner, which no option of ours does."""
    if not waiting:
        return
    name = waiting[0][0]
    dismiss = f"name the owner in the list or in Who is who, then planminder settle {name} --dismiss."
    yield f"  To settle {name if mixed else 'it'}: {dismiss}"
    yield "  An owner whom you enter in the row itself settles it with the next run."
    yield from (f"  Or planminder settle {each} --apply." for each, update in waiting if update.changes)


def _ways(waiting: Sequence[PlannedUpdate]) -> list[str]:
    may_apply = any(update.read and update.item_id for update in waiting)
    ways = ["--apply", "--status", "--due", "--action", "--dismiss"][0 if may_apply else 1 :]
    return ["--agree", "--refuse", *ways] if any(update.rule == LEADS_ANSWER for update in waiting) else ways


def reply_json(ledger: Ledger, message: StoredMessage) -> dict[str, object]:
    return {
        "id": str(message.number),
        "from": message.sender,
        "date": message.written.isoformat() if message.written else None,
        "subject": message.subject,
        "class": message.mail_class,
        "reason": message.reason,
        "words": message.words,
        "updates": [
            {
                "id": name,
                "plan": update.plan,
                "ref": update.ref,
                "decision": update.decision,
                "rule": update.rule,
                "reason": update.sentence,
                "read": dict(update.read),
                "words": update.comment,
            }
            for name, update in _waiting(ledger, message)
        ],
    }


def _waiting(ledger: Ledger, message: StoredMessage) -> Iterator[tuple[str, PlannedUpdate]]:
    for position, update in enumerate(ledger.inbox.updates(message.key), start=1):
        if update.waits:
            yield f"{message.number}.{position}", update


def _who(message: StoredMessage) -> str:
    return f"{message.sender or 'unknown'}{where_to_find(message)}"
