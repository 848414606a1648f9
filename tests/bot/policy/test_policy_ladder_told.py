"""What owners and those above them read of an escalation, before it, on its day and after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.plan import Holder, Owner, Person
from bot.policy import Day, Escalation, Policy, Post, Reminder, ReminderKind, Rung, by_person, decide, leaving_out
from tests.bot.policy.asking_days import (
    CHIEF,
    DIRECTOR,
    HOUSING,
    KAREN,
    MANAGER,
    PLAN,
    PLANNING,
    TOM,
    action,
    mention,
    on,
    remembered,
)
from tests.bot.policy.climbing import CLOSE, ENGLAND, PEOPLE, POLICY, escalations, told, warnings


def test_the_escalation_says_how_late_it_is_who_was_asked_and_when() -> None:
    reason = next(each.reason for _, each in told() if each.kind is ReminderKind.ESCALATED)
    assert reason == (
        'was due by 30 September 2026 (printed as "30 September 2026"), 10 working days ago; '
        "Tom Ashgrove was warned of it on 1 October 2026 and did not answer"
    )


def test_a_warning_says_what_the_person_to_be_told_is_to_the_action() -> None:
    posts = [each.warning.post for _, each in told() if each.warning]
    assert list(dict.fromkeys(posts)) == [Post.MANAGER, Post.DIRECTOR, Post.SLT]
    no_manager = replace(PEOPLE, managers={})
    assert next(each.warning.post for _, each in told(people=no_manager) if each.warning) is Post.LEAD


def test_whoever_holds_two_posts_is_told_of_as_what_the_ladder_calls_them() -> None:
    two_rungs = replace(POLICY, ladder=(Rung(10, Post.MANAGER), Rung(20, Post.SLT)))
    people = replace(PEOPLE, directors={}, managers={TOM.address: MANAGER, MANAGER.address: CHIEF})
    posts = [each.warning.post for _, each in told(two_rungs, people) if each.warning]
    assert list(dict.fromkeys(posts)) == [Post.MANAGER, Post.SLT]


def test_the_nudges_after_an_escalation_say_who_was_told_until_an_answer_comes() -> None:
    found = told(answers={date(2026, 11, 2): "1"})
    known = [(today, each.told) for today, each in found if each.kind is ReminderKind.OVERDUE]
    assert known[:5] == [
        (date(2026, 10, 1), None),
        (date(2026, 10, 8), None),
        (date(2026, 10, 21), Escalation(MANAGER, date(2026, 10, 14), Post.MANAGER, yours=True)),
        (date(2026, 11, 10), None),
        (date(2026, 11, 17), None),
    ]


def test_a_deputy_who_was_told_is_named_with_whom_they_stood_in_for_when_that_manager_is_back() -> None:
    said = [mention(date(2026, 10, 1), warned=True), mention(date(2026, 10, 14), ReminderKind.ESCALATED, to=KAREN)]
    back = replace(PEOPLE, named={MANAGER.address: KAREN})
    for people in (back, replace(back, deputies=back.named)):
        day = Day(date(2026, 10, 21), CLOSE, people, ENGLAND)
        [asked] = [each for each in decide([action()], {(PLAN, "1"): said}, day).reminders if each.kind.asks_owner]
        assert asked.told == Escalation(KAREN, date(2026, 10, 14), Post.MANAGER, (MANAGER,), yours=True)


def test_a_manager_of_both_joint_owners_is_their_manager_to_each_of_them() -> None:
    shared = action(owners=(HOUSING, PLANNING))
    both = replace(PEOPLE, managers={TOM.address: MANAGER, KAREN.address: MANAGER})
    for people, hers in ((both, True), (PEOPLE, False)):
        warned = [(each.to, each.warning.yours) for _, each in told(people=people, late=shared) if each.warning]
        assert warned[:2] == [(TOM, True), (KAREN, hers)]
    by_post = replace(PEOPLE, post_managers={("head of planning", KAREN.address): MANAGER})
    warned = [(each.to, each.warning.yours) for _, each in told(people=by_post, late=shared) if each.warning]
    assert warned[1] == (KAREN, True)


def test_the_manager_of_a_vacant_post_is_not_its_deputys_manager() -> None:
    def told(*holders: Holder) -> list[bool]:
        owners = tuple(Owner(f"Post {number}", (TOM,), holder=holder) for number, holder in enumerate(holders))
        late = action(owners=owners)
        found = on(late, today=date(2026, 10, 1), policy=POLICY, people=PEOPLE, calendar=ENGLAND).reminders
        return [each.warning.yours for each in found if each.warning]

    assert told(Holder.OF_POST) == [True]
    assert told(Holder.DEPUTY) == [False]
    assert told(Holder.DEPUTY, Holder.OF_POST) == [True]


def test_an_escalation_keeps_the_day_of_its_warning() -> None:
    found = told()
    for today, each in found:
        if each.kind is ReminderKind.ESCALATED:
            assert each.warned is not None
            assert each.warned in [day for day, to, _ in warnings(found) if to == each.to.name]
            assert each.warned < today


def late_nudges(policy: Policy) -> list[tuple[date, Reminder]]:
    return [(today, each) for today, each in told(policy) if each.kind is ReminderKind.OVERDUE]


def test_the_nudge_of_the_day_says_who_is_told_today_and_who_is_next_in_one_mail() -> None:
    found = late_nudges(CLOSE)
    on_the_day, after = found[1:3]
    assert escalations(told(CLOSE))[0] == (on_the_day[0], MANAGER.name) == (date(2026, 10, 8), MANAGER.name)
    assert on_the_day[1].tells == Escalation(MANAGER, date(2026, 10, 8), Post.MANAGER, yours=True)
    assert on_the_day[1].told is None
    assert on_the_day[1].warning == Escalation(DIRECTOR, date(2026, 10, 15), Post.DIRECTOR)
    assert after[0] == date(2026, 10, 15)
    assert after[1].told == Escalation(MANAGER, date(2026, 10, 8), Post.MANAGER, yours=True)
    assert after[1].tells == Escalation(DIRECTOR, date(2026, 10, 15), Post.DIRECTOR)


def test_where_no_nudge_goes_on_the_day_of_an_escalation_the_owner_hears_on_the_next() -> None:
    found = late_nudges(replace(CLOSE, overdue_every=(9,), ladder=CLOSE.ladder[:1]))
    assert [today for today, _ in found][:2] == [date(2026, 10, 1), date(2026, 10, 12)]
    assert found[1][1].told == Escalation(MANAGER, date(2026, 10, 8), Post.MANAGER, yours=True)


def test_an_owner_reads_of_nobody_as_told_today_who_gets_no_mail_today() -> None:
    said = [mention(date(2026, 10, 1), warned=True, post=Post.MANAGER, promised=date(2026, 10, 8))]
    reminders = decide([action()], {(PLAN, "1"): said}, Day(date(2026, 10, 8), CLOSE, PEOPLE, ENGLAND)).reminders
    [nudge] = leaving_out(reminders, {MANAGER.address})
    assert (nudge.to, nudge.tells, nudge.warning, nudge.post) == (TOM, None, None, None)
    assert leaving_out(reminders, {KAREN.address}) == reminders
    [escalation] = leaving_out(reminders, {TOM.address})
    assert escalation.to == MANAGER


def test_who_is_told_from_above_is_mailed_before_the_owners_who_read_of_it() -> None:
    said = [mention(date(2026, 10, 1), warned=True, post=Post.MANAGER, promised=date(2026, 10, 8))]
    late = replace(PEOPLE, managers={TOM.address: CHIEF})
    chief_last = Person("Zoe Ward", "zoe.ward@tamberley.example")
    for manager in (CHIEF, chief_last):
        people = replace(late, managers={TOM.address: manager})
        day = Day(date(2026, 10, 8), CLOSE, people, ENGLAND)
        assert list(by_person(decide([action()], {(PLAN, "1"): said}, day).reminders)) == [manager, TOM]


def test_an_escalation_whose_mail_never_left_comes_on_the_next_day_though_the_owner_read_of_the_one_after_it() -> None:
    promised = [date(2026, 10, 8), date(2026, 10, 15)]
    said = [
        mention(date(2026, 10, 1), warned=True, post=Post.MANAGER, promised=promised[0]),
        mention(date(2026, 10, 8), warned=True, post=Post.DIRECTOR, promised=promised[1]),
    ]
    day = Day(date(2026, 10, 9), CLOSE, PEOPLE, ENGLAND)
    [escalation] = decide([action()], {(PLAN, "1"): said}, day).reminders
    assert (escalation.to, escalation.warned) == (MANAGER, date(2026, 10, 1))
    history = remembered({(PLAN, "1"): said}, [escalation], date(2026, 10, 9))
    assert not decide([action()], history, replace(day, today=date(2026, 10, 14))).reminders
    [afresh] = decide([action()], history, replace(day, today=date(2026, 10, 15))).reminders
    assert afresh.warning == Escalation(DIRECTOR, date(2026, 10, 22), Post.DIRECTOR)
