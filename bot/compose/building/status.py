"""The status monitoring report: what is late, what moved, what is in doubt, and the plan's table as an annex."""

from __future__ import annotations

from bot.compose.building import blocks, lists
from bot.compose.wordml import heading, only_if


def body() -> str:
    pieces = [
        *blocks.head("Status monitoring report for {{ paper.month }}", annex=True),
        *blocks.recommended(),
        heading("Headline numbers"),
        *blocks.numbers(),
        *blocks.moved_since(),
        *blocks.themes(),
        *blocks.trend(),
        *lists.overdue(),
        *lists.completed(),
        *lists.moved(),
        only_if("not paper.head.public", *lists.no_reply(), *lists.questions(), *lists.look_again()),
        *lists.duties(),
        *blocks.how_made(),
        *blocks.annex(),
    ]
    return "".join(pieces)
