"""Greetings, thanks and sign-offs, and what makes one more than a courtesy."""

from __future__ import annotations

import re

from bot.reading.owners.forenames import FORENAMES
from bot.reply.beside.harmless import is_polite
from bot.reply.beside.polite import NAME
from bot.reply.text.signature import is_sign_off
from bot.reply.words.completing import MENTIONS_DONE
from bot.reply.words.phrases import STATUS_RULES
from bot.reply.words.times import MONTH, WEEKDAY

_COURTESY = re.compile(
    r"^\W*(?:(?:received|noted|understood|got (?:it|this|that))[,.!]? (?:many )?(?:thanks|thank you|thx|cheers|ta"
    r"|diolch)(?:,? (?-i:[A-Z])[a-z]{1,12}){0,2}|(?:will do|noted|ok|okay|understood|no problem|as requested"
    r"|(?:it['’]s |it is |this is )?[^\W\d_]{2,16}(?: [^\W\d_]{2,16})? here|any (?:questions|queries)[\w ,'’]{0,60}"
    r"|let me know if[\w ,'’]{0,60}))\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w'’-]*")


_LONGEST = 200
"""Characters of a courtesy."""


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


_ADDRESSED = _words("all again and both colleague colleagues everyone everybody folks madam sir team there to you")
_THANKED = _ADDRESSED | _words(
    "a advance asking best chasing email for help in kind kindly lot mail me message much nudge nudging patience prompt"
    " regards reminder reminding so that the this very will wishes with x xx xxx your do"
)
_WISHED = _ADDRESSED | _words(
    "a are been break christmas clear easter enough fine finds finding good great had has have having helpful helps"
    " holiday in is it keeping lovely makes nice ok okay restful sense summer that the this week weekend well year your"
    " you're you’re you've you’ve"
)
_LATE = _ADDRESSED | _words("back coming for getting in my replying reply responding response slow the")
_OPENS_POLITELY = (
    (re.compile(r"\W*(?:hi|hello|hiya|dear|hey|(?:good )?(?:morning|afternoon|evening))\b", re.IGNORECASE), _ADDRESSED),
    (re.compile(r"\W*(?:(?:many )?thanks|thank you|thx|cheers|ta)\b", re.IGNORECASE), _THANKED),
    (re.compile(r"\W*(?:i )?(?:hope|trust) (?=you|this|that|all)", re.IGNORECASE), _WISHED),
    (re.compile(r"\W*(?:apologies|sorry) for the (?:delay|late reply)\b", re.IGNORECASE), _LATE),
)
"""How a courtesy opens, and the words that may follow there beside names; any other word may be news."""
_POINTING = re.compile(
    r"^(?=.*\b(?:below|above|inline|in-line|underneath|beneath|between|against|beside|red|blue|green|purple|orange"
    r"|colour|bold|italics)\b)"
    r"(?:\W*\b(?:hi|all|as|requested|please|kindly|see|find|my|our|the|your|i|we|have|['’]ve|updates?|answers?|answered"
    r"|comments?|commented|responses?|responded|repl(?:y|ies|ied)|notes?|are|is|in|on|to|of|for|added|put|inserted"
    r"|entered|marked|typed|written|set|out|them|it|each|every|action|item|one|question|line|card|mail|e-?mail|text"
    r"|type"
    r"|below|above|inline|in-line|underneath|beneath|under|next|between|against|beside|within|red|blue|green|purple"
    r"|orange|colour|bold|italics)\b){1,14}\W*$",
    re.IGNORECASE,
)
"""Nothing but words for where the answers stand, or in which colour."""
_NEWS_ITSELF = re.compile(
    rf"\b(?:{WEEKDAY}|{MONTH}|next|today|tomorrow|yesterday|not?|none|nothing|all|both|yes|week|month|year)\b|\?",
    re.IGNORECASE,
)
"""What may be an answer, however short."""
_THANKS = re.compile(r"^\W*(?:many )?(?:thanks|thank you|thx|cheers|ta)\b", re.IGNORECASE)
_NO_COURTESY = re.compile(
    r"\?|\b(?:(?:done|complete|finish|date)\w*|not|but|if (?!you\b)"
    r"|when|once|until|unless|subject|pending|apart|draft|none|nobody|nearly|guess\w*|true|premature"
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
    if is_sign_off(words) or is_thanks(words):
        return True
    polite = _COURTESY.match(words) or _POINTING.match(words) or is_polite(words) or _goes_on_politely(words)
    return bool(polite) and not _tells_news(words)


def _tells_news(words: str) -> bool:
    return bool(_NO_COURTESY.search(words) or (_THANKS.match(words) and _NEWS.search(words)))


def _goes_on_politely(words: str) -> bool:
    """Whether words open as a courtesy does, and only names and what belongs to it follow."""
    for opening, allowed in _OPENS_POLITELY if len(words) <= _LONGEST else ():
        found = opening.match(words)
        if found:
            named, _, rest = words[found.end() :].partition(",")
            if rest.strip() and _are_of(named, _ADDRESSED) and is_courtesy(rest):
                return True
            return _are_of(words[found.end() :], allowed)
    return False


def _are_of(words: str, allowed: frozenset[str]) -> bool:
    """Whether words are names, and otherwise only such as are allowed; behind a comma a capital alone is no name."""
    named, _, behind = words.partition(",")
    called = [each for each in _WORD.findall(named) if not each[0].isupper()]
    return all(each.lower() in allowed or each.lower() in FORENAMES for each in (*called, *_WORD.findall(behind)))


def is_remark(words: str) -> bool:
    """Whether a courtesy says more than thanks, so that it is kept beside an answer ("nothing to report")."""
    return bool(is_courtesy(words) and _NEWS_ITSELF.search(words) and not (is_thanks(words) or is_sign_off(words)))


def is_about_card(words: str) -> bool:
    """Whether a courtesy that stands below an action in our mail is about it ("all fine here"), not meant for us."""
    return bool(is_remark(words) or _ALL_WELL.match(words)) and not _TO_US.search(words)


_ALL_WELL = re.compile(r"^\W*all (?:is |still )?(?:fine|ok|okay|good|well|quiet|in hand)\b", re.IGNORECASE)
"""Says as much of one action as of several."""
_TO_US = re.compile(r"\b(?:you|your|questions?|queries|hope|trust|sorry|apolog\w+|no problem)\b", re.IGNORECASE)


def is_salutation(words: str, known: str) -> bool:
    """Whether the first line of a mail only names whom it is to ("Priya,"); `known` is the text of the actions."""
    named = _SALUTATION.fullmatch(words.strip())
    if named is None or named["who"].lower() in known.lower() or not is_title(words):
        return False
    first = named["who"].split()[0].lower()
    return first in FORENAMES or (bool(named["mark"]) and not _NO_NAME.search(named["who"]))


_SALUTATION = re.compile(r"(?P<who>[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)\s?(?P<mark>[,–-])?")
_NO_NAME = re.compile(
    r"(?:ed|ing|ly|tion|ment)\b|\b(?:Yes|No|Not|Gone|Live|Late|All|Both|Green|Amber|Red|Blue|Update|Sorry|Status|Note"
    r"|Comment|Still|Nearly|Almost|Soon|Today|Tomorrow)\b"
)


def is_thanks(words: str) -> bool:
    """Whether words are thanks or "noted", and nothing else at all: no answer, and no mail to hold.

    What is taken for thanks is asked about by nobody, so every word of it must be a word of thanks ("Thanks, gone live"
    is an answer); a name may follow.
    """
    return bool(_MERE_THANKS.fullmatch(" ".join(words.split())))


def is_receipt(words: str) -> bool:
    """Whether words only say that the mail has come ("Got it, thanks"); to a question they might be a yes."""
    return bool(_RECEIPT.fullmatch(" ".join(words.split())))


_THANKING = r"(?:(?:many )?thanks|thank you|thx|cheers|ta|diolch(?: yn fawr)?|(?:well )?noted|received)"
_WHAT_FOR = (
    r"for (?:the|your|this|that|these|letting me know|getting in touch|flagging)"
    r"(?: (?:kind|helpful|gentle|timely|friendly|quick))?"
    r"(?: (?:reminder|nudge|prompt|e-?mail|mail|message|note|update|information|info|heads[- ]up|chaser|help))?"
)
_MORE_THANKS = (
    r"and|with|very much|so much|a lot|again|indeed|both|much|that[’']s|appreciated|helpful|very|kindly|x{1,3}"
)
_GREETING = r"(?i:\W*(?:hi|hello|hiya|hey|dear|(?:good )?(?:morning|afternoon)))"
_MERE_THANKS = re.compile(
    rf"(?:{_GREETING}(?: {NAME}| all)?\b)?(?i:\W*(?:ah|oh|great|lovely|perfect|brilliant|super)\b)?"
    rf"(?i:\W*{_THANKING}(?:[\s,.!–-]+(?:{_THANKING}|{_WHAT_FOR}|{_MORE_THANKS}"
    rf"|(?-i:{NAME})))*)(?:[\s,]+{NAME})?(?:\s+x{{1,3}})?\W*"
)
_RECEIPT = re.compile(
    rf"(?:{_GREETING}(?: {NAME}| all)?\b)?(?i:\W*(?:ok|okay|got (?:it|this|that)|understood|will note)\b)"
    rf"(?i:(?:[\s,.!–-]+(?:{_THANKING}|{_WHAT_FOR}|{_MORE_THANKS}))*)(?:[\s,]+{NAME})?\W*"
)


def points(words: str) -> bool:
    """Whether words point to answers elsewhere in the mail ("see my comments below")."""
    return bool(_POINTING.match(words))


def is_title(words: str) -> bool:
    """Whether a line holds nothing but names and titles in capitals, as below a signature, and no status."""
    letters = re.findall(r"[^\W\d_]{4,}", re.sub(r"\([^()]{0,20}\)", "", words))
    if not all(word[0].isupper() for word in letters):
        return False
    told = any(rule.pattern.search(words) for rule in STATUS_RULES) or MENTIONS_DONE.search(words)
    return not (told or _NEWS_ITSELF.search(words))
