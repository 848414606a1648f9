"""Who has an action now, where a cell also says who had it before, has it later, or is still to name somebody."""

from __future__ import annotations

import re

_HAD = r"(?:previously|formerly|originally|initially|was|ex)"
_IN_PLACE_OF = (
    r"(?:previously|formerly|(?:taking|took|takes|taken)\sover\sfrom|replac(?:es|ing)|cover(?:s|ing)?\sfor|on\sbehalf\sof"
    r"|in\s(?:place|(?:the\s)?absence)\sof|instead\sof|deputi[sz]ing\sfor|succe(?:eds|eding)|hand(?:ed|ing)\sover\s(?:from|by))"
)
_OPEN = (
    r"(?:tb[acd]|vacan(?:t|cy)|un-?(?:assigned|allocated)|(?:not\syet|to\sbe|yet\sto\sbe)\s"
    r"(?:assigned|allocated|confirmed|agreed|decided|identified|appointed|known))"
)
_SETTLES = r"(?:confirm|advise|agree|identify|decide|determine|recruit|review|choose|select|propose)"
_NAMES = r"(?:assign|nominate|appoint|allocate)(?:\s(?:an?\s|the\s)?(?:lead|owner|officer|manager|member))*"
_SUCCEEDED = re.compile(
    rf"^{_HAD}:?\s[^;]{{1,120}}?[\s,;(/-]+(?:now|currently)(?:\s(?:sits?|is|lies|rests|held|led))?(?:\s(?:with|by))?\s?[:-]?\s(?P<now>[^;()]+)\)?$",
    re.IGNORECASE,
)
_NOW_IS = re.compile(r"^[^;,/]{2,80}?\s?[,(-]\s?now\s(?P<now>(?-i:[A-Z])[^;()]+)\)?$", re.IGNORECASE)
_FORMER = re.compile(
    rf"\s?\(\s?(?:{_IN_PLACE_OF}|was|ex|covering)\b[^()]*\)|,?\s(?:-\s)?{_IN_PLACE_OF}\s[^;,/]+$|(?<!\w)now\s(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_AWAITED = re.compile(
    rf"^\W*(?:{_OPEN}\b\W+[\w\s&'.]{{2,40}}\sto\s{_SETTLES}|{_OPEN}\b\W+recruit[^;]{{0,80}}|{_OPEN}\b\W+(?:following|pending|after|once|when|until|subject\sto|at|by)\b[^;]{{1,80}}|i['’]w\s(?:gadarnhau|benderfynu|gytuno|benodi|neilltuo)|(?:owner|lead|officer)\s(?:(?:yet\s)?to\sbe|not\syet)\s\w+(?:\sby\s.{{1,40}})?|(?:{_OPEN}\b\W+)?[\w\s&'.]{{2,40}}\sto\s{_NAMES})\W*$",
    re.IGNORECASE,
)
_FOR_A_TIME = re.compile(r"\b(?:until|till)\s", re.IGNORECASE)
_IN_TURN = re.compile(rf"^{_HAD}\s|→|[=-]>|\b(?:then|thereafter|subsequently|or)\b|\b(?:until|till)\s", re.IGNORECASE)


def is_awaited(line: str) -> bool:
    """Whether somebody is still to say who it is: "TBC - HR to advise"."""
    return bool(_AWAITED.match(line))


def who_now(line: str) -> str:
    """The line without those who had the action before, or in whose place somebody has it."""
    succeeded = _SUCCEEDED.match(line) or _NOW_IS.match(line)
    return succeeded["now"].strip() if succeeded else _FORMER.sub(" ", line).strip(" ,;-")


def is_for_a_time(line: str) -> bool:
    """Whether somebody has it only up to a day: "Ada Fenn until March"."""
    return bool(_FOR_A_TIME.search(line))


def is_in_turn(line: str) -> bool:
    """Whether people have it in turn, or one or the other, so that only a person knows whose it is today."""
    return bool(_IN_TURN.search(line))
