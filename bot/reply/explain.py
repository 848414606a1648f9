"""A reply explained as JSON, for people who ask how a mail would be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from bot.reading.shapes import due_json
from bot.reply.decide.settle import Role, settle
from bot.reply.decide.update import Update
from bot.reply.decide.updates import UNREADABLE, read_lines
from bot.reply.message.classify import MailClass
from bot.reply.message.mail import Mail
from bot.reply.message.shown import has_unread_words, parent_text, visible_text
from bot.reply.message.trust import Trust
from bot.reply.refs.actions import Mentioned, actions_in
from bot.reply.text.extract import Extract, extract
from bot.reply.text.signature import signer_of


def read_mail(
    mail: Mail, parent: str | None, known: Sequence[Mentioned], said_on: date, names: Sequence[str] = ()
) -> tuple[Extract, tuple[Update, ...]]:
    """The newly written part of a mail and its updates; only a reply is read, other classes give none.

    `names` are what else the sender is known by, besides the name and the address that the mail itself carries.
    """
    if mail.mail_class is not MailClass.REPLY:
        return Extract(()), ()
    seen = visible_text(mail)
    if not seen.strip() and has_unread_words(mail):
        return Extract(()), (UNREADABLE,)
    found = extract(seen, parent, [each for each in known if each.asked], signer_of(mail.sender, names))
    return found, read_lines(found.lines, mail.subject, known, said_on, doubt=found.doubt)


def reply_json(mail: Mail, parent: Mail | None) -> dict[str, Any]:
    """The reading of `mail`, an answer to `parent`, in the shape of `explain reply --json`.

    A saved mail often lacks the receiving server's verdict; then the words alone decide. A failed verdict holds, and a
    sender to whom the parent was not sent is asked about.
    """
    quoted = parent_text(parent) if parent else None
    known = actions_in(quoted or "")
    found, updates = read_mail(mail, quoted, known, said_on(mail))
    if mail.mail_class is MailClass.REPLY:
        updates = settle(updates, *_standing(mail, parent))
    return {"class": mail.mail_class.value, "text": found.text, "updates": [_update_json(update) for update in updates]}


def said_on(mail: Mail) -> date:
    """The day a mail was written, by its own clock; relative dates count from it."""
    return (mail.date or datetime(1970, 1, 1, tzinfo=UTC)).date()


def _standing(mail: Mail, parent: Mail | None) -> tuple[Trust, Role]:
    addressed = parent is None or not parent.recipients or mail.sender.address in parent.recipients
    role = Role.OWNER if addressed else Role.OTHER
    return Trust.INTERNAL if mail.trust is Trust.UNVERIFIED else mail.trust, role


def _update_json(update: Update) -> dict[str, Any]:
    return {
        "ref": update.ref or None,
        "status": update.status.value if update.status else None,
        "due": due_json(update.due) if update.due else None,
        "comment": update.comment,
        "rule": update.rule,
        "decision": update.decision.value,
    }
