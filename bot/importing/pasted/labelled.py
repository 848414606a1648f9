"""Plans in prose whose parts carry labels: "Action: ... Owner: ... By when: ...", one block for each action."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.importing.columns.fitting import field_of
from bot.importing.pasted.strips import Line, Strip, is_finished, is_lower, row_strip
from bot.reading.months import MONTH_NAMES

_AS_OF = (
    rf"(?:\s(?:as\s)?(?:at|of|on|in|for)\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?"
    rf"(?:(?i:{MONTH_NAMES})|[Qq](?:uarter\s)?[1-4])(?:\s(?:20)?\d\d(?:/\d\d)?)?)?"
)
"""The day as of which a label tells: "Position at March 2027:"."""
_LABEL = re.compile(
    r"(?:^\s*(?:[•·▪*-]\s+)?|(?<=[;|([])\s*|(?<=[.,)])\s+|\s{2,}|\t)[([]?"
    r"(?P<label>[A-Z][A-Za-z'/ ]{1,28}?)(?P<number>\s(?:no\.?\s?)?[A-Z]{0,3}\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?)?"
    rf"{_AS_OF}\s?(?::|\s[–-](?=\s))\s*"
)
_ANYWHERE = re.compile(r"(?<=\s)(?P<label>[A-Z][a-z]{2,14}(?: [a-z]{2,12}){0,2})(?P<number>(?!))?:\s+")
_LABEL_ALONE = re.compile(
    r"\s*(?P<label>[A-Z][A-Za-z]{2,28})\s(?:no\.?\s?)?(?P<number>[A-Z]{0,3}\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?)[.:]?\s*"
)
_NUMBER = re.compile(r"(?P<number>[A-Z]{0,3}\d{1,3}(?:\.\d{1,2}){0,2})[.):]?\s+(?=[A-Z])")
_HEADING_WORDS = 12
_FIELDS = (
    *("ref", "section", "recommendation", "response", "action", "owner", "due", "revised_due", "status", "update"),
    "beside",
)
_BESIDE = re.compile(
    r"(?:supported|assisted|helped) by|support(?:ing)?(?: officer)?|partners?|help from", re.IGNORECASE
)
"""Labels of who helps: they end what stands before them, and are no more read than a column of partners is."""
_FOOT = re.compile(r"\s*(?:contact(?: officer)?|enquiries(?: to)?|report author|prepared by)\s?:", re.IGNORECASE)
"""What begins the lines at the foot of a paper, which belong to none of its actions."""
_VALUES = ("owner", "due", "revised_due", "status", "update")


@dataclass(frozen=True, slots=True)
class _Part:
    """A labelled stretch of a line; `field` "" for what stands in front of the first label."""

    field: str
    head: str
    number: str
    text: str


@dataclass(slots=True)
class _Block:
    texts: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)


def labelled(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """A head strip of the labels and a strip for each block; nothing where fewer than two blocks hold an action."""
    often = _often(lines)
    parts = [_parts(line, often) for line in lines]
    heads = _heads(part for found in parts for part in found)
    if not _are_of_a_plan(heads):
        return ()
    known = [[part if part.field in heads else _unlabelled(part) for part in found] for found in parts]
    strips = _Blocks("action" in heads).read(lines, known)
    rows = [strip for strip in strips if not strip.across]
    if sum(bool(row.cells[_FIELDS.index("action")]) and any(row.cells[5:-1]) for row in rows) < 2:
        return ()
    return _with_heads(strips, {"action": "Action", **heads}, lines)


def _are_of_a_plan(heads: dict[str, str]) -> bool:
    """Whether labels are those of actions: an owner with a date or an action, or an action named so with a value."""
    if "owner" in heads:
        return bool({"due", "action"} & set(heads))
    return "action" in heads.get("action", "").lower() and bool({"due", "status"} & set(heads))


def _often(lines: tuple[Line, ...]) -> frozenset[str]:
    """Labels that return, as printed; these are known in the middle of a sentence too."""
    counted = Counter(match["label"] for line in lines for match in _ANYWHERE.finditer(line.text))
    return frozenset(label for label, count in counted.items() if count > 1 and field_of(label))


def _parts(line: Line, often: frozenset[str]) -> list[_Part]:
    text = line.text.replace("\n", " ").rstrip()
    found = {match.start("label"): match for match in _ANYWHERE.finditer(text) if match["label"] in often}
    found |= {match.start("label"): match for match in _LABEL.finditer(text)}
    named = [(found[at], _field_of(found[at]["label"])) for at in sorted(found)]
    labels = [(match, name) for match, name in named if name]
    alone = _LABEL_ALONE.fullmatch(text)
    if alone and field_of(alone["label"]):
        return [_Part(field_of(alone["label"]), alone["label"], alone["number"], "")]
    if not labels:
        return [_Part("", "", "", text.strip())]
    parts = []
    before = text[: labels[0][0].start()].strip(" ;|([")
    if before:
        parts.append(_Part("", "", "", before))
    ends = [match.start() for match, _ in labels[1:]] + [len(text)]
    for (match, name), end in zip(labels, ends, strict=True):
        value = text[match.end() : end].strip(" ;|\t")
        parts.append(_Part(name, match["label"].strip(), (match["number"] or "").strip(), _closed(value)))
    return parts


def _field_of(label: str) -> str:
    return field_of(label) or ("beside" if _BESIDE.fullmatch(label.strip()) else "")


def _unlabelled(part: _Part) -> _Part:
    return _Part("", "", "", f"{part.head}{part.number and ' '}{part.number}: {part.text}") if part.field else part


def _closed(value: str) -> str:
    """A value without the bracket that closes the remark it stands in."""
    return value[:-1].rstrip() if value.endswith((")", "]")) and value.count("(") < value.count(")") else value


def _heads(parts: Iterable[_Part]) -> dict[str, str]:
    """Field -> its label as printed most often, for the labels that return."""
    counted = Counter((part.field, part.head) for part in parts if part.field)
    heads: dict[str, str] = {}
    for (name, head), _ in counted.most_common():
        if sum(count for (each, _), count in counted.items() if each == name) > 1:
            heads.setdefault(name, head)
    return heads


class _Blocks:
    """Parts gathered line by line. `named`: actions carry a label; else what stands before the labels is one."""

    def __init__(self, named: bool) -> None:
        self._named = named
        self._strips: list[Strip] = []
        self._block = _Block()
        self._open = ""

    def read(self, lines: tuple[Line, ...], parts: list[list[_Part]]) -> list[Strip]:
        foot = False
        for line, found in zip(lines, parts, strict=True):
            foot = self._is_foot(line, found, foot)
            if foot:
                self._close()
                self._strips.append(Strip(line.number, (line.text.strip(),), apart=True, across=True))
                continue
            for part in found:
                if part.field:
                    self._take(part, line)
                else:
                    self._take_text(part.text, line)
        self._close()
        return self._strips

    def _is_foot(self, line: Line, parts: list[_Part], foot: bool) -> bool:
        """Whether a line names whom to ask about the paper, behind an action that has its owner, or goes on with it."""
        if foot:
            return not line.apart and not any(part.field for part in parts)
        return bool(_FOOT.match(line.text)) and bool(self._block.texts.get("owner"))

    def _take(self, part: _Part, line: Line) -> None:
        texts = self._block.texts
        again = bool(texts.get(part.field)) and part.field != "update"
        opens = part.field in ("section", "recommendation", "ref", "action") and any(
            texts.get(name) for name in _VALUES
        )
        if again or opens:
            self._close()
            texts = self._block.texts
        if part.number and part.field == "action":
            texts["ref"] = part.number
        text = part.text
        if part.number and part.field == "recommendation":
            text = f"{part.number}) {part.text}".strip()
        elif part.number and part.field == "section":
            text = f"{part.head} {part.number}: {part.text}"
        texts[part.field] = f"{texts.get(part.field, '')} {text}".strip()
        self._block.lines.append(line.number)
        self._open = part.field

    def _take_text(self, text: str, line: Line) -> None:
        texts = self._block.texts
        if self._open and (not line.apart or (is_lower(text) and not is_finished(texts.get(self._open, "")))):
            begins = not self._named and bool(_NUMBER.match(text)) and any(texts.get(name) for name in _VALUES)
            if not begins:
                self._append(self._open, text, line)
                return
        if not self._named and (_NUMBER.match(text) or len(text.split()) > 3 or texts.get("action")):
            self._take_unnamed(text, line)
            return
        self._close()
        self._strips.append(Strip(line.number, (text,), apart=True, across=True))

    def _take_unnamed(self, text: str, line: Line) -> None:
        if line.apart or any(self._block.texts.get(name) for name in _VALUES):
            self._close()
        number = _NUMBER.match(text)
        if number:
            self._block.texts["ref"] = number["number"]
            text = text[number.end() :]
        self._append("action", text, line)
        self._open = "action"

    def _append(self, name: str, text: str, line: Line) -> None:
        texts = self._block.texts
        texts[name] = f"{texts[name]} {text}" if texts.get(name) else text
        self._block.lines.append(line.number)

    def _close(self) -> None:
        texts, numbers = self._block.texts, self._block.lines
        if texts and not any(texts.get(name) for name in (*_VALUES, "recommendation", "response")):
            words = " ".join(texts.values())
            self._strips.append(Strip(numbers[0], (words,), apart=True, across=True))
        elif texts:
            self._strips.append(row_strip(numbers, [texts.get(name, "") for name in _FIELDS]))
        self._block, self._open = _Block(), ""


def _with_heads(strips: list[Strip], heads: dict[str, str], lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    used = [at for at, name in enumerate(_FIELDS) if any(not strip.across and strip.cells[at] for strip in strips)]
    first = next(at for at, strip in enumerate(strips) if not strip.across)
    while first and len(strips[first - 1].cells[0].split()) <= _HEADING_WORDS and first > 1:
        first -= 1
    head = Strip(
        max(1, strips[first].number - 1),
        tuple(heads.get(_FIELDS[at], "Ref" if _FIELDS[at] == "ref" else "") for at in used),
        apart=True,
    )
    cut = [
        strip if strip.across else row_strip([strip.number, *strip.others], [strip.cells[at] for at in used])
        for strip in strips
    ]
    return (*cut[:first], head, *cut[first:])
