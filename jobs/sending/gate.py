"""The last look before a mail is laid or sent: may it go, and is there room in the mailbox's minute and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.guards import pause, room_today
from bot.ledger import Intent, IntentState
from jobs.kit import Kit
from jobs.people.standing import recipients_of
from jobs.sending.letters import NUDGE
from jobs.sending.notices import KIND as NOTICE


@dataclass(frozen=True, slots=True)
class Refusal:
    """That a mail may not go: the state it ends in, and why, kept beside it."""

    state: IntentState
    why: str


class Gate:
    """Stops mails that were intended before a setting changed, and a second nudge to a person on one day."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._guards = kit.settings.guards
        self._recipients = recipients_of(kit.settings)
        rehearsal = bool(self._guards.redirect_to)
        self.reached = set(kit.ledger.outbox.reached(NUDGE, kit.today, rehearsal))

    def has_reached(self, intent: Intent) -> bool:
        return intent.kind == NUDGE and intent.person.address in self.reached

    def refusal(self, intent: Intent) -> Refusal | None:
        """Why a mail may not go as it is; None when it may."""
        address = intent.person.address
        if intent.redirected_to != self._guards.redirect_to:
            return Refusal(IntentState.CANCELLED, "guards.redirect_to was changed before it was sent")
        if intent.kind != NOTICE and self._recipients.outside_pilot(address):
            return Refusal(IntentState.CANCELLED, "left out: guards.pilot_only does not name them")
        # Who is vouched for was looked up when the mail was decided; the admin's own list of domains is at hand here.
        refused = self._recipients.refusal(address) if self._recipients.domains else ""
        return Refusal(IntentState.FAILED, refused) if refused else None


class Valve:
    """Lets mails through at the pace that the mailbox may keep; what left before a restart counts."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._limits = kit.settings.guards.limits()
        self._left: list[datetime] = [*kit.ledger.outbox.handed_over(kit.now() - timedelta(hours=24))]

    @property
    def is_shut(self) -> bool:
        return not room_today(self._left, self._kit.now(), self._limits.a_day)

    def wait(self) -> None:
        """Sleep until the next mail may leave, and count it."""
        seconds = pause(self._left, self._kit.now(), self._limits.a_minute)
        if seconds:
            self._kit.wait(seconds)
        self._left.append(self._kit.now())
