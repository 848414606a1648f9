"""A day to come that is told firmly as the end of what an action asks for: it is written, and not asked about.

Firm is the verb ("will be published by", "moved to", "now set for"), plain the day, and what is told is the thing that
the action is about, its deed, or the rest of it. A doubt anywhere in the words leaves the question.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from bot.plan import Precision, Status
from bot.reading.numbers import NUMBER_WORDS
from bot.reply.beside import doubts, harmless
from bot.reply.beside.around_date import KEEPS_DATE, names_thing
from bot.reply.beside.asked_deed import NOUNS, verb_of
from bot.reply.beside.own_deed import done_forms
from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.meaning.coming import STEP, Day, coming_days, is_of_step
from bot.reply.meaning.cues import LEFT_OVER, TROUBLE
from bot.reply.meaning.dated import FAR, GOES_AWAY, NINE_MONTHS
from bot.reply.meaning.news import news_in
from bot.reply.meaning.read_words import in_plain
from bot.reply.meaning.said import Said
from bot.reply.meaning.supposed import was_lately
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.topics import all_in, is_alike, telling
from bot.reply.words.status_parts import OFTEN
from bot.reply.words.times import MONTH

_ASKS_DATE = ("the new date?", "the new date for the whole action?")
_OPEN = (None, Status.IN_PROGRESS, Status.AT_RISK, Status.PART_COMPLETED)
_SAYS_NOT_STARTED = "says not started"


def firmly(said: Said, words: str, action: Mentioned, said_on: date) -> Said:
    """The reading without the question about its day, where words on `action` tell that firmly, or as its date."""
    told = said.status in _OPEN or said.rule.startswith(_SAYS_NOT_STARTED)
    if said.due is None or not told or not said.doubt.endswith(_ASKS_DATE):
        return said
    plain = _EXPECTS.sub(_to_come, in_plain(words))
    if _is_kept(said, plain, action, said_on) or _is_firm(said, plain, action.text, said_on):
        return replace(said, doubt="")
    return said


def _is_kept(said: Said, words: str, action: Mentioned, said_on: date) -> bool:
    """Whether the day is the one that the action has already, and nothing in the words shakes it."""
    kept = said.due is not None and said.due.end == action.ends and said.status is not Status.AT_RISK
    if not kept or news_in(words, action.text, action.ends, said_on):
        return False
    plain = _HOPES.sub(" ", SAYS_STATUS.sub(" ", harmless.without_dates(words, said_on)))
    shaken = doubts.DOUBTS.search(plain) or doubts.SHAKES_DATE.search(plain) or TROUBLE.search(plain)
    return not (shaken or harmless.odd_sign(words))


_HOPES = re.compile(r"\b(?:should|aim(?:s|ing)?|expect(?:s|ed|ing)?)\b", re.IGNORECASE)
"""What is said of a day that stands, and takes nothing from it."""
_EXPECTS = re.compile(
    r"(?P<before>^|[.,;:!\n] *| [-–] |\b(?:and|but|so|i|we)\b ?)"
    r"(?:(?:i|we|am|are|['’](?:m|re)|now|still|also|fully)\b *)*"
    r"(?:expect(?:ing)?|anticipat(?:e|ing)|aim(?:ing)?|plan(?:ning)?|confident)(?: that)?"
    r"(?P<who>(?: (?!that\b)[\w'’-]+){0,4}?) (?P<will>to|will)(?= (?:be|have|finish|complete|conclude|[a-z]+)\b)",
    re.IGNORECASE,
)


def _to_come(found: re.Match[str]) -> str:
    """What somebody expects of his own work, told as what will be ("we expect it to be done" as "will be done")."""
    who = found["who"].strip()
    return f"{found['before']}{'' if who.lower() in ('it', 'this') else who} will"


def _is_firm(said: Said, words: str, action: str, said_on: date) -> bool:
    if _UNSURE.search(words) or GOES_AWAY.search(words) or harmless.odd_sign(words) or _COMES_ROUND.search(action):
        return False
    undated = harmless.without_dates(words, said_on)
    if doubts.DOUBTS.search(undated) or doubts.SHAKES_DATE.search(_NO_PART.sub(" ", undated)):
        return False
    days = [day for day in coming_days(words, said_on) if not (is_of_step(day) or was_lately(day.due, said_on))]
    if said.due is None or {day.due.end for day in days} != {said.due.end}:
        return False
    return all(_is_exact(day, said_on) for day in days) and any(_tells_end(day, words, action, said_on) for day in days)


_COMES_ROUND = re.compile(rf"\b(?:{OFTEN}|twice)\b", re.IGNORECASE)
_NO_PART = re.compile(r"\b(?:(?:the )?(?:rest|others?)|section \d+|at (?:[a-z]+ )?stage)\b", re.IGNORECASE)
_UNSURE = re.compile(
    rf"{KEEPS_DATE.pattern}|\b{MONTH}['’]s\b|\bof (?:the )?\d+ (?:[a-z]+ )?(?:in|at|from|on) "
    r"|\b(?:or|says?|said|thinks?|promis\w+|before|by the time|trying|else|instead|partly|partially)\b",
    re.IGNORECASE,
)
"""What beside a firm day makes it somebody else's word, one of two, or not the last."""


