"""Everything that could stop the service, found at once: templates, tenant, lists and their columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from bot.columns import find_columns, status_faults
from bot.compose import Composer, wording
from bot.directory import Standing
from bot.ledger import Ledger, LedgerBusy, LedgerUnusable, open_ledger
from bot.m365 import Library, Lists, Mailbox, NotFound, TenantError, read_people
from bot.policy import Bounced, Post
from bot.settings import PlanSettings, Settings
from bot.timetable import pause
from bot.who_is_who import faults, nobody_stands_in, notes_on_managers, standings
from bot.working_days import WorkingDays
from jobs.papers.overrides import COLUMNS
from jobs.people.bounces import unreachable
from jobs.people.standing import calendar_of
from jobs.reader import read_posts


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what, and its fault ("" when it is well); `unreached` when only the tenant is to blame.

    `note` is what an admin should know of something that is as it was set.
    """

    what: str
    fault: str = ""
    unreached: bool = False
    note: str = ""


def check(settings: Settings, lists: Lists, mailbox: Mailbox, library: Library, today: date) -> list[Finding]:
    """Look at all that the settings name; one fault does not hide the next."""
    findings = [*_guards(settings), *_pause(settings, today), _ledger(settings)]
    site = _try("site", lambda: lists.site_id)
    findings.append(site)
    findings.append(_try("mailbox", mailbox.check))
    if not site.fault:
        findings.append(_try("library", library.check))
        findings.append(_try("people of the site", lambda: read_people(lists)))
        for plan in settings.plans:
            findings += _plan(lists, plan)
        findings += _posts(settings, lists, today)
        findings += _overrides(settings, lists)
    findings += _lost(settings, lists, today)
    return findings


def check_files(faults: Sequence[str], composer: Composer) -> list[Finding]:
    """What is wrong with the settings, and with each template."""
    findings = [Finding("settings", fault) for fault in faults] or [Finding("settings")]
    return findings + ([Finding("templates", fault) for fault in composer.check()] or [Finding("templates")])


def _ledger(settings: Settings) -> Finding:
    try:
        open_ledger(settings.data_folder).close()
    except (LedgerBusy, LedgerUnusable) as error:
        return Finding("ledger", str(error))
    return Finding("ledger")


def _lost(settings: Settings, lists: Lists, today: date) -> list[Finding]:
    """The addresses from which mail came back and that somebody would still be written to at."""
    try:
        database = open_ledger(settings.data_folder)
    except (LedgerBusy, LedgerUnusable):
        return []
    with closing(database):
        ledger = Ledger(database)
        lost = unreachable(ledger, today)
        asked = {
            person.address
            for plan in settings.plans
            for action in ledger.snapshot.actions(plan.name)
            if action.is_open
            for person in action.people
        }
    named = {*asked, *settings.named_addresses, *_in_who_is_who(settings, lists, lost)}
    return [Finding("people", _came_back(address, each)) for address, each in lost.items() if address in named]


def _in_who_is_who(settings: Settings, lists: Lists, lost: Collection[str]) -> Collection[str]:
    """Whom the list of posts names; all that are lost where it cannot be read, which is told elsewhere."""
    if not lost:
        return ()
    try:
        rows = read_posts(lists, settings)
    except TenantError:
        return lost
    return {each.address for row in rows for each in (*row.holders, row.standing.manager, row.standing.deputy) if each}


def _came_back(address: str, bounced: Bounced) -> str:
    on, until = wording.day(bounced.on), wording.day(bounced.until)
    return (
        f"mail to {address} came back on {on} ({bounced.why}): name somebody else in Who is who, or say "
        f"`planminder reachable {address}` when it is mended; else it is tried again from {until} on"
    )


def _posts(settings: Settings, lists: Lists, today: date) -> list[Finding]:
    what = f'list of posts "{settings.people.list}"'
    try:
        posts = read_posts(lists, settings)
    except TenantError as error:
        return [_tenant_fault(what, error)]
    found = [Finding(what, fault) for fault in faults(posts, today)] or [Finding(what)]
    found += [Finding("people", note=note) for note in nobody_stands_in(posts, today)]
    if any(rung.to is Post.MANAGER for rung in settings.policy.escalate):
        found += [Finding("managers", note=note) for note in notes_on_managers(posts)]
    empty = dict.fromkeys(_empty_rungs(settings, standings(posts)))
    return found + ([Finding("ladder", fault) for fault in empty] or [Finding("ladder")])


