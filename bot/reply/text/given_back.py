"""What looks like a quote of our mail, or like a signature, and is all that somebody wrote: it is theirs again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reply.lines import Mark
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.mentions import line_ref
from bot.reply.text import parent as content
from bot.reply.text import quotes

_QUOTATION = re.compile(r"(?<!or )(?<!For example: )“([^”]{20,1000})”")
_GREETING = 3
"""The most words of a greeting."""


def has_own(lines: Sequence[str], marks: Sequence[Mark], start: int, end: int) -> bool:
    return any(marks[at] is Mark.OWN and re.search(r"\w", lines[at]) for at in range(start, end))


def name(lines: Sequence[str], marks: list[Mark], parent: str) -> None:
    """The name of the council stands at the head of our mail, and alone in its people's own signatures."""
    heads = [words for line in parent.split("\n")[:12] if (words := content.words(line))][:3]
    below = Mark.OWN
    for at in reversed(range(len(lines))):
        own = content.words(lines[at])
        named = not lines[at].startswith(">") and any(_is_name_in(own, head) for head in heads)
        if own and named and marks[at] is Mark.QUOTED and below is Mark.OWN:
            marks[at] = Mark.OWN
        below = marks[at] if own else below


def _is_name_in(own: Sequence[str], head: Sequence[str]) -> bool:
    """Whether a line is the name that heads our mail, or but for its last word ("Fire Service", "Fire Authority")."""
    same = own == head[: len(own)] or (len(own) > 2 and own[:-1] == head[: len(own) - 1])
    return same and len(own) < len(head)


def quotation(lines: Sequence[str], marks: list[Mark], parent: str) -> bool:
    """Where nothing else is left but a greeting, a first paragraph that repeats what our mail quotes of somebody is
    said again: no program begins a quote in the middle of our mail. Returns whether it was given back."""
    filled = [at for at, line in enumerate(lines) if line.strip() and marks[at] is not Mark.SIGNATURE]
    own = [word for at in filled if marks[at] is Mark.OWN for word in content.words(lines[at])]
    first = next((at for at in filled if marks[at] is not Mark.OWN), len(lines))
    end = next((at for at in range(first, len(lines)) if not lines[at].strip()), len(lines))
    typed = all(marks[at] is Mark.QUOTED and not quotes.is_quote_marked(lines[at]) for at in range(first, end))
    if first == end or len(own) > _GREETING or not typed:
        return False
    quoted = "\n".join(_QUOTATION.findall(" ".join(parent.split())))
    if not all(content.known_lines(lines[first:end], quoted)):
        return False
    marks[first:end] = [Mark.OWN] * (end - first)
    return True


def repeated(lines: Sequence[str], marks: list[Mark], known: Sequence[Mentioned]) -> bool:
    """Where nothing else is left, a first paragraph that begins with a reference is somebody repeating our example.

    Returns True when it was given back: nobody can be sure, so it is asked about rather than lost.
    """
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if has_own(lines, marks, 0, len(lines)) or first == len(lines) or not line_ref(lines[first], known):
        return False
    end = next((at for at in range(first, len(lines)) if not lines[at].strip()), len(lines))
    marks[first:end] = [Mark.OWN] * (end - first)
    return True
