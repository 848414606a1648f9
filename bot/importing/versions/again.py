"""A document brought in again: which of its actions the list holds already. Pure.

Words that stand in both are the same action, whatever its number: a row that is put in or taken out moves every number
below it. Only what then is left on both sides is matched by its reference and similar words, and by similar words
alone where they are nearly the same. Whoever fits no row is a new action; where it may still be an old one in other
words, that is a question.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.directory import fold
from bot.importing.plan_reading import ReadAction

_NEARLY, _ALIKE, _STRANGE = 0.8, 0.5, 0.2
"""Shares of common words: from which two texts are the same but for a word, are one reworded, and hardly can be."""

_LAST_PART = re.compile(r"(?:\d+|[a-z]+)\W*$")
"""What counts in a folded reference: the "3" of "a3" and "8 3", the "ii" of "8 ii"."""

_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Present:
    """A row of the list as it stands there: its reference, the text of its action, its owner and theme as printed.

    `said` is what the last document called it and said of it (reference, words); "" where no document did.
    """

    ref: str
    text: str
    owner: str = ""
    theme: str = ""
    said: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class _Side:
    """An action or a row as it is compared: folded, with all the texts that it is known by as sets of words."""

    ref: str
    texts: tuple[str, ...]
    owner: str
    theme: str
    bags: tuple[frozenset[str], ...]


def find_present(actions: Sequence[ReadAction], present: Sequence[Present]) -> dict[int, int]:
    """Action -> row, both by position, for every action that the list holds; each row is one action at most."""
    return _Matching(actions, present).found


def doubts(actions: Sequence[ReadAction], present: Sequence[Present]) -> dict[int, str]:
    """By position, the question about each action that is no row of the list and may be one in other words."""
    matching = _Matching(actions, present)
    perhaps = {at: matching.perhaps(at) for at in matching.actions_left()}
    return {at: _asked(present[row]) for at, row in perhaps.items() if row is not None}


class _Matching:
    """Actions and rows matched one to one, the surest first."""

    def __init__(self, actions: Sequence[ReadAction], present: Sequence[Present]) -> None:
        self._actions = [_side(each.ref, (each.action,), each.owner_text, each.section) for each in actions]
        self._rows = [_side(row.said[0] or row.ref, (row.text, row.said[1]), row.owner, row.theme) for row in present]
        self._printed = [action.ref_printed for action in actions]
        self._moved: set[str] = set()
        self.found: dict[int, int] = {}
        self._match()

    def _match(self) -> None:
        equal = list(self._equal())
        actions, rows = Counter(at for at, _ in equal), Counter(row for _, row in equal)
        self._take([(at, row) for at, row in equal if actions[at] == rows[row] == 1])
        renumbered = [
            (self._actions[at].ref, self._rows[row].ref)
            for at, row in self.found.items()
            if self._actions[at].ref != self._rows[row].ref
        ]
        self._moved = {_series(ref) for pair in renumbered for ref in pair}
        self._take(sorted(equal, key=self._nearness))
        self._take_where(self._same_ref_reworded)
        self._take_where(self._nearly_the_same)

    def actions_left(self) -> list[int]:
        return [at for at in range(len(self._actions)) if at not in self.found]

    def rows_left(self) -> list[int]:
        held = set(self.found.values())
        return [row for row in range(len(self._rows)) if row not in held]

    def perhaps(self, at: int) -> int | None:
        """The row without an action that an action without a row may be: the most alike, else that of its reference."""
        left = self.rows_left()
        best = max(left, key=lambda row: self._share(at, row), default=None)
        if best is not None and self._share(at, best) >= _ALIKE and self._same_numbers(at, best):
            return best
        named = next((row for row in left if self._actions[at].ref == self._rows[row].ref), None)
        return named if named is not None and (self._trusts(at) or self._share(at, named) >= _STRANGE) else None

    def _equal(self) -> Iterator[tuple[int, int]]:
        """Every action and row with the same words."""
        by_text: dict[str, list[int]] = defaultdict(list)
        for row, side in enumerate(self._rows):
            for text in side.texts:
                by_text[text].append(row)
        for at, side in enumerate(self._actions):
            yield from ((at, row) for text in side.texts for row in by_text[text])

    def _nearness(self, pair: tuple[int, int]) -> tuple[bool, ...]:
        """How near an action and a row of the same words are; the nearest sorts first."""
        one, other = self._actions[pair[0]], self._rows[pair[1]]
        same_ref = one.ref == other.ref
        return (
            not (same_ref and self._trusts(pair[0])),
            one.owner != other.owner,
            one.theme != other.theme,
            not same_ref,
        )

    def _trusts(self, at: int) -> bool:
        """Whether a reference says which action it is: it is printed, and no number of its series has moved."""
        return self._printed[at] and _series(self._actions[at].ref) not in self._moved

    def _take(self, pairs: Sequence[tuple[int, int]]) -> None:
        held = set(self.found.values())
        for at, row in pairs:
            if at not in self.found and row not in held:
                self.found[at] = row
                held.add(row)

    def _take_where(self, fits: Callable[[int, int], bool]) -> None:
        left = self.rows_left()
        self._take([(at, row) for at in self.actions_left() for row in left if fits(at, row)])

    def _same_ref_reworded(self, at: int, row: int) -> bool:
        """The same reference and similar words, where no other words left over are nearer."""
        if self._actions[at].ref != self._rows[row].ref:
            return False
        trusted = self._trusts(at)
        if trusted and not (self._actions[at].texts and self._rows[row].texts):
            return True
        share = self._share(at, row)
        return share >= (_STRANGE if trusted else _ALIKE) and self._rival(at, row) < max(share + 1e-9, _ALIKE)

    def _nearly_the_same(self, at: int, row: int) -> bool:
        """One text is the other with a word more or less, its owner or theme is the same, and no other is as near."""
        one, other = self._actions[at], self._rows[row]
        beside = (one.owner and one.owner == other.owner) or (one.theme and one.theme == other.theme)
        grown = any(a <= b or b <= a for a in one.bags for b in other.bags)
        share = self._share(at, row)
        return bool(beside and grown and share >= _NEARLY and self._rival(at, row) < share)

    def _rival(self, at: int, row: int) -> float:
        """The greatest share of words that the action has with another row left over, or the row with an action."""
        others = [self._share(at, each) for each in self.rows_left() if each != row]
        others += [self._share(each, row) for each in self.actions_left() if each != at]
        return max(others, default=0.0)

    def _share(self, at: int, row: int) -> float:
        pairs = ((a, b) for a in self._actions[at].bags for b in self._rows[row].bags)
        return max((len(a & b) / len(a | b) for a, b in pairs), default=0.0)

    def _same_numbers(self, at: int, row: int) -> bool:
        """Whether they name the same numbers: the reports of two years are two."""
        one = _numbers(self._actions[at].bags)
        return any(one == _numbers((bag,)) for bag in self._rows[row].bags)


def _side(ref: str, texts: Sequence[str], owner: str, theme: str) -> _Side:
    folded = tuple(dict.fromkeys(text for text in map(fold, texts) if text))
    return _Side(fold(ref), folded, fold(owner), fold(theme), tuple(frozenset(text.split()) for text in folded))


def _series(ref: str) -> str:
    """What a reference has in common with those that are counted with it."""
    return _LAST_PART.sub("", ref)


def _numbers(bags: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset(word for bag in bags for word in bag if any(map(str.isdigit, word)))


def _asked(row: Present) -> str:
    words = " ".join(row.text.split())
    quoted = words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1].rstrip()}…"
    return (
        f'"{quoted}" ({row.ref} in the list) is not in the document under these words: is this that action in other '
        "words, or another one?"
    )
