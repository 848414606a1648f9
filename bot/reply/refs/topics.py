"""Which action words without a reference are about: what only its text speaks of ("the lanterns", "Trees are in")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.reply.refs.actions import Mentioned
from bot.reply.refs.alike import COMMON, is_among, is_same, singular, stem, words_of
from bot.reply.refs.everyday import telling_in

_HEAD = re.compile(
    r"^\W*(?:(?:the|my|our|re|on|and|as for|for|update on)\s+)*(?P<head>(?:[\w'’-]+\s+){0,4}?[\w'’-]+)\s*"
    r"(?::|\s[-–—]|(?:\s+(?:is|are|isn['’]t|aren['’]t|was|were|has|have|will|won['’]?t|still|now|went|should|can|needs?)\b))",
    re.IGNORECASE,
)
_NOUN, _VERB = 2, 1
_LABEL = re.compile(r"^\W*([^.:!?\n]{3,60}?)(?::|\s[-–—]\s)")


@dataclass(frozen=True, slots=True)
class Topic:
    """The words by which an action was found, and whether they stand `apart`, as a heading of what is told behind.

    `beside` words of the same mail that name no action, or other topics of which the same is told.
    """

    words: str
    apart: bool = False
    beside: bool = False

    @property
    def points(self) -> bool:
        """Whether it calls what it speaks of an action ("the boiler one")."""
        return self.words.casefold().endswith((" one", " action", " item"))


def topic_at(text: str, start: int, end: int) -> Topic:
    """What stands there in a text, as a topic of what is told behind it."""
    return Topic(text[start:end], bool(_APART.match(text, end)))


_APART = re.compile(r"\s*(?:[:=]|[–—-]\s)")


def topic_of(words: str, known: Sequence[Mentioned], *, heads: bool = False) -> str:
    """The one action, of those asked about, whose own words stand in `words` the most; "" for a tie or none.

    Words of several actions tell nothing, and the verb that an action's text begins with tells less than the others.
    Of what `heads` an answer the doer may stand for the doing ("Chargers:" of "charging points").
    """
    own, said = _own_and_said(words, known)
    found = _best(own, said)
    if found or not heads:
        return found
    stems = {ref: tuple((stem(word), worth) for word, worth in mine) for ref, mine in own.items()}
    return _best(stems, {ref: tuple(map(stem, each)) for ref, each in said.items()})


def spoken_of(words: str, known: Sequence[Mentioned]) -> tuple[str, Topic | None]:
    """The action that `words` speak of, as `topic_of` finds it, and its own words in them; none beside another's."""
    ref = topic_of(words, known)
    own, said = _own_and_said(words, known)
    found = {each: [word for word in said[each] if any(is_same(word, mine) for mine, _ in own[each])] for each in own}
    alone = ref and not any(theirs for each, theirs in found.items() if each != ref)
    return ref, Topic(" ".join(found[ref])) if alone else None


def _own_and_said(
    words: str, known: Sequence[Mentioned]
) -> tuple[Mapping[str, Sequence[tuple[str, int]]], Mapping[str, Collection[str]]]:
    """Of each action that may be meant its own words, and those of `words` that may be said of it."""
    meant = tuple(each for each in known if each.may_be_meant)
    return _own_words(meant), {each.ref: telling_in(words, each.text) for each in meant}


def _best(own: Mapping[str, Sequence[tuple[str, int]]], said: Mapping[str, Collection[str]]) -> str:
    scores = {ref: sum(worth for word, worth in mine if is_among(word, said[ref])) for ref, mine in own.items()}
    best = max(scores.values(), default=0)
    found = [ref for ref, score in scores.items() if score == best]
    return found[0] if best and len(found) == 1 else ""


def headed(words: str, known: Sequence[Mentioned], named: Collection[str]) -> str:
    """The action that words begin with by its topic, whatever stands before them: none that was `named`."""
    head = _HEAD.match(words)
    found = topic_of(head["head"], known) if head else ""
    return "" if found in named else found


def fitting(head: str, known: Sequence[Mentioned]) -> str:
    """The one action whose text fits `head`; "" for several or none."""
    found = all_fitting(head, known)
    return found[0] if len(found) == 1 else ""


def all_fitting(head: str, known: Sequence[Mentioned]) -> tuple[str, ...]:
    """The actions, of those asked about, whose text has every telling word of `head`; best those that spell it so.

    Capitals may stand for the first letters of its words ("HMO"), and two words be written as one.
    """
    meant = [each for each in known if each.may_be_meant]
    if not telling(head) or len(meant) < 2:
        return ()
    found = [each for each in meant if all_in(head, each.text)]
    spelt = [each for each in found if _spelt(head) <= _spelt(each.text)]
    return tuple(each.ref for each in spelt or found)


