"""Which JSON values the primitive types of the schema take, written as OData writes them."""

from __future__ import annotations

import re
from base64 import b64decode, urlsafe_b64decode
from binascii import Error
from collections.abc import Callable
from datetime import datetime
from typing import Any

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)")
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,12})?)?")


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_boolean(value: Any) -> bool:
    return isinstance(value, bool)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def whole(bits: int) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and -(2 ** (bits - 1)) <= value < 2 ** (bits - 1)

    return fits


def is_moment(value: Any) -> bool:
    if not isinstance(value, str) or not MOMENT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value[:19])
    except ValueError:
        return False
    return True


def is_binary(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        b64decode(value, validate=True)
    except Error:
        return bool(re.fullmatch(r"[\w-]+={0,2}", value)) and bool(urlsafe_b64decode(value + "=="))
    return True


def written_as(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


PRIMITIVE: dict[str, Callable[[Any], bool]] = {
    "Edm.String": is_text,
    "Edm.Boolean": is_boolean,
    "Edm.Double": is_number,
    "Edm.Int16": whole(16),
    "Edm.Int32": whole(32),
    "Edm.Int64": whole(64),
    "Edm.DateTimeOffset": is_moment,
    "Edm.Guid": written_as(GUID),
    "Edm.TimeOfDay": written_as(TIME),
    "Edm.Binary": is_binary,
}
