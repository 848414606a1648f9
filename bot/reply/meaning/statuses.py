"""The statuses that one person's words about one action name, and what casts doubt on each."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.plan import Status
from bot.reply.beside import doubts, reasons
from bot.reply.meaning.cues import AMBER
from bot.reply.meaning.said import WHERE, Said, short
from bot.reply.words import phrases

CLAUSE_END = re.compile(r"[\n;!()]|[.?:,](?=\s)|\s[-–—]+\s|[–—]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)


def statuses_in(words: str) -> list[Said]:
    """A vote for each phrase that names a status."""
    votes = _status_votes(reasons.without_mishaps(words))
    named = {vote.status for vote in votes}
    kept, asked = next(((kept, asked) for kept, other, asked in _OF_TWO if named == {kept, other}), (None, False))
    if kept is None:
        wished = [vote for vote in votes if vote.wished and not vote.doubt] if len(named) == 1 else []
        return wished or votes
    doubt = f"Your words name more than one status. {WHERE}" if asked else ""
    return [replace(vote, doubt=vote.doubt or doubt) for vote in votes if vote.status is kept]


def colour_in(pieces: tuple[str, ...]) -> list[Said]:
    """At risk, where a piece calls the whole action amber or red: it says enough beside a new date only."""
    return [Said("shows a colour", Status.AT_RISK)] if any(map(AMBER.search, pieces)) else []


_OF_TWO = (
    (Status.SUPERSEDED, Status.CANCELLED, False),
    (Status.IN_PROGRESS, Status.ONGOING, False),
    (Status.PART_COMPLETED, Status.IN_PROGRESS, False),
    (Status.ON_HOLD, Status.NOT_STARTED, False),
    (Status.AT_RISK, Status.IN_PROGRESS, True),
    (Status.AT_RISK, Status.ONGOING, True),
    (Status.PART_COMPLETED, Status.ONGOING, True),
)
"""Of two statuses named at once, the one that says more, the one that goes with it, and whether that is asked about."""


def _status_votes(words: str) -> list[Said]:
    """A vote for each phrase found; what an earlier rule took ("not started") is not read again ("started")."""
    votes: list[Said] = []
    for rule in phrases.STATUS_RULES:
        for found in rule.pattern.finditer(words):
            wished = bool(_WISHES.search(words[: found.start()]))
            votes.append(Said(rule.name, rule.status, doubt=_status_doubt(rule.status, words, found), wished=wished))
        words = rule.pattern.sub(" , ", words)
    return votes


_WISHES = re.compile(
    r"(?:^|[.;!\n,]|\b(?:please|so|and))\s*(?:put|mark|set|show|flag|record) (?:this|it|that|these|them|the action)"
    r"(?: (?:down|as|to))* ?$",
    re.IGNORECASE,
)
"""What asks outright to have a status put down; what else is told of the same status is then its reason."""
_NONE = re.compile(r"(?!)")
_NATURAL = {
    Status.AT_RISK: re.compile(r"\b(?:might|may|could|likely|possibly|probably|would|should)\b", re.IGNORECASE),
    Status.ON_HOLD: re.compile(
        r"\bpending (?:approval|sign[- ]?off|agreement|confirmation|a decision)\b", re.IGNORECASE
    ),
}
"""What is no doubt beside a status, but of its nature: what may come of a risk, what a hold waits for."""


_WAITING = (Status.ON_HOLD, Status.NOT_STARTED)
_WAITS_FOR = re.compile(
    r"\bonce\b|\bwhether\b|\b(?:tells?|says?|advises?|decides?) (?:us )?otherwise\b|\bwhich (?:i|we) expect\b"
    r"|\bnot (?:yet )?(?:agreed|approved|confirmed)\b(?! by\b)",
    re.IGNORECASE,
)
"""What work that has not begun or is held waits for: told behind the status, it is no doubt of it."""


def _status_doubt(status: Status, words: str, found: re.Match[str]) -> str:
    """Why a status phrase cannot be taken for the whole action as it stands; "" when it can."""
    before, _, after = sentence_of(words, found).partition(found.group())
    after = _WAITS_FOR.sub(" ", after) if status in _WAITING else after
    around = doubts.ABOUT_A_COUNT.sub(" ", f"{before} {after}")
    around = _NATURAL.get(status, _NONE).sub(" ", around)
    subject = _SO.split(CLAUSE_END.split(words[: found.start()])[-1])[-1]
    behind = words[found.end() :]
    if _DENIED.search(subject) or _BUT.match(behind):
        return f"You wrote “{_said_around(words, found)}”. {WHERE}"
    moving = status in (Status.IN_PROGRESS, Status.ONGOING)
    hedge = (
        doubts.DOUBTS.search(around)
        or doubts.ALMOST.search(re.sub(r"^partly\b", "", found.group(), flags=re.IGNORECASE))
        or doubts.ALMOST.search(subject)
    )
    hedge = hedge or (doubts.GOES_WRONG.search(around) or doubts.COMES_OFF.search(words) if moving else None)
    if hedge:
        return f"You wrote “{hedge.group()}”. {WHERE}"
    if moving and doubts.TO_DO_WELL.match(behind):
        return WHERE
    if status is Status.PART_COMPLETED:
        return ""
    partly = doubts.PART.search(subject) if moving else not doubts.WHOLE.match(_CALLED.sub(" ", subject))
    named = not moving and (not doubts.ENDS_STATUS.match(behind) or doubts.OF_A_STEP.match(behind))
    return f"Is that said of the whole action, or of a part? {WHERE}" if partly or named else ""


_SO = re.compile(r"\b(?:so|therefore|hence)\b", re.IGNORECASE)
"""What a clause may give its reason before ("nobody has picked it up so not started")."""
_DENIED = re.compile(
    r"\b(?:not|never|no longer|was|were|hardly|neither)(?: (?!yet\b)\w+)? *$|n['’]t(?: \w+)? *$", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:(?:would|am|are) )?(?:consider|regard|class|call|rat(?:e|ing)|report|judge|describ(?:e|ing)|treat|show|mark)"
    r"(?:ing)? (?:(?:this|it|that|these|them|the action)(?: (?:to be|as))?|as)(?= )",
    re.IGNORECASE,
)
"""What only says that its writer calls a status so ("I consider this to be at risk")."""
_BUT = re.compile(r"^\W*(?:but|however|although|though)\b|^ (?:is|was|would|seems|sounds|may|might)\b", re.IGNORECASE)


def _said_around(words: str, found: re.Match[str]) -> str:
    return short(sentence_of(words, found).strip(" .\n"))


def sentence_of(words: str, found: re.Match[str]) -> str:
    """The sentence in which something was found."""
    before = max((words.rfind(mark, 0, found.start()) for mark in (". ", "\n", "! ")), default=-1)
    ends = [at for mark in (". ", "\n", "! ") if (at := words.find(mark, found.end())) >= 0]
    return words[before + 1 : min(ends, default=len(words))]
