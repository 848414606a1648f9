from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ledgers import without_power_cuts


@pytest.fixture(autouse=True)
def powered() -> Iterator[None]:
    with without_power_cuts():
        yield
