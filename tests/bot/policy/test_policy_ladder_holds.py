"""What somebody writes who was told from above holds off those above them, and then the owner is warned afresh."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.policy import Day, Heard, Post, ReminderKind, decide
from tests.bot.policy.asking_days import DIRECTOR, DUE, MANAGER, PLAN, PLANNING, TOM, action, mention
from tests.bot.policy.climbing import CLOSE, ENGLAND, PEOPLE, escalations, told, warnings

MANAGER_TOLD = date(2026, 10, 8)
HELD = timedelta(days=14)


@pytest.mark.parametrize("days_on", [1, 2, 4, 6])
def test_nobody_is_warned_or_told_for_two_weeks_and_then_the_owner_is_warned_afresh(days_on: int) -> None:
    wrote = MANAGER_TOLD + timedelta(days=days_on)
    found = told(CLOSE, words=[Heard(wrote, MANAGER, from_above=True)])
    manager, (second, director) = escalations(found)
    assert (manager, director) == ((MANAGER_TOLD, MANAGER.name), DIRECTOR.name)
    brought = next(each for today, each in found if today == second and each.kind is ReminderKind.ESCALATED)
    assert brought.warned
    assert brought.warned >= wrote + HELD
    assert ENGLAND.between(brought.warned, second) >= CLOSE.grace
    assert not [on for on, _, _ in warnings(found) if wrote <= on < wrote + HELD]


def test_the_owner_is_still_asked_meanwhile() -> None:
    found = told(CLOSE, words=[Heard(MANAGER_TOLD + timedelta(days=1), MANAGER, from_above=True)])
    assert date(2026, 10, 15) in [today for today, each in found if each.kind is ReminderKind.OVERDUE]


def test_a_day_that_was_promised_before_is_kept_by_the_warning_afterwards() -> None:
    promised = MANAGER_TOLD + timedelta(days=60)
    said = [mention(DUE + timedelta(days=1), warned=True, post=Post.MANAGER, promised=promised)]
    words = {(PLAN, "1"): [Heard(MANAGER_TOLD, MANAGER, from_above=True)]}
    [asked] = decide([action()], {(PLAN, "1"): said}, Day(MANAGER_TOLD + HELD, CLOSE, PEOPLE, ENGLAND, words)).reminders
    assert asked.warning
    assert asked.warning.on == promised


def test_what_the_owner_before_wrote_keeps_a_warning_back_only_if_it_came_since_the_new_one_was_asked() -> None:
    handed_over, first = action(owners=(PLANNING,)), DUE + timedelta(days=1)

    def climbs(wrote: date) -> tuple[date, date]:
        found = told(CLOSE, late=handed_over, words=[Heard(wrote, TOM, waits=True, as_owner=True)])
        return warnings(found)[0][0], escalations(found)[0][0]

    silent = told(CLOSE, late=handed_over)
    assert climbs(DUE - timedelta(days=2)) == (first, escalations(silent)[0][0])
    warned, brought = climbs(first + timedelta(days=1))
    assert warned == first
    assert brought >= first + HELD
