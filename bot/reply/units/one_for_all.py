"""One person named for several actions of which we asked who it should be: "Ann Lee for both", "all to Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.reading.numbers import NUMBER_WORDS
from bot.reply.meaning.who import read_who
from bot.reply.refs.actions import Mentioned
from bot.reply.units import groups
from bot.reply.units.unit import Unit

_COUNT = rf"(?:(?!one\b)(?:{NUMBER_WORDS})|\d\d?)"
_ALL = (
    rf"(?P<all>(?:both|all|everything|(?:all )?(?:the )?(?:others?|rest|other {_COUNT}))(?: {_COUNT})?)\b"
    r"(?: (?:of )?(?:them|these|those)\b)?(?: (?:actions?|ones?|items?)\b)?"
)
_AS_OF_ONE = (
    (re.compile(rf"^\W*(?:for |on )?{_ALL}\s*(?:[:=,]|\s[–—-])\s*", re.IGNORECASE), ""),
    (
        re.compile(
            rf"^\W*(?:please )?(?:(?:pass|give|send) )?{_ALL}"
            r"(?: (?:are|is|sits?|go|goes|should|can|to|now|be|with)\b)*"
            r" (?=(?-i:[A-Z])|\S+@)",
            re.IGNORECASE,
        ),
        "it is ",
    ),
    (re.compile(rf",? (?:for|on) {_ALL}", re.IGNORECASE), ""),
    (re.compile(rf"\b{_ALL}", re.IGNORECASE), "it"),
)
"""Where words speak of all, and what would stand there if they spoke of one."""


def one_for_all(unit: Unit, known: Sequence[Mentioned], named: Collection[str]) -> Unit:
    """A unit that names one person for all actions, or all others, of which we asked who it should be, with these."""
    asked = [each.ref for each in known if each.may_be_meant and each.asks_who]
    if len(asked) < 2 or unit.refs or unit.foreign:
        return unit
    for table, instead in _AS_OF_ONE:
        found = table.search(unit.words)
        refs = groups.meant(found["all"], asked, named) if found else ()
        said = table.sub(instead, unit.words, count=1)
        if refs and read_who(said):
            return replace(unit, said=said, refs=refs, of_all=True)
    return unit
