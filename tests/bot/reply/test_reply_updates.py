"""What words about actions come to; every line is said on Monday 2 October 2017."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.plan import Status
from bot.reply import FOR_DATE, Decision, Mentioned, Update, read_updates

SAID_ON = date(2017, 10, 2)
ONE = (Mentioned("8.iii", "Review the tenancy agreement"),)
SEVERAL = (*ONE, Mentioned("2ii", "Appoint a lead"), Mentioned("3i", "Publish the terms"))


def _one(words: str) -> Update:
    (update,) = read_updates(words, "", ONE, SAID_ON)
    return update


def _all(words: str) -> dict[str, Update]:
    return {update.ref: update for update in read_updates(words, "", SEVERAL, SAID_ON)}


PLAINLY_DONE = [
    "done",
    "Done.",
    "DONE!",
    "8.iii done",
    "8iii: completed",
    "8(iii) - complete",
    "This is now complete.",
    "This action has been completed.",
    "All done, thanks",
    "It's finished",
    "I have completed this.",
    "I've completed 8.iii",
    "We have now closed this action",
    "Yes, this has now been completed and can be closed",
    "Happy to close this one",
    "Please mark this as complete",
    "Happy to confirm that this is done",
    "Completed - see minutes",
    "Completed at Cabinet on 3 May",
    "This was completed on 14 September 2017.",
    "The action was completed last week.",
    "completed 14/09/2017",
    "Completed 24 September",
    "Action closed at the June 2017 board.",
    "This has been completed and the evidence is in the library.",
    "Hi Sam,\n\nDone.\n\nKind regards\nEllis",
    "✅ 8.iii",
    "8.iii ✔️",
    "Done, adopted on 25 September",
    "Done - approved by Council 25 September",
    "Done. It was adopted at Cabinet on 25 September.",
    "This was signed off on 25 September, so it is complete",
]


@pytest.mark.parametrize("words", PLAINLY_DONE)
def test_a_plain_completion_is_applied(words: str) -> None:
    update = _one(words)
    assert (update.ref, update.status, update.decision) == ("8.iii", Status.COMPLETED, Decision.APPLY)


NOT_DONE = [
    "not yet complete",
    "This is not done",
    "It isn't finished",
    "hasn't been completed",
    "will be completed",
    "This will be done soon",
    "to be completed",
    "once finished I will let you know",
    "Done once legal agree",
    "Completed except for the training element",
    "Done apart from the appendix",
    "Complete, but the training is outstanding",
    "Done. However, the board still has to agree.",
    "nearly done",
    "nearly there",
    "almost complete",
    "mostly completed",
    "half done",
    "98% complete",
    "12 of 15 done",
    "Is this done?",
    "Done?",
    "Was this not completed by Jo",
    "I think this is done",
    "I believe it was completed",
    "Jo said it was done",
    "should be done",
    "should be complete by now",
    "Hopefully done",
    "might be finished",
    "if the board agrees it is done",
    "Internal recruitment was completed",
    "The first phase is complete",
    "Phase 1 complete",
    "The draft is done",
    "Draft completed",
    "Done in principle",
    "Done in part",
    "Signed off by Cabinet",
    "Complete by next committee",
    "Completed by 31 March 2018",
    "complete by March",
    "complete on Friday",
    "Nothing done",
    "What needs to be done here",
    "No work has been completed",
    "We can close this once the audit is in",
    "Close",
    "It was not delayed, it is complete",
    "Completed, awaiting sign-off",
    "Done, in progress",
    "ready to be completed",
    "Unfinished",
    "Not complete",
    "never completed",
    "Can this be closed",
    "could be done next year",
    "aim to have this done",
    "We would have completed this",
    "completion is expected",
    "Done for the morning shift only",
    "About to be completed",
    "just the report to be done",
    "one of the two is done",
    "Complete and ready for sign-off",
    "Done and sent for approval",
    "Done 12 actions",
    "Recruitment was advertised and completed",
    "This is complete. New date for the review is March 2018.",
    "Recommend we close this",
    "Implemented in part",
    "✅ 8.iii apart from the training",
    "❌ 8.iii",
    "✅",
    "Done, to be adopted on 25 October",
    "Done by 25 October",
    "Done, review delivered by 25 October",
    "Done, adopted on 25 February 2099",
]


@pytest.mark.parametrize("words", NOT_DONE)
def test_a_completion_with_any_doubt_is_never_applied(words: str) -> None:
    updates = read_updates(words, "", ONE, SAID_ON)
    assert not [each for each in updates if each.status is Status.COMPLETED and each.decision is Decision.APPLY]


@pytest.mark.parametrize(
    "doubt", ["not yet complete", "will be completed", "once finished", "Is this done?", "Nothing done"]
)
def test_a_denied_completion_is_not_even_proposed(doubt: str) -> None:
    assert _one(doubt).status is not Status.COMPLETED


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("in progress", Status.IN_PROGRESS),
        ("This is under way.", Status.IN_PROGRESS),
        ("On track", Status.IN_PROGRESS),
        ("We are still working on it", Status.IN_PROGRESS),
        ("not started", Status.NOT_STARTED),
        ("We have not yet started", Status.NOT_STARTED),
        ("on hold", Status.ON_HOLD),
        ("at risk: the contractor has withdrawn", None),
        ("behind schedule", Status.AT_RISK),
        ("Ongoing", Status.ONGOING),
        ("partially complete", Status.PART_COMPLETED),
    ],
)
def test_other_statuses_are_read(words: str, status: Status | None) -> None:
    assert _one(words).status is status


@pytest.mark.parametrize(
    "words",
    [
        "not on track",
        "Is it on track?",
        "should be on track",
        "in progress but delayed",
        "on track to fail",
        "on track to miss the date",
        "on track to be late",
        "on track to lose the grant",
        "nearly on track",
        "in progress, and going to be late",
    ],
)
def test_a_hedged_status_is_asked_about(words: str) -> None:
    assert _one(words).decision is Decision.ASK


@pytest.mark.parametrize(
    "words",
    [
        "phase 1 done, phase 2 on hold",
        "The on hold music is being replaced",
        "hold music is on hold",
        "the consultation is on hold",
        "phase 2 not started",
        "the first part is at risk",
        "phase 2 is in progress",
        "recruitment done, training in progress",
    ],
)
def test_what_is_said_of_a_part_is_never_taken_for_the_whole(words: str) -> None:
    assert _one(words).decision is Decision.ASK


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("currently on hold pending the audit", Status.ON_HOLD),
        ("work on this is paused", Status.ON_HOLD),
        ("We have put it on hold because of the election", Status.ON_HOLD),
        ("at risk because of staffing", Status.AT_RISK),
        ("on track for the end of June", Status.IN_PROGRESS),
        ("The policy is partially complete", Status.PART_COMPLETED),
    ],
)
def test_what_is_said_of_the_whole_is_applied(words: str, status: Status) -> None:
    update = _one(words)
    assert (update.status, update.decision) == (status, Decision.APPLY)


def test_no_longer_needed_is_proposed_and_never_applied() -> None:
    update = _one("This is no longer needed")
    assert (update.status, update.decision) == (Status.CANCELLED, Decision.ASK)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("new date 14 March", date(2018, 3, 14)),
        ("14 March 2018", date(2018, 3, 14)),
        ("new date is December 2017", date(2017, 12, 31)),
        ("Revised deadline: 31/3/18", date(2018, 3, 31)),
        ("moved to 15 January 2018 as the rota needs approval", date(2018, 1, 15)),
        ("Moved from 30 June to 31 July 2018", date(2018, 7, 31)),
        ("Please extend to the end of March 2018", date(2018, 3, 31)),
        ("Delayed until June 2018 because of staffing", date(2018, 6, 30)),
        ("This will be completed by 14 March 2018", date(2018, 3, 14)),
        ("not complete - new date 30 November 2017", date(2017, 11, 30)),
        ("Will be done by Friday", date(2017, 10, 6)),
        ("It'll be finished by the end of the month", date(2017, 10, 31)),
    ],
)
def test_a_promised_date_is_applied(words: str, end: date) -> None:
    update = _one(words)
    assert update.due is not None
    assert (update.due.end, update.status, update.decision) == (end, None, Decision.APPLY)


@pytest.mark.parametrize(
    "words",
    [
        "new date Dec 17",
        "new date 31 September 2017",
        "new date 3 May 2017",
        "new date 14 March or 21 March",
        "Can you move it to 30 April 2018?",
        "might slip to June 2018",
        "we hope to finish by June 2018",
        "Training will be completed by March 2018",
        "Can I have until end of March",
        "moved to June 2018 if legal agree",
        "this may slip",
        "new date 14 March 2019",
    ],
)
def test_a_doubtful_date_is_asked_about(words: str) -> None:
    assert _one(words).decision is Decision.ASK


def test_the_reply_of_the_south_somerset_plan_moves_one_date_and_keeps_its_words() -> None:
    words = "8.iii: new date is December 2017, waiting for the adviser's report"
    (update,) = read_updates(words, "", SEVERAL, SAID_ON)
    assert (update.ref, update.decision, update.comment) == ("8.iii", Decision.APPLY, words)
    assert update.due is not None
    assert (update.due.start, update.due.end) == (date(2017, 12, 1), date(2017, 12, 31))


def test_each_clause_goes_to_its_own_action() -> None:
    found = _all("2ii done, 3i slipping to the end of November 2017 and 8.iii is on hold")
    assert found["2ii"].status is Status.COMPLETED
    assert found["3i"].due is not None
    assert found["3i"].due.end == date(2017, 11, 30)
    assert found["8.iii"].status is Status.ON_HOLD


def test_a_reference_on_its_own_line_heads_the_words_below() -> None:
    found = _all("2ii\nDone\n\n3i\nIn progress, the printer has the proofs")
    assert found["2ii"].decision is Decision.APPLY
    assert found["3i"].status is Status.IN_PROGRESS


def test_done_without_a_reference_asks_which_of_several() -> None:
    for words in ("done", "That's finished now", "All staff trained"):
        (update,) = read_updates(words, "", SEVERAL, SAID_ON)
        assert (update.ref, update.decision) == ("", Decision.ASK)


def test_several_actions_closed_with_one_word_are_asked_about_unless_each_is_named() -> None:
    for words, decision in (("2ii and 3i are done", Decision.APPLY), ("All of them are done", Decision.ASK)):
        found = _all(words)
        assert found
        assert {update.decision for update in found.values()} == {decision}


def test_a_reference_that_we_did_not_ask_about_is_never_taken_for_another() -> None:
    for words in ("A-0099: done", "9.iv done", "action 12 is complete"):
        (update,) = read_updates(words, "", ONE, SAID_ON)
        assert (update.ref, update.decision) == ("", Decision.HOLD), words


def test_a_second_thought_further_down_lowers_what_was_said_above() -> None:
    found = _all("2ii done\n\nActually ignore that, we are still waiting")
    assert found["2ii"].decision is Decision.ASK


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("This is not mine, please ask the Housing Lead", "says not mine"),
        ("please ask Jo Bloggs", "points elsewhere"),
        ("Which committee is meant?", "asks a question"),
        ("The adviser visited and liked the new layout", "unread"),
    ],
)
def test_words_that_settle_nothing_are_asked_about_and_kept(words: str, rule: str) -> None:
    update = _one(words)
    assert (update.rule, update.decision, update.comment) == (rule, Decision.ASK, words)


@pytest.mark.parametrize(
    "words",
    [
        "Thanks",
        "Thank you, noted.",
        "Thanks, Priya",
        "Diolch",
        "Hi Priya,\n\nNoted, thanks",
        "Received, thank you Priya.",
    ],
)
def test_mere_thanks_are_no_update(words: str) -> None:
    assert read_updates(words, "", ONE, SAID_ON) == ()


@pytest.mark.parametrize("words", ["Okay", "Understood, thank you.", "Hi Priya,\n\nGot this, many thanks\n"])
def test_word_that_the_mail_has_come_is_no_update_unless_it_may_be_a_yes(words: str) -> None:
    assert read_updates(words, "", ONE, SAID_ON) == ()
    asked = tuple(replace(action, question=FOR_DATE) for action in ONE)
    assert read_updates(words, "", asked, SAID_ON)


@pytest.mark.parametrize("words", ["Okay for May", "Got this done", "Okay. Will do.", "Understood, it is on hold"])
def test_word_that_the_mail_has_come_with_anything_beside_it_is_kept(words: str) -> None:
    assert read_updates(words, "", ONE, SAID_ON)


@pytest.mark.parametrize(
    "words",
    [
        *("Thanks, gone live", "Thanks, ask Beth Larkin", "Thanks, handed over", "Thanks Sorted", "Noted, Beth has it"),
        *("Thanks for taking me off this", "Thanks all sorted", "Thanks for the reminder, I will look"),
    ],
)
def test_anything_beside_thanks_is_kept_for_somebody_to_see(words: str) -> None:
    assert read_updates(
        words, "", (Mentioned("4.iii", "Bring a tenancy fraud policy to committee"),), date(2026, 10, 2)
    )


@pytest.mark.parametrize(("words", "rule"), [("👍", "thanks"), ("Will do", "thanks"), ("", "empty")])
def test_a_mail_that_says_nothing_is_held_with_its_words(words: str, rule: str) -> None:
    update = _one(words)
    assert (update.rule, update.decision, update.comment) == (rule, Decision.HOLD, words)


def test_a_subject_alone_is_asked_about_and_that_of_our_mail_is_not_read() -> None:
    (typed,) = read_updates("Regards\nEllis", "8.iii is done [r-0000000000000000000000ab]", SEVERAL, SAID_ON)
    assert (typed.ref, typed.status, typed.decision) == ("8.iii", Status.COMPLETED, Decision.ASK)
    (ours,) = read_updates("", "RE: 8.iii is done", SEVERAL, SAID_ON)
    assert (ours.rule, ours.decision) == ("empty", Decision.HOLD)


def test_without_a_known_mail_of_ours_words_are_held() -> None:
    (update,) = read_updates("done", "", (), SAID_ON)
    assert (update.ref, update.decision) == ("", Decision.HOLD)


def test_words_without_end_are_left_to_a_person() -> None:
    assert _one("done " * 2_000).decision is Decision.ASK


BUTTON = "8.iii: {}\n\nType any comment below this line, then send.\n\n{}"


@pytest.mark.parametrize(
    ("word", "comment", "status", "end", "decision"),
    [
        ("DONE", "", Status.COMPLETED, None, Decision.APPLY),
        ("DONE", "Adopted by the committee.", Status.COMPLETED, None, Decision.APPLY),
        ("DONE", "except the training", Status.COMPLETED, None, Decision.ASK),
        ("DONE", "not really, ignore this", Status.COMPLETED, None, Decision.ASK),
        ("ON TRACK", "", Status.IN_PROGRESS, None, Decision.APPLY),
        ("ON TRACK", "at risk to be honest", Status.IN_PROGRESS, None, Decision.ASK),
        ("NEW DATE 14 March 2018", "", None, date(2018, 3, 14), Decision.APPLY),
        ("NEW DATE", "14 March 2018", None, date(2018, 3, 14), Decision.APPLY),
        ("NEW DATE ", "", None, None, Decision.ASK),
        ("NEW DATE 14 March or May", "", None, None, Decision.ASK),
        ("NEW DATE 1 May 2017", "", None, date(2017, 5, 1), Decision.ASK),
        ("NOT MINE", "Ask Jo", None, None, Decision.ASK),
    ],
)
def test_a_button_is_read_with_its_comment(
    word: str, comment: str, status: Status | None, end: date | None, decision: Decision
) -> None:
    update = _one(BUTTON.format(word, comment))
    assert (update.ref, update.status, update.decision) == ("8.iii", status, decision)
    assert end is None or (update.due is not None and update.due.end == end)


def test_a_button_for_another_action_is_not_taken() -> None:
    (update,) = read_updates(BUTTON.format("DONE", "").replace("8.iii", "9.i"), "", ONE, SAID_ON)
    assert (update.ref, update.decision) == ("", Decision.HOLD)


OTHER = (*ONE, Mentioned("B006", "Train the staff", asked=False), Mentioned("H2", "Hold the briefing", asked=False))


def test_an_action_that_was_not_asked_about_is_updated_when_it_is_named() -> None:
    (update,) = read_updates("B006 is done", "", OTHER, SAID_ON)
    assert (update.ref, update.status, update.decision) == ("B006", Status.COMPLETED, Decision.APPLY)
    (update,) = read_updates("Done, thanks", "", OTHER, SAID_ON)
    assert update.ref == "8.iii"


def test_a_reference_that_looks_like_a_half_year_is_that_action() -> None:
    (update,) = read_updates("H2 is done", "", OTHER, SAID_ON)
    assert (update.ref, update.status, update.due) == ("H2", Status.COMPLETED, None)


def test_of_two_actions_with_one_reference_the_one_meant_is_asked_for_and_how_to_say_it() -> None:
    shared = tuple(Mentioned(f"1.1 ({plan})", shared="1.1") for plan in ("Housing", "Audit"))
    (update,) = read_updates("2.1 is on track\n\n1.1 done", "", (*shared, Mentioned("2.1")), SAID_ON)[1:]
    assert (update.ref, update.decision) == ("", Decision.ASK)
    assert "“1.1 (Housing):” or “1.1 (Audit):”" in update.reason
    for plan in ("Housing", "Audit"):
        (update,) = read_updates(BUTTON.replace("8.iii", f"1.1 ({plan})").format("DONE", ""), "", shared, SAID_ON)
        assert (update.ref, update.decision) == (f"1.1 ({plan})", Decision.APPLY)


@pytest.mark.parametrize(
    "words",
    [
        "Many thanks, will do",
        "Apologies for the delay.",
        "Let me know if you need more",
    ],
)
def test_courtesy_says_nothing_about_an_action(words: str) -> None:
    assert _one(words).rule == "thanks"


@pytest.mark.parametrize("words", ["Thanks, on hold", "Thanks all, not mine", "thanks but delayed"])
def test_news_among_thanks_is_no_courtesy(words: str) -> None:
    assert _one(words).rule != "thanks"


def test_the_day_of_something_that_came_about_is_no_new_date() -> None:
    for words in ("This was signed off on 25 September", "Signed off by the board in September"):
        update = _one(words)
        assert (update.status, update.due, update.decision) == (Status.COMPLETED, None, Decision.ASK)
