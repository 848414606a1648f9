"""What stands beside a promised date: a date applies only where all of it is known to leave the date as it is."""

from __future__ import annotations

import re
from datetime import date

from bot.reading.mentions import find_mentions
from bot.reading.text import tidy
from bot.reply import harmless, phrases, reasons

_PIECES = re.compile(
    r"[\n;!()]|[.?:,](?=\s|$)|\s[-–—]+\s|[–—]"
    r"|\s(?=(?:(?:many|with) )?(?:thanks|thank you|thx|cheers|ta|diolch)\b(?: \w{1,12})?\s*(?:$|[.,;!\n]))",
    re.IGNORECASE,
)
_DATE = "\ue000"
_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    r"|aug|sept?|oct|nov|dec"
)
_BEFORE_DATE = re.compile(
    r"^[\W_]*(?:(?:the|by|on|at|in|of|for|to|is|are|be|will|would|now|until|till|end|early|mid|middle|start|beginning"
    r"|late|week|commencing|ending|w/c|w/e|please|it['’]s|say|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\b"
    r"[\W_]*)*$",
    re.IGNORECASE,
)
_OPENS_DATE = re.compile(
    r"^\W*(?:(?:the|this|that|it|its|it['’]s|we|i|our|my|a|action|work|project|task|item|yes|ok|okay|agreed|given"
    r"|so|sorry|apologies"
    r"|unfortunately|and|also|has|have|had|is|are|will|be|been|being|now|please|just|to|need|needs|like|want"
    r"|['’](?:ve|d|s"
    r"|m|ll|re)|can|you|still|on|for|date|deadline|due|completion|target|whole|hi|all|am|note|update|with|not|yet"
    r"|complete|completed|done|finished|as|delay|delayed|late|slipped|slipping|slippage|overdue|behind|running"
    r"|outstanding|but|amend|change|move|update|set|put|revise|extend|bit|little|until|till|by|more|longer|time"
    r"|one)\b\W*)*$",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"\b(?:today|tomorrow|(?:this|next) (?:week|month|year|\w+day)|(?:mon|tues|wednes|thurs|fri)day"
    r"|in (?:\w+ ){1,2}(?:days?|weeks?|months?))\b",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"^(?:(?:(?:agreed )?with (?:(?:the |my |our )(?:\w+ ){0,2}(?:director|head|lead|manager|holder|chair|board"
    r"|team|committee|leader|executive|officer)|(?-i:[A-Z])\w+)|at the latest|latest|instead|please|pls|thanks"
    r"|thank you|many thanks|now|then|(?:cabinet|council"
    r"|committee|board)(?: meeting)?|for (?:this|both|all|these|each|both of (?:them|these)|all of (?:them|these)"
    r"|this one"
    r"|this action"
    r"|it)|and (?:in progress|on track))\W*)*$",
    re.IGNORECASE,
)
_AGREED = re.compile(r"^(?:has been |was |as )?(?:agreed|approved|confirmed) (?:with|by|at)\b", re.IGNORECASE)
_DELAYED = re.compile(r"^.{0,40}\b(?:delay(?:ed)?|late|slipp(?:ed|ing|age)|overdue|behind)\b.{0,12}$", re.IGNORECASE)
_NOT = (
    r"(?:will not|won['’]t|(?:is |are |['’]s |['’]re )?not going to|is(?:n['’]t| not) going to|cannot|can['’]?t"
    r"|could(?: not|n['’]t)|did(?: not|n['’]t)|(?:have|has)(?: not|n['’]t)|not)"
)
_MAKE = (
    r"(?:make|made|hit|meet|met|manage|managed|finish|finished|complete|completed|get (?:this|it) (?:done"
    r"|finished)|be (?:able to \w+|ready|done|complete|finished|met)|ready|done|complete|gone|happened|happen)"
)
_TIME_WORDS = (
    rf"(?: (?:this|it|that|by|in|for|on|the|our|time|end|of|month|deadline|date|yet|now|quarter|year|one|action"
    rf"|then|as|planned|hoped|please|{_MONTHS}))*"
)
_FALLS_BEHIND = re.compile(
    rf"^(?:(?:sorry|unfortunately|sadly|so|we|i|it|this|that|they|the (?:action|work|policy|report)|have|has|are|is"
    rf"|['’]ve|['’]s) ?){{0,4}}"
    rf"(?:{_NOT} (?:now |quite )?{_MAKE}|(?:going to |will |have |has )?(?:miss|missed)|(?:just )?(?:need|needs"
    rf"|require|requires|give (?:me|us)|could do with|allow (?:me|us))"
    rf"(?: (?:a|an|some|another|more|extra|bit|little|longer|few|couple|of|days?|weeks?|months?))+"
    rf"|(?:now )?(?:will )?(?:be )?(?:go(?:es|ing)?|coming) to (?:the |our )?(?:next "
    rf"|full )?(?:{_MONTHS})? ?(?:cabinet|council|committee|board|meeting)(?: meeting)?"
    rf"|(?:has |is )?slipp(?:ed|ing)(?: by)?(?: (?:a|few|couple|of|some|one|two|three|four|six|weeks?|months?))*"
    rf"|(?:very |slightly |badly |a bit |a little |rather )?(?:delayed|behind|late|held up|stuck)){_TIME_WORDS}$",
    re.IGNORECASE,
)
"""What says that the old date is not kept; it leaves a new one as it is."""
SAYS_STATUS = re.compile(
    "|".join(rule.pattern.pattern for rule in phrases.STATUS_RULES if not rule.status.is_closed), re.IGNORECASE
)
"""A status of an action that goes on, which may stand beside a new date."""


