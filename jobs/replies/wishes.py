"""A new date that needs the plan lead's yes: asked for by a mail, again after a silent week, written when agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot import progress, rows
from bot.compose import Mail as Composed
from bot.compose import ReceiptView, WishView, wording
from bot.history import due_text
from bot.ledger import Intent, Mention, PlannedUpdate, Run, RunState, StoredMessage
from bot.m365 import Row
from bot.plan import Action, Key
from bot.policy import ReminderKind
from bot.reply import Decision, Mail, Role, Update, settle
from bot.settings import PlanSettings
from jobs.kit import Kit
from jobs.people.heard import answers_to_wishes
from jobs.people.names import known_name
from jobs.people.unsettled import WISH, WISHED, is_overtaken, wished_in
from jobs.reader import Reader, read_directory
from jobs.replies.earlier import earlier, naming, own_words
from jobs.replies.review import close_answers
from jobs.replies.write_once import NotWritten, keep, sender_name, trail_of, write_once
from jobs.sending.letters import as_sent, intent_of, mail_key, reply_address

ASK_AGAIN = timedelta(days=7)
TOLD = "wish_told"
ANSWERS = ("agreed", "declined")
"""The change of a lead's answer: the name of the wish that it decides."""

_NO_LEAD = "a new date needs the yes of the plan's lead, and the plan names none: settle it yourself"
_UNCLEAR = "it answers whether a new date is agreed to, and is no plain yes or no: say which with --agree or --refuse"
LEADS_ANSWER = "the lead's answer"


def as_wish(kit: Kit, sender: str, planned: PlannedUpdate, action: Action | None) -> PlannedUpdate:
    """An update whose new date the policy leaves to the lead, with the date as a wish; others as they are."""
    plan = kit.settings.plan(planned.plan)
    moved = planned.changes.get("revised_due", "")
    if not moved or action is None or plan is None or sender == plan.lead or not _needs_yes(kit, action, moved):
        return planned
    if not plan.lead:
        return replace(planned, decision=Decision.HOLD.value, sentence=_NO_LEAD, changes={})
    rest = {name: value for name, value in planned.changes.items() if name != "revised_due"}
    return replace(planned, changes={**rest, WISHED: moved})


def _needs_yes(kit: Kit, action: Action, moved: str) -> bool:
    least, now = kit.settings.policy.lead_agrees_to_dates, due_text(action)
    return bool(least and now) and (date.fromisoformat(moved) - date.fromisoformat(now)).days >= least


def ask_lead(kit: Kit, message: StoredMessage) -> None:
    """Intend the mail to the lead for each wish of a message that is written; safe to do again."""
    for position, update in enumerate(kit.ledger.inbox.updates(message.key)):
        plan = kit.settings.plan(update.plan)
        action = kit.ledger.snapshot.action(update.plan, update.item_id)
        if WISHED in update.changes and update.state == "written" and plan is not None and action is not None:
            _ask(kit, plan, action, message, position, update)


def ask_leads_again(kit: Kit) -> int:
    """Intend the mail of each wish once more whose lead has said nothing for `ASK_AGAIN` days; how many mails."""
    last = {wish: asked[-1] for wish, asked in _all_mails(kit).items()}
    answered = answers_to_wishes(kit.ledger)
    silent = [asked for wish, asked in last.items() if wish not in answered and kit.today - asked.day >= ASK_AGAIN]
    return sum(_asked_again(kit, asked) for asked in silent)


def mails_of(kit: Kit, wish: int, key: Key) -> Sequence[Intent]:
    """The mails that asked a lead about the wish of a message, the first first."""
    return _all_mails(kit).get((wish, key), [])


def _all_mails(kit: Kit) -> dict[tuple[int, Key], list[Intent]]:
    found: dict[tuple[int, Key], list[Intent]] = defaultdict(list)
    for run in kit.ledger.outbox.runs():
        for asked in kit.ledger.outbox.intents(run.id) if run.kind == WISH else ():
            for mention in kit.ledger.outbox.mentions(asked.number) if asked.kind == WISH else ():
                found[asked.answers[0], mention.key].append(asked)
    return found


def _asked_again(kit: Kit, before: Intent) -> bool:
    number, position, wished = wish_asked(kit, before)
    plan, message = kit.settings.plan(wished.plan), kit.ledger.inbox.message(number)
    action = kit.ledger.snapshot.action(wished.plan, wished.item_id)
    if plan is None or not plan.lead or action is None or message is None or before.redirected_to:
        return False
    if is_overtaken(wished, action) or wished_in(wished, action, kit.today) is None:
        return False
    _ask(kit, plan, action, message, position, wished, asked_on=before.day)
    return True


