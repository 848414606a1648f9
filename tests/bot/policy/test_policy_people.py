from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.bank_holidays import working_days
from bot.guards import Recipients
from bot.plan import NO_ADDRESS, Due, Holder, Owner, Person
from bot.policy import Day, Heard, Joint, Mentioned, People, Policy, ReminderKind, decide, leaving_out
from bot.working_days import Nation
from tests.bot.policy.asking_days import (
    HOUSING,
    KAREN,
    LEAD,
    MANAGER,
    PLAN,
    PLANNING,
    TOM,
    EveryDay,
    action,
    days,
    lived,
    mention,
    on,
    remembered,
)

TODAY = date(2026, 10, 1)
LED = People(leads={PLAN: LEAD})


def asked(people: People, policy: Policy | None = None, *owners: Owner) -> list[tuple[str, ReminderKind]]:
    decided = on(action(owners=owners or (HOUSING,)), today=TODAY, people=people, policy=policy)
    return [(each.to.name, each.kind) for each in decided.reminders]


def test_the_deputy_is_asked_while_the_owner_is_away() -> None:
    assert asked(People(deputies={TOM.address: KAREN})) == [(KAREN.name, ReminderKind.OVERDUE)]


def test_a_mail_in_somebodys_place_says_whose_and_only_of_those_who_are_away() -> None:
    people = People(deputies={TOM.address: LEAD}, managers={TOM.address: MANAGER})
    decided = on(action(owners=(HOUSING, PLANNING)), today=TODAY, people=people)
    assert [(each.to, each.instead_of) for each in decided.reminders] == [(LEAD, (TOM,)), (KAREN, ())]
    standing_in_for_a_colleague = People(deputies={TOM.address: KAREN})
    (only,) = on(action(owners=(HOUSING, PLANNING)), today=TODAY, people=standing_in_for_a_colleague).reminders
    assert (only.to, only.instead_of) == (KAREN, ())


def test_whoever_is_above_in_two_ways_is_named_once_by_the_deputy_who_stands_in() -> None:
    both = People(deputies={MANAGER.address: KAREN}, managers={TOM.address: MANAGER}, leads={PLAN: MANAGER})
    assert both.replaced_above(KAREN, both.above(action())) == (MANAGER,)


def test_a_deputy_whose_mail_comes_back_does_not_stand_in() -> None:
    people = People(deputies={TOM.address: KAREN}, unreachable=frozenset({KAREN.address}))
    assert asked(people) == [(TOM.name, ReminderKind.OVERDUE)]


def test_nobody_is_written_to_at_an_address_that_gave_mail_back() -> None:
    people = replace(LED, unreachable=frozenset({TOM.address}))
    decided = on(action(), today=TODAY, people=people)
    assert [(each.to, each.kind) for each in decided.reminders] == [(LEAD, ReminderKind.ASK_WHO)]
    assert decided.gaps[0].reason == (
        "mail to tom.ashgrove@tamberley.example came back: name somebody else, or a deputy in the Who is who list"
    )


@pytest.mark.parametrize(
    ("joint", "expected"),
    [
        (Joint.EACH, [(TOM.name, ReminderKind.OVERDUE), (KAREN.name, ReminderKind.OVERDUE)]),
        (Joint.LEAD, [(TOM.name, ReminderKind.OVERDUE)]),
        (Joint.COPY, [(TOM.name, ReminderKind.OVERDUE), (KAREN.name, ReminderKind.COPY)]),
    ],
)
def test_joint_owners_are_asked_as_the_policy_says(joint: Joint, expected: list[tuple[str, ReminderKind]]) -> None:
    assert asked(People(), Policy(joint=joint), HOUSING, PLANNING) == expected


def test_a_copy_says_who_is_asked() -> None:
    decided = on(action(owners=(HOUSING, PLANNING)), today=TODAY, policy=Policy(joint=Joint.COPY))
    assert decided.reminders[-1].reason == "for your information: Tom Ashgrove is asked about it"


def test_nobody_gets_a_copy_of_what_nobody_is_asked_today() -> None:
    decided = on(action(owners=(HOUSING, PLANNING)), today=TODAY, policy=Policy(joint=Joint.COPY))
    assert leaving_out(decided.reminders, {TOM.address}) == ()
    assert [each.to for each in leaving_out(decided.reminders, {KAREN.address})] == [TOM]


