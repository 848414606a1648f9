"""The tables of words that cast doubt on a status: hedges, parts of an action, and turns for the worse."""

from __future__ import annotations

import re

from bot.reply.phrases import NOT, any_of

DOUBTS = any_of(
    r"not, never, but, however, although, except\w*, apart from, if, unless, once, should, hope\w*, hoping, might, "
    r"could, "
    r"would, maybe, perhaps, probably, possibly, likely, think, believe, aim\w*, subject to, depend\w*, "
    r"provisional\w*, "
    r"tentative\w*, bar, apparently, allegedly, reportedly, supposedly, around, about, approximately, roughly, "
    r"no longer, or, expect\w*, told, said, was, were, (?-i:may)",
    extra=rf"\?|(?<=[,;] )no(?=\W{{0,2}}[-–,;.])|[- ]ish\b|day week\b|\bweek on\b|{NOT}",
)
ALMOST = any_of(r"mostly, largely, nearly, almost, partly, barely, hardly, not quite, just about, some")
PART = any_of(
    r"rest, else, others?, phases?, stages?, parts?, strands?, elements?, sections?, halves, half, most, first, "
    r"second, third, one, two, "
    r"components?, workstreams?, modules?, steps?, pilot, draft"
)
"""The subject of a sentence that speaks of a part of an action only."""
WHOLE = re.compile(
    r"^\W*(?:(?:yes|please|ok|okay|so|sorry|sadly|unfortunately|also|and|but|as|hi|update|now|still|currently"
    r"|temporarily"
    r"|again"
    r"|formally|all|everything|this|that|it|these|they|the|my|our|whole|entire|action|actions|work|project|task|item"
    r"|programme|on|of|for|i|we|to|have|has|had|is|are|was|been|be|being|put|placed|remains?|very|much|rather|quite|a"
    r"|bit|little|slightly|seriously|not|yet|status|flag|d|s|re|ve)\b\W*)*$",
    re.IGNORECASE,
)
"""The subject of a sentence that speaks of a whole action."""
GOES_WRONG = any_of(
    r"fail\w*, miss(?:es|ed|ing)?, late(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn"
    r"|winter)\w*), later, overdue, struggl\w*, stopp\w*, disaster, nowhere, wrong, for a delay"
)
ENDS_STATUS = re.compile(
    r"^(?:\s*$|\s*[^\w\s]|\s*\n|\s+(?:until|till|pending|for|while|whilst|due|because|as|at|by|since|and|but|now"
    r"|again|or"
    r"|this|awaiting|following|from|after|owing|subject|with|in|of|today|currently|indefinitely|temporarily|thanks"
    r"|sorry|so|to|if|unless|though|although|on|yet|it|i|we|they|please|however|which|that)\b)",
    re.IGNORECASE,
)
"""What may follow a status that is said of something, and not a name such as "on hold music"."""
TO_DO_WELL = re.compile(
    r"^\s+to\s+(?!(?:be (?:complete|done|finish|deliver|ready|publish|implement|achiev|in place|adopt|approv|clos)"
    r"|(?:complete|finish|deliver|meet|hit|achieve|conclude|publish|close|report|implement|launch|adopt|go live)))",
    re.IGNORECASE,
)
"""What is on track to something else than completing ("on track to fail")."""

COMES_OFF = re.compile(
    r"\b(?:(?:come|comes|take|taken|took) (?:it |this |these |them )?off"
    r"|(?:remove|drop|delete)d?(?: it| this| these| them)? from)"
    r" (?:the |your |my |our )?(?:\w+ )?(?:plan|list|tracker|register|reminders?)\b",
    re.IGNORECASE,
)
"""A wish to have an action off the plan: more than that it goes on."""
