"""Owner phrases whose joiner stands between a topic and its post or body, or between a post and where it is held."""

from __future__ import annotations

import pytest

from bot.reading.owners import explain_owners, read_owners


@pytest.mark.parametrize(
    "text",
    [
        "Modern Slavery and Human Trafficking Coordinator",
        "Play Area and Public Toilet Working Group",
        "Serious Violence and Exploitation Subgroup",
        "Loch Drennan and Isles Community Trust",
        "Fermoy Lough and Bann PCSP",
        "Play Area, Skate Park and Public Toilet Working Group",
        "Street Theatre, Juggling and Fair Officer",
        "Mary Holt, Play Area and Public Toilet Officer",
        "Mary Holt – Play Area and Public Toilet Officer",
        "Director – Street Theatre and Juggling",
        "Therapeutic Play and Equipment Service",
        "Internal Audit and Counter Fraud Team",
        "TMCA Housing & Land Team",
        "ASB and Enforcement Team",
        "Head of Service, Children and Families Directorate",
        "Planning Partnership – Economy and Skills Delivery Group",
        "Corporate Services – Legal and Democratic Services",
        "Mary Holt – Community Engagement and Events Officer",
    ],
)
def test_a_topic_goes_with_the_post_or_body_behind_the_and(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Mary Holt and Burial Ground Officer", ("Mary Holt", "Burial Ground Officer")),
        ("Mary Holt, Paul Fenn, Ximeno Vane and Tree Warden", ("Mary Holt", "Paul Fenn", "Ximeno Vane", "Tree Warden")),
        ("Tamber Homes and Fenbury District Council", ("Tamber Homes", "Fenbury District Council")),
        ("TW Roads and NI Forests", ("TW Roads", "NI Forests")),
        ("Transport for Wales and Fenbury District Council", ("Transport for Wales", "Fenbury District Council")),
        ("Transport for London and Fenbury District Council", ("Transport for London", "Fenbury District Council")),
        ("Adult Services and Tamber Safeguarding Board", ("Adult Services", "Tamber Safeguarding Board")),
        ("Legal Services & Tamber Valley Police", ("Legal Services", "Tamber Valley Police")),
        ("HR and Finance", ("HR", "Finance")),
        ("Finance & Legal", ("Finance", "Legal")),
        ("Police, Trading Standards and Markets Team", ("Police", "Trading Standards", "Markets Team")),
        ("Parks Manager, Street Market and Fair Lead", ("Parks Manager", "Street Market and Fair Lead")),
        (
            "Clerk, Parks and Markets Manager (North), Tree Lead",
            ("Clerk", "Parks and Markets Manager (North)", "Tree Lead"),
        ),
        ("Sport England / TMCA Parks & Play Team", ("Sport England", "TMCA Parks & Play Team")),
        ("Fenbury CVS and Youth Team", ("Fenbury CVS", "Youth Team")),
        ("Registered Providers and Lettings Team", ("Registered Providers", "Lettings Team")),
        ("Tourism NI and Markets Manager", ("Tourism NI", "Markets Manager")),
        ("Welsh Government and Housing Team", ("Welsh Government", "Housing Team")),
        ("NI Water, TW Roads, Council", ("NI Water", "TW Roads", "Council")),
        ("Finance Manager, IT and HR", ("Finance Manager", "IT", "HR")),
        ("Mary Holt, Parks and Play Team", ("Mary Holt", "Parks and Play Team")),
        ("Play Areas and Markets Managers", ("Play Areas and Markets Managers",)),
        (
            "Environment Agency, Highways, Parish Councils",
            ("Environment Agency", "Highways", "Parish Councils"),
        ),
    ],
)
def test_two_that_could_each_stand_alone_are_two_parties(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Director of Transport, TMCA",
        "Chief Fire Officer, TVFRS",
        "Paul Vane, Development Director, Meadowside Homes",
        "Mary Holt, Area Manager, Network Rail",
        "Mary Holt, Policy Lead, Chief Executive's Directorate",
        "Mary Holt - Projects Officer - Place Directorate",
        "Assistant Director, Resources Directorate",
        "Chief Officer, Fenbury Street Theatre and Fair Partnership",
        "Station Commander, Tamber Fire and Rescue Service",
        "Mary Holt, Place Directorate",
        "Place Directorate – Head of Waste",
        "TPP – Markets Forum",
        "Resilience Forum – Warning and Informing Subgroup",
        "Partnership Board – Markets Forum",
        "Place Directorate – Parks and Countryside Team",
    ],
)
def test_where_somebody_works_behind_a_post_is_no_other_party(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Director of Place, TMCA and Head of Waste", ("Director of Place, TMCA", "Head of Waste")),
        ("Director of Place, Tamber ICB and Head of Waste", ("Director of Place, Tamber ICB", "Head of Waste")),
        ("Director of Place, TMCA / Head of Waste", ("Director of Place, TMCA", "Head of Waste")),
        ("Head of Parks, SLT", ("Head of Parks", "SLT")),
        ("Head of Parks, TMCA, Police", ("Head of Parks", "TMCA", "Police")),
        ("Head of Parks, TMCA and Police", ("Head of Parks", "TMCA", "Police")),
        ("Clerk, Head of Parks, TMCA", ("Clerk", "Head of Parks", "TMCA")),
        ("Head of Parks, Markets Committee", ("Head of Parks", "Markets Committee")),
        (
            "Mary Holt, Head of Parks; Paul Vane, Clerk, Place Directorate",
            ("Mary Holt, Head of Parks", "Paul Vane, Clerk, Place Directorate"),
        ),
    ],
)
def test_a_list_behind_a_post_holds_parties_unless_one_is_plainly_a_place(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Mary Holt – Warden Services Manager",
        "Mary Holt - Teacher Training Manager",
        "Mary Holt – Park Ranger Team Leader",
        "Park Ranger Services Manager",
    ],
)
def test_a_post_told_by_whom_it_is_for_is_not_cut_behind_them(text: str) -> None:
    assert read_owners(text).owners == (text,)


def test_a_programme_lead_and_a_responsible_owner_are_labels() -> None:
    assert read_owners("SRO: Mary Holt; Programme Lead: Paul Vane").owners == ("Mary Holt", "Paul Vane")
    assert read_owners("Theme Lead: Mary Holt / Delivery Lead: Paul Vane").owners == ("Mary Holt", "Paul Vane")
    assert read_owners("Director of Place (SRO) / Parks Team").owners == ("Director of Place", "Parks Team")


def test_two_departments_that_may_be_one_are_asked_about() -> None:
    assert explain_owners("HR and Finance").doubtful
