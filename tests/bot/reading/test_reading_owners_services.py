"""Lists of services: which are several owners, and which one owner with a long name."""

from __future__ import annotations

import pytest

from bot.reading.owners import explain_owners, read_owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Public Health, Early Help and Housing", ("Public Health", "Early Help", "Housing")),
        ("Housing, Highways & Trading Standards", ("Housing", "Highways", "Trading Standards")),
        ("Public Health, Early Help, ICB and VCSE", ("Public Health", "Early Help", "ICB", "VCSE")),
        ("Business Rates, Council Tax and Benefits", ("Business Rates", "Council Tax", "Benefits")),
        ("Legal Services and Customer Services", ("Legal Services", "Customer Services")),
        ("Legal and Housing", ("Legal", "Housing")),
        ("Early Help, Public Health & Pharmacy", ("Early Help", "Public Health", "Pharmacy")),
        ("ICT, Council Tax and Records", ("ICT", "Council Tax", "Records")),
        ("Police, Voluntary Sector and Schools", ("Police", "Voluntary Sector", "Schools")),
        ("PMO/Legal/HR/Waste", ("PMO", "Legal", "HR", "Waste")),
        ("Waste and IT", ("Waste", "IT")),
        ("Repairs Team, Legal Services, HR Partners", ("Repairs Team", "Legal Services", "HR Partners")),
        ("Schools, Trustees and Parish Council", ("Schools", "Trustees", "Parish Council")),
    ],
)  # fmt: skip
def test_services_that_each_have_a_name_of_their_own_are_several_owners(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Arts & Heritage Service and Libraries", ("Arts & Heritage Service", "Libraries")),
        ("Data, Web & Telephony and Customer Services", ("Data, Web & Telephony and Customer Services",)),
        ("Data, Web & Technology and Customer Services", ("Data, Web & Technology", "Customer Services")),
        ("Waste & Fleet, Parks & Events", ("Waste & Fleet", "Parks & Events")),
        ("Housing & Repairs, Early Help and Public Health", ("Housing & Repairs", "Early Help", "Public Health")),
        ("Fleet/Health & Safety", ("Fleet", "Health & Safety")),
        ("Arts & Leisure and Parks", ("Arts & Leisure and Parks",)),
        ("Fleet & Depots / Planning & Trees", ("Fleet & Depots", "Planning & Trees")),
        ("Legal / Libraries & Museums", ("Legal", "Libraries & Museums")),
        ("Sport & Play / Fleet and Depots / Arts & Events", ("Sport & Play", "Fleet and Depots", "Arts & Events")),
        ("Fleet & Depots/Planning & Trees", ("Fleet & Depots/Planning & Trees",)),
        ("Adult Services/Schools/School Nurses", ("Adult Services", "Schools", "School Nurses")),
        ("Schools/Early Years/Families Manager", ("Schools/Early Years/Families Manager",)),
        ("Schools/Colleges Manager", ("Schools/Colleges Manager",)),
    ],
)
def test_an_ampersand_binds_closer_than_what_else_joins_services(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "Finance and Planning",
        "Legal & Waste",
        "Town and Parish Councils",
        "Public Health, Adult Social Care and Housing Manager",
        "Head of Early Help, Public Health and Housing",
        "Environmental Health and Trading Standards",
    ],
)
def test_services_that_one_post_or_body_is_about_are_no_list(text: str) -> None:
    assert read_owners(text).owners == (text,)


def test_two_services_that_may_be_one_are_asked_about() -> None:
    assert explain_owners("Environmental Health and Trading Standards").doubtful


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Tamber Homes (THA) and Council Repairs Team", ("Tamber Homes (THA)", "Council Repairs Team")),
        ("Head of Parks via Friends of Tamber Park", ("Head of Parks",)),
        ("Head of Parks through the Tree Forum, Clerk", ("Head of Parks", "Clerk")),
        ("Acting Clerk (Mary Holt until 30/9)", ("Acting Clerk (Mary Holt)",)),
    ],
)
def test_letters_close_a_name_and_a_channel_or_a_day_is_no_part_of_it(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners
