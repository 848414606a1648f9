"""What the policy promises, each as a watcher that is shown one day of a life after the other."""

from __future__ import annotations

from datetime import date, timedelta

from bot.plan import Action, DueKind, Person
from bot.policy import Policy, ReminderKind, by_person
from tests.bot.policy.years import FIRST, LONGEST_CLOSURE, Life, Today

Item = str


class Promise:
    """`see` is shown each day on which the job ran, in order, and fails on the one that breaks the promise."""

    def __init__(self, life: Life) -> None:
        self.life = life

    def see(self, today: Today) -> None:
        raise NotImplementedError


class OneMailADay(Promise):
    """Nobody is written to twice on a day, nor twice of one action in a mail."""

    def see(self, today: Today) -> None:
        reminders = today.decided.reminders
        mails = by_person(reminders)
        assert len({person.address for person in mails}) == len(mails)
        spoken_of = [(each.to.address, each.action.plan, each.action.item_id) for each in reminders]
        assert len(set(spoken_of)) == len(spoken_of)


class OnlyWhoShouldHear(Promise):
    """On a working day only; at no address that gave mail back; of nothing that is closed; not whoever has a deputy
    today; and nobody above of what is their own."""

    def see(self, today: Today) -> None:
        people = today.day.people
        assert not today.decided.reminders or self.life.calendar.works_on(today.date)
        for each in today.decided.reminders:
            assert each.to.address not in people.unreachable
            assert today.rows[each.action.item_id].is_open
            stand_in = people.deputies.get(each.to.address)
            assert stand_in is None or stand_in.address in people.unreachable or each.to in _stand_ins(today)
            if each.kind is ReminderKind.ESCALATED:
                assert each.to.address not in {person.address for person in each.action.people}
                assert each.to in _above(today, each.action)


def _stand_ins(today: Today) -> set[Person]:
    return set(today.day.people.deputies.values())


def _above(today: Today, row: Action) -> set[Person]:
    above = today.day.people.above(row).values()
    over = [today.day.people.managers.get(each.address) for each in above]
    meant = {*above, *[each for each in over if each]}
    return meant | {today.day.people.deputies[each.address] for each in meant if each.address in _keys(today)}


def _keys(today: Today) -> set[str]:
    return set(today.day.people.deputies)


class Quiet(Promise):
    """Nobody is nudged, and nobody above told, of what was answered within the quiet days, by word or in the list, or
    put off for no longer than the policy allows."""

    def see(self, today: Today) -> None:
        policy = today.day.policy
        for each in today.decided.reminders:
            row = today.rows[each.action.item_id]
            if each.kind is ReminderKind.ASK_WHO:
                continue
            replied, until = row.last_reply, row.snoozed_until
            assert not replied or (today.date - replied).days > policy.quiet_after_answer
            assert not until or not 0 < (until - today.date).days <= policy.snooze_most
            for words in today.day.words.get(row.key, ()):
                if words.by and words.by in row.people:
                    assert (today.date - words.on).days > policy.quiet_after_answer
                assert each.kind is not ReminderKind.ESCALATED or not words.keeps_still(today.date)
                assert not each.warning or not words.keeps_still(today.date)


class NoLongerThanAllowed(Promise):
    """Nothing open with somebody to ask waits longer than the policy allows, but where its owners were given up, or
    have time left of their last warning before they are."""

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self.heard: dict[Item, date] = {}
        self.promised: dict[Item, date] = {}
        self.ran = FIRST
        self.policy = life.policy

    def see(self, today: Today) -> None:
        asked = {each.action.item_id for each in today.decided.reminders if each.kind.asks_owner}
        self.promised |= {each.action.item_id: each.warning.on for each in today.decided.reminders if each.warning}
        given_up = {gap.action.item_id for gap in today.decided.gaps if "were asked" in gap.reason}
        for item, row in today.rows.items():
            longest, policy = _longest(row, today.day.policy), today.day.policy
            put_off = row.snoozed_until and 0 < (row.snoozed_until - today.date).days <= policy.snooze_most
            words = today.day.words.get((row.plan, item), ())
            wrote = any(each.on > self.ran and each.by in row.people for each in words)
            end = row.current_due.end
            rests = (
                (policy.overdue_most and today.date < self.promised.get(item, FIRST))
                or put_off
                or wrote
                or (row.last_reply or FIRST) > self.ran
                or not row.is_open
                or (end and today.date <= end)
            )
            reached, _ = today.day.people.asked(row)
            if item in asked | given_up or rests or not reached or longest is None:
                self.heard[item] = today.date
            if longest is None:
                continue
            heard = self.heard.get(item, FIRST - timedelta(days=1))
            # What days without the job, or a slower policy, kept waiting comes on the next working day.
            if (today.date - self.ran).days > 1 or policy is not self.policy:
                heard = self.heard[item] = max(heard, today.date - timedelta(days=longest))
            assert (today.date - heard).days <= longest + LONGEST_CLOSURE.days, item
        self.ran, self.policy = today.date, today.day.policy


def _longest(row: Action, policy: Policy) -> int | None:
    """The longest that the policy lets an action wait for a word; None where that hangs on a month of its own."""
    due = row.current_due
    if due.kind is DueKind.RECURRING:
        return None
    if due.kind is DueKind.ONGOING:
        return max(policy.check_in_every, policy.quiet_after_answer)
    every = max(policy.overdue_every) if due.end else policy.ask_for_date_every
    return max(every, policy.quiet_after_answer)


class OneQuestionToALead(Promise):
    """A lead is asked whose an action is no oftener than the policy says."""

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self.last: dict[tuple[Item, str], date] = {}

    def see(self, today: Today) -> None:
        for each in today.decided.reminders:
            if each.kind is ReminderKind.ASK_WHO:
                before = self.last.get((each.action.item_id, each.to.address))
                assert before is None or (today.date - before).days >= today.day.policy.ask_who_every
                self.last[each.action.item_id, each.to.address] = today.date


class EachTurnOnce(Promise):
    """What comes round is never nudged as late by more than a month beyond the days it was looked at."""

    def see(self, today: Today) -> None:
        for each in today.decided.reminders:
            if each.kind is ReminderKind.OVERDUE and each.action.current_due.kind is DueKind.RECURRING:
                assert each.days <= (today.date - FIRST).days + 31


PROMISES = (OneMailADay, OnlyWhoShouldHear, Quiet, NoLongerThanAllowed, OneQuestionToALead, EachTurnOnce)
