"""Actions that say they repeat another: linked to it, so that nobody is asked twice about one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.importing.plan_reading import ReadAction

_ALIKE = 0.8
_REPEAT = re.compile(
    r"\s*\(?\s*(?:this\s(?:is\s)?(?:a\s)?|a\s)?(?:repeat(?:s|ed)?|duplicate[sd]?|same\sas|identical\sto)(?:\s(?:of"
    r"|from|to|as))?\s(?:the\s)?"
    r"(?:actions?|recommendations?|items?|no\.?|ref\.?|number)?\s*(?P<refs>\w{0,4}\.?\(?\w{1,6}\)?(?:\s?(?:and|,|&"
    r"|/)\s?\w{0,4}\.?\w{1,6}){0,4}?)\s*(?:above|below)?\s*\.?\s*\)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Repeat:
    """An action's text without its declaration, and the refs it declares to repeat."""

    text: str
    refs: tuple[str, ...] = ()


def declared_repeat(text: str) -> Repeat:
    """ "... (repeat of action 2ii above)" -> the text before it, and "2ii"."""
    tail = text[-200:]
    match = _REPEAT.search(tail)
    if not match or not re.search(r"\d|\b[ivx]+\b", match["refs"]):
        return Repeat(text)
    refs = re.split(r"\s*(?:\band\b|,|&|/)\s*", match["refs"])
    return Repeat(
        text[: len(text) - len(tail) + match.start()].strip(),
        tuple(ref if "(" in ref else ref.rstrip(")") for ref in refs if ref),
    )


def link_repeats(actions: list[ReadAction], repeats: list[Repeat]) -> tuple[tuple[ReadAction, ...], list[str]]:
    """Each declared repeat linked to the first action it repeats; a question where the words point elsewhere."""
    words = [_words(action.action) for action in actions]
    by_key = {_key(action.ref): at for at, action in reversed(list(enumerate(actions)))}
    linked, questions = list(actions), []
    for at, repeat in enumerate(repeats):
        if not repeat.refs:
            continue
        named = [by_key[_key(ref)] for ref in repeat.refs if _key(ref) in by_key and by_key[_key(ref)] != at]
        fitting = [each for each in named if _alike(words[each], words[at])]
        same = [each for each in range(len(actions)) if each != at and _alike(words[each], words[at])]
        target = min(fitting + same, default=named[0] if named else None)
        ref = actions[at].ref
        if target is None:
            questions.append(
                f"{ref} says that it repeats {', '.join(repeat.refs)}, and there is no such action: which is meant?"
            )
            continue
        linked[at] = replace(actions[at], repeat_of=actions[target].ref)
        if not fitting:
            questions.append(
                f"{ref} says that it repeats {', '.join(repeat.refs)}, and its words are those of "
                f"{actions[target].ref}: taken as that."
            )
    return tuple(linked), questions


def _key(ref: str) -> str:
    return re.sub(r"[^a-z0-9]", "", ref.lower())


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return bool(both) and both / len(one | other) >= _ALIKE
