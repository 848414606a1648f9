"""Owner phrases with an office of law, or a second post, beside the post of the one who has both."""

from __future__ import annotations

import pytest

from bot.reading.owners import explain_owners, read_owners


@pytest.mark.parametrize(
    "text",
    [
        "Head of Finance and S151 Officer",
        "Director of Resources & Section 151 Officer",
        "Assistant Director of Finance and Deputy s.151 Officer",
        "Service Director: Finance and Section 151 Officer",
        "Corporate Director – Resources and S151 Officer",
        "Mary Holt, Head of Finance and Treasurer",
        "S151 Officer and Chief Finance Officer",
        "Head of Finance and S151 Officer / Chief Finance Officer",
        "Head of Law & Governance and Monitoring Officer",
        "Head of Legal, Governance and Monitoring Officer",
        "Borough Solicitor & Monitoring Officer",
        "Mary Holt - Assistant Director, Legal and Monitoring Officer",
        "Democratic Services Manager and Deputy Monitoring Officer",
        "Chief Executive and Head of Paid Service",
        "CEO & Returning Officer",
        "Chief Executive and Town Clerk",
        "Electoral Registration Officer and Returning Officer",
        "Town Clerk and RFO",
        "Clerk to the Council and Responsible Financial Officer",
        "Executive Director of Place and Deputy Chief Executive",
        "Corporate Director (Homes) & Deputy CEO",
        "Head of Adult Social Care and Caldicott Guardian",
        "Head of Information Governance and Data Protection Officer",
        "Cyfarwyddwr Adnoddau a Swyddog Adran 151",
        "Pennaeth y Gwasanaethau Cyfreithiol a Swyddog Monitro",
        "Cllr Holt, Leader and Cabinet Member for Growth",
    ],
)
def test_an_office_beside_the_post_that_goes_with_it_is_one_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Monitoring Officer and S151 Officer", ("Monitoring Officer", "S151 Officer")),
        ("S151 Officer & Deputy S151 Officer", ("S151 Officer", "Deputy S151 Officer")),
        ("Chief Executive and S151 Officer", ("Chief Executive", "S151 Officer")),
        ("Head of Human Resources and S151 Officer", ("Head of Human Resources", "S151 Officer")),
        ("Cabinet Member for Finance and S151 Officer", ("Cabinet Member for Finance", "S151 Officer")),
        ("Finance Team and S151 Officer", ("Finance Team", "S151 Officer")),
        ("Head of Finance and Monitoring Officer", ("Head of Finance", "Monitoring Officer")),
        ("Deputy Director of Finance and S151 Officer", ("Deputy Director of Finance", "S151 Officer")),
        ("Director of Finance and Deputy S151 Officer", ("Director of Finance", "Deputy S151 Officer")),
        ("Assistant Director of Parks and Deputy CEO", ("Assistant Director of Parks", "Deputy CEO")),
        ("Proper Officer / RFO", ("Proper Officer", "RFO")),
        ("Monitoring Officer and Clerk", ("Monitoring Officer", "Clerk")),
        ("Clerk, Chair and RFO", ("Clerk", "Chair", "RFO")),
        (
            "Head of Finance and S151 Officer and Head of Legal and Monitoring Officer",
            ("Head of Finance and S151 Officer", "Head of Legal and Monitoring Officer"),
        ),
        (
            "Head of Legal, Head of Finance and Monitoring Officer",
            ("Head of Legal", "Head of Finance", "Monitoring Officer"),
        ),
        ("Cllr Holt, Leader and Deputy Leader", ("Cllr Holt, Leader", "Deputy Leader")),
        ("Cllr Holt, Chair of Licensing and Clerk", ("Cllr Holt, Chair of Licensing", "Clerk")),
        ("Leader and Cabinet Member for Growth", ("Leader", "Cabinet Member for Growth")),
    ],
)
def test_an_office_beside_a_post_that_it_does_not_go_with_is_another_party(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Head of Legal / Monitoring Officer", ("Head of Legal", "Monitoring Officer")),
        ("Deputy Chief Executive and Director of Homes", ("Deputy Chief Executive", "Director of Homes")),
        ("Chief Executive / Head of Paid Service", ("Chief Executive", "Head of Paid Service")),
        ("Town Clerk/RFO", ("Town Clerk", "RFO")),
    ],
)
def test_an_office_that_may_be_the_same_persons_is_asked_about(text: str, owners: tuple[str, ...]) -> None:
    explained = explain_owners(text)
    assert (explained.reading.owners, explained.doubtful) == (owners, True)
    assert not explain_owners("Monitoring Officer and S151 Officer").doubtful
