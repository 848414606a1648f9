"""Put the month's paper into the library and its key numbers into the leaders' inbox."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from bot.compose import PaperHead, SltView
from bot.ledger import Event, Run, RunState
from bot.m365 import StoredFile
from bot.policy import last_asked
from bot.settings import PlanSettings
from bot.summary import Figures, Period, Summary, period_for
from bot.summary import summarise as figures_of
from jobs.collect import collect
from jobs.deliver import deliver
from jobs.kit import Kit, Report
from jobs.letters import NUDGE, plain_mails
from jobs.standing import recipients_of
from jobs.sync import sync, without_faults
from jobs.words import count

KIND = "summary"


def summarise(kit: Kit) -> Report:
    """Make the paper of each plan for the month that has just ended; made again, it becomes a new version."""
    report = Report("summarise", figures={"papers": []})
    period = period_for(kit.today)
    collect(kit)
    synced = sync(kit)
    kit, report.faults = without_faults(kit, synced), synced.faults
    for plan in kit.plans:
        summary = gather(kit, plan, period)
        paper = kit.composer.summary_document(summary, _made(kit), _head(kit, plan))
        stored = kit.library.put(kit.settings.summary.folder, file_name(plan, period), paper)
        _record(kit, summary, stored)
        _intend_mails(kit, summary, stored)
        report.figures["papers"].append({"plan": plan.name, "month": period.label, "link": stored.url})
        report.say(f"{plan.name}: the {period.label} summary is in the library at {stored.url}.")
    delivered = deliver(kit)
    report.outcome = f"{count(len(report.figures['papers']), 'paper')} made, {count(len(delivered.sent), 'mail')} sent"
    report.say(f"{count(len(delivered.sent), 'mail')} sent to the leaders.")
    return report


def foresee(kit: Kit) -> Report:
    """The headline numbers of the papers that `summarise` would make, with nothing stored or sent."""
    synced = sync(kit)
    kit = without_faults(kit, synced)
    report = Report("summarise", figures={"papers": []}, faults=synced.faults)
    period = period_for(kit.today)
    for plan in kit.plans:
        figures = asdict(gather(kit, plan, period).figures)
        headline = {name: value for name, value in figures.items() if name != "themes"}
        report.figures["papers"].append({"plan": plan.name, "month": period.label, **headline})
        numbers = ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in headline.items())
        report.say(f"{plan.name}, {period.label}: {numbers}. Nothing was stored or sent.")
    return report


def gather(kit: Kit, plan: PlanSettings, period: Period) -> Summary:
    """The month's figures of one plan from what the ledger holds."""
    last = kit.ledger.register.last_summary_before(plan.name, period.start)
    kept = kit.ledger.register.figures(plan.name, last[0]) if last else ""
    return figures_of(
        plan.name,
        kit.ledger.snapshot.actions(plan.name),
        kit.ledger.snapshot.changes(plan.name, None, kit.today),
        previous=Figures.from_json(kept) if kept else None,
        period=period,
        today=kit.today,
        nudged=last_asked(kit.ledger.outbox.history(NUDGE)),
    )


def file_name(plan: PlanSettings, period: Period) -> str:
    """One fixed name a month."""
    return f"{plan.file_stem} {period.start:%Y-%m}.docx"


def _made(kit: Kit) -> datetime:
    """The council's day and hour of making, which the paper prints."""
    return datetime.combine(kit.today, kit.now().astimezone(kit.settings.zone).time(), kit.settings.zone)


def _head(kit: Kit, plan: PlanSettings) -> PaperHead:
    return PaperHead(
        council=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
        list_link=kit.lists.url(plan.list_title),
    )


def _record(kit: Kit, summary: Summary, stored: StoredFile) -> None:
    month = summary.period.start
    kit.ledger.register.keep_summary(summary.plan, month, summary.figures.to_json(), kit.today, stored.url)
    made = Event(kit.now(), "summary", f"{summary.period.label} summary stored", plan=summary.plan, cause=stored.url)
    kit.ledger.register.note([made])


def _intend_mails(kit: Kit, summary: Summary, stored: StoredFile) -> None:
    """One mail a leader, plan and month: a paper made again is a new version behind the same link."""
    month = f"{summary.period.start:%Y-%m}"
    run = Run(f"summary-{month}", KIND, kit.today, RunState.APPROVED)
    view = SltView(summary, stored.url, kit.settings.summary.council, kit.settings.mail.contact)
    mail = kit.composer.slt(view)
    recipients = recipients_of(kit.settings)
    leaders = [address for address in kit.settings.summary.to if not recipients.outside_pilot(address)]
    kit.ledger.outbox.add(run, plain_mails(kit, KIND, leaders, mail, summary.plan, month), kit.now())
