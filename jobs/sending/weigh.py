"""What a day's decision may become: who is left out of it, and which plans have to wait for an admin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.guards import Cycle, Past, why_unlike
from bot.policy import Day, Gap, History, Reminder, decide, leaving_out
from jobs.kit import Kit, Report
from jobs.people.absences import away_until
from jobs.people.heard import heard
from jobs.people.standing import calendar_of, read_standing
from jobs.sending.letters import NUDGE
from jobs.words import count

LAST_CYCLES = 5
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a day asks for and may send. `outside` are addresses that a pilot leaves out, `tired` those that have had
    enough nudges this week, `away` those who are away by their own note, with the day from which they are back; none of
    them counts as told. `history` is what the decision rests on."""

    reminders: tuple[Reminder, ...]
    gaps: tuple[Gap, ...]
    outside: frozenset[str]
    tired: frozenset[str]
    away: Mapping[str, date]
    history: History


def weigh(kit: Kit, without: str = "") -> Weighed:
    """Decide for today as if the run `without` had never been, and leave out whom the guards leave out."""
    rehearsal = bool(kit.settings.guards.redirect_to)
    actions = [action for plan in kit.plans for action in kit.ledger.snapshot.actions(plan.name)]
    history = kit.ledger.outbox.history(NUDGE, kit.today, rehearsal=rehearsal, without=without)
    people = read_standing(kit)
    calendar = calendar_of(kit.settings)
    wakes = kit.settings.timetable("remind", calendar).falls_on
    day = Day(kit.today, kit.settings.policy.policy(), people, calendar, heard(kit), wakes)
    decided = decide(actions, history, day)
    meant = frozenset(each.to.address for each in decided.reminders)
    outside = frozenset(address for address in meant if people.recipients.outside_pilot(address))
    week = kit.ledger.outbox.sent_since(NUDGE, kit.today - WEEK + timedelta(days=1), kit.today, rehearsal)
    tired = frozenset(address for address in meant - outside if week[address] >= kit.settings.guards.limits().a_week)
    absent = away_until(kit.ledger, kit.today)
    away = {address: absent[address] for address in meant - outside if address in absent}
    kept = leaving_out(decided.reminders, {*outside, *tired, *away})
    return Weighed(kept, decided.gaps, outside, tired, away, history)


def why_held(kit: Kit, plans: Iterable[str], weighed: Weighed) -> dict[str, str]:
    """The plans that have to wait for an admin, each with the reason, "" where it has never sent anything.

    A rehearsal harms nobody, so nothing of it waits.
    """
    if kit.settings.guards.redirect_to:
        return {}
    found = {}
    for plan in plans:
        if not _is_approved(kit, plan):
            found[plan] = ""
        elif reasons := _unlike(kit, plan, weighed):
            found[plan] = "; ".join(reasons)
    return found


def note_approved(kit: Kit, plan: str, run_id: str) -> None:
    """A person has seen what this plan sends: to a pilot's few, or to everybody."""
    if not kit.settings.guards.redirect_to:
        kit.ledger.register.set_fact(f"{_mode(kit)}:{plan}", run_id)


def note_gone_out(kit: Kit, plans: Iterable[str]) -> None:
    """The next cycle of these plans is compared with what they are like now."""
    if not kit.settings.guards.redirect_to:
        for plan in plans:
            kit.ledger.snapshot.keep_basis(plan, kit.today)


def tell_left_out(weighed: Weighed, kit: Kit, report: Report) -> None:
    """Who was left out and why: they come up again by themselves, and nothing counts as said to them."""
    guards = kit.settings.guards
    if guards.redirect_to:
        report.say(f"Every mail goes to {guards.redirect_to}, because guards.redirect_to says so: nobody else is told.")
    report.figures["left_out"] = {"pilot": sorted(weighed.outside), "enough_this_week": sorted(weighed.tired)}
    report.figures["left_out"]["away"] = {address: back.isoformat() for address, back in sorted(weighed.away.items())}
    if weighed.outside:
        people = count(len(weighed.outside), "person").replace("persons", "people")
        report.say(f"Left out, because guards.pilot_only does not name them: {people}: {_listed(weighed.outside)}.")
    if weighed.tired:
        most = count(guards.most_a_person_a_week, "nudge")
        report.say(f"Left for another day, after {most} in seven days: {_listed(weighed.tired)}.")
    for address, back in sorted(weighed.away.items()):
        report.say(f"Left until {back.day} {back:%B %Y}, by their out-of-office note: {address}.")


def _is_approved(kit: Kit, plan: str) -> bool:
    """A plan that was approved for everybody is approved for a pilot, but not the other way round."""
    return any(kit.ledger.register.fact(f"{mode}:{plan}") for mode in ("approved", _mode(kit)))


def _mode(kit: Kit) -> str:
    return "piloted" if kit.settings.guards.pilot_only else "approved"


def _unlike(kit: Kit, plan: str, weighed: Weighed) -> tuple[str, ...]:
    theirs = [each for each in weighed.reminders if each.action.plan == plan]
    asked: dict[str, set[str]] = {}
    for each in theirs:
        if each.kind.asks_owner:
            asked.setdefault(each.to.address, set()).add(each.action.item_id)
    cycle = Cycle(
        kit.ledger.snapshot.actions(plan),
        {address: frozenset(items) for address, items in asked.items()},
        frozenset(each.to.address for each in theirs),
    )
    return why_unlike(cycle, _past(kit, plan, weighed.history), kit.settings.guards.limits())


def _past(kit: Kit, plan: str, history: History) -> Past:
    said = {item_id: each for (name, item_id), each in history.items() if name == plan}
    mailed: dict[date, set[str]] = {}
    for each in (mention for mentions in said.values() for mention in mentions if mention.on < kit.today):
        mailed.setdefault(each.on, set()).add(each.to)
    sizes: Sequence[int] = [len(mailed[day]) for day in sorted(mailed)][-LAST_CYCLES:]
    basis = kit.ledger.snapshot.basis(plan)
    if basis is None:
        return Past(sizes)
    asked = {item_id: {each.to for each in mentions if each.kind.asks_owner} for item_id, mentions in said.items()}
    people: Mapping[str, frozenset[str]] = {
        item_id: basis.people.get(item_id, frozenset()) | asked.get(item_id, set())
        for item_id in {*basis.people, *asked}
    }
    return Past(sizes, people, basis.changes, basis.day)


def _listed(addresses: Iterable[str]) -> str:
    return ", ".join(sorted(addresses))
