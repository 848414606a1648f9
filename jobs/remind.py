"""Nudge everybody who has something coming up or overdue: one mail a person and day, never unseen the first time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.policy import Day, Decided, Gap, Reminder, by_person, decide
from jobs.collect import collect
from jobs.deliver import Delivered, deliver
from jobs.kit import JobRefused, Kit, Report, count
from jobs.letters import NUDGE, Letter, nudges
from jobs.notices import intend_notice
from jobs.runs import open_runs, tell_held
from jobs.standing import calendar_of, read_standing
from jobs.sync import sync, without_faults


def remind(kit: Kit) -> Report:
    """Decide and send today's nudges; asked again on the same day, it only finishes what is unfinished."""
    _refuse_a_clock_set_back(kit)
    report = Report("remind", figures={"runs": []})
    before = kit.ledger.outbox.reached(NUDGE, kit.today)
    kit.ledger.outbox.cancel_untouched(NUDGE, kit.today)
    collect(kit)
    synced = sync(kit)
    kit, report.faults = without_faults(kit, synced), synced.faults
    works = calendar_of(kit.settings).works_on(kit.today)
    finished = deliver(kit, late_nudges=works)
    if not works:
        report.outcome = "nobody works today, so nobody is nudged"
        report.say(f"{kit.today:%A} {kit.today.day} {kit.today:%B} is no working day: nobody is nudged.")
        return report

    settled = kit.ledger.outbox.settled(NUDGE, kit.today)
    plans = [plan.name for plan in kit.plans if plan.name not in settled]
    decided = _decide(kit)

    open_runs(kit, plans, _unsettled(kit, decided.reminders), report)
    intend_notice(kit, decided.gaps, report.faults)
    delivered = deliver(kit)
    report.figures["sent"] = len(kit.ledger.outbox.reached(NUDGE, kit.today) - before)
    report.outcome = f"{count(report.figures['sent'], 'nudge')} sent"
    report.say(f"{report.outcome}.")
    tell_held(kit, report)
    _tell(report, decided.gaps, finished, delivered)
    return report


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The nudges due today, the rows nobody can be asked about, and the plans whose lists are at fault."""

    letters: tuple[Letter, ...]
    gaps: tuple[Gap, ...]
    faults: dict[str, str]


def preview(kit: Kit) -> Foreseen:
    """What is due today, composed but neither sent nor recorded."""
    synced = sync(kit)
    decided = _decide(without_faults(kit, synced))
    reminders = _unsettled(kit, decided.reminders)
    return Foreseen(nudges(kit, by_person(reminders)), decided.gaps, synced.faults)


def foresee(kit: Kit) -> Report:
    """Whom `remind` would write to about what, with nothing recorded or sent."""
    foreseen = preview(kit)
    figures = {"nudges": [letter_json(each) for each in foreseen.letters]}
    report = Report("remind", figures=figures, faults=foreseen.faults)
    report.say(f"{count(len(foreseen.letters), 'nudge')} would go out; nothing was sent.")
    for letter in foreseen.letters:
        report.say(f"To {letter.person.address}: {', '.join(each.action.ref for each in letter.reminders)}")
    _tell_gaps(report, foreseen.gaps)
    return report


def letter_json(letter: Letter) -> dict[str, object]:
    actions = [
        {
            "plan": each.action.plan,
            "ref": each.action.ref,
            "kind": each.kind.value,
            "days": each.days,
            "reason": each.reason,
        }
        for each in letter.reminders
    ]
    return {"to": letter.person.address, "subject": letter.mail.subject, "actions": actions}


def _refuse_a_clock_set_back(kit: Kit) -> None:
    latest = kit.ledger.outbox.latest_day(NUDGE)
    if latest and latest > kit.today:
        raise JobRefused(
            f"today is {kit.today}, but reminders were already decided for {latest}: set this machine's clock right, "
            "or give a later --today; nothing was sent"
        )


def _decide(kit: Kit) -> Decided:
    actions = [action for plan in kit.plans for action in kit.ledger.snapshot.actions(plan.name)]
    day = Day(kit.today, kit.settings.policy.policy(), read_standing(kit), calendar_of(kit.settings))
    return decide(actions, kit.ledger.outbox.history(NUDGE, kit.today), day)


def _unsettled(kit: Kit, reminders: Sequence[Reminder]) -> list[Reminder]:
    """Those of plans whose cycle of today is still open, to people who have had no nudge today."""
    settled = kit.ledger.outbox.settled(NUDGE, kit.today)
    asked = kit.ledger.outbox.reached(NUDGE, kit.today)
    return [each for each in reminders if each.action.plan not in settled and each.to.address not in asked]


def _tell(report: Report, gaps: Sequence[Gap], finished: Delivered, delivered: Delivered) -> None:
    for intent in delivered.put_off:
        report.say(f"Put off: Microsoft 365 failed at the mail to {intent.person.address}; it is tried again.")
    for intent in (*finished.failed, *delivered.failed):
        report.say(f"Not sent to {intent.person.name}: see `planminder outbox`.")
    _tell_gaps(report, gaps)


def _tell_gaps(report: Report, gaps: Sequence[Gap]) -> None:
    """Every open row that nobody can be asked about: reported each time, never dropped."""
    report.figures["gaps"] = gaps_json(gaps)
    for gap in gaps:
        report.say(gap.sentence)


def gaps_json(gaps: Sequence[Gap]) -> list[dict[str, str]]:
    return [{"plan": gap.action.plan, "ref": gap.action.ref, "reason": gap.reason} for gap in gaps]