def telling(head: str) -> list[str]:
    """The words of a topic that tell what it is."""
    return [word for word in re.findall(r"[\w'’]+", head) if words_of(word)]


def all_in(head: str, text: str) -> bool:
    """Whether a text has every telling word of a topic."""
    return all(_names(word, text) for word in telling(head))


def _names(word: str, text: str) -> bool:
    return shortens(word, text) or any(_fits(each, text) for each in words_of(word))


def shortens(word: str, text: str, *, fewest: int = 3) -> bool:
    """Whether a word in capitals is the first letters of words of a text ("HMO"), of two only as several ("EPs")."""
    return bool(stands_for(word, text, fewest=fewest))


def stands_for(word: str, text: str, *, fewest: int = 3) -> tuple[str, ...]:
    """The words of a text of which a word in capitals is the first letters, if it is; the last such."""
    letters = word.removesuffix("s")
    enough = len(letters) >= fewest or (len(letters) > 1 and letters != word)
    return _initials(text).get(letters.casefold(), ()) if letters.isupper() and enough else ()


def _spelt(words: str) -> frozenset[str]:
    """The telling words as they stand."""
    return frozenset(word for word in re.findall(r"\w{3,}", words.casefold()) if word not in COMMON)


def _fits(word: str, text: str) -> bool:
    own = words_of(text)
    return is_among(word, own) or word in _joined(text) or stem(word) in map(stem, own)


def is_alike(word: str, text: str) -> bool:
    """Whether a text has a word like this one, or one that begins or ends so."""
    part = re.escape(singular(word))
    return _fits(word, text) or bool(re.search(rf"\b{part}|{part}s?\b", text.casefold()))


@lru_cache(maxsize=256)
def _joined(text: str) -> frozenset[str]:
    """Two words of a text that stand beside each other, as one: "skatepark"."""
    own = re.findall(r"\w+", text.casefold())
    return frozenset(f"{one}{other}" for one, other in pairwise(own))


@lru_cache(maxsize=256)
def _initials(text: str) -> Mapping[str, tuple[str, ...]]:
    """Two to six words that follow each other, small words left out or not, under their first letters."""
    words = re.findall(r"\w+", text)
    telling = [word for word in words if word.casefold() not in _SMALL]
    runs = [
        each[at : at + many] for each in (words, telling) for many in range(2, 7) for at in range(len(each) - many + 1)
    ]
    return {"".join(word[0] for word in run).casefold(): tuple(run) for run in runs}


_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


def excepted(text: str, known: Sequence[Mentioned]) -> Iterator[tuple[int, int, str]]:
    """Where `text` excepts one action from all by its topic ("all done except the lanterns")."""
    found = _EXCEPTED.match(text)
    ref = topic_of(found["what"], known) if found else ""
    if found and ref:
        yield (*found.span("what"), ref)


_EXCEPTED = re.compile(
    r"^\W*(?:all|everything)\b[^.;:]{0,40}? (?:apart from|except(?:ing| for)?|other than|but not|but|bar) "
    r"(?:the |our )?(?P<what>[^\W\d][\w'’ -]{2,40}?)(?=\W*$|,|\s(?:which|that|where|as|because)\b)",
    re.IGNORECASE,
)


def labels(line: str, known: Sequence[Mentioned]) -> bool:
    """Whether a line begins with a heading of one action's own words ("Harbour Road lights: complete")."""
    return bool(under_label(line, known) or unsure_label(line, known))


def unsure_label(words: str, known: Sequence[Mentioned]) -> tuple[str, ...]:
    """The actions of which any may be meant by the topic that heads `words`; none where it is plain, or fits all."""
    label = _LABEL.match(words)
    found = all_fitting(label[1], known) if label else ()
    return found if 1 < len(found) < sum(each.may_be_meant for each in known) else ()


def under_label(words: str, known: Sequence[Mentioned]) -> tuple[str, str, Topic] | None:
    """The action whose topic heads `words`, what is told behind a heading of its own words alone, and the topic."""
    label = _LABEL.match(words)
    ref = (fitting(label[1], known) or topic_of(label[1], known, heads=True)) if label else ""
    if not label or not ref:
        return None
    own = tuple(map(stem, words_of(next(each.text for each in known if each.ref == ref))))
    pure = all(is_among(stem(word), own) for word in words_of(label[1]))
    return ref, words[label.end() :].strip() if pure else words, Topic(label[1], apart=True)


@lru_cache(maxsize=64)
def _own_words(known: tuple[Mentioned, ...]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Of each action the words of its text that no other has, and what each is worth."""
    texts = {each.ref: words_of(each.text) for each in known}
    return {
        ref: tuple(
            (word, _NOUN if at else _VERB)
            for at, word in enumerate(text)
            if not any(is_among(word, other) for each, other in texts.items() if each != ref)
        )
        for ref, text in (texts.items() if len(texts) > 1 else ())
    }
