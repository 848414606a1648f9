"""The tables of words that cast doubt on a status: hedges, parts of an action, and turns for the worse."""

from __future__ import annotations

import re

from bot.reply.words.phrases import any_of

DOUBTS = any_of(
    # conditions
    r"if, unless, once(?! a\b), subject to, depend(?:s|ing|ent|ant)?(?: (?:on|upon))?, provided(?! by\b), "
    r"providing that, "
    r"assuming, as long as, as soon as, pending (?:approval|sign[- ]?off|agreement|confirmation|a decision), "
    # hedges
    r"might, maybe, perhaps, probably, possibly, likely, unlikely, hope\w*, hoping, should(?! have\b), "
    r"could(?! not\b), would(?! not\b), think, believe, guess\w*, reckon\w*, suspect\w*, assume, fingers crossed, "
    r"famous last words, unhappy, (?:not|n['’]t) (?:happy|keen|convinced|agree\w*|accept\w*), with (?:any )?luck, "
    r"(?<!as )expect\w*, aim(?:s|ing)?, try(?:ing)?, (?:i|we) trust, apparently, allegedly, reportedly, supposed\w*, "
    r"as far as, to (?:my|our) knowledge, roughly, approximately, approx, circa, thereabouts, tb[acd], "
    r"provisional\w*, tentative\w*, (?:can|could|may) i, pencil\w*, interim, "
    r"indicative\w*, draft date, estimat\w*, forecast\w*, optimistic\w*, pessimistic\w*, realistic\w*, ambitious, "
    r"best[- ]case, worst[- ]case, at best, at the (?:earliest|soonest), earliest, soonest, not before, "
    r"unsure, uncertain, unclear, unconfirmed, (?:not|n['’]t) (?:sure|certain|know|yet know|confident|clear), no idea, "
    r"doubt\w*, in theory, on paper, supposedly, technically, sort of, kind of, we will see, we['’]ll see, or so, "
    r"(?:to|will|must|has to|have to|needs? to) (?:confirm|be confirmed|approve|agree|decide|check(?! the)"
    r"|sign off)(?! (?:with|the (?:detail|terms))\b), (?:it|this|that|which|still|but) needs? (?:the "
    r"|a )?(?:\w+ ){0,2}(?:approval|sign[- ]?off|agreement|consent|permission), (?:awaiting|waiting for|given"
    r"|following|pending)(?: \w+){0,3} (?:approval|sign[- ]?off|agree\w*|permission), whether, (?:not"
    r"|never)(?: yet)?(?: been)? (?:agreed|confirmed|approved|final|finalised|guaranteed|definite|fixed|set), "
    r"refus\w*, reject\w*, disagree\w*, object(?:s|ed|ing)?, "
    # hearsay
    r"(?:was|were|been|am|are|is) told, told me, (?:he|she|they|(?-i:[A-Z])\w+) (?:said|says|say|reckons?)(?: that)?"
    r" (?:it|this|that|on|in), "
    # second thoughts
    r"ignore, scrap(?:ped)? (?:that|this|it), on second thoughts?, (?:by|a|my) mistake, wrong, actually no, no longer, "
    r"correction, disregard, joke, joking, lol, otherwise, bar (?:one|two|the|a), apart from, aside from, "
    r"except\w*, excluding, other than, all but, caveats?, not (?=\d)",
    extra=r"\?|(?<=[,;] )no(?=\W{0,2}[-–,;.])|[- ]ish\b|day week\b|\bweek on\b|\b(?-i:may) (?!\d)"
    r"|(?:^|\n|[.!;] )\s*(?:wait|hold on)\b(?=\W*(?:$|\n|[.,;]))",
)
"""What casts doubt on an answer that closes nothing: conditions, hedges, questions, hearsay and second thoughts.

A reason, a cause, a count or a name is none.
"""
SHAKES_DATE = any_of(
    r"phases?, stages?, strands?, annexe?s?, append\w+, the rest, others?, elements?, sections?, modules?, "
    r"first (?:step|part|draft|cut|version), second part, part \w+, draft only, halves, half, "
    r"(?-i:may), or, sooner, later than, earlier, instead of, permission, tight, stretch\w*, challenging, can (?:i"
    r"|we) have, could (?:i|we), another date, two dates, different date, subject, cancel\w*, then (?:it|we|back), "
    r"target only, last chance, minimum, only for, for \w+ only, of course, around, about (?!the\b|this\b|it\b)"
)
"""What beside a date says that it may be of a part, or not the last word."""
ALMOST = any_of(r"mostly, largely, nearly, almost, partly, barely, hardly, not quite, just about, some")
PART = any_of(
    r"rest, else, others?, phases?, stages?, parts?, strands?, elements?, sections?, halves, half, most, first, "
    r"second, third, one, two, components?, workstreams?, modules?, steps?, pilot, draft"
)
"""The subject of a sentence that speaks of a part of an action only."""
WHOLE = re.compile(
    r"^\W*(?:(?:yes|please|ok|okay|so|sorry|sadly|unfortunately|also|and|but|as|hi|update|now|still|currently"
    r"|temporarily|again|formally|all|everything|this|that|it|these|they|the|my|our|whole|entire|action|actions|work"
    r"|project|task|item|programme|on|of|for|i|we|to|have|has|had|is|are|was|been|be|being|put|placed|remains?|very"
    r"|much|rather|quite|a|bit|little|slightly|seriously|not|yet|status|flag|d|s|re|ve)\b\W*)*$",
    re.IGNORECASE,
)
"""The subject of a sentence that speaks of a whole action."""
GOES_WRONG = any_of(
    r"fail\w*, miss(?:es|ed|ing)?, late(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn"
    r"|winter)\w*), later, overdue, struggl\w*, stopp\w*, disaster, nowhere, wrong, for a delay"
)
ENDS_STATUS = re.compile(
    r"^(?:\s*$|\s*[^\w\s]|\s*\n|\s+(?:until|till|pending|for|while|whilst|due|because|as|at|by|since|and|but|now|again"
    r"|or|this|awaiting|following|from|after|owing|subject|with|in|of|today|currently|indefinitely|temporarily|thanks"
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
