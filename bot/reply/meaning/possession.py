"""A clause that tells whose an action is: a subject, a verb of possession and a party, or a party who has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.reply.meaning.party import SOMEBODY, STAFF, Kind, Party, party_at
from bot.reply.words.times import MONTH, WEEKDAY

_NONE: frozenset[Kind] = frozenset()
_OTHERS = frozenset({Kind.TEAM, Kind.BODY})
_LONGEST = 9

_REF = r"(?-i:[A-Z]{0,6}[-/. ]?\d[\w./()-]*)"
ITS = (
    r"(?:(?:(?:both|all|all (?:two|three|four|five)|the (?:rest|others?|two|three)) of )?"
    r"(?:this|that|it|these|those|they|them)(?: (?:one|two|three|action|item|point)s?)?|both|all"
    r"|(?:the|my) (?:rest|others?|first|second|third|last|actions?|items?)(?: (?:one|two|three|action|item)s?)?"
    rf"|(?:(?:actions?|items?|numbers?|points?|nos?\.?|recs?) )?{_REF}(?:(?:,| and| &|, and) {_REF})*)"
)
"""What stands for the actions asked about."""
_BE = (
    r"(?:(?:is|are|was|were|'s|'re|'ll be|(?:has|have|will|should|would|must) be(?:en)?|needs? to be)"
    r"(?: (?:now|really|actually|probably|all|both|currently|still))*)"
)
_HAVE = r"(?:(?:has|have|had|is|are|was|were|'s|'ve|been|now|since|recently|just) )*"
_ACROSS = r"(?: (?:over|across|on|up|back))*"
_OFF = rf"(?:moved|went|gone|passed|given|switched){_ACROSS}"
_HANDED = rf"(?:transferred|handed|reassigned|re-?allocated){_ACROSS}"
_A_PAPER = (
    r"\b(?:draft|report|paper|spec(?:ification)?|brief|form|application|document|contract|bid|proposal|submission"
    r"|drawing|version|text|order|invoice|quote|figures?|which|work|ball|plans?)s?\b"
)
_NO_ACTION = (
    r"\b(?:delay|hold[- ]?up|slippage|wait|problem|issue|change|cause|step|stage|phase|priority|focus|theme|chair"
    r"|director|officer|manager|member|candidate|appointee|contractor|supplier|consultant|provider|winner|partner"
    r"|trainer|speaker|clerk|role|post|what|who|here|there)s?\b"
)
"""A person or a hitch, so that who it is tells nothing of whose an action is."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of possession: whom it gives something to, and what must not stand in front of it.

    To those of `perhaps` it does so only where words beside it ("now", "not us") say that it is theirs.
    """

    pattern: re.Pattern[str]
    kinds: frozenset[Kind]
    perhaps: frozenset[Kind]
    unless: re.Pattern[str]


def _verb(pattern: str, kinds: frozenset[Kind], perhaps: frozenset[Kind] = _NONE, unless: str = "(?!)") -> _Verb:
    whole = rf"(?:^|(?<=\s)|(?='))(?:{pattern})\s+"
    return _Verb(re.compile(whole, re.IGNORECASE), kinds, perhaps, re.compile(unless, re.IGNORECASE))


_IS = _verb(_BE, STAFF - {Kind.FORENAME}, frozenset({Kind.SMALL}), f"{_A_PAPER}|{_NO_ACTION}")
_VERBS = (
    _verb(
        r"(?:(?:sit|sat|lie|lay|rest|belong)s?(?: now| really)? (?:with|under)|belongs? to|falls? (?:to|under))", STAFF
    ),
    _verb(rf"{_BE} (?:down to|one for|for|under)|one for", STAFF, frozenset({Kind.SMALL})),
    _verb(r"(?:should|needs? to|ought to|must|will|would)(?: \w+)? (?:go to|come from|be with|be for)", STAFF),
    _verb(rf"{_HAVE}{_OFF} (?:to|under)", SOMEBODY | {Kind.TEAM}, frozenset({Kind.POST}), _A_PAPER),
    _verb(rf"{_HAVE}{_HANDED} to", STAFF, unless=_A_PAPER),
    _verb(r"(?:write to|contact|ask|speak to|talk to|deal with)", _NONE, SOMEBODY),
    _verb(rf"{_BE} with|^with", frozenset({Kind.PERSON}), _OTHERS, _A_PAPER),
    _verb(
        r"(?:is|are|'s|'re|be)(?: now| being)* (?:owned|led|run|managed|handled|looked after|dealt with) by",
        SOMEBODY,
        STAFF | _OTHERS,
    ),
    _verb(
        r"(?:send|redirect|direct|reassign|forward|pass|give|move|switch|address)(?: over| on)? "
        rf"(?:{ITS}|(?:your |any |all |future )*(?:reminders?|e-?mails?|queries)){_ACROSS} to",
        STAFF,
    ),
    _verb(
        rf"(?:can|could|should|may) {ITS} (?:now |please )?(?:go|be (?:{_OFF}|{_HANDED}|sent)) to",
        SOMEBODY | {Kind.TEAM},
    ),
    _IS,
)
_DENIED = re.compile(r"\b(?:not|no|never|if|unless|until|whether|once|may|might|when)\b|n't\b|[,;:(]", re.IGNORECASE)
_ONLY_ITS = re.compile(rf"(?:(?:i think|sorry|so|and|but|because|also|yes|as|hi|then) )*(?:{ITS}|)\W*", re.IGNORECASE)
_TIME = (
    rf"(?:now|then|today|tomorrow|(?:next|last|this) \w+|[^.;:,]{{0,20}}?\b(?:{WEEKDAY}|{MONTH})(?: \d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|(?:the |our )?[\w'-]* ?(?:re-?structur\w+|re-?organi[sz]ation|reshuffle))"
)
_OTHERS_ONLY = r"(?:rather than [\w']+|not (?:me|us|mine|ours|(?-i:[A-Z])\w+))\b"
_NOW = (
    rf"(?:(?:now|these days|nowadays|any ?more|instead|{_OTHERS_ONLY}"
    rf"|(?:ever )?since {_TIME}|from {_TIME}(?: on(?:wards)?)?|(?:as of|as from|with effect from|after) {_TIME})\b)"
)
_JOINED = r"(?:[-–—]|and|so|but|who|which|as|because|since|while|when|for (?:the|this|that))"
_TAIL = re.compile(
    rf"(?P<tail>(?:,? (?:{_NOW}|(?:(?:in|on|at|under) {_TIME}|(?:about|regarding) {ITS}|i (?:think|believe)"
    r"|with the [\w'-]+|really|actually|please|either|too|probably|direct|to (?:do|answer|update|lead))\b))*)"
    rf"(?=\s*(?:$|[,;:()])|\s{_JOINED}\s)",
    re.IGNORECASE,
)
_OF_NOW = re.compile(rf"\b{_NOW}", re.IGNORECASE)
_NOT_OURS = re.compile(rf"\b{_OTHERS_ONLY}", re.IGNORECASE)
_OWN_ACTION = re.compile(r" (?:one|action|area|job|patch|remit|project|responsibility)s?\b", re.IGNORECASE)

WILL = r"(?:(?:will|['’]ll|is|are|has|have|['’]s|['’]ve|was|been|be|now|since|already|currently|going to|who) )*"
TAKES = (
    r"(?:pick(?:s|ed|ing)? up|t(?:akes?|aken|aking|ook) (?:over|on)|inherited|lead(?:s|ing)?(?: on)?|own(?:s|ing)?"
    r"|deal(?:s|ing)? with|look(?:s|ing)? after|cover(?:s|ing)?(?: for)?|handl(?:es?|ing)|run(?:s|ning)?"
    r"|manag(?:es?|ing)|(?:has |have )?responsib(?:ility|le) for)"
)
_HOLDS_IT = re.compile(
    rf"\s?{WILL}(?:(?:{TAKES}|do|has|have|got|holds?|pick(?:s|ed|ing)?|t(?:akes?|aken|aking|ook)) (?:{ITS}|the pen)"
    rf"{_ACROSS}|leads|leading|(?:take|taking|took) over|would know"
    r"|(?:the|your) (?:\w+ )?(?:man|woman|contact|person|lead|officer|owner)(?: to ask| for \w+)?)(?=\W|$)",
    re.IGNORECASE,
)
"""That a party has the actions asked about."""
_HOLDS_SOMETHING = re.compile(
    rf" (?!(?:is|are|'s)\b.* (?:running|handling|managing)\b){WILL}(?:{TAKES} (?!\w+ing\b)[\w'& -]{{3,60}}?"
    rf"|t(?:akes?|aken|aking|ook) [\w'& -]{{3,40}} (?:over|on)"
    r"|(?:still )?holds [\w'& -]{3,40}?)(?=\s*$|[,;:(]| (?:and|so|but|who|as) )",
    re.IGNORECASE,
)
"""That a person has some field of work."""
_PAYS = re.compile(r"(?:(?:the|our|its) )?(?:insur\w+|warranty|guarantee)\b", re.IGNORECASE)
"""What covers the cost of something, and not the work."""
_OPENS = re.compile(r"(?:(?:it's|and|so|but|as|sorry|i think|because|hi|also) )*", re.IGNORECASE)
_THEY = re.compile(r"s?he(?=['\s])|they(?=['\s])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What stands behind the words that tell whose an action is, and the person whom they name."""

    rest: str
    person: str = ""


