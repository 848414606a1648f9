"""The few words that a status is said in, as fingers slip over them."""

from __future__ import annotations

import re

_SLIPS = {
    "done": "dnoe doen odne donne dond",
    "complete": "compelte complte comlete compleat completet copmlete conplete compete",
    "completed": "compelted complted comleted compleated completd compleeted copmleted conpleted completeed competed",
    "finished": "finsihed finishd fnished",
    "progress": "progess porgress progres prgress progresss pogress",
    "track": "trakc trak tarck",
    "ongoing": "ongiong onging",
    "delayed": "delyaed dealyed",
}
_MENDED = {slip: word for word, slips in _SLIPS.items() for slip in slips.split()}
_SLIP = re.compile(rf"\b(?:{'|'.join(_MENDED)})\b", re.IGNORECASE)


def mend(words: str) -> str:
    """`words` with those slips put right; the owner's own words are kept elsewhere, as written."""
    return _SLIP.sub(lambda found: _MENDED[found[0].lower()], words)
