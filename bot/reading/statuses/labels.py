"""What stands in front of a status and is no part of it, and what stands in its place: colours, shares, blanks."""

from __future__ import annotations

from bot.reading.months import MONTH_NAMES
from bot.reading.patterns import compiled, either

_WAS_DUE = (
    r"(?:(?:was|originally|initially|previously|first)\s){0,2}(?:due|planned|scheduled|expected|target(?:ed)?|deadline)"
    r"(?:\s(?:for|by|in|on|date|end|of))*[:\s]{1,2}"
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{MONTH_NAMES})\b\.?(?:\s(?:19|20)?\d\d)?"
    r"|q[1-4](?:\s\d\d(?:\d\d)?/\d\d)?)\s?[,;:-]\s?(?:(?:but|and|now|is|this|was)\s)*(?=[a-z])"
)
"""A date that was promised, in front of the status: "Originally due March 2026, completed June 2026"."""
TICKS = "✅✔✓☑🗸🗹"
_TICK = rf"[{TICKS}]\ufe0f?"
TICK_ONLY = compiled(rf"[\s\[]*{_TICK}[\s\]]*")
"""A tick and nothing else."""
_WAS_SO = (
    r"(?:(?:was|were|previously|formerly|initially)\s){1,2}(?:at\srisk|delayed|behind(?:\sschedule)?|off[\s-]track|overdue|late|stalled"
    r"|on\shold|paused)\s?[,;:-]?\s?(?:(?:but|and|is|are)\s){0,2}"
    r"(?:now\s(?=[a-z])|(?=(?:completed?|done|delivered|implemented|finished)\b))"
)
"""A trouble that was, in front of the status: "Was at risk, now on track"."""
LABEL = compiled(
    either(
        r"e\.?\s?g\.?\s|i\.?\s?e\.?\s|yes\s?[-,:]\s?",
        # what the cell is called
        r"(?:rag\s)?(?:status|update|progress|position|current\sposition|rating|note)\s?[:=-]\s?",
        # the mark of a list, or a bracket
        r"[*•·>-]\s?|\(\s?",
        # the letter or number of a key
        r"[a-z0-9]\s[=-]\s(?=[a-z]{2})",
        # a tick, which says the same as the words behind it
        rf"{_TICK}\s?",
        # the day on which it was written, or for which it was promised
        r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s)?[a-z]{3,9}\.?\s(?:20)?\d\d)\s?[:-]\s?",
        _WAS_DUE,
        _WAS_SO,
    )
    + "+"
)
"""What stands in front of a status and is no part of it."""

COLOUR_FIRST = compiled(r"(?:rag\s)?(?P<colour>[a-z]{3,9})(?=\s*(?:$|[-:,.(/;]))")
"""What may be a colour, by itself or in front of the words."""
BECAME = compiled(
    r"(?:(?:was|were|previously|formerly|moved\sfrom|changed\sfrom|from)\s)?(?P<was>[a-z]{1,6})[\s,;(-]{0,3}"
    r"(?:(?:but|and)\s)?(?:(?:is\s)?now|(?:changed|moved|gone)\sto|to|>)\s?(?=(?P<now>[a-z]{1,6})\b)"
)
"""A colour and the one that has taken its place: "Was green, now amber"."""
PERCENT_FIRST = compiled(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)\s?(?:complete[d]?)?\s*[-:,(;/]")
"""A percentage in front of the words: "80% complete - signs to follow"."""

PERCENT = compiled(r"(?<!\d)(?<!\d\.)(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent\b)")
"""A percentage anywhere."""
PERCENT_ONLY = compiled(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)?\s?(?:complete[d]?|done)?")
"""A percentage and nothing else."""
NOT_STATED = compiled(r"n\s?/?\s?a|none|nil|tb[acd]|not\s(?:stated|known|applicable|applied)|unknown")
"""A blank in words."""
WORD = compiled(r"[^\W_]+")
"""A word or a number."""
OPEN = compiled(r"(?:open|active|live|outstanding)")
"""What a register calls all that is not closed, in front of how it stands: "Open - not started"."""
