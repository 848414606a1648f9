"""A line of an owner cell without what is no part of a party's name: labels, remarks, telephone numbers, vacancies."""

from __future__ import annotations

import re
from re import Match

from bot.reading.owners import patterns, remarks
from bot.reading.owners.holders import has_one_holder
from bot.reading.owners.kinds import is_acronym, is_department, is_person, is_post, is_surely_party, is_whole, key
from bot.reading.owners.now import is_awaited, who_now
from bot.reading.owners.words import GOES_ON_BEFORE

_LETTER_AS_LABEL = 3
"""Characters of a label that is but one letter: "R:", "A ="."""
_LOOSE = " ,;:/&+-•*·"
"""Marks that are left over at either end of a party."""
_MARK = re.compile(r"[;,/:=.()|]|\s-\s")
_BOUNDARY = re.compile(rf"{_MARK.pattern}|\s(?:and|&)\s")
"""Where the words begin that stand right in front of a label."""
_OPEN_POST = re.compile(rf"\b(?:of|for)\s$|{patterns.ABOUT.pattern}[^;,/:=.()]*\s(?:and|&)\s$", re.IGNORECASE)
"""A post that is still to be told what it is about, or all of it: "Head of", "Head of HR and"."""
_PLAIN_MARKS = str.maketrans("*?#", "   ")
"""Marks at a name that are no part of it."""
_BREAK = "\ue000"
"""A character of no alphabet: parties behind it have nothing to do with those before."""


def _without_label(label: Match[str]) -> str:
    """ "Lead:" begins a party of its own; in "HR Lead:" and "Head of Delivery:" it belongs to the name of a post."""
    printed = label.string[: label.start()]
    named = _BOUNDARY.split(label.string[label.end() :].strip())[0].strip()
    if remarks.POST_BEFORE_COLON.match(label[0]) and named and not is_whole(named):
        return label[0]
    if remarks.POST_OF_ONE.match(label[0]) and is_person(named) and _is_only_label(label):
        return label[0]
    before = _BOUNDARY.split(printed)[-1].strip()
    open_ended = (
        _OPEN_POST.search(printed)
        or patterns.SECTION_151.fullmatch(before)
        or (before and (not is_whole(before) or key(before) in GOES_ON_BEFORE))
    )
    part_of_post = len(label[0]) > _LETTER_AS_LABEL and open_ended
    return label[0] if part_of_post and not _is_behind_label(label) and label[0][0] != "." else f"; {_BREAK}"


def _is_only_label(label: Match[str]) -> bool:
    return len(remarks.LABEL.findall(label.string)) == 1


def _is_behind_label(label: Match[str]) -> bool:
    """Whether the words right in front of a label are named by another that opens the line: "Lead: Parks Support:"."""
    marks = [mark[0].strip() for mark in _BOUNDARY.finditer(label.string[: label.start()])]
    return bool(remarks.LABEL.match(label.string)) and (not marks or marks[-1] not in (";", ",", "/", "."))


def _with_labels_apart(line: str) -> str:
    """The line, parted where a label with a dash follows a whole party behind another: "Lead - X Support - Y"."""
    seam = remarks.BEFORE_NEXT_DASH.search(line)
    opening = remarks.OPENS_WITH_DASH.match(line)
    if opening is None or seam is None or not is_whole(line[opening.end() : seam.start()]):
        return line
    return f"{line[: seam.start()]}; {_with_labels_apart(line[seam.end() :])}"


def stretches(line: str) -> list[str]:
    """The cleaned stretches between the labels of a line."""
    return [remarks.LOOSE_JOINERS.sub("", stretch).strip(_LOOSE) for stretch in _marked(line).split(_BREAK)]


def clean(line: str) -> str:
    """The line without anything that is no part of a party's name."""
    return _marked(line).replace(_BREAK, "").strip(_LOOSE)


