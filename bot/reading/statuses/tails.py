"""What around a closing word makes something else of it.

In this order: it is doubted; it is said of something else; "closed" was not the end, or was; what was dropped may come
back; it is ahead, opened again or kept up; and what follows on a trouble.
"""

from __future__ import annotations

from bot.reading.deeds import BY_HAND, OF_EACH, ONCE
from bot.reading.months import MONTH_NAMES
from bot.reading.patterns import compiled, either
from bot.reading.statuses.words import CLOSED_BY_OTHERS, DATED, FINISHED, PUBLISHED, REGULARLY, RUNNING, STOPS, UPKEEP

QUESTIONED = compiled(
    either(
        # a question, or a box that is not ticked
        r"\?|[\u2610\u2612\u2717\u2718]|\[\s?\]",
        r"^(?:is|are|has|have|was|were)\s(?:this|it|that|the|all|these|there)\b|^(?:who|what|how|why|where|which|did|does)\b",
    )
    + r"|\b"
    + either(
        # nobody is sure, or has shown it
        r"unclear|unsure|not\ssure|unverified|not\sverified|unconfirmed|un-?evidenced|no\s(?:supporting\s)?evidence",
        r"hopefully|apparently|presumably|probably|possibly|perhaps|maybe",
        # somebody says so
        r"think|believed?|believes|understood|considers?|assumes?|assumed|says|told|claim(?:s|ed)|allegedly|according\sto",
        r"said\s(?:to\sbe|it|this|that)|reported\sthat|self-reported|(?:report(?:s|ed)|advise[sd]?)\s(?:(?:as|it|this|that|is|fully)\s){0,3}(?:completed?|done|closed|implemented)|self-assessed|our\s(?:end|side|part)|\(ours\)",
        # it was said wrongly or too soon
        r"in\serror|(?:previously|formerly|originally|wrongly|incorrectly|prematurely)\s(?:\w+\s){0,2}(?:as\s)?"
        r"(?:complete|completed|closed|done|implemented|reported|marked|shown)",
    )
    + r"\b"
)
"""What puts a closing word in doubt."""
SAYS_NO = compiled(r"\s*[:=(-]?\s*(?:no|n|false|0|not\syet)\s*[.)]?\s*$")
"""An answer behind the question that "Complete" is: "Complete: No"."""
YES_OR_NO = compiled(r"\s*[:=(-]?\s*(?:y|yes)\s?/\s?(?:n|no)\b")
"""The question itself, unanswered: "Complete: Y/N"."""

ELSEWHERE = compiled(r"\b(?:previous|former|earlier|other|similar|number|last(?!\s(?:one|two|few|of)\b)|old)\b")
"""Words that say that something else was completed, or at another time."""
TALLY = compiled(r"(?:\s\w+){0,3}\s?[:=]\s?\d+\s*(?:$|[,;]\s?[a-z])")
"""A count behind a closing word: "Completed actions: 4"."""
COUNT_OF_THEM = compiled(
    rf"(?:^|[.;:,]\s|\s-\s)(?!\d{{1,2}}\s(?:{MONTH_NAMES})\b)(?!(?:19|20)\d\d\b)\d[\d,]*\s(?:[a-z]+\s){{0,2}}[a-z]{{2,}}s"
    rf"\s(?:(?:have|has|are|were|been|now)\s){{0,3}}{FINISHED}\b"
)
"""A count of things that are done, which may be some of them: "84 homes done"."""
HANDED_IN = compiled(
    r"\s(?!and\s(?:signed|inspected|filed)\b)\w+\s(?:received|submitted|returned|sent|inspected|obtained|attached|enclosed|forwarded|posted|issued|uploaded|filed|signed)\b"
)
"""What behind "completed" says that something filled in or built was passed on: "Completed forms returned"."""
SHUT = compiled(
    r"\b(?!(?:action|item|recommendation|task|matter|issue|point|this|it|that|all|both|and|now|audit|finding|risk)s?\b)"
    r"[a-z]{3,}\s(?:(?:is|are|was|were|has|have|been|now|temporarily|all)\s){1,4}(?!" + CLOSED_BY_OTHERS + r")closed\b"
)
"""A place, a road or a round that is closed, not an action."""
MISSED = compiled(
    r"\b(?:failed|failure|unable|unachiev\w+|missed|impossible|defects?|fault(?:s|y)?|(?:with|and|but)\s(?:no|zero)\s(?:suitable\s)?(?:appointments?|awards?|bids?|tenders?|applicants?|applications?|candidates?|responses?|agreements?|offers?|decisions?|results?)|recurred|recurs|unsuccessful(?:ly)?)\b"
)
"""What behind a closing word says that the end was not reached."""

