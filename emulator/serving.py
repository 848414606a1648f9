"""The process: one loop with the proxy, the TLS end and the page, from the first signal handler to the last file."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import json
import os
import shutil
import signal
import socket
import ssl
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from emulator import certificates, founding, proxy, recording, starting, viewing
from emulator.edge import Edge
from emulator.errors import FULL, PortError, StateError
from emulator.protocol import GuardedProtocol
from emulator.seed import Seed
from emulator.store import Store
from emulator.tenant import Tenant, open_tenant

LOOPBACK = "127.0.0.1"


class Server(uvicorn.Server):
    """Leaves the signals to the process, which has several servers."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line asks for; a port of 0 is any free one."""

    state: Path | None = None
    port: int = 0
    proxy_port: int = 0
    sent_lag: float | None = None
    throttle: bool = False


async def run(seed: Seed, wanted: Settings) -> int:
    """Serve until SIGTERM or SIGINT; the exit code."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with home(wanted.state) as folder:
        with starting.told(folder):
            store = Store(folder / "tenant.db" if wanted.state else None)
            tenant = opened(store, folder, seed)
            context = credentials(tenant)
        tenant.recorder = recording.recorder()
        if wanted.sent_lag is not None:
            tenant.sent_lag = wanted.sent_lag
        if wanted.throttle:
            tenant.throttling.set({"outlook": True, "sharepoint": True})
        try:
            await serve(tenant, wanted, context, stop)
        finally:
            store.close()
            if tenant.recorder:
                tenant.recorder.close()
    return 0


def opened(store: Store, folder: Path, seed: Seed) -> Tenant:
    """The tenant, founded when it is new; a seed that is refused leaves nothing behind."""
    with store.transaction():
        tenant = open_tenant(store, folder, seed)
        if not store.one("SELECT 1 FROM sites"):
            founding.found(tenant)
    return tenant


@contextlib.contextmanager
def home(state: Path | None) -> Iterator[Path]:
    """The state's folder, or a private one that goes when the process does."""
    if state:
        with locked(state):
            yield state.resolve()
        return
    try:
        folder = Path(tempfile.mkdtemp(prefix="emulator-"))
    except OSError as error:
        raise StateError(f"No temporary folder can be made: {error.strerror}. {FULL}") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def locked(state: Path) -> Iterator[None]:
    """One process at a time; the system itself takes the lock away with the process. Raises StateError."""
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        holder = (state / "lock").open("a+")
    except OSError as error:
        raise StateError(
            f"{state} cannot be used: {error.strerror}. Give a folder you may write to as --state."
        ) from error
    with holder:
        try:
            fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StateError(
                f"The tenant in {state} is open in another process. End that, or give another --state."
            ) from error
        yield


def credentials(tenant: Tenant) -> ssl.SSLContext:
    """Every key and certificate, made or read: what cannot be read is told at the start."""
    certificates.authority(tenant.folder, tenant.identity.name)
    for name in ("application", "admin"):
        path = tenant.certificate(name)
        with starting.readable(path):
            certificates.registered(path)
    with starting.readable(tenant.folder / "ca.pem"):
        certificates.check_authority(tenant.folder)
    with starting.readable(tenant.folder / "server.pem"):
        return certificates.server_context(tenant.folder, tenant.identity.hosts())


async def serve(tenant: Tenant, wanted: Settings, context: ssl.SSLContext, stop: asyncio.Event) -> None:
    tls_socket, page_socket = listening(0), listening(wanted.port)
    tls_end = uvicorn.Config(Edge(tenant), **quiet())
    tls_end.load()
    tls_end.ssl = context
    servers = {
        Server(tls_end): tls_socket,
        Server(uvicorn.Config(viewing.application(tenant), **quiet())): page_socket,
    }
    try:
        tunnel = await proxy.start(wanted.proxy_port, tenant.identity.hosts(), tls_socket.getsockname())
    except OSError as error:
        raise taken(wanted.proxy_port, error) from error
    running = [asyncio.create_task(server.serve([socket_])) for server, socket_ in servers.items()]
    while not all(server.started for server in servers) and not any(task.done() for task in running):
        await asyncio.sleep(0.005)
    announce(tenant, tunnel.sockets[0].getsockname()[1], page_socket.getsockname()[1])
    await stop.wait()
    tunnel.close()
    for server in servers:
        server.should_exit = server.force_exit = True
    await asyncio.gather(*running)


def quiet() -> dict[str, Any]:
    return {
        "http": GuardedProtocol,
        "lifespan": "off",
        "access_log": False,
        "log_level": "warning",
        "server_header": False,
        "ws": "none",
        "timeout_keep_alive": 75,
    }


def listening(port: int) -> socket.socket:
    socket_ = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio: no delay only for TCP
    socket_.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        socket_.bind((LOOPBACK, port))
    except OSError as error:
        raise taken(port, error) from error
    socket_.setblocking(False)
    return socket_


def taken(port: int, error: OSError) -> PortError:
    reason = os.strerror(error.errno or 0).lower()
    return PortError(f"Port {port} cannot be had: {reason}. Give another one, or none for any that is free.")


def announce(tenant: Tenant, proxy_port: int, page_port: int) -> None:
    identity = tenant.identity
    line = {
        "proxy": f"http://{LOOPBACK}:{proxy_port}",
        "ca": str(tenant.folder / "ca.pem"),
        "ui": f"http://{LOOPBACK}:{page_port}",
        "tenant": identity.tenant_id,
        "client_id": identity.client_id,
        "client_secret": identity.client_secret,
        "certificate": str(tenant.certificate("application")),
        "mailbox": identity.mailbox,
        "site": identity.site_url,
        "admin": {"client_id": identity.admin_id, "certificate": str(tenant.certificate("admin"))},
        "name": identity.name,
        "domain": identity.domain,
    }
    print(json.dumps(line), flush=True)
