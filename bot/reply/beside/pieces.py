"""Words taken apart: sentences and their parts, which are each weighed by themselves."""

from __future__ import annotations

import re

from bot.reply.beside import harmless
from bot.reply.words import phrases

_PIECES = re.compile(
    r"[\n;!()]|[.?:,](?=\s|$)|\s[-–—]+\s|[–—]"
    r"|\s(?=(?:(?:many|with) )?(?:thanks|thank you|thx|cheers|ta|diolch)\b(?: \w{1,12})?\s*(?:$|[.,;!\n]))",
    re.IGNORECASE,
)
SAYS_STATUS = re.compile(
    "|".join(rule.pattern.pattern for rule in phrases.STATUS_RULES if not rule.status.is_closed), re.IGNORECASE
)
"""A status of an action that goes on, which may stand beside a new date."""


def split_pieces(words: str) -> tuple[str, ...]:
    """Sentences and their parts, each without bullets and closing marks."""
    parts = _PIECES.split(re.sub(r"[^\S\n]+", " ", words))
    return tuple(part.strip(harmless.EDGES) for part in parts if part.strip(harmless.EDGES))


def parted(sentence: str, joint: re.Match[str]) -> tuple[str, str]:
    """A sentence in two, without the loss of a comma or of an "and": it is kept as it was written."""
    marks = _MARKS.match(sentence, joint.start())
    middle = marks.end() if marks else joint.end()
    return sentence[:middle].rstrip(), sentence[middle:]


_MARKS = re.compile(r"[,;]?\s+(?:[-–—]\s+)?")
