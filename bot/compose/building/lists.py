"""The sections of a paper that are a table of rows, or one sentence when there are none."""

from __future__ import annotations

from bot.compose.wordml import HELD, Column, Table, either, heading, only_if, paragraph, smaller_heading

REF = Column("Ref", 10, "{{ row.ref }}")


def listed(title: str, rows: str, empty: str, *columns: Column, intro: str = "", rank: str = "Heading1") -> list[str]:
    """A section that is a table, or one sentence when there is nothing to list."""
    table = (paragraph(intro, properties=HELD) if intro else "") + str(Table(title, *columns).each(f"row in {rows}"))
    return [paragraph(title, rank), either(rows, table, paragraph(empty))]


def overdue(rank: str = "Heading1", title: str = "Overdue actions") -> list[str]:
    return listed(
        title,
        "paper.overdue",
        "No actions are overdue.",
        Column("Ref", 9, "{{ row.ref }}"),
        Column("Action", 30, "{{ row.action }}"),
        Column("Owner", 18, "{{ row.owner }}"),
        Column("Due", 16, "{{ row.due }}"),
        Column("Days late", 9, "{{ row.days_late }}", number=True, apart=True),
        Column("Latest", 27, "{{ row.latest }}", if_any=True),
        intro="Longest overdue first.",
        rank=rank,
    )


def completed(rank: str = "Heading1", title: str = "Completed this month") -> list[str]:
    return listed(
        title,
        "paper.completed",
        "No actions were completed in {{ paper.month }}.",
        REF,
        Column("Action", 50, "{{ row.action }}"),
        Column("Owner", 22, "{{ row.owner }}"),
        Column("Completed", 20, "{{ row.on }}", below="row.verified"),
        rank=rank,
    )


def moved(rank: str = "Heading1", title: str = "Dates that moved", rows: str = "paper.moved") -> list[str]:
    return listed(
        title,
        rows,
        "No dates have moved.",
        Column("Ref", 9, "{{ row.ref }}"),
        Column("Action", 25, "{{ row.action }}"),
        Column("Was", 15, "{{ row.old }}", below="row.first"),
        Column("Now", 17, "{{ row.new }}", below="row.agreed"),
        Column("Change", 17, "{{ row.days }}", below="row.times"),
        Column("Reason", 26, "{{ row.why }}", if_any=True),
        intro="Open actions whose date is not the one first agreed, and every date moved in {{ paper.month }}.",
        rank=rank,
    )


def no_reply(rank: str = "Heading1") -> list[str]:
    return listed(
        "No reply",
        "paper.no_reply",
        "Nobody who was asked is still to answer.",
        Column("Owner", 28, "{{ row.owner }}"),
        Column("Actions", 12, "{{ row.count }}", number=True, apart=True),
        Column("Which", 20, "{{ row.refs }}"),
        Column("Last asked", 20, "{{ row.last_asked }}"),
        Column("Last heard about these", 20, "{{ row.last_heard }}"),
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
        intro="Each waits for an answer in the list. Until then a missing date is asked of the owner and a missing "
        "owner of the plan’s lead; nobody is reminded of the others.",
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
        Column("What is due", 50, "{{ row.what }}"),
        Column("At the latest", 32, "{{ row.by }}", below="row.agenda"),
        Column("Time left", 18, "{{ row.left }}"),
        together=True,
    ).each("row in paper.duties")
    note = "Agenda deadlines make each date earlier: count back from the meeting that is to agree it."
    return [
        only_if("paper.duties", paragraph("The clock of the peer challenge", rank), str(table), paragraph(note, "Note"))
    ]
