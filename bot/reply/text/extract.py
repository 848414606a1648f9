"""What the person newly wrote: the mail we sent is subtracted by content, then mail programs' quote marks are followed.

Order matters. Content first, because a quote often carries no mark at all; marks after, and never so that nothing
remains, because an answer below the quote is an answer too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise

from bot.reply.lines import Line, Mark, cap, is_cut, tidy
from bot.reply.refs.actions import Mentioned, actions_in
from bot.reply.refs.mentions import card_ref
from bot.reply.text import given_back, notices, quotes, signature
from bot.reply.text import parent as content

_SHOWN = (Mark.OWN, Mark.SIGNATURE, Mark.FORWARDED)
TOO_LONG = "Your mail is longer than we read. Does anything further down change this?"
_MAX_PARENT = 64_000
# Printed in the HTML part only, and quoted by every client.
_BUTTON_ROWS = """
Done On track New date Not mine
Give a date Done On track Not mine
On track Done Give a date Not mine
Write to the owner Tell us what you know
Write to the owners Tell us what you know
Say who should be asked
Put it back as it was
Agree to the date Keep the date
"""
_LINK_TAIL = re.compile(r"^\s*(?:[<(]?https?://\S{1,900}|(?=\S{0,200}[=&_/%])\S{4,900})[\s>)]{0,4}$")
_ON_SAME_LINE = re.compile(r"(?<=[^\s-])(?:-{2,}|\s)\s*(?=On (?:\w{3,9},? )?(?:\w{3,9} )?\d.{5,200}\bwrote: ?$)")


@dataclass(frozen=True, slots=True)
class Extract:
    """A body, line by line. `doubt` says why its words cannot be taken as they stand, "" where they can."""

    lines: tuple[Line, ...]
    doubt: str = ""

    @property
    def text(self) -> str:
        """The newly written words and what they pass on, with the sign-off but without notices.

        A signature behind "-- " counts as a notice, and so does a card of name and post, and what a phone adds.
        """
        return tidy(line.text for line in self.lines if line.mark in _SHOWN)


def extract(body: str, parent: str | None, known: Sequence[Mentioned] = (), signer: str = "") -> Extract:
    """Mark every line of `body`, written by `signer` (the names it may be signed with, see `signer_of`).

    `known` are the parent's actions, to which answers between its lines are attached.
    """
    lines = _split_shared_lines(cap(body))
    parent = f"{parent[:_MAX_PARENT]}\n{_BUTTON_ROWS}" if parent else ""
    found = content.known_lines(lines, parent) if parent else (False,) * len(lines)
    marks = [
        Mark.QUOTED if hit or quotes.is_quote_marked(line) else Mark.OWN for line, hit in zip(lines, found, strict=True)
    ]
    given_back.name(lines, marks, parent)
    _mark_broken_links(lines, marks)
    certain = _mark_announced(lines, marks, any(found))
    marks = _mark_signatures(lines, marks, signer)
    if not parent:
        _mark_below_footer(lines, marks)
    repeats = given_back.quotation(lines, marks, parent)
    certain = repeats or (not given_back.repeated(lines, marks, known or actions_in(parent)) and certain)
    marked = tuple(Line(line, mark) for line, mark in zip(lines, marks, strict=True))
    last = next((line.mark for line in reversed(marked) if line.text.strip()), Mark.OWN)
    cut = is_cut(body) and last is not Mark.QUOTED  # past the end of a long quote there is only more of it
    doubt = (
        TOO_LONG if cut else "" if certain else "We could not tell your words from quoted ones. Is this your answer?"
    )
    return Extract(_attach(_keep_tails(marked, parent), parent, known or actions_in(parent)), doubt)


def _mark_below_footer(lines: Sequence[str], marks: list[Mark]) -> None:
    """Without a known parent, what stands below a phone's footer is what was answered: some do not mark it."""
    footer = next((at for at, line in enumerate(lines) if notices.is_app_footer(line)), len(lines))
    if given_back.has_own(lines, marks, 0, footer):
        marks[footer + 1 :] = [Mark.QUOTED if mark is Mark.OWN else mark for mark in marks[footer + 1 :]]


def _mark_signatures(lines: Sequence[str], marks: Sequence[Mark], signer: str) -> list[Mark]:
    """Each stretch between quoted lines is marked by itself: who answers between our lines signs above or below."""
    stretches = [
        list(pairs) for _, pairs in groupby(zip(lines, marks, strict=True), key=lambda pair: pair[1] is Mark.OWN)
    ]
    typed = [at for at, pairs in enumerate(stretches) if any(mark is Mark.OWN and line.strip() for line, mark in pairs)]
    found: list[Mark] = []
    for at, pairs in enumerate(stretches):
        words, known = zip(*pairs, strict=True)
        outer = len(typed) > 1 and at in (typed[0], typed[-1])
        found += signature.mark_own(words, signer, may_be_all=outer) if known[0] is Mark.OWN else known
    return found


