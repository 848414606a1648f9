"""Who vouches for the sender: Exchange's own verdict, read from headers that mail from outside cannot keep.

Only the first Authentication-Results header counts: it is the one our own side put on top of what came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.plan import Person
from bot.reply.message.mime import Headers


class Trust(StrEnum):
    """How sure we are that the From address really sent this."""

    INTERNAL = "internal"
    AUTHENTICATED = "authenticated"
    UNVERIFIED = "unverified"
    FAILED = "failed"


_NOISE = re.compile(r'\([^()]{0,500}\)|"[^"]{0,500}"')
_RESULT = re.compile(r"^\s*(?:[\w.-]+\s+)?(compauth|dmarc|dkim|spf)\s*=\s*(\w+)", re.IGNORECASE)
_HEADER_FROM = re.compile(r"header\.from\s*=\s*([\w.-]+)", re.IGNORECASE)
_FAILING = frozenset({"fail", "permerror"})


def judge(headers: Headers, senders: Sequence[Person]) -> tuple[Trust, str]:
    """The trust a message has earned, and why, as a sentence for the review queue."""
    if len(senders) != 1 or len(headers.get("from", ())) != 1:
        return Trust.FAILED, "the mail does not name exactly one sender"
    inside = [value.strip().lower() for value in headers.get("x-ms-exchange-organization-authas", ())]
    if inside and all(value == "internal" for value in inside):
        return Trust.INTERNAL, "sent from inside the organisation"
    verdicts = headers.get("authentication-results", ())
    if not verdicts:
        return Trust.UNVERIFIED, "nobody vouches for the sender"
    return _weigh(verdicts[0], senders[0].address.rpartition("@")[2])


def _weigh(verdict: str, domain: str) -> tuple[Trust, str]:
    results = dict.fromkeys(_results(verdict))
    for method in ("compauth", "dmarc"):
        if any(name == method and value in _FAILING for name, value, _ in results):
            return Trust.FAILED, f"the receiving server says {method}=fail"
    for name, value, aligned_with in results:
        vouched = name == "compauth" or (name == "dmarc" and _is_aligned(domain, aligned_with))
        if vouched and value == "pass":
            return Trust.AUTHENTICATED, f"the receiving server says {name}=pass"
    if any(name in ("dkim", "spf") and value in _FAILING for name, value, _ in results):
        return Trust.FAILED, "the receiving server could not confirm the sender"
    return Trust.UNVERIFIED, "the receiving server gives no verdict on the sender"


def _results(verdict: str) -> Iterator[tuple[str, str, str]]:
    """(method, result, the From domain it was aligned with) for each clause; comments and quoted text prove nothing."""
    for clause in _NOISE.sub(" ", verdict).split(";"):
        found = _RESULT.match(clause)
        if found:
            aligned = _HEADER_FROM.search(clause)
            yield found[1].lower(), found[2].lower(), aligned[1].lower() if aligned else ""


def _is_aligned(domain: str, header_from: str) -> bool:
    return bool(header_from) and (domain == header_from or domain.endswith("." + header_from))
