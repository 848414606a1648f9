"""The names and numbers that dates are printed with, English and Welsh."""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
    "ionawr": 1, "chwefror": 2, "mawrth": 3, "ebrill": 4, "mai": 5, "mehefin": 6, "gorffennaf": 7, "awst": 8,
    "medi": 9, "hydref": 10, "tachwedd": 11, "rhagfyr": 12, "chwef": 2, "gorff": 7, "tach": 11,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12, "gwanwyn": 3, "haf": 6, "yr hydref": 9, "gaeaf": 12}
TERMS = {
    "autumn": (9, 4), "michaelmas": (9, 4), "spring": (1, 3), "lent": (1, 3), "hilary": (1, 3), "easter": (1, 3),
    "summer": (4, 4), "trinity": (4, 4),
}  # fmt: skip
"""School terms: the month each begins in, and how many it takes; a spring term may go on into April."""
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4,
            "one": 1, "two": 2, "three": 3, "four": 4,
            "ail": 2, "2il": 2, "trydydd": 3, "pedwerydd": 4}  # fmt: skip

MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
SEASON_NAMES = "|".join(SEASONS)
YEARS = r"(?:19|20)?\d\d(?:\s?[/-]\s?(?:19|20)?\d\d)?(?!\d)"
"""A pattern for one year or two joined, each of two or four digits."""


def full_year(printed: str) -> int:
    """ "'08" is 2008, "97" is 1997."""
    number = int(printed.lstrip("'"))
    return number if number > 99 else number + (2000 if number < 80 else 1900)


def month_number(printed: str) -> int:
    return MONTHS[printed.rstrip(".").lower()]
