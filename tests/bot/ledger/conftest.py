from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ledger import Ledger, open_ledger
from tests.ledgers import founded


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(open_ledger(founded(tmp_path)))
    yield opened
    opened.close()
