"""Months and weekdays by their whole names, as part of an expression."""

from __future__ import annotations

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
