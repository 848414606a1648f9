"""Bare numbers that open a line or a clause, of the sender's other actions too; said on 4 February 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, actions_in, asked_back, read_updates
from bot.reply.message.html_text import html_to_text

SAID_ON = date(2026, 2, 4)
KNOWN = (
    Mentioned("3", "Mend the harbour wall"),
    Mentioned("8", "Open the reading room", asked=False),
    Mentioned("11", "Insure the paintings", asked=False),
)
LETTERED = (Mentioned("C2", "Mend the harbour wall"), Mentioned("8", "Open the reading room", asked=False))


def _read(words: str, known: tuple[Mentioned, ...] = KNOWN) -> dict[str, Update]:
    return {update.ref: update for update in read_updates(words, "", known, SAID_ON)}


@pytest.mark.parametrize(
    "words",
    [
        "8: complete, it opened on Monday",
        "8 - complete",
        "8 is complete",
        "Ref | Update\n8 | Complete\n3 | On track",
        "8: complete, 3: on hold",
        "no. 8: complete",
        "On 3 I have no news yet.\n8: complete",
        "3: on track, 8: complete",
        "3: on track. 8: complete",
        "3: on track and 8: complete",
        "3: new date 9 April\n8: complete",
    ],
)
def test_a_number_that_opens_an_answer_is_the_senders_action_though_nobody_asked_about_it(words: str) -> None:
    found = _read(words)
    assert (found["8"].status, found["8"].decision) == (Status.COMPLETED, Decision.APPLY)
    assert "3" not in found or found["3"].status is not Status.COMPLETED
    assert "8" not in found.get("3", Update("3")).comment


def test_each_of_two_lines_is_about_the_action_whose_number_opens_it() -> None:
    found = _read("3: new date 9 April\n8: on track")
    assert (found["3"].status, found["3"].due and found["3"].due.end) == (None, date(2026, 4, 9))
    assert (found["8"].status, found["8"].comment) == (Status.IN_PROGRESS, "8: on track")


@pytest.mark.parametrize("words", ["8 done", "8. Done", "8) complete", "8 on track", "3 done, 8 on track"])
def test_a_number_that_may_count_is_asked_about(words: str) -> None:
    assert _read(words)["8"].decision is Decision.ASK


@pytest.mark.parametrize("words", ["14: done", "14 - finished last week", "14 is complete", "14 on track"])
def test_a_number_that_is_none_of_theirs_is_never_among_the_words_of_another_action(words: str) -> None:
    assert _read(words)[""].decision is Decision.HOLD
    assert set(_read(words)) == {""}
    found = _read(f"3: on track\n{words}")
    assert (found["3"].comment, found[""].comment) == ("3: on track", words)


@pytest.mark.parametrize(
    "words",
    [
        "8 of 11 done",
        "8 staff were trained",
        "11 complete out of 14",
        "8:30 start, went well",
        "8 - 11 places are left",
        "8 March: the wall is mended",
        "1. we met\n2. we agreed\n8. we wait",
        "14 of the stones are in place",
    ],
)
def test_a_number_that_counts_or_dates_names_no_action_that_nobody_asked_about(words: str) -> None:
    assert set(_read(words)) == {"3"}


@pytest.mark.parametrize("words", ["1: surveyed\n2: done", "1 - done\n2 - waiting for the stone\n3 - to follow"])
def test_numbers_that_count_the_senders_own_points_write_nothing(words: str) -> None:
    known = (Mentioned("1", "Mend the harbour wall"), Mentioned("2", "Open the reading room", asked=False))
    assert Decision.APPLY not in {update.decision for update in _read(words, known).values()}
    assert Decision.APPLY not in {update.decision for update in _read(words).values()}


@pytest.mark.parametrize(
    "words", ["1: done", "1 - complete, the last stone is laid", "1 is complete", "1: completed. Thanks"]
)
def test_the_first_number_alone_counts_nothing_and_is_the_senders_action(words: str) -> None:
    known = (Mentioned("3", "Mend the harbour wall"), Mentioned("1", "Open the reading room", asked=False))
    found = _read(words, known)
    assert [(each.ref, each.status, each.decision) for each in found.values()] == [
        ("1", Status.COMPLETED, Decision.APPLY)
    ]


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("8. Done", "We take this to be about “8”. Is that so?"),
        ("8 on track", "We take this to be about “8”. Is that so?"),
        ("8 done, 11 done", "We take this to be about “8”. Is that so?"),
    ],
)
def test_a_yes_settles_which_action_a_guess_is_about(words: str, question: str) -> None:
    first = _read(words)["8"]
    assert (first.decision, first.reason) == (Decision.ASK, question)
    known = (Mentioned("8", "Open the reading room", question=asked_back(first.reason, first.status, None)),)
    again = _read("Yes", known)["8"]
    assert (again.decision, again.status) == (Decision.APPLY, first.status)
    assert _read("No", known)["8"].status is None


def test_a_guess_asks_in_the_same_question_whatever_else_is_in_doubt() -> None:
    places = (Mentioned("4.1", "Mend the harbour wall"), Mentioned("4.2", "Open the reading room"))
    found = _read("Kit tells me that the wall is done", places)["4.1"]
    assert found.reason == (
        "We take this to be about “4.1”. You pass on what somebody else says. Does it stand as you say here?"
    )


def test_beside_references_of_another_shape_a_bare_number_is_asked_about() -> None:
    found = _read("C2: on track\n8: done", LETTERED)
    assert (found["C2"].comment, found["C2"].decision) == ("C2: on track", Decision.APPLY)
    assert (found["8"].status, found["8"].decision) == (Status.COMPLETED, Decision.ASK)


def test_of_two_actions_with_one_bare_number_that_nobody_asked_about_either_may_be_meant() -> None:
    shared = tuple(Mentioned(f"8 ({plan})", shared="8", asked=False) for plan in ("Housing", "Harbour"))
    found = _read("3: on track\n8: done", (KNOWN[0], *shared))
    assert (found["3"].comment, found[""].decision) == ("3: on track", Decision.HOLD)


@pytest.mark.parametrize("gap", ["&ensp;", "&#8194;", "\u2002", "</span>&ensp;"])
def test_a_bare_number_is_a_card_where_a_wide_space_sets_it_apart(gap: str) -> None:
    html = f"<p>Due in 14 days (8)</p><h2><span>8{gap}Open the reading room</h2><p>It is due by 9 March.</p>"
    assert [action.ref for action in actions_in(html_to_text(html))] == ["8"]
    assert [action.ref for action in actions_in("8\u2002Open the reading room\n9 March\n")] == ["8"]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Up to 14 now.\nThe lease was signed this morning so 5 can be closed.", [("4", "ask"), ("5", "apply")]),
        ("Please close 5.", [("5", "apply")]),
        ("We spoke to 5 owners.", [("4", "ask")]),
        ("14 done so far, 6 can be closed.", [("4", "ask")]),
    ],
)
def test_a_number_that_we_are_asked_to_close_is_the_senders_other_action(
    words: str, read: list[tuple[str, str]]
) -> None:
    known = (Mentioned("4", "Bring empty homes back into use"), Mentioned("5", "Agree the lease", asked=False))
    found = read_updates(words, "", known, date(2027, 4, 5))
    assert [(update.ref, update.decision.value) for update in found] == read
