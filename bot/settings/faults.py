"""What is wrong with a key, as a sentence for an admin: the key as the file has it, and what to write there."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_KNOWN = {
    "missing": "this key is needed",
    "extra_forbidden": "this key is not known; see config/planminder.toml for all keys",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "{written}: write the site's whole address, like "
    "https://council.sharepoint.com/sites/plans",
    "string_type": "{written}: write it in quotation marks",
    "int_type": "{written}: write a whole number",
    "int_from_float": "{written}: write a whole number",
    "float_type": "{written}: write a number",
    "bool_type": "{written}: write true or false",
    "list_type": "{written}: write a list in square brackets",
    "dict_type": '{written}: write pairs in curly brackets, like {{ text = "Recommendation" }}',
    "model_type": "{written}: write it as a section of its own, under its name in square brackets",
    "tuple_type": "{written}: write each plan as a block of its own, under [[plans]]",
    "literal_error": "{written}: write one of these: {expected}",
    "greater_than_equal": "{written} must be {ge:g} or more",
    "less_than_equal": "{written} must be {le:g} or less",
    "too_short": "write one or more in the square brackets",
}
_BARE = {
    "int_type": re.compile(r"\s*-?\d+\s*"),
    "float_type": re.compile(r"\s*-?\d+(\.\d+)?\s*"),
    "bool_type": re.compile(r"\s*(true|false)\s*", re.IGNORECASE),
}
_PLACES = {"plans": "plan", "escalate": "rung"}
_LONGEST = 80


def sentence(error: Any) -> str:
    """One of pydantic's errors in words. Within a list the key is the list's, and the entry is told by its number."""
    place = error["loc"][:-2] if error["loc"] and error["loc"][-1] == "[key]" else error["loc"]
    key = ".".join(part for part in place if isinstance(part, str))
    entries = "".join(
        f"{_PLACES.get(str(above), 'entry')} {part + 1}: "
        for above, part in zip(("", *place), place, strict=False)
        if isinstance(part, int)
    )
    return f"{key}: {entries}{_said(error)}" if key else _said(error)


def _said(error: Any) -> str:
    kind, given = error["type"], error.get("input")
    bare = _BARE.get(kind)
    if bare and isinstance(given, str) and bare.fullmatch(given):
        return f"{_written(given)}: take away the quotation marks: {given.strip().lower()}"
    known = _KNOWN.get(kind)
    if known is None:
        return str(error["msg"]).removeprefix("Value error, ")
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", '"')
    told = {**error.get("ctx", {}), "written": _written(given), "expected": expected}
    return known.format_map(told).removeprefix(": ").strip()


def _written(given: object) -> str:
    """A value as the file has it; "" for one that is too long to repeat."""
    if isinstance(given, str):
        return f'"{given}"' if len(given) <= _LONGEST else f'"{given[:_LONGEST]}…"'
    if isinstance(given, bool):
        return str(given).lower()
    return str(given) if isinstance(given, int | float | date) else ""
