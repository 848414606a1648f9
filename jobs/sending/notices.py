"""Tell the admins by mail what waits for a person, so that nothing waits unseen while the service runs by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from bot.compose import NoticeView, Waiting, wording
from bot.ledger import ASKS_US, IntentState, Mention, PlannedUpdate, Run, RunState, StoredMessage
from bot.policy import Gap
from bot.progress import without_ref
from jobs.kit import Kit
from jobs.people.awaited import SILENT, awaited
from jobs.people.names import where_to_find, whose
from jobs.sending.letters import plain_mails
from jobs.words import count

KIND = "notice"
REPEAT = timedelta(days=7)
_TOLD = "notice:told"


def intend_notice(kit: Kit, gaps: Sequence[Gap], faults: Mapping[str, str]) -> None:
    """One mail an admin and day: when something new waits, and once a week while anything does."""
    waiting = _waiting(kit, gaps, faults)
    lines = [line for each in waiting for line in each.lines]
    if kit.settings.mail.admins and _worth_a_mail(kit, lines):
        run = Run(f"notice-{kit.today}", KIND, kit.today, RunState.APPROVED)
        mail = kit.composer.notice(NoticeView(waiting, kit.settings.summary.council))
        intents = plain_mails(kit, KIND, kit.settings.mail.admins, mail, f"{kit.today}")
        kit.ledger.outbox.add(run, intents, kit.now())
        kit.ledger.register.set_fact(_TOLD, json.dumps({"on": kit.today.isoformat(), "lines": lines}))


def _worth_a_mail(kit: Kit, lines: Sequence[str]) -> bool:
    told = json.loads(kit.ledger.register.fact(_TOLD) or "{}")
    if not lines or not told:
        return bool(lines)
    return bool(set(lines) - set(told["lines"])) or kit.today - date.fromisoformat(told["on"]) >= REPEAT


_KINDS = (
    (
        "Plans that are not looked after",
        "Their lists cannot be read as they are; nobody is nudged about them until this is mended.",
    ),
    (
        "Templates of yours that are not used",
        "Mails go out by the last ones that worked, or by those we ship. Try yours with planminder check.",
    ),
    (
        "Nudges wait for your yes",
        "Look at each with planminder preview --run and its name, then planminder approve and its name.",
    ),
    (
        "Mails for you to read",
        (
            "They lie in the folder Needs review of our mailbox. Settle each with planminder settle and its number, or "
            "move it out of there when you have seen to it."
        ),
    ),
    (
        "Answers with an open question",
        (
            "We asked their writers what they mean, or the plan's lead where they name somebody else. If you know, say "
            "so with planminder settle and the number."
        ),
    ),
    (
        "New dates that wait for a plan's lead",
        "We ask them again each week. Speak to them, or set the date in the list yourself.",
    ),
    (
        "Receipts that wait",
        "guards.answers_a_day was reached: look in Processed whether a machine answers us, or raise it.",
    ),
    (
        "Mails that did not arrive, or may not have",
        "Look in Sent Items before you write to these people yourself. One that came back needs another address.",
    ),
    (
        "Drafts that are not sent any more",
        "They lie in Drafts of our mailbox. Delete them there; who they are for is asked afresh.",
    ),
    (
        "Actions nobody is asked about",
        "Mend each in its list; they are reported until then.",
    ),
    (
        "Actions asked about in part, or in spite of their row",
        "Mend each in its list; they are reported until then.",
    ),
)
"""Every kind of thing that waits, the most urgent first, and what an admin does about it."""


def _waiting(kit: Kit, gaps: Sequence[Gap], faults: Mapping[str, str]) -> tuple[Waiting, ...]:
    """What waits, in the order of `_KINDS`; kinds of which nothing waits are left out."""
    lines: tuple[Iterable[str], ...] = (
        (f"{plan}: {fault}" for plan, fault in faults.items()),
        kit.composer.faults,
        _runs(kit),
        (_message(each) for each in kit.ledger.inbox.held()),
        _asked(kit),
        _wishes(kit),
        _unanswered(kit),
        _undelivered(kit),
        _withdrawn(kit),
        (_gap(gap) for gap in gaps if not gap.in_part),
        (_gap(gap) for gap in gaps if gap.in_part),
    )
    found = [(*kind, tuple(theirs)) for kind, theirs in zip(_KINDS, lines, strict=True)]
    return tuple(Waiting(*each) for each in found if each[-1])


def _gap(gap: Gap) -> str:
    return f"{gap.action.plan}, {gap.action.ref or gap.action.text}: {gap.reason}"


def _runs(kit: Kit) -> Iterable[str]:
    for run in kit.ledger.outbox.runs(RunState.HELD):
        yield f"Run {run.id}: {count(len(kit.ledger.outbox.intents(run.id)), 'nudge')}, {run.reason}"


def _message(message: StoredMessage) -> str:
    return (
        f"Reply {message.number} from {message.sender or 'an unknown sender'}{where_to_find(message)}: {message.reason}"
    )


def _asked(kit: Kit) -> Iterable[str]:
    """Each reply with what in it is not sure, in its writer's words; not what its writer's next answer, which waits
    for the admin itself, tells once more."""
    told_again = {(each.message, each.position) for each in kit.ledger.review.questions() if each.once_more}
    for message in kit.ledger.review.asked():
        updates = enumerate(kit.ledger.inbox.updates(message.key))
        open_still = [each for at, each in updates if each.is_asked and (message.key, at) not in told_again]
        if not open_still:
            continue
        said = "; ".join(map(_said, open_still))
        yield f"Reply {message.number} from {message.sender}{where_to_find(message)}: {said}"


def _said(update: PlannedUpdate) -> str:
    asks = "asks something that you can answer by mail:" if update.rule == ASKS_US else ""
    words = wording.quoted(without_ref(update.comment, update.ref), 150)
    return " ".join(filter(None, (update.ref, asks, words)))


def _wishes(kit: Kit) -> Iterable[str]:
    """Each new date about which a plan's lead has been silent for a while."""
    return (each.sentence for each in awaited(kit.ledger, kit.today) if kit.today - each.since >= SILENT)


