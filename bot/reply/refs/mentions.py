"""Which action words speak of: references as people write them ("8.iii", "8iii", "8(iii)", "action 3", "A12")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from bot.labels import fold_ref
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.clauses import are_listed, by_tails, headings, numbered
from bot.reply.refs.openers import family, openers, tails
from bot.reply.refs.positions import counted, numbers, ordinals, places
from bot.reply.refs.series import headed, listed, rows
from bot.reply.refs.shapes import (
    LEAD,
    LETTERED,
    NO_REFERENCE,
    NO_SECTION,
    NUMBERED,
    PART,
    ROMAN,
    labelled,
    pattern,
    shape,
)
from bot.reply.refs.topics import excepted

# Something that looks like a reference, though it may be none of ours.
_FOREIGN = re.compile(
    rf"(?<![\w.£$€-]){NO_SECTION}(?:(?-i:[A-Z]{{1,3}}-\d{{1,5}})|\d{{1,2}}\.?\(?{ROMAN}\)?"
    rf"|{LEAD}[\w.()-]{{0,4}}\d[\w.()-]{{0,4}})(?![\w%]|\.\d)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    rf"^[\s>*•·(-]{{0,6}}{NO_REFERENCE}{NO_SECTION}(?:{LETTERED}"
    r"|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?: ?\(\w{1,3}\))?(?=\)|\s*(?:$|[:–—&/,(]|-\s)|\s+and\b)",
    re.MULTILINE,
)
"""What stands where a reference stands that answers begin with, whatever the shape of ours."""
_WORD = re.compile(r"[^\W_]+")
_LINE_START = 140
_CARD_WORDS = 4
_LONGEST_CLAUSES = 5_000
"""As far as topics open the clauses of one sentence; a longer one is no sentence."""
_NOTHING = re.compile(r"(?!)")
_HAS_SHAPE = re.compile(r"^(?:[a-z]{1,4}[-./]?\d{1,5}|\d{1,2}\.\d{1,2})(?:[-./]\d{1,3}){0,2}$", re.IGNORECASE)
_NO_QUANTITY = r"(?![\w%]|[.,/]\d| ?(?:days?|weeks?|months?|years?|hours?|million|[mk]|fte|per ?cent|am|pm)\b)"
_FIGURE = (
    r"(?<!= )(?<!average )(?<!average of )(?<!average is )",
    r"(?! (?:on average|average|against|(?:as )?at (?:the )?(?:end|start|last|present|moment|today|\d))\b)",
)
"""What does not stand before a number with a point, or behind it, unless it is measured ("15.8 at the end of May")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference found at `start` to `end` of a text; `ref` is "" when it names none of the known actions.

    `choices` are the labels it may mean, where it is the printed reference of several. `opens` where a statement of
    its own surely begins with it, `guessed` where only its place in our mail names the action.
    """

    start: int
    end: int
    ref: str
    choices: tuple[str, ...] = ()
    opens: bool = False
    guessed: bool = False


def mentions(text: str, known: Sequence[Mentioned], *, opens: bool = True) -> tuple[Mention, ...]:
    """Every reference in `text`, in order; of overlapping ones the longest known one.

    `opens` where an answer may begin with `text`; then a bare number may be one, where several actions have none else.
    """
    among = opens and _are_several(known)
    spans = [
        Mention(_begin(found), found.end(), action.ref)
        for action in known
        for found in _finder(action, among).finditer(text)
    ]
    spans += _opening(text, known, opens)
    spans += _together(text, known, opens)
    spans += [Mention(*place) for place in tails(text, tuple(known))]
    spans += [
        Mention(found.start(), found.end(), "", choices)
        for printed, choices in _shared(tuple(known)).items()
        for found in pattern(printed).finditer(text)
    ]
    strangers = (_FOREIGN, _HEAD, *_alike(tuple(known)))
    spans += [Mention(found.start(), found.end(), "") for form in strangers for found in form.finditer(text)]
    spans = [_of_family(text, span, known) for span in spans]
    spans.sort(key=lambda each: (not each.ref, not each.choices, each.start - each.end, each.start, not each.opens))
    chosen: list[Mention] = []
    for span in spans:
        at = bisect_left(chosen, span.start, key=attrgetter("start"))
        after = chosen[at] if at < len(chosen) else None
        if (at == 0 or chosen[at - 1].end <= span.start) and (after is None or after.start >= span.end):
            chosen.insert(at, span)
    return tuple(chosen) or _placed(text, known)


def by_topics(text: str, known: Sequence[Mentioned]) -> tuple[Mention, ...]:
    """The topics, or the places in our mail, that open the clauses of a text in which nothing else names an action."""
    refs = [each.ref for each in known if each.may_be_meant]
    text = text[:_LONGEST_CLAUSES]
    found = tuple(ordinals(text, refs)) or headings(text, known)
    return tuple(Mention(*place, opens=True, guessed=True) for place in found)


def _placed(text: str, known: Sequence[Mentioned]) -> tuple[Mention, ...]:
    """The actions named by where they stand in our mail; beside a reference "the last one" is of what that is about."""
    refs = [each.ref for each in known if each.asked and not each.shared]
    found = {*places(text, refs)} if len(refs) > 1 else set()
    found |= {*ordinals(text, refs)} if found else set()
    return tuple(Mention(*place, opens=True, guessed=True) for place in sorted(found))


def _of_family(text: str, span: Mention, known: Sequence[Mentioned]) -> Mention:
    """A recommendation, or a number that is none of ours, under which several actions stand: any may be meant."""
    found = _FAMILY.match(text, span.start, span.end)
    if not found or (span.ref and not found["lead"]) or span.choices:
        return span
    prefix = fold_ref(found["ref"])
    family = tuple(each.ref for each in known if prefix and fold_ref(each.ref)[: len(prefix)] == prefix)
    return Mention(span.start, span.end, "", family) if len(family) > 1 else span


_FAMILY = re.compile(
    r"\W{0,6}(?:(?P<lead>rec(?:ommendation)?)\b|action|item|ref(?:erence)?)?\W{0,3}(?:no\b\W{0,3})?(?P<ref>.*)",
    re.IGNORECASE,
)


def _opening(text: str, known: Sequence[Mentioned], opens: bool) -> Iterator[Mention]:
    """The bare numbers that open a clause, also of actions that nobody asked about, and of none of theirs."""
    for start, end, labels, guessed in openers(text, known, opens=opens):
        ref, choices = (labels[0], ()) if len(labels) == 1 else ("", labels)
        yield Mention(start, end, ref, choices, opens=True, guessed=guessed)


def _together(text: str, known: Sequence[Mentioned], opens: bool) -> Iterator[Mention]:
    """The references of lists, of ranges and of rows of short answers, and words for the place of an action."""
    refs = [each.ref for each in known if each.asked and not each.shared]
    beside = [each.ref for each in known if not (each.asked or each.shared) and each.ref.isdecimal()]
    theirs = [*refs, *beside] if family(known) else refs
    if len(theirs) > 1:
        under = tuple(headed(text, theirs))
        may_count = len(under) == 1 and theirs[0].isdecimal()
        yield from (Mention(*place, guessed=may_count) for place in under)
        yield from (Mention(*place) for place in listed(text, theirs, opens=opens))
        yield from (Mention(*place, guessed=True) for place in numbers(text, theirs))
        opened = numbered(text, theirs) if opens else ()
        clauses = opened or (by_tails(text, refs) if opens else ())
        guessed = not are_listed(text, opened)
        yield from (Mention(*place, opens=len(clauses) > 1, guessed=guessed) for place in chain(*clauses))
    if len(refs) > 1:
        named = (*counted(text, refs), *excepted(text, known))
        yield from (Mention(*place, guessed=True) for place in named)
        yield from (Mention(*place, opens=True) for place in rows(text, refs) if opens)


def _are_several(known: Sequence[Mentioned]) -> bool:
    return sum(each.asked for each in known) > 1


def _begin(found: re.Match[str]) -> int:
    """Where a reference begins: behind the words of "please close 12"."""
    late = found.groupdict().get("late")
    return found.start("late") if late else found.start()


def line_ref(line: str, known: Sequence[Mentioned]) -> str:
    """The action a line begins with, "" when it begins with none."""
    among = _are_several(known)
    for action in known:
        found = _finder(action, among).search(line[:_LINE_START])
        if found and not re.search(r"\w", line[: found.start()]):
            return action.ref
    return ""


def opens_with_number(line: str, known: Sequence[Mentioned]) -> bool:
    """Whether a line begins with a bare number that is an action's, or should be."""
    return any(not re.search(r"\w", line[:start]) for start, *_ in openers(line[:_LINE_START], known))


