"""The deed that an action asks for, told as done: "published today" says it all where the action is to publish.

Elsewhere the same words may tell of a step on the way, and are asked about. So they count only in the action's own
verb, of an action that asks for one thing once, and of nothing but what that action names.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from bot.reading.deeds import OF_EACH, ONCE
from bot.reply.beside.counted import with_shares
from bot.reply.beside.harmless import dates_have_passed
from bot.reply.beside.newcomer import as_appointed
from bot.reply.words.times import DAY, MONTH, WEEKDAY

_ASKS = re.compile(r"^\W*(?:to )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_MORE_THAN_ONCE = re.compile(
    r"[,;:&/]|\b(?:and|or|then|every|each|weekly|monthly|quarterly|termly|yearly|annual(?:ly)?|regular(?:ly)?|rolling"
    r"|draft|interim|initial|pilot|phases?|stages?|first|plan)\b",
    re.IGNORECASE,
)
"""What makes of an action more than one deed, or of its deed a step."""
_COUNT = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IS = r"(?:(?:has|have|is|are|was|were|been|now|all|just|finally|also|already|['’](?:s|ve)) )*"
_WHEN = (
    r"(?: (?:today|yesterday|already|now|this (?:morning|afternoon|week)|last (?:night|week|month)"
    rf"|(?:on |last ){WEEKDAY}|(?:on )?(?:the )?{DAY}|on the \d{{1,2}}(?:st|nd|rd|th)|in {MONTH}(?: \d{{4}})?))?"
)
_END = r"(?=\s*(?:$|[.,;!\n]))"


_NOUNS = {
    "appoint": "appointment",
    "audit": "audit",
    "clear": "clearance",
    "consult": "consultation",
    "demolish": "demolition",
    "digitise": "digitisation",
    "evaluate": "evaluation",
    "fit": "fitting",
    "inspect": "inspection",
    "install": "installation",
    "migrate": "migration",
    "procure": "procurement",
    "recruit": "recruitment",
    "refurbish": "refurbishment",
    "replace": "replacement",
    "resurface": "resurfacing",
    "review": "review",
    "survey": "survey",
    "train": "training",
}
"""Verbs and what the deed is called: "review complete" says it all where the action is to review."""
_MAKES = frozenset(("build", "compile", "complete", "construct", "create", "develop", "make", "produce", "refresh"))
"""Verbs of an action that is complete when the thing it names is."""


def in_light_of(action: str, words: str, said_on: date) -> str:
    """`words` with what only the text of `action` makes plain in them said outright."""
    return as_appointed(_as_done(with_shares(words, action), action, said_on), action)


def _as_done(words: str, action: str, said_on: date) -> str:
    """`words` with the deed that `action` asks for, told of the whole, as "completed"."""
    asks = _ASKS.match(action)
    if asks is None or _MORE_THAN_ONCE.search(action):
        return words
    verb = asks["verb"].lower()
    things = frozenset(_THING.findall(action[asks.end() :].lower()))
    done = ONCE.get(verb) or OF_EACH.get(verb)
    noun = _NOUNS.get(verb)

    def completed(found: re.Match[str]) -> str:
        of_what = [word for word in _THING.findall(found["of"].lower()) if word not in _SAID_OF]
        number = (found["count"] or "").lower()
        counted = not number or number in things or not any(map(_NUMBER.fullmatch, things))
        by_name = noun in (word.removesuffix("s") for word in of_what) or (of_what and verb in _MAKES)
        whole = by_name if found["state"] else found["all"] or verb in ONCE
        told = things.union((noun, f"{noun}s")).issuperset(of_what) and counted and whole
        return (
            f"{found['before']}completed{found['when']}"
            if told and dates_have_passed(found["when"], said_on)
            else found[0]
        )

    return _told(done).sub(completed, words) if done or noun or verb in _MAKES else words


@cache
def _told(done: str | None) -> re.Pattern[str]:
    """What tells of a deed: `done` is the form of its own verb, if it has one."""
    return re.compile(
        rf"(?P<before>^|[.;!\n]\s*)(?P<all>all (?:of )?(?:the |our )?(?:(?P<count>{_COUNT}) ?)?)?"
        rf"(?P<of>(?:[\w'’-]+ ){{0,4}}?)"
        rf"{_IS}(?:{done or '(?!)'}|(?P<state>complete|completed|done|finished))(?P<when>{_WHEN}){_END}",
        re.IGNORECASE,
    )


_NUMBER = re.compile(_COUNT)
_THING = re.compile(r"[a-z0-9][\w'’-]*")
_SAID_OF = frozenset(
    (
        *("it", "this", "that", "they", "these", "the", "our", "a", "an", "all", "of", "them", "we've", "yes"),
        *("is", "are", "was", "were", "has", "have", "been", "now", "just", "finally"),
    )
)
