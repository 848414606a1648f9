"""What is put together of a table so far, and values that stand without an action until the next row settles them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.importing.pasted.entries import VALUES, Entry, Recommendation
from bot.importing.pasted.segments import Piece
from bot.importing.refs import take_number


@dataclass(slots=True)
class Joined:
    """What the pieces come to: bands (sections) and actions in printed order, and what fitted nowhere."""

    found: list[Entry | Recommendation | str] = field(default_factory=list)
    left_over: list[tuple[int, str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    entry: Entry | None = None
    recommendation: Recommendation = field(default_factory=Recommendation)
    orphan: Entry | None = None
    before: Piece | None = None
    slipped: int = 0
    stand_off: frozenset[int] = frozenset()
    all_numbered: bool = False
    """Whether each row has a reference of its own."""


def numbered(number: str) -> str:
    bare = number.strip().rstrip(".):")
    return f"{bare})" if bare else ""


def settle_orphan(joined: Joined, piece: Piece | None) -> bool:
    """Values without an action: a row to be asked about, or, where the next row prints the same again, a misread copy
    of that (True), whose number stays.
    """
    orphan = joined.orphan
    if orphan is None:
        return False
    words = orphan.recommendation.text
    again = piece.texts.get("recommendation", "") if piece else ""
    same = bool(words and again) and _opening(words) == _opening(again)
    if same:
        printed = " / ".join([words, *(orphan.text(name) for name in VALUES if orphan.text(name))])
        joined.questions.append(
            f'Line {orphan.lines[0]}, "{printed}", holds no action and reads like a damaged copy of the line below '
            "it: is anything of it needed?"
        )
        number = take_number(words).label
        joined.orphan = None
        joined.recommendation.fragments[:] = [numbered(number)] if number else []
        joined.recommendation.response.clear()
        return True
    joined.found.append(orphan)
    joined.orphan = None
    return False


def _opening(text: str) -> list[str]:
    return take_number(text).text.lower().split()[:3]