def card_ref(line: str, known: Sequence[Mentioned]) -> str:
    """The action whose card a quoted line of ours opens: its reference and the first words of it, "" for none."""
    found = line_ref(line, known)
    words = _WORD.findall(line[:_LINE_START].casefold())
    for action in known if not found else ():
        opening = _WORD.findall(f"{action.ref} {action.text}".casefold())[:_CARD_WORDS]
        if action.text and words[: len(opening)] == opening:
            return action.ref
    return found


def _finder(action: Mentioned, among: bool) -> re.Pattern[str]:
    """How an action is found in words, `among` several or not.

    One nobody asked about must carry a number, and more than a bare number.
    """
    if not action.asked and not re.search(r"\d", action.ref):
        return _NOTHING
    if action.shared:
        return labelled(action.shared, action.ref)
    return pattern(action.ref, action.asked, among and action.asked) if re.search(r"\w", action.ref) else _NOTHING


@lru_cache(maxsize=64)
def _shared(known: tuple[Mentioned, ...]) -> dict[str, tuple[str, ...]]:
    """Printed references that several of the actions have, with the labels that tell these apart."""
    found: dict[str, list[str]] = {}
    for action in known:
        if action.shared:
            found.setdefault(action.shared, []).append(action.ref)
    return {printed: tuple(choices) for printed, choices in found.items()}


@lru_cache(maxsize=64)
def _alike(known: tuple[Mentioned, ...]) -> tuple[re.Pattern[str], ...]:
    """What is shaped like one of the references, such as "B006" beside "B005": an action, though none of these."""
    printed = [action.shared or action.ref for action in known]
    forms = dict.fromkeys("".join(map(shape, PART.findall(ref))) for ref in printed if _HAS_SHAPE.match(ref))
    none = NO_REFERENCE if any(re.match(r"s\d", ref, re.I) for ref in printed) else f"{NO_REFERENCE}{NO_SECTION}"
    around = {form: ("", "") if "[a-z]" in form else _FIGURE for form in forms}
    return tuple(
        re.compile(rf"(?<![\w.£$€-]){before}{none}{form}{NUMBERED}?{behind}{_NO_QUANTITY}", re.I)
        for form, (before, behind) in around.items()
    )
