"""Names run together, seen by what else a document names: "Cllr Abara Wren Holt", where "Wren Holt" has other rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.reading.owners.explain import ExplainedOwners
from bot.reading.owners.kinds import is_councillor, is_person

_TITLE_AND_SURNAME = 2


def with_names_apart(found: Mapping[str, ExplainedOwners]) -> dict[str, ExplainedOwners]:
    """The readings of a document's owner cells, a councillor's name parted from that of somebody named alone elsewhere.

    A title with one name behind it may be all of a councillor; before another full name of the document it is.
    """
    known = {party for each in found.values() for party in each.reading.owners if is_person(party)}
    return {words: _apart(each, known) for words, each in found.items()}


def _apart(found: ExplainedOwners, known: set[str]) -> ExplainedOwners:
    parties = tuple(dict.fromkeys(name for party in found.reading.owners for name in _names(party, known)))
    if parties == found.reading.owners:
        return found
    return replace(found, reading=replace(found.reading, owners=parties), rule="names run together")


def _names(party: str, known: set[str]) -> tuple[str, ...]:
    tokens = party.split()
    behind = " ".join(tokens[_TITLE_AND_SURNAME:])
    if len(tokens) > _TITLE_AND_SURNAME + 1 and is_councillor(tokens) and behind in known:
        return " ".join(tokens[:_TITLE_AND_SURNAME]), behind
    return (party,)
