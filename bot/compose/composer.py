"""The composer: views into mails and the month's paper, by the shipped templates or an admin's own."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.compose import cards, sample, sample_nudges, slips
from bot.compose.asking import ask
from bot.compose.document import fill_document
from bot.compose.duty import duty_mail
from bot.compose.environment import guarded
from bot.compose.errors import BrokenTemplate
from bot.compose.leaders import slt
from bot.compose.notice import notice
from bot.compose.paper_lines import paper_of
from bot.compose.receipt import receipt
from bot.compose.templates import Stamp, Templates, read, stamp
from bot.compose.views import (
    AskView,
    DutyView,
    Mail,
    NoticeView,
    NudgeView,
    PaperHead,
    PaperKind,
    ReceiptView,
    SltView,
    WishView,
)
from bot.compose.wish import wish
from bot.compose.wording import one_line, wrapped
from bot.plan import Person
from bot.summary import Summary

LARGEST_PAGE = 100_000
"""Bytes; Gmail hides what comes after 102 kB."""
TEXTS = (".subject", ".txt", ".html")
SUFFIXES = (*TEXTS, ".docx")

log = logging.getLogger(__name__)
Made = TypeVar("Made")


class Composer:
    """Renders from `shipped`; a file of the same name under `overrides` is used instead.

    A mail or paper is made whole from one state of the templates. Where the admin's own are broken, the last of them
    that made this sort well since this process began is used, else the shipped ones; `faults` says so until they are
    mended. Every method raises `BrokenTemplate` when nothing is left to use.
    """

    def __init__(self, shipped: Path, overrides: Path | None = None) -> None:
        self._shipped = Templates(read(shipped))
        self._overrides = overrides
        self._seen: tuple[Stamp, Templates] = ((), self._shipped)
        self._good: dict[str, Templates] = {}
        self._faults: dict[str, BrokenTemplate] = {}

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong while templates are not used at present, all that `check` finds with it, one sentence each."""
        if not self._faults:
            return ()
        return tuple(dict.fromkeys([*map(str, self._faults.values()), *self.check()]))

    def nudge(self, view: NudgeView) -> Mail:
        """The one mail to one person about everything of theirs that needs a word."""
        return self._made("nudge", lambda templates: _nudge(templates, view))

    def receipt(self, view: ReceiptView) -> Mail:
        """What was understood of a reply, and what is still asked."""
        return self._made("receipt", lambda templates: _receipt(templates, view))

    def wish(self, view: WishView) -> Mail:
        """A new date that needs the yes of the plan's lead."""
        return self._made("wish", lambda templates: _wish(templates, view))

    def slt(self, view: SltView) -> Mail:
        """The month's key numbers for the leaders."""
        return self._made("slt", lambda templates: _mail(templates, "slt", slt(view)))

    def ask(self, view: AskView) -> Mail:
        """What a theme's lead is asked to write for the highlight report."""
        return self._made("ask", lambda templates: _ask(templates, view))

    def duty(self, view: DutyView) -> Mail:
        """A duty of a peer challenge, for the lead of its plan."""
        return self._made("duty", lambda templates: _mail(templates, "duty", duty_mail(view)))

    def notice(self, view: NoticeView) -> Mail:
        """What waits for the admins."""
        return self._made("notice", lambda templates: _mail(templates, "notice", notice(view)))

    def redirected(self, mail: Mail, person: Person) -> Mail:
        """A mail for somebody else's eyes: with a banner at its head that names the person it is meant for."""
        return self._made("redirected", lambda templates: _redirected(templates, mail, person))

    def summary_document(
        self,
        summary: Summary,
        made: datetime,
        head: PaperHead | None = None,
        kind: PaperKind = PaperKind.STATUS,
    ) -> bytes:
        """The month's paper as a .docx; the same arguments give the same bytes."""
        return self._made(kind.template, lambda templates: _paper(templates, summary, made, head or PaperHead(), kind))

    def check(self) -> list[str]:
        """Every template as it stands now, rendered with sample data: all faults at once, one sentence each."""
        templates = self._current()
        faults = dict.fromkeys(self._misplaced())
        for trial in (*_each_file(templates), *_trials()):
            try:
                trial(templates)
            except BrokenTemplate as fault:
                faults[str(fault)] = None
        return list(faults)

    def _made(self, sort: str, make: Callable[[Templates], Made]) -> Made:
        current = self._current()
        try:
            made = make(current)
        except BrokenTemplate as fault:
            self._note(sort, fault)
        else:
            self._good[sort] = current
            self._faults.pop(sort, None)
            return made
        try:
            return make(self._good.get(sort, self._shipped))
        except BrokenTemplate:
            return make(self._shipped)

    def _note(self, sort: str, fault: BrokenTemplate) -> None:
        if str(fault) != str(self._faults.get(sort)):
            used = "the last ones that worked are" if sort in self._good else "the shipped ones are"
            log.warning(
                "the template %s (line %d) is broken, so %s used: `planminder check` says what is wrong",
                fault.template,
                fault.line,
                used,
            )
        self._faults[sort] = fault

    def _current(self) -> Templates:
        """The templates as they stand now; read again only when a file of the admin's has changed."""
        now = stamp(self._overrides)
        if now != self._seen[0]:
            self._seen = now, Templates({**self._shipped.files, **read(self._overrides)})
        return self._seen[1]

    def _misplaced(self) -> Iterator[str]:
        """What an admin put where it is never used."""
        own = self._overrides
        if own and not own.is_dir():
            yield f"There is no folder {own}: make it, or take service.templates out of the configuration."
        for name in read(own):
            if name.endswith(SUFFIXES) and "/_" not in name and name not in self._shipped.files:
                yield f"The template {name} is never used: no template of ours is called so. Rename or remove it."


