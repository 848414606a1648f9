"""What ends an action without its being done: it is turned down, given up, not wanted any more, or replaced."""

from __future__ import annotations

import re

from bot.reading.months import MONTH_NAMES
from bot.reading.patterns import compiled, either
from bot.reading.statuses.words import FOR_NOW, STOPS

_WHY = (
    r"due|owing|because|following|after|since|given|as|on|for(?!\s(?:now|the\stime)\b)"
    rf"|and\sclosed|in\s(?:early\s|late\s|mid-?\s?)?(?:\d|{MONTH_NAMES}|favour|view|light|spring|summer|autumn|winter)"
)
"""What may follow such a word and tells why or when it was."""
_DECIDERS = (
    r"(?:the\s)?(?:[\w-]+\s){0,2}(?:board|cabinet|council|committee|members|panel|executive|portfolio\sholder|management|governors"
    r"|trustees|commissioners?|administration|minister|government|leader|director|slt|smt|cmt|clt|elt)\b"
)
"""Those who may end an action."""
_BY_DECIDERS = rf"\s(?:by|at)\s{_DECIDERS}"
ENDED = r"(?:cancel+ed|withdrawn|abandoned|discontinued|terminated|scrapped|aborted|canslwyd|diddymwyd)"
NOT_WANTED = (
    r"(?:no\slonger\s(?:(?:required|needed|necessary)(?!\s(?:to|for)\b)|relevant|applicable|appropriate"
    r"|(?:(?:to\sbe|being)\s)?(?:pursued|progressed|taken\sforward)|proceeding|going\sahead|viable|feasible|(?:in|within)\s(?:the\s)?scope)"
    rf"|(?:will|would|shall|should)\snot\s(?:now\s)?be\sprogressed(?:{STOPS}|(?=\s(?:{_WHY})))"
    r"|(?:(?:will|would|shall|should|to)\s)?not\s(?:now\s)?(?:to\s)?(?:be\s)?(?:proceed(?:ing)?|go(?:ing)?\sahead|(?:being\s)?(?:taken\s(?:forward|further)|pursued"
    rf"|progressed\sfurther))\b(?!(?:\swith\s(?:this|it))?\s{FOR_NOW}))"
    r"\b(?!\sas\s(?:planned|originally)|\s(?:to|without)\b"
    r"|\swith\s(?!this\b|it\b|the\s(?:action|project|proposal|scheme|initiative)\b))"
)
_TURNED_DOWN = (
    rf"(?:(?:rejected|turned\sdown|voted\sdown|vetoed|ruled\sout|dropped|deleted)(?:{STOPS}|{_BY_DECIDERS}|(?=\s(?:{_WHY})))"
    rf"|(?:declined|refused|stopped|removed|struck\sout|taken\sout){_BY_DECIDERS}"
    rf"|not\s(?:accepted|supported|wanted)(?:{STOPS}|{_BY_DECIDERS})|(?:decided|voted)\sagainst(?:{STOPS}|(?=\s(?:this|it|the\s(?:proposal|idea|scheme))\b))"
    rf"|stood\sdown(?:{STOPS}|(?=\s(?:by|at|{_WHY})(?!\sas\s)))|(?:stopped|ceased)(?:{STOPS}|(?=\s(?:following|after)\b)))"
)
_OUT_OF_PLAN = (
    r"(?:removed|deleted|withdrawn|taken\sout|dropped|struck)\s(?:from|of)\s(?:the\s|this\s|our\s)?(?:[\w-]+\s){0,2}"
    r"(?:plan|programme|action\s(?:log|list|tracker|register))\b"
)
_ITSELF = either(
    rf"{ENDED}(?=\s*(?:$|[-.,;:()/]|(?:by\b|and\b|or\b|at\sthe\srequest|{_WHY})))",
    NOT_WANTED,
    _TURNED_DOWN,
    rf"out(?:side)?\s(?:of\s)?(?:the\s)?scope(?:{STOPS}|(?=\s(?:of|{_WHY})))",
)
LET_GO = either(_ITSELF, _OUT_OF_PLAN)
"""That whatever it is said of was given up."""
NO_LONGER_OURS = (
    r"no\slonger\s(?:an?|our|the)\s(?:[\w'-]+\s){0,2}(?:action|responsibility|matter|project|function)"
    r"\b(?!\s(?:until|for\snow)\b)"
)
_OTHER_ACTION = (
    r"(?!\s(?:the\s|an?\s|our\s)?(?:draft|one|single|joint)\b)(?:\s[\w'&-]+){0,5}?\s(?:actions?|recommendations?|objectives?|items?|tasks?|projects?|plans?|programmes?|strateg\w+"
    r"|polic\w+|schemes?|initiatives?|workstreams?|reviews?|risks?|ref\w*|[a-z]{0,4}[-/]?\d[\w./-]*)\b(?!\sdraft)"
)
"""What else may take the place of an action; a bench or a contractor does not."""
REPLACED = (
    rf"(?:super(?:s|c|sc)ee?ded(?=\s*(?:$|[-.,;:()/]|(?:by|with|as|and|in|due|following|now|on|see|under|through|when)\b))"
    rf"|(?:replaced\s(?:by|with)|(?:merged|combined|amalgamated|consolidated)\s(?:with|into)|(?:now\s)?incorporated\s(?:in)?to)(?={_OTHER_ACTION})"
    rf"|(?:a\s)?duplicate(?:\sof|(?:\s(?:action|entry|item))?(?=\s*(?:$|[-.,;:()])))"
    r"|overtaken\sby(?!\s(?:other|competing|more\surgent|winter)\s(?:priorities|pressures|work))|subsumed|disodlwyd|wedi(?:'i|\sei)\sddisodli\b)"
)
SUBJECT = (
    r"\b(?:(?:this|the)\s(?:action|recommendation|project|proposal|scheme|initiative|objective|item|task|work)"
    r"|action|recommendation|it|this|(?:^|(?<=[.,;:]\s))(?:project|proposal|scheme|initiative))"
    r"\s(?:(?:has|have|had|is|was|are|were|been|now|therefore|being)\s){0,4}"
)

