"""One mail or one paper made whole from one state of the templates; every function raises `BrokenTemplate`."""

from __future__ import annotations

import re
from datetime import datetime

from bot.compose import cards, slips
from bot.compose.asking import ask
from bot.compose.document import fill_document
from bot.compose.environment import guarded
from bot.compose.errors import BrokenTemplate
from bot.compose.paper_lines import paper_of
from bot.compose.receipt import receipt
from bot.compose.templates import Templates
from bot.compose.views import AskView, Mail, NudgeView, PaperHead, PaperKind, ReceiptView, WishView
from bot.compose.wish import wish
from bot.compose.wording import one_line, wrapped
from bot.plan import Person
from bot.summary import Summary

LARGEST_PAGE = 100_000
"""Bytes; Gmail hides what comes after 102 kB."""


def make_nudge(templates: Templates, view: NudgeView) -> Mail:
    """With fewer cards where their words are so long that mail programs would cut the mail off."""
    for most_cards in (cards.MAX_CARDS, 6, 3, 1):
        mail = make_mail(templates, "nudge", cards.nudge(view, most_cards))
        if len(mail.html.encode()) <= LARGEST_PAGE:
            break
    return _answerable("nudge", mail, view.token)


def make_receipt(templates: Templates, view: ReceiptView) -> Mail:
    return _answerable("receipt", make_mail(templates, "receipt", receipt(view)), view.token)


def make_wish(templates: Templates, view: WishView) -> Mail:
    return _answerable("wish", make_mail(templates, "wish", wish(view)), view.token)


def make_ask(templates: Templates, view: AskView) -> Mail:
    return _answerable("ask", make_mail(templates, "ask", ask(view)), view.token)


def make_redirected(templates: Templates, mail: Mail, person: Person) -> Mail:
    return Mail(
        subject=mail.subject,
        text=wrapped(render(templates, "mail/_redirected.txt", person)) + "\n" + mail.text,
        html=_at_its_head(mail.html, render(templates, "mail/_redirected.html", person)),
    )


def make_paper(templates: Templates, summary: Summary, made: datetime, head: PaperHead, kind: PaperKind) -> bytes:
    paper = paper_of(summary, made, head)
    return fill_document(templates.document(kind.template), kind, paper, templates.environment, made)


def make_mail(templates: Templates, name: str, mail: object) -> Mail:
    """A mail from the three templates of a name."""
    return Mail(
        subject=one_line(render(templates, f"mail/{name}.subject", mail)),
        text=wrapped(render(templates, f"mail/{name}.txt", mail)),
        html=render(templates, f"mail/{name}.html", mail),
    )


def render(templates: Templates, name: str, mail: object) -> str:
    """What one template prints."""
    return guarded(name, lambda: templates.environment.get_template(name).render(mail=mail))


def _at_its_head(page: str, banner: str) -> str:
    """The page with the banner as the first thing to be seen: inside its body, whoever wrote the template."""
    body = _BODY.search(page)
    place = body.end() if body else 0
    return page[:place] + banner + page[place:]


_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)


def _answerable(name: str, mail: Mail, token: str) -> Mail:
    """The mail, which must print the token by which a reply is known again, in its text as in its page."""
    for kind, part in (("txt", mail.text), ("html", mail.html)):
        if f"[r-{token}]" not in part:
            raise BrokenTemplate(f"mail/{name}.{kind}", 0, slips.NO_WAY_BACK)
    return mail
