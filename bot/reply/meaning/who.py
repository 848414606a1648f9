"""An answer to "who should be asked?": the one person that it names, and no more than that.

Whether the site knows somebody of that name is for the caller; here only the frame is read ("It's …", "… has it now").
Anything beside it that is no courtesy makes the answer one for a person to read.
"""

from __future__ import annotations

import re

from bot.reply.beside import harmless
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning.party import NO_NAME
from bot.reply.meaning.possession import TAKES, WILL
from bot.reply.meaning.read_words import POINTS_ELSEWHERE
from bot.reply.meaning.said import UNREAD, Said
from bot.reply.words.times import MONTH

_BEFORE = (
    r"(?:(?:hi|yes|ok|okay|sorry|please|now|so|and|as per my (?:last |earlier )?(?:e-?mail|message|note|reply))[ ,]+)*"
    r"(?:(?:it|that|this)(?:['’]?s| is)(?: now)? (?:for )?"
    r"|(?:this|that) one (?:is|sits with|is with) |(?:the |its |new )*(?:owner|lead) is(?: now)? "
    r"|(?:please )?(?:ask|contact|try|speak to|talk to|write to|send (?:this|it) to|(?:pass|give) (?:this|it) to) )?"
)
_HAS = rf"(?:can |{WILL})(?:{TAKES}|has|do(?:es|ing)?|sees? to)"
_ALONE = r"(?: alone| on (?:her|his|their) own)?"
_ALL_OF_IT = (
    r"(?:it|this|that|them|these|both|(?:all|both)(?: (?:of )?(?:it|this|these|them|my actions|mine))?|my actions"
    r"|the [\w’' -]{2,40} now)"
)
_SINCE = rf"(?:ever )?since (?:(?:the|our|last|early|late|mid) [\w’'-]{{3,30}}|{MONTH}(?: \d{{4}})?|\d{{4}}|then)"
_AFTER = (
    r"(?:['’]s?(?: (?:action|area|one))?)?"
    rf"(?: (?:now|please|instead"
    rf"|{_HAS} {_ALL_OF_IT}(?: one)?{_ALONE}(?: now| from (?:now|then)(?: on)?)?"
    rf"|is (?:now )?(?:the )?(?:new )?(?:owner|lead)(?: now)?|{WILL}t(?:ook|akes?|aken) (?:it|this|that) (?:over|on)))?"
    rf"(?: {_SINCE})?"
)
_ADDRESS = r"<?(?:mailto:)?[^\s<>@:,;]{1,100}@[^\s<>@:,;]{1,100}>?"
_WORD = r"[^\W\d_](?:[\w-]|['’](?!s\b)(?=\w)){0,40}"
_NAME = rf"{_WORD}(?: {_WORD}){{1,4}}?"
_NAMES_ONE = re.compile(rf"^{_BEFORE}(?:(?P<name>{_NAME}) )?(?P<address>{_ADDRESS}){_AFTER}$", re.IGNORECASE)
_NAMES_BY_NAME = re.compile(rf"^{_BEFORE}(?P<name>{_NAME}){_AFTER}$", re.IGNORECASE)

_NO = re.compile(r"^(?:no|nope|nah)$", re.IGNORECASE)
"""Says that it is not whom we named; who it is stands beside it."""
_SAID_BEFORE = re.compile(
    r"^(?:i|we)(?:['’]ve| have| had)? (?:already |just )?(?:told (?:you|them)|said|wrote|answered"
    r"|named (?:her|him|them))(?: (?:so|it|this|that))?"
    r"(?: (?:before|already|twice|last \w+|(?:on|in|at) [\w /.]{2,30}))*$",
    re.IGNORECASE,
)
"""Says that the name was given before."""
_THAT = r"(?:it|this|that)"
_WHY = re.compile(
    r"^(?:(?:and|as|so|because|since) )?(?:"
    r"nothing has changed|(?:the|her|his|their) \w+ (?:(?:has|have|had) (?:not|never)|(?:has|have|had)n['’]t) changed"
    r"|(?:s?he|they|it|this)(?: has| have|['’]s|['’]ve)? (?:always|still) (?:is|are|was|were|been|has|have|had)"
    rf"(?: (?:{_THAT}|hers|his|theirs|there))?|(?:s?he|they)(?: still|['’]s|['’]ve)? {_HAS} "
    r"(?!.*\b(?:until|till|unless|if|but|not|only|while|when|for)\b)[\w’'& -]{2,40}"
    r"|(?:i|we)(?:['’]ve| have)? (?:already |just )?(?:told|asked|spoken to|spoke to) (?:her|him|them)"
    rf"|{_SINCE}"
    rf"|(?:we |it was |this was )?(?:agreed|decided|settled|confirmed)(?: {_THAT})? (?:at|in|with|by|on)"
    r" [\w /&-]{2,40})$",
    re.IGNORECASE,
)
"""Why it is theirs: it takes nothing of the name back."""

