"""The words of an action plan, as values: what every other room speaks in.

Printed words are kept beside what they were read as, and a vague date is a fact, not an error: `Due` says which period
was meant and how precisely. "Overdue" is never a stored status; it follows from the date (`Action.days_late`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain


class Status(StrEnum):
    """How far an action has come; the value is the word of the interface, `label` the word people read."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    ONGOING = "ongoing"
    PART_COMPLETED = "part_completed"
    AT_RISK = "at_risk"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"

    is_closed: bool

    def __init__(self, word: str) -> None:
        self.is_closed = word in ("completed", "cancelled", "superseded")

    @property
    def label(self) -> str:
        return "Not stated" if self is Status.UNKNOWN else self.value.replace("_", " ").capitalize()


class Precision(StrEnum):
    """How exactly a due phrase names its day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    NONE = "none"


class DueKind(StrEnum):
    """What sort of promise a due phrase makes."""

    DEADLINE = "deadline"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    RELATIVE = "relative"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Due:
    """A due phrase as printed, and the period it names; `end` is the last day of that period ("July 2017": the 31st).

    `assumption` is a sentence for people where the reading had to assume something, such as a year nobody wrote.
    """

    text: str = ""
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE
    kind: DueKind = DueKind.UNKNOWN
    assumption: str | None = None

    @classmethod
    def on(cls, day: date, text: str = "") -> Due:
        """A plain deadline on one day."""
        return cls(text or f"{day.day} {day:%B %Y}", day, day, Precision.DAY, DueKind.DEADLINE)


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status phrase as printed, its value, what else it says, and a new date if it hides one."""

    text: str
    value: Status
    note: str = ""
    revised_due: Due | None = None


@dataclass(frozen=True, slots=True)
class OwnersReading:
    """An owner phrase as printed and the separate parties in it, each as written."""

    text: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who can be mailed. `address` is lower case."""

    name: str
    address: str


NO_ADDRESS = "someone without a mail address"


class Holder(StrEnum):
    """Who stands behind a post by *Who is who*: whoever holds it; while nobody does, its deputy; nobody, as whoever is
    picked there has no mail address."""

    OF_POST = ""
    DEPUTY = "deputy"
    WITHOUT_ADDRESS = "without address"


@dataclass(frozen=True, slots=True)
class Owner:
    """A party as printed (a person, a post or a body) and the people behind it; none when nobody is known yet.

    `holder` is what these people are to a post. `bad_address` is what *Who is who* holds where the party's address
    should be, alone or beside a good one. `NO_ADDRESS` stands for somebody picked who cannot be mailed: a leaver, or a
    group.
    """

    text: str
    people: tuple[Person, ...] = ()
    bad_address: str = ""
    holder: Holder = Holder.OF_POST


Key = tuple[str, str]
"""By what an action is known everywhere: its plan, and its row in that plan's list."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing somebody promised to do, as the plan's list holds it.

    `due` is the date as first printed (the baseline); a later promise stands in `revised_due` and replaces it.
    `question` is what a person must settle before anybody is nudged about the row ("" when nothing is open).
    Until the day `snoozed_until` its owners asked for peace; the due date stays.
    `approved_due` is the latest date that whoever decides has agreed to; what is not "" in `exempt` (a paragraph of
    Schedule 12A, as a person wrote it) keeps the row out of a public paper. `verified` says who verified a completion.
    `version` is the list item's eTag, for writing back only what nobody else has changed.
    """

    plan: str
    item_id: str
    ref: str
    text: str
    theme: str = ""
    recommendation: str = ""
    response: str = ""
    owners: tuple[Owner, ...] = ()
    due: Due = Due()
    revised_due: Due | None = None
    status: Status = Status.UNKNOWN
    status_text: str = ""
    progress: str = ""
    last_reply: date | None = None
    snoozed_until: date | None = None
    completed_on: date | None = None
    repeat_of: str = ""
    question: str = ""
    version: str = ""
    approved_due: date | None = None
    exempt: str = ""
    verified: str = ""

    @property
    def key(self) -> Key:
        return self.plan, self.item_id

    @property
    def current_due(self) -> Due:
        return self.revised_due or self.due

    @property
    def is_open(self) -> bool:
        return not self.status.is_closed

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody behind the owners, the lead first, each once."""
        if len(self.owners) == 1 and len(self.owners[0].people) < 2:
            return self.owners[0].people
        return tuple(dict.fromkeys(chain.from_iterable([owner.people for owner in self.owners])))

    def called(self, person: Person) -> str:
        """The name of an owner; where nobody knows it, what the plan calls whoever is behind their address."""
        if person.name.casefold() != person.address:
            return person.name
        return next((each.text for each in self.owners if person in each.people), person.address)

    @property
    def owner_text(self) -> str:
        return ", ".join(owner.text for owner in self.owners)

    def days_late(self, today: date) -> int:
        """Days since the end of the period promised; 0 when closed, undated or not yet late."""
        end = self.current_due.end
        return max(0, (today - end).days) if self.is_open and end else 0


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one action going from one value to another: the movement that summaries report.

    `field` is one of added, removed, status, due, owners, text; `old` and `new` are printed words, for `due` as
    ISO dates ("" for none), for `status` as `Status` values. `why` holds the owner's words where a reply caused it.
    """

    plan: str
    item_id: str
    ref: str
    field: str
    old: str
    new: str
    on: date
    by: str = ""
    why: str = ""

    @property
    def key(self) -> Key:
        return self.plan, self.item_id
