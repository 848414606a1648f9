"""The TLS end: HTTP in, one `Call`; one `Reply`, HTTP out, or a connection cut as a fault wants it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from contextlib import closing
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from emulator import dispatch
from emulator.calls import Call, Ending, Reply
from emulator.pieces import Gone, Spool
from emulator.protocol import CUT
from emulator.tenant import Tenant
from emulator.urls import decoded

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
MIB = 1024 * 1024
LARGEST_FILE = 250 * MIB
LARGEST_CHUNK = 60 * MIB
LARGEST_CALL = 4 * MIB
NO_BODY = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


class Edge:
    """The ASGI application behind the proxy."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        call = call_of(scope)
        with closing(Spool(self._tenant.folder)) as spool:
            fits = await read_body(receive, spool, allowance(call), call.headers.get("content-length", ""))
            if fits is None:
                return
            call = replace(call, oversized=not fits)
            call = replace(call, spool=spool) if call.method == "PUT" else replace(call, body=spool.whole())
            reply = await dispatch.serve(self._tenant, call)
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


async def read_body(receive: Receive, spool: Spool, limit: int, announced: str) -> bool | None:
    """Whether the body was within its limit; None when the client went away.

    A body that is too large is read to its end and not kept.
    """
    fits = int(announced) <= limit if announced.isdecimal() else True
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        some = message.get("body", b"")
        if fits and spool.size + len(some) > limit:
            fits = False
            spool.empty()
        if fits:
            spool.write(some)
        if not message.get("more_body"):
            return fits


async def write(scope: Scope, receive: Receive, send: Send, reply: Reply) -> None:
    transport = scope["extensions"][CUT]["transport"]
    if reply.ending is Ending.DROPPED:
        transport.abort()
        await gone(receive)
        return
    size = reply.size if reply.status not in NO_BODY else 0
    headers = [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in reply.headers.items()]
    if reply.status not in NO_BODY:
        headers.append((b"content-length", str(size).encode()))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    try:
        await send_pieces(send, transport, reply.pieces(), size // 2 if reply.ending is Ending.TORN else size)
    except Gone:
        transport.abort()
        return
    if reply.ending is Ending.TORN:
        transport.close()
        await gone(receive)
        return
    await send({"type": "http.response.body", "body": b""})


async def send_pieces(send: Send, transport: asyncio.Transport, pieces: Iterable[bytes], left: int) -> None:
    """The first `left` bytes, no faster than the client takes them, and no more once it has gone."""
    for piece in pieces:
        if not left or transport.is_closing():
            return
        await send({"type": "http.response.body", "body": piece[:left], "more_body": True})
        left -= len(piece[:left])


async def gone(receive: Receive) -> None:
    """Wait until the server knows that the connection is lost."""
    while (await receive())["type"] != "http.disconnect":
        pass
