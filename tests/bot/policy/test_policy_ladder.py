from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.bank_holidays import working_days
from bot.plan import Action, Due, Owner, Person
from bot.policy import (
    Day,
    Escalation,
    Joint,
    Mentioned,
    People,
    Policy,
    Post,
    Reminder,
    ReminderKind,
    Rung,
    by_person,
    decide,
    leaving_out,
)
from bot.working_days import Nation
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

ENGLAND = working_days(Nation.ENGLAND)
PEOPLE = People(managers={TOM.address: MANAGER}, leads={PLAN: LEAD}, directors={PLAN: DIRECTOR}, slt=CHIEF)
LADDER = (Rung(10, Post.MANAGER), Rung(20, Post.DIRECTOR), Rung(30, Post.SLT))
POLICY = Policy(overdue_every=(7, 14), ladder=LADDER, grace=5)


def told(
    policy: Policy = POLICY,
    people: People = PEOPLE,
    answers: dict[date, str] | None = None,
    outages: frozenset[date] = frozenset(),
    late: Action | None = None,
) -> list[tuple[date, Reminder]]:
    """Every reminder from the due date on for 80 days."""
    day = Day(DUE, policy, people, ENGLAND)
    lives = lived([late or action()], DUE, DUE + timedelta(days=80), day, answers, outages)
    return [(today, each) for today, _, decided in lives for each in decided.reminders]


def escalations(found: list[tuple[date, Reminder]]) -> list[tuple[date, str]]:
    return [(today, each.to.name) for today, each in found if each.kind is ReminderKind.ESCALATED]


def warnings(found: list[tuple[date, Reminder]]) -> list[tuple[date, str, date]]:
    return [(today, each.warning.to.name, each.warning.on) for today, each in found if each.warning]


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


def test_a_warning_that_no_nudge_can_carry_in_time_is_a_mail_of_its_own() -> None:
    # The manager is told on 14 October; the director's warning comes after that and by the 21st, a nudge on the 22nd.
    found = [(today, each.warning) for today, each in told() if each.kind is ReminderKind.OVERDUE]
    assert (date(2026, 10, 21), DIRECTOR) in [(today, warning.to) for today, warning in found if warning]
    assert date(2026, 10, 22) not in dict(found)


def test_an_answer_stops_the_ladder_and_the_next_silence_warns_afresh() -> None:
    found = told(answers={date(2026, 10, 12): "1"})
    assert escalations(found)[0] == (date(2026, 10, 26), MANAGER.name)
    assert [today for today, _, _ in warnings(found)][:3] == [date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 19)]


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


def test_the_escalation_says_how_late_it_is_who_was_asked_and_when() -> None:
    reason = next(each.reason for _, each in told() if each.kind is ReminderKind.ESCALATED)
    assert reason == (
        'was due by 30 September 2026 (printed as "30 September 2026"), 10 working days ago; '
        "Tom Ashgrove was warned of it on 1 October 2026 and did not answer"
    )


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
            assert ENGLAND.between(max(back, each.warned), climbed) >= POLICY.grace
    assert [name for _, name in escalations(found)][:1] == [MANAGER.name]


def test_a_warning_after_an_absence_names_the_day_on_which_it_comes_true() -> None:
    # Warned on 1 October, away from the 5th to the 16th: the five working days begin on Monday the 19th.
    found = away_for(date(2026, 10, 5), date(2026, 10, 16), TOM)
    assert escalations(found)[0] == (date(2026, 10, 26), MANAGER.name)
    assert [on for today, _, on in warnings(found) if today == date(2026, 10, 22)] == [date(2026, 10, 26)]


def test_of_joint_owners_those_who_are_there_are_warned_and_the_ladder_goes_on() -> None:
    shared = action(owners=(HOUSING, PLANNING))
    found = away_for(date(2026, 9, 30), date(2026, 12, 31), TOM, late=shared)
    assert {each.to for _, each in found if each.warning} == {KAREN}
    assert escalations(found)[0] == (date(2026, 10, 14), MANAGER.name)
    lead_only = replace(POLICY, joint=Joint.LEAD)
    assert not escalations(away_for(date(2026, 9, 30), date(2026, 12, 31), TOM, late=shared, policy=lead_only))


