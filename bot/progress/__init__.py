"""The progress column: one entry an answer, "2 October 2017, Sam Okoro: we meet on Friday", the latest last. Pure.

What a document said stands first, "2 October 2017, imported from plan.docx: tender out".
"""

from bot.progress.read import Entry, Handover, agreed_until, days_of, handover, is_agreement, latest, told_on
from bot.progress.without_ref import without_ref
from bot.progress.written import (
    CUT,
    LONGEST,
    decided,
    entry,
    imported,
    named,
    on_when_to_be_reminded,
    on_whose_it_is,
    reason_given,
    settled,
    stays,
    to_our_question,
    took_back,
    unchecked,
)

__all__ = [
    "CUT",
    "LONGEST",
    "Entry",
    "Handover",
    "agreed_until",
    "days_of",
    "decided",
    "entry",
    "handover",
    "imported",
    "is_agreement",
    "latest",
    "named",
    "on_when_to_be_reminded",
    "on_whose_it_is",
    "reason_given",
    "settled",
    "stays",
    "to_our_question",
    "told_on",
    "took_back",
    "unchecked",
    "without_ref",
]
