from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.ledger import Intent, IntentState, Ledger, Mention, NewIntent, Run, RunState
from bot.plan import Person
from bot.policy import Mentioned, Post, ReminderKind

TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
KAREN = Person("Karen Whitlock", "karen.whitlock@tamberley.example")
FRIDAY = date(2026, 9, 4)
NOW = datetime(2026, 9, 4, 7, 30, tzinfo=UTC)
RUN = Run("2026-09-04-1", "nudge", FRIDAY, RunState.APPROVED)


def mail(number: int, person: Person = TOM, kind: str = "nudge", mentions: tuple[Mention, ...] = ()) -> NewIntent:
    return NewIntent(
        number, f"key-{number}", kind, person, "actions+r-t@x.example", f"t{number}", "S", "text", "<p>", mentions
    )


def mention(item_id: str, plan: str = "Housing plan") -> Mention:
    return Mention(plan, item_id, f"1.{item_id}")


def open_run(ledger: Ledger, *mails: NewIntent, run: Run = RUN, plans: tuple[str, ...] = ("Housing plan",)) -> None:
    ledger.outbox.open_run(run, plans, mails, NOW)


def states(ledger: Ledger) -> dict[int, str]:
    return {intent.number: intent.state.value for intent in ledger.outbox.intents()}


def test_a_run_its_cycles_and_its_mails_are_kept_together(ledger: Ledger) -> None:
    open_run(ledger, mail(1, mentions=(mention("4"), mention("2"))), plans=("Peer challenge", "Housing plan"))
    assert ledger.outbox.runs() == (RUN,)
    assert ledger.outbox.plans_of(RUN.id) == ("Housing plan", "Peer challenge")
    assert ledger.outbox.settled("nudge", FRIDAY) == {"Housing plan", "Peer challenge"}
    assert ledger.outbox.mentions(1) == (mention("4"), mention("2"))


def test_a_mail_comes_back_as_it_was_written(ledger: Ledger) -> None:
    open_run(ledger, mail(1))
    assert ledger.outbox.intent(1) == Intent(
        number=1,
        key="key-1",
        run=RUN.id,
        kind="nudge",
        day=FRIDAY,
        person=TOM,
        reply_to="actions+r-t@x.example",
        token="t1",
        subject="S",
        text="text",
        html="<p>",
        state=IntentState.NEW,
        draft_id="",
        internet_message_id="",
        moved_at=NOW,
        note="",
    )


def test_numbers_go_on_from_the_last_mail(ledger: Ledger) -> None:
    assert ledger.outbox.next_number() == 1
    open_run(ledger, mail(1), mail(7))
    assert ledger.outbox.next_number() == 8


def test_a_second_mail_with_the_same_key_takes_its_whole_run_down(ledger: Ledger) -> None:
    open_run(ledger, mail(1))
    twin = NewIntent(3, "key-1", "nudge", TOM, "", "", "", "", "")
    with pytest.raises(IntegrityError):
        open_run(ledger, mail(2), twin, run=Run("2026-09-07-1", "nudge", date(2026, 9, 7), RunState.APPROVED))
    assert list(states(ledger)) == [1]
    assert ledger.outbox.settled("nudge", date(2026, 9, 7)) == frozenset()
    assert ledger.outbox.run("2026-09-07-1") is None


def test_a_plan_has_one_cycle_of_a_kind_on_a_day(ledger: Ledger) -> None:
    open_run(ledger)
    with pytest.raises(IntegrityError):
        open_run(ledger, run=Run("2026-09-04-2", "nudge", FRIDAY, RunState.APPROVED))
    open_run(ledger, run=Run("summary-1", "summary", FRIDAY, RunState.APPROVED))
    assert [run.id for run in ledger.outbox.runs()] == [RUN.id, "summary-1"]


def test_a_mail_added_twice_is_one_mail(ledger: Ledger) -> None:
    receipts = Run("receipts", "receipt", FRIDAY, RunState.APPROVED)
    ledger.outbox.add(receipts, [mail(1, kind="receipt", mentions=(mention("4"),))], NOW)
    ledger.outbox.move(1, IntentState.DRAFTING, NOW)
    ledger.outbox.add(receipts, [mail(1, kind="receipt", mentions=(mention("4"),)), mail(2, kind="receipt")], NOW)
    assert states(ledger) == {1: "drafting", 2: "new"}
    assert ledger.outbox.mentions(1) == (mention("4"),)