def _nudge(templates: Templates, view: NudgeView) -> Mail:
    """With fewer cards where their words are so long that mail programs would cut the mail off."""
    for most_cards in (cards.MAX_CARDS, 6, 3, 1):
        mail = _mail(templates, "nudge", cards.nudge(view, most_cards))
        if len(mail.html.encode()) <= LARGEST_PAGE:
            break
    return _answerable("nudge", mail, view.token)


def _redirected(templates: Templates, mail: Mail, person: Person) -> Mail:
    return Mail(
        subject=mail.subject,
        text=wrapped(_render(templates, "mail/_redirected.txt", person)) + "\n" + mail.text,
        html=_at_its_head(mail.html, _render(templates, "mail/_redirected.html", person)),
    )


def _wish(templates: Templates, view: WishView) -> Mail:
    return _answerable("wish", _mail(templates, "wish", wish(view)), view.token)


def _receipt(templates: Templates, view: ReceiptView) -> Mail:
    return _answerable("receipt", _mail(templates, "receipt", receipt(view)), view.token)


def _ask(templates: Templates, view: AskView) -> Mail:
    return _answerable("ask", _mail(templates, "ask", ask(view)), view.token)


def _paper(templates: Templates, summary: Summary, made: datetime, head: PaperHead, kind: PaperKind) -> bytes:
    paper = paper_of(summary, made, head)
    return fill_document(templates.document(kind.template), kind, paper, templates.environment, made)


Trial = Callable[[Templates], object]
"""Something made with sample data, to see whether the templates can."""


def _each_file(templates: Templates) -> Iterator[Trial]:
    """Each file by itself, so that a fault in one hides none in another."""
    for name in templates.files:
        if name.endswith(TEXTS):
            yield partial(_compiled, name=name)
    mails: list[tuple[str, object]] = [("nudge", cards.nudge(view)) for view in sample_nudges.ALL]
    mails += [("receipt", receipt(view)) for view in (sample.RECEIPT, sample.UNDONE)]
    mails += [("slt", slt(sample.SLT)), ("notice", notice(sample.NOTICE))]
    mails += [("duty", duty_mail(sample.DUTY))]
    for sort, mail in mails:
        for part in TEXTS:
            yield partial(_render, name=f"mail/{sort}{part}", mail=mail)


def _compiled(templates: Templates, name: str) -> object:
    return guarded(name, lambda: templates.environment.get_template(name))


def _trials() -> Iterator[Trial]:
    for view in sample_nudges.ALL:
        yield partial(_nudge, view=view)
    yield lambda templates: _receipt(templates, sample.RECEIPT)
    yield lambda templates: _receipt(templates, sample.UNDONE)
    yield lambda templates: _ask(templates, sample.ASK)
    yield lambda templates: _wish(templates, sample.WISH)
    yield lambda templates: _redirected(templates, Mail("", "", ""), sample.MORGAN)
    for kind in PaperKind:
        yield partial(_paper, summary=sample.SUMMARY, made=sample.MADE, head=sample.HEAD, kind=kind)


def _mail(templates: Templates, name: str, mail: object) -> Mail:
    return Mail(
        subject=one_line(_render(templates, f"mail/{name}.subject", mail)),
        text=wrapped(_render(templates, f"mail/{name}.txt", mail)),
        html=_render(templates, f"mail/{name}.html", mail),
    )


def _render(templates: Templates, name: str, mail: object) -> str:
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