def test_the_lead_is_asked_once_a_week_who_stands_behind_all_that_nobody_owns() -> None:
    vacant, unowned = action("1", owners=(Owner("Head of Estates"),)), action("2", owners=())
    day = Day(TODAY, people=LED, calendar=EveryDay())
    found = {
        today: [(each.to, each.action.item_id) for each in decided.reminders]
        for today, _, decided in lived([vacant, unowned], TODAY, TODAY + timedelta(days=8), day)
        if decided.reminders
    }
    assert found == {
        TODAY: [(LEAD, "1"), (LEAD, "2")],
        TODAY + timedelta(days=7): [(LEAD, "1"), (LEAD, "2")],
    }


def test_the_lead_is_asked_at_once_about_an_action_whose_owner_is_lost_within_the_week_of_another_question() -> None:
    unowned, lost = action("2", owners=()), action("1")
    reached, bounced = LED, replace(LED, unreachable=frozenset({TOM.address}))
    third = TODAY + timedelta(days=2)
    lives = lived(
        [lost, unowned],
        TODAY,
        TODAY + timedelta(days=10),
        Day(TODAY, people=LED, calendar=EveryDay()),
        people=lambda today: bounced if today >= third else reached,
    )
    found = {
        today: [each.action.item_id for each in decided.reminders if each.kind is ReminderKind.ASK_WHO]
        for today, _, decided in lives
    }
    assert {today: items for today, items in found.items() if items} == {
        TODAY: ["2"],
        third: ["1"],
        third + timedelta(days=7): ["1", "2"],
    }


def test_a_question_to_the_lead_waits_for_a_mail_that_comes_to_them_within_a_few_working_days() -> None:
    monday = date(2026, 10, 5)

    def asked(days: int, today: date = monday) -> list[ReminderKind]:
        own = action("2", owners=(Owner("Lead", (LEAD,)),), due=Due.on(monday + timedelta(days=days)))
        said = {own.key: [mention(monday - timedelta(days=3), ReminderKind.UPCOMING, to=LEAD)]}
        day = Day(today, Policy(before=()), LED, working_days(Nation.ENGLAND))
        return [each.kind for each in decide([action(owners=()), own], said, day).reminders]

    assert asked(3) == []
    assert asked(3, monday + timedelta(days=3)) == [ReminderKind.DUE_TODAY, ReminderKind.ASK_WHO]
    assert asked(4) == [ReminderKind.ASK_WHO]


def test_the_question_to_the_lead_gives_the_reason() -> None:
    decided = on(action(owners=(Owner("Head of Estates"),)), today=TODAY, people=LED)
    assert decided.reminders[0].reason == "nobody is known behind Head of Estates"
    assert decided.gaps[0].reason == "nobody is known behind Head of Estates: add them to the Who is who list"


def test_a_lead_who_wrote_lately_of_an_action_without_an_owner_is_not_asked_whose_it_is() -> None:
    nobodys = action(owners=())

    def asks(wrote: date, by: Person) -> bool:
        words = {nobodys.key: [Heard(wrote, by, waits=True)]}
        day = Day(TODAY, Policy(), LED, EveryDay(), words)
        return bool(decide([nobodys], {}, day).reminders)

    assert not asks(TODAY - timedelta(days=7), LEAD)
    assert asks(TODAY - timedelta(days=8), LEAD)
    assert asks(TODAY, TOM)


@pytest.mark.parametrize(
    ("owner", "to_lead"),
    [
        (Owner("Cabinet"), "nobody is known behind Cabinet"),
        (
            Owner("Head of Parks", holder=Holder.WITHOUT_ADDRESS),
            "whoever is entered for Head of Parks has no mail address, so they may have left",
        ),
        (Owner(NO_ADDRESS), "somebody picked as its owner has no mail address"),
        (Owner("Clerk", bad_address="clerk at"), "the address that we have for Clerk is no mail address"),
        (
            Owner("Partner", (Person("Jo Lark", "jo@partner.example"),)),
            (
                "we may not write to jo@partner.example: name somebody else, or tell the administrator of Planminder "
                "if we should"
            ),
        ),
        (Owner("Head of Housing", (TOM,)), f"mail to {TOM.address} came back"),
    ],
)
def test_a_lead_is_told_what_a_lead_can_do_and_the_admin_what_to_set(owner: Owner, to_lead: str) -> None:
    guards = Recipients("tamberley.example", domains=frozenset({"other.example"}))
    people = replace(LED, recipients=guards, unreachable=frozenset({TOM.address}))
    decided = on(action(owners=(owner,)), today=TODAY, people=people)
    [asked] = [each for each in decided.reminders if each.kind is ReminderKind.ASK_WHO]
    assert asked.reason == to_lead
    for words in ("guards.", "the list", "Who is who"):
        assert words not in asked.reason
    assert decided.gaps[0].reason != asked.reason
    assert any(word in decided.gaps[0].reason for word in ("guards.", "add", "pick", "correct", "name"))


