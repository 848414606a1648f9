"""Builds `summary.docx`, the paper that admins restyle in Word: `python -m bot.compose.build_summary_template [FILE]`.

The body is written here, its styles stand in `summary_parts/`. So every table is accessible (a header row that repeats,
a caption, no merged cells) and two builds have the same bytes. Docxtpl: `{%tr` takes its row, `{%p` its paragraph.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

from bot.compose.document import repacked
from bot.compose.wordml import (
    LANDSCAPE,
    Column,
    Table,
    either,
    heading,
    labelled,
    only_if,
    paragraph,
    plain_heading,
    section,
)

PARTS = Path(__file__).parent / "summary_parts"
BUILT = datetime(2026, 1, 1)  # noqa: DTZ001 - a zip entry has no zone
_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>'
)


def head() -> list[str]:
    return [
        only_if("paper.head.council", paragraph("{{ paper.head.council }}", "Council")),
        paragraph("{{ paper.title }}", "Title"),
        paragraph("Highlight report for {{ paper.month }}", "Subtitle"),
        only_if("paper.head.report_to", labelled("Report to", "{{ paper.head.report_to }}")),
        only_if("paper.head.report_of", labelled("Report of", "{{ paper.head.report_of }}")),
        labelled("Period", "{{ paper.covers }}"),
        labelled("Position at", "{{ paper.position }}"),
        labelled("Made on", "{{ paper.made }}"),
        only_if("paper.head.contact", labelled("Contact", "{{ paper.head.contact }}")),
        labelled("Annex", "A: all actions"),
        plain_heading("Recommended"),
        paragraph("That the {{ paper.head.report_to }}:", "Ask"),
        paragraph("{%p for ask in paper.recommended %}"),
        paragraph("{{ ask }}", "AskItem"),
        paragraph("{%p endfor %}"),
    ]


def numbers() -> list[str]:
    fields = (
        ("Open", "open"),
        ("Overdue", "overdue"),
        ("Due in 30 days", "due_soon"),
        ("Completed this month", "completed"),
        ("No reply", "no_reply"),
    )

    def columns(row: str) -> tuple[Column, ...]:
        cells = [Column(label, 15, f"{{{{ {row}.{field} }}}}", number=True) for label, field in fields]
        return (Column("Actions", 28, f"{{{{ {row}.label }}}}"), *cells)

    return [
        heading("Headline numbers"),
        str(
            Table("Headline numbers", *columns("paper.numbers"))
            .one(big=True)
            .each("row in paper.changes", columns("row"))
        ),
        only_if(
            "not paper.changes",
            paragraph("This is the first summary of this plan, so there is no month to compare with.", "Note"),
        ),
    ]


def themes() -> list[str]:
    counts = (
        ("Not started", "not_started"),
        ("Under way", "under_way"),
        ("At risk", "at_risk"),
        ("Not stated", "not_stated"),
        ("Closed", "closed"),
        ("Overdue", "overdue"),
    )
    return [
        heading("Status by theme"),
        str(
            Table(
                "Actions by theme and status",
                Column("Theme", 47, "{{ row.theme }}"),
                Column("Standing", 58, "{{r row.standing }}", below="row.before"),
                *(Column(label, 25, f"{{{{ row.{field} }}}}", number=True) for label, field in counts),
            ).each("row in paper.themes")
        ),
        paragraph(
            "{{ paper.theme_rule }} At risk includes on hold. Overdue actions are counted under their status as well.",
            "Note",
        ),
    ]


def listed(title: str, rows: str, empty: str, *columns: Column, intro: str = "") -> list[str]:
    """A section that is a table, or one sentence when there is nothing to list."""
    table = (paragraph(intro, properties="<w:keepNext/>") if intro else "") + str(
        Table(title, *columns).each(f"row in {rows}")
    )
    return [heading(title), either(rows, table, paragraph(empty))]


REF = Column("Ref", 10, "{{ row.ref }}")


def sections() -> list[str]:
    action = Column("Action", 29, "{{ row.action }}")
    owner = Column("Owner", 16, "{{ row.owner }}")
    return [
        *listed(
            "Overdue actions",
            "paper.overdue",
            "No actions are overdue.",
            REF,
            action,
            owner,
            Column("Due", 16, "{{ row.due }}"),
            Column("Days late", 8, "{{ row.days_late }}", number=True),
            Column("Latest", 24, "{{ row.latest }}"),
            intro="Longest overdue first.",
        ),
        *listed(
            "Completed this month",
            "paper.completed",
            "No actions were completed in {{ paper.month }}.",
            REF,
            Column("Action", 52, "{{ row.action }}"),
            Column("Owner", 20, "{{ row.owner }}"),
            Column("Completed", 20, "{{ row.on }}"),
        ),
        *listed(
            "Dates that moved",
            "paper.moved",
            "No dates have moved.",
            REF,
            Column("Action", 24, "{{ row.action }}"),
            Column("Was", 18, "{{ row.old }}", below="row.first"),
            Column("Now", 18, "{{ row.new }}"),
            Column("Change", 15, "{{ row.days }}", below="row.times"),
            Column("Reason", 25, "{{ row.why }}"),
            intro="Open actions whose date is not the one first agreed, and every date moved in {{ paper.month }}.",
        ),
        *listed(
            "No reply",
            "paper.no_reply",
            "Nobody who was asked is still to answer.",
            Column("Owner", 30, "{{ row.owner }}"),
            Column("Actions", 10, "{{ row.count }}", number=True),
            Column("Which", 20, "{{ row.refs }}"),
            Column("Last asked", 20, "{{ row.last_asked }}"),
            Column("Last heard from", 20, "{{ row.last_heard }}"),
        ),
        *listed(
            "Questions to settle",
            "paper.questions",
            "There is nothing to settle in the list.",
            REF,
            Column("Action", 46, "{{ row.action }}"),
            Column("Question", 46, "{{ row.question }}"),
            intro="Nobody can be reminded of these actions until somebody settles the question in the list.",
        ),
        heading("How this was made"),
        paragraph(
            "Planminder made this paper from the plan’s list on {{ paper.made }}. It shows the position at "
            "{{ paper.position }}. A date that names a month, a season or a year is due on the last day of it, and an "
            "action is overdue from the day after. A row that repeats another action is counted once."
        ),
        only_if("paper.head.list_link", paragraph("The list: {{ paper.head.list_link }}")),
    ]


def annex() -> list[str]:
    table = Table(
        "All actions",
        Column("Ref", 8, "{{ row.ref }}"),
        Column("Action", 35, "{{ row.action }}", below="row.recommendation"),
        Column("Theme", 16, "{{ row.theme }}"),
        Column("Owner", 14, "{{ row.owner }}"),
        Column("First date", 13, "{{ row.first_due }}"),
        Column("Date now", 13, "{{ row.current_due }}"),
        Column("Status", 17, "{{r row.status }}", below="row.late", rich="r"),
        Column("Latest", 22, "{{ row.latest }}"),
        width=LANDSCAPE,
    )
    return [
        plain_heading("Annex A: all actions", space=0),
        paragraph("A recommendation stands below the first action that answers it.", "Note"),
        str(table.each("row in paper.annex")),
        paragraph("", "Note"),
    ]


def build() -> bytes:
    """The template as the bytes of a .docx, stored uncompressed so that no zip library can change them."""
    turn = f"<w:p><w:pPr>{section(landscape=False)}</w:pPr></w:p>"
    body = "".join([*head(), *numbers(), *themes(), *sections(), turn, *annex(), section(landscape=True)])
    names = sorted(part.relative_to(PARTS).as_posix() for part in PARTS.rglob("*") if part.is_file())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name in names:
            parts.writestr(name, (PARTS / name).read_bytes())
        parts.writestr("word/document.xml", _DOCUMENT.format(body=body))
    return repacked(packed.getvalue(), BUILT, zipfile.ZIP_STORED)


if __name__ == "__main__":
    shipped = Path(__file__).resolve().parents[2] / "templates" / "summary" / "summary.docx"
    (Path(sys.argv[1]) if sys.argv[1:] else shipped).write_bytes(build())
