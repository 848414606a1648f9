"""The last look before a mail is laid: may it go, to whom, and is there room for it in the mailbox's minute and day."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.guards import pause, room_today
from bot.ledger import Intent, IntentState
from jobs.kit import Kit
from jobs.letters import NUDGE
from jobs.notices import KIND as NOTICE
from jobs.standing import recipients_of


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

    def withdraws(self, intent: Intent) -> bool:
        """Whether a mail that nothing was done about may not go as it is; its reason is kept beside it."""
        address = intent.person.address
        if intent.redirected_to != self._guards.redirect_to:
            return self._end(intent, IntentState.CANCELLED, "guards.redirect_to was changed before it was sent")
        if intent.kind != NOTICE and self._recipients.outside_pilot(address):
            return self._end(intent, IntentState.CANCELLED, "left out: guards.pilot_only does not name them")
        # Who is vouched for was looked up when the mail was decided; the admin's own list of domains is at hand here.
        refusal = self._recipients.refusal(address) if self._recipients.domains else ""
        return bool(refusal) and self._end(intent, IntentState.FAILED, refusal)

    def _end(self, intent: Intent, state: IntentState, note: str) -> bool:
        self._kit.ledger.outbox.ended(intent.number, state, note, self._kit.now())
        return True


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
