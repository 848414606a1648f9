"""OData `$filter`: text -> a predicate over anything that can look up a path.

`and or not`, `eq ne gt ge lt le`, `startswith endswith contains`, brackets, and `collection/any(x: ...)`. Text compares
without case, as SharePoint and Exchange do; dates compare as moments.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from emulator.clock import moment_of
from emulator.errors import bad_request

Lookup = Callable[[str], Any]
Predicate = Callable[[Lookup], bool]

TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<date>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)"
    r"|(?P<number>-?\d+(?:\.\d+)?)|(?P<mark>[(),:])|(?P<word>[^\s(),:']+))"
)
COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
FUNCTIONS: Mapping[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
    "contains": lambda text, part: part in text,
    "substringof": lambda part, text: part in text,
}
CONSTANTS: Mapping[str, Any] = {"null": None, "true": True, "false": False}
DEPTH = 40


class Text(str):
    """A quoted literal, told apart from a path."""

    __slots__ = ()


class Reader:
    """Reads one filter from left to right. `paths` collects the paths that it mentions."""

    def __init__(self, text: str) -> None:
        self.paths: list[str] = []
        self._tokens: list[tuple[str, str]] = []
        self._depth = 0
        position = 0
        while text[position:].strip():
            found = TOKEN.match(text, position)
            if not found:
                raise invalid(text)
            self._tokens.append((found.lastgroup or "", found.group(found.lastgroup or 0)))
            position = found.end()
        self._text, self._next = text, 0

    def whole(self) -> Predicate:
        predicate = self.either()
        if self._next != len(self._tokens):
            raise invalid(self._text)
        return predicate

    def either(self) -> Predicate:
        parts = [self.both()]
        while self.takes("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else lambda lookup: any(part(lookup) for part in parts)

    def both(self) -> Predicate:
        parts = [self.single()]
        while self.takes("and"):
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else lambda lookup: all(part(lookup) for part in parts)

    def single(self) -> Predicate:
        self._depth += 1
        if self._depth > DEPTH:
            raise invalid(self._text)
        try:
            if self.takes("not"):
                inner = self.single()
                return lambda lookup: not inner(lookup)
            if self.takes("("):
                inner = self.either()
                self.must(")")
                return inner
            return self.comparison()
        finally:
            self._depth -= 1

    def comparison(self) -> Predicate:
        kind, word = self.take()
        if kind == "word" and self.peek() == "(":
            return self.any_of(word) if word.lower().endswith("/any") else self.function(word)
        left = self.operand(kind, word)
        if self.peek().lower() not in COMPARE:
            return lambda lookup: resolved(left, lookup) is True
        compare = COMPARE[self.take()[1].lower()]
        right = self.operand(*self.take())
        return lambda lookup: compared(compare, resolved(left, lookup), resolved(right, lookup))

    def function(self, name: str) -> Predicate:
        function = FUNCTIONS.get(name.lower())
        if function is None:
            raise invalid(self._text)
        self.must("(")
        first = self.operand(*self.take())
        self.must(",")
        second = self.operand(*self.take())
        self.must(")")

        def applies(lookup: Lookup) -> bool:
            one, two = resolved(first, lookup), resolved(second, lookup)
            return isinstance(one, str) and isinstance(two, str) and function(one.lower(), two.lower())

        return applies

    def any_of(self, word: str) -> Predicate:
        collection = word[: -len("/any")]
        self.paths.append(collection)
        self.must("(")
        variable = self.take()[1]
        self.must(":")
        known = len(self.paths)
        inner = self.either()
        del self.paths[known:]
        self.must(")")

        def holds(lookup: Lookup) -> bool:
            return any(inner(within(element, variable)) for element in lookup(collection) or [])

        return holds

    def operand(self, kind: str, word: str) -> Any:
        if kind == "text":
            return Text(word[1:-1].replace("''", "'"))
        if kind == "number":
            return float(word)
        if kind == "date":
            return Text(word)
        if kind == "word" and word.lower() in CONSTANTS:
            return CONSTANTS[word.lower()]
        if kind != "word":
            raise invalid(self._text)
        self.paths.append(word)
        return word

    def peek(self) -> str:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else ""

    def take(self) -> tuple[str, str]:
        if self._next >= len(self._tokens):
            raise invalid(self._text)
        self._next += 1
        return self._tokens[self._next - 1]

    def takes(self, word: str) -> bool:
        if self.peek().lower() != word:
            return False
        self._next += 1
        return True

    def must(self, mark: str) -> None:
        if not self.takes(mark):
            raise invalid(self._text)


def parse(text: str) -> tuple[Predicate, list[str]]:
    """The predicate of a filter and the paths it mentions. Raises a 400 when it cannot be read."""
    reader = Reader(text)
    return reader.whole(), reader.paths


def invalid(text: str) -> Exception:
    return bad_request(f"Invalid filter clause: {text[:200]}")


def within(element: Any, variable: str) -> Lookup:
    def lookup(path: str) -> Any:
        _, _, rest = path.partition(f"{variable}/")
        return element.get(rest) if isinstance(element, Mapping) and rest else element

    return lookup


def resolved(operand: Any, lookup: Lookup) -> Any:
    return lookup(operand) if isinstance(operand, str) and not isinstance(operand, Text) else operand


def compared(compare: Callable[[Any, Any], bool], left: Any, right: Any) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        one, two = as_moment(left), as_moment(right)
        return compare(one, two) if one and two else compare(left.lower(), right.lower())
    if is_number(left) and isinstance(right, str) and re.fullmatch(r"-?\d+(\.\d+)?", right):
        return compare(left, float(right))
    if is_number(right) and isinstance(left, str) and re.fullmatch(r"-?\d+(\.\d+)?", left):
        return compare(float(left), right)
    if type(left) is type(right) or (is_number(left) and is_number(right)):
        return compare(left, right) if left is not None or compare in (operator.eq, operator.ne) else False
    return compare is operator.ne


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def as_moment(text: str) -> datetime | None:
    return moment_of(text) if re.match(r"\d{4}-\d\d-\d\d", text) else None
