"""The words of statuses, as tables: what a phrase opens with, what it holds, what takes "completed" back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.plan import Status


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


NEGATED = _compiled(
    r"(?:\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|yet\sto|failed\sto|unable\sto|far\sfrom"
    r"|than)|n't)"
    r"(?:\s[\w'-]+){0,3}\s?$"
)
"""What stands shortly before a word and turns it round."""


@dataclass(frozen=True, slots=True)
class StatusRule:
    """A status and the words that show it."""

    name: str
    value: Status
    pattern: re.Pattern[str]

    def anywhere(self, text: str) -> bool:
        """Whether the words stand in `text` without a negation before them."""
        return any(
            not NEGATED.search(text[max(0, found.start() - 40) : found.start()])
            for found in self.pattern.finditer(text)
        )


def _rule(name: str, value: Status, pattern: str) -> StatusRule:
    return StatusRule(name, value, _compiled(pattern))


_STOPS = r"(?=\s*(?:$|[-.,;:()/!*✓✔☑]))"
_FINISHED = r"(?:complet(?:ed?|ion)|done|achieved|implemented|met|delivered|finished|closed)"
_NOT_BEGUN = (
    r"not\s(?:yet\s)?(?:been\s)?(?:progressed|started|commenced|begun|due|applied|initiated)\b|(?:yet"
    r"|still)\sto\s(?:be\s)?(?:start(?:ed)?|commenced?|begin|begun|initiated)\b"
    r"|no\s(?:progress|action\staken)\b|(?:has|have)n't\s(?:yet\s)?(?:started|begun)\b|heb\sddechrau\b"
)
_ENDED = r"(?:cancel+ed|withdrawn|abandoned|discontinued)"
_NOT_WANTED = (
    r"(?:no\slonger\s(?:required|needed|relevant|applicable|(?:being\s)?pursued|proceeding|going\sahead|necessary"
    r"|viable)"
    r"|(?:will\s)?not\s(?:be\s)?(?:proceed(?:ing)?|going\sahead|(?:being\s)?(?:taken\sforward|pursued"
    r"|progressed\sfurther)))\b"
)
_REPLACED = (
    r"(?:superseded|replaced\sby|(?:merged|combined)\s(?:with|into)|incorporated\s(?:in)?to|duplicate\sof"
    r"|overtaken\sby|subsumed)"
)
_SUBJECT = (
    r"\b(?:(?:this|the)\s(?:action|recommendation|project|proposal|scheme|initiative|objective|item|task)"
    r"|action|recommendation|it|this)\s(?:(?:has|have|had|is|was|are|were|been|now|therefore|being)\s){0,4}"
)

_PART = (
    r"(?:part(?:ly|ial|ially)?|mostly|largely|substanti(?:al|ally|vely)|nearly|almost|mainly|half|near|all\sbut"
    r"|broadly"
    r"|virtually|practically|effectively|essentially|nominally)"
)
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_SHARE = rf"{_COUNT}\s(?:out\s)?of\s(?:the\s)?{_COUNT}"

HEADS = (
    _rule(
        "not started",
        Status.NOT_STARTED,
        rf"(?:{_NOT_BEGUN}|(?:planned|scheduled|pending|future|to\sdo|starts){_STOPS}|(?:planned"
        rf"|scheduled)\s(?:for|to|in)\b|start(?:s|ing)\s(?:in|on|from)\b|awaiting\s(?:start|commencement)\b"
        rf"|to\sbe\s(?:started|commenced)\b)",
    ),
    _rule(
        "not complete",
        Status.IN_PROGRESS,
        rf"(?:not\s(?:yet\s)?(?:been\s)?(?:fully\s|quite\s)?{_FINISHED}|incomplete|uncompleted|unfinished)\b",
    ),
    _rule(
        "completed in part", Status.PART_COMPLETED, rf"(?:{_PART}[\s-]{{0,3}}(?:been\s)?{_FINISHED}\b|partial{_STOPS})"
    ),
    _rule(
        "cancelled",
        Status.CANCELLED,
        rf"(?:{_ENDED}(?=\s*(?:$|[-.,;:()/]|(?:as|due|by|following|and|or|because|on|in)\b))|{_NOT_WANTED}"
        rf"|(?:dropped|rejected){_STOPS})",
    ),
    _rule("superseded", Status.SUPERSEDED, rf"{_REPLACED}\b"),
    _rule(
        "on hold",
        Status.ON_HOLD,
        r"(?:(?:currently\s|now\s)?on[\s-]hold|paused|suspended|deferred|postponed|parked|stalled|halted|frozen"
        r"|in\sabeyance)\b",
    ),
    _rule(
        "at risk",
        Status.AT_RISK,
        rf"(?:(?:at|high)[\s-]risk|behind(?:\s(?:schedule|target|plan|time))?|delay(?:s|ed)?|slipp(?:ed|ing|age)"
        rf"|off[\s-](?:track|target)|overdue|not\son\s(?:track|target|schedule)|blocked|late{_STOPS})",
    ),
    _rule("ongoing", Status.ONGOING, r"(?:on-?\s?going|continuous|continuing|business\sas\susual|parhaus)\b"),
    _rule(
        "in progress",
        Status.IN_PROGRESS,
        rf"(?:(?:work\s|still\s|now\s)?in[\s-]progress|under\s?way|in\shand|started|commenced|begun|progressing"
        rf"|in\sdevelopment|on[\s-](?:track|target|schedule|course)"
        rf"|(?:active|open|live|wip|outstanding){_STOPS}|ar\sy\sgweill)",
    ),
    _rule(
        "completed",
        Status.COMPLETED,
        rf"(?:(?:all|both|action|this\sis|task|item|work|now|fully|is"
        rf"|has\sbeen)\s){{0,3}}(?:100\s?%\s)?(?:completed\b|complete(?=\s*(?:$|[-.,;:()/]|(?:with|except|apart"
        rf"|but|and|or|by|for|in|subject|as|other)\b))"
        rf"|(?:done|finished|achieved|implemented|delivered|discharged|actioned|resolved|fulfilled|concluded"
        rf"|closed|signed\soff)(?=\s*(?:$|[-.,;:()/]|(?:in|by|on|and|or|but|except|as|with|when|once)\b))"
        rf"|in\splace{_STOPS}|met{_STOPS}|cwblhawyd\b|wedi['\s]?i\sgwblhau\b)",
    ),
)
"""Openings, the more cautious first."""

ANYWHERE = (
    _rule(
        "nothing said",
        Status.UNKNOWN,
        r"\bno\s(?:update|response|reply|information|return|comment)s?\b|\bnot\s(?:known|stated|provided"
        r"|reported|available|applicable)\b|\bupdate\s(?:awaited|required|requested|to\sfollow)\b",
    ),
    _rule(
        "not started",
        Status.NOT_STARTED,
        rf"\b(?:{_NOT_BEGUN})|\b(?:is|are|was|were|been|be)\s(?:planned|scheduled)\b|\b(?:due|expected|planned"
        rf"|scheduled|will|to)\s(?:to\s)?(?:start|begin|commence)\b",
    ),
    _rule(
        "not complete",
        Status.IN_PROGRESS,
        rf"\bnot\s(?:yet\s|been\s|fully\s|quite\s|all\s|currently\s){{0,4}}{_FINISHED}\b|\b(?:in|un-?)completed?\b"
        rf"|\bfar\sfrom\s{_FINISHED}\b"
        rf"|\b(?:never|nothing|none|nobody)\b[^.;]{{0,30}}\b{_FINISHED}\b|n't\s(?:yet\s|been\s|fully\s"
        rf"|quite\s){{0,3}}{_FINISHED}\b",
    ),
    _rule("cancelled", Status.CANCELLED, rf"{_SUBJECT}(?:{_ENDED}|{_NOT_WANTED})"),
    _rule("superseded", Status.SUPERSEDED, rf"{_SUBJECT}{_REPLACED}\b"),
    _rule(
        "completed in part",
        Status.PART_COMPLETED,
        rf"\b{_PART}[\s-]{{0,3}}(?:been\s)?{_FINISHED}\b|\b(?:some|most|several|half"
        rf"|{_SHARE})\b[^.;]{{0,40}}\b(?:completed?|done|achieved|implemented|delivered"
        rf"|closed)\b",
    ),
    _rule(
        "completion ahead",
        Status.IN_PROGRESS,
        rf"\b(?:will|to|shall|should|would|could|may|might|can|must|expect(?:ed|ing)?|aim(?:s|ing)?|due|hope(?:s"
        rf"|d|ful)?|plan(?:s|ning)?|once|when|until|till|after|if|before|unless|whether|subject\sto|as\ssoon\sas"
        rf"|pending|awaiting|towards?|for|close\sto|nearing|approaching|proposed|recommend(?:ed)?|ready"
        rf"|request(?:ed)?)"
        rf"\b[^.;]{{0,50}}\b(?:{_FINISHED}|complete|close|closure|finish|in\splace)\b",
    ),
    _rule(
        "on hold",
        Status.ON_HOLD,
        r"\b(?:on[\s-]hold|paused|suspended|deferred|postponed|in\sabeyance|stalled|halted|put\sback)\b",
    ),
    _rule(
        "at risk",
        Status.AT_RISK,
        r"\b(?:(?:at|high)[\s-]risk|behind\s(?:schedule|target|plan|time)|delay(?:s|ed)?|slipp(?:ed|ing|age)"
        r"|off[\s-](?:track|target)|overdue|not\son\s(?:track|target|schedule)|blocked|problems?|vacant|vacancy"
        r"|unsuccessful(?:ly)?|unable|cannot|can't|failed|insufficient|lack\sof|shortages?|concerns?|unlikely"
        r"|not\spossible|difficult(?:y|ies)?|(?:is|are|was|running)\slate|missed|requires?\sfurther|barriers?"
        r"|setbacks?)\b",
    ),
    _rule(
        "ongoing",
        Status.ONGOING,
        r"\b(?:on-?\s?going|continu(?:ous(?:ly)?|al(?:ly)?|es|ing)|business\sas\susual|regularly"
        r"|rolling\sprogramme|standing\sitem)\b",
    ),
    _rule(
        "in progress",
        Status.IN_PROGRESS,
        r"\b(?:in[\s-]progress|under\s?way|in\shand|being\s\w+|(?:we|they|is|are|i'?m|team)\s(?:(?:are|is"
        r"|currently|now|still|also|actively)\s){0,3}(?!nothing\b|during\b)\w{2,}ing|currently|start(?:ed|ing)"
        r"|commenced|begun|began"
        r"|progress(?:ing|ed|es)?|draft(?:s|ed|ing)?|develop(?:ing|ed|s)|consult(?:ing|ation)|working|awaiting"
        r"|under\s(?:review|consideration|development|discussion)|in\s(?:development|preparation|discussion|draft)"
        r"|on[\s-](?:track|target|schedule|course)|early\sstages|proposed|approved|agreed|appointed|recruit(?:ed"
        r"|ing)|has\sbeen\s(?:made|held|set\sup)|well\sadvanced|moving\sforward|extended|re-?scheduled"
        r"|ahead\sof\s(?:schedule|target|time)|nearly\sthere|almost\sthere)\b",
    ),
)
"""Words anywhere in a phrase, the more cautious first."""

DONE = (
    _rule(
        "completed",
        Status.COMPLETED,
        rf"\b(?:is|was|has|have|are|were|been|now|fully|all|both|action|work|task)\s(?:(?:been|now|all|fully"
        rf"|both|successfully|since)\s){{0,3}}(?:completed?|done|achieved|implemented|delivered|finished|closed"
        rf"|concluded)\b"
        rf"|\bcompleted\b|\bcomplete{_STOPS}|\b(?:is|are|now)\s(?:now\s|fully\s|all\s){{0,2}}in\splace{_STOPS}"
        rf"|\b(?:targets?|objectives?|outcomes?|milestones?)\s(?:achieved|met){_STOPS}",
    ),
)
"""What counts as finished where nothing in `ANYWHERE` stands in the phrase."""

BENIGN = _compiled(
    r"\bno\s(?:further|more|additional|other|outstanding|remaining)\s\w+(?:\s(?:is|are|was))?(?:\s(?:now|required"
    r"|needed|necessary|outstanding|remaining|expected))*|\bnothing\s(?:further|more|else|outstanding"
    r"|remaining)(?:\sto\s\w+|\s(?:is|was)\s(?:outstanding|required|needed|expected|left))?"
    r"|\b(?:not|never|no\slonger)\s(?:been\s)?(?:at\srisk|delayed|late|overdue"
    r"|blocked|on\shold)\b|\b(?:within|on"
    r"|ahead\sof)\s(?:time|budget|schedule)\b|\bwithout\s\w+"
)
"""Words that sound like something open and say that nothing is."""

HEDGE = _compiled(
    r"\b(?:except(?:ing|ion)?s?|apart\sfrom|other\sthan|bar|but|however|although|though|save\sfor|aside\sfrom"
    r"|excluding|minus|not|nearly|almost|await(?:s|ing|ed)?|pending|outstanding|remain(?:s|ing|der)?|still|yet\sto"
    r"|to\s(?:be|follow|do)|partial(?:ly)?|part(?:ly)?|in\spart|most(?:ly)?|some|subject\sto|unless|until|once|if"
    r"|phase|stage|interim|drafts?|first\s(?:phase|stage|part|draft)|further|delay(?:s|ed)?|risks?"
    r"|should|will|needs?|requires?|(?<!longer\s)required|so\sfar|to\sdate|as\sfar\sas|where\spossible|in\sprinciple|for\snow"
    r"|only|incomplete|initial|tb[acd]|under\sreview|being\s\w+|due|expected|one\sof"
    rf"|{_SHARE})\b"
)
"""What behind or around "completed" means that something is left."""

EXCEPTION = _compiled(
    r"\b(?:except(?:ing|ion)?s?|apart\sfrom|other\sthan|all\sbut|bar|but|however|although|though|save\sfor|aside\sfrom"
    r"|excluding|minus|not|await(?:s|ed)|pending|outstanding|remain(?:s|ing|der)?|still|yet\sto|to\sfollow"
    r"|partial(?:ly)?|part(?:ly)?|in\spart|most(?:ly)?|subject\sto|unless|until|so\sfar|as\sfar\sas|where\spossible"
    r"|in\sprinciple|for\snow|incomplete|under\sreview|one\sof"
    rf"|{_SHARE})\b"
)
"""What in the update of a completed action names something that is left; looser words would doubt every story."""

STILL_OPEN = _compiled(
    r"\b(?:in\sprogress|on-?\s?going|under\s?way|not\sstarted|started|commenced|on\shold|continu(?:es|ing)"
    r"|at\srisk|awaiting|currently)\b"
)
QUESTIONED = _compiled(
    r"\?|\b(?:unclear|unsure|think|believed?|understood|hopefully|said\sto\sbe|not\ssure|unconfirmed|allegedly"
    r"|apparently|presumably|probably|possibly|perhaps|maybe"
    r"|assumed)\b"
)
FUTURE_TAIL = _compiled(r"\s*(?:when|once|if|unless|until|subject|pending|before|whether)\b")
AND_ONGOING = _compiled(r"\s*(?:and|but|&|/|,)\s?(?:now\s|is\s)?on-?\s?going\b")
OR = _compiled(r"\s*(?:or|/)\b")
ONGOING = _compiled(r"\bon-?\s?going\b|\bcontinuous\b")
LABEL = _compiled(
    r"(?:e\.?\s?g\.?\s|i\.?\s?e\.?\s|(?:rag\s)?(?:status|update|progress|position|current\sposition|rating"
    r"|note)\s?[:=-]\s?|[*•·>-]\s?|\(\s?"
    r"|(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s)?[a-z]{3,9}\.?\s(?:20)?\d\d)\s?[:-]\s?)+"
)
COLOUR_FIRST = _compiled(r"(?:rag\s)?(?P<colour>[a-z]{3,9})(?=\s*(?:$|[-:,.(/;]))")
WORD = _compiled(r"[^\W_]+")
PERCENT = _compiled(r"(?<![\d.])(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent\b)")
PERCENT_ONLY = _compiled(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)?\s?(?:complete[d]?|done)?")
NOT_STATED = _compiled(r"n\s?/?\s?a|none|nil|tb[acd]|not\s(?:stated|known|applicable|applied)|unknown")

FILLER = (
    r"(?:\b(?:is|to|until|till|for|by|in|on|of|now|at|end|early|mid|late|the|be|has|been|around|approximately"
    r"|around)\b|[-:(\s])*$"
)
NEW_DATE = _compiled(
    r"\b(?:(?:new|revised?|amended|extended|updated|later)\s(?:\w+\s){0,2}(?:date|deadline|target|timescale"
    r"|timeline|completion|due)(?:\s\w+){0,3}"
    r"|(?:extend(?:ed)?|moved?|slip(?:ped)?|deferred|postponed|put\sback|re-?scheduled|delayed|pushed\sback"
    r"|re-?profiled|carried\sforward)(?:\s(?:it|this|date))?\s(?:to|until|till|for)"
    r"|(?:revised|moved|extended|changed|put\sback|slipped)\sfrom|now\s(?:due|expected|planned|scheduled"
    r"|anticipated|likely|aiming|going\sto|to\sbe|be)(?:\s\w+){0,3})\s?" + FILLER
)
"""Words that lead to a date which replaces the printed one."""

COMMITS = _compiled(
    r"\b(?:(?:to|will|should|expect(?:ed)?\sto|aim(?:s|ing)?\sto|due\sto|on\strack\sto)\s(?:be\s)?(?:complete[d]?"
    r"|finish(?:ed)?|conclude[d]?|finalise[d]?|deliver(?:ed)?|confirm(?:ed)?|ready|in\splace|close[d]?"
    r"|report\sback)\b(?:[^.;]{0,60}?\s(?:by|on|in))?"
    r"|(?:completion|finish)\s(?:date\s)?(?:is\s|now\s)?(?:due|expected|anticipated|planned|forecast"
    r"|target(?:ed)?)?|(?:expected|anticipated|forecast|target(?:ed)?)\s(?:completion|date|finish)(?:\s(?:date|is"
    r"|of))*"
    r"|(?:expected|anticipated|due|targeted)\s(?:by|in|on|for))\s?" + FILLER
)
"""Words that lead to a date still to come."""