def test_the_latest_day_of_a_kind_is_remembered(ledger: Ledger) -> None:
    assert ledger.outbox.latest_day("nudge") is None
    open_run(ledger)
    open_run(ledger, run=Run("2026-08-31-1", "nudge", date(2026, 8, 31), RunState.APPROVED))
    assert (ledger.outbox.latest_day("nudge"), ledger.outbox.latest_day("summary")) == (FRIDAY, None)


def test_a_mail_goes_through_its_states_with_the_draft_it_was_laid_as(ledger: Ledger) -> None:
    open_run(ledger, mail(1))
    later = NOW + timedelta(seconds=5)
    ledger.outbox.move(1, IntentState.DRAFTED, NOW, ("AAA=", "<1@exchange.example>"))
    ledger.outbox.move(1, IntentState.SENDING, later)
    intent = ledger.outbox.intent(1)
    assert intent is not None
    assert (intent.state, intent.draft_id, intent.moved_at) == (IntentState.SENDING, "AAA=", later)
    assert ledger.outbox.intent_by_message_id(["", "<other@x>", "<1@exchange.example>"]) == intent
    assert ledger.outbox.intent_by_token("t1") == intent


def test_no_mail_is_found_by_an_empty_or_unknown_name(ledger: Ledger) -> None:
    open_run(ledger, mail(1))
    assert ledger.outbox.intent_by_message_id([""]) is None
    assert ledger.outbox.intent_by_message_id([]) is None
    assert ledger.outbox.intent_by_token("t9") is None
    assert ledger.outbox.intent(9) is None


def test_what_was_under_way_comes_before_what_is_new(ledger: Ledger) -> None:
    open_run(ledger, *(mail(number) for number in range(1, 9)))
    for number, state in enumerate(IntentState, start=1):
        ledger.outbox.move(number, state, NOW)
    pending = [(intent.number, intent.state.value) for intent in ledger.outbox.pending()]
    assert pending == [(2, "drafting"), (3, "drafted"), (4, "sending"), (1, "new")]


@pytest.mark.parametrize("state", [RunState.HELD, RunState.REJECTED, RunState.REPLACED])
def test_nothing_of_a_run_that_is_not_approved_is_pending(ledger: Ledger, state: RunState) -> None:
    open_run(ledger, mail(1), run=Run(RUN.id, "nudge", FRIDAY, state, "first nudges"))
    assert ledger.outbox.pending() == ()


def test_approving_a_held_run_lets_its_mails_go(ledger: Ledger) -> None:
    open_run(ledger, mail(1), run=Run(RUN.id, "nudge", FRIDAY, RunState.HELD, "first nudges"))
    assert [run.reason for run in ledger.outbox.runs(RunState.HELD)] == ["first nudges"]
    ledger.outbox.settle_run(RUN.id, RunState.APPROVED, NOW)
    assert [intent.number for intent in ledger.outbox.pending()] == [1]
    assert ledger.outbox.runs(RunState.HELD) == ()


def test_rejecting_a_run_withdraws_what_has_not_been_touched(ledger: Ledger) -> None:
    open_run(ledger, mail(1), mail(2))
    ledger.outbox.move(2, IntentState.DRAFTED, NOW, ("AAA=", ""))
    ledger.outbox.settle_run(RUN.id, RunState.REJECTED, NOW)
    assert states(ledger) == {1: "cancelled", 2: "drafted"}
    assert [line.what for line in ledger.register.events()] == ["run 2026-09-04-1 rejected"]


def test_untouched_mails_of_earlier_days_fold_into_today(ledger: Ledger) -> None:
    open_run(ledger, mail(1), mail(2), mail(3, kind="receipt"))
    open_run(ledger, mail(4), run=Run("2026-09-07-1", "nudge", date(2026, 9, 7), RunState.APPROVED))
    ledger.outbox.move(2, IntentState.DRAFTING, NOW)
    assert ledger.outbox.cancel_untouched("nudge", date(2026, 9, 7)) == 1
    assert states(ledger) == {1: "cancelled", 2: "drafting", 3: "new", 4: "new"}
    assert [intent.note for intent in ledger.outbox.intents(states=[IntentState.CANCELLED])] == [
        "folded into a later day"
    ]


def test_who_was_reached_today_is_known_by_kind_and_day(ledger: Ledger) -> None:
    open_run(ledger, mail(1), mail(2, KAREN), mail(3, KAREN, kind="receipt"))
    ledger.outbox.sent(1, FRIDAY, NOW)
    ledger.outbox.sent(3, FRIDAY, NOW)
    assert ledger.outbox.reached("nudge", FRIDAY) == {TOM.address}
    assert ledger.outbox.reached("receipt", FRIDAY) == {KAREN.address}
    assert ledger.outbox.reached("nudge", date(2026, 9, 5)) == frozenset()


