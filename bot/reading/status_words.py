"""The words of statuses, as tables: what a phrase opens with, and what it holds anywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.plan import Status
from bot.reading.months import MONTH_NAMES


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that takes no notice of case, as every table of these rooms does."""
    return re.compile(pattern, re.IGNORECASE)


NEGATED = compiled(
    r"(?:\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|yet\sto|failed\sto|unable\sto|far\sfrom"
    r"|than)|n't)"
    r"(?:\s[\w'-]+){0,3}\s?$"
)
"""What stands shortly before a word and turns it round."""
NEGATED_ANYWHERE = compiled(r"\b(?:not|never|none|nothing|cannot|unable|failed)\b|n't\b")


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
    return StatusRule(name, value, compiled(pattern))


_STOPS = r"(?=\s*(?:$|[-.,;:()/!*✓✔☑]))"
_FINISHED = r"(?:complet(?:ed?|ion)|done|achieved|implemented|met|delivered|finished|closed)"
_NOT_BEGUN = (
    r"not\s(?:yet\s)?(?:been\s)?(?:progressed|started|commenced|begun|due|applied|initiated)\b|(?:yet"
    r"|still)\sto\s(?:be\s)?(?:start(?:ed)?|commenced?|begin|begun|initiated)\b"
    r"|no\s(?:progress|action\staken)\b|(?:has|have)n't\s(?:yet\s)?(?:started|begun)\b"
    r"|(?:heb\s(?:ei\s)?|ddim\swedi\s)d?dechrau\b"
)
_ENDED = r"(?:cancel+ed|withdrawn|abandoned|discontinued|terminated|scrapped|aborted|canslwyd|diddymwyd)"
_NOT_WANTED = (
    r"(?:no\slonger\s(?:required|needed|relevant|applicable|(?:being\s)?pursued|proceeding|going\sahead|necessary"
    r"|viable)"
    r"|(?:will\s)?not\s(?:be\s)?(?:proceed(?:ing)?|going\sahead|(?:being\s)?(?:taken\sforward|pursued"
    r"|progressed\sfurther)))\b"
)
_REPLACED = (
    r"(?:superseded|replaced\sby|(?:merged|combined)\s(?:with|into)|incorporated\s(?:in)?to"
    r"|(?:a\s)?duplicate(?:\sof|(?=\s*(?:$|[-.,;:()])))"
    r"|overtaken\sby|subsumed|disodlwyd)"
)
_SUBJECT = (
    r"\b(?:(?:this|the)\s(?:action|recommendation|project|proposal|scheme|initiative|objective|item|task)"
    r"|action|recommendation|it|this)\s(?:(?:has|have|had|is|was|are|were|been|now|therefore|being)\s){0,4}"
)

_PART = (
    r"(?:part(?:ly|ial|ially)?|mostly|largely|substanti(?:al|ally|vely)|nearly|almost|mainly|half|near|all\sbut"
    r"|broadly"
    r"|majority|bulk|virtually|practically|effectively|essentially|nominally)"
)
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
SHARE = rf"(?:{_COUNT}\s(?:out\s)?of\s(?:the\s)?{_COUNT}|(?<![\d/])[1-9]\d?\s?/\s?[1-9]\d?(?![\d/]))"
"""A pattern for a part of a number: "7 of 9", "3/5"."""
_DATED = rf"\s(?:on\s|in\s)?(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d|(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{MONTH_NAMES})\b)"
_REGULARLY = (
    r"(?:annually|yearly|monthly|quarterly|weekly|daily|termly|each\s(?:year|month|quarter|week|term)"
    r"|every\s(?:year|month|quarter|week|term|meeting))\b"
)

