"""Words that an action is somebody else's ("isn't mine", "that's Lena's", "leave it with her"): they tell no status.

A denial tells it wherever it stands. A clause that tells whose it is, or that somebody leaves, does where nothing of
the work is told beside it.
"""

from __future__ import annotations

import re

from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.meaning.going import seems_in
from bot.reply.meaning.likely import likely_state
from bot.reply.meaning.party import SOMEBODY, party_at
from bot.reply.meaning.possession import ITS, Told, whose_told
from bot.reply.words.completing import MENTIONS_DONE
from bot.reply.words.times import DAY, MONTH, WEEKDAY

_NOT = (
    r"(?:\b(?:not|never|nor|no longer)|n['’]?t)(?: (?:really|actually|even|think (?:this|it|that) (?:is|should be)"
    r"(?: sat)?|be))*"
)
_MY = (
    r"(?:my|our) (?:\w+ )?(?:actions?|area|responsibility|remit|team|job|role|brief|post|department|directorate|section"
    r"|field|business|concern|duty|list|desk|patch|service|portfolio|control|bag)"
)
_ME = rf"(?:mine|ours|{_MY}|(?:for|with|down to|up to) (?:me|us|{_MY}))"
_I = r"\b(?:i|we)(?:['’](?:m|re|ve)| am| are| was| were| have)?(?: now| since)?"
_I_DO = rf"{_I}(?: do)? ?"
_A_HITCH = (
    r"(?:the |this |that |our |any )?(?:\w+ )?(?:delay|hold[- ]?up|slippage|slip|wait|problem|issue|change|cause)s?\b"
)
"""What may well have nothing to do with somebody whose action it is."""
_WHOM = r"(?:her|him|them|(?-i:[A-Z])\w+)\b"
_DENIES = re.compile(
    # it is not mine
    rf"{_NOT} (?:(?:one|part|something|anything|any)(?: of)? |a job |an action )?(?:of |in |within |under |on )?{_ME}"
    rf"|\b(?:outside|beyond) (?:of )?{_MY}|{_NOT} (?:responsible|leading"
    r"|the (?:(?:right|best) (?:person|one|officer|contact|team)|lead|owner)(?!['’])"
    r"|work(?:ing)? (?:for|in|at)|(?:sit|lie|rest|belong)s? (?:with|to|under))\b"
    r"|\b(?:none|neither) of (?:these|them|those) (?:sits?|belongs?|lies?|is|are) (?:with|to|for|mine|ours)\b"
    # I have nothing to do with it
    rf"|{_I_DO}(?:(?:have )?nothing|{_NOT} (?:have )?anything) to do with (?!{_A_HITCH})"
    rf"|^(?!\W*{_A_HITCH})[^.;:,\n]{{0,60}}\b(?:nothing|not anything) to do with"
    r" (?:me\b|us\b|my\b|our\b|(?:the )?(?-i:[A-Z]))"
    r"|\b(?:no|any) involvement (?:in|with)\b"
    rf"|{_I_DO}{_NOT} involved (?:in|with)\b|{_I_DO}(?:(?:have )?no|{_NOT} have|gave up) responsibility for\b"
    rf"|{_I_DO}{_NOT} (?:own|look after|deal with|lead(?: on)?|manage|handle|do) {ITS}\b"
    rf"|{_I} (?:handed|passed|gave)(?: over| on)? (?:{ITS}|(?:my|the) (?:portfolio|work|remit|brief|area|role))\b"
    rf"|{_I} (?:moved (?:teams|jobs|roles|departments|on)|changed (?:jobs|roles|teams)|retired"
    r"|left (?:that|the|this) (?:\w+ )?(?:team|post|role|service|council|authority|department))\b"
    # I should not have been asked
    r"|\b(?:wrong|different) (?:person|directorate|department)\b|\bmy name (?:should not|shouldn['’]?t|is wrongly)\b"
    rf"|\b(?:take|taking|remove) (?:me|us|my name) (?:off|from) (?:{ITS}|the list|your list)\b"
    r"|\b(?:not sure|no idea|don['’]t know|unclear) why (?:i|we)(?: have|['’]ve| am| are| was| were"
    r"|['’](?:m|re) (?:down|listed|named|on))\b"
    # somebody else should be, or has it
    r"|\b(?:they|s?he)(?:['’]d| would)(?: (?:need|have) to| be (?:best placed|able) to)? (?:(?:give|send) you (?:the|an"
    r"|any|your)|(?:update|answer|tell) you)\b"
    rf"|\bleave(?: {ITS})? (?:with|for|to) {_WHOM}|\byou(?:['’]d| would)? (?:(?:have|need) to ask|need|want) {_WHOM}"
    r"|\b(?:belongs? to|falls? (?:to|under)|(?:sit|sat|lie|lay|rest|belong)s?(?: now| really)? (?:with|under)"
    r"|responsibility of) (?!me\b|us\b|my\b|our\b)",
    re.IGNORECASE,
)
_NOT_ME = re.compile(
    rf"{_NOT} (?:me|us)(?=\W*$|[.,;:!(–]| (?:[-–]|(?:any ?more|now|for|either|sorry|and|i['’]m afraid)\b))",
    re.IGNORECASE,
)
"""What tells the same at the end of a clause, for "not us" may be of anything."""
_SENTENCE = re.compile(r"[.;!?]+(?=\s|$)|\n+")
_JOINT = re.compile(r"[,:(]\s*|\s[-–—]\s|\s(?:and|so|but|as|because|since)\s", re.IGNORECASE)
_WE = r"(?:us|(?:the |our )?(?:[\w'&-]+ ){0,2}(?:council|authority|organi[sz]ation|parish|trust|team|service))"
_ON_DAY = (
    r"(?: (?:on|in|at|by|after|from|this|next|last|since)(?: (?:the|end|start|middle|of|early|mid|late"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?|{WEEKDAY},?))*? (?:{WEEKDAY}|{MONTH}|week|month|\d{{1,2}}[./]\d{{1,2}})(?: \d{{4}})?)"
)
_GOES = re.compile(
    rf"(?: am| is|'m|'s| will(?: be)?|'ll(?: be)?| have| has|'ve)?(?: now| since)? (?:(?:leav(?:e|es|ing)|left) {_WE}"
    rf"|retir(?:e|es|ing|ed)(?: from {_WE})?|leaving|no longer works?(?: here| (?:for|with|at|by) [\w'& -]{{2,40}})?"
    rf"|on secondment(?: to [\w' -]+)?|start(?:s|ed|ing)? (?:maternity|adoption) leave){_ON_DAY}?"
    r"(?=\s*$|\s*[,;:(!-]|\s(?:and|so|but)\s)"
    r"|(?:'s)? last day(?: (?:here|with us|at work|in work))? (?:is|was|will be)[^.;:,\n]{3,40}",
    re.IGNORECASE,
)
_LEAVER = re.compile(r"(?:please note (?:that )?|hi |so |and )*i(?=['\s])|my(?= last day )", re.IGNORECASE)
"""That somebody leaves for good."""
_OF_THE_WORK = re.compile(
    r"\b(?:by|until|till|due|date|deadline|extension|aim\w*|expect\w*|target|say)\b|%"
    rf"|^\W*(?:(?:now|the|end|start|early|mid|late|of) )*(?:{DAY}|{MONTH})\b",
    re.IGNORECASE,
)
"""What tells when the work is to be done."""