CLOSED = compiled(r"\b(?:closed?|discharged|concluded)\b")
"""Words that may close an action without its being done."""
CLOSED_AS = compiled(r"^\s*[-:,.;(/]*\s*(?:(?:and|as|because|now|it\s(?:is|was)|is|was|this|action)\s){0,4}")
"""What may stand between "closed" and the word that says why: superseded, cancelled, no longer required."""
GIVEN_UP = compiled(
    rf"(?:(?:the|this|our|audit|recommendation|proposal|request|action|it|was|is|as|has|been)\s){{0,3}}(?:(?:rejected|declined|refused)\b"
    rf"|(?:not|never|won't|will\snot)\s(?:(?:be|been|being|to)\s){{0,2}}(?:accepted|agreed|supported|taken\sforward|progressed|pursued"
    rf"|implement(?:ed)?|do(?:ne)?|fix(?:ed)?|go(?:ing)?\sahead|feasible|viable|practical|affordable){STOPS}|out\sof\sscope\b"
    r"|(?:due|owing)\sto\s(?:the\s|an?\s)?(?:\w+\s)?(?:lack|insufficient|no|shortage|loss|cost|costs)\b)"
)
"""What behind "closed" says that the action was let go and never done: "not implemented", "out of scope"."""
MOVED_ON = compiled(
    r"(?:carried\s(?:over|forward)|rolled\s(?:over|forward)|merged)\b"
    r"|(?:transferred|moved|rolled\sin|passed|migrated|referred|escalated|re-?assigned|re-?allocated|handed\s(?:over|back))\s?(?:in)?to\b"
    r"(?!\s(?:business|bau|operations))"
    rf"|(?:not|never)\s(?:been\s|fully\s)?{FINISHED}\b|risks?\s(?:\w+\s)?(?:tolerated|accepted)\b"
    r"|see\s(?:also\s)?(?:(?:action|recommendation|item|ref)\b|\d+\.\d)"
    r"|(?:now\s)?(?:the\s)?(?:responsibility|matter)\s(?:of|for)\b"
)
"""What right behind "closed" says that the work goes on elsewhere, or was not done."""
FOR_A_REASON = compiled(
    r"\s*[-,:;.(]?\s?(?:because|(?:due|owing)\sto|as(?!\s(?:agreed|per|requested|planned|part|at|of|from|instructed|noted|recommended"
    r"|discussed|approved|above|evidence|now|bau|business)\b))\b(?![^.;]*\b(?:complet\w+|done|implemented|achieved|met|finished|delivered|embedded)\b)"
)
"""What right behind "closed" says why, and not that it was done: "Closed because the officer left"."""
LET_DROP = compiled(
    r"[-:;,.(]\s?(?:[\w'-]+\s){0,3}?(?:rejected|declined|refused|no\saction\s(?:was\s|has\sbeen\s)?taken|out\sof\sscope|won't|unresolved"
    r"|(?:has|have)?\s?left|no\s(?:response|reply|interest|resources?|capacity|funding|budget|staff|time|money)|insufficient|lack\sof"
    r"|(?:recommendation|proposal|action)\snot\s(?:accepted|agreed|supported))\b|\bthen\s(?:superseded|withdrawn|cancelled|reversed)\b"
)
"""What anywhere behind a closing word says that the action may have been let go without being done."""
SINCE_CLOSED = compiled(r"^\s?[.:](?P<first>[^.]*?)\b(?:started|commenced|began)\b")
"""A sentence behind "Closed" that tells how the end was reached: "Closed. New officer started in May"."""
LAST_WORD = compiled(
    r"(?:^|[.;]\s|\s-\s)(?P<last>(?:(?:action|item|now|this\sis|recommendation)\s){0,2}"
    r"(?:closed?|completed?|done|discharged|implemented|achieved|delivered|finished))\s?[.!]?\s*$"
)
"""A last sentence that says nothing but that the action is closed."""
LET_GO = compiled(
    r"[.;]\s(?:(?:action|now|so|and|it|was)\s){0,2}(?:dropped|cancelled|withdrawn|abandoned|scrapped)\s?[.!]?\s*$"
)
"""A last sentence that says nothing but that the action was given up."""
_DECIDED = r"\b(?:agreed|decided|resolved)\W{1,3}(?:(?:to\stake|that|on|for)\s)?"
NO_MORE = compiled(
    rf"(?:^|[-.,;:(]\s?|\s(?:and|so|with)\s|{_DECIDED})"
    r"(?P<no>nfa|no\s(?:further\s)?actions?(?:\s(?:is\s|are\s)?(?:required|needed|necessary|proposed|planned))?)\W*$"
)
"""An end that says nothing more will be done."""
TURNED_DOWN = compiled(
    r"\b(?:reject\w+|declin\w+|refus\w+|decided\sagainst|unsuccessful\w*|insufficient|unable|cannot|failed|risks?\s(?:\w+\s)?(?:tolerated|accepted)"
    r"|not\s(?:\w+\s)?(?:viable|feasible|possible|supported|agreed|required|needed|accepted|approved|proceed\w*|pursue\w*))\b"
    rf"|{_DECIDED}$"
)
"""What in front of "no further action" says that the action was given up."""
ENDING_DEED = compiled(
    rf"\b(?:{'|'.join(sorted({*ONCE.values(), *OF_EACH.values(), *BY_HAND}))}"
    rf"|{RUNNING}|held|given|made|carried\sout|undertaken|set\sup|approved|ratified|provided|went\slive|gone\slive)\b"
)
"""A deed in front of "no further action" that may well be all that was asked for."""
REACHED = compiled(
    rf"{PUBLISHED}|"
    r"^(?:now\s)?(?:adopted|published|launched|ratified|signed)\s(?:at|by|on|in)\b[^.;]{1,80}\.?$"
    r"|^(?:both|all)\s(?:(?!that\b|who\b|which\b)[\w'-]+\s){1,6}(?:held|published|launched|issued|adopted|appointed|trained|briefed|installed|circulated)\b"
)
"""An account of what may well be the whole of an action: "Adopted by council on 3 June"."""

