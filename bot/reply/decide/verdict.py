"""A lead's yes or no to a date or an owner as people say it ("Fine by me", "Agreed, but keep us posted"). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.months import MONTH_NAMES, SEASON_NAMES
from bot.reply.beside.harmless import is_polite
from bot.reply.beside.pieces import split_pieces
from bot.reply.decide.agree import agreement_in
from bot.reply.lines import Line, typed
from bot.reply.meaning.agreeing import CONSENTS
from bot.reply.meaning.assent import yes_of
from bot.reply.units.units import units_of, words_of
from bot.reply.words.times import WEEKDAY

_PLEASE = r"(?: (?:please|thanks|thank you|indeed|of course))*"
_YES = re.compile(rf"^(?:{yes_of('lead')}){_PLEASE}$", re.IGNORECASE)
_NO = re.compile(rf"^(?:no|nope|not agreed|not approved|declined){_PLEASE}(?: sorry)?$", re.IGNORECASE)
_ASIDE = re.compile(
    r"^(?:(?:and|but|as|so) )*(?:(?:can|could|would) you )?(?:please )?(?:(?:make sure|ensure|see to it)\b"
    r"|(?:tell|remind|let|keep) (?:me|us|him|her|them|the)\b"
    r"|(?:s?he|they)(?:['’](?:s|re|ll)| is| are| will| has| have)? (?:now )?(?:knows?|agrees?|agreed|asked|wants?"
    r"|expect(?:s|ing)"
    r"|happy|fine|aware|ready|keen|willing|do it|take it|look after it|told me)\b|(?:that|it) makes sense\b)",
    re.IGNORECASE,
)
"""What may stand beside a yes: how it comes about, or what its writer asks besides."""
_LEAVES_IT = re.compile(
    r"^(?:please )?(?:(?:leave|keep) (?:it|this|that|them)|(?:it|this|that)(?: should| can|['’]ll| will)?"
    r" (?:stays?|remains?)|s?he(?:['’]s| is)? (?:keep|stay|still)\w*)\b",
    re.IGNORECASE,
)
"""What says beside a no that an action stays with whoever has it."""
_BENDS = re.compile(
    r"\?|\d|\b(?:if|unless|until|till|except|instead|rather|not|no|only|or|else|first|sooner|earlier|later|half|part"
    rf"|{MONTH_NAMES}|{SEASON_NAMES}|easter|christmas|{WEEKDAY}|week|month|year)\b|n['’]t\b"
    r"|(?-i:\b(?!(?:He|She|They|It|I|We|The|This|That|Please|But|And)\b)[A-Z][\w'’-]+)",
    re.IGNORECASE,
)
"""A condition, a limit, a day, a denial or a name: with it nobody can be sure of a yes."""
_LATEST = re.compile(r"\b(?:at the (?:very )?latest|(?:no|not) later than|at (?:the )?most)\b", re.IGNORECASE)
"""What offers a last day instead of the one asked for."""


def verdict_in(lines: Sequence[Line]) -> bool | None:
    """Whether a body is a yes or a no; None where it is neither for sure, or offers something else."""
    words = words_of(units_of(typed(lines), ()))
    plain = agreement_in(lines)
    if plain is None and "?" not in words:
        opening, rest = _parted(words)
        plain = _verdict(opening, rest)
    return None if plain is False and _LATEST.search(words) else plain


def leaves_it(lines: Sequence[Line]) -> bool:
    """Whether a no says besides that all stays as it is, and nothing else."""
    opening, rest = _parted(words_of(units_of(typed(lines), ())))
    return bool(_NO.match(opening) and rest and _LEAVES_IT.match(rest[0])) and not any(map(_BENDS.search, rest))


def _parted(words: str) -> tuple[str, tuple[str, ...]]:
    """The first piece of a body, and those behind it."""
    pieces = split_pieces(words)
    return (pieces[0], pieces[1:]) if pieces else ("", ())


def _verdict(opening: str, rest: tuple[str, ...]) -> bool | None:
    if _NO.match(opening):
        return agreement_in([Line(f"not agreed: {', '.join(rest)}")])
    says_yes = _YES.match(opening) or CONSENTS.match(opening)
    return True if says_yes and all(_stands_beside(each) for each in rest) else None


def _stands_beside(piece: str) -> bool:
    return not _BENDS.search(piece) and bool(_ASIDE.match(piece) or CONSENTS.match(piece) or is_polite(piece))
