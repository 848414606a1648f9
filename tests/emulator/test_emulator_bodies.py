"""A body that is not wanted is refused before it has come, and one that never ends does not hold the tenant."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from emulator.edge import read_body
from emulator.pieces import Spool
from tests.emulator.local import LocalTenant
from tests.emulator.test_emulator_bounds import connected

BLOCK = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
MIB = 1024 * 1024


def head(tenant: LocalTenant, line: str, *headers: str, signed: bool = True) -> bytes:
    token = (f"Authorization: Bearer {tenant.token()}",) if signed else ()
    return "\r\n".join((f"{line} HTTP/1.1", "Host: graph.microsoft.com", *token, *headers, "", "")).encode()


def answered(connection: ssl.SSLSocket) -> bytes:
    return connection.recv(4096)


@pytest.mark.parametrize("more", ["Accept: */*", "Expect: 100-continue"])
@pytest.mark.parametrize(
    ("line", "size"), [("PUT /v1.0{site}/drive/root:/z.bin:/content", 300), ("POST /v1.0{box}/sendMail", 40)]
)
def test_a_body_that_says_it_is_too_large_is_refused_by_its_head(
    tenant: LocalTenant, line: str, size: int, more: str
) -> None:
    line = line.format(site=tenant.site, box=tenant.box)
    with connected(tenant) as connection:
        connection.sendall(head(tenant, line, f"Content-Length: {size * MIB}", more))
        assert answered(connection).startswith(b"HTTP/1.1 413 ")


def test_a_file_without_a_token_is_refused_by_its_head(tenant: LocalTenant) -> None:
    line = f"PUT /v1.0{tenant.site}/drive/root:/z.bin:/content"
    with connected(tenant) as connection:
        connection.sendall(head(tenant, line, f"Content-Length: {100 * MIB}", signed=False))
        assert answered(connection).startswith(b"HTTP/1.1 401 ")
    assert tenant.control("GET", "/requests")[-1]["status"] == 401


def test_a_body_without_an_end_is_cut_at_the_limit(tenant: LocalTenant) -> None:
    line = f"POST /v1.0{tenant.site}/lists/Documents/items"
    with connected(tenant) as connection:
        connection.sendall(head(tenant, line, "Transfer-Encoding: chunked"))
        for _ in range(5 * 16):
            connection.sendall(BLOCK)
        assert answered(connection).startswith(b"HTTP/1.1 413 ")
        with pytest.raises(OSError, match=r"(?i)reset|broken|eof|closed"):
            connection.sendall(BLOCK * 16 * 1024)
    assert tenant.call("GET", tenant.site).status_code == 200


def waiting() -> Callable[[], object]:
    async def receive() -> object:
        await asyncio.Event().wait()

    return receive


def test_a_body_that_stops_coming_is_given_up(tmp_path: Path) -> None:
    with closing(Spool(tmp_path)) as spool:
        error = asyncio.run(read_body(waiting(), spool, 1000, patience=0.01))  # type: ignore[arg-type]
    assert error is not None
    assert error.status == 408


def test_a_body_with_broken_chunks_leaves_no_trace_in_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    own = LocalTenant()
    try:
        port = own.line["ui"].rpartition(":")[2]
        with socket.create_connection(("127.0.0.1", int(port)), 10) as connection:
            host = f"Host: 127.0.0.1:{port}\r\nTransfer-Encoding: chunked\r\n\r\n"
            connection.sendall(f"POST /_emulator/faults HTTP/1.1\r\n{host}zz\r\nnot a chunk\r\n".encode())
            connection.recv(4096)
        assert own.control("GET", "/faults") == []
    finally:
        own.stop()
    assert "Traceback" not in capfd.readouterr().err
