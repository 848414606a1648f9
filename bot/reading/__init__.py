"""Printed words -> values: dates, statuses, owners. Pure rules: no clock, no I/O, no library."""

from bot.reading.conventions import USUAL, Conventions
from bot.reading.dates import read_due, read_promised_date
from bot.reading.owners import read_owners
from bot.reading.statuses import read_status

__all__ = ["USUAL", "Conventions", "read_due", "read_owners", "read_promised_date", "read_status"]
