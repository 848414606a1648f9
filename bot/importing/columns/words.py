"""What the heads of columns are called, and what each such word says about the column below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.months import MONTH_NAMES


@dataclass(frozen=True, slots=True)
class Word:
    """Words of a head that speak for a field; where several do, the greatest weight decides."""

    field: str
    weight: int
    pattern: re.Pattern[str]


def _word(field: str, weight: int, pattern: str) -> Word:
    return Word(field, weight, re.compile(pattern))


_DONE = r"(?:completed?|completion|progress|done)"
_CLOSED = r"(?:actually )?(?:closed|(?<=date )(?:completed|done|finished|achieved)|completed(?= (?:on|date)))"
_TOLD_ON = r"(?:notes?|updates?|comments?|progress|status|reported|reporting|modified|entry)\b"
"""What has a day of its own that is no day of the action."""
RAG = re.compile(r"\bb?rag\b")
WHOLE_STATUS = re.compile(r"(?:current |overall |action )?status")
TOLD = re.compile(r"progress|position|state")
NOT_ASKED = re.compile(
    r"^(?:for(?: whom)?|audience|participants|attendees|target (?:group|audience)|beneficiar(?:y|ies)"
    r"|date (?:raised|added|agreed|of meeting|opened|considered)|start(?: date)?|exec date|origin|source"
    rf"|(?:.* )?{_TOLD_ON} date|(?:date )?(?:last )?(?:updated|modified|created)(?: (?:on|by|date))?"
    r"|priority.*|cost.*|budget.*|resource.*|risk(?:s)?|(?:.* )?(?:key|legend)(?: to .*)?"
    r"|(?:old|previous|prior|former) .*|last (?:month|quarter|year|status|rag).*|.* start(?: date)?)$"
)
WORDS = (
    _word(
        "ref",
        9,
        r"^(?:ref(?:erence)?|no|number|#|id|item(?: no| number)?|(?:(?!serial|contact|phone|tele|post|budget|cost)\w+)"
        r" (?:no|ref|id|number|reference|code)|code|ref(?:erence)? (?:no|number)|serial(?: no| number)?|s/?no"
        r"|cyf(?:eirnod)?|rhif|wbs)$",
    ),
    _word("ref", 5, r"^ref(?:erence)?\b|^minute$"),
    _word(
        "section",
        8,
        r"^(?:theme|workstream|work stream|phase|section|area|category|strand|pillar|domain|portfolio|directorate|thema"
        r"|standard|maes|blaenoriaeth|amcan|bucket(?: name)?|service(?: area)?|audit(?: (?:title|name|report|review))?"
        r"|priority theme|key theme|strategic (?:theme|objective|priority))s?$",
    ),
    _word(
        "section",
        4,
        r"\b(?:theme|workstream|area|category|objective|aim|(?<!desired )(?<!expected )(?<!intended )outcome)\b",
    ),
    _word("section", 3, r"^(?:programme|project|initiative)(?: (?:name|title))?$"),
    _word("recommendation", 9, r"\brecommendations?\b"),
    _word(
        "recommendation",
        7,
        r"\b(?:findings?|issues?|observations?|areas? for (?:improvement|development|consideration)|challenge"
        r"|requirements?|gaps?|argymhell(?:iad|ion))\b"
        r"|^what (?:we were told|(?:the )?(?:\w+ ){1,3}(?:said|told us|found))\b|^concerns?$"
        r"|^(?:we|you) (?:said|heard|found|told us)$",
    ),
    _word("response", 8, r"\b(?:response|reply)\b"),
    _word(
        "action",
        10,
        r"^(?:(?:agreed|key|proposed|planned|our|specific|required|management|improvement|detailed"
        r"|council) )?actions?(?: (?:required|points?|needed|agreed|to be taken|we will take|plan|planned"
        r"|description|and milestones|/ ?milestones?|/ ?tasks?))?$|^(?:cam(?:au)? )?gweithred(?:u|oedd)?$|^camau$",
    ),
    _word(
        "action",
        7,
        r"^(?:task|milestone|activity|activities|deliverable|step|description|initiative|project|(?:our )?commitment"
        r"|measure|improvements?(?: required| needed)?|service improvement|intervention|resolution"
        r"|what|how(?: (?:we will|will we) (?!know|measure|tell|judge).*)?|tasks"
        r"|milestones|steps|item)s?\??$",
    ),
    _word("action", 5, r"^(?:priorit(?:y|ie)|objective|output)s?$"),
    _word(
        "action",
        8,
        r"^(?:task|action|project|activity|milestone|card|work item) (?:name|title|description|summary)$|^we will$"
        r"|^(?:key|main) (?:task|activit(?:y|ie)|milestone|deliverable|project|step|initiative)s?$",
    ),
    _word(
        "action",
        9,
        r"^what we (?:want|need) (?:done|to do|to happen)\b"
        r"|^what (?:we will|will we|we are going to|are we going to) (?:do\b|(?:deliver|put in place|change)$)",
    ),
    _word("action", 7, r"^(?:tasks?|actions?|activit(?:y|ies)|steps?|priorities) (?:for|in|this|over) .*$"),
    _word("action", 7, r"^what (?:(?:needs|has|is) to be|must be|needs) (?:done|doing|changed?)\b"),
    _word("action", 6, r"^[\w ]+ ?/ ?(?:task|action|activity|milestone|project|step|deliverable)s?$"),
    _word(
        "action",
        8,
        r"^(?:\w+ )?(?:steps?|measures?|work|tasks?|activit(?:y|ies))"
        r" (?:to be taken|we will take|required|needed|planned|proposed|to take)$",
    ),
    _word("action", 5, r"^(?:title|summary|details?)$"),
    _word(
        "action",
        7,
        r"^(?:(?:our|the|agreed|formal|key) )?(?:undertaking|remed(?:y|ie)|pledge|promise|ask|job|offer|proposal"
        r"|instruction|direction given|must do|to do)s?(?: given| made)?$"
        r"|^(?:corrective|remedial|preventive|follow up|mitigating) (?:action|measure|step|work)s?$"
        r"|^(?:way|route|path) forward$|^next (?:move|step)s?$|^work packages?$"
        r"|^(?:intended|planned|agreed|further) work$|^resolution of .*$",
    ),
    _word("action", 4, r"\b(?:projects?|initiatives?|deliverables?|interventions?|improvements?)$"),
    _word("action", 9, r"\bresponse\b.*\bactions?\b"),
    _word(
        "action",
        6,
        r"^what (?:will|we|do|needs|is to)\b(?!.*\b(?:success|difference|impact|benefits?|outcomes?|look|want)\b)",
    ),
    _word("update", 8, r"^what (?:has|have|did|we have|happened)\b(?! to\b)"),
    _word("action", 6, r"\bactions?\b(?! (?:taken|status|code|owner|lead|by|date|to date|completed|complete))"),
    _word("owner", 10, r"\b(?:lead|responsible|accountable|action|ownership) (?:officer|manager|owner)s?\b"),
    _word("owner", 10, r"^(?:assigned|allocated) to$"),
    _word(
        "owner",
        9,
        r"\b(?:(?<!risk )owners?|ownership|leads?|responsib\w+|accountab\w+|assigned|assignee|by whom|who|perchennog"
        r"|arweinydd|swyddog(?:ion)?|cyfrifol(?:deb)?|pwy)\b"
        r"|\b(?:actioned|done|undertaken|delivered|provided|led|run|arranged|organised|managed) by$",
    ),
    _word("owner", 2, r"^(?:delivery|lead|delivering|responsible) partners?(?: organisations?)?$"),
    _word(
        "owner",
        6,
        r"\b(?:officers?|sponsor|portfolio holder|contact|sro)\b|^(?:(?:team )?members?|managers?|person|people)$",
    ),
    _word(
        "owner",
        6,
        r"^(?:risk owner|custodian|handler|steward|caretaker|champion|assignee|nominee|nominated(?: \w+)?|answerable"
        r"|tasked(?: to)?|taken forward by|in charge|(?:named|point|key) (?:person|officer|contact)"
        r"|(?:pen|duty|post|action) ?holder)s?$",
    ),
    _word(
        "due",
        6,
        r"^(?:needed|required|promised|wanted|ready|delivered|land(?:s|ed)?|in place|complete|done|finished|closed)"
        r" (?:by|for|before|on)$|^(?:back (?:at|to)|bring forward|report back|to report back|return to)\b.*$|^eta$"
        r"|^(?:review|report) (?:at|by)$",
    ),
    _word(
        "due",
        9,
        r"\b(?:due|deadline|by when|timescales?|time scales?|timelines?|timeframes?|complete by|completed by"
        r"|completion|end date|target date|date to be completed|finish|dyddiad|terfyn amser|erbyn|pryd|amserlen)\b",
    ),
    _word(
        "due",
        7,
        r"^when (?:will|is|by|do)\b|\btarget\b"
        r"|^(?:by|when|target|date|dates|timing|relevant fy|fy|financial year|year|end)\??$",
    ),
    _word("due", 4, r"\bdates?\b"),
    _word(
        "revised_due",
        10,
        rf"\b(?:revised|new|extended|amended|current|updated|latest) (?:(?!{_TOLD_ON})\w+ )?"
        r"(?:due|date|target|deadline|timescale|completion|finish|end)\b"
        r"|\bforecast\b(?! (?:outturn|spend|cost|saving))|\bextended to\b|\bextension\b"
        r"|\b(?:anticipated|expected|estimated|projected) (?:\w+ )?(?:completion|date|end|finish|delivery)\b"
        r"|\b(?:date|target|deadline|due|timescale|completion) (?:revised|extended|amended|current|updated|latest)$"
        r"|^revised(?: to| by)?$|^(?:moved|slipped|re ?scheduled) to$",
    ),
    _word(
        "due",
        8,
        r"\b(?:original|baseline|initial|agreed|planned) (?:\w+ )?"
        r"(?:due|date|target|deadline|timescale|completion|finish|end)\b",
    ),
    _word("due", 6, r"\bbaseline$"),
    _word(
        "closed",
        9,
        rf"^(?:date )?{_CLOSED}(?: (?:on|date))?$|^(?:closure|actual) date$"
        r"|^date of (?:completion|closure)$",
    ),
    _word(
        "closed",
        10,
        r"^(?:date of |actual )?(?:completion|closure)(?: date(?: ?(?:and|/|&))?| ?(?:and|/|&)) ?"
        r"(?:outcomes?|evidence|comments?|notes?)$",
    ),
    _word("closed", 8, r"^(?:completion|closure) (?:outcomes?|evidence|comments?|notes?)$"),
    _word("closed", 8, r"^actual (?:completion|end|finish|closure)(?: date)?$|^completion date$"),
    _word("status", 10, r"^(?:current )?status$"),
    _word("status", 9, r"^(?:complied(?: with)?|implemented|achieved|actioned|delivered|done)\??$"),
    _word("status", 9, r"^statws$|\bstatus\b|\bopen ?/ ?closed?\b"),
    _word("status", 8, r"^complete\??$|^completed\??$"),
    _word(
        "percent",
        10,
        rf"^(?:%|percent(?:age)?|% ?{_DONE}|percent(?:age)? (?:of )?{_DONE}|{_DONE} ?(?:%|percent(?:age)?))$",
    ),
    _word("rag", 9, r"\bb?rag\b"),
    _word("rag", 6, r"^(?:rating|confidence|(?:delivery )?(?:confidence|health))$"),
    _word("rag", 5, r"^(?:traffic ?lights?|b?ragb?|colour(?: rating)?|signal|light|flag)$"),
    _word(
        "status",
        5,
        r"^(?:where|how) (?:it|we|things?)(?: i?s| are|'s|'re) (?:at|looking|standing|up to)$"
        r"|^closed out\??$|^cleared\??$"
        r"|^how (?:is|s|are|'s)? ?(?:it|things|we) (?:looking|standing)\??$|^how's it (?:looking|going|doing)\??$"
        r"|^(?:outturn|result|standing|tracking|kept|delivery status)\??$|^where it's at$",
    ),
    _word("status", 5, r"^(?:list(?: name)?|stage|swim ?lane|(?:current |latest |audit )?assessment)$"),
    _word(
        "status",
        6,
        r"^how (?:is|s|are) (?:it|we|things) (?:going|doing|progressing)\??$"
        r"|^how (?:it|things|we) (?:is|are) (?:going|doing|progressing)$|^how far\b.*|^sefyllfa$"
        r"|^where (?:are we|(?:it|this|things?) (?:i?s|stands?|has got to|got to|are)|we (?:are|stand))(?: now)?\??$"
        r"|^progress$|^state(?: of play)?$|^position$",
    ),
    _word(
        "update",
        8,
        r"^now\b|\b(?:updates?|comments?|commentary|latest|notes?|diweddariad|sylwadau|cynnydd|narrative"
        r"|action taken|evidence|milestones? (?:achieved|met|reached)|achievements?|progress (?:to date|report|made"
        r"|notes?|so far))\b",
    ),
    _word(
        "update",
        7,
        r"^(?:(?:autumn|spring|summer|half|end of|mid|termly|in|year|interim|\d|term|q[1-4]|quarter(?:ly)?|month(?:ly)?"
        rf"|{MONTH_NAMES})[ -]?)+ (?:evaluation|review|impact|monitoring|position)s?$",
    ),
    _word(
        "update",
        5,
        r"\bprogress\b|^how (?:is|s) it going\b|^where (?:are we|we are)\b|^position\b"
        r"|\b(?:current|latest|present) position\b",
    ),
)

_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where the words of "DueDate" meet, as lists and databases export them."""


@lru_cache(maxsize=4_096)
def plain_head(head: str) -> str:
    """A printed head in small letters, without what is neither a word nor says what the words stand for."""
    return " ".join(re.sub(r"[^\w%#&/?' ]+", " ", _JOINT.sub(" ", head)).lower().split())
