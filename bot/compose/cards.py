"""One person's day ready to print: sections of cards, cut to size, in words, with their links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.compose import sentences, wording
from bot.compose.links import Link, answer_links, asked_link, owner_link, yes_link
from bot.compose.views import NudgeView
from bot.labels import labels
from bot.policy import Reminder, ReminderKind

MAX_CARDS = 10
MAX_LISTED = 50
OWN = "own"

_TONES = {
    ReminderKind.OVERDUE: "red",
    ReminderKind.ESCALATED: "red",
    ReminderKind.DUE_TODAY: "amber",
    ReminderKind.ASK_FOR_DATE: "amber",
    ReminderKind.ASK_WHO: "amber",
    ReminderKind.UPCOMING: "blue",
    ReminderKind.CHECK_IN: "blue",
    ReminderKind.COPY: "blue",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One action of a nudge. `ref` is its label in this mail; `tone` (red, amber, blue) colours what `chip` says.

    `about` says why a person is told who is not simply its owner, `question` puts once more what we asked about their
    own words, `warning` says what comes without an answer.
    """

    chip: str
    tone: str
    ref: str
    text: str
    plan: str
    recommendation: str
    about: str
    due: str
    update: str
    question: str
    warning: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What a mail says of one sort: `name` is own, escalated, ask_who or copy; `count` all of it.

    Of all sections together up to ten actions are cards and up to fifty more a list; `unlisted` counts the rest of
    this one.
    """

    name: str
    count: int
    cards: tuple[Card, ...]
    listed: tuple[Card, ...]
    unlisted: int


@dataclass(frozen=True, slots=True)
class Nudge:
    """A nudge ready to print.

    `headline` is about its first section, `also` has a few words on each further one. `overdue` counts the person's
    own. `plan` is "" for several. `at_once` where the words ALL ON TRACK are an honest answer to everything in it.
    """

    name: str
    plan: str
    headline: str
    also: tuple[str, ...]
    count: int
    overdue: int
    late: str
    at_once: bool
    sections: tuple[Section, ...]
    reply_to: str
    token: str
    sender_name: str
    contact: str


def nudge(view: NudgeView, most_cards: int = MAX_CARDS) -> Nudge:
    sections = tuple(_sections(view, most_cards))
    own = sum(section.count for section in sections if section.name == OWN)
    overdue = sum(reminder.kind is ReminderKind.OVERDUE for reminder in view.reminders)
    plans = {reminder.action.plan for reminder in view.reminders}
    return Nudge(
        name=wording.short(view.person.name, 80),
        plan=wording.short(plans.pop(), 100) if len(plans) == 1 else "",
        headline=_headline(sections[0], view.reminders),
        also=tuple(_also(section, view.reminders) for section in sections[1:]),
        count=len(view.reminders),
        overdue=overdue,
        late=_late(overdue, own),
        at_once=_at_once(view, sections),
        sections=sections,
        reply_to=view.reply_to,
        token=view.token,
        sender_name=view.sender_name,
        contact=view.contact,
    )


def _sections(view: NudgeView, most_cards: int) -> Iterator[Section]:
    """What is asked and what is told, in the order of the kinds; labelled before it is divided, as replies are read."""
    named = labels([(each.action.plan, wording.shown_ref(each.action)) for each in view.reminders])
    ready = list(enumerate(zip(view.reminders, named, strict=True)))
    for name, group in groupby(ready, key=lambda each: _section_of(each[1][0])):
        theirs = list(group)
        shown = [
            (at, _card(reminder, wording.short(label, 100), view))
            for at, (reminder, label) in theirs
            if at < MAX_CARDS + MAX_LISTED
        ]
        yield Section(
            name=name,
            count=len(theirs),
            cards=tuple(card for at, card in shown if at < most_cards),
            listed=tuple(card for at, card in shown if at >= most_cards),
            unlisted=len(theirs) - len(shown),
        )


def _section_of(reminder: Reminder) -> str:
    return OWN if reminder.kind.asks_owner else reminder.kind.value


def _also(section: Section, reminders: Sequence[Reminder]) -> str:
    """A few words on a further section."""
    return {
        "escalated": f"{section.count} brought to you",
        "ask_who": f"{section.count} {'for your yes or no' if _all_named(reminders) else 'to name an owner for'}",
        "copy": f"{section.count} for your information",
    }[section.name]


def _all_named(reminders: Sequence[Reminder]) -> bool:
    """Whether the question whom to ask is a yes or a no everywhere, as an owner has named somebody."""
    return all(each.named for each in reminders if each.kind is ReminderKind.ASK_WHO)


def _headline(section: Section, reminders: Sequence[Reminder]) -> str:
    named = _all_named(reminders)
    actions = wording.count(section.count, "action")
    one = section.count == 1
    return {
        OWN: f"{actions} {'needs' if one else 'need'} a word from you",
        "escalated": f"{wording.count(section.count, 'overdue action')} {'is' if one else 'are'} still open",
        "ask_who": f"{'Should we ask somebody else' if named else 'Who should we ask'} about {actions}?",
        "copy": f"{actions} for your information",
    }[section.name]


def _late(overdue: int, total: int) -> str:
    """What of the person's own is late, as a sentence; "" when nothing is."""
    if not overdue:
        return ""
    if overdue == total:
        every = {1: "It is past its date.", 2: "Both are past their dates."}
        return every.get(total, "All of them are past their dates.")
    return "One of them is past its date." if overdue == 1 else f"{overdue} of them are past their dates."


_MAY_BE_ON_TRACK = frozenset({ReminderKind.CHECK_IN, ReminderKind.UPCOMING, ReminderKind.DUE_TODAY})


def _at_once(view: NudgeView, sections: Sequence[Section]) -> bool:
    """Whether one word may answer everything: several actions, each of them shown, and none late or without a date."""
    kinds = {reminder.kind for reminder in view.reminders}
    return len(view.reminders) > 1 and kinds <= _MAY_BE_ON_TRACK and not any(each.unlisted for each in sections)


def _card(reminder: Reminder, ref: str, view: NudgeView) -> Card:
    action = reminder.action
    return Card(
        chip=sentences.chip(reminder),
        tone=_TONES[reminder.kind],
        ref=ref,
        text=wording.short(action.text, 300),
        plan=wording.short(action.plan, 100),
        recommendation=wording.quoted(action.recommendation, 220),
        about=sentences.about(reminder),
        due=sentences.due(reminder, view.today),
        update=sentences.update(reminder),
        question=sentences.question(reminder),
        warning=sentences.warning(reminder),
        links=_links(reminder, ref, view),
    )


def _links(reminder: Reminder, ref: str, view: NudgeView) -> tuple[Link, ...]:
    links = answer_links(reminder.kind, ref, view.reply_to, view.token, yes=sentences.takes_yes(reminder))
    if reminder.named:
        return (yes_link(reminder.named, ref, view.reply_to, view.token), *links)
    owners, subject = reminder.action.people, wording.short(reminder.action.text, 80)
    if reminder.kind is ReminderKind.ESCALATED and reminder.away:
        return (asked_link(reminder.asked, ref, subject), *links)
    if reminder.kind is ReminderKind.ESCALATED and owners:
        return (owner_link(owners, ref, subject), *links)
    return links