def whose_told(clause: str) -> Told | None:
    """Whose an action is by the clause that opens `clause`; None where it tells nothing of it."""
    return _by_verb(clause) or _by_holder(clause)


def _by_verb(clause: str) -> Told | None:
    for verb in _VERBS:
        for found in verb.pattern.finditer(clause):
            subject = clause[: found.start()]
            if len(subject.split()) > _LONGEST or _DENIED.search(subject) or verb.unless.search(subject):
                continue
            if found[0].startswith("'") and not _ONLY_ITS.fullmatch(subject):
                continue  # "the Council's policy"
            party = party_at(clause[found.end() :])
            rest = _behind(party, verb, found[0], subject) if party else None
            if party and rest is not None:
                return Told(rest, party.person)
    return None


def _behind(party: Party, verb: _Verb, words: str, subject: str) -> str | None:
    """What stands behind a party to whom `verb` gives the action; None where it does not."""
    own = _OWN_ACTION.match(party.rest) if party.owns else None
    rest = party.rest[own.end() :] if own else party.rest
    tail = _TAIL.match(rest)
    if not tail:
        return None
    known = party.owns or party.held or party.placed
    bare = verb is _IS and not known and (party.kind is Kind.PERSON or not _ONLY_ITS.fullmatch(subject))
    sure = (party.kind in verb.kinds and not bare) or (verb is _IS and party.owns)
    beside = _NOT_OURS if party.kind is Kind.SMALL else _OF_NOW
    perhaps = party.kind in verb.kinds | verb.perhaps and beside.search(f"{subject}{words}{tail[0]}")
    return rest[tail.end() :] if sure or perhaps else None


def _by_holder(clause: str) -> Told | None:
    opens = _OPENS.match(clause)
    words = clause[opens.end() :] if opens else clause
    they = _THEY.match(words)
    if they:
        return _holding(words[they.end() :])
    party = party_at(words)
    if party is None or party.kind not in STAFF | {Kind.BODY} or _PAYS.match(words):
        return None
    if party.held and not party.rest.strip():
        return Told("", party.person)
    told = _holding(party.rest, *((_HOLDS_SOMETHING,) if party.kind is Kind.PERSON else ()))
    return replace(told, person=party.person) if told else None


def _holding(words: str, *more: re.Pattern[str]) -> Told | None:
    found = next(filter(None, (rule.match(words) for rule in (_HOLDS_IT, *more))), None)
    tail = _TAIL.match(words, found.end()) if found else None
    return Told(words[tail.end() :]) if tail else None
