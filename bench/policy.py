"""Deciding, simulating and composing: one JSON object on stdout, with the limits beside it.

    python bench/policy.py

A day is decided for 10,000 actions (every other one spoken of eight times before, three rungs of escalation), and 365
days are lived for 500 actions under two policies; both in seconds of CPU. A nudge is composed with 1, 10 and 60
actions, in milliseconds of CPU and kilobytes of HTML; Gmail cuts a mail off at 102.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.bank_holidays import working_days
from bot.compose import Composer, NudgeView
from bot.plan import Action, Due, DueKind, Owner, Person, Status
from bot.policy import Day, Mentioned, People, Policy, Post, ReminderKind, Rung, decide
from bot.resources import shipped
from bot.simulation import Answers, Known, Span, Trial, figures, live
from bot.working_days import Nation

TODAY = date(2026, 11, 23)
PLAN = "Corporate plan"
STAFF = [Person(f"Officer {number}", f"officer.{number}@tamberley.example") for number in range(60)]
PEOPLE = People(
    managers={person.address: STAFF[number // 6] for number, person in enumerate(STAFF)},
    leads={PLAN: STAFF[0]},
    directors={PLAN: STAFF[1]},
    slt=STAFF[2],
)
LADDER = (Rung(10, Post.MANAGER), Rung(20, Post.DIRECTOR), Rung(30, Post.SLT))
POLICY = Policy(ladder=LADDER)
GENTLER = Policy(before=(7,), overdue_every=(28,), ladder=LADDER[:1])
CALENDAR = working_days(Nation.ENGLAND)
YEAR = Span(date(2027, 1, 1), date(2027, 12, 31))
ROUNDS = 9
LIMITS = {"decide_10000_actions_s": 0.2, "simulate_365_days_of_500_actions_twice_s": 10, "nudge_of_60_kb": 100}


def main() -> int:
    figures = {
        "decide_10000_actions_s": round(_decided(), 3),
        "simulate_365_days_of_500_actions_twice_s": round(_lived(), 2),
    }
    for number in (1, 10, 60):
        figures |= _composed(number)
    over = sorted(name for name, limit in LIMITS.items() if figures[name] > limit)
    print(json.dumps({"figures": figures, "limits": LIMITS, "over": over}, indent=2))
    return 1 if over else 0


def _decided() -> float:
    day = Day(TODAY, POLICY, PEOPLE, CALENDAR)
    actions = [_action(number, TODAY + timedelta(days=number * 7 % 200 - 100)) for number in range(10_000)]
    history = {(PLAN, str(number)): _nudged(STAFF[number % 60]) for number in range(1, 10_000, 2)}
    return min(_cpu(lambda: decide(actions, history, day)) for _ in range(ROUNDS))


def _lived() -> float:
    actions = [_action(number, YEAR.first + timedelta(days=number * 37 % 365)) for number in range(500)]

    def live_both() -> None:
        for name, policy in (("as configured", POLICY), ("gentler", GENTLER)):
            trial = Trial(name, policy, CALENDAR)
            figures(live(actions, Known(), lambda day: PEOPLE, YEAR, trial, Answers()), actions)

    return _cpu(live_both)


def _composed(number: int) -> dict[str, float]:
    composer = Composer(shipped("templates"))
    actions = [_action(each, TODAY - timedelta(days=each % 50 + 1), owners=_owned(0)) for each in range(2, number + 2)]
    day = Day(TODAY, replace(POLICY, ladder=()), PEOPLE, CALENDAR)
    reminders = decide(actions, {}, day).reminders
    token = "b7q2" * 6
    view = NudgeView(
        person=STAFF[0],
        reminders=reminders,
        today=TODAY,
        reply_to=f"actions+r-{token}@tamberley.example",
        token=token,
        sender_name="Tamberley District Council",
        contact="the performance team",
    )
    mail = composer.nudge(view)
    if len(reminders) != number:
        raise SystemExit(f"{len(reminders)} of {number} actions are in the nudge")
    took = statistics.median(_cpu(lambda: composer.nudge(view)) for _ in range(ROUNDS))
    size = len(mail.html.encode()) / 1000
    return {f"nudge_of_{number}_ms": round(took * 1000, 1), f"nudge_of_{number}_kb": round(size, 1)}


def _action(number: int, end: date, owners: tuple[Owner, ...] | None = None) -> Action:
    kind = number % 10
    due = Due("TBC") if kind == 0 else Due("Ongoing", kind=DueKind.ONGOING) if kind == 1 else Due.on(end)
    return Action(
        PLAN,
        str(number),
        f"{number // 10}.{kind}",
        "Survey the weir, agree the works with the drainage board and report to the committee",
        recommendation="Keep the town dry, and say by when each of its defences will have been looked at",
        owners=_owned(number) if owners is None else owners,
        due=due if owners is None else Due.on(end),
        status=Status.IN_PROGRESS,
        progress="3 November 2026, Officer 7: the survey is booked and the board has been told",
    )


def _owned(number: int) -> tuple[Owner, ...]:
    """One in fifty is nobody's."""
    return () if number % 50 == 49 else (Owner(f"Post {number % 60}", (STAFF[number % 60],)),)


def _nudged(person: Person) -> list[Mentioned]:
    days = [TODAY - timedelta(days=70 - 8 * turn) for turn in range(8)]
    return [Mentioned(day, ReminderKind.OVERDUE, person.address, turn > 4) for turn, day in enumerate(days)]


def _cpu(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
