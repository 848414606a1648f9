"""A mail and its parent -> updates and decisions. Pure rules, but for the parsers of MIME and HTML.

The way through: `open_mail` -> (tokens, trust, class) -> `read_mail` (subtract the parent, mark lines, read clauses) ->
`settle` (what this sender may do).
"""

from bot.reply.agree import agreement_in
from bot.reply.attached import Attached, attached_files
from bot.reply.away import Away, note_of, read_away
from bot.reply.bounce import DeliveryReport, is_vouched_for
from bot.reply.classify import MailClass
from bot.reply.extract import Extract, extract, parent_text, quotable, visible_text
from bot.reply.mail import Mail, open_mail
from bot.reply.questions import FOR_DATE, Question, asked_back, check_in
from bot.reply.refs import Mentioned, actions_in
from bot.reply.report import read_mail, reply_json, said_on
from bot.reply.settle import Role, settle
from bot.reply.token import check, find_tokens, key_of, mint
from bot.reply.trust import Trust
from bot.reply.undo import Undo, find_undo
from bot.reply.updates import Decision, Update, read_lines, read_updates, within_bound

__all__ = [
    "FOR_DATE",
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
    "agreement_in",
    "asked_back",
    "attached_files",
    "check",
    "check_in",
    "extract",
    "find_tokens",
    "find_undo",
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
