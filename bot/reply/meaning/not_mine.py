"""Words that an action is somebody else's ("isn't mine", "that's Lena's", "leave it with her"): they tell no status."""

from __future__ import annotations

import re

from bot.reply.beside.pieces import split_pieces
from bot.reply.words.phrases import NOT_MINE
from bot.reply.words.times import MONTH, WEEKDAY

_NO_NAME = (
    rf"(?!(?i:{WEEKDAY}|{MONTH}|today|tomorrow|yesterday|council|cabinet|committee|government|parliament|it|that|this"
    r"|he|she|what|who|there|here|let|easter|christmas|new|year|spring|summer|autumn|winter)\b)"
)
_NAME = rf"(?-i:{_NO_NAME}[A-Z][^\W\d_]+(?: [A-Z][\w’'-]*[^\W\d_s])?)"
_SOMEBODY = rf"(?:{_NAME}|(?:her|him|them)\b)"
_THIS = r"(?:this|that|it)(?: (?:one|action))?"
_IS = rf"(?:(?:(?:i think|sorry|no|so|and|but|because),? )*(?:{_THIS})?(?:['’]?s|['’]ll be| is| was|is)?(?: now)? ?)"
_NOW = r"(?: (?:now|these days|really|actually|please|not (?:me|us|mine|ours)))*"
_WHOLE = re.compile(
    rf"{_IS}(?:(?:one )?(?:of )?{_NAME}['’]s?(?: (?:one|action|area|job|patch|remit))?"
    rf"|(?:(?:down to|one for|for) (?:{_NAME}|the (?:\w+ ){{1,3}}team))|(?:his|hers|theirs)"
    rf"|under {_NAME}['’]s team|(?<=ll be ){_NAME}){_NOW}"
    rf"|(?:(?:please )?ask )?{_NAME} (?:would|will|should|['’]ll) know"
    rf"|{_NAME} has {_THIS}{_NOW}",
    re.IGNORECASE,
)
"""A piece that says nothing but whose it is."""
_INSIDE = re.compile(
    r"\b(?:isnt|aint|ain['’]t|wasn['’]?t|never|nor|is not|was not) (?:mine|ours)\b"
    r"|\b(?:nothing|not anything) to do with (?:me|us|my team)\b"
    r"|\b(?:i|we) (?:no longer|don['’]?t|do not|never)(?: actually| really)? (?:own|look after|deal with|lead(?: on)?"
    rf"|manage|handle) {_THIS}\b|^\W*(?:i|we) no longer do {_THIS}\b"
    rf"|\bleave(?: {_THIS})? (?:with|for|to) {_SOMEBODY}|\bshould (?:go to|be with|sit with|come from) {_NAME}"
    rf"|\b(?:take|taking) (?:me|us) off {_THIS}\b|\byou(?:['’]d| would)? (?:have to ask|need to ask|need) {_SOMEBODY}"
    rf"|{_NAME} took {_THIS} (?:over|on)\b|{_NAME}['’]?s,? not (?:mine|ours)\b",
    re.IGNORECASE,
)


def is_not_mine(words: str) -> bool:
    """Whether words about an action say that it is somebody else's."""
    return bool(NOT_MINE.search(words) or _INSIDE.search(words) or any(map(_WHOLE.fullmatch, split_pieces(words))))
