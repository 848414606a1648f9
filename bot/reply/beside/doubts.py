"""The tables of words that cast doubt on an answer: hedges, exceptions, parts of an action, turns for the worse."""

from __future__ import annotations

import re

from bot.reply.words.phrases import NOT, any_of

_HEDGES = (
    r"if, unless, subject to, maybe, perhaps, probably, possibly, apparently, think, believe, hope\w*, hoping, "
    r"interim, as far as"
)
_EXCEPTIONS = (
    r"apart from, aside from, with the exception of, except\w*, excluding, other than, all but, bar(?! code), "
    r"save (?:for|that)(?! (?:later|now)\b)"
)
_PARTS = r"phases?, stages?, strands?, elements?, sections?, modules?, half, halves"
PROVIDED = r"(?<!have )(?<!has )(?<!been )(?<!was )(?<!were )provided(?! by\b)"
"""The condition, and not what somebody has provided."""

_OPEN_AGAIN = (
    r"reopen(?:ing|ed)? (?:it|this|that|the (?:action|item|task|one)), (?:it|this|action|item) (?:\w+ ){0,3}reopen\w*, "
    r"please reopen, needs? reopening, to (?:be )?reopen\w*, (?:will|must|should|may|had to|have to) (?:be )?reopen\w*"
)
"""An action taken up again; a library that reopened is none."""

# On a completion

LIMITS_DONE = any_of(
    r"if, once, when, until, after, not, but, (?<!took )(?<!taken )part, phase, draft, some(?! time ago), most, "
    r"next(?! day)"
)
"""What limits a plain completion within its own words ("complete after the summer")."""
_DOUBTFUL = (
    rf"{_HEDGES}, not, never, nearly(?! \w+ (?:days?|weeks?|months?) (?:early|ahead)), almost, mostly, largely, "
    r"partly, partially, partial, half, apart, aside, except\w*, excluding, other than, but, however, although, "
    r"though, still, yet, once, until, till, should, would, could, may, might, will, shall, aim\w*, plan to, planned, "
    r"intend\w*, expect\w*, due to be, to be, need\w*, outstanding, remain\w*, wait\w*, await\w*, pending, follow(?:s"
    r"|ing)? up, to follow, to do, left to, draft\w*, phase, stage, most, (?<!took )(?<!taken )part, assum\w*, say, "
    r"says, said, told, hear\w*, others?, rest, only, just the, going to, about to, incomplete, unfinished, can, "
    rf"cannot, no, no longer, {_OPEN_AGAIN}, undo, chase, between(?!  ), delay\w*, ready, sign[ -]off, for (?:approval"
    r"|comments?|consultation|decision|review), slip\w*, behind, ongoing, in progress, under ?way, one of, two of, "
    r"\d{1,3} of"
)
_FIRST = (
    r"first(?= (?:phase|stage|part|half|batch|step|draft|cohort|tranche|round|one|two|three|few|of|version|floor"
    r"|section|wave|year|group|meeting|session|event|workshop|\d))"
)
"""The first of several; a first meeting or report is none."""
_SIGNS = rf"\?|{NOT}|(?<!\d)\d{{1,2}} ?%"
DOUBTS_DONE = any_of(
    rf"{_DOUBTFUL}, when, after, before(?! (?:the |full )*(?:council|cabinet|committee|members|board|panel)\b), "
    rf"{_FIRST}, initial, some, started, next(?! day), future",
    extra=_SIGNS,
)
DOUBTS_OUTRIGHT = any_of(rf"{_DOUBTFUL}, {_FIRST}, initial, future, some(?! \d)", extra=_SIGNS)
"""What shakes even an end that is stated as the verdict on all else; "after" and "first" only tell how it went."""
EXCEPTS = any_of(
    rf"{_EXCEPTIONS}, otherwise(?= (?:all )?(?:done|complete|completed|finished)\b), "
    r"but only (?:with|for|in|at|on|the|to|half|some|one|two|three|\d+), only (?:\w+ed|done) (?:on |in |at )?the"
)
DENIES_DONE = any_of(
    r"not, never, yet, once, if, until, when, should, would, could, will, "
    r"to(?! (?:the|all|every\w*|our|us|both|full|a|members?|council|cabinet|committee|internal|(?-i:[A-Z])\w+)\b), "
    r"hope\w*, hoping, aim\w*, expect\w*, need\w*, must, cannot, in error, by mistake, wrongly, prematurely, "
    rf"{_OPEN_AGAIN}, incomplete, unfinished, nothing, none, little, hardly, barely, no, without",
    extra=rf"\?|{NOT}",
)
TAKES_BACK = any_of(rf"in error, by mistake, wrongly, prematurely, {_OPEN_AGAIN}, undo\w*")
"""Words that make of a completion something to be undone."""

# On an answer that closes nothing

