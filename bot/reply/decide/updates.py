"""From the newly written lines to one update per action, each with the owner's own words and a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.reply.beside.own_date import counted_on
from bot.reply.beside.own_deed import in_light_of
from bot.reply.decide import buttons
from bot.reply.decide.firm import firmly
from bot.reply.decide.questions import as_it_stands, doubt_of, kept_too_late, which_action, with_day_alone
from bot.reply.decide.told_deed import with_deed_told
from bot.reply.decide.update import Decision, Update
from bot.reply.decide.whole import told_of_it
from bot.reply.lines import Line, Mark, as_typed, cap, tidy, typed
from bot.reply.meaning.answers import read_answer
from bot.reply.meaning.not_mine import is_not_mine
from bot.reply.meaning.read_words import NOT_MINE, read_words
from bot.reply.meaning.said import Said
from bot.reply.meaning.supposed import supposed
from bot.reply.meaning.who import TELLS_NOTHING, read_who
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.headings import without_own_heading
from bot.reply.text.signature import mark_own, speaks_on
from bot.reply.units import courtesy, elsewhere
from bot.reply.units.thanking import says_only_thanks
from bot.reply.units.unit import Unit
from bot.reply.units.units import as_written, units_of, words_of

_ANSWERS = re.compile(r"^\s*(?:re|aw|sv|tr|ynt|ateb|fwd?|wg)\s*:", re.IGNORECASE)
_STRANGER = "it answers no mail of ours that we know"
NONE_OF_THEIRS = "it names an action that is not on the mail answered, nor one open action of the sender's own"
_TOKEN = re.compile(r"\[r-\w{24}\]")
_SILENT = Update("", rule="thanks", decision=Decision.HOLD, reason="it says nothing about an action")
_IS = re.compile(r"^\W*(?:is|['’]s)\s", re.IGNORECASE)
_WHO_ELSE = Update(
    "",
    rule="asked who",
    decision=Decision.HOLD,
    reason="it was asked who should be asked about the action, and names nobody plainly",
)
_EMPTY = Update("", rule="empty", decision=Decision.HOLD, reason="it has no words of its own")

UNREADABLE = Update(
    "", rule="unreadable", decision=Decision.HOLD, reason="it is built in a way that we do not read: open it yourself"
)
"""A mail with words in it, none of which can be reached."""


def read_updates(text: str, subject: str, known: Sequence[Mentioned], said_on: date) -> tuple[Update, ...]:
    """What newly written `text` says about the actions `known`; relative dates count from `said_on`.

    At least one update for text that says more than thanks: words that nobody can read come back whole, to be asked.
    """
    lines = cap(text)
    return read_lines([Line(*each) for each in zip(lines, mark_own(lines), strict=True)], subject, known, said_on)


def read_lines(
    lines: Sequence[Line], subject: str, known: Sequence[Mentioned], said_on: date, *, doubt: str = ""
) -> tuple[Update, ...]:
    """`read_updates` on marked lines, which also know under which quoted action they stand.

    `doubt` is why words among them may not be taken as they stand. Wrapped lines are read as one, and kept as typed.
    """
    found = _read(lines, subject, known, said_on, doubt)
    return tuple(replace(update, comment=as_typed(update.comment, lines)) for update in found)


def _read(
    lines: Sequence[Line], subject: str, known: Sequence[Mentioned], said_on: date, doubt: str
) -> tuple[Update, ...]:
    pressed = buttons.pressed(lines, known)
    units = units_of(pressed.rest if pressed else lines, known)
    if pressed and not any(each.asks_who for each in known if each.ref == pressed.ref):
        return _from_button(pressed, units, known, said_on)
    if pressed:
        return (replace(_WHO_ELSE, ref=pressed.ref, comment=pressed.line),)
    updates = _from_words(units, known, said_on)
    if not updates:
        return _from_subject(lines, subject, known, said_on)
    beside = [line.text.strip() for line in lines if speaks_on(line)]
    lowered = (update.asked(doubt or as_it_stands(update, beside)) for update in updates)
    return tuple(lowered) if doubt or beside else updates


def _from_subject(lines: Sequence[Line], subject: str, known: Sequence[Mentioned], said_on: date) -> tuple[Update, ...]:
    """A body that says nothing: what the sender's own subject says is asked about, else the words are held.

    Mere thanks are no update at all.
    """
    words = tidy(line.text for line in lines if line.mark in (Mark.OWN, Mark.SIGNATURE))
    said = _from_words(units_of([Line(_subject(subject))], known), known, said_on)
    own = typed(lines)
    if said and not own:
        return tuple(update.asked("Only the subject of your mail says so. Is that your answer?") for update in said)
    polite = tidy(line.text for line in own) or words.partition("\n")[0]
    unasked = not any(each.asked and each.question for each in known)
    if courtesy.is_thanks(polite) or says_only_thanks(polite) or (unasked and courtesy.is_receipt(polite)):
        return ()
    meant = [each.ref for each in known if each.may_be_meant]
    return (replace(_SILENT, ref=meant[0] if len(meant) == 1 else "", comment=words) if words else _EMPTY,)


def _subject(subject: str) -> str:
    """The sender's own subject without our token; "" when it only repeats the subject of what is answered."""
    return "" if _ANSWERS.match(subject) else _TOKEN.sub("", subject)


def _from_button(
    pressed: buttons.Pressed, units: Sequence[Unit], known: Sequence[Mentioned], said_on: date
) -> tuple[Update, ...]:
    told = words_of(units)
    said = buttons.read(pressed, in_light_of(_known(pressed.ref, known).text, told, said_on), said_on)
    words = as_written([unit for unit in units if not unit.is_courtesy]) or pressed.line
    return (_update(pressed.ref, said, words, said.doubt),)


