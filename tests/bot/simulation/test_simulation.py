"""A span lived in advance brings what the days themselves would bring, and its figures add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from bot.plan import Owner, Status
from bot.policy import Day, Heard, Mentioned, People, ReminderKind, by_person
from bot.simulation import Answers, Span
from tests.bot.policy.asking_days import lived as lived_by_the_policy
from tests.bot.policy.asking_days import mention
from tests.bot.simulation.years import (
    AUTUMN,
    CLIMBING,
    ENGLAND,
    HOUSING,
    KAREN,
    MANAGER,
    PEOPLE,
    PLAN,
    PLANNING,
    TOM,
    WEEKLY,
    action,
    days,
    lived,
    told,
)

MANY = tuple(
    action(str(n), date(2026, 9, 10) + timedelta(days=5 * n), owners=(HOUSING, PLANNING) if n % 3 else (PLANNING,))
    for n in range(12)
)


def test_an_action_that_nobody_answers_is_mentioned_before_on_and_every_week_after_its_date() -> None:
    span = Span(date(2026, 9, 1), date(2026, 10, 20))
    assert days(lived(action(), span=span)) == [
        *("Wed 16 Sep", "Fri 25 Sep", "Wed 30 Sep"),
        *("Thu 1 Oct", "Thu 8 Oct", "Thu 15 Oct"),
    ]


def test_what_was_heard_before_a_span_keeps_its_owners_quiet_and_the_ladder_still_as_on_real_days() -> None:
    span = Span(date(2026, 10, 12), date(2026, 11, 6))
    key = (PLAN, "1")
    said = {key: [mention(date(2026, 10, day), warned=True) for day in (1, 8)]}
    words = [Heard(date(2026, 10, 9), TOM, waits=True), Heard(date(2026, 10, 20), TOM, waits=True)]
    silent, wrote = (
        lived(action(), policy=CLIMBING, span=span, said=said, heard=heard) for heard in ({}, {key: words})
    )
    escalated = [
        [f"{each.day:%d %b}" for each in found.mails for r in each.reminders if r.kind is ReminderKind.ESCALATED]
        for found in (silent, wrote)
    ]
    assert escalated == [["14 Oct"], ["02 Nov"]]
    assert (days(silent)[0], days(wrote)[0]) == ("Wed 14 Oct", "Mon 19 Oct")


def test_a_span_brings_the_mails_that_its_days_bring_one_by_one() -> None:
    day = Day(AUTUMN.first, CLIMBING, PEOPLE, ENGLAND)
    by_day = [
        (today, person, reminders)
        for today, _, decided in lived_by_the_policy(MANY, AUTUMN.first, AUTUMN.last, day)
        for person, reminders in by_person(decided.reminders).items()
    ]
    found = lived(*MANY, policy=CLIMBING)
    assert [(each.day, each.person, each.reminders) for each in found.mails] == by_day
    assert len(by_day) > 60


def test_nobody_is_written_to_on_a_day_on_which_reminding_is_not_scheduled() -> None:
    found = lived(*MANY, wakes=lambda day: day.weekday() == 1)
    assert {mailed.day.weekday() for mailed in found.mails} == {1}


def test_what_was_really_said_before_counts_and_what_came_later_does_not() -> None:
    late = action(due=date(2026, 8, 3))
    nudged = [Mentioned(day, ReminderKind.OVERDUE, TOM.address) for day in (date(2026, 8, 28), date(2026, 9, 3))]
    span = Span(date(2026, 9, 1), date(2026, 9, 12))
    assert days(lived(late, span=span)) == ["Tue 1 Sep", "Tue 8 Sep"]
    assert days(lived(late, span=span, said={(PLAN, "1"): nudged})) == ["Fri 4 Sep", "Fri 11 Sep"]


def test_who_is_away_on_a_day_is_asked_through_their_deputy_on_that_day_alone() -> None:
    away = date(2026, 9, 25)
    found = lived(action(), people=lambda day: People(deputies={TOM.address: KAREN} if day == away else {}))
    assert [mailed.day for mailed in found.mails if mailed.person == KAREN] == [away]
    assert len(found.mails) > 3


def test_answers_bring_quiet_after_so_many_working_days() -> None:
    late = action(due=date(2026, 9, 3))
    span = Span(date(2026, 9, 4), date(2026, 10, 5))
    quiet = replace(WEEKLY, quiet_after_answer=10)
    answered = lived(late, policy=quiet, answers=Answers(100, 2), span=span)
    # Asked on Friday the 4th, answered on Tuesday the 8th, left alone for ten days after it.
    assert days(answered) == ["Fri 4 Sep", "Mon 21 Sep", "Mon 5 Oct"]
    assert len(lived(late, policy=quiet, span=span).mails) == 5


def test_an_answer_comes_before_the_nudge_of_its_day() -> None:
    # Asked on Monday the 28th and answered on Wednesday the 30th, the due date itself.
    span = Span(date(2026, 9, 21), date(2026, 10, 2))
    assert days(lived(action(), policy=replace(WEEKLY, before=(2,)), answers=Answers(100, 2), span=span)) == [
        "Mon 28 Sep"
    ]


def test_an_answer_on_the_same_day_is_remembered_from_the_next_day_on() -> None:
    late = action(due=date(2026, 9, 3))
    quiet = replace(WEEKLY, quiet_after_answer=20)
    assert days(lived(late, policy=quiet, answers=Answers(100, 0), span=Span(date(2026, 9, 4), date(2026, 9, 26)))) == [
        *("Fri 4 Sep", "Fri 25 Sep")
    ]


def test_who_always_answers_is_never_told_on_and_who_never_does_is() -> None:
    assert told(*MANY, policy=CLIMBING, answers=Answers(100, 2)).escalations == ()
    assert len(told(*MANY, policy=CLIMBING).escalations) > 5


def test_the_same_question_has_the_same_answer_and_more_answers_fewer_mails() -> None:
    patient = replace(CLIMBING, quiet_after_answer=28)
    mails = [told(*MANY, policy=patient, answers=Answers(share)).mails for share in (0, 50, 50, 100)]
    assert mails[1] == mails[2]
    assert mails[0] > mails[1] > mails[3]


def test_about_as_many_nudges_are_answered_as_assumed() -> None:
    span = [AUTUMN.first + timedelta(days=n) for n in range(2000)]
    for share in (0, 5, 30, 100):
        come = sum(Answers(share).come(TOM, day) for day in span)
        assert abs(come - 20 * share) <= 60
        assert share not in (0, 100) or come == 20 * share


def test_the_assumption_is_said_in_words() -> None:
    said = [each.sentence for each in (Answers(), Answers(100, 1), Answers(60, 2))]
    assert said == [
        "nobody ever answers (the worst case)",
        "every nudge is answered after 1 working day; nothing is completed and no date moves",
        "60 of 100 nudges are answered after 2 working days; nothing is completed and no date moves",
    ]


def test_the_figures_add_up() -> None:
    found = told(*MANY, policy=CLIMBING)
    mails = lived(*MANY, policy=CLIMBING).mails
    assert found.mails == len(mails)
    assert found.mails == sum(each.mails for each in found.people) == sum(each.mails for each in found.weeks)
    assert {each.person: each.mails for each in found.people} == Counter(mailed.person for mailed in mails)
    assert found.busiest == found.people[0]
    assert found.people[0].mails == max(each.mails for each in found.people)


def test_every_week_of_the_span_is_there_from_monday_on_with_its_mails_and_people() -> None:
    span = Span(date(2026, 9, 9), date(2026, 10, 6))
    found = told(action(), action("2", date(2026, 9, 30), owners=(PLANNING,)), span=span)
    assert [(str(week.monday), week.mails, week.people) for week in found.weeks] == [
        ("2026-09-07", 0, 0),
        ("2026-09-14", 2, 2),
        ("2026-09-21", 2, 2),
        ("2026-09-28", 4, 2),
        ("2026-10-05", 0, 0),
    ]
    assert found.most_in_a_week == 2
    assert found.busiest_week.monday == date(2026, 9, 28)


def test_one_person_gets_one_mail_a_day_about_everything() -> None:
    found = told(action(), action("2"), span=Span(date(2026, 9, 30), date(2026, 9, 30)))
    assert (found.mails, found.people[0].actions) == (1, 2)


def test_an_escalation_is_told_with_its_day_and_person() -> None:
    found = told(action(), policy=CLIMBING, span=Span(date(2026, 9, 1), date(2026, 10, 30)))
    assert [(each.day, each.action.ref, each.to) for each in found.escalations] == [
        (date(2026, 10, 14), "1.1", MANAGER)
    ]


def test_an_action_that_is_never_chased_is_told_with_the_reason() -> None:
    rows = (
        action("1"),
        action("2", owners=()),
        action("3", date(2027, 9, 30)),
        action("4", repeat_of="1.1"),
        action("5", status=Status.COMPLETED),
        action("6", question="Which hostel?"),
        action("7", date(2027, 9, 30), owners=(HOUSING, Owner("Tenants' Panel"))),
        action("8", date(2027, 1, 4)),
    )
    found = told(*rows, policy=replace(WEEKLY, before=(), on_the_day=True))
    assert [(each.action.item_id, each.reason) for each in found.never_chased] == [
        ("2", "has no owner: name one in the list"),
        ("3", "its date lies too far ahead for a nudge in these days"),
        ("4", "repeats 1.1, which is chased in its place"),
        ("6", "held until this is settled: Which hostel?"),
        ("7", "its date lies too far ahead for a nudge in these days"),
        ("8", "its date lies too far ahead for a nudge in these days"),
    ]


def test_an_action_whose_days_are_all_passed_over_is_told_so() -> None:
    span = Span(date(2026, 9, 18), date(2026, 9, 23))
    found = told(
        action(), span=span, said={(PLAN, "1"): [Mentioned(date(2026, 9, 16), ReminderKind.UPCOMING, TOM.address)]}
    )
    assert [each.reason for each in found.never_chased] == ["its date lies too far ahead for a nudge in these days"]
    late = action(due=date(2026, 9, 15), last_reply=date(2026, 9, 17))
    assert [each.reason for each in told(late, span=span).never_chased] == ["none of its nudges falls on these days"]


def test_the_lead_who_is_asked_who_owns_something_is_mailed_but_the_action_is_not_chased() -> None:
    found = told(action(owners=()), people=People(leads={PLAN: KAREN}), span=Span(date(2026, 9, 1), date(2026, 9, 4)))
    assert [each.person for each in found.people] == [KAREN]
    assert len(found.never_chased) == 1


def test_the_weekdays_on_which_nobody_works_are_told() -> None:
    assert [str(day) for day in told(action()).closed] == ["2026-12-25", "2026-12-28"]


def test_the_json_holds_everything_that_the_table_shows() -> None:
    found = told(*MANY, action("20", owners=()), policy=CLIMBING)
    answer = found.to_json()
    assert answer["mails"] == found.mails
    assert answer["busiest"] == answer["people"][0]
    assert set(answer["people"][0]) == {"name", "address", "mails", "most_in_a_week", "actions"}
    assert [each["mails"] for each in answer["weeks"]] == [each.mails for each in found.weeks]
    assert answer["never_chased"] == [{"plan": PLAN, "ref": "1.20", "reason": "has no owner: name one in the list"}]
    assert answer["escalations"][0]["to"] == MANAGER.address
    assert answer["closed_days"] == ["2026-12-25", "2026-12-28"]


def test_nothing_to_say_has_figures_too() -> None:
    found = told()
    assert (found.mails, found.busiest, found.most_in_a_week, found.busiest_week.mails) == (0, None, 0, 0)
    assert found.to_json()["busiest"] is None
