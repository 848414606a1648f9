"""What a card of a nudge says about its action. Pure."""

from bot.compose.sentences.card import about, chip, due, update
from bot.compose.sentences.ladder import warning
from bot.compose.sentences.written import question, takes_yes

__all__ = ["about", "chip", "due", "question", "takes_yes", "update", "warning"]