def test_a_mail_sent_on_a_later_day_reached_its_person_on_that_day(ledger: Ledger) -> None:
    open_run(ledger, mail(1, mentions=(mention("4"),)))
    ledger.outbox.sent(1, date(2026, 9, 7), NOW)
    assert ledger.outbox.reached("nudge", FRIDAY) == frozenset()
    assert ledger.outbox.reached("nudge", date(2026, 9, 7)) == {TOM.address}
    [[said]] = ledger.outbox.history("nudge").values()
    assert said.on == date(2026, 9, 7)


@pytest.mark.parametrize("state", [IntentState.NEW, IntentState.DRAFTING, IntentState.DRAFTED])
def test_a_nudge_that_an_earlier_day_left_on_its_way_was_said_to_nobody(ledger: Ledger, state: IntentState) -> None:
    open_run(ledger, mail(1, mentions=(mention("4"),)))
    ledger.outbox.move(1, state, NOW, ("AAA=", ""))
    assert ledger.outbox.history("nudge", FRIDAY)
    assert not ledger.outbox.history("nudge", date(2026, 9, 7))


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (IntentState.NEW, True),
        (IntentState.DRAFTING, True),
        (IntentState.DRAFTED, True),
        (IntentState.SENDING, True),
        (IntentState.SENT, True),
        (IntentState.UNCERTAIN, True),
        (IntentState.FAILED, False),
        (IntentState.CANCELLED, False),
    ],
)
def test_an_action_counts_as_mentioned_by_a_mail_that_left_or_still_may(
    ledger: Ledger, state: IntentState, counts: bool
) -> None:
    open_run(ledger, mail(1, mentions=(mention("4"),)))
    ledger.outbox.move(1, state, NOW)
    assert list(ledger.outbox.history("nudge")) == ([("Housing plan", "4")] if counts else [])


def test_what_was_said_about_an_action_is_told_oldest_first_with_its_kind_and_to_whom(ledger: Ledger) -> None:
    later = Run("2026-09-11-1", "nudge", date(2026, 9, 11), RunState.APPROVED)
    named = date(2026, 9, 24)
    warned = replace(mention("4"), kind=ReminderKind.OVERDUE, warned=True, post=Post.LEAD, promised=named)
    asked = replace(mention("5"), kind=ReminderKind.ASK_WHO, named=KAREN.address)
    open_run(ledger, mail(1, mentions=(mention("4"), mention("5"))))
    receipt = mail(3, kind="receipt", mentions=(mention("9"),))
    open_run(ledger, mail(2, KAREN, mentions=(warned, asked)), receipt, run=later)
    assert ledger.outbox.history("nudge") == {
        ("Housing plan", "4"): [
            Mentioned(FRIDAY, ReminderKind.UPCOMING, TOM.address),
            Mentioned(date(2026, 9, 11), ReminderKind.OVERDUE, KAREN.address, True, Post.LEAD, named),
        ],
        ("Housing plan", "5"): [
            Mentioned(FRIDAY, ReminderKind.UPCOMING, TOM.address),
            Mentioned(date(2026, 9, 11), ReminderKind.ASK_WHO, KAREN.address, named=KAREN.address),
        ],
    }


def test_every_mail_leaves_a_line_for_each_action_it_speaks_of(ledger: Ledger) -> None:
    kinds = [replace(mention(f"{kind}"), ref=f"{kind}", kind=kind) for kind in ReminderKind]
    warned = replace(mention("4"), kind=ReminderKind.OVERDUE, warned=True)
    open_run(ledger, mail(1, mentions=(warned, *kinds)), mail(2, KAREN), mail(3, kind="receipt", mentions=(warned,)))
    for number in (1, 3):
        ledger.outbox.sent(number, FRIDAY, NOW)
    ledger.outbox.ended(2, IntentState.FAILED, "no such address", NOW)
    lines = [(line.ref, line.person, line.what, line.cause) for line in ledger.register.events()]
    sent = {
        "1.4": "nudge (overdue, with a warning)",
        "overdue": "nudge (overdue)",
        "due_today": "nudge (due today)",
        "upcoming": "nudge (coming up)",
        "ask_for_date": "nudge (for a date)",
        "check_in": "nudge (how it goes)",
        "escalated": "escalation",
        "ask_who": "question who owns it",
        "copy": "copy",
    }
    assert lines == [
        *((ref, TOM.address, f"{sort} sent", "run 2026-09-04-1, mail 1") for ref, sort in sent.items()),
        ("1.4", TOM.address, "receipt sent", "run 2026-09-04-1, mail 3"),
        ("", KAREN.address, "nudge failed: no such address", "run 2026-09-04-1, mail 2"),
    ]


