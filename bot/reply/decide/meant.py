"""Words that say which action an earlier answer was about: "No, that was about 5.3, the swimming pool". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reply.lines import Line, typed
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.mentions import mentions
from bot.reply.refs.topics import all_in, is_alike, telling
from bot.reply.units.units import units_of, words_of

_WAS_ABOUT = re.compile(
    r"^\W*(?:(?:no|nope|sorry|apologies|actually|not quite|wrong one)\b\W*)*"
    r"(?:(?:it|that|this|they|those|these|i|we|my (?:words|reply|answer|mail|e-?mail|message|update)|the (?:one|words))"
    r"(?:['’](?:s|m|re|d)| (?:is|was|were|are|am|had))?(?: (?:meant?|all|written|talking|really|actually|writing"
    r"|referring))*"
    r"(?: (?:about|for|on|of|to|regarding))|(?:i|we) (?:mean|meant)|(?:about|for|meant)) (?P<what>\S[^\n?]{0,100})$",
    re.IGNORECASE,
)
_SMALL = re.compile(r"a|about|action|and|for|in|is|it|item|no|not|number|of|on|one|our|please|sorry|that|the|this|was")


def meant_instead(lines: Sequence[Line], known: Sequence[Mentioned], guessed: str) -> str:
    """The action that a body says an answer was about, and not the one `guessed`; "" where it says anything more."""
    found = _WAS_ABOUT.match(words_of(units_of(typed(lines), known)))
    what = found["what"] if found else ""
    named = {each.ref for each in mentions(what, known)}
    if telling(what) and not named:
        named = {each.ref for each in known if all_in(what, each.text)}
    meant = [each for each in known if each.ref in named and each.ref != guessed]
    if len(meant) != 1 or not named <= {meant[0].ref, guessed}:
        return ""
    told = f"{guessed} {meant[0].ref} {meant[0].text}"
    beside = [word for word in re.findall(r"[\w.'’-]*\w", what.lower()) if not _SMALL.fullmatch(word)]
    return meant[0].ref if all(is_alike(word, told) for word in beside) else ""
