"""What a mail calls each of its actions: the reference alone, or with its plan where two actions share a reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LONGEST_REF = 40
_LONGEST_PLAN = 40


def fold_ref(ref: str) -> tuple[str, ...]:
    """A reference as it is compared: "A-0012" and "a12" are one, "1.1" and "11" are two."""
    parts = re.findall(r"\d+|[^\W\d_]+", ref.casefold())
    return tuple(str(int(part)) if part.isdecimal() else part for part in parts)


def labels(named: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """One label for each (plan, reference) of a mail, in order; no two are read alike.

    "4.ii" where the reference is the only one of its kind, else "4.ii (Housing plan)", and with a number behind the
    plan where even that is shared. The same actions in the same order always get the same labels.
    """
    times = Counter(fold_ref(ref) for _, ref in named)
    taken: set[tuple[str, ...]] = set()
    found = []
    for plan, ref in named:
        ref = _cut(ref, _LONGEST_REF)
        label = ref if times[fold_ref(ref)] <= 1 else f"{ref} ({_plain(plan)})"
        number = 1
        while fold_ref(label) in taken:
            number += 1
            label = f"{ref} ({_plain(plan)}, {number})"
        taken.add(fold_ref(label))
        found.append(label)
    return tuple(found)


def _plain(plan: str) -> str:
    """A plan's name without the marks that a label is told by."""
    return _cut(re.sub(r"[():\[\]]", " ", plan), _LONGEST_PLAN) or "plan"


def _cut(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
