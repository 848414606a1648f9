"""How much and how fast: Exchange takes 30 mails a minute and 10,000 recipients a day from one mailbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

MINUTE = timedelta(seconds=60)
DAY = timedelta(hours=24)


def pause(handed_over: Sequence[datetime], now: datetime, a_minute: int) -> float:
    """Seconds to wait before the next mail, so that no 60 seconds see more than `a_minute`; moments in order."""
    if len(handed_over) < a_minute:
        return 0.0
    free = handed_over[-a_minute] + MINUTE
    # A clock that was set back must not stop the mailbox for longer than a minute.
    return min(max((free - now).total_seconds(), 0.0), MINUTE.total_seconds())


def room_today(handed_over: Sequence[datetime], now: datetime, a_day: int) -> int:
    """How many more mails may leave before 24 hours have seen `a_day` of them."""
    return max(0, a_day - sum(moment > now - DAY for moment in handed_over))
