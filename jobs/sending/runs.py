"""Runs: what one job decided to send on one day, let go by itself or held until an admin has seen it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.ledger import NewIntent, Run, RunState
from bot.policy import Reminder, by_person
from jobs.kit import Kit, Report
from jobs.sending.letters import NUDGE, nudge_intent, nudges
from jobs.sending.weigh import note_gone_out
from jobs.words import count


def open_runs(
    kit: Kit, plans: Sequence[str], reminders: Sequence[Reminder], held: Mapping[str, str], report: Report
) -> None:
    """Record today's runs of these plans: one that goes out, one held for plans that never sent anything, and one for
    each plan that is unlike before, which can be approved by itself."""
    _replace_held(kit, plans)
    free = [plan for plan in plans if plan not in held]
    _open(kit, free, reminders, None, report)
    note_gone_out(kit, free)
    new = [plan for plan, reason in held.items() if not reason]
    _open(kit, new, reminders, dict.fromkeys(new, ""), report)
    for plan, reason in held.items():
        if reason:
            _open(kit, [plan], reminders, {plan: reason}, report)


def decide_again(kit: Kit) -> tuple[Run, ...]:
    """Today's held runs, which are dropped: what their plans say today is decided afresh."""
    held = tuple(run for run in kit.ledger.outbox.runs(RunState.HELD) if run.kind == NUDGE and run.day == kit.today)
    for run in held:
        kit.ledger.outbox.reopen(run.id, kit.now())
    return held


def after_rehearsal(kit: Kit) -> tuple[Run, ...]:
    """Today's runs of a rehearsal that is over, which are dropped: whom their mails were meant for had none of them."""
    rehearsed = tuple(
        run
        for run in kit.ledger.outbox.runs(RunState.APPROVED)
        if run.kind == NUDGE and run.day == kit.today and _was_rehearsal(kit, run)
    )
    for run in rehearsed:
        kit.ledger.outbox.reopen(run.id, kit.now())
    return rehearsed


def _was_rehearsal(kit: Kit, run: Run) -> bool:
    mails = kit.ledger.outbox.intents(run.id)
    return bool(mails) and all(each.redirected_to for each in mails)


def rejected_today(kit: Kit) -> tuple[str, ...]:
    """The runs of today that an admin dropped."""
    runs = kit.ledger.outbox.runs(RunState.REJECTED)
    return tuple(run.id for run in runs if run.kind == NUDGE and run.day == kit.today)


def tell_held(kit: Kit, report: Report) -> None:
    """Every run that waits for an admin, said each time until it is settled."""
    for run in kit.ledger.outbox.runs(RunState.HELD):
        nudges = count(len(kit.ledger.outbox.intents(run.id)), "nudge")
        report.say(f"Run {run.id} is held ({nudges}): {run.reason}.")
        report.outcome += f", run {run.id} waits: planminder outbox --held"
        report.say(f"Look at it with `planminder preview --run {run.id}`, then `planminder approve {run.id}`.")


def reason_of(held: Mapping[str, str]) -> str:
    """Why a run of these plans waits: each plan with its reason, "" for the first time."""
    first = [plan for plan, reason in held.items() if not reason]
    reasons = [f"{plan}: {reason}" for plan, reason in held.items() if reason]
    unseen = f"first nudges of {', '.join(first)}; nobody is mailed unseen the first time" if first else ""
    return "; ".join(filter(None, (unseen, *reasons)))


def new_run(kit: Kit, reminders: Sequence[Reminder], state: RunState, reason: str = "") -> tuple[Run, list[NewIntent]]:
    """A run of today and its mails, not recorded yet."""
    run = Run(_next_id(kit), NUDGE, kit.today, state, reason)
    return run, [nudge_intent(kit, run, letter) for letter in nudges(kit, by_person(reminders))]


def _open(
    kit: Kit, plans: Sequence[str], reminders: Sequence[Reminder], held: Mapping[str, str] | None, report: Report
) -> None:
    """Commit a run with its cycles and intents; a held run that would send nothing needs nobody's approval."""
    theirs = [each for each in reminders if each.action.plan in plans]
    if not plans or (held is not None and not theirs):
        for plan, reason in (held or {}).items():
            if reason:
                report.say(f"{plan}: {reason}. Nothing of it is due today, so nothing waits.")
        return
    state = RunState.APPROVED if held is None else RunState.HELD
    run, intents = new_run(kit, theirs, state, reason_of(held or {}))
    kit.ledger.outbox.open_run(run, plans, intents, kit.now())
    report.figures["runs"].append({"run": run.id, "state": state.value, "nudges": len(intents), "reason": run.reason})


def _replace_held(kit: Kit, plans: Sequence[str]) -> None:
    """An earlier held run of these plans gives way: what it would say is out of date."""
    for run in kit.ledger.outbox.runs(RunState.HELD):
        if set(kit.ledger.outbox.plans_of(run.id)) & set(plans):
            kit.ledger.outbox.settle_run(run.id, RunState.REPLACED, kit.now())


def _next_id(kit: Kit) -> str:
    """A name that a person can type: the day and a counter."""
    of_today = [run for run in kit.ledger.outbox.runs() if run.kind == NUDGE and run.day == kit.today]
    return f"{kit.today}-{len(of_today) + 1}"
