"""Whose an action is, told by a subject, a verb of possession and a party: no status is taken from it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Question, Update, read_updates
from bot.reply.meaning.party import Kind, party_at
from bot.reply.meaning.possession import whose_told
from bot.reply.meaning.read_words import NOT_MINE, read_words

SAID_ON = date(2027, 3, 30)
LIFT = Mentioned("4.1", "Replace the depot lift")


def _read(words: str, *known: Mentioned) -> tuple[Update, ...]:
    return read_updates(words, "", known or (LIFT,), SAID_ON)


@pytest.mark.parametrize(
    ("words", "kind", "rest"),
    [
        ("Ros Pike now", Kind.PERSON, " now"),
        ("Fleet (Ros Pike), who", Kind.PERSON, ", who"),
        ("Fleet, Ros Pike.", Kind.PERSON, "."),
        ("Ros Pike in Trees & Woodlands", Kind.PERSON, ""),
        ("SM Ros Pike has it", Kind.PERSON, " has it"),
        ("the monitoring officer", Kind.POST, ""),
        ("Democratic Services, not me", Kind.TEAM, ", not me"),
        ("her team", Kind.TEAM, ""),
        ("Legal for sign-off", Kind.SUPPORT, " for sign-off"),
        ("Cabinet on 9 June", Kind.DECIDES, " on 9 June"),
        ("the district council's", Kind.DECIDES, ""),
    ],
)
def test_a_party_is_known_by_its_name(words: str, kind: Kind, rest: str) -> None:
    party = party_at(words)
    assert party is not None
    assert (party.kind, party.rest) == (kind, rest)


@pytest.mark.parametrize("words", ["me", "Monday's meeting", "May", "Amber", "it", "the end of June", "residents"])
def test_what_is_no_party_is_none(words: str) -> None:
    assert party_at(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "4.1 and 4.2 are Ros Pike's",
        "the lift is Fleet (Ros Pike)",
        "is with Fleet, Ros Pike",
        "Numbers 4 and 9 are with Ros Pike now",
        "This is with the Highways directorate now, Ros Pike leads",
        "Both belong to the Monitoring Officer",
        "should now go to SM Ros Pike",
        "Can this go to Ros Pike in Fleet?",
        "For the lift see Ros Pike, it went to her team",
        "Transferred to Ros Pike in Trees & Woodlands on 1 March",
        "Fleet (Ros Pike) have it",
        "The lead is now Ros Pike",
        "I moved to Housing on 1 March, so ask around",
        "I start maternity leave on Monday, so Ros Pike will own all of these from now on. She's copied in.",
        "I retire on Friday! The new Clerk is Ros Pike. She will be picking up all three of these",
        "Lift maintenance is Democratic Services, not me",
        "The lift is nothing to do with us",
        "We aren't involved in this",
    ],
)
def test_whose_it_is_is_told_and_nothing_else(words: str) -> None:
    assert read_words(words, SAID_ON) == NOT_MINE


@pytest.mark.parametrize(
    "words",
    [
        "It is with Legal for sign-off",
        "With the printers",
        "With members for comment",
        "The report is with Cabinet on 9 June",
        "The draft is with Ros Pike",
        "With the Monitoring Officer",
        "It went to Scrutiny on 3 March",
        "Can this go to Cabinet in July?",
        "Handed over to the contractor",
        "The new chair is Ros Pike",
        "Next step is procurement",
        "The hold-up is Legal",
        "It's the Council's policy now",
        "The council have it, we are waiting for theirs",
        "Tenders are open from 9 April to 7 May",
        "Ros Pike is leading the review and it should report by June",
        "Ros Pike has picked this up, new date 30 June",
        "Ros Pike took this over and it is on track",
        "Rest to follow",
        "That's not right, it was April",
        "Not the right time for it",
        "I moved the meeting to May",
    ],
)
def test_work_that_others_do_is_no_handing_over(words: str) -> None:
    assert read_words(words, SAID_ON) != NOT_MINE


@pytest.mark.parametrize(
    ("clause", "person"),
    [
        ("the lift sits with GM Ros Pike now", "Ros Pike"),
        ("the lift is Fleet (Ros Pike)", "Ros Pike"),
        ("the lift belongs to Fleet", ""),
    ],
)
def test_the_person_whom_a_clause_names_is_told_without_a_rank(clause: str, person: str) -> None:
    told = whose_told(clause)
    assert told is not None
    assert told.person == person


def test_whose_it_is_may_stand_in_a_sentence_that_names_no_action() -> None:
    pool = Mentioned("5.2", "Survey swimming pool users")
    [update] = _read("Can this go to Ros Pike in Fleet? I only look after the pool.", pool)
    assert (update.status, update.rule, update.reason) == (None, NOT_MINE.rule, NOT_MINE.doubt)


@pytest.mark.parametrize(
    "words",
    [
        "Thanks - nothing to report since the last round",
        "Nowt to add on this until the frost is over and we can get out",
        "Everything as last month.",
        "Not sure, I need to check with colleagues in health",
    ],
)
def test_words_without_news_propose_no_status(words: str) -> None:
    [update] = _read(words, LIFT)
    assert (update.status, update.decision) == (None, Decision.ASK)


@pytest.mark.parametrize(
    "words",
    [
        "This one can come off, members wouldn't pay for it",
        "I'd take it off the list.",
        "The depot was sold, so there is no longer a lift to mend",
        "We aren't going to replace it",
    ],
)
def test_what_is_taken_off_or_refused_is_asked_about_as_cancelled(words: str) -> None:
    [update] = _read(words, LIFT)
    assert (update.status, update.decision) == (Status.CANCELLED, Decision.ASK)


@pytest.mark.parametrize(
    "words",
    [
        "Signed off in February, please take it off my list",
        "The scaffolding can come off next week",
        "Please take it off hold",
        "The trustees decided they don't want to rush it",
        "There is no longer a backlog to clear",
        "We are not replacing it until the survey is back",
    ],
)
def test_what_only_sounds_like_it_is_not_cancelled(words: str) -> None:
    [update] = _read(words, LIFT)
    assert update.status is not Status.CANCELLED


def test_a_new_date_is_not_written_beside_words_that_it_is_somebody_elses() -> None:
    asked = Mentioned("4.1", "Replace the depot lift", question=Question(wants_date=True))
    [update] = _read("NEW DATE: 30 June 2027\nNot ours any more, Ros Pike in Fleet has it", asked)
    assert update.decision is Decision.ASK
