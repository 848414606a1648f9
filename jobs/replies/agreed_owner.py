"""An owner names somebody in their stead by a name alone, and the plan's lead says yes to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.ledger import Intent
from bot.plan import Action, Person
from bot.policy import ReminderKind, disowned_by
from bot.progress import without_ref
from bot.reply import Decision, Mentioned, Update
from bot.reply.decide.verdict import leaves_it, verdict_in
from bot.reply.lines import Line
from bot.reply.meaning import going
from bot.reply.meaning.assent import yes_of
from bot.reply.meaning.read_words import NOT_MINE
from bot.reply.meaning.who import read_who
from jobs.kit import Kit
from jobs.people.disowned import holder_in, is_not_theirs, of_this, unknown_in
from jobs.people.entitled import Asked, owns
from jobs.people.heard import heard
from jobs.reader import read_directory

_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n")
_NOT_READ = "asked who"
"""The rule of an answer to our question whose it is that names nobody plainly."""
_VERDICT = re.compile(rf"\W*(?:(?P<yes>{yes_of('said')})|no|nope)\b(?: please| thanks| thank you)?\W*", re.IGNORECASE)
_MYSELF = re.compile(
    r"\b(?:put|enter|use|write|take|name) (?:down )?(?:my (?:own )?name|me)\b"
    r"(?: down| in| there| for (?:it|this|that))*"
    r"|\b(?:(?:it|that)(?:['’]s| is) )?(?:me|mine|my own)(?= please\b|\W*$)"
    r"|\bi(?:['’]ll| will) take (?:it|this|that)\b(?: on| over)*",
    re.IGNORECASE,
)
"""Whoever is asked whose it is names themself."""
_UNPLACED = "thanks"
"""The rule of a reply that no question but ours whose it is takes for an answer."""


def as_whose(
    kit: Kit,
    answered: Intent,
    update: Update,
    lines: Sequence[Line],
    known: Sequence[Mentioned],
    shown: Mapping[str, Action],
    asked: Asked,
) -> Update:
    """An update in the light of what our mail asked about whose its actions are: see the functions below."""
    named = _as_held(kit, answered.person.address, _as_named(update, known), shown.get(update.ref))
    agreed = _as_agreed(kit, answered, named, lines, shown, asked)
    return _or_unknown(kit, _in_full(kit, answered, agreed, shown.get(agreed.ref), asked))


def _or_unknown(kit: Kit, update: Update) -> Update:
    """An update of which we ask who it should be instead, with the name in it that nobody we know bears."""
    asks = update.decision is Decision.ASK and update.reason == NOT_MINE.doubt
    unknown = unknown_in(without_ref(update.comment, update.ref), read_directory(kit)) if asks else ""
    return replace(update, reason=f"We know nobody called {unknown}. {update.reason}") if unknown else update


def _as_agreed(
    kit: Kit, answered: Intent, update: Update, lines: Sequence[Line], shown: Mapping[str, Action], asked: Asked
) -> Update:
    """A plain yes as the name that our mail put to its reader, a plain no as that of the owner who says that it is not
    theirs; any other update as it is.

    `lines` are those of the reply, `shown` the actions of that mail by label, `asked` what it asked of the sender. A
    yes without a reference counts where the mail put one such question, and no other that a yes answers.
    """
    agrees = _agrees(update.comment, update.ref)
    if agrees is None and not update.ref:
        agrees = _says(lines)
    if agrees is None or update.owner:
        return update
    open_to_all = update.rule == _UNPLACED or len(shown) == 1
    refs = [update.ref] if update.ref else [*shown] if open_to_all else []
    put = [(ref, pair) for ref in refs if (pair := _put(kit, answered, shown.get(ref), asked))]
    if len(put) != 1:
        return update
    [(ref, (owner, named))] = put
    now = named if agrees else owner
    if now is None:
        return update
    return Update(
        ref, comment=update.comment, rule="agrees to the owner", decision=Decision.APPLY, owner=(now.address,)
    )


def _as_named(update: Update, known: Sequence[Mentioned]) -> Update:
    """A name alone as that of the one action of which our mail asked its owner who it should be instead."""
    asked = [each.ref for each in known if each.may_be_meant and each.question and each.question.who_instead]
    if update.ref or update.decision is not Decision.ASK or len(asked) != 1 or not read_who(update.comment):
        return update
    return Update(asked[0], comment=update.comment, rule=NOT_MINE.rule, decision=Decision.ASK, reason=NOT_MINE.doubt)


def _as_held(kit: Kit, sender: str, update: Update, action: Action | None) -> Update:
    """An update in doubt as the word that it is not its sender's, where it says which person of the site has it."""
    in_doubt = update.decision is Decision.ASK or update.rule == going.RULE
    if action is None or not in_doubt or is_not_theirs(update.rule):
        return update
    holder = holder_in(of_this(update.comment, update.ref), read_directory(kit), sender)
    if holder is None or (holder in action.people and not owns(sender, action)):
        return update
    return Update(update.ref, comment=update.comment, rule=NOT_MINE.rule, decision=Decision.ASK, reason=NOT_MINE.doubt)


