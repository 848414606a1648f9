"""Notices that an organisation puts below its mails, and cards of people in IT."""

from __future__ import annotations

import pytest

from bot.plan import Person
from bot.reply import extract
from bot.reply.text.signature import signer_of

ELLIS = Person("Ellis Morgan", "ellis.morgan@x.example")


@pytest.mark.parametrize(
    "notice",
    [
        "The views in this e-mail are those of its writer and not of the Harbour Trust.",
        "Any opinions stated in this message may not be those of the Harbour Trust.",
        "The views and opinions are solely those of the author.",
        "The Harbour Trust - Disclaimer: this message is for the person to whom it is addressed.",
        "Tamberley & Quay Council: the information in this e-mail may be disclosable on request.",
        "Tamberley & Quay Council | DISCLAIMER: e-mails may be read by others. Think before you print.",
    ],
)
def test_a_notice_of_views_or_a_disclaimer_behind_a_name_is_no_part_of_a_mail(notice: str) -> None:
    assert extract(f"On hold.\n\nEllis\n\n{notice}", None, signer=signer_of(ELLIS)).text == "On hold.\n\nEllis"


@pytest.mark.parametrize(
    "typed",
    [
        "The views in this report are those of the tenants, so it goes to the panel.",
        "The opinions of both auditors are in.",
        "Museum website - disclaimer: published in May",
        "Data sharing: the information is confidential so Legal have it",
        "Insurance – disclaimer drafted and with Legal",
    ],
)
def test_words_about_views_or_a_disclaimer_are_typed(typed: str) -> None:
    assert extract(f"On hold.\n\n{typed}", None).text.endswith(typed)


@pytest.mark.parametrize("post", ["Service Desk Manager, IT and Digital", "Head of IT", "Dean of Students, HE and FE"])
def test_a_post_in_it_or_higher_education_makes_a_card(post: str) -> None:
    card = f"Ellis Morgan (they/them)\n{post}\nTamberley District Council\nTeams: call me"
    assert extract(f"On hold.\n\nCheers\n\n{card}", None, signer=signer_of(ELLIS)).text == "On hold."


@pytest.mark.parametrize("pronouns", ["Pronouns: they/them", "My pronouns are she/her", "(he/him)", "she/her/hers"])
def test_a_line_of_pronouns_between_a_name_and_its_post_is_of_the_card(pronouns: str) -> None:
    card = f"Ellis Morgan\n{pronouns}\nHead of Harbours, Tamberley District Council\n\nFollow us on LinkedIn"
    assert extract(f"On hold.\n\nEllis\n\n{card}", None, signer=signer_of(ELLIS)).text == "On hold.\n\nEllis"


HEADED = (
    "Fenmoor and Wold Fire and Rescue Authority: action plans\n\nDear Ellis Morgan,\n\nPlease reply to this mail and "
    "say where things stand.\n\n4.ii  Review the duty rota with the partner charities\n"
)
CARD = "Ellis Morgan\nStation Manager\nFenmoor and Wold Fire and Rescue Service\nM: 07700 900777"


def test_a_card_that_names_the_service_of_our_authority_is_one_card() -> None:
    found = extract(f"4.ii is on hold.\n\nRegards\nEllis\n\n{CARD}\n\n{HEADED}", HEADED, signer="Ellis Morgan")
    assert "07700" not in found.text


def test_a_writers_hours_may_be_told_at_length() -> None:
    hours = "I work flexibly, please do not feel you need to answer outside your own hours."
    card = f"Ellis\n\nEllis Morgan\nStation Manager, Fenmoor\n{hours}"
    assert "flexibly" not in extract(f"4.ii is on hold.\n\n{card}\n\n{HEADED}", HEADED, signer="Ellis Morgan").text
