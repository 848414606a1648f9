"""The words of statuses, for the tables of what a phrase opens with and what it holds anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.plan import Status
from bot.reading.months import MONTH_NAMES
from bot.reading.numbers import NUMBER_WORDS
from bot.reading.patterns import compiled

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
        return next(self.found(text), None) is not None

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Where the words stand in `text` without a negation before them."""
        for each in self.pattern.finditer(text):
            if not NEGATED.search(text[max(0, each.start() - 40) : each.start()]):
                yield each


def rule(name: str, value: Status, pattern: str) -> StatusRule:
    return StatusRule(name, value, compiled(pattern))


STOPS = r"(?=\s*(?:$|[-.,;:()/!*✓✔☑✅]))"
FINISHED = (
    r"(?:complet(?:ed?|ion)|done|achieved|implemented|met|delivered|finished|closed|actioned|resolved|fulfilled"
    r"|discharged)"
)
NOT_BEGUN = (
    r"not\s(?:yet\s)?(?:been\s)?(?:progressed|started|commenced|begun|due|applied|initiated|actioned)\b|(?:yet"
    r"|still)\sto\s(?:be\s)?(?:start(?:ed)?|commenced?|begin|begun|initiated|actioned)\b"
    r"|never\s(?:been\s)?(?:started|commenced|begun)\b|(?:no|nil)\s(?:progress|action\staken)\b"
    r"|nothing\s(?:has\s|is\s)?(?:been\s)?(?:done|started|begun|happened)(?:\s(?:yet|so\sfar|to\sdate))?(?=\s*(?:$|[-.,;:(]|(?:due|owing|because|as)\b))|(?:has|have)n't\s(?:yet\s)?(?:started|begun)\b"
    r"|(?:heb\s(?:ei\s)?|ddim\swedi\s)(?:d?dechrau|g?cychwyn|gychwyn)\b"
    r"|i'?w?\s(?:ddechrau|gychwyn)\s(?:yn|ym|ar|mis|fis)\b"
)
FOR_NOW = (
    r"(?:(?:(?:in|during)\s)?(?:this|the\scurrent)\s(?:financial\s|calendar\s|civic\s|council\s)?(?:year|quarter|term|month)"
    r"|(?:in|during)\s(?:(?:20)?\d\d\s?[/-]\s?\d\d|20\d\d)|at\s(?:this|the)\s(?:time|moment|present|stage|point)"
    r"|at\spresent|currently|for\snow|for\sthe\stime\sbeing|until|till|pending|before)\b"
)
"""A time that will pass, for which an action stands still."""
NOT_NOW = (
    r"(?:(?:will|is|are)\s)?not\s(?:(?:currently|now|be|being)\s){0,2}"
    rf"(?:progress(?:ing|ed)?|proceed(?:ing)?|pursued|going\sahead|go\sahead|taken\sforward|started|commenced)(?:\swith\s(?:this|it))?\s{FOR_NOW}"
)
"""That an action does not go on for now, which is less than that it was given up."""
ELSEWHERE = (
    r"(?:now\s)?(?:(?:transferred|moved|migrated|re-?assigned|re-?allocated|rolled|folded|absorbed|referred|added)\s(?:in)?to"
    r"|(?:covered|included|addressed|captured|picked\sup|dealt\swith|considered)\s(?:by|in|as\spart\sof|under|within|through)|part\sof)"
    r"(?=(?:\s[\w'&/-]+){0,6}?\s(?:(?:action|improvement|delivery|business|service|corporate|transformation|local|strategic)"
    r"\s(?:plans?|programmes?)|strateg(?:y|ies)|workstreams?|(?:actions?|recommendations?|items?|objectives?|ref)\s[\w./-]*\d[\w./-]*)"
    r"(?![\w/-])(?!\s(?:review|meeting|agenda|consultation))"
    rf"|\s(?!q[1-4]\b)(?:[a-z]{{1,4}}[-/]?\d{{1,3}}|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}){STOPS})"
    r"|(?:now\s)?(?:transferred|passed|handed\sover)\sto\b(?!\s(?:bau|business\sas\susual|operations)\b)"
)
"""That an action goes on under another, which does not say how far it is there."""
_THING = (
    r"(?:(?:audit\s)?(?:actions?|recommendations?|findings?|requirements?|requests?|conditions?|items?|points?|matters?|issues?|afis?)"
    r"|(?:cause|area)s?\s(?:of|for)\s(?:concern|improvement))"
)
CLOSED_BY_OTHERS = (
    rf"\b(?:(?:closed|discharged|concluded|cleared|signed\soff)\sth(?:is|ese)(?:\s{_THING}\b|{STOPS}|\s(?=(?:in|on|at|following|off)\b))"
    rf"|(?:signed|closed)\sth(?:is|ese)(?:\s{_THING})?\s(?:off|down)\b)"
)
"""What somebody else has done who closes an action: "The auditor closed this recommendation in May"."""
DOCUMENT = (
    r"^(?!(?:(?:the|a)\s)?(?:draft|interim|initial|amended)\b)(?:[\w&-]+\s){0,4}(?:polic(?:y|ies)|strateg(?:y|ies)|code"
    r"|constitution|protocol|procedures?|budget|standing\sorders|terms\sof\sreference|byelaws?|charter)"
    r"\s(?:(?:was|were|has|have|been|now|formally)\s){0,3}"
)
"""A document of which something is told that was done with it."""
PUBLISHED = (
    rf"{DOCUMENT}(?:(?:reviewed|revised|updated|refreshed|amended|rewritten|redrafted),?\s(?:and\s)?){{0,3}}"
    r"(?:approved|agreed|adopted|ratified)(?:\s(?:by|at)\s(?:the\s)?(?:[\w-]+\s){0,2}[\w-]+)?,?\s(?:and\s)?(?:is\s|was\s|now\s)*"
    r"published(?:\s(?:on|to)\s(?:the\s|our\s)?(?:[\w-]+\s)?(?:website|site|intranet))?(?=\W*$)"
)
"""That a document was approved and published too, which is the end of its way."""
RUNNING = r"(?:in\s(?:use|place|operation|force)|operational|up\sand\srunning|embedded|rolled\sout)"
"""What is said of something that people work with, without a word on whether the action is finished."""
UPKEEP = r"(?:monitoring|reviews?|maintenance|oversight|assurance|upkeep|refreshers?)"
PART = (
    r"(?:part(?:ly|ial|ially)?|mostly|largely|substanti(?:al|ally|vely)|nearly|almost|mainly|half|near|all\sbut|just\sabout|thirds?|(?:a|one|three)[\s-]quarters?|as\sgood\sas|more\sor\sless|pretty\s(?:much|well)|to\sall\sintents(?:\sand\spurposes)?"
    r"|broadly|technically"
    r"|majority|bulk|virtually|practically|effectively|essentially|nominally|superficially|provisionally|conditionally|notionally|theoretically|temporarily|tentatively"
    r"|informally)"
)
COUNT = rf"(?:\d+|{NUMBER_WORDS})"
SHARE = rf"(?:{COUNT}\s(?:out\s)?of\s(?:the\s)?{COUNT}|(?<![\d/])(?:0|[1-9]\d?)\s?/\s?[1-9]\d?(?![\d/]))"
"""A pattern for a part of a number: "7 of 9", "3/5"."""
_DAY_AND_MONTH = r"(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/])|\d{1,2}/0[1-9](?![\d/])"
"""A day without its year that no share of a number can be: "26/8", "4/09"."""
DATED = (
    rf"\s(?:on\s|in\s)?(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d|{_DAY_AND_MONTH}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{MONTH_NAMES})\b)"
)
REGULARLY = (
    r"(?:annually|yearly|monthly|quarterly|weekly|daily|termly|each\s(?:year|month|quarter|week|term)"
    rf"|every\s(?:year|month|quarter|week|term|meeting)|(?:each|every)\s(?:{MONTH_NAMES})"
    r"|on\san?\s(?:rolling|regular|ongoing|on-going|continuous|annual|monthly|quarterly|weekly|daily)\sbasis)\b"
)
