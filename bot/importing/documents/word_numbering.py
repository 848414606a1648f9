"""The numbers and bullets that Word draws before list paragraphs; they are not in the text and have to be counted."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


BULLET = "•"
"""What stands for a bullet of any shape: Word draws it with a sign of a font of signs."""


class Numbering:
    """Counts a document's lists. `label` must be asked for each paragraph once, in printed order.

    `part` is its numbering, `styles` its styles, which may make lists of the paragraphs that have them; None where the
    document has no such part.
    """

    def __init__(self, part: etree._Element | None, styles: etree._Element | None = None) -> None:
        self._abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = _lists_of_styles(styles) if styles is not None else {}
        if part is not None:
            self._abstract = {_value(each, "abstractNumId"): _levels(each) for each in part.iter(f"{W}abstractNum")}
            for each in part.iter(f"{W}num"):
                link = each.find(f"{W}abstractNumId")
                self._lists[_value(each, "numId")] = _value(link, "val") if link is not None else ""

    def label(self, paragraph: etree._Element) -> str:
        """What is printed before a paragraph, such as "ii)" or "•"; "" for none."""
        list_id, level = self._list_of(paragraph)
        levels = self._abstract.get(self._lists.get(list_id, ""), {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(list_id, {})
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        shape, text, _ = levels[level]
        if shape in ("bullet", "none"):
            return BULLET if shape == "bullet" else ""
        return re.sub(r"%(\d)", lambda match: self._count(levels, counts, int(match[1]) - 1), text)

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list that a paragraph is in and how deep: as set on it, else by its style; "" for none."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        of_style = self._styles.get(_value(style, "val"), ("", 0)) if style is not None else ("", 0)
        own = paragraph.find(f"{W}pPr/{W}numPr")
        return _list_and_level(own, of_style) if own is not None else of_style

    def _count(self, levels: dict[int, tuple[str, str, int]], counts: dict[int, int], level: int) -> str:
        if level not in levels:
            return ""
        shape, _, first = levels[level]
        return printed(counts.get(level, first), shape)


def printed(number: int, shape: str) -> str:
    """A number in Word's shape for it: decimal, lowerRoman, upperRoman, lowerLetter or upperLetter."""
    if shape.endswith("Roman"):
        roman = to_roman(number)
        return roman.upper() if shape.startswith("upper") else roman
    if shape.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if shape.startswith("upper") else letter
    return str(number)


def to_roman(number: int) -> str:
    found = ""
    for value, letters in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        count, number = divmod(number, value)
        found += letters * min(count, 20)
    return found


def _levels(abstract: etree._Element) -> dict[int, tuple[str, str, int]]:
    """Shape, pattern and first number of each level."""
    levels = {}
    for level in abstract.iter(f"{W}lvl"):
        shape, text, start = level.find(f"{W}numFmt"), level.find(f"{W}lvlText"), level.find(f"{W}start")
        first = _value(start, "val") if start is not None else "1"
        levels[int(_value(level, "ilvl") or 0)] = (
            _value(shape, "val") if shape is not None else "decimal",
            _value(text, "val") if text is not None else "",
            int(first) if first.isdecimal() else 1,
        )
    return levels


def _lists_of_styles(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """Style -> the list that it puts a paragraph in, and how deep; a style has what the one it is based on has."""
    based = {_value(each, "styleId"): each for each in styles.iter(f"{W}style")}
    found = {}
    for name in based:
        chain, at = [], name
        while at in based and at not in chain:
            chain.append(at)
            over = based[at].find(f"{W}basedOn")
            at = _value(over, "val") if over is not None else ""
        lists = [own for each in chain if (own := based[each].find(f"{W}pPr/{W}numPr")) is not None]
        if lists:
            found[name] = _list_and_level(lists[0], ("", 0))
    return found


def _list_and_level(numbered: etree._Element, otherwise: tuple[str, int]) -> tuple[str, int]:
    number, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    deep = _value(level, "val") if level is not None else ""
    return (
        _value(number, "val") if number is not None else otherwise[0],
        int(deep) if deep.isdecimal() else otherwise[1],
    )


def _value(element: etree._Element, name: str) -> str:
    return element.get(f"{W}{name}") or ""
