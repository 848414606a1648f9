"""A mail and its parent -> updates and decisions. Pure rules, but for the parsers of MIME and HTML.

The stations of a mail, a room each (docs/replies.md tells more): `message` opens it, `text` finds the sender's own
lines, `refs` and `units` which action each stretch of them is about, `words`, `beside` and `meaning` what it says of
that action, `decide` what becomes of it. `explain` goes the whole way.
"""

from bot.reply.beside.around_date import is_only_date
from bot.reply.decide.settle import Role, settle
from bot.reply.decide.undo import Undo, find_undo
from bot.reply.decide.update import Decision, Update, within_bound
from bot.reply.decide.updates import NONE_OF_THEIRS, read_lines, read_updates
from bot.reply.explain import read_mail, reply_json, said_on
from bot.reply.meaning.answers import is_bare_yes
from bot.reply.meaning.question import FOR_DATE, Question, asked_back, check_in
from bot.reply.meaning.said import WHERE
from bot.reply.message.attached import Attached, attached_files
from bot.reply.message.away import Away, note_of, read_away
from bot.reply.message.bounce import DeliveryReport, is_vouched_for
from bot.reply.message.classify import MailClass
from bot.reply.message.mail import Mail, open_mail
from bot.reply.message.shown import parent_text, quotable, visible_text
from bot.reply.message.token import check, find_tokens, key_of, mint
from bot.reply.message.trust import Trust
from bot.reply.refs.actions import Mentioned, actions_in
from bot.reply.text.extract import Extract, extract

__all__ = [
    "FOR_DATE",
    "NONE_OF_THEIRS",
    "WHERE",
    "Attached",
    "Away",
    "Decision",
    "DeliveryReport",
    "Extract",
    "Mail",
    "MailClass",
    "Mentioned",
    "Question",
    "Role",
    "Trust",
    "Undo",
    "Update",
    "actions_in",
    "asked_back",
    "attached_files",
    "check",
    "check_in",
    "extract",
    "find_tokens",
    "find_undo",
    "is_bare_yes",
    "is_only_date",
    "is_vouched_for",
    "key_of",
    "mint",
    "note_of",
    "open_mail",
    "parent_text",
    "quotable",
    "read_away",
    "read_lines",
    "read_mail",
    "read_updates",
    "reply_json",
    "said_on",
    "settle",
    "visible_text",
    "within_bound",
]
