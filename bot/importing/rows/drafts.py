"""One row of a plan -> its drafts of actions: one, or as many as its cells hold one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.importing.columns.found import Columns
from bot.importing.columns.updates import Update, told
from bot.importing.kinds import Kind, kind_of
from bot.importing.refs import is_bullet, is_roman, split_inline, starts_item, take_label
from bot.importing.rows.bands import Carried
from bot.importing.rows.stacked import STACKED, about_blank, in_place, joined, stack
from bot.importing.tables import Cell, Row
from bot.importing.tasks import lists_promises

_SAYS_NOTHING = re.compile(
    r"(?:\S+\s){0,2}\S+"
    r"|(?:we|it|they|(?:the )?(?:council|authority|team|service|board|partnership|officers))(?:\s\S+){1,4}",
    re.IGNORECASE,
)
"""Words that lead in and add nothing to each thing below them: "We will:", "The council has agreed to:"."""
_SENTENCE, _FEW = re.compile(r"(?<=[.!])\s"), 3
"""Where a sentence ends, and the words of one that only agrees: "Accepted. We will:"."""
_AND = re.compile(r"[\s;,]*(?:[;,]\s?(?:and|then)|;)\s*$", re.IGNORECASE)
"""What joins a line of such a list to the next."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An action as printed, before its words are read; `ref_shared` marks a reference printed once for several."""

    own_ref: str
    label: str
    section: str
    number: str
    recommendation: str
    response: str
    action: str
    owner: str
    due: str
    revised_due: str
    closed: str
    status: str
    rag: str
    percent: str
    updates: tuple[Update, ...]
    rows: tuple[int, ...]
    questions: tuple[str, ...] = ()
    ref_shared: bool = False
    under: str = ""
    """The heading or sheet over it that speaks of the status of all below it."""

    @property
    def update(self) -> str:
        """All that is told of it, oldest first."""
        return "\n".join(map(str, self.updates))

    @property
    def latest(self) -> str:
        """What was told last."""
        return self.updates[-1].words if self.updates else ""


def divide(row: Row, columns: Columns, carried: Carried) -> list[Draft]:
    """The actions of one row: one, or as many as its cells hold by position."""
    cells = {name: row.cell(at) for name, at in columns.indexes.items()}
    items = _items(cells["action"].paragraphs)
    stacks = {name: stack(name, cell) for name, cell in cells.items() if name in STACKED}
    count = _how_many(items, cells, stacks)
    if count == 1:
        alone = _draft(
            row,
            carried,
            cells,
            items[0] if lists_promises(cells["action"].paragraphs) else joined_lines(cells["action"].paragraphs),
            {name: joined(name, lines) for name, lines in stacks.items()},
            told(row, columns.updates),
        )
        return [replace(alone, questions=(*alone.questions, *_about_statuses(stacks)))]
    stacks = {name: in_place(name, lines, cells[name], cells["action"], count) for name, lines in stacks.items()}
    texts = items if len(items) == count else list(cells["action"].paragraphs)
    questions = tuple(
        f"{len(lines)} lines of {columns.heads[name]} stand beside {count} actions: which belongs to which?"
        for name, lines in stacks.items()
        if len(lines) not in (0, 1, count) and name not in ("rag", "percent")
    )
    drafts, labels = [], [take_label(text).label for text in texts]
    for at, text in enumerate(texts):
        values = {name: lines[at] if len(lines) == count else joined(name, lines) for name, lines in stacks.items()}
        draft = _draft(row, carried, cells, text, values, told(row, columns.updates, at, labels))
        blank = filter(None, [about_blank(name, lines, at) for name, lines in stacks.items()])
        drafts.append(replace(draft, questions=(*row.questions, *questions, *blank), ref_shared=True))
    return drafts