def _unanswered(kit: Kit) -> Iterable[str]:
    """Whether replies of today are told of tomorrow only because so many receipts went out."""
    waiting = len(kit.ledger.inbox.awaiting_receipt())
    if waiting and len(kit.ledger.outbox.intents(f"receipts-{kit.today}")) >= kit.settings.guards.answers_a_day:
        yield f"{count(waiting, 'message')} of {kit.today.day} {kit.today:%B}"


def _withdrawn(kit: Kit) -> Iterable[str]:
    """Drafts of the last week that a guard stopped."""
    for intent in kit.ledger.outbox.intents(states=(IntentState.CANCELLED,)):
        if intent.draft_id and kit.today - intent.day < REPEAT:
            yield f'To {intent.goes_to}, "{intent.subject}": {intent.note}'


def _undelivered(kit: Kit) -> Iterable[str]:
    """Mails of the last week without a happy end; an older one has been told."""
    for intent in kit.ledger.outbox.intents(states=(IntentState.FAILED, IntentState.UNCERTAIN)):
        if kit.today - intent.day < REPEAT:
            about = _about(kit.ledger.outbox.mentions(intent.number))
            yield f'To {whose(kit, intent.person)}, "{intent.subject}"{about}: {intent.note}'


def _about(mentions: Sequence[Mention]) -> str:
    """The references that a mail speaks of, plan by plan; "" for none."""
    refs: dict[str, list[str]] = {}
    for each in mentions:
        if each.ref:
            refs.setdefault(each.plan, []).append(each.ref)
    named = "; ".join(f"{plan}, {wording.first_few(theirs)}" for plan, theirs in refs.items())
    return f" ({named})" if named else ""
