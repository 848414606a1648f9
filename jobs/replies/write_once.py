"""A row written once for an update: only if nobody changed it meanwhile, and known again after a crash.

How the row reads before and after is committed ahead of the call. An update whose line stands in Progress once more
than before was written by a process that died before it could say so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.history import compare
from bot.ledger import Event, PlannedUpdate, Seen, StoredMessage
from bot.m365 import ChangedMeanwhile, NotFound, Refused, Row
from bot.plan import Action
from bot.row_states import row_state, written_over
from bot.settings import PlanSettings
from jobs.kit import Kit
from jobs.people.names import known_name
from jobs.reader import Reader

ATTEMPTS = 3

Fields = Callable[[Action, Row], Mapping[str, object]]
"""What a row gets, by column, as it stands at this moment; raises NotWritten where it may not be written."""


class NotWritten(Exception):
    """A row was left as it is; the sentence says why, for the admin."""


def write_once(
    kit: Kit,
    reader: Reader,
    plan: PlanSettings,
    message: StoredMessage,
    position: int,
    update: PlannedUpdate,
    line: str,
    fields_of: Fields,
) -> tuple[Row, Action]:
    """The row with `line` added to its Progress, as it then reads; raises NotWritten."""
    columns, zone = reader.columns(plan), kit.settings.zone
    before = update.before
    for _ in range(ATTEMPTS):
        try:
            row = kit.lists.row(plan.list_title, update.item_id)
            action = reader.read(plan, row)
            if action.ref != update.ref:
                raise NotWritten("the row is no longer the one that was asked about: set it by hand")
            now = row_state(row.fields, columns, zone)
            if not before or not _has_grown(line, before, now):
                fields = fields_of(action, row)
                before = now
                kit.ledger.inbox.begin(message.key, position, now, written_over(now, fields, columns, zone))
                row = kit.lists.update_row(plan.list_title, row.id, row.version, fields)
        except ChangedMeanwhile:
            continue
        except NotFound as error:
            raise NotWritten("the row is gone from the list") from error
        except Refused as error:
            raise NotWritten(str(error)) from error
        return row, reader.read(plan, row)
    raise NotWritten("somebody else was changing the row at the same moment: set it by hand")


def _has_grown(line: str, before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    return now.get("progress", "").count(line) > before.get("progress", "").count(line)


def keep(kit: Kit, plan: PlanSettings, row: Row, action: Action, by: str, why: str) -> None:
    """Bring the snapshot up to the row as written, with the words that caused it as the reason for what moved."""
    known = kit.ledger.snapshot.action(plan.name, row.id)
    before = {row.id: known} if known else {}
    changes = compare(before, [action], [], kit.today, {row.id: by}, why=why)
    kit.ledger.snapshot.record(plan.name, [Seen(action, row.fields)], [], changes)


def sender_name(kit: Kit, message: StoredMessage) -> str:
    """What the sender of a message is called."""
    answered = kit.ledger.outbox.intent(message.intent) if message.intent else None
    return known_name(kit, message.person, answered)


def trail_of(kit: Kit, message: StoredMessage, update: PlannedUpdate, what: str) -> Event:
    """What became of an update, for the log."""
    return Event(kit.now(), "update", what, update.plan, update.ref, message.sender, f"reply {message.number}")
