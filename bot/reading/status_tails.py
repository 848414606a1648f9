"""What stands around the words of a status: hedges, exceptions and doubts that take "completed" back, and labels."""

from __future__ import annotations

from bot.reading.months import MONTH_NAMES
from bot.reading.status_words import COUNT, DATED, FINISHED, REGULARLY, SHARE, STOPS, UPKEEP, compiled

BENIGN = compiled(
    r"\bno\s(?:action|changes?|work|issues?)(?:\s(?:is|are|was|were))?\s(?:now\s)?(?:required|needed|necessary|to\sbe\s\w+)"
    r"|\bno\s(?:further|more|additional|other|outstanding|remaining)\s\w+(?:\s(?:is|are|was|will\sbe|to\sbe))?"
    r"(?:\s(?:now|required|needed|necessary|outstanding|remaining|expected|given|provided|made|reported))*|\bnothing\s(?:further|more|else|outstanding"
    r"|remaining)(?:\sto\s\w+|\s(?:is|was)\s(?:outstanding|required|needed|expected|left))?"
    r"|\b(?:not|never|no\slonger)\s(?:been\s)?(?:at\srisk|delayed|late|overdue"
    r"|blocked|on\shold)\b|\b(?:site|road|centre|bridge|park|library|building|hall|pool|path|street|playground|toilets)"
    r"\s(?:(?:has|have|been|now|is|are|was)\s){0,3}re-?open(?:ed|s|ing)?\b|\b(?:within|on"
    r"|ahead\sof)\s(?:time|budget|schedule)\b|\bwithout\s\w+"
    r"|\b(?:ahead\sof|within|before)\s(?:the\s|its\s|our\s)?(?:[\w/]+\s){0,3}(?:deadline|target(?:\sdate)?|timescale|due\sdate)\b"
    r"|[(\[]\s?(?:was\s)?(?:orig(?:inal(?:ly)?)?|previous(?:ly)?|was|against)\.?\s(?:due|target|date|planned|deadline)\b[^)\]]{0,30}[)\]]"
)
"""Words that sound like something open and say that nothing is."""

WHOLE_SHARE = compiled(r"(?<![\d/])(\d+)(?:\s(?:out\s)?of\s(?:the\s)?|\s?/\s?)\1(?![\d/])")
"""A share that leaves nothing: "3 of 3", "12/12"."""
SAYS_NO = compiled(r"\s*[:=(-]?\s*(?:no|n|false|0|not\syet)\s*[.)]?\s*$")
"""An answer behind the question that "Complete" is: "Complete: No"."""
YES_OR_NO = compiled(r"\s*[:=(-]?\s*(?:y|yes)\s?/\s?(?:n|no)\b")
HEDGE = compiled(
    r"\b(?:except(?:ing|ion)?s?|apart\sfrom|other\sthan|bar|but|however|although|though|save\sfor|aside\sfrom"
    r"|excluding|minus|not|nearly|almost|await(?:s|ing|ed)?|waiting|arising|pilot|trial|pending|outstanding|remain(?:s|ing|der)?|still|yet\sto"
    r"|to\s(?:be|follow|do)|partial(?:ly)?|(?<!as )part(?:ly)?"
    r"|in\s(?:part|the\smain|places)|most(?:ly)?|some|subject\sto|unless|until|once|if"
    r"|phase|stage|interim|drafts?|first\s(?:phase|stage|part|draft)|further|delay(?:s|ed)?|risks?"
    r"|should|will|need(?:s|ed)?|snag\w*|requires?|(?<!longer\s)required|so\sfar|to\sdate|as\sfar\sas|where\spossible|in\sprinciple|for\snow"
    r"|only|incomplete|initial|tb[acd]|re-?open(?:ed|ing)?|alternative|temporary|bar(?:ring)?|starts?|next\s(?:step|phase|stage)"
    r"|for\s(?:this|the\scurrent)\s(?:year|quarter|month|term)|for\s(?:q[1-4]|20\d\d)"
    r"|(?:actions?|items?|parts?|points?|steps?|elements?|milestones?)\s(?:\d+|[a-z]|[ivx]+)|under\sreview|being\s\w+|due|expected|one\sof"
    rf"|by\s\d+\s(?!(?:{MONTH_NAMES})\b)[a-z]{{4,}}|{SHARE})\b"
)
"""What behind or around "completed" means that something is left."""

