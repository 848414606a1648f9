"""A clause that tells whose an action is: a subject, a verb of possession and a party, or a party who has it."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_OFF = rf"(?:moved|went|gone|passed|transferred|handed|given|reassigned|re-?allocated|switched){_ACROSS}"
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
    _verb(rf"{_BE} (?:down to|one for|for|under)|one for", STAFF, frozenset({Kind.SMALL})),
    _verb(r"(?:should|needs? to|ought to|must|will|would)(?: \w+)? (?:go to|come from|be with|be for)", STAFF),
    _verb(rf"{_HAVE}{_OFF} (?:to|under)", SOMEBODY | {Kind.TEAM}, frozenset({Kind.POST}), _A_PAPER),
    _verb(rf"{_BE} with|^with", frozenset({Kind.PERSON}), _OTHERS, _A_PAPER),
    _verb(rf"{_BE} (?:being )?(?:owned|led|run|managed|handled|looked after|dealt with) by", SOMEBODY, STAFF | _OTHERS),
    _verb(
        r"(?:send|redirect|direct|reassign|forward|pass|give|move|switch|address)(?: over| on)? "
        rf"(?:{ITS}|(?:your |any |all |future )*(?:reminders?|e-?mails?|queries)){_ACROSS} to",
        STAFF,
    ),
    _verb(rf"(?:can|could|should|may) {ITS} (?:now |please )?(?:go|be {_OFF}) to", SOMEBODY | {Kind.TEAM}),
    _verb(r"(?:see|try|take (?:it|this) up with)", SOMEBODY),
    _IS,
)
_DENIED = re.compile(r"\b(?:not|no|never|if|unless|until|whether|once|may|might|when)\b|n't\b|[,;:(]", re.IGNORECASE)
_ONLY_ITS = re.compile(rf"(?:(?:i think|sorry|so|and|but|because|also|yes|as|hi|then) )*(?:{ITS}|)\W*", re.IGNORECASE)
_TIME = (
    rf"(?:now|then|today|tomorrow|(?:next|last|this) \w+|[^.;:,]{{0,20}}?\b(?:{WEEKDAY}|{MONTH})(?: \d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|(?:the |our )?[\w'-]* ?(?:re-?structur\w+|re-?organi[sz]ation|reshuffle))"
)
_NOW = (
    r"(?:(?:now|these days|nowadays|any ?more|instead|rather than [\w']+|not (?:me|us|mine|ours|(?-i:[A-Z])\w+)"
    rf"|(?:ever )?since {_TIME}|from {_TIME}(?: on(?:wards)?)?|(?:as of|as from|with effect from|after) {_TIME})\b)"
)
_TAIL = re.compile(
    rf"(?P<tail>(?:,? (?:{_NOW}|(?:really|actually|please|either|too|probably|direct|to (?:do|answer|update|lead))\b"
    rf"|(?:in|on|at|under) {_TIME}\b))*)(?=\s*(?:$|[,;:()])|\s(?:[-–—]|and|so|but|who|which|as|because|since|while|for (?:the|this|that))\s)",
    re.IGNORECASE,
)
_OF_NOW = re.compile(rf"\b{_NOW}", re.IGNORECASE)
_OWN_ACTION = re.compile(r" (?:one|action|area|job|patch|remit|project|responsibility)s?\b", re.IGNORECASE)

_WILL = r"(?:(?:will|'ll|is|are|has|have|'s|'ve|was|been|be|now|since|already|currently|going to|who) )*"
_TAKES = (
    r"(?:pick(?:s|ed|ing)? up|t(?:akes?|aken|aking|ook) (?:over|on)|inherited|lead(?:s|ing)?(?: on)?|own(?:s|ing)?"
    r"|deal(?:s|ing)? with|look(?:s|ing)? after|cover(?:s|ing)?(?: for)?|handl(?:es?|ing)|run(?:s|ning)?"
    r"|manag(?:es?|ing)|(?:has |have )?responsib(?:ility|le) for)"
)
_HOLDS_IT = re.compile(
    rf"\s?{_WILL}(?:(?:{_TAKES}|do(?:es|ing)?|has|have|got|holds?|picked|took|taken|taking|picking) (?:{ITS}|the pen)"
    rf"{_ACROSS}|leads|leading|(?:take|taking) over)(?=\W|$)",
    re.IGNORECASE,
)
"""That a party has the actions asked about."""
_HOLDS_SOMETHING = re.compile(
    rf" {_WILL}{_TAKES} (?!\w+ing\b)[\w'& -]{{3,60}}?(?=\s*$|[,;:(]| (?:and|so|but|who|as) )", re.IGNORECASE
)
"""That a person has some field of work."""
_TO_ASK = re.compile(
    r" (?:is|'s|(?:would|will|should) be)(?: now| probably)? (?:(?:the|your|a|my) (?:\w+ )?(?:man|woman|contact|person"
    r"|lead|officer|one|owner|colleague|replacement|successor)|better placed|best placed|who you (?:need|want))\b"
    r"[\w ]{0,40}| (?:would|will|should|'ll) know",
    re.IGNORECASE,
)
_LEAD = r"(?:the |your |our )?(?:(?:new )?(?:lead|owner|contact)|(?:lead|right) (?:officer|person|contact))"
_THE_LEAD = re.compile(rf"{_LEAD}(?: for \w+)? is(?: now)? ", re.IGNORECASE)
_OPENS = re.compile(r"(?:(?:it's|and|so|but|as|sorry|i think|because|hi|also) )*", re.IGNORECASE)
_THEY = re.compile(r"s?he(?=['\s])|they(?=['\s])", re.IGNORECASE)


def whose_told(clause: str) -> int:
    """How much of a clause, from its first letter on, tells whose an action is; 0 where it tells nothing of it."""
    return _by_verb(clause) or _by_holder(clause)


def _by_verb(clause: str) -> int:
    for verb in _VERBS:
        for found in verb.pattern.finditer(clause):
            subject = clause[: found.start()]
            if len(subject.split()) > _LONGEST or _DENIED.search(subject) or verb.unless.search(subject):
                continue
            if found[0].startswith("'") and not _ONLY_ITS.fullmatch(subject):
                continue  # "the Council's policy"
            party = party_at(clause[found.end() :])
            left = _left(party, verb, found[0], subject) if party else None
            if left is not None:
                return len(clause) - len(left)
    return 0


def _left(party: Party, verb: _Verb, words: str, subject: str) -> str | None:
    """What of a clause stands behind a party to whom `verb` gives the action; None where it does not."""
    own = _OWN_ACTION.match(party.rest) if party.owns else None
    rest = party.rest[own.end() :] if own else party.rest
    tail = _TAIL.match(rest)
    if not tail:
        return None
    topic = verb is _IS and not (party.kind is Kind.PERSON or party.owns or _ONLY_ITS.fullmatch(subject))
    sure = (party.kind in verb.kinds and not topic) or (verb is _IS and party.owns)
    perhaps = (party.kind in verb.kinds | verb.perhaps) and _OF_NOW.search(f"{words}{tail[0]}")
    return rest[tail.end() :] if sure or perhaps else None


def _by_holder(clause: str) -> int:
    opens = _OPENS.match(clause)
    rest = clause[opens.end() :] if opens else clause
    lead = _THE_LEAD.match(rest)
    party = party_at(rest[lead.end() :] if lead else rest)
    they = _THEY.match(rest)
    found: re.Match[str] | None = None
    if lead and party and party.kind in SOMEBODY:
        return len(clause) - len(party.rest)
    if they:
        rest = rest[they.end() :]
        found = _HOLDS_IT.match(rest)
    elif party:
        rest = party.rest
        if party.held and not rest.strip():
            return len(clause)
        rules = (_HOLDS_IT, _TO_ASK, *((_HOLDS_SOMETHING,) if party.kind is Kind.PERSON else ()))
        found = next(filter(None, (rule.match(rest) for rule in rules)), None)
    tail = _TAIL.match(rest, found.end()) if found else None
    return len(clause) - len(rest) + tail.end() if tail else 0
