"""Plain accounts of work that goes on, without a word of status: what is being done, and how much of it has been."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Status
from bot.reading.numbers import NUMBER_WORDS
from bot.reply.beside import doubts, harmless
from bot.reply.beside.deeds import DID
from bot.reply.meaning.cues import STEP
from bot.reply.meaning.said import Said
from bot.reply.words import completing
from bot.reply.words.phrases import any_of
from bot.reply.words.times import DAY

RULE = "tells of work going on"

_COUNT = re.compile(
    r"(?<![\d.,/])(?P<some>\d[\d,]*) (?:out )?of (?:(?:the|our|all) ){0,2}(?P<all>\d[\d,]*)\b(?![/.]\d)", re.IGNORECASE
)
_SHARE = re.compile(r"(?<![\d.])(?P<some>[1-9]\d?) ?(?:%|per ?cent\b)", re.IGNORECASE)
_NO_WORK = (
    r"(?:(?:hop|aim|try|expect|think|plann|intend|wait|await|leav|struggl|fail|miss|stopp|ask|wonder|look|chas|com|be"
    r"|hav|gett|go|meet|start|beginn|slipp|lack|deal|lead|cover|handl|tak|clos|finish|complet|paus|retir|mov|bring"
    r"|suppos|pend|outstand|consider|draw|discuss|debat|dur|remain|follow|concern|regard|noth|someth|everyth|anyth|runn"
    r"|operat|function|laugh|say)ing\b|working(?! (?:on|with|through|to(?! (?:it|them)\b)|towards)\b))"
)
_OPEN_TASK = (
    r"(?:draft|finalis|consult|collat|format|review|test|recruit|writ|gather|analys|work|negotiat|procur|install|build"
    r"|prepar|develop|updat|visit|survey|interview|design|map|roll|train|audit|cost|edit|proof-?read|advertis|agree"
    r"|scop)"
)
_NAME = rf"(?!(?:on|in|by|at|from|for)\b|{DAY})[\w'’]+"
_WITH_SOMEBODY = (
    r"\b(?:draft|report|paper|proof|spec(?:ification)?|brief|form|application|document|plan|contract|bid|proposal|submission"
    r"|policy|strategy|drawing)s? (?:(?:is|are|now|currently) )*with (?=the |our |my |(?-i:[A-Z])|legal\b|finance\b"
    rf"|procurement\b|members\b|comms\b|(?:designer|printer|translator|lawyer|solicitor|auditor)s?\b|counsel\b)"
    rf"{_NAME}(?: {_NAME}){{0,4}}$"
)
_COUNTED_SO_FAR = (
    rf"(?<!every )(?<!no )\b(?:[1-9]\d*|(?!one\b)(?:{NUMBER_WORDS})) (?:[a-z][\w'’-]* ){{0,3}}?"
    r"(?!receiv|report|record|reduc|reject|resign|fail|delay|cancel)"
    r"(?:\w{2,}ed|held|run|done|met|built|sent|drawn|written|(?<!fallen )through) (?:so far|to date)$"
)
GOES_ON = re.compile(
    r"\b(?:am|are|is|['’](?:re|m|s)|been) (?:(?:still|now|just|currently|all|also|busy|steadily|both"
    rf"|well) )*(?!{_NO_WORK})\w{{3,}}ing\b|(?:^|[.,;:\n–-] ?|\b(?:now|just|still|currently"
    rf"|(?<!\bin )(?<!\bup )(?<!ed )and|busy) ){_OPEN_TASK}\w{{0,4}}ing\b|\bbeing (?:(?!complet|finish|clos|replac"
    r"|scrapp|cancell|abandon)\w+ed|held|made|sent|built|written|drawn up|put|set up|taken|run|met|brought|bought)\b"
    r"|\b(?:a (?:third|quarter)|two[- ]thirds|three[- ]quarters|half) (?:of )?(?:the|our|through)\b"
    r"|(?<!was )(?<!were )\bgoing (?:very |really )?(?:well|fine|ok(?:ay)?|smoothly|to plan)\b|\b(?:ticking|chugging"
    r"|moving|coming|getting) (?:along|over|forward|on (?:\w+ )?(?:well|nicely|fine))\b"
    rf"|\bout (?:for|to) (?:consultation|comments?|review|tender|advert|quotes?)\b|{_WITH_SOMEBODY}"
    rf"|{_COUNTED_SO_FAR}|\b(?:with|sent|gone|went|shared|circulated|out) (?:[\w'’]+ ){{0,6}}for (?:comments?|review"
    r"|checking|proofing|translation|quality assurance|sign[ -]?off|approval)\b|^doing$|\b(?:happening"
    r"|taking place) (?:every|each) \w+|\b(?:drafts?|comments?|quotes?|returns?|responses?) (?:(?:is"
    r"|are) )?(?:all )?(?:back|in)\b",
    re.IGNORECASE,
)
_TIME_OR_PEOPLE = r"(?:days?|weeks?|months?|years?|hours?|fortnights?|staff|officers?|people|of)\b"
_PEOPLE = rf"(?:{_TIME_OR_PEOPLE}|\w+(?:[eo]r|ist|ant)s\b)"
_TO_GO = re.compile(
    rf"(?<![\d.,/])\b[1-9]\d*(?! (?:[a-z][\w'’-]* )?{_TIME_OR_PEOPLE})(?: [a-z][\w'’-]*)?(?: still)? (?:left to (?:do"
    r"|go|visit|check|finish|inspect|survey|train|fit|install|repair|replace|clear|process|review)|to go)$"
    rf"|^(?:(?:we['’]re|we are|now) )*down to [1-9]\d*\b(?! ?%| {_TIME_OR_PEOPLE}| (?:\w+ )?\w+(?:[eo]r|ist|ant)s\b)",
    re.IGNORECASE,
)
"""A count of what is left ("18 to go")."""
_OUT = r"^(?:the |our )?(?:tender|advert|survey|invitation|quote)s? (?:(?:is|are|has|have|now|all|gone) )*out$"
_BEGUN = re.compile(
    rf"{_OUT}|^(?:no )?not quite(?: (?:there|yet|done|finished|complete|ready|all))?$|(?<!were )(?<!was )\bon order\b"
    rf"|^(?:(?:[1-9]\d*|{NUMBER_WORDS}) )(?:[a-z][\w'’-]* ){{1,2}}(?:in|up|on|live|trained|fitted|so far)$"
    r"|^(?!.*(?:\b(?:not?|none|nothing|never|neither|yet|be|being)\b|n['’]t\b)).*\b(?:re)?drafted\b|^(?:(?:only|just"
    r"|still|with) )*(?:[1-9]\d* (?:still )?(?:left|to go|remaining)"
    rf"|(?:{NUMBER_WORDS})(?! (?:[a-z][\w'’-]* )?{_TIME_OR_PEOPLE})(?: [a-z][\w'’-]*){{0,2}} left to [a-z]+)$"
    rf"|^[1-9][\d,]* (?:still open$|(?:[a-z][\w'’-]* ){{0,2}}{_OPEN_TASK}\w{{0,4}}ed$)"
    rf"|\b(?:only|just) (?:[1-9]\d*|{NUMBER_WORDS})(?! (?:[a-z][\w'’-]* )?{_PEOPLE}) (?:[a-z][\w'’-]* ){{0,3}}left\b"
    rf"|(?<!team is )(?<!we are )(?<!we['’]re )\bdown from [1-9][\d,]* (?:(?!{_PEOPLE})[a-z][\w'’-]* )?"
    rf"to [1-9][\d,]*\b(?! (?:[a-z][\w'’-]* )?{_PEOPLE})",
    re.IGNORECASE,
)
"""What tells beside a date to come that the work has begun, and what is left of it."""
_STEP_SOON = re.compile(
    rf"^(?:(?!no\b)[\w'’-]+ )?{STEP}(?: (?:is|are|now|all|booked|planned|arranged|scheduled|set|for))*"
    r" (?:this|next) (?:week|month)$",
    re.IGNORECASE,
)
"""A step that is never the whole, and is about to be taken."""
_STOPS = any_of(
    r"closing (?:at|this|it|off), but, however, although, though, unfortunately, stuck, blocked, delay\w*, behind, "
    r"slip\w*, problems?, nobody, no one, none, nothing, never, not, no longer, cancel\w*, abandon\w*, withdrawn, "
    r"on hold, pause\w*, some(?:one|body|where), any(?:one|body), until, when, after, before, retir\w*, resign\w*, "
    r"replac\w*, instead, another action, out of (?:time|money), ignor\w*, jok\w*, crisis, over ?budget, overspen\w*",
    extra=r"n['’]t\b",
)
COMING = re.compile(
    r"\b(?:will|['’]ll|shall|tomorrow|going to|due to|next (?:week|month|year|quarter|spring|summer|autumn|winter"
    r"|\w+day))\b",
    re.IGNORECASE,
)


_SEEMS = re.compile(
    rf"\bso far\b|\b(?:half|part(?:ly)?) [a-z]{{3,}}(?:ed|en|built|done|drawn|met|through)\b|\bstill (?!to\b)\w+ing\b"
    r"|\bworking (?:through|on|with|towards?)\b"
    r"|(?:^|['’]|\b(?:is|are|still|now|just|am)\b)\W?(?:\w+ )?waiting\b(?! list)"
    rf"|{_OUT}|\b(?:starts?|begins?|commences?|kicks? off) (?:next|this|tomorrow|in (?:a|the|two|three))\b"
    r"|\b(?:not|n['’]t)(?: quite| yet| all)? there(?: yet)?\b|\banother (?:\w+ )?(?:days?|weeks?|fortnight|months?)\b",
    re.IGNORECASE,
)


def without_shares(words: str) -> str:
    """`words` without counts and shares of what is done ("14 of 21 done"): these speak of no completing."""
    return _DONE_OF.sub(lambda found: " " if _is_part(found) else found[0], completing.SHARE_DONE.sub(" ", words))


_DONE_OF = re.compile(
    rf"{_COUNT.pattern}(?: [\w'’-]+){{0,3}}? (?:done|complete|completed|finished|closed|delivered)\b", re.IGNORECASE
)


def work_in(words: str, pieces: tuple[str, ...], said_on: date) -> Said | None:
    """In progress, where a piece tells of work that goes on now and nothing casts doubt on it."""
    plain = doubts.ABOUT_A_COUNT.sub(" ", harmless.without_dates(words, said_on))
    if any(table.search(plain) for table in (_STOPS, doubts.DOUBTS, doubts.GOES_WRONG, doubts.COMES_OFF)):
        return None
    if harmless.odd_sign(words) or any(map(_ALL_DONE.search, pieces)):
        return None
    return Said(RULE, Status.IN_PROGRESS) if any(map(_goes_on, pieces)) else None


_ALL_DONE = re.compile(
    r"^(?:all|every|each|both) (?:(?!not\b|but\b)[\w'’-]+ ){1,5}?"
    rf"(?:(?:has|have|is|are|was|were|been|now|all) )+{DID}\b",
    re.IGNORECASE,
)
"""What tells of the whole as done: what goes on beside it may be no more than what comes of it."""
_PART_OF = re.compile(
    r"(?<![\d.,/£])(?P<some>\d[\d,]*)(?: [a-z][\w'’-]*)? (?:left|to go|remaining|still to (?:do|go)) (?:out )?of"
    r" (?:the )?(?P<all>\d[\d,]*)\b",
    re.IGNORECASE,
)
_DONE_OF_SHARE = re.compile(
    r"^(?: of)?(?: (?:the|our|all))?(?: [a-z][\w'’-]*){0,3}? (?:(?:has|have|is|are|was|were|been|now|already) )*"
    r"(?!resign|retir|reduc|reject|refus|fail|cancel|delay|declin|object|postpon|delet|clos|vacat|backed|need|requir"
    r"|agreed|propos|expect|plann|affect|mov|be(?:en)?\b|sever|own|known|seen|given|taken|hidden)"
    r"(?:\w{2,}ed|done|complete|built|drawn|written|sent|held|met|fitted|laid|back(?! out)"
    r"|(?:now )?(?:live|open|in (?:use|post|place))|(?:in|up)$)\b",
    re.IGNORECASE,
)


def share_in(pieces: tuple[str, ...]) -> list[Said]:
    """In progress, where a piece tells plainly that the work has begun, or how much of it is done or left."""
    return [Said(RULE, Status.IN_PROGRESS)] if any(map(_tells_share, pieces)) else []


def _tells_share(piece: str) -> bool:
    shares = [*filter(_is_part, _COUNT.finditer(piece)), *_SHARE.finditer(piece)]
    begun = any(map(_is_part, _PART_OF.finditer(piece))) or _BEGUN.search(piece) or _TO_GO.search(piece)
    return bool(begun) or any(_DONE_OF_SHARE.match(piece[found.end() :]) for found in shares)


def begun_in(pieces: tuple[str, ...]) -> list[Said]:
    """In progress, where a piece beside a new date tells of work that goes on or was done."""
    plain = [piece for piece in pieces if not (_STOPS.search(piece) or COMING.search(piece))]
    told = any(table.search(piece) for piece in plain for table in (GOES_ON, _DONE_SO_FAR))
    return [Said(RULE, Status.IN_PROGRESS)] if told else []


_DONE_SO_FAR = re.compile(
    r"(?<!\bbe )\b(?:received|drafted|finished|held(?! up)|closed|opened|published|(?:went|gone) to|signed|begun|issued"
    r"|live (?:in|at|on)|circulated|reported|presented|consulted|updated|installed|trained|built|appointed|written"
    r"|cleared|works? (?:has |have )?started|delivered|handed over|still to"
    r" (?:recruit|appoint|do|fit|train|visit|install))\b",
    re.IGNORECASE,
)


def seems_in(pieces: tuple[str, ...]) -> bool:
    """Whether pieces seem to tell of work that goes on, though they cannot be taken as they stand."""
    return any(_SEEMS.search(piece) or _goes_on(piece) for piece in pieces)


def _goes_on(piece: str) -> bool:
    if any(map(_is_part, _COUNT.finditer(piece))) or any(table.search(piece) for table in (_SHARE, _TO_GO, _STEP_SOON)):
        return True
    return bool(GOES_ON.search(piece)) and not COMING.search(piece)


_SAME_TWICE = re.compile(r"(?<![\d.,/£$€-])(?!50/50)(1[3-9]|[2-9]\d|[1-9]\d\d+)/\1(?![\d/]|[.,]\d)")


def with_whole_counts(words: str) -> str:
    """`words` with "26 of 26" and "70/70" as "all"; "11/11" is a day."""
    words = _SAME_TWICE.sub("all", words)
    return _COUNT.sub(lambda found: "all" if found["some"] == found["all"] else found[0], words)


def _is_part(found: re.Match[str]) -> bool:
    some, whole = (int(found[name].replace(",", "")) for name in ("some", "all"))
    return 0 < some < whole
