"""Offices of law beside the post whose holder has them: "Director of Finance and S151 Officer" is one person."""

from __future__ import annotations

import re

from bot.reading.owners.kinds import post_of
from bot.reading.owners.pieces import AND, Piece
from bot.reading.patterns import compiled, either

_HEADS = r"(?=.*\b(?:head|director|dir|ad|manager|pennaeth|cyfarwyddwr|rheolwr)\b)"
_CLERK = r"(?:(?:town|parish|county|council)\s)?clerk(?:\sto\sthe\s(?:\w+\s)?council)?"
_CHIEF_EXECUTIVE = r"(?:chief\sexec(?:utive)?(?:\sofficer)?|ceo|cex|prif\sweithredwr)"
_SECTION = r"(?:s(?:ec(?:tion|t)?)?\.?\s?(?:151|73|95))(?:\s(?:chief\s)?(?:finance\s)?officer)?"
_RESPONSIBLE = r"responsible\sfinanc(?:e|ial)\sofficer|rfo"
_HELD_WITH = (
    (
        either(_SECTION, r"chief\sfinanc(?:e|ial)\sofficer", "cfo", _RESPONSIBLE, "treasurer", r"swyddog\sadran\s151"),
        rf"{_HEADS}.*\b(?:financ(?:e|ial)|(?<!human\s)resources|cyllid|adnoddau)\b.*",
    ),
    (either(_RESPONSIBLE, r"proper\sofficer"), _CLERK),
    (
        r"monitoring\sofficer|swyddog\smonitro",
        either(
            rf"{_HEADS}.*\b(?:legal|law|governance|democratic|cyfreithiol|llywodraethu|democrataidd)\b",
            r".*\b(?:solicitor|lawyer)\b",
        )
        + ".*",
    ),
    (
        either(
            r"head\sof\s(?:the\s)?paid\sservice",
            r"(?:(?:acting|electoral)\s)?(?:returning|registration)\sofficer",
            r"proper\sofficer",
            _CLERK,
            r"swyddog\scanlyniadau",
        ),
        _CHIEF_EXECUTIVE,
    ),
    (r"caldicott\sguardian", rf"{_HEADS}.*\b(?:adults?|social)\b.*"),
    (r"data\sprotection\sofficer|dpo", rf"{_HEADS}.*\binformation\b.*"),
)
_Offices = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
_OFFICES: _Offices = tuple((compiled(office), compiled(post)) for office, post in _HELD_WITH)
"""An office, and the post that it goes with."""
_SECOND = compiled(rf"deputy\s{_CHIEF_EXECUTIVE}|dceo|dcex")
_DIRECTOR = compiled(r"(?!.*\b(?:assistant|deputy)\s).*\bdirector\b.*|chief\s(?:operating|finance)\sofficer|coo")
"""Whoever stands in for the chief executive is a director besides."""
_DEPUTY = compiled(r"deputy\s")
_TOP = compiled(r"(?:(?:executive|corporate|strategic|group)\s)*director\b|chief\b")
"""Posts that have an office themselves, so that the deputy in it is somebody else."""
_LAST = re.compile(r"\s(?:and|&)\s")
_BRACKETS = re.compile(r"\s?\([^()]*\)$")


def is_office_of(party: str, piece: Piece, words: str) -> bool:
    """Whether `words` name an office that the holder of a post has, or the same office by another name."""
    if piece.joiner == "/":
        return _are_held_together(party, words, _OFFICES[:1])
    together = _are_held_together(party, words, _OFFICES) or _goes_with(post_of(party), words)
    return piece.joiner in AND and together


def perhaps_one_holder(party: str, other: str) -> bool:
    """Whether one of two parties may as well be an office of the other."""
    return _goes_with(post_of(party), other) or _goes_with(post_of(other), party)


def _are_held_together(party: str, words: str, offices: _Offices) -> bool:
    """Whether two offices are one person's; those of finance are but names of one."""
    if bool(_DEPUTY.match(party)) != bool(_DEPUTY.match(words)):
        return False
    names = [_name(_LAST.split(post_of(party))[-1]), _name(words)]
    return any(all(map(office.fullmatch, names)) for office, _ in offices)


def _goes_with(post: str, words: str) -> bool:
    if _SECOND.fullmatch(words):
        return bool(_DIRECTOR.fullmatch(post))
    if (_TOP if _DEPUTY.match(words) else _DEPUTY).match(post):
        return False
    name = _name(words)
    return any(office.fullmatch(name) and held.fullmatch(post) for office, held in _OFFICES)


def _name(office: str) -> str:
    """An office without its deputy and without brackets behind it."""
    return _DEPUTY.sub("", _BRACKETS.sub("", office), count=1)
