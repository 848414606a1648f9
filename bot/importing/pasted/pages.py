"""Stretches of a table one behind the other, each page looked at by itself for how its rows are kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.importing.pasted.blocks import in_blocks
from bot.importing.pasted.entries import is_spaced, is_wrapped
from bot.importing.pasted.segments import Piece, Stretch
from bot.importing.pasted.stacks import put_stacks_together

_ENOUGH = 6
"""Actions on a page from which it shows by itself whether its lines are wrapped."""


def laid_out(stretches: Iterable[Stretch]) -> tuple[list[Piece], dict[int, bool], frozenset[int]]:
    """The pieces in order, blocks and stacks put together; for each line whether its page is wrapped; the lines behind
    a blank one on a page whose rows have none between them.
    """
    pieces: list[Piece] = []
    wrapped: dict[int, bool] = {}
    stand_off: set[int] = set()
    now = False
    for stretch in stretches:
        blocks = in_blocks(stretch.pieces)
        enough = sum(bool(piece.texts.get("action")) for piece in blocks) >= _ENOUGH
        now = is_wrapped(blocks) if enough or not pieces else now or is_wrapped(blocks)
        spaced = is_spaced(blocks)
        for at, piece in enumerate(blocks):
            new_page = at == 0 or piece.new_page
            pieces.append(replace(piece, new_page=new_page, apart=piece.apart and spaced and not new_page))
            wrapped[piece.number] = now
            stand_off |= {piece.number} if piece.apart and not spaced and not new_page else set()
    return put_stacks_together(pieces), wrapped, frozenset(stand_off)
