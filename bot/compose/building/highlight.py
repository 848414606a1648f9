"""The highlight report: each theme under a project report's headings, blanks marked where the list says nothing."""

from __future__ import annotations

from bot.compose.building import blocks, lists
from bot.compose.wordml import Column, Table, heading, labelled, only_if, paragraph, plain_heading, section

_SMALL = "Heading2"


def body() -> str:
    pieces = [
        *blocks.head("Highlight report for {{ paper.month }}", annex=False),
        plain_heading("The plan as a whole"),
        *blocks.numbers(),
        *blocks.moved_since(),
        *blocks.themes(_SMALL),
        *blocks.trend(_SMALL),
        paragraph("{%p for section in paper.sections %}"),
        *_theme(),
        paragraph("{%p endfor %}"),
        *lists.duties(),
        *blocks.how_made(),
        section(landscape=False),
    ]
    return "".join(pieces)


def _theme() -> list[str]:
    facts = Table(
        "Position of the theme",
        Column("Item", 30, "{{ row.item }}"),
        Column("Position", 70, "{{ row.position }}"),
        together=True,
    ).each("row in section.facts")
    return [
        heading("{{ section.theme }}"),
        labelled("Standing", "{{r section.standing }}", keep=True),
        only_if("section.note", labelled("Override", "{{ section.note }}", keep=True)),
        labelled("Lead", "{{ section.lead }}", keep=True),
        str(facts),
        paragraph("{%p for part in section.parts %}"),
        paragraph("{{ part.heading }}", _SMALL),
        *blocks.lines("line", "part.said", "Said"),
        *blocks.lines("line", "part.listed", "Listed"),
        paragraph("{%p endfor %}"),
        only_if("section.blank", paragraph("{{ section.blank }}", "Blank")),
    ]
