"""The pieces that the papers share: their head, their figures, their lists and the annex."""

from __future__ import annotations

from bot.compose.wordml import (
    LANDSCAPE,
    Column,
    Table,
    chart,
    either,
    heading,
    labelled,
    only_if,
    paragraph,
    plain_heading,
    section,
    smaller_heading,
)

REF = Column("Ref", 10, "{{ row.ref }}")


def head(subtitle: str, *, annex: bool) -> list[str]:
    return [
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
        paragraph("That the {{ paper.head.report_to }}:", "Ask"),
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
        cells = [Column(label, 15, f"{{{{ {row}.{field} }}}}", number=True) for label, field in fields]
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


def trend() -> list[str]:
    table = Table(
        "Actions on time, overdue and completed by month",
        Column("Month", 40, "{{ row.month }}"),
        Column("Open, on time", 20, "{{ row.on_time }}", number=True),
        Column("Overdue", 20, "{{ row.overdue }}", number=True),
        Column("Completed in the month", 20, "{{ row.completed }}", number=True),
    ).each("row in paper.trend")
    picture = chart("rId6", "{{ paper.trend_alt }}", "Trend")
    return [only_if("paper.trend", smaller_heading("Trend"), picture, str(table))]


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


def listed(title: str, rows: str, empty: str, *columns: Column, intro: str = "", rank: str = "Heading1") -> list[str]:
    """A section that is a table, or one sentence when there is nothing to list."""
    table = (paragraph(intro, properties="<w:keepNext/>") if intro else "") + str(
        Table(title, *columns).each(f"row in {rows}")
    )
    return [paragraph(title, rank), either(rows, table, paragraph(empty))]


def overdue(rank: str = "Heading1") -> list[str]:
    return listed(
        "Overdue actions",
        "paper.overdue",
        "No actions are overdue.",
        Column("Ref", 9, "{{ row.ref }}"),
        Column("Action", 28, "{{ row.action }}"),
        Column("Owner", 20, "{{ row.owner }}"),
        Column("Due", 16, "{{ row.due }}"),
        Column("Days late", 8, "{{ row.days_late }}", number=True),
        Column("Latest", 23, "{{ row.latest }}"),
        intro="Longest overdue first.",
        rank=rank,
    )


def completed(rank: str = "Heading1") -> list[str]:
    return listed(
        "Completed this month",
        "paper.completed",
        "No actions were completed in {{ paper.month }}.",
        REF,
        Column("Action", 50, "{{ row.action }}"),
        Column("Owner", 22, "{{ row.owner }}"),
        Column("Completed", 20, "{{ row.on }}"),
        rank=rank,
    )


def moved(rank: str = "Heading1") -> list[str]:
    return listed(
        "Dates that moved",
        "paper.moved",
        "No dates have moved.",
        Column("Ref", 9, "{{ row.ref }}"),
        Column("Action", 23, "{{ row.action }}"),
        Column("Was", 17, "{{ row.old }}", below="row.first"),
        Column("Now", 17, "{{ row.new }}", below="row.agreed"),
        Column("Change", 17, "{{ row.days }}", below="row.times"),
        Column("Reason", 26, "{{ row.why }}"),
        intro="Open actions whose date is not the one first agreed, and every date moved in {{ paper.month }}.",
        rank=rank,
    )


def no_reply(rank: str = "Heading1") -> list[str]:
    return listed(
        "No reply",
        "paper.no_reply",
        "Nobody who was asked is still to answer.",
        Column("Owner", 30, "{{ row.owner }}"),
        Column("Actions", 10, "{{ row.count }}", number=True),
        Column("Which", 20, "{{ row.refs }}"),
        Column("Last asked", 20, "{{ row.last_asked }}"),
        Column("Last heard from", 20, "{{ row.last_heard }}"),
        rank=rank,
    )


def questions(rank: str = "Heading1") -> list[str]:
    return listed(
        "Questions to settle",
        "paper.questions",
        "There is nothing to settle in the list.",
        REF,
        Column("Action", 46, "{{ row.action }}"),
        Column("Question", 46, "{{ row.question }}"),
        intro="Nobody can be reminded of these actions until somebody settles the question in the list.",
        rank=rank,
    )


def look_again() -> list[str]:
    """What may not be as it is shown: rows in doubt, statuses nobody confirmed, what other plans have too."""
    doubts = Table(
        "Rows that speak against themselves",
        REF,
        Column("Action", 34, "{{ row.action }}"),
        Column("It says", 30, "{{ row.says }}"),
        Column("But", 28, "{{ row.against }}"),
    ).each("row in paper.doubts")
    unconfirmed = Table(
        "Statuses nobody confirmed",
        REF,
        Column("Action", 36, "{{ row.action }}"),
        Column("Owner", 22, "{{ row.owner }}"),
        Column("Status", 16, "{{ row.status }}"),
        Column("Last confirmed", 18, "{{ row.confirmed }}"),
    ).each("row in paper.unconfirmed")
    repeated = Table(
        "What other plans have too",
        Column("Here", 45, "{{ row.here }}"),
        Column("Elsewhere", 35, "{{ row.elsewhere }}"),
        Column("There", 20, "{{ row.position }}"),
    ).each("row in paper.repeated")
    return [
        heading("Look again"),
        only_if(
            "not (paper.doubts or paper.unconfirmed or paper.repeated)",
            paragraph("No row speaks against itself, every status was confirmed, and no other plan has the same."),
        ),
        only_if("paper.doubts", smaller_heading("Rows that speak against themselves"), str(doubts)),
        only_if("paper.unconfirmed", smaller_heading("Statuses nobody confirmed"), str(unconfirmed)),
        only_if("paper.repeated", smaller_heading("What other plans have too"), str(repeated)),
    ]


def duties(rank: str = "Heading1") -> list[str]:
    table = Table(
        "The clock of the peer challenge",
        Column("What is due", 60, "{{ row.what }}"),
        Column("At the latest", 22, "{{ row.by }}"),
        Column("Time left", 18, "{{ row.left }}"),
    ).each("row in paper.duties")
    note = "Agenda deadlines make each date earlier: count back from the meeting that is to agree it."
    return [
        only_if("paper.duties", paragraph("The clock of the peer challenge", rank), str(table), paragraph(note, "Note"))
    ]


def how_made() -> list[str]:
    return [
        heading("How this was made"),
        paragraph(
            "Planminder made this paper from the plan’s list on {{ paper.made }}. It shows the position at "
            "{{ paper.position }}. A date that names a month, a season or a year is due on the last day of it, and an "
            "action is overdue from the day after. A row that repeats another action is counted once."
        ),
        *lines("rule", "paper.rules", "Listed"),
        only_if(
            "not paper.head.public",
            paragraph(
                "This file carries what each row said when it was made: “planminder summary verify” names the rows "
                "that have changed since, and “planminder summary explain overdue” those behind a figure."
            ),
        ),
        only_if("paper.head.list_link", paragraph("The list: {{ paper.head.list_link }}")),
    ]


def turned() -> str:
    """The end of the upright pages."""
    return f"<w:p><w:pPr>{section(landscape=False)}</w:pPr></w:p>"


def annex() -> list[str]:
    """Every action, on pages turned on their side."""
    table = Table(
        "All actions",
        Column("Ref", 9, "{{ row.ref }}"),
        Column("Action", 32, "{{ row.action }}", below="row.recommendation"),
        Column("Theme", 19, "{{ row.theme }}"),
        Column("Owner", 18, "{{ row.owner }}"),
        Column("First date", 14, "{{ row.first_due }}"),
        Column("Date now", 14, "{{ row.current_due }}"),
        Column("Status", 18, "{{r row.status }}", below="row.late", rich="r"),
        Column("Latest", 21, "{{ row.latest }}"),
        width=LANDSCAPE,
    )
    return [
        turned(),
        plain_heading("Annex A: all actions", space=0),
        paragraph("A recommendation stands below the first action that answers it.", "Note"),
        str(table.each("row in paper.annex")),
        paragraph("", "Note"),
        section(landscape=True),
    ]
