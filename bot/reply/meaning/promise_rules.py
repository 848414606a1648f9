"""The table of words behind which a promised date stands ("new date is", "moved to", "will be done by")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reply.words.requests import REQUESTS
from bot.reply.words.times import MONTH


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """Words that stand before a promised date."""

    name: str
    pattern: re.Pattern[str]


_BACKWARDS = (
    r"(?: (?:(?:this|that)(?: one| action)?|it|the (?:\w+ )?(?:date|deadline)|back|out|on|now|slightly|date|deadline|a"
    r" bit|(?:by )?(?:(?:an?|one|two|three|four|six|another|\d) (?:weeks?|months?|fortnight|quarter)))){0,3}"
)
_LEADS_ON = (
    r"(?: (?:has (?:now )?(?:been )?)?(?:slipped|moved|changed|extended|revised|pushed back|put back) to\b"
    r"| (?:is|of|to|will be|would be|for (?:this|it)(?: is)?|now)\b)*[ :=–-]*"
)
_NAMED_NEXT = (
    r"(?: (?:(?:a )?(?:new )?date of|down|an extension (?:to|until)|it (?:to|at|for)))? "
    r"(?=(?:the )?(?:(?:end|middle|start|beginning|early|mid|late)\b|\d{1,2}(?:st|nd|rd|th)?\b[ /.]"
    rf"|[a-z]{{2,6}}day\b|w/[ce]\b|week (?:commencing|ending)\b|{MONTH}\b))"
)
"""A date and nothing else behind what asks for one ("put 4 May")."""
_DONE = r"(?:complete|completed|done|finished|finalised|cleared|clear|gone|out|live)"
_FINISHED = rf"(?:be |have (?:this|it|them|these)(?: all)? )?(?:{_DONE}|finish|delivered|ready|in place)"


def _before_date(name: str, *parts: str) -> PromiseRule:
    return PromiseRule(name, re.compile("".join(parts), re.IGNORECASE))


ASKS_TO_SET, USES_DATE = "asks to set a date", "uses a date"
GIVES_NEW_DATE, AGREES_DATE, CORRECTS_DATE = "gives a new date", "agrees a date", "corrects the date"
DONE_BY, MOVES, NEEDS_UNTIL = "will be done by", "moves the date", "needs until"
PROMISE_RULES = (
    _before_date(ASKS_TO_SET, REQUESTS, _NAMED_NEXT),
    _before_date(
        GIVES_NEW_DATE,
        r"(?:\b(?:new|revised|amended|updated|proposed|suggested|agreed|latest|realistic|achievable|target|due)",
        r" (?:(?:target|due|completion|end|delivery) )?(?:date|deadline)\b"
        r"|\b(?:new|revised|amended|updated) (?:target|completion|timescale|delivery|finish|eta|ecd)\b)",
        _LEADS_ON,
    ),
    _before_date(
        CORRECTS_DATE,
        r"\b(?:(?:target|due|completion|end|finish|delivery) )?(?:date|deadline)(?: (?:for|of|on) (?:this|it|this one"
        r"|this action))? (?:should|needs? to|ought to) (?:be|read|say)",
        _NAMED_NEXT,
    ),
    _before_date(
        MOVES,
        r"\b(?:(?:re)?schedul|re-?baselin|mov|push|slipp?|extend|postpon|put|delay|deferr?|chang|shift|rearrang"
        r"|amend|revis|updat|set|reset)(?:e|es|ed|ing|s)?",
        _BACKWARDS,
        r"(?: from .{3,30}?)? (?:to|until|till|into) ",
    ),
    _before_date(
        "makes it",
        r"\b(?:make|set|call|say|push|change|put) (?:it|this|that|the date|the deadline|(?:me|us)(?= down for))"
        r"(?: (?:for|to|as|at|back to|down for))?",
    ),
    _before_date(
        USES_DATE,
        r"\b(?:use|take|put|record|enter|insert"
        r"|(?:i|we)(?:['’]d| would)?(?: now)? (?:like to )?(?:propose|suggest|request))"
        r"(?=[^.;\n]{4,40} as (?:the|a|its|our|my) (?:new |revised |target |due |completion |end )*(?:date"
        r"|deadline)\b(?! (?:of|for the|when)\b))"
        r"|(?:^|(?<=\n)|(?<=[.!;,–-] ))(?:so|therefore|hence)(?= [^.;?\n]{3,30} (?:please|instead|now)\W*(?:$|\n))"
        r"|\b(?:so (?:we(?:['’]ll| will) )?say|(?:we|i)(?:['’](?:re|m)| are| am)(?: now)? saying)",
        _NAMED_NEXT,
    ),
    _before_date(
        "asks for a date",
        r"(?:(?:^|(?<=\n)|(?<=[.!;,:–-] )|\bplease |\bso |\band )(?:please |sorry )*(?:put|show|record|enter|log"
        r"|request(?:ing)?|(?:i|we)"
        r"(?:['’]d| would)? (?:like|want|request|propose))|\b(?:can|could|may) (?:it|this|that) (?:please )?(?:go|be)"
        r"(?: (?:moved|put|pushed|changed|extended))?(?: back| out)?(?: to)?|\b(?:can|could|may|shall) (?:i"
        r"|we) (?:have|use|propose|ask for|get))",
        _NAMED_NEXT,
    ),
    _before_date(
        "is late until",
        r"(?:^|(?<=\n)|(?<=[.!;,:–-] ))(?:(?:a|slight|slightly|short|small|bit of a|some|little) )*(?:delay(?:ed)?"
        r"|slipp(?:ed|age)|late|overdue)(?: ?[,:;–-]+)? (?:(?:so|but|and|now|it['’]s|we['’]re) )*(?:publishing"
        r"|launching|completing|finishing|opening|going live)(?: (?:on|by|in|at))?",
        _NAMED_NEXT,
    ),
    _before_date(
        AGREES_DATE,
        r"\b(?:(?:i|we)(?:['’]ve| have)"
        r"|(?:(?:the|our|(?-i:[A-Z])\w+) ){0,2}(?:cabinet|council|committee|board|slt|cmt|members) (?:has|have))"
        r"(?: now| just| since)? (?:agreed(?: on)?|said|set)(?=(?:(?! to | and )[^.;\n]){4,60}\W*(?:$|\n|[.;]))",
        _NAMED_NEXT,
    ),
    _before_date(
        "is now due",
        r"(?:\bnow (?:due|scheduled|planned|on the agenda)(?: (?:for|by|in|on|to be (?:complete|completed|done))\b)*"
        r"|\b(?:opening|launch|completion|go[- ]?live|hand-?over|finish|delivery|publication|adoption)(?: date)?"
        r" (?:is|will be|should be|looks like being) now) ",
    ),
    _before_date(
        DONE_BY,
        r"(?:^|(?<=\n)|(?<=[.!;,–-] ))[ ,:;.-]{0,4}(?!(?:(?:and|yes|ok)\W+)*(?:i|we)\b.{1,10} be (?:ready|there))"
        r"(?:(?:this|it|the action|the work|we|i"
        r"|all|and|in progress|on track|under ?way|ok|yes)(?:[ ,:;.-]{1,3}|(?=['’]))){0,6}",
        rf"(?:(?:will|['’]ll)(?: now| all)? {_FINISHED}|to be {_DONE}|(?:out|live|up|ready|in place)(?= by ))"
        r"(?: (?:this|it))? (?:(?:by|in|on|at|before) |(?=within ))",
    ),
    _before_date(
        NEEDS_UNTIL,
        r"\b(?:need|have|want|require|allow|give (?:us|me|it|this)|(?:request(?:ing)? )?(?:an )?extension|extra \w+"
        r"|(?:more|extra) time|bit longer)(?:ed|s)?(?: (?!(?:who|and|but|them|him|her)\b)\w+){0,4}?,?"
        r" (?:until|till|to) ",
    ),
)
OUTRIGHT = frozenset((ASKS_TO_SET, GIVES_NEW_DATE, USES_DATE, NEEDS_UNTIL))
"""The rules of a date that we are asked outright to set: what stands before it only tells why."""
PLAIN_REQUESTS = OUTRIGHT | {MOVES}
"""The rules that give the new date, so that an earlier day before them is of something else."""
