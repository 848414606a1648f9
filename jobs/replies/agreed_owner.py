"""An owner names somebody in their stead by a name alone, and the plan's lead says yes to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.ledger import Intent
from bot.plan import Action, Person
from bot.policy import ReminderKind, disowned_by
from bot.reply import Decision, Mentioned, Update, agreement_in
from bot.reply.lines import Line
from bot.reply.meaning.read_words import NOT_MINE
from bot.reply.meaning.who import read_who
from jobs.kit import Kit
from jobs.people.entitled import Asked
from jobs.people.heard import heard

_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n")
_UNPLACED = "thanks"
"""The rule of a reply that no question but ours whose it is takes for an answer."""


def as_agreed(
    kit: Kit, answered: Intent, update: Update, lines: Sequence[Line], shown: Mapping[str, Action], asked: Asked
) -> Update:
    """A plain yes as the name that our mail put to its reader, a plain no as that of the owner who says that it is not
    theirs; any other update as it is.

    `lines` are those of the reply, `shown` the actions of that mail by label, `asked` what it asked of the sender. A
    yes without a reference counts where the mail put one such question, and no other that a yes answers.
    """
    agrees = _agrees(update.comment, update.ref)
    if agrees is None and not update.ref:
        agrees = agreement_in(lines)
    if agrees is None or update.owner:
        return update
    open_to_all = update.rule == _UNPLACED or len(shown) == 1
    refs = [update.ref] if update.ref else [*shown] if open_to_all else []
    put = [(ref, pair) for ref in refs if (pair := _put(kit, answered, shown.get(ref), asked))]
    if len(put) != 1:
        return update
    [(ref, (owner, named))] = put
    now = named if agrees else owner
    return Update(
        ref, comment=update.comment, rule="agrees to the owner", decision=Decision.APPLY, owner=(now.address,)
    )


def as_named(update: Update, known: Sequence[Mentioned]) -> Update:
    """A name alone as that of the one action of which our mail asked its owner who it should be instead."""
    asked = [each.ref for each in known if each.may_be_meant and each.question and each.question.who_instead]
    if update.ref or update.decision is not Decision.ASK or len(asked) != 1 or not read_who(update.comment):
        return update
    return Update(asked[0], comment=update.comment, rule=NOT_MINE.rule, decision=Decision.ASK, reason=NOT_MINE.doubt)


def _put(kit: Kit, answered: Intent, action: Action | None, asked: Asked) -> tuple[Person, Person] | None:
    """Who says that an action is not theirs, and whom our mail put to its reader instead; None where it put nobody."""
    if action is None or asked.get(action.key) is not ReminderKind.ASK_WHO:
        return None
    found = disowned_by(action, heard(kit).get(action.key, ()))
    if found is None or found[1].named is None:
        return None
    owner, named = found[0], found[1].named
    # What was named since we asked was never put to whom we asked.
    return (owner, named) if f"Should we ask {named.name} from now on?" in " ".join(answered.text.split()) else None


def _agrees(words: str, ref: str) -> bool | None:
    own = re.sub(rf"^\s*{re.escape(ref)}\s*[:.–-]?\s*", "", words, count=1, flags=re.IGNORECASE)
    return agreement_in([Line(line) for line in _SENTENCE_ENDS.split(own)])
