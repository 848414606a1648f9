"""The mail that asks a theme's lead for what the list does not hold, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from bot.compose import wording
from bot.compose.links import LONGEST_LINK, Link
from bot.compose.views import AskView


@dataclass(frozen=True, slots=True)
class AskedTheme:
    """A theme and the headings to write under."""

    theme: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A mail that asks a lead, ready to print. `link` opens an answer with the headings in it."""

    name: str
    plan: str
    month: str
    by: str
    themes: tuple[AskedTheme, ...]
    link: Link
    reply_to: str
    token: str
    sender_name: str
    contact: str


def ask(view: AskView) -> Ask:
    plan = wording.short(view.plan, 100)
    return Ask(
        name=wording.short(view.person.name, 100),
        plan=plan,
        month=view.month,
        by=wording.day(view.by),
        themes=tuple(AskedTheme(wording.one_line(theme), view.headings) for theme in view.themes),
        link=Link("Write the answer", f"Write the answer for {plan}", _form(view, plan)),
        reply_to=view.reply_to,
        token=view.token,
        sender_name=view.sender_name,
        contact=view.contact,
    )


def _form(view: AskView, plan: str) -> str:
    """A mail with the headings in it; with those of one theme alone where a link would grow too long."""
    subject = quote(f"{plan}, {view.month} [r-{view.token}]", safe="")
    begins = f"mailto:{quote(view.reply_to, safe='@+')}?subject={subject}&body="
    themes = view.themes
    while True:
        form = [line for theme in themes for line in (theme, "", *(f"{each}:\r\n" for each in view.headings))]
        body = "\r\n".join(form)
        link = begins + quote(body, safe="")
        if len(link) < LONGEST_LINK or not themes:
            return link
        themes = themes[:-1]
