"""The entries of a key in printed lines: each code with its words, however the two are put together.

"G = on track", "B done, G on track, W not started", "complete (B), on track (G)", "R where it is late": a sign between
code and words makes an entry by itself, a key put together without signs must be a list of codes that all say how far.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.plan import Status
from bot.reading.statuses import explain_status, opening_status

COLOUR = r"red|amber|yellow|green|blue|gr[ea]y|white|black|purple|orange|pink"
CODE = rf"(?:(?i:{COLOUR})|[A-Z]{{1,3}})"
_OPENS = r"(?:^|(?<=[\s;,|/(\[.•·*‘'“\"]))"
_ALSO = rf"(?:\s{{0,3}}[(/–—-]{{0,2}}\s?(?P<also>(?i:{COLOUR})|[RAGBWY])\b\)?)?"
_CODE = rf"{_OPENS}(?P<code>{CODE})\b[’'”\"\])]?{_ALSO}(?:\s(?i:rating|status|rag))?"
_SIGNED = re.compile(rf"{_CODE}(?:\s?(?:=|:|→|[–—-](?=\s))\s?|\s(?:means|indicates|denotes|signifies|stands for)\s)")
_FILLER = (
    r"(?:is|are|has|have|been|shows?|used|stands?|marks?|marked|if|where|when|for|that|which|they|it|there"
    r"|the|an|a|any|all|action|item|work|its)"
)
_LISTED = re.compile(rf"{_CODE}(?:\s?[,(:=–—→-]\s?|\s{{1,4}})(?:{_FILLER}\s)*(?=[A-Za-z])")
_WORDS_FIRST = re.compile(
    rf"(?P<words>[A-Za-z][^,;|=()]{{2,60}}?)\s?(?:=\s?|[–—:-]\s|\(){_CODE}\)?(?=\s*(?:[,;.|)]|and\b|or\b|$))"
)
_BEHIND_WORDS = re.compile(rf"\({CODE}\)\s?(?:[,;.]|$)")
"""A code that can only belong to the words before it."""
_LEADS_IN = re.compile(r"\b(?:key|legend|b?ragb?|rat(?:ed|ings?)|marked|codes?|colours?|letters?)\b", re.IGNORECASE)
_NO_CODE = frozenset({"rag", "key", "nb", "ps", "by"})
_LETTERS = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
_LIGHTS = frozenset({"red", "amber", "green"})
_ALIKE = {"gray": "grey", "orange": "amber"}
_OF_SEVERAL = re.compile(r"\b(?:actions|items|schemes|projects|recommendations|tasks)\b", re.IGNORECASE)
"""What a heading speaks of, and an entry of a key does not: "A: Completed actions"."""
_GOES_ON = re.compile(rf"\s*(?:[a-z]|{CODE}\b)")
_ONE_A_LINE = re.compile(rf"\W*{CODE}\b\W.*")
_WRAPPED, _MOST_LINES, _FEWEST, _LONGEST = 60, 4, 2, 90

_MEANS = tuple(
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (r"(?:not (?:yet )?(?:due|scheduled|required yet)|future (?:date|start|action))\b", Status.NOT_STARTED),
        (r"(?:withdrawn|removed|deleted|cancelled|superseded)(?: (?:or|from|by|and)\b|/)", Status.CANCELLED),
        (r"(?:fully )?embedded\b|evidenced\b|signed[- ]off\b", Status.COMPLETED),
        (
            r"(?:(?:minor|some|slight|significant|major|serious) )?(?:issues|concerns|problems|slippage|delays?)\b",
            Status.AT_RISK,
        ),
        (r"(?:needs|requires) (?:attention|intervention|action)\b|off (?:plan|course)\b", Status.AT_RISK),
        (r"(?:at )?(?:some|slight|high|serious|real) risk\b|late\b|in trouble\b", Status.AT_RISK),
        (r"(?:will|may|might|could|(?:un)?likely to) (?:not be|miss|be late|slip|not meet|meet)\b", Status.AT_RISK),
        (r"(?:progressing |going )?(?:as planned|to plan|on time)\b|good progress\b", Status.IN_PROGRESS),
        (r"no (?:issues|concerns|problems)\b", Status.IN_PROGRESS),
    )
)
"""What only keys say, for no action is described so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A code (a colour by its name, in lower case) with its words; `also` is a second name of the same code."""

    code: str
    words: str
    also: str = ""


def called(code: str) -> str:
    """A code as it is known: in lower case, the letter of a traffic light by its colour."""
    plain = code.lower().strip(" .")
    return _ALIKE.get(plain, _LETTERS.get(plain, plain))


def is_code(code: str) -> bool:
    """Whether letters may be a code of a key."""
    return called(code) not in _NO_CODE


@lru_cache(maxsize=1_024)
def meaning(words: str) -> Status | None:
    """How far an action is by the words of a key; None where they do not say."""
    own = next((value for pattern, value in _MEANS if pattern.match(words)), None)
    if own or _OF_SEVERAL.search(words):
        return own
    found = (explain_status(part, date.min) for part in (re.split(r"[,;(]", words)[0], words))
    stated = (each.reading.value for each in found if not each.doubtful)
    return next((value for value in stated if value is not Status.UNKNOWN), None)


def explains(line: str) -> bool:
    """Whether a line explains several codes."""
    return _is_key(entries_of(line))


def entries_of(text: str) -> list[Entry]:
    """The entries of a line: "G = on track, R = overdue"."""
    return max((_entries(_SIGNED, text), _words_first(text), _listed(text)), key=lambda found: len(_clear(found)))


def keys_of(lines: Sequence[str]) -> Iterator[list[Entry]]:
    """The entries of each line, with the lines it is wrapped over, and those of lines that hold an entry each."""
    for at, line in enumerate(lines):
        entries = entries_of(line)
        yield entries_of(_unwrapped(lines, at)) if len(entries) >= _FEWEST else entries
    for lead_in, run in _runs(lines):
        yield entries_of(f"{lead_in}: {'; '.join(run)}" if lead_in else "; ".join(run))


def explained_by_key(lines: Sequence[str]) -> frozenset[str]:
    """The lines that are a key, or part of one that has an entry a line."""
    alone = {line for line in lines if explains(line)}
    runs = ([lead_in, *run] for lead_in, run in _runs(lines) if explains(f"{lead_in or 'Key'}: {'; '.join(run)}"))
    return frozenset(alone.union(*runs))


def _is_key(entries: Sequence[Entry]) -> bool:
    return len(_clear(entries)) >= _FEWEST


def _clear(entries: Sequence[Entry]) -> frozenset[str]:
    return frozenset(entry.code for entry in entries if entry.words and meaning(entry.words))


def _entries(pattern: re.Pattern[str], text: str) -> list[Entry]:
    starts = [each for each in pattern.finditer(text) if is_code(each["code"])]
    return [
        Entry(called(each["code"]), _first(text[each.end() : after]), called(each["also"] or ""))
        for each, after in zip(starts, [*(each.start() for each in starts), len(text)][1:], strict=True)
    ]


def _first(words: str) -> str:
    """The words of one entry, without what divides it from the next."""
    first = re.split(r"\s[|•]\s|;|\.\s", words.strip(" ,;|/•("))[0].strip(" ,;.|/([‘'“\"")
    return re.sub(r"[\s,]+(?:and|or)$", "", first)[:_LONGEST].strip(" )]")


def _listed(text: str) -> list[Entry]:
    """The entries of a list without signs between codes and words; nothing where it may be anything else."""
    found: dict[str, Entry] = {}
    if _BEHIND_WORDS.search(text):
        return []
    for entry in _entries(_LISTED, text):
        found.setdefault(entry.code, entry)
    return [*found.values()] if _is_list(text, [*found.values()]) else []


def _words_first(text: str) -> list[Entry]:
    """The entries of a list whose words come before their codes: "complete (B), on track (G)"."""
    found = [
        Entry(called(each["code"]), words, called(each["also"] or ""))
        for each in _WORDS_FIRST.finditer(text)
        if (words := re.sub(r"^.*[:.]\s|^(?:and|or)\s", "", each["words"].strip())) and is_code(each["code"])
    ]
    return found if _is_list(text, found) else []


def states(words: str) -> bool:
    """Whether words open with how far something is."""
    return bool(opening_status(words)) or any(pattern.match(words) for pattern, _ in _MEANS)


def _is_list(text: str, entries: Sequence[Entry]) -> bool:
    """Whether entries without signs are those of a key: all but one say how far, and the line or their colours do."""
    codes = {entry.code for entry in entries}
    if len(codes) < max(_FEWEST, len(entries)) or not all(entry.words for entry in entries):
        return False
    if sum(states(entry.words) for entry in entries) < len(entries) - 1:
        return False
    said = bool(_LEADS_IN.search(text)) or (len(codes) > _FEWEST and len(codes & _LIGHTS) >= _FEWEST)
    return said and sum(meaning(entry.words) is not None for entry in entries) >= max(_FEWEST, len(entries) - 1)


def _unwrapped(lines: Sequence[str], at: int) -> str:
    """A line with those below that go on with it, as text from a page breaks them."""
    text = lines[at].strip()
    for before, line in zip(lines[at : at + _MOST_LINES], lines[at + 1 : at + _MOST_LINES], strict=False):
        if len(before) < _WRAPPED or before.rstrip().endswith(".") or not _GOES_ON.match(line) or "\t" in line:
            break
        text = f"{text} {line.strip()}"
    return text


def _runs(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Lines below each other that each begin with a code, and the line over them where it speaks of a key."""
    run: list[str] = []
    over = last = ""
    for line in [*lines, ""]:
        if len(line) <= _LONGEST and _ONE_A_LINE.fullmatch(line.strip()):
            over = over if run else last
            run.append(line.strip())
            continue
        if len(run) >= _FEWEST:
            yield over if _LEADS_IN.search(over) and len(over) <= _LONGEST else "", run
        run, last = [], line.strip()
