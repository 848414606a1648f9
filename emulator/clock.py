"""The tenant's clock: real, or set to a story's date and running on from there. Tokens always follow real time."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta

UTC_FORM = "%Y-%m-%dT%H:%M:%SZ"


def stamp(moment: datetime) -> str:
    """A moment as Graph prints it: UTC, whole seconds, `Z`."""
    return moment.astimezone(UTC).strftime(UTC_FORM)


def moment_of(text: str) -> datetime | None:
    """An aware moment from ISO text (UTC when it names no zone), or None when it is not one."""
    text = re.sub(r"(\.\d{6})\d+", r"\1", text.strip())
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self._offset = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def stamp(self) -> str:
        return stamp(self.now())

    def set(self, moment: datetime | None) -> None:
        """Set to a moment, from which it runs on; None returns to real time."""
        self._offset = moment - datetime.now(UTC) if moment else timedelta(0)

    @property
    def offset(self) -> float:
        """Seconds ahead of real time."""
        return self._offset.total_seconds()

    @offset.setter
    def offset(self, seconds: float) -> None:
        self._offset = timedelta(seconds=seconds)


def real_now() -> float:
    """Real seconds since 1970: for tokens, lags and expiries, which no story moves."""
    return time.time()
