"""Nudges composed: one letter a person, keyed and tokened, ready to become an intent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID, uuid5

from bot.compose import Mail, NudgeView
from bot.ledger import Mention, NewIntent, Run
from bot.plan import Person
from bot.policy import Reminder
from bot.reply import mint
from jobs.kit import Kit

NUDGE = "nudge"
_KEYS = UUID("1c9b6f0e-64f7-4f0b-8a64-3f0f8f6f7a11")


@dataclass(frozen=True, slots=True)
class Letter:
    """One composed nudge and what it speaks of; `number` is the intent it will become."""

    number: int
    person: Person
    reminders: tuple[Reminder, ...]
    token: str
    reply_to: str
    mail: Mail


def nudges(
    kit: Kit, reminders: Mapping[Person, tuple[Reminder, ...]], numbers: Mapping[str, int] | None = None
) -> tuple[Letter, ...]:
    """One letter for each person, numbered from the ledger's next intent on, or by address where `numbers` has one."""
    first, known = kit.ledger.outbox.next_number(), numbers or {}
    return tuple(
        _nudge(kit, known.get(person.address, number), person, theirs)
        for number, (person, theirs) in enumerate(reminders.items(), start=first)
    )


def _nudge(kit: Kit, number: int, person: Person, reminders: tuple[Reminder, ...]) -> Letter:
    token, reply_to = reply_address(kit, number, person)
    view = NudgeView(
        person=person,
        reminders=reminders,
        today=kit.today,
        reply_to=reply_to,
        token=token,
        sender_name=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
    )
    mail = as_sent(kit, person, kit.composer.nudge(view))
    return Letter(number, person, reminders, token, reply_to, mail)


def nudge_intent(kit: Kit, run: Run, letter: Letter) -> NewIntent:
    mentions = tuple(_mention(each, kit.today) for each in letter.reminders)
    key = mail_key(kit, NUDGE, run.id, letter.person.address)
    return intent_of(kit, NUDGE, letter.number, key, letter, letter.mail, mentions=mentions)


def _mention(reminder: Reminder, today: date) -> Mention:
    action, said = reminder.action, reminder.mentioned(today)
    of_ladder = (said.warned, said.post, said.promised)
    return Mention(action.plan, action.item_id, action.ref, said.kind, *of_ladder, said.named)


class Addressed(Protocol):
    """Whom a mail goes to, and how an answer to it is known."""

    @property
    def person(self) -> Person: ...

    @property
    def token(self) -> str: ...

    @property
    def reply_to(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Envelope:
    """The address of a mail that speaks of no action."""

    person: Person
    token: str
    reply_to: str


def intent_of(
    kit: Kit,
    kind: str,
    number: int,
    key: str,
    to: Addressed,
    mail: Mail,
    *,
    mentions: tuple[Mention, ...] = (),
    answers: tuple[int, ...] = (),
) -> NewIntent:
    """A mail, composed as it will be sent, as the intent to send it."""
    return NewIntent(
        number=number,
        key=key,
        kind=kind,
        person=to.person,
        reply_to=to.reply_to,
        token=to.token,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        mentions=mentions,
        redirected_to=kit.settings.guards.redirect_to,
        answers=answers,
    )


def plain_mails(kit: Kit, kind: str, addresses: Iterable[str], mail: Mail, *occasion: str) -> list[NewIntent]:
    """One mail to several addresses that speaks of no action: one intent each, keyed by occasion and address."""
    intents = []
    for number, address in enumerate(addresses, start=kit.ledger.outbox.next_number()):
        person = Person(address, address)
        envelope = Envelope(person, *reply_address(kit, number, person))
        key = mail_key(kit, kind, *occasion, address)
        intents.append(intent_of(kit, kind, number, key, envelope, as_sent(kit, person, mail)))
    return intents


def reply_address(kit: Kit, number: int, person: Person) -> tuple[str, str]:
    """The token of a mail and the plus-address under which a reply brings it back.

    The token is bound to the address that the mail leaves for: that of a redirected mail is never its real owner's.
    """
    goes_to = kit.settings.guards.redirect_to or person.address
    key = kit.settings.mail.token_keys[-1]
    token = mint(kit.ledger.register.token_secret(key), key, number, goes_to)
    name, _, domain = kit.settings.tenant.mailbox.partition("@")
    return token, f"{name}+r-{token}@{domain}"


def mail_key(kit: Kit, *parts: str) -> str:
    """The key of a mail: the same for the same ledger, kind, occasion and person, so that it can exist only once.

    A ledger restored from a backup is still the same ledger, and finds by the key what it has sent since. A redirected
    mail has a key of its own, so that the real one can follow.
    """
    if kit.settings.guards.redirect_to:
        parts = (*parts, "redirected")
    return str(uuid5(_KEYS, "\n".join((kit.settings.tenant.id, kit.ledger.register.identity(), *parts))))


def as_sent(kit: Kit, person: Person, mail: Mail) -> Mail:
    """The mail as it leaves: while mails are redirected, with the banner that names whom it is meant for."""
    return kit.composer.redirected(mail, person) if kit.settings.guards.redirect_to else mail
