"""An owner phrase as people print it -> the separate parties in it, each as written.

The order of thought: what the admin says stands for another name; the lines of a cell; labels, remarks and telephone
numbers off; parted at joiners (`joiners.py`); parted where names ran together (`run_on.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise, starmap

from bot.plan import OwnersReading
from bot.reading.conventions import NO_ALIASES
from bot.reading.owners import patterns, remarks
from bot.reading.owners.bodies import perhaps_two_bodies
from bot.reading.owners.cleaning import clean, stretches
from bot.reading.owners.holders import perhaps_holder
from bot.reading.owners.joiners import part
from bot.reading.owners.kinds import is_whole
from bot.reading.owners.lines import mend_lines
from bot.reading.owners.now import is_for_a_time, is_in_turn
from bot.reading.owners.offices import perhaps_one_holder
from bot.reading.owners.posts import ends_in_code, has_open_seam, holds_two_posts
from bot.reading.owners.run_on import perhaps_run_together, run_together
from bot.reading.text import as_printed, tidy

_LONGEST = 1_000
_RAISED = re.compile("[¹²³⁰-⁹]+")
"""The number of a note beside a name."""
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
    lines = [tidy(_RAISED.sub("", line)) for line in patterns.LINES.split(text[:_LONGEST]) if line.strip()]
    if len(lines) > 1 and tidy(text).casefold() in names:
        lines = [tidy(text)]
    parties: list[str] = []
    rules: set[str] = set()
    doubtful = False
    for line in mend_lines([_with_stand_ins(line, names) for line in lines]):
        named, addresses = _addresses(line)
        parties.extend(addresses)
        between_labels = [stretch for stretch in stretches(named) if stretch]
        pieces = [piece for stretch in between_labels for piece in part(stretch)]
        doubtful = doubtful or _is_doubtful(line, between_labels, pieces)
        for piece in pieces:
            found = run_together(piece)
            doubtful = doubtful or not (is_whole(piece) or piece.casefold() in names) or holds_two_posts(piece)
            doubtful = doubtful or ends_in_code(piece)
            doubtful = doubtful or any(map(perhaps_run_together, found)) or perhaps_two_bodies(piece)
            rules |= {"names run together"} if len(found) > 1 else set()
            meant = [_meant(each, names) for each in found if not _is_nobody(each, pieces)]
            rules |= {"alias"} if not set(meant) <= set(found) else set()
            parties.extend(meant)
    unique = tuple(dict.fromkeys(party for party in parties if patterns.WORD.search(party)))
    printed = as_printed("\n".join(unique), text[:_LONGEST]).split("\n") if unique else ()
    return ExplainedOwners(OwnersReading(text.strip(), tuple(printed)), _rule(unique, rules), doubtful and bool(unique))


def _is_nobody(party: str, parties: list[str]) -> bool:
    """Whether words name nobody; beside other initials "NA" is somebody."""
    beside = any(patterns.CODE.fullmatch(each.split()[-1]) for each in parties if each != party)
    return bool(remarks.NOBODY.fullmatch(party)) and not (party == "NA" and beside)


def _is_doubtful(line: str, between_labels: list[str], parties: list[str]) -> bool:
    """Whether a line may hold other parties than those found, or not all of them at a time."""
    if "?" in line or is_for_a_time(line) or (len(parties) > 1 and is_in_turn(line)):
        return True
    if any(map(perhaps_holder, between_labels)) or any(map(has_open_seam, between_labels)):
        return True
    return any(starmap(perhaps_one_holder, pairwise(parties)))


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
    if "@" not in line:
        return remarks.LOOSE_JOINERS.sub("", line), []
    if not patterns.WORD.search(clean(line)):
        return "", remarks.ADDRESS.findall(line)
    named = remarks.ADDRESS_ALONE.sub("; ", line)
    return remarks.LOOSE_JOINERS.sub("", named), remarks.ADDRESS_ALONE.findall(line)
