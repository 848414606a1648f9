"""What beside "completed" says that something is left to do, and what only sounds like it.

In this order: what leaves nothing, exceptions and hedges, parts and steps.
"""

from __future__ import annotations

from bot.reading.months import MONTH_NAMES
from bot.reading.patterns import compiled, either
from bot.reading.statuses.labels import PERCENT
from bot.reading.statuses.words import COUNT, REGULARLY, SHARE

BENIGN = compiled(
    either(
        # nothing is needed or left
        r"\bno\s(?:action|changes?|work|issues?|funding|budget|resources?|support)(?:\s(?:is|are|was|were))?\s(?:now\s)?(?:required|needed|necessary|to\sbe\s\w+)",
        r"\bno\s(?:further|more|additional|other|outstanding|remaining)\s\w+(?:\s(?:is|are|was|will\sbe|to\sbe))?"
        r"(?:\s(?:now|required|needed|necessary|outstanding|remaining|expected|given|provided|made|reported))*",
        r"\bnothing\s(?:further|more|else|outstanding|remaining)"
        r"(?:\sto\s\w+|\s(?:is|was)\s(?:outstanding|required|needed|expected|left))?",
        r"\bwithout\s\w+",
        # it was not late
        r"\b(?:not|never|no\slonger)\s(?:been\s)?(?:at\srisk|delayed|late|overdue|blocked|on\shold)\b",
        r"\b(?:within|on|ahead\sof)\s(?:time|budget|schedule)\b",
        r"\b(?:ahead\sof|within|before)\s(?:the\s|its\s|our\s)?(?:[\w/]+\s){0,3}"
        r"(?:deadline|target(?:\sdate)?|timescale|due\sdate)\b",
        # it is usual work now
        r"\bpart\sof\s(?:the\s|our\s|its\s)?(?:(?:normal|usual|routine|everyday|standard|core|regular|day[\s-]to[\s-]day)\s\w+"
        r"|business\sas\susual|bau)\b",
        # whoever says that it is done would have it closed
        r"[-.,;:]\s?(?:we\s)?recommend(?:ed|ing)?\s(?:for\s|that\s(?:it|this)\sis\s)?clos(?:ure|ed)\W*$",
        # a place is open to people again
        r"\b(?:site|road|centre|bridge|park|library|building|hall|pool|path|street|playground|toilets)"
        r"\s(?:(?:has|have|been|now|is|are|was)\s){0,3}re-?open(?:ed|s|ing)?\b",
        # the date it had, in brackets
        r"[(\[]\s?(?:was\s)?(?:orig(?:inal(?:ly)?)?|previous(?:ly)?|was|against)\.?\s(?:due|target|date|planned|deadline)\b"
        r"[^)\]]{0,30}[)\]]",
    )
)
"""Words that sound like something open and say that nothing is."""
WHOLE_SHARE = compiled(r"(?<![\d/])(\d+)(?:\s(?:out\s)?of\s(?:the\s)?|\s?/\s?)\1(?![\d/])")
"""A share that leaves nothing: "3 of 3", "12/12"."""
DAY_OF_MONTH = compiled(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
"""What looks like a share and, where it is more than one, is a day: "29/8"."""

_EXCEPTIONS = either(
    # all of it but something
    r"except(?:ing)?|(?<!no )(?<!without )exceptions?|apart\sfrom|other\sthan",
    r"bar|save(?=\s(?:for|one|two|three|that|the|\d)\b)|aside\sfrom|excluding|minus",
    r"but|however|although|though|not|incomplete",
    # something waits
    r"await(?:s|ed)|pending|outstanding|remain(?:s|ing|der)?|still|yet\sto|to\sfollow|under\sreview",
    # a part of it
    r"partial(?:ly)?|(?<!as )(?<!took )(?<!taken )(?<!taking )part(?:ly)?|most(?:ly)?|one\sof",
    SHARE,
    # the same in Welsh
    r"ond|heblaw|ac\seithrio|angen|aros|disgwyl|rhan(?:nol)?|oni\sbai|hyd\snes|tan|i'w|byddwn|bydd|dylai",
    # as long as something holds
    r"subject\sto|unless|until|so\sfar|as\sfar\sas|where\spossible|in\sprinciple|for\snow",
)
EXCEPTION = compiled(rf"\b{_EXCEPTIONS}\b")
"""What in the update of a completed action names something that is left; looser words would doubt every story."""
HEDGE = compiled(
    r"\b"
    + either(
        _EXCEPTIONS,
        # nearly all, or somewhere
        r"nearly|almost|only|some|half(?![\s-](?:year|term))|in\splaces|in\sthe\smain",
        # something waits, or is still to be done
        r"awaiting|waiting|arising|to\s(?:be|do|go|take\splace|start|begin|commence|happen)|should|will|need(?:s|ed)?|requires?|(?<!longer\s)required|further|being\s\w+|tb[acd]",
        rf"next\s(?:year|month|quarter|week|term|spring|summer|autumn|winter|{MONTH_NAMES})|begins?|commences?|(?:and|but|now|currently)\swith\s(?:the\s)?\w+(?=\W*$)",
        r"due|expected|starts?|delay(?:s|ed)?|slipp(?:ed|ing|age)|on\spaper|risks?(?!\s(?:assess|regist|manage|polic|strateg|framework|log))|snag\w*|re-?open(?:ed|ing)?",
        # a step on the way
        r"state[sd]?\s(?:(?:as|it|this|is|fully)\s){0,3}(?:completed?|implemented|done|closed)|pilots?|trials?|phases?|stages?|interim|drafts?|initial|alternative|temporary|next\s(?:steps?|phase|stage)|as\sand\swhen|first\s(?:phase|part|draft)",
        # others are still to look at it
        r"for\s(?:comments?|review|approval|consultation|consideration|decision|sign[\s-]?off|ratification|signature|feedback)",
        # it goes on in another year
        r"(?<!spend )(?<!budget )(?<!funding )(?<!balance )(?:roll(?:ed|ing)|carr(?:ied|ying))\s(?:forward|over)"
        r"(?!\sfrom)",
        # a numbered part, or a count of them
        r"(?:actions?|items?|parts?|points?|steps?|elements?|milestones?)\s(?:\d+|[a-z]|[ivx]+)",
        rf"by\s\d+\s(?!(?:{MONTH_NAMES})\b)[a-z]{{4,}}",
        # for a time
        r"once|if|to\sdate|for\s(?:this|the\scurrent)\s(?:year|quarter|month|term)|for\s(?:q[1-4]|20\d\d)|barring",
    )
    + r"\b"
)
"""What behind or around "completed" means that something is left."""
_YEARS = rf"(?:a|{COUNT})\s(?:years?|months?)\b"
LATER_REVIEW = compiled(
    r"(?:[-,;:.(&]|\band|\bbut|\bwith)\s?"
    r"(?:(?:then|now|next|will|shall|continues?|to|is|be|due|for|an?|the|it|this|which|policy|plan|strategy|procedure|document"
    r"|training|course|module|session|exercise)\s){0,6}"
    + either(
        # looked at again and again, or in some years
        r"(?:monitored|reviewed|refreshed|repeated|revisited|updated|re-?assessed|re-?tested|checked|audited|review|refresh)\s(?:again\s)?"
        rf"(?:{REGULARLY}|every\s{_YEARS}|(?:in|after)\s{_YEARS}|next\s(?:year|month|quarter|term)\b|from\stime\sto\stime\b|as\s(?:needed|required|necessary)\b)",
        # the next of its usual reviews
        r"(?:(?:next|annual|yearly|regular|periodic|routine)\s)+(?:policy\s)?(?:reviews?|refresh|updates?)\b"
        rf"(?:\s(?:date|due|thereafter|each|every|in|by|on|next|year|planned|scheduled|will|follow|to|{MONTH_NAMES}|20\d\d)\b)*",
    )
)
"""What behind a closing word tells of a later look at what was done, which is no part of the work."""
STILL_OPEN = compiled(
    r"\b(?:in\sprogress|on-?\s?going|under\s?way|not\sstarted|started|commenced|continu(?:es|ing)|awaiting|currently"
    r"|(?:amber|red)(?=:)|on\shold|deferred|postponed|paused|suspended|at\srisk)\b"
)
"""What beside "completed" says that work goes on, stands still or is in danger."""

_PLACES = (
    r"(?:north|south|east|west|hq|adults?'?|children'?s?|schools?|libraries|housing|planning|highways|waste|parks|revenues"
    r"|benefits|finance|legal|hr|ict|it)(?!\s(?:committee|board|cabinet|panel|meeting|group|forum))"
)
FOR_SOME = compiled(
    r"(?:^|\bcompleted?)\s+for\s(?!all\b|every\b|each\b|both\b|the\s(?:whole|council|authority)\b)"
    rf"|^\s*(?:in|at|across|within)\s(?:the\s)?{_PLACES}\b"
    rf"|^\s*(?:in|at|across|within)\s(?:only\s|just\s)?{COUNT}\s(?!(?:{MONTH_NAMES}|days?|weeks?|months?|years?|working)\b)[a-z]{{3,}}"
)
"""What is completed for a part of those it is for: "Complete for managers", "Implemented in two depots"."""
STEP = compiled(
    r"\b(?:design|site\svisits?|options\sappraisal|feasibility(?:\sstudy)?|(?:outline\s)?business\scase|procurement|tender(?:ing)?|scoping|specification"
    r"|interviews?|shortlisting|\w+'s\s(?:actions?|parts?)|pilot|trial|groundworks?|enabling\sworks|(?:first|1st)(?:\s[a-z]+){1,2}|year\s(?:\d|one|two|three|four|five)(?:\s[a-z]+){0,2}|[a-z]+\s(?:1|one|a)|element|aspect|strand|component"
    r"|portion|module|section|tranche|wave|cohort|batch)"
    r"\s(?:(?:is|are|was|were|has|have|been|now|fully|all|exercise|stage|work)\s){0,4}"
    r"(?:completed?|done|achieved|delivered|finished|closed)\b"
)
"""A first step of what an action asks for that is done."""
FIRST_STEP = compiled(
    r"^\s(?:the\s|our\s|an?\s)?(?:first|1st|second|scoping|design|procurement|tender\w*|feasibility|options\sappraisal"
    r"|specification|shortlisting|mobilisation)\b"
)
"""A first step of an action right behind "completed": "Completed scoping"."""
_TOLD = (
    r"(?:\w{3,}ed|\w+en|sent|held|made|paid|put|set|done|complete|links?|see|thanks?|access|response|prior|according"
    r"|up|due)\b"
)
"""What in front of "to" tells of something done, or of no work: "letters sent to", "link to"."""
NEXT_STEP = compiled(
    r"[,;.:-]\s(?:and\s)?(?:[\w']+\s){0,4}?(?:orders?\s(?:placed|raised|made)|commissioned|tenders?|quotes?|quotations?|estimates?|drafted"
    r"|go(?:es|ing)?[\s-]live|start(?:s|ing)?|begin(?:s|ning)?|commenc(?:es?|ing)|open(?:s|ing)|launch(?:es|ing)"
    r"|(?:findings|results|responses|recommendations)\s(?:to|being|are|due|will)"
    r"|[\w']+\s(?:ordered|booked|programmed|scheduled|planned)"
    r"|(?:contractors?|consultants?|suppliers?|architects?)\s(?:appointed|instructed|engaged|procured|on\ssite)"
    r"|re-?(?:advertis|tender|procur|submi|draft|writ|run)\w*|(?:late|behind|overdue|missing|unfilled)(?=\s*(?:$|[,;.)]))"
    rf"|(?:(?!{_TOLD})[\w'&-]+\s){{0,4}}to\s(?!(?:all|every|each|date|both)\b)[a-z]\w*"
    r"|\w+\snext(?=\W*$)|(?:report|paper|submitted|going|taken|sent|goes)\sto\s(?:\w+\s){0,2}(?:cabinet|committee|council|board|executive|scrutiny|legal|members))\b"
)
"""The step that follows the one that is done: "Survey complete, orders placed"."""
ACCEPTED = compiled(
    r"^(?:(?:the|this|audit|management)\s){0,2}(?:recommendation|finding|action|point|proposal)s?"
    r"\s(?:(?:is|was|were|has|have|been|fully)\s){0,3}(?:accepted|agreed)\b"
)
"""That somebody agreed to what an action asks for, which is no deed of it."""
PART_NOT_BEGUN = compiled(
    r"(?:[.,;]|\band)\s(?!(?:the\s|this\s)?(?:works?|action|project|it|this|still|however|but|not|yet)\b)(?:[\w'&-]+\s){1,6}?"
    r"(?:(?:has|have|is|are|was|yet|still|due|expected|planned|scheduled)\s){0,2}(?:not|to)\s(?:yet\s|be\s|been\s){0,2}(?:started|begun|commenced|start|begin)\b"
    r"|[.;]\s(?:[\w'&-]+\s){1,3}(?:begins?|starts?|commences?)\b"
)
"""A later sentence by which one part of an action is still to begin: "Rules agreed. Training not yet started"."""


def without_days(text: str) -> str:
    """A text without what looks like a share of a number and can only be a day of a month: "29/8"."""
    return DAY_OF_MONTH.sub(lambda found: " " if int(found["day"]) > int(found["month"]) else found[0], text)


def unfinished_share(text: str) -> bool:
    """Whether a percentage below a hundred stands in the text."""
    return any(float(share) < 100 for share in PERCENT.findall(text))
