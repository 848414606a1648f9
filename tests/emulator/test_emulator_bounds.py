"""What is too large is refused, and costs the tenant next to no memory."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.emulator.large import peak
from tests.emulator.local import GRAPH, LocalTenant

BLOCK = bytes(1024 * 1024)
ALLOWED_GROWTH = 60  # MiB


@pytest.fixture(scope="module")
def own() -> Iterator[LocalTenant]:
    """A tenant of its own, whose memory nothing else has used."""
    tenant = LocalTenant()
    yield tenant
    tenant.stop()


class Sized:
    """So many MiB of nothing; with a length where `announced`, in chunks otherwise."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __iter__(self) -> Iterator[bytes]:
        return (BLOCK for _ in range(self.size))


class Announced(Sized):
    def __len__(self) -> int:
        return self.size * len(BLOCK)


@pytest.mark.parametrize("kind", [Announced, Sized])
@pytest.mark.parametrize(
    ("method", "path", "size"),
    [("PUT", "{site}/drive/root:/big.bin:/content", 300), ("POST", "{box}/sendMail", 40), ("POST", "/$batch", 40)],
)
def test_a_body_that_is_too_large_is_413_and_not_kept(
    own: LocalTenant, kind: type[Sized], method: str, path: str, size: int
) -> None:
    before = peak(own)
    answer = own.call(method, path.format(site=own.site, box=own.box), data=kind(size))
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "payloadTooLarge")
    assert peak(own) - before < ALLOWED_GROWTH
    assert own.call("GET", f"{own.site}/drive/root:/big.bin").status_code == 404


def test_the_page_takes_no_endless_form(own: LocalTenant) -> None:
    before = peak(own)
    answer = own.session.post(f"{own.line['ui']}/_emulator/messages?mailbox={own.line['mailbox']}", data=Announced(300))
    assert answer.status_code == 413
    assert peak(own) - before < ALLOWED_GROWTH


def connected(tenant: LocalTenant) -> ssl.SSLSocket:
    """A connection through the proxy, as the TLS end has it."""
    proxy = urlsplit(tenant.line["proxy"])
    plain = socket.create_connection((str(proxy.hostname), int(proxy.port or 0)), 20)
    plain.sendall(b"CONNECT graph.microsoft.com:443 HTTP/1.1\r\n\r\n")
    assert plain.recv(1024).startswith(b"HTTP/1.1 200")
    return ssl.create_default_context(cafile=tenant.line["ca"]).wrap_socket(
        plain, server_hostname="graph.microsoft.com"
    )


@pytest.mark.parametrize("part", [b"x: " + b"a" * 1000 + b"\r\n", b"a" * 1000])
def test_an_endless_head_is_refused_and_the_connection_closed(own: LocalTenant, part: bytes) -> None:
    before = peak(own)
    with connected(own) as connection:
        connection.sendall(b"GET /v1.0/users HTTP/1.1\r\nHost: graph.microsoft.com\r\nx: ")
        sent = 0
        try:
            while sent < 100 * len(BLOCK):
                connection.sendall(part * 64)
                sent += len(part) * 64
        except OSError:
            pass
    assert sent < 8 * len(BLOCK)
    assert peak(own) - before < ALLOWED_GROWTH
    assert own.call("GET", "/users").status_code == 200


def test_a_head_of_a_common_size_passes_again_and_again(own: LocalTenant) -> None:
    headers = {"Authorization": f"Bearer {own.token()}", "X-Long": "a" * 30_000}
    statuses = {own.session.get(f"{GRAPH}/users", headers=headers).status_code for _ in range(4)}
    assert statuses == {200}


def test_a_head_that_is_too_long_is_told_so(own: LocalTenant) -> None:
    with connected(own) as connection:
        connection.sendall(b"GET /v1.0/users HTTP/1.1\r\nHost: graph.microsoft.com\r\nx: " + b"a" * 66_000)
        assert connection.recv(100).startswith(b"HTTP/1.1 431")


@pytest.mark.parametrize(
    "body", ['{"a":' * 5000, '{"sent_lag": 1' + "0" * 400 + "}", '{"seconds": 1e999}', '{"a": "\\ud800"}']
)
@pytest.mark.parametrize("path", ["faults", "clock", "settings", "throttling"])
def test_the_control_never_fails_on_what_it_cannot_read(tenant: LocalTenant, path: str, body: str) -> None:
    assert tenant.session.post(f"{tenant.line['ui']}/_emulator/{path}", data=body).status_code < 500


def test_a_number_that_json_cannot_hold_is_refused(tenant: LocalTenant) -> None:
    headers = {"Authorization": f"Bearer {tenant.token()}", "Content-Type": "application/json"}
    url = f"{GRAPH}/users/{tenant.line['mailbox']}/messages"
    refused = tenant.session.post(url, data='{"odd": 1e999}', headers=headers)
    assert refused.status_code == 400


@pytest.mark.parametrize("part", ["<script", "<style ", "<head>", "<br", "<", " on='"])
def test_markup_that_never_closes_is_read_in_time(tenant: LocalTenant, part: str) -> None:
    body = {"contentType": "html", "content": part * (1_000_000 // len(part))}
    wish = {"subject": "x", "body": body, "toRecipients": [{"emailAddress": {"address": tenant.address("ada.fenn")}}]}
    key = tenant.call("POST", f"{tenant.box}/messages", wish).json()["id"]
    for path in ("", "/$value"):
        assert tenant.call("GET", f"{tenant.box}/messages/{key}{path}").status_code == 200
    headers = {"Prefer": 'outlook.body-content-type="text"'}
    assert tenant.call("GET", f"{tenant.box}/messages/{key}", headers=headers).status_code == 200
