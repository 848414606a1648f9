"""What the jobs hand over to be composed, and the mail they get back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from bot.plan import Action, Person
from bot.policy import Reminder
from bot.summary import Duty, Summary


@dataclass(frozen=True, slots=True)
class Mail:
    """A rendered mail: a subject of one line, a plain text wrapped at 72 columns and an HTML page saying the same."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class NudgeView:
    """One person's reminders, worst first. `reply_to` is our plus-address, `token` the 24 characters in it.

    `contact` is whom to ask, as words with an address; `sender_name` names us, such as "Tamberley Council".
    """

    person: Person
    reminders: tuple[Reminder, ...]
    today: date
    reply_to: str
    token: str
    sender_name: str
    contact: str


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What became of a reply for one action. `sentence` says it to the owner, `quoted` is what they had written.

    A date that needs somebody's yes is `wished`. An UNDO is `undone`, or `refused` where the row could not be put back.
    What somebody else has decided since is `settled`, a date that they did not agree to `declined`.
    """

    ref: str
    text: str
    decision: Literal["apply", "wished", "note", "ask", "hold", "settled", "declined", "undone", "refused"]
    sentence: str
    quoted: str


@dataclass(frozen=True, slots=True)
class News:
    """What stands in a mail that tells what somebody else made of an action, in place of our thanks for a reply: its
    `headline`, the sentence that leads up to it, and why its reader gets it ("you look after the plan")."""

    headline: str
    intro: str
    because: str


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """The answer to one reply, or `news` about what somebody wrote; `can_undo` adds how to take it back."""

    person: Person
    lines: tuple[ReceiptLine, ...]
    reply_to: str
    token: str
    sender_name: str
    contact: str
    can_undo: bool = False
    news: News | None = None


@dataclass(frozen=True, slots=True)
class WishView:
    """A new date that `owner` asks for, to the plan's lead, who is the `person`; `words` are the owner's own.

    `asked_on` is the day on which they were asked before and have not answered; None where they were not.
    """

    person: Person
    owner: str
    action: Action
    wished: date
    words: str
    reply_to: str
    token: str
    sender_name: str
    contact: str
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class SltView:
    """The month's key numbers with a link to the paper in the library."""

    summary: Summary
    link: str
    sender_name: str
    contact: str


@dataclass(frozen=True, slots=True)
class AskView:
    """What a lead is asked to write for the paper made on `by`, under each heading for each theme."""

    person: Person
    plan: str
    month: str
    by: date
    themes: tuple[str, ...]
    headings: tuple[str, ...]
    reply_to: str
    token: str
    sender_name: str
    contact: str


@dataclass(frozen=True, slots=True)
class DutyView:
    """A duty of a peer challenge, for the lead of its plan."""

    person: Person
    plan: str
    duty: Duty
    sender_name: str
    contact: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of thing that waits for an admin: what it is, what to do about it, and each of them in a line."""

    heading: str
    advice: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeView:
    """Everything that waits for the admins."""

    waiting: tuple[Waiting, ...]
    sender_name: str


_WITHOUT_ARTICLE = frozenset(("the", "cabinet", "council", "full"))


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands at the head of a paper besides its figures; empty lines are left out.

    `lead` is who supplies what the list does not hold, `leads` the same by theme; `answers` are their words by theme
    and heading. `lettered` gives a committee its tables A to E, of which E holds the theme `governance`. A `public`
    paper has no names, no owner's words and no questions. `record` is what it carries about its own making, as text.
    """

    council: str = ""
    report_to: str = "Senior Leadership Team"
    report_of: str = ""
    contact: str = ""
    list_link: str = ""
    lead: str = ""
    leads: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lettered: bool = False
    governance: str = ""
    public: bool = False
    record: str = ""

    @property
    def addressed(self) -> str:
        """Whom the paper is for, within a sentence: "the Audit Committee", "Cabinet"."""
        first = self.report_to.casefold().split()[:1]
        return self.report_to if first and first[0] in _WITHOUT_ARTICLE else f"the {self.report_to}"


class PaperKind(StrEnum):
    """The shapes of a paper; the value is the word of the settings and the name of the template.

    Nobody asks for `EMPTY`: a plan without actions has it, whatever its settings say.
    """

    STATUS = "status"
    HIGHLIGHT = "highlight"
    COMMITTEE = "committee"
    EMPTY = "empty"

    def fit_for(self, summary: Summary) -> PaperKind:
        """The shape that a summary really has."""
        return self if summary.annex else PaperKind.EMPTY

    @property
    def template(self) -> str:
        return f"summary/{self.value}.docx"

    @property
    def label(self) -> str:
        return _PAPER_LABELS[self]


_PAPER_LABELS = {
    PaperKind.STATUS: "status monitoring report",
    PaperKind.HIGHLIGHT: "highlight report",
    PaperKind.COMMITTEE: "progress report",
    PaperKind.EMPTY: "report",
}
