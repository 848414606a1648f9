"""Words that any action may have: an everyday verb ("agree"), or a noun for any piece of work ("programme").

Such a word tells which action is meant only where the words beside it speak of nothing else: "the road is agreed" is no
action to agree a programme, and "the delivery programme" is none for a fleet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.reply.refs.alike import COMMON, is_among, is_same, singular, words_of

_VERBS = (
    *("adopt", "agree", "approve", "begin", "bring", "build", "carry", "close", "complete", "confirm", "consider"),
    *("continue", "create", "deliver", "develop", "establish", "explore", "finalise", "hold", "identify", "implement"),
    *("improve", "introduce", "issue", "launch", "make", "open", "prepare", "present", "produce", "provide", "publish"),
    *("refresh", "report", "review", "revise", "send", "sign", "start", "submit", "support", "update", "work", "write"),
)
_NOUNS = (
    *("framework", "paper", "policy", "programme", "project", "report", "review", "scheme", "strategy", "work"),
    *("document", "process", "proposal"),
)
_DETERMINER = r"(?:the|an?|our|my|your|his|her|its|their|this|that|these|those|some|any|all|both|each|every)"
_NEAR = 200
"""Characters within which words are beside each other."""
_CLAUSE = re.compile(r"[^.,;:!?()\n–—]+")
_MODIFIER = re.compile(r"(?P<word>[\w'’&-]+) $")
_OF_WHAT = re.compile(r"^ (?:of|for|on|about|into|with) (?P<what>(?:(?!(?:is|are|was|has|will)\b)[\w'’-]+ ?){1,4})")
_OBJECT = re.compile(
    rf"^ {_DETERMINER} (?P<what>[\w'’-]+(?: [\w'’-]+){{0,2}})",
    re.IGNORECASE,
)
_IT = re.compile(r"^ (?:it|them|this(?! [a-z]))\b", re.IGNORECASE)
_TIME = re.compile(r"^ (?:this|all) (?:morning|afternoon|evening|day|week|month|year|spring|summer|autumn|winter)\b")
_FILLS = COMMON | frozenset(
    re.findall(
        r"\w+",
        """
    already also always being both current currently draft due early final finally full fully going had hope hoping
    hopefully just late latest main may might must need needs old only over own plain please quite re ready regarding
    she should soon still they think want wants well were whole will would yes you your yet able aim aiming expect
    expected intend planned planning trying before after while because once since until that it we
    """,
    )
)
"""What stands beside a word without saying of what it is."""


def telling_in(words: str, text: str) -> tuple[str, ...]:
    """The telling words of `words`, without the everyday ones that are said there of something else than `text`."""
    own = words_of(text)
    strange = set(_strange(words, own))
    return tuple(word for word in words_of(words) if word not in strange)


def _strange(words: str, own: tuple[str, ...]) -> Iterator[str]:
    """The everyday words of `own` that stand in `words` only of something else."""
    found: dict[str, bool] = {}
    for clause in _CLAUSE.finditer(words):
        for each in re.finditer(r"[\w'’]+", clause[0]):
            word = singular(each[0].casefold())
            if _is_everyday(word, own):
                before = clause[0][max(0, each.start() - _NEAR) : each.start()]
                behind = clause[0][each.end() : each.end() + _NEAR]
                found[word] = found.get(word, False) or _is_of(word, before, behind, own)
    yield from (word for word, told in found.items() if not told)


@lru_cache(maxsize=4096)
def _is_everyday(word: str, own: tuple[str, ...]) -> bool:
    return is_among(word, own) and _is_any(word, (*_VERBS, *_NOUNS))


def _is_any(word: str, table: tuple[str, ...]) -> bool:
    return any(is_same(word, each) for each in table)


def _is_of(word: str, before: str, behind: str, own: tuple[str, ...]) -> bool:
    """Whether an everyday word may be said of what an action's `own` words are about."""
    thing = None if _TIME.match(behind) else _OBJECT.match(behind)
    if word in _NOUNS and not thing:
        modifier, more = _MODIFIER.search(before), _OF_WHAT.match(behind)
        return _fits(modifier["word"] if modifier else "", own) and _fits(more["what"] if more else "", own)
    return bool(_IT.match(behind)) or _fits(thing["what"] if thing else before, own)


def _fits(words: str, own: tuple[str, ...]) -> bool:
    """Whether words speak of nothing, or of something that an action's own words name."""
    told = [word for word in words_of(words) if word not in _FILLS]
    return not told or any(is_among(word, own) or any(each.startswith(word) for each in own) for word in told)
