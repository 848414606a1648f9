"""The mail that asks a plan's lead for a yes to a new date, ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compose import wording
from bot.compose.links import Link, agree_links
from bot.compose.views import WishView


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish ready to print. `now` and `wished` are dates in words, `quoted` is what the owner wrote, and
    `asked_on` the day, in words, of a question before this one."""

    name: str
    owner: str
    ref: str
    text: str
    plan: str
    now: str
    wished: str
    quoted: str
    links: tuple[Link, ...]
    asked_on: str
    token: str
    sender_name: str
    contact: str


def wish(view: WishView) -> Wish:
    return Wish(
        name=wording.short(view.person.name, 80),
        owner=wording.short(view.owner, 80),
        ref=wording.shown_ref(view.action),
        text=wording.short(view.action.text, 300),
        plan=wording.short(view.action.plan, 100),
        now=wording.due_printed_and_read(view.action.current_due),
        wished=wording.day(view.wished),
        quoted=wording.quoted(view.words, 300),
        links=agree_links(view.reply_to, view.token),
        asked_on=wording.day(view.asked_on) if view.asked_on else "",
        token=view.token,
        sender_name=view.sender_name,
        contact=view.contact,
    )
