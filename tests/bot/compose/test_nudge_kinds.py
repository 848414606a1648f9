"""What a nudge says for each kind of reminder, in which section, and under which headline."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bot.compose import Composer, Mail, sample, sample_nudges
from bot.plan import Due, DueKind, Holder, Owner, Person
from bot.policy import AskedBack, Disowned, Escalation, Heard, Post, Reminder, ReminderKind, Wish

COMPOSER = Composer(Path(__file__).resolve().parents[3] / "templates")
ADA = Person("Ada Fenn", "ada.fenn@tamberley.example")
SORTS = {
    "nudge": sample.NUDGE,
    "check-ins": sample_nudges.CHECK_INS,
    "every kind": sample_nudges.EVERY_KIND,
    "escalation": sample_nudges.ESCALATION,
    "ask who": sample_nudges.ASK_WHO,
    "copy": sample_nudges.COPY,
    "long": sample_nudges.LONG,
}


def nudge(*reminders: Reminder, to: Person = sample.MORGAN) -> Mail:
    theirs = tuple(replace(each, to=to) for each in reminders)
    return COMPOSER.nudge(replace(sample.NUDGE, person=to, reminders=theirs))


def said(mail: Mail) -> str:
    return " ".join(mail.text.split())


def reminder(kind: ReminderKind, days: int = 0, reason: str = "") -> Reminder:
    return Reminder(sample.LATE, kind, days, reason, sample.MORGAN)


@pytest.mark.parametrize(
    ("view", "subject"),
    [
        ("nudge", "3 actions need a word from you (1 overdue): Peer Challenge Action Plan"),
        ("every kind", "6 actions need a word from you (2 overdue), 1 brought to you"),
        ("escalation", "1 overdue action is still open: Housing Improvement Plan"),
        ("ask who", "Who should we ask about 3 actions?"),
        ("copy", "1 action for your information: Peer Challenge Action Plan"),
        ("long", "70 actions need a word from you (70 overdue), 2 brought to you"),
    ],
)
def test_the_subject_fits_what_is_in_the_mail(view: str, subject: str) -> None:
    assert COMPOSER.nudge(SORTS[view]).subject.startswith(subject)


def test_a_mail_of_every_kind_has_its_sections_in_order() -> None:
    lines = COMPOSER.nudge(sample_nudges.EVERY_KIND).text.splitlines()
    places = [lines.index(words) for words in ("BROUGHT TO YOU", "WHO SHOULD BE ASKED?", "FOR YOUR INFORMATION")]
    assert places == sorted(places)
    assert "Also in this mail: 1 brought to you, 1 to name an owner for, 1 for your" in lines


def test_headings_of_a_page_go_down_one_level_at_a_time() -> None:
    for view in SORTS.values():
        levels = [int(level) for level in re.findall(r"<h(\d)", COMPOSER.nudge(view).html)]
        assert levels[0] == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))


def test_ten_cards_are_the_most_over_all_sections_and_what_is_left_out_is_counted() -> None:
    mail = COMPOSER.nudge(sample_nudges.LONG)
    assert len(re.findall(r"^\[ [A-Z]", mail.text, re.MULTILINE)) == 10
    assert "10 more are not shown here" in said(mail)
    assert "2 are not shown here" in said(mail)
    rows = sample_nudges.LONG.reminders
    mixed = said(nudge(*rows[:9], *rows[70:]))
    assert mixed.count("[ OVERDUE BY") == 10
    assert "AND IN SHORT" in mixed.upper()


@pytest.mark.parametrize(
    ("post", "yours", "who"),
    [
        (Post.MANAGER, True, "Owen Price (your manager)"),
        (Post.MANAGER, False, "Owen Price (the manager of Ellis Morgan)"),
        (Post.LEAD, False, "Owen Price (who looks after the plan)"),
        (Post.DIRECTOR, False, "Owen Price (the director)"),
        (Post.SLT, False, "Owen Price (for the senior leadership team)"),
        (None, False, "Owen Price"),
    ],
)
def test_a_nudge_says_who_was_told_and_who_will_be_and_when(post: Post | None, yours: bool, who: str) -> None:
    late = reminder(ReminderKind.OVERDUE, 31)
    comes = Escalation(sample_nudges.PRICE, date(2026, 10, 14), post, yours=yours)
    will = f"Without an answer before 14 October 2026, {who} will be told."
    assert will in said(nudge(replace(late, warning=comes)))
    was = f"{who} was told on 22 September 2026."
    told = replace(late, told=replace(comes, on=date(2026, 9, 22)))
    assert was in said(nudge(told))
    assert "Without an answer" not in said(nudge(told))
    assert f"{was} {will}" in said(nudge(replace(told, warning=comes)))


def test_whoever_stands_in_for_a_vacant_post_reads_of_its_manager_and_not_of_their_own() -> None:
    owner = Owner("Head of Housing", (sample.MORGAN,), holder=Holder.DEPUTY)
    comes = Escalation(sample_nudges.PRICE, date(2026, 10, 14), Post.MANAGER)
    late = replace(reminder(ReminderKind.OVERDUE, 31), action=replace(sample.LATE, owners=(owner,)), warning=comes)
    assert "Owen Price (the manager of Head of Housing) will be told." in said(nudge(late))


def test_a_warning_says_in_whose_place_a_deputy_will_be_told() -> None:
    told = Escalation(ADA, date(2026, 10, 14), Post.MANAGER, (sample_nudges.PRICE,), yours=True)
    late = replace(reminder(ReminderKind.OVERDUE, 31), warning=told)
    assert "2026, Ada Fenn (in place of Owen Price, your manager) will be told." in said(nudge(late))


def test_no_warning_is_printed_where_nobody_will_be_told() -> None:
    assert "Without an answer" not in said(nudge(reminder(ReminderKind.OVERDUE, 31)))


def test_a_deputy_reads_in_whose_place_they_are_asked_and_an_owner_does_not() -> None:
    late = reminder(ReminderKind.OVERDUE, 31)
    absent = replace(late, instead_of=(sample.MORGAN,))
    assert "You get this in place of Ellis Morgan, who is away." in said(nudge(absent, to=ADA))
    assert "in place of" not in said(nudge(late))
    both = replace(late, instead_of=(sample.MORGAN, sample_nudges.PRICE))
    assert "in place of Ellis Morgan and Owen Price, who are away." in said(nudge(both, to=ADA))


def test_the_deputy_of_a_manager_reads_in_whose_place_an_escalation_comes() -> None:
    brought = replace(reminder(ReminderKind.ESCALATED, 31), instead_of=(sample_nudges.PRICE,))
    assert "You get this in place of Owen Price, who is away." in said(nudge(brought, to=ADA))


def test_an_escalation_says_whose_it_is_how_late_and_when_they_were_warned() -> None:
    text = said(COMPOSER.nudge(sample_nudges.ESCALATION))
    assert "[ OVERDUE BY 20 DAYS ]" in text
    assert "Tom Ashgrove (tom.ashgrove@tamberley.example) answers for it (the plan names Head of Housing)." in text
    assert "We warned on 24 September 2026 that it would be passed on, and have had no answer." in text
    assert "Please speak to whoever answers for it, or reply to this mail with what you know." in text


def test_an_escalation_while_the_owner_is_away_says_until_when_and_who_was_warned_in_their_place() -> None:
    (brought,) = sample_nudges.ESCALATION.reminders
    away = (sample_nudges.ASHGROVE, date(2026, 11, 2))
    stood_in = replace(brought, asked=(ADA,), away=(away,))
    mail = nudge(stood_in, to=sample_nudges.PRICE)
    assert (
        "Tom Ashgrove is away until 2 November 2026. So we warned Ada Fenn (ada.fenn@tamberley.example) in their place "
        "on 24 September 2026 that it would be passed on, and have had no answer."
    ) in said(mail)
    assert 'aria-label="Write to Ada Fenn: action H4"' in mail.html
    assert "mailto:ada.fenn@tamberley.example?subject=Action%20H4" in mail.html
    assert "mailto:tom.ashgrove" not in mail.html
    unknown = replace(stood_in, away=((sample_nudges.ASHGROVE, date.max),))
    assert "Tom Ashgrove is away. So we warned" in said(nudge(unknown, to=sample_nudges.PRICE))


def test_an_escalation_of_a_joint_action_says_who_of_its_owners_was_warned_and_who_was_away() -> None:
    (brought,) = sample_nudges.ESCALATION.reminders
    owners = (Owner("Head of Housing", (sample_nudges.ASHGROVE,)), Owner("Head of Planning", (ADA,)))
    shared = replace(brought, action=replace(brought.action, owners=owners))
    warned = "on 24 September 2026 that it would be passed on, and have had no answer."
    both = replace(shared, asked=(sample_nudges.ASHGROVE, ADA))
    assert f"We warned {warned}" in said(nudge(both))
    one = replace(shared, asked=(ADA,), absent=((sample_nudges.ASHGROVE, date(2026, 10, 3)),))
    away = "Tom Ashgrove has been away in that time"
    assert f"We warned Ada Fenn {warned} {away} (back on 3 October 2026)." in said(nudge(one))
    unknown = replace(one, absent=((sample_nudges.ASHGROVE, date.max),))
    assert f"{away}. " in said(nudge(unknown))


def test_an_address_without_a_name_is_printed_once_and_greeted_without_it() -> None:
    nameless = Person("p.lark@partner.example", "p.lark@partner.example")
    action = replace(sample.LATE, owners=(Owner("Partnership Manager", (nameless,)),))
    brought = said(nudge(replace(reminder(ReminderKind.ESCALATED, 31), action=action)))
    assert "p.lark@partner.example answers for it (the plan names Partnership Manager). We warned" in brought
    asked = nudge(reminder(ReminderKind.OVERDUE, 31), to=nameless)
    assert "\n\nHello,\n\n" in asked.text
    assert ">Hello,<" in asked.html
    assert "Dear Ellis Morgan," in said(nudge(reminder(ReminderKind.OVERDUE, 31)))


def test_an_escalation_says_who_wrote_when_and_what_is_open_and_never_that_nobody_answered() -> None:
    brought = replace(reminder(ReminderKind.ESCALATED, 31), warned=date(2026, 9, 24))
    wrote = Heard(date(2026, 9, 17), sample.MORGAN, waits=True, words="Nearly there")
    waiting = said(nudge(replace(brought, wrote=wrote), to=sample_nudges.PRICE))
    assert "Ellis Morgan wrote on 17 September 2026: “Nearly there”. We have still to read that. We warned" in waiting
    settled = said(nudge(replace(brought, wrote=Heard(date(2026, 9, 17)))))
    assert "Its owner wrote on 17 September 2026. We warned on" in settled
    asked = said(nudge(replace(brought, wrote=replace(wrote, waits=False, asked=AskedBack("Is that so?")))))
    assert "“Nearly there”. We asked what that means, and wait for the answer. We warned on" in asked
    assert "administrator" not in asked
    assert settled.count("have had no answer since.") == 1
    assert "nobody has answered" not in waiting + settled


def test_a_manager_gets_no_button_that_answers_for_the_owner() -> None:
    page = COMPOSER.nudge(sample_nudges.ESCALATION).html
    assert re.findall(r'aria-label="([^"]+)"', page) == [
        "Write to the owner: action H4",
        "Tell us what you know: action H4",
    ]
    assert "mailto:tom.ashgrove@tamberley.example?subject=Action%20H4" in page


def test_a_date_is_asked_for_with_the_printed_words() -> None:
    undated = replace(sample.LATE, due=Due("TBC"))
    asked = nudge(replace(reminder(ReminderKind.ASK_FOR_DATE), action=undated))
    assert "The plan gives its date as “TBC”. Which day is meant?" in said(asked)
    assert asked.text.casefold().count("which day is meant?") == 1
    assert "[ NO EXACT DATE ]" in asked.text
    bare = nudge(replace(reminder(ReminderKind.ASK_FOR_DATE), action=replace(sample.LATE, due=Due())))
    assert "[ NO DATE YET ]" in bare.text
    assert "It has no date yet. When is it to be done?" in said(bare)


def test_a_check_in_asks_whether_it_still_runs() -> None:
    ongoing = replace(sample.LATE, due=Due("ongoing", kind=DueKind.ONGOING))
    mail = nudge(replace(reminder(ReminderKind.CHECK_IN), action=ongoing))
    assert "The plan says “ongoing”: how is it going?" in said(mail)
    assert "without an end date" not in said(mail)


def test_a_check_in_on_what_has_no_words_for_its_date_says_that_it_has_no_end() -> None:
    ongoing = replace(sample.LATE, due=Due("", kind=DueKind.ONGOING))
    mail = nudge(replace(reminder(ReminderKind.CHECK_IN), action=ongoing))
    assert "It goes on without an end date. Is it still running" in said(mail)


def test_something_that_comes_round_is_due_on_the_turn_that_is_chased() -> None:
    yearly = replace(sample.LATE, due=Due("annually in September", kind=DueKind.RECURRING))
    mail = nudge(replace(reminder(ReminderKind.OVERDUE, 1), action=yearly))
    assert "It was due by 30 September 2026 (the plan says “annually in September”)." in said(mail)


def test_why_nobody_can_be_asked_is_said_as_a_sentence() -> None:
    reasons = ("has no owner", "nobody is known behind Cabinet")
    for reason, words in zip(reasons, ("It has no owner.", "Nobody is known behind Cabinet."), strict=True):
        assert words in said(nudge(reminder(ReminderKind.ASK_WHO, reason=reason)))


def test_a_list_over_several_plans_says_which_plan_each_line_is_from() -> None:
    view = replace(
        sample_nudges.LONG, reminders=(*sample_nudges.LONG.reminders[:20], *sample_nudges.LONG.reminders[70:])
    )
    assert "(Peer Challenge Action Plan, overdue by 31 days)" in said(COMPOSER.nudge(view))


@pytest.mark.parametrize("kind", ReminderKind)
def test_no_name_and_no_reason_however_long_brings_a_mail_over_the_cut_of_gmail(kind: ReminderKind) -> None:
    somebody = Person("Somebody & " * 900, f"{'a' * 60}@tamberley.example")
    action = replace(sample.LATE, owners=(Owner("Post " * 900, (somebody,) * 5),), due=Due("then & " * 900))
    warning = Escalation(somebody, date(2026, 10, 14), Post.MANAGER)
    long = Reminder(action, kind, 20, "nobody is known behind it & " * 900, sample.MORGAN, warning)
    rows = [replace(long, action=replace(action, item_id=f"{number}", ref=f"R{number}")) for number in range(75)]
    assert len(nudge(*rows).html.encode()) < 102_000


def test_only_several_actions_that_may_all_be_on_track_are_answered_by_one_word() -> None:
    def at_once(*reminders: Reminder) -> bool:
        return "ALL ON TRACK" in said(nudge(*reminders))

    check_in, soon = reminder(ReminderKind.CHECK_IN), reminder(ReminderKind.UPCOMING, -3)
    assert at_once(check_in, soon)
    assert "answer for both" in said(nudge(check_in, soon))
    assert "answer for all 3" in said(COMPOSER.nudge(sample_nudges.CHECK_INS))
    assert not at_once(check_in)
    for other in ReminderKind:
        if other not in (ReminderKind.CHECK_IN, ReminderKind.UPCOMING, ReminderKind.DUE_TODAY):
            assert not at_once(check_in, soon, reminder(other, 3)), other
    assert not at_once(*[check_in] * 70)


def test_the_question_about_a_person_whom_an_owner_named_is_answered_by_yes_or_a_button() -> None:
    who = replace(reminder(ReminderKind.ASK_WHO, reason="Ellis Morgan says that it is not theirs"), named=ADA)
    mail = nudge(who)
    assert (
        "Ellis Morgan says that it is not theirs. Should we ask Ada Fenn from now on? Reply with the word YES, with NO "
        "if it stays where it is, or with another name."
    ) in said(mail)
    assert "Yes, ask Ada Fenn" in mail.html
    assert "YES" not in said(nudge(replace(who, named=None)))
    assert "Please tell us whom to ask about this action: reply with a name" in said(mail)
    assert "do not know" not in said(mail)
    assert mail.subject == "Should we ask somebody else about 1 action? – Peer Challenge Action Plan"
    unnamed = nudge(who, replace(who, named=None, action=replace(who.action, item_id="9", ref="2.9")))
    assert unnamed.subject == "Who should we ask about 2 actions? – Peer Challenge Action Plan"


def test_a_manager_reads_that_the_owner_disowns_an_action_and_of_no_silence() -> None:
    [brought] = sample_nudges.ESCALATION.reminders
    wrote = Heard(date(2026, 9, 25), sample.MORGAN, waits=True, disowned=Disowned("Not mine, ask Ada", ADA))
    text = said(nudge(replace(brought, wrote=wrote), to=sample_nudges.PRICE))
    assert (
        f"Ellis Morgan wrote on 25 September 2026 that it is not theirs and named Ada Fenn ({ADA.address}). "
        "We warned on 24 September 2026 that it would be passed on."
    ) in text
    rob = replace(wrote, disowned=Disowned("Not mine, ask Rob"))
    unnamed = said(nudge(replace(brought, wrote=rob), to=sample_nudges.PRICE))
    assert "that it is not theirs: “Not mine, ask Rob”." in unnamed


def test_an_owner_who_said_that_it_is_not_theirs_reads_so_and_whom_they_named() -> None:
    wrote = Heard(date(2026, 9, 25), sample.MORGAN, waits=True, disowned=Disowned("Not mine, ask Ada", ADA))
    named = said(nudge(replace(reminder(ReminderKind.OVERDUE, 31), wrote=wrote)))
    assert (
        "You wrote on 25 September 2026 that it is not yours and named Ada Fenn: until that is settled, we have to go "
        "on asking you."
    ) in named
    asked = replace(wrote, waits=False, words="Not mine, ask Ada", asked=AskedBack("Who should we ask instead?"))
    assert said(nudge(replace(reminder(ReminderKind.OVERDUE, 31), wrote=asked))).count("You wrote on") == 1
    wrote = replace(wrote, disowned=Disowned("Not mine"))
    unnamed = said(nudge(replace(reminder(ReminderKind.OVERDUE, 31), wrote=wrote)))
    assert "If you know whose it is, please say so once more with their full name; until that is settled" in unnamed
    assert "You wrote on" not in said(nudge(reminder(ReminderKind.OVERDUE, 31)))


ASKED = Heard(
    date(2026, 9, 25),
    sample.MORGAN,
    words="Should be end of October",
    asked=AskedBack("Is 31 October 2026 the new date?", by_yes=True),
)


def test_an_owner_reads_once_more_what_we_asked_about_their_words_and_whether_a_yes_settles_it() -> None:
    asked = replace(reminder(ReminderKind.OVERDUE, 31), wrote=ASKED)
    question = "“Should be end of October”. Is 31 October 2026 the new date?"
    assert f"You wrote on 25 September 2026: {question} A yes settles it." in said(nudge(asked))
    open_asked = replace(ASKED, asked=AskedBack("Is 31 October 2026 the new date?"))
    assert f"{question} If an action is not yours" in said(nudge(replace(asked, wrote=open_asked)))
    labels = ["Yes", "Done", "On track", "New date", "Not mine"]
    for wrote, shown in ((ASKED, labels), (open_asked, labels[1:])):
        page = nudge(replace(asked, wrote=wrote)).html
        assert re.findall(r'aria-label="([^"]+): action 2.1"', page) == shown
    which = replace(ASKED, asked=AskedBack(""))
    words = "“Should be end of October”. We could not tell which action that is about. If it is this one, please say it"
    assert words in said(nudge(replace(asked, wrote=which)))
    above = said(nudge(replace(asked, kind=ReminderKind.ESCALATED, wrote=which)))
    assert "We asked which action that is about, and wait for the answer." in above
    going = replace(asked, kind=ReminderKind.CHECK_IN, days=0)
    assert "You wrote" not in said(nudge(going))


def test_words_that_a_card_quotes_are_not_repeated_as_the_last_update() -> None:
    kept = replace(sample.LATE, progress="25 September 2026, Ellis Morgan: Should be end of October")
    asked = replace(reminder(ReminderKind.OVERDUE, 31), action=kept, wrote=ASKED)
    assert said(nudge(asked)).count("Should be end of October") == 1
    assert said(nudge(replace(asked, wrote=None))).count("was “Should be end of October”") == 1
    assert "was “The first draft" in said(nudge(replace(asked, action=sample.LATE)))


def test_everybody_reads_which_later_date_waits_for_whose_yes() -> None:
    wish = Wish(date(2026, 9, 25), sample.MORGAN, date(2026, 10, 31), ADA)
    for kind in (ReminderKind.OVERDUE, ReminderKind.ESCALATED):
        late = replace(reminder(kind, 31), wish=wish)
        asked_for = "asked for a new date, 31 October 2026."
        assert f"On 25 September 2026 you {asked_for} Ada Fenn has been asked to agree." in said(nudge(late))
        assert f"Ellis Morgan {asked_for} You have been asked to agree." in said(nudge(late, to=ADA))
        assert f"Ellis Morgan {asked_for} Ada Fenn has been" in said(nudge(late, to=sample_nudges.PRICE))
        answered = replace(late, wish=replace(wish, answered=date(2026, 9, 28)))
        waits = "answered on 28 September 2026, and a colleague has still to read that."
        assert f"Ellis Morgan {asked_for} Ada Fenn {waits}" in said(nudge(answered, to=sample_nudges.PRICE))
        assert f"Ellis Morgan {asked_for} You {waits}" in said(nudge(answered, to=ADA))


def test_the_words_of_a_wish_stand_once_in_a_card() -> None:
    words = "New date is the end of October, the adviser is late"
    wish = Wish(date(2026, 9, 25), sample.MORGAN, date(2026, 10, 31), ADA, words)
    kept = replace(sample.LATE, progress=f"25 September 2026, Ellis Morgan: {words}")
    wrote = Heard(wish.on, sample.MORGAN, words=words, wish=wish)
    for kind in (ReminderKind.OVERDUE, ReminderKind.ESCALATED):
        late = replace(reminder(kind, 31), action=kept, wish=wish, wrote=wrote, warned=date(2026, 9, 28))
        assert f"asked for a new date, 31 October 2026: “{words}”. Ada Fenn has" in said(nudge(late))
        assert said(nudge(late)).count(words) == 1
        assert "wrote on" not in said(nudge(late))


def held_by(*people: Person, post: str = "Head of Finance", holder: Holder = Holder.OF_POST) -> Owner:
    return Owner(post, people, holder=holder)


def test_somebody_who_stands_in_for_a_vacant_post_reads_for_which_and_so_does_their_manager() -> None:
    owners = (held_by(ADA, holder=Holder.DEPUTY), held_by(sample.MORGAN, post="Head of Housing"))
    late = replace(reminder(ReminderKind.OVERDUE, 31), action=replace(sample.LATE, owners=owners))
    words = "You stand in for Head of Finance, which nobody holds at present."
    assert words in said(nudge(late, to=ADA))
    assert words not in said(nudge(late))
    deputy_of_the_deputy = replace(late, instead_of=(ADA,))
    assert f"in place of Ada Fenn, who is away. {words}" in said(nudge(deputy_of_the_deputy, to=sample_nudges.PRICE))
    brought = said(nudge(replace(late, kind=ReminderKind.ESCALATED)))
    assert "(the plan names Head of Finance, Head of Housing; nobody holds Head of Finance at present)" in brought


def test_joint_owners_read_with_whom_they_share_an_action() -> None:
    owners = (held_by(sample.MORGAN), held_by(ADA, sample_nudges.PRICE, post="Trade Union Board"))
    late = replace(reminder(ReminderKind.OVERDUE, 31), action=replace(sample.LATE, owners=owners))
    assert "Shared with Ada Fenn and Owen Price: one answer is enough." in said(nudge(late))
    assert "Shared with Ellis Morgan and Ada Fenn: one" in said(nudge(late, to=sample_nudges.PRICE))
    in_place = replace(late, instead_of=(ADA,))
    assert "Shared with Ellis Morgan and Owen Price: one" in said(nudge(in_place, to=sample_nudges.HALE))
    at = "office@lorn-trust.example"
    body = replace(
        late, action=replace(late.action, owners=(*late.action.owners, Owner("Lorn Trust", (Person(at, at),))))
    )
    assert "Owen Price and Lorn Trust: one answer" in said(nudge(body))
    assert "Shared with" not in said(nudge(reminder(ReminderKind.OVERDUE, 31)))
