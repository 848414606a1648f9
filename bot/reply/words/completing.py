"""The tables of words in which an action is said to be complete, plainly and wholly or in passing."""

from __future__ import annotations

import re

from bot.reply.words.times import DAY, DAY_NAME, MONTH, SHORT_MONTH, WEEKDAY

_DONE = (
    r"(?:done|complete|completed|finished|closed|delivered|achieved|implemented|actioned|concluded|fulfilled|sorted)"
)
_OPENINGS = (
    r"(?:yes|yep|yup|yeah|aye|ydi|ydy|ok|okay|sorry|apologies|good news|(?:i am |i['’]m |we are "
    r"|we['’]re )?(?:very )?(?:happy|pleased|glad|delighted|chuffed|proud)"
    r" to (?:say|report|confirm|advise|tell you|inform you)"
    r"|confirmed|(?:i |we )?can confirm|just to (?:say|confirm)|(?:i|we)(?: would|['’]d)? (?:like|want|wish) to confirm"
    r"|(?:i |we )?(?:write|writing|am writing) to confirm|so)\b(?: that\b)?[ ,:]*"
)
_THIS = (
    r"(?:this|that|it|these|they|all|all of (?:this|it)|everything|action|task|job|(?:the |this )?work(?: on this)?"
    r"|status|update|(?:this|the|my|our|that)(?: whole| entire)? (?:action|one|task|item))[ :,'’]{0,2}"
)
_ADVERB = (
    r"(?:now|therefore|all|also|already|actually|in fact|fully|completely|finally|just|officially|100%|has|have|is|are"
    r"|was|been|['’]?s) ?"
)
_TIME = (
    rf"(?:\d|{MONTH}|[a-z]{{2,6}}day|night|week|month|year|spring|summer|autumn|winter|meeting|cabinet|council"
    r"|committee)"
)
_WHEN = (
    r"(?: (?:now|today|yesterday(?: (?:morning|afternoon|evening))?|already|thanks|thank you"
    r"|and (?:(?:can )?(?:now )?(?:be )?closed|done|dusted)"
    rf"|this (?:morning|afternoon)|over the weekend|as (?:of|at)"
    rf" (?:today|now|yesterday|this (?:morning|afternoon|week)|(?:last )?{WEEKDAY}|{DAY})"
    r"|(?:some time|a (?:good |little )?while|ages|a (?:few )?(?:days?|weeks?|months?)) (?:ago|back)"
    rf"|(?:(?:on )?{DAY_NAME},? |w/c |week commencing )?(?:the )?{DAY}|(?<=ed ){SHORT_MONTH}(?: \d{{4}})?(?=$|\W)"
    rf"|(?<=ed ){WEEKDAY}(?: (?:morning|afternoon|evening|night))?"
    rf"|(?:on|in|at|last|during|earlier|since|back in) (?=[^?]{{0,40}}{_TIME})[^?]{{1,60}}))"
)
KEPT = r" (?:on (?:time|budget|schedule)|(?:under|within) budget|ahead of (?:time|schedule))"
_OBJECT = r"(?:this|it|that|the action|(?:this|that) (?:one|action)|all of (?:it|this))"
_AS_DONE = rf"(?: as {_DONE})?(?: please)?"
_PLEASE = (
    r"(?:so |and )?(?:(?:please|(?:can|could) you(?: please)?|you (?:can|may)|feel free to|(?:happy|ok|okay|fine)"
    r" (?:for you )?to)(?: now| all)* )"
)
_LIST = (
    r"(?: (?:(?:of|from) )?(?:the|your|my|our) (?:(?:to-?do|action|actions|reminder|master) )?(?:list|tracker|register"
    r"|plan|sheet))?(?: now| please)?"
)
OPENINGS = re.compile(rf"^{_OPENINGS}", re.IGNORECASE)
"""How a plain statement is opened ("I am pleased to confirm that")."""
_STATUS_OF = (
    r"(?:this|it|the (?:status|tracker|plan|action))(?: (?:of|on) (?:this|it))?(?: action)?"
    r" (?:to|as|to show (?:this|it) as)"
)
_AND_SO = r"(?: (?:and|&) (?:paid(?: for)?|dusted|signed off|filed|live|in place|working|in use|up and running))?"
_STATEMENTS = (
    rf"(?:{_THIS})?(?:{_ADVERB}){{0,5}}{_DONE}(?: in full)?(?:{KEPT}(?: and{KEPT})?)?{_AND_SO}{_WHEN}?",
    rf"(?:(?:i|we)(?:['’]ve| have)? ?)?(?:(?:now|already|just|all) )?{_DONE} {_OBJECT}{_WHEN}?",
    rf"(?:so )?that['’]?s {_OBJECT}(?: now| all)* {_DONE}{_WHEN}?",
    rf"(?:so )?we(?:['’]re| are) (?:now |all )*(?:done|finished) on {_OBJECT}{_WHEN}?",
    r"100 ?%(?: (?:complete|done|there))?|job done|mission accomplished|all (?:wrapped|sewn) up",
    r"(?:mae (?:hyn|hwn|hon) (?:bellach )?)?wedi['’]?i (?:wneud|gwblhau|orffen)",
)
_WISHES = (
    rf"(?:close(?: {_OBJECT})?|complete|completed) please",
    rf"{_PLEASE}(?:close|mark)(?: {_OBJECT})?(?: off)?{_AS_DONE}",
    rf"(?:{_PLEASE})?(?:close|mark) {_OBJECT}(?: off)?{_AS_DONE}",
    rf"(?:{_PLEASE})?(?:tick|cross|strike|check|score) (?:{_OBJECT} off|off {_OBJECT}){_LIST}",
    rf"(?:happy|ok|okay|fine) for {_OBJECT} to be (?:closed|marked)(?: off)?{_AS_DONE}",
    rf"closing {_OBJECT}(?: off| down| now)?",
    rf"(?:{_THIS})?(?:can|may)(?: now)? be(?: now)? (?:regarded|treated|considered|recorded) as (?:{_DONE}|discharged)",
    rf"(?:{_THIS})?can(?: now)? be(?: now)? (?:closed|marked)(?: off| down)?{_AS_DONE}(?: now)?",
    rf"(?:{_THIS})?can(?: now)? be(?: now)? (?:ticked|crossed|struck|checked) off{_LIST}",
    rf"(?:(?:please|can you|could you) ){{1,2}}(?:update|change|set|move|amend|mark|show) {_STATUS_OF} {_DONE}",
    rf"(?:{_PLEASE}|i (?:can )?)?(?:treat|regard|record|count|log|report) {_OBJECT} (?:as )?{_DONE}",
)
STATES_DONE = re.compile(rf"^(?:{_OPENINGS})?(?:{'|'.join((*_STATEMENTS, *_WISHES))})$", re.IGNORECASE)
"""A piece of a sentence that says, plainly and wholly, that this action is complete."""
CLOSES_OUTRIGHT = re.compile(
    rf"^(?:{_OPENINGS})?(?:(?:(?:(?:this|the|my|our|that)(?: whole| entire)? )?(?:action|task|item)|(?:this"
    rf"|that) one)[ :,'’]{{0,2}}(?:{_ADVERB}){{0,5}}{_DONE}(?: in full)?{_WHEN}?|{'|'.join(_WISHES)})$",
    re.IGNORECASE,
)
"""Such a piece that asks us to close the action, or calls it an action: nobody writes that of a step in passing."""

MENTIONS_DONE = re.compile(
    rf"\b(?:{_DONE}|completion|complet(?:es|ing)|(?<!task and )(?<!task & )finish(?:ing)?|closed?)\b", re.IGNORECASE
)
"""A word of completing; a task and finish group is none."""
NOT_DONE_YET = re.compile(
    rf"\b(?:(?:neither|none)(?: of (?:these|those|them|the (?:two|three)))? (?:is|are|has been|have been)"
    rf"|not|(?:is|has|was|are|have|were)n['’]t)(?: yet| quite)?(?: been)? (?:{_DONE}|ready|in place)\b(?: yet)?",
    re.IGNORECASE,
)

SHARE_DONE = re.compile(r"(?<![\d.])\d{1,2} ?% (?:complete|done)\b", re.IGNORECASE)
"""A share of the work, which says how far it has come and does not speak of completing."""