def _is_exact(day: Day, said_on: date) -> bool:
    """Whether a day is no stretch of time, feast, or length of time of which the end is only reckoned."""
    due = day.due
    ahead = due.end - said_on if due.end else FAR
    told = due.precision in (Precision.DAY, Precision.MONTH, Precision.QUARTER) and not _LOOSE.search(due.text)
    return told and ahead <= (NINE_MONTHS if due.assumption else FAR)


_LOOSE = re.compile(
    r"\b(?:mid|early|late|start|beginning|middle|w/c|weeks?|months? (?!$)|in|term|easter|christmas|xmas|holiday"
    r"|(?:new year|\w+['’]s)(?: day)?)\b|\d/\d+ [a-z]",
    re.IGNORECASE,
)


def _tells_end(day: Day, words: str, action: str, said_on: date) -> bool:
    if day.behind.strip() and names_thing(f"{day.due.text}{day.behind}", said_on):
        return False
    if _NOT_SO.search(words.partition(day.due.text)[2]):
        return False
    clause = _JOINT.split(day.before)[-1]
    clause = f"now {clause}" if day.behind.startswith(" now") else clause
    for pattern in _patterns(verb_of(action)):
        found = pattern.search(clause)
        if found and _is_it(found["who"], action):
            named = found.groupdict().get("own") or re.search(r"\w", _FILLS.sub("", found["who"]))
            return bool(named) or _is_said_of_it(day, words, action)
    return False


def _is_said_of_it(day: Day, words: str, action: str) -> bool:
    """Whether what is told of a mere "it" is told of the action: of nothing before it, nor of what is left."""
    head = _HEADS.match(day.told)
    before = telling(words.partition(day.before.strip())[0]) if _IT.search(day.before) else []
    of_other = (head and not all_in(head["head"], action)) or (
        before and not any(is_alike(word.lower(), action) for word in before)
    )
    return not (of_other or LEFT_OVER.search(words) or _names_step(_BY_STEP.sub(" ", words), action))


def _names_step(words: str, action: str) -> bool:
    """Whether words name a step on the way that is not what the action itself asks for."""
    return any(not all_in(each[0], action) for each in STEP.finditer(words))


def _is_it(who: str, action: str) -> bool:
    """Whether what is told is the thing that an action is about, or its deed: named, or meant by a mere "it"."""
    plain = _FILLS.sub(" ", who)
    other = any(table.search(plain) for table in (doubts.PART, STEP, _WAS))
    return not other and all(each in action for each in re.findall(r"\d+", plain)) and all_in(plain, action)


