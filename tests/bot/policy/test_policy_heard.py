"""What somebody wrote counts as heard, however it was read: the owner is left alone, and the ladder waits for us."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank_holidays import working_days
from bot.plan import Action, Due, DueKind, Owner
from bot.policy import (
    AskedBack,
    Day,
    Disowned,
    Heard,
    Joint,
    People,
    Policy,
    Post,
    Reminder,
    ReminderKind,
    Rung,
    Wish,
    decide,
    disowned_by,
)
from bot.working_days import Nation
from tests.bot.policy.asking_days import DUE, HOUSING, KAREN, LEAD, MANAGER, PLAN, TOM, action, lived, mention

ENGLAND = working_days(Nation.ENGLAND)
PEOPLE = People(managers={TOM.address: MANAGER}, leads={PLAN: LEAD})
POLICY = Policy(overdue_every=(7,), ladder=(Rung(8, Post.MANAGER), Rung(14, Post.LEAD)), grace=5)
WROTE = date(2026, 10, 8)
WAITED = timedelta(days=14)
ASKED = AskedBack("Is 30 November 2026 the new date?", by_yes=True)
HOUSING_OF_KAREN = Owner("Housing Lead", (KAREN,))


def told(words: Sequence[Heard], policy: Policy = POLICY) -> list[tuple[date, Reminder]]:
    lives = lived([action()], DUE, DUE + timedelta(days=80), Day(DUE, policy, PEOPLE, ENGLAND), words=words)
    return [(today, each) for today, _, decided in lives for each in decided.reminders]


def climbed(found: list[tuple[date, Reminder]]) -> list[tuple[date, Reminder]]:
    return [(today, each) for today, each in found if each.kind is ReminderKind.ESCALATED]


def test_an_owner_who_wrote_is_left_alone_for_the_quiet_days_and_then_asked_again() -> None:
    asked = [today for today, each in told([Heard(WROTE, TOM)]) if each.kind.asks_owner and today >= WROTE]
    assert asked[0] == WROTE + timedelta(days=POLICY.quiet_after_answer + 1)


def test_what_was_taken_back_is_as_if_nobody_had_written_it_but_that_its_writer_is_warned_anew() -> None:
    words = [replace(each, taken_back=True) for each in (Heard(WROTE, TOM, as_owner=True), Heard(WROTE, TOM))]

    def nudged(heard: Sequence[Heard]) -> list[date]:
        return [today for today, each in told(heard, replace(POLICY, ladder=())) if each.kind is ReminderKind.OVERDUE]

    assert nudged(words) == nudged([])
    assert nudged([replace(words[0], taken_back=False)]) != nudged([])
    _, brought = climbed(told(words))[0]
    assert brought.warned
    assert brought.warned > WROTE
    assert brought.wrote is None
    assert disowned_by(action(), [NOT_HIS, *words])


def test_somebody_else_who_wrote_does_not_keep_the_owner_from_being_asked() -> None:
    asked = [today for today, each in told([Heard(WROTE, KAREN, waits=True)]) if each.kind.asks_owner]
    assert WROTE in asked


def test_the_ladder_stands_still_while_words_wait_and_goes_on_with_a_fresh_warning() -> None:
    wish = Wish(DUE - timedelta(days=9), TOM, DUE + timedelta(days=90), LEAD, answered=WROTE)
    waiting = [
        Heard(WROTE, TOM, waits=True),
        Heard(WROTE, LEAD, waits=True),
        Heard(WROTE, TOM, asked=ASKED),
        Heard(WROTE, MANAGER, from_above=True),
        Heard(wish.on, TOM, wish=wish),
    ]
    for words in waiting:
        later = [(today, each) for today, each in told([words]) if today >= WROTE]
        warned = next(today for today, each in later if each.warning)
        first, brought = climbed(later)[0]
        assert first >= WROTE + WAITED
        assert warned >= WROTE + WAITED
        assert brought.warned == warned
        assert ENGLAND.between(warned, first) >= POLICY.grace


def test_a_warning_that_had_to_wait_for_words_goes_with_the_next_nudge_and_not_between_two() -> None:
    waits = [Heard(DUE - timedelta(days=9), LEAD, waits=True)]
    found = [(today, bool(each.warning)) for today, each in told(waits) if each.kind is ReminderKind.OVERDUE]
    first = DUE + timedelta(days=1)
    assert found[:2] == [(first, False), (first + timedelta(days=7), True)]


def test_words_that_nobody_settles_do_not_stop_the_ladder_for_ever() -> None:
    posts = [each.post for _, each in climbed(told([Heard(WROTE, TOM, waits=True)]))]
    assert posts == [Post.MANAGER, Post.LEAD]


@pytest.mark.parametrize("wrote", [Heard(WROTE, MANAGER, from_above=True), Heard(WROTE, LEAD, waits=True)])
def test_owners_who_are_given_up_are_not_asked_again_because_somebody_else_wrote(wrote: Heard) -> None:
    policy = replace(POLICY, overdue_most=2, ladder=(Rung(8, Post.MANAGER),))
    lives = list(lived([action()], DUE, DUE + timedelta(days=80), Day(DUE, policy, PEOPLE, ENGLAND), words=[wrote]))
    asked = [today for today, _, decided in lives for each in decided.reminders if each.kind is ReminderKind.OVERDUE]
    assert len(asked) == 2
    listed = [today for today, _, decided in lives if any("were asked 2 times" in gap.reason for gap in decided.gaps)]
    assert listed == [today for today, _, _ in lives if today > asked[-1]]


def test_the_escalation_says_who_wrote_when_and_that_it_waits() -> None:
    _, waiting = climbed(told([Heard(WROTE, TOM, waits=True)]))[0]
    assert waiting.wrote == Heard(WROTE, TOM, waits=True)
    assert "Tom Ashgrove wrote on 8 October 2026, which still waits for the administrator; Tom" in waiting.reason
    assert waiting.reason.endswith("and did not answer since")
    _, settled = climbed(told([Heard(WROTE, TOM)]))[0]
    assert "Tom Ashgrove wrote on 8 October 2026; Tom" in settled.reason
    _, silent = climbed(told([]))[0]
    assert silent.wrote is None


KARENS = action(owners=(HOUSING_OF_KAREN,), last_reply=WROTE)
TOM_WROTE = Heard(WROTE, TOM, as_owner=True)


def asked_on(today: date, late: Action, *words: Heard, people: People = PEOPLE) -> list[str]:
    day = Day(today, POLICY, people, ENGLAND, {(PLAN, "1"): words})
    found = decide([late], {(PLAN, "1"): [mention(DUE)]}, day).reminders
    return [each.to.name for each in found if each.kind.asks_owner]


NEXT_DAY = WROTE + timedelta(days=1)


def test_the_answer_of_the_owner_before_keeps_no_new_owner_quiet() -> None:
    assert asked_on(NEXT_DAY, KARENS, TOM_WROTE) == [KAREN.name]
    assert not asked_on(NEXT_DAY, KARENS, TOM_WROTE, Heard(WROTE, KAREN, as_owner=True))
    assert not asked_on(NEXT_DAY, KARENS, Heard(WROTE - timedelta(days=1), TOM, as_owner=True))


def test_an_owner_who_has_an_action_back_is_as_quiet_as_before() -> None:
    assert not asked_on(NEXT_DAY, action(last_reply=WROTE), TOM_WROTE)
    assert not asked_on(NEXT_DAY, action(owners=(HOUSING, HOUSING_OF_KAREN), last_reply=WROTE), TOM_WROTE)


def test_the_answer_of_a_deputy_keeps_the_owner_quiet_who_is_back() -> None:
    assert not asked_on(NEXT_DAY, KARENS, TOM_WROTE, people=replace(PEOPLE, named={KAREN.address: TOM}))


def test_a_day_set_by_hand_counts_whoever_above_wrote_on_it() -> None:
    assert not asked_on(NEXT_DAY, KARENS, Heard(WROTE, MANAGER))


def test_a_new_owner_is_asked_how_something_ongoing_is_going_though_the_one_before_has_said() -> None:
    ongoing = replace(KARENS, due=Due("ongoing", kind=DueKind.ONGOING))
    day = Day(NEXT_DAY, POLICY, PEOPLE, ENGLAND, {(PLAN, "1"): [TOM_WROTE]})
    [asked] = decide([ongoing], {}, day).reminders
    assert asked.to == KAREN
    assert "the last word about it was on 8 October 2026" in asked.reason


def test_what_was_told_above_of_the_silence_of_an_owner_who_has_answered_is_over_for_the_next() -> None:
    said = [mention(DUE, warned=True), mention(DUE + timedelta(days=5), ReminderKind.ESCALATED, MANAGER)]
    day = Day(NEXT_DAY, POLICY, PEOPLE, ENGLAND, {(PLAN, "1"): [TOM_WROTE]})
    [asked] = decide([KARENS], {(PLAN, "1"): said}, day).reminders
    assert (asked.to, asked.told) == (KAREN, None)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 70), max_size=6), st.integers(0, 20))
def test_no_rung_is_told_while_anything_younger_waits(days: set[int], quiet: int) -> None:
    words = [Heard(DUE + timedelta(days=each), TOM, waits=True) for each in sorted(days)]
    for today, _ in climbed(told(words, replace(POLICY, quiet_after_answer=quiet))):
        assert not any(timedelta(0) <= today - each.on < WAITED for each in words)


def test_an_escalation_tells_words_that_wait_for_the_administrator_from_those_that_wait_for_their_writer() -> None:
    _, asked = climbed(told([Heard(WROTE, TOM, asked=ASKED)]))[0]
    assert "Tom Ashgrove wrote on 8 October 2026, and has not said what we asked about it; Tom" in asked.reason


def test_of_the_words_of_one_day_those_that_wait_for_the_administrator_are_told() -> None:
    words = [Heard(WROTE, TOM, asked=ASKED), Heard(WROTE, TOM, waits=True), Heard(WROTE, TOM, asked=ASKED)]
    for some in (words, words[:2], words[1:]):
        assert climbed(told(some))[0][1].wrote == words[1]


def put(*words: Heard, owners: tuple[Owner, ...] = (HOUSING,), last_reply: date | None = None) -> list[Reminder]:
    late = action(owners=owners, last_reply=last_reply)
    day = Day(WROTE + timedelta(days=21), replace(POLICY, joint=Joint.EACH), PEOPLE, ENGLAND, {(PLAN, "1"): words})
    return [each for each in decide([late], {}, day).reminders if each.kind.asks_owner]


def test_an_owner_is_reminded_of_our_open_question_about_their_own_last_words_until_somebody_answers() -> None:
    words = Heard(WROTE, TOM, asked=ASKED)
    [tom, karen] = put(words, owners=(HOUSING, HOUSING_OF_KAREN))
    assert (tom.wrote, karen.wrote) == (words, None)
    assert put(words, Heard(WROTE + timedelta(days=1), TOM))[0].wrote is None
    assert put(words, last_reply=WROTE + timedelta(days=1))[0].wrote is None
    assert put(words, last_reply=WROTE)[0].wrote == words


def test_an_owner_is_reminded_of_their_own_last_words_that_a_person_has_still_to_read() -> None:
    words = Heard(WROTE, TOM, waits=True, words="All of it went out last week")
    [tom, karen] = put(words, owners=(HOUSING, HOUSING_OF_KAREN))
    assert (tom.wrote, karen.wrote) == (words, None)
    assert put(words, last_reply=WROTE + timedelta(days=1))[0].wrote is None


def test_every_owner_hears_of_the_last_date_that_waits_for_a_yes() -> None:
    wishes = [Wish(WROTE + timedelta(days=each), TOM, DUE + timedelta(days=90 + each), LEAD) for each in (1, 0)]
    words = [Heard(each.on, TOM, wish=each) for each in wishes]
    assert [each.wish for each in put(*words, owners=(HOUSING, HOUSING_OF_KAREN))] == [wishes[0]] * 2


NOT_HIS = Heard(WROTE, TOM, waits=True, disowned=Disowned("Not mine, ask Karen Whitlock", KAREN))


def asked_who(*words: Heard, today: date = WROTE, late: Action | None = None) -> list[Reminder]:
    day = Day(today, POLICY, PEOPLE, ENGLAND, {(PLAN, "1"): words})
    found = decide([late or action()], {(PLAN, "1"): [mention(DUE)]}, day).reminders
    return [each for each in found if each.kind is ReminderKind.ASK_WHO]


def test_the_lead_is_asked_about_the_person_whom_an_owner_named_who_says_it_is_not_theirs() -> None:
    [asked] = asked_who(NOT_HIS)
    assert (asked.to, asked.named) == (LEAD, KAREN)
    assert asked.reason == "Tom Ashgrove says that it is not theirs and names Karen Whitlock"
    [unnamed] = asked_who(replace(NOT_HIS, disowned=Disowned("Not mine, ask Rob.")))
    assert (unnamed.named, unnamed.reason) == (
        None,
        "Tom Ashgrove says that it is not theirs, in these words: “Not mine, ask Rob”",
    )


def test_whom_an_owner_names_is_put_to_the_lead_at_once_though_they_were_asked_whose_it_is_that_morning() -> None:
    unnamed = [replace(NOT_HIS, on=WROTE - timedelta(days=1), disowned=Disowned("Not mine"))]
    history = {(PLAN, "1"): [mention(DUE)]}
    asked = []
    for day in (WROTE, WROTE + timedelta(days=1), WROTE + timedelta(days=4)):
        words = [*unnamed, *([NOT_HIS] if day > WROTE else [])]
        found = decide([action()], history, Day(day, POLICY, PEOPLE, ENGLAND, {(PLAN, "1"): words})).reminders
        put = [each for each in found if each.kind is ReminderKind.ASK_WHO]
        asked.append([each.named for each in put])
        history = {(PLAN, "1"): [*history[PLAN, "1"], *(each.mentioned(day) for each in put)]}
    assert asked == [[None], [KAREN], []]


def test_a_lead_who_named_an_owner_is_asked_at_once_when_that_one_says_that_it_is_not_theirs_either() -> None:
    before = Heard(WROTE - timedelta(days=2), LEAD)
    assert asked_who(before, NOT_HIS)
    assert asked_who(replace(before, on=WROTE), NOT_HIS)
    assert not asked_who(NOT_HIS, replace(before, on=WROTE))
    assert not asked_who(before, NOT_HIS, replace(before, on=WROTE))


def test_an_owner_who_is_asked_again_reads_that_they_said_it_is_not_theirs() -> None:
    both = action(owners=(HOUSING, HOUSING_OF_KAREN))
    words = {(PLAN, "1"): [NOT_HIS]}
    day = Day(WROTE + timedelta(days=8), POLICY, PEOPLE, ENGLAND, words)
    found = decide([both], {(PLAN, "1"): [mention(DUE), mention(DUE, to=KAREN)]}, day).reminders
    assert {each.to: each.wrote for each in found if each.kind.asks_owner} == {TOM: NOT_HIS, KAREN: None}


def test_an_owner_who_has_written_otherwise_since_and_somebody_else_disown_nothing() -> None:
    assert not asked_who(NOT_HIS, Heard(WROTE, TOM))
    assert asked_who(Heard(WROTE, TOM), NOT_HIS)
    assert not asked_who(replace(NOT_HIS, by=KAREN))
    assert not asked_who(NOT_HIS, late=action(last_reply=WROTE + timedelta(days=1)), today=WROTE + timedelta(days=1))
    assert not asked_who(NOT_HIS, late=action(owners=(Owner("Head of Planning", (KAREN,)),)))
    assert not asked_who(NOT_HIS, late=action(question="Is this one action or two?"))


def test_no_mail_to_a_lead_names_an_action_twice() -> None:
    leads_own = action(owners=(HOUSING, Owner("Plan lead", (LEAD,))))
    day = Day(WROTE + timedelta(days=8), POLICY, PEOPLE, ENGLAND, {(PLAN, "1"): [NOT_HIS]})
    found = decide([leads_own], {(PLAN, "1"): [mention(DUE)]}, day).reminders
    assert [each.kind for each in found if each.to == LEAD] == [ReminderKind.OVERDUE]


def test_an_escalation_says_that_the_owner_disowns_it_and_calls_nobody_silent() -> None:
    _, brought = climbed(told([NOT_HIS]))[0]
    assert "Tom Ashgrove wrote on 8 October 2026 that it is not theirs and named Karen Whitlock; Tom" in brought.reason
    assert "did not answer" not in brought.reason


def test_that_it_is_not_theirs_outlives_words_of_another_owner_that_answer_nothing() -> None:
    shared = action(owners=(HOUSING, HOUSING_OF_KAREN))
    not_toms = Heard(WROTE, TOM, disowned=Disowned("not mine"))
    later = WROTE + timedelta(days=9)
    assert disowned_by(shared, [not_toms, Heard(later, KAREN, waits=True, answers=False)]) == (TOM, not_toms.disowned)
    assert disowned_by(shared, [not_toms, Heard(later, TOM, asked=ASKED, answers=False)]) == (TOM, not_toms.disowned)
    assert disowned_by(shared, [not_toms, Heard(later, KAREN)]) is None
