"""A held run settled by an admin: sent exactly as it was shown, held anew where it would differ by now, or dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.compose import wording
from bot.ledger import NOT_TRIED, Intent, IntentState, Mention, Run, RunState
from bot.plan import Person
from bot.policy import Day, Reminder, by_person, leaving_out
from jobs.collect import collect
from jobs.kit import JobRefused, Kit, Report
from jobs.people.standing import calendar_of, read_standing
from jobs.sending.deliver import deliver
from jobs.sending.letters import NUDGE, Letter, nudges
from jobs.sending.runs import new_run, reason_of
from jobs.sending.weigh import note_approved, note_gone_out, weigh, why_held
from jobs.sync import sync
from jobs.words import count


def approve(kit: Kit, run_id: str) -> Report:
    """Let a held run go if what it shows is what would be sent now; else say what has changed and hold that instead."""
    run = _held(kit, run_id)
    if not calendar_of(kit.settings).works_on(kit.today):
        raise JobRefused(f"nobody works on {kit.today}, so nobody is nudged: approve run {run.id} on a working day")
    collect(kit)
    plans = kit.ledger.outbox.plans_of(run.id)
    _sync(kit, plans)
    weighed = weigh(kit, without=run.id)
    shown = {each.person.address: each for each in kit.ledger.outbox.intents(run.id, [IntentState.NEW])}
    reached = kit.ledger.outbox.reached(NUDGE, kit.today, bool(kit.settings.guards.redirect_to)) - set(shown)
    reminders = leaving_out((each for each in weighed.reminders if each.action.plan in plans), reached)
    changed = list(_differences(kit, shown, reminders))
    if changed:
        return _hold_anew(kit, run, reminders, reason_of(why_held(kit, plans, weighed)), changed)
    for plan in plans:
        note_approved(kit, plan, run.id)
    note_gone_out(kit, plans)
    kit.ledger.outbox.settle_run(run.id, RunState.APPROVED, kit.now())
    return _sent(kit, run)


def _sync(kit: Kit, plans: Sequence[str]) -> None:
    """Bring the plans of a run up to date; one that cannot be read cannot be approved either."""
    faults = [f'the plan "{plan}": {fault}' for plan, fault in sync(kit).faults.items() if plan in plans]
    if faults:
        raise JobRefused("\n".join(faults))


def reject(kit: Kit, run_id: str) -> Report:
    """Drop a held run; what it would have said is decided afresh on the next day."""
    run = _held(kit, run_id)
    kit.ledger.outbox.settle_run(run.id, RunState.REJECTED, kit.now())
    return Report("reject", [f"Run {run.id} is rejected: nothing of it was sent."], {"run": run.id})


def _sent(kit: Kit, run: Run) -> Report:
    delivered = deliver(kit, approved=run.id)
    report = Report("approve", figures={"run": run.id, "sent": len(delivered.sent), "waiting": len(delivered.waiting)})
    report.say(f"Run {run.id} is approved: {count(len(delivered.sent), 'nudge')} sent.")
    if delivered.full:
        report.say(f"{count(len(delivered.waiting), 'mail')} wait: guards.mails_a_day is reached.")
    elif delivered.waiting:
        report.say(f"{count(len(delivered.waiting), 'nudge')} left out: those people have had one today already.")
    return report


def _hold_anew(kit: Kit, run: Run, reminders: Sequence[Reminder], reason: str, changed: list[str]) -> Report:
    """Put what would be sent now in the place of what was shown; where nothing is left, nothing waits any more."""
    report = Report("approve", figures={"run": run.id, "sent": 0, "waiting": 0, "changed": changed})
    report.say(f"Nothing was sent: run {run.id} is not what would be sent by now.")
    report.lines += changed
    if not reminders:
        kit.ledger.outbox.settle_run(run.id, RunState.REPLACED, kit.now())
        report.say("Nothing of it is due any more, so nothing waits.")
        return report
    fresh, intents = new_run(kit, reminders, RunState.HELD, reason or f"in the place of run {run.id}")
    kit.ledger.outbox.replace_run(run.id, fresh, kit.ledger.outbox.plans_of(run.id), intents, kit.now())
    report.figures["held"] = fresh.id
    report.say(
        f"Run {fresh.id} waits in its place ({count(len(intents), 'nudge')}): `planminder preview --run {fresh.id}`."
    )
    return report


def _differences(kit: Kit, shown: Mapping[str, Intent], reminders: Sequence[Reminder]) -> Iterator[str]:
    """What would be sent now against what was shown, a sentence for each mail that is not the same to the letter."""
    numbers = {address: intent.number for address, intent in shown.items()}
    now = {each.person.address: each for each in nudges(kit, by_person(reminders), numbers)}
    for address in sorted({*shown, *now}):
        intent, letter = shown.get(address), now.get(address)
        if intent is None or letter is None or not _same(intent, letter):
            yield f"{address}: {'; '.join(_moved(kit, intent, letter)) or _reads_otherwise(kit, intent)}."


def _same(intent: Intent, letter: Letter) -> bool:
    mail = letter.mail
    return (intent.subject, intent.text, intent.html) == (mail.subject, mail.text, mail.html)


def _moved(kit: Kit, intent: Intent | None, letter: Letter | None) -> Iterator[str]:
    """The actions that came into a mail or fell out of it."""
    before = {each.key: each for each in kit.ledger.outbox.mentions(intent.number)} if intent else {}
    now = {each.action.key: each.action for each in letter.reminders} if letter else {}
    for key, mention in before.items():
        if intent and key not in now:
            yield f"{mention.ref} is no longer asked about ({_fate(kit, mention, intent.person)})"
    for key, action in now.items():
        if key not in before:
            yield f"{action.ref} is asked about as well"


def _fate(kit: Kit, mention: Mention, person: Person) -> str:
    """Why a person is asked no more about an action that their mail named."""
    action = kit.ledger.snapshot.action(mention.plan, mention.item_id)
    if action is None:
        return "it is gone from the list"
    if not action.is_open:
        return f"it is {action.status.label.lower()}"
    if mention.kind.asks_owner and person.address not in read_standing(kit).standing_for(action.people, action):
        return f"its owner is now {action.owner_text or 'nobody'}"
    if action.last_reply and Day(kit.today, kit.settings.policy.policy()).is_quiet_after(action.last_reply):
        return "it was answered"
    if action.question:
        return "it has a question"
    if action.snoozed_until and action.snoozed_until > kit.today:
        return f"it is snoozed until {wording.day(action.snoozed_until)}"
    due = action.current_due
    printed = wording.day(due.end) if due.end else due.text
    return f"nothing about it is due today{f': its date is {printed}' if printed else ''}"


def _reads_otherwise(kit: Kit, intent: Intent | None) -> str:
    if intent and intent.day != kit.today:
        return f"it was written for {intent.day.day} {intent.day:%B}, and days have passed"
    return "it reads otherwise by now: an action, a date or the wording was changed"


def _held(kit: Kit, run_id: str) -> Run:
    run = kit.ledger.outbox.run(run_id)
    if run is None:
        held = ", ".join(each.id for each in kit.ledger.outbox.runs(RunState.HELD)) or "none"
        raise JobRefused(f'there is no run "{run_id}"; waiting: {held}')
    if run.state is not RunState.HELD:
        raise JobRefused(f"run {run.id} does not wait any more: it is {run.state}{_unsent(kit, run)}")
    return run


def _unsent(kit: Kit, run: Run) -> str:
    """What an approval that was broken off left unsent, and what sends it."""
    left = len(kit.ledger.outbox.intents(run.id, NOT_TRIED)) if run.state is RunState.APPROVED else 0
    return f"; {count(left, 'mail')} of it still to go: `planminder run remind` sends what is left" if left else ""
