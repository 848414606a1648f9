"""The CONNECT proxy: tunnels the tenant's own hosts to the TLS end and refuses every other."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Collection

REQUEST = re.compile(rb"CONNECT ([^\s:]+):(\d+) HTTP/1\.[01]\r\n")
HEAD_END = b"\r\n\r\n"
QUICK_ACK = getattr(socket, "TCP_QUICKACK", None)
LONGEST_HEAD = 64 * 1024
LONGEST_NAME = 253  # RFC 1035


def refusal(status: str, sentence: str) -> bytes:
    body = (sentence + "\n").encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"Connection: close\r\n\r\n" + body


class Pipe(asyncio.Protocol):
    """One direction of a tunnel: what arrives here goes to `peer`, no faster than it can take it."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.peer: Pipe | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        if self.peer and self.peer.transport:
            self.peer.transport.write(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.peer and self.peer.transport:
            self.peer.transport.close()

    def pause_writing(self) -> None:
        if self.peer and self.peer.transport:
            self.peer.transport.pause_reading()

    def resume_writing(self) -> None:
        if self.peer and self.peer.transport:
            self.peer.transport.resume_reading()


class Tunnel(Pipe):
    """A client's connection: first the CONNECT line, then a pipe."""

    def __init__(self, hosts: Collection[str], target: tuple[str, int]) -> None:
        super().__init__()
        self._hosts = hosts
        self._target = target
        self._head = b""
        self._opening: asyncio.Task[None] | None = None

    def data_received(self, data: bytes) -> None:
        self._acknowledge()
        if self.peer is not None:
            super().data_received(data)
            return
        self._head += data
        if HEAD_END in self._head and self._opening is None:
            self._answer(*self._head.split(HEAD_END, 1))
        elif len(self._head) > LONGEST_HEAD:
            self._refuse("431 Request Header Fields Too Large", "The request is too large.")

    def _acknowledge(self) -> None:
        """urllib3 leaves Nagle's algorithm on towards a proxy: without this a POST waits 40 ms for its body."""
        if QUICK_ACK is not None and self.transport is not None:
            self.transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, QUICK_ACK, 1)

    def _answer(self, head: bytes, early: bytes) -> None:
        found = REQUEST.match(head + b"\r\n")
        if not found:
            self._refuse("405 Method Not Allowed", "This proxy only tunnels HTTPS to the local tenant.")
            return
        host = found.group(1).decode("latin-1").lower()
        if host not in self._hosts or found.group(2) != b"443":
            self._refuse("403 Forbidden", f"This proxy serves the local tenant only, not {host[:LONGEST_NAME]}.")
            return
        self._opening = asyncio.get_running_loop().create_task(self._open(early))

    async def _open(self, early: bytes) -> None:
        loop = asyncio.get_running_loop()
        _, inner = await loop.create_connection(Pipe, *self._target)
        assert self.transport is not None
        assert inner.transport is not None
        inner.peer, self.peer = self, inner
        if self.transport.is_closing():
            inner.transport.close()
            return
        self.transport.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        if early:
            inner.transport.write(early)

    def _refuse(self, status: str, sentence: str) -> None:
        assert self.transport is not None
        self.transport.write(refusal(status, sentence))
        self.transport.close()


async def start(port: int, hosts: Collection[str], target: tuple[str, int]) -> asyncio.Server:
    """Listen on loopback."""
    loop = asyncio.get_running_loop()
    return await loop.create_server(lambda: Tunnel(hosts, target), "127.0.0.1", port)
