"""What one person's words about one action say, and what casts doubt on them.

The rule that outranks all others: never a false "completed". A completion counts only as a plain statement about the
whole action ("this is now complete"); every other mention of completing is at most a question to ask.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.plan import Status
from bot.reading.dates.mentions import find_mentions
from bot.reply.beside import harmless
from bot.reply.beside.around_date import KEEPS_DATE
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning import going
from bot.reply.meaning.coming import begins, coming_days, likely_ends
from bot.reply.meaning.completion import OF_PART, SAYS_COMPLETE, read_completion
from bot.reply.meaning.dated import LONE_DATE, PASSED, is_it, promised, standing_alone
from bot.reply.meaning.likely import likely_state
from bot.reply.meaning.not_mine import is_not_mine
from bot.reply.meaning.pointed import spelt_out
from bot.reply.meaning.promise_rules import OUTRIGHT
from bot.reply.meaning.said import NAMES_DATE, PROMISES_DAY, UNREAD, WHERE, Said, short
from bot.reply.meaning.snooze import RULE, UNTIL_WHEN, Snooze, find_snooze, is_why
from bot.reply.meaning.statuses import colour_in, statuses_in
from bot.reply.words import completing, misspelt, phrases, short_dates, welsh
from bot.reply.words.figures import in_figures
from bot.reply.words.requests import without_asking
from bot.reply.words.status_parts import ROUND
from bot.reply.words.times import WEEKDAY

WHO_INSTEAD = "Who should we ask instead?"
NOT_MINE = Said("says not mine", doubt=WHO_INSTEAD)
POINTS_ELSEWHERE = "points elsewhere"

MAX_WORDS = 3_000
"""Characters about one action; more than that is no status line, and its doubts may stand anywhere."""


def read_words(words: str, said_on: date) -> Said:
    """One reading of what was written about one action on `said_on`."""
    words = in_plain(words)
    if len(words) > MAX_WORDS:
        return Said("too long", doubt=f"Your answer is longer than we read by ourselves. {WHERE}")
    if is_not_mine(words):
        return NOT_MINE
    pieces = split_pieces(words)
    later = find_snooze(words, said_on)
    if later:
        return _with_snooze(later, words, pieces, said_on)
    done = read_completion(words, pieces, said_on)
    words = _WEEKDAY_OF_DATE.sub(" ", _AT_RISK_OF.sub("at risk", words))
    words = spelt_out(short_dates.with_days_of_month(words, said_on), said_on)
    dated = promised(going.without_shares(words), said_on)
    denied = completing.NOT_DONE_YET.sub(" ", words)
    if not (done and completing.MENTIONS_DONE.search(denied)) and not dated:
        dated = standing_alone(words, pieces, said_on)
    votes = statuses_in(_BUT_LATE.sub(" ", words) if dated and dated.rule in OUTRIGHT else words)
    if len({vote.status for vote in votes}) > 1:
        return Said(
            "says several things", None, dated.due if dated else None, f"Your words name more than one status. {WHERE}"
        )
    loose = not dated or (dated.rule == LONE_DATE and dated.doubt)
    if loose and not (done and done.rule == SAYS_COMPLETE):
        dated = _likeliest(words, said_on, promised=True) or dated
    if done and votes and done.rule != SAYS_COMPLETE and not completing.MENTIONS_DONE.search(ROUND.sub(" ", denied)):
        done = replace(done, rule=OF_PART)
    if dated and not (votes or dated.doubt):
        votes = colour_in(pieces) or going.share_in(pieces) or going.begun_in(pieces)
    if done:
        return _with_completion(done, votes, dated)
    if votes or dated:
        return _without_completion(votes, dated)
    otherwise = likely_state(words) not in _GOING_ON or any(
        _promises(each, said_on) or phrases.LOOK_ELSEWHERE.match(each) for each in pieces
    )
    going_on = None if otherwise else going.work_in(words, pieces, said_on)
    return going_on or _unread(words, pieces, said_on)


def in_plain(words: str) -> str:
    """Words as they are read: in English and as they are mostly spelt, with numbers and dates in one form."""
    words = without_asking(welsh.in_english(misspelt.mend(harmless.without_friendly_signs(words))))
    return harmless.with_months(short_dates.written_out(going.with_whole_counts(in_figures(words))))


_GOING_ON = (None, Status.IN_PROGRESS, Status.PART_COMPLETED)
"""The states of which an account of work may well be told."""


def _promises(piece: str, said_on: date) -> bool:
    """Whether a piece tells what will be on a day to come, though no rule knows what for."""
    return bool(going.COMING.search(piece)) and not harmless.dates_have_passed(piece, said_on)


def _with_snooze(later: Snooze, words: str, pieces: tuple[str, ...], said_on: date) -> Said:
    """A wish to be reminded later; a status of an action that goes on may stand beside it, a date or an end may not."""
    if later.until is None:
        return Said(RULE, doubt=UNTIL_WHEN)
    odd = [each for each in pieces if each != later.piece and not (harmless.is_polite(each) or is_why(each))]
    beside = read_words("\n".join(odd), said_on) if odd else Said("")
    plain = not odd or (beside.status and not beside.status.is_closed and not beside.due and not beside.doubt)
    strange = harmless.odd_sign(words)
    if plain and not strange:
        names = ", ".join(filter(None, (beside.rule, RULE)))
        return Said(names, beside.status, snooze=later.until)
    day = f"{later.until.day} {later.until:%B %Y}"
    doubt = f"You also wrote “{short(strange or odd[0])}”. May we leave this alone until {day}?"
    due = None if beside.doubt else beside.due  # the question does not ask about it
    return Said(RULE, beside.status, due, doubt, snooze=later.until)


_AT_RISK_OF = re.compile(r"\bat risk of (?:not|missing|slipping|being|late|delay)\b[^.;,\n]{0,60}", re.IGNORECASE)
_WEEKDAY_OF_DATE = re.compile(
    rf"\s(?:(?:next|this) )?{WEEKDAY},? (?=(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?[a-z]{{3}}|\d{{1,2}}[/.]\d)",
    re.IGNORECASE,
)
"""A weekday in words before its own date ("next Friday, 9 October")."""
_BUT_LATE = re.compile(r" but (?:(?:is|it['’]s|now|running) )*(?:delayed|late|behind|slipping)\b", re.IGNORECASE)
"""Lateness beside a status, which a new date answers ("in progress but delayed. New date 4 May")."""
_GOES_ON_OTHERWISE = "You say that the work goes on, and that we may close this. Is the whole action complete?"


def _with_completion(done: Said, votes: list[Said], dated: Said | None) -> Said:
    """A completion with anything else beside it is a question; words that deny it propose no completion at all."""
    if not done.doubt and all(vote.status is Status.CANCELLED for vote in votes):
        return done  # "complete, can come off the plan"
    done = done if done.doubt else replace(done, doubt=f"Your words name more than one status. {WHERE}")
    if votes and done.rule == OF_PART:
        return _without_completion(votes, dated)
    if done.rule == SAYS_COMPLETE and done.status and {vote.status for vote in votes} == {Status.ONGOING}:
        return replace(done, doubt=_GOES_ON_OTHERWISE)
    of_things = votes and all(vote.status and vote.status.is_closed and vote.doubt for vote in votes)
    if done.rule == SAYS_COMPLETE and done.status and of_things:
        return done  # "complete, 312 discounts withdrawn": what was ended is a thing of the action's
    if votes:
        partial = done.status and votes[0].status is not Status.PART_COMPLETED
        partial = partial and not (dated and dated.rule in OUTRIGHT)
        partly = "You say that a part of it is complete. Is the whole action complete?" if partial else ""
        return _without_completion(votes, dated, unless=done.doubt if done.rule == SAYS_COMPLETE else partly)
    stands = dated and dated.doubt != PASSED
    if dated and stands and done.rule == SAYS_COMPLETE and done.status is Status.COMPLETED:
        return replace(done, due=dated.due, status=None)
    return Said(dated.rule, None, dated.due, dated.doubt) if dated and stands else done


def _without_completion(votes: list[Said], dated: Said | None, unless: str = "") -> Said:
    found = (*votes[:1], *((dated,) if dated else ()))
    doubt = next((each.doubt for each in (*votes, *found) if each.doubt), unless)
    status = votes[0].status if votes else None
    if status and status.is_closed:
        doubt = doubt or "May we close it, although it was not completed?"
    return Said(", ".join(each.rule for each in found), status, dated.due if dated else None, doubt)


_NOT = re.compile(r"\bnot\b|n['’]t\b", re.IGNORECASE)
_SOON = timedelta(days=31)
"""What begins within this time is under way."""


def _likeliest(words: str, said_on: date, *, promised: bool = False) -> Said | None:
    """The likeliest of the days that words name, to be asked about; none where they say that the old date stands."""
    ends = () if KEEPS_DATE.search(words) else likely_ends(words, said_on, promised=promised)
    if not ends:
        return None
    doubt = is_it(ends[-1], said_on)
    if len({each.end for each in ends}) > 1 or " and " in ends[-1].text:
        doubt = f"You name more than one date. {doubt}"
    return Said(PROMISES_DAY if promised else NAMES_DATE, due=ends[-1], doubt=doubt)


def _unread(words: str, pieces: tuple[str, ...], said_on: date) -> Said:
    if any(phrases.LOOK_ELSEWHERE.match(piece) for piece in pieces):
        return Said(POINTS_ELSEWHERE, doubt="Who should we ask, or when should we ask again?")
    if "?" in words:
        return Said("asks a question", doubt=f"You ask us something; a colleague can answer it. {WHERE}")
    named = _likeliest(words, said_on)
    if named:
        return named
    days = coming_days(words, said_on)
    if days and all(begins(day) and day.due.end and day.due.end - said_on > _SOON for day in days):
        return Said(NAMES_DATE, doubt=f"You name a day on which it begins. {WHERE}")
    if going.seems_in(pieces):
        return Said(going.RULE, Status.IN_PROGRESS, doubt=f"You tell of work that goes on. {WHERE}")
    if days:
        return Said(UNREAD, doubt=f"You name a day of a step on the way. {WHERE}")
    dates = find_mentions(words, said_on)
    if dates:
        passed = harmless.dates_have_passed(words, said_on)
        return Said(
            NAMES_DATE,
            doubt=PASSED
            if passed and not _NOT.search(words)
            else f"You name a date, but we could not tell of what. {WHERE}",
        )
    return Said(UNREAD, doubt=f"We could not read a status or a date in your words. {WHERE}")
