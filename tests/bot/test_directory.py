from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.directory import Directory, Standing, address_of, build, fold
from bot.plan import Person

TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
KAREN = Person("Karen Whitlock", "karen.whitlock@tamberley.example")
LEAVER = Person("Martin Crewe", "")


def test_a_post_is_found_however_it_is_written() -> None:
    directory = build([], [("Head of  Housing & Homes.", (TOM,))])
    for written in ("head of housing & homes", "HEAD OF HOUSING & HOMES", " Head of Housing & Homes, "):
        assert directory.behind(written) == (TOM,)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Chief   Executive. ", "chief executive"),
        ("HR/OD", "hr/od"),
        ("O’Dwyer", "o dwyer"),
        ("Straße", "strasse"),
        ("—", ""),
    ],
)
def test_folding_leaves_what_tells_parties_apart(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_several_people_behind_a_post_stay_in_order_each_once() -> None:
    assert build([], [("Hostels", (KAREN, TOM, KAREN))]).behind("Hostels") == (KAREN, TOM)


def test_a_full_name_is_found_and_a_first_name_alone_is_not() -> None:
    directory = build([("7", TOM), ("8", Person("Performance", "team@tamberley.example"))], [])
    assert directory.behind("tom ashgrove") == (TOM,)
    assert directory.behind("Tom") == ()
    assert directory.behind("Performance") == ()


def test_a_name_that_two_people_share_is_nobody() -> None:
    other = Person("Tom Ashgrove", "tom.ashgrove2@tamberley.example")
    directory = build([("7", TOM), ("9", other), ("10", other)], [])
    assert directory.behind("Tom Ashgrove") == ()
    assert directory.by_lookup["9"] == other


def test_a_forename_is_of_the_one_person_who_bears_it_and_of_nobody_where_two_do() -> None:
    other = Person("Tom Barrow", "tom.barrow@tamberley.example")
    twice = build([("7", TOM), ("8", KAREN), ("9", TOM)], [])
    assert (twice.bears_alone("tom"), twice.bears_alone("Martin")) == (TOM, None)
    assert build([("7", TOM), ("9", other)], []).bears_alone("Tom") is None


def test_one_person_entered_twice_is_still_known_by_name() -> None:
    assert build([("7", TOM), ("9", TOM)], []).behind("Tom Ashgrove") == (TOM,)


def test_a_post_goes_before_a_name() -> None:
    directory = build([("7", TOM)], [("Tom Ashgrove", (KAREN,))])
    assert directory.behind("Tom Ashgrove") == (KAREN,)


@pytest.mark.parametrize("tag", ["", "+r-abc"])
def test_nobody_is_behind_the_mailbox_we_send_from(tag: str) -> None:
    ours = Person("Action plans", f"Actions{tag}@tamberley.example")
    directory = build([("7", ours)], [], ours="actions@tamberley.example")
    assert directory.behind(ours.address) == directory.behind("Action plans") == ()
    assert directory.behind("actions@elsewhere.example") != ()


def test_whoever_has_no_address_is_nobody() -> None:
    directory = build([("7", LEAVER)], [("Head of Leisure", ()), ("  ", (TOM,))])
    assert directory == Directory()


def test_an_address_is_a_person_even_when_the_site_does_not_know_it() -> None:
    (stranger,) = Directory().behind(" Jo.Reed@Partner.example ")
    assert stranger.address == "jo.reed@partner.example"


def test_an_address_of_somebody_known_is_that_person() -> None:
    assert build([("7", TOM)], []).behind("Tom.Ashgrove@tamberley.example") == (TOM,)


@pytest.mark.parametrize("party", ["", "tom@", "tom@tamberley", "ask tom.ashgrove@tamberley.example", "@x.example"])
def test_what_is_no_address_is_nobody(party: str) -> None:
    assert build([("7", TOM)], []).behind(party) == ()


@pytest.mark.parametrize(
    "written", ["mailto:Tom.Ashgrove@tamberley.example", " MAILTO:tom.ashgrove@tamberley.example "]
)
def test_the_scheme_of_a_copied_link_is_no_part_of_an_address(written: str) -> None:
    assert build([("7", TOM)], []).behind(written) == (TOM,)
    (stranger,) = Directory().behind(written)
    assert stranger.address == "tom.ashgrove@tamberley.example"


@pytest.mark.parametrize("written", ["tel:tom@tamberley.example", "a@x.example;b@x.example"])
def test_what_only_contains_an_address_is_none(written: str) -> None:
    assert address_of(written) == ""


def test_a_wrong_address_is_known_as_one_even_where_somebody_stands_behind_the_post() -> None:
    posts = [("Clerk", ()), ("Hostels", (TOM,))]
    directory = build([], posts, [("Clerk", "clerk at town"), ("Hostels", "x"), ("Mayor", "")])
    assert [directory.bad_address(post) for post in ("clerk.", "Hostels", "Mayor")] == ["clerk at town", "x", ""]
    assert directory.behind("Hostels") == (TOM,)


OWEN = Person("Owen Price", "owen.price@tamberley.example")


@pytest.mark.parametrize(
    ("away", "found"),
    [
        ((), {}),
        ((TOM,), {TOM: KAREN}),
        ((TOM, KAREN), {TOM: OWEN, KAREN: OWEN}),
        ((TOM, KAREN, OWEN), {}),
        ((OWEN,), {OWEN: TOM}),
        ((Person("Jo Lark", "jo.lark@tamberley.example"),), {}),
    ],
)
def test_the_deputy_of_a_deputy_who_is_away_too_stands_in(away: Sequence[Person], found: dict[Person, Person]) -> None:
    deputies = {TOM: KAREN, KAREN: OWEN, OWEN: TOM}
    known = build([], [], standings={each.address: Standing(deputy=deputy) for each, deputy in deputies.items()})
    assert known.stand_ins({each.address for each in away}) == {each.address: deputy for each, deputy in found.items()}
