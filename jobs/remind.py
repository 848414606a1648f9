"""Nudge everybody who has something coming up or overdue: one mail a person and day, never unseen the first time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ledger import IntentState, Run
from bot.policy import Gap, Reminder, by_person, leaving_out
from jobs.collect import collect
from jobs.kit import JobRefused, Kit, Report
from jobs.papers.ask_leads import ask_leads
from jobs.papers.tell_duties import tell_duties
from jobs.people.standing import calendar_of
from jobs.sending.deliver import Delivered, deliver
from jobs.sending.letters import NUDGE, Letter, nudges
from jobs.sending.notices import intend_notice
from jobs.sending.runs import after_rehearsal, decide_again, open_runs, reason_of, rejected_today, tell_held
from jobs.sending.weigh import Weighed, tell_left_out, weigh, why_held
from jobs.sync import sync, without_faults
from jobs.words import count


def remind(kit: Kit) -> Report:
    """Decide and send today's nudges; asked again on the same day, it only finishes what is unfinished."""
    _refuse_a_clock_set_back(kit)
    report = Report("remind", figures={"runs": []})
    rehearsal = bool(kit.settings.guards.redirect_to)
    before = kit.ledger.outbox.reached(NUDGE, kit.today, rehearsal)
    kit.ledger.outbox.cancel_untouched(NUDGE, kit.today)
    collect(kit)
    synced = sync(kit)
    kit, report.faults = without_faults(kit, synced), synced.faults
    works = calendar_of(kit.settings).works_on(kit.today)
    finished = deliver(kit, late_nudges=works)
    if not works:
        report.outcome = "nobody works today, so nobody is nudged"
        report.say(_no_working_day(kit))
        return report

    _make_way(kit, rehearsal, report)
    settled = kit.ledger.outbox.settled(NUDGE, kit.today)
    plans = [plan.name for plan in kit.plans if plan.name not in settled]
    weighed = weigh(kit)

    open_runs(kit, plans, _unsettled(kit, weighed.reminders), why_held(kit, plans, weighed), report)
    intend_notice(kit, weighed.gaps, report.faults)
    asked, duties = ask_leads(kit), tell_duties(kit)
    delivered = deliver(kit)
    report.figures["sent"] = len(kit.ledger.outbox.reached(NUDGE, kit.today, rehearsal) - before)
    report.outcome = f"{count(report.figures['sent'], 'nudge')} sent"
    report.say(f"{report.outcome}.{'' if report.figures['sent'] else _why_nothing(kit)}")
    if asked:
        report.say(f"{count(asked, 'lead')} asked for their words in the highlight reports.")
    if duties:
        report.say(f"{count(duties, 'lead')} told of what the peer challenge asks.")
    tell_held(kit, report)
    tell_left_out(weighed, kit, report)
    _tell(report, weighed.gaps, finished, delivered)
    return report


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The nudges due today, why which plan's would wait, what was weighed, and the plans whose lists are at fault.

    `waiting` are the held runs of today that say some of them already.
    """

    letters: tuple[Letter, ...]
    held: dict[str, str]
    weighed: Weighed
    faults: dict[str, str]
    waiting: tuple[Run, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return self.weighed.gaps


def preview(kit: Kit, *, held_too: bool = True) -> Foreseen:
    """What is due today, composed but neither sent nor recorded, on a copy of the ledger; with what a held run of today
    would send by now if it is `held_too`. In a rehearsal that is always so."""
    synced = sync(kit)
    kit = without_faults(kit, synced)
    rehearsal = bool(kit.settings.guards.redirect_to)
    waiting = decide_again(kit) if held_too or rehearsal else ()
    if not rehearsal:
        after_rehearsal(kit)
    weighed = weigh(kit)
    reminders = _unsettled(kit, weighed.reminders)
    due = {each.action.plan for each in reminders}
    held = why_held(kit, [plan.name for plan in kit.plans if plan.name in due], weighed)
    return Foreseen(nudges(kit, by_person(reminders)), held, weighed, synced.faults, waiting)


def foresee(kit: Kit) -> Report:
    """Whom `remind` would write to about what, with nothing recorded or sent."""
    foreseen = preview(kit, held_too=False)
    figures = {"nudges": [letter_json(each) for each in foreseen.letters]}
    report = Report("remind", figures=figures, faults=foreseen.faults)
    if not calendar_of(kit.settings).works_on(kit.today):
        report.say(_no_working_day(kit))
    report.say(f"{count(len(foreseen.letters), 'nudge')} would go out; nothing was sent.")
    if foreseen.held:
        report.say(f"Some would wait for you first: {reason_of(foreseen.held)}.")
    for letter in foreseen.letters:
        report.say(f"To {letter.person.address}: {', '.join(each.action.ref for each in letter.reminders)}")
    tell_left_out(foreseen.weighed, kit, report)
    _tell_gaps(report, foreseen.gaps)
    return report


def _no_working_day(kit: Kit) -> str:
    return f"{kit.today:%A} {kit.today.day} {kit.today:%B} is no working day: nobody is nudged."


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


def _make_way(kit: Kit, rehearsal: bool, report: Report) -> None:
    """Drop the runs of today that are not in the way: held ones in a rehearsal, and a rehearsal once it is over."""
    if rehearsal:
        for run in decide_again(kit):
            report.say(f"Run {run.id}, which was held, gives way to this rehearsal.")
    else:
        for run in after_rehearsal(kit):
            report.say(f"Run {run.id} was a rehearsal and does not count: today is decided afresh.")


def _unsettled(kit: Kit, reminders: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Those of plans whose cycle of today is still open, to people who have had no nudge today."""
    settled = kit.ledger.outbox.settled(NUDGE, kit.today)
    asked = kit.ledger.outbox.reached(NUDGE, kit.today, bool(kit.settings.guards.redirect_to))
    return leaving_out((each for each in reminders if each.action.plan not in settled), asked)


