"""Verified is more than completed: somebody other than the owner says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from harbour import action

from bot.plan import Owner, Person, Status
from bot.summary import public_plan, verified_by

DONE = action(
    status=Status.COMPLETED,
    verified="Internal  Audit, 3 September 2026",
    owners=(Owner("Harbour Master", (Person("Ida Penrose", "ida@harbour.example"),)),),
)


def test_who_verified_a_completion_is_told_as_the_list_says() -> None:
    assert verified_by(DONE) == "Internal Audit, 3 September 2026"


@pytest.mark.parametrize("words", ["", "No", " not yet ", "TBC", "Ida Penrose, 3 September", "harbour master"])
def test_a_plain_no_and_the_owners_own_word_verify_nothing(words: str) -> None:
    assert verified_by(replace(DONE, verified=words)) == ""


def test_what_is_not_completed_is_not_verified() -> None:
    assert verified_by(replace(DONE, status=Status.IN_PROGRESS)) == ""


def test_the_public_sees_that_it_was_verified_and_not_by_whom() -> None:
    [shown], _ = public_plan((DONE,), ())
    [own], _ = public_plan((replace(DONE, verified="Ida Penrose"),), ())
    assert "Audit" not in shown.verified
    assert (bool(verified_by(shown)), verified_by(own)) == (True, "")
