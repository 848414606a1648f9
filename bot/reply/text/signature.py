"""Sign-offs, signatures, disclaimers, protective markings and app footers: the sender's lines that say nothing new.

They are marked, never deleted: phone numbers, "may" in a disclaimer and dates in a job title must not be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.plan import Person
from bot.reply.lines import Line, Mark
from bot.reply.text import notices, strangers
from bot.reply.text.contact_card import (
    card_start,
    folded,
    is_own_name,
    names_of,
    plain_card_start,
    signed_above,
    tells_of_writer,
)
from bot.reply.words.times import SHORT_MONTH

_DELIMITER = re.compile(r"^(?:--|__|- -) ?$")
_DASHED_NAME = re.compile(r"^[-–—][A-Z][\w'’]+(?: (?:de|del|van|der|den|von|di|la|le)){0,2}(?: [A-Z][\w'’-]+){1,2}$")
_NOTHING = re.compile(r"(?!)")
_THANKS = r"(?:(?:many|kind|best) )*(?:thanks|thank you|regards|wishes|cheers|best|rgds|kr|br|ta|thx|diolch)"
_SIGN_OFF = re.compile(
    r"^\W{0,3}(?:(?:with |many |kind(?:est)? |best |warm(?:est)? |my )*(?:thanks|thank you|regards|wishes|cheers|best)"
    r"(?: and (?:kind |best )?(?:regards|wishes))?(?: (?:again|in advance|so much|very much))?"
    r"|yours(?: (?:sincerely|faithfully|truly|aye))?|sincerely|kindest|rgds|br|kr|bw|ta|(?:all|very) the best"
    r"|(?:thanks|thank you|cheers) (?:v(?:ery)? much|all|both|(?-i:[A-Z])[a-z]{1,12})|(?:speak|talk) (?:soon|later)"
    r"|take care|have a (?:good|great|lovely|nice) (?:day|evening|week|weekend|one|break|christmas|easter|summer)"
    r"|(?:on behalf of|p\.?p\.?) (?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+){0,2}"
    r"|diolch(?: yn fawr)?|cofion(?: gorau)?|hwyl(?: (?:am y tro|fawr))?|cordialement|bien à vous|mit freundlichen"
    r" grüßen|mfg|met vriendelijke groet(?:en)?)\W{0,3}$",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"\b(?:p\.?s\.?|done|completed?|finished|closed|progress|started|delay|slipp|track|hold|deadline|new date|not mine"
    r"|review|action \d)|\?",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 14
_LONGEST_SIGNATURE_LINE = 120


def mark_own(lines: Sequence[str], signer: str = "", *, may_be_all: bool = False) -> tuple[Mark, ...]:
    """Marks for the own lines of `signer` (a display name); a line that speaks of progress is never a signature.

    What stands under "-- ", and a card of name and post, is a NOTICE, as nobody typed it for this mail; a typed
    sign-off is a SIGNATURE. A name that is all there is signs nothing, unless the lines `may_be_all` signature.
    """
    marks = [Mark.NOTICE if notices.is_notice(line) else Mark.OWN for line in lines]
    _spread_notices(lines, marks)
    card = card_start(_typed(lines, marks), signer, SPEAKS.search, is_sign_off)
    _mark_from(card, lines, marks, Mark.NOTICE)
    _mark_from(signed_above(lines, card), lines, marks, Mark.SIGNATURE)
    _mark_postal(lines, marks)
    for opening, mark in ((_delimits, Mark.NOTICE), (is_sign_off, Mark.SIGNATURE)):
        _mark_from(_start(opening, lines, marks), lines, marks, mark)
    first = next((at for at, line in enumerate(lines) if line.strip() and marks[at] is Mark.OWN), len(lines))
    name, names = _name(folded(signer)), names_of(signer)
    signs = _start(
        lambda line: name.match(folded(line)) or is_own_name(line, names), lines, marks, first + (not may_be_all)
    )
    _mark_from(signs, lines, marks, Mark.SIGNATURE)
    _mark_plain_card(lines, marks, signer)
    _mark_leave_of_card(lines, marks)
    _mark_stranger(lines, marks)
    _mark_hours(lines, marks)
    _mark_short_name(lines, marks, names)
    return tuple(marks)


def _mark_stranger(lines: Sequence[str], marks: list[Mark]) -> None:
    """The card or mere name of somebody who is not the sender ("Dawn Prosser, PA to the Director")."""
    open_lines = [line if mark in (Mark.OWN, Mark.SIGNATURE) else "" for line, mark in zip(lines, marks, strict=True)]
    start = strangers.card_start(open_lines, SPEAKS.search, is_sign_off)
    marks[start:] = [Mark.NOTICE] * (len(lines) - start)
    _mark_from(strangers.name_start(_typed(lines, marks), SPEAKS.search), lines, marks, Mark.SIGNATURE)


def _mark_hours(lines: Sequence[str], marks: list[Mark]) -> None:
    """When its writer works, which nobody types under a sign-off for one mail."""
    for at, line in enumerate(lines):
        if marks[at] is Mark.SIGNATURE and tells_of_writer(line):
            marks[at] = Mark.NOTICE


_SHORT_NAME = re.compile(r"^\W*(?P<name>[^\W\d_]{3,})(?: x{1,3})?\W*$")
_SAYS_MORE = re.compile(
    rf"done|will|{SHORT_MONTH}|mon(?:day)?|tues?(?:day)?|wed|thu(?:rs)?|fri(?:day)?|sat|sun", re.IGNORECASE
)
"""What says something by itself, though somebody's name may begin with it."""


