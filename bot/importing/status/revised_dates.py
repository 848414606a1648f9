"""The later promise of an action, from its own column or told in words, and what is asked before it may count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.importing.rows.drafts import Draft
from bot.plan import Due, DueKind
from bot.reading.dates import explain_due
from bot.reading.text import tidy

_STAGE = re.compile(
    r"\b(?P<stage>start|commencement|mobilisation|procurement|tender|consultation|engagement|recruitment|survey"
    r"|design|feasibility|business\scase|pilot|workshop|scoping|inception|kick-?off|planning|appointment|interview"
    r"|(?:phase|stage|milestone)\s(?:\d|one|two|three)|first\s(?:phase|stage|meeting|draft))(?:s|ing|ed)?"
    r"(?:\s(?:date|on\ssite|works?|phase|stage|period|exercise|study|application|of|the|for|event|session"
    r"|is|was|has|have|been|now|being|will|be|to))*\s"
    r"(?:slip(?:s|ped)?|mov(?:es?|ed)|delay(?:ed)?|defer(?:red)?|postponed|put\sback|pushed\sback|re-?scheduled"
    r"|extended|brought\sforward)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""A step on the way that is told to move, up to its new date."""
_NONE = re.compile(r"\W*(?:n/?a|none|no change|not (?:applicable|revised)|as above|unchanged)\W*", re.IGNORECASE)
_STEM = 6
"""Letters by which the words of an action and those of a step are known as the same: "procure", "procurement"."""


@dataclass(frozen=True, slots=True)
class Revised:
    """The later promise, and what must be asked about it; a date told in words counts only when nothing is asked."""

    due: Due | None = None
    question: str = ""


def revised_date(draft: Draft, as_of: date, told: Due | None) -> Revised:
    """The later promise: of its own column, else as `told`; none where that only repeats the date, or what recurs."""
    printed = explain_due(draft.revised_due, as_of).due if draft.revised_due else None
    from_column = printed is not None and printed.end is not None
    revised = printed if from_column else told
    if printed is not None and revised is None:
        again = draft.revised_due.strip().casefold() == draft.due.strip().casefold()
        return Revised(None, "" if again else _when_announced(draft.revised_due, printed))
    if revised is None:
        return Revised()
    due = explain_due(draft.due, as_of).due
    if revised.end == due.end or (due.kind is DueKind.RECURRING and not from_column):
        return Revised()
    stage = "" if from_column else _stage_moved(draft, revised.text)
    if stage:
        return Revised(None, f'"{stage}" tells of a step on the way: does the date of the whole action move too?')
    if due.end and revised.end and revised.end < due.end:
        question = (
            f'"{revised.text}" is told as a new date and lies before the date first promised, "{due.text}": '
            "which one counts?"
        )
        return Revised(revised if from_column else None, question)
    return Revised(revised)


def _when_announced(text: str, read: Due) -> str:
    """The question about a later date that is announced and not given ("tbc"); "" about all others."""
    if not text.strip(" –—-") or _NONE.fullmatch(text) or read.kind in (DueKind.ONGOING, DueKind.RECURRING):
        return ""
    return f'"{" ".join(text.split())[:80]}" stands for a later date: is there one yet?'


def comes_again(draft: Draft, as_of: date) -> bool:
    """Whether an action comes round after `as_of`, so that being done once does not close it."""
    due = explain_due(draft.due, as_of).due
    return due.kind is DueKind.RECURRING and not (due.end and due.end < as_of)


def _stage_moved(draft: Draft, day: str) -> str:
    """The words that move a step to a `day`, where the action is more than that step; "" where it moves itself."""
    for text in (tidy(draft.status), tidy(draft.latest)):
        at = text.find(day)
        found = _STAGE.search(text[:at]) if at > 0 else None
        if found and found["stage"][:_STEM].lower() not in draft.action.lower():
            return f"{text[found.start() : at]}{day}"
    return ""
