"""A held or asked reply settled by an admin: applied as read, corrected or dismissed; once, never over newer work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot import progress, rows
from bot.compose import wording
from bot.labels import fold_ref
from bot.ledger import OVERTAKEN, Event, Example, MessageState, PlannedUpdate, StoredMessage
from bot.m365 import Row
from bot.plan import Action, Due, Status
from bot.reply import Update
from bot.settings import PlanSettings
from jobs.kit import JobRefused, Kit, Report
from jobs.people.entitled import owns
from jobs.people.unsettled import WISHED, basis_of, says_whose
from jobs.reader import Reader
from jobs.replies.change_words import in_words
from jobs.replies.handed_over import tell_those_before
from jobs.replies.moved_on import written_over
from jobs.replies.name_owner import has_new_owner, write_owner
from jobs.replies.planned import changes_of
from jobs.replies.review import NEEDS_REVIEW, close_disowned, close_questions, put_away, put_away_one
from jobs.replies.wishes import LEADS_ANSWER, as_wish, ask_lead
from jobs.replies.write_back import kept_words, lacking_in, values_of
from jobs.replies.write_once import NotWritten, keep, sender_name, write_once

_LOOK = "`planminder outbox --held` lists those that wait"
_INSTEAD = {
    False: "say --status or --due, or --dismiss it",
    True: "name the owner in the list or in Who is who, then --dismiss it",
}
"""What to do about words that cannot be applied, by whether they say whose an action is."""
_PUT = "{lead} is asked to agree with the next collect: to decide it without them, set the date in the list."
_PASSED_OVER = "It is written without the yes of {lead}, who agrees to such dates: nobody has told them, nor its owner."
_SETTLED = {
    "settled": "was settled already",
    "dismissed": "was dismissed already",
    "written": "was applied already",
    OVERTAKEN: "waits no more, as its sender has answered since or its row has moved on",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What an admin makes of a reply: as it was read, or this status and these dates, for this action; or nothing.

    `anyway` writes although the action has moved on since the reply was read.
    """

    as_read: bool = False
    dismiss: bool = False
    status: Status | None = None
    on: date | None = None
    due: date | None = None
    action: str = ""
    plan: str = ""
    anyway: bool = False


def settle_reply(kit: Kit, name: str, choice: Choice) -> Report:
    """Settle one update, by its name as the queue shows it ("17.2", or "17" where only one of the mail waits)."""
    message, position = _find(kit, name, choice)
    if position is None:
        return _dismiss_message(kit, message)
    update = kit.ledger.inbox.updates(message.key)[position]
    called = f"{message.number}.{position + 1}"
    if choice.dismiss:
        report = _record(kit, message, position, replace(update, state="dismissed", changes={}), called)
        if update.rule == LEADS_ANSWER:
            report.say(
                f"The date still waits for the lead: `planminder settle {called} --refuse`, or --agree, ends that."
            )
        return report
    action = _action(kit, update, choice)
    wanted = update
    if action.key != update.key:
        wanted = replace(
            update, plan=action.plan, item_id=action.item_id, ref=action.ref, basis={}, before={}, after={}
        )
        kit.ledger.review.aim(message.key, position, wanted)
    wanted = replace(wanted, changes=_changes(kit, message, update, action, choice))
    wish = as_wish(kit, message.sender, wanted, action)
    is_wish = WISHED in wish.changes
    settled = _write(kit, message, position, wish if is_wish and choice.as_read else wanted, choice)
    report = _record(kit, message, position, settled, called)
    if is_wish:
        ask_lead(kit, message)
        report.say((_PUT if choice.as_read else _PASSED_OVER).format(lead=_plan(kit, wanted).lead))
    return report


def _find(kit: Kit, name: str, choice: Choice) -> tuple[StoredMessage, int | None]:
    """The message and the update meant; None for a message without any that is to be dismissed."""
    number, _, place = name.partition(".")
    message = kit.ledger.inbox.message(int(number)) if number.isdecimal() else None
    if message is None:
        raise JobRefused(f'there is no reply "{name}": {_LOOK}')
    ask_lead(kit, message)  # whom a process asks no more that died when it had settled a date that needs their yes
    updates = kit.ledger.inbox.updates(message.key)
    if message.state is MessageState.REVIEWED and any(each.waits for each in updates):
        raise JobRefused(f"reply {number} was seen to by hand, as its mail was moved out of {NEEDS_REVIEW}: {_LOOK}")
    if place:
        if not place.isdecimal() or not 0 < int(place) <= len(updates):
            raise JobRefused(f'reply {number} has no part "{place}": {_LOOK}')
        return message, _waiting(updates[int(place) - 1], name, int(place) - 1)
    waiting = [at for at, each in enumerate(updates) if each.waits]
    if len(waiting) > 1:
        named = ", ".join(f"{number}.{at + 1}" for at in waiting)
        raise JobRefused(f"reply {number} has {len(waiting)} parts that wait: name one of {named}")
    if waiting:
        return message, waiting[0]
    if not message.reason or message.state is MessageState.REVIEWED or updates:
        raise JobRefused(f"reply {number} does not wait for anybody (any more): {_LOOK}")
    if choice.dismiss:
        return message, None
    if not choice.action:
        raise JobRefused(f"reply {number} was read for no action: name one with --action, or dismiss it")
    return message, _read_by_hand(kit, message)


