"""Whether words are Welsh, as far as their letters and their small words tell."""

from __future__ import annotations

import re

from bot.reading.patterns import compiled

_WORD = re.compile(r"\b[^\W\d_]+(?:['’][^\W\d_]+)*\b")
"""A word; the letter of a reference such as "W1" is none."""
_WELSH = compiled(
    # small words that English has not
    r"(?:y|yr|yn|ym|yng|ac|â|ag|ar|at|i|o|ei|eu|ein|wedi|gan|gyda|dros|trwy|drwy|heb|dim|bob|pob|mwy|hyd|cyn|neu|sydd"
    r"|sy|mae|oes|nid|yna|hwn|hon|hyn|newydd|holl|dau|dwy|tri|tair|erbyn|rhwng|fel|ers|er|ôl|am|dan"
    # months, seasons, and what plans are full of
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|gwanwyn|haf|gaeaf"
    r"|parhaus|pennaeth|cyfarwyddwr|rheolwr|swyddog|arweinydd|tîm|cyngor|gwasanaeth\w*|adran|statws|cynllun|cam(?:au)?"
    # letters that only Welsh has, or puts so
    r"|\w*[ŵŷâêîôû]\w*|\w*(?:ydd|wydd|iad|iaid|aeth|eth|wyd|wch|rwydd|edd|odd|oedd|iau|yddu?|ion|io)|(?:ll|rh|dd|ng|ngh|mh|nh)\w+"
    r"|\w*(?:dd|wy|yw|ywy|ffy)\w+|[^aeiou\W]*[wy][^aeiou\W]*)"
)
_ENGLISH = compiled(
    r"(?:the|of|and|to|for|in|with|by|every|all|each|from|is|are|not|have|has|head|manager|officer|director|lead|team"
    r"|new|review|progress|my|why|try|dry|fly|by|city|county|education|action|radio|portfolio|ratio|teeth|method|add|odd"
    r"|address\w*|middle\w*|ladder|sudden\w*|hidden|\w*(?:ation|ition|ction|ssion|sion|ution|gion|nion))"
)


def welshness(text: str) -> float:
    """The share of the words of a text that look Welsh, less that of words that are plainly English: -1 to 1."""
    words = _WORD.findall(text.lower())
    if not words:
        return 0.0
    return sum(_score(word) for word in words) / len(words)


def _score(word: str) -> int:
    if _ENGLISH.fullmatch(word):
        return -1
    return 1 if _WELSH.fullmatch(word) or re.match(r"\w+['’](?:r|n|i|u|w|ch)$", word) else 0
