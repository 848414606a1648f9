"""Who has come into a post that an action is to fill, and the first meeting of a body that it is to set up.

"Jo Hallam started today" says that somebody was appointed, "the first meeting was held" that the body is there.

Two capital letters do not tell a person from a place ("Long Eaton started today"), and no list of places is whole. So
these words are read only where the action itself is to find somebody; elsewhere they are as unknown as any.
"""

from __future__ import annotations

import re

from bot.reply.words.times import DAY

_FILLS_POST = re.compile(
    r"\b(?:appoint|recruit|hir(?:e|ing)\b|employ(?:ing)?\b|backfill"
    r"|fill(?:ing)? (?:[\w'’-]+ ){0,5}(?:posts?|vacanc(?:y|ies)|roles?|positions?)\b)",
    re.IGNORECASE,
)
_NO_COLLEAGUE = re.compile(
    r"\b(?:contractors?|suppliers?|providers?|firms?|compan(?:y|ies)|builders?|architects?|agenc(?:y|ies)"
    r"|consultan(?:ts?|cy|cies)|two|three|four|five|six|seven|eight|nine|ten|\d+|both|several|more|all|staff|people"
    r"|team|(?:officer|manager|lead|head|director|assistant|advise?o?r|analyst|coordinator|warden|apprentice|trainee"
    r"|volunteer|member|worker|nurse|teacher|inspector|surveyor|planner|engineer|post|role|position|starter)s"
    r"|vacancies)\b",
    re.IGNORECASE,
)
"""Whom an action may be to find without one colleague who starts being all of it: a firm, or several people."""
_STEP = (
    r"(?:phase|stage|round|part|lot|wave|tranche|day|week|work|recruitment|advert|campaign|interviews?|shortlisting"
    r"|probation|induction|training|onboarding|consultation)"
)
_WHO = (
    rf"(?:(?-i:(?!(?i:(?:[\w'’-]+ ){{0,2}}{_STEP}\b))[A-Z][a-z'’-]+(?: [A-Z][A-Za-z'’-]+){{1,2}})|s?he|they"
    r"|(?:the|our|a) (?:new |successful )(?:[\w'’-]+ ){0,4}?(?:officer|manager|lead|head|director"
    r"|assistant|advise?o?r|analyst|coordinator|post-?holder|starter|recruit|colleague|candidate))"
)
_WHEN = rf"(?:today|yesterday|last (?:week|month)|(?:on |last )(?:mon|tues|wednes|thurs|fri)day|on (?:the )?{DAY})"
_CAME = (
    r"(?:started|joined|began|took up (?:the|her|his|their) (?:post|role|job))"
    r"(?: (?:work|in post|with us|us|the (?:team|council)|in (?:the|her|his|their) (?:new )?(?:post|role|job)))?"
)
_STARTED = re.compile(
    rf"(?P<before>^|[.,;:!\n–-]\s*|\band )(?:as )?{_WHO} {_CAME}(?P<when>(?: {_WHEN})?)(?=\s*(?:$|[.,;!\n]))",
    re.IGNORECASE,
)


_IN_BRACKETS = re.compile(
    r"(?<=\w) \((?!(?i:[\w'’ -]*\b(?:interim|acting|temporary|temp|agency|cover|fixed|only|draft)\b))"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Dame|Sir|Prof|Professor|Cllr|Councillor)\.? )?[A-Z][a-z'’-]+(?: [A-Z][A-Za-z'’-]+){1,2}\)"
)
_SETS_UP = re.compile(
    r"^\W*(?:to )?(?:re-?)?(?:establish|set up|create|convene|form|launch|constitute|introduce)\b[^.,;&]*?"
    r"\b(?:board|group|panel|forum|committee|partnership|network|taskforce)\b(?!.*\b(?:and|then)\b)",
    re.IGNORECASE,
)
_FIRST_MEETING = re.compile(
    r"\b(?:the |its |their )?(?:first|inaugural) (?P<rest>meeting "
    r"(?:of (?:the|our) (?!two|three|four|five|six|\d)(?:[\w'’-]+ ){1,5}?)?"
    r"(?:(?:was|has been) (?:now )?held|took place|has taken place|was(?= (?:on |last )?(?:\d|[a-z]+day)))\b)",
    re.IGNORECASE,
)


def as_appointed(words: str, action: str) -> str:
    """`words` with those on a colleague who has started as "appointed", where the text of `action` is to find one."""
    if not _FILLS_POST.search(action) or _NO_COLLEAGUE.search(action):
        return words
    return _STARTED.sub(lambda found: f"{found['before']}appointed{found['when']}", _IN_BRACKETS.sub("", words))


def as_set_up(words: str, action: str) -> str:
    """`words` with the first meeting of a body as its meeting, where the text of `action` is to set it up."""
    return _FIRST_MEETING.sub(r"\g<rest>", words) if _SETS_UP.match(action) else words
