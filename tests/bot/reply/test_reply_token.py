from __future__ import annotations

import string

import pytest

from bot.plan import Person
from bot.reply import Mail, check, find_tokens, key_of, mint

SECRET = b"a secret of thirty-two characters"
ADDRESS = "ellis.morgan@wexcombe.example"
TOKEN = mint(SECRET, 3, 41_207, ADDRESS)


def test_a_token_gives_back_the_number_it_was_minted_for() -> None:
    assert check(SECRET, TOKEN, ADDRESS) == 41_207
    assert key_of(TOKEN) == 3


def test_a_token_is_24_lower_case_characters_without_look_alikes() -> None:
    assert len(TOKEN) == 24
    assert set(TOKEN) <= set("0123456789abcdefghjkmnpqrstvwxyz")


def test_a_token_is_taken_in_upper_case_as_some_programs_shout_addresses() -> None:
    assert check(SECRET, TOKEN.upper(), ADDRESS.upper()) == 41_207


def test_a_token_of_somebody_else_is_refused() -> None:
    assert check(SECRET, TOKEN, "jo.achebe@wexcombe.example") is None
    assert check(b"another secret", TOKEN, ADDRESS) is None


def test_no_change_of_one_character_is_accepted() -> None:
    changed = [
        TOKEN[:at] + character + TOKEN[at + 1 :]
        for at in range(len(TOKEN))
        for character in string.ascii_lowercase + string.digits
        if character != TOKEN[at]
    ]
    assert not [token for token in changed if check(SECRET, token, ADDRESS) is not None]


@pytest.mark.parametrize("rubbish", ["", "short", "u" * 24, "é" * 24, TOKEN + "0"])
def test_what_is_no_token_is_refused_quietly(rubbish: str) -> None:
    assert check(SECRET, rubbish, ADDRESS) is None
    assert key_of(rubbish) is None


@pytest.mark.parametrize(("key_id", "number"), [(32, 1), (-1, 1), (0, 2**35), (0, -1)])
def test_a_number_that_does_not_fit_is_not_minted(key_id: int, number: int) -> None:
    with pytest.raises(ValueError, match="does not fit the token"):
        mint(SECRET, key_id, number, ADDRESS)


def test_the_address_speaks_before_the_subject_and_the_text() -> None:
    first, second, third = (mint(SECRET, 0, number, ADDRESS) for number in (1, 2, 3))
    mail = Mail(
        sender=Person("Ellis Morgan", ADDRESS),
        recipients=(f"actions+r-{first}@wexcombe.example",),
        subject=f"Done 4.ii [r-{second.upper()}]",
        plain=f"Reference [r-{third}] and again [r-{first}]",
    )
    assert find_tokens(mail) == (first, second, third)
