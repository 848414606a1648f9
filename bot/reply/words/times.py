"""Months, weekdays by their whole names or short, and a day of a month, as part of an expression."""

from __future__ import annotations

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
SHORT_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
DAY = rf"\d{{1,2}}(?:[/.]\d{{1,2}}[/.]\d{{2,4}}|(?:st|nd|rd|th)? {SHORT_MONTH}(?: \d{{4}})?)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DAY_NAME = rf"(?:{WEEKDAY}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
