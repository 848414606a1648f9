"""What a stretch of words names by itself: a post, a body, a person, initials, or only a service."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.reading.owners import patterns
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.misprints import mended
from bot.reading.owners.occupations import KNOWN_POSTS
from bot.reading.owners.organisations import is_organisation
from bot.reading.owners.own_names import has_own_name, is_for_people
from bot.reading.owners.words import (
    ALONE_BEHIND_JOINER,
    BEGINS_POST,
    BODIES,
    CODES,
    COUNCILLOR,
    EVERYBODY,
    HEADS_BEHIND_COMMA,
    HEADS_OF,
    NAMED_BEHIND_COMMA,
    NAMED_KINDS,
    NAMES_NOBODY_ALONE,
    OPENERS,
    PARTS_OF_BODIES,
    POST_CODES,
    RANKS,
    RANKS_WITH_SERVICE,
    ROLES,
    SERVICES,
    SEVERAL_BODIES,
    STANDARD_POSTS,
    WHOLE_ALONE,
)

_KEPT = 8_192
"""Readings of words that are kept, for the same ones are looked at again and again within a cell and a plan."""
_ROLES_ANYWHERE = ROLES - {"deputy", "executive"}
_NAMED = re.compile(r"(?P<name>[^,]+?)(?:,|\s-)\s(?P<post>.+)")
"""Somebody, a comma or a dash, and what they are."""
_IN_SMALL_LETTERS = re.compile(
    rf"(?:{'|'.join(sorted(FORENAMES))})\s(?!(?:{'|'.join(sorted(SERVICES))})$)[^\W\d_][\w'-]+"
)
"""A person's two names, written without capitals."""
_BRACKETS = re.compile(r"\s?\([^()]*\)")


@lru_cache(maxsize=_KEPT)
def key(token: str) -> str:
    """A word for comparing: lower case and spelt right, without punctuation around it or the "T/" of an acting rank."""
    word = token.lower().strip(".,;:'\"()")
    return mended(word[2:] if word[1:2] == "/" and word[0] in "tacd" else word)


def _unbracketed(words: str) -> str:
    return _BRACKETS.sub("", words) if "(" in words else words


def is_whole(words: str) -> bool:
    """Whether words name a post, a body, a person or initials without any help."""
    somebody = words.lower() in EVERYBODY or is_post(words) or is_acronym(words) or is_person(words)
    return somebody or is_body(words) or is_service_of(words)


def is_service_of(words: str) -> bool:
    """Whether a service is told with its person: "Payroll (MH)", "Payroll: Mary Holt"."""
    service = without_holder(words)
    return service != words and is_service(service)


def without_holder(words: str) -> str:
    """Words without the person in brackets or behind the colon or the dash at their end."""
    behind = patterns.BRACKETED_END.search(words) or patterns.HOLDER_END.search(words)
    held = behind is not None and (is_acronym(behind["who"]) or is_person(behind["who"]))
    return words[: behind.start()] if behind and held else words


@lru_cache(maxsize=_KEPT)
def is_post(words: str) -> bool:
    plain = _unbracketed(words).strip()
    tokens = [key(token) for token in plain.split()]
    if not tokens or is_for_people(tokens):
        return False
    if patterns.SECTION_151.search(plain) or tokens[-1] in ROLES or not _ROLES_ANYWHERE.isdisjoint(tokens):
        return True
    if plain.lower() in KNOWN_POSTS or plain.lower().removesuffix("s") in KNOWN_POSTS:
        return True
    return bool(patterns.NAME_WITH_TITLE.match(plain) or patterns.ABOUT.search(plain))


@lru_cache(maxsize=_KEPT)
def is_body(words: str) -> bool:
    plain = _unbracketed(words)
    tokens = [] if has_own_name(plain) else [key(token) for token in plain.split()]
    if not BODIES.isdisjoint(tokens) or (len(tokens) > 1 and tokens[-1] in SEVERAL_BODIES):
        return True
    return bool(patterns.BODY.search(plain) or patterns.BODY_ABOUT.match(plain)) or _is_named_body(plain)


def _is_named_body(plain: str) -> bool:
    """Whether a body is named that no word tells from what posts are about: "Mears", "Tamber Primary School"."""
    tokens = [key(token) for token in plain.split()]
    named = len(tokens) > 1 and tokens[-1] in NAMED_KINDS and tokens[0] not in SERVICES | NAMED_KINDS
    return named or is_organisation(plain)


def is_acronym(words: str) -> bool:
    """ "SLT", "DM", "NED-WT", "DoSCE": initials and codes of posts, as opposed to those of services ("HR")."""
    words = _unbracketed(words).strip()
    if patterns.INITIALS.fullmatch(words):
        return True
    services = words.lower() in SERVICES or ("&" in words and SERVICES.issuperset(words.lower().split("&")))
    return bool(patterns.ACRONYM.fullmatch(words)) and not services


@lru_cache(maxsize=_KEPT)
def is_person(words: str) -> bool:
    plain = _unbracketed(words).strip()
    if patterns.NAME_WITH_TITLE.match(plain):
        return True
    if plain.islower() and _IN_SMALL_LETTERS.fullmatch(plain):
        plain = plain.title()
    tokens = plain.split()
    if len(tokens) == 1:
        return bool(patterns.INITIAL_AND_NAME.fullmatch(plain)) or (plain.lower() in FORENAMES and plain[:1].isupper())
    known = {key(token) for token in tokens}
    no_name = (
        plain.lower() in KNOWN_POSTS or has_own_name(plain) or not known.isdisjoint(ROLES | BODIES | SEVERAL_BODIES)
    )
    if no_name or not patterns.PERSON.fullmatch(plain):
        return False
    if key(tokens[0]) in FORENAMES:
        return True
    of_a_body = key(tokens[-1]) in NAMED_KINDS - {"church"} or patterns.BODY.search(plain)
    return known.isdisjoint(SERVICES) and not (patterns.ABSTRACT.search(tokens[0]) or of_a_body)


