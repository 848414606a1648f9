"""What words that were taken for work in progress may tell all the same: an end, a day past the date, lateness."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Status
from bot.reply.beside import harmless
from bot.reply.beside.doubts import GOES_WRONG
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning.coming import coming_days
from bot.reply.meaning.completion import read_completion
from bot.reply.meaning.ended import told_end
from bot.reply.meaning.said import WHERE

_END = f"You tell what came about. {WHERE}"
_DAY = f"You name a day later than its date. {WHERE}"
LATE = f"You tell of something that may hold it up. {WHERE}"

_AS_PLANNED = re.compile(
    r"\b(?:just )?(?:as|like) (?:(?:was|we|i) )?(?:promised|planned|agreed|expected|hoped|scheduled|intended|said)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\b(?:not|never|\w+n['’]t)\b[^.;\n]{0,40}\b(?:until|till|before)\b", re.IGNORECASE)


def news_in(words: str, action: str, ends: date | None, said_on: date) -> str:
    """The question about words on an `action` that is due when it `ends`; "" where they are no such news."""
    plain = harmless.without_friendly_signs(words)
    if _tells_end(plain, action, said_on):
        return _END
    if any(ends is None or (day.due.end or ends) > ends for day in coming_days(plain, said_on)):
        return _DAY
    return LATE if GOES_WRONG.search(plain) or _NOT_BEFORE.search(plain) else ""


def _tells_end(words: str, action: str, said_on: date) -> bool:
    """Whether words tell what ended, on whatever day."""
    undated = harmless.without_dates(_AS_PLANNED.sub(" ", words), said_on)
    found = read_completion(undated, split_pieces(undated), said_on) or told_end(undated, action, said_on)
    return bool(found and found.status is Status.COMPLETED)
