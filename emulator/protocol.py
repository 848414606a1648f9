"""HTTP as both ends of the tenant take it: heads within a bound, and connections that can be refused or cut."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

CUT = "emulator.cut"
LONGEST_HEAD = 64 * 1024
MIB = 1024 * 1024
PHRASES = {status.value: status.phrase for status in HTTPStatus}
LINGER = 1.0
STILL_READ = MIB
BODY_LINGER = 10.0
BODY_STILL_READ = 320 * MIB


def refuse(scope: MutableMapping[str, Any], status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> None:
    """Answer a request before its body has come, and close the connection. The body is not asked for."""
    scope["extensions"][CUT]["refuse"](refusal(status, headers, body))


def refusal(status: int, headers: Iterable[tuple[bytes, bytes]] = (), body: bytes = b"") -> bytes:
    own = ((b"content-length", str(len(body)).encode()), (b"connection", b"close"))
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in (*headers, *own))
    return f"HTTP/1.1 {status} {PHRASES.get(status, '')}\r\n".encode() + lines + b"\r\n" + body


async def gone(receive: Callable[[], Awaitable[MutableMapping[str, Any]]]) -> MutableMapping[str, Any]:
    """Wait until the server knows that the connection is lost."""
    while (message := await receive())["type"] != "http.disconnect":
        pass
    return message


class GuardedProtocol(HttpToolsProtocol):
    """Refuses a head that is too long with 431, and lets the application cut the connection that a request came by.

    A head counts as it is read, and once more when it is whole: however it is cut into packets, the answer is the same.
    """

    _arrived = 0
    _head = 0
    _within_head = True
    _refused = False
    _still_read = STILL_READ

    def data_received(self, data: bytes) -> None:
        if self._within_head or self._refused:
            self._arrived += len(data)
        if self._refused:
            if self._arrived > self._still_read:
                self.transport.abort()
            return
        super().data_received(data)
        if self._within_head and self._arrived > LONGEST_HEAD:
            self._refuse(refusal(431))

    def refuse_body(self, answer: bytes) -> None:
        self._still_read = BODY_STILL_READ
        self.cycle.waiting_for_100_continue = False
        self._refuse(answer, BODY_LINGER)

    def _refuse(self, answer: bytes, linger: float = LINGER) -> None:
        """What is on its way is read for a moment still: closed at once, the client might never see the answer."""
        if self._refused or self.transport.is_closing():
            return
        self._refused = True
        self._arrived = 0
        self._unset_keepalive_if_required()
        self.transport.write(answer)
        self.flow.resume_reading()
        asyncio.get_running_loop().call_later(linger, self.transport.close)

    def on_message_begin(self) -> None:
        if not self._refused:
            super().on_message_begin()
            self._head = 0
            self.scope["extensions"] = {CUT: {"transport": self.transport, "refuse": self.refuse_body}}

    def on_url(self, url: bytes) -> None:
        self._head += len(url)
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._head += len(name) + len(value) + len(b": \r\n")
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if self._head > LONGEST_HEAD:
            self._refuse(refusal(431))
        if not self._refused:
            self._within_head = False
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        if not self._refused:
            self._arrived, self._within_head = 0, True
            super().on_message_complete()
