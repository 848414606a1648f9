"""A document brought in again: which of its actions the list holds already. Pure.

Words that stand in both are the same action, whatever its number: a row that is put in or taken out moves every number
below it. Only what then is left on both sides is matched by its reference and similar words, and by similar words
alone where they are nearly the same. Whoever fits no row is a new action; where it may still be an old one in other
words, that is a question.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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
    return {at: _asked(present[row]) for at, row in _Matching(actions, present).perhaps()}


class _Matching:
    """Actions and rows matched one to one, the surest first."""

    def __init__(self, actions: Sequence[ReadAction], present: Sequence[Present]) -> None:
        self._actions = [_side(each.ref, (each.action,), each.owner_text, each.section) for each in actions]
        self._rows = [_side(row.said[0] or row.ref, (row.text, row.said[1]), row.owner, row.theme) for row in present]
        self._printed = [action.ref_printed for action in actions]
        self._moved: set[str] = set()
        self.found: dict[int, int] = {}
        self._held: set[int] = set()
        self._alike: dict[int, dict[int, float]] = {}
        self._match()

    def _match(self) -> None:
        equal = list(self._equal())
        actions, rows = Counter(at for at, _ in equal), Counter(row for _, row in equal)
        self._take([(at, row) for at, row in equal if actions[at] == rows[row] == 1])
        refs = ((self._actions[at].ref, self._rows[row].ref) for at, row in self.found.items())
        self._moved = {_series(ref) for one, other in refs if one != other for ref in (one, other)}
        self._take(sorted(equal, key=self._nearness))
        self._alike = self._likeness()
        self._take([pair for pair in self._same_refs() if self._reworded(*pair)])
        alike = [(at, row) for at in self.actions_left() for row in self._alike[at] if row not in self._held]
        self._take([pair for pair in alike if self._nearly_the_same(*pair)])

    def actions_left(self) -> list[int]:
        return [at for at in range(len(self._actions)) if at not in self.found]

    def perhaps(self) -> Iterator[tuple[int, int]]:
        """Each action without a row, and the row without an action that it may be."""
        same_refs = dict(self._same_refs())
        for at in self.actions_left():
            alike = {row: share for row, share in self._alike[at].items() if row not in self._held}
            best, named = max(alike, key=alike.__getitem__, default=None), same_refs.get(at)
            if best is not None and alike[best] >= _ALIKE and self._same_numbers(at, best):
                yield at, best
            elif named is not None and (self._trusts(at) or named in alike):
                yield at, named

    def _take(self, pairs: Sequence[tuple[int, int]]) -> None:
        for at, row in pairs:
            if at not in self.found and row not in self._held:
                self.found[at] = row
                self._held.add(row)

    def _same_refs(self) -> Iterator[tuple[int, int]]:
        """Every action and row left over with the same reference."""
        by_ref: dict[str, list[int]] = defaultdict(list)
        for row, side in enumerate(self._rows):
            if row not in self._held:
                by_ref[side.ref].append(row)
        yield from ((at, row) for at in self.actions_left() for row in by_ref[self._actions[at].ref])

    def _likeness(self) -> dict[int, dict[int, float]]:
        """Action -> row -> share of common words, of those left over that have enough in common."""
        bags = [(row, bag) for row, side in enumerate(self._rows) if row not in self._held for bag in side.bags]
        holding: dict[str, list[int]] = defaultdict(list)
        for number, (_, bag) in enumerate(bags):
            for word in bag:
                holding[word].append(number)
        found: dict[int, dict[int, float]] = {}
        for at in self.actions_left():
            shares = found.setdefault(at, {})
            for own in self._actions[at].bags:
                common = Counter(number for word in own for number in holding.get(word, ()))
                for number, words in common.items():
                    row, bag = bags[number]
                    share = words / (len(own) + len(bag) - words)
                    if share >= _STRANGE:
                        shares[row] = max(share, shares.get(row, 0.0))
        return found

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

    def _reworded(self, at: int, row: int) -> bool:
        """Whether an action and the row of its reference have similar words, and no others left over are nearer."""
        trusted = self._trusts(at)
        if trusted and not (self._actions[at].texts and self._rows[row].texts):
            return True
        share = self._alike[at].get(row, 0.0)
        rival = self._rival(at, row)
        return share >= (_STRANGE if trusted else _ALIKE) and (rival <= share or rival < _ALIKE)

    def _nearly_the_same(self, at: int, row: int) -> bool:
        """One text is the other with a word more or less, its owner or theme is the same, and no other is as near."""
        one, other, share = self._actions[at], self._rows[row], self._alike[at][row]
        beside = (one.owner and one.owner == other.owner) or (one.theme and one.theme == other.theme)
        grown = any(a <= b or b <= a for a in one.bags for b in other.bags)
        return bool(beside and grown and share >= _NEARLY and self._rival(at, row) < share)

    def _rival(self, at: int, row: int) -> float:
        """The greatest share of words that the action has with another row left over, or the row with an action."""
        others = [share for each, share in self._alike[at].items() if each != row and each not in self._held]
        others += [self._alike[each].get(row, 0.0) for each in self.actions_left() if each != at]
        return max(others, default=0.0)

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
