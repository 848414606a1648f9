"""The progress report to a committee: numbered headings, a marked blank under each that only its author can write."""

from __future__ import annotations

from bot.compose.building import blocks, lists
from bot.compose.wordml import Column, either, heading, only_if, paragraph, plain_heading

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
            "This report tells {{ paper.head.addressed }} how the actions of the plan “{{ paper.title }}” stood at "
            "{{ paper.position }}, and what has changed. Annex A lists every action with the recommendation it answers."
        ),
        *_to_write("Background"),
        *lists.duties(_SMALL),
        heading("Progress update"),
        *_progress(),
        *_to_write("Corporate objectives and priorities", "Consultation and communication", "Options"),
        heading("Risk management"),
        *_risks(),
        *_to_write(*_IMPLICATIONS),
        *blocks.how_made(linked=False),
        plain_heading("Background papers"),
        only_if("paper.head.list_link", paragraph("The plan’s list: {{ paper.head.list_link }}", "Listed")),
        only_if("not paper.head.list_link", paragraph("None.")),
        plain_heading("Confidentiality"),
        *_confidentiality(),
        *blocks.annex(),
    ]
    return "".join(pieces)


def _to_write(*titles: str) -> list[str]:
    """Headings under which only the author can write."""
    return [piece for title in titles for piece in (heading(title), _blank())]


def _blank() -> str:
    return paragraph("{{ paper.blank }}", "Blank")


def _progress() -> list[str]:
    plain = "".join([*lists.completed(_SMALL), *lists.overdue(_SMALL), *lists.moved(_SMALL)])
    return [
        paragraph("Headline numbers", _SMALL),
        *blocks.numbers(),
        *blocks.moved_since(),
        *blocks.themes(_SMALL),
        *blocks.trend(_SMALL),
        either("paper.head.lettered", "".join(_lettered()), plain),
        only_if("not paper.head.public", *lists.no_reply(_SMALL), *lists.questions(_SMALL)),
    ]


def _lettered() -> list[str]:
    """Tables A to E, as some audit committees know them."""
    live = (
        lists.REF,
        Column("Action", 38, "{{ row.action }}"),
        Column("Owner", 20, "{{ row.owner }}"),
        Column("Due", 18, "{{ row.due }}"),
        Column("Status", 20, "{{r row.status }}"),
    )
    none = "There are none."
    return [
        *lists.listed("Table A: live actions", "paper.live", none, *live, rank=_SMALL),
        *lists.completed(_SMALL, title="Table B: completed this month"),
        *lists.moved(_SMALL, title="Table C: extensions requested", rows="paper.requested"),
        *lists.overdue(_SMALL, title="Table D: outstanding"),
        only_if(
            "paper.head.governance",
            *lists.listed("Table E: the governance statement", "paper.governance", none, *live, rank=_SMALL),
        ),
    ]


def _risks() -> list[str]:
    return [
        *blocks.lines("line", "paper.risks", "Listed"),
        only_if(
            "not paper.risks",
            paragraph("By the rule under “{{ paper.themes_title }}”, nothing is late or needs attention."),
        ),
        _blank(),
    ]


def _confidentiality() -> list[str]:
    return [
        either(
            "paper.exempt",
            paragraph(
                "This report contains exempt information by {{ paper.exempt }} of Schedule 12A of the Local Government "
                "Act 1972: the rows marked so, as the list says."
            ),
            paragraph(
                "Whether this report contains exempt information within the meaning of Schedule 12A of the Local "
                "Government Act 1972 is for a person to judge."
            ),
        ),
        _blank(),
    ]
