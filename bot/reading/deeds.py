"""Deeds that end what an action asks for, and how they are told as done: to publish, and "published"."""

from __future__ import annotations

ONCE = {
    "abolish": "abolished",
    "adopt": "adopted",
    "appoint": "appointed",
    "buy": "bought",
    "circulate": "circulated",
    "demolish": "demolished",
    "fit": "fitted",
    "install": "installed",
    "introduce": "introduced",
    "issue": "issued",
    "launch": "launched",
    "migrate": "migrated",
    "open": "opened",
    "plant": "planted",
    "procure": "procured",
    "publish": "published",
    "purchase": "purchased",
    "recruit": "recruited",
    "repair": "repaired",
    "repaint": "repainted",
    "replace": "replaced",
    "replant": "replanted",
    "resurface": "resurfaced",
    "send": "sent",
    "sign": "signed",
    "submit": "submitted",
    "write": "written",
}
"""Verbs whose deed ends an action, and the form in which it is told as done."""
OF_EACH = {
    "inspect": "inspected",
    "survey": "surveyed",
    "train": "trained",
    "visit": "visited",
    "audit": "audited",
    "test": "tested",
    "brief": "briefed",
    "register": "registered",
}
"""Verbs of what is done to many, one after the other: they end an action only where they are said of all."""
BY_HAND = frozenset(
    (
        *("cleaned", "cleared", "erected", "filed", "fixed", "laid", "mended", "paid", "painted", "posted"),
        *("removed", "returned", "delivered", "emptied", "trimmed", "pruned", "mown", "hung", "unveiled"),
        "live",
    )
)
"""Further deeds that leave nothing to do, as minutes of small councils tell them."""

_IRREGULAR = {
    "build": "built", "bring": "brought", "draw": "drawn", "find": "found", "get": "got", "give": "given",
    "hold": "held", "lay": "laid", "let": "let", "make": "made", "meet": "met", "pay": "paid", "put": "put",
    "run": "run", "sell": "sold", "set": "set", "shut": "shut", "take": "taken",
}  # fmt: skip


def told_as_done(verb: str) -> frozenset[str]:
    """The forms in which the deed of `verb`, in small letters, is told as done: "mended", "held", "tried", "fitted"."""
    own = ONCE.get(verb) or OF_EACH.get(verb) or _IRREGULAR.get(verb)
    stem = f"{verb[:-1]}ied" if verb.endswith("y") else f"{verb}{verb[-1]}ed"
    return frozenset(filter(None, (own, f"{verb.removesuffix('e')}ed", stem)))
