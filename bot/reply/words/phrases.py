"""The tables of phrases that the clause rules look for, as owners write them.

A table is a comma-separated list of expressions; `any_of` turns it into one pattern of whole words, in any case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.plan import Status
from bot.reply.words.status_parts import AS_IT_DOES, COMES_ROUND, DROPPED, IT_WAS
from bot.reply.words.times import MONTH


def any_of(table: str, *, extra: str = "") -> re.Pattern[str]:
    """One pattern for a table; `extra` is an expression that needs no word edges."""
    alternatives = "|".join(" ".join(entry.split()) for entry in table.split(", "))
    return re.compile(rf"\b(?:{alternatives})(?!\w){extra and '|' + extra}", re.IGNORECASE)


def words_of(table: str) -> frozenset[str]:
    """The words of a table, which spaces part."""
    return frozenset(table.split())


NOT = r"n['’]t\b"

LOOKS_BACK = re.compile(
    r"\b(?!(?:need|expect|plann|schedul|delay|postpon|extend|propos|intend|requir|revis|anticipat|target|mov|push|chang"
    r"|defer|rearrang|shift|slipp)ed\b)(?:[a-z]{2,}ed|done|held|met|sent|made|given|took place|(?:signed|closed) off"
    r"|signed|went (?:live|out|to \w+))(?: (?:on|at|in|during|last))?$",
    re.IGNORECASE,
)
"""Words that end where a date begins and say that something happened then ("adopted on ")."""

BACK_BY = re.compile(
    r"^(?:(?:the|this|next|our|end|start|middle|early|late|mid|about|of)[ -])*"
    rf"(?:\d|{MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|[a-z]{3,6}day|end|week|month|year|spring|summer|autumn|winter|q\d|then|now|today|tomorrow|christmas|easter)",
    re.IGNORECASE,
)
"""What may follow "approved by" when it names a time; anything else is who did it ("by Council on 3 May")."""
# Other statuses


@dataclass(frozen=True, slots=True)
class StatusRule:
    """Words that say a status; each distinct status found is a vote, and two votes are a question."""

    name: str
    status: Status
    pattern: re.Pattern[str]


STATUS_RULES = (
    StatusRule(
        "says not started",
        Status.NOT_STARTED,
        any_of(
            r"(?:not|neither|none|(?:is|are|has|have|was|were|did|had)n['’]t)(?: (?!(?:all|every\w*|both|only|just|long"
            r"|enough|many|much|sure|as|since|when|until|before|after|that|which|who|and|but|because|if|whether|what"
            r"|how|why|i|we|it|they|he|she|you)\b)[\w'’]+){0,5}? (?:started|begun|commenced|kicked off|got going"
            r"|under ?way), (?:still |yet )to (?:start|begin|commence), (?<![\d.])0 ?% (?:complete|done), (?:not"
            r"|\w+n['’]t)(?: yet)? made (?:a|any) start, ^0 ?%$, (?:no|nil|zero) progress(?: yet)?(?! (?:since|this"
            r"|last|over|beyond)\b), (?:not|\w+n['’]t|yet to)(?: yet| really| even)? (?:got|get|gotten) (?:to"
            r"|(?:a)?round to) (?:this|it|that|doing it)(?: one)?, (?:not|\w+n['’]t)(?: yet| really)? (?:had"
            r"|have) (?:a |the |any |much )?(?:chance|time|opportunity) to (?:start|look at|do|begin|get to) (?:this|it"
            r"|that|on it), (?>(?:nothing(?: has|['’]s)?(?: yet)? (?:happened|been done|started)"
            r"|no movement)(?: on (?:this|it))?(?: as)?(?: yet)?)(?! (?:since|this|last|over|beyond)\b)"
        ),
    ),
    StatusRule(
        "says no longer needed",
        Status.CANCELLED,
        any_of(
            r"(?:decided|agreed|resolved|voted|chosen)(?: (?:in|at|on|last) [\w ]{3,20})? not to (?:carry on|continue"
            r"|proceed|go ahead|go on|pursue)(?: (?:with )?(?:this|these|it|them))?, no longer (?:needed|required"
            r"|relevant|applicable|necessary|going ahead|applies), cancel+ed, not going ahead, (?:we|i)(?:['’]ve"
            r"| have)? (?:now |since )?stopped (?:this|these|it|them|doing (?:this|these|it|them)), (?:this|these|it"
            r"|they)(?: have| has|['’]ve|['’]s)? (?:now |all )?(?:stopped|been stopped|ended), (?:not"
            r"|\w+n['’]t) (?:going to happen|happening)(?! (?:by|before|until|till|this|in|on|now|yet|at|next|as|for"
            r"|again|without|unless|so|quite)\b), abandoned, withdrawn, can be (?:deleted|removed|dropped), ^(?:been "
            rf"|now )?{DROPPED}, {IT_WAS} {DROPPED}, pulled the plug, decided against (?:this|it), (?:not|\w+n['’]t"
            r"|no longer) (?:be )?(?:proceeding|pursuing|taking forward|progressing|doing|going ahead|taking (?:this"
            r"|it) forward|going forward)(?: with)?(?=(?: (?:this|it|these))?(?:\W*$|[.,;–-]| -))"
        ),
    ),
    StatusRule(
        "says superseded",
        Status.SUPERSEDED,
        any_of(r"superseded, overtaken by, replaced by, merged (?:in)?to, covered by action"),
    ),
    StatusRule(
        "says on hold",
        Status.ON_HOLD,
        any_of(
            r"on hold, paused, parked, suspended, stalled, on ice, on the back burner, in abeyance, mothballed, "
            r"(?:frozen|put to one side)(?=\W*$|[.,;–-]| (?:until|till|by|for|while|pending|at|now)\b), "
            r"(?:had|have|decided|forced|agreed) to (?:pause|park|suspend)(?: (?:this|it|(?:the |all )?work))?, "
            r"(?:agreed|had) to hold(?: (?:this|it|(?-i:[A-Z])[\w./-]*\d))?(?= (?:until|till|pending|while)\b)"
        ),
    ),
    StatusRule(
        "says at risk",
        Status.AT_RISK,
        any_of(r"at risk, off track, off target, behind schedule, running (?:late|behind), in trouble"),
    ),
    StatusRule(
        "says partly done",
        Status.PART_COMPLETED,
        any_of(
            r"part(?:ly|ially)?[ -](?:complete|completed|done|finished|implemented), half[ -]?(?:way|done), (?:mostly"
            r"|largely|nearly|almost) (?:complete|completed|done|finished), [1-9]\d ?% (?:complete|done)"
        ),
    ),
    StatusRule(
        "says ongoing",
        Status.ONGOING,
        any_of(rf"ongoing, on-going, bau, continuous(?:ly)?, business as usual, {COMES_ROUND}"),
    ),
    StatusRule(
        "says in progress",
        Status.IN_PROGRESS,
        any_of(
            r"in progress, kicked off, (?:nearly|almost) there, ^(?:nearly|almost)$, still going(?=\s*(?:$|[.,;!])"
            r"|\s(?:on|well|ahead)\b), made a (?:good )?start, under ?way, on track, on target, on schedule, "
            r"on course, on programme(?=\W*(?:$|\n|[.,;!])| (?:for|to)\b), progressing, in hand, in train, (?:still "
            r"|being )?(?:working|worked) on (?:it|this|that), being worked on, (?:making|made) (?:good |steady "
            r"|some )?progress, [1-9] ?% (?:complete|done), (?:(?:work|has|have|now|we|i|we['’]ve"
            rf"|i['’]ve) )+(?:just )?(?:started|begun|commenced), ^(?:now )?(?:started|begun|commenced), {AS_IT_DOES}"
        ),
    ),
)

# Answers that settle nothing about the work

LOOK_ELSEWHERE = any_of(
    r"(?:please |best(?: to)? |you(?:['’](?:d|ll))? "
    r"(?:(?:should|would|will|may|might|better|best|want|need|have)(?: to)? )*)?"
    r"(?:ask|contact|speak to|try|redirect|reassign), "
    r"(?:remind|chase|ask|come back to) (?:me|us) (?:again )?(?:in|next|on|after|later), get back to you"
)
