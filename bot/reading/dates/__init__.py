"""A due cell -> the period it names; the places of a text where dates are named, promised or passed."""

from bot.reading.dates.explain import DueReading, choose_date, explain_due, find_dates, read_due
from bot.reading.dates.promises import read_past_date, read_promised_date
from bot.reading.dates.recurrence import Recurrence, read_recurrence

__all__ = [
    "DueReading",
    "Recurrence",
    "choose_date",
    "explain_due",
    "find_dates",
    "read_due",
    "read_past_date",
    "read_promised_date",
    "read_recurrence",
]
