"""What the heads of columns are called, and what each such word says about the column below it."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.importing.columns.head_word import word
from bot.importing.columns.progress_words import PROGRESS_WORDS, TOLD_ON

RAG = re.compile(r"\bb?rag\b")
WHOLE_STATUS = re.compile(r"(?:current |overall |action )?status")
TOLD = re.compile(r"progress|position|state")
NOT_ASKED = re.compile(
    r"^(?:for(?: whom)?|audience|participants|attendees|target (?:group|audience)|beneficiar(?:y|ies)"
    r"|date (?:raised|added|agreed|of meeting|opened|considered)|start(?: date)?|exec date|origin|source"
    rf"|(?:.* )?{TOLD_ON} date|(?:date )?(?:last )?(?:updated|modified|created)(?: (?:on|by|date))?"
    r"|priority.*|cost.*|budget.*|resource.*|risk(?:s)?|(?:.* )?(?:key|legend)(?: to .*)?"
    r"|(?:old|previous|prior|former) .*|last (?:month|quarter|year|status|rag).*|.* start(?: date)?)$"
)
WORDS = (
    word(
        "ref",
        9,
        r"^(?:ref(?:erence)?|no|number|#|id|item(?: no| number)?|(?:(?!serial|contact|phone|tele|post|budget|cost)\w+)"
        r" (?:no|ref|id|number|reference|code)|code|ref(?:erence)? (?:no|number)|serial(?: no| number)?|s/?no"
        r"|cyf(?:eirnod)?|rhif|wbs)$",
    ),
    word("ref", 5, r"^ref(?:erence)?\b|^minute$"),
    word(
        "section",
        8,
        r"^(?:theme|workstream|work stream|phase|section|area|category|strand|pillar|domain|portfolio|directorate|thema"
        r"|standard|maes|blaenoriaeth|amcan|bucket(?: name)?|service(?: area)?|audit(?: (?:title|name|report|review))?"
        r"|priority theme|key theme|strategic (?:theme|objective|priority))s?$",
    ),
    word(
        "section",
        4,
        r"\b(?:theme|workstream|area|category|objective|aim|(?<!desired )(?<!expected )(?<!intended )outcome)\b",
    ),
    word("section", 3, r"^(?:programme|project|initiative)(?: (?:name|title))?$"),
    word("recommendation", 9, r"\brecommendations?\b"),
    word(
        "recommendation",
        7,
        r"\b(?:findings?|issues?|observations?|areas? for (?:improvement|development|consideration)|challenge"
        r"|requirements?|gaps?|argymhell(?:iad|ion))\b"
        r"|^what (?:we were told|(?:the )?(?:\w+ ){1,3}(?:said|told us|found))\b|^concerns?$"
        r"|^(?:we|you) (?:said|heard|found|told us)$",
    ),
    word("response", 8, r"\b(?:response|reply)\b"),
    word(
        "action",
        10,
        r"^(?:(?:agreed|key|proposed|planned|our|specific|required|management|improvement|detailed"
        r"|council) )?actions?(?: (?:required|points?|needed|agreed|to be taken|we will take|plan|planned"
        r"|description|and milestones|/ ?milestones?|/ ?tasks?))?$|^(?:cam(?:au)? )?gweithred(?:u|oedd)?$|^camau$",
    ),
    word(
        "action",
        7,
        r"^(?:task|milestone|activity|activities|deliverable|step|description|initiative|project|(?:our )?commitment"
        r"|measure|improvements?(?: required| needed)?|service improvement|intervention|resolution"
        r"|what|how(?: (?:we will|will we) (?!know|measure|tell|judge).*)?|tasks"
        r"|milestones|steps|item)s?\??$",
    ),
    word("action", 5, r"^(?:priorit(?:y|ie)|objective|output)s?$"),
    word(
        "action",
        8,
        r"^(?:task|action|project|activity|milestone|card|work item) (?:name|title|description|summary)$|^we will$"
        r"|^(?:key|main) (?:task|activit(?:y|ie)|milestone|deliverable|project|step|initiative)s?$",
    ),
    word(
        "action",
        9,
        r"^what we (?:want|need) (?:done|to do|to happen)\b"
        r"|^what (?:we will|will we|we are going to|are we going to) (?:do\b|(?:deliver|put in place|change)$)",
    ),
    word("action", 7, r"^(?:tasks?|actions?|activit(?:y|ies)|steps?|priorities) (?:for|in|this|over) .*$"),
    word("action", 7, r"^what (?:(?:needs|has|is) to be|must be|needs) (?:done|doing|changed?)\b"),
    word("action", 6, r"^[\w ]+ ?/ ?(?:task|action|activity|milestone|project|step|deliverable)s?$"),
    word(
        "action",
        8,
        r"^(?:\w+ )?(?:steps?|measures?|work|tasks?|activit(?:y|ies))"
        r" (?:to be taken|we will take|required|needed|planned|proposed|to take)$",
    ),
    word("action", 5, r"^(?:title|summary|details?)$"),
    word(
        "action",
        7,
        r"^(?:(?:our|the|agreed|formal|key) )?(?:undertaking|remed(?:y|ie)|pledge|promise|ask|job|offer|proposal"
        r"|instruction|direction given|must do|to do)s?(?: given| made)?$"
        r"|^(?:corrective|remedial|preventive|follow up|mitigating) (?:action|measure|step|work)s?$"
        r"|^(?:way|route|path) forward$|^next (?:move|step)s?$|^work packages?$"
        r"|^(?:intended|planned|agreed|further) work$|^resolution of .*$",
    ),
    word("action", 4, r"\b(?:projects?|initiatives?|deliverables?|interventions?|improvements?)$"),
    word("action", 9, r"\bresponse\b.*\bactions?\b"),
    word(
        "action",
        6,
        r"^what (?:will|we|do|needs|is to)\b(?!.*\b(?:success|difference|impact|benefits?|outcomes?|look|want)\b)",
    ),
    word("update", 8, r"^what (?:has|have|did|we have|happened)\b(?! to\b)"),
    word("action", 6, r"\bactions?\b(?! (?:taken|status|code|owner|lead|by|date|to date|completed|complete))"),
    word("owner", 10, r"\b(?:lead|responsible|accountable|action|ownership) (?:officer|manager|owner)s?\b"),
    word("owner", 10, r"^(?:assigned|allocated) to$"),
    word(
        "owner",
        9,
        r"\b(?:(?<!risk )owners?|ownership|leads?|responsib\w+|accountab\w+|assigned|assignee|by whom|who|perchennog"
        r"|arweinydd|swyddog(?:ion)?|cyfrifol(?:deb)?|pwy)\b"
        r"|\b(?:actioned|done|undertaken|delivered|provided|led|run|arranged|organised|managed) by$",
    ),
    word("owner", 2, r"^(?:delivery|lead|delivering|responsible) partners?(?: organisations?)?$"),
    word(
        "owner",
        6,
        r"\b(?:officers?|sponsor|portfolio holder|contact|sro)\b|^(?:(?:team )?members?|managers?|person|people)$",
    ),
    word(
        "owner",
        6,
        r"^(?:risk owner|custodian|handler|steward|caretaker|champion|assignee|nominee|nominated(?: \w+)?|answerable"
        r"|tasked(?: to)?|taken forward by|in charge|(?:named|point|key) (?:person|officer|contact)"
        r"|(?:pen|duty|post|action) ?holder)s?$",
    ),
    *PROGRESS_WORDS,
)

_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where the words of "DueDate" meet, as lists and databases export them."""


@lru_cache(maxsize=4_096)
def plain_head(head: str) -> str:
    """A printed head in small letters, without what is neither a word nor says what the words stand for."""
    return " ".join(re.sub(r"[^\w%#&/?' ]+", " ", _JOINT.sub(" ", head)).lower().split())
