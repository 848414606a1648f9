"""The one fault that reading a document ends in."""

from __future__ import annotations


class UnreadableDocument(Exception):
    """A document that no action plan can be read from; the message says why and what to do, on one line."""

    def __init__(self, sentence: str) -> None:
        super().__init__("".join(letter if letter.isprintable() else "?" for letter in sentence))
