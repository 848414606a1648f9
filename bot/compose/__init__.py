"""Templates into mails and papers; the only room that imports jinja2, docxtpl and docx."""

from bot.compose.composer import Composer
from bot.compose.errors import BrokenTemplate
from bot.compose.views import (
    AskView,
    DutyView,
    Mail,
    News,
    NoticeView,
    NudgeView,
    PaperHead,
    PaperKind,
    ReceiptLine,
    ReceiptView,
    SltView,
    Waiting,
    WishView,
)

__all__ = [
    "AskView",
    "BrokenTemplate",
    "Composer",
    "DutyView",
    "Mail",
    "News",
    "NoticeView",
    "NudgeView",
    "PaperHead",
    "PaperKind",
    "ReceiptLine",
    "ReceiptView",
    "SltView",
    "Waiting",
    "WishView",
]
