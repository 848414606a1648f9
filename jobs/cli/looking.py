"""The commands that only look into the ledger: outbox and log."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.ledger import Event, Intent, IntentState, Ledger, Run, RunState
from bot.settings import load
from jobs.cli.build import local_today, open_ledger_only
from jobs.cli.reviewing import examples, reply_json, reply_lines
from jobs.cli.telling import tell, write_mails
from jobs.people.awaited import Awaited, awaited
from jobs.words import count


def outbox(options: argparse.Namespace) -> int:
    if options.examples:
        return examples(options)
    settings = load(options.config)
    with open_ledger_only(settings) as ledger:
        held = [(run, ledger.outbox.intents(run.id)) for run in ledger.outbox.runs(RunState.HELD)]
        held_mail, asked = ledger.inbox.held(), ledger.review.asked()
        wishes = list(awaited(ledger, options.today or local_today(settings)))
        states = () if options.held else tuple(IntentState)
        intents = ledger.outbox.intents(states=states) if states else ()
        files, beside = _written(options.out, held) if options.out else ([], [])
        lines = [*_held_lines(held), *reply_lines(ledger, held_mail, asked), *map(_wish_line, wishes)]
        lines += map(_intent_line, intents)
        answer = {
            "held": [_run_json(ledger, run, theirs) for run, theirs in held],
            "mail_to_review": [reply_json(ledger, message) for message in held_mail],
            "asked": [reply_json(ledger, message) for message in asked],
            "wishes": [_wish_json(each) for each in wishes],
        }
    if not options.held:
        answer["mails"] = [_intent_json(intent) for intent in intents]
    lines += [f"{count(len(files), 'mail')} written to {options.out}.", *beside] if options.out else []
    tell(lines or ["Nothing waits."], answer, options.json)
    return 0


def _written(folder: Path, held: list[tuple[Run, tuple[Intent, ...]]]) -> tuple[list[Path], list[str]]:
    return write_mails(folder, [(intent.person.address, intent) for _, intents in held for intent in intents])


def log(options: argparse.Namespace) -> int:
    with open_ledger_only(load(options.config)) as ledger:
        events = ledger.register.events(options.action, options.person)
    tell(
        [_event_line(each) for each in events] or ["Nothing is recorded."],
        [_event_json(each) for each in events],
        options.json,
    )
    return 0


def _held_lines(held: list[tuple[Run, tuple[Intent, ...]]]) -> list[str]:
    lines = []
    for run, intents in held:
        lines.append(f"Run {run.id} is held: {run.reason}. {count(len(intents), 'nudge')}:")
        lines += [f"  {intent.person.address}  {intent.subject}" for intent in intents]
        lines.append(f"  To send them: planminder approve {run.id}. To drop them: planminder reject {run.id}.")
    return lines


def _run_json(ledger: Ledger, run: Run, intents: tuple[Intent, ...]) -> dict[str, object]:
    mails = [
        {**_intent_json(intent), "actions": [each.ref for each in ledger.outbox.mentions(intent.number)]}
        for intent in intents
    ]
    plans = list(ledger.outbox.plans_of(run.id))
    return {"run": run.id, "kind": run.kind, "day": run.day, "reason": run.reason, "plans": plans, "mails": mails}


def _wish_line(wish: Awaited) -> str:
    return f"{wish.sentence}. To settle it: speak to them, or set the date in the list yourself."


def _wish_json(wish: Awaited) -> dict[str, object]:
    return {
        "reply": wish.reply,
        "plan": wish.action.plan,
        "ref": wish.action.ref,
        "from": wish.by,
        "wished": wish.wished,
        "lead": wish.lead.address,
        "since": wish.since,
    }


def _intent_line(intent: Intent) -> str:
    remarks = [intent.note, f"redirected to {intent.redirected_to}" if intent.redirected_to else ""]
    note = "".join(f"  ({remark})" for remark in remarks if remark)
    return f"{intent.day}  {intent.state:<10} {intent.kind:<8} {intent.person.address}  {intent.subject}{note}"


def _intent_json(intent: Intent) -> dict[str, object]:
    return {
        "mail": intent.number,
        "run": intent.run,
        "kind": intent.kind,
        "day": intent.day,
        "state": intent.state.value,
        "to": intent.person.address,
        "redirected_to": intent.redirected_to,
        "subject": intent.subject,
        "note": intent.note,
    }


def _event_line(event: Event) -> str:
    about = " ".join(part for part in (event.plan, event.ref, event.person) if part)
    return f"{event.at:%Y-%m-%d %H:%M:%S}  {event.what}  {about}  [{event.cause}]"


def _event_json(event: Event) -> dict[str, object]:
    return {
        "at": event.at.isoformat(),
        "kind": event.kind,
        "plan": event.plan,
        "ref": event.ref,
        "person": event.person,
        "what": event.what,
        "cause": event.cause,
    }
