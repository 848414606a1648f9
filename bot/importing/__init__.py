"""Documents -> the actions in them, with a question wherever a person must decide."""

from bot.importing.errors import UnreadableDocument
from bot.importing.plan_reading import PlanReading, ReadAction
from bot.importing.reader import read_plan
from bot.importing.versions.again import Present, as_numbered, find_present, is_strange
from bot.importing.versions.newer import Move, Newer, Said, newer

__all__ = [
    "Move",
    "Newer",
    "PlanReading",
    "Present",
    "ReadAction",
    "Said",
    "UnreadableDocument",
    "as_numbered",
    "find_present",
    "is_strange",
    "newer",
    "read_plan",
]
