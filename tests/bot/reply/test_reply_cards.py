"""The actions of a mail, however a council's own template sets them out."""

from __future__ import annotations

from datetime import date
from itertools import starmap

import pytest

from bot.reply import actions_in

ACTIONS = (("2.ii", "Review the duty rota"), ("A-0012", "Publish the asset plan"), ("HW/03", "Train reception staff"))
LAYOUTS = (
    *("{}  {}", "{}: {}", "{} - {}", "• {} – {}", "[{}] {}", "({}) {}", "Action {}: {}", "{} | {} | 31 August 2026"),
    *("| {} | {} | 31 August 2026 |", "{}\t{}\t31 August 2026", "**{}** {}", "#{} {}", "{} “{}”, due 31 August"),
    *(
        "{}  {}\nDue: 31 August 2026",
        "{}: {} (due 31 August 2026)",
        "{} {} - due by 31/8/2026",
        "{} {} | 31 Aug 2026",
        "{}. {} Owner: Ann Lee",
        "{}    {}    31 August 2026 (overdue)  Head of Estates",
        "{}  {}  none set   Head of Estates",
        "{}  {}\nShared with Ann Lee: one answer is enough.",
    ),
    *("Ref: {}\nAction: {}\nDue: 31 August 2026\n", "Reference {}\n{}\nDue 31 August\n", "{}\n\n{}\n", "{1} ({0})"),
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_actions_are_found_however_a_template_sets_them_out(layout: str) -> None:
    cards = "\n".join(starmap(layout.format, ACTIONS))
    found = actions_in(f"Dear Ellis,\n\nPlease tell us how these stand.\n\n{cards}\n\nThank you\n")
    assert [each.ref for each in found] == [ref for ref, _ in ACTIONS]
    assert [each.text.strip("“”") for each in found] == [text for _, text in ACTIONS]


@pytest.mark.parametrize(
    "card",
    [
        "Action 7 - {}\n    Due 31 December 2026, now overdue\n    Owner: Ann\n\nAction 9 - {}\n    Due 28 May\n",
        "  Ref:    A-7\n  Action: {}\n  Due:    not set\n\n  Ref:    A-9\n  Action: {}\n  Due:    30 September\n",
        "HW 7   {}\n       Due 31 May 2027\n       Owner: Ann Lee\n\nHW 9   {}\n       No due date\n",
        "HW 7 (overdue)\n{}\nDue 30 April 2027\n\nHW 9 (due soon)\n{}\nDue 30 June 2027\n",
    ],
)
def test_what_stands_below_the_words_of_an_action_is_no_part_of_them(card: str) -> None:
    found = actions_in(card.format("Review the rota", "Publish the plan"))
    assert [(each.ref[-1], each.text) for each in found] == [("7", "Review the rota"), ("9", "Publish the plan")]


def test_of_a_numbered_list_the_references_count_and_not_the_numbers() -> None:
    cards = "\n".join(f"{number}. {ref} {text}" for number, (ref, text) in enumerate(ACTIONS, 1))
    assert [each.ref for each in actions_in(cards)] == [ref for ref, _ in ACTIONS]


def test_beside_cards_that_a_wide_gap_sets_apart_no_wrapped_line_is_a_card() -> None:
    text = "2.ii  Review the rota that the board agreed in\nB12 last spring\n\nIt was due by\n31.8 at the latest\n"
    assert [(each.ref, each.text) for each in actions_in(text)] == [
        ("2.ii", "Review the rota that the board agreed in B12 last spring")
    ]


def test_a_mail_that_names_no_action_has_none() -> None:
    assert actions_in("Dear Ellis,\n\nThank you for Q2: all is well.\n\nPriya") == ()


def test_a_card_tells_when_its_action_ends() -> None:
    text = (
        "2.ii  Review the rota\n\nIt was due by\n31 August 2026 (the plan says “summer”).\n\nA-0012  Publish the plan\n"
    )
    assert [(each.ref, each.ends) for each in actions_in(text)] == [("2.ii", date(2026, 8, 31)), ("A-0012", None)]


@pytest.mark.parametrize(
    "text", ["Cut the time to let a home; target: 20 days", "Pay what is due.  Say so", "Pay what falls due each month"]
)
def test_what_an_action_asks_for_is_no_fact_of_the_template(text: str) -> None:
    assert [each.text for each in actions_in(f"2.ii  {text}\n")] == [text]
