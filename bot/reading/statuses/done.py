"""What was done, wherever it stands in a phrase: the words that close an action, and those that only tell of work."""

from __future__ import annotations

from bot.plan import Status
from bot.reading.deeds import ONCE
from bot.reading.patterns import either
from bot.reading.statuses.words import CLOSED_BY_OTHERS, COUNT, DOCUMENT, PUBLISHED, RUNNING, STOPS, rule

_NAMED = (
    rf"(?!(?:{COUNT}|be|been|being|get|not|have|having|half|part|partly|partially|well|little|much|more|less|few|some|most|many"
    r"|several|mostly|largely|mainly|nearly|almost|best|only|date|share|number|percentage|total)\b)[a-z]{3,}"
)
"""A word that may name what was done: neither a number nor a quantity, which would say how much of it."""
_ENDED = r"(?:completed?|done|achieved|implemented|delivered|finished|closed)"
_ADOPTED = (
    rf"{DOCUMENT}(?:adopted|ratified)\s(?:by|at)\s(?:the\s)?(?:[\w-]+\s){{0,3}}"
    r"(?:council|cabinet|committee|board|executive|governors|trustees|members|authority)"
    r"(?=(?:\s(?:on|in|at)\s[^.;,]{1,40}|\s\d{1,2}\s[a-z]{3,9}\s\d{4})?\.?$)"
)
_UNANSWERED = "".join(rf"(?<!\b{each}\s)" for each in ("forms", "surveys", "questionnaires", "letters", "invitations"))
"""In front of "delivered", that it is nothing which waits for the answers of those who have it."""
_COMPLETED = either(
    # the action, or all of what it asks for, has ended
    r"\b(?:is|was|has|have|are|were|been|now|fully|all|both|actions?|works?|task|recommendations?|items?|matter|project"
    r"|afis?|findings?|milestones?|objectives?)\s(?:(?:been|now|all|fully|both|successfully|since)\s){0,3}"
    rf"(?:{_ENDED}|concluded)\b",
    rf"\b(?:all|both|every|each)(?:\s\w+){{0,3}}\s(?:(?:have|has|been|now|are|is|were|fully)\s){{0,3}}{_ENDED}{STOPS}",
    rf"\beverything(?:\sis)?\s(?:completed?|done){STOPS}",
    # "completed" itself
    rf"\bcompleted\b|\bcomplete(?:{STOPS}|(?=\s(?:bar|except|apart|save|other|but|for)\b))",
    r"\bconfirmed\s(?:as\s|it\s|this\s|is\s|fully\s){0,3}(?:implemented|completed?|closed)\b",
    rf"\bconfirmed\s(?:the\s)?(?:discharge|closure|completion)\sof\sthis\s(?:[\w-]+\s?){{1,5}}{STOPS}",
    # somebody has closed it
    CLOSED_BY_OTHERS,
    # something named is done: "Training done", "Actions 1-3 implemented"
    rf"\b{_NAMED}\s(?:done|implemented){STOPS}",
    rf"\b(?:actions?|items?|points?|recommendations?)\s\d[\d,&\s-]{{0,12}}\s(?:done|implemented){STOPS}",
    # a document has passed those who adopt it
    _ADOPTED,
    PUBLISHED,
    # what was aimed at is there
    rf"\b(?:is|are|now)\s(?:now\s|fully\s|all\s){{0,2}}in\splace{STOPS}",
    rf"\b(?:targets?|objectives?|outcomes?|milestones?|requirements?|criteria|standards?)\s(?:achieved|met){STOPS}",
    rf"{_UNANSWERED}\b(?:delivered|rolled\sout|implemented)\s(?:to|for|by|in|across)\s(?:all|every|each)(?:\s\w+){{1,3}}{STOPS}",
    # built, and handed over too
    r"(?<!be )\b(?:repaired|replaced|installed|fitted|erected|built|laid|resurfaced|painted|fixed)\b"
    r"(?:\s[^.;\s]+){0,3}?\s?(?:and|,|&)\s(?:\w+\s){0,2}(?:paid|tested|handed\sover|inspected|registered|commissioned|certified)\b",
)
_IN_OPERATION = either(
    rf"\b{RUNNING}(?!\s(?:plans?|teams?|managers?|groups?|leads?|risks?|costs?|issues?|matters?|staff|guidance"
    r"|procedures?|to|for\s\w+ing)\b)",
    r"^live\b|\b(?:now|is|are|system)\slive\b",
)
_DOING = (
    r"(?!(?:train|meet|plan|build|hous|fund|brief|hear|park|licens|staff|market|light|fenc|floor|heat|tim"
    r"|word|rat|pend|noth|someth|everyth|morn|even|dur|miss|exist|follow|includ|accord|regard|concern|depend|stand|spr"
    r"|outstand)ing)[a-z]{2,}ing\b"
)
_UNDER_WAY = rf"(?:(?:^|[-;:,]\s)|\b(?:clerk|(?:cllrs?|councillors?)\s[\w'-]+)\s){_DOING}"
_DONE_ONCE = either(
    # a regular verb, but none of wanting, ending or planning
    r"(?!(?:need|feed|speed|proceed|indeed|exceed|succeed|expect|requir|propos|limit|relat|bas|interest|detail|attach"
    r"|shar|nam|call|suppos|unchang|cancel|cancell|abandon|supersed|reject|replac|merg|remov|delet|dropp|discontinu"
    r"|plann|schedul|programm|await|miss|target|terminat|refus)(?:ed)?\b)\w{3,}ed",
    # an irregular one
    r"held|sent|met|written|taken|given|put|made|begun|drawn|built|bought|found|undertaken|brought|chosen|shown|run|led|rewritten",
)
_WAS_DONE = either(
    rf"\b(?:has|have|had|was|were|is|are)\s(?:(?:been|now|already|also|since|recently|successfully)\s){{0,3}}{_DONE_ONCE}\b",
    rf"\b(?!(?:be|being|to|get|not|if|when|as|once)\b)\w[\w'-]*\s{_DONE_ONCE}(?:\s|[.,;:)]|$)",
    r"\b(?<!to )(?:went|gone)\slive\b",
    rf"^(?:(?:{'|'.join(ONCE.values())}|established|ordered|commissioned)\b|(?:{_DONE_ONCE}|set\sup)\b.*\w)",
)

WAS_DONE = rule("something was done", Status.IN_PROGRESS, _WAS_DONE)
DONE = (rule("completed", Status.COMPLETED, _COMPLETED),)
"""What counts as finished where nothing more cautious stands in the phrase."""

DOING = (
    rule("still open", Status.IN_PROGRESS, r"\b(?:outstanding|remain(?:s|ing)?|still\s(?:open|to\s\w+))\b"),
    rule("in operation", Status.ONGOING, _IN_OPERATION),
    rule("work is under way", Status.IN_PROGRESS, _UNDER_WAY),
    WAS_DONE,
)
"""What happened, without a word on whether that was all of it: a person says whether the action is finished."""
