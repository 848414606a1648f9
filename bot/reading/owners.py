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
from bot.reading.owner_run_on import run_together
from bot.reading.owner_words import SERVICES
from bot.reading.text import tidy

_LONGEST = 1_000
_LETTER_AS_LABEL = 3
"""Characters of a label that is but one letter: "R:", "A ="."""
_LINKS = frozenset({"of", "for", "and", "&"})
"""Words behind which a label goes on with the name of a post: "Head of Delivery: …"."""
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
        for piece in part(_clean(named)):
            found = run_together(piece)
            doubtful = doubtful or not (is_whole(piece) or piece.casefold() in names)
            rules |= {"names run together"} if len(found) > 1 else set()
            meant = [_meant(each, names) for each in found if not patterns.NOBODY.fullmatch(each)]
            rules |= {"alias"} if not set(meant) <= set(found) else set()
            parties.extend(meant)
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
        if mended and (
            patterns.GOES_ON.search(mended[-1])
            or patterns.CONTINUES.match(line)
            or not is_whole(_clean(line))
            or not is_whole(_clean(mended[-1]))
        ):
            mended[-1] = f"{mended[-1]} {line}"
        else:
            mended.append(line)
    return mended


def _without_label(label: Match[str]) -> str:
    """ "Lead:" begins a party of its own; in "HR Lead:" and "Head of Delivery:" it belongs to the name of a post."""
    before = label.string[: label.start()].split()
    if not before or len(label[0]) <= _LETTER_AS_LABEL:
        return "; "
    last = before[-1]
    part_of_post = last.lower() in _LINKS or (last[-1].isalpha() and key(last) in SERVICES)
    return label[0] if part_of_post else "; "


def _clean(line: str) -> str:
    """Without telephone numbers, marks of a lead, of a vacancy and of time; a label begins a party of its own."""
    if patterns.NOBODY.fullmatch(line):
        return ""
    line = patterns.LISTED.sub("; ", patterns.BODY_OF.sub(r"\1; ", line)).replace("*", " ").strip()
    line = patterns.LED_IN_BRACKETS.sub(r"; \1", line)
    for noise in (patterns.REMARK, patterns.DATED, patterns.COMPANY, patterns.TELEPHONE, patterns.ADDRESS):
        line = noise.sub(" ", line)
    line = patterns.EMPTY_BRACKETS.sub(" ", patterns.LABEL.sub(_without_label, line))
    line = patterns.VACANCY.sub(" ", line.strip())
    if line.count("(") != line.count(")") or re.fullmatch(r"\s*\([^()]*\)\s*", line):
        line = line.replace("(", " ").replace(")", " ")
    line = patterns.FULL_STOP.sub("", line)
    return re.sub(r"\s{2,}", " ", line).strip(" ,;:/&+-•*·")