def split_pieces(words: str) -> tuple[str, ...]:
    """Sentences and their parts, each without bullets and closing marks."""
    parts = _PIECES.split(re.sub(r"[^\S\n]+", " ", words))
    return tuple(part.strip(harmless.EDGES) for part in parts if part.strip(harmless.EDGES))


def beside_date(words: str, found: re.Match[str], printed: str, said_on: date) -> str:
    """What stands beside a promised date and is not known to leave it as it is; "" when nothing does."""
    start = words.find(printed, found.end())
    dates = find_mentions(printed, said_on)
    end = start + (dates[-1].high if dates else len(printed))
    opening = printed[: dates[0].low] if dates else ""
    if not _BEFORE_DATE.match(words[found.end() : start]) or not _BEFORE_DATE.match(opening):
        return printed
    whole = words[start:end]
    before, after = (part.replace(whole, _DATE) for part in (words[: found.start()], words[end:]))
    found_pieces = split_pieces(f"{before}{_DATE}{after}")
    odd = next((piece for piece in found_pieces if not _leaves_date(piece, said_on)), "")
    return odd.replace(_DATE, "…").strip(harmless.EDGES) or harmless.odd_sign(words)


def is_only_date(words: str, said_on: date) -> bool:
    """Whether words are a date and nothing else: "14 March 2018", "by the end of June please"."""
    found = find_mentions(words, said_on)
    rest = f"{words[: found[0].low]} {words[found[-1].high :]}" if found else RELATIVE.sub(" ", words)
    return rest != words and bool(_BEFORE_DATE.match(rest))


def _leaves_date(piece: str, said_on: date) -> bool:
    before, mark, after = piece.partition(_DATE)
    if _FALLS_BEHIND.match(piece):
        return True
    if mark:
        plain = SAYS_STATUS.sub(" ", phrases.NOT_DONE_YET.sub(" ", before))
        return bool(_OPENS_DATE.match(plain)) and _closes_date(after.strip(harmless.EDGES), said_on)
    if find_mentions(tidy(piece), said_on):
        return False
    status = SAYS_STATUS.sub(" ", phrases.NOT_DONE_YET.sub(" ", piece))
    if (status != piece or _DELAYED.match(piece)) and _OPENS_DATE.match(status):
        return True
    return harmless.is_polite(piece) or reasons.is_reason(piece, said_on) or harmless.is_harmless(piece, said_on)


def _closes_date(after: str, said_on: date) -> bool:
    told = reasons.is_reason(after, said_on) or (bool(_AGREED.match(after)) and harmless.is_harmless(after, said_on))
    return bool(_AFTER_DATE.match(after)) or told
