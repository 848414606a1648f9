"""Tables of which every row was run together into one line of words, as web pages flatten them.

The heads, run together too, give the order of the columns. A row begins with a reference; its date and the party in
front of it are the fixed points from which the other cells are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.importing.columns.fitting import field_of
from bot.importing.kinds import Kind, kind_of
from bot.importing.pasted.segments import is_head
from bot.importing.pasted.strips import Line, Strip, row_strip
from bot.reading.dates import find_dates
from bot.reading.statuses import opening_status
from bot.reading.text import as_printed, tidy

_SOME_DAY = date(2020, 1, 1)
_LONGEST_HEAD_WORDS, _LONGEST_PARTY, _LONGEST_ROW = 5, 8, 4_000
_REF = re.compile(
    r"(?P<ref>(?:[A-Z]{0,5}[/-]?\d{1,4}|[A-Z](?=\.))(?:[./-](?:\d{1,4}|[ivx]{1,5})){0,3}[a-z]?(?:\([a-z]\))?)[.)]?"
    r"\s+(?=[A-Z(\"'])"
)
_CODE_AND_TOPIC = re.compile(r"^.{0,120}?\b(?=\w*\d)[\w./-]{3,24},\s+")
_NAMES = re.compile(r"[A-Z]\S*(?:\s(?:[A-Z(&/+]\S*|of|for|and|the|led|by|with|all|[/&+]))*")
_ORDER = ("ref", "action", "owner", "due", "status")


@dataclass(frozen=True, slots=True)
class _Head:
    fields: tuple[str, ...]
    heads: dict[str, str]
    foreign_first: bool
    """Whether a column that nobody asked for stands in front of the action."""


def run_on(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """A head strip and a strip for each row; nothing where no lines are run-together heads of a plan."""
    strips: list[Strip] = []
    head: _Head | None = None
    row: list[Line] = []
    at = 0
    while at < len(lines):
        found, height = _head_at(lines, at)
        if found:
            _close(strips, row, head)
            strips.append(Strip(lines[at].number, tuple(found.heads[name] for name in found.fields), apart=True))
            head, row = found, []
            at += height
            continue
        line = lines[at]
        if head is None:
            strips.append(Strip(line.number, (line.text.strip(),), line.apart, across=True))
        elif _REF.match(line.text.strip()):
            _close(strips, row, head)
            row = [line]
        else:
            row.append(line)
        at += 1
    if head is None:
        return ()
    _close(strips, row, head)
    return tuple(strips)


def _head_at(lines: Sequence[Line], at: int) -> tuple[_Head | None, int]:
    """The heads that begin on a line, and on how many lines they are printed."""
    first = lines[at].text.strip()
    if not field_of(" ".join(first.split()[:1])) or re.search(r"\d", first):
        return None, 0
    for height in (1, 2, 3, 4):
        words = " ".join(line.text for line in lines[at : at + height])
        if len(words) > 200 or re.search(r"\d", words):
            break
        head = _read_heads(re.sub(r"\([^()]*\)", " ", words).split())
        after = lines[at + height].text.strip() if at + height < len(lines) else ""
        if head and _REF.match(after):
            return head, height
    return None, 0


def _read_heads(words: list[str]) -> _Head | None:
    """Words as heads, in printed order; words between known heads are a column nobody asked for."""
    fields: list[str] = []
    heads: dict[str, str] = {}
    foreign_first = False
    unknown = 0
    at = 0
    while at < len(words):
        taken = _size(words, at, heads)
        if taken:
            name = field_of(" ".join(words[at : at + taken]))
            fields.append(name)
            heads[name] = " ".join(words[at : at + taken])
            foreign_first = foreign_first or (name == "action" and unknown > 0)
        else:
            unknown += 1
        at += taken or 1
    known = [name for name in fields if name in _ORDER]
    if unknown > 0.5 * len(words) or known != [name for name in _ORDER if name in known] or "ref" not in known:
        return None
    if not is_head(heads[name] for name in known):
        return None
    return _Head(tuple(known), {name: heads[name] for name in known}, foreign_first)


def _size(words: list[str], at: int, heads: dict[str, str]) -> int:
    """How many words from `at` are one head: those that name a field, and further words for the same."""
    name = field_of(words[at])
    size = 1
    while not name and size < _LONGEST_HEAD_WORDS and at + size < len(words) and not field_of(words[at + size]):
        size += 1
        name = field_of(" ".join(words[at : at + size]))
    if not name or name in heads:
        return 0
    while at + size < len(words) and field_of(words[at + size]) == name:
        size += 1
    return size


def _close(strips: list[Strip], row: list[Line], head: _Head | None) -> None:
    if not row or head is None:
        return
    texts = [line.text.strip() for line in row]
    cells = _cells(texts, head)
    if cells:
        doubt = _doubt(cells) if "owner" in head.fields else ""
        strips.append(row_strip([line.number for line in row], [cells.get(name, "") for name in head.fields], doubt))
    else:
        strips.extend(Strip(line.number, (line.text.strip(),), line.apart, across=True) for line in row)


def _cells(texts: list[str], head: _Head) -> dict[str, str]:
    """The cells of a row, or nothing where neither a party nor a date tells where the action ends."""
    printed = "  ".join(texts)
    text = tidy_spaces(printed)[:_LONGEST_ROW]
    ref = _REF.match(text)
    if ref is None:
        return {}
    text = text[ref.end() :]
    owner = _owner_in(text) if "owner" in head.fields else None
    low, high = owner or _date_in(text) or (0, 0)
    if not high:
        return {}
    action, rest = text[:low], text[high:].strip()
    if head.foreign_first:
        topic = _CODE_AND_TOPIC.match(action)
        action = action[topic.end() :] if topic and len(action) - topic.end() > 15 else action
    due, status = _due_and_status(rest if owner else text[low:])
    cells = {"action": " ".join(action.split()), "owner": text[low:high].strip() if owner else "", "status": status}
    return {"ref": ref["ref"], "due": due, **{name: as_printed(cell, printed) for name, cell in cells.items()}}


def _doubt(cells: dict[str, str]) -> str:
    """A question where the word before the party may be the beginning of its name."""
    before = cells["action"].split()[-1:]
    if cells["owner"] and before and before[0][:1].isupper() and not before[0].isupper():
        return f'The row is run together: does "{before[0]} {cells["owner"]}" or "{cells["owner"]}" name the owner?'
    return ""


def tidy_spaces(text: str) -> str:
    """One space for one, two for more: a wide gap is the border of an empty cell."""
    return re.sub(r"\s{2,}", "  ", tidy_keeping_gaps(text)).strip()


def tidy_keeping_gaps(text: str) -> str:
    return "  ".join(tidy(part) for part in re.split(r"\s{2,}", text))


def _owner_in(text: str) -> tuple[int, int] | None:
    """The party that stands right in front of a date, a wide gap, a status or the end of the row."""
    for end in _ends(text):
        words = list(re.finditer(r"\S+", text[:end]))
        for size in range(min(_LONGEST_PARTY, len(words) - 2), 0, -1):
            low = words[-size].start()
            party = text[low:end].strip()
            if _NAMES.fullmatch(party) and kind_of(party) is Kind.PARTY and _stands_apart(words, size):
                return low, end
    return None


def _stands_apart(words: list[re.Match[str]], size: int) -> bool:
    """Whether the word before a party is no part of it: not "of", "the" or a capital of the same name."""
    before = words[-size - 1][0].lower()
    return before not in ("of", "for", "and", "the", "with", "by", "to", "a", "&")


def _ends(text: str) -> list[int]:
    dates = [found.low for found in find_dates(text, _SOME_DAY) if found.low > 10]
    gaps = [match.start() for match in re.finditer(r"\s{2,}", text)]
    unset = [match.start() for match in re.finditer(r"\b(?:TBC|TBA|Ongoing|ongoing)\b", text)]
    return sorted({len(text[:end].rstrip()) for end in (*dates, *gaps, *unset)})


def _date_in(text: str) -> tuple[int, int] | None:
    found = [each for each in find_dates(text, _SOME_DAY) if each.low > 10]
    return (found[0].low, found[0].low) if found else None


def _due_and_status(rest: str) -> tuple[str, str]:
    """What follows the owner: a date, or dates one behind the other, and the status after them."""
    end = 0
    for found in find_dates(rest, _SOME_DAY):
        if rest[end : found.low].strip() or (end and not re.match(r"\s{2}|$", rest[found.high :])):
            break
        end = found.high
    unset = re.match(r"(?:TB[ACD]|Ongoing)\b", rest)
    if not end and unset and (unset[0] != "Ongoing" or opening_status(rest[unset.end() :].strip())):
        end = unset.end()
    return rest[:end].strip(), rest[end:].strip()
