"""States told in people's own words ("we've dropped it", "red this month"): likely enough to be asked by name."""

from __future__ import annotations

import re

from bot.plan import Status
from bot.reading.patterns import compiled, either

_IT = r"(?:this|it|that|these|them|the (?:idea|plan|proposal|project|scheme|action|work|whole thing))"
_GAVE_UP = r"(?:dropped|scrapped|shelved|binned|ditched|abandoned|pulled|cancelled|canned)"
_GIVE_UP = r"(?:drop|scrap|shelve|bin|ditch|abandon|pull|cancel|can)"
_NOT_FOR_GOOD = r"(?! (?:before|until|till|by|this|in|yet|unless|without|for now|at the moment|as|so)\b)"
_DROPPED = either(
    rf"\b(?:have|has|['’]ve|been|was|were|is|we|they|members|cabinet|council|slt|cmt|board) (?:now |since |all )?"
    rf"{_GAVE_UP}(?! (?:off|in|by \w+day|from (?:\d|red|amber|green))\b)",
    rf"^{_GAVE_UP}\b(?! (?:off|in)\b)",
    r"\b(?:agreed|decided|voted|resolved|chose|chosen|going|want(?:s|ed)?)(?: (?:on|at|in|last) [\w ]{2,25}?)?"
    rf" to {_GIVE_UP}\b",
    rf"\bdecided against (?:{_IT}|doing|going|having)\b|\bchanged our minds? about\b",
    r"\b(?:will|would|shall|should) not (?:now )?(?:be )?(?:pursu\w+|proceed\w*|tak\w+ (?:this|it) (?:forward|further)"
    rf"|going ahead|go ahead|happen){_NOT_FOR_GOOD}",
    rf"\bwon['’]t (?:now )?(?:be )?(?:pursu\w+|proceed\w*|going ahead|go ahead|happen){_NOT_FOR_GOOD}",
    r"\b(?:not|n['’]t|no longer) (?:now )?(?:doing|pursuing|proceeding with|taking (?:forward|up))\b"
    rf"{_NOT_FOR_GOOD}|\bnot (?:going )?to do (?:this|it) (?:any ?more|after all)\b",
    r"\bno longer (?:doing|want|wanted|a priority|something we|part of)\b",
)
_TAKEN_OVER = (
    r"\b(?:folded|rolled|absorbed|wrapped|subsumed|incorporated) (?:up )?in(?:to)? (?:the|our|another|action|a)\b"
    r"|\b(?:swallowed up|overtaken|superseded) by\b"
)
_TOLD_COLOUR = r"(?=\W*(?:$|for|at|on|this|until|because|as|due|now|again|rated|i['’]?m|please|overall)\b|[.,;)])"
_RED = rf"(?<!not )(?<!from )(?<!was )\b(?:red|amber)\b{_TOLD_COLOUR}"
_GREEN = rf"(?<!not )(?<!from )(?<!was )\bgreen\b{_TOLD_COLOUR}"
_FINE = (
    r"^\W*(?:all |it['’]?s |this is )?(?:fine|ok|okay|good)"
    r"(?:,? (?:thanks|thank you|so far|here|for now|at the moment|no problems))*\W*$"
)

_TABLE = (
    (Status.CANCELLED, compiled(_DROPPED)),
    (Status.SUPERSEDED, compiled(_TAKEN_OVER)),
    (Status.AT_RISK, compiled(_RED)),
    (Status.IN_PROGRESS, compiled(either(_GREEN, _FINE))),
)
"""The more final first: what was dropped was amber before."""
_DENIED = re.compile(r"\b(?:if|unless|might|may|could|whether|consider\w*|propos\w*|suggest\w*)\b|\?", re.IGNORECASE)
_OF_A_PART = re.compile(
    r"\b(?:one|some|part|half|two|three|several|first|second) (?:of|\w+ (?:was|were|has|have))\b", re.I
)


def likely_state(words: str) -> Status | None:
    """The status that `words` tell without naming it; None where none is told, or only weighed, or told of a part."""
    if _DENIED.search(words) or _OF_A_PART.search(words):
        return None
    return next((status for status, pattern in _TABLE if pattern.search(words)), None)


_WILL = (
    r"\b(?:i|we|he|she|they)(?:['’]ll| will| shall|['’]m going to| am going to)(?: \w+){0,2}? |^(?:will|to) "
    r"|\band (?:will )?(?:then )?"
)
_ANSWER = (
    r"(?:answer|reply|respond|report back|update you|come back|get back|be in touch|let you know|drop you|email you"
    r"|write to you)"
)
TELLS_NOTHING = compiled(
    either(
        rf"(?:{_WILL}){_ANSWER}\b",
        r"\bseparate (?:note|e?-?mail|reply|answer|update)\b|\banswer\w* (?:that|this|it|these)? ?separately\b",
        r"\b(?:when|once) (?:i|we)(?:['’](?:m|re)| am| are| get| have got) (?:back|in)\b",
        r"\b(?:can ?not|can['’]t) (?:speak|comment|answer)\b",
        r"\b(?:has|have|had) been with (?-i:[A-Z])",
        r"\b(?-i:[A-Z])[\w'’]+ (?:in|at|from) [\w' ]{2,30} has (?:had|got) (?:this|it)\b",
        r"\b(?:i am|i['’]m|we are|we['’]re) no longer (?:the|in|with|at|your)\b",
    )
)
"""Words about who will answer, and when: they tell of no state, and no day in them is the action's."""
OF_A_MEETING = compiled(
    r"\b(?:meeting|board|committee|cabinet|panel|forum|council|session|slt|cmt)s? (?:is|are|meets?|sits?)(?: next)?"
    r"(?: on| in)? (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri)day)"
)
"""The day of a meeting, which is not by itself the day on which the work is done."""