_NOT_ME = re.compile(
    r"^(?:(?:it|this|that)(?:['’]?s| is) )?(?:not|no longer) (?:mine|me|my (?:action|area|remit)|one of mine|for me)"
    r"(?: (?:any ?more|now|i['’]m afraid|sorry|really))*$|^(?:so )?(?:please )?(?:ask|contact|try|speak to) (?:him"
    r"|her|them)"
    r"(?: (?:instead|please))*$"
    r"|^i(?:['’]m| am| will be|['’]ll be)? (?:leav(?:e|ing)|retir(?:e|ing)|mov(?:e|ing) (?:on|to)|finish(?:ing)?)\b"
    r"(?: (?!not\b|may\b|might\b)[\w’'/]+){0,8}$",
    re.IGNORECASE,
)
"""Says that it is not the writer's, or why not any more."""
_NOT_THEM = re.compile(
    rf"^(?:and |but )?(?P<whom>{_WORD}(?: {_WORD})?) "
    rf"(?:(?:does not|doesn['’]t) (?:do|have|{TAKES})|no longer {_HAS})\b",
    re.IGNORECASE,
)
"""Says of somebody that it is not theirs."""
_BESIDE = (_NO, _SAID_BEFORE, _WHY, _NOT_ME)


def read_who(words: str) -> tuple[str, ...]:
    """The person whom an answer names, as written: by name, by address, or both; empty where that is not plain."""
    found: list[str] = []
    pieces = split_pieces(harmless.without_friendly_signs(words))
    denied = [is_not["whom"].casefold() for piece in pieces if (is_not := _NOT_THEM.match(piece))]
    for piece in pieces:
        if harmless.is_polite(piece) or any(rule.match(piece) for rule in (*_BESIDE, _NOT_THEM)):
            continue
        match = _NAMES_ONE.match(piece) or _NAMES_BY_NAME.match(piece)
        if match is None or (match["name"] and NO_NAME.search(match["name"])):
            return ()
        found += [match["name"]] if match["name"] else []
        found += [match["address"].strip("<>")] if "address" in match.groupdict() else []
    torn = any(name in " ".join(found).casefold() for name in denied)
    return () if torn or "?" in words else tuple(found)


def says_whose(words: str, plain: Said) -> bool:
    """Whether words, which read `plain`, answer our question who should be asked, though they may give no name."""
    if plain.status or plain.snooze:
        return False
    of_somebody = plain.rule in TELLS_NOTHING and _OF_SOMEBODY.search(words) and not _OF_OUR_WORK.search(words)
    return bool(read_who(words) or of_somebody)


TELLS_NOTHING = frozenset({UNREAD, POINTS_ELSEWHERE})
"""Rules of words in which nothing of the action was read."""
_OF_SOMEBODY = re.compile(
    r"\b(?:s?he|they|hers?|him|his|theirs?|them|somebody|someone|anybody|whoever|who|colleagues?|teams?|departments?"
    r"|directorates?|directors?|managers?|officers?|lead|told|said|named)\b|(?-i:\w [A-Z][a-z]|^\W*[A-Z][a-z]+\W*$)",
    re.IGNORECASE,
)
_OF_OUR_WORK = re.compile(r"\b(?:we|our|i['’]ve|i have)\b", re.IGNORECASE)
