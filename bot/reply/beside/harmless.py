"""What may stand beside a plain answer without casting doubt on it; everything else beside one is asked about.

A completion closes an action, so what stands beside one must be a courtesy, or tell plainly of what has happened.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.plan import Precision
from bot.reading.dates.mentions import find_mentions
from bot.reading.dates.promises import read_past_date
from bot.reading.owners.forenames import FORENAMES
from bot.reply.beside import accounts, facts
from bot.reply.beside.doubts import COMES_OFF, DOUBTS_DONE
from bot.reply.beside.polite import NOTHING_LEFT, POLITE, WHO_WRITES
from bot.reply.words.completing import OPENINGS
from bot.reply.words.times import MONTH, WEEKDAY

YEAR = timedelta(days=366)
_SOON_AGAIN = timedelta(days=90)
EDGES = " \t.,:;*•-–—"

_BEFORE_NOTHING = re.compile(
    r" (?:and|so|with) (?=(?:there(?: is|['’]s) )?(?:now )?(?:no|nothing|none|nil|zero)\b)", re.IGNORECASE
)
_WHAT_NEXT = re.compile(r"^(?:(?:please )?stop (?:e-?mailing|chasing|asking|reminding) me|all)$", re.IGNORECASE)
"""What follows from a completion; alone it says none."""
_FRIENDLY = re.compile(
    "[\u2705\u2713\u2714\u2611\U0001f5f8\U0001f44d\U0001f44c\U0001f44f\U0001f389\U0001f38a\U0001f642\U0001f600-\U0001f604\U0001f60a\U0001f601\U0001f64c\U0001f64f\u263a]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]?|[:;]-?[)D](?!\\w)"
)
_PLAIN_SIGNS = re.compile(r"[\w\s.,;:!?'’‘\"“”()/&+@£%•·–—-]")
_BOLD = re.compile(r"\*[^*\n]{1,200}\*|^[ \t]*\*[ \t]", re.MULTILINE)


def is_harmless(piece: str, said_on: date) -> bool:
    """Whether a piece of a sentence may stand beside a plain completion: courtesy, a pointer, or how it came about."""
    bare, *behind = _BEFORE_NOTHING.split(piece.strip(EDGES), maxsplit=1)
    if behind:
        return bool(NOTHING_LEFT.match(behind[0])) and is_harmless(bare, said_on)
    if facts.is_fact(bare) or is_polite(bare) or _WHAT_NEXT.match(bare) or COMES_OFF.search(bare):
        return True
    return is_account(bare, said_on)


def shakes(piece: str, said_on: date, *, wished: bool, behind: bool = False) -> bool:
    """Whether a piece speaks against a completion; less does `behind` it, or where a close is `wished`."""
    if is_harmless(piece, said_on):
        return False
    bare, *rest = _BEFORE_NOTHING.split(OPENINGS.sub("", piece.strip(EDGES), count=1), maxsplit=1)
    if rest and not NOTHING_LEFT.match(rest[0]):
        return True
    bare = _WHICH_ONE.sub("", bare)
    shaken = accounts.is_shaken(_without_days(bare, said_on), wished=wished, behind=behind)
    return shaken or not dates_have_passed(bare, said_on, told=bool(_TELLS.search(bare)))


def is_account(piece: str, said_on: date) -> bool:
    """Whether a piece tells what has happened or where it can be seen, with nothing in it that is yet to come."""
    bare = _WHICH_ONE.sub("", OPENINGS.sub("", piece.strip(EDGES), count=1))
    plain = _without_days(bare, said_on)
    if not accounts.is_account(plain):
        return is_past_day(bare, said_on)
    return not DOUBTS_DONE.search(plain) and dates_have_passed(bare, said_on, told=bool(_TELLS.search(bare)))


def _without_days(words: str, said_on: date) -> str:
    return " ".join(without_dates(words, said_on).split()).strip(EDGES)


def tells_of_past(piece: str, said_on: date) -> bool:
    """Whether a piece that names a date tells of what has been ("as the hall was double booked in March")."""
    told = is_account(piece, said_on) or _TELLS.search(piece)
    return bool(told) and dates_have_passed(piece, said_on, told=True)


_TELLS = re.compile(r"^(?:we|i|they|he|she)\b|\b(?:was|were|has been|have been)\b", re.IGNORECASE)
"""A sentence about what happened; "published in January" alone may be a plan."""
_WHICH_ONE = re.compile(
    rf"\bQ[1-4] (?=(?:[a-z]+ )?(?:reports?|monitoring|returns?|papers?)\b)|\b(?:{MONTH}|spring|summer|autumn|winter)"
    r" (?=(?:[a-z]+ )?(?:cycle|page|newsletter|edition|issue|bulletin)\b)"
    r"|(?<=\bminute )(?:ref |no\.? |number )?[\w/.-]*\d[\w/.-]*(?: of)?(?= |$)"
    r"|(?<!\bin )(?<!\bby )(?<!\bfor )(?<!\bfrom )(?<!\bover )(?<!\bduring )\b20\d\d ?[-–/] ?(?:20)?\d\d\b",
    re.IGNORECASE,
)
"""What only says which report, or which years' plan, is meant."""
_PLAIN_DAY = re.compile(r"(?<![\w/.-])(?!24/7\b)(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\w/]|\.\d)")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def is_told_when(words: str, said_on: date) -> bool:
    """Whether the words behind "completed in" or "at" say when it was completed, and not how much of it or by when."""
    return bool(_WHEN.match(_without_days(words, said_on)))


