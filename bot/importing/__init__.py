"""Documents -> the actions in them, with a question wherever a person must decide."""

from bot.importing.errors import UnreadableDocument
from bot.importing.plan_reading import PlanReading, ReadAction
from bot.importing.reader import read_plan
from bot.importing.versions.again import Present, doubts, find_present
from bot.importing.versions.newer import Move, Newer, Said, newer
from bot.importing.versions.numbering import as_numbered

__all__ = [
    "Move",
    "Newer",
    "PlanReading",
    "Present",
    "ReadAction",
    "Said",
    "UnreadableDocument",
    "as_numbered",
    "doubts",
    "find_present",
    "newer",
    "read_plan",
]
