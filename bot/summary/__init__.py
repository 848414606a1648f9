"""The month's figures: what stood where at the period's end, what moved, what is in doubt, who has not answered.

Everything is judged at `Summary.as_of`: the last day of the period, or the day of making when that comes first. What
is due on that very day is not overdue. Rows that repeat another action are counted nowhere; the annex shows them.
"""

from bot.summary.answers import HEADINGS, Answers, answers_in
from bot.summary.clock import Duty, duties, to_be_told
from bot.summary.figures import Figures, Kept, Standing, ThemeFigures
from bot.summary.overrides import Override, OverrideRow, read_overrides
from bot.summary.period import Period, period_for
from bot.summary.public import exempt_paragraphs, is_exempt, public_overrides, public_plan, without_silence
from bot.summary.record import NoRecord, Record, RowChange, changed_since, record_of
from bot.summary.rules import FIGURE_NAMES, HEADLINES, SILENCE, Rules
from bot.summary.summarise import OnRecord, summarise
from bot.summary.tables import (
    AnnexRow,
    ChangeRow,
    Closed,
    CompletedRow,
    Doubt,
    DoubtRow,
    Move,
    MovedRow,
    Named,
    NoReplyRow,
    OverdueRow,
    QuestionRow,
    RepeatedRow,
    Summary,
    TrendPoint,
)
from bot.summary.verified import verified_by

__all__ = [
    "FIGURE_NAMES",
    "HEADINGS",
    "HEADLINES",
    "SILENCE",
    "AnnexRow",
    "Answers",
    "ChangeRow",
    "Closed",
    "CompletedRow",
    "Doubt",
    "DoubtRow",
    "Duty",
    "Figures",
    "Kept",
    "Move",
    "MovedRow",
    "Named",
    "NoRecord",
    "NoReplyRow",
    "OnRecord",
    "OverdueRow",
    "Override",
    "OverrideRow",
    "Period",
    "QuestionRow",
    "Record",
    "RepeatedRow",
    "RowChange",
    "Rules",
    "Standing",
    "Summary",
    "ThemeFigures",
    "TrendPoint",
    "answers_in",
    "changed_since",
    "duties",
    "exempt_paragraphs",
    "is_exempt",
    "period_for",
    "public_overrides",
    "public_plan",
    "read_overrides",
    "record_of",
    "summarise",
    "to_be_told",
    "verified_by",
    "without_silence",
]