_NOT_SO = re.compile(
    r"^\W*(?:my|his|her|their) |\b(?:not|no longer|never|nothing|nobody|none|cannot|too)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What is told behind a day that may take it back, or say of what it is."""
_IT = re.compile(r"^\W*(?:(?:and|but|so) )?(?:it|they|these|this|that)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|dates?|their|his|her|your)\b", re.IGNORECASE)
_HEADS = re.compile(
    r"^\W*(?P<head>(?:(?!(?:at|in|with|on|out|back|for|by|from|to|is|are|has|have)\b)[\w'’&]+ ){1,5})[-–] ",
    re.IGNORECASE,
)
"""What a sentence begins with as its heading."""
_JOINT = re.compile(r"\b(?:so|therefore|hence|because|which)\b", re.IGNORECASE)
_BY_STEP = re.compile(
    rf"\b(?:by|of|with|(?<!out )for|after|following|because of|due to) (?:[\w-]+ ){{0,4}}?{STEP.pattern}", re.IGNORECASE
)
_FILLS = re.compile(
    r"\b(?:it|this|that|they|these|all|both|we|i|am|is|are|has|have|had|been|being|now|still|the|our|my|work|works"
    r"|action|project|programme|whole|sorry|unfortunately|yes|no|also|will|to|confident|therefore|just|only|of|them|again)\b"
    r"|['’](?:s|ve|ll|m|re|d)\b",
    re.IGNORECASE,
)
_AT = r"(?: (?:by|on|in|at|for))?(?: (?:the|end|of|close of play|[a-z]+day))*\W*$"
_TO = r" (?:to|until|till)(?: (?:the|end|of|[a-z]+day))*\W*$"
_WILL = r"(?:\b(?:will|shall)|['’]ll)(?: now| then| all| both)*"
_DONE = (
    r"(?:done|completed?|finished|finalised|cleared?|delivered|implemented|concluded|in place|gone|out|up(?: to date)?"
    r"|live|caught up|straight)"
)
_BODY = r"(?:(?:full|town|parish|county|city|borough|district|community) )*(?:council|cabinet|executive)(?: meeting)?"
_HAS_REST = r"(?: (?:is|are|will|be|to|follow|done|complete|completed|finished|due|i['’]ll|have|we['’]ll))"
_REST = (
    rf"(?P<own>(?:rest|remainder|remaining [a-z]+){_HAS_REST}*"
    rf"|(?:last|other|remaining) (?:\d+|{NUMBER_WORDS})(?: [a-z]+)?{_HAS_REST}+)"
)
_ADOPTS = ("adopt", "agree", "approve")
_ON_A_DAY = (*_ADOPTS, "open", "launch", "relaunch", "publish", "issue", "appoint", "award", "introduce", "implement")
_LETS = dict.fromkeys(("procure", "commission", "tender", "let", "appoint", "award"), "award")
_STARTS = dict.fromkeys(
    ("launch", "relaunch", "open", "introduce", "implement", "replace", "migrate"),
    "(?:go[- ]?live|launch|opening|cut-?over)",
)
_DEEDS = {**NOUNS, **_LETS, **_STARTS, "adopt": "adoption", "agree": "agreement", "approve": "approval"}
_LATER = (
    r"(?:mov(?:e|es|ed)|put off|put back|push(?:ed)? back|put (?:this|it) (?:off|back)|deferred?|postponed"
    r"|slip(?:s|ped)?|delayed|rescheduled)(?: back| out)?(?: by (?:full )?(?:council|cabinet|members))?"
)
_NOW = r"(?:is )?now(?: (?:set|down|due|scheduled|planned|out|booked|going))?"


@cache
def _patterns(verb: str) -> tuple[re.Pattern[str], ...]:
    """How the end of what `verb` asks for is told firmly, before its day: `who` is what it is told of."""
    own = rf"(?P<own>{'|'.join(done_forms(verb)) or '(?!)'})"
    deed = rf"(?P<own>{_DEEDS.get(verb, '(?!)')})"
    base = verb if verb in _ON_A_DAY else "(?!)"
    adopts = _BODY if verb in _ADOPTS else "(?!)"
    told = (
        rf"{_WILL} be (?:fully |all )?(?:{own}|{_DONE}){_AT}",
        rf"(?<!they are )(?<!they['’]re )\bnow looking at{_AT}",
        rf"\bbeing {own}{_AT}",
        rf"\b{deed} (?:(?:is|are) )?to be {_DONE}{_AT}",
        rf"\bwe (?P<own>{base}){_AT}",
        rf"(?:{_WILL}|\bdue to) (?P<own>{base}|complete|finish|conclude)(?: (?:it|this|them))?{_AT}",
        rf"{_WILL} have (?:it|this|them|these|everyone|everything|all)(?: all)? (?:{_DONE}|running|through){_AT}",
        rf"\b{_REST}{_AT}",
        rf"\b{_LATER}(?: {deed})?{_TO}",
        rf"\b{deed} (?:(?:has|have|is|been|will|now) )*{_LATER}{_TO}",
        rf"\b(?:{deed} )?{_NOW}(?: for {adopts})?{_AT}",
        rf"\b(?P<own>{base.removesuffix('e')}(?:e?s|ing)){_AT}",
        rf"\b(?:go(?:es|ing)?|tak(?:e|ing) (?:it|this))(?: back| now)* to (?:the )?(?P<own>{adopts}){_AT}",
    )
    return tuple(re.compile(rf"^(?P<who>.*?){each}", re.IGNORECASE) for each in told)
