"""Why a date moved, and no more than that: the reasons that may stand beside a new date."""

from __future__ import annotations

import re
from datetime import date

from bot.reading.mentions import find_mentions
from bot.reply import phrases
from bot.reply.phrases import any_of

_REASON = re.compile(
    r"^(?:and |so |but )?(?:because|due to|owing to|on account of|given"
    r"|as (?!(?:an?|at|soon|yet|early|late|long|far|of|per|well|a)\b)|since (?!\d)|while|whilst|to (?:allow|give"
    r"|let|fit|tie in|align|coincide|match|enable|accommodate|reflect)"
    r"|following"
    r"|(?:(?:we|i|they|legal|finance|the \w+)(?: are| am| is|['’]re|['’]m)? )?(?:(?:now|still|currently|just) )?"
    r"(?:waiting (?:for|on)|awaiting|recruiting|finalising|consulting(?: on)?|procuring))\b.{0,200}$",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"^(?:due to )?(?:\w+ )?(?:staff(?:ing)?|capacity|recruitment|resourc(?:e|es|ing)|sickness|budget|procurement"
    r"|legal|it|supplier"
    r"|contractor|funding)(?: \w+)? (?:issues?|problems?|delays?|shortages?|pressures?|sickness|absences?"
    r"|vacanc(?:y|ies)"
    r"|capacity|availability|resources?|workload|difficult(?:y|ies)|unavailable)$"
    r"|^(?:we|i|they) (?:need|have|had|want) to (?!(?:check|confirm|agree|approve|decide|discuss|ask|review|see"
    r"|wait|reopen)\b)"
    r"[\w '’-]{3,60}?(?: first)?$"
    r"|^(?:we|i)(?:['’]ve| have| had|['’]d)?(?: had)? (?:lost|two|three|four|\d|no|several|too few) [\w '’-]{3,60}$"
    r"|^(?:(?:sorry|unfortunately|sadly) )?(?:[\w'’-]+ ){1,5}?(?:(?:is|are|was|were|has|have|had|been|still|now"
    r"|currently"
    r"|all) ){0,3}(?:off(?: sick)?|sick|ill|unwell|away|on (?:sick |maternity |annual "
    r"|long[- ]term sick )?leave|delayed"
    r"|held up|late|slow|short[- ]staffed|understaffed|short of (?:staff|people)|stretched|vacant|overran|overrun"
    r"|resigned"
    r"|retired|left|moved on|busy|(?:gone|went) (?:bust|under|off sick|out of business|into (?:administration"
    r"|liquidation)"
    r"|on (?:maternity |sick |long[- ]term )?leave)|pulled out|dropped out|let us down|broken down|broke down|seconded"
    r"|redeployed)"
    r"(?: (?:by|for|in|at|with|from|since|through|on) (?:[\w'’-]+ ?){1,5})?$",
    re.IGNORECASE,
)
_SHAKEN = any_of(
    r"tb[acd], earliest, provisional\w*, confirm\w*, interim, phases?, stages?, parts?, draft, tentative\w*, subject, "
    r"cancel\w*, ignore\w*, scrap\w*, actually, wrong, mistake, unclear, unsure, unlikely, hope\w*, maybe, might, may, "
    r"can, cannot, could, would, should, if, unless, once, not, never, no, but, or, else, instead, then, again, "
    r"permission, sign off, extension, whether, dates?, chang\w*, new, refus\w*, decid\w*, "
    r"another, ask\w*, best, worst, optimistic, target, later, sooner, earlier, first, second, some, most, rest, only"
)


_MISHAP = (
    r"(?:(?:sorry|unfortunately) )*(?:the |our |a )?(?:[\w'’-]+ ){0,3}?(?:meetings?|committee|cabinet|council|board"
    r"|session"
    r"|workshop|consultation|supplier|contractor|course|event|hearing|election|survey|inspection)"
    r" (?:(?:was|were|has|have|had|is|are|been|to be|got) ){1,4}(?:cancel+ed|postponed|deferred|called off|pulled"
    r"|delayed"
    r"|moved|rearranged|suspended)"
)
_IS_MISHAP = re.compile(rf"^(?:(?:as|because|since) )?{_MISHAP}$", re.IGNORECASE)
_TELLS_MISHAP = re.compile(rf"(?:^|[.,;:(–-]|\b(?:as|because|since))\s*{_MISHAP}(?=\s*(?:$|[.,;)]))", re.I | re.M)


def without_mishaps(words: str) -> str:
    """`words` without what befell something else than the action ("the meeting was cancelled")."""
    return _TELLS_MISHAP.sub(" ", words)


def is_reason(piece: str, said_on: date) -> bool:
    """Whether a piece says why a date moved, and no more than that: no other date, no condition, no second thought."""
    if _IS_MISHAP.match(piece):
        return not find_mentions(_month_of_meeting(piece), said_on)
    because = _BECAUSE.match(piece)
    shaken = (_UNSURE if because else _SHAKEN).search(re.sub(r" first$", "", piece))
    told = because or _REASON.match(piece) or _CAUSE.match(piece)
    return bool(told) and not shaken and not _NEEDS_A_YES.search(piece) and not find_mentions(piece, said_on)


_BECAUSE = re.compile(
    r"^(?:(?:because|due to|owing to|on account of)\b|(?:as|since) (?:\w+ ){1,4}?(?:have|has|had|is|are|was|were)\b)"
    r".{3,200}$",
    re.I,
)
_UNSURE = any_of(
    r"tb[acd], earliest, provisional\w*, interim, tentative\w*, subject, ignore\w*, actually, unclear, unsure, "
    r"unlikely, hope\w*, "
    r"maybe, might, may, could, would, should, if, unless, once, but, or, instead, then, whether, dates?, "
    r"optimistic, best, worst, "
    r"soon, far, long, well"
)
"""What makes a reason more than one, where a conjunction says that it is one."""


def _month_of_meeting(piece: str) -> str:
    """A piece without the month that only says which meeting is meant ("the October committee")."""
    return re.sub(
        r"\b(?:the|our) (?!may\b)[a-z]{3,9} (?=meeting|committee|cabinet|council|board)", "the ", piece, flags=re.I
    )


_NEEDS_A_YES = re.compile(
    r"\b(?:awaiting|waiting for|given|following|pending)\b.{0,30}\b(?:approval|sign[- ]?off|agree\w*)", re.IGNORECASE
)
"""A reason that makes of the date a request ("awaiting approval")."""


def is_plain_reason(words: str, said_on: date) -> bool:
    """Whether words typed below a new date, where we invite to give the reason, can be read as nothing else.

    They name no other date or status, are no question, and hold no second thought.
    """
    other = (_SHAKEN, phrases.MENTIONS_DONE, phrases.NOT_MINE, phrases.LOOK_ELSEWHERE, _NEEDS_A_YES)
    statuses = (rule.pattern for rule in phrases.STATUS_RULES)
    told = any(table.search(words) for table in (*other, *statuses))
    return not told and "?" not in words and not find_mentions(words, said_on)
