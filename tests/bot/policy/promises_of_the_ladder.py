"""What the policy promises of the ladder and of the falling cadence, each as a watcher."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from bot.plan import Action, DueKind
from bot.policy import Policy, Post, Reminder, ReminderKind
from tests.bot.policy.promises import Item, Promise
from tests.bot.policy.years import FIRST, Life, Today


class Afresh:
    """Which rows an answer, a mail of their owner or a new date started afresh since the day before."""

    def __init__(self) -> None:
        self._last: dict[Item, object] = {}

    def rows(self, today: Today) -> set[Item]:
        found = set()
        for item, row in today.rows.items():
            words = [each.on for each in today.day.words.get((row.plan, item), ()) if each.by in row.people]
            state = (row.last_reply, row.revised_due, max(words, default=None))
            if self._last.get(item) != state:
                found.add(item)
            self._last[item] = state
        return found


class WarnedFirst(Promise):
    """No escalation comes before its warning, with the time to answer, nor before the day that any warning named; the
    warning is younger than all words that kept the ladder still; it names who was warned and when, of those who were
    there since; and nobody is warned who is away."""

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self.afresh = Afresh()
        self.warned: dict[tuple[Item, Post | None], list[Reminder]] = {}
        self.days: dict[tuple[Item, Post | None], list[date]] = {}

    def see(self, today: Today) -> None:
        fresh = self.afresh.rows(today)
        for rung in [each for each in self.warned if each[0] in fresh]:
            del self.warned[rung], self.days[rung]
        for each in today.decided.reminders:
            rung = (each.action.item_id, each.post)
            if each.kind is ReminderKind.ESCALATED:
                self._climbs(each, today, rung)
            if each.warning:
                assert not today.day.is_away(each.to)
                self.warned.setdefault(rung, []).append(each)
                self.days.setdefault(rung, []).append(today.date)

    def _climbs(self, each: Reminder, today: Today, rung: tuple[Item, Post | None]) -> None:
        assert rung in self.warned, "nobody was warned of this rung"
        warnings = list(zip(self.days[rung], self.warned[rung], strict=True))
        assert all(warned.warning and warned.warning.on <= today.date for _, warned in warnings)
        assert each.warned
        assert each.asked
        assert self.life.calendar.between(each.warned, today.date) >= today.day.policy.grace
        words = today.day.words.get(each.action.key, ())
        assert not any(each.warned <= wrote.on and (wrote.waits or wrote.from_above) for wrote in words)
        for person in each.asked:
            assert (each.warned, person.address) in [(on, warned.to.address) for on, warned in warnings]
            assert not today.day.is_away(person)
        there = [person for person in each.asked if each.warned >= today.day.people.back.get(person.address, FIRST)]
        assert there, "everybody who was warned has been away since"


class FallingCadence(Promise):
    """Nothing brings a late action up again sooner than the policy says, but a warning on the last day in time, or a
    mail of that day: by three working days and half its turn at most, and together with something else. Whoever is
    away reads no warning, and is nudged of it with their joint owners."""

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self.afresh = Afresh()
        self.nudged: dict[Item, list[date]] = defaultdict(list)
        self.said: dict[Item, date] = {}

    def see(self, today: Today) -> None:
        for item in self.afresh.rows(today):
            self.nudged.pop(item, None)
        late = [each for each in today.decided.reminders if each.kind is ReminderKind.OVERDUE and _end(each.action)]
        for each in late:
            before = self.nudged[each.action.item_id]
            sooner = before and today.date < _next_nudge(before, today.day.policy)
            if sooner and not self._comes_along(each, before, today):
                assert self.said[each.action.item_id] < self._warned_by(each, today) <= today.date
        for item in {each.action.item_id for each in late}:
            # Where the answer came on the day of the nudge, it answers that nudge.
            if today.rows[item].last_reply != today.date:
                self.nudged[item].append(today.date)
        spoken_of = [each for each in today.decided.reminders if each.kind is not ReminderKind.ASK_WHO]
        self.said |= {each.action.item_id: today.date for each in spoken_of}

    def _comes_along(self, each: Reminder, before: list[date], today: Today) -> bool:
        """Whether a reminder comes a little sooner, with something else that one of its owners is asked."""
        asked = [other for other in today.decided.reminders if other.kind.asks_owner]
        owners = {other.to for other in asked if other.action == each.action}
        turn = _next_nudge(before, today.day.policy)
        soon = turn <= self.life.calendar.after(today.date, 3) and 2 * (turn - today.date) <= turn - before[-1]
        return soon and any(other.to in owners and other.action != each.action for other in asked)

    def _warned_by(self, each: Reminder, today: Today) -> date:
        """The last day on which the warning for which a reminder comes is in time for its rung."""
        assert each.warning or today.day.is_away(each.to), "sooner than the policy says, without a warning"
        posts = {other.post for other in today.decided.reminders if other.warning and other.action == each.action}
        assert posts, "sooner than the policy says, and nobody is warned"
        end = _end(each.action)
        assert end
        after = next(rung.after for rung in today.day.policy.ladder if rung.to in posts)
        return self.life.calendar.after(end, max(0, after - today.day.policy.grace))


def _end(row: Action) -> date | None:
    return None if row.current_due.kind is DueKind.RECURRING else row.current_due.end


def _next_nudge(nudged: list[date], policy: Policy) -> date:
    return nudged[-1] + timedelta(days=policy.overdue_every[min(len(nudged), len(policy.overdue_every)) - 1])


class TrueWords(Promise):
    """Who is said to be told today is, and who was told was, on that day; whoever answered reads no more of it."""

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self.told: set[tuple[Item, str, date]] = set()

    def see(self, today: Today) -> None:
        reminders = today.decided.reminders
        for each in reminders:
            if each.kind is ReminderKind.ESCALATED:
                self.told.add((each.action.item_id, each.to.address, today.date))
        for each in reminders:
            item = each.action.item_id
            assert not each.tells or (item, each.tells.to.address, today.date) in self.told
            assert not each.told or (item, each.told.to.address, each.told.on) in self.told
            assert not each.told or not each.action.last_reply or each.told.on > each.action.last_reply
            assert not each.warning or each.warning.on > today.date


OF_THE_LADDER = (WarnedFirst, FallingCadence, TrueWords)