_DONE_ONCE = (
    r"(?!(?:need|feed|speed|proceed|indeed|exceed|succeed|expect|requir|propos|limit|relat|bas|interest|detail|attach"
    r"|shar|nam|call|suppos|unchang|cancel|cancell|abandon|supersed|reject|replac|merg|remov|delet|dropp|discontinu"
    r"|plann|schedul|programm|book|await|miss|target)(?:ed)?\b)\w{3,}ed|held|sent|met|written|taken|given|put|made|begun|drawn|built"
    r"|bought|found|undertaken|brought|chosen|shown|run|led|rewritten"
)

HEADS = (
    _rule(
        "not started",
        Status.NOT_STARTED,
        rf"(?:{_NOT_BEGUN}|(?:planned|scheduled|pending|future|to\sdo|starts){_STOPS}|(?:starts|starting|commences|begins){_DATED}|(?:planned"
        rf"|scheduled)\s(?:for|to|in)\b|start(?:s|ing)\s(?:in|on|from)\b|awaiting\s(?:start|commencement)\b"
        rf"|to\sbe\s(?:started|commenced)\b)",
    ),
    _rule(
        "not complete",
        Status.IN_PROGRESS,
        rf"(?:not\s(?:yet\s)?(?:been\s)?(?:fully\s|quite\s)?{_FINISHED}|incomplete|uncompleted|unfinished)\b",
    ),
    _rule(
        "completed in part",
        Status.PART_COMPLETED,
        rf"(?:{_PART}[\s-]{{0,3}}(?:been\s)?{_FINISHED}\b|partial{_STOPS}"
        r"|(?:cwblhawyd|wedi(?:'i|\sei)\sgwblhau)(?:'n|\syn)\srhannol\b)",
    ),
    _rule("opened again", Status.IN_PROGRESS, r"(?:now\s)?re-?open(?:ed|ing)?\b"),
    _rule(
        "done regularly",
        Status.ONGOING,
        rf"(?:now\s)?(?:completed|done|delivered|undertaken|carried\sout|reviewed|reported|updated)\s{_REGULARLY}",
    ),
    _rule(
        "cancelled",
        Status.CANCELLED,
        rf"(?:{_ENDED}(?=\s*(?:$|[-.,;:()/]|(?:as|due|by|following|and|or|because|on|in)\b))|{_NOT_WANTED}"
        rf"|(?:dropped|rejected){_STOPS}|(?:removed|deleted)\sfrom\s(?:the\s)?(?:action\s)?plan\b"
        r"|wedi(?:'i|\sei)\s(?:g|ng)?anslo\b)",
    ),
    _rule("superseded", Status.SUPERSEDED, rf"{_REPLACED}(?!\w)"),
    _rule(
        "on hold",
        Status.ON_HOLD,
        r"(?:(?:currently\s|now\s)?on[\s-]hold|paused|suspended|deferred|postponed|parked|stalled|halted|frozen"
        r"|in\sabeyance|gohiriwyd|wedi(?:'i|\sei)\sohirio)\b",
    ),
    _rule(
        "at risk",
        Status.AT_RISK,
        rf"(?:(?:at|high)[\s-]risk|behind(?:\s(?:schedule|target|plan|time))?|delay(?:s|ed)?|slipp(?:ed|ing|age)"
        rf"|off[\s-](?:track|target)|overdue|not\son\s(?:track|target|schedule)|blocked|late{_STOPS}|mewn\sperygl|oedi{_STOPS})",
    ),
    _rule(
        "ongoing",
        Status.ONGOING,
        r"(?:on-?\s?going|continuous|continuing|(?:now\s)?(?:business\sas\susual|bau)|parhaus)\b",
    ),
    _rule(
        "in progress",
        Status.IN_PROGRESS,
        rf"(?:(?:work\s|still\s|now\s)?in[\s-]?prog(?:r?es{{1,2}}|ress?e?s?)\b|under\s?way|in\shand|started|commenced|begun|progressing"
        rf"|in\sdevelopment|on[\s-](?:track|target|schedule|course)"
        rf"|(?:active|open|live|wip|outstanding){_STOPS}|ar\s(?:y\sgweill|waith)|yn\smynd\srhagddo)",
    ),
    _rule(
        "completed",
        Status.COMPLETED,
        rf"(?:(?:all|both|action|this\sis|task|item|work|now|fully|is"
        rf"|has\sbeen)\s){{0,3}}(?:100\s?%\s)?(?:completed\b|complete(?=\s*(?:$|[-.,;:()/&+!]|(?:with|except|apart"
        rf"|but|and|or|for|in|subject|as|other)\b)|{_DATED})"
        rf"|(?:done|finished|achieved|implemented|delivered|discharged|actioned|resolved|fulfilled|concluded"
        rf"|closed|signed\soff|finali[sz]ed|cwblhawyd|wedi(?:'i|\sei)\sgwblhau)(?=\s*(?:$|[-.,;:()/&+!]|(?:in|by|on|and|or|but|except|as|with|when|once)\b))"
        rf"|in\splace{_STOPS}|met{_STOPS})",
    ),
)
"""Openings, the more cautious first."""

