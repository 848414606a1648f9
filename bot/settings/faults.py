"""What is wrong with a key, as a sentence for an admin: the key as the file has it, and what to write there."""

from __future__ import annotations

from typing import Any

_KNOWN = {
    "missing": "this key is needed",
    "extra_forbidden": "this key is not known; see config/planminder.toml for all keys",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "write the site's whole address, like https://council.sharepoint.com/sites/plans",
    "string_type": "write it in quotation marks",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
    "float_type": "write a number",
    "bool_type": "write true or false",
    "list_type": "write a list in square brackets",
    "dict_type": 'write pairs in curly brackets, like {{ text = "Recommendation" }}',
    "model_type": "write it as a section of its own, under its name in square brackets",
    "tuple_type": "write each plan as a block of its own, under [[plans]]",
    "literal_error": "write one of these: {expected}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "too_short": "write one or more in the square brackets",
}


def sentence(error: Any) -> str:
    """One of pydantic's errors in words. Within a list the key is the list's, and the entry is told by its number."""
    key = ".".join(part for part in error["loc"] if isinstance(part, str))
    entries = "".join(f"entry {part + 1}: " for part in error["loc"] if isinstance(part, int))
    known = _KNOWN.get(error["type"])
    said = known.format_map(error.get("ctx", {})) if known else str(error["msg"]).removeprefix("Value error, ")
    return f"{key}: {entries}{said}" if key else said