def _about_statuses(stacks: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The question about several statuses that stand one below the other beside one action."""
    lines = stacks.get("status", ())
    if len(set(lines)) < 2 or any(kind_of(line) is not Kind.STATUS for line in lines):
        return ()
    return (f'"{"; ".join(lines)}" stand beside one action: how far is it?',)


def _items(paragraphs: tuple[str, ...]) -> list[str]:
    """The labelled items of an action cell; a paragraph without a label goes on with the one before it."""
    lines = [part for paragraph in paragraphs for part in split_inline(paragraph)]
    if lists_promises(lines):
        return _under(lines[0], [_AND.sub("", line) for line in lines[1:]])
    over, lines = _lead_in(lines)
    if sum(starts_item(line) and bool(take_label(line).label) for line in lines) < 2 or not starts_item(lines[0]):
        return [joined_lines((*over, *lines))] if lines else []
    items: list[str] = []
    for line in lines:
        if items and not take_label(line).label:
            items[-1] = f"{items[-1]} {line}"
        else:
            items.append(line)
    return _under(over[0], items) if over else items


def _under(lead_in: str, items: list[str]) -> list[str]:
    """Items with the words that lead in to them, where these say something."""
    *agreed, last = _SENTENCE.split(lead_in)
    if _SAYS_NOTHING.fullmatch(last) and all(len(each.split()) <= _FEW for each in agreed):
        return items
    return [f"{label} {lead_in} {words}".strip() for label, words in map(_cut, items)]


def _cut(item: str) -> tuple[str, str]:
    text = take_label(item).text
    return item[: len(item) - len(text)].strip(), text


def _lead_in(lines: list[str]) -> tuple[list[str], list[str]]:
    """The words that open a list ("We will:"), and the list."""
    if len(lines) > 2 and lines[0].endswith(":") and not starts_item(lines[0]) and starts_item(lines[1]):
        return lines[:1], lines[1:]
    return [], lines


def joined_lines(lines: Sequence[str]) -> str:
    """Lines in one: those that begin with a bullet stay apart, all others go on."""
    text = ""
    for line in lines:
        bare = take_label(line).text if is_bullet(line) else line
        apart = "; " if is_bullet(line) and text and text[-1] not in ".;:,!?" else " "
        text = f"{text}{apart}{bare}" if text else bare
    return text


def _how_many(items: list[str], cells: dict[str, Cell], stacks: dict[str, tuple[str, ...]]) -> int:
    """How many actions a row holds: its labelled items, or its paragraphs where its dates or statuses are as many.

    One date beside several statuses, or the other way round, holds for all of them.
    """
    if len(items) > 1:
        return len(items)
    action, many = cells["action"], len(cells["action"].paragraphs)
    stated = [name for name in ("due", "status") if stacks.get(name)]
    beside = {len(in_place(name, stacks[name], cells[name], action, many)) for name in stated}
    return many if many > 1 and many in beside and beside <= {1, many} else 1


def _draft(
    row: Row, carried: Carried, cells: dict[str, Cell], action: str, values: dict[str, str], updates: tuple[Update, ...]
) -> Draft:
    labelled = take_label(action)
    return Draft(
        own_ref=cells["ref"].text if "ref" in cells else "",
        label=labelled.label,
        section=carried.section,
        number=carried.number,
        recommendation=carried.recommendation,
        response=carried.response,
        action=labelled.text,
        owner=values.get("owner", ""),
        due=values.get("due", ""),
        revised_due=values.get("revised_due", ""),
        closed=values.get("closed", ""),
        status=values.get("status", ""),
        rag=values.get("rag", ""),
        percent=values.get("percent", ""),
        updates=updates,
        rows=row.lines or (row.number,),
        questions=row.questions,
        ref_shared="ref" in cells and cells["ref"].carried,
    )


_FIRST_PART = re.compile(r"^(?P<stem>.{8,}?)\s\(?a\)\s(?P<part>.+?)(?:\sand)?$", re.DOTALL)


def join_lettered(drafts: list[Draft]) -> list[Draft]:
    """ "i) Ensure resources a) during and" followed by "b) after": both parts get the words that they share."""
    mended = list(drafts)
    for at in range(1, len(mended)):
        before, here = mended[at - 1], mended[at]
        shared = _FIRST_PART.match(before.action) if here.label == "b" and is_roman(before.label) else None
        if shared:
            mended[at - 1] = replace(before, label=f"{before.label}(a)", action=f"{shared['stem']} {shared['part']}")
            mended[at] = replace(here, label=f"{before.label}(b)", action=f"{shared['stem']} {here.action}")
    return mended
