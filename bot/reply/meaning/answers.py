"""An answer read in the light of what was asked of its action: a date, whether it still goes on, or a yes or no.

Only words that say no more than the answer are read so; whatever stands beside it leaves the plain reading, which asks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.plan import Due, Precision, Status
from bot.reading.dates.promises import read_past_date
from bot.reply.beside import harmless
from bot.reply.beside.around_date import is_only_date
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning import going
from bot.reply.meaning.agreeing import CONSENTS, DATE_IS_RIGHT, agrees
from bot.reply.meaning.assent import yes_of
from bot.reply.meaning.dated import LONE_DATE, PASSED
from bot.reply.meaning.day_told import day_told
from bot.reply.meaning.denying import NO, PLEASE, as_new_date, behind_no, without_denied
from bot.reply.meaning.denying import RULE as DENIES
from bot.reply.meaning.question import FOR_DATE, Question
from bot.reply.meaning.read_words import NOT_MINE, read_words
from bot.reply.meaning.said import WHERE, Said
from bot.reply.meaning.snooze import UNTIL_WHEN
from bot.reply.meaning.who import says_whose
from bot.reply.words import completing

AGREES = "answers yes"
_OPENS = r"(?:(?:hi|hello|yes|no|ok|okay|so|sorry|apologies|please)\b[ ,.:–-]*)*"
_IS = r"(?:it|that|this|the (?:new |due |target )?(?:date|deadline|day))(?:['’]s| is| will be| should be)(?: now)? "
_MAKE_IT = r"(?:please |can you |could you )*(?:make|put|set) (?:it|this|that)(?: down)?(?: as| for| to)? "
_DO_IT = (
    r"(?:we|i)(?: will|['’]ll)(?: now)? (?:do|finish|complete|have) (?:it|this|that)(?: done| finished| complete)? "
)
_SAY = (
    r"(?:(?:can|could|shall|may|let['’]?s|i['’]d|we['’]d|i would|we would)(?: (?:we|i|us|you))? (?:say|go for|suggest"
    r"|propose|aim for)|how about|what about|say) "
)
_ON_TRACK = (
    r"(?:(?:still|all|it|this|we|is|are|['’]s|['’]re)\b ?)*on (?:track|target|schedule|course)"
    r" (?:for|to (?:be )?(?:finish|complete|completed|finished|done|deliver|delivered)(?: it| this)?(?: by| in| on)?) "
)
_FRAME = re.compile(
    rf"^{_OPENS}(?:{_IS}|{_MAKE_IT}|{_ON_TRACK}|{_SAY}|{_DO_IT}(?=(?:by|on|in|before) ))?", re.IGNORECASE
)
"""What may open an answer that is a date."""
_SPACES = re.compile(r"[^\S\n]+")
_LONGEST = 400
_AFFIRMS = (
    rf"{yes_of('said')}|it (?:is|does)"
    r"|it['’]s (?:right|correct)|(?:that|this)(?:['’]s| is) (?:right|correct|the (?:new )?date)"
    r"|(?:the )?whole (?:action|thing)(?: is)?|i (?:can )?confirm(?: (?:it|that|this))?|please do"
)
_YES = re.compile(
    rf"^(?:(?:{_AFFIRMS})\b[ ,]*)+(?:(?:please|indeed|thanks|thank you|many thanks|cheers)\b ?)*$", re.IGNORECASE
)
_YES_FIRST = re.compile(rf"^(?:{_AFFIRMS})\b", re.IGNORECASE)
_ALL = r"(?:both|all(?: \w+)?|everything|each)(?: of (?:them|these|those))?(?: please| thanks| thank you)?"
_YES_TO_ALL = re.compile(rf"^(?:(?:{_AFFIRMS}) )(?:please )?(?:(?:to|for|on) )?{_ALL}$", re.IGNORECASE)
_TO_ALL = re.compile(rf"^(?:(?:to|for|on) )?{_ALL}$", re.IGNORECASE)
_YES_WORD = re.compile(rf"\b(?:{yes_of('told')})\b", re.IGNORECASE)
_NO_WORD = re.compile(r"\b(?:no|nope)\b", re.IGNORECASE)
_WELL = r"(?:very |really |all |still )?(?:fine|well|ok|okay|good|great|smoothly|nicely|to plan)"
_RUNS = re.compile(
    rf"^(?:yes |yep |all )?(?:(?:it|this|that|everything|things)(?:['’]s|['’]re| is| are)? )?(?:(?:all|still) )*"
    rf"(?:running(?: {_WELL})?|going(?: on| strong| {_WELL})|continu(?:es|ing)|happening|fine|good|well)"
    r"(?: (?:thanks|thank you|cheers|here|at the moment))*$",
    re.IGNORECASE,
)
_NO_NEWS = re.compile(
    r"^(?:and )?(?:there(?:['’]s| is) )?(?:nothing (?:new |more |else |much |further )?to (?:report|tell|add|say|flag)"
    r"|no (?:problems?|issues|concerns|changes?|news))(?: (?:this time|from me|here|to report|thanks))*$",
    re.IGNORECASE,
)
_STOPPED = "So it does not go on as it did. Is it complete, on hold or no longer needed?"


def read_answer(words: str, said_on: date, question: Question | None) -> Said:
    """What words about one action say on `said_on`, of which `question` was asked; plain words need no question."""
    plain = read_words(words, said_on)
    if question is None or len(words) > _LONGEST:
        return plain
    if question.who_instead and not answers(words, question) and says_whose(words, plain):
        return NOT_MINE
    done = _day_done(words, question, said_on)
    if done:
        return done
    behind = behind_no(words, question, said_on)
    if behind is not None:
        return _denied(behind, question, said_on)
    if not plain.doubt and question.wants_date and plain.due is None:
        dated = _date_alone(words, question, said_on)
        plain = replace(plain, due=dated.due, doubt=dated.doubt) if dated else plain
    yes_or_no = plain.rule == going.RULE and answers(words, question)
    affirmed = question.proposes and _opens_with_yes(words)
    is_plain = plain.rule != LONE_DATE or (affirmed and _takes_date(question))
    if not plain.doubt and is_plain and not yes_or_no:
        return _beside_yes(plain, question) if affirmed else plain
    if answers(words, question):
        return _answered(words, question, said_on)
    if agrees(words, question, said_on):
        day = day_told(words, said_on) if question.status is Status.COMPLETED else None
        return _as_agreed(replace(question, completed_on=day or question.completed_on), said_on)
    alone = _date_alone(words, question, said_on) or plain
    wanted = question.wants_date or (question.proposes and not question.snooze and PLEASE.search(words))
    if alone.rule == LONE_DATE and alone.due and not (alone.doubt or wanted):
        return replace(alone, doubt=f"Is “{alone.due.text}” the new date?")
    return alone


def answers(words: str, question: Question | None) -> bool:
    """Whether words are a yes or a no to a question, and nothing besides but courtesies."""
    return question is not None and question.proposes and (says_yes(words, question) or _says(words, (NO,)))


def says_yes(words: str, question: Question | None) -> bool:
    """Whether words are a yes to a question that a yes answers, and nothing besides but courtesies."""
    if question is None or not question.proposes:
        return False
    if question.check_in:
        return _says(words, (_YES, _RUNS), (_NO_NEWS,))
    return _says(words, (_YES, DATE_IS_RIGHT, CONSENTS) if question.due or question.snooze else (_YES,))


def is_bare_yes(words: str, ref: str = "") -> bool:
    """Whether words are a yes to a question and nothing besides, whichever it was: "2.3 yes", "yes to both please"."""
    opening = re.match(rf"\s*(?:(?:action|item|re)\s+)?{re.escape(ref)}(?![\w.])[\s:,.)–-]*", words, re.IGNORECASE)
    said = words[opening.end() :] if ref and opening else words
    return _says(said, (_YES, _YES_TO_ALL), (_TO_ALL,))


def _says(words: str, needed: tuple[re.Pattern[str], ...], beside: tuple[re.Pattern[str], ...] = ()) -> bool:
    """Whether one piece at least is of a needed table, and all others do no harm beside it."""
    pieces = split_pieces(harmless.without_friendly_signs(words))
    found = [any(table.match(piece) for table in needed) for piece in pieces]
    rest = [piece for piece, is_one in zip(pieces, found, strict=True) if not is_one]
    known = all(harmless.is_polite(piece) or any(table.match(piece) for table in beside) for piece in rest)
    return any(found) and known and "?" not in words and not harmless.odd_sign(words)


def _denied(behind: str, question: Question, said_on: date) -> Said:
    """What a no says with the words `behind` it."""
    said = read_words(as_new_date(behind, said_on), said_on) if behind else Said(DENIES)
    alone = _date_alone(behind, FOR_DATE, said_on) if behind and not said.due else None
    return without_denied(alone or said, behind, question)


def _answered(words: str, question: Question, said_on: date) -> Said:
    if not says_yes(words, question):
        return Said(DENIES, doubt=_STOPPED if question.check_in else "")
    return _as_agreed(question, said_on)


def _as_agreed(question: Question, said_on: date) -> Said:
    """What a yes to a question says."""
    if question.snooze:
        return Said(AGREES, doubt="" if question.snooze > said_on else UNTIL_WHEN, snooze=question.snooze)
    doubt = PASSED if question.due and question.due < said_on else ""
    due = Due.on(question.due) if question.due else None
    return Said(AGREES, question.status, due, doubt, question.completed_on)


def _beside_yes(plain: Said, question: Question) -> Said:
    """A plain reading behind a yes: it may say the same or how far the work has come, and nothing against the yes."""
    goes_on = plain.status not in (Status.ON_HOLD, Status.NOT_STARTED) and not (plain.status and plain.status.is_closed)
    says_it = (
        plain.status == (question.status or plain.status) and (plain.due.end if plain.due else None) == question.due
    )
    if question.snooze and not plain.snooze:
        return replace(plain, doubt=f"You say yes, and also something else. {WHERE}")
    if says_it and plain.status is Status.COMPLETED:
        return replace(plain, completed_on=plain.completed_on or question.completed_on)
    if says_it or (question.check_in and goes_on):
        return plain
    if question.due and not question.status and goes_on and not (plain.due or plain.snooze):
        return replace(plain, due=Due.on(question.due))
    if _takes_date(question) and plain.due and plain.status in (None, question.status):
        return replace(plain, status=question.status)
    return replace(plain, doubt=f"You say yes, and also something else. {WHERE}")


def _takes_date(question: Question) -> bool:
    """Whether a date may stand behind a yes: what was asked comes to an end, and no other day was asked about."""
    return question.status in _ENDS and not (question.due or question.snooze or question.check_in)


_ENDS = (Status.IN_PROGRESS, Status.AT_RISK, Status.PART_COMPLETED)


def _opens_with_yes(words: str) -> bool:
    return any(_YES.match(piece) for piece in split_pieces(words)[:1])


def _date_alone(words: str, question: Question, said_on: date) -> Said | None:
    """A day that is the whole answer, read as if "the new date is" stood before it; what stands behind it counts."""
    words = _SPACES.sub(" ", words)
    first = next((piece for piece in split_pieces(words) if not _opens(piece)), "")
    frame = _FRAME.match(first)
    if not question.wants_date or frame is None or not is_only_date(first[frame.end() :], said_on):
        return None
    before, _, behind = words.partition(first)
    said = read_words(f"The new date is {first[frame.end() :]}{behind}", said_on)
    if said.due is None or (said.status and said.status.is_closed) or completing.MENTIONS_DONE.search(behind):
        return None
    against = _YES_WORD if said.due.end != question.due else _NO_WORD
    torn = question.due and against.search(f"{before} {frame.group()}")
    return replace(said, doubt=said.doubt or f"Is “{said.due.text}” the new date?") if torn else said


def _day_done(words: str, question: Question, said_on: date) -> Said | None:
    """A day that has been and nothing else besides a yes, where we asked on which day the action was completed, or
    whether it was: then the yes must be there, too."""
    pieces = split_pieces(_SPACES.sub(" ", words))
    agrees = question.status is Status.COMPLETED and any(_YES_FIRST.match(piece) for piece in pieces)
    said = [piece for piece in pieces if not (harmless.is_polite(piece) or _YES.match(piece))]
    told = (
        _WAS_DONE.sub("", said[0])
        if len(said) == 1 and (question.wants_day_done or agrees) and "?" not in words
        else ""
    )
    if (
        not told
        or _UP_TO.match(told)
        or not is_only_date(told, said_on)
        or not harmless.dates_have_passed(told, said_on)
    ):
        return None
    past = read_past_date(told, said_on)
    exact = past is not None and past.precision is Precision.DAY
    return Said(AGREES, Status.COMPLETED, completed_on=past.end) if past and exact else None


_WAS_DONE = re.compile(
    rf"^{_OPENS}(?:(?:it|that|this) was |(?:it was )?(?:completed|complete|done|finished) )?(?:on |last )?(?=\S)",
    re.IGNORECASE,
)
"""What may open the day on which an action was completed."""
_UP_TO = re.compile(r"(?:by|until|till|before|to|up to)\b", re.IGNORECASE)


def _opens(piece: str) -> bool:
    return harmless.is_polite(piece) or bool(_YES.match(piece) or NO.match(piece))
