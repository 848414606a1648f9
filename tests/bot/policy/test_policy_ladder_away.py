"""The ladder while owners, or those above them, are away: who is warned, from when the time to answer counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.plan import Action, Person
from bot.policy import Day, Escalation, Joint, Mentioned, Policy, Post, Reminder, ReminderKind, Rung, decide
from tests.bot.policy.asking_days import (
    CHIEF,
    DIRECTOR,
    DUE,
    HOUSING,
    KAREN,
    LEAD,
    MANAGER,
    PLAN,
    PLANNING,
    TOM,
    action,
    days,
    mention,
    remembered,
)
from tests.bot.policy.climbing import ENGLAND, LADDER, PEOPLE, POLICY, escalations, told, warnings


def away_for(
    first: date, last: date, *absent: Person, late: Action | None = None, policy: Policy = POLICY
) -> list[tuple[date, Reminder]]:
    """Every reminder of 80 days in which people are away without a deputy from one day to another."""
    history: dict[tuple[str, str], list[Mentioned]] = {}
    found = []
    for today in days(DUE, DUE + timedelta(days=80)):
        back = {each.address: last + timedelta(days=1) for each in absent} if today >= first else {}
        there = Day(today, policy, replace(PEOPLE, back=back), ENGLAND)
        reminders = decide([late or action()], history, there).reminders
        history = remembered(history, reminders, today)
        found += [(today, each) for each in reminders]
    return found


@pytest.mark.parametrize("first", [date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 5), date(2026, 10, 14)])
@pytest.mark.parametrize("length", [1, 4, 12, 30])
def test_who_is_away_is_not_warned_and_has_the_whole_time_to_answer_once_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = away_for(first, last, TOM)
    assert not [each for today, each in found if first <= today <= last and (each.warning or each.warned)]
    back = ENGLAND.on_or_after(last + timedelta(days=1))
    for climbed, each in found:
        if each.kind is ReminderKind.ESCALATED and climbed > last:
            assert each.warned
            assert each.warned >= back, "a warning of before the absence is named"
            assert ENGLAND.between(each.warned, climbed) >= POLICY.grace
    assert [name for _, name in escalations(found)][:1] == [MANAGER.name]


def test_who_was_warned_before_an_absence_is_warned_anew_and_the_escalation_counts_from_that() -> None:
    # Warned on 1 October, away from the 5th to the 16th: the next nudge is that of the 22nd.
    found = away_for(date(2026, 10, 5), date(2026, 10, 16), TOM)
    again, comes = date(2026, 10, 22), date(2026, 10, 29)
    assert [on for today, _, on in warnings(found) if today == again] == [comes]
    assert escalations(found)[0] == (comes, MANAGER.name)
    [escalation] = [each for today, each in found if today == comes and each.kind is ReminderKind.ESCALATED]
    assert escalation.warned == again
    assert "Tom Ashgrove was warned of it on 22 October 2026 and did not answer" in escalation.reason


def test_of_joint_owners_those_who_are_there_are_warned_and_the_ladder_goes_on() -> None:
    shared = action(owners=(HOUSING, PLANNING))
    found = away_for(date(2026, 9, 30), date(2026, 12, 31), TOM, late=shared)
    assert {each.to for _, each in found if each.warning} == {KAREN}
    assert escalations(found)[0] == (date(2026, 10, 14), MANAGER.name)
    lead_only = replace(POLICY, joint=Joint.LEAD)
    assert not escalations(away_for(date(2026, 9, 30), date(2026, 12, 31), TOM, late=shared, policy=lead_only))


def test_a_nudge_that_is_sent_for_a_warning_goes_to_all_owners_and_who_is_away_reads_no_warning() -> None:
    # The director's warning goes out on the 21st, for the nudge of the 22nd is too late.
    shared = action(owners=(HOUSING, PLANNING))
    found = away_for(date(2026, 10, 19), date(2026, 10, 23), TOM, late=shared)
    asked = {(today, each.to): each.warning for today, each in found if each.kind is ReminderKind.OVERDUE}
    sent = date(2026, 10, 21)
    assert asked[sent, TOM] is None
    assert asked[sent, KAREN] == Escalation(DIRECTOR, date(2026, 10, 28), Post.DIRECTOR)
    assert [to for today, to in asked if today == sent + timedelta(days=1)] == []


def test_the_reason_of_an_escalation_names_those_who_were_warned_and_nobody_who_was_away() -> None:
    shared = action(owners=(HOUSING, PLANNING))

    def reason(*absent: Person) -> str:
        found = away_for(date(2026, 9, 30), date(2026, 12, 31), *absent, late=shared)
        return next(each.reason for _, each in found if each.kind is ReminderKind.ESCALATED)

    assert reason(TOM).endswith("ago; Karen Whitlock was warned of it on 1 October 2026 and did not answer")
    both = "ago; Tom Ashgrove and Karen Whitlock were warned of it on 1 October 2026 and did not answer"
    assert reason().endswith(both)


def test_an_escalation_does_not_name_an_owner_who_went_away_after_the_warning() -> None:
    shared = action(owners=(HOUSING, PLANNING))
    found = away_for(date(2026, 10, 12), date(2026, 12, 31), TOM, late=shared)
    first = next(each for _, each in found if each.kind is ReminderKind.ESCALATED)
    assert (first.asked, first.warned) == ((KAREN,), date(2026, 10, 1))
    assert first.reason.endswith("ago; Karen Whitlock was warned of it on 1 October 2026 and did not answer")


def test_an_escalation_knows_which_joint_owner_has_been_away_with_nobody_in_their_place() -> None:
    shared = action(owners=(HOUSING, PLANNING))

    def first(last: date, policy: Policy = POLICY) -> Reminder:
        found = away_for(date(2026, 9, 30), last, TOM, late=shared, policy=policy)
        return next(each for _, each in found if each.kind is ReminderKind.ESCALATED)

    assert first(date(2026, 10, 5)).absent == ((TOM, date(2026, 10, 6)),)
    assert first(date(2026, 12, 31)).absent == ((TOM, date(2027, 1, 1)),)
    assert first(date(2026, 9, 30)).absent == ()
    shared = action(owners=(PLANNING, HOUSING))
    assert first(date(2026, 12, 31), replace(POLICY, joint=Joint.LEAD)).absent == (), "only the lead is ever asked"


def test_whoever_comes_back_as_the_other_owner_leaves_is_warned_themselves() -> None:
    shared, history = action(owners=(HOUSING, PLANNING)), [mention(date(2026, 10, 8), to=KAREN, warned=True)]
    back = {TOM.address: date(2026, 10, 19), KAREN.address: date(2026, 11, 2)}
    day = Day(date(2026, 10, 20), POLICY, replace(PEOPLE, back=back), ENGLAND)
    found = decide([shared], {(PLAN, "1"): history}, day).reminders
    assert [(each.to, each.warning is not None) for each in found] == [(TOM, True), (KAREN, False)]
    after_the_time_to_answer = decide([shared], {(PLAN, "1"): history}, replace(day, today=date(2026, 10, 26)))
    assert all(each.kind is ReminderKind.OVERDUE for each in after_the_time_to_answer.reminders)


def test_who_is_away_is_nudged_no_more_often_for_a_warning_that_has_to_wait() -> None:
    first, last = date(2026, 9, 30), date(2026, 11, 27)
    found, plain = (away_for(first, last, TOM, policy=replace(POLICY, ladder=ladder)) for ladder in (LADDER, ()))
    assert [today for today, _ in found if today <= last] == [today for today, _ in plain if today <= last]


def test_a_warning_of_somebody_who_stands_in_says_for_whom() -> None:
    for post, absent in ((Post.MANAGER, MANAGER), (Post.LEAD, LEAD), (Post.DIRECTOR, DIRECTOR), (Post.SLT, CHIEF)):
        policy = replace(POLICY, ladder=(Rung(10, post),))
        away = replace(PEOPLE, deputies={absent.address: KAREN})
        warning = next(each.warning for _, each in told(policy, away) if each.warning)
        assert (warning.to, warning.post, warning.instead_of) == (KAREN, post, (absent,))
        there = next(each.warning for _, each in told(policy) if each.warning)
        assert (there.to, there.post, there.instead_of) == (absent, post, ())


def test_an_escalation_of_somebody_who_is_away_names_who_was_warned_in_their_place() -> None:
    back = date(2026, 12, 31)
    away = replace(PEOPLE, deputies={TOM.address: KAREN}, back={TOM.address: back})
    found = [each for _, each in told(people=away) if each.kind is ReminderKind.ESCALATED]
    assert {(each.asked, each.away) for each in found} == {((KAREN,), ((TOM, back),))}
    there = [each for _, each in told() if each.kind is ReminderKind.ESCALATED]
    assert {(each.asked, each.away) for each in there} == {((TOM,), ())}