def _mark_broken_links(lines: Sequence[str], marks: list[Mark]) -> None:
    """The tail of a link that a program wrapped inside a quote belongs to the quote."""
    for at in range(1, len(lines) - 1):
        between = marks[at - 1] is Mark.QUOTED and marks[at + 1] is Mark.QUOTED
        if between and _LINK_TAIL.match(lines[at]):
            marks[at] = Mark.QUOTED


def _split_shared_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """Break "reply On 4 April, Jo wrote:" in two, as some programs put both on one line."""
    return tuple(piece for line in lines for piece in _ON_SAME_LINE.split(line, maxsplit=1))


def _mark_announced(lines: Sequence[str], marks: list[Mark], parent_found: bool) -> bool:
    """Follow attributions, header blocks and rules; False when one was left, as following it left nothing."""
    certain = True
    for at in range(len(lines)):
        count = _announcement(lines, at) if marks[at] is Mark.OWN else 0
        if not count:
            continue
        if not parent_found and quotes.opens_forward(lines[at]):
            marks[at:] = [mark if mark is Mark.QUOTED else Mark.FORWARDED for mark in marks[at:]]
            break
        end = at + count
        marks[at:end] = [mark if mark is Mark.QUOTED else Mark.HEADER for mark in marks[at:end]]
        stop = _quote_end(lines, marks, end, parent_found)
        if stop == end:
            continue
        if given_back.has_own(lines, marks, 0, at) or given_back.has_own(lines, marks, stop, len(lines)):
            marks[end:stop] = [Mark.QUOTED] * (stop - end)
        else:
            certain = False
    _mark_rulers(lines, marks)
    return certain


def _mark_rulers(lines: Sequence[str], marks: list[Mark]) -> None:
    """A line drawn above a quote belongs to the quote, as do drawn lines above it."""
    below = Mark.OWN
    for at in reversed(range(len(lines))):
        if marks[at] is Mark.OWN and below is not Mark.OWN and quotes.is_ruler(lines[at]):
            marks[at] = Mark.HEADER
        if lines[at].strip():
            below = marks[at]


def _announcement(lines: Sequence[str], at: int) -> int:
    if not lines[at].strip():
        return 0
    return quotes.rule(lines, at) or quotes.header_block(lines, at) or quotes.attribution(lines, at)


def _quote_end(lines: Sequence[str], marks: Sequence[Mark], start: int, parent_found: bool) -> int:
    """Where the announced quote stops, as far as it carries no mark of its own.

    Marked lines right below (">" or our own words) speak for themselves. Unmarked ones are somebody else's words up
    to the first of ours, or to the end when none of ours follows; our subject above an older mail is none of ours.
    """
    first = next((at for at in range(start, len(lines)) if lines[at].strip()), len(lines))
    if first < len(lines) and marks[first] is Mark.QUOTED:
        return start
    ours = next(
        (at for at in range(first, len(lines)) if marks[at] is Mark.QUOTED and not quotes.is_in_block(lines, at)), None
    )
    return ours if parent_found and ours is not None else len(lines)


def _keep_tails(lines: tuple[Line, ...], parent: str) -> tuple[Line, ...]:
    """Give back what somebody typed at the end of one of our lines ("8.iii Review the policy - done")."""
    if not parent:
        return lines
    found: list[Line] = []
    for line, tail in zip(lines, content.tails([line.text for line in lines], parent), strict=True):
        found.append(line)
        if line.mark is Mark.QUOTED and tail and signature.SPEAKS.search(tail):
            found.append(Line(tail))
    return tuple(found)


def _attach(lines: tuple[Line, ...], parent: str, known: Sequence[Mentioned]) -> tuple[Line, ...]:
    """Give each own line below a quoted action that action's ref.

    Words below the whole quote belong to no card, unless answers stood between the cards too.
    """
    after_cards = _lines_after_cards(parent, tuple(known))
    last_quoted = max((at for at, line in enumerate(lines) if line.mark is Mark.QUOTED), default=-1)
    ref, answered, found = "", False, []
    for at, line in enumerate(lines):
        if line.mark is Mark.QUOTED:
            plain = quotes.bare(line.text)
            ref = "" if tuple(content.words(plain)) in after_cards else card_ref(plain, known) or ref
        elif line.mark is Mark.OWN and ref and (at < last_quoted or answered):
            line = replace(line, ref=ref)
            answered = answered or bool(line.text.strip())
        found.append(line)
    return tuple(found)


@lru_cache(maxsize=4)
def _lines_after_cards(parent: str, known: tuple[Mentioned, ...]) -> frozenset[tuple[str, ...]]:
    """The parent's closing lines: what follows its last card, taking that card to be as long as the longest other."""
    lines = [line for line in cap(parent) if content.words(line)]
    starts = [at for at, line in enumerate(lines) if card_ref(line, known)]
    longest = max((later - at for at, later in pairwise(starts)), default=len(lines))
    return frozenset(tuple(content.words(line)) for line in lines[starts[-1] + longest :]) if starts else frozenset()
