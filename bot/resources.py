"""Where the shipped templates and the reference configuration lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """The shipped folder "templates" or "config"."""
    packed = _HERE / "shipped" / folder
    return packed if packed.is_dir() else _HERE.parent / folder
