"""The progress report to a committee: numbered headings, a marked blank under each that only its author can write."""

from __future__ import annotations

from bot.compose.building import blocks
from bot.compose.wordml import heading, only_if, paragraph, plain_heading

_SMALL = "Heading2"
_IMPLICATIONS = (
    "Resource implications",
    "Legal implications",
    "Equality issues",
    "Other issues, with the wards affected",
    "Conclusion and reasons for the recommendation",
)


def body() -> str:
    pieces = [
        *blocks.head("Progress report for {{ paper.month }}", annex=True),
        *blocks.recommended(),
        plain_heading("Summary"),
        *blocks.lines("line", "paper.progress", "Listed"),
        heading("Introduction"),
        paragraph(
            "This report tells the {{ paper.head.report_to }} how the actions of the plan “{{ paper.title }}” stood at "
            "{{ paper.position }}, and what has changed. Annex A lists every action with the recommendation it answers."
        ),
        heading("Background"),
        _blank(),
        *blocks.duties(_SMALL),
        heading("Progress update"),
        *_progress(),
        heading("Corporate objectives and priorities"),
        _blank(),
        heading("Consultation and communication"),
        _blank(),
        heading("Options"),
        _blank(),
        heading("Risk management"),
        *_risks(),
        *(piece for title in _IMPLICATIONS for piece in (heading(title), _blank())),
        plain_heading("Background papers"),
        only_if("paper.head.list_link", paragraph("The plan’s list: {{ paper.head.list_link }}", "Listed")),
        only_if("not paper.head.list_link", paragraph("None.")),
        plain_heading("Confidentiality"),
        paragraph(
            "Whether this report contains exempt information within the meaning of Schedule 12A of the Local "
            "Government Act 1972 is for a person to judge."
        ),
        _blank(),
        *blocks.how_made(),
        *blocks.annex(),
    ]
    return "".join(pieces)


def _blank() -> str:
    return paragraph("{{ paper.blank }}", "Blank")


def _progress() -> list[str]:
    return [
        paragraph("Headline numbers", _SMALL),
        *blocks.numbers(),
        *blocks.moved_since(),
        *blocks.trend(),
        paragraph("Status by theme", _SMALL),
        *blocks.themes(),
        *blocks.completed(_SMALL),
        *blocks.overdue(_SMALL),
        *blocks.moved(_SMALL),
        only_if("not paper.head.public", *blocks.no_reply(_SMALL), *blocks.questions(_SMALL)),
    ]


def _risks() -> list[str]:
    return [
        paragraph("The themes above that are late or need attention are where this plan is at risk."),
        _blank(),
    ]
