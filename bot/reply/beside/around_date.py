"""What stands beside a promised date: the date applies unless some of it casts doubt on it, or names another one."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Due
from bot.reading.dates import read_promised_date
from bot.reading.dates.mentions import find_mentions
from bot.reading.text import tidy
from bot.reply.beside import accounts, doubts, harmless, reasons
from bot.reply.beside.pieces import SAYS_STATUS, split_pieces
from bot.reply.words import completing, phrases

_DATE = "\ue000"
_WHEN = (
    r"the|by|on|at|in|of|for|to|until|till|end|early|mid|middle|start|beginning|late|week|commencing|ending|w/c|w/e"
    r"|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun"
)
_BEFORE_DATE = re.compile(
    rf"^[\W_]*(?:(?:{_WHEN}|is|are|be|will|would|now|please|it['’]s|say)(?:day)?\b[\W_]*)*$", re.IGNORECASE
)
_OPENS_DATE = re.compile(
    r"^\W*(?:(?:the|this|that|it|its|it['’]s|we|i|our|my|a|action|work|project|task|item|yes|ok|okay|agreed|given|so"
    r"|sorry|apologies|unfortunately|and|also|has|have|had|is|are|will|be|been|being|now|please|just|to|need|needs"
    r"|like|want|['’](?:ve|d|s|m|ll|re)|can|you|still|on|for|date|deadline|due|completion|target|whole|hi|all|am|note"
    r"|request|requested|requesting|propose|suggest|with|not|yet|complete|completed|done|finished|both|each|these|them"
    r"|as|delay|delayed|late|slipped|slipping|slippage|overdue|behind|running|outstanding|but|amend|change|move|set|put"
    r"|revise|extend|bit|little|until|till|by|more|longer|time|one)\b\W*)*$",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"\b(?:today|tomorrow|(?:this|next) (?:week|month|year|\w+day)|(?:mon|tues|wednes|thurs|fri)day"
    r"|in (?:\w+ ){1,2}(?:days?|weeks?|months?))\b",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"^(?:(?:(?:agreed |confirmed |approved )?(?:with|by) (?:(?:the |my |our )?(?:\w+ ){0,3}(?:director|head|lead"
    r"|manager|holder|chair|board|team|committee|leader|executive|officer|cabinet|council|adviser|auditors?|contractor"
    r"|supplier|partners?|union|inspectors?|regulator)|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+){0,2})|latest"
    r"|at the latest|instead|please|pls|thanks|thank you|many thanks|now|then|(?:cabinet|council|committee|board)"
    r"(?: meeting)?|as (?:the|a|its|our|my) (?:new |revised |target |due |completion |end )*(?:date|deadline)"
    r"|(?:i['’]m|i am) afraid|sorry"
    r"|for (?:this|both|all|these|each|both of (?:them|these)|all of (?:them|these)|this one|this action|it|us"
    r"|completion)|against (?:it|this|that)|and (?:in progress|on track))\b\W*)*",
    re.IGNORECASE,
)
"""What may follow a date within its clause, before its why; anything else may bend it ("31 March prices")."""
_WHY = re.compile(
    r"^(?:because|due to|owing to|on account of|given"
    r"|as(?! (?:the|an?|its|our|my) (?:\w+ ){0,2}(?:date|deadline|backstop)\b)"
    r"|in line with|since|while|whilst|following|so|to (?!be\b|some\b)|awaiting|waiting|pending)\b|^$",
    re.IGNORECASE,
)


def beside_date(words: str, promise: tuple[int, int], due: Due, said_on: date) -> str:
    """What beside a date casts doubt on it; "" when nothing does.

    `promise` is where the words of promise before it begin and end; both the date's own start where there are none.
    """
    start = words.find(due.text, promise[1])
    dates = find_mentions(due.text, said_on)
    end = start + (dates[-1].high if dates else len(due.text))
    opening = due.text[: dates[0].low] if dates else ""
    if not _BEFORE_DATE.match(words[promise[1] : start]) or not _BEFORE_DATE.match(opening):
        return due.text
    whole = words[start:end]
    same = re.compile(re.escape(whole), re.IGNORECASE)
    before, after = (same.sub(_DATE, part) for part in (words[: promise[0]], words[end:]))
    found_pieces = split_pieces(_TWICE.sub(_DATE, f"{before}{_DATE}{after}"))
    odd = next((piece for piece in found_pieces if not _leaves_date(piece, due, said_on)), "")
    odd = odd.replace(_DATE, "…").strip(harmless.EDGES)
    return odd or harmless.odd_sign(words) or ("?" if "?" in words else "")


_TWICE = re.compile(f"{_DATE}(?:\\W*{_DATE})+")


def lone_date(piece: str, said_on: date) -> str:
    """The words of a piece from its date on, where only words that make way for one stand before it; else ""."""
    found = find_mentions(piece, said_on)
    relative = None if found else RELATIVE.search(piece)
    low = found[0].low if found else relative.start() if relative else -1
    high = found[0].high if found else relative.end() if relative else 0
    if (
        low < 0
        or KEEPS_DATE.search(piece)
        or _MORE_LATER.match(piece)
        or WHOSE.match(piece[high:])
        or _NOT_KEPT.search(piece[:low])
        or phrases.LOOKS_BACK.search(piece[:low].strip())
    ):
        return ""
    before = _LEADS_TO_DATE.split(piece[:low], maxsplit=1)[0]
    return piece[len(before) :] if _OPENS_DATE.match(SAYS_STATUS.sub(" ", before)) else ""


WHOSE = re.compile(r"['’]s\b(?! (?:end|close))", re.IGNORECASE)
"""What makes of a month one of several of a kind ("May's was late")."""
_MORE_LATER = re.compile(
    r"^(?:(?:i|we)(?:['’]?ll| will)? )?(?:(?:have|send|give|get|bring|be in touch with) )?(?:(?:you|a|an|the|some|any"
    r"|full|further|another|next) )*(?:more|news|updates?|details?|information|info|answers?|reply|word|figures)"
    r"(?: (?:on|about|for|re|regarding|to (?:follow|come)|follows?|coming|soon|later|from (?:me|us))\b.*| (?:today"
    r"|tomorrow|next \w+|this \w+|on \w+))$",
    re.IGNORECASE,
)
"""A promise to write again, whose day is none of the action ("more on the depot tomorrow")."""
_LEADS_TO_DATE = re.compile(rf"\b(?:(?:{_WHEN})(?:day)?\b[\W_]*)+$", re.IGNORECASE)
KEEPS_DATE = re.compile(
    r"(?<!back )\bon (?:track|target|schedule|course|programme)\b|\b(?:on hold|paused|pause this|parked|frozen"
    r"|suspended|mothballed|on ice|on the back burner|in abeyance) (?:until|till|for)\b",
    re.IGNORECASE,
)
"""What says that the old date stands, or that none does for now: a date beside it is no new one."""


def is_only_date(words: str, said_on: date) -> bool:
    """Whether words are a date and nothing else: "14 March 2018", "by the end of June please"."""
    found = find_mentions(words, said_on)
    rest = f"{words[: found[0].low]} {words[found[-1].high :]}" if found else RELATIVE.sub(" ", words)
    return rest != words and bool(_BEFORE_DATE.match(rest))


def _leaves_date(piece: str, due: Due, said_on: date) -> bool:
    before, mark, after = piece.partition(_DATE)
    if casts_doubt(piece, due, said_on):
        return False
    if not mark:
        return True
    plain = SAYS_STATUS.sub(" ", completing.NOT_DONE_YET.sub(" ", before))
    after = after.strip(harmless.EDGES)
    return bool(_OPENS_DATE.match(plain)) and bool(_WHY.match(_AFTER_DATE.sub("", after)))


def casts_doubt(piece: str, due: Due, said_on: date) -> bool:
    """Whether a piece beside a date makes it less than the new date of the whole action."""
    if harmless.is_polite(piece):
        return False
    piece = reasons.without_meetings(reasons.without_mishaps(piece))
    plain = harmless.without_dates(piece, said_on)
    told = completing.MENTIONS_DONE.search(_NO_END.sub(" ", plain)) and not _NOT_KEPT.search(plain)
    other = names_other_date(piece, due, said_on) and not _NOT_KEPT.search(plain)
    return bool(
        accounts.CODE.search(plain)
        or other
        or told
        or doubts.DOUBTS.search(plain)
        or doubts.SHAKES_DATE.search(_PART.sub(" ", plain) if _is_account(piece) else plain)
        or is_heading(plain)
    )


_NO_END = re.compile(rf"{completing.SHARE_DONE.pattern}|\bfor completion\b", re.IGNORECASE)


def _is_account(piece: str) -> bool:
    """Whether a piece beside a date only tells of what has been: then a part that it names is not what has the date."""
    return _DATE not in piece and bool(_PAST.search(piece)) and not _AHEAD.search(piece)


_PART = re.compile(r"\b(?:phases?|stages?|sections?|elements?|modules?|(?:an)?other)\b", re.IGNORECASE)


def names_thing(part: str, said_on: date) -> bool:
    """Whether the date that `part` begins with only says which thing is meant ("the May figures")."""
    found = find_mentions(part, said_on)
    behind = part[found[0].high :].strip(harmless.EDGES) if found else ""
    return not _WHY.match(_AFTER_DATE.sub("", behind))


def names_other_date(piece: str, due: Due, said_on: date) -> bool:
    """Whether a piece names a date that is neither the promised one nor one of what has happened."""
    found = [piece[each.low : each.high] for each in find_mentions(tidy(piece), said_on)]
    read = [read_promised_date(each, said_on) for each in found]
    same = all(each and each.end == due.end for each in read)
    coming = is_only_date(piece, said_on) and any(each and each.end and each.end > said_on for each in read)
    return not same and (coming or not _tells_of_days_gone(piece, said_on))


def _tells_of_days_gone(piece: str, said_on: date) -> bool:
    """Whether a piece tells of what has been on the days that it names."""
    return harmless.tells_of_past(piece, said_on) or _is_history(piece, said_on)


def _is_history(piece: str, said_on: date) -> bool:
    """Whether a piece tells in the past tense of days that have been ("it failed its test on 24 November")."""
    return bool(_PAST.search(piece)) and not _AHEAD.search(piece) and harmless.dates_have_passed(piece, said_on)


_PAST = re.compile(r"\b(?:(?!need)[a-z]{2,}ed|was|were|had|went|held|met|took|came|left|fell|broke)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:is|are|be|to|will|would|should|can|must|until|till|by)\b|['’]ll\b", re.IGNORECASE)


def is_heading(piece: str) -> bool:
    """Whether a piece is a name without a statement, under which the words beside it may stand ("Waste", "C12")."""
    return bool(_NAMES.match(piece)) and not (SAYS_STATUS.search(piece) or _OPENS_DATE.match(piece))


_NAMES = re.compile(r"^\W*(?![A-Z][a-z]\W*$)(?:[A-Z]{1,4}-?\d[\w.]*|[A-Z][\w'’&-]*)\W*$")
_NOT_KEPT = re.compile(
    r"\b(?:not|cannot|miss(?:ed|ing)?)\b|n['’]t\b|\byou(?:['’]ve)? (?:have|had|got|gave|list|quote|show)\b",
    re.IGNORECASE,
)
