"""A post, what it is about and who holds it are one party, whatever marks stand between them."""

from __future__ import annotations

import pytest

from bot.reading.owners import read_owners


@pytest.mark.parametrize(
    "text",
    [
        "Executive Director - Skills and Culture (Mary Holt)",
        "Strategic Director, Fleet and Leisure (Paul Vane)",
        "Assistant Director Fostering and Adoption (M Holt)",
        "Service Director: Waste, Fleet and Depots (Paul Vane)",
        "Assistant Director, Fostering and Adoption: M Holt",
        "AM Response & Training (P. Vane)",
        "AD Fostering and QX",
        "Portfolio Holder Leisure and Culture (Cllr Holt)",
        "Portfolio Holder Leisure and Culture: Cllr Holt",
        "Cabinet Member Leisure and Culture - Cllr Holt",
        "Cllr Holt, Cabinet Member for Leisure, Culture and Parks",
        "Team Leader: Ponds and Meadows - M Holt",
        "Service Manager - MASH and Respite (M Holt)",
        "Cabinet Portfolio Holder for Leisure & Culture",
        "Cllr Holt, Cabinet Member for Finance and the Ring Road",
        "Portfolio Holder for Leisure and the Armed Forces",
        "Head of Culture and the Night Time Economy",
    ],
)
def test_a_post_with_a_remit_of_several_subjects_and_its_holder_is_one_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Engineer to the Tamber Board: P. Vane",
        "Adviser to the Pensions Committee: Mary Holt",
        "Engineer to the Harbour Board - P. Vane",
        "Chair of the Harbour Board: Mary Holt",
        "Section 151 Officer: Mary Holt",
        "Trustees' Surveyor, P. Vane",
        "Tree Champion, Cllr Holt",
        "Tamber BC - Head of Markets",
        "Dr Holt, Tamber Road Surgery",
        "OPCC - Head of Grants and Custody",
        "Police, Crime and Fire Commissioner",
        "Lt Cdr Holt RN",
    ],
)
def test_a_post_in_or_to_a_body_and_its_holder_are_one_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Director of Nursing (jointly with Tamber ICB)", ("Director of Nursing", "Tamber ICB")),
        ("Head of Markets (shared with Vale DC)", ("Head of Markets", "Vale DC")),
        ("Head of Markets (joint post with the Vale Trust)", ("Head of Markets", "Vale Trust")),
        ("Head of Markets (and Internal Audit)", ("Head of Markets", "Internal Audit")),
        ("Head of Markets (and Tourism)", ("Head of Markets (and Tourism)",)),
        ("Head of Markets (in consultation with Cllr Holt)", ("Head of Markets", "Cllr Holt")),
        ("Head of Markets / supported by Legal", ("Head of Markets", "Legal")),
        ("Mary Holt supported by the Markets and Legal teams", ("Mary Holt", "Markets team", "Legal team")),
    ],
)
def test_brackets_and_marks_that_open_with_a_word_for_company_name_another_party(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Head of Markets - Cllrs Holt & Vane", ("Head of Markets", "Cllr Holt", "Cllr Vane")),
        ("Heads of Parks, Fleet and Chief Executive", ("Head of Parks", "Head of Fleet", "Chief Executive")),
        ("Chair/Vice-Chair of Harbour Committee", ("Chair of Harbour Committee", "Vice-Chair of Harbour Committee")),
        ("Markets Manager (M Holt), P Vane", ("Markets Manager (M Holt)", "P Vane")),
        ("Mary Holt, Paul Vane, Estates and Parks", ("Mary Holt", "Paul Vane", "Estates and Parks")),
        ("Parks - Mary Holt, Legal - Paul Vane", ("Parks - Mary Holt", "Legal - Paul Vane")),
        ("Ward Members, Highways, Legal", ("Ward Members", "Highways", "Legal")),
        ("Police and Community Rangers", ("Police", "Community Rangers")),
        ("Finance and IT Business Partners", ("Finance Business Partner", "IT Business Partner")),
        ("Adult Social Care and Tamber ICB", ("Adult Social Care", "Tamber ICB")),
        ("HR and Trade Unions", ("HR", "Trade Unions")),
    ],
)
def test_several_who_share_a_mark_or_a_word_are_told_apart(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Cllrs Holt\nVane\nOrd", ("Cllr Holt", "Cllr Vane", "Cllr Ord")),
        ("Mary Holt\nPaul Vane\nEstates", ("Mary Holt", "Paul Vane", "Estates")),
        ("Estates\nLegal Services", ("Estates", "Legal Services")),
        ("Housing\nHighways", ("Housing", "Highways")),
        ("Ward Members\nLegal Services", ("Ward Members", "Legal Services")),
    ],
)
def test_a_party_on_a_line_of_its_own_is_no_rest_of_the_one_above(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
