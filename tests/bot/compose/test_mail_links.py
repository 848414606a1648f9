from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.compose.links import BUTTONS, LONGEST_LINK, answer_links, owner_link
from bot.plan import Person
from bot.policy import ReminderKind

LATE = ReminderKind.OVERDUE
TOKEN = "0123456789abcdefghjkmnpq"
REPLY_TO = f"actions+r-{TOKEN}@tamberley.example"


def test_the_four_buttons_open_a_reply_whose_first_line_needs_no_reading() -> None:
    first_lines = [_body(link.href)[0] for link in answer_links(LATE, "8.iii", REPLY_TO, TOKEN)]
    assert first_lines == ["8.iii: DONE", "8.iii: ON TRACK", "8.iii: NEW DATE ", "8.iii: NOT MINE"]


def test_a_button_goes_to_the_plus_address_and_carries_the_token_in_its_subject() -> None:
    link = urlsplit(answer_links(LATE, "8.iii", REPLY_TO, TOKEN)[0].href)
    assert unquote(link.path) == REPLY_TO
    assert parse_qs(link.query)["subject"] == [f"Done 8.iii [r-{TOKEN}]"]


def test_line_ends_and_spaces_are_written_as_every_mail_program_reads_them() -> None:
    href = answer_links(LATE, "8 iii", REPLY_TO, TOKEN)[0].href
    assert "8%20iii%3A%20DONE%0D%0A%0D%0AType%20any%20comment" in href
    assert "+iii" not in href


@pytest.mark.parametrize("ref", ["1", "8.iii", "R&D 50% #1?", "é" * 40, "😀" * 40])
def test_a_link_stays_under_2000_characters_and_brings_the_reference_back(ref: str) -> None:
    for kind in ReminderKind:
        for link in answer_links(kind, ref, REPLY_TO, TOKEN):
            assert len(link.href) < LONGEST_LINK
            assert _body(link.href)[0].startswith(f"{ref}: ")


def test_each_link_says_which_action_it_answers_to_a_screen_reader() -> None:
    assert [link.spoken for link in answer_links(LATE, "8.iii", REPLY_TO, TOKEN)] == [
        "Done: action 8.iii",
        "On track: action 8.iii",
        "New date: action 8.iii",
        "Not mine: action 8.iii",
    ]


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        (ReminderKind.ASK_FOR_DATE, ["Give a date", "Done", "On track", "Not mine"]),
        (ReminderKind.CHECK_IN, ["On track", "Done", "Give a date", "Not mine"]),
        (ReminderKind.ESCALATED, ["Tell us what you know"]),
        (ReminderKind.ASK_WHO, ["Say who should be asked"]),
        (ReminderKind.COPY, []),
    ],
)
def test_each_kind_offers_the_likeliest_answer_first(kind: ReminderKind, labels: list[str]) -> None:
    assert [link.label for link in answer_links(kind, "8.iii", REPLY_TO, TOKEN)] == labels


def test_a_date_given_where_there_was_none_is_written_as_a_new_date() -> None:
    assert _body(answer_links(ReminderKind.ASK_FOR_DATE, "8.iii", REPLY_TO, TOKEN)[0].href)[0] == "8.iii: NEW DATE "


def test_only_those_who_are_asked_as_owners_can_press_a_status() -> None:
    for kind in ReminderKind:
        words = {button.words for button in BUTTONS[kind]}
        assert ("DONE" in words) == kind.asks_owner


def test_a_mail_to_the_owners_goes_to_them_and_not_to_us() -> None:
    owners = [Person(f"Owner {number}", f"owner{number}@tamberley.example") for number in range(40)]
    link = owner_link(owners, "8.iii", "Review the rota & report")
    assert unquote(urlsplit(link.href).path).split(",") == [each.address for each in owners[:5]]
    assert parse_qs(urlsplit(link.href).query)["subject"] == ["Action 8.iii: Review the rota & report"]
    assert (link.label, len(link.href) < LONGEST_LINK) == ("Write to the owners", True)


def _body(href: str) -> list[str]:
    return unquote(href.split("&body=")[1]).split("\r\n")
