"""What is said of several actions, with these behind it or somebody before it, as if it began with them."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS
from bot.reply.words.times import MONTH

_MANY = rf"(?!one\b)(?:{NUMBER_WORDS})"
THANKS = r"(?:,? (?:please|thanks|thank you|cheers|ta))?"
_YES_TO_ALL = re.compile(
    r"^\W*(?P<yes>yes|yep|yeah|correct|confirmed|agreed)(?: please)?,? (?:(?:to|for|on) )?"
    rf"(?P<who>both|all(?: (?:{_MANY}))?|everything|each)"
    rf"(?: (?:of )?(?:them|these|those|the questions|questions|actions))?(?P<rest>{THANKS})[\s.,!]*$",
    re.IGNORECASE,
)
"""One yes for all ("yes to both", "yes, all of them")."""
_ALL = rf"(?:both|all(?: (?:{_MANY}|\d\d?\b))?)"
_BEHIND = re.compile(
    rf"^(?P<said>[^.,;:\n]{{2,40}}?)(?: (?:with|on|for) (?:(?P<who>{_ALL}|everything)|any|each"
    rf"|(?P<two>either))(?: of (?:them|these|those|the (?:{_MANY})))?(?=\W*$|,|\s+(?:since|yet|at)\b)"
    rf"|(?:,| [–-]) (?P<last>{_ALL})(?: of (?:them|these|those))?(?={THANKS}\W*$))",
    re.IGNORECASE,
)
_SAME = re.compile(
    rf"^\W*(?:(?:it['’]?s|it is) )?(?:the |my |our )?(?:same |new |revised )*(?:answer|date|deadline|story|position"
    r"|reply|response|status|state of play|update)s? (?:is the same )?(?:for|on|with|to|applies to) "
    rf"(?P<who>{_ALL}|each)(?: of (?:them|these))?,?(?: I['’]m afraid| please| sorry)?"
    rf"\s*(?:[:,–-]|\b(?:is|are|remains|as|should be|will be)\b)\s*(?P<said>[^.]*(?=\b(?:{MONTH}|\d))|)",
    re.IGNORECASE,
)
"""One answer for all ("same answer for both: end of June")."""
_PASSED_ON = re.compile(
    r"^\W*(?:[\w'’ ]{3,50},? (?:and|but) )?(?:(?:s?he|they|(?-i:[A-Z])[\w'’]+) (?:says?|said|confirms?|confirmed|tells"
    r" me|told me"
    r"|reports?)(?: that)? |(?=(?:the |my |our )?(?:answer|position|status|update) (?:for|on|to) ))"
    r"(?=(?:both|all|everything|the answer|the position|the status|the update)\b)",
    re.IGNORECASE,
)
"""What somebody was asked, or says, before what is said of all."""


def passed_on(words: str) -> str:
    """What somebody else is told to say of all ("I have asked Kit and she says both are on track"); "" for none."""
    lead = _PASSED_ON.match(words)
    return words[lead.end() :] if lead and lead.end() else ""


def put_in_front(words: str) -> str:
    """ "On track with both, thanks" with those it is said of in front: "both on track, thanks"."""
    same = _SAME.match(words)
    if same:
        joint = "to " if same["said"] or re.match(r"\W*(?:the )?\d", words[same.end() :]) else ""
        return f"{same['who']} {joint}{same['said']}{words[same.end() :]}"
    yes = _YES_TO_ALL.match(words)
    if yes:
        return f"{yes['who'].replace('each', 'all')} {yes['yes'].lower()}{yes['rest']}"
    found = _BEHIND.match(words)
    who = found and (found["who"] or found["last"] or (found["two"] and "both") or "all")
    return f"{who} {found['said'][0].lower()}{found['said'][1:]}{words[found.end() :]}" if found else words
