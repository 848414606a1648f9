"""A forename typed short below an answer signs it, where it is no word of an answer."""

from __future__ import annotations

import pytest

from bot.reply.lines import Mark
from bot.reply.meaning.said import short
from bot.reply.text.extract import extract


@pytest.mark.parametrize(
    ("name", "line", "mark"),
    [
        *(("Rhiannon Pugh", "Rhi", Mark.SIGNATURE), ("Benjamin Ash", "Ben :)", Mark.SIGNATURE)),
        *(("Christopher Lowe", "Chris x", Mark.SIGNATURE), ("Marcus Long", "March", Mark.OWN)),
        *(("Donella Hay", "Done", Mark.OWN), ("Rhiannon Pugh", "Rhian is off", Mark.OWN)),
        ("Rhiannon Pugh", "Ben", Mark.OWN),
    ],
)
def test_a_short_name_alone_signs_what_stands_above_it(name: str, line: str, mark: Mark) -> None:
    assert extract(f"We would like to say 31 May\n{line}", None, (), name).lines[-1].mark is mark


def test_a_question_quotes_whole_words() -> None:
    assert short("moved over the weekend and the old cabinets were collected") == "moved over the weekend and the old…"
