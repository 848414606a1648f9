"""Documents -> the actions in them, with a question wherever a person must decide."""

from bot.importing.again import Present, find_present, is_strange
from bot.importing.errors import UnreadableDocument
from bot.importing.plan_reading import PlanReading, ReadAction
from bot.importing.reader import read_plan

__all__ = ["PlanReading", "Present", "ReadAction", "UnreadableDocument", "find_present", "is_strange", "read_plan"]