MAY_BE_CLOSED = compiled(
    r"(?:,?\s(?:and|so)|[.;,])\s(?:(?:the|this)\s(?:action|recommendation|item)|it|this)\s(?:can|may)"
    r"\s(?:(?:now|therefore)\s){0,2}be\s(?:closed|discharged|signed\soff)\W*$"
)
"""Last words that would have the action closed, behind an account of what was done."""
ONE_DONE = compiled(
    r"^(?:the|this|our)\s(?!(?:draft|interim|initial|first|outline|pilot)\b)(?:(?!that\b|who\b|which\b|and\b)[\w'-]+\s){1,5}?"
    r"(?:(?:was|has|is|been|now|since)\s){1,3}(?:filled|adopted|published|launched|appointed|installed|repaired|held)"
    rf"(?:\s(?:on|in|at|by|from)(?:\s(?!and\b|but\b|so\b)[\w'/-]+){{1,6}})?(?={MAY_BE_CLOSED.pattern})"
)
"""One thing that was done, with when or where, and nothing else in front of such words."""

REVIVED = compiled(
    r"\b"
    + either(
        # it is tried again, or otherwise
        r"re-?(?:book|submi|tender|appl|design|work|think|thought|consider|visit|draft)\w*|(?:going|coming|put)\sback|appeal\w*|revised"
        r"|progressing|due(?!\sto)|elsewhere|re-?(?:instated?|scheduled?|arranged?|convened?|start(?:ed)?)|resum(?:ed?|ing)|revived?",
        r"continu\w+|alternative|instead|another|options?|without|new\sdate|to\sbe|will(?!\snot\b)",
        # another has ended it, or a part of it
        r"by\s(?:the\s)?(?:supplier|contractor|provider|landlord|county|applicant|vendor|company|consultant)s?",
        r"in\spart|partial(?:ly)?|partly|but",
        # for now
        r"unless|if|until|at\s(?:this|the)\s(?:time|moment|present|stage|point)|at\spresent|this\syear",
        # and yet it goes on, or is done
        r"in\sprogress|on-?going|complet(?:ed?|ion)|done|implemented|achieved|delivered",
    )
    + r"\b"
)
"""What behind "cancelled" or "superseded" says that not all of it was, or that it may come back."""
ANOTHER_INSTEAD = compiled(
    r"[-.;:]\s(?!(?:it|this|they|now|will|to|the\s(?:action|work|project))\b)[^.;:?]*"
    r"\b(?:instead|(?:will|already|now)\s(?:does|do|covers?|replaces?|provides?)\s(?:this|it)"
    r"|(?:will|now)\s(?:picks?\s(?:this|it)\sup|takes?\s(?:this|it)\s(?:on|over)|deals?\swith\s(?:this|it))(?=\W*$))\b[^.;:?]*"
)
"""A sentence behind "cancelled" that says what is done in its place: "Cancelled. Ward events to be held instead."."""
ELSEWHERE_THEN = compiled(
    r"\b(?:and|so|,|it)\s(?:(?:now|so|it|this|is|are|which)\s){0,2}(?:will|to)\s(?:now\s)?be\s"
    r"(?:picked\sup|reported|covered|considered|monitored|addressed|dealt\swith|tracked|progressed|delivered|taken\sforward)\s"
    r"(?:there|elsewhere|through|under|within|via|as\spart)\b"
    r"|\bto\sbe\s(?=(?:removed|deleted|taken\sout|closed|withdrawn|archived)\b)"
)
"""What behind "superseded" says that the work goes on under the other action, or is to leave the plan."""
OR = compiled(r"\s*(?:or|/)\b")
"""An alternative right behind a closing word."""

