"""The stretches between the joiners of an owner phrase, which are parties or parts of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.owners import patterns
from bot.reading.owners.words import BODIES, ROLES

AND = frozenset({"and", "&"})
BEHIND = frozenset({",", "-"})
"""Joiners behind which stands what a party is told with: what a post is about, who has it, where it sits."""
_WELSH_AND = ("a", "ac", "a'r", "ac'r")
_LONGEST_MARK = 5
"""Characters of the longest joiner of marks alone or with a short word: ", and"."""
_NUMBER = r"(?:[A-Z]|\d{1,3}[A-Za-z]?)"
_NUMBERED = re.compile(rf"(?:.*\s)?(?P<what>[A-Za-z]?[a-z]{{2,}})\s{_NUMBER}(?:\s?\W+\s?{_NUMBER}|\sand\s{_NUMBER})*")
"""What is told by its number or its letter: "Blocks A", "Head of Wards 1, 2"."""
_ANOTHER_NUMBER = re.compile(rf"{_NUMBER}(?:\s?[(:].*)?")
"""Another one behind a joiner, perhaps with who has them all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between two joiners, and the joiner in front of it ("" for the first), plain and as `printed`."""

    joiner: str
    words: str
    printed: str = ""

    @property
    def spaced(self) -> bool:
        """Whether the joiner stands between spaces."""
        return self.printed != "" and self.printed[0] == self.printed[-1] == " "

    def with_behind(self, *others: Piece) -> Piece:
        """This piece and those behind it as one, joined as they are printed."""
        return Piece(self.joiner, self.words + "".join(f"{each.printed}{each.words}" for each in others), self.printed)


def pieces_of(line: str) -> list[Piece]:
    pieces: list[Piece] = []
    start, printed, depth_end = 0, "", 0
    for match in patterns.JOINERS.finditer(line):
        if match.start() < depth_end or patterns.STANDING_NAME.fullmatch(match[0]):
            continue
        if match[0] == "(":
            closing = line.find(")", match.start())
            depth_end = closing + 1 if closing >= 0 else 0
            continue
        pieces.append(Piece(_joiner(printed), line[start : match.start()].strip(" ,"), printed))
        start, printed = match.end(), match[0]
    pieces.append(Piece(_joiner(printed), line[start:].strip(" ,"), printed))
    return _with_numbers([piece for piece in pieces if piece.words])


def _with_numbers(pieces: list[Piece]) -> list[Piece]:
    """The pieces, what is told by several numbers or letters put together, none of which is a party: "Zones 3/4"."""
    found: list[Piece] = []
    for piece in pieces:
        if found and piece.joiner not in patterns.STRONG and _are_numbers(found[-1].words, piece.words):
            piece = found.pop().with_behind(piece)
        found.append(piece)
    return found


def _are_numbers(left: str, words: str) -> bool:
    """Whether a number goes on with another; behind those who are somebody, letters are more of them: "Officers A"."""
    numbered = _NUMBERED.fullmatch(left)
    if numbered is None or not _ANOTHER_NUMBER.fullmatch(words):
        return False
    return words[0].isdigit() or numbered["what"].lower() not in ROLES | BODIES


def _joiner(printed: str) -> str:
    """A joiner as the tables name it: "with" for all that opens with it, without what stands before it."""
    plain = printed.strip().lower()
    if len(plain) > _LONGEST_MARK:
        plain = plain.lstrip(",;/- ")
    if plain in _WELSH_AND:
        return "and"
    return "with" if plain.startswith(("with", "w/")) else plain
