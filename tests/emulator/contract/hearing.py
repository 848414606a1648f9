"""The answers that emulator processes write to a folder, judged as they come."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tests.emulator.contract.answers import Answer, Finding
from tests.emulator.contract.judge import Judge


class Hearing:
    """Reads on from where it stopped. `heard` counts the answers so far."""

    def __init__(self, judge: Judge, folder: Path) -> None:
        self._judge = judge
        self._folder = folder
        self._positions: dict[str, int] = {}
        self.heard = 0

    def findings(self) -> list[Finding]:
        """What is wrong with the answers written since the last time."""
        new = [Answer(**line) for path in self._grown() for line in self._lines(path)]
        self.heard += len(new)
        return [finding for answer in new for finding in self._judge.findings(answer)]

    def _grown(self) -> list[str]:
        """The files with something new in them: asked after each test, of which most speak to no tenant."""
        with os.scandir(self._folder) as files:
            return sorted(file.path for file in files if file.stat().st_size > self._positions.get(file.path, 0))

    def _lines(self, path: str) -> list[dict[str, Any]]:
        with Path(path).open("rb") as file:
            file.seek(self._positions.get(path, 0))
            text = file.read()
        whole = text[: text.rfind(b"\n") + 1]
        self._positions[path] = self._positions.get(path, 0) + len(whole)
        return [json.loads(line) for line in whole.splitlines()]


def told(findings: list[Finding]) -> str:
    return f"{len(findings)} findings against Microsoft's schema:\n" + "\n".join(map(str, findings))
