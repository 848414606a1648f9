"""The month's figures: what stood where at the period's end, what moved, and who has not answered.

Everything is judged at `Summary.as_of`: the last day of the period, or the day of making when that comes first. What
is due on that very day is not overdue. Rows that repeat another action are counted nowhere; the annex shows them.
"""

from bot.summary.figures import Figures, Standing, ThemeFigures
from bot.summary.period import Period, period_for
from bot.summary.summarise import summarise
from bot.summary.tables import AnnexRow, CompletedRow, MovedRow, NoReplyRow, OverdueRow, QuestionRow, Summary
from bot.summary.themes import THEME_RULE

__all__ = [
    "THEME_RULE",
    "AnnexRow",
    "CompletedRow",
    "Figures",
    "MovedRow",
    "NoReplyRow",
    "OverdueRow",
    "Period",
    "QuestionRow",
    "Standing",
    "Summary",
    "ThemeFigures",
    "period_for",
    "summarise",
]
