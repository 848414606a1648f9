"""The TLS end: HTTP in, one `Call`; one `Reply`, HTTP out, or a connection cut as a fault wants it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from emulator import dispatch
from emulator.calls import Call, Ending, Reply
from emulator.tenant import Tenant
from emulator.urls import decoded

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
CUT = "emulator.cut"
TOO_LARGE = b"too large"
LONGEST_HEAD = 64 * 1024
MIB = 1024 * 1024
LARGEST_FILE = 250 * MIB
LARGEST_CHUNK = 60 * MIB
LARGEST_CALL = 4 * MIB
NO_BODY = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
TOO_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class GuardedProtocol(HttpToolsProtocol):
    """Refuses an endless head, and lets the application cut the connection that a request came by."""

    _head = 0
    _within_head = True

    def data_received(self, data: bytes) -> None:
        if self._within_head:
            self._head += len(data)
        super().data_received(data)
        if self._within_head and self._head > LONGEST_HEAD and not self.transport.is_closing():
            self.transport.write(TOO_LONG)
            self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {CUT: {"transport": self.transport}}

    def on_headers_complete(self) -> None:
        self._within_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._head, self._within_head = 0, True
        super().on_message_complete()


class Edge:
    """The ASGI application behind the proxy."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        call = call_of(scope)
        body = await read_body(receive, allowance(call), call.headers.get("content-length", ""))
        if body is None:
            return
        reply = await dispatch.serve(self._tenant, replace(call, body=body, oversized=body is TOO_LARGE))
        await write(scope, receive, send, reply)


def call_of(scope: Scope) -> Call:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    raw_path = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
    return Call(
        method=scope["method"],
        host=headers.get("host", "").partition(":")[0].lower(),
        path=decoded(raw_path),
        query_string=scope["query_string"].decode("latin-1"),
        headers=headers,
    )


def allowance(call: Call) -> int:
    """How many bytes a request may carry: a file 250 MiB, a chunk of an upload session 60 MiB, any other call 4 MiB."""
    if call.method == "PUT" and call.path.lower().endswith("/content"):
        return LARGEST_FILE
    return LARGEST_CHUNK if call.method == "PUT" else LARGEST_CALL


async def read_body(receive: Receive, limit: int, announced: str) -> bytes | None:
    """The whole body, None when the client went away; TOO_LARGE when it is, which is read to its end but not kept."""
    chunks: list[bytes] = []
    size = 0
    fits = int(announced) <= limit if announced.isdecimal() else True
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        size += len(message.get("body", b""))
        if fits and size > limit:
            fits, chunks = False, []
        if fits:
            chunks.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(chunks) if fits else TOO_LARGE


async def write(scope: Scope, receive: Receive, send: Send, reply: Reply) -> None:
    transport = scope["extensions"][CUT]["transport"]
    if reply.ending is Ending.DROPPED:
        transport.abort()
        await gone(receive)
        return
    body = reply.body if reply.status not in NO_BODY else b""
    headers = [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in reply.headers.items()]
    if reply.status not in NO_BODY:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    if reply.ending is Ending.TORN:
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        transport.close()
        await gone(receive)
        return
    await send({"type": "http.response.body", "body": body})


async def gone(receive: Receive) -> None:
    """Wait until the server knows that the connection is lost."""
    while (await receive())["type"] != "http.disconnect":
        pass
