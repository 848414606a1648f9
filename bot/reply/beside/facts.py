"""Facts in the present beside a plain completion: what is there, how it is liked, and that no trouble is left."""

from __future__ import annotations

import re

from bot.reply.beside import accounts
from bot.reply.beside.doubts import DOUBTS_DONE
from bot.reply.words.phrases import any_of
from bot.reply.words.times import WEEKDAY

_GOOD = (
    r"(?:great|good|well|fine|lovely|brilliant(?:ly)?|excellent(?:ly)?|fantastic(?:ally)?|smart|super|perfect(?:ly)?"
    r"|positive|wonderful(?:ly)?|smoothly|nicely|pleased|happy|delighted|chuffed|proud|grateful|popular|fab(?:ulous)?|amazing|superb|stunning|smashing)"
)
_VERY = r"(?:(?:very|really|so|all|absolutely|extremely|quite|much|pretty|just) )*"
_IT = r"(?:all|it|they|this|everything|everyone|everybody|residents|staff|members|tenants|users|the [a-z]+)"
_LENGTH = r"(?:days?|weeks?|months?)"
_PRAISES = re.compile(
    rf"^(?:and )?(?:(?:{_IT}|we)(?:['’](?:s|re|ve))? ?)?(?:(?:is|are|was|were|has|have|been) )*"
    rf"(?:(?:look|work|run|go|went|running|going|working|looking)s? )?{_VERY}{_GOOD}"
    r"(?: (?:job|work|result|outcome|turn-?out|evening|meeting|session|event|day|feedback|response))?"
    r"(?: with (?:it|them|this|the \w+))?$"
    r"|^(?:and )?(?:[£\d.,km]+ )?(?:(?:well|just|even) )?(?:on|in|under|within|inside|ahead of)"
    r" (?:(?:the|its|our) )?(?:time|budget|schedule|date|deadline|due date)(?: for once)?$"
    rf"|^(?:and )?(?:(?:nearly|almost|over|about|a) )*(?:\w+ )?{_LENGTH} (?:early|ahead of (?:time|schedule))$",
    re.IGNORECASE,
)
"""How well it went, or how it is liked."""
_DETAIL = re.compile(
    r"^(?:some )?(?:photos|pictures|screenshots|evidence|paperwork)(?: of (?:it|this))? to follow$"
    r"|^\d[\d,]* (?:responses|replies|attendees|downloads|bookings|visits|pages)(?: (?:received|in total|so far))?$"
    r"|^(?:\d{1,3},)?\d{3} in (?:total|all|the end)$|^all (?:of them|\d[\d,]*)$"
    r"|^(?:in )?(?:both languages|welsh and english|english and welsh)$"
    r"|^(?:and )?(?:is |are )?(?:now )?open(?: to (?:the public|residents|visitors))?(?: again)?$"
    rf"|^(?:the )?contractors?(?: (?:is|are))?(?: now)? off site(?: (?:on )?(?:last )?{WEEKDAY})?$"
    r"|^(?:yay|hurray|phew|finally)$",
    re.IGNORECASE,
)
"""A detail that leaves nothing to do."""
_TROUBLE = (
    r"(?:issues|problems|hitches|snags|snagging(?: (?:list|items|works?))?|concerns|complaints|incidents|accidents"
    r"|injuries|exceptions?|queries|errors|faults|defects|bugs|outages|objections|failures"
    r"|teething (?:problems|troubles|issues))"
)
_TO_MEND = r"(?:changes?|amendments?|alterations?|revisions?|corrections?|repairs?|remedial works?)"
_NO_TROUBLE = re.compile(
    rf"^(?:and |with )*(?:no|zero|without(?: any)?) (?:major |significant |further |serious )?(?:{_TROUBLE}"
    rf"|{_TO_MEND})(?: (?:(?:was|were|is|are) )?(?:found|noted|identified|reported|raised|to report|so far|needed"
    r"|required|necessary))?$"
    rf"|^(?:and )?(?:all |the |any )*(?:minor |initial |early )?{_TROUBLE} (?:(?:have|has|were|was|are|been|all|now) )*"
    r"(?:cleared|resolved|fixed|sorted|closed|dealt with|put right)$",
    re.IGNORECASE,
)
_THINGS = r"(?:(?:all|every|each|the|our|its|their|new|of) )*(?:\d[\d,]* )?(?:[a-z'’-]+ ){0,3}?"
_WHERE = r"(?:in use|in place|in|up|on|live|open|working|installed|visible)"
_HAS = r"(?:have|has|with) (?:now )?(?:an? |their |its |new |the |own ){0,2}[a-z'’-]+(?: [a-z'’-]+)?"
_PLACE = r"(?:the |our |a )?(?:new )?[a-z'’-]+"
_IS_SO = re.compile(
    rf"^(?:and )?(?:(?:all|every|each) {_THINGS}(?:now )?(?:{_HAS}|{_WHERE}|(?:on|in|at) {_PLACE})"
    rf"|{_THINGS}(?:is|are) (?:all |now )*{_WHERE})(?: now)?$",
    re.IGNORECASE,
)
"""How the things that an action is about are now."""
_WANTING = any_of(
    r"post, list, air, way, pipeline, tray, diary, order, queue, hands?, course, places?, slots?, empty, blank, "
    r"wanted, required, due, owed, lost, missing, old, wrong, poor, spare, no, nobody, fail\w*, refus\w*, to, for"
)
"""What makes of a thing that is there one that is not as it should be."""


def is_fact(piece: str) -> bool:
    """Whether a piece tells only how it is now ("all 20 are in"), or how well."""
    if any(table.match(piece) for table in (_PRAISES, _DETAIL, _NO_TROUBLE)):
        return True
    so = _IS_SO.match(piece) or all(map(_IS_SO.match, piece.split(" and ")))
    shaken = accounts.goes_on(piece) or _WANTING.search(piece) or DOUBTS_DONE.search(piece)
    return bool(so and not shaken)


_RESULT = re.compile(
    r"(?:(?:^|(?<=[,.;(–-])|\bwith|\band) *)(?:an? |the |our )?(?:overall |average |final )*"
    r"(?:(?:[a-z]+ )?(?:compliance|satisfaction|attendance|turn-?out|take-?up|pass rate|response(?: rate)?|score)"
    r" (?:(?:is|was|at|of|now) )*\d{1,3}(?:\.\d+)? ?%|\d{1,3}(?:\.\d+)? ?% (?:[a-z]+ )?(?:compliance|satisfaction"
    r"|attendance|turn-?out|take-?up|pass rate|response(?: rate)?))(?=\s*(?:$|[.,;)\n]))",
    re.IGNORECASE | re.MULTILINE,
)


def without_results(words: str) -> str:
    """`words` without a share that tells how well a deed went, and not how far ("overall compliance 94 %")."""
    return _RESULT.sub(" ", words)
