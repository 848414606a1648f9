"""A year of nudges lived in advance: who would get how many mails under a policy; nothing is sent or recorded."""

from bot.simulation.chart import chart
from bot.simulation.figures import Figures, figures
from bot.simulation.live import Answers, Known, Lived, Mailed, Span, Trial, live
from bot.simulation.table import table

__all__ = ["Answers", "Figures", "Known", "Lived", "Mailed", "Span", "Trial", "chart", "figures", "live", "table"]
