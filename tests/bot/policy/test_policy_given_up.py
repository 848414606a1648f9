"""Owners who do not answer are asked so many times, and told of to the admins once their time is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.plan import Due
from bot.policy import Day, Policy, Post, ReminderKind, Rung, decide
from bot.policy.moments import turns
from tests.bot.policy.asking_days import DUE, KEY, action, lived, mention
from tests.bot.policy.climbing import ENGLAND, PEOPLE

MONDAY = date(2026, 10, 5)
WEEKLY = Policy(overdue_every=(7,), overdue_most=3)


def _days(*numbers: int) -> list[date]:
    return [MONDAY + timedelta(days=each) for each in numbers]


@pytest.mark.parametrize(
    ("nudged", "count"),
    [
        ([], 0),
        ([0, 7, 14], 3),
        ([0, 4, 9], 2),  # the own days are 0, 7 and 14
        ([0, 4, 9, 13, 16], 3),
        ([0, 21, 25], 3),  # the job did not run in between
    ],
)
def test_a_nudge_that_comes_sooner_than_the_policy_says_counts_as_none_more(nudged: list[int], count: int) -> None:
    assert turns(_days(*nudged), WEEKLY) == count


def test_the_turns_become_longer_as_the_policy_says() -> None:
    assert turns(_days(0, 7, 14), Policy(overdue_every=(7, 14))) == 2
    assert turns(_days(0, 7, 21), Policy(overdue_every=(7, 14))) == 3


def test_nudges_brought_forward_use_nothing_up() -> None:
    said = {KEY: [mention(each) for each in _days(0, 4, 9)]}
    day = Day(MONDAY + timedelta(days=16), WEEKLY, calendar=ENGLAND)
    decided = decide([action(due=Due.on(MONDAY - timedelta(days=1)))], said, day)
    assert [each.kind for each in decided.reminders] == [ReminderKind.OVERDUE]
    assert not decided.gaps


WARNED = replace(WEEKLY, overdue_most=2, ladder=(Rung(8, Post.MANAGER),), grace=5)


def test_an_admin_is_told_of_it_once_the_time_is_over_that_the_last_card_gave() -> None:
    lives = list(lived([action()], DUE, DUE + timedelta(days=40), Day(DUE, WARNED, PEOPLE, ENGLAND)))
    cards = [each for _, _, decided in lives for each in decided.reminders if each.kind is ReminderKind.OVERDUE]
    [*_, last] = [each.warning.on for each in cards if each.warning]
    listed = [today for today, _, decided in lives if decided.gaps]
    assert listed[0] == last
    assert [today for today, _, _ in lives if today >= last] == listed


def test_nothing_is_both_chased_and_not_chased_on_a_day() -> None:
    late_warning = replace(WARNED, overdue_every=(1,), ladder=(Rung(8, Post.MANAGER), Rung(20, Post.DIRECTOR)))
    lives = list(lived([action()], DUE, DUE + timedelta(days=60), Day(DUE, late_warning, PEOPLE, ENGLAND)))
    assert {each.post for _, _, decided in lives for each in decided.reminders if each.warning} == {
        Post.MANAGER,
        Post.DIRECTOR,
    }
    for today, _, decided in lives:
        chased = any(each.kind is ReminderKind.OVERDUE for each in decided.reminders)
        assert not (chased and decided.gaps), today


def test_who_is_given_up_is_not_drawn_along_with_something_else() -> None:
    ladder = (Rung(20, Post.MANAGER),)
    policy = Policy(overdue_every=(7, 7, 28), overdue_most=2, ladder=ladder, grace=5)
    end = MONDAY - timedelta(days=1)
    rows = [action(due=Due.on(end)), action("2", due=Due.on(MONDAY + timedelta(days=10)))]
    said = {KEY: [mention(each) for each in _days(0, 7)], rows[1].key: [mention(MONDAY, ReminderKind.UPCOMING)]}
    day = Day(MONDAY + timedelta(days=11), policy, PEOPLE, ENGLAND)
    decided = decide(rows, said, day)
    assert [each.action.item_id for each in decided.reminders] == ["2"]
    assert [each.action.item_id for each in decided.gaps] == ["1"]
