"""Every template tried with sample data, so that all of an admin's faults are told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path

from bot.compose import cards, making, sample, sample_mails, sample_nudges
from bot.compose.asking import ask
from bot.compose.duty import duty_mail
from bot.compose.environment import guarded
from bot.compose.errors import BrokenTemplate
from bot.compose.leaders import slt
from bot.compose.notice import notice
from bot.compose.receipt import receipt
from bot.compose.templates import Templates
from bot.compose.views import Mail, PaperKind
from bot.compose.wish import wish

TEXTS = (".subject", ".txt", ".html")

Files = tuple[tuple[str, tuple[Path, bytes]], ...]
Trial = Callable[[Templates], object]
"""Something made with sample data, to see whether the templates can."""


def faults_of(templates: Templates) -> Iterator[str]:
    """What is wrong with each template, one sentence each; the same fault may come more than once."""
    yield from _faults_of_texts(tuple(each for each in templates.files.items() if each[0].endswith(TEXTS)))
    for kind in PaperKind:
        yield from _faults_of_paper(kind, tuple(each for each in templates.files.items() if each[0] == kind.template))


@lru_cache(maxsize=8)
def _faults_of_texts(files: Files) -> tuple[str, ...]:
    """Kept, because whoever mends one template asks again and again while the others stay as they are."""
    templates = Templates(dict(files))
    return _faults(templates, (*_each_file(templates), *_each_mail()))


@lru_cache(maxsize=32)
def _faults_of_paper(kind: PaperKind, files: Files) -> tuple[str, ...]:
    summary = sample.EMPTY if kind is PaperKind.EMPTY else sample.SUMMARY
    trial = partial(making.make_paper, summary=summary, made=sample.MADE, head=sample.HEAD, kind=kind)
    return _faults(Templates(dict(files)), (trial,))


def _faults(templates: Templates, trials: Iterable[Trial]) -> tuple[str, ...]:
    found = []
    for trial in trials:
        try:
            trial(templates)
        except BrokenTemplate as fault:
            found.append(str(fault))
    return tuple(found)


def _each_file(templates: Templates) -> Iterator[Trial]:
    """Each file by itself, so that a fault in one hides none in another."""
    for name in templates.files:
        if name.endswith(TEXTS):
            yield partial(_compiled, name=name)
    mails: list[tuple[str, object]] = [("nudge", cards.nudge(view)) for view in sample_nudges.ALL]
    mails += [("receipt", receipt(view)) for view in (sample.RECEIPT, sample.UNDONE)]
    mails += [("slt", slt(sample_mails.SLT)), ("notice", notice(sample_mails.NOTICE))]
    mails += [("duty", duty_mail(sample_mails.DUTY)), ("ask", ask(sample_mails.ASK))]
    mails += [("wish", wish(sample_mails.WISH)), ("wish", wish(sample_mails.WISH_AGAIN))]
    for sort, mail in mails:
        for part in TEXTS:
            yield partial(making.render, name=f"mail/{sort}{part}", mail=mail)
    for part in (".txt", ".html"):
        yield partial(making.render, name=f"mail/_redirected{part}", mail=sample.MORGAN)


def _compiled(templates: Templates, name: str) -> object:
    return guarded(name, lambda: templates.environment.get_template(name))


def _each_mail() -> Iterator[Trial]:
    """Each mail as a whole: what prints well may still be no mail that can be answered."""
    for view in sample_nudges.ALL:
        yield partial(making.make_nudge, view=view)
    yield partial(making.make_receipt, view=sample.RECEIPT)
    yield partial(making.make_receipt, view=sample.UNDONE)
    yield partial(making.make_ask, view=sample_mails.ASK)
    yield partial(making.make_wish, view=sample_mails.WISH)
    yield partial(making.make_wish, view=sample_mails.WISH_AGAIN)
    yield partial(making.make_redirected, mail=Mail("", "", ""), person=sample.MORGAN)
