"""Documents -> the actions in them, with a question wherever a person must decide."""

from bot.importing.errors import UnreadableDocument
from bot.importing.plan_reading import PlanReading, ReadAction
from bot.importing.reader import read_plan

__all__ = ["PlanReading", "ReadAction", "UnreadableDocument", "read_plan"]
