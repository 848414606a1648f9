"""Faults on demand: what shall go wrong, for which requests, how many times."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import Any

from emulator import matching
from emulator.errors import only

LONGEST_DELAY = 86_400


class Kind(Enum):
    STATUS = "status"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    DELAY = "delay"
    TORN_BODY = "torn_body"
    REVOKE_TOKENS = "revoke_tokens"
    EXPIRE_DELTA = "expire_delta"
    DUPLICATE_ITEMS = "duplicate_items"


OPTIONS = {Kind.STATUS: ("status", "retry_after", "code", "message"), Kind.DELAY: ("seconds",)}
CODES = {
    400: "invalidRequest",
    401: "InvalidAuthenticationToken",
    403: "accessDenied",
    404: "itemNotFound",
    409: "resourceModified",
    410: "resyncRequired",
    412: "resourceModified",
    423: "resourceLocked",
    429: "activityLimitReached",
    500: "generalException",
    502: "badGateway",
    503: "serviceNotAvailable",
    504: "gatewayTimeout",
    507: "quotaLimitReached",
}


@dataclass
class Fault:
    """`times` left; None goes on for ever. `given_up`: why it is no longer looked for."""

    id: int
    kind: Kind
    method: str | None
    path: re.Pattern[str]
    times: int | None
    options: Mapping[str, Any] = field(default_factory=dict)
    given_up: str = ""

    def concerns(self, method: str, path: str, *, with_token: bool, with_delta: bool) -> bool:
        """Revoking waits for a request that carries a token, expiring for one that carries a delta link."""
        if self.given_up or (self.method and self.method != method.upper()):
            return False
        if self.kind is Kind.REVOKE_TOKENS and not with_token:
            return False
        if self.kind is Kind.EXPIRE_DELTA and not with_delta:
            return False
        try:
            return matching.found(self.path, path)
        except matching.TooSlow as error:
            self.given_up = str(error)
            print(f"The fault {self.id} is given up: {error}", file=sys.stderr)
            return False

    def described(self) -> dict[str, Any]:
        match = {"method": self.method, "path": self.path.pattern}
        shown = {"id": self.id, "match": match, "fault": {"kind": self.kind.value, **self.options}, "times": self.times}
        return {**shown, "given_up": self.given_up} if self.given_up else shown


class Faults:
    """The faults that are waiting, oldest first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._numbers = count(1)

    def add(self, wish: Mapping[str, Any]) -> Fault:
        """Take a fault as the control interface writes it. Raises ValueError with a sentence when it makes no sense."""
        match, options = (part(wish, name) for name in ("match", "fault"))
        only(wish, ("match", "fault", "times"), "the fault")
        only(match, ("method", "path"), "match")
        kind = options.pop("kind", None)
        if kind not in [known.value for known in Kind]:
            raise ValueError(f"fault.kind must be one of {', '.join(known.value for known in Kind)}")
        only(options, OPTIONS.get(Kind(kind), ()), f"a fault of the kind {kind}")
        if kind == Kind.STATUS.value and not is_number(options.get("status"), 400, 599):
            raise ValueError("a status fault needs fault.status, a whole number from 400 to 599")
        if kind == Kind.DELAY.value and not is_number(options.get("seconds"), 0, LONGEST_DELAY, whole=False):
            raise ValueError("a delay needs fault.seconds, a number from 0 to a day's")
        wait, times, method = options.get("retry_after"), wish.get("times", 1), match.get("method")
        if wait is not None and not is_number(wait, 0, math.inf, whole=False):
            raise ValueError("fault.retry_after is a number of seconds")
        if times is not None and not is_number(times, 1, math.inf):
            raise ValueError("times is a whole number from 1 on, or null for ever")
        if method is not None and not isinstance(method, str):
            raise ValueError("match.method is a word such as GET")
        if any(not isinstance(options.get(name) or "", str) for name in ("code", "message")):
            raise ValueError("fault.code and fault.message are texts")
        if not re.fullmatch(r"[\w.]*", options.get("code") or ""):
            raise ValueError("fault.code is one word, such as activityLimitReached")
        if not match.get("path") and not method:
            raise ValueError("match needs path, a regular expression, or method; the path / matches every call")
        path = matching.pattern(match.get("path") or "/")
        fault = Fault(next(self._numbers), Kind(kind), method.upper() if method else None, path, times, options)
        self._waiting.append(fault)
        return fault

    def take(self, method: str, path: str, *, with_token: bool, with_delta: bool) -> Fault | None:
        """The first fault for this request, used up by one."""
        for fault in self._waiting:
            if fault.concerns(method, path, with_token=with_token, with_delta=with_delta):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self._waiting.clear()

    def described(self) -> list[dict[str, Any]]:
        return [fault.described() for fault in self._waiting]


def part(wish: object, name: str) -> dict[str, Any]:
    """`match` or `fault`. Raises ValueError when it, or what it should stand in, is no object."""
    if not isinstance(wish, Mapping) or not isinstance(wish.get(name), Mapping | None):
        raise ValueError('a fault is written {"match": {"path": "..."}, "fault": {"kind": "..."}, "times": 1}')  # noqa: TRY004 - every refusal of a fault is one
    return dict(wish.get(name) or {})


def is_number(value: object, least: float, most: float, *, whole: bool = True) -> bool:
    kinds = int if whole else (int, float)
    return isinstance(value, kinds) and not isinstance(value, bool) and least <= value <= most
