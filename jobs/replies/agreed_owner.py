"""A plan's lead says yes to the person whom an owner named in their stead."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.ledger import Intent
from bot.plan import Action
from bot.policy import ReminderKind, disowned_by
from bot.reply import Decision, Update, agreement_in
from bot.reply.lines import Line
from jobs.kit import Kit
from jobs.people.entitled import Asked
from jobs.people.heard import heard

_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n")


def as_agreed(kit: Kit, answered: Intent, update: Update, shown: Mapping[str, Action], asked: Asked) -> Update:
    """A plain yes as the name that our mail put to its reader, a plain no as that of the owner who says that it is not
    theirs; any other update as it is.

    `shown` are the actions of that mail by label, `asked` what it asked of the sender. A yes without a reference counts
    where the mail spoke of one action only.
    """
    ref = update.ref or (next(iter(shown)) if len(shown) == 1 else "")
    action = shown.get(ref)
    if action is None or asked.get(action.key) is not ReminderKind.ASK_WHO:
        return update
    agrees = _agrees(update.comment, ref)
    if agrees is None:
        return update
    found = disowned_by(action, heard(kit).get(action.key, ()))
    if found is None or found[1].named is None:
        return update
    owner, named = found[0], found[1].named
    # What was named since we asked was never put to whom we asked.
    if f"Should we ask {named.name} from now on?" not in " ".join(answered.text.split()):
        return update
    now = named if agrees else owner
    return Update(
        ref, comment=update.comment, rule="agrees to the owner", decision=Decision.APPLY, owner=(now.address,)
    )


def _agrees(words: str, ref: str) -> bool | None:
    own = re.sub(rf"^\s*{re.escape(ref)}\s*[:.–-]?\s*", "", words, count=1, flags=re.IGNORECASE)
    return agreement_in([Line(line) for line in _SENTENCE_ENDS.split(own)])
