"""Where real things are built: the one place that opens the ledger, signs in to the tenant and reads the clock."""

from __future__ import annotations

import atexit
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bot import __version__
from bot.compose import Composer
from bot.ledger import Ledger, open_ledger
from bot.m365 import Credentials, Library, Lists, Mailbox, Tenant
from bot.resources import shipped
from bot.settings import PlanSettings, Settings, SettingsAtFault, certificate_text
from jobs.apart import ReadsApart
from jobs.kit import Kit


def utc_now() -> datetime:
    return datetime.now(UTC)


def local_today(settings: Settings) -> date:
    return utc_now().astimezone(settings.zone).date()


@contextmanager
def open_kit(
    settings: Settings, today: date | None = None, plan: str | None = None, *, looks_only: bool = False
) -> Iterator[Kit]:
    """Everything a job needs, closed again at the end; the ledger is ours alone meanwhile.

    A job that `looks_only` works on a copy of the ledger: it records nothing, and need not wait for a long delivery.
    """
    tenant = sign_in(settings)
    lists = Lists(tenant, settings.tenant.site)
    kept = Ledger(open_ledger(settings.data_folder))
    try:
        kept.register.token_secret(settings.mail.token_keys[-1])  # made before it is copied, to be the same
        with kept.copied() if looks_only else kept.alone() as ledger:
            yield Kit(
                settings=settings,
                ledger=ledger,
                lists=lists,
                mailbox=Mailbox(tenant, settings.tenant.mailbox),
                library=Library(tenant, lists),
                composer=composer(settings),
                reads=_reads(),
                today=today or local_today(settings),
                now=utc_now,
                wait=time.sleep,
                plans=[_plan(settings, plan)] if plan else settings.plans,
            )
    finally:
        kept.close()
        tenant.close()


def sign_in(settings: Settings) -> Tenant:
    """The tenant as the application of the settings; it is asked for nothing yet."""
    given = settings.tenant
    return Tenant(Credentials(given.id, given.client_id, certificate_text(settings), settings.secret), __version__)


@contextmanager
def open_ledger_only(settings: Settings) -> Iterator[Ledger]:
    """The ledger for reading, without a tenant."""
    ledger = Ledger(open_ledger(settings.data_folder))
    try:
        yield ledger
    finally:
        ledger.close()


def composer(settings: Settings) -> Composer:
    return composer_of(settings.own_templates)


@cache
def composer_of(own: Path | None) -> Composer:
    """One for the life of the process, because it remembers the last templates that worked."""
    return Composer(shipped("templates"), own)


@cache
def _reads() -> ReadsApart:
    """One for the life of the process: the child that it starts serves every job."""
    reads = ReadsApart()
    atexit.register(reads.close)
    return reads


def _plan(settings: Settings, name: str) -> PlanSettings:
    found = settings.plan(name)
    if found is None:
        names = ", ".join(f'"{each.name}"' for each in settings.plans)
        raise SettingsAtFault([f'there is no plan "{name}" in the configuration: it has {names}'])
    return found