def post_of(party: str) -> str:
    """What a person is, without the name in front of its comma or dash; the party itself where none is there."""
    found = _NAMED.fullmatch(party)
    return found["post"] if found and is_person(found["name"]) and is_post(found["post"]) else party


def is_bare_rank(post: str) -> bool:
    """Whether a post is named without what it is about: "Corporate Director", "Cabinet Member"."""
    words = [key(token) for token in post.split()]
    by_rank = words[-1] in ROLES | HEADS_BEHIND_COMMA and NAMED_BEHIND_COMMA.issuperset(words[:-1])
    return post.lower() not in WHOLE_ALONE and (by_rank or words == ["head", "of", "service"])


def needs_remit(post: str) -> bool:
    """Whether a bare rank is none that somebody holds alone, as a head teacher is: "Service Manager", "Director"."""
    return is_bare_rank(post) and (" " in post or key(post) in NAMES_NOBODY_ALONE | HEADS_BEHIND_COMMA | HEADS_OF)


def is_told_with_service(post: str) -> bool:
    """Whether a bare rank is one that a service is told with: "Senior Manager", "Head of"."""
    told = post.removesuffix(" of")
    return is_bare_rank(told) and key(told.split()[-1]) in HEADS_OF | RANKS_WITH_SERVICE


def is_surely_party(words: str) -> bool:
    """Whether words are a party wherever they stand; two unknown words with capitals may be a subject as well."""
    if is_person(words) and not is_post(words) and not is_body(words):
        return _is_surely_person(words)
    return is_whole(words)


def _is_surely_person(words: str) -> bool:
    """Whether a name is no subject written like one: a title, initials or a forename opens it."""
    titled = patterns.NAME_WITH_TITLE.match(words) or patterns.INITIALED.fullmatch(words)
    return bool(titled) or key(words.split()[0]) in FORENAMES


def is_remit(words: str) -> bool:
    """Whether words behind the comma of a bare rank are what it is about, or its holder: "Early Help", "HSCP"."""
    tokens = [key(token) for token in words.split()]
    unknown = is_person(words) and not patterns.NAME_WITH_TITLE.match(words) and COUNCILLOR.isdisjoint(tokens)
    return is_code_of_remit(words) or (unknown and len(tokens) > 1)


def is_code_of_remit(words: str) -> bool:
    """Whether letters are no known post's and no known group's, so that a post in front is about them: "& QA"."""
    known = CODES | POST_CODES | (BODIES - PARTS_OF_BODIES) | ROLES
    return is_acronym(words) and key(words) not in known and not is_organisation(words)


def ends_in_letters(words: str) -> bool:
    """Whether a name and letters behind it are an organisation's: "Tamber CVS", as opposed to "Housing CRM"."""
    name, _, letters = words.rpartition(" ")
    return (
        is_acronym(letters) and len(letters) > len("AB") and SERVICES.isdisjoint(map(key, name.split())) and name != ""
    )


def is_service(words: str) -> bool:
    """Whether words name nothing but services or subjects: "HR", "Customer Services"."""
    plain = _unbracketed(words).strip()
    services = plain != "" and all(key(token) in SERVICES for token in plain.split())
    return (services and plain.lower() not in KNOWN_POSTS) or has_own_name(plain)


def is_department(words: str) -> bool:
    """Whether services are named as a council's department: "Legal Services", "Internal Audit"."""
    return is_service(words) and " " in words and key(words.split()[-1]) in ("services", "service", "audit")


def is_surname(words: str) -> bool:
    """Whether a single word may be somebody's name, for it is no word of posts, bodies or services."""
    known = ROLES | BODIES | SERVICES
    plain = _unbracketed(words)
    return bool(patterns.SURNAME.fullmatch(plain)) and key(plain) not in known and not is_acronym(plain)


def is_councillor(tokens: list[str]) -> bool:
    return key(tokens[0]) in COUNCILLOR


def begins_post(left: list[str], right: list[str]) -> bool:
    """Whether `right` opens with a post that nothing of `left` can belong to: "Head of …", "Monitoring Officer"."""
    words = [key(token) for token in right]
    if any(tuple(words[: len(post)]) == post for post in STANDARD_POSTS) or words[0] in CODES:
        return True
    ranks = next((at for at, word in enumerate(words) if word not in RANKS), len(words))
    about = words[ranks : ranks + 2]
    if len(about) < 2 or about[1] not in ("of", "for"):
        return False
    if about[0] in HEADS_OF:
        return True
    return about[0] in OPENERS and (ranks > 0 or not left or not is_body(left[-1]))


def opens_party(left: list[str], right: list[str]) -> bool:
    """Whether `right` names a post or a person that nothing of `left` can belong to, so that a joiner parts them."""
    words = " ".join(right)
    if is_person(words) and _is_surely_person(words):
        return len(right) > 1
    if len(right) == 1:
        return key(right[0]) in ALONE_BEHIND_JOINER
    code_of_rank = right[0].isupper() and key(right[0]) in RANKS_WITH_SERVICE
    if (code_of_rank or key(right[0]) in BEGINS_POST) and is_post(words):
        return True
    code_of_post = key(right[0]) in CODES and tuple(map(key, right[:2])) not in STANDARD_POSTS
    return begins_post(left, right) and not code_of_post
