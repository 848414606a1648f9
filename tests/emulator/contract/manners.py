"""What answers have whatever they are about: headers, the shape of refusals, of batches, of sign-in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.emulator.contract import values
from tests.emulator.contract.answers import GRAPH, Answer

TOKEN = {"token_type": str, "expires_in": int, "ext_expires_in": int, "access_token": str}
TOKEN_REFUSED = {
    **dict.fromkeys(("error", "error_description", "timestamp", "trace_id", "correlation_id"), str),
    "error_codes": list,
}
INNER_ERROR = ("date", "request-id", "client-request-id")


def sign_in(answer: Answer) -> Iterator[tuple[str, str]]:
    """Tokens and their refusals; the discovery documents are not Graph's to describe."""
    if answer.path.endswith("/oauth2/v2.0/token"):
        yield from fitting(answer.body, TOKEN if answer.status == 200 else TOKEN_REFUSED)


def headers(answer: Answer) -> Iterator[tuple[str, str]]:
    named = {name.lower(): value for name, value in answer.headers.items()}
    if not named.get("request-id"):
        yield "", "has no request-id header"
    if answer.client_request_id and named.get("client-request-id") != answer.client_request_id:
        yield "", "does not echo client-request-id"
    if answer.body is not None and "odata.metadata=minimal" not in named.get("content-type", ""):
        yield "", f"has the content type {named.get('content-type')!r}"


def error(answer: Answer) -> Iterator[tuple[str, str]]:
    """`{"error": {"code", "message", "innerError": {"date", "request-id", "client-request-id"}}}`, and nothing else."""
    if answer.body is None and answer.host != GRAPH and answer.status == 416:
        return
    body = answer.body if isinstance(answer.body, dict) else {}
    inside = body.get("error")
    if set(body) != {"error"} or not isinstance(inside, dict):
        yield "", "is an error without Graph's error body"
        return
    inner = inside.get("innerError")
    for name in ("code", "message"):
        if not isinstance(inside.get(name), str) or not inside[name]:
            yield f"error.{name}", "is missing"
    if set(inside) - {"code", "message", "innerError", "target", "details"}:
        yield "error", f"holds {sorted(inside)}"
    for name in INNER_ERROR:
        if not isinstance(inner, dict) or not isinstance(inner.get(name), str):
            yield f"error.innerError.{name}", "is missing"
    if isinstance(inner, dict):
        if not values.is_moment(f"{inner.get('date')}Z"):
            yield "error.innerError.date", f"is {inner.get('date')!r}"
        if answer.host == GRAPH and inner.get("request-id") != answer.headers.get("request-id"):
            yield "error.innerError.request-id", "differs from the header"
        if answer.client_request_id and inner.get("client-request-id") != answer.client_request_id:
            yield "error.innerError.client-request-id", "is not the caller's"


def batch(body: Any) -> Iterator[tuple[str, str]]:
    """The envelope and its refusals; every part that was answered is also heard as an answer of its own."""
    parts = body.get("responses") if isinstance(body, dict) else None
    if not isinstance(parts, list):
        yield "responses", "is not a collection"
        return
    for number, part in enumerate(parts):
        wanted = {"id": str, "status": int, "headers": dict}
        found = list(fitting(part, wanted, {"body"}))
        if not found and part["status"] >= 400:
            found = list(error(Answer("PART", GRAPH, "", "", part["status"], part.get("body"), part["headers"])))
        yield from ((f"responses[{number}].{where}", says) for where, says in found)


def fitting(
    body: Any, wanted: Mapping[str, type[Any]], besides: frozenset[str] | set[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Exactly these properties, in these types."""
    if not isinstance(body, dict):
        yield "", "is not a JSON object"
        return
    for name, kind in wanted.items():
        if not isinstance(body.get(name), kind):
            yield name, f"is {body.get(name)!r}, not {kind.__name__}"
    for name in set(body) - set(wanted) - besides:
        yield name, "is not part of the contract"
