"""The composer: views into mails and the month's paper, by the shipped templates or an admin's own."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from bot.compose import cards, sample
from bot.compose.document import fill_document
from bot.compose.environment import guarded, make_environment
from bot.compose.errors import BrokenTemplate
from bot.compose.notice import notice
from bot.compose.paper_lines import paper_of
from bot.compose.views import Mail, NoticeView, NudgeView, PaperHead, ReceiptView, SltView
from bot.compose.wording import one_line, wrapped
from bot.plan import Person
from bot.summary import Summary

PAPER = "summary/summary.docx"


class Composer:
    """Renders from `shipped`; a file of the same name under `overrides` is used instead.

    Every method raises `BrokenTemplate` when a template is missing, wrong, or loses something it was given.
    """

    def __init__(self, shipped: Path, overrides: Path | None = None) -> None:
        self._folders = (overrides, shipped) if overrides else (shipped,)
        self._environment = make_environment(self._folders)

    def nudge(self, view: NudgeView) -> Mail:
        """The one mail to one person about everything of theirs that needs a word."""
        return _answerable("nudge", self._mail("nudge", cards.nudge(view)), view.token)

    def receipt(self, view: ReceiptView) -> Mail:
        """What was understood of a reply, and what is still asked."""
        return _answerable("receipt", self._mail("receipt", cards.receipt(view)), view.token)

    def slt(self, view: SltView) -> Mail:
        """The month's key numbers for the leaders."""
        return self._mail("slt", cards.slt(view))

    def notice(self, view: NoticeView) -> Mail:
        """What waits for the admins."""
        return self._mail("notice", notice(view))

    def redirected(self, mail: Mail, person: Person) -> Mail:
        """A mail for somebody else's eyes: with a banner at its head that names the person it is meant for."""
        return Mail(
            subject=mail.subject,
            text=wrapped(self._render("mail/_redirected.txt", person)) + "\n" + mail.text,
            html=_at_its_head(mail.html, self._render("mail/_redirected.html", person)),
        )

    def summary_document(self, summary: Summary, made: datetime, head: PaperHead | None = None) -> bytes:
        """The month's paper as a .docx; the same arguments give the same bytes."""
        paper = paper_of(summary, made, head or PaperHead())
        return fill_document(self._find(PAPER), PAPER, paper, self._environment, made)

    def check(self) -> list[str]:
        """Every template rendered with sample data: all faults at once, one sentence each."""
        faults = []
        for trial in (
            lambda: self.nudge(sample.NUDGE),
            lambda: self.receipt(sample.RECEIPT),
            lambda: self.slt(sample.SLT),
            lambda: self.notice(sample.NOTICE),
            lambda: self.redirected(Mail("", "", ""), sample.MORGAN),
            lambda: self.summary_document(sample.SUMMARY, sample.MADE),
        ):
            try:
                trial()
            except BrokenTemplate as fault:
                faults.append(str(fault))
        return faults

    def _mail(self, name: str, mail: object) -> Mail:
        return Mail(
            subject=one_line(self._render(f"mail/{name}.subject", mail)),
            text=wrapped(self._render(f"mail/{name}.txt", mail)),
            html=self._render(f"mail/{name}.html", mail),
        )

    def _render(self, template: str, mail: object) -> str:
        return guarded(template, lambda: self._environment.get_template(template).render(mail=mail))

    def _find(self, template: str) -> Path:
        for folder in self._folders:
            if (folder / template).is_file():
                return folder / template
        raise BrokenTemplate(template, 0, "the file is missing")


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
            raise BrokenTemplate(f"mail/{name}.{kind}", 0, "it lost [r-{{ mail.token }}], by which replies are known")
    return mail