def _why_nothing(kit: Kit) -> str:
    """Why nothing is sent any more where an earlier run of the day was sent or rejected; "" where none was."""
    rejected = "".join(
        f" Run {each} was rejected today: its plans are decided afresh on the next working day."
        for each in rejected_today(kit)
    )
    return rejected + _sent_earlier(kit)


def _sent_earlier(kit: Kit) -> str:
    runs = [run for run in kit.ledger.outbox.runs() if run.kind == NUDGE and run.day == kit.today]
    mails = [each for run in runs for each in kit.ledger.outbox.intents(run.id, [IntentState.SENT])]
    sent = [each for each in mails if kit.settings.guards.redirect_to or not each.redirected_to]
    if not sent:
        return ""
    first, last = (f"{pick(each.moved_at for each in sent).astimezone(kit.settings.zone):%H:%M}" for pick in (min, max))
    when = f"at {first}" if first == last else f"from {first} to {last}"
    people = len({each.person.address for each in sent})
    return f" Today's went out {when}, to {people} {'person' if people == 1 else 'people'}."


def _tell(report: Report, gaps: Sequence[Gap], finished: Delivered, delivered: Delivered) -> None:
    for intent in delivered.put_off:
        report.say(f"Put off: Microsoft 365 failed at the mail to {intent.person.address}; it is tried again.")
    if finished.full or delivered.full:
        report.say("The mailbox has sent as many mails in 24 hours as guards.mails_a_day allows: the rest waits.")
    for intent in (*finished.failed, *delivered.failed):
        report.say(f"Not sent to {intent.person.name}: see `planminder outbox`.")
    for intent in (*finished.withdrawn, *delivered.withdrawn):
        report.say(f"Not sent any more to {intent.goes_to}; its draft lies in Drafts: see `planminder outbox`.")
    _tell_gaps(report, gaps)


def _tell_gaps(report: Report, gaps: Sequence[Gap]) -> None:
    """Every open row that nobody can be asked about: reported each time, never dropped."""
    report.figures["gaps"] = gaps_json(gaps)
    for gap in gaps:
        report.say(gap.sentence)


def gaps_json(gaps: Sequence[Gap]) -> list[dict[str, str]]:
    return [{"plan": gap.action.plan, "ref": gap.action.ref, "reason": gap.reason} for gap in gaps]
