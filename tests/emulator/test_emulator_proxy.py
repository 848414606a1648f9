from __future__ import annotations

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from tests.emulator.local import LocalTenant


def connect(tenant: LocalTenant, request: bytes) -> bytes:
    address = urlsplit(tenant.line["proxy"])
    with socket.create_connection((address.hostname, address.port), 5) as connection:
        connection.sendall(request)
        return connection.recv(4096)


def test_a_host_of_nobody_is_refused_by_the_proxy(tenant: LocalTenant) -> None:
    with pytest.raises(requests.exceptions.ProxyError, match="403"):
        tenant.session.get("https://example.org/")
    assert connect(tenant, b"CONNECT graph.microsoft.com:25 HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 403")


def test_the_proxy_only_tunnels(tenant: LocalTenant) -> None:
    assert connect(tenant, b"GET http://graph.microsoft.com/ HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 405")
    assert connect(tenant, b"nonsense\r\n\r\n").startswith(b"HTTP/1.1 405")


@pytest.mark.parametrize("host", ["graph.microsoft.com", "login.microsoftonline.com", "login.windows.net", "site"])
def test_every_host_has_a_certificate_that_strict_openssl_takes(tenant: LocalTenant, host: str) -> None:
    host = urlsplit(tenant.line["site"]).hostname or "" if host == "site" else host
    context = ssl.create_default_context(cafile=tenant.line["ca"])
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    address = urlsplit(tenant.line["proxy"])
    with socket.create_connection((address.hostname, address.port), 5) as connection:
        connection.sendall(f"CONNECT {host}:443 HTTP/1.1\r\n\r\n".encode())
        assert b" 200 " in connection.recv(4096)
        with context.wrap_socket(connection, server_hostname=host) as secured:
            assert secured.version() == "TLSv1.3"


def test_nobody_else_may_read_the_keys(tenant: LocalTenant) -> None:
    for path in (tenant.line["certificate"], tenant.line["admin"]["certificate"]):
        assert Path(path).stat().st_mode & 0o077 == 0
        assert "PRIVATE KEY" in Path(path).read_text()
        assert "BEGIN CERTIFICATE" in Path(path).read_text()


def test_a_kept_tenant_is_the_same_after_a_restart(tmp_path: Path) -> None:
    first = LocalTenant("--state", str(tmp_path))
    made = first.call("POST", first.site + "/lists", {"displayName": "Kept"}).json()["id"]
    first.call("POST", f"{first.site}/lists/Kept/items", {"fields": {"Title": "One"}})
    link = first.get(f"{first.site}/lists/Kept/items/delta?token=latest")["@odata.deltaLink"]
    token = first.token()
    assert first.stop() == 0
    second = LocalTenant("--state", str(tmp_path))
    try:
        ports = {"proxy", "ui"}
        assert {k: v for k, v in first.line.items() if k not in ports} == {
            k: v for k, v in second.line.items() if k not in ports
        }
        assert second.get(f"{second.site}/lists/Kept")["id"] == made
        assert second.get(link)["value"] == []
        headers = {"Authorization": f"Bearer {token}"}
        assert second.session.get("https://graph.microsoft.com/v1.0/users", headers=headers).status_code == 200
    finally:
        assert second.stop() == 0


def test_a_tenant_in_memory_leaves_nothing_behind() -> None:
    tenant = LocalTenant()
    folder = Path(tenant.line["ca"]).parent
    assert folder.exists()
    assert tenant.stop() == 0
    assert not folder.exists()


def test_an_interrupt_stops_it_cleanly() -> None:
    tenant = LocalTenant()
    os.kill(tenant.process.pid, signal.SIGINT)
    assert tenant.process.wait(5) == 0
    tenant.stop()


def test_a_seed_says_who_is_there(tmp_path: Path) -> None:
    seed = {
        "tenant": {"name": "Oakleigh Borough Council", "domain": "oakleigh.example"},
        "site": {"name": "Improvement", "path": "/sites/improvement"},
        "mailbox": "plans@oakleigh.example",
        "people": [{"name": "Jo Reed", "address": "jo.reed@oakleigh.example", "title": "Clerk", "department": "Law"}],
        "lists": [
            {
                "title": "Actions",
                "columns": [
                    {"name": "Owner", "personOrGroup": {}},
                    {"name": "Due", "dateTime": {"format": "dateOnly"}},
                ],
                "items": [{"Title": "Mend the clock", "Owner": "jo.reed@oakleigh.example", "Due": "2026-03-01"}],
            }
        ],
    }
    (tmp_path / "seed.json").write_text(json.dumps(seed))
    tenant = LocalTenant("--seed", str(tmp_path / "seed.json"))
    try:
        assert tenant.line["site"] == "https://oakleigh.sharepoint.com/sites/improvement"
        item = tenant.get(f"{tenant.site}/lists/Actions/items?$expand=fields($select=Title,Owner,Due)")["value"][0]
        assert item["fields"]["Owner"] == "Jo Reed"
        assert item["fields"]["Due"] == "2026-03-01T00:00:00Z"
    finally:
        tenant.stop()


def test_a_seed_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "seed.json").write_text("{}")
    command = [sys.executable, "-m", "emulator", "--seed", str(tmp_path / "seed.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1
    assert "seed.json" in done.stderr
    assert "Traceback" not in done.stderr
