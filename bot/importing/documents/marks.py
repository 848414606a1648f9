"""What a text bears beyond its words: parts struck through, comments in the margin, notes at the foot.

The readers of files leave marks in the text (private characters); they are taken out here, and what they mean is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.importing.tables import Cell, Row, Table

_STRUCK_FROM, _STRUCK_TO, _COMMENT_FROM, _COMMENT_TO = "\ue000", "\ue001", "\ue002", "\ue003"
_STRUCK = re.compile(f"{_STRUCK_FROM}([^{_STRUCK_TO}]*){_STRUCK_TO}")
_COMMENT = re.compile(f"{_COMMENT_FROM}([^{_COMMENT_TO}]*){_COMMENT_TO}")
_ROW_STRUCK = "This row is struck through: is the action done, or dropped?"
_WORDS_OF_SENTENCE = 4
_LONGEST = 200


def struck(text: str) -> str:
    """A text marked as struck through."""
    return f"{_STRUCK_FROM}{text}{_STRUCK_TO}"


def commented(key: str) -> str:
    """The mark of a comment or note, which stands behind what it is about; `key` begins with what people call it."""
    return f"{_COMMENT_FROM}{key}{_COMMENT_TO}"


def settled(table: Table, comments: Mapping[str, str]) -> Table:
    """The table without marks, its rows asked about; `comments` are key -> words ("" where those are not found)."""
    asked = [_about_comment(key, words, "") for line in table.above for key, words in _words(line, comments)]
    return replace(
        table,
        rows=tuple(_settled_row(row, comments) for row in table.rows),
        above=tuple(filter(None, map(_live, table.above))),
        within=_live(table.within),
        heading=_live(table.heading),
        questions=(*table.questions, *asked),
    )


def _settled_row(row: Row, comments: Mapping[str, str]) -> Row:
    if not any(mark in cell.text for cell in row.cells for mark in (_STRUCK_FROM, _COMMENT_FROM)):
        return row
    own = [cell for _, cell in row.own_cells]
    asked = [
        _about_comment(key, words, _read(cell.text) or _read(own[0].text))
        for cell in own
        for key, words in _words(cell.text, comments)
    ]
    if any(_is_struck_sentence(cell) for cell in own) or (own and not _live(max((cell.text for cell in own), key=len))):
        return replace(_with(row, _read_if_struck), questions=(*row.questions, _ROW_STRUCK, *asked))
    gone = [" ".join(found[1].split()) for cell in own for found in _STRUCK.finditer(cell.text) if found[1].strip()]
    quoted = " and ".join(f'"{each[:_LONGEST]}"' for each in gone)
    deleted = (
        [f"{quoted} {'are' if len(gone) > 1 else 'is'} struck through and not read: is that right?"] if gone else []
    )
    return replace(_with(row, _live), questions=(*row.questions, *deleted, *asked))


def _is_struck_sentence(cell: Cell) -> bool:
    """Whether a whole cell is struck through that says what is to be done, and not only a name or a date."""
    return not _live(cell.text) and len(_read(cell.text).split()) >= _WORDS_OF_SENTENCE


def _with(row: Row, plain: Callable[[str], str]) -> Row:
    cells = (replace(cell, paragraphs=tuple(filter(None, map(plain, cell.paragraphs)))) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _read_if_struck(text: str) -> str:
    """A text that is struck through as a whole with its words, another without those that are."""
    return _live(text) or _read(text)


def _words(text: str, comments: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(found[1], comments[found[1]]) for found in _COMMENT.finditer(text) if found[1] in comments]


def _about_comment(key: str, words: str, beside: str) -> str:
    about = f' on "{beside[:60]}"' if beside else ""
    what = "this action" if beside else "the plan"
    if not words:
        return f"A {key}{about} is not found in the document: does it change {what}?"
    return f'A {key.split()[0]}{about} says "{words[:_LONGEST]}": does it change {what}?'


def _live(text: str) -> str:
    """A text without its marks and without what is struck through."""
    return " ".join(_COMMENT.sub("", _STRUCK.sub("", text)).split())


def _read(text: str) -> str:
    """A text without its marks, with what is struck through."""
    return " ".join(_COMMENT.sub("", _STRUCK.sub(r"\1", text)).split())
