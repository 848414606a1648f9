"""What the report of a reminder run says: who was nudged or not and why, what waits, and what could not be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ledger import IntentState, Run
from bot.policy import Gap
from jobs.kit import Kit, Report
from jobs.people.standing import calendar_of
from jobs.sending.deliver import Delivered
from jobs.sending.letters import NUDGE, Letter
from jobs.sending.runs import reason_of, rejected_today, tell_held
from jobs.sending.weigh import Weighed, tell_left_out
from jobs.words import count


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a reminder run did: what it weighed, what it finished of earlier runs and delivered of its own, to how many
    people a nudge went, and how many leads were asked for words, told of duties, or asked again about a new date."""

    weighed: Weighed
    finished: Delivered
    delivered: Delivered
    sent: int
    asked: int
    duties: int
    again: int


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


def reminded(kit: Kit, done: Reminded, report: Report) -> Report:
    """The report of a run that is over."""
    report.figures["sent"] = done.sent
    report.outcome = f"{count(done.sent, 'nudge')} sent"
    report.say(f"{report.outcome}.{'' if done.sent else _why_nothing(kit)}")
    if done.asked:
        report.say(f"{count(done.asked, 'lead')} asked for their words in the highlight reports.")
    if done.duties:
        report.say(f"{count(done.duties, 'lead')} told of what the peer challenge asks.")
    if done.again:
        report.say(f"{count(done.again, 'lead')} asked again to agree to a new date.")
    tell_held(kit, report)
    tell_left_out(done.weighed, kit, report)
    _tell_undelivered(report, done.finished, done.delivered)
    _tell_gaps(report, done.weighed.gaps)
    return report


def foreseen(kit: Kit, seen: Foreseen) -> Report:
    """The report of a run that was only looked ahead to."""
    figures = {"nudges": [letter_json(each) for each in seen.letters]}
    report = Report("remind", figures=figures, faults=seen.faults)
    if not calendar_of(kit.settings).works_on(kit.today):
        report.say(_no_working_day(kit))
    report.say(f"{count(len(seen.letters), 'nudge')} would go out; nothing was sent.")
    if seen.held:
        report.say(f"Some would wait for you first: {reason_of(seen.held)}.")
    for letter in seen.letters:
        report.say(f"To {letter.person.address}: {', '.join(each.action.ref for each in letter.reminders)}")
    tell_left_out(seen.weighed, kit, report)
    _tell_gaps(report, seen.gaps)
    return report


def no_working_day(kit: Kit, report: Report) -> Report:
    """The report of a day on which nobody is nudged."""
    report.outcome = "nobody works today, so nobody is nudged"
    report.say(_no_working_day(kit))
    return report


def tell_dropped(runs: Sequence[Run], rehearsal: bool, report: Report) -> None:
    """The runs of today that give way: held ones to a rehearsal, and a rehearsal once it is over."""
    for run in runs:
        if rehearsal:
            report.say(f"Run {run.id}, which was held, gives way to this rehearsal.")
        else:
            report.say(f"Run {run.id} was a rehearsal and does not count: today is decided afresh.")


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


def _no_working_day(kit: Kit) -> str:
    return f"{kit.today:%A} {kit.today.day} {kit.today:%B} is no working day: nobody is nudged."


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


def _tell_undelivered(report: Report, finished: Delivered, delivered: Delivered) -> None:
    for intent in delivered.put_off:
        report.say(f"Put off: Microsoft 365 failed at the mail to {intent.person.address}; it is tried again.")
    if finished.full or delivered.full:
        report.say("The mailbox has sent as many mails in 24 hours as guards.mails_a_day allows: the rest waits.")
    for intent in (*finished.failed, *delivered.failed):
        report.say(f"Not sent to {intent.person.name}: see `planminder outbox`.")
    for intent in (*finished.withdrawn, *delivered.withdrawn):
        report.say(f"Not sent any more to {intent.goes_to}, nor any draft of it: see `planminder outbox`.")


def _tell_gaps(report: Report, gaps: Sequence[Gap]) -> None:
    """Every open row that nobody can be asked about: reported each time, never dropped."""
    report.figures["gaps"] = gaps_json(gaps)
    for gap in gaps:
        report.say(gap.sentence)


def gaps_json(gaps: Sequence[Gap]) -> list[dict[str, str]]:
    return [{"plan": gap.action.plan, "ref": gap.action.ref, "reason": gap.reason} for gap in gaps]
