"""Words about several actions at once without naming them: "the other two are in progress", "all on track"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside.harmless import EDGES, is_polite
from bot.reply.beside.pieces import SAYS_STATUS, parted, split_pieces
from bot.reply.units.shares import THINGS, counts
from bot.reply.words.completing import MENTIONS_DONE, STATES_DONE

_NUMBERS = {"other": 1, "both": 2, "neither": 2}
_MANY = rf"(?!one\b)(?:{NUMBER_WORDS})"
_THANKS = r"(?:,? (?:please|thanks|thank you|cheers|ta))?"
_COUNT = rf"(?P<count>{_MANY}|[2-9]|\d{{2,3}}\b)"
_OTHERS = re.compile(
    rf"^\W*(?:(?:and|but|all|both|of|the|my) )*(?:(?:other|remaining) {_COUNT}|others|(?:everything|all) else"
    rf"|(?:other|remaining)(?= {THINGS})|other(?: (?:one|action|item))?(?= (?:is|was|has|will|needs|can|should)\b)"
    rf"|rest|remainder)(?: {THINGS})?(?! of)(?:['’]re)?\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"^\W*(?:(?:yes|yep|yeah|yup|aye)\W+)?(?:all|everything|both|they(?:['’]re| are)?(?: (?:all|both))"
    rf"|these(?: are)?(?: all| both)|these(?= (?:{_MANY})\b)|(?P<none>neither|none)(?: of (?:them|these|those))?"
    rf")(?: (?:the |my )?(?:{_COUNT}|{THINGS}|is|are))*\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:is|are|both|all|now|still|currently|also|well|remain|going|fine|and|progressing|then|the"
    r"|(?:many )?thanks|thank you|cheers|ta)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    rf"(?:[,;]\s+|\s+[-–—]\s+|\s+(?=(?:and|but)\s))(?:(?:and|but)\s+)?(?=(?:all |both )?(?:the "
    rf"|my )?(?:(?:other|remaining) (?:{_MANY}|[2-9]|{THINGS})|others|rest|remainder|(?:everything|all) else)\b)",
    re.IGNORECASE,
)


_ALL_BEHIND = re.compile(
    rf",\s+(?=(?:they(?:['’]re| are) )?(?:all|both|everything)\b(?!(?: of (?:them|these|those))?{_THANKS}\W*$))",
    re.IGNORECASE,
)
_NO_NEWS = re.compile(
    r"^\W*(?:all|both|everything) (?:no (?:changes?|news|updates?)|nothing (?:new |more |else )?to (?:report|add|say)"
    rf"|(?:(?:{_MANY}|\d\d?) )?(?:(?:is|are|going|doing) )*(?:fine|ok|okay|good|well)(?: here| so far)?{_THANKS}\W*$)",
    re.IGNORECASE,
)
_BOTH_INSIDE = re.compile(
    rf"\b(?:both|all (?:{_MANY}))"
    rf"(?= (?:{THINGS}|of (?:these|them)|(?:the )?(?:dates|deadlines)|to|until|till|need|by|please|move|slip|run|go"
    r"|be (?:moved|extended|pushed|put|given))\b)",
    re.IGNORECASE,
)
_ANY_INSIDE = re.compile(
    rf"\b(?:any|either|none|neither|all|each|both) of (?:these|them|those|my actions|the (?:{_MANY}))\b", re.IGNORECASE
)
"""Words that speak of all somewhere inside ("I can't start either of these")."""
_NOT_OURS = re.compile(r"(?:\bnot|n['’]?t) (?:mine|ours|for (?:me|us)|my \w+)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\d|\b(?:until|till|month|week|january|february|march|april|june|july|august|september|october|november"
    r"|december)\b",
    re.IGNORECASE,
)
_EXCEPTS = re.compile(
    r"[,\s]*(?:\(?(?:apart from|aside from|with the exception of|except(?:ing| for)?|other than|excluding|but not"
    r"|but|bar))\s*"
    r"(?:(?:for|action|item|number|the)\s*)*$",
    re.IGNORECASE,
)


_COUNTED = re.compile(rf"\b(?:both|neither|other(?! (?:{_MANY}|[2-9])\b)(?! {THINGS}))\b", re.IGNORECASE)


def split_off(sentence: str) -> tuple[str, ...]:
    """ "2.1 is done, the rest are on track": a sentence and the words about the others, or about all, behind it."""
    joint = _JOINT.search(sentence)
    rest = sentence[joint.end() :] if joint else ""
    if joint and _OTHERS.match(rest) and (says_of_all(rest) or not counts(sentence[: joint.start()])):
        return parted(sentence, joint)
    joint = _ALL_BEHIND.search(sentence)
    if joint and is_polite(sentence[: joint.start()]):
        return parted(sentence, joint)
    return (sentence,)


_ALL = rf"(?:both|all(?: (?:{_MANY}|\d\d?\b))?)"
_BEHIND = re.compile(
    rf"^(?P<said>[^.,;:\n]{{2,40}}?)(?: (?:with|on|for|to) (?:(?P<who>{_ALL}|everything)|any|each"
    rf"|(?P<two>either))(?: of (?:them|these|those|the (?:{_MANY})))?(?=\W*$|[,:]|\s+(?:since|yet|at)\b)"
    rf"|(?:,| [–-]) (?P<last>{_ALL})(?: of (?:them|these|those))?(?={_THANKS}\W*$))",
    re.IGNORECASE,
)


def put_in_front(words: str) -> str:
    """ "On track with both, thanks" with those it is said of in front: "both on track, thanks"."""
    found = _BEHIND.match(words)
    who = found and (found["who"] or found["last"] or (found["two"] and "both") or "all")
    return f"{who} {found['said'][0].lower()}{found['said'][1:]}{words[found.end() :]}" if found else words


def speaks_of_others(words: str) -> bool:
    """Whether words begin with "the rest", "the others" or "the other two"."""
    return bool(_OTHERS.match(words))


def speaks_of_any(words: str) -> bool:
    """Whether words speak of any or all of "these", whichever they name first."""
    return bool(_ANY_INSIDE.search(words))


def tells(words: str) -> bool:
    """Whether words tell a status or a date, or that there is nothing to tell of all."""
    return any(table.search(words) for table in (SAYS_STATUS, MENTIONS_DONE, _DATED, _NO_NEWS, _NOT_OURS))


def all_except(before: str, behind: str) -> tuple[str, str] | None:
    """What is said of all others, and of the exception, around the reference of the exception; None where none is.

    "All on track apart from" 3.1 "which needs until March" says so of each; "Everything bar" 2.5 "is finished" and
    "Apart from" 2.5 "all is finished" say of the others alone what stands behind.
    """
    joint = _EXCEPTS.search(before)
    front = before[: joint.start()].strip() if joint else ""
    told = None if front else _IN_BRACKETS.match(behind)
    rest = behind[told.end() if told else 0 :].strip(" ,.()–-")
    if joint and not front and (_EVERY.match(rest) or _OTHERS.match(rest)):
        return rest, told["said"] if told else ""
    if not _EVERY.match(front):
        return None
    return (front, rest) if tells(front) else (f"{front} {rest}", "")


_IN_BRACKETS = re.compile(r"\s*\((?P<said>[^()]{2,80})\)")


def as_of_one(words: str) -> str:
    """Words about all actions as they would be said of one: "can I move this to May"."""
    if _NO_NEWS.match(words):
        return of_those(words)
    every = _EVERY.match(words)
    opening = every or _BOTH_INSIDE.search(words) or _ANY_INSIDE.search(words)
    rest = words[opening.end() :].strip() if opening else ""
    rest = _DENIED.sub(r"\g<is> not ", rest) if every and every["none"] else rest
    said = f"{words[: opening.start()]}this {rest.strip()}" if opening else words
    return re.sub(rf"\bthis (?:{THINGS}|of (?:these|them)|(?:the )?(?:dates|deadlines))\b", "this", said)


_DENIED = re.compile(r"^(?:(?P<is>has|have|was|were|will|can|could|should|does|do|did)\b ?|)", re.IGNORECASE)


def closes_all(words: str) -> str:
    """What is plainly said of all where it is that they are complete ("done"); "" for anything else."""
    said = of_those(words)
    return said if any(STATES_DONE.match(piece) for piece in split_pieces(said)[:1]) else ""


def says_of_all(words: str) -> str:
    """What is plainly said of all, or all others, that goes on ("on track"); "" for anything more, and for "done"."""
    said = of_those(words)
    rest = _BESIDE.sub(" ", SAYS_STATUS.sub(" ", said))
    return said if SAYS_STATUS.search(said) and is_polite(rest.strip(f"{EDGES}!")) else ""


def of_those(words: str) -> str:
    """What is said of all, or of all others; "" where it is said of none."""
    every = _EVERY.match(words)
    opening = _OTHERS.match(words) or every
    return words[opening.end() :].strip(EDGES) if opening and not (every and every["none"]) else ""


def meant(words: str, asked: Sequence[str], named: Collection[str], *, excepting: bool = False) -> tuple[str, ...]:
    """The actions that such words are about: the asked ones that are not `named`, or all where none is.

    `excepting` where the named one was excepted from "all".
    """
    others = _OTHERS.match(words)
    opening = others or _EVERY.match(words)
    if opening and re.match(r" [A-Z][a-z]", words[opening.end() :]):
        return ()  # "All Climate Plan actions": those of one plan, and nobody can tell which
    if opening is None:
        inside = speaks_of_any(words) or len(asked) == _count(_BOTH_INSIDE.search(words))
        return tuple(asked) if not named and inside else ()
    if not excepting and bool(others) != bool(named):
        return ()
    group = tuple(ref for ref in asked if ref not in named)
    count = _counted(opening)
    return group if count in (0, len(group), len(asked) if excepting else 0) else ()


def _counted(opening: re.Match[str]) -> int:
    """How many "all three" or "the other two" are, 0 where they are not counted."""
    word = (opening["count"] or (found[0] if (found := _COUNTED.search(opening[0])) else "")).lower()
    return (_NUMBERS.get(word) or number_value(word)) if word else 0


def _count(found: re.Match[str] | None) -> int:
    """How many "both" and "all three" are."""
    word = found[0].lower().removeprefix("all ") if found else ""
    return (_NUMBERS.get(word) or number_value(word)) if word else 0