FUTURE_TAIL = compiled(
    r"\s*(?:(?:when|once|if|unless|until|subject|pending|before|whether)\b"
    r"|by\s(?:the\s)?(?:end|next|mon|tue|wed|thu|fri|sat|sun|tomorrow|close|year|month|week))"
)
"""What right behind a closing word says that it is still to come: "Complete by the end of May"."""
EFFECTIVE = compiled(r"\b(?:from|effective|w\.?e\.?f\.?)\s*$")
"""What leads to the day from which something holds."""
OPENED_AGAIN = compiled(r"\bre-?open(?:ed|ing)\b")
ONGOING = compiled(r"\bon-?\s?going\b|\bcontinuous\b")
"""That it goes on."""
AND_ONGOING = compiled(
    rf"\s*(?:and|but|&|/|,|-)\s?(?:(?:now|is)\s)?(?:on-?\s?going\b|continu(?:es|ing|ous){STOPS})"
    rf"|\s*(?:(?:and|&)\s(?:(?:now|fully)\s)*(?:{RUNNING}|closed|signed\soff)\s?)?(?:[-,;:.(/]|and|but|with)\s?(?:(?:now|is|are|to|will|be|being|with)\s)*(?:on-?\s?going(?:{STOPS}|\s(?:\w+\s)?{UPKEEP}\b)"
    rf"|(?:will\s)?continues?\sto\sbe\s(?:monitored|reviewed|maintained)(?:{STOPS}|\s(?:through|via|by|at|in)\b)"
    rf"|(?:kept|keep|remains?|stays?)\sunder\s(?:regular\s|constant\s)?review{STOPS}"
    rf"|(?:\w+\s)?{UPKEEP}\s(?:is\s|are\s|will\s)?(?:on-?\s?going|continu\w+)|(?:monitored|reported|(?<!will\sbe\s)(?:reviewed|updated))\s{REGULARLY})"
)
"""What behind a closing word says that the work was done and is now kept up."""

TROUBLED = compiled(
    r"\s*[,;-]?\s?(?:but|however|though|although)\b[^.;]{0,30}?\b(?:at\srisk|behind|delay(?:s|ed)?|late|off[\s-](?:track|target)"
    r"|overdue|slipp(?:ed|ing|age))\b"
)
"""What behind "in progress" says that it will not be in time."""
HALTED = compiled(
    r"\s*[,;-]?\s?(?:but|then|and|now|however|though|although)\s(?:(?:is|was|now|has|been|since|then|currently)\s){0,3}"
    r"(?:paused|on[\s-]hold|suspended|halted|stalled|stopped|frozen|deferred|postponed)\b"
)
"""What behind "started" says that the work stands still."""
AFTER_ALL = compiled(
    rf"^(?:\s(?:from|since|in|over)\s(?:(?:early|late|mid|the|spring|summer|autumn|winter|{MONTH_NAMES}|\d{{1,4}})\b[\s-]?){{1,3}})?"
    r"(?:\s?[,;:.-]?\s?(?:(?:but|however|though|although|and|now|since|then|finally|eventually|subsequently)\s)+"
    r"(?:(?:it|this|action|is|was|has|have|been|now|since|fully|all)\s){0,4}"
    rf"|\s?[,;:.-]\s?(?=(?:completed|done|finished|closed){DATED}))"
    rf"(?=(?:complete|completed|done|achieved|implemented|delivered|finished|closed)(?:{STOPS}|{DATED}))"
)
"""What behind a trouble leads to its end: "Delayed from March but completed in July"."""
