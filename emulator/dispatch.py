"""From a request to its answer: faults first, then the host, the token, the room; every step on the log."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from emulator import (
    answering,
    attachment_sessions,
    attachments,
    batch,
    column_calls,
    contexts,
    delta,
    drive,
    drive_delta,
    drive_versions,
    item_history,
    item_queries,
    items,
    lists,
    mail,
    mail_delta,
    mail_queries,
    mailbox_settings,
    mailboxes,
    sites,
    tokens,
    uploads,
    urls,
    users,
)
from emulator.calls import Call, Ending, Reply, answer
from emulator.errors import (
    GraphError,
    SignInError,
    bad_request,
    insufficient_storage,
    is_full_disk,
)
from emulator.faults import CODES, Fault, Kind
from emulator.routing import Route, Router
from emulator.tenant import OUTLOOK, Tenant

GRAPH = "graph.microsoft.com"
SIGN_IN = {"login.microsoftonline.com", "login.windows.net", "login.microsoft.com"}
TRANSIENT = 90033  # AADSTS90033: a transient error of Microsoft Entra
ROUTES: tuple[Route, ...] = (
    *sites.ROUTES,
    *lists.ROUTES,
    *column_calls.ROUTES,
    *item_history.ROUTES,
    *item_queries.ROUTES,
    *items.ROUTES,
    *drive.ROUTES,
    *drive_delta.ROUTES,
    *drive_versions.ROUTES,
    *uploads.ROUTES,
    *users.ROUTES,
    *mailboxes.ROUTES,
    *mailbox_settings.ROUTES,
    *mail_delta.ROUTES,
    *mail_queries.ROUTES,
    *mail.ROUTES,
    *answering.ROUTES,
    *attachment_sessions.ROUTES,
    *attachments.ROUTES,
)
ROUTER = Router(ROUTES)


async def serve(tenant: Tenant, call: Call) -> Reply:
    """One request, or one part of a batch, with whatever fault is waiting for it."""
    began = time.perf_counter()
    fault = tenant.faults.take(
        call.method, call.path, with_token="authorization" in call.headers, with_delta=carries_delta(call)
    )
    reply = tenant.repeats.headed(call, await paced(tenant, call, fault))
    if reply.headers.get("Content-Type", "").startswith("application/json") or call.host == GRAPH:
        reply = replace(reply, headers={**common_headers(call), **reply.headers})
    log(tenant, call, reply, fault, time.perf_counter() - began)
    if tenant.recorder and reply.ending is not Ending.DROPPED:
        tenant.recorder.keep(call, reply)
    return reply


async def paced(tenant: Tenant, call: Call, fault: Fault | None) -> Reply:
    """The answer, unless the caller has used up what the service allows."""
    try:
        with tenant.throttling.admitted(call, tenant.identity.host) as (latency, headers):
            if latency:
                await asyncio.sleep(latency)
            reply = await suffered(tenant, call, fault) if fault else await performed(tenant, call)
            return replace(reply, headers={**reply.headers, **headers}) if headers else reply
    except GraphError as error:
        return refused(tenant, call, error)


async def suffered(tenant: Tenant, call: Call, fault: Fault) -> Reply:
    name = fault.kind.value
    match fault.kind:
        case Kind.DROP_BEFORE:
            return Reply(0, ending=Ending.DROPPED, fault=name)
        case Kind.STATUS:
            return replace(refusal_of(tenant, call, fault), fault=name)
        case Kind.DELAY:
            await asyncio.sleep(float(fault.options["seconds"]))
        case Kind.REVOKE_TOKENS:
            tokens.revoke_all(tenant)
        case Kind.EXPIRE_DELTA:
            delta.expire_all(tenant)
        case _:
            pass
    reply = await performed(tenant, call)
    if fault.kind is Kind.DUPLICATE_ITEMS:
        reply = tenant.repeats.begun(reply)
    endings = {Kind.DROP_AFTER: Ending.DROPPED, Kind.TORN_BODY: Ending.TORN}
    return replace(reply, ending=endings.get(fault.kind, reply.ending), fault=name)


def refusal_of(tenant: Tenant, call: Call, fault: Fault) -> Reply:
    status = int(fault.options["status"])
    wait = fault.options.get("retry_after")
    headers = {"Retry-After": str(wait)} if wait is not None else {}
    code = fault.options.get("code") or CODES.get(status, "generalException")
    message = fault.options.get("message") or "This failure was asked for by a test."
    if call.host in SIGN_IN:
        reply = tokens.refusal(tenant, call, SignInError(status, "temporarily_unavailable", TRANSIENT, message))
        return replace(reply, headers={**reply.headers, **headers})
    return refused(tenant, call, GraphError(status, code, message, headers=headers))


async def performed(tenant: Tenant, call: Call) -> Reply:
    """The answer itself. A fault of the emulator's own is a 500, with its traceback on stderr."""
    if call.refusal:
        return refused(tenant, call, call.refusal)
    try:
        if call.host == GRAPH and batch.is_batch(call):
            authenticated = call.signed_by(tokens.authenticated(tenant, call))
            return await batch.run(tenant, authenticated, serve, refused)
        if call.host == tenant.identity.host and uploads.is_for_pdf(call):
            return await uploads.download_pdf(tenant, call)
        if call.method == "GET":
            return perform(tenant, call)
        with tenant.store.transaction():
            return perform(tenant, call)
    except GraphError as error:
        return refused(tenant, call, error)
    except Exception as error:
        if is_full_disk(error):
            return refused(tenant, call, insufficient_storage())
        logging.getLogger(__name__).exception("%s %s", call.method, call.path)
        return refused(tenant, call, GraphError(500, "generalException", "An unspecified error has occurred."))


