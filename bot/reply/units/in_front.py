"""What is said of several actions, with these behind it or somebody before it, as if it began with them."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS

_MANY = rf"(?!one\b)(?:{NUMBER_WORDS})"
THANKS = r"(?:,? (?:please|thanks|thank you|cheers|ta))?"
_ALL = rf"(?:both|all(?: (?:{_MANY}|\d\d?\b))?)"
_BEHIND = re.compile(
    rf"^(?P<said>[^.,;:\n]{{2,40}}?)(?: (?:with|on|for|to) (?:(?P<who>{_ALL}|everything)|any|each"
    rf"|(?P<two>either))(?: of (?:them|these|those|the (?:{_MANY})))?(?=\W*$|[,:]|\s+(?:since|yet|at)\b)"
    rf"|(?:,| [–-]) (?P<last>{_ALL})(?: of (?:them|these|those))?(?={THANKS}\W*$))",
    re.IGNORECASE,
)


def put_in_front(words: str) -> str:
    """ "On track with both, thanks" with those it is said of in front: "both on track, thanks"."""
    found = _BEHIND.match(words)
    who = found and (found["who"] or found["last"] or (found["two"] and "both") or "all")
    return f"{who} {found['said'][0].lower()}{found['said'][1:]}{words[found.end() :]}" if found else words
