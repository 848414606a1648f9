"""Whether words answer our question who else an action should be asked of, though no name in them is read."""

from __future__ import annotations

import re

from bot.reply.meaning.read_words import POINTS_ELSEWHERE
from bot.reply.meaning.said import UNREAD, Said
from bot.reply.meaning.who import read_who

TELLS_NOTHING = frozenset({UNREAD, POINTS_ELSEWHERE})
"""Rules of words in which nothing of the action was read."""
_OF_SOMEBODY = re.compile(
    r"\b(?:s?he|they|hers?|him|his|theirs?|them|somebody|someone|anybody|whoever|who|colleagues?|teams?|departments?"
    r"|directorates?|directors?|managers?|officers?|lead|told|said|named)\b|(?-i:\w [A-Z][a-z]|^\W*[A-Z][a-z]+\W*$)",
    re.IGNORECASE,
)
_OF_OUR_WORK = re.compile(r"\b(?:we|our|i['’]ve|i have)\b", re.IGNORECASE)


def says_whose(words: str, plain: Said) -> bool:
    """Whether words, which read `plain`, name somebody, or speak of somebody and of no work."""
    if plain.status or plain.snooze:
        return False
    of_somebody = plain.rule in TELLS_NOTHING and _OF_SOMEBODY.search(words) and not _OF_OUR_WORK.search(words)
    return bool(read_who(words) or of_somebody)