_BEGINS = r"(?:^|[-.,;:(]|\b(?:and|so|as|because|since|that|but)\b)\s?"
_SAID = (
    r"it|this|th[ae]t|the|an?|our|was|were|is|are|has|have|had|been|being|be|to|will|would|could|can|should|now|since"
    r"|therefore|formally|and|so|as|because|action|recommendation|item|task|work|need|objective"
)
_HUNG_ON = r"project|proposal|scheme|idea|initiative|bid|funding|business\scase|option|request"


def _beside(of: str, words: str) -> re.Pattern[str]:
    return compiled(rf"{_BEGINS}(?:(?:{of})\s){{0,8}}{words}(?!\w)")


BESIDE = _beside(_SAID, either(_ITSELF, NO_LONGER_OURS))
"""What beside a closing word says that nobody did it, nor is to: "as it is no longer required"."""
REPLACED_BESIDE = _beside(_SAID, REPLACED)
"""What beside a closing word says that another action has its place."""
BESIDE_CLOSED = _beside(rf"{_SAID}|{_HUNG_ON}", either(LET_GO, NO_LONGER_OURS))
"""The same of what the action hung on, which may be all that was asked for: "the proposal was rejected by Cabinet"."""
PERHAPS = compiled(
    r"\b"
    + either(
        # somebody would not have it, or it cannot be had
        r"reject\w+|declin\w+|refus\w+|withdr[ae]w\w*|pulled\sout|turned\sdown|ruled\sout|(?:decided|voted|opted)\sagainst|not\sto",
        r"un(?:affordable|viable|successful|feasible|deliverable|achievable)|not\s(?:\w+\s)?(?:affordable|viable|feasible|possible|forthcoming)",
        r"no\s(?:business\s)?(?:case|demand|appetite|interest|responses?|reply|funding|budget|resources?|capacity|support)",
        # it is gone, or nobody wants it any more
        r"fund(?:ing|s)\s(?:(?:has|was|were)\s)?(?:ended|expired|lapsed)|scrapped|abandoned|cancel+ed|dropped|repealed|revoked|rescinded|lost|ceased|disbanded|dissolved|deleted|sold",
        r"no\slonger|fallen\saway|risks?\s(?:(?:\w+\s){1,3})?(?:tolerated|accepted)|accept\w*\s(?:the|this)\srisk",
        r"plan\s(?:refresh|rationali[sz]ation)|timed\sout",
        # others have it, or another action
        r"new\s(?:action|recommendation)|outsourced|overtaken|superseded|(?:transferred|handed\sover)\sto(?!\s(?:bau|business\sas)\b)|(?:now\s)?covered\s(?:by|in|under)",
    )
    + r"\b"
)
"""What anywhere beside "closed" says that the action may have been let go, or is others' now."""
