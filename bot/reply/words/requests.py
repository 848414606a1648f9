"""The words in which we are asked outright to set a date ("please move it to", "it needs to go back to")."""

from __future__ import annotations

import re

from bot.reply.words.times import DAY, MONTH

_ORDERS = (
    r"(?:(?:^|(?<=\n)|(?<=[.!;,:–-] )|\b(?:so|but|therefore|hence) )(?:(?:please|pls|sorry|just|then|now) )*"
    r"|\b(?:please|pls) |\b(?:can|could) you (?:please )?)"
)
_WISHES = (
    r"(?:\b(?:can|could) (?:this|it|that) (?:please )?(?:be )?"
    r"|\b(?:i|we)(?:['’]d| would)? (?:like|want|need|have|propose|suggest|ask)(?: for (?:it|this))? to (?:be )?"
    r"|\b(?:needs? (?:to (?:be )?)?|(?:has|have) to (?:be )?))"
)
_MOVE = (
    r"(?:move|push|extend|change|amend|revise|update|shift|put|re-?set|set|re-?baseline|re-?schedule|defer|alter"
    r"|go back)"
)
_MOVED = (
    r"(?:(?:mov|push|extend|chang|amend|revis|updat|shift|re-?baselin|re-?schedul|deferr?|alter)(?:ed|ing)|put|set"
    r"|putting)"
)
_IT_TO = (
    r"(?: (?:it|this|that|these|them|both|all|me|us|mine|(?:the|my|our|its) (?:\w+ ){0,2}?(?:date|deadline|target)"
    r"|date|deadline|target|back|out|on|over|forward|down)){0,4}"
    rf"(?: (?:from )?{DAY})? (?:to|until|till|for|at|as|into)"
)
_NAMES = (
    r"(?:use|put|take|make (?:it|(?:this|that)(?: one)?)|record|show|enter|go with|go for|work to)"
    r"(?: (?:it|this|me|us|down|in)){0,2}(?: (?:for|to|at|as))?"
)
REQUESTS = rf"(?:{_ORDERS}(?:{_MOVE}{_IT_TO}|{_NAMES})|{_WISHES}(?:(?:{_MOVE}|{_MOVED}){_IT_TO}|{_NAMES}))"
"""What stands before the date, as part of an expression; who only tells that it has moved asks for nothing."""
_ORDER_ENDS = re.compile(
    rf"\b((?:could|would) you (?:please |just |kindly )*(?:{_MOVE}|{_NAMES})\b"
    rf"(?=[^.;?!\n]*(?:\d|{MONTH}))[^.;?!\n]*)\?",
    re.IGNORECASE,
)


def without_asking(words: str) -> str:
    """`words` without the mark of a question that is an order in kind words ("could you put 4 May?")."""
    return _ORDER_ENDS.sub(r"\1.", words)
