from __future__ import annotations

from dataclasses import replace

import pytest

from bot.directory import Standing, build
from bot.guards import Recipients
from bot.plan import Person

HOME = Recipients(home="tamberley.example")
STRANGER = "jo@partner.example"


def test_without_a_list_the_mailboxs_own_domain_and_those_who_are_vouched_for_may_be_mailed() -> None:
    known = replace(HOME, vouched=frozenset({STRANGER}))
    assert known.refusal("ada.fenn@tamberley.example") == ""
    assert known.refusal(STRANGER) == ""
    assert known.refusal("mo@partner.example") == (
        "only the plan names mo@partner.example, which is outside tamberley.example: enter it in the Who is who list, "
        "or add partner.example to guards.allowed_domains"
    )


def test_with_a_list_nobody_else_is_mailed_however_well_they_are_known() -> None:
    listed = replace(HOME, domains=frozenset({"partner.example"}), vouched=frozenset({"mo@other.example"}))
    assert listed.refusal(STRANGER) == ""
    assert listed.refusal("ada.fenn@tamberley.example") == ""
    assert listed.refusal("mo@other.example") == (
        "mail may not go to mo@other.example: add other.example to guards.allowed_domains if it should"
    )


@pytest.mark.parametrize(
    "address", ["jo@sub.tamberley.example", "jo@nottamberley.example", "tamberley.example@x.example"]
)
def test_a_domain_is_taken_whole(address: str) -> None:
    assert HOME.refusal(address)


def test_whom_the_configuration_names_is_always_mailed() -> None:
    named = replace(HOME, domains=frozenset({"other.example"}), named=frozenset({STRANGER}))
    assert named.refusal(STRANGER) == ""


def test_a_pilot_leaves_everybody_else_out_even_those_whom_the_configuration_names() -> None:
    pilot = replace(HOME, pilot=frozenset({"ada.fenn@tamberley.example"}), named=frozenset({STRANGER}))
    assert not pilot.outside_pilot("ada.fenn@tamberley.example")
    assert pilot.outside_pilot(STRANGER)
    assert not HOME.outside_pilot(STRANGER)


def test_the_site_and_the_list_of_posts_vouch_for_people_and_a_plan_does_not() -> None:
    known = build(
        [("7", Person("Ada Fenn", "ada@one.example"))],
        [("S151 Officer", (Person("Tom", "tom@two.example"),))],
        standings={"tom@two.example": Standing(manager=Person("Beth", "beth@three.example"))},
    )
    assert known.behind("jo@partner.example")
    assert known.vouched == {"ada@one.example", "tom@two.example", "beth@three.example"}
