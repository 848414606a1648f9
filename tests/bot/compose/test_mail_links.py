from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.compose.links import LONGEST_LINK, answer_links

TOKEN = "0123456789abcdefghjkmnpq"
REPLY_TO = f"actions+r-{TOKEN}@tamberley.example"


def test_the_four_buttons_open_a_reply_whose_first_line_needs_no_reading() -> None:
    first_lines = [_body(link.href)[0] for link in answer_links("8.iii", REPLY_TO, TOKEN)]
    assert first_lines == ["8.iii: DONE", "8.iii: ON TRACK", "8.iii: NEW DATE ", "8.iii: NOT MINE"]


def test_a_button_goes_to_the_plus_address_and_carries_the_token_in_its_subject() -> None:
    link = urlsplit(answer_links("8.iii", REPLY_TO, TOKEN)[0].href)
    assert unquote(link.path) == REPLY_TO
    assert parse_qs(link.query)["subject"] == [f"Done 8.iii [r-{TOKEN}]"]


def test_line_ends_and_spaces_are_written_as_every_mail_program_reads_them() -> None:
    href = answer_links("8 iii", REPLY_TO, TOKEN)[0].href
    assert "8%20iii%3A%20DONE%0D%0A%0D%0AType%20any%20comment" in href
    assert "+iii" not in href


@pytest.mark.parametrize("ref", ["1", "8.iii", "R&D 50% #1?", "é" * 40, "😀" * 40])
def test_a_link_stays_under_2000_characters_and_brings_the_reference_back(ref: str) -> None:
    for link in answer_links(ref, REPLY_TO, TOKEN):
        assert len(link.href) < LONGEST_LINK
        assert _body(link.href)[0].startswith(f"{ref}: ")


def test_each_link_says_which_action_it_answers_to_a_screen_reader() -> None:
    assert [link.spoken for link in answer_links("8.iii", REPLY_TO, TOKEN)] == [
        "Done: action 8.iii",
        "On track: action 8.iii",
        "New date: action 8.iii",
        "Not mine: action 8.iii",
    ]


def _body(href: str) -> list[str]:
    return unquote(href.split("&body=")[1]).split("\r\n")
