"""A sign that stands alone for a status: "⏳" is under way, "✅" perhaps completed, and no sign is nothing at all."""

from __future__ import annotations

from unicodedata import category

from bot.plan import Status, StatusReading
from bot.reading.statuses import ExplainedStatus

PERHAPS_COMPLETED = "✅☑✔✓🗹🗸👍👌🎉🏁💯"
_UNDER_WAY = "⏳⌛🔄🔃🚧🏗🛠⏩▶🏃"
_NOT_DONE = "❌❎✗✘☒👎⛔🚫"
_HALTED = "⏸🛑"
_RULE = "a sign alone"


def sign_alone(text: str) -> ExplainedStatus | None:
    """What a status says that is nothing but signs; None for words, for a blank and for dashes."""
    signs = [each for each in text if category(each) == "So"]
    if not signs or any(each.isalnum() for each in text):
        return None
    for known, value in ((_UNDER_WAY, Status.IN_PROGRESS), (_HALTED, Status.ON_HOLD)):
        if signs[0] in known:
            return ExplainedStatus(StatusReading(text.strip(), value), _RULE)
    perhaps = ((PERHAPS_COMPLETED, Status.COMPLETED), (_NOT_DONE, Status.NOT_STARTED))
    meant = next((value for known, value in perhaps if signs[0] in known), None)
    return ExplainedStatus(StatusReading(text.strip(), Status.UNKNOWN), _RULE, doubtful=True, perhaps=meant)
