"""Words with a shape on a coloured ground: no colour speaks alone."""

from __future__ import annotations

from docxtpl import RichText

from bot.compose.wording import clean
from bot.plan import Status
from bot.summary import Standing

_STANDINGS = {
    Standing.LATE: ("■", "RAGRed"),
    Standing.ATTENTION: ("▲", "RAGAmber"),
    Standing.ON_TRACK: ("●", "RAGGreen"),
    Standing.NOT_KNOWN: ("–", "RAGNone"),
    Standing.COMPLETE: ("✓", "RAGComplete"),
}
_STATUSES = {
    Status.COMPLETED: ("✓", "RAGComplete"),
    Status.AT_RISK: ("▲", "RAGAmber"),
    Status.ON_HOLD: ("▲", "RAGAmber"),
    Status.IN_PROGRESS: ("●", "RAGGreen"),
    Status.ONGOING: ("●", "RAGGreen"),
    Status.PART_COMPLETED: ("●", "RAGGreen"),
}


def chip(shape: str, words: str, style: str) -> RichText:
    """A chip; `style` is the id of a character style of the template."""
    return RichText(f"\u00a0{shape}\u00a0{clean(words)}\u00a0", style=style)


def standing_chip(standing: Standing) -> RichText:
    shape, style = _STANDINGS[standing]
    return chip(shape, standing.label, style)


def status_chip(status: Status, *, unconfirmed: bool = False, verified: bool = False) -> RichText:
    """A status; one that nobody confirmed for long loses its colour, for it is no longer known to be true."""
    shape, style = _STATUSES.get(status, ("–", "RAGNone"))
    if verified:
        return chip(shape, f"{status.label}, verified", style)
    return chip("–", f"{status.label}, unconfirmed", "RAGNone") if unconfirmed else chip(shape, status.label, style)


def late_chip(words: str) -> RichText:
    return chip("■", words, "RAGRed")
