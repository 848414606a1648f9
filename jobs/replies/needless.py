"""Questions that nobody needs to answer: their yes would change nothing, or what they ask for was given already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.compose import wording
from bot.plan import Action, DueKind
from bot.policy import Wish, comes_round, open_wish
from bot.progress import without_ref
from bot.reply import WHERE, Decision, Mail, Update
from bot.reply.beside import doubts
from bot.reply.lines import Line
from bot.reply.meaning.news import LATE, news_in
from bot.reply.meaning.said import GOING, UNREAD
from bot.reply.units.thanking import left_thanks, says_only_thanks
from jobs.kit import Kit
from jobs.people.heard import heard
from jobs.replies.planned import NEXT_TIME, status_of

_HOW_IT_STANDS = re.compile(r"We take it that this is [^?.]+\. Is that so\?")
"""The whole of a question whose yes sets a status, and nothing else."""
OF_DATE = re.compile(r"\bIs [^?]+ the new date(?: for the whole action)?\?$")
"""A question whose yes sets a date."""
_OF_DAYS = re.compile(r"\bYou name (?:a day that has been|more than one date|the day of the next time)\. ")
"""A question about days that are news of something without an end: when it was last done, and when it is done next."""
_OF_NEXT_TIME = f"You name the day of the next time. {WHERE}"
_TELLS_MORE = re.compile(r"^(?:names (?:a |more )?d(?:ay|ate)s?|asks a question|says several things|too long)$")
"""The rules of words that may ask for more than the new date that waits: another one, or an answer of ours."""
_EMPTY = "empty"
"""The rule of a mail in which no words of its own are found."""
_UNREAD = f"We could not read a status or a date in your words. {WHERE}"


def without_needless(kit: Kit, mail: Mail, update: Update, action: Action | None, said_on: date) -> Update:
    """The update, kept as words alone where the question about it is needless.

    Words that leave another question of ours open are never put away so: a yes or a no may be in them.
    """
    if update.decision is not Decision.ASK or action is None:
        return update
    update = _without_next_time(update, action)
    if _asks_for_its_date(update, action) and not _is_asked(kit, mail, action):
        news = _news(update, action, said_on) or (LATE if _is_shaken(update) else "")
        return replace(update, due=None, decision=Decision.ASK if news else Decision.APPLY, status=None, reason=news)
    stands = _HOW_IT_STANDS.fullmatch(update.reason) and status_of(update, action) is action.status
    if stands and (news := _news(update, action, said_on)):
        return replace(update, status=None, reason=news)
    if stands and _is_asked(kit, mail, action):
        update = replace(update, status=None, reason=_UNREAD)
    elif stands or (_goes_on(action) and _OF_DAYS.search(update.reason) and _sets_nothing(update)):
        return replace(update, decision=Decision.APPLY, status=None, reason="")
    wish = open_wish(heard(kit).get(action.key, ())) if _adds_nothing(update) else None
    if wish is None or wish.overtaken:
        return update
    return replace(update, decision=Decision.NOTE, status=None, reason=_waits(wish))


def _asks_for_its_date(update: Update, action: Action) -> bool:
    """Whether the new date that a question is about is the one that the action has already."""
    same = update.due is not None and update.due.end == action.current_due.end
    stands = update.status is None or status_of(update, action) is action.status
    return same and stands and bool(OF_DATE.search(update.reason))


def _is_shaken(update: Update) -> bool:
    """Whether words doubt a date by more than their hope of it."""
    words = _HOPES.sub(" ", without_ref(update.comment, update.ref))
    return bool(doubts.DOUBTS.search(words) or doubts.SHAKES_DATE.search(words))


_HOPES = re.compile(
    r"\b(?:should|aim(?:s|ing)?|hop(?:e|ing|eful|efully)|expect(?:s|ed|ing)?|realistic)\b", re.IGNORECASE
)


def _without_next_time(update: Update, action: Action) -> Update:
    """The update without the day of the next time, which is no new date of what comes round."""
    again = comes_round(action) or _goes_on(action)
    if update.due and again and update.status in GOING and NEXT_TIME.search(update.comment):
        return replace(update, due=None, status=None, reason=_OF_NEXT_TIME)
    return update


def says_nothing(update: Update, lines: Sequence[Line]) -> bool:
    """Whether an update holds mere thanks, of which nobody is asked and which nobody has to read."""
    words = without_ref(update.comment, update.ref)
    return left_thanks(lines) if update.rule == _EMPTY else update.rule == UNREAD and says_only_thanks(words)


def _news(update: Update, action: Action, said_on: date) -> str:
    if _goes_on(action):
        return ""
    return news_in(without_ref(update.comment, update.ref), action.text, action.current_due.end, said_on)


def _is_asked(kit: Kit, mail: Mail, action: Action) -> bool:
    """Whether the sender owes us an answer about an action that a yes, a no or a day would give."""
    return any(
        each.sender == mail.sender.address and each.update.key == action.key and not each.answered
        for each in kit.ledger.review.questions()
    )


def _adds_nothing(update: Update) -> bool:
    """Whether nothing could be read in words that stand beside a new date that was asked for."""
    return _sets_nothing(update) and not _TELLS_MORE.match(update.rule)


def _sets_nothing(update: Update) -> bool:
    sets = update.status not in GOING or update.due or update.snooze
    return update.reason.endswith(WHERE) and not sets


def _goes_on(action: Action) -> bool:
    """Whether its owners are only asked now and then how something goes that has no end."""
    return action.current_due.end is None and action.current_due.kind in (DueKind.ONGOING, DueKind.RECURRING)


def _waits(wish: Wish) -> str:
    asked = f"The new date {wording.day(wish.wished)}, asked for on {wording.day(wish.on)},"
    return f"{asked} is still to be decided by {wish.lead.name}; until then its date stays."