def _mark_short_name(lines: Sequence[str], marks: list[Mark], names: frozenset[str]) -> None:
    """The last line typed, where it is a forename cut short ("Chris") below other words."""
    typed = [at for at, line in enumerate(lines) if line.strip() and marks[at] is Mark.OWN]
    found = _SHORT_NAME.match(lines[typed[-1]]) if len(typed) > 1 else None
    if found and not _SAYS_MORE.fullmatch(found["name"]):
        short = found["name"].casefold()
        if any(each.startswith(short) and len(each) > len(short) for each in names):
            marks[typed[-1]] = Mark.SIGNATURE


def _mark_leave_of_card(lines: Sequence[str], marks: list[Mark]) -> None:
    """The leave that a card itself takes ("Kind regards" right above the name that a program put there)."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for at, below in pairwise(filled):
        if marks[at] is Mark.SIGNATURE and marks[below] is Mark.NOTICE and is_sign_off(lines[at]):
            marks[at] = Mark.NOTICE


def _mark_plain_card(lines: Sequence[str], marks: list[Mark], signer: str) -> None:
    """What a program puts below the sign-off, name and post, is a notice, unless it goes on about the matter."""
    signed = [line if mark is Mark.SIGNATURE else "" for line, mark in zip(lines, marks, strict=True)]
    start = plain_card_start(signed, names_of(signer), lambda line: speaks_on(Line(line, Mark.SIGNATURE)))
    marks[start:] = [Mark.NOTICE if mark is Mark.SIGNATURE else mark for mark in marks[start:]]


def _mark_postal(lines: Sequence[str], marks: list[Mark]) -> None:
    for at, line in enumerate(lines):
        if marks[at] is Mark.OWN and notices.POSTAL.match(line.strip()) and not SPEAKS.search(line):
            marks[at] = Mark.NOTICE


def _typed(lines: Sequence[str], marks: Sequence[Mark]) -> tuple[str, ...]:
    """The lines, those without words where a program put something."""
    return tuple(line if mark is Mark.OWN else "" for line, mark in zip(lines, marks, strict=True))


def signer_of(sender: Person, names: Sequence[str] = ()) -> str:
    """Every name that `sender` may sign with: those given, the one in the mail, and what the address is made of."""
    address = re.sub(r"[\W\d_]+|\b\w{1,2}\b", " ", sender.address.partition("@")[0])
    whole = (re.sub(r"\([^()]{0,80}\)", " ", name[:200]) for name in (*names, sender.name) if "@" not in name)
    return " ".join(dict.fromkeys(word for name in (*whole, address) for word in name.split()))


def speaks_on(line: Line) -> bool:
    """Whether a line that stands with a signature goes on about the matter ("Still waiting for Cabinet")."""
    if line.mark is not Mark.SIGNATURE or len(line.text) > _SHORT_LINE or tells_of_writer(line.text):
        return False
    return bool(_GOES_ON.search(line.text))


def _delimits(line: str) -> bool:
    return bool(_DELIMITER.match(line) or (_DASHED_NAME.match(line) and not SPEAKS.search(line)))


def is_sign_off(line: str) -> bool:
    """Whether a line takes leave, perhaps in two languages ("Cofion gorau / Kind regards")."""
    bare = line.strip()
    return len(bare) <= _SHORT_LINE and any(_SIGN_OFF.match(part.strip()) for part in (bare, *bare.split("/")))


_SHORT_LINE = 100
_GOES_ON = re.compile(
    r"\b(?:still|waiting|awaiting|not|pending|to be|to follow|goes to|until|draft|nb|ps|or|might|if|actually|but)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def _name(signer: str) -> re.Pattern[str]:
    """A line that is the signer's own name, a part of it or initials, with thanks before or not."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", signer[:400])[:10] if not SPEAKS.search(word)]
    if not words:
        return _NOTHING
    letters = "".join(sorted({word[0].casefold() for word in words}))
    names = "|".join(re.escape(word) for word in words)
    initials = rf"(?![yn]\b)[{letters}](?:[. ]?[{letters}]){{0,2}}\.?"
    name = rf"(?:{initials} ?)?(?:(?:{names})\b[ ,.]{{0,2}}){{1,4}}|{initials}"
    short = "|".join(re.escape(word[:3]) for word in words if len(word) > 4)
    name = rf"{name}|(?:{short})[ ,.](?:{names})" if short else name
    pronouns = r"(?: ?\((?:she|he|they)\b[^()]{0,20}\))?"
    thanks = rf"(?:(?:{_THANKS})\W{{1,3}})?"
    return re.compile(rf"^\W{{0,3}}{thanks}(?:{name})(?: x{{1,3}})?{pronouns}\W{{0,3}}$", re.IGNORECASE)


