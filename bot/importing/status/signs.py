"""A sign that stands for a status: "⏳" is under way, "✅" alone perhaps completed, "✔ Done, 140 came" completed."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import category

from bot.plan import Status, StatusReading
from bot.reading.statuses import ExplainedStatus, explain_status, names_something_left

_PERHAPS_COMPLETED = "✅☑✔✓🗹🗸👍👌🎉🏁💯"
_UNDER_WAY = "⏳⌛🔄🔃🚧🏗🛠⏩▶🏃"
_NOT_DONE = "❌❎✗✘☒👎⛔🚫"
_HALTED = "⏸🛑"
_RULE = "a sign alone"
_TICKED = re.compile(rf"\s*[{_PERHAPS_COMPLETED}]\ufe0f?\s*(?P<words>.*\w.*)", re.DOTALL)
_CLAUSE = re.compile(r"\s?[,;:(.]\s?|\s[–—-]\s")
_TAKING_PART = re.compile(r"\b(?:took|take|takes|taking)\spart\b", re.IGNORECASE)
_FOR_NOW = re.compile(r"\s(?:for|in)\s(?:this|the|20\d\d)\b.*", re.IGNORECASE)
"""What of the times that something comes round a tick is about: "done for this year"."""


def sign_alone(text: str) -> ExplainedStatus | None:
    """What a status says that is nothing but signs; None for words, for a blank and for dashes."""
    signs = [each for each in text if category(each) == "So"]
    if not signs or any(each.isalnum() for each in text):
        return None
    for known, value in ((_UNDER_WAY, Status.IN_PROGRESS), (_HALTED, Status.ON_HOLD)):
        if signs[0] in known:
            return ExplainedStatus(StatusReading(text.strip(), value), _RULE)
    perhaps = ((_PERHAPS_COMPLETED, Status.COMPLETED), (_NOT_DONE, Status.NOT_STARTED))
    meant = next((value for known, value in perhaps if signs[0] in known), None)
    return ExplainedStatus(StatusReading(text.strip(), Status.UNKNOWN), _RULE, doubtful=True, perhaps=meant)


def ticked_words(text: str, as_of: date, again: bool) -> ExplainedStatus | None:
    """What a tick before words says: done, where they say so too or tell of one time of what comes round `again`.

    None where the words speak for themselves, and where they speak against the tick.
    """
    found = _TICKED.fullmatch(text)
    if not found:
        return None
    words = found["words"].strip()
    read = explain_status(words, as_of)
    first = explain_status(_FOR_NOW.sub("", _CLAUSE.split(words)[0]) if again else _CLAUSE.split(words)[0], as_of)
    done = first.reading.value is Status.COMPLETED and not first.doubtful
    if done and not names_something_left(_TAKING_PART.sub(" ", words)):
        return ExplainedStatus(StatusReading(text.strip(), Status.COMPLETED, words), "ticked words")
    if read.reading.value is not Status.UNKNOWN or not read.doubtful:
        return None
    value = Status.ONGOING if again else Status.UNKNOWN
    return ExplainedStatus(
        StatusReading(text.strip(), value, words), "ticked words", doubtful=True, perhaps=Status.COMPLETED
    )
