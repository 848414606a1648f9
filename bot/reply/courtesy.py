"""Greetings, thanks and sign-offs, and what makes one more than a courtesy."""

from __future__ import annotations

import re

from bot.reply.beside import SAYS_STATUS
from bot.reply.harmless import is_polite
from bot.reply.phrases import MENTIONS_DONE
from bot.reply.signature import is_sign_off

_COURTESY = re.compile(
    r"^\W*(?:(?:hi|hello|hiya|dear|hey|morning|afternoon|good (?:morning|afternoon|evening))\b[\w ,.'’-]{0,40}"
    r"|(?:(?:many )?thanks|thank you|thx|cheers|ta)\b(?: for (?:the |your |this |that )?\w{0,12})?(?:,? \w{1,12}){0,3}"
    r"|(?:will do|noted|ok|okay|understood"
    r"|no problem|apologies for the"
    r" (?:delay|late reply)[\w ,]{0,30}|sorry for the (?:delay|late reply)[\w ,]{0,30}|as requested|see (?:below"
    r"|my (?:comments|updates|answers)"
    r" below)|(?:(?:please )?(?:see|find) )?(?:my |our )?(?:updates?|answers?|comments?"
    r"|responses?)(?: are)?(?: in \w+)? (?:below|above|inline|underneath)(?: in \w+)?"
    r"|(?:it['’]s |it is |this is )?[^\W\d_]{2,16}(?: [^\W\d_]{2,16})? here|(?:hope|trust)"
    r" (?:you(?:['’]re| are)|this|that|all)[\w ,'’]{0,40}|any (?:questions|queries)[\w ,'’]{0,60}"
    r"|let me know if[\w ,'’]{0,60}))\W*$",
    re.IGNORECASE,
)
_POINTER = re.compile(r"^\W*(?:please )?(?:see|find)\b.{3,60}\b(?:below|above|inline|underneath)\b", re.IGNORECASE)
_NAME = re.compile(r"^[A-Z][^\W\d_]{1,15}(?:[ -][A-Z][^\W\d_]{1,15})?\.?$")
_ASKS_BACK = re.compile(r"\?|\b(?:(?:done|complete|finish|date)\w*|not|but)\b", re.IGNORECASE)
_THANKS = re.compile(r"^\W*(?:many )?(?:thanks|thank you|thx|cheers|ta)\b", re.IGNORECASE)
_NO_COURTESY = re.compile(
    r"\b(?:if (?!you\b)|when|once|until|unless|subject|pending|apart|draft|none|nobody|nearly|guess\w*|true|premature"
    r"|wrong|approv\w*|confirm|still|remaining|refused|pulled|cabinet|committee|reckon\w*|half|phase|only|next|as (?:"
    r"she|he|they|it)|final|put|else|says?)\b",
    re.IGNORECASE,
)
"""Words that make of a greeting or a closing line more than a courtesy."""
_NEWS = re.compile(
    r"\b(?:(?:delay|slip|clos|cancel|start|wait|need|paus|park|mov|progress)\w*|no|hold|track|risk|mine|late|later"
    r"|ongoing|target|schedule|course|by|until|nearly|almost)\b|n['’]t\b",
    re.IGNORECASE,
)


def is_courtesy(words: str) -> bool:
    """Whether words are polite, and nothing to act on."""
    news = _ASKS_BACK.search(words) or _NO_COURTESY.search(words) or (_THANKS.match(words) and _NEWS.search(words))
    polite = _COURTESY.match(words) or is_polite(words)
    return is_sign_off(words) or bool(polite and not news)


def is_thanks(words: str) -> bool:
    """Whether words are thanks or "noted", and leave nothing open: no answer, and no mail to hold."""
    return bool(_SAYS_THANKS.search(words)) and is_courtesy(" ".join(words.split())) and not _ANSWERS.search(words)


_SAYS_THANKS = re.compile(r"\b(?:thanks|thank you|thx|cheers|noted|diolch)\b", re.IGNORECASE)
_ANSWERS = re.compile(r"\b(?:yes|yep|yup|yeah|ok|okay|will do|good|well|fine|problems?)\b|\d", re.IGNORECASE)


def points(words: str) -> bool:
    """Whether words point to answers elsewhere in the mail ("see my comments below")."""
    return bool(_POINTER.match(words))


def is_name(words: str) -> bool:
    """Whether words look like the name of whoever signs, and not like a status."""
    return bool(_NAME.match(words)) and not MENTIONS_DONE.search(words) and not SAYS_STATUS.search(words)