def _in_full(kit: Kit, answered: Intent, update: Update, action: Action | None, asked: Asked) -> Update:
    """An answer who it should be that calls somebody by their forename, where one person of the site bears it."""
    if update.rule != _NOT_READ or action is None:
        return update
    known, words = read_directory(kit), without_ref(update.comment, update.ref)
    verdict = _VERDICT.match(words)
    words = words[verdict.end() :] if verdict else words
    words = _MYSELF.sub(f"it is {answered.person.name}", words)
    put = _put(kit, answered, action, asked)
    agreed = put[1] if put and verdict and verdict["yes"] else None
    for person in _called(kit, action, put, verdict):
        forename = person.name.partition(" ")[0]
        if person in (agreed, known.bears_alone(forename)):
            words = re.sub(rf"\b{re.escape(forename)}\b(?! [A-Z])", person.name, words)
    owner = read_who(words)
    if not owner:
        return update
    return Update(update.ref, comment=update.comment, rule="names the owner", decision=Decision.APPLY, owner=owner)


def _called(
    kit: Kit, action: Action, put: tuple[Person | None, Person] | None, verdict: re.Match[str] | None
) -> Iterable[Person]:
    """Whom a lead may call by their forename: who answers for something in the plan, and whom our mail put to them. A
    yes is to that person, and a no to anybody else."""
    named = {put[1]} if put else set()
    theirs = {each for other in kit.ledger.snapshot.actions(action.plan) for each in other.people}
    if not named or not verdict:
        return theirs | named
    return named if verdict["yes"] else theirs - named


def _put(kit: Kit, answered: Intent, action: Action | None, asked: Asked) -> tuple[Person | None, Person] | None:
    """With whom an action stays (None: that is not plain), and whom our mail put to its reader instead; None where it
    put nobody."""
    if action is None or asked.get(action.key) is not ReminderKind.ASK_WHO:
        return None
    found = disowned_by(action, heard(kit).get(action.key, ()))
    if found is None or found[1].named is None:
        return None
    from_above = found[0] not in action.people
    sole = action.people[0] if len(action.people) == 1 else None
    owner, named = sole if from_above else found[0], found[1].named
    # What was named since we asked was never put to whom we asked.
    whom = "you" if named.address == answered.person.address else named.name
    return (owner, named) if f"Should we ask {whom} from now on?" in " ".join(answered.text.split()) else None


def _agrees(words: str, ref: str) -> bool | None:
    own = re.sub(rf"^\s*{re.escape(ref)}\s*[:.–-]?\s*", "", words, count=1, flags=re.IGNORECASE)
    return _says([Line(line) for line in _SENTENCE_ENDS.split(own)])


def _says(lines: Sequence[Line]) -> bool | None:
    """A yes or no; of a no with more on its line only one by which all stays as it is, for others name somebody."""
    verdict = verdict_in(lines)
    return None if verdict is False and not leaves_it(lines) else verdict
