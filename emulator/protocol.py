"""HTTP as both ends of the tenant take it: heads within a bound, and connections that can be cut."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

CUT = "emulator.cut"
LONGEST_HEAD = 64 * 1024
REFUSAL = b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
STILL_READ = 1024 * 1024
LINGER = 1.0


class GuardedProtocol(HttpToolsProtocol):
    """Refuses a head that is too long with 431, and lets the application cut the connection that a request came by.

    A head counts as it is read, and once more when it is whole: however it is cut into packets, the answer is the same.
    """

    _arrived = 0
    _head = 0
    _within_head = True
    _refused = False

    def data_received(self, data: bytes) -> None:
        if self._within_head or self._refused:
            self._arrived += len(data)
        if self._refused:
            if self._arrived > STILL_READ:
                self.transport.close()
            return
        super().data_received(data)
        if self._within_head and self._arrived > LONGEST_HEAD:
            self._refuse()

    def _refuse(self) -> None:
        """What is on its way is read for a moment still: closed at once, the client might never see the answer."""
        if self._refused or self.transport.is_closing():
            return
        self._refused = True
        self._arrived = 0
        self._unset_keepalive_if_required()
        self.transport.write(REFUSAL)
        asyncio.get_running_loop().call_later(LINGER, self.transport.close)

    def on_message_begin(self) -> None:
        if not self._refused:
            super().on_message_begin()
            self._head = 0
            self.scope["extensions"] = {CUT: {"transport": self.transport}}

    def on_url(self, url: bytes) -> None:
        self._head += len(url)
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._head += len(name) + len(value) + len(b": \r\n")
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if self._head > LONGEST_HEAD:
            self._refuse()
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