def test_the_reason_of_an_escalation_names_those_who_were_warned_and_nobody_who_was_away() -> None:
    shared = action(owners=(HOUSING, PLANNING))

    def reason(*absent: Person) -> str:
        found = away_for(date(2026, 9, 30), date(2026, 12, 31), *absent, late=shared)
        return next(each.reason for _, each in found if each.kind is ReminderKind.ESCALATED)

    assert reason(TOM).endswith("ago; Karen Whitlock was warned of it on 1 October 2026 and did not answer")
    both = "ago; Tom Ashgrove and Karen Whitlock were warned of it on 1 October 2026 and did not answer"
    assert reason().endswith(both)


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


def test_the_cap_does_not_keep_a_warning_and_its_escalation_back() -> None:
    found = told(replace(POLICY, overdue_every=(1,), overdue_most=2))
    assert [name for _, name in escalations(found)] == [MANAGER.name, DIRECTOR.name, CHIEF.name]


def test_a_warning_says_what_the_person_to_be_told_is_to_the_action() -> None:
    posts = [each.warning.post for _, each in told() if each.warning]
    assert list(dict.fromkeys(posts)) == [Post.MANAGER, Post.DIRECTOR, Post.SLT]
    no_manager = replace(PEOPLE, managers={})
    assert next(each.warning.post for _, each in told(people=no_manager) if each.warning) is Post.LEAD


def test_the_nudges_after_an_escalation_say_who_was_told_until_an_answer_comes() -> None:
    found = told(answers={date(2026, 11, 2): "1"})
    known = [(today, each.told) for today, each in found if each.kind is ReminderKind.OVERDUE]
    assert known[:5] == [
        (date(2026, 10, 1), None),
        (date(2026, 10, 8), None),
        (date(2026, 10, 21), Escalation(MANAGER, date(2026, 10, 14), Post.MANAGER, yours=True)),
        (date(2026, 11, 9), None),
        (date(2026, 11, 16), None),
    ]


def test_a_manager_of_both_joint_owners_is_their_manager_to_each_of_them() -> None:
    shared = action(owners=(HOUSING, PLANNING))
    both = replace(PEOPLE, managers={TOM.address: MANAGER, KAREN.address: MANAGER})
    for people, hers in ((both, True), (PEOPLE, False)):
        warned = [(each.to, each.warning.yours) for _, each in told(people=people, late=shared) if each.warning]
        assert warned[:2] == [(TOM, True), (KAREN, hers)]
    by_post = replace(PEOPLE, post_managers={("head of planning", KAREN.address): MANAGER})
    warned = [(each.to, each.warning.yours) for _, each in told(people=by_post, late=shared) if each.warning]
    assert warned[1] == (KAREN, True)


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


def test_an_escalation_keeps_the_day_of_its_warning() -> None:
    found = told()
    for today, each in found:
        if each.kind is ReminderKind.ESCALATED:
            assert each.warned is not None
            assert each.warned in [day for day, to, _ in warnings(found) if to == each.to.name]
            assert each.warned < today


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


CLOSE = Policy(overdue_every=(7,), ladder=(Rung(5, Post.MANAGER), Rung(10, Post.DIRECTOR)), grace=5)


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
    found = late_nudges(replace(CLOSE, overdue_every=(9,)))
    assert [today for today, _ in found][:2] == [date(2026, 10, 1), date(2026, 10, 9)]
    assert found[1][1].told == Escalation(MANAGER, date(2026, 10, 8), Post.MANAGER, yours=True)
    assert found[1][1].warning


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
    [afresh] = decide([action()], history, replace(day, today=date(2026, 10, 12))).reminders
    assert afresh.warning == Escalation(DIRECTOR, date(2026, 10, 19), Post.DIRECTOR)


def test_a_warning_of_one_rung_is_none_of_the_next_though_nobody_stands_on_the_first_any_more() -> None:
    said = [mention(date(2026, 10, 1), warned=True, post=Post.MANAGER, promised=date(2026, 10, 8))]
    nobody = replace(PEOPLE, managers={}, leads={})
    [nudge] = decide([action()], {(PLAN, "1"): said}, Day(date(2026, 10, 14), CLOSE, nobody, ENGLAND)).reminders
    assert (nudge.to, nudge.warning) == (TOM, Escalation(DIRECTOR, date(2026, 10, 21), Post.DIRECTOR))
