"""Pieces of a table -> whole actions: rows that a page or a line end divides are put together again.

Each column flows by itself: a recommendation may go on beside the third of its actions, and an action that ends in
the middle of a sentence goes on in the next piece, whatever begins beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.importing.pasted.bands import is_band, is_rest, mended
from bot.importing.pasted.entries import (
    CONTINUED,
    VALUES,
    Entry,
    Recommendation,
    are_all_numbered,
    begins_action,
    carries_values,
    is_blank,
    is_ref,
    is_whole,
    may_be_row,
    restarts_due,
    restarts_status,
    values_of,
)
from bot.importing.pasted.joined import Joined, numbered, settle_orphan
from bot.importing.pasted.labels import Item, divide_values, items_of
from bot.importing.pasted.pages import laid_out
from bot.importing.pasted.segments import NUMBERS, Piece, Stretch
from bot.importing.pasted.strips import goes_on, is_finished, is_lower
from bot.importing.refs import starts_item, take_number

_FIRST_LABELS = {"ii": "i", "2": "1", "b": "a"}
"""What an action without a label had in front of it before the extraction lost it, by the label that follows."""
_MANY_SLIPPED = 3
_SLIPPED = "The lines of this table do not stand level with each other: are the words, the owner and the date right?"


def join(stretches: Iterable[Stretch], known: frozenset[str]) -> Joined:
    """The actions of stretches that belong to one table. `known` are the document's words."""
    joined = Joined()
    pieces, wrapped, joined.stand_off = laid_out(stretches)
    joined.all_numbered = are_all_numbered(pieces)
    for at, piece in enumerate(pieces):
        if piece.new_page:
            joined.before = None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        _take(joined, piece, after, wrapped[piece.number], known)
        joined.before = piece
    settle_orphan(joined, None)
    if joined.slipped >= _MANY_SLIPPED:
        for entry in joined.found:
            if isinstance(entry, Entry):
                entry.questions.append(_SLIPPED)
    return joined


def _slips(piece: Piece, entry: Entry) -> bool:
    """Whether a reference or a date begins beside a line in the middle of an action that has one already."""
    return any(piece.texts.get(name) and entry.text(name) and is_whole(piece.texts[name]) for name in ("ref", "due"))


def _take(joined: Joined, piece: Piece, after: Piece | None, wrapped: bool, known: frozenset[str]) -> None:
    if is_blank(piece.texts, *[name for name in piece.texts if name]):
        _take_lone(joined, piece, after)
        return
    stands_off, opened = piece.number in joined.stand_off, isinstance(next(iter(joined.found), None), str)
    if is_band(piece, joined.entry, joined.recommendation, after, wrapped, stands_off, opened):
        joined.found.append(mended(list(piece.texts.values()), known))
        joined.entry, joined.recommendation = None, Recommendation(lines=[piece.number])
        return
    if _stands_outside(joined, piece):
        joined.left_over.append((piece.number, " ".join(piece.texts.values())))
        return
    items = items_of(piece.texts.get("action", ""), joined.entry.label if joined.entry else "")
    _take_recommendation(joined, piece, items, wrapped)
    if not items:
        _take_values(joined, piece)
        return
    settle_orphan(joined, piece)
    lead = items[0]
    rest = joined.entry is not None and joined.all_numbered and not may_be_row(piece)
    if not lead.label and (rest or not begins_action(lead.text, piece, joined.entry, wrapped, joined.before)):
        assert joined.entry is not None
        joined.entry.add("action", CONTINUED.sub("", lead.text))
        joined.entry.note(piece.lines)
        joined.slipped += wrapped and _slips(piece, joined.entry)
        items = items[1:]
        if not items:
            _add_values(joined.entry, piece)
            return
    _begin(joined, piece, items)


def _stands_outside(joined: Joined, piece: Piece) -> bool:
    """Whether words behind a blank line are no part of a row: before the first, or no reference in its column."""
    stands_off = piece.number in joined.stand_off
    if set(piece.texts) == {"ref"}:
        return (stands_off or piece.apart) and not is_ref(piece.texts["ref"])
    return joined.entry is None and stands_off and set(piece.texts) == {"action"}


def _take_lone(joined: Joined, piece: Piece, after: Piece | None) -> None:
    """A text that stands alone across the columns: a section where a row follows, else nothing of this table."""
    text = piece.texts[""]
    named = len(text.split()) <= 14 and not is_finished(text) and not is_lower(text)
    if named and after and set(after.texts) != {""} and not is_rest(after):
        joined.found.append(text)
        joined.entry, joined.recommendation = None, Recommendation(lines=[piece.number])
    else:
        joined.left_over.append((piece.number, text))


