"""The words of an answer are kept as they were written: on their lines, with their own marks between them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply import Mentioned, read_updates

SAID_ON = date(2027, 3, 1)
KNOWN = (Mentioned("4.2", "Repair the sluice gates"), Mentioned("4.3", "Train the lock keepers"))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("4.2: at risk, no divers to be had; new date 18 June", "4.2: at risk, no divers to be had; new date 18 June"),
        ("4.2: on track. The steel came in. More in May.", "4.2: on track. The steel came in. More in May."),
        ("4.2: on track; nothing to report.\nThe divers: fine", "4.2: on track; nothing to report.\nThe divers: fine"),
        ("4.2: on track. Thanks, Sam", "4.2: on track."),
        ("4.2: on hold;\n\nthe river is high.", "4.2: on hold;\nthe river is high."),
        ("4.2: on track\n\n4.3: done. 4.2 needs a diver.", "4.2: on track\n4.2 needs a diver."),
        (
            "4.2: we are waiting for the divers to come back from the works on the\neastern canal; then on.",
            "4.2: we are waiting for the divers to come back from the works on the eastern canal; then on.",
        ),
        (
            "4.2: new date 18 June; the dive team has to inspect the gates once more\nand the boat leaks",
            "4.2: new date 18 June; the dive team has to inspect the gates once more\nand the boat leaks",
        ),
        (
            "4.2: on hold because the river is in spate\nthe gates cannot be reached",
            "4.2: on hold because the river is in spate\nthe gates cannot be reached",
        ),
        ("4.2 done and 4.3 new date 18 June", "4.2 done"),
        (
            "4.2: on hold because of the high water. 4.3: on track, four keepers\nare trained by now. Thanks",
            "4.2: on hold because of the high water.",
        ),
    ],
)
def test_words_are_kept_on_their_lines_with_their_marks(body: str, words: str) -> None:
    found = {each.ref: each.comment for each in read_updates(body, "", KNOWN, SAID_ON)}
    assert found["4.2"] == words


@pytest.mark.parametrize(
    "body",
    [
        "4.2: new date\n18 June 2027",
        "4.2: the divers have been back since the water fell, and it is now in\nprogress",
        "4.2: the last of the four gates was repaired\nthis week, done",
    ],
)
def test_a_line_end_changes_nothing_in_what_is_read(body: str) -> None:
    told = [
        [
            (each.ref, each.status, each.due, each.rule, each.decision)
            for each in read_updates(words, "", KNOWN, SAID_ON)
        ]
        for words in (body, body.replace("\n", " "))
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    "words",
    [
        "five of the eight ordered, the other three in June",
        "This one's done, the rest of my actions are not",
        "4.ii is on track - the other one is with the printers",
        "4.ii is done, and I will come back on the others",
    ],
)
def test_a_comma_or_an_and_between_two_statements_is_kept(words: str) -> None:
    known = (Mentioned("4.ii", "Order eight barrows"), Mentioned("5", "Paint the bandstand"))
    told = [update.comment for update in read_updates(words, "", known[:1], SAID_ON)]
    assert told == [words]
