"""New dates that wait for the yes of a plan's lead who has not written about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.compose import wording
from bot.ledger import Intent, Ledger, Mention
from bot.plan import Action, Key, Person
from jobs.people.heard import answers_to_wishes
from jobs.people.unsettled import WISH, is_overtaken, wished_in

SILENT = timedelta(days=7)
"""How long a lead is waited for before an admin hears of it."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A date `wished` by somebody in a reply, about which the `lead` was asked first on the day `since`."""

    reply: int
    action: Action
    by: str
    wished: date
    lead: Person
    since: date

    @property
    def sentence(self) -> str:
        about = f"{self.action.plan}, {self.action.ref or self.action.text}"
        asked = f"{self.lead.address} was asked on {wording.day(self.since)} and has not answered"
        return f"{about}: reply {self.reply} from {self.by} asks for {wording.day(self.wished)}; {asked}"


def awaited(ledger: Ledger, today: date) -> Iterator[Awaited]:
    """Every date that a lead was asked about and has written nothing of, the oldest question first."""
    seen: set[tuple[int, Key]] = set(answers_to_wishes(ledger))
    for run in ledger.outbox.runs():
        for asked in ledger.outbox.intents(run.id) if run.kind == WISH else ():
            if asked.kind != WISH or asked.redirected_to:
                continue
            [mention] = ledger.outbox.mentions(asked.number)
            if (asked.answers[0], mention.key) not in seen and (found := _open(ledger, asked, mention, today)):
                yield found
            seen.add((asked.answers[0], mention.key))


def _open(ledger: Ledger, asked: Intent, mention: Mention, today: date) -> Awaited | None:
    """The wish that a lead was asked about, unless it was decided, taken back or overtaken."""
    message, action = ledger.inbox.message(asked.answers[0]), ledger.snapshot.action(*mention.key)
    for update in ledger.inbox.updates(message.key) if message and action else ():
        if message is None or action is None or update.key != mention.key or is_overtaken(update, action):
            continue
        if wished := wished_in(update, action, today):
            return Awaited(message.number, action, message.sender, wished, asked.person, asked.day)
    return None
