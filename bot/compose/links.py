"""The buttons of a nudge: `mailto:` links that open a reply half written; they need no web server and no login.

The first line of the body is the form our reader takes without doubt ("8.iii: DONE"). It stands in the link only, never
in the text of the mail, so that a quoted nudge cannot be read as an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

LONGEST_LINK = 2000


@dataclass(frozen=True, slots=True)
class Button:
    """A button's label, the words it puts after the action's reference, and its invitation to say more."""

    label: str
    words: str
    invitation: str


BUTTONS = (
    Button("Done", "DONE", "Type any comment below this line, then send."),
    Button("On track", "ON TRACK", "Type any comment below this line, then send."),
    Button(
        "New date", "NEW DATE ", "Write the new date in the line above, type the reason below this line, then send."
    ),
    Button("Not mine", "NOT MINE", "Type below this line who should be asked instead, then send."),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A button ready to print; `spoken` says which action it answers to those who cannot see the card around it."""

    label: str
    spoken: str
    href: str


def answer_links(ref: str, reply_to: str, token: str) -> tuple[Link, ...]:
    """One link for each button, each shorter than 2,000 characters."""
    return tuple(
        Link(button.label, f"{button.label}: action {ref}", _mailto(button, ref, reply_to, token)) for button in BUTTONS
    )


def _mailto(button: Button, ref: str, reply_to: str, token: str) -> str:
    subject = f"{button.label} {ref} [r-{token}]"
    body = f"{ref}: {button.words}\r\n\r\n{button.invitation}\r\n\r\n"
    return f"mailto:{quote(reply_to, safe='@+')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def write_to(address: str, subject: str) -> str:
    """A plain link that starts a mail to `address`."""
    return f"mailto:{quote(address, safe='@+')}?subject={quote(subject, safe='')}"
