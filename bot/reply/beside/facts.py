"""Facts in the present beside a plain completion: what is there, and who has come into a post."""

from __future__ import annotations

import re

from bot.reply.words.phrases import DOUBTS_DONE, LIMITS_DONE, any_of

_WORDS = r"(?:[a-z'’-]+ )"
_AN = r"(?:an? |its |the )?"
_THING = r"(?:scan|copy|photo|map|plan|owner|date|label|number|record|file|reference|lead)"
_EXISTS = re.compile(
    r"^(?:and )?(?:there are(?P<count> \d+ of) (?:them|these)(?: (?:in total|altogether|in all))?"
    rf"|each (?:has|with|one has) {_AN}{_WORDS}{{0,3}}?{_THING}(?: of (?:the |its )?{_WORDS}{{0,3}}?[a-z'’-]+)?"
    rf"(?: and {_AN}{_WORDS}{{0,3}}[a-z'’-]+)?)$",
    re.IGNORECASE,
)
_WANTING = any_of(
    r"empty, blank, wanted, required, due, owed, lost, missing, old, wrong, poor, spare, no, nobody, fail\w*, "
    r"refus\w*, "
    r"to, for"
)
"""What makes of a thing that is there one that is not as it should be."""
_NO_PERSON = (
    r"(?:street|road|lane|way|close|court|house|park|quay|square|hill|green|avenue|drive|place|gardens?|bridge|hall"
    r"|centre|view|gate|mill|town|village|estate|terrace|school|ward|site|lots?|phase|stage|part|block|zone|area|north"
    r"|south|east|west|upper|lower|old|new|one|two|three|four|works?|tender|contract|project|review|audit|survey"
    r"|training|consultation|interviews?|recruitment|team|service|council|committee|the|our|next|second|third|another"
    r"|other|and|but|only|not|none|nobody|until)"
)
_NEW_COLLEAGUE = re.compile(
    rf"^(?!(?i:(?:[\w'’-]+ )?{_NO_PERSON}\b))[A-Z][a-z'’-]+ [A-Z][A-Za-z'’-]+ started"
    r"(?: (?:today|yesterday|last week|on (?:Mon|Tues|Wednes|Thurs|Fri)day|in post|with us))+$"
)


def is_fact(piece: str) -> bool:
    """Whether a piece tells only what exists ("there are 57 of them") or who came ("Jo Hallam started today")."""
    if _NEW_COLLEAGUE.match(piece):
        return True
    found = _EXISTS.match(piece)
    counted = piece.replace(found["count"] or " of", "", 1) if found else ""
    return bool(found) and not any(table.search(counted) for table in (_WANTING, DOUBTS_DONE, LIMITS_DONE))
