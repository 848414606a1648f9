"""Faults on demand: what shall go wrong, for which requests, how many times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import Any


class Kind(Enum):
    STATUS = "status"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    DELAY = "delay"
    TORN_BODY = "torn_body"
    REVOKE_TOKENS = "revoke_tokens"
    EXPIRE_DELTA = "expire_delta"
    DUPLICATE_ITEMS = "duplicate_items"


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
    """`times` left; None goes on for ever."""

    id: int
    kind: Kind
    method: str | None
    path: re.Pattern[str]
    times: int | None
    options: Mapping[str, Any] = field(default_factory=dict)

    def concerns(self, method: str, path: str, *, with_token: bool, with_delta: bool) -> bool:
        """Revoking waits for a request that carries a token, expiring for one that carries a delta link."""
        if self.method and self.method != method.upper():
            return False
        if self.kind is Kind.REVOKE_TOKENS and not with_token:
            return False
        if self.kind is Kind.EXPIRE_DELTA and not with_delta:
            return False
        return bool(self.path.search(path))

    def described(self) -> dict[str, Any]:
        match = {"method": self.method, "path": self.path.pattern}
        return {"id": self.id, "match": match, "fault": {"kind": self.kind.value, **self.options}, "times": self.times}


class Faults:
    """The faults that are waiting, oldest first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._numbers = count(1)

    def add(self, wish: Mapping[str, Any]) -> Fault:
        """Take a fault as the control interface writes it. Raises ValueError with a sentence when it makes no sense."""
        match = wish.get("match") or {}
        options = dict(wish.get("fault") or {})
        kind = options.pop("kind", None)
        if kind not in {known.value for known in Kind}:
            raise ValueError(f"fault.kind must be one of {', '.join(known.value for known in Kind)}")
        if kind == Kind.STATUS.value and not 400 <= int(options.get("status", 0)) <= 599:
            raise ValueError("a status fault needs fault.status from 400 to 599")
        if kind == Kind.DELAY.value and float(options.get("seconds", -1)) < 0:
            raise ValueError("a delay needs fault.seconds")
        try:
            path = re.compile(match.get("path") or "")
        except re.error as error:
            raise ValueError(f"match.path is not a regular expression: {error}") from error
        method = str(match["method"]).upper() if match.get("method") else None
        times = wish.get("times", 1)
        fault = Fault(next(self._numbers), Kind(kind), method, path, None if times is None else int(times), options)
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
