"""An answer that we took to be about one action, and of which its sender says that it was about another.

What was kept of it beside the first is taken back, as by an UNDO, and its words are read anew for the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.ledger import Intent, PlannedUpdate, Question
from bot.plan import Action
from bot.reply import Extract, Mail, Mentioned, Undo, Update, quotable, said_on
from bot.reply.decide.meant import meant_instead
from bot.reply.decide.questions import TAKEN_FOR
from jobs.kit import Kit
from jobs.people.entitled import Asked
from jobs.people.names import known_name
from jobs.replies.earlier import naming
from jobs.replies.undo import planned_undo


@dataclass(frozen=True, slots=True)
class Meant:
    """What words that were said on a `day` say of the action that was meant, and what takes back the guess."""

    said: tuple[Update, ...]
    day: date
    taken_back: tuple[PlannedUpdate, ...]


def as_meant(
    kit: Kit,
    mail: Mail,
    answered: Intent,
    found: Extract,
    known: Sequence[Mentioned],
    asked: Mapping[str, Action],
    theirs: Asked,
) -> Meant | None:
    """The words that a mail says were about another action than we took them to be; None for any other mail."""
    labels = {action.key: label for label, action in asked.items()}
    sender = mail.sender.address
    put = [each for each in kit.ledger.review.questions() if each.sender == sender and each.update.key in labels]
    guesses = [each for each in put if each.update.sentence.startswith(TAKEN_FOR)] or put
    if len(guesses) != 1:
        return None
    guess, label = guesses[0], labels[guesses[0].update.key]
    ref = meant_instead(found.lines, known, label)
    reread = _read_anew(kit, guess, known, ref) if ref else None
    if reread is None:
        return None
    undo = Undo((), found.text)
    taken_back = planned_undo(kit, mail, undo, guess.update, naming(guess.number, guess.position), asked, theirs)
    return Meant(reread[0], reread[1], (taken_back,))


def _read_anew(
    kit: Kit, guess: Question, known: Sequence[Mentioned], ref: str
) -> tuple[tuple[Update, ...], date] | None:
    """What the first mail says of the action `ref`, as if it alone had been asked about; None where it is gone."""
    message = kit.ledger.inbox.message(guess.number)
    answered = kit.ledger.outbox.intent(message.intent) if message and message.intent else None
    if message is None or answered is None or not message.raw:
        return None
    alone = [replace(each, asked=True, settled=each.ref != ref, question=None, asks_who=False) for each in known]
    mail = kit.reads.open(message.raw)
    day = said_on(mail) if mail.date else message.day
    parent = quotable(answered.text, answered.html)
    _, said = kit.reads.read(mail, parent, tuple(alone), day, (known_name(kit, mail.sender, answered),))
    mine = tuple(each for each in said if each.ref == ref)
    return (mine, day) if mine else None
