"""The TLS end: HTTP in, one `Call`; one `Reply`, HTTP out, or a connection cut as a fault wants it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from contextlib import closing
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from emulator import dispatch, tokens
from emulator.calls import Call, Ending, Reply
from emulator.errors import GraphError, insufficient_storage, is_full_disk, payload_too_large
from emulator.pieces import Gone, Spool
from emulator.protocol import CUT, gone, refuse
from emulator.tenant import OUTLOOK, Tenant
from emulator.urls import decoded

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
MIB = 1024 * 1024
LARGEST_FILE = 250 * MIB
LARGEST_CHUNK = 60 * MIB
LARGEST_CALL = 4 * MIB
LONGEST_NUMBER = 15  # digits
PATIENCE = 60.0
NO_BODY = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


class Edge:
    """The ASGI application behind the proxy. `patience`: seconds that a body may take to send its next bytes."""

    def __init__(self, tenant: Tenant, patience: float = PATIENCE) -> None:
        self._tenant = tenant
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        call = call_of(scope)
        with closing(Spool(self._tenant.folder)) as spool:
            fault = early_fault(self._tenant, call)
            try:
                fault = fault or await read_body(receive, spool, allowance(call), self._patience)
            except Gone:
                return
            if fault:
                await refuse_early(scope, receive, await dispatch.serve(self._tenant, replace(call, refusal=fault)))
                return
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
    return LARGEST_CHUNK if call.method == "PUT" and call.host != OUTLOOK else LARGEST_CALL


def early_fault(tenant: Tenant, call: Call) -> GraphError | None:
    """What is wrong with a request before its body is read: it says that it is too large, or has no good token."""
    announced = call.headers.get("content-length", "")
    if announced.isdecimal() and (len(announced) > LONGEST_NUMBER or int(announced) > allowance(call)):
        return payload_too_large()
    if call.method == "PUT" and call.host == dispatch.GRAPH:
        try:
            tokens.authenticated(tenant, call)
        except GraphError as error:
            return error
    return None


async def read_body(receive: Receive, spool: Spool, limit: int, patience: float) -> GraphError | None:
    """Keep the body, unless it is too large, stops coming, or there is no room for it. Raises Gone with the client."""
    while True:
        try:
            async with asyncio.timeout(patience):
                message = await receive()
        except TimeoutError:
            return GraphError(408, "requestTimeout", "The body of the request stopped coming.")
        if message["type"] == "http.disconnect":
            raise Gone
        some = message.get("body", b"")
        if spool.size + len(some) > limit:
            return payload_too_large()
        try:
            spool.write(some)
            if not message.get("more_body"):
                spool.settle()
                return None
        except OSError as error:
            if not is_full_disk(error):
                raise
            return insufficient_storage()


async def refuse_early(scope: Scope, receive: Receive, reply: Reply) -> None:
    """Answer a request whose body has not come to its end."""
    if reply.ending is not Ending.WHOLE:
        scope["extensions"][CUT]["transport"].abort()
    else:
        refuse(scope, reply.status, headers_of(reply), b"".join(reply.pieces()))
    await gone(receive)


def headers_of(reply: Reply) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in reply.headers.items()]


async def write(scope: Scope, receive: Receive, send: Send, reply: Reply) -> None:
    transport = scope["extensions"][CUT]["transport"]
    if reply.ending is Ending.DROPPED:
        transport.abort()
        await gone(receive)
        return
    size = reply.size if reply.status not in NO_BODY else 0
    headers = headers_of(reply)
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