def _ask(
    kit: Kit,
    plan: PlanSettings,
    action: Action,
    message: StoredMessage,
    position: int,
    update: PlannedUpdate,
    asked_on: date | None = None,
) -> None:
    lead = read_directory(kit).person_at(plan.lead)
    number = kit.ledger.outbox.next_number()
    token, reply_to = reply_address(kit, number, lead)
    view = WishView(
        person=lead,
        owner=known_name(kit, message.person, None),
        action=action,
        wished=date.fromisoformat(update.changes[WISHED]),
        words=own_words(kit, message, update),
        reply_to=reply_to,
        token=token,
        sender_name=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
        asked_on=asked_on,
    )
    again = [asked_on.isoformat()] if asked_on else []
    key = mail_key(kit, WISH, message.identity, str(position), *again)
    intend(kit, WISH, number, key, view, kit.composer.wish(view), action, (message.number,))


def plan_answer(kit: Kit, mail: Mail, answered: Intent, agrees: bool | None, words: str) -> tuple[PlannedUpdate, ...]:
    """The lead's answer as one update: done for the person who was asked, and only if it is a plain yes or no."""
    number, place, wished = wish_asked(kit, answered)
    role = Role.OWNER if mail.sender.address == answered.person.address else Role.OTHER
    [update] = settle([Update(wished.ref, comment=words, decision=Decision.APPLY)], mail.trust, role)
    held = _UNCLEAR if agrees is None else update.reason
    name = ANSWERS[0] if agrees else ANSWERS[1]
    sure = agrees is not None and update.decision is Decision.APPLY
    return (
        PlannedUpdate(
            wished.plan,
            wished.item_id,
            wished.ref,
            Decision.APPLY.value if sure else Decision.HOLD.value,
            LEADS_ANSWER,
            words,
            "" if sure else held,
            changes={name: naming(number, place)} if sure else {},
        ),
    )


def wish_asked(kit: Kit, asked: Intent) -> tuple[int, int, PlannedUpdate]:
    """The wish that a mail to a lead is about: its message's number, its place and itself."""
    [mention] = kit.ledger.outbox.mentions(asked.number)
    message = kit.ledger.inbox.message(asked.answers[0])
    assert message is not None, "a lead is asked about a message that came in"
    for place, update in enumerate(kit.ledger.inbox.updates(message.key)):
        if update.key == mention.key and WISHED in update.changes:
            return message.number, place, update
    raise AssertionError("a lead is asked about a wish of that message")


def decided(changes: Mapping[str, str]) -> str:
    """ "agreed", "declined", or "" where an update is no lead's answer."""
    return next((name for name in ANSWERS if name in changes), "")


def decide(
    kit: Kit,
    reader: Reader,
    plan: PlanSettings,
    message: StoredMessage,
    position: int,
    update: PlannedUpdate,
    settled: str = "",
) -> None:
    """Write what the lead decided, or an admin `settled`, and an agreed date; nothing where the action has moved on."""
    source, place, wished = wish_of(kit, update)
    verdict, day = decided(update.changes), date.fromisoformat(wished.changes[WISHED])
    columns = reader.columns(plan)
    name = sender_name(kit, message)
    words = progress.decided(verdict == ANSWERS[0], wording.day(day), update.comment)
    line = f"{progress.entry(message.said_on, name, words)}\n{settled}".strip()

    def fields_of(action: Action, row: Row) -> dict[str, object]:
        if wished.state != "written":
            raise NotWritten("It was decided or taken back already.")
        if not action.is_open or due_text(action) != wished.basis.get("due", ""):
            raise NotWritten("The action has moved on since, so its date was left alone.")
        values: dict[str, object] = {"progress": f"{action.progress}\n{line}".strip()}
        return rows.as_fields(values | ({"revised_due": day} if verdict == ANSWERS[0] else {}), columns)

    try:
        row, kept = write_once(kit, reader, plan, message, position, update, line, fields_of)
    except NotWritten as why:
        kit.ledger.inbox.update_done(
            message.key, position, "refused", str(why), trail_of(kit, message, update, str(why))
        )
        return
    keep(kit, plan, row, kept, name, words)
    close_answers(kit, source.number, update)
    trail = trail_of(kit, message, update, f"new date {day.isoformat()} {verdict} by the plan's lead")
    kit.ledger.inbox.undone(message.key, position, (source.key, place), trail, verdict)


def wish_of(kit: Kit, update: PlannedUpdate) -> tuple[StoredMessage, int, PlannedUpdate]:
    """The wish that a lead's answer decides, with its message and place."""
    return earlier(kit, update.changes[decided(update.changes)])


def intend(
    kit: Kit,
    kind: str,
    number: int,
    key: str,
    view: WishView | ReceiptView,
    composed: Composed,
    action: Action,
    answers: tuple[int, ...],
) -> None:
    mail = as_sent(kit, view.person, composed)
    asked = ReminderKind.OVERDUE if kind == TOLD else ReminderKind.COPY
    mentions = (Mention(action.plan, action.item_id, action.ref, asked),)
    intent = intent_of(kit, kind, number, key, view, mail, mentions=mentions, answers=answers)
    run = Run(f"wishes-{kit.today}", WISH, kit.today, RunState.APPROVED)
    kit.ledger.outbox.add(run, [intent], kit.now())