def _overrides(settings: Settings, lists: Lists) -> list[Finding]:
    """Whether the list of theme overrides, where there is one, has the columns that are read."""
    title = settings.summary.overrides
    what = f'list of theme overrides "{title}"'
    try:
        present = {column.name for column in lists.columns(title)}
    except NotFound:
        return []
    except TenantError as error:
        return [_tenant_fault(what, error)]
    lacking = [name for name in COLUMNS if name not in present]
    return [Finding(what, f'it has no column "{name}" (text): add it') for name in lacking] or [Finding(what)]


def _guards(settings: Settings) -> list[Finding]:
    """What is in force that keeps mails from most people."""
    guards, notes = settings.guards, []
    if guards.redirect_to:
        notes.append(f"every mail goes to {guards.redirect_to}, for guards.redirect_to is set: nobody else is told")
    if guards.pilot_only:
        notes.append(f"only {', '.join(guards.pilot_only)} are mailed, for guards.pilot_only names them")
    return [Finding("guards", note=note) for note in notes] or [Finding("guards")]


def _pause(settings: Settings, today: date) -> Iterator[Finding]:
    """Whether the days of the nudges and the closed days leave a long time in which nobody is nudged."""
    calendar = calendar_of(settings)
    timetable = settings.timetable("remind", calendar)
    never = pause(timetable.falls_on, WorkingDays(), today)
    if never:
        yield Finding(
            "schedule.remind",
            f'"{timetable.text}" hardly ever falls on a working day, and nobody is nudged on any other: '
            'write it like "mon-fri 08:30"',
        )
    if found := pause(_every_day if never else timetable.falls_on, calendar, today):
        first, last = (wording.day(each) for each in found)
        yield Finding(
            "calendar.closed",
            f"nobody is nudged from {first} to {last}, which are closed: shorten that if it is a slip",
        )


def _every_day(_: date) -> bool:
    return True


def _empty_rungs(settings: Settings, known: Mapping[str, Standing]) -> Iterator[str]:
    """The rungs of the ladder that would tell nobody, for each plan of which that is so: they are passed over."""
    managers = [each.manager.address for each in known.values() if each.manager]
    above = any(address in known and known[address].manager for address in managers)
    for plan in settings.plans:
        held = {
            Post.MANAGER: bool(managers or plan.lead),
            Post.LEAD: bool(plan.lead),
            Post.DIRECTOR: bool(plan.director or above),
            Post.SLT: bool(settings.people.slt),
        }
        for rung in settings.policy.escalate:
            if not held[rung.to]:
                lacks = _LACKS[rung.to].format(plan.name)
                yield f"policy.escalate tells {rung.to}, but {lacks}; else it is passed over"


_LACKS = {
    Post.MANAGER: 'Who is who names no manager and the plan "{}" has no lead: name managers there',
    Post.LEAD: 'the plan "{}" has no lead: name one in plans.lead',
    Post.DIRECTOR: 'the plan "{}" has no director and no manager in Who is who has one: name one in plans.director',
    Post.SLT: "people.slt names nobody: name somebody there",
}


def _plan(lists: Lists, plan: PlanSettings) -> list[Finding]:
    what = f'plan "{plan.name}"'
    try:
        columns = find_columns(lists.columns(plan.list_title), plan.columns, plan.list_title)
    except NotFound as error:
        return [Finding(what, f"{error}; `planminder import` makes the list when you bring the plan in")]
    except TenantError as error:
        return [_tenant_fault(what, error)]
    faults = [*columns.faults, *status_faults(columns, plan.list_title)]
    return [Finding(what, fault) for fault in faults] or [Finding(what)]


def _try(what: str, look: Callable[[], object]) -> Finding:
    try:
        look()
    except TenantError as error:
        return _tenant_fault(what, error)
    return Finding(what)


def _tenant_fault(what: str, error: TenantError) -> Finding:
    return Finding(what, str(error), unreached=not error.mendable)
