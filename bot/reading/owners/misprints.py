"""Words of posts one letter off, known for what they are; the party stays as it is written."""

from __future__ import annotations

from bot.reading.misprints import one_letter_off

_POSTS = (
    *("manager", "officer", "director", "executive", "coordinator", "committee", "secretary", "treasurer"),
    *("councillor", "supervisor", "solicitor", "surveyor", "accountant", "assistant", "administrator"),
)
"""Words so long that a word one letter off them can hardly mean another."""
_OTHER_WORDS = frozenset(
    {"office", "offices", "managed", "manages", "committed", "assistance", "accountants", "directory"}
)
_SHORTEST = min(map(len, _POSTS)) - 1


def mended(word: str) -> str:
    """A word in small letters as it is spelt, where it is one letter off a post's: "manger", "offcier"."""
    if len(word) < _SHORTEST or word in _OTHER_WORDS or word.removesuffix("s") in _POSTS:
        return word
    return next((post for post in _POSTS if one_letter_off(word, post)), word)
