"""One answer of the tenant held against Microsoft's schema; whatever does not fit is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from tests.emulator.contract import values
from tests.emulator.contract.addresses import NOTHING, STREAM, UnknownAddress, described, promised
from tests.emulator.contract.schema import Kind, Schema, Structure, short

GRAPH = "graph.microsoft.com"
METADATA = f"https://{GRAPH}/v1.0/$metadata#"
SIGN_IN = {"login.microsoftonline.com", "login.windows.net", "login.microsoft.com"}
# Types whose extra names are anyone's own: columns of a list, what a directory adds to an identity or an inner error.
FREE = {"fieldValueSet", "identity", "identitySet", "publicInnerError", "Json"}
CARRY_AN_EXPANSION = {"expand", "token", "skiptoken", "deltatoken"}
WITHOUT_BODY = {202, 204, 302, 304}
TOKEN = {"token_type": str, "expires_in": int, "ext_expires_in": int, "access_token": str}
TOKEN_REFUSED = {
    **dict.fromkeys(("error", "error_description", "timestamp", "trace_id", "correlation_id"), str),
    "error_codes": list,
}
INNER_ERROR = ("date", "request-id", "client-request-id")


@dataclass(frozen=True, slots=True)
class Answer:
    """A request and what came back; `body` is the JSON, None where there was none; `size` counts its bytes."""

    method: str
    host: str
    path: str
    query: str = ""
    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    client_request_id: str | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}{'?' + self.query if self.query else ''} {self.status}"


@dataclass(frozen=True, slots=True)
class Finding:
    answer: Answer
    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.answer}: {self.where or 'the answer'} {self.says}"


class Judge:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def findings(self, answer: Answer) -> list[Finding]:
        return [Finding(answer, where, says) for where, says in self._judged(answer)]

    def _judged(self, answer: Answer) -> Iterator[tuple[str, str]]:
        if answer.host in SIGN_IN:
            if answer.path.endswith("/oauth2/v2.0/token"):
                yield from fitting(answer.body, TOKEN if answer.status == 200 else TOKEN_REFUSED)
            return
        if answer.host == GRAPH:
            yield from headers(answer)
        if answer.status >= 400:
            yield from error(answer)
        elif answer.status in WITHOUT_BODY:
            if answer.size and not (answer.status == 202 and answer.host != GRAPH):
                yield "", "has a body where Graph sends none"
        elif answer.host != GRAPH:
            yield from self._uploaded(answer)
        elif answer.path.lower().endswith("/$batch"):
            yield from batch(answer.body)
        else:
            yield from self._granted(answer)

    def _uploaded(self, answer: Answer) -> Iterator[tuple[str, str]]:
        if isinstance(answer.body, dict):
            name = "uploadSession" if "nextExpectedRanges" in answer.body else "driveItem"
            yield from self._value(Kind(name), answer.body, "")

    def _granted(self, answer: Answer) -> Iterator[tuple[str, str]]:
        try:
            kind = promised(self._schema, answer.path)
        except UnknownAddress as unknown:
            yield "", f"comes from an address that the schema does not know: {unknown}"
            return
        if answer.method in {"POST", "PUT", "PATCH"} and kind.is_collection:
            kind = kind.one
        if kind == STREAM and answer.method == "PUT":
            kind = Kind("driveItem")
        if kind in {STREAM, NOTHING}:
            if kind == NOTHING and answer.size:
                yield "", "has a body where Graph sends none"
            return
        if not isinstance(answer.body, dict):
            yield "", f"is not the JSON object of a {kind}"
            return
        yield from self._context(answer.body.get("@odata.context"), kind, "@odata.context")
        if kind.is_collection:
            yield from self._collection(answer, kind)
        else:
            yield from self._value(kind, answer.body, "")
            yield from self._asked(answer, kind, answer.body, "")

    def _context(self, context: Any, kind: Kind, where: str) -> Iterator[tuple[str, str]]:
        if not isinstance(context, str) or not context.startswith(METADATA):
            yield where, "is missing" if context is None else f"is {context!r}"
            return
        try:
            found = described(self._schema, context)
        except UnknownAddress as unknown:
            yield where, f"names what the schema does not know: {unknown} in {context}"
            return
        if found != kind and kind.name not in self._lineage(found.name):
            yield where, f"says {found}, the address says {kind}"

    def _collection(self, answer: Answer, kind: Kind) -> Iterator[tuple[str, str]]:
        for name in answer.body:
            if name != "value" and not name.startswith("@"):
                yield name, "stands beside the collection"
        if not isinstance(answer.body.get("value"), list):
            yield "value", "is not a collection"
            return
        for number, each in enumerate(answer.body["value"]):
            yield from self._value(kind.one, each, f"value[{number}]")
            yield from self._asked(answer, kind.one, each, f"value[{number}]")

    def _asked(self, answer: Answer, kind: Kind, value: Any, where: str) -> Iterator[tuple[str, str]]:
        """An entity has its id unless the caller selected otherwise, and nothing related unless it was expanded."""
        structure = self._schema.structures.get(kind.name)
        if structure is None or not structure.is_entity or structure.name in FREE or not isinstance(value, dict):
            return
        options = {key.lower().lstrip("$") for key, _ in parse_qsl(answer.query)}
        if "id" not in value and "select" not in options:
            yield where, f"is a {kind} without an id"
        if answer.method == "GET" and not options & CARRY_AN_EXPANSION:
            related = [name for name in value if name in structure.properties and structure.properties[name].navigates]
            yield from ((f"{where}.{name}".lstrip("."), "comes without being expanded") for name in related)

    def _value(self, kind: Kind, value: Any, where: str) -> Iterator[tuple[str, str]]:
        if kind.is_collection:
            if not isinstance(value, list):
                yield where, f"is not a collection but {value!r}"
                return
            for number, each in enumerate(value):
                yield from self._value(kind.one, each, f"{where}[{number}]")
        elif kind.name in self._schema.enumerations:
            if value not in self._schema.enumerations[kind.name]:
                yield where, f"is {value!r}, which is not a {kind.name}"
        elif kind.name in self._schema.structures:
            yield from self._structure(kind, value, where)
        elif not values.PRIMITIVE[kind.name](value):
            yield where, f"is {value!r}, which is not {kind.name}"

    def _structure(self, kind: Kind, value: Any, where: str) -> Iterator[tuple[str, str]]:
        if not isinstance(value, dict):
            yield where, f"is {value!r}, which is not a {kind}"
            return
        name = short(str(value.get("@odata.type", "")).lstrip("#")) or kind.name
        if name not in self._schema.structures or kind.name not in self._lineage(name):
            yield where, f"is of type {name}, which is not a {kind}"
            return
        structure = self._schema.structures[name]
        if structure.is_abstract and "@removed" not in value:
            yield where, f"is of the abstract type {name}, without an @odata.type of its own"
        for key, inner in value.items():
            place = f"{where}.{key}" if where else key
            known = structure.properties.get(key)
            if "@" in key:
                yield from self._annotation(structure, key, inner, place)
            elif known is None:
                if name not in FREE:
                    yield place, f"is not a property of {name}"
            elif inner is None:
                if not known.nullable or known.kind.is_collection:
                    yield place, f"is null, and {name} does not allow it"
            else:
                yield from self._value(known.kind, inner, place)

    def _annotation(self, structure: Structure, key: str, value: Any, where: str) -> Iterator[tuple[str, str]]:
        about, _, term = key.partition("@")
        known = structure.properties.get(about)
        if about and known is None and structure.name not in FREE:
            yield where, f"annotates what {structure.name} does not have"
        elif known is not None and term == "odata.context":
            yield from self._context(value, known.kind, where)

    def _lineage(self, name: str) -> tuple[str, ...]:
        return self._schema.structures[name].lineage if name in self._schema.structures else (name,)


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