def test_a_lead_reads_the_name_of_a_body_whose_mail_came_back_and_who_else_has_the_action() -> None:
    at = "office@lorn-trust.example"
    both = action(owners=(HOUSING, Owner("Lorn Trust", (Person(at, at),))), last_reply=TODAY - timedelta(days=9))
    people = replace(LED, unreachable=frozenset({at}))
    [asked] = [each for each in on(both, today=TODAY, people=people).reminders if each.kind is ReminderKind.ASK_WHO]
    answered = f"{TOM.name} has it too, and it was last answered on 22 September 2026"
    assert asked.reason == f"mail to Lorn Trust ({at}) came back; {answered}"


def test_a_held_row_is_nobodys_yet_and_the_lead_is_not_asked() -> None:
    assert not on(action(owners=(), question="Is this one action or two?"), today=TODAY, people=LED).reminders


def test_without_a_lead_what_nobody_owns_is_told_to_the_admins_alone() -> None:
    decided = on(action(owners=()), today=TODAY)
    assert (len(decided.reminders), len(decided.gaps)) == (0, 1)


def test_a_new_owner_hears_of_a_late_action_at_once_though_the_old_one_has_just_heard() -> None:
    handed_over = action(owners=(Owner("Head of Housing", (MANAGER,)),))
    said = [mention(TODAY, to=TOM)]
    tomorrow = TODAY + timedelta(days=1)
    assert on(handed_over, today=tomorrow, said=said).reminders
    assert not on(action(), today=tomorrow, said=said).reminders


IN_THE_PLACE = People(deputies={TOM.address: KAREN}, named={TOM.address: KAREN})
BACK_AGAIN = People(named={TOM.address: KAREN})


def nudged_on(absences: dict[date, People], *owners: Owner) -> list[tuple[date, str]]:
    """Whom the nudges of three weeks go to while people come and go: from each day on, those given."""
    history: dict[tuple[str, str], list[Mentioned]] = {}
    found, people = [], BACK_AGAIN
    for today in days(TODAY, TODAY + timedelta(days=21)):
        people = absences.get(today, people)
        day = Day(today, Policy(overdue_every=(7,)), people, EveryDay())
        reminders = decide([action(owners=owners or (HOUSING,))], history, day).reminders
        history = remembered(history, reminders, today)
        found += [(today, each.to.name) for each in reminders]
    return found


def test_the_cadence_goes_on_when_a_deputy_stands_in_and_when_the_owner_is_back() -> None:
    second, tenth = TODAY + timedelta(days=1), TODAY + timedelta(days=9)
    assert nudged_on({second: IN_THE_PLACE, tenth: BACK_AGAIN}) == [
        (TODAY, TOM.name),
        (TODAY + timedelta(days=7), KAREN.name),
        (TODAY + timedelta(days=14), TOM.name),
        (TODAY + timedelta(days=21), TOM.name),
    ]


def test_what_a_deputy_heard_does_not_count_for_an_owner_for_whom_they_do_not_stand_in() -> None:
    said = [mention(TODAY, to=KAREN)]
    tomorrow = TODAY + timedelta(days=1)
    assert on(action(), today=tomorrow, said=said, people=People(named={MANAGER.address: KAREN})).reminders
    assert not on(action(), today=tomorrow, said=said, people=BACK_AGAIN).reminders


def test_a_deputy_who_stands_in_for_what_was_due_soon_is_not_told_again_of_what_the_owner_was_told() -> None:
    soon = action(due=Due.on(TODAY + timedelta(days=10)))
    said = [mention(TODAY, ReminderKind.UPCOMING)]
    assert not on(soon, today=TODAY + timedelta(days=1), said=said, people=IN_THE_PLACE).reminders


def test_a_joint_owner_who_stands_in_for_the_lead_goes_on_in_the_leads_cadence() -> None:
    shared = action(owners=(HOUSING, PLANNING))
    tomorrow, policy = TODAY + timedelta(days=1), Policy(joint=Joint.LEAD)
    assert not on(shared, today=tomorrow, said=[mention(TODAY)], policy=policy, people=IN_THE_PLACE).reminders
