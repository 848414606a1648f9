"""Owners whose names ran together, parted where the document names one of them alone in another row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan

AS_OF = date(2028, 1, 10)


def _owners(folder: Path, owners: str, elsewhere: str = "Wren Holt") -> tuple[str, ...]:
    path = folder / "plan.csv"
    path.write_text(
        f"Action,Owner,Due date\nWeed the moat,{owners},May 2028\nOil the drawbridge,{elsewhere},June 2028\n"
    )
    return read_plan(path, AS_OF).actions[0].owners


@pytest.mark.parametrize("councillor", ["Cllr Jeffrey", "Councillor Mary"])
def test_a_councillor_before_somebody_named_alone_elsewhere_is_another_party(tmp_path: Path, councillor: str) -> None:
    assert _owners(tmp_path, f"{councillor} Wren Holt") == (councillor, "Wren Holt")


@pytest.mark.parametrize(
    ("owners", "elsewhere"),
    [
        ("Cllr Jeffrey Wren Holt", "Warden"),
        ("Cllr Wren Holt", "Wren Holt"),
        ("Cllr Mary Ann Jones", "Wren Holt"),
    ],
)
def test_a_name_that_nobody_bears_alone_elsewhere_stays_whole(tmp_path: Path, owners: str, elsewhere: str) -> None:
    assert _owners(tmp_path, owners, elsewhere) == (owners,)
