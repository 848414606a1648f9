"""Put the month's papers into the library and their key numbers into the leaders' inbox."""

from __future__ import annotations

from bot.compose import SltView
from bot.ledger import Run, RunState
from bot.m365 import ChangedMeanwhile, Throttled
from bot.settings import PlanSettings
from bot.summary import Period, period_for
from jobs.collect import collect
from jobs.kit import Kit, Report
from jobs.papers.edition import INTERNAL, Stored, gather, make
from jobs.papers.overrides import overrides
from jobs.people.standing import recipients_of
from jobs.sending.deliver import deliver
from jobs.sending.letters import plain_mails
from jobs.sync import sync, without_faults
from jobs.words import count

KIND = "summary"


def summarise(kit: Kit) -> Report:
    """Make the papers of each plan for the month that has just ended; made again, they become new versions.

    A paper that somebody has open keeps only its own plan back: the others are made, and the fault is told.
    """
    collect(kit)
    synced = sync(kit)
    kit, report = without_faults(kit, synced), Report("summarise", figures={"papers": []}, faults=dict(synced.faults))
    period = period_for(kit.today)
    for plan in kit.plans:
        try:
            _make_all(kit, plan, period, report)
        except (Throttled, ChangedMeanwhile) as fault:
            report.faults[plan.name] = f"its paper could not be stored: {fault}. Then run `planminder run summarise`"
    report.lines += _overrides_left_out(kit)
    sent = count(len(deliver(kit).sent), "mail")
    report.outcome = f"{count(len(report.figures['papers']), 'paper')} made, {sent} sent"
    report.say(f"{sent} sent to the leaders.")
    return report


def _make_all(kit: Kit, plan: PlanSettings, period: Period, report: Report) -> None:
    """Each edition of a plan's paper, made, stored and told; the leaders are mailed the first."""
    for edition in plan.editions:
        stored = make(kit, plan, period, edition)
        _tell(report, plan, stored)
        if edition == plan.editions[0]:
            _intend_mails(kit, stored)


def _tell(report: Report, plan: PlanSettings, stored: Stored) -> None:
    month, edition, link = stored.summary.period.label, stored.edition, stored.file.url
    which = "" if edition == INTERNAL else f"{edition} "
    report.figures["papers"].append({"plan": plan.name, "month": month, "edition": edition, "link": link})
    report.say(f"{plan.name}: the {which}{month} summary is in the library at {link}.")
    hint = f"Add the columns {', '.join(stored.lacking)} (text) to the library to find papers by them."
    if stored.lacking and hint not in report.lines:
        report.say(hint)


def foresee(kit: Kit) -> Report:
    """The headline numbers of the papers that `summarise` would make, with nothing stored or sent."""
    synced = sync(kit)
    kit = without_faults(kit, synced)
    report = Report("summarise", figures={"papers": []}, faults=synced.faults)
    period = period_for(kit.today)
    for plan in kit.plans:
        headline = gather(kit, plan, period).figures.headline
        report.figures["papers"].append({"plan": plan.name, "month": period.label, **headline})
        numbers = ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in headline.items())
        report.say(f"{plan.name}, {period.label}: {numbers}. Nothing was stored or sent.")
    report.lines += _overrides_left_out(kit)
    return report


def _overrides_left_out(kit: Kit) -> list[str]:
    _, left_out = overrides(kit.settings, kit.lists, kit.ledger)
    return [f'A row of the list "{kit.settings.summary.overrides}" does not count. {fault}.' for fault in left_out]


def _intend_mails(kit: Kit, stored: Stored) -> None:
    """One mail a leader, plan and month: a paper made again is a new version behind the same link."""
    summary = stored.summary
    month = f"{summary.period.start:%Y-%m}"
    run = Run(f"summary-{month}", KIND, kit.today, RunState.APPROVED)
    view = SltView(summary, stored.file.url, kit.settings.summary.council, kit.settings.mail.contact)
    mail = kit.composer.slt(view)
    recipients = recipients_of(kit.settings)
    leaders = [address for address in kit.settings.summary.to if not recipients.outside_pilot(address)]
    kit.ledger.outbox.add(run, plain_mails(kit, KIND, leaders, mail, summary.plan, month), kit.now())
