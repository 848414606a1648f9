"""A documented sample beside an answer: the same JSON types, and nothing of the sample missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TYPES = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}


def differences(sample: Any, answer: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """(path of the property, what is different). Arrays are compared by their first elements; null fits everything."""
    if sample is None or answer is None:
        return
    if TYPES[type(sample)] != TYPES[type(answer)]:
        yield where, f"is {TYPES[type(answer)]}, documented as {TYPES[type(sample)]}"
    elif isinstance(sample, dict):
        for name, inner in sample.items():
            place = f"{where}.{name}" if where else name
            if name in answer:
                yield from differences(inner, answer[name], place)
            else:
                yield place, "is missing"
    elif isinstance(sample, list) and sample and answer:
        yield from differences(sample[0], answer[0], f"{where}[]")
