"""Templates into mails and papers; the only room that imports jinja2, docxtpl and docx."""

from bot.compose.composer import Composer
from bot.compose.errors import BrokenTemplate
from bot.compose.views import Mail, NudgeView, PaperHead, ReceiptLine, ReceiptView, SltView

__all__ = ["BrokenTemplate", "Composer", "Mail", "NudgeView", "PaperHead", "ReceiptLine", "ReceiptView", "SltView"]
