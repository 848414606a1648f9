"""One plan's papers of a month: gathered from the ledger, composed, and put into the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.compose import PaperHead, PaperKind
from bot.ledger import Event
from bot.m365 import ChangedMeanwhile, StoredFile, Throttled, read_people
from bot.plan import Action, Change, Person
from bot.policy import Rounds, last_asked
from bot.settings import PlanSettings
from bot.summary import (
    Figures,
    Kept,
    OnRecord,
    Period,
    Record,
    Rules,
    Summary,
    duties,
    public_overrides,
    public_plan,
    record_of,
    without_silence,
)
from bot.summary import summarise as figures_of
from jobs.kit import Kit
from jobs.papers.ask_leads import answers_for
from jobs.papers.overrides import overrides
from jobs.people.heard import heard
from jobs.people.standing import calendar_of
from jobs.sending.letters import NUDGE

INTERNAL, PUBLIC = "internal", "public"
MONTHS = 12
"""How many earlier papers are looked at: more than a chart shows, so that months without a paper are bridged."""

PAUSES = (1.0, 2.0, 4.0)
"""Seconds between the attempts to store a paper that somebody has open."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A paper in the library, the figures in it, and the columns that the library lacks."""

    summary: Summary
    edition: str
    file: StoredFile
    lacking: tuple[str, ...]


def make(kit: Kit, plan: PlanSettings, period: Period, edition: str) -> Stored:
    """Compose one edition and store it; made again, it becomes a new version of the same file."""
    summary = gather(kit, plan, period, edition)
    made = _made(kit)
    head = _head(kit, plan, period, edition)
    head = replace(head, record=_record_of(kit, plan, summary, edition).to_json())
    paper = kit.composer.summary_document(_told(summary, edition), made, head, PaperKind(plan.paper))
    file = _put(kit, file_name(plan, period, edition), paper)
    columns = {"Plan": plan.name, "Period": f"{period.start:%Y-%m}", "Edition": edition.capitalize()}
    lacking = kit.library.describe(file, columns)
    _record(kit, summary, edition, file)
    return Stored(summary, edition, file, lacking)


def _put(kit: Kit, name: str, paper: bytes) -> StoredFile:
    """Store a paper; one that is locked, or written by somebody at that moment, is tried again for some seconds."""
    for pause in PAUSES:
        try:
            return kit.library.put(kit.settings.summary.folder, name, paper)
        except (Throttled, ChangedMeanwhile):
            kit.wait(pause)
    return kit.library.put(kit.settings.summary.folder, name, paper)


def gather(kit: Kit, plan: PlanSettings, period: Period, edition: str = INTERNAL) -> Summary:
    """The month's figures of one plan from what the ledger holds; the public ones from what may be shown."""
    actions, changes = _shown(kit, plan, edition)
    told, _ = overrides(kit.settings, kit.lists, kit.ledger)
    said = kit.ledger.outbox.history(NUDGE)
    record = OnRecord(
        plan.name,
        actions,
        changes,
        earlier=_earlier(kit, plan, period, edition, actions),
        others=() if edition == PUBLIC else _others(kit, plan),
        overrides=public_overrides(told) if edition == PUBLIC else told,
        nudged=last_asked(said),
        heard={key: max(each.on for each in words) for key, words in heard(kit).items()},
    )
    return figures_of(
        record,
        period=period,
        today=kit.today,
        rounds=Rounds(kit.settings.policy.policy(), calendar_of(kit.settings), said),
        rules=rules_of(kit),
        duties=duties(plan.on_site_day, plan.agenda_days),
    )


def record_now(kit: Kit, plan: PlanSettings, period: Period, edition: str) -> Record:
    """What a paper made now would carry about its making."""
    return _record_of(kit, plan, gather(kit, plan, period, edition), edition)


