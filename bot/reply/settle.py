"""Who sent it decides how far a reading may go by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reply.trust import Trust
from bot.reply.updates import Decision, Update

# (trust, is one of the action's people) -> the most that may happen, and why not more
_CEILING = {
    (Trust.INTERNAL, True): (Decision.APPLY, ""),
    (Trust.AUTHENTICATED, True): (Decision.APPLY, ""),
    (Trust.INTERNAL, False): (
        Decision.ASK,
        "The plan does not name you for this action. Are you answering for its owner? A colleague checks it then.",
    ),
    (Trust.AUTHENTICATED, False): (Decision.HOLD, "the sender is neither a colleague nor one of the action's people"),
    (Trust.UNVERIFIED, True): (Decision.HOLD, "nobody vouches for the sender"),
    (Trust.UNVERIFIED, False): (Decision.HOLD, "nobody vouches for the sender"),
    (Trust.FAILED, True): (Decision.HOLD, "the sender is not who the mail says"),
    (Trust.FAILED, False): (Decision.HOLD, "the sender is not who the mail says"),
}
_RANK = {Decision.APPLY: 0, Decision.ASK: 1, Decision.HOLD: 2}


def settle(updates: Sequence[Update], trust: Trust, is_owner: bool) -> tuple[Update, ...]:
    """The updates with their decisions lowered to what this sender may do; `is_owner` covers owners and their deputies.

    Call it once for each action's updates where the sender owns some of the actions only.
    """
    ceiling, reason = _CEILING[trust, is_owner]
    return tuple(
        replace(update, decision=ceiling, reason=reason) if _RANK[update.decision] < _RANK[ceiling] else update
        for update in updates
    )
