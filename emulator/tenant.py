"""The tenant itself: who it is, what it remembers, what time it thinks it is."""

from __future__ import annotations

import secrets
from collections import deque
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from emulator import certificates
from emulator.calls import Caller
from emulator.clock import Clock
from emulator.conversion import Converter
from emulator.faults import Faults
from emulator.recording import Recorder
from emulator.repeating import Repeats
from emulator.seed import Seed
from emulator.store import Store
from emulator.throttling import Throttling

NAMESPACE = UUID("5b1f0a6e-9f0e-4b8e-9d6b-2a4f6b1c7d30")
OUTLOOK = "outlook.office.com"
LOG_LENGTH = 20_000


@dataclass(frozen=True, slots=True)
class Identity:
    """Names and keys that stay the same for the life of the state.

    `host` is the SharePoint host; `roles` are application permissions besides Sites.Selected.
    """

    name: str
    domain: str
    host: str
    mailbox: str
    site_name: str
    site_path: str
    tenant_id: str
    client_id: str
    client_secret: str
    admin_id: str
    signing_key: str
    born: str
    roles: tuple[str, ...] = ()

    @property
    def site_url(self) -> str:
        return f"https://{self.host}{self.site_path}"

    def hosts(self) -> tuple[str, ...]:
        return ("graph.microsoft.com", "login.microsoftonline.com", "login.windows.net", OUTLOOK, self.host)


@dataclass
class Tenant:
    identity: Identity
    seed: Seed
    store: Store
    folder: Path
    clock: Clock = field(default_factory=Clock)
    faults: Faults = field(default_factory=Faults)
    repeats: Repeats = field(default_factory=Repeats)
    throttling: Throttling = field(default_factory=Throttling)
    log: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=LOG_LENGTH))
    sent_lag: float = 0.0
    secret_expired: bool = False
    recorder: Recorder | None = None

    def __post_init__(self) -> None:
        self.converter = Converter(self.folder)

    def guid(self, name: str) -> str:
        """A GUID that is the same for the same name whenever this tenant is made anew."""
        return str(uuid5(NAMESPACE, f"{self.identity.domain}/{name}"))

    def certificate(self, name: str) -> Path:
        return certificates.client_certificate(self.folder, name)

    def callers(self) -> tuple[Caller, Caller]:
        """The two applications: the one under test and the administrator's."""
        return (
            Caller(self.identity.client_id, "planminder", is_admin=False),
            Caller(self.identity.admin_id, "tenant set-up", is_admin=True),
        )


def open_tenant(store: Store, folder: Path, seed: Seed) -> Tenant:
    """The tenant in a store: as it was left there, or new."""
    kept = store.recall("identity")
    identity = Identity(**kept) if kept else new_identity(seed)
    tenant = Tenant(identity, seed, store, folder)
    if not kept:
        store.remember("identity", asdict(identity))
    tenant.clock.offset = store.recall("clock_offset", 0.0)
    tenant.sent_lag = store.recall("sent_lag", 0.0)
    return tenant


def new_identity(seed: Seed) -> Identity:
    def guid(name: str) -> str:
        return str(uuid5(NAMESPACE, f"{seed.domain}/{name}"))

    return Identity(
        name=seed.name,
        domain=seed.domain,
        host=seed.host,
        mailbox=seed.mailbox,
        site_name=seed.site_name,
        site_path=seed.site_path,
        tenant_id=guid("tenant"),
        client_id=guid("application"),
        client_secret=secrets.token_urlsafe(30),
        admin_id=guid("admin application"),
        signing_key=secrets.token_hex(32),
        roles=seed.roles,
        born=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