ANYWHERE = (
    _rule(
        "nothing said",
        Status.UNKNOWN,
        r"\bno\s(?:update|response|reply|information|return|comment)s?\b|\bnot\s(?:known|stated|provided"
        r"|reported|available|applicable)\b|\bupdate\s(?:awaited|required|requested|to\sfollow)\b|^awaiting\s(?:an?\s)?update\b",
    ),
    _rule(
        "opened again",
        Status.IN_PROGRESS,
        r"\bre-?open(?:ed|ing)?\b",
    ),
    _rule(
        "will not be done",
        Status.AT_RISK,
        rf"\b(?:will|can|could|would|may|might)\s?n(?:o|')t\s(?:be\s|now\s|yet\s){{0,2}}(?:able\sto\sbe\s)?{_FINISHED}\b"
        rf"|\bunlikely\sto\s(?:be\s)?{_FINISHED}\b",
    ),
    _rule(
        "not started",
        Status.NOT_STARTED,
        rf"\b(?:{_NOT_BEGUN})|\b(?:is|are|was|were|been|be)\s(?:planned|scheduled)\b|^\w+(?:\s\w+)?\s(?:planned|scheduled|programmed|booked)\s(?:for|in)\b|\b(?:due|expected|planned"
        rf"|scheduled|will|to)\s(?:to\s)?(?:start|begin|commence)\b",
    ),
    _rule(
        "not complete",
        Status.IN_PROGRESS,
        rf"\bnot\s(?:yet\s|been\s|fully\s|quite\s|all\s|currently\s){{0,4}}{_FINISHED}\b|\b(?:in|un-?)completed?\b"
        rf"|\bfar\sfrom\s{_FINISHED}\b|\bheb\sei\sgwblhau\b"
        rf"|\b(?:never|nothing|none|nobody)\b[^.;]{{0,30}}\b{_FINISHED}\b|n't\s(?:yet\s|been\s|fully\s"
        rf"|quite\s){{0,3}}{_FINISHED}\b",
    ),
    _rule(
        "cancelled",
        Status.CANCELLED,
        rf"{_SUBJECT}(?:{_ENDED}|{_NOT_WANTED})|\b(?:decided|decision|agreed|resolved)(?:\s(?:was|made|taken)){{0,2}}\snot\sto"
        rf"\sproceed(?:{_STOPS}|\swith\s(?:this|it|the\s(?:action|project|proposal|scheme))\b)",
    ),
    _rule("superseded", Status.SUPERSEDED, rf"{_SUBJECT}{_REPLACED}\b"),
    _rule(
        "completed in part",
        Status.PART_COMPLETED,
        rf"\b{_PART}[\s-]{{0,3}}(?:been\s)?{_FINISHED}\b|\b(?:some|most|several|half|many|majority|bulk|a\snumber"
        rf"|{SHARE})\b[^.;]{{0,40}}\b(?:completed?|done|achieved|implemented|delivered"
        rf"|closed)\b",
    ),
    _rule(
        "completion ahead",
        Status.IN_PROGRESS,
        r"\bcompletion\s(?:date\s)?(?:is\s|now\s)?(?:due|expected|anticipated|planned|forecast|targeted|by)\b"
        r"|\b(?:expected|anticipated|forecast|revised|new|target)\scompletion\b"
        r"|^(?:expected|anticipated|due|forecast)\s(?:by|in|on|for|to|completion)\b|^complete\sby\b"
        rf"|\b(?:target|forecast|goal|aim|intention|deadline)\s?[:=-]\s?{_FINISHED}"
        rf"|\b(?:will|to|shall|should|would|could|may|might|can|must|expect(?:ed|ing)?|aim(?:s|ing)?|due|hope(?:s"
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
        r"|off[\s-](?:track|target)|overdue|pushed\sback|not\son\s(?:track|target|schedule)|blocked|problems?|vacant|vacancy"
        r"|unsuccessful(?:ly)?|unable|cannot|can't|failed|insufficient|lack\sof|shortages?|concerns?|unlikely"
        r"|not\spossible|difficult(?:y|ies)?|(?:is|are|was|running)\slate|missed|requires?\sfurther|barriers?"
        r"|setbacks?)\b",
    ),
    _rule(
        "ongoing",
        Status.ONGOING,
        r"\b(?:on-?\s?going|continu(?:ous(?:ly)?|al(?:ly)?|es|ing)|business\sas\susual|regularly|bau"
        r"|rolling\sprogramme|standing\sitem)\b",
    ),
    _rule(
        "in progress",
        Status.IN_PROGRESS,
        r"\b(?:in[\s-]progress|under\s?way|in\shand|being\s\w+|(?:we|they|is|are|i'?m|team)\s(?:(?:are|is"
        r"|currently|now|still|also|actively)\s){0,3}(?!nothing\b|during\b)\w{2,}ing|currently|start(?:ed|ing)"
        r"|commenced|begun|began"
        r"|progress(?:ing|ed|es)?|draft(?:s|ed|ing)?|develop(?:ing|ed|s)|consult(?:ing|ation)|working|await(?:ing|ed)|waiting|out\sto\stender"
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
        rf"\b(?:is|was|has|have|are|were|been|now|fully|all|both|action|works?|task|recommendation|item|matter|project)\s(?:(?:been|now|all|fully"
        rf"|both|successfully|since)\s){{0,3}}(?:completed?|done|achieved|implemented|delivered|finished|closed"
        rf"|concluded)\b"
        rf"|\b(?:all|both|every|each)(?:\s\w+){{0,3}}\s(?:(?:have|has|been|now|are|is|were|fully)\s){{0,3}}(?:completed?"
        rf"|done|achieved|implemented|delivered|finished|closed){_STOPS}|\beverything(?:\sis)?\s(?:completed?|done){_STOPS}"
        rf"|\bcompleted\b|\bcomplete{_STOPS}|\b(?:is|are|now)\s(?:now\s|fully\s|all\s){{0,2}}in\splace{_STOPS}"
        rf"|\b(?:targets?|objectives?|outcomes?|milestones?)\s(?:achieved|met){_STOPS}",
    ),
)
"""What counts as finished where nothing in `ANYWHERE` stands in the phrase."""

DOING = (
    _rule(
        "something was done",
        Status.IN_PROGRESS,
        rf"\b(?:has|have|had|was|were|is|are)\s(?:(?:been|now|already|also|since|recently|successfully)\s){{0,3}}(?:{_DONE_ONCE})\b"
        rf"|\b(?!(?:be|being|to|get|not|if|when|as|once)\b)\w[\w'-]*\s(?:{_DONE_ONCE})(?:\s|[.,;:)]|$)"
        r"|^(?:adopted|published|launched|established|set\sup|issued|sent|recruited|appointed|introduced)\b",
    ),
)
"""What happened, without a word on whether that was all of it: a person says whether the action is finished."""
