"""Where in a Word template a fault stands, in words that an admin finds in Word: the table, its column, the row."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from bot.compose.errors import BrokenTemplate
from bot.compose.template_counts import words_of
from bot.compose.wording import short

_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\s")
_TAG = re.compile(r"\{([{%])-?(p|tr|tc|r)?(?:\s|(?<=%))\s*(.*?)-?[}%]\}")
_QUOTED = re.compile(r"""['"]([A-Za-z_][\w. ]*)['"]""")
_PAIRS = {"endfor": "for", "endif": "if"}


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph of a template: where it stands, and its words with the tags in them."""

    where: str
    words: str

    @property
    def tags(self) -> list[tuple[str, str, str]]:
        """(sort, prefix, inside) of each tag."""
        return [(found[1], found[2] or "", found[3].strip()) for found in _TAG.finditer(self.words)]


_SAYS_WHERE = re.compile(r"\bis lost when\b|: (?:table \d|the paragraph|the header|the footer)")


def with_place(fault: BrokenTemplate, content: bytes, name: str) -> BrokenTemplate:
    """The fault with its place, where it can be found; else as it is."""
    where = "" if _SAYS_WHERE.search(fault.what) else _where(fault.what, content)
    return BrokenTemplate(name, 0, f"{fault.what}; look at {where}") if where else fault


def lint(content: bytes, name: str) -> None:
    """Raise BrokenTemplate for what docxtpl would render wrong without a word: see `_beyond_its_cell`, and tracked
    changes, into whose deleted text figures would be written that stay in the file unseen."""
    place = _beyond_its_cell(list(_places(content)))
    if place:
        what = "a loop or a condition begins in one paragraph and ends in another"
        raise BrokenTemplate(name, 0, f"{what}: {place}")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        tracked = [part for part in filter(_PARTS.fullmatch, parts.namelist()) if _TRACKED.search(parts.read(part))]
    if tracked:
        raise BrokenTemplate(name, 0, "it holds tracked changes: accept or reject them all in Word, and save it")


def _where(what: str, content: bytes) -> str:
    try:
        places = list(_places(content))
    except (zipfile.BadZipFile, etree.XMLSyntaxError):
        return ""
    return _with_name(what, places) or _unpaired(places)


def _with_name(what: str, places: list[_Place]) -> str:
    """The place of the first tag that has a name which the fault quotes."""
    names = [name for quoted in reversed(_QUOTED.findall(what)) for name in quoted.split() if name not in _WORDS]
    for name in names:
        for place in places:
            for _, _, inside in place.tags:
                if re.search(rf"\b{re.escape(name)}\b", inside):
                    return f"{place.where}: “{short(inside, 80)}”"
    return ""


_WORDS = frozenset(("for", "if", "endfor", "endif", "else", "elif", "object", "block", "end", "print", "statement"))


def _unpaired(places: list[_Place]) -> str:
    """The place of the first tag that opens and is never closed, or closes what was not open."""
    still_open: list[tuple[str, str]] = []
    for place in places:
        for sort, prefix, inside in place.tags:
            word = inside.split(" ")[0] if sort == "%" else ""
            if word in _PAIRS.values():
                still_open.append((word, f"{place.where}: “{prefix}{' ' if prefix else ''}{short(inside, 80)}”"))
            elif word in _PAIRS:
                if not still_open or still_open[-1][0] != _PAIRS[word]:
                    return f"{place.where}: “{inside}” ends nothing that was begun before it"
                still_open.pop()
    return f"{still_open[-1][1]}, which is never ended" if still_open else ""


def _beyond_its_cell(places: list[_Place]) -> str:
    """The place of the first loop that begins in one paragraph and ends in another without saying what it repeats."""
    for place in places:
        depth = sum(
            (inside.split(" ")[0] in _PAIRS.values()) - (inside.split(" ")[0] in _PAIRS)
            for sort, prefix, inside in place.tags
            if sort == "%" and not prefix
        )
        if depth:
            inside = next(inside for sort, prefix, inside in place.tags if sort == "%" and not prefix)
            return f"{place.where}: “{short(inside, 80)}” needs its p (paragraphs) or tr (rows)"
    return ""


def _places(content: bytes) -> Iterator[_Place]:
    """Every paragraph with a tag: the body's in order, then those of headers and footers."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = sorted(filter(_PARTS.fullmatch, parts.namelist()), key=lambda name: ("document" not in name, name))
        for name in names:
            kind = _PARTS.fullmatch(name)
            root = etree.fromstring(parts.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))
            inside = "" if kind and kind[1] == "document" else "the header" if "header" in name else "the footer"
            for place in _in_part(root, inside):
                if "{{" in place.words or "{%" in place.words:
                    yield place


def _in_part(root: etree._Element, part: str) -> Iterator[_Place]:
    tables = 0
    above = ""
    body = root.find(qn("w:body"))
    for block in root if body is None else body:
        if block.tag == qn("w:tbl"):
            tables += 1
            yield from _in_table(block, tables, above)
        elif block.tag == qn("w:p"):
            words = words_of(block)
            before, above = above, words if words.strip() and "{%" not in words else above
            says_nothing = not _TAG.sub("", words).strip()
            yield _Place(part or f"the paragraph {_after(before if says_nothing else above, words)}", words)


def _after(above: str, words: str) -> str:
    return f"“{short(words, 60)}”" if above == words or not above else f"after “{short(above, 60)}”"


def _in_table(table: etree._Element, number: int, above: str) -> Iterator[_Place]:
    rows = table.findall(qn("w:tr"))
    heads = [words_of(cell) for cell in rows[0].findall(qn("w:tc"))] if rows else []
    for at, row in enumerate(rows, 1):
        for column, cell in enumerate(row.findall(qn("w:tc")), 1):
            head = (
                f" (“{short(heads[column - 1], 40)}”)" if at > 1 and column <= len(heads) and heads[column - 1] else ""
            )
            caption = f" below “{short(above, 50)}”" if above else ""
            where = f"table {number}{caption}, row {at}, cell {column}{head}"
            yield from (_Place(where, words_of(each)) for each in cell.iter(qn("w:p")))
