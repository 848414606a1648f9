"""Runs: what one job decided to send on one day, let go by itself or held until an admin has seen it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ledger import Run, RunState
from bot.policy import Reminder, by_person
from jobs.deliver import deliver
from jobs.kit import JobRefused, Kit, Report, count
from jobs.letters import NUDGE, nudge_intent, nudges


def open_runs(kit: Kit, plans: Sequence[str], reminders: Sequence[Reminder], report: Report) -> None:
    """Record today's runs of these plans: one that goes out, and one held for plans that never sent anything."""
    known = [plan for plan in plans if kit.ledger.register.fact(f"approved:{plan}")]
    new = [plan for plan in plans if plan not in known]
    _replace_held(kit, new)
    for group, state in ((known, RunState.APPROVED), (new, RunState.HELD)):
        _open(kit, group, [each for each in reminders if each.action.plan in group], state, report)


def tell_held(kit: Kit, report: Report) -> None:
    """Every run that waits for an admin, said each time until it is settled."""
    for run in kit.ledger.outbox.runs(RunState.HELD):
        nudges = count(len(kit.ledger.outbox.intents(run.id)), "nudge")
        report.say(f"Run {run.id} is held ({nudges}, {run.reason}): nobody is mailed unseen the first time.")
        report.outcome += f", run {run.id} waits: planminder outbox --held"
        report.say(f"Look at it with `planminder outbox --held`, then `planminder approve {run.id}`.")


def approve(kit: Kit, run_id: str) -> Report:
    """Let a held run go: exactly what was shown is sent."""
    run = _held(kit, run_id)
    for plan in kit.ledger.outbox.plans_of(run.id):
        kit.ledger.register.set_fact(f"approved:{plan}", run.id)
    kit.ledger.outbox.settle_run(run.id, RunState.APPROVED, kit.now())
    delivered = deliver(kit, late_nudges=True)
    report = Report("approve", figures={"run": run.id, "sent": len(delivered.sent), "waiting": len(delivered.waiting)})
    report.say(f"Run {run.id} is approved: {count(len(delivered.sent), 'nudge')} sent.")
    if delivered.waiting:
        report.say(f"{count(len(delivered.waiting), 'nudge')} left out: those people have had one today already.")
    return report


def reject(kit: Kit, run_id: str) -> Report:
    """Drop a held run; what it would have said is decided afresh on the next day."""
    run = _held(kit, run_id)
    kit.ledger.outbox.settle_run(run.id, RunState.REJECTED, kit.now())
    return Report("reject", [f"Run {run.id} is rejected: nothing of it was sent."], {"run": run.id})


def _open(kit: Kit, plans: Sequence[str], reminders: Sequence[Reminder], state: RunState, report: Report) -> None:
    """Commit a run with its cycles and intents; a held run that would send nothing needs nobody's approval."""
    held = state is RunState.HELD
    if not plans or (held and not reminders):
        return
    run = Run(_next_id(kit), NUDGE, kit.today, state, f"first nudges of {', '.join(plans)}" if held else "")
    letters = nudges(kit, by_person(reminders))
    kit.ledger.outbox.open_run(run, plans, [nudge_intent(kit, run, letter) for letter in letters], kit.now())
    report.figures["runs"].append({"run": run.id, "state": state.value, "nudges": len(letters)})


def _replace_held(kit: Kit, plans: Sequence[str]) -> None:
    """An earlier held run of these plans gives way: what it would say is out of date."""
    for run in kit.ledger.outbox.runs(RunState.HELD):
        if set(kit.ledger.outbox.plans_of(run.id)) & set(plans):
            kit.ledger.outbox.settle_run(run.id, RunState.REPLACED, kit.now())


def _next_id(kit: Kit) -> str:
    """A name that a person can type: the day and a counter."""
    of_today = [run for run in kit.ledger.outbox.runs() if run.kind == NUDGE and run.day == kit.today]
    return f"{kit.today}-{len(of_today) + 1}"


def _held(kit: Kit, run_id: str) -> Run:
    run = kit.ledger.outbox.run(run_id)
    if run is None:
        held = ", ".join(each.id for each in kit.ledger.outbox.runs(RunState.HELD)) or "none"
        raise JobRefused(f'there is no run "{run_id}"; waiting: {held}')
    if run.state is not RunState.HELD:
        raise JobRefused(f"run {run.id} does not wait any more: it is {run.state}")
    return run
