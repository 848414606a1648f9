"""For how long somebody who asks to be left alone is: not longer than the policy allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.reply.decide.update import Decision, Update


def within_bound(update: Update, today: date, most: int) -> Update:
    """An update that asks for at most so many days of peace: one that asks for more gets those and says so, and where
    there are none to give it is asked about."""
    asked, last = update.snooze, today + timedelta(days=most)
    if asked is None or asked <= last:
        return update
    if not most:
        return _asked(replace(update, snooze=None), "Reminders cannot be put off here. Is there a new date?")
    if update.decision is Decision.APPLY:
        reason = f"You asked for {_day(asked)}, and we leave an action alone for at most {most} days."
        return replace(update, snooze=last, reason=reason)
    return replace(update, snooze=last, reason=update.reason.replace(_day(asked), _day(last)))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _asked(update: Update, question: str) -> Update:
    return replace(update, decision=Decision.ASK, reason=question) if update.decision is Decision.APPLY else update
