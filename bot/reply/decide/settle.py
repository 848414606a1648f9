"""Who sent it decides how far a reading may go by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from bot.reply.decide.update import Decision, Update
from bot.reply.message.trust import Trust


class Role(StrEnum):
    """What the sender is to an action: an owner or asked in an owner's place, told from above, or anybody else.

    Whoever stands above was told because the owners kept silent. Applied, an answer from above would hide that they
    never answered, and may rest on less than they know: it is kept as words, and the owners are still asked.
    """

    OWNER = "owner"
    ABOVE = "above"
    OTHER = "other"


_ANSWERS_FOR_OWNER = (
    "The plan does not name you for this action. Are you answering for its owner? A colleague checks it then."
)
_TELL_THE_OWNER = "The plan changes by its owner's own answer: a word from you to them helps most."

# (trust, role) -> the most that may happen, and why not more
_CEILING = {
    (Trust.INTERNAL, Role.OWNER): (Decision.APPLY, ""),
    (Trust.AUTHENTICATED, Role.OWNER): (Decision.APPLY, ""),
    (Trust.INTERNAL, Role.ABOVE): (Decision.NOTE, _TELL_THE_OWNER),
    (Trust.AUTHENTICATED, Role.ABOVE): (Decision.HOLD, "the sender was told of the action and does not own it"),
    (Trust.INTERNAL, Role.OTHER): (Decision.ASK, _ANSWERS_FOR_OWNER),
    (Trust.AUTHENTICATED, Role.OTHER): (
        Decision.HOLD,
        "the sender is neither a colleague nor one of the action's people",
    ),
}
_NOBODY_VOUCHES = {
    Trust.UNVERIFIED: (Decision.HOLD, "nobody vouches for the sender"),
    Trust.FAILED: (Decision.HOLD, "the sender is not who the mail says"),
}
_RANK = {Decision.APPLY: 0, Decision.ASK: 1, Decision.NOTE: 2, Decision.HOLD: 3}


def settle(updates: Sequence[Update], trust: Trust, role: Role) -> tuple[Update, ...]:
    """The updates with their decisions lowered to what this sender may do.

    Call it once for each action's updates where the sender's role is not the same for all of them. What somebody above
    the owners says is no answer to a question of ours, whatever could be read in it.
    """
    ceiling, reason = _NOBODY_VOUCHES.get(trust) or _CEILING[trust, role]
    return tuple(
        replace(update, decision=ceiling, reason=reason) if _RANK[update.decision] < _RANK[ceiling] else update
        for update in updates
    )
