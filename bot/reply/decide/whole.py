"""A status that is told of an action by its own words ("the deposit scheme is not started"), told of "it" instead."""

from __future__ import annotations

import re

from bot.reply.beside import doubts
from bot.reply.refs.topics import all_in, telling

_STATE = (
    r"(?:on hold|paused|parked|stalled|at risk(?! of (?!not|missing|slipping|being late|delay))|in progress|under ?way"
    r"|(?:not )?(?:yet )?(?:started|begun)|ongoing|on track)"
)
_STANDS = (
    r"(?:is|are|has|have|remains?|isn['’]t|aren['’]t|hasn['’]t|haven['’]t)"
    rf"(?: (?:now|still|all|both|been|not|yet|currently|also|very much))* {_STATE}\b"
)
_OPENS = (
    r"(?P<opens>(?:^|[.;!\n] *)(?:(?:so|and|but|sorry|unfortunately|sadly|as such|therefore|i['’]m afraid)\b,? *)*)"
)
_SUBJECT = re.compile(rf"{_OPENS}(?:the|our|this) (?P<who>(?:[\w'’-]+ ){{1,6}}?)(?={_STANDS})", re.IGNORECASE)
_OBJECT = re.compile(
    r"(?P<opens>\b(?:we|i)(?:['’]ve| have| had to|['’]ve had to)? (?:now )?(?:paused?|parked?) )(?:the|our|this) "
    r"(?P<who>[\w'’-]+(?: [\w'’-]+){0,5}?)(?=$|[.,;\n]| (?:because|until|till|while|whilst|for now|as|since|and)\b)",
    re.IGNORECASE,
)


def told_of_it(words: str, action: str) -> str:
    """`words` with "it" for what is on hold, at risk or not begun, where only words of the text of `action` name it."""
    for form in (_SUBJECT, _OBJECT):
        words = form.sub(lambda found: _as_it(found, action), words)
    return words


def _as_it(found: re.Match[str], action: str) -> str:
    who = found["who"]
    of_all = telling(who) and all_in(who, action) and not doubts.PART.search(who)
    return f"{found['opens']}it{' ' if who.endswith(' ') else ''}" if of_all else found[0]
