"""The numbers people write in front of recommendations and actions, and the reference that each action gets from them.

A numbered recommendation gives its number ("8.iii"); unnumbered ones are known by the first letter of their section,
counted where there are several ("G.ii", "O5"); where nothing is numbered the actions are simply counted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})"
_LABEL = re.compile(
    rf"\(?(?P<label>{_ROMAN}|[a-z]|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})(?:\)|[.:](?!\d)\)?|\s-)\s+(?=\S)", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:(?:recommendation|rec|finding|r|objective|priority"
    r"|kr)\s?)?\(?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?)(?:\)|[.:](?!\d)|\s-|(?=\s[A-Z]))[\s:.-]*",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,2})\s+(?=[A-Z])")
_BULLET = re.compile(r"[•·▪‣●○◦\uf0b7*–-]\s+")
_INLINE = re.compile(rf"\s(?=\(?(?:{_ROMAN})\)\s)", re.IGNORECASE)

_INLINE_LETTERS = re.compile(r"\s(?=\(?[b-h]\)\s)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the label that stood in front of it, in lower case ("iii", "b", "1.2"; "" for none)."""

    label: str
    text: str


def take_label(text: str) -> Labelled:
    """The text of an action without its label or bullet."""
    match = _LABEL.match(text) or _DOTTED.match(text)
    if match:
        return Labelled(match["label"].lower(), text[match.end() :].strip())
    return Labelled("", without_bullet(text))


def without_bullet(text: str) -> str:
    bullet = _BULLET.match(text)
    return text[bullet.end() :].strip() if bullet else text.strip()


def take_number(text: str) -> Labelled:
    """The text of a recommendation without its number."""
    match = _NUMBERED.match(text)
    return Labelled(match["number"], text[match.end() :].strip()) if match else Labelled("", text.strip())


def starts_item(paragraph: str) -> bool:
    """Whether a paragraph begins with a label or a bullet."""
    return bool(_LABEL.match(paragraph) or _DOTTED.match(paragraph) or _BULLET.match(paragraph))


def is_bullet(paragraph: str) -> bool:
    return bool(_BULLET.match(paragraph))


def is_roman(label: str) -> bool:
    return bool(re.fullmatch(_ROMAN, label))


def split_inline(text: str) -> list[str]:
    """The items of one run-on line "i) ... ii) ..." or "a) ... b) ..."; the line alone where it is not numbered so."""
    for inline, first in ((_INLINE, ["i", "ii"]), (_INLINE_LETTERS, ["a", "b"])):
        parts = inline.split(text)
        if [take_label(part).label for part in parts][:2] == first:
            return parts
    return [text]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an action stands: its own reference, or its section, its recommendation's number or text, its label."""

    own: str = ""
    section: str = ""
    number: str = ""
    recommendation: str = ""
    label: str = ""


def number_actions(places: list[Place]) -> list[str]:
    """A reference for each action, all different, in order."""
    groups = _groups(places)
    unlabelled = Counter(group for group, place in zip(groups, places, strict=True) if not place.label)
    counted: Counter[str] = Counter()
    refs: list[str] = []
    last_roman = ""
    for at, (group, place) in enumerate(zip(groups, places, strict=True)):
        if (
            place.label
            and not is_roman(place.label)
            and at
            and groups[at - 1] == group
            and last_roman
            and place.label.isalpha()
        ):
            label = f"{last_roman}({place.label})"
        else:
            label = place.label
            last_roman = label if is_roman(label) else ""
        if not label and group and unlabelled[group] > 1:
            counted[group] += 1
            refs.append(place.own or f"{group}.{counted[group]}")
        else:
            refs.append(place.own or _ref(group, label, at))
    return _made_different(refs)


def _ref(group: str, label: str, at: int) -> str:
    if not group:
        return label or str(at + 1)
    if label == group or label.startswith(f"{group}."):
        return label
    return f"{group}.{label}" if label else group


def _groups(places: list[Place]) -> list[str]:
    """What the references of an action's recommendation begin with; "" where there is no recommendation."""
    unnumbered: dict[str, list[str]] = {}
    for place in places:
        if place.recommendation and not place.number:
            known = unnumbered.setdefault(place.section, [])
            if place.recommendation not in known:
                known.append(place.recommendation)
    letters = _letters(list(unnumbered))
    groups = []
    for place in places:
        if place.number or not place.recommendation:
            groups.append(place.number)
            continue
        known = unnumbered[place.section]
        count = str(known.index(place.recommendation) + 1) if len(known) > 1 or not place.section else ""
        groups.append(letters[place.section] + count)
    return groups


def _letters(sections: list[str]) -> dict[str, str]:
    """The shortest beginning of each section's name that no other section shares; none for actions outside sections."""
    found: dict[str, str] = {}
    for section in sections:
        name = "".join(each for each in section if each.isalnum()).capitalize()
        beginnings = (name[:length] for length in range(1, len(name) + 1))
        found[section] = next((each for each in beginnings if each not in found.values()), name)
    return found


def _made_different(refs: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    taken = set(refs)
    different = []
    for ref in refs:
        seen[ref] += 1
        name = ref
        while seen[ref] > 1 and name in taken:
            name = f"{ref} ({seen[ref]})"
            if name in taken:
                seen[ref] += 1
        taken.add(name)
        different.append(name)
    return different
