"""The month's figures: what stood where at the period's end, what moved, what is in doubt, who has not answered.

Everything is judged at `Summary.as_of`: the last day of the period, or the day of making when that comes first. What
is due on that very day is not overdue. Rows that repeat another action are counted nowhere; the annex shows them.
"""

from bot.summary.clock import Duty
from bot.summary.figures import Figures, Kept, Standing, ThemeFigures
from bot.summary.period import Period, period_for
from bot.summary.public import is_exempt, public_plan
from bot.summary.record import NoRecord, Record, RowChange, changed_since, record_of
from bot.summary.rules import FIGURE_NAMES, HEADLINES, Rules
from bot.summary.summarise import summarise
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

__all__ = [
    "FIGURE_NAMES",
    "HEADLINES",
    "AnnexRow",
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
    "OverdueRow",
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
    "changed_since",
    "is_exempt",
    "period_for",
    "public_plan",
    "record_of",
    "summarise",
]
