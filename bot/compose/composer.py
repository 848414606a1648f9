"""The composer: views into mails and the month's paper, by the shipped templates or an admin's own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.compose import making
from bot.compose.duty import duty_mail
from bot.compose.errors import BrokenTemplate
from bot.compose.leaders import slt
from bot.compose.notice import notice
from bot.compose.templates import Stamp, Templates, read, stamp
from bot.compose.trials import TEXTS, faults_of
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
from bot.plan import Person
from bot.summary import Summary

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
        return self._made("nudge", lambda templates: making.make_nudge(templates, view))

    def receipt(self, view: ReceiptView) -> Mail:
        """What was understood of a reply, and what is still asked."""
        return self._made("receipt", lambda templates: making.make_receipt(templates, view))

    def wish(self, view: WishView) -> Mail:
        """A new date that needs the yes of the plan's lead."""
        return self._made("wish", lambda templates: making.make_wish(templates, view))

    def slt(self, view: SltView) -> Mail:
        """The month's key numbers for the leaders."""
        return self._made("slt", lambda templates: making.make_mail(templates, "slt", slt(view)))

    def ask(self, view: AskView) -> Mail:
        """What a theme's lead is asked to write for the highlight report."""
        return self._made("ask", lambda templates: making.make_ask(templates, view))

    def duty(self, view: DutyView) -> Mail:
        """A duty of a peer challenge, for the lead of its plan."""
        return self._made("duty", lambda templates: making.make_mail(templates, "duty", duty_mail(view)))

    def notice(self, view: NoticeView) -> Mail:
        """What waits for the admins."""
        return self._made("notice", lambda templates: making.make_mail(templates, "notice", notice(view)))

    def redirected(self, mail: Mail, person: Person) -> Mail:
        """A mail for somebody else's eyes: with a banner at its head that names the person it is meant for."""
        return self._made("redirected", lambda templates: making.make_redirected(templates, mail, person))

    def summary_document(
        self,
        summary: Summary,
        made: datetime,
        head: PaperHead | None = None,
        kind: PaperKind = PaperKind.STATUS,
    ) -> bytes:
        """The month's paper as a .docx; the same arguments give the same bytes."""
        shape = kind.fit_for(summary)
        return self._made(
            shape.template, lambda templates: making.make_paper(templates, summary, made, head or PaperHead(), shape)
        )

    def check(self) -> list[str]:
        """Every template as it stands now, rendered with sample data: all faults at once, one sentence each."""
        return list(dict.fromkeys((*self._misplaced(), *faults_of(self._current()))))

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
