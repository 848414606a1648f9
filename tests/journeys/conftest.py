from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.council import Council


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Council]:
    """A council of its own for one journey."""
    with Council(tmp_path) as made:
        yield made