def without_leading(words: str, *, among_leads: bool) -> str:
    """Without an article, and without "lead" or "support" before somebody's name or initials."""
    leading = remarks.LEADING.match(words)
    if not leading:
        return words
    rest = words[leading.end() :]
    named = is_person(rest) or (is_acronym(rest) and not among_leads)
    return words if leading[0].strip().lower() in ("lead", "support") and not named else rest


def is_lead(words: str) -> bool:
    """Whether a post is called "lead" before its word, so that letters beside it are too: "Lead AHP & Lead Nurse"."""
    first, _, rest = words.partition(" ")
    return key(first) == "lead" and is_post(rest) and not is_acronym(rest)


def _with_members_apart(body: Match[str]) -> str:
    """Behind a body stand its members, behind a post in one its holder: "Chair of the Board: Mary Holt"."""
    held = patterns.ABOUT.search(body[1]) and has_one_holder(body[1])
    return body[0] if held else f"{body[1]}; "


def _who_has_it_too(brackets: Match[str]) -> str:
    """Another party of a name of its own; "(and Tourism)" may be but the rest of what a post is about."""
    who = brackets["who"].removeprefix("the ")
    return f"; {who}" if who[0].isupper() and (is_whole(who) or is_department(who)) else brackets[0]


def _who_helps(brackets: Match[str]) -> str:
    """Another party, but for the body that has the post as well: "Clerk (shared with Tamber Town Council)"."""
    who = brackets["who"]
    shared = brackets["shared"] and not is_post(who) and not (is_person(who) and is_surely_party(who))
    return brackets[0] if shared else f"; {who}"


def _unless_named(remark: Match[str]) -> str:
    """A remark in brackets is no part of a name, unless somebody is named in it or, behind a post, right after it."""
    post = _MARK.split(remark.string[: remark.start()])[-1].strip()
    held = has_one_holder(post) and not remarks.LABEL.fullmatch(f"{post}:")
    named = remarks.NAMED_IN_REMARK.search(remark[0])
    named = named or (remarks.BEFORE_HOLDER.match(remark.string, remark.end()) if held else None)
    return remark[0] if named and is_person(named["who"]) else " "


def _before_service(comma: Match[str]) -> str:
    """A service's colon leads to its person, unless a post in front is about the service: "Director, Parks: M Holt"."""
    before = comma.string[: comma.start()]
    return comma[0] if is_post(before) and ":" not in before else "; "


def _marked(line: str) -> str:
    """Without telephone numbers, marks of a lead, of a vacancy and of time; a break where a label began a party."""
    line = remarks.COVERS.sub(r"; \g<who>;", remarks.COVERED.sub(r"; \g<inside>", line))
    if remarks.NOBODY.fullmatch(line) or is_awaited(line):
        return ""
    line = who_now(line)
    line = remarks.LISTED.sub("; ", remarks.BODY_OF.sub(_with_members_apart, line)).translate(_PLAIN_MARKS).strip()
    line = remarks.AND_IN_BRACKETS.sub(_who_has_it_too, line)
    line = remarks.AS_WHAT.sub("; ", remarks.LED_IN_BRACKETS.sub(_who_helps, line))
    line = remarks.REMARK.sub(_unless_named, line)
    for noise in (remarks.DATED, remarks.COMPANY, remarks.TELEPHONE, remarks.ADDRESS):
        line = noise.sub(" ", line)
    line = remarks.EMPTY_BRACKETS.sub(" ", remarks.LABEL.sub(_without_label, _with_labels_apart(line)))
    line = remarks.VACANCY.sub(" ", line.strip())
    if line.count("(") != line.count(")") or re.fullmatch(r"\s*\([^()]*\)\s*", line):
        line = line.replace("(", " ").replace(")", " ")
    line = remarks.NEXT_SERVICE.sub(_before_service, remarks.FULL_STOP.sub("", line))
    return re.sub(r"\s{2,}", " ", re.sub(r"\s+(?=[,)])", "", line)).strip(_LOOSE)