def _from_words(units: Sequence[Unit], known: Sequence[Mentioned], said_on: date) -> tuple[Update, ...]:
    placed = _adopted(units)
    updates = [
        _of_action(ref, placed, known, said_on) for ref in dict.fromkeys(ref for unit in units for ref in unit.refs)
    ]
    loose = [unit for unit in units if not unit.refs and not unit.is_courtesy]
    loose = [unit for unit in loose if not (updates and elsewhere.introduces(unit, said_on))]
    near = [unit for unit in loose if not unit.foreign or elsewhere.names_other_plan(unit.words)]
    aside = near or [unit for unit in loose if elsewhere.qualifies(unit.words)]
    back = [unit for unit in units if not (unit.is_courtesy or unit.of_all) and elsewhere.points_back(unit)]
    if aside or back:
        beside = [unit.words for unit in units if unit in aside or unit in back]
        named = not aside  # whose it is, is read from all the words about an action
        updates = [each if each.owner and named else each.asked(as_it_stands(each, beside)) for each in updates]
    stray = [unit for unit in loose if unit not in near] if updates else loose
    if stray:
        updates.append(_unplaced(stray, known, said_on))
    return tuple(updates)


def _adopted(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units, those that name no action kept, unread, with the words on the action before them, or else behind."""
    found: list[Unit] = []
    refs = next((unit.refs for unit in units if unit.refs), ())
    for unit in units:
        refs = unit.refs or refs
        foreign = unit.foreign and not elsewhere.names_other_plan(unit.words)
        adopted = bool(refs) and not (unit.refs or foreign or unit.is_courtesy)
        found.append(replace(unit, said="", refs=refs) if adopted else unit)
    return tuple(found)


def _of_action(ref: str, units: Sequence[Unit], known: Sequence[Mentioned], said_on: date) -> Update:
    mine = [unit for unit in units if ref in unit.refs]
    action = _known(ref, known)
    if action.asks_who:
        return _of_owner(ref, mine)
    others = [each for each in known if each is not action]
    words = counted_on("\n".join(without_own_heading(unit.said, action, others) for unit in mine), action.ends)
    said = _read_about(action, words, said_on)
    if said.rule in TELLS_NOTHING and is_not_mine(as_written(mine)):
        said = NOT_MINE  # it may stand in a sentence that names no action
    said = firmly(supposed(said, words, action.text, said_on), words, action, said_on)
    doubt = said.doubt or doubt_of(mine, said, action, known, said_on)
    said = said if doubt else kept_too_late(said, words, action.ends, said_on)
    return _update(ref, said, as_written(_with_remarks(ref, units)), doubt or said.doubt)


def _read_about(action: Mentioned, words: str, said_on: date) -> Said:
    """What words say in the light of an action; where that is in doubt, with its own deed told in any form as well."""
    plain = in_light_of(action.text, told_of_it(words, action.text), said_on)
    said = read_answer(plain, said_on, action.question)
    told = with_deed_told(plain, action.text, said_on) if said.doubt else plain
    return said if told == plain else read_answer(told, said_on, action.question)


def _with_remarks(ref: str, units: Sequence[Unit]) -> list[Unit]:
    """The units of an action with what polite remark follows on their lines: "on track; nothing to report"."""
    found: list[Unit] = []
    lines: set[int] = set()
    for unit in units:
        remark = (
            unit.line in lines and not (unit.refs or unit.foreign) and (unit.aside or courtesy.is_remark(unit.words))
        )
        if ref in unit.refs or remark:
            found.append(unit)
            lines.add(unit.line)
    return found


def _known(ref: str, known: Sequence[Mentioned]) -> Mentioned:
    return next((each for each in known if each.ref == ref), Mentioned(ref))


def _of_owner(ref: str, mine: Sequence[Unit]) -> Update:
    """The answer to who should be asked: one person plainly named, else words for a person to read."""
    said = "\n".join(_IS.sub("it is ", unit.said) for unit in mine)  # "4.2 is Ann Lee" is left as "is Ann Lee"
    named = () if any(unit.tangled for unit in mine) else read_who(said)
    if named:
        return Update(ref, comment=as_written(mine), rule="names the owner", decision=Decision.APPLY, owner=named)
    return replace(_WHO_ELSE, ref=ref, comment=as_written(mine))


def _update(ref: str, said: Said, words: str, doubt: str) -> Update:
    decision = Decision.ASK if doubt else Decision.APPLY
    asked = with_day_alone(doubt, said.due) if doubt and said.due else doubt
    return Update(ref, said.status, said.due, words, said.rule, decision, asked, said.completed_on, said.snooze)


def _unplaced(loose: Sequence[Unit], known: Sequence[Mentioned], said_on: date) -> Update:
    """Words that belong to no action: what they say is kept, and which action is meant is asked."""
    words = as_written(loose)
    said = read_words("\n".join(unit.said for unit in loose), said_on)
    if not known:
        return Update("", said.status, said.due, words, said.rule, Decision.HOLD, _STRANGER)
    if any(unit.foreign and not _asked_choices(unit, known) for unit in loose):
        return Update("", said.status, said.due, words, said.rule, Decision.HOLD, NONE_OF_THEIRS)
    choices = next((found for unit in loose if (found := _asked_choices(unit, known))), ())
    example = choices or tuple(action.ref for action in known if action.may_be_meant)
    return Update("", said.status, said.due, words, said.rule, Decision.ASK, which_action(example))


def _asked_choices(unit: Unit, known: Sequence[Mentioned]) -> tuple[str, ...]:
    asked = any(each.asked and each.ref in unit.choices for each in known)
    return unit.choices if asked and {each.ref for each in known}.issuperset(unit.choices) else ()
