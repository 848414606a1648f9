"""Whether words read as a thing to do: they begin with what somebody is to do, or say who is to do it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_VERBS = """
accelerate achieve act adapt add address adopt advertise advise agree align allocate amend analyse announce appoint
apply appraise approve arrange assess assign attend audit authorise automate award baseline begin benchmark bid bring
brief build buy calculate call campaign capture carry cascade centralise challenge champion change check clarify
clean cleanse clear close co-design co-ordinate collaborate collate collect combine commence commission communicate
compare compile complete conduct confirm connect consider consolidate construct consult contact contribute continue
convene
convert coordinate correct cost count create cut deal decarbonise decide declare dedicate define deliver demolish deploy
design designate determine develop devise digitise digitalise discuss display dispose distribute document double draft
draught-proof draw drive drop earmark educate embed employ enable encourage end enforce engage enhance enrol ensure
enter escalate establish evaluate examine exchange execute expand expedite explain explore extend facilitate file fill
finalise find finish fit fix focus follow formalise formulate forward foster fund gather get give go grow hand hire hold
host identify implement improve include incorporate increase inform initiate insert inspect install instruct integrate
introduce invest investigate invite involve issue join keep launch lay lead learn let liaise limit link list lobby
look lower maintain make manage map market maximise measure meet mend merge minimise mitigate mobilise model modernise
monitor move negotiate nominate notify obtain offer open operate organise oversee own paint participate pass pay permit
phase pilot place plan plant plot post prepare present press prevent prioritise procure produce profile progress
promote propose protect provide publicise publish purchase pursue put raise reach re-issue re-let re-procure
re-profile re-tender rebuild recommend reconcile record recruit recycle redesign reduce refer refine reflect refresh
refurbish register reinforce reinstate relaunch release relocate remind remove rename renew reopen reorganise repair
replace report request require research resolve resource respond restart restore restructure resurface retain retest
retrain return revalue review revise revisit roll run safeguard save schedule scope scrutinise seek select sell send
separate set share shift show sign simplify source speak specify split stabilise standardise start stop
strengthen streamline submit supply support survey suspend
sweep switch take tell tender terminate test tighten trace track
train transfer transform transition translate treat trial trim try undertake update upgrade upload use utilise
validate verify visit vote weed widen withdraw work write
"""
"""Verbs with which actions begin."""

_BEGINS = re.compile(
    r"\W*(?:\(?\w{1,4}[.)]\s+)?(?:(?:to|we will|we shall|please|fully|further|formally|jointly|regularly|quickly|then"
    rf"|also|and)\s+){{0,2}}(?:re-)?(?:{'|'.join(re.findall('[a-z-]+', _VERBS))})\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"^(?:[^.;:]{2,70}?)\s(?:to|will|shall|must|should|needs? to)\s(?:be\s)?[a-z]{2,}", re.IGNORECASE)
_OPENS_LIST = re.compile(
    r"\S+(?:\s\S+){0,7}?\s(?:(?P<promise>will|shall|(?:(?:is|are) going|ha(?:s|ve) agreed|plans?|intends?) to)|to)"
    r"(?:\s(?:also|now|each))?\s?:\W*",
    re.IGNORECASE,
)
"""Words over a list of what somebody will do, "The council will:", or is to do: "Officers to:"."""
_SMALL = re.compile(r"\W*(?:\(?\w{1,4}[.)]\s+)?[a-z]")


def lists_promises(lines: Sequence[str]) -> bool:
    """Whether lines are what somebody will do, each another thing, under the words that say so: "We will:"."""
    opens = _OPENS_LIST.fullmatch(lines[0]) if len(lines) > 1 else None
    if opens is None:
        return False
    return all(is_task(line) or (opens["promise"] and _SMALL.match(line)) for line in lines[1:])


_AGREES = re.compile(
    r"\W*(?:(?:partly|partially|fully|broadly)\s)?(?:agreed?|accept(?:ed)?|supported)(?:\sin\s(?:part|full|principle))?"
    r"\s?[.:;,–-]\s+",
    re.IGNORECASE,
)
"""That a recommendation is taken up, in front of what will be done about it."""


def is_task(text: str) -> bool:
    """ "Review the strategy" and "Agreed. Officers to report monthly" are; "Loss of key staff" and "High" are not."""
    text = _AGREES.sub("", text, count=1)
    return len(text.split()) > 1 and bool(_BEGINS.match(text) or _TOLD.match(text))
