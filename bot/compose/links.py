"""The buttons of a nudge: `mailto:` links that open a mail half written; they need no web server and no login.

The first line of an answer's body is the form our reader takes without doubt ("8.iii: DONE"). It stands in the link
only, never in the text of the mail, so that a quoted nudge cannot be read as an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bot.compose.wording import short
from bot.plan import Person
from bot.policy import ReminderKind

LONGEST_LINK = 2000
_MOST_OWNERS = 5


@dataclass(frozen=True, slots=True)
class Button:
    """A button's label, the words it puts after the action's reference, its invitation to say more, its subject."""

    label: str
    words: str
    invitation: str
    subject: str = ""


DONE = Button("Done", "DONE", "Type any comment below this line, then send.")
YES = Button("Yes", "YES", "Type any comment below this line, then send.")
ON_TRACK = Button("On track", "ON TRACK", "Type any comment below this line, then send.")
NEW_DATE = Button(
    "New date", "NEW DATE ", "Write the new date in the line above, type the reason below this line, then send."
)
GIVE_DATE = Button("Give a date", "NEW DATE ", "Write the date in the line above, then send.")
NOT_MINE = Button("Not mine", "NOT MINE", "Type below this line who should be asked instead, then send.")
TELL_US = Button("Tell us what you know", "", "Write what you know in the line above, then send.", "About")
SAY_WHO = Button("Say who should be asked", "", "Write the name in the line above, then send.", "Who should be asked:")

_ON_A_DATE = (DONE, ON_TRACK, NEW_DATE, NOT_MINE)
BUTTONS: dict[ReminderKind, tuple[Button, ...]] = {
    ReminderKind.OVERDUE: _ON_A_DATE,
    ReminderKind.DUE_TODAY: _ON_A_DATE,
    ReminderKind.UPCOMING: _ON_A_DATE,
    ReminderKind.ASK_FOR_DATE: (GIVE_DATE, DONE, ON_TRACK, NOT_MINE),
    ReminderKind.CHECK_IN: (ON_TRACK, DONE, GIVE_DATE, NOT_MINE),
    ReminderKind.ESCALATED: (TELL_US,),
    ReminderKind.ASK_WHO: (SAY_WHO,),
    ReminderKind.COPY: (),
}
"""What each kind offers, the likeliest answer first."""


@dataclass(frozen=True, slots=True)
class Link:
    """A button ready to print; `spoken` says which action it is about to those who cannot see the card around it."""

    label: str
    spoken: str
    href: str


def answer_links(kind: ReminderKind, ref: str, reply_to: str, token: str, *, yes: bool = False) -> tuple[Link, ...]:
    """One link for each button of a kind, each shorter than 2,000 characters; first a `yes` where we asked for one."""
    return tuple(
        Link(button.label, f"{button.label}: action {ref}", _answer(button, ref, reply_to, token))
        for button in ((YES, *BUTTONS[kind]) if yes else BUTTONS[kind])
    )


def yes_link(named: Person, ref: str, reply_to: str, token: str) -> Link:
    """The button by which a lead has the person asked whom an owner named; its answer is the name."""
    label = f"Yes, ask {short(named.name, 40)}"
    button = Button(label, short(named.name, 80), DONE.invitation, SAY_WHO.subject)
    return Link(label, f"{label}: action {ref}", _answer(button, ref, reply_to, token))


def undo_link(reply_to: str, token: str) -> Link:
    """The button of a receipt by which everything that it recorded is taken back."""
    # Its label is never the bare word: a quoted button must not read as an UNDO.
    label = "Put it back as it was"
    return Link(label, label, _mail(reply_to, f"Undo [r-{token}]", f"UNDO\r\n\r\n{DONE.invitation}\r\n\r\n"))


def agree_links(reply_to: str, token: str) -> tuple[Link, ...]:
    """The two buttons by which a plan's lead agrees to a new date, or does not."""
    choices = (("Agree to the date", "AGREED"), ("Keep the date", "NOT AGREED"))
    return tuple(
        Link(label, label, _mail(reply_to, f"{label} [r-{token}]", f"{words}\r\n\r\n{DONE.invitation}\r\n\r\n"))
        for label, words in choices
    )


def owner_link(owners: Sequence[Person], ref: str, text: str) -> Link:
    """The button by which somebody above them writes to the owners of an action, and not to us."""
    return _written_to(owners, "Write to the owner" if len(owners) == 1 else "Write to the owners", ref, text)


def asked_link(asked: Sequence[Person], ref: str, text: str) -> Link:
    """The button by which somebody above writes to those who were asked while an owner is away."""
    return _written_to(asked, f"Write to {short(asked[0].name, 40)}" if len(asked) == 1 else "Write to them", ref, text)


def _written_to(people: Sequence[Person], label: str, ref: str, text: str) -> Link:
    to = ",".join(quote(person.address, safe="@+") for person in people[:_MOST_OWNERS])
    return Link(label, f"{label}: action {ref}", f"mailto:{to}?subject={quote(f'Action {ref}: {text}', safe='')}")


def _answer(button: Button, ref: str, reply_to: str, token: str) -> str:
    subject = f"{button.subject or button.label} {ref} [r-{token}]"
    body = f"{ref}: {button.words}\r\n\r\n{button.invitation}\r\n\r\n"
    return _mail(reply_to, subject, body)


def _mail(to: str, subject: str, body: str) -> str:
    return f"mailto:{quote(to, safe='@+')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
