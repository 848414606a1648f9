"""The words of a yes, in one table: each with the questions to which it is one."""

from __future__ import annotations

_TABLE = (
    ("yes", "sure said told lead named"),
    ("yep|yup|yeah|aye", "sure said told lead named"),
    ("correct", "sure said told lead"),
    ("confirmed", "sure said told"),
    ("absolutely|definitely|exactly", "sure said"),
    ("ie|ydy", "said"),
    ("agreed", "said told lead named"),
    ("agree|approved|i agree", "lead"),
    ("ok|okay|sure", "lead named"),
    ("i(?:['’]m| am) happy|happy", "lead"),
)
"""`sure` bends nothing behind it, `said` is a whole answer, `told` stands anywhere in one, `lead` is a lead's,
`named` opens a consent."""


def yes_of(width: str) -> str:
    """The words that are a yes of a width, parted by strokes."""
    return "|".join(words for words, widths in _TABLE if width in widths.split())
