"""An owner phrase as people print it -> the separate parties in it, each as written.

The order of thought: what the admin says stands for another name; the lines of a cell; labels, remarks and telephone
numbers off; parted at joiners (`owner_joiners.py`); parted where names ran together (`owner_run_on.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from re import Match

from bot.plan import OwnersReading
from bot.reading import owner_patterns as patterns
from bot.reading.conventions import NO_ALIASES
from bot.reading.owner_joiners import part
from bot.reading.owner_kinds import is_whole, key
from bot.reading.owner_now import is_awaited, is_in_turn, who_now
from bot.reading.owner_posts import holds_two_posts
from bot.reading.owner_run_on import run_together
from bot.reading.owner_words import PLAIN_RANKS, SERVICES
from bot.reading.text import as_printed, tidy

_LONGEST = 1_000
_LETTER_AS_LABEL = 3
"""Characters of a label that is but one letter: "R:", "A ="."""
_LOOSE = " ,;:/&+-•*·"
"""Marks that are left over at either end of a party."""
_BREAK = "\ue000"
"""A character of no alphabet: parties behind it have nothing to do with those before."""
STAND_IN = "XQZ"
"""A code that no council prints: with a number behind it, it holds the place of an alias."""


@dataclass(frozen=True, slots=True)
class ExplainedOwners:
    """An owners reading with the rule that made it; `doubtful` where words may hold more or fewer parties."""

    reading: OwnersReading
    rule: str
    doubtful: bool = False


def read_owners(text: str, aliases: Mapping[str, str] = NO_ALIASES) -> OwnersReading:
    """The separate parties of an owner phrase, in printed order, each once. Any text is read; "TBC" names nobody.

    `aliases` say what the words of one party stand for ("DX": "District Executive"), whatever their case.
    """
    return explain_owners(text, aliases).reading


def explain_owners(text: str, aliases: Mapping[str, str] = NO_ALIASES) -> ExplainedOwners:
    """`read_owners` with the rule that decided, and whether a person should check it."""
    names = {tidy(alias).casefold(): name for alias, name in aliases.items()}
    lines = [tidy(line) for line in patterns.LINES.split(text[:_LONGEST]) if line.strip()]
    if len(lines) > 1 and tidy(text).casefold() in names:
        lines = [tidy(text)]
    parties: list[str] = []
    rules: set[str] = set()
    doubtful = False
    for line in _mend_lines([_with_stand_ins(line, names) for line in lines]):
        named, addresses = _addresses(line)
        parties.extend(addresses)
        pieces = [piece for stretch in _stretches(named) for piece in part(stretch)]
        doubtful = doubtful or (len(pieces) > 1 and is_in_turn(line))
        for piece in pieces:
            found = run_together(piece)
            doubtful = doubtful or not (is_whole(piece) or piece.casefold() in names) or holds_two_posts(piece)
            rules |= {"names run together"} if len(found) > 1 else set()
            meant = [_meant(each, names) for each in found if not patterns.NOBODY.fullmatch(each)]
            rules |= {"alias"} if not set(meant) <= set(found) else set()
            parties.extend(as_printed(each, text) if each in found else each for each in meant)
    unique = tuple(dict.fromkeys(party for party in parties if patterns.WORD.search(party)))
    return ExplainedOwners(OwnersReading(text.strip(), unique), _rule(unique, rules), doubtful and bool(unique))


def _with_stand_ins(line: str, names: Mapping[str, str]) -> str:
    """The line with a code in the place of each alias that holds a joiner, so that it is not divided there."""
    for at, alias in enumerate(names):
        if patterns.JOINERS.search(alias) and alias in line.casefold():
            line = re.sub(rf"(?<!\w){re.escape(alias)}(?!\w)", f"{STAND_IN}{at}", line, flags=re.IGNORECASE)
    return line


def _meant(party: str, names: Mapping[str, str]) -> str:
    number = party.removeprefix(STAND_IN)
    if number != party and number.isdecimal() and int(number) < len(names):
        return list(names.values())[int(number)]
    return names.get(party.casefold(), party)


def _rule(parties: tuple[str, ...], rules: set[str]) -> str:
    if not parties:
        return "nobody named"
    if rules:
        return ", ".join(sorted(rules))
    if len(parties) > 1:
        return "separate parties"
    return "one party with a joiner in its name" if patterns.JOINERS.search(parties[0]) else "one party"


def _addresses(line: str) -> tuple[str, list[str]]:
    """The line without the addresses that are parties by themselves, and these; one behind a name is only a detail."""
    if not patterns.WORD.search(_clean(line)):
        return "", patterns.ADDRESS.findall(line)
    named = patterns.ADDRESS_ALONE.sub("; ", line)
    return patterns.LOOSE_JOINERS.sub("", named), patterns.ADDRESS_ALONE.findall(line)


def _mend_lines(lines: list[str]) -> list[str]:
    """Lines of one cell; a line that begins or ends in the middle of a party belongs to its neighbour."""
    mended: list[str] = []
    for line in lines:
        if mended and patterns.BROKEN_WORD.search(mended[-1]) and line[0].isalpha():
            mended[-1] += line
        elif mended and (
            patterns.GOES_ON.search(mended[-1])
            or key(mended[-1]) in PLAIN_RANKS
            or patterns.CONTINUES.match(line)
            or not is_whole(_clean(line))
            or not is_whole(_clean(mended[-1]))
        ):
            mended[-1] = f"{mended[-1]} {line}"
        else:
            mended.append(line)
    return mended


def _without_label(label: Match[str]) -> str:
    """ "Lead:" begins a party of its own; in "HR Lead:" it belongs to the name of a post."""
    before = label.string[: label.start()].split()
    part_of_post = (
        len(label[0]) > _LETTER_AS_LABEL
        and before
        and before[-1][-1].isalpha()
        and key(before[-1]) in SERVICES
        and not label[0].startswith(".")
        and not patterns.LABEL.match(label.string)
    )
    return label[0] if part_of_post else f"; {_BREAK}"


def _stretches(line: str) -> list[str]:
    """The cleaned stretches between the labels of a line."""
    return [stretch.strip(_LOOSE) for stretch in _marked(line).split(_BREAK)]


def _clean(line: str) -> str:
    """The line without anything that is no part of a party's name."""
    return _marked(line).replace(_BREAK, "").strip(_LOOSE)


def _marked(line: str) -> str:
    """Without telephone numbers, marks of a lead, of a vacancy and of time; a break where a label began a party."""
    if patterns.NOBODY.fullmatch(line) or is_awaited(line):
        return ""
    line = who_now(line)
    line = patterns.LISTED.sub("; ", patterns.BODY_OF.sub(r"\1; ", line)).replace("*", " ").strip()
    line = patterns.LED_IN_BRACKETS.sub(r"; \1", line)
    for noise in (patterns.REMARK, patterns.DATED, patterns.COMPANY, patterns.TELEPHONE, patterns.ADDRESS):
        line = noise.sub(" ", line)
    line = patterns.EMPTY_BRACKETS.sub(" ", patterns.LABEL.sub(_without_label, line))
    line = patterns.VACANCY.sub(" ", line.strip())
    if line.count("(") != line.count(")") or re.fullmatch(r"\s*\([^()]*\)\s*", line):
        line = line.replace("(", " ").replace(")", " ")
    line = patterns.FULL_STOP.sub("", line)
    return re.sub(r"\s{2,}", " ", line).strip(_LOOSE)
