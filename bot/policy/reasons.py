"""Why an action is mentioned today, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bot.plan import Due, Person
from bot.policy.heard import Heard, Wish


def about_date(due: Due, days: int) -> str:
    """Where something with a date stands; `days` counts from its end."""
    end = due.end
    assert end is not None
    when = f"{_day(end)}{_printed(due)}"
    if days > 0:
        return f"was due by {when}, {_days(days)} ago"
    return f"is due today, {when}" if days == 0 else f"is due by {when}, in {_days(-days)}"


def no_date(due: Due) -> str:
    return f"has no date that can be kept{_printed(due)}: which day is meant?" if due.text else "has no date yet"


def no_next_date(due: Due) -> str:
    return f"was done and comes round{_printed(due)}: when is it next due?"


def check_in(due: Due, last: date | None) -> str:
    heard = f"the last word about it was on {_day(last)}" if last else "nothing has been said about it yet"
    return f"goes on without an end date{_printed(due)}, and {heard}"


def waits_for(wish: Wish) -> str:
    """That it is the lead's turn."""
    return f"the new date {_day(wish.wished)}, asked for on {_day(wish.on)}, waits for {wish.lead.name}'s yes"


def escalated(due: Due, late: int, told: Sequence[Person], warned: date, wrote: Heard | None, wish: Wish | None) -> str:
    """Why somebody above is told of something `late` working days late, of which `told` were warned; nobody is called
    silent whose `wish` waits for the lead."""
    names = " and ".join(filter(None, (", ".join(each.name for each in told[:-1]), told[-1].name)))
    end = due.end
    assert end is not None
    before = f"{_heard(wrote)}; " if wrote else ""
    silence = "" if wish or (wrote and wrote.is_denial) else f" and did not answer{' since' if wrote else ''}"
    waiting = f"; {waits_for(wish)}" if wish else ""
    return (
        f"was due by {_day(end)}{_printed(due)}, {late} working day{'s' * (late != 1)} ago; {before}{names} "
        f"{'were' if len(told) > 1 else 'was'} warned of it on {_day(warned)}{silence}{waiting}"
    )


def _heard(wrote: Heard) -> str:
    who = wrote.by.name if wrote.by else "its owner"
    if wrote.disowned:
        named = f" and named {wrote.disowned.named.name}" if wrote.disowned.named else ""
        whose = "somebody else's" if wrote.from_above else "not theirs"
        return f"{who} wrote on {_day(wrote.on)} that it is {whose}{named}"
    if wrote.waits:
        return f"{who} wrote on {_day(wrote.on)}, which still waits for the administrator"
    return f"{who} wrote on {_day(wrote.on)}{', and has not said what we asked about it' if wrote.asked else ''}"


def copied(asked: str) -> str:
    return f"for your information: {asked} is asked about it"


@lru_cache(maxsize=4096)
def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _days(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"


def _printed(due: Due) -> str:
    return f' (printed as "{due.text}")' if due.text else ""