def _record_of(kit: Kit, plan: PlanSettings, summary: Summary, edition: str) -> Record:
    actions, _ = _shown(kit, plan, edition)
    return record_of(_told(summary, edition), actions, _made(kit).isoformat(timespec="minutes"), edition)


def _told(summary: Summary, edition: str) -> Summary:
    return without_silence(summary) if edition == PUBLIC else summary


def _shown(kit: Kit, plan: PlanSettings, edition: str) -> tuple[tuple[Action, ...], tuple[Change, ...]]:
    """The rows and the history that an edition may show."""
    snapshot = kit.ledger.snapshot
    actions, changes = snapshot.actions(plan.name), snapshot.changes(plan.name, None, kit.today)
    return public_plan(actions, changes, known_people(kit)) if edition == PUBLIC else (actions, changes)


def known_people(kit: Kit) -> list[Person]:
    """Everybody whose name is taken out of what the public sees."""
    return [Person(each.name, each.address) for each in read_people(kit.lists)]


def rules_of(kit: Kit) -> Rules:
    given = kit.settings.summary
    return Rules(
        late_days=given.late_after,
        late_share=given.late_share,
        at_risk_is_late=given.at_risk == "late",
        unconfirmed_days=given.unconfirmed_after,
    )


def file_name(plan: PlanSettings, period: Period, edition: str = INTERNAL) -> str:
    """One fixed name a month and edition."""
    return f"{plan.file_stem} {period.start:%Y-%m}{'' if edition == INTERNAL else f' {edition}'}.docx"


def _earlier(
    kit: Kit, plan: PlanSettings, period: Period, edition: str, actions: tuple[Action, ...]
) -> tuple[Kept, ...]:
    """Earlier figures; in public ones nothing is left of rows that may no longer be shown."""
    kept = kit.ledger.register.summaries_before(plan.name, period.start, edition, MONTHS)
    found = tuple(Kept(month, Figures.from_json(figures)) for month, figures in kept)
    if edition == INTERNAL:
        return found
    shown = {action.item_id for action in actions}
    return tuple(replace(each, figures=each.figures.only(shown)) for each in found)


def _others(kit: Kit, plan: PlanSettings) -> tuple[Action, ...]:
    """The rows of every other configured plan, whichever are worked on now."""
    names = [each.name for each in kit.settings.plans if each.name != plan.name]
    return tuple(action for name in names for action in kit.ledger.snapshot.actions(name))


def _made(kit: Kit) -> datetime:
    """The council's day and hour of making, which the paper prints."""
    return datetime.combine(kit.today, kit.now().astimezone(kit.settings.zone).time(), kit.settings.zone)


def _head(kit: Kit, plan: PlanSettings, period: Period, edition: str) -> PaperHead:
    public = edition == PUBLIC
    return PaperHead(
        council=kit.settings.summary.council,
        report_to=plan.report_to,
        report_of=plan.report_of,
        contact="" if public else kit.settings.mail.contact,
        list_link="" if public else kit.lists.url(plan.list_title),
        lead="" if public else _name_of(kit, plan.lead),
        leads={} if public else {theme: _name_of(kit, lead) for theme, lead in plan.theme_leads.items()},
        answers={} if public else answers_for(kit, plan, period),
        lettered=plan.lettered_tables,
        governance=plan.governance_theme,
        public=public,
    )


def _name_of(kit: Kit, address: str) -> str:
    """What the site calls whoever has an address; the address itself where it knows nobody."""
    return next((each.name for each in known_people(kit) if address and each.address == address), address)


def _record(kit: Kit, summary: Summary, edition: str, stored: StoredFile) -> None:
    month = summary.period.start
    kit.ledger.register.keep_summary(summary.plan, month, edition, summary.figures.to_json(), kit.today, stored.url)
    which = "" if edition == INTERNAL else f" ({edition})"
    what = f"{summary.period.label} summary{which} stored"
    kit.ledger.register.note([Event(kit.now(), "summary", what, plan=summary.plan, cause=stored.url)])
