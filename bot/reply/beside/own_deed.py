"""The deed that an action asks for, told as done: "published today" says it all where the action is to publish.

Elsewhere the same words may tell of a step on the way, and are asked about. So they count only in the action's own
verb, of an action that asks for one thing once, and of nothing but what that action names.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from bot.reading.deeds import OF_EACH, ONCE, told_as_done
from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside.accounts import goes_on
from bot.reply.beside.asked_deed import COMPLETE_WITH, JOINED, LETS, NOUNS, THING, WRITES, asked_deed, thing_of
from bot.reply.beside.bodies import BODY, NOT_ALL, deciders_of
from bot.reply.beside.counted import with_shares
from bot.reply.beside.deeds import BEEN, DID
from bot.reply.beside.facts import without_results
from bot.reply.beside.harmless import dates_have_passed
from bot.reply.beside.own_date import as_own_date
from bot.reply.words.phrases import words_of
from bot.reply.words.status_parts import AS_IT_DOES, OFTEN
from bot.reply.words.times import DAY, DAY_NAME, MONTH, WEEKDAY

_COUNT = rf"(?:\d[\d,]*|(?!one\b)(?:{NUMBER_WORDS}))"
_ONLINE = r" on (?:the|our) (?:council(?:['’]s)? |transparency )?(?:website|web|intranet|internet)"
_WHERE = (
    r"(?: (?:it|this))?(?: to (?:the )?(?:public|residents|visitors|customers|members)"
    rf"|{_ONLINE}| on time"
    rf"| (?:for|at|in|across) all (?!but\b)(?:(?:of )?(?:the|our) )?(?:(?P<places>{_COUNT}) )?[a-z]+"
    r"|(?P<bodies>(?: (?:at|by) (?:the |our |its |their |full |both |all "
    rf"|(?:last |this )?(?:week|month|{WEEKDAY})['’]?s )*(?:(?!{NOT_ALL})[a-z-]+ )?"
    rf"(?:{BODY}|conference\b)){{1,2}}))?"
)
_WHEN = (
    r"(?: (?:(?:as (?:of|at) )?(?:today|yesterday(?: (?:morning|afternoon|evening))?|now"
    r"|this (?:morning|afternoon|week))|already"
    rf"|last (?:night|week|month)|(?:on |(?:as (?:of|at) )?last ){WEEKDAY}"
    rf"|(?:on |of |since |as (?:of|at) |w/c )?(?:the )?(?:{DAY_NAME},? )?{DAY}"
    rf"|on the \d{{1,2}}(?:st|nd|rd|th)|(?:in|since) {MONTH}(?: \d{{4}})?))?"
)
_PRESENT = rf"(?: with (?:(?:about|over) )?(?P<present>{_COUNT}) [a-z]+(?: (?:present|there|a?round the table))?)?"
_END = (
    r"(?:(?=\s*(?:$|[^\w\s&+/%'’:?–—-]| [-–—] |(?<!web)(?<!site)(?<!net): ?(?:https?:|www\.)))"
    rf"|(?P<more>,? (?:and(?: so)?|so))(?= (?:(?:(?:the|our|its) (?:[\w'’-]+ ){{1,3}})?{DID}"
    r"|looks?|works?|is|are|it|they|this|that|can (?:now )?(?:be|come))\b))"
)


_IN_OTHER_WORDS = {
    "agree": r"agreed(?= and (?:in (?:use|force|place)|live)\b"
    rf"| and signed(?! up| for| off| by(?! (?:both|all)\b))| (?:by|at) (?:[a-z]+ ){{0,2}}?{BODY}\b)",
    "appoint": "(?:appointed|recruited)",
    "approve": "approved",
    "clear": "cleared",
    "complete": "(?:completed|finished)",
    "establish": "(?:established|set up|up and running)",
    "install": "(?:installed|fitted|commissioned)",
    "implement": "(?:implemented|live|in use|up and running)",
    "introduce": "(?:introduced|live|in use|up and running)",
    "launch": "(?:launched|live|up and running)",
    "open": r"(?:opened|(?<=now )open|(?<=is )open(?=!| (?:to|since|as of)\b))",
    "publish": rf"(?:published|live(?! in\b)|online|(?:up )?{_ONLINE.strip()})",
    "recruit": "(?:recruited|appointed)",
    "relaunch": "(?:relaunched|live)",
    "reopen": "reopened",
    **dict.fromkeys(("fix", "mend", "repair"), "(?:repaired|fixed|mended)"),
    "replace": "(?:replaced|fitted|installed|swapped(?: out| over)?)",
    "roll": "rolled out",
}
"""Further verbs, or further forms, in which a deed is told as done; "agreed" alone may be a mere yes."""
_OF_PAPERS = dict.fromkeys(
    ("compile", "create", "develop", "prepare", "produce", "refresh", "revise", "update"),
    r"(?:adopted|published|signed off(?: by the (?:[a-z]+ )*(?:officer|director)\b)?"
    rf"|approved(?= (?:by|at) (?:the )?(?:[a-z]+ ){{0,2}}?{BODY}\b))",
)
"""Verbs of a thing that is made, and what is done to papers only once they are."""


def done_forms(verb: str) -> tuple[str, ...]:
    """How the deed of `verb` is told as done, in its own verb or in one that says the same, as expressions."""
    other = (_IN_OTHER_WORDS.get(verb), _OF_PAPERS.get(verb))
    return (*told_as_done(verb), *filter(None, other)) if verb else ()


def tells_it(words: str, action: str, said_on: date) -> bool:
    """Whether words tell the deed that `action` asks for as done, and of the whole; a thing "done" may be a part."""
    bare = _STATE.sub("so", words)
    return _as_done(bare, action, said_on) != bare


def in_light_of(action: str, words: str, said_on: date) -> str:
    """`words` with what only the text of `action` makes plain in them said outright."""
    words = words if "%" in action else without_results(words)
    words = _FIRST_MEETING.sub(r"\g<rest>", words) if _SETS_UP.match(action) else words
    words = _as_done(with_shares(words, action), action, said_on)
    words = _CONTRACT.sub("document signed", words) if LETS.search(action) else words
    words = _GOES_ON.sub("ongoing", words) if _COMES_ROUND.search(action) else words
    return as_own_date(_with_its_paper(words, action), action)


_SETS_UP = re.compile(
    r"^\W*(?:to )?(?:re-?)?(?:establish|set up|create|convene|form|launch|constitute|introduce)\b[^.,;&]*?"
    r"\b(?:board|group|panel|forum|committee|partnership|network|taskforce)\b(?!.*\b(?:and|then)\b)",
    re.IGNORECASE,
)
_FIRST_MEETING = re.compile(
    r"\b(?:the |its |their )?(?:first|inaugural) (?P<rest>meeting "
    r"(?:of (?:the|our) (?!two|three|four|five|six|\d)(?:[\w'’-]+ ){1,5}?)?"
    r"(?:(?:was|has been) (?:now )?held|took place|has taken place|was(?= (?:on |last )?(?:\d|[a-z]+day)))\b)",
    re.IGNORECASE,
)
"""A body that was to be set up is there with its first meeting."""
_GOES_ON = re.compile(AS_IT_DOES, re.IGNORECASE)
_COMES_ROUND = re.compile(rf"\b(?:{OFTEN}|(?:once|twice) a year|a (?:week|month|quarter))\b", re.IGNORECASE)
_CONTRACT = re.compile(
    r"\b(?:(?:the|a|our) )?contracts? (?:(?:has|have|was|were|been|is|are|now|all) )*(?:awarded|let|signed|agreed)"
    r"(?: (?:to|with) (?-i:[A-Z])[\w&'’.-]*(?: (?-i:[A-Z&])[\w&'’.-]*){0,3})?(?=\W*$|[.,;\n]| (?:on|in|last|and"
    r"|at)\b| \d)",
    re.IGNORECASE,
)
"""A contract that is let: the end of an action to procure, and a step of any other."""


def _with_its_paper(words: str, action: str) -> str:
    """`words` with the paper that `action` asks for as "document": elsewhere "plan agreed" tells of a step."""
    verb, asked = asked_deed(action)
    named = THING.findall(thing_of(asked))
    if verb not in WRITES or not named or not goes_on(named[-1] + " agreed"):
        return words
    before = "|".join(re.escape(word) for word in ("the", "our", "this", *named[:-1]))
    own = rf"(?P<before>^|[.,;!\n]\s*|\s[-–—] |\b(?:{before}) ){re.escape(named[-1])}\b"
    return re.sub(own, r"\g<before>document", words, flags=re.IGNORECASE)


def _as_done(words: str, action: str, said_on: date) -> str:
    """`words` with the deed that `action` asks for, told of the whole, as "completed"."""
    verb, asked = asked_deed(action, joined=True)
    pairs = [{each[1], each[2]} for each in _PAIRS.finditer(JOINED.sub(" + ", asked.lower()))]
    done = _IN_OTHER_WORDS.get(verb) or ONCE.get(verb) or OF_EACH.get(verb) or _OF_PAPERS.get(verb)
    noun = NOUNS.get(verb)
    if not (done or noun or verb in COMPLETE_WITH):
        return words
    words = _as_passive(words, verb) if done else words
    things = frozenset(THING.findall(asked.lower().replace("website", "website site")))
    head = (THING.findall(thing_of(asked)) or [""])[-1]
    deciders = deciders_of(action)
    numbers = {number_value(each) for each in things if _NUMBER.fullmatch(each)}

    def completed(found: re.Match[str]) -> str:
        of_what = [word for word in THING.findall(found["of"].lower()) if word not in _SAID_OF]
        counts = [number_value(each) for each in (found["count"], found["places"], found["present"]) if each]
        counted = not numbers or numbers.issuperset(counts)
        by_name = noun in (word.removesuffix("s") for word in of_what) or (head in of_what and verb in COMPLETE_WITH)
        said_of_all = found["all"] or "all " in found["is"].lower()
        whole = by_name if found["state"] else said_of_all or verb not in OF_EACH
        whole = whole and (not found["placed"] or (verb in _PUT_UP and bool(said_of_all)))
        named = of_what or found["all"] or "," not in found["before"]
        known = things.union((noun, f"{noun}s")) if not found["head"] else THING.findall(thing_of(asked))
        decided = not (found["own"] or deciders) or _is_decided(found, deciders, head in of_what)
        paired = not of_what or all(pair <= set(of_what) for pair in pairs)
        told = set(known).issuperset(of_what) and counted and whole and named and decided and paired
        if not told or not dates_have_passed(found["when"], said_on):
            return found[0]
        when = found["when"].replace(" of ", " on ", 1) if found["bodies"] else found["when"]
        return f"{found['before']}completed{when}{',' if found['more'] else ''}"

    return _told(done, _own_form(verb) if verb in _MAY_BE_STEP else "").sub(completed, words)


_MAY_BE_STEP = COMPLETE_WITH | {"review"}
"""Verbs whose own form may tell of a step on the way, and of the end with its day or what came next."""


def _own_form(verb: str) -> str:
    return "|".join(sorted(told_as_done(verb)))


def _is_decided(found: re.Match[str], deciders: set[str], named: bool) -> bool:
    """Whether a deed was done by whom the action names, and one that may be a step was of the thing and has more."""
    bodies = found["bodies"]
    if bodies and deciders and not any(each in bodies.lower() for each in deciders):
        return False
    alone = not found["of"].strip() and (bodies or found["more"])
    return not found["own"] or bool(alone or (named and (found["when"] or bodies or found["more"])))


def _as_passive(words: str, verb: str) -> str:
    """ "Council adopted the rules on 3 May" as "the rules adopted by Council on 3 May"."""
    return _active(_own_form(verb)).sub(
        lambda found: (
            f"{found['before']}{found['thing']} {found['done']}"
            + ("" if found["who"].lower() == "we" else f" by {found['who'].lower().removeprefix('the ')}")
        ),
        words,
    )


@cache
def _active(done: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>^|[.;!\n]\s*)(?P<who>we|(?:(?:the|our) )?(?:(?!{NOT_ALL})[a-z]+ ){{0,2}}?(?!{NOT_ALL}){BODY})"
        rf"(?:(?:['’]ve| has| have|,? at (?:its|their) [a-z]+ meeting,?| now| also| all| formally))* (?P<done>{done}) "
        rf"(?P<thing>(?!that\b)[\w'’-]+(?: [\w'’-]+){{0,6}}?)(?={_WHERE}{_WHEN}{_END})",
        re.IGNORECASE,
    )


@cache
def _told(done: str | None, own: str) -> re.Pattern[str]:
    """What tells of a deed: `done` is the form of a verb that ends it, `own` that of one that may be a step."""
    return re.compile(
        rf"(?P<before>^|[.,;!\n]\s*)(?P<all>(?:all(?: of)?|100% of) (?:the |our )?(?:(?P<count>{_COUNT}) ?)?)?"
        rf"(?P<of>(?:[\w'’-]+ ){{0,4}}?(?P<head>[\w'’-]+(?: [-–]|:) )?(?:yes,? )?)"
        rf"(?P<is>{BEEN})(?:(?:{own or '(?!)'}) and )?(?:{done or '(?!)'}|(?P<placed>(?:in|up)(?: place| the ground)?)"
        rf"|(?P<own>{own or '(?!)'})|(?(head)(?!))(?P<state>complete|completed|done|finished))"
        rf"{_WHERE}(?P<when>{_WHEN})(?: at \d{{1,2}}(?:[.:]\d\d)? ?[ap]m)?(?:{_ONLINE})?{_PRESENT}"
        rf"(?(bodies)(?:,? minutes to follow)?){_END}",
        re.IGNORECASE,
    )


_PAIRS = re.compile(rf"({THING.pattern}) \+ ({THING.pattern})")
_STATE = re.compile(r"\b(?:completed?|done|finished)\b", re.IGNORECASE)
_NUMBER = re.compile(_COUNT)
_PUT_UP = words_of("build erect fit install plant put replace")
"""Verbs of things that are there when all of them are "in", or "up"."""
_SAID_OF = words_of(
    "it this that they these the our a an all of them we we've it's it’s they're they’re yes is are was were has have"
    " been now just finally new updated revised refreshed"
)
