"""The card that a mail program puts under every mail of its writer: name, post, and how to reach them.

Nobody typed it for this mail, so it is a notice. It is taken for one only on strong evidence: a line that is the
writer's own name, or that of whoever signed just above; below it a telephone number or an address, or nothing but posts
and places; and nothing below that speaks of progress.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

_REACH = re.compile(
    r"(?:\b(?:tel|telephone|phone|ff[oô]n|mob|mobile|ext|extn|extension|ddi|dd|fax|t|m|e|w)\b\W{0,4}(?=[\d+(@\w]))"
    r"|(?<![\w/])(?:\+44|\(?0)[\d() -]{8,16}\d\b|\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}|\bwww\.\w|https?://"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|^x ?\d{3,6}$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{3}|@|www|https?:|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"^[A-Z][\w'’.-]{0,20}(?:,? [A-Z][\w'’.-]{0,20}){1,5}(?: \([^()]{1,40}\))?$")
_AFTER_NAME = re.compile(
    r"^(?:\W+(?:\([^()]{1,40}\)|(?:(?=\S*[A-Z]\S*[A-Z])\w[\w.]{1,7}|BSc|MSc|Hons|PhD|Dr|Cllr|Assoc"
    r"|\d{3,6})(?![\w.])))*\W*$"
)
_RANK = re.compile(r"^\W*(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Cllr|Councillor|Sgt|Insp|Capt|[A-Z]{2,3})\.? (?=[A-Z])")
_POST = re.compile(
    r"\b(?:officer|manager|head|director|lead|leader|chief|assistant|adviser|advisor|coordinator|analyst|secretary"
    r"|administrator|team|service|services|council|department|directorate)\b",
    re.IGNORECASE,
)
_POST_BESIDE = re.compile(
    r"^(?P<name>[^|•·–—/]{4,60}?)\s*(?:(?P<bar>[|•·])|[–—/]|\s-(?= )|,(?= ))\s*(?P<post>[^\W\d_][^|•·:?!]{3,80})"
    r"(?:\s*[|•·]\s*[^|•·?!]{2,60}){0,4}$"
)
"""A name with a post behind it on one line ("Ellis Morgan | Head of Housing"), and perhaps more behind that."""
_SENTENCE = re.compile(
    r"(?-i:[a-z], [a-z])|(?<!/)\b(?!(?-i:IT|HE)\b)"
    r"(?:is|was|are|has|have|had|will|please|we|i|they|he|she|it|him|her)\b(?!/)",
    re.IGNORECASE,
)
_WITHIN = 8
_LONGEST_LINE = 90


def folded(words: str) -> str:
    """Words without accents, as a sender's own address has them."""
    if words.isascii():
        return words
    return "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))


def card_start(
    lines: Sequence[str], signer: str, speaks: Callable[[str], object], is_sign_off: Callable[[str], bool]
) -> int:
    """Where the card of `signer` (the names it may carry) begins that runs to the end; `len(lines)` for none.

    `speaks` tells a line that goes on about the matter.
    """
    names = names_of(signer)
    return next((at for at in range(len(lines)) if _is_card(lines, at, names, speaks, is_sign_off)), len(lines))


def _is_card(
    lines: Sequence[str],
    at: int,
    names: frozenset[str],
    speaks: Callable[[str], object],
    is_sign_off: Callable[[str], bool],
) -> bool:
    """Whether a line heads a card to its end: a name, and below it how to reach somebody, or posts and places alone.

    The name is the writer's own or that of whoever signed above; below a mere sign-off it needs a way to reach it.
    """
    plain = bool(_PLAIN_NAME.match(lines[at].strip()))
    known = _is_headed(lines[at], names) or (plain and signed_above(lines, at) < at)
    if not (known or plain):
        return False
    below = [line.strip() for line in lines[at + 1 :] if line.strip() and not tells_of_writer(line)]
    if known and not below:
        beside = _POST_BESIDE.match(lines[at].strip())
        return bool(beside and _is_title(beside["post"]))
    if known and all(_is_title(line) and not speaks(line) for line in below):
        return True
    return (known or (plain and _below(lines, at, is_sign_off))) and _reaches(below, speaks)


def signed_above(lines: Sequence[str], at: int) -> int:
    """The line above a card in which its writer signed with the first word of its name, `at` where there is none."""
    above = next((before for before in reversed(range(at)) if lines[before].strip()), at)
    first = re.findall(r"[\w'’-]+", "".join(lines[at : at + 1]))[:1]
    signed = re.match(r"^\W*([\w'’-]+)\W*(?:\([^()]{1,40}\)|x{1,3})?\W*$", lines[above]) if first else None
    return above if signed and signed[1] == first[0] else at


def tells_of_writer(line: str) -> bool:
    """Whether a line of a card tells when its writer works, or by which pronouns to call them."""
    return any(table.match(line.strip()) for table in (_HOURS, _PRONOUNS))


