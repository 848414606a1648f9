"""What the text of a PDF falls into before it is understood: numbered lines, and lines cut into cells."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from bot.importing.errors import UnreadableDocument

MOST_LINES = 8_000
LONGEST_LINE = 50_000
_BREAKS = re.compile(r"</?(?:li|br|p|div)(?:\s[^<>]{0,200})?\s?/?>", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?\s?/?>", re.IGNORECASE)
_NEW_LINES = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page\s{0,3}\d{1,4}(?:\s{0,3}(?:of|/)\s{0,3}\d{1,4})?|\d{1,4}\sof\s\d{1,4})[\W_]*", re.IGNORECASE
)
_FOOTER = re.compile(
    r".{0,200}(?:\s{2,}|\t|\|\s?|[–—-]\s)page\s\d{1,4}\s?(?:of|/)\s?\d{1,4}"
    r"|page\s\d{1,4}\s?(?:of|/)\s?\d{1,4}(?:\s{2,}|\t).{0,200}"
    r"|\W*(?:official(?:\W{0,3}sensitive)?|not protectively marked)\W*(?:\d{1,4}(?:\sof\s\d{1,4})?\W*)?",
    re.IGNORECASE,
)
CUT = re.compile(r"\t|\||\S {2,}\S")
"""What divides the cells of a line that is drawn as a row."""
_TITLE_LINES = 4
_RULE = re.compile(r"[\s|+:=_-]{3,}")

_BARE_NUMBER = re.compile(r"\s*\d{1,3}\s*")
_FEWEST_FOOT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number, counted from 1; "\\n" in its text is a break inside a cell.

    `apart` says that a blank line, a drawn rule or a new page stands before it; `ruled` that it was a drawn rule.
    """

    number: int
    text: str
    apart: bool = False
    ruled: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """A line cut into cells, or several (`others`); a lone text that runs across the columns is `across`.

    `doubt` is a question for a person about how it was cut.
    """

    number: int
    cells: tuple[str, ...]
    apart: bool = False
    ruled: bool = False
    across: bool = False
    others: tuple[int, ...] = ()
    doubt: str = ""
    new_page: bool = False

    def cell(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""

    @property
    def own(self) -> list[tuple[int, str]]:
        return [(at, cell) for at, cell in enumerate(self.cells) if cell]


def row_strip(numbers: list[int], cells: list[str], doubt: str = "") -> Strip:
    """A whole row that was found on several lines."""
    others = tuple(dict.fromkeys(numbers[1:]))
    return Strip(numbers[0], tuple(cells), apart=True, ruled=True, others=others, doubt=doubt)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that say something, without tags, drawn rules and page numbers. Raises `UnreadableDocument`."""
    printed = _NEW_LINES.split(text)
    if sum(bool(line.strip()) for line in printed) > MOST_LINES:
        raise UnreadableDocument(
            f"The text has more than {MOST_LINES:,} lines, far more than a plan: keep the pages with the action table."
        )
    lines: list[Line] = []
    apart = ruled = new_page = False
    for number, raw in enumerate(printed, 1):
        new_page = new_page or "\f" in raw
        plain = _plain(raw.replace("\f", " "))
        if not plain.strip() or _RULE.fullmatch(plain[:2_000]) or _ends_page(plain.strip()):
            new_page = new_page or _ends_page(plain.strip())
            apart, ruled = True, ruled or "--" in plain or "==" in plain or "__" in plain
            continue
        if len(plain) > LONGEST_LINE:
            raise UnreadableDocument(
                f"Line {number} has more than {LONGEST_LINE:,} characters: break it where the rows of the plan end."
            )
        lines.append(Line(number, plain, apart or new_page, ruled, new_page))
        apart = ruled = new_page = False
    return _without_page_titles(_without_numbered_feet(lines))


def _ends_page(line: str) -> bool:
    """Whether a line is a page's number, with or without the words of its footer."""
    return bool(_PAGE_NUMBER.fullmatch(line[:60]) or (len(line) < 300 and _FOOTER.fullmatch(line)))


def _without_numbered_feet(lines: list[Line]) -> list[Line]:
    """Without the line that returns at the foot of each page with nothing but the page's number below it."""
    ends = [*(line.apart for line in lines[1:]), True]
    numbers = [
        at
        for at, line in enumerate(lines)
        if at and _BARE_NUMBER.fullmatch(line.text) and ends[at] and lines[at - 1].apart and not line.apart
    ]
    feet: dict[str, list[int]] = {}
    for at in numbers:
        feet.setdefault(_words(lines[at - 1]), []).append(at)
    dropped: set[int] = set()
    for words, places in feet.items():
        pages = [int(lines[at].text) for at in places]
        if len(words.split()) >= _FEWEST_FOOT_WORDS and len(pages) > 1 and pages == [*range(pages[0], pages[-1] + 1)]:
            dropped |= {each for at in places for each in (at - 1, at)}
    last = len(lines) - 1
    if dropped and lines[last].text.strip() == str(int(lines[max(dropped)].text) + 1):
        dropped.add(last)
    return [line for at, line in enumerate(lines) if at not in dropped]


def _without_page_titles(lines: list[Line]) -> tuple[Line, ...]:
    """Without the titles and footers printed at the edge of each page; the first stays, as the plan's title."""
    edges = {at for at, line in enumerate(lines) if line.new_page}
    edges |= {at - 1 for at in edges if at} | set(range(min(_TITLE_LINES, len(lines))))
    seen: set[str] = set()
    kept = []
    footer = _footer([_words(line) for line in lines])
    for at, line in enumerate(lines):
        words = _words(line)
        if words == footer and at >= _TITLE_LINES:
            continue
        if at in edges and len(words.split()) >= 3 and not CUT.search(line.text.strip()):
            if words in seen:
                continue
            seen.add(words)
        kept.append(line)
    return tuple(kept)


def _words(line: Line) -> str:
    """A line as it is told from others: whatever its numbers are."""
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _footer(lines: list[str]) -> str:
    """The last line, where it is printed before: no heading and no row ends a document; "" where it is not."""
    last = lines[-1] if lines else ""
    return last if len(last.split()) >= 3 and last in lines[:-1] else ""


def _plain(raw: str) -> str:
    if "<" in raw:
        raw = _TAGS.sub("", _BREAKS.sub("\n", raw))
    if "&" in raw:
        raw = html.unescape(raw)
    return raw.replace("\u00a0", " ").replace("\u00ad", "").replace("\ufeff", "").rstrip(" \0")


def is_lower(text: str) -> bool:
    """Whether words begin in the middle of a sentence; a bullet in front does not matter."""
    first = re.search(r"[^\W_]", text)
    return first is not None and first[0].islower() and not re.match(r"\s*\(?[a-z]{1,4}[).]\s", text)


_GOES_ON = re.compile(
    r"(?:\b(?:a|an|the|and|or|of|to|for|in|on|at|by|with|from|into|that|which|is|are|be|as|its|their|our|including|than"
    r"|led)|[,/&(:–-])$",
    re.IGNORECASE,
)


def goes_on(text: str) -> bool:
    """Whether words end in the middle of a phrase, so that something must follow."""
    return bool(_GOES_ON.search(text.rstrip())) or text.count("(") > text.count(")")


def is_finished(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", ";", ".'", '."', ".)", ".”", ".’"))


def glue(fragments: list[str], known: frozenset[str] = frozenset()) -> str:
    """Fragments of one text put together; a word divided by a hyphen becomes one where the document knows it so."""
    parts: list[str] = []
    for fragment in fragments:
        words = " ".join(fragment.split())
        if not words:
            continue
        left, right = parts[-1].rsplit(" ", 1)[-1] if parts else "", words.split(" ", 1)[0]
        if left.endswith("-") and len(left) > 2 and right[:1].islower():
            whole = f"{left[:-1]}{right}".strip(".,;:").lower()
            parts[-1] = f"{parts[-1][:-1] if whole in known else parts[-1]}{words}"
        else:
            parts.append(words)
    return " ".join(parts)
