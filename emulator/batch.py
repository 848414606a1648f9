"""`$batch`: up to twenty requests in one, each with its own status."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from emulator.calls import Call, Ending, Reply, answer, given
from emulator.errors import GraphError, bad_request, payload_too_large
from emulator.pieces import Content
from emulator.tenant import Tenant
from emulator.urls import VERSION, decoded
from emulator.weaving import Woven

MOST = 20
LARGEST_MAIL = 4 * 1024 * 1024
Serve = Callable[[Tenant, Call], Awaitable[Reply]]
Refuse = Callable[[Tenant, Call, GraphError], Reply]


def is_batch(call: Call) -> bool:
    return call.method == "POST" and VERSION.sub("", call.path).lower() == "/$batch"


async def run(tenant: Tenant, call: Call, serve: Serve, refuse: Refuse) -> Reply:
    """Run the parts in order; one that depends on a failed one answers 424."""
    parts = checked(call.json().get("requests"))
    statuses: dict[str, int] = {}
    answers: list[dict[str, Any]] = []
    contents: dict[str, Content] = {}
    for part in parts:
        blocked = [each for each in part.get("dependsOn") or [] if statuses.get(str(each).lower(), 424) >= 400]
        inner = call_of(call, part)
        reply = refuse(tenant, inner, failed_dependency()) if blocked else await serve(tenant, inner)
        if isinstance(reply.content, Woven) and reply.size > LARGEST_MAIL:
            reply = refuse(tenant, inner, payload_too_large("A mail of this size does not fit into a batch."))
        if reply.ending is not Ending.WHOLE:
            return reply
        statuses[str(part["id"]).lower()] = reply.status
        answers.append(answered(part["id"], reply))
        contents |= reply.contents
    made = answer({"responses": answers})
    return replace(made, contents={**made.contents, **contents})


def checked(parts: Any) -> list[dict[str, Any]]:
    if not isinstance(parts, list) or not parts or not all(isinstance(part, dict) for part in parts):
        raise bad_request("A batch needs a list of requests.", "BadRequest")
    if len(parts) > MOST:
        raise bad_request(f"The maximum batch size is {MOST}.", "BadRequest")
    ids = [str(part.get("id", "")).lower() for part in parts]
    if "" in ids or len(set(ids)) != len(ids):
        raise bad_request("Every request of a batch needs an id of its own.", "BadRequest")
    for part in parts:
        if not isinstance(part.get("method"), str) or not isinstance(part.get("url"), str):
            raise bad_request("Every request of a batch needs a method and a url.", "BadRequest")
        names = {str(name).lower() for name in given(part, "headers", dict, {})}
        if part.get("body") is not None and "content-type" not in names:
            raise bad_request("Every request of a batch with a body needs a Content-Type header.", "BadRequest")
        if any(str(each).lower() not in ids for each in given(part, "dependsOn", list, [])):
            raise bad_request("dependsOn names a request that is not in the batch.", "BadRequest")
    return parts


def call_of(call: Call, part: dict[str, Any]) -> Call:
    path, _, query = str(part["url"]).partition("?")
    version = VERSION.match(call.path)
    root = version.group(0) if version else "/v1.0"
    headers = {str(name).lower(): str(value) for name, value in (part.get("headers") or {}).items()}
    carried = {key: call.headers[key] for key in ("authorization", "user-agent") if key in call.headers}
    body = part.get("body")
    return replace(
        call,
        method=str(part["method"]).upper(),
        path=decoded(root + "/" + path.lstrip("/")),
        query_string=query,
        headers={**carried, **headers},
        body=body.encode() if isinstance(body, str) else b"" if body is None else json.dumps(body).encode(),
        within_batch=True,
    )


def failed_dependency() -> GraphError:
    return GraphError(424, "FailedDependency", "A request that this one depends on failed.")


def answered(key: str, reply: Reply) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": key, "status": reply.status, "headers": dict(reply.headers)}
    if reply.headers.get("Content-Type", "").startswith("application/json"):
        shown["body"] = reply.json()
    elif isinstance(reply.content, Content):
        shown["body"] = reply.content
    elif reply.size:
        shown["body"] = b64encode(b"".join(reply.pieces())).decode()
    return shown
