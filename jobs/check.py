"""Everything that could stop the service, found at once: templates, tenant, lists and their columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.columns import find_columns, status_faults
from bot.compose import Composer
from bot.ledger import LedgerBusy, LedgerUnusable, open_ledger
from bot.m365 import Library, Lists, Mailbox, NotFound, TenantError, read_people
from bot.settings import PlanSettings, Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what, and its fault ("" when it is well); `unreached` when only the tenant is to blame."""

    what: str
    fault: str = ""
    unreached: bool = False


def check(settings: Settings, lists: Lists, mailbox: Mailbox, library: Library, composer: Composer) -> list[Finding]:
    """Look at everything; one fault does not hide the next."""
    findings = [Finding("settings")]
    findings += [Finding("templates", fault) for fault in composer.check()] or [Finding("templates")]
    findings.append(_try("ledger", lambda: open_ledger(settings.data_folder).close()))
    site = _try("site", lambda: lists.site_id)
    findings.append(site)
    findings.append(_try("mailbox", mailbox.check))
    if not site.fault:
        findings.append(_try("library", library.check))
        findings.append(_try("people of the site", lambda: read_people(lists)))
        for plan in settings.plans:
            findings += _plan(lists, plan)
        findings.append(_try(f'list of posts "{settings.people.list}"', lambda: lists.columns(settings.people.list)))
    return findings


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
    except (LedgerBusy, LedgerUnusable) as error:
        return Finding(what, str(error))
    return Finding(what)


def _tenant_fault(what: str, error: TenantError) -> Finding:
    return Finding(what, str(error), unreached=not error.mendable)
