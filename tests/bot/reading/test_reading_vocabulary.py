"""The phrases of real plans that lie beside the repository, scored as an outsider would."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.plan import Status
from bot.reading import read_due, read_owners, read_status

VOCABULARY = Path(__file__).resolve().parents[3].parent / "shared" / "seeds" / "vocabulary-dev.tsv"
pytestmark = pytest.mark.skipif(not VOCABULARY.exists(), reason="the seeds are not beside the repository")


@dataclass(frozen=True)
class Phrase:
    kind: str
    text: str
    as_of: date
    expect: dict[str, Any]


@dataclass(frozen=True)
class Score:
    right: bool
    dangerous: bool


def phrases(*kinds: str) -> list[Phrase]:
    rows = [line.split("\t") for line in VOCABULARY.read_text(encoding="utf-8").splitlines()[1:]]
    return [
        Phrase(row[0], row[1], date.fromisoformat(row[4]), json.loads(row[5]))
        for row in rows
        if row[0] in kinds and row[5] != "-"
    ]


def score_due(phrase: Phrase) -> Score:
    due = read_due(phrase.text, phrase.as_of)
    end = due.end.isoformat() if due.end else None
    guessed = end in phrase.expect.get("guess", []) and due.assumption is not None
    fits = due.kind.value in phrase.expect["kind"] and (
        end is None or due.precision.value in phrase.expect.get("precision", [due.precision.value])
    )
    known = end in phrase.expect["end"] or guessed
    return Score(known and fits, end is not None and not known)


def score_status(phrase: Phrase) -> Score:
    status = read_status(phrase.text, phrase.as_of)
    right = status.value.value in phrase.expect["value"]
    if "revised" in phrase.expect:
        revised = status.revised_due
        right = right and revised is not None and str(revised.end) in phrase.expect["revised"]
    return Score(right, status.value.is_closed and status.value.value not in phrase.expect["value"])


def score_owners(phrase: Phrase) -> Score:
    found = sorted(read_owners(phrase.text).owners)
    right = any(found == sorted(accepted) for accepted in phrase.expect["owners"])
    return Score(right, not right)


@pytest.mark.parametrize(
    ("kinds", "score"), [(("due",), score_due), (("status", "percent"), score_status), (("owner",), score_owners)]
)
def test_real_phrases_are_read_right_and_never_dangerously(kinds: tuple[str, ...], score: Any) -> None:
    scored = [(phrase.text, score(phrase)) for phrase in phrases(*kinds)]
    assert [text for text, each in scored if each.dangerous] == []
    wrong = [text for text, each in scored if not each.right]
    assert len(wrong) <= 0.03 * len(scored), wrong


def test_completed_is_among_the_statuses_of_the_phrases() -> None:
    assert any(read_status(phrase.text, phrase.as_of).value is Status.COMPLETED for phrase in phrases("status"))
