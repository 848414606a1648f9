"""The days to come that words name, and which of them is likeliest the end of an action: it is only ever asked about.

Of several the last is; one of a step on the way ("comments by 4 May", "interviews on the 9th") is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from bot.plan import Due, DueKind
from bot.reading.dates.feasts import FEAST_NAMES
from bot.reading.dates.promises import find_promised
from bot.reading.numbers import NUMBER_WORDS
from bot.reading.text import tidy
from bot.reply.beside import harmless
from bot.reply.meaning.statuses import CLAUSE_END
from bot.reply.words.phrases import any_of


@dataclass(frozen=True, slots=True)
class Day:
    """A day to come, with what stands before and behind it in its own clause, and `told` before it in its sentence."""

    due: Due
    before: str
    behind: str
    told: str


def coming_days(words: str, said_on: date) -> tuple[Day, ...]:
    """The days to come that words name, but for those told as past or as given up, or that only name a thing."""
    plain = _IN_FIGURES.sub(lambda found: harmless.day_in_words(found[0]), tidy(" . ".join(words.splitlines())))
    plain = _BEFORE_FEAST.sub("during ", _LENGTH.sub(_counted, plain))
    days: list[Day] = []
    start = 0
    for each in find_promised(plain, said_on):
        at = _OPENS_DAY.match(plain, each.low, each.high)
        before = CLAUSE_END.split(plain[start : at.end() if at else each.low])[-1]
        behind = CLAUSE_END.split(plain[each.high :])[0]
        start = each.high
        if each.period is None or each.period.end < said_on or _is_aside(before, plain[each.low : start], behind):
            continue
        part = _PART.search(before)
        text = f"{part[0] if part else ''}{plain[each.low : each.high]}".strip(" .,")
        due = Due(text, each.period.start, each.period.end, each.period.precision, DueKind.DEADLINE, each.note)
        days.append(Day(due, before, behind, _SENTENCE.split(plain[: each.low])[-1]))
    return tuple(days)


def _is_aside(before: str, named: str, behind: str) -> bool:
    """Whether a day is told as past or given up, hangs on something, says no more than now, or only names a thing."""
    if _PASSING.fullmatch(named) or _OF_THING.match(behind):
        return True
    return tells_of_past(before) or bool(_NOT_IT.search(before))


def likely_ends(words: str, said_on: date, *, promised: bool = False) -> tuple[Due, ...]:
    """The days to come that are of no step on the way, the last of them last.

    `promised`: from the first one on that is told as an end; none where none is.
    """
    days = [day for day in coming_days(words, said_on) if not is_of_step(day)]
    if promised:
        days = list(dropwhile(lambda day: not _is_promised(day, asked="?" in words), days))
    return tuple(sorted((day.due for day in days), key=_end))


def _end(due: Due) -> date:
    return due.end or date.min


_N = rf"(?:\d{{1,2}}|an?|{NUMBER_WORDS}) "
_UNIT = r"(?:days?|weeks?|months?)\b"
_LENGTH = re.compile(
    rf"\b(?:(?:another|a further|an extra) (?P<n>(?!a){_N})?|(?P<more>{_N})(?:more |extra |further ))(?P<unit>{_UNIT})"
    rf"|\b(?P<off>{_N}{_UNIT}) (?:away|off)\b|\b(?:needs?|allow|give (?:us|me|it|this)) (?P<takes>{_N}{_UNIT})(?! to\b)"
    rf"|(?P<asked>{_N}{_UNIT})(?= please)"
    rf"|\b(?:extend|extended|put|push|move)(?: it| this| that| back)* by (?P<by>{_N}{_UNIT})",
    re.IGNORECASE,
)
"""A length of time from now ("two more weeks", "a month away", "three weeks please")."""


def _counted(found: re.Match[str]) -> str:
    length = (
        found["off"]
        or found["takes"]
        or found["asked"]
        or found["by"]
        or (found["n"] or found["more"] or "a ") + found["unit"]
    )
    return f"in {length}"


_OPENS_DAY = re.compile(r"(?:by|on|in|until|till|to)\s(?:the\s)?", re.IGNORECASE)
_BEFORE_FEAST = re.compile(rf"\b(?:before|say|it's|assume) (?=(?:{FEAST_NAMES})\b)", re.IGNORECASE)
_IN_FIGURES = re.compile(
    r"\b(?:done|completed?|finished|due|by|until|till) (?!\d/\d\b)\d{1,2}/\d{1,2}(?![\d/])", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;!](?=\s)")
_PART = re.compile(
    r"(?:(?:end|start|middle|beginning|early|mid|late|w/c|\w+ week)(?: of)?(?: the)?[ -])$", re.IGNORECASE
)
_PASSING = re.compile(r"(?:today|this week|the week)", re.IGNORECASE)
"""What is said of now, and not of an end, unless "by" or "end of" stands before it."""
_OF_THING = re.compile(
    r"'s\b(?! (?:end|close))| (?:market|figures?|data|returns?|elections?|break|budget|accounts|edition|intake|fair"
    r"|season|statement|round|cycle)\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"\b(?:(?:from|since|instead of|rather than|was|were|original(?:ly)?|previous(?:ly)?)"
    r"(?: (?:the|due|for|by|on|in|date|deadline|target|of))*(?: \w+'s)?|weeks?(?: on)?) *$"
    r"|^[^:]*\b(?:if|unless|in case)\b|\bno (?:\w+ ){1,2}(?:until|till) |\b(?:not|\w+n'?t) (?:yet )?due\b"
    r"|\b(?:not|cannot|unable|miss(?:ed)?|\w+n't)\b(?!.*\b(?:until|till|(?:finish|complet|clear)\w+ before)\b)",
    re.IGNORECASE,
)
"""What gives up the day behind it ("pulled from the November agenda", "we won't make September"), or hangs on it."""
STEP = any_of(
    r"consultations?, surveys?, questionnaires?, (?<!re-)tenders?, adverts?, pilots?, trials?, drafts?, designs?, "
    r"interview\w*, fieldwork, comments?, responses?, bids?, applications?, quotes?, standstill, interim, leave, "
    r"invitations?"
)
_WHOLE = any_of(
    r"last, final, reports?, results?, findings, sign[- ]off, realistic, revised, adoption, award, appointment, "
    r"completion"
)
"""What runs and ends by itself on the way to the end of an action, and what comes of it in the end."""
_BEGIN = r"start(?:s|ing)?(?: dates?)?|begin(?:s|ning)?|commenc\w+|kick\w* off|resum\w+|pick\w*(?: it| this)? up"
_AT = (
    r"(?: (?:is|are|will be|it|work))*"
    r"(?: (?:on|in|by|at|the|for|from|to|until|till|before|during|after|w/c|early|late|mid|end|of|[a-z]+day))*\W*$"
)
_BEGINS = re.compile(rf"\b(?:{_BEGIN}){_AT}", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"(?:\bnot\b|n't\b|\bcannot\b)(?P<deed>.*)\b(?:until|till|before)\W*$", re.IGNORECASE)
NO_END = re.compile(
    r"\b(?:know|hear|see(?! (?:us|it|this|that)\b)|tell|say|meet|sit|start\w*|begin|commence|back|in|here|find|learn"
    r"|decide\w*|get|receive|come|resource|fund|staff|recruit)\b",
    re.IGNORECASE,
)
"""What is no end of the work itself, though it will not be before a day."""
_OF_STEP = re.compile(
    rf"\b(?:(?:next|first(?! time)|another|one more)(?: (?!due\b)\w+){{0,2}}|{_BEGIN}|runs|going ahead"
    rf"|(?:i|we|they) meet(?: \w+)?){_AT}"
    r"|\b(?:going|out) again\b|^\W*(?:further|more)\b|\b(?:back to|let|send|tell|update) you\b"
    rf"|^\W*(?:(?!going|goes|it\b|this|that)\w+(?: is|'s| am)? )?back{_AT}"
    r"|\b(?:i|we)(?: will| shall|'ll) (?:look|reply|answer|respond|check|chase|ask)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(rf"\b(?:closes|closing|ends|ending){_AT}", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:by the time|say|suggest\w*|propos\w*|expect\w*|aim\w*|hop(?:e|ing)|should|realistic\w*|likely|think|now"
    r"|put off|towards|heading for|working to|looking (?:at|like)"
    r"|slip\w*|delayed|late|needs?|want|(?:can|could|may|shall) (?:i|we|it|this))\b"
    r"|(?:\b(?:not|now|left|\w+n't)\b.*|^\W*)\b(?:until|till)\b"
    r"|\b(?:due|done|ready|out|new|revised|target|closes|ends|complet\w+|finish\w*|clear\w*|deliver\w*"
    r"|launch\w*|open\w*|publish\w*"
    rf"|live|planned|scheduled|approved[a-z ]*){_AT}"
    r"|(?:\bwill|'ll)(?: now)? be(?: (?:in|on|at|the|end|of|w/c))* *$"
    r"|\b(?:by|before|during)(?: (?:the|end|start|middle|beginning|early|mid|late|of"
    r"|close of play|[a-z]+day|w/c))*\W*$",
    re.IGNORECASE,
)
_ENDS_BEHIND = re.compile(
    r" (?:for the (?:rest|remainder|others)|more like|please|before (?:i|we|it|they|this|there)\b)", re.IGNORECASE
)
"""What tells a day as the end of the work."""
_ASKS = re.compile(
    r"\b(?:(?:can|could|may|shall|would) (?:i|we|it|this)|say|about|suggest|propose)\b|^\W*(?:is|would)\b",
    re.IGNORECASE,
)


def is_of_step(day: Day) -> bool:
    """Whether a day is one on the way to the end of an action."""
    if _TO_ANSWER.match(day.behind) or _OF_STEP.search(day.before):
        return True
    waits = _NOT_UNTIL.search(day.before)
    if waits and NO_END.search(waits["deed"]):
        return True
    closes = _CLOSES.search(day.before)
    if closes and day.before[: closes.start()].strip():
        return True
    return bool(STEP.search(day.told if closes else day.before)) and not _WHOLE.search(day.before)


def runs_itself(before: str, behind: str) -> bool:
    """Whether what is moved or has time is a step, or a contract that runs: not the action."""
    return bool(_RUNS.search(CLAUSE_END.split(before)[-1]) or _TO_ANSWER.search(CLAUSE_END.split(behind)[0]))


_RUNS = re.compile(
    rf"(?:{STEP.pattern}|\b(?:contract|lease|licen[cs]e|agreement|cover)\b)"
    r"(?:['’]s| has| have| is| was| been| being| now)* *$",
    re.IGNORECASE,
)
_TO_ANSWER = re.compile(r" (?:to|for) (?:comment|respond|reply|bid|appl|object)", re.IGNORECASE)


def _is_promised(day: Day, *, asked: bool) -> bool:
    """Whether a day is told as the end of the work; in words that ask something, whether it is asked for."""
    in_a_while = day.due.text.startswith("in ")
    return bool(in_a_while or (_ASKS if asked else _ENDS).search(day.before) or _ENDS_BEHIND.match(day.behind))


def begins(day: Day) -> bool:
    """Whether a day is one on which something only begins."""
    return bool(_BEGINS.search(day.before))


_DID = (
    r"(?!need)(?:[a-z]{2,}ed|done|held|met|sent|made|given|went|ran|began|left|wrote|rewrote|took|was|were|had|did"
    r"|threw|came|fell|broke|got|said|told|brought|chose|kept|lost|saw)"
)
_TOLD = re.compile(
    rf"\b{_DID}\b(?: [\w'’&-]+){{0,10}} (?:on|in|at|before|during|last|since|back in)(?: the)? *$"
    rf"|\b(?!plann|schedul|book|expect|revis|propos|pencil|target|estimat|anticipat|agreed|delay|slip|mov|push|put"
    rf"|postpon"
    rf"|defer|chang|extend|done|complet|finish){_DID} (?:\w+day )?$"
    r"|\b(?:done|completed|finished) for $",
    re.IGNORECASE,
)
_FORETOLD = re.compile(
    r"\b(?:will|to(?! (?:the|our|all|an?|committee|cabinet|council|members|board|(?-i:[A-Z])\w+)\b)|be|being|shall"
    r"|would|should|can|not)\b|['’]ll\b|n['’]t\b",
    re.IGNORECASE,
)


def tells_of_past(before: str) -> bool:
    """Whether the words before a date tell of the past ("we stopped these in")."""
    clause = CLAUSE_END.split(before)[-1]
    return bool(_TOLD.search(clause)) and not _FORETOLD.search(clause)