_OF_A_DECISION = re.compile(
    r"\b(?:decision|call|choice|idea|fault|doing|mistake|wording|words?)\W{1,3}not (?:mine|ours)\b", re.IGNORECASE
)
"""Whose decision it was, and not whose action it is ("Nick's decision, not mine")."""


def is_not_mine(words: str) -> bool:
    """Whether words about an action say that it is somebody else's."""
    words = _OF_A_DECISION.sub(" ", words)
    if _DENIES.search(words):
        return True
    if SAYS_STATUS.search(words) or MENTIONS_DONE.search(words):
        return False
    sentences = [each.strip() for each in _SENTENCE.split(words.replace("’", "'"))]
    told, beside = zip(*map(_told, sentences), strict=True)
    clauses = tuple(clause for each in beside for clause in each)
    of_work = any(map(_OF_THE_WORK.search, clauses)) or likely_state(". ".join(clauses)) or seems_in(clauses)
    return (any(told) or bool(_NOT_ME.search(words))) and not of_work


def _told(sentence: str) -> tuple[bool, list[str]]:
    """Whether a clause of a sentence tells whose it is, and the others."""
    others: list[str] = []
    end = 0
    starts = [0, *(found.end() for found in _JOINT.finditer(sentence))]
    for start, until in zip(starts, [*starts[1:], len(sentence)], strict=True):
        if start < end:
            continue
        left = whose_told(sentence[start:]) or _goes(sentence[start:])
        if left is None:
            others.append(sentence[start:until])
        else:
            end = len(sentence) - len(left.rest)
    return end > 0, others


def _goes(clause: str) -> Told | None:
    """What stands behind a clause that tells that somebody leaves."""
    i = _LEAVER.match(clause)
    party = None if i else party_at(clause)
    rest = clause[i.end() :] if i else party.rest if party and party.kind in SOMEBODY else ""
    found = _GOES.match(rest)
    return Told(rest[found.end() :]) if found else None
