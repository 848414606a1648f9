"""Who stands where today, and which days are working days: what the policy asks for besides the actions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.bank_holidays import working_days
from bot.directory import Directory
from bot.guards import Recipients
from bot.plan import Person
from bot.policy import People
from bot.settings import Settings
from bot.working_days import WorkingDays
from jobs.kit import Kit
from jobs.people.absences import away_until, back_by_note
from jobs.people.bounces import GONE, unreachable
from jobs.reader import read_directory


def read_standing(kit: Kit) -> People:
    """Who stands where today."""
    return standing_on(kit, read_directory(kit), kit.today)


def standing_on(kit: Kit, known: Directory, day: date) -> People:
    """Managers, and the deputies of those who are away on a day or whom no mail reaches, from the list of posts; leads
    and directors as set."""
    settings, bounced = kit.settings, unreachable(kit.ledger, kit.today)
    lost = frozenset(bounced)

    def somebody(address: str) -> Person | None:
        return known.person_at(address) if address else None

    leads = {plan.name: lead for plan in settings.plans if (lead := somebody(plan.lead))}
    directors = {plan.name: director for plan in settings.plans if (director := somebody(plan.director))}
    away = {*away_until(kit.ledger, day), *(each for each, own in known.standings.items() if own.is_away(day))}
    return People(
        deputies=known.stand_ins(away | lost),
        named={address: each.deputy for address, each in known.standings.items() if each.deputy},
        back=_back(known, back_by_note(kit.ledger), day),
        managers={address: each.manager for address, each in known.standings.items() if each.manager},
        post_managers=known.post_managers,
        unreachable=lost,
        notes={address: each.why for address, each in bounced.items() if each.why.startswith(GONE)},
        leads=leads,
        directors=directors,
        slt=somebody(settings.people.slt),
        recipients=recipients_of(settings, known),
    )


def _back(known: Directory, by_note: Mapping[str, date], day: date) -> dict[str, date]:
    """The first day after each absence that is or was; of two about one person the later."""
    found = dict(by_note)
    for address, each in known.standings.items():
        back = each.back(day)
        if back:
            found[address] = max(back, found.get(address, back))
    return found


def recipients_of(settings: Settings, known: Directory | None = None) -> Recipients:
    """Whom mail may go to; without a directory nobody is vouched for."""
    guards = settings.guards
    return Recipients(
        home=settings.tenant.mailbox.rpartition("@")[2],
        domains=frozenset(guards.allowed_domains),
        named=settings.named_addresses,
        vouched=known.vouched if known else frozenset(),
        pilot=frozenset(guards.pilot_only),
    )


def calendar_of(settings: Settings) -> WorkingDays:
    return working_days(settings.calendar.nation, settings.calendar.closures)
