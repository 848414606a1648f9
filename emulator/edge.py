"""The TLS end: HTTP in, one `Call`; one `Reply`, HTTP out, or a connection cut as a fault wants it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
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
LARGEST = 320 * 1024 * 1024


class CuttableProtocol(HttpToolsProtocol):
    """Lets the application cut the connection that a request came by."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {CUT: {"transport": self.transport}}


class Edge:
    """The ASGI application behind the proxy."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        body = await read_body(receive)
        if body is None:
            return
        reply = await dispatch.serve(self._tenant, call_of(scope, body))
        await write(scope, receive, send, reply)


def call_of(scope: Scope, body: bytes) -> Call:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    raw_path = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
    return Call(
        method=scope["method"],
        host=headers.get("host", "").partition(":")[0].lower(),
        path=decoded(raw_path),
        query_string=scope["query_string"].decode("latin-1"),
        headers=headers,
        body=body,
    )


async def read_body(receive: Receive) -> bytes | None:
    """The whole body, or None when the client went away; more than any Graph request may carry is read but not kept."""
    chunks, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        size += len(message.get("body", b""))
        if size <= LARGEST:
            chunks.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(chunks)


async def write(scope: Scope, receive: Receive, send: Send, reply: Reply) -> None:
    transport = scope["extensions"][CUT]["transport"]
    if reply.ending is Ending.DROPPED:
        transport.abort()
        await gone(receive)
        return
    body = reply.body if reply.status not in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED) else b""
    headers = [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in reply.headers.items()]
    if reply.status not in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
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
