"""What each foreseen fault means at the command line: its exit code and its sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterable

WELL, MEND, WRONG_USAGE, NO_TENANT = 0, 1, 2, 3

# Looked up by name: a fault can only come from a room that has been imported, and the command line imports late.
_CODES: tuple[tuple[str, str, int], ...] = (
    ("bot.settings", "SettingsAtFault", MEND),
    ("jobs.kit", "JobRefused", MEND),
    ("bot.ledger", "LedgerUnusable", MEND),
    ("bot.ledger", "LedgerBusy", MEND),
    ("bot.compose", "BrokenTemplate", MEND),
    ("bot.importing", "UnreadableDocument", MEND),
)


def exit_code(unreached: Iterable[bool]) -> int:
    """The exit code of several faults, of each whether only the tenant is to blame: what can be mended comes first."""
    blames = list(unreached)
    return WELL if not blames else NO_TENANT if all(blames) else MEND


def exit_code_and_sentence(error: Exception) -> tuple[int, str] | None:
    """The exit code and what to tell the admin, or None for a fault of our own."""
    for module, name, code in _CODES:
        kind = getattr(sys.modules.get(module), name, None)
        if kind is not None and isinstance(error, kind):
            return code, f"planminder: {error}"
    tenant_error = getattr(sys.modules.get("bot.m365"), "TenantError", None)
    if tenant_error is not None and isinstance(error, tenant_error):
        return (MEND if error.mendable else NO_TENANT), f"planminder: {error}"
    if isinstance(error, OSError) and error.filename:
        return MEND, f"planminder: {error.filename}: {error.strerror}"
    return None
