"""What people wrote about an action: an answer of its owners, however it was read, and words that wait for a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.plan import Action, Key, Person

WAITED_FOR = 14
"""Calendar days for which words that nobody has settled keep the ladder still: two of the admins' weekly mails."""


@dataclass(frozen=True, slots=True)
class Disowned:
    """That somebody says an action is not theirs: their `words`, and whom they `named`, where that is one person whom
    the site knows."""

    words: str
    named: Person | None = None


@dataclass(frozen=True, slots=True)
class AskedBack:
    """A question of ours about somebody's words, `question` as we put it; whether a plain yes settles it (`by_yes`)."""

    question: str
    by_yes: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A later date that somebody asked for in their `words` on the day `on`, to which the plan's `lead` has been asked
    to agree; `answered` is the day on which the lead wrote what a person has yet to read. It is `overtaken` once
    somebody has set another date in the list instead."""

    on: date
    by: Person
    wished: date
    lead: Person
    words: str = ""
    answered: date | None = None
    overtaken: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is the lead's turn."""
        return not (self.answered or self.overtaken)


@dataclass(frozen=True, slots=True)
class Heard:
    """A mail about an action: the day it was written `on`, who it is `by` (None: its owners, by their list), whether
    its words still wait for the administrator (`waits`) or for their writer, whom we asked what they mean (`asked`),
    that they say it is not theirs, until somebody has settled that (`disowned`), and whether they wrote as its owner of
    that day or in an owner's place (`as_owner`), or as somebody who was told of it from above (`from_above`). `words`
    are what they wrote of it, `wish` a date in it that nobody has agreed to yet. `answers` is false where nothing sure
    could be read in them. `unknown` is the full name in words on whose it is that nobody of the site bears. Words that
    were `taken_back`, or took others back, are as if nobody had written them, but that a warning before them is over.
    """

    on: date
    by: Person | None = None
    waits: bool = False
    disowned: Disowned | None = None
    as_owner: bool = False
    from_above: bool = False
    words: str = ""
    asked: AskedBack | None = None
    wish: Wish | None = None
    answers: bool = True
    unknown: str = ""
    taken_back: bool = False

    @property
    def is_open(self) -> bool:
        """Whether anybody has still to say what the words mean."""
        return self.waits or self.asked is not None

    @property
    def is_denial(self) -> bool:
        """Whether they are an owner's that the action is not theirs: that is an answer."""
        return self.disowned is not None and not self.from_above

    @property
    def stilled(self) -> date | None:
        """The last day from which the ladder waits: for whoever is to settle the words, for the plan's lead who is to
        agree to their wish, or what the lead wrote about it, or for what somebody above may bring about."""
        waits = self.is_open or self.from_above or (self.wish is not None and self.wish.waits)
        own = self.on if waits else None
        answered = self.wish.answered if self.wish else None
        return max(own, answered) if own and answered else own or answered

    def keeps_still(self, today: date) -> bool:
        """Whether the ladder waits for them."""
        return self.stilled is not None and (today - self.stilled).days < WAITED_FOR


Words = Mapping[Key, Sequence[Heard]]
"""What was written about each action."""


def by_present(action: Action, present: Collection[str], words: Sequence[Heard]) -> date | None:
    """The day on which whoever is at one of the addresses `present` last wrote about an action.

    The row's own day counts as theirs, unless it is the day of somebody who was its owner then and is none any more.
    """
    listed = action.last_reply
    if not words:
        return listed
    days = [each.on for each in words if each.by and each.by.address in present and not each.taken_back]
    of_others = any(
        each.on == listed and each.as_owner and each.by and each.by.address not in present for each in words
    )
    return max([*days, *([listed] if listed and not of_others else [])], default=None)


def disowning(action: Action, words: Sequence[Heard]) -> Heard | None:
    """The last words about whose an action is, of its owners or of somebody told from above, that answer anything, if
    they are that it is somebody else's."""
    if not words:
        return None
    theirs = {person.address for person in action.people}
    own = [each for each in words if (each.by and each.by.address in theirs) or (each.from_above and each.disowned)]
    telling = [each for each in own if each.disowned or (each.answers and not each.taken_back)]
    last = max(reversed(telling), key=lambda each: each.on, default=None)
    if last is None or last.disowned is None:
        return None
    return None if action.last_reply and action.last_reply > max(each.on for each in own) else last


def disowned_before(last: Heard, words: Sequence[Heard]) -> Sequence[Heard]:
    """What the writer of the `last` words wrote before of whose it is, and nobody has settled, the first first."""
    return [each for each in words if each.disowned and each.by == last.by and each is not last and each.on <= last.on]


def disowned_by(action: Action, words: Sequence[Heard]) -> tuple[Person, Disowned] | None:
    """Who wrote last, if that was to say that the action is somebody else's."""
    last = disowning(action, words)
    return (last.by, last.disowned) if last and last.by and last.disowned else None


def unsettled(reader: Person, action: Action, words: Sequence[Heard]) -> Heard | None:
    """The last words of somebody who is asked about an action, if they say that it is not theirs, we asked what they
    mean or a person has still to read them, and nobody has answered since."""
    disowned = disowning(action, words)
    if disowned and disowned.by and disowned.by.address == reader.address:
        return disowned
    own = [each for each in words if each.by and each.by.address == reader.address and not each.taken_back]
    last = max(reversed(own), key=lambda each: each.on, default=None)
    if last is None or last.disowned or not last.is_open:
        return None
    return None if action.last_reply and action.last_reply > last.on else last


def unread(reader: Person, words: Sequence[Heard]) -> Heard | None:
    """The last words of somebody who was asked whose an action is, while a person has still to read them."""
    own = [each for each in words if each.by and each.by.address == reader.address]
    last = max(reversed(own), key=lambda each: each.on, default=None)
    return last if last and last.waits else None


def open_wish(words: Sequence[Heard]) -> Wish | None:
    """The later date that was asked for last, of those that wait for the yes of the plan's lead."""
    return max((each.wish for each in words if each.wish), key=lambda wish: wish.on, default=None)


def last_words(action: Action, words: Sequence[Heard]) -> Heard | None:
    """What was written last; of one day what waits for the administrator, or else for its writer, goes first."""
    answered = [Heard(action.last_reply)] if action.last_reply else []
    found = reversed([*answered, *(each for each in words if not each.taken_back)])
    return max(found, key=lambda each: (each.on, each.waits, each.is_open, each.by is not None), default=None)
