"""Plans in prose whose actions are the items of a list, each ending in its owner and its date."""

from __future__ import annotations

from bot.importing.pasted.strips import Line, Strip, row_strip
from bot.importing.shapes.itemised import Item, item_of
from bot.importing.tasks import is_task

_HEADS = ("Action", "Owner", "Due date")
_FEWEST, _SOME = 2, 0.3


def listed(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """A head strip and a strip for each item; nothing where fewer than two lines are actions with owner and date."""
    items = [item_of(" ".join(line.text.split())) for line in lines]
    whole = [item for item in items if item.due]
    if len(whole) < _FEWEST or sum(is_task(item.words) for item in whole) < _SOME * len(whole):
        return ()
    first = next(at for at, item in enumerate(items) if item.due)
    over = first - 1 if first and not items[first - 1].due else first
    strips = [_strip(line, item) for line, item in zip(lines, items, strict=True)]
    head = Strip(lines[over].number, _HEADS, apart=True)
    return (*strips[:over], head, *strips[over:])


def _strip(line: Line, item: Item) -> Strip:
    if item.due:
        return row_strip([line.number], [item.words, item.owner, item.due])
    return Strip(line.number, (item.words,), line.apart, across=True)
