"""What a plan without actions has instead of its report: that it has none, and what to do about it, on one page."""

from __future__ import annotations

from bot.compose.building import blocks, lists
from bot.compose.wordml import only_if, paragraph, plain_heading, section


def body() -> str:
    pieces = [
        *blocks.head("Report for {{ paper.month }}", annex=False),
        plain_heading("Position"),
        *blocks.lines("line", "paper.progress", ""),
        only_if("not paper.head.public", plain_heading("What to do"), *_advice()),
        *lists.duties(),
        section(landscape=False),
    ]
    return "".join(pieces)


def _advice() -> list[str]:
    return [
        paragraph(
            "Bring the plan’s document in with “planminder import”, or write its actions into its list. Then have this "
            "paper made again with “planminder run summarise”: it takes the place of this one."
        ),
        only_if("paper.head.list_link", paragraph("The list: {{ paper.head.list_link }}")),
    ]
