"""A lead's answer, divided by the headings it was written under."""

from __future__ import annotations

from bot.summary import HEADINGS, answers_in

OURS = """Dear Ida,

The report is made on 2 October. Please reply below.

Quays

Budget:
Risk update:

You get this mail because you are the lead.
"""


def test_words_below_a_heading_are_kept_as_they_are() -> None:
    text = "Hello,\n\nBudget:\n  £3,000 over.\n\nWe told finance.\nRisk update\nNone.\n"
    assert answers_in(text, ("Quays",)) == {
        "Quays": {"Budget": "£3,000 over.\n\nWe told finance.", "Risk update": "None."}
    }


def test_words_may_stand_on_the_line_of_the_heading_in_any_case_and_with_a_bullet() -> None:
    text = "* budget: on target\n2. RISK UPDATE – none\nTolerance: time, cost and quality: within"
    assert answers_in(text, ("Quays",))["Quays"] == {
        "Budget": "on target",
        "Risk update": "none",
        "Tolerance: time, cost and quality": "within",
    }


def test_several_themes_are_told_apart_by_their_names() -> None:
    text = "Quays\nBudget: over\n\nDredging\nBudget: under\n"
    assert answers_in(text, ("Quays", "Dredging")) == {"Quays": {"Budget": "over"}, "Dredging": {"Budget": "under"}}
    assert answers_in("Budget: whose?", ("Quays", "Dredging")) == {}


def test_words_written_between_the_lines_of_our_own_mail_are_found_and_ours_are_no_words() -> None:
    lines = ("> Quays", ">", "> Budget:", "On target, says Ida.", "> Risk update:", ">")
    text = "\n".join((*lines, "> You get this mail because you are the lead."))
    assert answers_in(text, ("Quays",), OURS) == {"Quays": {"Budget": "On target, says Ida."}}


def test_a_mail_without_headings_or_with_empty_ones_answers_nothing() -> None:
    assert answers_in("All fine, thanks.", ("Quays",)) == {}
    assert answers_in("\n".join(f"{heading}:" for heading in HEADINGS), ("Quays",)) == {}
    assert answers_in("", ()) == {}


def test_a_heading_named_within_a_sentence_begins_nothing() -> None:
    said = answers_in("Budget: see below\nThe risk update is with audit.", ("Quays",))
    assert said == {"Quays": {"Budget": "see below\nThe risk update is with audit."}}