def _mark_from(start: int, lines: Sequence[str], marks: list[Mark], mark: Mark) -> None:
    for at in range(start, len(lines)):
        marks[at] = mark if marks[at] is Mark.OWN else marks[at]


def _spread_notices(lines: Sequence[str], marks: list[Mark]) -> None:
    """A disclaimer or banner wrapped over several lines is one notice, up to the next blank line."""
    for at in range(1, len(lines)):
        above = lines[at - 1].strip()
        ends = notices.is_one_line(above)
        opens = marks[at - 1] is Mark.NOTICE and not ends
        if opens and lines[at].strip() and len(above) > 40:
            marks[at] = Mark.NOTICE


def _start(opening: Callable[[str], object], lines: Sequence[str], marks: Sequence[Mark], first: int = 0) -> int:
    """The first line, from `first` on, that opens a signature with only short, silent lines under it."""
    for at, line in enumerate(lines[first:], first):
        if marks[at] is Mark.OWN and opening(line.strip()) and _is_silent(lines[at + 1 :], marks[at + 1 :]):
            return at
    return len(lines)


def _is_silent(lines: Sequence[str], marks: Sequence[Mark]) -> bool:
    rest = [line.strip() for line, mark in zip(lines, marks, strict=True) if line.strip() and mark is Mark.OWN]
    return len(rest) <= _LONGEST_SIGNATURE and not any(
        len(line) > _LONGEST_SIGNATURE_LINE or SPEAKS.search(line) for line in rest
    )
