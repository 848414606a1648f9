"""The words around a date that bend it, and the words that stand in its place, as tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.plan import DueKind
from bot.reading.months import MONTHS
from bot.reading.numbers import NUMBER_WORDS


@dataclass(frozen=True, slots=True)
class WordRule:
    name: str
    pattern: re.Pattern[str]
    kind: DueKind
    sentence: str | None
    doubtful: bool


def _word_rule(name: str, kind: DueKind, sentence: str | None, pattern: str) -> WordRule:
    return WordRule(name, re.compile(pattern, re.IGNORECASE), kind, sentence, sentence is not None)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FULL_MONTHS = tuple(name for name in MONTHS if len(name) > 3)
NUMBER = rf"(?:\d{{1,3}}|an?|{NUMBER_WORDS}|few|several|couple\sof)"
UNIT = r"(?:working\s|calendar\s)?(?:day|week|fortnight|month|quarter|year)s?"
FILL = r"(?:\s?(?:of|in|on|the|month|year|financial|calendar|at|is|are|date|:|-))*\s*$"
UNSETTLED = _compiled(
    r"\b(?:tb[acd]|to\sbe\s(?:confirmed|agreed|announced|advised|determined|decided|arranged)|provisional(?:ly)?"
    r"|subject\sto|depend(?:ent|ing|s)|provided|if|indicative|likely|possibly|hopefully|tentative(?:ly)?|maybe|perhaps)\b|\?"
)
ONGOING_BESIDE = _compiled(
    r"\0\s?/?\s?on-?going\b|\bon-?going\s?/?\s?\0|^on-?going\b(?!.*\b(?:until|till|to|through)\b.*\0)"
)
HAPPENED = _compiled(
    r"(?:fully\s|now\s|was\s)?(?:completed?|done|closed|finished|implemented|achieved|delivered|started|commenced|held|began"
    r"|begun)\b(?!\s(?:by|before)\b)"
)
"""A phrase that tells of what was: a date in it without a year is the latest that has been."""
CLOSED_FIRST = _compiled(r"(?:superseded|cancel+ed|withdrawn|abandoned|no\slonger\s(?:required|needed|applicable))\b")
REFERS = _compiled(
    r"\b(?:see|refer(?:s|red)?\sto|minutes?\sof|in\saccordance\swith)\b[^.;]{0,40}$"
    r"|(?:\b[cb]/f|\b(?:carried|brought|rolled)\s(?:forward|over))\sfrom\s(?:the\s)?$"
)
TOLD = _compiled(
    r"(?<!be )(?<!being )\b(?:dated|adopted|approved|agreed|endorsed|ratified|issued|published|reviewed|signed|noted"
    r"|discussed|considered|presented|introduced|established|expired|lapsed|minuted|updated|reported|sent|placed|held|met"
    r"|launched|received|raised|opened|logged|created|added|identified|recorded|appointed|letter|e-?mail"
    r"|c/f|b/f|(?:carried|brought|rolled)\s(?:forward|over)|(?:outstanding|overdue)\s(?:since|from)"
    r"|(?:last|previous)\s(?:revised|done|completed|tested|audit(?:ed)?|review|inspection|meeting|return)"
    r"|(?:as|position|correct)\s(?:at|of)|baseline|(?:data|figures)\sfor|version)\b"
    r"(?:\s(?!for\b|until\b|till\b|due\b|target\b|deadline\b)[\w']+){0,6}(?<!\bby)\s?:?\s?\(?$"
)
"""Words that lead to a day that has been and on which nothing falls due."""
_DOCUMENT = (
    r"(?:budget(?:[\s-]setting)?|accounts|precept|settlement|outturn|mtf[sp]|estimates|(?:audit|service|business|delivery|corporate|work"
    r"|action|improvement|annual)\s(?:plan|programme|report)|capital\sprogramme|annual\sreport|council\stax)"
)
OF_YEAR = _compiled(
    rf"\s(?:(?:draft|annual|revenue|capital|final|council|internal|council's)\s){{0,2}}(?:{_DOCUMENT}|plan|programme|audit|report"
    r"|survey|figures|data|baseline|returns?|allocation|(?:service|budget|financial)\splanning|grant|round|process|cycle)\b"
)
YEAR_OF = _compiled(rf"\b{_DOCUMENT}(?:\s(?:for|of|in))?(?:\sthe)?[\s(]{{1,2}}$")
IN_TIME_FOR = _compiled(r"\bin\s(?:good\s)?time\sfor\s(?:the\s)?$")
ELECTION = _compiled(r"\s(?:\w+\s)?elections?\b")
ELECTION_BEFORE = _compiled(r"\belections?\s(?:in\s)?(?:the\s)?$")
HANGS_ON = _compiled(
    r"^(?:after|following|once|when|upon|subject\sto|pending|on\s(?:completion|receipt|approval)\sof)\b"
)
"""What opens a phrase that counts on something else, so that a date in it may be the day of that."""
OF_ANOTHER_STEP = _compiled(
    r"[(\[]\s?(?:(?:first|initial|early|full|formal|public)\s)?(?:pilot|trial|draft|consultation|stage|phase|interim|tender"
    r"|procurement|options|design|survey|launch|start|recruitment)s?(?:\s(?:\w{1,3}|report|stage|phase|from|starts|begins))?"
    r"\s?[:–-]?\s?(?:\d{1,2}\s)?$"
    r"|[,;(]\s?(?:and\s|then\s)?(?:to\sbe\s)?(?:(?:next|annual|further|formal)\s)?review(?:ed)?"
    r"(?:\s(?:again|due|date|in|by|on|at|the|end|of))*\s?[:-]?\s?$"
)
"""What says that a date is of a step on the way, in brackets, or of a later review: "May 2028, review in May 2029"."""
WAS = _compiled(
    r"\b(?:was(?:\sdue)?(?:\s(?:by|in|on|for))?|previously|formerly|initially|orig(?:inal(?:ly)?)?\.?(?:\s(?:date|target|deadline|due|set\sfor))*"
    r"|(?:revised|moved|changed|extended|slipped|deferred|postponed)\sfrom)\s*[:(-]?\s*$"
)
"""What leads to a date that another one has replaced."""
OPENS_UNSETTLED = _compiled(r"\W*(?:tb[acd]|to\sbe\s(?:confirmed|agreed|announced|advised|determined|decided))\b")
EXTENDED_BY = _compiled(rf"\s?[,(-]?\s?(?:extended\sby|plus|\+)\s?{NUMBER}\s?{UNIT}\b")
"""A year that says which budget or plan is meant, and no day: "2026/27 budget", "Audit Plan 2026/27"."""
REPEATS = _compiled(
    r"\b(?:annually|yearly|each|every|per\s(?:annum|year|month|quarter)|quarterly|monthly|weekly"
    r"|fortnightly|daily"
    r"|bi-?(?:monthly|weekly|annually)|(?:six|three|6|3)[\s-]?monthly|half[\s-]?yearly"
    rf"|(?:twice|{NUMBER}\stimes)\sa\syear|termly|(?<!by\s)(?<!by\sthe\s)(?:first|second|third|last|1st|2nd|3rd|4th)\s(?:mon|tues|wednes|thurs|fri)day\sof\s(?:the\s)?month)\b"
)
YEARLY = _compiled(
    r"\bannual\s(?:\w+\s)?(?:reviews?|refresh|updates?|checks?|inspections?|surveys?|training|renewal|returns?|appraisals?"
    r"|assessments?|reminders?|visits?|stocktake|drop)\b"
)
"""Work that a month without a year stands beside because it comes round: "Annual review in May"."""
REPLACED = _compiled(
    r"\b(?:revised?|now|moved|extended|extension|slipped|deferred|postponed|re-?scheduled|changed|new|put\sback"
    r"|replaced)\b|->|→|=>"
)
MOVED_FROM = _compiled(
    r"\b(?:moved|slipped|revised|extended|changed|deferred|postponed|put\sback|re-?scheduled|delayed)\s(?:\w+\s){0,2}from"
    r"(?:\sthe|\send|\sof)*\s$"
)
COUNTED_FROM = _compiled(
    rf"\b{NUMBER}(?:\s?-\s?\d{{1,2}})?\s?-?{UNIT}['’]?\s(?:of|after|from|following|before"
    rf"|prior\sto)\s(?:the\s)?(?:(?!(?:by|due|target|deadline)\b)[\w'’-]+,?\s){{0,5}}(?:\((?:[a-z]+[.,]?\s){{0,3}})?$"
)
PART = r"\s?(?:the\s)?(?:(?:end|early|mid|late)[\s-](?:of\s)?(?:the\s)?)?"
RANGE = _compiled(rf"\s?[.,]?\s?(?:-|to|until|till|through|up\sto){PART}")
LIST = _compiled(rf"\s?(?:/|&|,|and|or|and/or|,\s?and){PART}")
START = _compiled(
    r"\b(?:start(?:s|ed|ing)?|commenc(?:e|es|ed|ing)|begins?|beginning|began|begun)(?:\sdate|\sin|\son|\sby)?\s?[:-]?\s?$"
)
END = _compiled(
    rf"\s?[.,;/-]?\s?(?:and\s)?(?:(?:(?:due\s|expected\s|aims?\s)?to\s)?(?:end|finish|completion|complete)(?:\sdate|\sin|\son|\sby)?\s?[:-]?{PART}|end\s?)"
)
BETWEEN = _compiled(r"\b(?:between|from)\s(?:the\s)?$")
DRAFT_THEN_FINAL = _compiled(
    r"^[^\0]*\bdraft\b[^\0]*\0[^\0]*\bfinal(?:ise[d]?)?\b[^\0]*\0|\0[^\0]*\bdraft\b[^\0]*\0[^\0]*\bfinal(?:ised)?\b"
)
LETTERS = _compiled(r"[^\W_]")
LETTERS_OR_AND = _compiled(r"[^\W_]|[&+]")
AFTER = _compiled(r"\b(?:after|following|post|beyond|not\sbefore|no\searlier\sthan|not\suntil|once)\b")
NOT_BEFORE = _compiled(r"not\s(?:before|until|earlier)\b")
OPEN_BEFORE = _compiled(
    r"\b(?:after|following|since|from|post|beyond|not\sbefore|no\searlier\sthan|not\suntil|onwards?\sfrom|w\.?e\.?f\.?|effective"
    r"|(?<!not\s)(?<!yet\s)start(?:s|ed|ing)?|began|begun"
    rf"|to\s(?:start|begin)|commenc(?:e|es|ed|ing)"
    rf"|beginning){FILL}(?<!beginning of )(?<!start of )(?<!beginning of the )(?<!start of the )"
)
OPEN_AFTER = _compiled(
    r"\s?[,-]?\s?(?:onwards?\b|to\s(?:present|date)\b|present\b|to\sdate\b|\+(?!\d))|\s?-\s?(?:ongoing|current|now)\b"
)
WEEK_FROM = _compiled(
    r"(?:\b(?:w|wk)\s?/?\s?[cb]|\bw(?:ee)?k(?:\s(?:comm(?:encing)?|beg(?:inning)?|starting"
    r"|of)))[.:]?\s?(?:on\s)?(?:the\s)?(?:[a-z]{3,9}day,?\s|[a-z]{3}\s)?$"
)
WEEK_TO = _compiled(
    r"(?:\bw\s?/\s?e|\bw(?:ee)?k\s(?:end(?:ing)?|to))[.:]?\s?(?:the\s)?(?:[a-z]{3,9}day,?\s|[a-z]{3}\s)?$"
)
NTH_WEEK = _compiled(
    r"\b(?P<n>first|1st|second|2nd|third|3rd|fourth|4th|last|final)\sweek\s?(?:of"
    r"|in)?\s?(?:the\s)?$"
)
NTH_WEEKDAY = _compiled(
    r"\b(?P<n>first|1st|second|2nd|third|3rd|fourth|4th|last|final)\s(?P<day>mon|tues|wednes|thurs|fri|satur|sun)day"
    r"\s(?:of|in)\s(?:the\s)?$"
)
EARLY = _compiled(rf"\b(?:early|start|beginning|first\spart|dechrau){FILL}")
MID = _compiled(r"\b(?:mid|middle|canol|(?:1st|first)\shalf)(?:[\s-]?(?:of|in|the|financial|year))*[\s-]*$")
BEFORE = _compiled(r"\b(?<!not )(?<!or )(?:before|prior\sto|ahead\sof|in\sadvance\sof)\s(?:the\s)?$|\bpre[\s-]$")
FIRST_OF = _compiled(r"\bfirst\sof\s$")
WEEKDAY = _compiled(
    r"\b(?P<day>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?),?\s(?:the\s)?$"
)
WORD_BY_NUMBER = _compiled(
    r"(?P<word>\b[a-z0-9]{4,10})[\s.,'-]{1,2}\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)?\s(?P<later>[a-z0-9]{4,10})\b"
)
MEANS_SOMETHING = _compiled(r"[^\W_]|\?")

WORD_RULES = (
    _word_rule("ongoing", DueKind.ONGOING, None, r"^on-?\s?going\b"),
    _word_rule(
        "not applicable",
        DueKind.UNKNOWN,
        None,
        r"^(?:n\s?/?\s?a|none|nil|not\sapplicable|no\s(?:due\s|end\s|target\s)?date)\.?$",
    ),
    _word_rule(
        "to be confirmed",
        DueKind.UNKNOWN,
        'You wrote "{text}": which date?',
        r"\b(?:tb[acd]|t\.b\.[acd]|to\sbe\s(?:confirmed|agreed|announced|advised|determined|decided|set"
        r"|arranged|scheduled)|not\s(?:yet\s)?(?:set|known|agreed)"
        r"|awaited|unknown|i'w\s?gadarnhau)\b|^\?+$",
    ),
    _word_rule(
        "recurring",
        DueKind.RECURRING,
        None,
        REPEATS.pattern + r"|\b(?:annual(?!\s(?:\w+\s)?(?:meeting|assembly|conference|council)\b)|bi-?annual"
        r"|regular(?:ly)?|cyclical|periodic(?:ally)?|rolling\s(?:monthly|annual)"
        r"|[bf]lynyddol|[mf]isol|wythnosol|chwarterol|bob\s(?:blwyddyn|mis|chwarter|wythnos))\b",
    ),
    _word_rule(
        "counted from an event",
        DueKind.RELATIVE,
        '"{text}" counts from something else: set the date it comes to.',
        rf"\b(?:with)?in\s(?:the\s(?:next|first|coming)\s)?{NUMBER}\s?-?{UNIT}\b|\b{NUMBER}(?:\s?(?:-"
        rf"|to)\s?\d{{1,2}})?[\s-]?{UNIT}\b"
        r"|\b(?:short|medium|long(?:er)?)[\s/-]*(?:medium|long)?[\s-]?term\b|\b(?:this|next"
        r"|end\sof\s(?:the\s|this\s|next\s)?|later\sthis|coming)\s?(?:week|month|quarter|year|summer|term)\b"
        r"|\bmonth[\s-]end\b|\b(?:municipal|civic|council|academic|school|tax|contract)\syear\b|\b(?:tomorrow|today|(?:next|by|this)\s(?:mon|tues|wednes|thurs|fri)day)\b"
        r"|\b(?:years?|yrs?|phase|months?|stage|tranche|weeks?)\s\d{1,2}\b|\bnext\s(?:\w+\s){0,2}(?:meeting|agm|review|round)\b",
    ),
    _word_rule(
        "ongoing",
        DueKind.ONGOING,
        None,
        r"\b(?:on-?\s?going|throughout|continu(?:ous(?:ly)?|al(?:ly)?|ing|es?)|rolling|permanent(?:ly)?"
        r"|business\sas\susual|b\.?a\.?u\.?|as\sand\swhen|as\s(?:required|needed|necessary)"
        r"|has\sstarted|have\sstarted|started|commenced|under\s?way|in\sprogress|in\shand|24/7|standing\sitem"
        r"|whole\sterm|until\sfurther\snotice|(?:life|duration|course)\sof|parhaus|ar\sy\sgweill)\b",
    ),
    _word_rule(
        "after an event",
        DueKind.RELATIVE,
        '"{text}" depends on something else: set a date.',
        r"\b(?:after|following|once|subject\sto|depend(?:ent|s|ing)\s(?:up)?on|on\s(?:completion|approval|adoption|receipt|appointment|publication|award)|upon|when"
        r"|pending|prior\sto|before|in\sline\swith|as\spart\sof|linked\sto|in\stime\sfor|post|by)\b",
    ),
    _word_rule(
        "at once",
        DueKind.UNKNOWN,
        '"{text}" names no day: which date is meant?',
        r"\b(?:immediate(?:ly)?"
        r"|asap|a\.s\.a\.p\.?|as\ssoon\sas|urgent(?:ly)?|now)\b",
    ),
    _word_rule(
        "already done", DueKind.UNKNOWN, None, r"\b(?:complete(?:d)?|done|achieved|closed|in\splace|implemented)\b"
    ),
)