_WHEN = re.compile(
    rf"^(?:(?:the|an?|our|on|in|of|at|last|earlier|this) ?)*(?:(?:[a-z'’-]+ ){{0,2}}(?:{accounts.BODY}|meeting)"
    r"(?: (?:meeting|committee|board|on|in|of|last))*|today|yesterday|(?:week|month|year|night|time|full|place)"
    rf"|{WEEKDAY}(?: (?:evening|night|morning|afternoon))?)?$",
    re.IGNORECASE,
)


def is_polite(piece: str) -> bool:
    """Whether a piece is a courtesy."""
    bare = piece.strip(f"{EDGES}!")
    return bool(POLITE.match(bare) or NOTHING_LEFT.match(bare)) or not re.search(r"\w", bare)


def is_past_day(words: str, said_on: date) -> bool:
    """Whether the words are nothing but a date that has passed."""
    found = find_mentions(words, said_on)
    rest = re.sub(r"\b(?:on|in|at|last)\b", "", words[: found[0].low] + words[found[0].high :]) if found else words
    return len(found) == 1 and not rest.strip(EDGES) and dates_have_passed(words, said_on)


def without_dates(words: str, said_on: date) -> str:
    """`words` without the dates in them, so that the month of May is no "may"."""
    for each in reversed(find_mentions(words, said_on)):
        words = f"{words[: each.low]} {words[each.high :]}"
    return words


def dates_have_passed(words: str, said_on: date, *, told: bool = False) -> bool:
    """Whether every date named is one of the year before `said_on`.

    A date without a year that comes round again within three months may be that one: it does not count as passed,
    but for a month in a sentence about what happened (`told`), which is the last one.
    """
    for each in find_mentions(words, said_on):
        if each.period is None and each.in_year is None:
            return False
        past = read_past_date(words[each.low : each.high], said_on)
        if past is None or past.start is None or past.end is None or said_on - past.end > YEAR:
            return False
        again = each.in_year(past.start.year + 1) if each.period is None and each.in_year else None
        is_clear = told and past.precision is not Precision.DAY
        if past.start > said_on or (again and not is_clear and again.start - said_on <= _SOON_AGAIN):
            return False
    return True


def with_months(words: str) -> str:
    """`words` with "24/11" and "10/7" as "24 Nov" and "10 July": neither can be a share of a number."""
    return _PLAIN_DAY.sub(
        lambda found: _in_words(found) if int(found["day"]) > int(found["month"]) else found[0], words
    )


def day_in_words(words: str) -> str:
    """ "10/12" as "10 Dec", where it can only be a day."""
    return _PLAIN_DAY.sub(_in_words, words)


def _in_words(found: re.Match[str]) -> str:
    return f"{found['day']} {_MONTHS[int(found['month']) - 1]}"


def without_friendly_signs(words: str) -> str:
    """`words` without who writes or signs, ticks, smiles and offers of papers; a web address is a "link"."""
    words = _SIGNED.sub("", WHO_WRITES.sub("", words))
    return _OFFERS.sub(r"\g<what>", _FRIENDLY.sub(" ", _ADDRESS.sub("link", words)))


_SIGNED = re.compile(
    rf"(?<=[.!?\n])\s*(?:(?!(?:OK|NO|NA|[RAGB])\b)[A-Z]{{1,2}}|(?:{'|'.join(sorted(map(str.capitalize, FORENAMES)))})"
    r"(?: [A-Z]\b)?)\.?\s*$"
)
"""Who writes, behind the last sentence: a forename or initials."""


_OFFERS = re.compile(
    r"(?P<what>\b(?:available|on file|on request|(?:in|on) (?:the|our) (?:\w+ ){0,2}(?:folder|drive|file)"
    r"|can (?:be )?(?:sent|send|shared?|provided?|forward(?:ed)?|suppl(?:y"
    r"|ied))|(?:evidence|cop(?:y|ies)|papers?|minutes|photos?|certificates?|records?) (?:is"
    r"|are))\b[\w ]{0,30}?),? (?:should|if) (?:you|(?:the )?audit(?:ors)?|anyone|anybody|they"
    r"|members)(?: ever)? (?:require|need|want|wish|would like|ask)s?\b[^.;\n]*",
    re.IGNORECASE,
)
"""Papers offered to whoever wants them; "should" and "if" are no doubt there."""
_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)[^\s<>]{1,400}(?<![.,;:!?)])>?", re.IGNORECASE)


def odd_sign(words: str) -> str:
    """The first sign that plain words do not carry: a sad face, a footnote's star, an open bracket; "" for none."""
    plain = _BOLD.sub(" ", _FRIENDLY.sub(" ", words))
    if "..." in plain or "…" in plain:
        return "…"
    odd = _PLAIN_SIGNS.sub("", plain)
    return odd[:1] or ("(" if plain.count("(") > plain.count(")") else "")
