"""Rows of a table that blank lines keep apart: then each block of lines is one row, wherever in it a cell begins."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from bot.importing.pasted.entries import is_ref
from bot.importing.pasted.segments import Piece
from bot.importing.pasted.strips import is_lower

_STARTS = ("ref", "due", "status")
_WHOLE = ("ref", "action", "owner", "due")


def in_blocks(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces, those of one block merged, where blank lines stand between the rows and nowhere else."""
    if not any(piece.apart for piece in pieces[1:]):
        return pieces
    blocks = _blocks(pieces)
    filled = [block for block in blocks if any(piece.texts.get("action") for piece in block)]
    single = [block for block in filled if _runs(block) == 1]
    if len(filled) < 2 or len(single) < 0.7 * len(filled) or all(len(block) == 1 for block in filled):
        return pieces
    merged: list[Piece] = []
    for block in blocks:
        merged.extend([_merged(block)] if _runs(block) == 1 else block)
    return tuple(merged)


def _blocks(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    blocks: list[list[Piece]] = []
    for piece in pieces:
        if blocks and not piece.apart and "" not in piece.texts and "" not in blocks[-1][-1].texts:
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    return blocks


def _runs(block: list[Piece]) -> int:
    """How many rows a block can hold: how often a reference, a date or a status begins in it, or a whole row does."""
    most = sum(map(_is_row, block))
    for name in _STARTS:
        filled = [bool(piece.texts.get(name)) for piece in block]
        most = max(most, sum(here and not before for before, here in zip([False, *filled], filled, strict=False)))
    return most


def _is_row(piece: Piece) -> bool:
    """Whether a line begins in each of the columns that a row has, as the second line of a row hardly does."""
    texts = [piece.texts.get(name, "") for name in _WHOLE]
    return all(texts) and not any(map(is_lower, texts)) and is_ref(texts[0]) and not texts[-1].isdecimal()


def _merged(block: list[Piece]) -> Piece:
    names = list(dict.fromkeys(name for piece in block for name in piece.texts))
    texts = {
        name: "\n".join(piece.texts[name] for piece in block if piece.texts.get(name))
        if name == "owner"
        else " ".join(piece.texts[name] for piece in block if piece.texts.get(name))
        for name in names
    }
    lines = tuple(line for piece in block for line in piece.lines)
    return replace(block[0], texts=MappingProxyType(texts), others=lines[1:])