_DAY = r"(?:mon|tue|wed|thu|fri)[a-z]*"
_HOURS = re.compile(
    rf"^(?:please note[,:]? (?:that )?)?(?:(?:i|we) (?:(?:do not|don['’]t|usually|normally|only) )?work\b.{{0,60}}"
    rf"\b(?:{_DAY}|part[- ]time|flexibly|term[- ]time|hours|days)\b.{{0,120}}"
    rf"|{_DAY} ?(?:-|–|to) ?{_DAY}(?:,? [\d:.]{{1,5}} ?(?:am|pm)?(?: ?(?:-|–|to) ?[\d:.]{{1,5}} ?(?:am|pm)?)?"
    rf"|,? {_DAY})*|(?:my |our )?(?:normal |usual"
    rf" )?(?:working|office"
    rf"|opening) (?:hours|days|pattern|week)\b.{{0,80}}|the office is open\b.{{0,80}}"
    r"|(?:we|(?:the|our) offices?) (?:may be|will be|are|is) closed (?:on|at|over|for|between)\b.{0,60}"
    r"\b(?:holidays?|christmas|new year|easter|weekends?)\b.{0,40})$",
    re.IGNORECASE,
)


_PRONOUNS = re.compile(
    r"^(?:\W*(?:my )?pronouns?\b.{0,40}"
    r"|\W*(?:she|he|they|xe|ze)(?: ?/ ?(?:her|him|hers|his|them|theirs|they|she|he)){1,3}\W*)$",
    re.IGNORECASE,
)


def _is_headed(line: str, names: frozenset[str]) -> bool:
    """Whether a line is the writer's own name, or that with a post behind it."""
    beside = _POST_BESIDE.match(line.strip())
    is_post = beside and (beside["bar"] or _POST.search(beside["post"])) and not _SENTENCE.search(beside["post"])
    return is_own_name(line, names) or bool(beside and is_post and is_own_name(beside["name"], names))


def names_of(signer: str) -> frozenset[str]:
    """The single names that a writer's card may carry."""
    return frozenset(re.findall(r"[\w'’-]+", folded(signer).casefold()))


def plain_card_start(lines: Sequence[str], names: frozenset[str], goes_on: Callable[[str], object]) -> int:
    """Where a card without telephone begins among the lines of a signature: a whole name with a post below it."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    own = [at for at in filled[:-1] if is_own_name(lines[at], names)]
    below = [lines[at].strip() for at in filled if own and at > own[-1] and not tells_of_writer(lines[at])]
    return own[-1] if below and is_post(below[0]) and not any(map(goes_on, below)) else len(lines)


def is_post(line: str) -> bool:
    """Whether a line names a post or a place, or how to reach somebody, and says nothing."""
    short = len(line) <= _LONGEST_LINE and not _SENTENCE.search(line)
    return _is_title(line) or (short and names_post(line))


def names_post(line: str) -> bool:
    """Whether a line has a word that posts and services are named by, or a way to reach somebody."""
    return bool(_POST.search(line)) or _tells_how(line)


def _is_title(line: str) -> bool:
    """Whether every longer word of a short line is a name's, as in a post or a place."""
    words = re.findall(r"[^\W\d_]{4,}", line)
    titles = bool(words) and all(word[0].isupper() for word in words)
    return titles and len(line) <= _LONGEST_LINE and not _SENTENCE.search(line)


def is_own_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line is two names or more of the writer, the first perhaps short ("Dom", "C."), and honours behind."""
    plain = _RANK.sub("", folded(line))
    fewest = 1 if plain != folded(line) else 2
    words = re.findall(r"[^\W\d_][\w'’-]*", plain)
    first = words[0].casefold() if words else ""
    own = int(len(first) in (1, 3) and any(name.startswith(first) for name in names))
    while own < len(words) and words[own].casefold() in names:
        own += 1
    behind = plain.partition(words[own - 1])[2] if own else plain
    return own >= fewest and bool(_AFTER_NAME.match(behind))


def _below(lines: Sequence[str], at: int, is_sign_off: Callable[[str], bool]) -> bool:
    return any(is_sign_off(line) for line in lines[max(0, at - 4) : at] if line.strip())


def _reaches(filled: Sequence[str], speaks: Callable[[str], object]) -> bool:
    """Whether a way to reach the writer stands within a few short lines, and nothing below that was typed."""
    reach = next((at for at, line in enumerate(filled[:_WITHIN]) if _tells_how(line)), None)
    if reach is None or any(len(line) > _LONGEST_LINE or _SENTENCE.search(line) for line in filled[: reach + 1]):
        return False
    return not any(speaks(line) and not names_post(line) for line in filled)


def _tells_how(line: str) -> bool:
    return bool(_REACH.search(line) and _NUMBER.search(line))
