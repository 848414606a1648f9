"""Facts in the present beside a plain completion: what is there, how it is liked, and that no trouble is left."""

from __future__ import annotations

import re

from bot.reply.beside import accounts
from bot.reply.beside.doubts import DOUBTS_DONE, LIMITS_DONE
from bot.reply.words.phrases import any_of

_WORDS = r"(?:[a-z'’-]+ )"
_AN = r"(?:an? |its |the )?"
_THING = r"(?:scan|copy|photo|map|plan|owner|date|label|number|record|file|reference|lead)"
_MET = r"(?:the |our )?target (?:(?:has been|was|is|now) )?(?:met|hit|reached|achieved|exceeded)"
_MEASURE = re.compile(
    rf"\b\d{{1,3}}(?:\.\d+)? ?%(?: (?:in|for|during|at the end of|this|last) [a-z]{{3,9}})?(?:,| and| so"
    rf"| -)? (?={_MET}\b)",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:(?:we|it|they)(?:['’]ve| have| has)? )?(?:now )?(?:hit|reached|achieved|exceeded) \d{1,3}(?:\.\d+)? ?%"
    r"(?=[^.;\n]{0,30},? so (?:it['’]?s |this is |that['’]?s )?(?:now )?(?:complete|done|finished|achieved)\b)",
    re.IGNORECASE,
)
"""A share that is the reason to call an action complete."""
_EXISTS = re.compile(
    rf"^(?:and )?(?:{_MET}|there are(?P<count> \d+ of) (?:them|these)(?: (?:in total|altogether|in all))?"
    rf"|each (?:has|with|one has) {_AN}{_WORDS}{{0,3}}?{_THING}(?: of (?:the |its )?{_WORDS}{{0,3}}?[a-z'’-]+)?"
    rf"(?: and {_AN}{_WORDS}{{0,3}}[a-z'’-]+)?)$",
    re.IGNORECASE,
)
_GOOD = (
    r"(?:great|good|well|fine|lovely|brilliant(?:ly)?|excellent(?:ly)?|fantastic(?:ally)?|smart|super|perfect(?:ly)?"
    r"|positive|wonderful(?:ly)?|smoothly|nicely|pleased|happy|delighted|chuffed|proud|grateful|popular)"
)
_VERY = r"(?:(?:very|really|so|all|absolutely|extremely|quite|much|pretty|just) )*"
_PRAISES = re.compile(
    r"^(?:and )?(?:(?:all|it|they|this|everything|everyone|everybody|we|residents|staff|members|tenants|users|customers"
    r"|people|managers|(?:the )?(?:team|feedback|evening|day|event|session|launch)(?: so far)?)(?:['’](?:s|re"
    r"|ve))? ?)?(?:(?:is|are|was|were|has|have|been) )*(?:(?:look|work|runn?|go|going|went|running|working"
    rf"|looking)s? )?{_VERY}{_GOOD}(?: (?:job|work|result|outcome|turn-?out|evening))?(?: (?:with (?:it|them|this"
    r"|the \w+)|now|on the (?:day|night)|in the end|thanks?|indeed))?$|^(?:and )?[\w'’ &-]{2,30}? (?:did|has done"
    rf"|have done|made) (?:an? |such an? )?{_VERY}{_GOOD} job(?: (?:of|on|with) (?:it|them|the [a-z]+))?$"
    r"|^(?:and )?(?:everyone|everybody|they|people|staff|members|residents|users|tenants|we)(?: all)? (?:loves?"
    r"|likes?) (?:it|them)$|^(?:yay|hurray|woo ?hoo|phew|hallelujah|whoop|finally|great stuff|a great (?:day|evening"
    r"|result))$|^(?:and )?(?:(?:it|all|this) )?(?:(?:came|come|brought) in )?(?:[£\d.,km]+ )?(?:on|in|under|within"
    r"|ahead of|well under) (?:time|budget|schedule|full)(?: and (?:on|in|under|within) (?:time|budget|full))?$"
    r"|^(?:and )?(?:(?:nearly|almost|over|about|a) )*(?:\w+ )?(?:days?|weeks?|months?) (?:early|ahead of (?:time"
    r"|schedule))$|^(?:some )?(?:photos|pictures|screenshots|evidence|paperwork)(?: of (?:it|this))? to follow$"
    r"|^\d[\d,]*(?: [a-z]+)? (?:responses|replies|attendees|delegates|sign-?ups|downloads|bookings|visits|entries"
    r"|people (?:came|attended))(?: (?:received|in total|so far|since then))?$|^(?:\d{1,3},)?\d{3} in (?:total|all)$"
    r"|^\d{1,3} pages?(?: long)?$|^(?:in )?(?:both languages|welsh and english|english and welsh)$|^(?:and )?(?:is "
    r"|are )?(?:now )?open(?: again)?(?: to (?:the )?(?:public|all|everyone))?$",
    re.IGNORECASE,
)
_TROUBLE = (
    r"(?:issues|problems|hitches|snags|snagging(?: (?:list|items|works?))?|concerns|complaints|incidents|accidents"
    r"|injuries|exceptions?|queries|errors|faults|defects|bugs|outages|objections|failures"
    r"|teething (?:problems|troubles|issues))"
)
_TO_MEND = r"(?:changes?|amendments?|alterations?|revisions?|corrections?|repairs?|remedial works?)"
_NO_TROUBLE = re.compile(
    r"^(?:and |with )*(?:no|zero|without(?: any)?) (?:major |significant |further |serious "
    rf"|reported )?{_TROUBLE}(?: (?:found|noted|identified|at all|reported|raised|to report"
    rf"|so far|since|received))?$|^(?:and |with )*no (?:further )?{_TO_MEND} (?:(?:was|were|is|are) )?(?:needed"
    r"|required|necessary)$|^(?:and )?(?:all "
    rf"|the |any )*(?:minor |initial |early )?{_TROUBLE} (?:(?:have|has|were|was|are|been|all|now|since) )*(?:cleared"
    r"|resolved|fixed|sorted|closed|dealt with|rectified|put right|ironed out)$",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"^(?:and )?(?:all|every|each)(?: (?:of )?(?:the |our )?\d[\d,]*)? (?:[\w'’-]+ ){1,3}?(?:now )?(?:(?:have|has"
    r"|with) (?:now )?(?:an? |their |its |new |the |own ){0,2}[a-z'’-]+(?: [a-z'’-]+)?(?: now)?|(?:is "
    r"|are )?(?:now )?(?:on|in|at|up)(?: (?:the |our |a )?(?:new )?[a-z'’-]+)?(?: now)?)$|^all (?:in|on|up"
    r"|out)(?: and (?:working|running|live|in use|signed off|certified))?(?: now)?$",
    re.IGNORECASE,
)
"""What is so of each of the things that an action is about."""
_WANTING = any_of(
    r"post, list, air, way, pipeline, tray, diary, order, queue, hands?, course, places?, slots?, empty, blank, "
    r"wanted, required, due, owed, lost, missing, old, wrong, poor, spare, no, nobody, fail\w*, refus\w*, to, for"
)
"""What makes of a thing that is there one that is not as it should be."""


def is_fact(piece: str) -> bool:
    """Whether a piece tells only what exists ("there are 57 of them"), or how well it is."""
    if _PRAISES.match(piece) or _NO_TROUBLE.match(piece):
        return True
    exists = _EXISTS.match(piece)
    plain = piece.replace(exists["count"] or " of", "", 1) if exists else piece
    parts = plain.split(" and ")
    so = exists or ((_EVERY.match(plain) or all(map(_is_so, parts))) and not accounts.goes_on(plain))
    return bool(so) and not any(table.search(plain) for table in (_WANTING, DOUBTS_DONE, LIMITS_DONE))


def _is_so(part: str) -> bool:
    return bool(_EVERY.match(part) or _IN_PLACE.match(part))


_IN_PLACE = re.compile(
    r"^(?:the |our |its |their |new |all )*(?:[a-z'’-]+ ){1,3}(?:is|are) (?:all |now )*"
    r"(?:in|up|on|live|in use|in place|open|working|installed|visible)$",
    re.IGNORECASE,
)


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


def without_measures(words: str) -> str:
    """`words` without a share of which they say that it meets its target ("96 % in May, target met")."""
    return _REACHED.sub("this was achieved", _MEASURE.sub("", words))