def test_mails_are_listed_by_run_and_by_state(ledger: Ledger) -> None:
    open_run(ledger, mail(1), mail(2))
    open_run(ledger, mail(3), run=Run("2026-09-07-1", "nudge", date(2026, 9, 7), RunState.HELD))
    ledger.outbox.ended(2, IntentState.UNCERTAIN, "the draft was gone", NOW)
    assert [each.number for each in ledger.outbox.intents(RUN.id)] == [1, 2]
    (uncertain,) = ledger.outbox.intents(states=[IntentState.UNCERTAIN])
    assert (uncertain.number, uncertain.note) == (2, "the draft was gone")


def test_a_redirected_mail_counts_as_said_in_a_rehearsal_only(ledger: Ledger) -> None:
    open_run(ledger, replace(mail(1, mentions=(mention("4"),)), redirected_to=KAREN.address))
    ledger.outbox.sent(1, FRIDAY, NOW)
    assert ledger.outbox.history("nudge") == {}
    assert list(ledger.outbox.history("nudge", rehearsal=True)) == [("Housing plan", "4")]
    assert ledger.outbox.reached("nudge", FRIDAY) == frozenset()
    assert ledger.outbox.reached("nudge", FRIDAY, rehearsal=True) == {TOM.address}
    sent = ledger.outbox.intent(1)
    assert sent is not None
    assert (sent.person, sent.goes_to) == (TOM, KAREN.address)
    [line] = ledger.register.events(person=TOM.address)
    assert line.what == f"nudge (coming up) sent (redirected to {KAREN.address})"


def test_the_history_can_leave_out_what_a_run_would_say(ledger: Ledger) -> None:
    open_run(ledger, mail(1, mentions=(mention("4"),)))
    assert list(ledger.outbox.history("nudge")) == [("Housing plan", "4")]
    assert ledger.outbox.history("nudge", without=RUN.id) == {}


def test_mails_to_a_person_are_counted_over_days_both_ends_included(ledger: Ledger) -> None:
    open_run(ledger, mail(1), mail(2), mail(3, KAREN), mail(4))
    for number, day in ((1, 1), (2, 4), (3, 4), (4, 5)):
        ledger.outbox.sent(number, date(2026, 9, day), NOW)
    counted = ledger.outbox.sent_since("nudge", date(2026, 9, 1), FRIDAY)
    assert counted == {TOM.address: 2, KAREN.address: 1}
    assert ledger.outbox.sent_since("nudge", date(2026, 9, 2), FRIDAY)[TOM.address] == 1


def test_what_left_or_may_have_left_is_known_by_its_moment(ledger: Ledger) -> None:
    open_run(ledger, *(mail(number) for number in range(1, 9)))
    for number, state in enumerate(IntentState, start=1):
        ledger.outbox.move(number, state, NOW + timedelta(seconds=number))
    left = {IntentState.SENDING, IntentState.SENT, IntentState.UNCERTAIN}
    expected = [NOW + timedelta(seconds=n) for n, state in enumerate(IntentState, start=1) if state in left]
    assert list(ledger.outbox.handed_over(NOW)) == expected
    assert list(ledger.outbox.handed_over(expected[1])) == expected[1:]


@pytest.mark.parametrize("day", [FRIDAY, date(2026, 9, 7)])
def test_a_run_takes_the_place_of_a_held_one_with_its_cycles(ledger: Ledger, day: date) -> None:
    open_run(ledger, mail(1), run=Run(RUN.id, "nudge", FRIDAY, RunState.HELD, "first nudges"))
    fresh = Run("fresh", "nudge", day, RunState.HELD, "first nudges")
    ledger.outbox.replace_run(RUN.id, fresh, ["Housing plan"], [mail(2)], NOW)
    assert ledger.outbox.runs(RunState.HELD) == (fresh,)
    assert ledger.outbox.plans_of("fresh") == ("Housing plan",)
    assert ledger.outbox.settled("nudge", day) == {"Housing plan"}
    assert states(ledger) == {1: "cancelled", 2: "new"}
