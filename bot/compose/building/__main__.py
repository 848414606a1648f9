"""Writes the templates anew."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.compose.building.package import build
from bot.compose.views import PaperKind

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).resolve().parents[3] / "templates"
    for kind in PaperKind:
        (folder / kind.template).write_bytes(build(kind))
