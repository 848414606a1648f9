"""Owner phrases: nobody is invented, and no two parties become one."""

from __future__ import annotations

import pytest

from bot.reading import read_owners
from bot.reading.owners import explain_owners


@pytest.mark.parametrize(
    "text",
    [
        "Head of HR and OD",
        "Director of Place, Culture and Skills",
        "Planning and Housing Manager",
        "Audit and Risk Committee",
        "Health & Safety Officer",
        "HR/OD Manager",
        "Clerk",
        "Cllr Mary Holt",
        "J. Penrose",
        "Priya Raman, Head of Waste",
        "Head of Waste - Priya Raman",
        "Chair of Planning and Licensing Committee",
        "Deputy Chief Executive",
        "Team Leader",
        "Section 151 Officer",
        "Member Development Working Group",
        "Community Safety and Licensing Team",
    ],
)
def test_one_party_stays_one(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Clerk and Treasurer", ("Clerk", "Treasurer")),
        ("CEO / SLT", ("CEO", "SLT")),
        ("RT/KB/MW", ("RT", "KB", "MW")),
        ("Mayor, Chief Executive and Directors", ("Mayor", "Chief Executive", "Directors")),
        ("Director of Finance and Head of Legal", ("Director of Finance", "Head of Legal")),
        ("Cllrs Holt & Vane", ("Cllr Holt", "Cllr Vane")),
        ("Cabinet and CMT led by Cllr Holt", ("Cabinet", "CMT", "Cllr Holt")),
        (
            "Cabinet (led by Cllr Holt, Priya Raman and Owen Pryce)",
            ("Cabinet", "Cllr Holt", "Priya Raman", "Owen Pryce"),
        ),
        ("SLT - Priya Raman", ("SLT", "Priya Raman")),
        ("Priya Raman, Owen Pryce and Head of Waste (starting in May)", ("Priya Raman", "Owen Pryce", "Head of Waste")),
        ("Lead: Priya Raman; Support: Owen Pryce", ("Priya Raman", "Owen Pryce")),
        ("Cllr A Holt, Cllr B Vane & Clerk", ("Cllr A Holt", "Cllr B Vane", "Clerk")),
        ("Councillors Brown, Green and White", ("Councillor Brown", "Councillor Green", "Councillor White")),
        ("Clerk + Deputy Clerk", ("Clerk", "Deputy Clerk")),
        ("Tom and Jane", ("Tom", "Jane")),
        ("the Leader and the CEO", ("Leader", "CEO")),
        ("Priya Raman Ext: 4410", ("Priya Raman",)),
        ("priya.raman+plans@tamberley.example", ("priya.raman+plans@tamberley.example",)),
        (
            "mailto:priya@tamberley.example; owen@tamberley.example",
            ("priya@tamberley.example", "owen@tamberley.example"),
        ),
        ("priya@tamberley.example owen@tamberley.example", ("priya@tamberley.example", "owen@tamberley.example")),
        (
            "Clerk and priya@tamberley.example / <owen@t.example>",
            ("priya@tamberley.example", "owen@t.example", "Clerk"),
        ),
        ("priya@tamberley.example and Head of Waste", ("priya@tamberley.example", "Head of Waste")),
        ("Priya Raman <priya@tamberley.example>", ("Priya Raman",)),
        ("HR Manager\nHead of IT", ("HR Manager", "Head of IT")),
        ("Director of\nCommunity Services", ("Director of Community Services",)),
    ],
)
def test_parties_are_told_apart(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("CEO Project Lead for Digital", ("CEO", "Project Lead for Digital")),
        ("Cllr Holt Priya Raman and Owen Pryce", ("Cllr Holt", "Priya Raman", "Owen Pryce")),
        ("Digital Board CEO / SLT HR Lead", ("Digital Board", "CEO", "SLT", "HR Lead")),
        ("Priya Raman Owen Pryce", ("Priya Raman", "Owen Pryce")),
    ],
)
def test_names_that_ran_together_are_parted(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize("text", ["TBC", "n/a", "To be appointed", "Not yet known", "-", "", "  ", "?"])
def test_nobody_is_nobody(text: str) -> None:
    assert read_owners(text).owners == ()


def test_what_names_no_whole_party_is_doubtful() -> None:
    assert explain_owners("Legal & Procurement").doubtful
    assert not explain_owners("Head of Legal & Procurement").doubtful


def test_a_party_named_twice_is_one() -> None:
    assert read_owners("CEO and CEO").owners == ("CEO",)
