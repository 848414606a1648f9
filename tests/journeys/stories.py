"""Where many journeys begin: a story that is told once a process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.council import Council, RunningTenant


def told_once(story: Callable[[Council], None]) -> Any:
    """A fixture of the story's name: the council at its end, for each test as if nothing had happened since."""

    @pytest.fixture(name=story.__name__)
    def after(running: RunningTenant, tmp_path: Path) -> Council:
        council = Council(running, tmp_path)
        council.begin(f"{story.__module__} {story.__name__}", lambda: story(council))
        return council

    return after