EXCEPTION = compiled(
    r"\b(?:except(?:ing|ion)?s?|apart\sfrom|other\sthan|all\sbut|bar|but|however|although|though|save\sfor|aside\sfrom"
    r"|excluding|minus|not|await(?:s|ed)|pending|outstanding|remain(?:s|ing|der)?|still|yet\sto|to\sfollow"
    r"|partial(?:ly)?|(?<!as )part(?:ly)?"
    r"|in\spart|most(?:ly)?|subject\sto|unless|until|so\sfar|as\sfar\sas|where\spossible"
    r"|in\sprinciple|for\snow|incomplete|under\sreview|one\sof"
    rf"|{SHARE})\b"
)
"""What in the update of a completed action names something that is left; looser words would doubt every story."""

STILL_OPEN = compiled(
    r"\b(?:in\sprogress|on-?\s?going|under\s?way|not\sstarted|started|commenced|on\shold|continu(?:es|ing)"
    r"|deferred|postponed|paused|suspended"
    r"|at\srisk|awaiting|currently)\b"
)
QUESTIONED = compiled(
    r"\?|[\u2610\u2612\u2717\u2718]|\[\s?\]|^(?:is|are|has|have|was|were)\s(?:this|it|that|the|all|these|there)\b|^(?:who|what|how|why|where|which|did|does)\b|\b(?:unclear|unsure|unverified|not\sverified|un-?evidenced|no\s(?:supporting\s)?evidence|self-reported|think|believed?|understood|hopefully|said\s(?:to\sbe|it|this|that)|says|believes|considers?|assumes?|according\sto|our\s(?:end|side|part)|\(ours\)|reported\sthat|claim(?:s|ed)|told|self-assessed|not\ssure|unconfirmed|allegedly"
    r"|apparently|presumably|probably|possibly|perhaps|maybe"
    r"|assumed|(?:previously|formerly|originally|wrongly|incorrectly|prematurely)\s(?:\w+\s){0,2}(?:as\s)?(?:complete"
    r"|completed|closed|done|implemented|reported|marked|shown)|in\serror)\b"
)
CLOSED = compiled(r"\b(?:closed|discharged|concluded)\b")
CLOSED_AS = compiled(r"^\s*[-:,.;(/]*\s*(?:(?:and|as|because|now|it\sis|is|this|action)\s){0,3}")
"""What may stand between "closed" and the word that says why: superseded, cancelled, no longer required."""
GIVEN_UP = compiled(
    rf"(?:(?:the|this|our|audit|recommendation|proposal|request|action|it|was|is|as|has|been)\s){{0,3}}(?:(?:rejected|declined|refused)\b"
    rf"|(?:not|never|won't|will\snot)\s(?:(?:be|been|being|to)\s){{0,2}}(?:accepted|agreed|supported|taken\sforward|pursued"
    rf"|implement(?:ed)?|do(?:ne)?|fix(?:ed)?|go(?:ing)?\sahead|feasible|viable|practical|affordable){STOPS}|out\sof\sscope\b)"
)
"""What behind "closed" says that the action was let go and never done: "not implemented", "out of scope"."""
MOVED_ON = compiled(
    r"(?:carried\s(?:over|forward)|rolled\s(?:over|forward))\b"
    r"|(?:transferred|moved|rolled\sin|passed|migrated)\s?(?:in)?to\b"
    r"(?!\s(?:business|bau|operations))"
    rf"|(?:not|never)\s(?:been\s|fully\s)?{FINISHED}\b|risks?\s(?:\w+\s)?(?:tolerated|accepted)\b"
)
"""What right behind "closed" says that the work goes on elsewhere, or was not done."""
LET_DROP = compiled(
    r"[-:;,.(]\s?(?:[\w'-]+\s){0,3}?(?:rejected|declined|refused|no\saction\s(?:was\s|has\sbeen\s)?taken|out\sof\sscope|won't|unresolved"
    r"|(?:has|have)?\s?left|no\s(?:response|reply|interest|resources?|capacity|funding|budget|staff|time|money)|insufficient|lack\sof"
    r"|(?:recommendation|proposal|action)\snot\s(?:accepted|agreed|supported))\b"
)
"""What anywhere behind a closing word says that the action may have been let go without being done."""
LAST_WORD = compiled(
    r"(?:^|[.;]\s)(?P<last>(?:(?:action|item|now|this\sis|recommendation)\s){0,2}"
    r"(?:closed|completed?|done|discharged|implemented))\s?[.!]?\s*$"
)
"""A last sentence that says nothing but that the action is closed."""
FUTURE_TAIL = compiled(
    r"\s*(?:(?:when|once|if|unless|until|subject|pending|before|whether)\b"
    r"|by\s(?:the\s)?(?:end|next|mon|tue|wed|thu|fri|sat|sun|tomorrow|close|year|month|week))"
)
EFFECTIVE = compiled(r"\b(?:from|effective|w\.?e\.?f\.?)\s*$")
REACHED = compiled(
    r"^(?:now\s)?(?:adopted|published|launched|ratified|signed)\s(?:at|by|on|in)\b[^.;]{1,80}\.?$"
    r"|^(?:both|all)\s(?:[\w'-]+\s){1,4}(?:held|published|launched|issued|adopted|appointed)\b"
)
"""An account of what may well be the whole of an action: "Adopted by council on 3 June"."""
STEP = compiled(
    r"\b(?:design|site\svisits?|options\sappraisal|feasibility(?:\sstudy)?|(?:outline\s)?business\scase|procurement|tender(?:ing)?|scoping|specification"
    r"|interviews?|shortlisting|\w+'s\s(?:actions?|parts?)|pilot|trial|groundworks?|enabling\sworks|(?:first|1st)\s[a-z]+|[a-z]+\s(?:1|one|a))"
    r"\s(?:(?:is|are|was|were|has|have|been|now|fully|all|exercise|stage|work)\s){0,4}"
    r"(?:completed?|done|achieved|delivered|finished|closed)\b"
)
"""A first step of what an action asks for that is done."""
FOR_SOME = compiled(
    r"(?:^|\bcompleted?)\s+for\s(?!all\b|every\b|each\b|both\b|the\s(?:whole|council|authority)\b)"
    rf"|^\s*(?:in|at|across|within)\s(?:only\s|just\s)?{COUNT}\s(?!(?:{MONTH_NAMES}|days?|weeks?|months?|years?|working)\b)[a-z]{{3,}}"
)
"""What is completed for a part of those it is for: "Complete for managers", "Implemented in two depots"."""
NEXT_STEP = compiled(
    r"[,;.:-]\s(?:and\s)?(?:[\w']+\s){0,4}?(?:orders?\s(?:placed|raised|made)|commissioned|tenders?|quotes?|quotations?|estimates?|drafted"
    r"|go(?:es|ing)?[\s-]live|start(?:s|ing)?|begin(?:s|ning)?|commenc(?:es?|ing)|open(?:s|ing)|launch(?:es|ing)"
    r"|(?:findings|results|responses|recommendations)\s(?:to|being|are|due|will)"
    r"|(?:works?|repairs?|installation)\s(?:ordered|booked|programmed|scheduled|planned|to)"
    r"|(?:contractors?|consultants?|suppliers?|architects?)\s(?:appointed|instructed|engaged|procured|on\ssite)"
    r"|(?:report|paper|submitted|going|taken|sent|goes)\sto\s(?:\w+\s){0,2}(?:cabinet|committee|council|board|executive|scrutiny|legal|members))\b"
)
"""The step that follows the one that is done: "Survey complete, orders placed"."""
HANDED_IN = compiled(
    r"\s(?!and\s(?:signed|inspected|filed)\b)\w+\s(?:received|submitted|returned|sent|inspected|obtained|forwarded|posted|issued|uploaded|filed|signed)\b"
)
"""What behind "completed" says that something filled in or built was passed on: "Completed forms returned"."""
COUNT_OF_THEM = compiled(
    rf"(?:^|[.;:,]\s|\s-\s)(?!\d{{1,2}}\s(?:{MONTH_NAMES})\b)(?!(?:19|20)\d\d\b)\d[\d,]*\s(?:[a-z]+\s){{0,2}}[a-z]{{2,}}s"
    rf"\s(?:(?:have|has|are|were|been|now)\s){{0,3}}{FINISHED}\b"
)
"""A count of things that are done, which may be some of them: "84 homes done"."""
MISSED = compiled(
    r"\b(?:failed|failure|unable|unachiev\w+|missed|impossible|defects?|fault(?:s|y)?|recurred|recurs|unsuccessful(?:ly)?)\b"
)
"""What behind a closing word says that the end was not reached."""
SHUT = compiled(
    r"\b(?!(?:action|item|recommendation|task|matter|issue|point|this|it|that|all|both|and|now|audit|finding|risk)s?\b)"
    r"[a-z]{3,}\s(?:(?:is|are|was|were|has|have|been|now|temporarily|all)\s){1,4}closed\b"
)
"""A place, a road or a round that is closed, not an action."""
TALLY = compiled(r"(?:\s\w+)?\s?[:=]\s?\d+\s*(?:$|[,;]\s?[a-z])")
"""A count behind a closing word: "Completed actions: 4"."""
ELSEWHERE = compiled(r"\b(?:previous|former|earlier|other|similar|number|last(?!\s(?:one|two|few|of)\b)|old)\b")
"""Words that say that something else was completed, or at another time."""
REVIVED = compiled(
    r"\b(?:re-?book\w*|re-?submi\w*|re-?tender\w*|re-?appl\w*|continu\w+|alternative|instead|another|options?|without"
    r"|by\s(?:the\s)?(?:supplier|contractor|provider|landlord|county|applicant|vendor|company|consultant)s?"
    r"|re-?instated?|re-?scheduled?|re-?arranged?|re-?convened?|re-?start(?:ed)?|resum(?:ed?|ing)|revived?|new\sdate"
    r"|to\sbe|will|in\spart|partial(?:ly)?|partly|unless|if|until|at\s(?:this|the)\s(?:time|moment|present|stage|point)"
    r"|at\spresent|this\syear|but|in\sprogress|on-?going|complet(?:ed?|ion)|done|implemented|achieved|delivered)\b"
)
"""What behind "cancelled" or "superseded" says that not all of it was, or that it may come back."""
AND_ONGOING = compiled(
    r"\s*(?:and|but|&|/|,)\s?(?:now\s|is\s)?on-?\s?going\b"
    rf"|\s*(?:[-,;:.(/]|and|with)\s?(?:(?:now|is|are|to|will|be|being|with)\s)*(?:on-?\s?going(?:{STOPS}|\s(?:\w+\s)?{UPKEEP}\b)"
    rf"|(?:\w+\s)?{UPKEEP}\s(?:is\s|are\s|will\s)?(?:on-?\s?going|continu\w+)|(?:monitored|reviewed|reported|updated)\s{REGULARLY})"
)
"""What behind a closing word says that the work was done and is now kept up."""
OR = compiled(r"\s*(?:or|/)\b")
HALTED = compiled(
    r"\s*[,;-]?\s?(?:but|then|and|now|however|though|although)\s(?:(?:is|was|now|has|been|since|then|currently)\s){0,3}"
    r"(?:paused|on[\s-]hold|suspended|halted|stalled|stopped|frozen|deferred|postponed)\b"
)
"""What behind "started" says that the work stands still."""
OPENED_AGAIN = compiled(r"\bre-?open(?:ed|ing)\b")
SINCE_CLOSED = compiled(r"^\s?[.:](?P<first>[^.]*?)\b(?:started|commenced|began)\b")
"""A sentence behind "Closed" that tells how the end was reached: "Closed. New officer started in May"."""
BECAME = compiled(
    r"(?:(?:was|were|previously|formerly|moved\sfrom|changed\sfrom|from)\s)?(?P<was>[a-z]{1,6})[\s,;(-]{0,3}"
    r"(?:(?:but|and)\s)?(?:(?:is\s)?now|(?:changed|moved|gone)\sto|to|>)\s?(?=(?P<now>[a-z]{1,6})\b)"
)
"""A colour and the one that has taken its place: "Was green, now amber"."""
DAY_OF_MONTH = compiled(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
"""What looks like a share and, where it is more than one, is a day: "29/8"."""
PART_NOT_BEGUN = compiled(
    r"[.;]\s(?!(?:the\s|this\s)?(?:works?|action|project|it|this|still|however|but|not|yet)\b)(?:[\w'&-]+\s){1,6}?"
    r"(?:(?:has|have|is|are|was|yet|still)\s){0,2}(?:not|to)\s(?:yet\s|be\s|been\s){0,2}(?:started|begun|commenced|start|begin)\b"
)
"""A later sentence by which one part of an action is still to begin: "Rules agreed. Training not yet started"."""
NO_MORE = compiled(
    r"(?:^|[-.,;:(]\s?)(?:nfa|no\s(?:further\s)?action(?:\s(?:is\s)?(?:required|needed|necessary|proposed|planned))?)\W*$"
)
"""An end that says nothing more will be done."""
AFTER_ALL = compiled(
    rf"^(?:\s(?:from|since|in|over)\s(?:(?:early|late|mid|the|spring|summer|autumn|winter|{MONTH_NAMES}|\d{{1,4}})\b[\s-]?){{1,3}})?"
    r"\s?[,;:.-]?\s?(?:(?:but|however|though|although|and|now|since|then|finally|eventually|subsequently)\s)+"
    r"(?:(?:it|this|action|is|was|has|have|been|now|since|fully|all)\s){0,4}"
    rf"(?=(?:complete|completed|done|achieved|implemented|delivered|finished|closed)(?:{STOPS}|{DATED}))"
)
"""What behind a trouble leads to its end: "Delayed from March but completed in July"."""
TROUBLED = compiled(
    r"\s*[,;-]?\s?(?:but|however|though|although)\b[^.;]{0,30}?\b(?:at\srisk|behind|delay(?:s|ed)?|late|off[\s-](?:track|target)"
    r"|overdue|slipp(?:ed|ing|age))\b"
)
"""What behind "in progress" says that it will not be in time."""
ONGOING = compiled(r"\bon-?\s?going\b|\bcontinuous\b")
_WAS_DUE = (
    r"(?:(?:was|originally|initially|previously|first)\s){0,2}(?:due|planned|scheduled|expected|target(?:ed)?|deadline)(?:\s(?:for|by|in|on|date|end|of))*"
    rf"[:\s]{{1,2}}(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{MONTH_NAMES})\b\.?(?:\s(?:19|20)?\d\d)?|q[1-4](?:\s\d\d(?:\d\d)?/\d\d)?)"
    r"\s?[,;:-]\s?(?:(?:but|and|now|is|this|was)\s)*(?=[a-z])"
)
"""A date that was promised, in front of the status: "Originally due March 2026, completed June 2026"."""
LABEL = compiled(
    r"(?:e\.?\s?g\.?\s|i\.?\s?e\.?\s|(?:rag\s)?(?:status|update|progress|position|current\sposition|rating"
    rf"|note)\s?[:=-]\s?|[*•·>-]\s?|\(\s?|{_WAS_DUE}"
    r"|(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s)?[a-z]{3,9}\.?\s(?:20)?\d\d)\s?[:-]\s?)+"
)
COLOUR_FIRST = compiled(r"(?:rag\s)?(?P<colour>[a-z]{3,9})(?=\s*(?:$|[-:,.(/;]))")
WORD = compiled(r"[^\W_]+")
PERCENT = compiled(r"(?<![\d.])(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent\b)")
PERCENT_FIRST = compiled(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)\s?(?:complete[d]?)?\s*[-:,(;/]")
PERCENT_ONLY = compiled(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)?\s?(?:complete[d]?|done)?")
NOT_STATED = compiled(r"n\s?/?\s?a|none|nil|tb[acd]|not\s(?:stated|known|applicable|applied)|unknown")


def without_days(text: str) -> str:
    """A text without what looks like a share of a number and can only be a day of a month: "29/8"."""
    return DAY_OF_MONTH.sub(lambda found: " " if int(found["day"]) > int(found["month"]) else found[0], text)


def unfinished_share(text: str) -> bool:
    """Whether a percentage below a hundred stands in the text."""
    return any(float(share) < 100 for share in PERCENT.findall(text))
