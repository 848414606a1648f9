"""The table of words behind which a promised date stands ("new date is", "moved to", "will be done by")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.numbers import NUMBER_WORDS
from bot.reply.beside.deeds import DID
from bot.reply.words.requests import REQUESTS
from bot.reply.words.times import MONTH


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """Words that stand before a promised date. A weak rule may promise something else: it proposes, never writes."""

    name: str
    strong: bool
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


def _before_date(name: str, strong: bool, *parts: str) -> PromiseRule:
    return PromiseRule(name, strong, re.compile("".join(parts), re.IGNORECASE))


_SHOULD_BE = r" (?:should|needs? to|ought to) (?:be|read|say)"
_A_WHILE = (
    rf"(?:(?:another|a further|an extra|a) )?(?:\d{{1,2}} |(?:{NUMBER_WORDS}) )?(?:more |extra |further )?"
    r"(?:days?|weeks?|months?)\b"
)
"""A length of time, of which nobody says from when it counts."""
ASKS_TO_SET, USES_DATE = "asks to set a date", "uses a date"
GIVES_NEW_DATE, AGREES_DATE, CORRECTS_DATE = "gives a new date", "agrees a date", "corrects the date"
TAKES_LONGER, DONE_BY, NEEDS_UNTIL = "takes longer", "will be done by", "needs until"
PROMISE_RULES = (
    _before_date(
        ASKS_TO_SET,
        True,
        REQUESTS,
        _NAMED_NEXT,
    ),
    _before_date(
        GIVES_NEW_DATE,
        True,
        r"(?:\b(?:new|revised|amended|updated|proposed|suggested|agreed|latest|realistic|achievable|target|due)",
        r" (?:(?:target|due|completion|end|delivery) )?(?:date|deadline)\b"
        r"|\b(?:new|revised|amended|updated) (?:target|completion|timescale|delivery|finish|eta|ecd)\b)",
        _LEADS_ON,
    ),
    _before_date(
        "gives a date",
        False,
        r"\b(?:(?:completion|end|finish|delivery|realistic|likely|launch|go[- ]live|opening|publication|forecast)"
        r"(?: \w+)? (?:date|deadline)|eta|ecd)\b",
        _LEADS_ON,
    ),
    _before_date(
        CORRECTS_DATE,
        True,
        r"\b(?:(?:target|due|completion|end|finish|delivery) )?(?:date|deadline)(?: (?:for|of|on) (?:this|it|this one"
        r"|this action))?",
        _SHOULD_BE,
        _NAMED_NEXT,
    ),
    _before_date(
        "should be",
        False,
        r"\b(?:should (?:have been|be|read|say)|(?:i|we) meant(?: to (?:say|put|write))?|meant to be)",
        _NAMED_NEXT,
    ),
    _before_date(
        "is ready by", False, r"\b(?:i|we)(?: will|['’]ll)(?: now| all)? be (?:ready|there) (?:by|in|on|at|before) "
    ),
    _before_date(
        "moves the date",
        True,
        r"\b(?:(?:re)?schedul|re-?baselin|mov|push|slipp?|extend|postpon|put|delay|deferr?|chang|shift|rearrang"
        r"|amend|revis|updat"
        r"|set|reset)(?:e|es|ed|ing|s)?",
        _BACKWARDS,
        r"(?: from .{3,30}?)? (?:to|until|till|into) ",
    ),
    _before_date(
        "makes it",
        True,
        r"\b(?:make|set|call|say|push|change|put) (?:it|this|that|the date|the deadline|(?:me|us)(?= down for))"
        r"(?: (?:for|to|as|at|back to|down for))? ",
    ),
    _before_date(
        USES_DATE,
        True,
        r"\b(?:use|take|put|record|enter|insert"
        r"|(?:i|we)(?:['’]d| would)?(?: now)? (?:like to )?(?:propose|suggest|request))"
        r"(?=[^.;\n]{4,40} as (?:the|a|its|our|my) (?:new |revised |target |due |completion |end )*(?:date"
        r"|deadline)\b(?! (?:of|for the|when)\b))"
        r"|(?:^|(?<=\n)|(?<=[.!;,–-] ))(?:so|therefore|hence)(?= [^.;?\n]{3,30} (?:please|instead|now)\W*(?:$|\n))",
        _NAMED_NEXT,
    ),
    _before_date(
        "asks for a date",
        True,
        r"(?:(?:^|(?<=\n)|(?<=[.!;,:–-] )|\bplease |\bso |\band )(?:please |sorry )*(?:put|show|record|enter|log"
        r"|request(?:ing)?|(?:i|we)"
        r"(?:['’]d| would)? (?:like|want|request|propose))|\b(?:can|could|may) (?:it|this|that) (?:please )?(?:go|be)"
        r"(?: (?:moved|put|pushed|changed|extended))?(?: back| out)?(?: to)?|\b(?:can|could|may|shall) (?:i"
        r"|we) (?:have|use|propose|ask for|get))",
        _NAMED_NEXT,
    ),
    _before_date(
        "is late until",
        True,
        r"(?:^|(?<=\n)|(?<=[.!;,:–-] ))(?:(?:a|slight|slightly|short|small|bit of a|some|little) )*(?:delay(?:ed)?"
        r"|slipp(?:ed|age)|late|overdue)(?: ?[,:;–-]+)? (?:(?:so|but|and|now|it['’]s|we['’]re) )*(?:publishing"
        r"|launching|completing|finishing|opening|going live)(?: (?:on|by|in|at))?",
        _NAMED_NEXT,
    ),
    _before_date(
        AGREES_DATE,
        True,
        r"\b(?:(?:i|we)(?:['’]ve| have)"
        r"|(?:(?:the|our|(?-i:[A-Z])\w+) ){0,2}(?:cabinet|council|committee|board|slt|cmt|members) (?:has|have))"
        r"(?: now| just| since)? (?:agreed(?: on)?|said|set)(?=(?:(?! to | and )[^.;\n]){4,60}\W*(?:$|\n|[.;]))",
        _NAMED_NEXT,
    ),
    _before_date(
        "is asked for by another",
        False,
        r"\b(?:(?-i:[A-Z])[\w'’]+|s?he|they|the [\w ]{3,30}?) (?:would like|wants?|(?:has |have )?ask(?:s|ed) for"
        r"|proposes?|suggests?|requests?)"
        r"|\b(?!i\b|we\b|so\b|and\b|then\b|let)[\w'’]+ (?:says?|reckons?|expects?|quot(?:es|ed)|(?:has "
        r"|have )?(?:told us|advised))",
        _NAMED_NEXT,
    ),
    _before_date(
        "puts a date",
        False,
        r"\b(?:(?:i|we)(?:['’]d| would| will|['’]ll| can)(?: now)? (?:put|use|do|go (?:for|with)|commit to|work to"
        r"|set|offer)|(?:please |you can )(?:use|put in)|realistically,?(?: it['’]?s| it is| it will be| it['’]ll be"
        r"| we(?:['’]re| are))?(?: now)?(?: looking at| talking)?|(?:it|this|we)(?: will|['’]ll)(?: now"
        r"| likely| all)? be|\bso|more like|think(?:ing)?|looking (?:at|like)|look(?:s|ing) like being"
        r"|working (?:to|towards)|heading for|pencill?ed(?: it| this)? in(?: for)?|(?:agreed|settled) on)",
        _NAMED_NEXT,
    ),
    _before_date(
        "suggests a date",
        False,
        r"(?:^|(?<=\n)|(?<=[.!;,–-] )|\bso |\band )(?:is|would|will)(?=[^.;?\n]{3,26} (?:ok|okay|possible|acceptable"
        r"|alright|all right|fine|doable|any good|any better|instead)\b)"
        r"|(?:(?:^|(?<=\n)|(?<=[.!;,–-] )|\bso )(?:please |so |let['’]?s |i['’]d |we['’]d |(?:i|we) (?:would )?)*"
        r"(?:say|suggest|go for)|\b(?:can|could|may|shall) (?:i|we|you) (?:say|suggest|go for))",
        _NAMED_NEXT,
    ),
    _before_date(
        "is now due",
        True,
        r"\bnow (?:due|scheduled|planned|on the agenda)(?: (?:for|by|in|on|to be (?:complete|completed|done))\b)* ",
    ),
    _before_date(
        DONE_BY,
        True,
        r"(?:^|(?<=\n)|(?<=[.!;,–-] ))[ ,:;.-]{0,4}(?:(?:this|it|the action|the work|we|i"
        r"|all|and|in progress|on track|under ?way|ok|yes)(?:[ ,:;.-]{1,3}|(?=['’]))){0,6}",
        rf"(?:(?:will|['’]ll)(?: now| all)? {_FINISHED}|to be {_DONE})(?: (?:this|it))?"
        r" (?:(?:by|in|on|at|before) |(?=within ))",
    ),
    _before_date(
        "is now due",
        True,
        r"\b(?:opening|launch|completion|go[- ]?live|hand-?over|finish|delivery|publication|adoption)(?: date)?"
        r" (?:is|will be|should be|looks like being) now",
        _NAMED_NEXT,
    ),
    _before_date(
        DONE_BY,
        True,
        r"(?:^|(?<=\n)|(?<=[.!;,–-] ))(?:out|live|up|ready|in place) by",
        _NAMED_NEXT,
    ),
    _before_date(
        "has the rest by",
        True,
        r"(?:^|(?<=\n))\d{1,4} (?:out )?of (?:the |our )?\d{1,4}(?: (?!north|south|east|west)[a-z]+)?"
        rf" {DID}(?: so far| to date| now)?[.,;]\s(?:the )?(?:remainder|rest|others)(?: (?:will be|to be) {DID})? by",
        _NAMED_NEXT,
    ),
    _before_date(
        NEEDS_UNTIL,
        True,
        r"\b(?:need|have|want|require|allow|give (?:us|me|it|this)|(?:request(?:ing)? )?(?:an )?extension|extra \w+"
        r"|(?:more|extra) time|bit longer)(?:ed|s)?(?: (?!who\b|and\b|but\b)\w+){0,4}?,? (?:until|till|to) ",
    ),
    _before_date(
        "to be done by",
        False,
        r"\b(?:(?:completed|done|finished|delivered|approved|signed off)(?! (?:for|it|this|them)\b)|completes?"
        r"|finish|finalised?|ready"
        r"|in place|back on (?:track|schedule|target|course)|expect(?:ed|ing)|(?<!was )(?<!were )due|completion"
        r"|(?<!on )target(?:ing)?|aim(?:ing)? for|hope(?:ful(?:ly)?)?|anticipated?|planned|scheduled)",
        rf"(?: (?:this|it|to be))?(?: (?:by|in(?! {_A_WHILE})|on|at|for|before|of))? ",
    ),
    _before_date(
        TAKES_LONGER,
        False,
        r"(?:\b(?:needs?|wants?|requires?|allow|give (?:us|me|it|this)|be|take(?= another| a further)|looking at"
        r"|(?:i|we)(?:['’]d| would) say(?= another| a further)) "
        rf"|(?:^|(?<=\n)|(?<=[.,;:–-] ))(?={_A_WHILE} (?:please|pls)\b))",
        rf"(?={_A_WHILE})",
    ),
    _before_date(
        "goes out on",
        False,
        r"\b(?:go(?:es|ing)? (?:live|out)|launch(?:es|ing)|open(?:s|ing)|publish(?:es|ing)|complet(?:es|ing)"
        r"|finish(?:es|ing)|(?:^|(?<=[,;–-] ))(?:closes|ends)|deliver(?:s|ing)|deliver(?:y|ies) expected"
        r"|(?:will|['’]ll)(?: now)? be (?:\w+ )?\w+(?:ed|en|wn|ilt|eld|one))(?: (?:by|in|on|at|from|before|during))?",
        _NAMED_NEXT,
    ),
    _before_date(
        "is put off",
        False,
        r"\b(?:put off|held over|adjourned|deferred|postponed|carried over|put back)(?: (?:the|a|its|our|this"
        r"|it) (?:\w+ )?)?(?: by \w+)? ?(?:to|until|till) (?:(?:the|our|its) )?(?:(?:\w+ )?(?:meeting|committee|cabinet"
        r"|council|board) (?:on |of |in )?)?",
    ),
    _before_date("slips by", False, r"\b(?:slipp?|delay|late)(?:ed|ing|s)? (?:by )?"),
    _before_date(
        "names a day",
        False,
        r"\b(?:by|before|^(?:until|till)",
        r"|(?:not|now|runs?|running|continu\w+|in progress|extend\w*)(?: \w+){0,2}? (?:until|till)",
        r"|n['’]t(?: \w+){0,2}? (?:until|till)) ",
    ),
)
OUTRIGHT = frozenset((ASKS_TO_SET, GIVES_NEW_DATE, USES_DATE, NEEDS_UNTIL))
"""The rules of a date that we are asked outright to set: what stands before it only tells why."""
PLAIN_REQUESTS = OUTRIGHT | {"moves the date"}
"""The rules that give the new date, so that an earlier day before them is of something else."""
WEAK = frozenset(rule.name for rule in PROMISE_RULES if not rule.strong)
"""The rules whose dates may be promised for something else."""
LOOSE = frozenset(("slips by", "puts a date"))
"""Weak rules whose date may as well stand for itself ("delayed, now 3 May")."""
