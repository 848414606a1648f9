"""The numbers of the guards, as an admin sets them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """When a cycle is held, and how many mails may go.

    A cycle is held that would mail `size_jump` times as many people as the last ones on average, of whose people
    `new_people` per cent or more are new to what they would be asked about, or since whose last one `changed` per cent
    or more of the open actions lost their owner, date or status, or got another date by hand. 0 switches a rule off.
    `a_minute` and `a_day` are the mailbox's mails in any 60 seconds and any 24 hours, `a_week` a person's nudges in any
    seven days.
    """

    size_jump: int = 3
    new_people: int = 50
    changed: int = 30
    a_minute: int = 30
    a_day: int = 10_000
    a_week: int = 5