def _take_recommendation(joined: Joined, piece: Piece, items: list[Item], wrapped: bool) -> None:
    texts = piece.texts
    number, text = texts.get(NUMBERS, ""), texts.get("recommendation", "")
    current = joined.recommendation
    if text or number:
        if _begins_recommendation(joined, piece, items, wrapped):
            if not settle_orphan(joined, piece):
                joined.recommendation = Recommendation(section=texts.get("section", ""))
                joined.found.append(joined.recommendation)
                joined.entry = None
            current = joined.recommendation
        current.fragments.extend(part for part in (numbered(number), text) if part)
        current.lines.append(piece.number)
    if texts.get("response"):
        current.response.append(texts["response"])


def _begins_recommendation(joined: Joined, piece: Piece, items: list[Item], wrapped: bool) -> bool:
    text, current = piece.texts.get("recommendation", ""), joined.recommendation
    if piece.texts.get(NUMBERS):
        return True
    if not current.text or take_number(text).label:
        return True
    if is_lower(text) or text.lstrip().startswith(("•", "·", "–", "-")) or goes_on(current.text):
        return False
    first = items[0] if items else None
    if first is None:
        if joined.before is None:
            return carries_values(piece)
        return carries_values(piece) or (is_finished(current.text) and (not wrapped or piece.apart))
    if first.label:
        return first.label in ("i", "1", "a") or (not wrapped and is_finished(current.text))
    return begins_action(first.text, piece, joined.entry, wrapped, joined.before)


def _take_values(joined: Joined, piece: Piece) -> None:
    """A piece without an action: the rest of the values above it, or values whose action is missing."""
    entry = joined.entry
    if not values_of(piece) and not piece.texts.get("ref"):
        return
    new = entry is None or (
        restarts_due(entry.text("due"), piece.texts.get("due", ""))
        or restarts_status(entry.text("status"), piece.texts.get("status", ""))
    )
    if new:
        settle_orphan(joined, None)
        joined.orphan = Entry(joined.recommendation)
        joined.orphan.note(piece.lines)
        _add_values(joined.orphan, piece)
        return
    assert entry is not None
    _add_values(entry, piece)


def _add_values(entry: Entry, piece: Piece) -> None:
    values = values_of(piece)
    if not values and not piece.texts.get("ref"):
        return
    if entry.shared and values:
        for name in VALUES:
            entry.fragments.pop(name, None)
        entry.shared = False
    for name, text in values.items():
        entry.add(name, text)
    if piece.texts.get("ref"):
        entry.add("ref", piece.texts["ref"])
    entry.note(piece.lines)


def _begin(joined: Joined, piece: Piece, items: list[Item]) -> None:
    """New actions, one for each item, with their shares of the values beside them."""
    values = values_of(piece)
    shares = {name: divide_values(name, text, len(items)) for name, text in values.items()}
    shared = len(items) > 1 and not any(shares[name] for name in shares if name in VALUES)
    before = joined.entry
    if before and not before.label and before.recommendation is joined.recommendation and not before.text("ref"):
        before.label = "" if starts_item(before.text("action")) else _FIRST_LABELS.get(items[0].label, "")
    for at, item in enumerate(items):
        entry = Entry(joined.recommendation, item.label, shared=shared, questions=[piece.doubt] if piece.doubt else [])
        entry.add("action", item.text)
        if at == 0 or not joined.entry or not piece.texts.get("ref"):
            entry.add("ref", piece.texts.get("ref", ""))
        if piece.texts.get("section"):
            entry.add("section", piece.texts["section"])
        for name, text in values.items():
            share = shares[name]
            entry.add(name, share[at] if share else text)
            if not share and len(items) > 1 and not shared and name in VALUES:
                entry.questions.append(f'"{text}" stands beside {len(items)} actions: which part belongs to this one?')
        entry.note(piece.lines)
        joined.found.append(entry)
        joined.entry = entry
    if before and before is not joined.entry:
        _mend_open_bracket(before, joined.entry)


def _mend_open_bracket(before: Entry, entry: Entry | None) -> None:
    """ "Cabinet (led by" beside one action and "Mr Day)" beside the next: one cell over both, so both have all."""
    if entry is None:
        return
    left, right = before.text("owner"), entry.text("owner")
    if left.count("(") > left.count(")") and right.count(")") > right.count("("):
        for each in (before, entry):
            each.fragments["owner"] = [f"{left} {right}"]
            each.questions.append(f'"{left} {right}" is printed over two actions: do both have these owners?')
