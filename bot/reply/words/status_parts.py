"""Parts of the expressions that tell a status: what was dropped, what goes on, and one round of what comes again."""

from __future__ import annotations

import re

from bot.reply.words.times import MONTH

DROPPED = (
    r"(?:scrapped|dropped|axed|canned|binned|ditched|shelved|stood down|abandoned|discontinued|knocked on the head)"
    r"(?=\W*$|[.,;–-]| -| (?:by|at|from|on|in|as|because|after|when|following|due)\b)"
)
IT_WAS = (
    r"(?:this|it|that|they|these|the (?:action|project|scheme|idea|proposal|work|plan|programme))(?: one)?"
    r"(?:['’]s| was| were| is| has| have)?(?: now| since| all)?(?: been)?"
)
GOES_ON = (
    r"(?:^|(?<=[.,;:!–-] )|(?<=\n)|(?:this|it|that|these|they|we|i|work|all|everything|the (?:action|project|work"
    r"|programme|scheme))(?:['’](?:s|re|m)| is| are| am)? )(?:(?:now|still|just|all|also|and"
    r"|yes) )*(?:(?:will )?carr(?:ying|ies|y) on|continu(?:ing|es?)|keep(?:s|ing)? going|happening|happens|taking place"
    r"|takes place)"
)
"""What goes on, where it is said of the whole: a dispute continues as well."""
OFTEN = (
    r"(?:(?:every|each) (?:day|week|fortnight|month|quarter|term|year)|daily|weekly|fortnightly|monthly|quarterly"
    r"|termly|yearly|annually)"
)
COMES_ROUND = (
    rf"{GOES_ON}(?: as (?:usual|always)(?=\W*$|[.,;\n])|(?: (?:to (?:run|happen)|as (?:planned|usual"
    rf"|normal)))? {OFTEN})"
)
AS_IT_DOES = (
    rf"{GOES_ON}(?=\W*(?:$|\n|[.,;!])| (?:as (?:planned|usual|normal|before|is|it is)|to plan|well|with (?:this|it)\b))"
)
"""What goes on, and no more is said of how."""
ROUND = re.compile(
    rf"\b(?:{MONTH}|(?:this|last) (?:week|month|quarter|term|year)|q[1-4]|spring|summer|autumn|winter)(?:['’]s)?"
    rf" (?:[\w'’-]+ ){{0,3}}?(?:done|complete|completed|finished|closed|delivered|achieved|actioned|concluded)\b",
    re.IGNORECASE,
)
"""One round of what comes round again ("October's check done")."""
