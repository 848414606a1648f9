"""What of a faulty configuration can be used all the same: for looking at everything else in one round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from bot.settings.sections import Settings

_MOST = 200
"""Faulty keys that are taken out, one after another, before we give up."""


def rest_of(raw: Mapping[str, Any], given: Mapping[str, object]) -> Settings | None:
    """The settings without the keys that are at fault, for looking only: nothing may be sent by them.

    None where what remains does not say where to look.
    """
    kept = deepcopy(dict(raw))
    for _ in range(_MOST):
        try:
            return Settings.model_validate({**kept, **given})
        except ValidationError as error:
            if not _take_out(kept, error.errors()[0]["loc"]):
                return None
    return None


def _take_out(kept: dict[str, Any], place: Sequence[str | int]) -> bool:
    """Remove what stands at a place, or what lacks it; False where that is the whole file."""
    inside: list[tuple[Any, Any]] = []
    at: Any = kept
    part: Any
    for part in place:
        if not (isinstance(part, int) and isinstance(at, list)) and not (isinstance(at, dict) and part in at):
            break
        inside.append((at, part))
        at = at[part]
    if not inside:
        return False
    holder, part = inside[-1]
    del holder[part]
    return True
