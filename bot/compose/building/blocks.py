"""The pieces that the papers share: their head, their figures, their lists and the annex."""

from __future__ import annotations

from bot.compose.wordml import (
    HELD,
    LANDSCAPE,
    Column,
    Table,
    chart,
    heading,
    labelled,
    only_if,
    paragraph,
    plain_heading,
    section,
    smaller_heading,
)

NOT_PUBLIC = "NOT FOR PUBLICATION: contains exempt information"


def head(subtitle: str, *, annex: bool) -> list[str]:
    return [
        only_if("paper.exempt", paragraph(f"{NOT_PUBLIC} ({{{{ paper.exempt }}}})", "Council")),
        only_if("paper.head.council", paragraph("{{ paper.head.council }}", "Council")),
        paragraph("{{ paper.title }}", "Title"),
        paragraph(subtitle, "Subtitle"),
        only_if("paper.head.report_to", labelled("Report to", "{{ paper.head.report_to }}")),
        only_if("paper.head.report_of", labelled("Report of", "{{ paper.head.report_of }}")),
        labelled("Period", "{{ paper.covers }}"),
        labelled("Position at", "{{ paper.position }}"),
        labelled("Made on", "{{ paper.made }}"),
        only_if("paper.head.contact", labelled("Contact", "{{ paper.head.contact }}")),
        only_if("paper.head.public", labelled("Edition", "Public")),
        labelled("Annex", "A: all actions") if annex else "",
    ]


def recommended() -> list[str]:
    return [
        plain_heading("Recommended"),
        paragraph("That {{ paper.head.addressed }}:", "Ask"),
        *lines("ask", "paper.recommended", "AskItem"),
    ]


def lines(name: str, rows: str, style: str) -> list[str]:
    """A paragraph for each line of `rows`."""
    return [
        paragraph(f"{{%p for {name} in {rows} %}}"),
        paragraph(f"{{{{ {name} }}}}", style),
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
        cells = [
            Column(label, 15, f"{{{{ {row}.{field} }}}}", number=True, if_any=field == "no_reply")
            for label, field in fields
        ]
        return (Column("Actions", 28, f"{{{{ {row}.label }}}}"), *cells)

    return [
        str(
            Table("Headline numbers", *columns("paper.numbers"))
            .one(big=True)
            .each("row in paper.changes", columns("row"))
        ),
        only_if(
            "not paper.changes",
            paragraph("This is the first summary of this plan, so there is no month to compare with.", "Note"),
        ),
        only_if("paper.uncompared", paragraph("{{ paper.uncompared }}", "Note")),
        only_if("paper.known", paragraph("{{ paper.known }} What moved before that is not known.", "Note")),
    ]


def moved_since() -> list[str]:
    table = Table(
        "What changed since the last paper",
        Column("Actions", 16, "{{ row.label }}"),
        Column("Came in", 42, "{{ row.came }}"),
        Column("Went out", 42, "{{ row.went }}"),
    ).each("row in paper.moved_since")
    return [only_if("paper.moved_since", smaller_heading("What changed {{ paper.since }}"), str(table))]


def trend(rank: str = "Heading1") -> list[str]:
    table = Table(
        "Actions not overdue, overdue and completed by month",
        Column("Month", 28, "{{ row.month }}"),
        Column("Open, not overdue", 24, "{{ row.on_time }}", number=True),
        Column("Overdue", 24, "{{ row.overdue }}", number=True),
        Column("Completed in the month", 24, "{{ row.completed }}", number=True),
        together=True,
    ).each("row in paper.trend")
    picture = chart("rId6", "{{ paper.trend_alt }}", "Trend")
    return [only_if("paper.trend", paragraph("Trend", rank), picture, str(table))]


def themes(rank: str = "Heading1") -> list[str]:
    counts = (
        ("Not started", "not_started"),
        ("Under way", "under_way"),
        ("At risk", "at_risk"),
        ("Not stated", "not_stated"),
        ("Closed", "closed"),
        ("Overdue", "overdue"),
    )
    return [
        paragraph("{{ paper.themes_title }}", rank),
        str(
            Table(
                "Actions by theme and status",
                Column("Theme", 50, "{{ row.theme }}", if_any=True),
                Column("Standing", 62, "{{r row.standing }}", below="row.was"),
                *(Column(label, 26, f"{{{{ row.{field} }}}}", number=True) for label, field in counts),
                together=True,
            ).each("row in paper.themes")
        ),
        *lines("line", "paper.overridden", "Note"),
        paragraph(
            "{{ paper.theme_rule }} At risk includes on hold. Overdue actions are counted under their status as well.",
            "Note",
        ),
    ]


def how_made(*, linked: bool = True) -> list[str]:
    """`linked` where the plan's list is named nowhere else."""
    link = '{{ " (" ~ paper.head.list_link ~ ")" if paper.head.list_link else "" }}' if linked else ""
    return [
        heading("How this was made"),
        paragraph(
            f"Planminder made this paper from the plan’s list{link}. A date that names a month, a season or a year is "
            "due on the last day of it, and an action is overdue from the day after. A row that repeats another is "
            "counted once.",
            "Note",
            HELD,
        ),
        *lines("rule", "paper.rules", "ListedNote"),
    ]


def turned() -> str:
    """The end of the upright pages."""
    return f"<w:p><w:pPr>{section(landscape=False)}</w:pPr></w:p>"


def annex() -> list[str]:
    """Every action, on pages turned on their side."""
    table = Table(
        "All actions",
        Column("Ref", 9, "{{ row.ref }}"),
        Column("Action", 36, "{{ row.action }}"),
        Column(
            "Theme and recommendation",
            36,
            "{{ row.theme or row.recommendation }}",
            below="row.theme and row.recommendation",
            if_any=True,
        ),
        Column("Owner", 24, "{{ row.owner }}"),
        Column("First date", 19, "{{ row.first_due }}"),
        Column("Date now", 16, "{{ row.current_due }}"),
        Column("Status", 22, "{{r row.status }}", below="row.late", rich="r"),
        Column("Latest", 27, "{{ row.latest }}", if_any=True),
        width=LANDSCAPE,
    )
    return [
        turned(),
        plain_heading("Annex A: all actions", space=0),
        only_if("paper.annex_note", paragraph("{{ paper.annex_note }}", "Note")),
        str(table.each("row in paper.annex")),
        paragraph("", "Note"),
        section(landscape=True),
    ]
