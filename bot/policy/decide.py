"""Who needs a word today, and why: a question about state, never about the tick that asks it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.plan import Action, Key, Person
from bot.policy import moments
from bot.policy.asking import about
from bot.policy.day import Day
from bot.policy.gaps import Unowned, disowned_gap, held, owner_gap, snooze_gap
from bot.policy.heard import disowned_by, disowning, unread
from bot.policy.reminders import Decided, Gap, History, Mentioned, Reminder, ReminderKind, by_person
from bot.policy.sharing import Silent, Within, is_near, share


def decide(actions: Iterable[Action], history: History, day: Day) -> Decided:
    """Which actions need a word today, of whom; nobody is written to on a day on which nobody works."""
    within = Within()
    gaps: list[Gap] = []
    unowned: list[tuple[Action, Unowned]] = []
    told: set[tuple[Key, str]] = set()
    for action in actions:
        if not action.is_open or action.repeat_of:
            continue
        key = action.key
        words = day.words.get(key, ())
        reached, lost = day.people.asked(action)
        owners = () if action.question else reached
        said = history.get(key, ())
        found = about(action, owners, said, words, day)
        within.add(found, Silent(action, owners, said, words))
        nobody = owner_gap(action, lost, day.people)
        if words and not nobody:
            nobody = disowned_gap(action, words, day.people.lead(action.plan))
        if nobody:
            unowned.append((action, nobody))
            told.update((key, each.to.address) for each in found.today if not found.wait)
        if gap := _gap(action, nobody.to_admin if nobody else "", found.given_up, day):
            gaps.append(Gap(action, gap, in_part=bool(owners) and not found.given_up))
    shared = [each for group in share(within, history, day) for each in group.reminders]
    told.update([(each.action.key, each.to.address) for each in shared])
    reminders = [*within.firm, *shared]
    mailed = {each.to.address for each in reminders} if unowned else ()
    for lead, asked in by_person(_ask_who(unowned, told, history, day)).items():
        if lead.address in mailed or not is_near(lead.address, within, day):
            reminders += asked
    sends = day.calendar.works_on(day.today)
    return Decided(tuple(sorted(reminders, key=_worst_first)) if sends else (), tuple(gaps))


def _gap(action: Action, lacking: str, given_up: str, day: Day) -> str:
    """What keeps an action, or some of its owners, from being asked; "" where nothing does."""
    both = f"{lacking}; {given_up}" if lacking and given_up else lacking or given_up
    return held(action) or both or snooze_gap(action, day.policy, day.today)


def _worst_first(reminder: Reminder) -> tuple[int, int, str, str]:
    return reminder.kind.rank, -reminder.days, reminder.action.plan, reminder.action.ref


def _ask_who(
    unowned: Sequence[tuple[Action, Unowned]], told: Collection[tuple[Key, str]], history: History, day: Day
) -> Iterator[Reminder]:
    """Each plan lead is asked about what has no owner and they have not written of since: of what is new, and whether
    somebody has it who was not named to them before, of the rest together, and not again for a while; not of what their
    mail of today speaks of anyway (`told`), for no mail names an action twice."""
    waiting: dict[Person, list[tuple[Action, Unowned]]] = {}
    for action, why in unowned:
        lead = day.people.lead(action.plan)
        if lead and (action.key, lead.address) not in told and not _wrote_since(lead, action, day):
            waiting.setdefault(lead, []).append((action, why))
    for lead, theirs in waiting.items():
        asked = {action.key: _asked_who(lead, history.get(action.key, ())) for action, _ in theirs}
        last = max((each.on for said in asked.values() for each in said), default=None)
        again = moments.again(last, day.policy.ask_who_every, day.today)
        for action, why in theirs:
            said, words = asked[action.key], day.words.get(action.key, ())
            disowned, wrote = disowned_by(action, words), unread(lead, words)
            named = disowned[1].named if disowned else None
            # Whether somebody has it now is another question than whose it is.
            if again or not said or (named and named.address not in {each.named for each in said}):
                yield Reminder(action, ReminderKind.ASK_WHO, 0, why.to_lead, lead, wrote=wrote, named=named)


def _asked_who(lead: Person, said: Sequence[Mentioned]) -> list[Mentioned]:
    """The questions to a lead who owns an action."""
    return [each for each in said if each.kind is ReminderKind.ASK_WHO and each.to == lead.address]


def _wrote_since(lead: Person, action: Action, day: Day) -> bool:
    """Whether a lead wrote lately of what has no owner, or since it was disowned: maybe by whom they had named."""
    words = day.words.get(action.key, ())
    last = disowning(action, words) if words else None
    since = words[words.index(last) + 1 :] if last else words
    return any(day.is_quiet_after(each.on) for each in since if each.by and each.by.address == lead.address)
