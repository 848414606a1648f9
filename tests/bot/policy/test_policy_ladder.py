"""Silence climbs the ladder: who is told when, after which warning, and what takes an action off it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.plan import Due, Owner
from bot.policy import Day, Escalation, Mentioned, People, Policy, Post, ReminderKind, Rung, decide
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
    lived,
    mention,
    remembered,
)
from tests.bot.policy.climbing import CLOSE, ENGLAND, LADDER, PEOPLE, POLICY, escalations, told, warnings


def test_silence_climbs_rung_by_rung_each_after_its_working_days() -> None:
    # Due on Wednesday 30 September: ten working days late is 14 October, twenty the 28th, thirty 11 November.
    assert escalations(told()) == [
        (date(2026, 10, 14), MANAGER.name),
        (date(2026, 10, 28), DIRECTOR.name),
        (date(2026, 11, 11), CHIEF.name),
    ]


def test_each_escalation_is_announced_to_the_owner_with_its_day_in_time_to_answer() -> None:
    found = told()
    for climbed, name in escalations(found):
        announced = min(today for today, to, _ in warnings(found) if to == name)
        assert ENGLAND.between(announced, climbed) >= POLICY.grace
        assert all(on <= climbed for _, to, on in warnings(found) if to == name)
    assert warnings(found)[0] == (date(2026, 10, 1), MANAGER.name, date(2026, 10, 14))


def test_a_warning_rides_on_the_nudge_before_it_is_due_rather_than_be_a_mail_of_its_own() -> None:
    one = LADDER[:1]
    for every, ladder in (((7, 7, 14), LADDER), ((3,), LADDER), ((7, 14), one), ((28,), one), ((1, 30), one)):
        policy = replace(POLICY, overdue_every=every, ladder=ladder)
        nudges = [today for today, each in told(policy) if each.kind is ReminderKind.OVERDUE]
        plain = told(replace(policy, ladder=()))
        assert nudges == [today for today, each in plain if each.kind is ReminderKind.OVERDUE], every
        assert escalations(told(policy)) == escalations(told())[: len(ladder)], every


def test_nobody_is_warned_while_a_later_nudge_is_in_time() -> None:
    # Told on 28 October, so warned by the 21st: the nudge of the 22nd is too late, those of the 1st and 8th too early.
    found = told(replace(POLICY, overdue_every=(7,), ladder=(Rung(20, Post.DIRECTOR),)))
    assert warnings(found)[0] == (date(2026, 10, 15), DIRECTOR.name, date(2026, 10, 28))


def test_a_warning_that_no_nudge_can_carry_in_time_is_a_mail_of_its_own() -> None:
    # The manager is told on 14 October; the director's warning comes after that and by the 21st, a nudge on the 22nd.
    found = [(today, each.warning) for today, each in told() if each.kind is ReminderKind.OVERDUE]
    assert (date(2026, 10, 21), DIRECTOR) in [(today, warning.to) for today, warning in found if warning]
    assert date(2026, 10, 22) not in dict(found)


def test_a_warning_whose_own_day_is_the_day_of_an_escalation_goes_out_on_that_day() -> None:
    # The director is told fifteen working days late, the 21st: five working days before that the manager is told.
    close = replace(POLICY, ladder=(Rung(10, Post.MANAGER), Rung(15, Post.DIRECTOR)), overdue_every=(20,))
    found = told(close)
    assert escalations(found) == [(date(2026, 10, 14), MANAGER.name), (date(2026, 10, 21), DIRECTOR.name)]
    [nudge] = [each for today, each in found if today == date(2026, 10, 14) and each.kind is ReminderKind.OVERDUE]
    assert nudge.tells == Escalation(MANAGER, date(2026, 10, 14), Post.MANAGER, yours=True)
    assert nudge.warning == Escalation(DIRECTOR, date(2026, 10, 21), Post.DIRECTOR)


def test_once_its_own_day_is_past_a_rung_is_warned_of_with_the_nudges_that_come_anyway() -> None:
    away, spoken_of = frozenset(DUE + timedelta(days=n) for n in range(30)), DUE + timedelta(days=30)
    gentle = replace(POLICY, overdue_every=(7, 14), grace=3)
    found = told(gentle, outages=away)
    nudges = [today for today, each in found if each.kind is ReminderKind.OVERDUE]
    assert nudges == [spoken_of + timedelta(days=n) for n in (0, 7, 21, 35, 49) if n <= 50]
    warned = {name: today for today, name, _ in reversed(warnings(found))}
    assert list(warned.values()) == nudges[2::-1]
    for today, name in escalations(found):
        assert today == ENGLAND.after(warned[name], gentle.grace)


def test_an_answer_stops_the_ladder_and_the_next_silence_warns_afresh() -> None:
    found = told(answers={date(2026, 10, 12): "1"})
    assert escalations(found)[0] == (date(2026, 10, 27), MANAGER.name)
    assert [today for today, _, _ in warnings(found)][:3] == [date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 20)]


def test_after_an_outage_the_warning_comes_first_however_late_it_is() -> None:
    away = frozenset(DUE + timedelta(days=n) for n in range(60))
    found = told(outages=away)
    assert warnings(found)[0][0] == date(2026, 11, 30)
    assert escalations(found)[0] == (date(2026, 12, 7), MANAGER.name)


def test_a_rung_is_told_once_though_its_post_changes_hands() -> None:
    day = Day(DUE, POLICY, PEOPLE, ENGLAND)
    history: dict[tuple[str, str], list[Mentioned]] = {}
    names = []
    for today in days(DUE, date(2026, 11, 3)):
        away = {MANAGER.address: KAREN} if today <= date(2026, 10, 20) else {}
        there = replace(day, today=today, people=replace(PEOPLE, deputies=away))
        reminders = decide([action()], history, there).reminders
        names += [each.to.name for each in reminders if each.kind is ReminderKind.ESCALATED]
        history = remembered(history, reminders, today)
    assert names == [KAREN.name, DIRECTOR.name]


def test_a_post_filled_after_the_rung_above_it_was_told_is_not_told_any_more() -> None:
    day = Day(DUE, POLICY, PEOPLE, ENGLAND)
    said = [mention(date(2026, 11, 4), ReminderKind.ESCALATED, CHIEF, post=Post.SLT)]
    reminders = decide([action()], {(PLAN, "1"): said}, replace(day, today=date(2026, 11, 30))).reminders
    assert [each.warning for each in reminders] == [None]


def test_a_rung_without_anybody_or_held_by_the_owner_is_passed_over() -> None:
    own_manager = replace(PEOPLE, managers={TOM.address: TOM}, directors={})
    assert [name for _, name in escalations(told(people=own_manager))] == [CHIEF.name]


def test_without_a_manager_the_lead_of_the_plan_is_told_and_only_once() -> None:
    ladder = (Rung(10, Post.MANAGER), Rung(15, Post.LEAD), Rung(30, Post.SLT))
    found = told(replace(POLICY, ladder=ladder), replace(PEOPLE, managers={}))
    assert [name for _, name in escalations(found)] == [LEAD.name, CHIEF.name]


def test_of_two_posts_of_one_person_the_manager_of_the_post_that_owns_the_action_is_told() -> None:
    posts = {("head of housing", TOM.address): MANAGER, ("head of estates", TOM.address): KAREN}
    people = replace(PEOPLE, managers={TOM.address: MANAGER, KAREN.address: CHIEF}, post_managers=posts, directors={})
    estates = Owner("Head of Estates", (TOM,))
    assert escalations(told(people=people))[0][1] == MANAGER.name
    assert [name for _, name in escalations(told(people=people, late=action(owners=(estates,))))][:2] == [
        KAREN.name,
        CHIEF.name,
    ]
    by_name = Owner("Tom Ashgrove", (TOM,))
    assert escalations(told(people=people, late=action(owners=(by_name,))))[0][1] == MANAGER.name
    picked_for_another = Owner("Head of Planning", (TOM,))
    assert escalations(told(people=people, late=action(owners=(picked_for_another,))))[0][1] == MANAGER.name


def test_a_post_without_a_manager_goes_to_the_lead_though_its_holder_has_one_in_another_post() -> None:
    people = replace(PEOPLE, post_managers={("head of housing", TOM.address): None})
    assert escalations(told(people=people))[0][1] == LEAD.name


def test_the_director_may_be_the_managers_manager() -> None:
    people = replace(PEOPLE, directors={}, managers={TOM.address: MANAGER, MANAGER.address: DIRECTOR})
    assert [name for _, name in escalations(told(people=people))] == [MANAGER.name, DIRECTOR.name, CHIEF.name]


def test_a_new_date_takes_the_action_off_the_ladder() -> None:
    assert not escalations(told(late=action(revised_due=Due.on(date(2027, 3, 31)))))


def test_the_owner_is_given_up_after_so_many_nudges_and_an_admin_is_told() -> None:
    capped = Policy(overdue_every=(7,), overdue_most=3)
    day = Day(DUE, capped, calendar=ENGLAND)
    lives = list(lived([action()], DUE, DUE + timedelta(days=60), day))
    assert sum(each.kind is ReminderKind.OVERDUE for _, _, decided in lives for each in decided.reminders) == 3
    assert lives[-1][2].gaps[0].sentence == (
        "Not chased: Housing plan, 1.1: its owners were asked 3 times since it fell due and have not answered: "
        "speak to them."
    )


def test_a_lost_owner_does_not_hide_that_the_other_was_given_up() -> None:
    day = Day(DUE, Policy(overdue_every=(7,), overdue_most=2), People(unreachable=frozenset({KAREN.address})), ENGLAND)
    [*_, (_, _, decided)] = lived([action(owners=(HOUSING, PLANNING))], DUE, DUE + timedelta(days=30), day)
    [gap] = decided.gaps
    assert gap.sentence.startswith("Not chased: Housing plan, 1.1: mail to karen.whitlock@tamberley.example came back")
    assert gap.sentence.endswith(
        "its owners were asked 2 times since it fell due and have not answered: speak to them."
    )


def test_an_owner_who_is_given_up_is_not_said_to_be_asked_in_spite_of_a_snooze() -> None:
    day = Day(DUE, Policy(overdue_every=(7,), overdue_most=2), calendar=ENGLAND)
    snoozed = action(snoozed_until=DUE + timedelta(days=500))
    [*_, (_, _, decided)] = lived([snoozed], DUE, DUE + timedelta(days=30), day)
    [gap] = decided.gaps
    assert gap.reason == "its owners were asked 2 times since it fell due and have not answered: speak to them"
    assert not gap.in_part


def test_the_cap_does_not_keep_a_warning_and_its_escalation_back() -> None:
    found = told(replace(POLICY, overdue_every=(1,), overdue_most=2))
    assert [name for _, name in escalations(found)] == [MANAGER.name, DIRECTOR.name, CHIEF.name]


def test_joint_owners_who_are_asked_on_one_day_are_asked_once() -> None:
    capped = Policy(overdue_every=(7, 14), overdue_most=4)
    day = Day(DUE, capped, calendar=ENGLAND)
    shared = action(owners=(HOUSING, PLANNING))
    lives = list(lived([shared], DUE, DUE + timedelta(days=60), day))
    asked = [today for today, _, decided in lives for each in decided.reminders if each.to == KAREN and each.days > 0]
    alone = [today for today, each in told(capped) if each.days > 0]
    assert asked == alone
    assert len(asked) == 4
    assert "were asked 4 times" in lives[-1][2].gaps[0].sentence


def test_the_day_that_a_warning_named_is_kept_when_the_policy_is_tightened_later() -> None:
    patient = replace(POLICY, ladder=(Rung(20, Post.MANAGER),), overdue_every=(21,))
    [first, *_] = [each for _, each in told(patient) if each.warning]
    assert first.warning
    promised = first.warning.on
    since = {(PLAN, "1"): [mention(date(2026, 10, 22), warned=True, promised=promised)]}
    strict = replace(POLICY, ladder=(Rung(6, Post.MANAGER),), grace=1, overdue_every=(2,))
    found = [
        (today, each)
        for today in days(date(2026, 10, 23), promised)
        for each in decide([action()], since, Day(today, strict, PEOPLE, ENGLAND)).reminders
    ]
    assert escalations(found) == [(promised, MANAGER.name)]
    assert {each.warning.on for _, each in found if each.warning} <= {promised}


def test_a_warning_of_one_rung_is_none_of_the_next_though_nobody_stands_on_the_first_any_more() -> None:
    said = [mention(date(2026, 10, 1), warned=True, post=Post.MANAGER, promised=date(2026, 10, 8))]
    nobody = replace(PEOPLE, managers={}, leads={})
    [nudge] = decide([action()], {(PLAN, "1"): said}, Day(date(2026, 10, 14), CLOSE, nobody, ENGLAND)).reminders
    assert (nudge.to, nudge.warning) == (TOM, Escalation(DIRECTOR, date(2026, 10, 21), Post.DIRECTOR))