def _waiting(update: PlannedUpdate, name: str, position: int) -> int:
    if not update.waits:
        raise JobRefused(f"reply {name} {_SETTLED.get(update.state, 'does not wait for anybody')}: {_LOOK}")
    return position


def _read_by_hand(kit: Kit, message: StoredMessage) -> int:
    """The update of a message in which none was read: its words alone."""
    unread = PlannedUpdate("", "", "", "hold", "read by a person", message.words, message.reason, state="held")
    kit.ledger.review.add(message.key, unread)
    return 0


def _action(kit: Kit, update: PlannedUpdate, choice: Choice) -> Action:
    """The action that is meant: the one that was read, or the one that the admin names."""
    if not choice.action:
        found = kit.ledger.snapshot.action(update.plan, update.item_id) if update.item_id else None
        if found is None:
            raise JobRefused("nobody could tell which action this is about: name it with --action")
        return found
    named = [
        action
        for plan in kit.settings.plans
        if choice.plan in ("", plan.name)
        for action in kit.ledger.snapshot.actions(plan.name)
        if fold_ref(action.ref) == fold_ref(choice.action)
    ]
    if len(named) != 1:
        where = f' in the plan "{choice.plan}"' if choice.plan else ""
        several = f"{len(named)} actions are called {choice.action}{where}: name the plan with --plan"
        raise JobRefused(several if named else f"there is no action {choice.action}{where}: write it as in the list")
    return named[0]


def _changes(kit: Kit, message: StoredMessage, update: PlannedUpdate, action: Action, choice: Choice) -> dict[str, str]:
    if choice.as_read:
        read = update.read or (update.changes if _names_owner(update) and action.key == update.key else {})
        if not read:
            raise JobRefused(f"nothing was read in it that could be applied: {_INSTEAD[says_whose(update)]}")
        return dict(read)
    day = message.said_on
    due = Due.on(choice.due) if choice.due else None
    return changes_of(kit, Update(action.ref, choice.status, due, completed_on=choice.on), action, day)


def _write(kit: Kit, message: StoredMessage, position: int, update: PlannedUpdate, choice: Choice) -> PlannedUpdate:
    """The update as it was written; raises JobRefused where the row has moved on, or would not take it."""
    plan = _plan(kit, update)
    reader = Reader(kit)
    columns = reader.columns(plan)
    lacking = lacking_in(update, columns) or (write_owner(kit, reader, columns, update) if _names_owner(update) else "")
    if lacking:
        raise JobRefused(lacking)
    day = message.said_on
    sender = sender_name(kit, message)
    said = progress.entry(day, sender, kept_words(update))
    made = progress.entry(kit.today, "an admin", progress.settled(wording.day(day), in_words(update.changes)))

    def fields_of(action: Action, row: Row) -> dict[str, object]:
        if has_new_owner(action, update):
            raise NotWritten("its owner was changed since the reply was read: look at the row, then dismiss the reply")
        over = "" if choice.anyway else written_over(kit, message, update, action)
        if over:
            raise NotWritten(over)
        lines = made if said in action.progress or not update.comment else f"{said}\n{made}"
        values = values_of(action, update, lines, day)
        if owns(message.sender, action):
            values["last_reply"] = max(day, action.last_reply or day)
        return rows.as_fields(values, columns)

    try:
        row, kept = write_once(kit, reader, plan, message, position, update, made, fields_of)
    except NotWritten as why:
        raise JobRefused(f"{update.ref}: {why}") from why
    keep(kit, plan, row, kept, sender, update.comment)
    if _names_owner(update):
        tell_those_before(kit, message, update)
        close_disowned(kit, update)
    if WISHED in update.changes:
        return replace(update, state="written", basis=basis_of(kept))
    return replace(update, state="settled")


def _names_owner(update: PlannedUpdate) -> bool:
    return "owner" in update.changes


def _plan(kit: Kit, update: PlannedUpdate) -> PlanSettings:
    plan = kit.settings.plan(update.plan)
    if plan is None:
        raise JobRefused(f'the plan "{update.plan}" is not in the configuration any more: dismiss the reply')
    return plan


def _record(kit: Kit, message: StoredMessage, position: int, settled: PlannedUpdate, called: str) -> Report:
    verdict = "dismissed" if settled.state == "dismissed" else "settled"
    what = f"{verdict} by an admin: {in_words(settled.changes) or 'nothing was written'}"
    trail = Event(kit.now(), "update", what, settled.plan, settled.ref, message.sender, f"reply {called}")
    learnt = Example(settled.comment, settled.read, settled.changes) if settled.comment else None
    kit.ledger.review.settle(message.key, position, settled, learnt, trail)
    close_questions(kit)
    put_away(kit)
    report = Report("settle", figures={"reply": called, "state": settled.state, "plan": settled.plan})
    report.figures |= {"ref": settled.ref, "changes": dict(settled.changes)}
    report.say(f"reply {called}{f', {settled.ref}' if settled.ref else ''}: {what}.")
    return report


def _dismiss_message(kit: Kit, message: StoredMessage) -> Report:
    trail = Event(kit.now(), "update", "dismissed by an admin", "", "", message.sender, f"reply {message.number}")
    kit.ledger.register.note([trail])
    put_away_one(kit, message)
    report = Report("settle", figures={"reply": f"{message.number}", "state": "dismissed"})
    report.say(f"reply {message.number}: dismissed; nothing was written.")
    return report
