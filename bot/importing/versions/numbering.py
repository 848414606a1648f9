"""References that stay, whatever numbers a newer document prints. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.directory import fold
from bot.importing.plan_reading import ReadAction
from bot.importing.versions.again import Present

_COUNTED = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,9})")


def as_numbered(
    actions: Sequence[ReadAction], present: Sequence[Present], found: Mapping[int, int]
) -> tuple[ReadAction, ...]:
    """The actions with the references of the list: of one that it holds its own, of a new one one that is free there.

    `found` is action -> row by position, as `find_present` says. Mails that went out name the list's references, so
    the list keeps them when a document is renumbered; what the document prints stands beside.
    """
    listed = {fold(row.ref) for row in present}
    taken = listed | {fold(each.ref) for each in actions if each.ref_printed}
    refs: dict[str, str] = {}
    numbered: list[ReadAction] = []
    for at, action in enumerate(actions):
        ref = action.ref
        if at in found:
            ref = present[found[at]].ref or ref
        elif not action.ref_printed or fold(ref) in listed:
            ref = _free(ref, taken)
        taken.add(fold(ref))
        refs[action.ref] = ref
        beside = action.ref if fold(action.ref) != fold(ref) else ""
        numbered.append(replace(action, ref=ref, ref_in_document=beside))
    return tuple(replace(each, repeat_of=refs.get(each.repeat_of, each.repeat_of)) for each in numbered)


def _free(ref: str, taken: Collection[str]) -> str:
    """A reference, or the next one of its kind behind those that are taken: "3" -> "8", "G.2" -> "G.5"."""
    if fold(ref) not in taken:
        return ref
    counted = _COUNTED.fullmatch(ref)
    stem, number = (counted["stem"], int(counted["number"])) if counted else (f"{ref}.", 2)
    while fold(f"{stem}{number}") in taken:
        number += 1
    return f"{stem}{number}"
