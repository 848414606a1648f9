"""Which actions words name, among those a mail asked about; said on 4 February 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates
from bot.reply.decide.updates import read_lines
from bot.reply.lines import Line

SAID_ON = date(2026, 2, 4)
TEXTS = (
    "Repaint the bandstand in Castle Gardens",
    "Recruit a harbour master",
    "Publish the flood maps for every parish",
    "Insure the museum's paintings",
    "Test the sirens at the reservoir",
)
NUMBERS = tuple(Mentioned(ref, text) for ref, text in zip(("4", "6", "9", "10", "14"), TEXTS, strict=True))
POINTS = tuple(Mentioned(ref, text) for ref, text in zip(("2.1", "2.2", "2.4", "5.1"), TEXTS, strict=False))
LETTERS = tuple(Mentioned(ref, text) for ref, text in zip(("D1", "H2", "D3", "D11"), TEXTS, strict=False))
SPACED = tuple(Mentioned(ref, text) for ref, text in zip(("HS 1", "HS 3", "HS 4"), TEXTS, strict=False))
ROMAN = tuple(Mentioned(ref, text) for ref, text in zip(("B7.i", "B7.ii", "B9.iv"), TEXTS, strict=False))
TAILED = tuple(Mentioned(ref, text) for ref, text in zip(("3c", "5b", "8a"), TEXTS, strict=False))
SLASHED = tuple(Mentioned(ref, text) for ref, text in zip(("GF/02", "GF/05", "GF/07", "GF/09"), TEXTS, strict=False))
PAIR = (Mentioned("IA-0208", TEXTS[0]), Mentioned("IA-0214", TEXTS[1]))


def _read(words: str, known: tuple[Mentioned, ...]) -> tuple[Update, ...]:
    return read_updates(words, "", known, SAID_ON)


@pytest.mark.parametrize(
    ("words", "known", "refs"),
    [
        ("4 done 6 done 9 no 10 no 14 yes", NUMBERS, "4 6 9 10 14"),
        ("4 started, 9 waiting for the surveyor, 14 not started", NUMBERS, "4 9 14"),
        ("4 to 9 are complete. 10 is on hold.", NUMBERS, "4 6 9 10"),
        ("4, 9-14 on track", NUMBERS, "4 9 10 14"),
        ("2.1-2.4 done, 5.1 at risk", POINTS, "2.1 2.2 2.4 5.1"),
        ("2-1 done, 2-2 on hold", POINTS, "2.1 2.2"),
        ("D1 to D11 all on track", LETTERS, "D1 D3 D11"),
        ("208 finished, 214 not yet", PAIR, "IA-0208 IA-0214"),
        ("0208 complete / 0214 slips to the end of March", PAIR, "IA-0208 IA-0214"),
        ("Nothing is finished. 0214 is late.", PAIR, "IA-0214"),
        ("4 done, 6 in all", NUMBERS, ""),
        ("4 done, 6 waiting", NUMBERS, "4 6"),
        ("I doubt that 0214 will be ready.", PAIR, "IA-0214"),
        ("2 and 5 both finished, 7 not started, 9 on track", SLASHED, "GF/02 GF/05 GF/07 GF/09"),
    ],
)
def test_references_in_one_breath_are_each_an_answer(words: str, known: tuple[Mentioned, ...], refs: str) -> None:
    assert {update.ref for update in _read(words, known)} == ({*refs.split()} or {""})


@pytest.mark.parametrize(
    ("words", "known", "refs"),
    [
        ("HS 1 and 3 - will write about them", SPACED, {"HS 1", "HS 3"}),
        ("HS 1, 3 and 4 are on hold", SPACED, {"HS 1", "HS 3", "HS 4"}),
        ("HS 1 and 3 schemes to go", SPACED, {"HS 1"}),
        ("HS 1 and 6 done", SPACED, {"HS 1"}),
        ("B7.i and ii done", ROMAN, {"B7.i", "B7.ii"}),
        ("B7.i and iv done", ROMAN, {"B7.i"}),
        ("B7i done B9iv no B7ii on hold", ROMAN, {"B7.i", "B7.ii", "B9.iv"}),
        ("3c finished 8a yes 5b not started", TAILED, {"3c", "5b", "8a"}),
        ("3c and a half", TAILED, {"3c"}),
        ("D3 and 11 masts are painted", LETTERS, {"D3"}),
    ],
)
def test_of_a_row_of_references_each_may_be_short_or_only_end_in_another_way(
    words: str, known: tuple[Mentioned, ...], refs: set[str]
) -> None:
    assert {update.ref for update in _read(words, known)} == refs


@pytest.mark.parametrize(
    "words",
    [
        "4 to 6 weeks of work are left",
        "4 of the 9 are finished, 6 to go",
        "We had 6 done by Monday and 9 more by Friday",
        "4-6 people came",
        "£9 million, 10% over",
        "14 February",
    ],
)
def test_numbers_that_count_name_no_action(words: str) -> None:
    assert {update.ref for update in _read(words, NUMBERS)} == {""}


def test_a_measure_is_no_reference_with_a_point() -> None:
    assert [update.ref for update in _read("5.1 done. It took 2.4 days.", POINTS)] == ["5.1"]


@pytest.mark.parametrize(
    ("words", "refs", "written"),
    [
        ("The first one is finished. The other is with the painters.", "IA-0208 IA-0214", "IA-0208"),
        ("The former is complete; the latter is on hold.", "IA-0208 IA-0214", "IA-0208 IA-0214"),
        ("First one is finished. Second one needs until May.", "IA-0208 IA-0214", "IA-0208 IA-0214"),
        ("Neither is complete.", "IA-0208 IA-0214", ""),
        ("These two are in progress.", "IA-0208 IA-0214", "IA-0208 IA-0214"),
        ("The second year is finished.", "", ""),
    ],
)
def test_an_action_is_named_by_its_place(words: str, refs: str, written: str) -> None:
    found = _read(words, PAIR)
    assert {update.ref for update in found} == ({*refs.split()} or {""})
    assert {update.ref for update in found if update.decision is Decision.APPLY} == {*written.split()}


def test_what_is_said_before_both_is_said_of_both() -> None:
    found = _read("On track with both, thanks", PAIR)
    assert [(update.ref, update.decision) for update in found] == [
        ("IA-0208", Decision.APPLY),
        ("IA-0214", Decision.APPLY),
    ]


def test_of_neither_a_completion_is_read() -> None:
    assert {update.status for update in _read("Neither is complete.", PAIR)} == {Status.IN_PROGRESS}


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("The sirens were bought, so complete.", "14"),
        ("Castle Gardens is finished.\nMaps: waiting for the parishes", "4 9"),
        ("Castle Gardens: complete\nHarbour master: interviews on Monday\nPainting: done", "4 6 10"),
        ("Flood maps are late. End of March is likelier.", "9"),
        ("4 is done. The sirens are on order.", "4 14"),
        ("4 is done. We borrowed the ladders meant for the sirens.", "4"),
        ("The museum and the harbour are both finished.", "6 10"),
        ("It is finished.", ""),
    ],
)
def test_what_only_one_action_is_about_names_it_and_is_asked_about(words: str, refs: str) -> None:
    found = _read(words, NUMBERS)
    assert {update.ref for update in found} == ({*refs.split()} or {""})
    assert all(update.decision is Decision.ASK for update in found if update.ref != "4" or "4" not in words)


def test_words_under_an_action_stay_with_it_whatever_they_count() -> None:
    words = "D1 – posts 1 to 6 are up. 7 and 8 wait for paint, the harbour crew is on leave."
    (update,) = _read(words, LETTERS)
    assert (update.ref, update.comment) == ("D1", words)


def test_words_that_name_no_action_are_kept_with_one_that_is_named() -> None:
    (update,) = _read("Pushed back again, sorry. 2.1 31 March 2026.", POINTS)
    assert (update.ref, update.decision) == ("2.1", Decision.ASK)
    assert update.comment == "Pushed back again, sorry. 2.1 31 March 2026."


@pytest.mark.parametrize(
    "opening", ["My replies are in green below.", "See under each action in red", "Answered inline"]
)
def test_words_that_point_to_answers_between_our_lines_are_no_answer(opening: str) -> None:
    lines = [Line(opening), Line(""), Line("Jo Marsh (they/them)"), Line("Head of Parks"), Line("Done.", ref="2.1")]
    assert [(update.ref, update.decision) for update in read_lines(lines, "", POINTS, SAID_ON)] == [
        ("2.1", Decision.APPLY)
    ]


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("Recruiters: Castle Street agency has sent nine names", "6"),
        ("Paintings: done, though the parish still asks about flood cover for its own", "10"),
        ("Sirens - held up, the bandstand crew has the only lift", "14"),
    ],
)
def test_what_heads_an_answer_names_its_action_whatever_is_told_behind_it(words: str, refs: str) -> None:
    found = _read(words, NUMBERS)
    assert {update.ref for update in found} == {refs}
    assert {update.decision for update in found} == {Decision.ASK}


@pytest.mark.parametrize(("words", "refs"), [("Lift: done", ""), ("Harbour and museum: done", "6 10")])
def test_a_heading_names_each_action_that_a_topic_of_it_fits_and_else_none(words: str, refs: str) -> None:
    found = _read(words, NUMBERS)
    assert {update.ref for update in found} == ({*refs.split()} or {""})
    assert {update.decision for update in found} == {Decision.ASK}


def test_a_heading_of_an_actions_own_words_alone_is_no_part_of_what_is_said() -> None:
    (update,) = _read("The sirens: done", NUMBERS)
    assert (update.status, update.decision) == (Status.COMPLETED, Decision.APPLY)
    (update,) = _read("Harbour master's first draft: done", NUMBERS)
    assert "first draft" in update.reason


@pytest.mark.parametrize(("words", "refs"), [("Visitors: two on the pontoon", "K1"), ("Two visitors came by", "")])
def test_a_heading_may_name_the_doers_of_what_an_action_does(words: str, refs: str) -> None:
    known = (Mentioned("K1", "Clear the berths for visiting boats"), Mentioned("K2", TEXTS[0]))
    assert {update.ref for update in _read(words, known)} == {refs}


@pytest.mark.parametrize(
    "words", ["9 and 14 are on track.", "Nos 9 and 14 are on track.", "Numbers 9 and 14: on track."]
)
def test_a_list_of_numbers_may_be_called_one(words: str) -> None:
    found = _read(words, NUMBERS)
    assert [(update.ref, update.status, update.decision) for update in found] == [
        ("9", Status.IN_PROGRESS, Decision.APPLY),
        ("14", Status.IN_PROGRESS, Decision.APPLY),
    ]


def test_what_stands_behind_a_reference_in_a_row_may_belong_to_the_statement_before_it() -> None:
    (first, *_) = _read("2.1 done 2.2 permitting 2.4 finished", POINTS)
    assert (first.ref, first.decision) == ("2.1", Decision.ASK)


def test_the_numbers_that_references_end_in_are_asked_about() -> None:
    found = _read("2 finished, 7 on track", SLASHED)
    assert {update.ref: update.status for update in found} == {
        "GF/02": Status.COMPLETED,
        "GF/07": Status.IN_PROGRESS,
    }
    assert {update.decision for update in found} == {Decision.ASK}


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("The rehab centre is half built.", "W1"),
        ("S106 drawn up and sealed.", "W2"),
        ("W7 drawn up and sealed.", ""),
    ],
)
def test_a_clipped_word_and_a_section_of_an_act_leave_words_with_the_action_they_are_about(
    words: str, refs: str
) -> None:
    known = (Mentioned("W1", "Open a rehabilitation unit"), Mentioned("W2", "Seal the Section 106 deed"))
    assert {update.ref for update in _read(words, known)} == {refs}


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        (
            "Is 2.1 not one for the harbour? I only lent the ladder. Happy to keep the parrot one, which is on track.",
            "ask",
        ),
        ("2.1: on track.\nWishing well: new date 30 April please.", "ask"),
        ("2.1: on track.\nNew date: 30 April please.", "apply"),
        ("2.1: the paint is bought. On track, and the castle one is going well.", "apply"),
    ],
)
def test_words_headed_by_a_topic_that_an_action_has_not_are_only_perhaps_about_it(words: str, decision: str) -> None:
    found = {update.ref: update.decision.value for update in _read(words, POINTS)}
    assert found["2.1"] == decision
