"""The answers that emulator processes write to a folder, judged as they come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.emulator.contract.answers import Answer, Finding
from tests.emulator.contract.judge import Judge


class Hearing:
    """Reads on from where it stopped. `heard` counts the answers so far."""

    def __init__(self, judge: Judge, folder: Path) -> None:
        self._judge = judge
        self._folder = folder
        self._positions: dict[Path, int] = {}
        self.heard = 0

    def findings(self) -> list[Finding]:
        """What is wrong with the answers written since the last time."""
        new = [Answer(**line) for path in sorted(self._folder.glob("*.jsonl")) for line in self._lines(path)]
        self.heard += len(new)
        return [finding for answer in new for finding in self._judge.findings(answer)]

    def _lines(self, path: Path) -> list[dict[str, Any]]:
        with path.open("rb") as file:
            file.seek(self._positions.get(path, 0))
            text = file.read()
        whole = text[: text.rfind(b"\n") + 1]
        self._positions[path] = self._positions.get(path, 0) + len(whole)
        return [json.loads(line) for line in whole.splitlines()]


def told(findings: list[Finding]) -> str:
    return f"{len(findings)} findings against Microsoft's schema:\n" + "\n".join(map(str, findings))
