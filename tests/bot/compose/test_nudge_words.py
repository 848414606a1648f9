"""What the cards of a nudge say of whom they speak to, of a handover and of whoever mail does not reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.compose import Composer, Mail, sample, sample_nudges
from bot.plan import Due, DueKind, Owner, Person
from bot.policy import Disowned, Heard, Reminder, ReminderKind
from bot.progress import entry, named, unchecked

COMPOSER = Composer(Path(__file__).resolve().parents[3] / "templates")
ADA = Person("Ada Fenn", "ada.fenn@tamberley.example")
LATE = Reminder(sample.LATE, ReminderKind.OVERDUE, 31, "", sample.MORGAN)
BROUGHT = replace(LATE, kind=ReminderKind.ESCALATED, warned=date(2026, 9, 24))


def nudge(*reminders: Reminder, to: Person = sample.MORGAN) -> Mail:
    theirs = tuple(replace(each, to=to) for each in reminders)
    return COMPOSER.nudge(replace(sample.NUDGE, person=to, reminders=theirs))


def said(mail: Mail) -> str:
    return " ".join(mail.text.split())


def test_somebody_above_reads_of_their_own_words_as_their_own() -> None:
    wrote = Heard(date(2026, 9, 25), ADA, from_above=True, words="I shall see to it")
    assert "You wrote on 25 September 2026: “I shall see to it”." in said(nudge(replace(BROUGHT, wrote=wrote), to=ADA))
    other = said(nudge(replace(BROUGHT, wrote=wrote), to=sample_nudges.PRICE))
    assert "Ada Fenn wrote on 25 September 2026" in other
    disowned = replace(BROUGHT, wrote=replace(wrote, disowned=Disowned("Not ours")))
    assert "You wrote on 25 September 2026 that it is somebody else's: “Not ours”." in said(nudge(disowned, to=ADA))


def test_a_lead_whose_answer_nobody_has_read_yet_is_told_so_beside_the_question() -> None:
    wrote = Heard(date(2026, 9, 28), sample.MORGAN, waits=True, answers=False)
    who = replace(LATE, kind=ReminderKind.ASK_WHO, reason="has no owner", wrote=wrote)
    told = "It has no owner. You wrote on 28 September 2026, and we could not tell who it should be: please give a full"
    assert told in said(nudge(who))
    assert "You wrote" not in said(nudge(replace(who, wrote=None)))


def test_a_subject_names_every_part_of_its_mail() -> None:
    who = replace(LATE, kind=ReminderKind.ASK_WHO, reason="Ellis Morgan says that it is not theirs", named=ADA)
    parts = [
        replace(each, action=replace(each.action, item_id=f"{at}")) for at, each in enumerate((LATE, BROUGHT, who))
    ]
    told = "1 action needs a word from you (1 overdue), 1 brought to you, 1 for your yes or no: "
    assert nudge(*parts).subject.startswith(told)
    unnamed = nudge(*parts[:2], replace(parts[2], named=None))
    assert "1 brought to you, 1 to name an owner for: " in unnamed.subject


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "It is past its date."), (2, "Both are past their dates."), (3, "All of them are past their dates.")],
)
def test_what_is_late_is_counted_as_people_count(number: int, words: str) -> None:
    rows = [replace(LATE, action=replace(LATE.action, item_id=f"{at}", ref=f"R{at}")) for at in range(number)]
    assert words in said(nudge(*rows))


def handed(before: str = "Ada Fenn", by: str = "Owen Price", *since: str) -> Reminder:
    moved = entry(date(2026, 9, 21), by, named("yes", "Ellis Morgan", before))
    return replace(LATE, action=replace(LATE.action, progress="\n".join((moved, *since))))


def test_a_new_owner_reads_on_whose_word_it_is_theirs_and_whose_it_was_until_somebody_tells_how_it_goes() -> None:
    told = "It became yours on 21 September 2026: Owen Price named you, where the plan had named Ada Fenn."
    assert told in said(nudge(handed()))
    assert "On 21 September 2026 Owen Price named you for it." in said(nudge(handed("")))
    assert "It became yours on 21 September 2026, on your own word." in said(nudge(handed(by="Ellis Morgan")))
    shared = entry(
        date(2026, 9, 21), "Owen Price", named("yes", "Ellis Morgan", "Ada Fenn and Ellis Morgan", alone=True)
    )
    since = "It is yours alone since 21 September 2026: Owen Price named you, where the plan had named Ada Fenn and"
    assert since in said(nudge(replace(LATE, action=replace(LATE.action, progress=shared))))
    answered = entry(date(2026, 9, 25), "Ellis Morgan", "on track")
    assert "became yours" not in said(nudge(handed("Ada Fenn", "Owen Price", answered)))
    assert "became yours" not in said(nudge(handed(), to=ADA))
    assert "became yours" not in said(nudge(replace(handed(), kind=ReminderKind.ESCALATED), to=sample_nudges.PRICE))


def test_what_somebody_wrote_who_is_not_named_in_the_plan_is_no_update_before_it_is_checked() -> None:
    own = entry(date(2026, 9, 21), "Ellis Morgan", "we meet on Friday")
    others = entry(date(2026, 9, 24), "Ada Fenn", unchecked("done"))
    card = said(nudge(replace(LATE, action=replace(LATE.action, progress=f"{own}\n{others}"))))
    assert "The last update, by Ellis Morgan on 21 September 2026, was “we meet on Friday”." in card
    assert "“done”" not in card


def test_a_deputy_reads_of_whom_our_mail_does_not_reach_and_so_does_the_manager() -> None:
    lost = replace(LATE, instead_of=(sample.MORGAN,), lost=frozenset({sample.MORGAN.address}))
    assert "You get this in place of Ellis Morgan, whom our mail does not reach." in said(nudge(lost, to=ADA))
    both = replace(lost, instead_of=(sample_nudges.PRICE, sample.MORGAN))
    places = "in place of Owen Price, who is away, and of Ellis Morgan, whom our mail does not reach."
    assert places in said(nudge(both, to=ADA))
    brought = replace(BROUGHT, asked=(ADA,), away=((sample.MORGAN, date.max),), lost=lost.lost)
    words = "Our mail to Ellis Morgan comes back. So we warned Ada Fenn (ada.fenn@tamberley.example) in their place"
    assert words in said(nudge(brought, to=sample_nudges.PRICE))


def test_words_of_several_lines_are_quoted_line_by_line() -> None:
    wrote = Heard(date(2026, 9, 25), ADA, words="at risk; the roof leaks\nnew date 4 December;")
    brought = replace(BROUGHT, action=replace(LATE.action, owners=(Owner("Ada Fenn", (ADA,)),)), wrote=wrote)
    assert "“at risk; the roof leaks / new date 4 December”" in said(nudge(brought, to=sample_nudges.PRICE))


def test_an_owner_who_is_asked_again_reads_that_their_last_words_have_still_to_be_read() -> None:
    wrote = Heard(date(2026, 9, 17), sample.MORGAN, waits=True, words="All of it went out")
    told = "You wrote on 17 September 2026: “All of it went out”. We have still to read that."
    assert told in said(nudge(replace(LATE, wrote=wrote)))
    assert told not in said(nudge(replace(LATE, wrote=replace(wrote, waits=False))))
    assert "still to read" not in said(nudge(replace(LATE, wrote=replace(wrote, disowned=Disowned("Not mine")))))


def test_of_what_was_done_and_comes_round_the_next_date_is_asked_for() -> None:
    due = Due("9 April 2027 (fortnightly)", end=date(2027, 4, 9), kind=DueKind.RECURRING)
    asked = nudge(replace(LATE, kind=ReminderKind.ASK_FOR_DATE, days=0, action=replace(sample.LATE, due=due)))
    assert "The plan says “9 April 2027 (fortnightly)”, and that time was done. When is it next due?" in said(asked)
    assert "[ NO NEXT DATE YET ]" in asked.text
