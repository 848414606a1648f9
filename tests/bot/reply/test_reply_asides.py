"""Words beside an answer, in a greeting, behind a sign-off or under another action, that may take it back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply.decide.update import Decision, Update
from bot.reply.decide.updates import read_updates
from bot.reply.refs.actions import Mentioned

SAID_ON = date(2026, 10, 1)
ONE = (Mentioned("2.1"),)
TWO = (Mentioned("2.1"), Mentioned("3.3"))

IN_THE_GREETING = [
    "Hi Jo, once members agree:\nComplete",
    "Dear Jo, for phase two,\nDone",
    "Hello, pending scrutiny\nDone",
    "Morning Jo, in draft only\nComplete",
]
BEHIND_THE_SIGN_OFF = [
    "Done\n\nThanks\n\nStill with the auditors",
    "Done\n\nRegards\nEllis\n\nThe form is not signed yet",
    "Complete\n\nKind regards\n\nEllis\n\nPublication to follow",
    "Done\n\nHope this is right, I am guessing",
    "Done\n\nLet me know if that is premature",
]
WHEN_AND_HOW_MUCH = [
    "Done in four weeks",
    "Completed in 2 of 9 depots",
    "Completed in the new year",
    "Finished in time for the inspection",
    "Delivered at two depots in June",
    "Achieved in principle at board",
    "Completed in the northern ward",
]
WHAT_IS_STILL_TO_DO = [
    "Done. Sent to legal to check",
    "Complete. Contract signed to begin in May",
    "Done. Members agreed the deferral",
    "Complete. The board accepted it was abandoned",
    "Done. Recorded at 30 per cent",
]
OF_ANOTHER_ACTION = [
    "If members agree:\n2.1 complete",
    "Proposed:\n2.1 complete",
    "Jo reckons:\n2.1 complete",
    "Draft, my answers below\n2.1 complete",
    "2.1 complete\n\nSorry, I meant 3.3",
    "2.1 complete. 3.3 on track. Ignore the first one.",
    "2.1 complete\n3.3 complete\nassuming members agree tonight",
    "2.1 complete\n3.3 on track\nNone of that is certain",
]
OF_ITS_OWN_ACTION = [
    "2.1 - two ramps are still to go in. Please leave it open.\n3.3 on track",
    "2.1 - numbers are above the target again\n3.3 on track",
    "2.1 - four of the nine schools have provided a plan\n3.3 on track",
    "2.1 - all surveyed, none outstanding\n3.3 on track",
]
DATES = [
    "new date Friday week",
    "new date a week on Friday",
    "moved to 30 September",
    "new date 31 December, awaiting approval",
    "new date 31 December, whether Finance agree",
    "new date 30 November\n\nThanks\n\nMight be December",
]
PLAIN = [
    "Hi Priya,\n\nDone.\n\nKind regards\nEllis Morgan\nHead of Finance\n01632 960111",
    "Morning\n\nThis is complete.\n\nThanks\nEllis",
    "Done last week",
    "Completed at Cabinet on 8 September",
    "Closed at the September 2026 board",
    "Complete. The report was sent to the committee on 3 September.",
    "New date is 31 December, waiting for the surveyor",
    "Any questions, let me know.\n\nDone",
]


def _applied(words: str, known: tuple[Mentioned, ...]) -> list[Update]:
    return [each for each in read_updates(words, "", known, SAID_ON) if each.decision is Decision.APPLY]


@pytest.mark.parametrize(
    "words", [*IN_THE_GREETING, *BEHIND_THE_SIGN_OFF, *WHEN_AND_HOW_MUCH, *WHAT_IS_STILL_TO_DO, *DATES]
)
def test_what_may_be_taken_back_is_asked_about(words: str) -> None:
    assert _applied(words, ONE) == []


@pytest.mark.parametrize("words", OF_ANOTHER_ACTION)
def test_an_action_is_not_closed_over_words_elsewhere_in_the_mail(words: str) -> None:
    assert [each for each in _applied(words, TWO) if each.ref == "2.1"] == []


@pytest.mark.parametrize("words", OF_ITS_OWN_ACTION)
def test_words_of_one_action_that_point_nowhere_else_change_no_other(words: str) -> None:
    assert "3.3" in [each.ref for each in _applied(words, TWO)]


def test_that_the_others_stand_as_they_did_is_no_doubt_of_a_new_date() -> None:
    (update,) = _applied("3.3: moved to 31 December 2026.\nNo changes to the others.", TWO)
    assert (update.ref, update.due and update.due.end) == ("3.3", date(2026, 12, 31))


@pytest.mark.parametrize("words", PLAIN)
def test_a_plain_answer_in_its_usual_dress_applies(words: str) -> None:
    assert len(_applied(words, ONE)) == 1


@pytest.mark.parametrize(
    ("words", "question"),
    [
        (
            "2.1 finished on 14 September. 3.3 on track. Ignore the first one.",
            "We read this as completed on 14 September 2026, but you also wrote “Ignore the first one”.",
        ),
        (
            "2.1 new date 30 November 2026\n\nKind regards\nEllis\nStill with the auditors",
            "We read this as the new date 30 November 2026, but you also wrote “Still with the auditors”.",
        ),
    ],
)
def test_words_elsewhere_that_may_change_an_answer_are_quoted_with_what_a_yes_would_set(
    words: str, question: str
) -> None:
    update = next(each for each in read_updates(words, "", TWO, SAID_ON) if each.ref == "2.1")
    assert update.reason == f"{question} Does it stand as you say here?"


@pytest.mark.parametrize(
    "words",
    [
        "Hello all, three lanes left to do. Kind regards, Jo",
        "Hi there, the fitter has walked out.",
        "Hi, fitter gone bust",
        "Thanks, lease signed",
        "Hope you are well, the roof is on",
        "Sorry for the delay, two lanes are open",
        "Hi Priya, Cancelled",
        "Good morning Jo, Delayed",
        "Thanks, Lease Signed",
    ],
)
def test_what_stands_behind_a_greeting_on_its_line_is_kept_and_read(words: str) -> None:
    (update,) = read_updates(words, "", ONE, SAID_ON)
    assert update.decision is Decision.ASK
    assert update.comment.startswith(words.partition(". Kind")[0])


@pytest.mark.parametrize(
    "words", ["Hi Priya and team,", "Good morning all", "Hope you had a lovely Easter", "Thanks for the reminder Jo xx"]
)
def test_a_greeting_and_its_wishes_are_no_news(words: str) -> None:
    (update,) = read_updates(f"{words}\n\nOn track", "", ONE, SAID_ON)
    assert (update.decision, update.comment) == (Decision.APPLY, "On track")


@pytest.mark.parametrize(
    "remark",
    [
        "All,",
        "Afternoon, three short ones from me:",
        "Sorry, I have been away all month.",
        "Apologies, only just got to this after the May half term.",
        "They are separate jobs.",
        "Happy new year!",
    ],
)
def test_a_remark_that_tells_of_no_action_leaves_the_answers_as_they_stand(remark: str) -> None:
    assert [each.ref for each in _applied(f"{remark}\n2.1 complete\n3.3 on track", TWO)] == ["2.1", "3.3"]


@pytest.mark.parametrize(
    "remark",
    [
        "All late,",
        "All done by me, or so I am told:",
        "Sorry, I have been away and they are not finished.",
        "They are not all there yet.",
        "We were on the list but came off.",
        "Apologies, only half of these are right.",
    ],
)
def test_a_remark_that_may_tell_of_the_actions_is_asked_about(remark: str) -> None:
    assert _applied(f"{remark}\n2.1 complete", TWO) == []
