"""One answer of the tenant held against Microsoft's schema; whatever does not fit is a finding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any
from urllib.parse import parse_qsl

from tests.emulator.contract import manners, values
from tests.emulator.contract.addresses import NOTHING, STREAM, UnknownAddress, described, promised
from tests.emulator.contract.answers import GRAPH, Answer, Finding
from tests.emulator.contract.schema import Kind, Schema, Structure, short

METADATA = f"https://{GRAPH}/v1.0/$metadata#"
SIGN_IN = {"login.microsoftonline.com", "login.windows.net", "login.microsoft.com"}
# Types whose extra names are anyone's own: columns of a list, what a directory adds to an identity or an inner error.
FREE = {"fieldValueSet", "identity", "identitySet", "publicInnerError", "Json"}
CARRY_AN_EXPANSION = {"expand", "token", "skiptoken", "deltatoken"}
WITHOUT_BODY = {202, 204, 302, 304}


class Judge:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        # Most answers come from places that were judged before.
        self._promised, self._described = cache(partial(promised, schema)), cache(partial(described, schema))

    def findings(self, answer: Answer) -> list[Finding]:
        return [Finding(answer, where, says) for where, says in self._judged(answer)]

    def _judged(self, answer: Answer) -> Iterator[tuple[str, str]]:
        if answer.host in SIGN_IN:
            yield from manners.sign_in(answer)
            return
        if answer.host == GRAPH:
            yield from manners.headers(answer)
        if answer.status >= 400:
            yield from manners.error(answer)
        elif answer.host != GRAPH:
            yield from self._stored(answer)
        elif answer.status in WITHOUT_BODY:
            if answer.size:
                yield "", "has a body where Graph sends none"
        elif answer.path.lower().endswith("/$batch"):
            yield from manners.batch(answer.body)
        else:
            yield from self._granted(answer)

    def _stored(self, answer: Answer) -> Iterator[tuple[str, str]]:
        """SharePoint's own answers: the state of an upload or the file that it became; downloads are bytes."""
        if isinstance(answer.body, dict):
            name = "uploadSession" if "nextExpectedRanges" in answer.body else "driveItem"
            yield from self._value(Kind(name), answer.body, "")

    def _granted(self, answer: Answer) -> Iterator[tuple[str, str]]:
        try:
            kind = self._promised(answer.path)
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
            found = self._described(context)
        except UnknownAddress as unknown:
            yield where, f"names what the schema does not know: {unknown} in {context}"
            return
        if found.is_collection != kind.is_collection or kind.name not in self._lineage(found.name):
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
            if not isinstance(value, str) or value not in self._schema.enumerations[kind.name]:
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
