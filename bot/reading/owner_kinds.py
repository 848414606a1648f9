"""What a stretch of words names by itself: a post, a body, a person, initials, or only a service."""

from __future__ import annotations

import re

from bot.reading import owner_patterns as patterns
from bot.reading.owner_words import (
    ALONE_BEHIND_JOINER,
    BODIES,
    CODES,
    COUNCILLOR,
    EVERYBODY,
    FORENAMES,
    HEADS_OF,
    OPENERS,
    PLAIN_RANKS,
    RANKS,
    ROLES,
    SERVICES,
    STANDARD_POSTS,
)

_ROLES_ANYWHERE = ROLES - {"deputy", "executive"}
_BRACKETS = re.compile(r"\s?\([^()]*\)")


def key(token: str) -> str:
    """A word for comparing: lower case, without the punctuation around it."""
    return token.lower().strip(".,;:'\"()")


def is_whole(words: str) -> bool:
    """Whether words name a post, a body, a person or initials without any help."""
    return bool(words) and (
        words.lower() in EVERYBODY or is_post(words) or is_acronym(words) or is_person(words) or is_body(words)
    )


def is_post(words: str) -> bool:
    plain = _BRACKETS.sub("", words).strip()
    tokens = [key(token) for token in plain.split()]
    if not tokens:
        return False
    if tokens[-1] in ROLES or not _ROLES_ANYWHERE.isdisjoint(tokens):
        return True
    return bool(patterns.NAME_WITH_TITLE.match(plain) or patterns.ABOUT.search(plain))


def is_body(words: str) -> bool:
    return not BODIES.isdisjoint(key(token) for token in _BRACKETS.sub("", words).split())


def is_acronym(words: str) -> bool:
    """ "SLT", "DM", "NED-WT", "DoSCE": initials and codes of posts, as opposed to those of services ("HR")."""
    if patterns.INITIALS.fullmatch(words):
        return True
    services = words.lower() in SERVICES or ("&" in words and SERVICES.issuperset(words.lower().split("&")))
    return bool(patterns.ACRONYM.fullmatch(words)) and not services


def is_person(words: str) -> bool:
    plain = _BRACKETS.sub("", words).strip()
    if patterns.NAME_WITH_TITLE.match(plain):
        return True
    tokens = plain.split()
    if len(tokens) == 1:
        return plain.lower() in FORENAMES and plain[:1].isupper()
    known = {key(token) for token in tokens}
    if not patterns.PERSON.fullmatch(plain) or not known.isdisjoint(ROLES | BODIES):
        return False
    if key(tokens[0]) in FORENAMES:
        return True
    return known.isdisjoint(SERVICES) and not patterns.ABSTRACT.search(tokens[0])


def is_service(words: str) -> bool:
    """Whether words name nothing but services or subjects: "HR", "Customer Services"."""
    tokens = words.split()
    return bool(tokens) and all(key(token) in SERVICES for token in tokens)


def is_surname(words: str) -> bool:
    """Whether a single word may be somebody's name, for it is no word of posts, bodies or services."""
    known = ROLES | BODIES | SERVICES
    return bool(patterns.SURNAME.fullmatch(words)) and key(words) not in known and not is_acronym(words)


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
    if patterns.NAME_WITH_TITLE.match(" ".join(right)) or (key(right[0]) in FORENAMES and is_person(" ".join(right))):
        return len(right) > 1
    if len(right) == 1:
        return key(right[0]) in ALONE_BEHIND_JOINER
    code_of_post = key(right[0]) in CODES and tuple(map(key, right[:2])) not in STANDARD_POSTS
    return begins_post(left, right) and not code_of_post


def is_bare_rank(post: str) -> bool:
    """Whether a post is named without what it is about: "Corporate Director", "Assistant Head"."""
    words = [key(token) for token in post.split()]
    return words[-1] in ROLES and all(word in PLAIN_RANKS for word in words[:-1])
