"""The card that a mail program puts under every mail of its writer: name, post, and how to reach them.

Nobody typed it for this mail, so it is a notice. It is taken for one only on strong evidence: a line that is the
writer's own name, a telephone number or an address a few lines below, and nothing below that speaks of progress.
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
    r"^(?:\W+(?:\([^()]{1,40}\)|(?:(?=\S*[A-Z]\S*[A-Z])\w[\w.]{1,7}|BSc|MSc|Hons|PhD|Dr|Cllr)(?![\w.])))*\W*$"
)
_POST = re.compile(
    r"\b(?:officer|manager|head|director|lead|leader|chief|assistant|adviser|advisor|coordinator|analyst|secretary"
    r"|administrator|team|service|services|council|department|directorate)\b",
    re.IGNORECASE,
)
_POST_BESIDE = re.compile(
    r"^(?P<name>[^|•·–—/]{4,60}?)\s*(?:(?P<bar>[|•·])|[–—/]|,(?= ))\s*(?P<post>[^\W\d_][^|•·:?!]{3,60})$"
)
"""A name with a post behind it on one line ("Ellis Morgan | Head of Housing")."""
_SENTENCE = re.compile(
    r"(?-i:[a-z], [a-z])|(?<!/)\b(?:is|was|are|has|have|had|will|please|we|i|they|he|she|it|him|her)\b(?!/)",
    re.IGNORECASE,
)
_WITHIN = 8
_LONGEST_LINE = 90


def folded(words: str) -> str:
    """Words without accents, as a sender's own address has them."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))


def card_start(
    lines: Sequence[str], signer: str, speaks: Callable[[str], object], is_sign_off: Callable[[str], bool]
) -> int:
    """Where the card of `signer` (the names it may carry) begins that runs to the end; `len(lines)` for none.

    `speaks` tells a line that goes on about the matter.
    """
    names = names_of(signer)
    return next(
        (
            at
            for at, line in enumerate(lines)
            if (_is_headed(line, names) or (_PLAIN_NAME.match(line.strip()) and _below(lines, at, is_sign_off)))
            and _reaches(lines[at + 1 :], speaks)
        ),
        len(lines),
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
    below = [lines[at].strip() for at in filled if own and at > own[-1]]
    return own[-1] if below and _is_post(below[0]) and not any(map(goes_on, below)) else len(lines)


def _is_post(line: str) -> bool:
    """Whether a line names a post or a place, or how to reach somebody, and says nothing."""
    words = re.findall(r"[^\W\d_]{4,}", line)
    titles = bool(words) and all(word[0].isupper() for word in words)
    short = len(line) <= _LONGEST_LINE and not _SENTENCE.search(line)
    return short and (titles or bool(_POST.search(line)) or _tells_how(line))


def is_own_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line is two names or more of the writer, the first perhaps short ("Dom", "C."), and honours behind."""
    words = re.findall(r"[^\W\d_][\w'’-]*", folded(line))
    first = words[0].casefold() if words else ""
    own = int(len(first) in (1, 3) and any(name.startswith(first) for name in names))
    while own < len(words) and words[own].casefold() in names:
        own += 1
    behind = folded(line).partition(words[own - 1])[2] if own else line
    return own > 1 and bool(_AFTER_NAME.match(behind))


def _below(lines: Sequence[str], at: int, is_sign_off: Callable[[str], bool]) -> bool:
    return any(is_sign_off(line) for line in lines[max(0, at - 4) : at] if line.strip())


def _reaches(below: Sequence[str], speaks: Callable[[str], object]) -> bool:
    """Whether a way to reach the writer stands within a few short lines, and nothing below that was typed."""
    filled = [line.strip() for line in below if line.strip()]
    reach = next((at for at, line in enumerate(filled[:_WITHIN]) if _tells_how(line)), None)
    if reach is None or any(len(line) > _LONGEST_LINE or _SENTENCE.search(line) for line in filled[: reach + 1]):
        return False
    return not any(speaks(line) and not (_POST.search(line) or _tells_how(line)) for line in filled)


def _tells_how(line: str) -> bool:
    return bool(_REACH.search(line) and _NUMBER.search(line))
