"""Nudge everybody who has something coming up or overdue: one mail a person and day, never unseen the first time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.policy import Reminder, by_person, leaving_out
from jobs.collect import collect
from jobs.kit import JobRefused, Kit, Report
from jobs.papers.ask_leads import ask_leads
from jobs.papers.tell_duties import tell_duties
from jobs.people.standing import calendar_of
from jobs.replies.review import put_away
from jobs.replies.wishes import ask_leads_again
from jobs.sending import told
from jobs.sending.deliver import deliver
from jobs.sending.letters import NUDGE, nudges
from jobs.sending.notices import intend_notice
from jobs.sending.runs import after_rehearsal, decide_again, open_runs
from jobs.sending.weigh import weigh, why_held
from jobs.sync import sync, without_faults


def remind(kit: Kit) -> Report:
    """Decide and send today's nudges; asked again on the same day, it only finishes what is unfinished."""
    _refuse_a_clock_set_back(kit)
    rehearsal = bool(kit.settings.guards.redirect_to)
    before = kit.ledger.outbox.reached(NUDGE, kit.today, rehearsal)
    kit.ledger.outbox.cancel_untouched(NUDGE, kit.today)
    collect(kit)
    synced = sync(kit)
    put_away(kit)
    kit, report = without_faults(kit, synced), Report("remind", figures={"runs": []}, faults=synced.faults)
    works = calendar_of(kit.settings).works_on(kit.today)
    finished = deliver(kit, folds=works)
    if not works:
        return told.no_working_day(kit, report)

    told.tell_dropped(decide_again(kit) if rehearsal else after_rehearsal(kit), rehearsal, report)
    settled = kit.ledger.outbox.settled(NUDGE, kit.today)
    plans = [plan.name for plan in kit.plans if plan.name not in settled]
    weighed = weigh(kit)

    open_runs(kit, plans, _unsettled(kit, weighed.reminders), why_held(kit, plans, weighed), report)
    intend_notice(kit, weighed.gaps, report.faults)
    asked, duties, again = ask_leads(kit), tell_duties(kit), ask_leads_again(kit)
    delivered = deliver(kit)
    sent = len(kit.ledger.outbox.reached(NUDGE, kit.today, rehearsal) - before)
    return told.reminded(kit, told.Reminded(weighed, finished, delivered, sent, asked, duties, again), report)


def preview(kit: Kit, *, held_too: bool = True) -> told.Foreseen:
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
    return told.Foreseen(nudges(kit, by_person(reminders)), held, weighed, synced.faults, waiting)


def foresee(kit: Kit) -> Report:
    """Whom `remind` would write to about what, with nothing recorded or sent."""
    return told.foreseen(kit, preview(kit, held_too=False))


def _refuse_a_clock_set_back(kit: Kit) -> None:
    latest = kit.ledger.outbox.latest_day(NUDGE)
    if latest and latest > kit.today:
        raise JobRefused(
            f"today is {kit.today}, but reminders were already decided for {latest}: set this machine's clock right, "
            "or give a later --today; nothing was sent"
        )


def _unsettled(kit: Kit, reminders: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Those of plans whose cycle of today is still open, to people who have had no nudge today."""
    settled = kit.ledger.outbox.settled(NUDGE, kit.today)
    asked = kit.ledger.outbox.reached(NUDGE, kit.today, bool(kit.settings.guards.redirect_to))
    return leaving_out((each for each in reminders if each.action.plan not in settled), asked)
