from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.council import Council, RunningTenant
from tests.ledgers import without_power_cuts


@pytest.fixture(scope="session")
def running() -> Iterator[RunningTenant]:
    """One tenant for all journeys of this process, one after the other: each founds it anew."""
    with RunningTenant() as tenant:
        yield tenant


@pytest.fixture(autouse=True)
def powered() -> Iterator[None]:
    with without_power_cuts():
        yield


@pytest.fixture
def council(running: RunningTenant, tmp_path: Path) -> Council:
    """A council of its own for one journey."""
    return Council(running, tmp_path)
