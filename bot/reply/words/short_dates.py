"""Days and months as people shorten them in an answer, written out so that the date reader knows them."""

from __future__ import annotations

import re

from bot.reply.words.times import MONTH

_DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday"}
_SHORT_DAY = re.compile(
    r"\b(?P<lead>(?:by|on|until|till|for|next|this|last) )(?P<day>mon|tues?|weds?|thur?s?|fri)\b\.?(?! \d)",
    re.IGNORECASE,
)
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:days?|weeks?|months?)"
_FROM_TODAY = re.compile(
    rf"\b(?:in )?(?P<count>{_COUNT})(?:['’]s?)? (?:from (?:today|now|this date)|time)\b(?! on\b)", re.IGNORECASE
)
_MONTH_PLEASE = re.compile(rf"\b(?P<month>{MONTH}) (?=(?:please|pls|thanks|thank you)\W*(?:$|\n))", re.IGNORECASE)


def written_out(words: str) -> str:
    """`words` with "by Fri" as "by Friday", "six weeks from today" as "in six weeks", "May please" as "May, please"."""
    words = _SHORT_DAY.sub(lambda found: f"{found['lead']}{_DAYS[found['day'][:3].lower()]}", words)
    words = _FROM_TODAY.sub(lambda found: f"in {found['count']}", words)
    return _MONTH_PLEASE.sub(lambda found: f"{found['month']}, ", words)
