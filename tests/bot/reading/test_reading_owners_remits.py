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
        ("Head of Markets (shared with Head of Parks)", ("Head of Markets", "Head of Parks")),
        ("Head of Markets (shared with Mary Holt)", ("Head of Markets", "Mary Holt")),
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


@pytest.mark.parametrize(
    "text",
    [
        "Head of Play and Alternative Routes",
        "Cabinet Member for Culture and Gaelic Language",
        "Cabinet Member for Finance and Armed Forces",
        "Portfolio Holder for Planning & Net Zero",
        "Director of Adults and Direct Payments",
        "Manager for Museums and Civic Pride",
        "Head of Play and Net Zero (Mary Holt)",
        "Head of Rents and Temporary Accommodation",
    ],
)
def test_an_and_behind_what_a_post_is_about_leads_to_more_of_it(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Head of Play and Mary Holt", ("Head of Play", "Mary Holt")),
        ("Head of Play & J Holt", ("Head of Play", "J Holt")),
        ("Head of Play and Town Clerk", ("Head of Play", "Town Clerk")),
        ("Head of Play and Wold Safeguarding Board", ("Head of Play", "Wold Safeguarding Board")),
        ("Head of Play and Citizens Advice", ("Head of Play", "Citizens Advice")),
        ("Head of Play and SLT", ("Head of Play", "SLT")),
        ("Head of Nursing - Surgery & Tree Officer", ("Head of Nursing - Surgery", "Tree Officer")),
        (
            "Project Director - Local Plan, Tree Inspectorate",
            ("Project Director - Local Plan", "Tree Inspectorate"),
        ),
        ("Head of Play (Mary Holt) and JB", ("Head of Play (Mary Holt)", "JB")),
        ("Heads of Service and Civic Pride", ("Heads of Service", "Civic Pride")),
        (
            "Ada Fenn (Head of Play) and Wren Holt (Head of Parks & Ponds)",
            ("Ada Fenn (Head of Play)", "Wren Holt (Head of Parks & Ponds)"),
        ),
    ],
)
def test_an_and_behind_what_a_post_is_about_leads_to_who_surely_is_another_party(
    text: str, owners: tuple[str, ...]
) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Solicitor (shared with Tamber BC)",
        "Head of Audit (shared with Fen and Wold Councils)",
        "Head of Legal (shared with NHS Tamber)",
        "Ranger (shared with Upper Wold PC)",
        "Ecologist (seconded from Natural England)",
        "Public Health Lead (hosted by Tamber CC)",
    ],
)
def test_brackets_that_say_whose_post_it_is_besides_name_no_other_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


def test_a_bare_rank_of_commissioning_is_followed_by_what_it_is_about() -> None:
    assert read_owners("Commissioning Manager, Lettings and Wellness").owners == (
        "Commissioning Manager, Lettings and Wellness",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Marina Manager – Pontoons A & B",
        "Surveyor - Sites A, B & C",
        "Rents Officer – Zones A/B",
        "Ranger Areas 1 and 2",
        "Moorings Officer – Quays A & B (Mary Holt)",
        "Delivery Manager: Phases 1 & 2",
        "Tenancy Officer - Wards 3, 4 and 5",
        "Head of Libraries, Registration & Coroner Support",
        "Head of Ponds, Trees & Volunteer Support",
        "Head of Schools, Governor Services and Admissions",
    ],
)
def test_numbered_places_and_services_for_people_are_what_a_post_is_about(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Marina Manager – Pontoons A & B and Town Clerk", ("Marina Manager – Pontoons A & B", "Town Clerk")),
        ("Marina Manager – Pontoons A & Head of Ponds", ("Marina Manager – Pontoons A", "Head of Ponds")),
        ("Officers A and B", ("Officers A", "B")),
        ("MH, PV & B", ("MH", "PV", "B")),
        ("Mary Holt & B", ("Mary Holt", "B")),
        ("Head of Ponds and 2 Rangers", ("Head of Ponds", "2 Rangers")),
        ("Head of Legal, Coroner & Registrar", ("Head of Legal", "Coroner", "Registrar")),
        ("Head of Legal, Coroner Manager", ("Head of Legal", "Coroner Manager")),
    ],
)
def test_letters_behind_people_and_posts_behind_a_comma_are_parties(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
