"""What of a mail a reader sees, and what a reply to it can quote."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.reply.message.html_text import html_to_text
from bot.reply.message.mail import Mail

_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,4000}>|&#?\w{1,8};")


def visible_text(mail: Mail) -> str:
    """The body a reader sees: the plain part, or the HTML part as text."""
    return mail.plain if mail.plain.strip() else html_to_text(mail.html)


def has_unread_words(mail: Mail) -> bool:
    """Whether a mail without visible text holds words all the same: in a message inside it or in broken HTML."""
    body = mail.html[max(0, mail.html.casefold().find("<body")) :]
    return mail.refused or bool(re.search(r"\w{2}", _TAGS.sub(" ", body)))


@lru_cache(maxsize=8)
def quotable(plain: str, html: str) -> str:
    """Everything a reply could quote of a mail: clients quote the HTML part, whose wording may differ a little.

    Those that keep the text alone quote its hidden words as well, such as the preview line of an inbox.
    """
    return "\n\n".join(part for part in (plain, html_to_text(_HIDING.sub("", html))) if part.strip())


def parent_text(mail: Mail) -> str:
    """Everything a reply to `mail` could quote."""
    return quotable(mail.plain, mail.html)
