"""Several references in one breath: lists ("7, 8 and 11"), ranges ("3.1-3.4"), rows ("7 done 8 done 11 no").

A bare number is a reference here by what stands around it: only numbers of asked actions, the first of them where an
answer begins, and behind each what is said of an action. A number that counts is none ("12 of 21 checked").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.labels import fold_ref
from bot.reply.refs.shapes import CLOSES, ENDED, LEAD, SAID, body

_REF = r"(?:(?-i:[A-Z]{2,5}) |[a-z]{1,4}[-./]?)?\d{1,5}(?:\.\d{1,3}){0,2}[a-h]?(?:\.?(?-i:i{1,3}|iv|vi{0,3}|ix)\b)?"
_PART = r"(?-i:i{2,3}|iv|vi{1,3}|ix)\b"
_TOKEN = re.compile(rf"{_REF}|{_PART}", re.IGNORECASE)
_THROUGH = r"(?:-|–|—|\s(?:to|through)\s)"
_JOINT = rf"(?:\s*(?:,\s*and\b|,|&|/|\+|\band\b)\s*|{_THROUGH})"
_SAID_OF_MANY = (
    r"(?=\s*(?:$|[:–—-]|\.\s)|\s+(?:are|both|all|have|need|done|complete|completed|finished|closed|on (?:track|hold)"
    r"|in progress|not|under ?way|at risk|ongoing|delayed|moved|slipped|please|as|by|until|till|(?:new|revised)"
    r" dates?)\b)"
)
_LIST = re.compile(
    rf"(?P<opening>^[\s*•-]{{0,6}}(?:{CLOSES})?(?:(?:both|all|actions?|items?|no|nos|numbers)\.? )?)?"
    rf"(?<![\w£$€.,-])(?:{LEAD})?(?P<list>{_REF}(?:{_JOINT}(?:{_REF}|{_PART})){{1,9}})(?![\w%]|[.,]\d)(?P<said>{_SAID_OF_MANY})?",
    re.IGNORECASE,
)
_SAID = (
    rf"(?:(?:(?:all |both )?{ENDED}|yes|no|ok|fine|tbc|still|green|amber|red|end of|ditto|likewise|(?:the )?same"
    rf"|as above|weekly|monthly|quarterly|annually)\b|[1-9]\d{{0,2}} ?%(?! of\b)|{SAID})"
)
TOLD = re.compile(_SAID, re.IGNORECASE)
"""What is said of an action in a row of short answers."""
COUNTING = re.compile(
    r"\b(?:of (?:the |our |all )?\d+|to go|left|remain\w*|outstanding|more|in total|so far|in all|altogether"
    r"|ha(?:s|ve|d) \d+|got \d+|a total of)\b",
    re.IGNORECASE,
)
"""What tells that numbers beside it count things."""
_OF_SO_MANY = re.compile(r"\bdone (?:out )?of (?:the |our |all )?\d", re.IGNORECASE)
_OPENS = re.compile(r"^[\s*•-]{0,6}(?:(?:no|nos|numbers|actions?|items?)\.? )?$", re.IGNORECASE)

TOLD_FIRST = re.compile(
    r"^[\s*•-]{0,6}(?:(?:all|both|now|still|these are) )?(?P<told>done|completed?|finished|closed|in progress|ongoing"
    r"|on (?:track|hold|target)|not (?:yet )?(?:started|done|complete)|started|delayed|slipp(?:ed|ing)|moved|late"
    r"|overdue|at risk|under ?way|cancel+ed|superseded|outstanding|waiting)\s*(?::|=|[-–—](?=\s))\s*"
    r"(?:(?:actions?|items?|nos?\.?|numbers?)\s+)?",
    re.IGNORECASE,
)
"""A status that heads the references it is said of ("On hold: 3.1, 3.4")."""
_HEADED = re.compile(
    rf"\s*{_REF}(?:\s*\([^()]{{1,80}}\))?(?:(?:\s*(?:,|;|&|/|\+|\band\b))+\s*{_REF}(?:\s*\([^()]{{1,80}}\))?){{0,9}}"
    r"\s*\.?\s*",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_LEADS_ON = re.compile(
    r"\b(?:when|whenever|once|if|unless|until|till|after|before|because|since|as|so|that|than|like|with|without|for|to"
    r"|by"
    r"|from|of|in|on|at|while|where|which|the|than|pending|following|provided|assuming)\W*\Z",
    re.IGNORECASE,
)
"""What makes the reference behind it a part of the same statement ("5.1 is done once" 5.2)."""

Place = tuple[int, int, str]
"""Where a reference stands in a text, and which of ours it is."""


def listed(text: str, refs: Sequence[str], *, opens: bool) -> Iterator[Place]:
    """The references of each list, and all that lie between the two ends of a range, in the order of `refs`.

    Bare numbers are a list only where an answer may begin with it and says the same of all; behind a whole reference
    one counts ("B2 and 3 more") where nothing is said of it.
    """
    for found in _LIST.finditer(text):
        tokens = list(_TOKEN.finditer(found["list"]))
        named = [_named(token[0], tuple(refs)) for token in tokens]
        told = found["said"] is not None
        for at, token in enumerate(tokens[1:], 1) if told else ():
            named[at] = named[at] or _continued(named[at - 1], token[0], tuple(refs))
        bare = [token[0].isdecimal() for token in tokens]
        opening = opens and found["opening"] is not None
        if all(named) and (told or not any(bare)) and (opening or not all(bare)):
            yield from spread(found["list"], found.start("list"), tokens, named, refs)


def headed(text: str, refs: Sequence[str]) -> Iterator[Place]:
    """The references in a line that is a status and a list of them, bare numbers too: "Done: 7, 11 (on 4 May)"."""
    told = TOLD_FIRST.match(text)
    if not told or not _HEADED.fullmatch(text, told.end()):
        return
    brackets = [found.span() for found in _IN_BRACKETS.finditer(text)]
    tokens = [
        token
        for token in re.compile(_REF, re.IGNORECASE).finditer(text, told.end())
        if not any(start < token.start() < end for start, end in brackets)
    ]
    named = [_named(token[0], tuple(refs)) for token in tokens]
    if all(named):
        yield from ((token.start(), token.end(), ref) for token, ref in zip(tokens, named, strict=True))


def spread(
    words: str, at: int, tokens: Sequence[re.Match[str]], named: Sequence[str], refs: Sequence[str]
) -> Iterator[Place]:
    """The `tokens` of a list in `words`, which begins at `at`, and what of `refs` lies between the ends of a range."""
    for number, (token, ref) in enumerate(zip(tokens, named, strict=True)):
        before = tokens[number - 1] if number else token
        if number and re.fullmatch(_THROUGH, words[before.end() : token.start()], re.IGNORECASE):
            for each in reversed(_between(named[number - 1], ref, refs)):
                yield (at + token.start(), at + token.start(), each)
        yield (at + token.start(), at + token.end(), ref)


def _between(low: str, high: str, refs: Sequence[str]) -> tuple[str, ...]:
    """The references that lie between two ("3.1" to "3.4"): those of the same letters, by their numbers."""
    return tuple(ref for ref in refs if _order(ref)[0] == _order(low)[0] and _order(low) < _order(ref) < _order(high))


def _order(ref: str) -> tuple[str, tuple[int, ...]]:
    return re.sub(r"[\W\d_]", "", ref).casefold(), tuple(map(int, re.findall(r"\d+", ref)))


def rows(text: str, refs: Sequence[str]) -> Iterator[Place]:
    """Short references in a row, three or all of them, each with what is said of it behind: "117 done, 121 not"."""
    found = sorted(
        (place.start(), place.end(), ref) for ref in refs if (form := _short(ref)) for place in form.finditer(text)
    )
    ascending = [ref for *_, ref in found] == [ref for ref in refs if ref in {each for *_, each in found}]
    whole = all(_WHOLE.search(text[start:end]) for start, end, _ in found)
    if len(found) < 2 or not (ascending or whole) or not _OPENS.match(text[: found[0][0]]):
        return
    if any(_LEADS_ON.search(text, before[1], after[0]) for before, after in pairwise(found)):
        return
    if _OF_SO_MANY.search(text):
        return
    spelt = whole or all(re.search(r"\d\D+\d|[^\W\d_]\W?\d", text[start:end]) for start, end, _ in found)
    sure = spelt or len(found) > 2 or (len(refs) == 2 and not COUNTING.search(text))
    yield from found if sure else ()


_WHOLE = re.compile(r"\d[./-]\d|[^\W\d_]\W?\d|\d\W?[^\W\d_]")
"""A reference that is no mere number, and so may stand in any order."""


@lru_cache(maxsize=1_024)
def _short(ref: str) -> re.Pattern[str] | None:
    """A reference as it stands in a row: "7", "117" or "A-0117" for "A-0117", "5 1" for "5.1", "R7ii" for "R7.ii"."""
    numbers = re.fullmatch(r"(?:(?P<letters>[A-Za-z]{1,4})[-./]?)?(\d{1,5})(?:\.(\d{1,3}))?", ref)
    if not numbers:
        lettered = re.search(r"\d", ref) and re.search(r"[^\W\d_]", ref)
        return _in_row(body(ref)) if lettered else None
    letters = numbers["letters"] or ""
    parts = [f"0*{int(each)}" for each in numbers.groups()[1:] if each]
    dropped = "?" if len(numbers[2]) > 1 else ""
    short = (rf"(?:{letters}[-./ ]?){dropped}" if letters else "") + "[ ./-]".join(parts)
    return _in_row(short)


def _in_row(written: str, said: str = rf"\.?\s+{_SAID}") -> re.Pattern[str]:
    return re.compile(rf"(?<![\w£$€.,/-]){written}(?=\s*[:)=–—-](?!\d)|{said})", re.IGNORECASE)


def _continued(before: str, token: str, refs: tuple[str, ...]) -> str:
    """The reference of which only the end is written behind the one `before` it: "2" in "HS 1 and 2"."""
    shared = re.sub(r"(?:\d+|[ivx]+)\W*$", "", before)
    return _named(f"{shared}{token}", refs) if re.search(r"[^\W_]", shared) else ""


@lru_cache(maxsize=1_024)
def _named(token: str, refs: tuple[str, ...]) -> str:
    """The reference that a token spells, "" for none."""
    spelt = fold_ref(token)
    return next((ref for ref in refs if spelt in (fold_ref(ref), fold_ref(ref)[1:])), "")
