"""Answers with anything beside them are asked about; plain ones apply. All are said on Monday 23 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 11, 23)
ONE = (Mentioned("1.1", "Review the tenancy agreement", theme="Housing services"),)
OWN = (
    Mentioned("1.1", "Review the tenancy agreement"),
    Mentioned("B001", "Agree the scheme", asked=False),
    Mentioned("B006", "Train the staff", asked=False),
)


def _read(words: str, known: tuple[Mentioned, ...] = ONE) -> tuple[Update, ...]:
    return read_updates(words, "", known, SAID_ON)


def _applied(words: str, known: tuple[Mentioned, ...] = ONE) -> list[Update]:
    """What would be written without asking, but for words and statuses of open actions."""
    closing = [each for each in _read(words, known) if each.due or (each.status and each.status.is_closed)]
    return [each for each in closing if each.decision is Decision.APPLY]


HEADED_BY_ANOTHER = [
    "C12: done",
    "H7: done",
    "Housing: done",
    "Finance\nDone",
    "Re the budget: done",
    "Regarding parking: complete",
    "Parking strategy - done",
    "The annex – done",
    "Annex A) done",
    "2.4: done",
    "2.4 done",
    "3.1\nDone",
    "Action 9: done",
    "Item 12 - completed",
    "Recommendation 4: done",
    "A-0099\nCompleted",
    "ZZ9 (parking): done",
    "Legal's action: done",
    "Helen: done",
    "For Helen: done",
    "Leisure centre\nThis is complete.",
    "Tenancy\nDone",
    "Parking,\nDone",
    "Council tax:\nDone",
    "Re: waste\nDone",
    "B12 and B13: done",
    "B12/B13: done",
    "The other one: done",
    "The second one - complete",
    "Q3 review: done",
    "My other action: complete",
    "IT: This is now complete.",
    "AUD-07: closed",
    "R3.2: new date is 30 June 2027",
    "Waste: new date is 30 June 2027",
    "X5 - new date 31 March 2027",
    "Audit\nNew date 31 March 2027",
    "(C9) This is complete.",
    "[C9] done",
    "Parking >> done",
    "For the budget, done",
    "#14: done",
    "As for the annex: complete",
    "Tenancy agreement annex: done",
]


@pytest.mark.parametrize("words", HEADED_BY_ANOTHER)
def test_an_answer_headed_by_something_else_is_never_written_to_this_action(words: str) -> None:
    assert not _applied(words)


SPLIT_OVER_LINES = [
    "B001: I met legal.\nThis is now complete.",
    "B001 - we talked.\n\nDone.",
    "B001\nWe met.\nAll complete.",
    "B001: hi.\nDone",
    "B001: see minutes.\nCompleted.",
    "Re B001, we met.\nIt is complete.",
    "B001 went to legal. This is complete.",
    "I spoke about B001 today. Done.",
    "B001: no news.\n\nCompleted on 3 November.",
    "B001\n\nDone",
    "B001:\nDone",
    "As for B001, it was agreed.\n\nNow complete.",
    "B001 is fine.\nnew date is 30 June 2027",
    "B001: waiting.\nNew date 31 March 2027",
    "B001 - meeting held.\nThis has been completed.",
    "B001 (scheme)\nMet legal\nDone",
    "The B001 work went to cabinet.\nDone.",
    "Update on B001: agreed.\nFinished.",
    "B999: we met.\nDone.",
    "B999\n\nWe met.\n\nDone.",
    "C4: held up.\nComplete.",
    "B001.\nDone.",
    "Action B001\nComplete",
    "B001: met\nFully complete",
    "B001: 50% complete.\nDone",
    "B001 - hello\nAll done, thanks",
    "B001: I met Sam.\nClosed.",
    "B001 and more.\nDone",
    "B001! \nDone",
    "Regarding B001:\nthis is done",
    "B001: on hold.\nDone",
    "2) B001\nDone",
    "B001: please chase Raj.\nCompleted.",
    "B001: report went.\nSigned off and complete.",
    "On B001 I await legal.\nComplete",
    "B001 we met\nDone.\nDone.",
    "b001: we met.\nDone.",
    "B 001: done",
    "B-001: met.\nDone.",
    "B001, met legal.\nDone",
]


@pytest.mark.parametrize("words", SPLIT_OVER_LINES)
def test_a_reference_holds_for_the_lines_below_it_until_the_next_one(words: str) -> None:
    assert not [each for each in _applied(words, OWN) if each.ref != "B001"]


BRACKETED = [
    "Done (bar one page)",
    "Done (well, nearly)",
    "Done (mine anyway)",
    "Done (Raj's half)",
    "Done (for now)",
    "Done (in draft)",
    "Done (ish)",
    "Done (I think)",
    "Done (not the annex)",
    "Done (except the annex)",
    "Done (pending)",
    "Done (TBC)",
    "Done (subject to sign off)",
    "Done (phase 1)",
    "Done (north area)",
    "Done (kind of)",
    "Done (less the appendix)",
    "Done (annex to come)",
    "Done (to be confirmed)",
    "Done (housing only)",
    "Done (our side)",
    "Done (more or less)",
    "Done (save for the map)",
    "Done (provisionally)",
    "Done (90%)",
    "Done (1 of 2)",
    "Done (awaiting Raj)",
    "Done (on paper)",
    "Done (unofficially)",
    "Done (see caveats)",
    "Done (with exceptions)",
    "Done (sans annex)",
    "Done (w/o annex)",
    "Done (hopefully)",
    "Done (30 June 2027)",
    "Done (by June)",
    "Done (if Raj agrees)",
    "Done (first stage)",
    "Done (minus)",
    "Done (was reopened)",
    "Done [bar one page]",
    "Done {nearly}",
    "Done (the map is missing)",
    "Done (reopened today)",
    "Done (old version)",
]


@pytest.mark.parametrize("words", BRACKETED)
def test_a_bracket_that_is_not_known_to_do_no_harm_makes_a_completion_a_question(words: str) -> None:
    assert not _applied(words)


DATE_SHAKEN = [
    "New date is 31 March 2027. No, make it April.",
    "New date is 31 March 2027. Or April.",
    "New date is 31 March 2027. Scrap that.",
    "New date is 31 March 2027. Raj to confirm.",
    "New date is 31 March 2027. Tbc.",
    "New date is 31 March 2027. TBA",
    "New date is 31 March 2027. Perhaps.",
    "New date is 31 March 2027. That is a guess.",
    "New date is 31 March 2027. Possibly sooner.",
    "New date is 31 March 2027. Ignore that.",
    "New date is 31 March 2027. Wait.",
    "New date is 31 March 2027. Hold on.",
    "New date is 31 March 2027. Not agreed yet.",
    "New date is 31 March 2027. Legal disagree.",
    "New date is 31 March 2027. Phase 2 follows in May.",
    "New date is 31 March 2027. The annex will be later.",
    "New date is 31 March 2027. For part one.",
    "New date is 31 March 2027. Subject to legal.",
    "New date is 31 March 2027. 30 April for the annex.",
    "New date is 31 March 2027. On second thoughts May.",
    "New date is 31 March 2027. If cabinet agree.",
    "New date is 31 March 2027. Unless Raj objects.",
    "New date is 31 March 2027. Best case.",
    "New date is 31 March 2027. Worst case June.",
    "New date is 31 March 2027. We will see.",
    "New date 31 March 2027 at best",
    "New date 31 March 2027 for the draft",
    "New date 31 March 2027 for phase 1",
    "New date 31 March 2027 provisionally",
    "New date 31 March 2027 -ish",
    "New date 31 March 2027 (tbc)",
    "New date 31 March 2027 (draft only)",
    "New date 31 March 2027 at the soonest",
    "New date 31 March 2027 or so",
    "New date 31 March 2027 or 30 April",
    "New date 31 March 2027 and 30 June for the rest",
    "New date 31 March 2027 pencilled in",
    "New date 31 March 2027 as a first step",
    "New date 31 March 2027 (not confirmed)",
    "New date 31 March 2027 maybe",
    "New date 31 March 2027 earliest",
    "New date 31 March 2027 if approved",
    "New date 31 March 2027 once agreed",
    "New date 31 March 2027 hopefully",
    "New date 31 March 2027 for housing only",
    "New date 31 March 2027 then 30 April",
    "New date 31 March 2027 as an interim",
    "New date 31 March 2027 as soon as legal agree",
    "New date 31 March 2027 while we wait for the May date of cabinet",
    "New date 31 March 2027 :(",
    "New date 31 March 2027 because phase 1 overran and phase 2 is 30 June 2027",
]


@pytest.mark.parametrize("words", DATE_SHAKEN)
def test_a_date_with_anything_beside_it_is_asked_about(words: str) -> None:
    assert not _applied(words)


TAKEN_BACK = [
    "Please ignore: done",
    "Testing: done",
    "Test: complete",
    "sample answer - done",
    "Done. Helen found an error.",
    "Done. Cabinet rejected it.",
    "Done. Then it broke.",
    "Done. Redo needed.",
    "Done. Legal object.",
    "Done\nRaj says otherwise",
    "Done\nI lied",
    "Done, joke",
    "Done lol not",
    "done ☹",
    "done 😢",
    "done 😕",
    "done ;-( ",
    "~done",
    "Done^",
    "Done**",
    "Done †",
    "Done…",
    "Done...",
    "Done ish",
    "Done-ish",
    "Completed 20 December",
    "Completed on 31 June 2026",
    "Completed 1 December 2026",
    "Completed in 2019",
    "Completed 3 May 2024",
    "Completed tomorrow",
    "Completed next week",
    "Completed in January 2027",
    "Done 25 November",
    "Done on 24 November",
    "Done. Sorry, wrong mail.",
    "Done. That was for another plan.",
    "Done. Reopened since.",
    "Done. Withdrawn by members.",
    "Done. The annex is outstanding.",
    "wrong action: done",
    "Undo: done",
    "Draft reply: done",
    "Q: done?",
    "Done. We agreed a new date.",
    "Done. We approved it and then withdrew it.",
    "Done. The board agreed to look again.",
    "Done, approved in principle",
    "Done, agreed to extend",
    "Done. The report is attached but wrong.",
    '"done"',
    'Raj: "done"',
    "He wrote: done",
    "Fwd: done",
    "Done. It was agreed by half of the members.",
    "Done. Approved by Cabinet on 3 January 2027.",
    "Done. Approved by Cabinet on 10 December.",
    "Done. Papers sent to nobody.",
    "Done. The minutes are attached, the policy is not.",
    "Done. The policy was published and pulled.",
    "complete in June",
    "complete on Friday",
    "Complete 3 March",
    "done on Friday",
    "Done Friday",
    "complete in spring",
    "Complete at June board",
    "This is complete in March",
    "all complete on 3 April",
    "Done. Saved to the in-tray",
    "Done. Filed in the bin",
    "Done. Training delivered to 4 people",
    "Fitted two on 1 September, complete",
    "could be closed",
    "we can close it",
    "Complete (see note)",
    "Task closed in error today",
    "Completion date: 30 November 2026",
    "I'll be ready on 12 December",
    "new date October/November",
    "New date is Nov/Dec",
    "Done. Published on 30 November.",
]


@pytest.mark.parametrize("words", TAKEN_BACK)
def test_a_completion_with_a_further_sentence_that_nobody_knows_is_asked_about(words: str) -> None:
    assert not _applied(words)


NUMBERED = [
    "B006(2): done",
    "B006 (2): done",
    "B006 (2) done",
    "B006(3) - completed",
    "B006 (a): done",
    "B006(b) done",
    "B006 (ii): done",
    "B006(iv): complete",
    "Action B006(2) done",
    "B006 (10): done",
    "B006.2: done",
    "B006-2: done",
    "B006/2: done",
    "B006a: done",
    "B0062: done",
    "B0060: done",
    "B016: done",
    "B 006 (2): done",
    "b006(2) done",
    "B006( 2 ): done",
    "B006 [2]: done",
    "B006 no 2: done",
    "B006 part 2: done",
    "B006 #2: done",
    "B006, 2: done",
]


@pytest.mark.parametrize("words", NUMBERED)
def test_a_reference_is_matched_whole_with_its_bracketed_number(words: str) -> None:
    assert not _applied(words, OWN)


TANGLED = [
    "1.1 and C12: done",
    "1.1/C12: done",
    "1.1 C12: done",
    "1.1 (a): done",
    "1.1: B006: done",
    "1.1.2: done",
    "1.1a: done",
    "1.1 (2): done",
    "1.1: done\n\nC12: not done\nStill open",
    "1.1 annex: done",
    "1.1 - annex - done",
    "1.1: phase 1: done",
    "1.1: Raj: done",
    "1.1 is done but",
    "1.1 done; C12 not",
    "Not 1.1: done",
    "All but 1.1: done",
    "Everything except 1.1 done",
    "1.1: NOT done",
    "1.1 done?",
    "1.1: done (nearly)",
    "1.1: new date 31 March 2027, or April",
    "1.1: new date 31 March 2027; C12 30 June 2027",
    "Tell me when 1.1 is done",
    "Was 1.1 done",
    "1.1\n\nC12\n\nDone",
    "done except 1.1",
    "Please mark 1.1 and C12 as done",
    "Done\n\nC12",
    "Done C12",
    "Done - C12",
    "Done (C12)",
    "Done\nC12 is next",
    "Done, C12 that is",
    "new date 31 March 2027 (C12)",
    "New date 31 March 2027 - C12",
    "New date for C12: 31 March 2027",
    "Revised date for the annex: 31 March 2027",
    "The annex has moved to 31 March 2027",
    "Annex moved to 31 March 2027",
    "Done\n\nB006",
    "Done\n\nB006\n\nRegards\nEllis",
    "Done.\nC12",
]


@pytest.mark.parametrize("words", TANGLED)
def test_an_answer_that_may_be_about_another_action_too_is_asked_about(words: str) -> None:
    assert not _applied(words)


ORDINARY = [
    "Done",
    "Done, thanks",
    "Done thanks",
    "All done",
    "This is complete",
    "This is now complete, papers filed",
    "Completed on 3 November",
    "Completed on 3 March, approved by Cabinet",
    "Hi,\n\nDone.\n\nThanks",
    "Done - see minutes",
    "Done. The report is attached.",
    "Done. See attached.",
    "Completed at Cabinet on 3 November",
    "1.1 done",
    "1.1: Done",
    "1.1 - complete",
    "Action 1.1: completed",
    "Yes, this is done",
    "Yes - complete",
    "I can confirm that this is complete",
    "This has been completed. Evidence is on SharePoint.",
    "Done (see attached)",
    "Done (3 November)",
    "Done. Approved by Cabinet on 3 November 2026.",
    "Review the tenancy agreement: done",
    "we met in May and agreed the terms, so that is finished",
    "Completed. The policy was published on the website last month.",
    "This was completed last week",
    "Finished, no further action needed",
    "Good news, this is complete",
    "Hello,\n\nThis action is complete.\n\nKind regards\nEllis",
    "Done 👍",
    "Done :)",
    "Happy to close this one",
    "Please close this",
    "Done. Signed off by the committee on 12 November.",
    "Complete - adopted by Council in October",
    "New date is 31 March 2027",
    "new date 31 March, waiting for the adviser's report",
    "New date: 30 June 2027 please",
    "Please move to 30 April 2027",
    "Revised date 28 February 2027 because of staff sickness",
    "Moved to 31 January 2027 due to recruitment",
    "This will be completed by 31 March 2027",
    "Delayed until 31 January 2027, the consultant is off sick",
    "Please extend to the end of March, as we are waiting for legal",
    "Hi, the new date is 12 February 2027. Thanks",
    "On track",
    "On track, thanks",
    "In progress",
    "On hold",
    "At risk because of staffing",
    "Not started",
    "Not yet started, new date 31 January 2027",
    "On track for the end of June",
    "Slipped to 31 January 2027, we are recruiting",
    "1.1: new date is 30 January 2027",
    "Ongoing",
    "Completed 12/11/2026",
    "Hi Priya,\n\nThis is complete, the signed agreement is attached.\n\nThanks\nEllis",
    "Sorry for the delay. This is done.",
    "Done yesterday",
    "In hand, new date 30 January 2027",
    "Complete. See attached minutes.",
    "The policy was adopted so complete",
    "It was approved by Cabinet on 3 November and so complete",
    "Published 18 September. Complete.",
    "Can be closed now thanks",
    "Delayed - new date 31 January 2027",
    "Slightly delayed, new date 31 January 2027",
    "Yep, done",
    "Yep done thanks",
    "All on track thanks",
    "new date is 30 June 2027, the contractor has gone bust",
    "Done. Filed in the shared drive and sent to all parish councils.",
]


@pytest.mark.parametrize("words", ORDINARY)
def test_an_ordinary_answer_is_applied(words: str) -> None:
    assert [update.decision for update in _read(words)] == [Decision.APPLY]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Completed on 3 November", date(2026, 11, 3)),
        ("B006: Completed 30 November 2025", date(2025, 11, 30)),
        ("Done (3 November)", date(2026, 11, 3)),
        ("Done. Published on 3 November.", date(2026, 11, 3)),
        ("Done. Approved by Cabinet on 12 October and published on 3 November.", None),
        ("Completed in October. Published on 3 November.", None),
        ("Completed on 12 October. Published on 3 November.", date(2026, 10, 12)),
        ("Completed in October", None),
        ("Done. Published on 20 November.", date(2026, 11, 20)),
        ("Done. Approved on 3 November and published on 5 November.", None),
        ("Done", None),
    ],
)
def test_the_one_day_that_a_completion_names_is_kept(words: str, day: date | None) -> None:
    (update,) = _read(words, OWN)
    assert (update.decision, update.completed_on) == (Decision.APPLY, day)


@pytest.mark.parametrize("words", ["Task closed in error today", "Task closed by mistake"])
def test_a_completion_that_is_taken_back_is_not_proposed(words: str) -> None:
    assert [update.status for update in _read(words)] == [None]


@pytest.mark.parametrize(
    "words", ["completed next week", "Completed tomorrow", "Done. Then it is for legal next month"]
)
def test_a_day_to_come_is_never_taken_for_one_a_year_ago(words: str) -> None:
    (update,) = _read(words)
    assert update.decision is Decision.ASK
    assert update.due is None or (update.due.end and update.due.end > SAID_ON)


def test_the_question_about_two_dates_names_the_day_that_would_be_written() -> None:
    (update,) = _read("new date October/November")
    assert update.reason == "You wrote “October/November”. Is 30 November 2026 the new date?"


def test_a_day_more_than_a_year_before_the_date_of_the_plan_is_asked_about() -> None:
    known = (Mentioned("B006", "Train the staff", due=date(2027, 6, 30)),)
    (update,) = _read("Completed 12 November 2026", known)
    assert update.decision is Decision.APPLY
    (update,) = _read("Completed 12 January 2026", known)
    assert update.decision is Decision.ASK


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("0% complete", Status.NOT_STARTED),
        ("0 % done", Status.NOT_STARTED),
        ("1% complete", Status.IN_PROGRESS),
        ("10% complete", Status.PART_COMPLETED),
        ("90% done", Status.PART_COMPLETED),
    ],
)
def test_a_share_says_how_far_an_action_has_come(words: str, status: Status) -> None:
    assert _read(words)[0].status is status


def test_a_bracketed_number_is_part_of_a_reference() -> None:
    rows = (Mentioned("B006", "Train the staff"), Mentioned("B006 (2)", "Train the members"))
    for words in ("B006 (2): done", "B006(2) done"):
        assert [update.ref for update in _read(words, rows)] == ["B006 (2)"]
    assert [update.ref for update in _read("B006: done", rows)] == ["B006"]


def test_words_that_head_two_actions_as_well_are_asked_about() -> None:
    alike = (*ONE, Mentioned("B001", "Review the tenancy agreement of garages", asked=False))
    (update,) = _read("Review the tenancy agreement: done", alike)
    assert update.decision is Decision.ASK


QUESTIONS = [
    "Is this the way to do it?",
    "Not mine",
    "nearly done",
    "on track, 14 March 2027",
    "The adviser came",
    "done and late",
    "new date 31 March 2027 or so",
    "new date 3 May 2026",
    "on hold and at risk",
    "no longer needed",
]


@pytest.mark.parametrize("words", QUESTIONS)
def test_every_question_is_a_question_asked_of_its_reader(words: str) -> None:
    (update,) = _read(words)
    assert update.decision is Decision.ASK
    assert update.reason.endswith("?")
    assert update.reason[0].isupper()
    assert "sender" not in update.reason


def test_a_pointer_to_answers_further_down_is_no_question() -> None:
    several = (*ONE, Mentioned("2.1", "Publish the terms"))
    for opening in ("Helen here.", "Please see my comments in red below. Raj", "See my answers inline"):
        found = _read(f"{opening}\n\n1.1: done\n\n2.1: on track", several)
        assert [(each.ref, each.decision) for each in found] == [("1.1", Decision.APPLY), ("2.1", Decision.APPLY)]


@pytest.mark.parametrize("answer", ["Complete", "Done", "Ongoing", "Paused"])
def test_a_word_of_status_behind_a_pointer_is_no_name(answer: str) -> None:
    assert [update.status is not None for update in _read(f"Please see my answer below\n\n{answer}")] == [True]


def test_the_question_which_action_is_meant_names_up_to_five_and_says_that_there_are_more() -> None:
    many = tuple(Mentioned(f"{number}.1", "Publish the terms") for number in range(1, 8))
    assert _read("done", many[:5])[0].reason.count("“") == 5
    assert _read("done", many[:5])[0].reason.endswith("or “5.1:”.")
    assert _read("done", many)[0].reason.endswith("“5.1:”, …")


FILLS_A_POST = "Appoint a tenancy fraud officer"
WHO_CAME_OR_WHAT = [
    "Complete, Phase Two started yesterday.",
    "Complete, Interview Training started today.",
    "Complete, Iwan Prosser starts on Monday.",
    "Complete, Iwan Prosser started but has left.",
    "Complete, Iwan Prosser started, his checks are to follow.",
    "1.1: DONE\nPhase Two started today",
]


@pytest.mark.parametrize("words", WHO_CAME_OR_WHAT)
def test_what_started_beside_a_completion_is_asked_about(words: str) -> None:
    assert _applied(words, (Mentioned("1.1", FILLS_A_POST),)) == []


@pytest.mark.parametrize(
    "text", ["Resurface the market place", "Appoint a contractor for the weir", "Appoint two fraud officers"]
)
@pytest.mark.parametrize("who", ["Iwan Prosser", "Market Street", "Nether Wallop"])
def test_who_started_is_asked_about_where_the_action_is_not_to_find_one_colleague(text: str, who: str) -> None:
    assert _applied(f"Complete, {who} started today.", (Mentioned("1.1", text),)) == []


def test_who_started_says_by_itself_no_completion() -> None:
    assert _applied("Iwan Prosser started today.", (Mentioned("1.1", FILLS_A_POST),)) == []
