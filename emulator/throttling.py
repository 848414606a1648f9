"""Throttling as Outlook and SharePoint do it, when it is switched on: who has used how much of what.

Outlook allows an application so many calls at once and so many mails a minute for each mailbox; SharePoint counts
resource units, tells what is left from four fifths on, and counts refused calls too. All of it in real time.
"""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from typing import Any

from emulator.calls import Call
from emulator.clock import real_now
from emulator.errors import GraphError
from emulator.urls import FUNCTION_TOKEN, routable

OF_MAILBOX = re.compile(r"/users/([^/]+)/(?:messages|mailfolders|mailboxsettings|sendmail)\b.*", re.IGNORECASE)
SENDS = re.compile(r".*/(?:sendmail|send|reply|replyall|forward)", re.IGNORECASE)
OF_SHAREPOINT = re.compile(r"/(?:sites|drives)\b.*", re.IGNORECASE)
MANY = {"sites", "lists", "items", "columns", "children", "versions", "drives"}
WARNING_FROM = 0.8
LONGEST_LATENCY = 3600
TOKENS = ("token", "$skiptoken", "$deltatoken")


@dataclass(frozen=True, slots=True)
class Outlook:
    """For each mailbox: calls at once, mails a minute, requests in ten minutes. `latency`: seconds a call holds it."""

    concurrent: int = 4
    mails: int = 30
    requests: int = 10_000
    latency: float = 0.0


@dataclass(frozen=True, slots=True)
class SharePoint:
    """Resource units a minute for the application; `status` is 429 or 503."""

    units: int = 1_250
    status: int = 429


class Throttling:
    """What has been used. Both services are off (None) until they are switched on."""

    def __init__(self) -> None:
        self.outlook: Outlook | None = None
        self.sharepoint: SharePoint | None = None
        self.clear()

    def clear(self) -> None:
        """Nothing used so far."""
        self._at_once: Counter[str] = Counter()
        self._mails: dict[str, deque[float]] = {}
        self._requests: dict[str, deque[float]] = {}
        self._units, self._began = 0, 0.0

    def set(self, wish: Mapping[str, Any]) -> None:
        """`{"outlook": true, "sharepoint": {"units": 100}}`; false switches off. Raises ValueError."""
        for name in wish.keys() - {"outlook", "sharepoint"}:
            raise ValueError(f"{name} cannot be throttled; outlook and sharepoint can")
        if "outlook" in wish:
            self.outlook = limits(Outlook, wish["outlook"])
        if "sharepoint" in wish:
            self.sharepoint = limits(SharePoint, wish["sharepoint"])
        self.clear()

    def described(self) -> dict[str, Any]:
        return {
            "outlook": asdict(self.outlook) if self.outlook else None,
            "sharepoint": asdict(self.sharepoint) if self.sharepoint else None,
        }

    @contextmanager
    def admitted(self, call: Call, own_host: str) -> Iterator[tuple[float, dict[str, str]]]:
        """While a call is served: how long it must be held, and what SharePoint adds to its answer's headers.

        Raises the 429 (or 503) of the service whose limit is reached.
        """
        if self.outlook is None and self.sharepoint is None:
            yield 0.0, {}
            return
        path = routable(call.path)[0]
        mailbox = OF_MAILBOX.fullmatch(path)
        if mailbox and self.outlook:
            with self._mailbox(self.outlook, mailbox.group(1).lower(), sends(call, path)) as latency:
                yield latency, {}
        elif self.sharepoint and (call.host == own_host or OF_SHAREPOINT.fullmatch(path)):
            yield 0.0, self._spend(self.sharepoint, cost(call, path))
        else:
            yield 0.0, {}

    @contextmanager
    def _mailbox(self, limit: Outlook, mailbox: str, is_mail: bool) -> Iterator[float]:
        if self._at_once[mailbox] >= limit.concurrent:
            raise over("Application is over its MailboxConcurrency limit.", 1)
        use(self._requests.setdefault(mailbox, deque()), limit.requests, 600, "RequestsPerMailbox")
        if is_mail:
            use(self._mails.setdefault(mailbox, deque()), limit.mails, 60, "MessageRate")
        self._at_once[mailbox] += 1
        try:
            yield limit.latency
        finally:
            self._at_once[mailbox] -= 1

    def _spend(self, limit: SharePoint, units: int) -> dict[str, str]:
        now = real_now()
        if now >= self._began + 60:
            self._units, self._began = 0, now
        self._units += units
        left = math.ceil(self._began + 60 - now)
        told = {
            "RateLimit-Limit": str(limit.units),
            "RateLimit-Remaining": str(max(0, limit.units - self._units)),
            "RateLimit-Reset": str(left),
        }
        if self._units > limit.units:
            code = "activityLimitReached" if limit.status == 429 else "serviceNotAvailable"
            headers = {"Retry-After": str(left), **told}
            raise GraphError(limit.status, code, "The request has been throttled", headers=headers)
        return told if self._units >= WARNING_FROM * limit.units else {}


def limits(kind: type[Any], wish: Any) -> Any:
    """The limits of a service: its own with true, none with false or null, some of them otherwise."""
    if wish in (None, False, True):
        return kind() if wish else None
    known = {field.name: field for field in fields(kind)}
    if not isinstance(wish, Mapping) or not set(wish) <= set(known):
        raise ValueError(f"{kind.__name__.lower()} takes true, false or any of {', '.join(known)}")
    for name, value in wish.items():
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if name == "latency" and not (is_number and 0 <= value <= LONGEST_LATENCY):
            raise ValueError(f"latency is a number of seconds, {LONGEST_LATENCY} at most")
        if name not in ("latency", "status") and not (isinstance(value, int) and is_number and value >= 1):
            raise ValueError(f"{name} is a whole number from 1 on; false switches {kind.__name__.lower()} off")
    if wish.get("status", 429) not in (429, 503):
        raise ValueError("status is 429 or 503")
    return kind(**wish)


def use(times: deque[float], limit: int, seconds: int, name: str) -> None:
    """One more use within the last `seconds`. Raises a 429 that says when the oldest of them is over."""
    now = real_now()
    while times and times[0] <= now - seconds:
        times.popleft()
    if len(times) >= limit:
        wait = times[0] + seconds - now if times else seconds
        raise over(f"Application is over its {name} limit.", max(1, math.ceil(wait)))
    times.append(now)


def over(message: str, seconds: int) -> GraphError:
    return GraphError(429, "ApplicationThrottled", message, headers={"Retry-After": str(seconds)})


def sends(call: Call, path: str) -> bool:
    return call.method == "POST" and SENDS.fullmatch(path) is not None


def cost(call: Call, path: str) -> int:
    """Resource units: 1 for one thing read, a delta with its token or a download; 2 otherwise; 5 for permissions."""
    if "/permissions" in path.lower():
        return 5
    if call.method != "GET":
        return 2
    last = path.rpartition("/")[2].lower()
    if last == "delta":
        has_token = FUNCTION_TOKEN.search(call.path) or any(name in call.query for name in TOKENS)
        return 1 if has_token else 2
    return 2 if last in MANY else 1
