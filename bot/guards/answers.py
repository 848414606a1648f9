"""Who is never answered by itself: machines, our own mailbox, and addresses that say they want no answer."""

from __future__ import annotations

import re

from bot.directory import same_mailbox

_NO_PERSON = re.compile(
    r"^(?:(?:[\w.+-]*[._+-])?(?:no|do[._-]?not|dont)[._-]?reply(?:[._+-][\w.+-]*)?|mailer-?daemon|postmaster|bounces?"
    r"(?:[._+-][\w.=+-]*)?|listserv|majordomo|microsoftexchange[0-9a-f]{10,})@",
    re.IGNORECASE,
)


def may_be_answered(address: str, ours: str) -> bool:
    """Whether a receipt may go to an address; `ours` is the mailbox we send from."""
    return "@" in address and not same_mailbox(address, ours) and not _NO_PERSON.match(address)