def perform(tenant: Tenant, call: Call) -> Reply:
    if call.host in SIGN_IN:
        return tokens.sign_in(tenant, call)
    if call.host == tenant.identity.host:
        return uploads.on_sharepoint(tenant, call)
    if call.host == OUTLOOK:
        return attachment_sessions.on_outlook(tenant, call)
    if not urls.VERSION.match(call.path):
        raise bad_request("Invalid version.", "BadRequest")
    path, token = urls.routable(call.path)
    if path.lower() == "/me" or path.lower().startswith("/me/"):
        tokens.authenticated(tenant, call)
        raise bad_request("/me request is only valid with delegated authentication flow.", "BadRequest")
    if token is not None:
        plain = urls.FUNCTION_TOKEN.sub("/delta", call.path)
        call = replace(call, path=plain, query_string=f"{call.query_string}&token={token}".lstrip("&"))
    call = call.signed_by(tokens.authenticated(tenant, call))
    (_, template, handler), arguments = ROUTER.find(call.method, path)
    return contexts.stated(handler(tenant, call, **arguments), template, arguments)


def refused(tenant: Tenant, call: Call, error: GraphError) -> Reply:
    request_id = str(uuid4())
    client_id = call.headers.get("client-request-id") or request_id
    reply = answer(error.body(tenant.clock.stamp().rstrip("Z"), request_id, client_id), error.status)
    return replace(reply, headers={**reply.headers, **error.headers, "request-id": request_id})


def common_headers(call: Call) -> Mapping[str, str]:
    given = call.headers.get("client-request-id")
    request_id = str(uuid4())
    return {
        "Cache-Control": "no-store, no-cache",
        "Strict-Transport-Security": "max-age=31536000",
        "request-id": request_id,
        "client-request-id": given or request_id,
        "OData-Version": "4.0",
    }


def carries_delta(call: Call) -> bool:
    return "/delta" in call.path.lower() and any(key.lower().endswith("token") for key in call.query)


def log(tenant: Tenant, call: Call, reply: Reply, fault: Fault | None, seconds: float) -> None:
    entry: dict[str, Any] = {
        "method": call.method,
        "host": call.host,
        "path": call.path,
        "query": call.query_string,
        "status": reply.status,
        "time": tenant.clock.stamp(),
        "milliseconds": round(seconds * 1000, 1),
        "fault": fault.kind.value if fault else None,
        "in_batch": call.within_batch,
        "user_agent": call.headers.get("user-agent", ""),
    }
    tenant.log.append(entry)