DOUBTS = any_of(
    rf"{_HEDGES}, "
    # conditions
    rf"once(?! (?:a|more|again)\b), depend(?:s|ing|ent|ant)?(?: (?:on|upon))?, {PROVIDED}, providing that, assuming, "
    r"as long as, as soon as, pending (?:approval|sign[- ]?off|agreement|confirmation|a decision), "
    # hedges
    r"might, likely, unlikely, should(?! have\b), could(?! not\b), would(?! not\b), guess\w*, reckon\w*, suspect\w*, "
    r"assume, fingers crossed, famous last words, unhappy, (?:not|n['’]t) (?:happy|keen|convinced|agree\w*|accept\w*), "
    r"with (?:any )?luck, (?<!as )expect\w*, aim(?:s|ing)?, try(?:ing)?, (?:i|we) trust, allegedly, reportedly, "
    r"supposed\w*, to (?:my|our) knowledge, roughly, approximately, approx, circa, thereabouts, tb[acd], "
    r"provisional\w*, tentative\w*, (?:can|could|may) i, pencil\w*, indicative\w*, draft date, estimat\w*, "
    r"forecast\w*, optimistic\w*, pessimistic\w*, realistic\w*, ambitious, best[- ]case, worst[- ]case, at best, "
    r"at the (?:earliest|soonest), earliest, soonest, not before, unsure, uncertain, unclear, unconfirmed, (?:not"
    r"|n['’]t)(?: quite| very| really)? (?:sure|certain|know|yet know|confident|clear), no idea, doubt\w*, in theory, "
    r"on paper, supposedly, technically, sort of, kind of, we will see, we['’]ll see, or so, (?:to|will|must|has to"
    r"|have to|needs? to) (?:confirm|be confirmed|approve|agree|decide|check(?! the)|sign off)(?! (?:with|the (?:detail"
    r"|terms))\b), (?:it|this|that|which|still|but) needs? (?:the |a )?(?:\w+ ){0,2}(?:approval|sign[- ]?off|agreement"
    r"|consent|permission), (?:awaiting|waiting for|given|following|pending)(?: \w+){0,3} (?:approval|sign[- ]?off"
    r"|agree\w*|permission), whether, (?:not|never)(?: yet)?(?: been)? (?:agreed|confirmed|approved|final|finalised"
    r"|guaranteed|definite|fixed|set), refus(?:e[ds]?(?! (?:crew|collection|lorr)\w*)|ing|als?), "
    r"reject\w*, disagree\w*, object(?:s|ed|ing)?, "
    # hearsay
    r"(?:was|were|been|am|are|is) told, told me, (?:he|she|they|(?-i:[A-Z])\w+) (?:said|says|say"
    r"|reckons?)(?: that)? (?:it|this|that|on|in), "
    # second thoughts
    r"ignore, scrap(?:ped)? (?:that|this|it), on second thoughts?, (?:by|a|my) mistake, wrong, actually no, no longer, "
    rf"correction, disregard, joke, joking, lol, otherwise, bar (?:one|two|the|a), {_EXCEPTIONS}, caveats?, not (?=\d)",
    extra=r"\?|(?<=[,;] )no(?=\W{0,2}[-–,;.])|[- ]ish\b|day week\b|\bweek on\b|\b(?-i:may) (?!\d)"
    r"|(?:^|\n|[.!;] )\s*(?:wait|hold on)\b(?=\W*(?:$|\n|[.,;]))",
)
"""What casts doubt on an answer that closes nothing: conditions, hedges, questions, hearsay and second thoughts.

A reason, a cause, a count or a name is none.
"""
ABOUT_A_COUNT = re.compile(
    r"\b(?:roughly|about|around|approximately|approx\.?|circa) (?=\d|half|two|three|a (?:third|quarter))", re.IGNORECASE
)
"""What makes a count a rough one; it is a count all the same."""
SHAKES_DATE = any_of(
    rf"{_PARTS}, annexe?s?, append\w+, the rest, (?<!every )others?, first (?:step|part|draft|cut|version), "
    r"second part, draft only, (?-i:may), or, sooner, later than, earlier, instead of, permission, tight, stretch\w*, "
    r"challenging, can (?:i|we) have, could (?:i|we), (?:another|different) date, two dates, part \w+, subject, "
    r"cancel\w*, then (?:it|we|back), target only, last chance, minimum, "
    r"which \w+ (?:cannot|can['’]t|won['’]t|will not), only for, for \w+ only, of course, around, "
    r"about (?!the\b|this\b|it\b)"
)
"""What beside a date says that it may be of a part, or not the last word."""
ALMOST = any_of(r"mostly, largely, nearly, almost, partly, barely, hardly, not quite, just about, some")
PART = any_of(
    rf"{_PARTS}, parts?, rest, else, others?, most, first, second, third, one, two, components?, workstreams?, steps?, "
    r"pilot, draft"
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
OF_A_STEP = re.compile(
    rf"^ (?:on|with|for) (?:the |our |its |any )*(?:[a-z]+ )?(?:{_PARTS.replace(', ', '|')}|final|second|third|others?"
    r"|rest|remaining|parts?|steps?|drafts?|versions?|pilots?)\b(?! (?:times?|days?|weeks?|months?|years?)\b)",
    re.IGNORECASE,
)
"""What follows a status that is said of a step ("not started on the final version")."""
TO_DO_WELL = re.compile(
    r"^\s+to\s+(?!(?:be (?:complete|done|finish|deliver|ready|publish|implement|achiev|in place|adopt|approv|clos)"
    r"|(?:complete|finish|deliver|meet|hit|achieve|conclude|publish|close|report|implement|launch|adopt|go live)))",
    re.IGNORECASE,
)
"""What is on track to something else than completing ("on track to fail")."""

COMES_OFF = re.compile(
    r"\b(?:(?:come|comes|take|taken|took) (?:it |these |them |this (?:one )?|[\w.-]*\d )?off"
    r"|(?:remove|drop|delete)d?(?: it| this| these| them)? from)"
    r" (?:the |your |my |our )?(?:\w+ )?(?:plan|list|tracker|register|reminders?)\b|\bcan come off\b(?= ?[.,;]|$)",
    re.IGNORECASE,
)
"""A wish to have an action off the plan: more than that it goes on."""
