"""How people write a reference: other punctuation, brackets or none, leading zeros dropped, "action" before it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v|x))"
LEAD = r"(?:action|item|ref(?:erence)?|rec(?:ommendation)?|point|task)\b\.?\s{0,2}(?:no\.?|number|#)?\s{0,2}"
LETTERED = r"[A-Z]{1,4}[-.]?\d{1,5}(?:[.-]\d{1,3}){0,2}[a-h]?"
NO_REFERENCE = r"(?!(?i:q[1-4]|h[12]|s151|fy\d+|v\d+|a4)\b)"
"""What has the shape of a reference and is none: a quarter, an officer, a year, a version."""
NUMBERED = r"(?: ?\((?:\d{1,3}|[ivx]{1,4}|[a-h])\))"
NO_SECTION = r"(?!(?i:s(?:17|38|47|73|75|106|114|117|151|278)\b))"
"""A section of an Act that councils call by its number ("S106"), unless references have that shape."""
PART = re.compile(r"\d+|[a-z]+|[^a-z\d]", re.IGNORECASE)
_STATED = (
    r"\s+(?:(?:is|has been|is now|still) |(?:in progress|on (?:track|hold)|not (?:yet )?started|under ?way|at risk)\b)"
)
"""The same where it was asked of one action: "12 is done", not "12 staff" or "12 done"."""
ENDS = (
    r"\b(?=\W*$|\s*[.;:!\n–—-]| (?:apart|except\w*|pending|subject|last|yesterday|today|as of|thanks)\b"
    r"|,(?![^.\n]{0,40}(?:\d|to go|left|remain|outstanding|more|still|rest|others?)))"
)
SAID = (
    r"(?:i|we|it|this|please|is|has|was|needs|goes|went|will be|should be|can be"
    r"|cannot|(?:ca|wo|is|has|was)n?['’]t|will|now"
    r"|not|no longer|nearly|almost|going|delayed|slip\w*|moved|extended|due|waiting|awaiting|paused|superseded|ongoing"
    r"|part(?:ly|ially)?|start(?:ed|ing|s)|launched|published|adopted|approved|appointed|(?:new|revised) date|at the"
    r"|late|overdue|in progress|on (?:track|hold|target)|under ?way|at risk)\b"
)
"""What is said of an action, and not counted, behind a bare number."""
ENDED = r"(?:done|completed?|finished|closed|delivered|achieved|cancel+ed)"
_STATED_OF_ONE = rf"\s+(?:(?:all )?{ENDED}{ENDS}|{SAID})"
"""What is said behind a bare number where the mail asked of several actions, and the words must name the one meant."""
CLOSES = r"(?:please )?(?:(?:can|could) (?:you|we) )?(?:close|mark|tick off|sign off|closing) (?:off )?"
_BEHIND_CLOSES = r"(?=\s*(?:$|[,.;:!\n–—]|(?:and|as|off|please|now|down)\b))"


def shape(part: str) -> str:
    if part.isdecimal():
        return r"\d{1,3}" if len(part) < 3 else rf"\d{{{len(part)}}}"
    return rf"[a-z]{{{len(part)}}}" if part.isalpha() else re.escape(part)


@lru_cache(maxsize=1_024)
def labelled(printed: str, label: str) -> re.Pattern[str]:
    """A label as people copy it: the reference, then the plan, with the brackets or without."""
    plan = label.removeprefix(printed).strip(" ()")
    words = r"[\W_]{1,3}".join(re.escape(word) for word in re.findall(r"\w+", plan))
    return _edged(rf"(?:{LEAD})?{body(printed)}[ \t]{{0,3}}\(?{words}(?:…?\))?")


_MEASURE = r"\s(?:days|weeks|months|years|hours|million|[mk]\b|fte|per ?cent)\b"


@lru_cache(maxsize=4_096)
def pattern(ref: str, asked: bool = True, among: bool = False) -> re.Pattern[str]:
    """How people write `ref`: other punctuation, brackets or none, leading zeros dropped, "action" before it.

    A bare number counts at the start of a line too where we asked about it, with more behind it where that was `among`
    several; elsewhere it is a list of their own. Of "A-0012" such a number may stand for the whole, and
    "0012" anywhere.
    """
    written = body(ref)
    if not re.fullmatch(r"\W*\d+\W*", ref):
        tail = re.fullmatch(r"[A-Za-z]{1,4}[-./]?(\d{2,5})", ref)
        zeros = rf"|(?<!\d ){tail[1]}" if tail and re.match(r"0\d\d", tail[1]) else ""
        short = rf"|{_alone(_number(tail[1]), _STATED_OF_ONE, ends=':')}" if tail and among else ""
        return _edged(rf"(?:{LEAD})?{written}{zeros}{short}")
    alone = f"|{_alone(written, _STATED_OF_ONE if among else _STATED, ends=':)')}" if asked else ""
    return _edged(rf"(?:{LEAD}){written}{alone}")


def _alone(number: str, stated: str, ends: str) -> str:
    """A bare number that opens a line, with what is said of it behind."""
    of_one = stated is _STATED_OF_ONE
    about = (r"(?:(?:re:?|on|for|regarding|as for|only) )?" if of_one else "") + r"(?:no\.? ?|number |#)?"
    named = rf"|^[\s*•-]{{0,6}}(?:no\.? ?|number |#){number}(?=[\s:.,]|$)(?! (?-i:[A-Z][a-z]))" if of_one else ""
    closes = rf"|^{CLOSES}(?P<late>{number}){_BEHIND_CLOSES}" if of_one else ""
    dot = r"|\.\s" if ")" in ends else ""
    return rf"^[\s*•-]{{0,6}}{about}{number}(?=\s*[{ends}–—-](?!\d){dot}|{_STATED}|{stated}){named}{closes}"


def _edged(expression: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w£$€.-])\(?(?:{expression})(?![\w%]|[.,]\d|{NUMBERED}|{_MEASURE})", re.IGNORECASE | re.MULTILINE
    )


def body(ref: str) -> str:
    found = list(re.finditer(r"\d+|[^\W\d_]+", ref))
    if not found:
        return re.escape(ref)
    first = found[0][0]
    written = _number(first) if first.isdigit() else first
    for before, token in pairwise(found):
        bracketed = "(" in ref[before.end() : token.start()] and before[0].isdigit() and token[0].isdigit()
        between = r" ?\(" if bracketed else _between(before[0], token[0])
        written += between + (_number(token[0]) if token[0].isdigit() else re.escape(token[0])) + r"\)?"
    return written


def _number(token: str) -> str:
    return f"0*{int(token)}" if int(token) else "0+"


def _between(before: str, token: str) -> str:
    """What may stand between two parts of a reference; a space only before a numeral that is no word of its own."""
    if before.isdigit() and token.isalpha():
        spaced = rf"| (?=(?-i:{ROMAN})\b)" if len(token) > 1 else ""
        return rf"(?:[.\-/]?\(?{spaced})"
    return r"[.\-/]" if before.isdigit() else r"[.\- /]?" if len(before) > 1 else r"[.\-/]?"
