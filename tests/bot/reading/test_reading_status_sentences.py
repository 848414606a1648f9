"""Statuses told as plain sentences, with slips of the pen, or with a part that is still to begin."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan
from bot.plan import Status
from bot.reading import read_status
from bot.reading.statuses import explain_status
from tests.bot.importing.importing_documents import FLAT, excel

AS_OF = date(2027, 8, 31)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lettings policy adopted by Full Council on 3 June 2027", Status.COMPLETED),
        ("Lettings policy adopted by Full Council on 3 October 2027", Status.IN_PROGRESS),
        ("Draft lettings policy adopted by Full Council on 3 June 2027", Status.IN_PROGRESS),
        ("Lettings policy adopted by Full Council but not in use", Status.IN_PROGRESS),
        ("Action plan adopted by Cabinet in May", Status.IN_PROGRESS),
        ("Withdrawn at the request of the trustees", Status.CANCELLED),
        ("Withdrawn at the request of the trustees until May", Status.UNKNOWN),
        ("Handed to the county, no longer a matter for us", Status.CANCELLED),
        ("No longer our responsibility until the lease ends", Status.IN_PROGRESS),
        ("Not needed, the ford was mended already", Status.CANCELLED),
        ("Not needed yet", Status.UNKNOWN),
        ("Superceded by 4.2", Status.SUPERSEDED),
        ("Rules written and agreed. Talks to wardens have not begun.", Status.IN_PROGRESS),
        ("Discussed in May. Not yet started.", Status.NOT_STARTED),
        ("Verbal update will be given on the night of the meeting", Status.UNKNOWN),
        ("Full update to be given at the July forum", Status.UNKNOWN),
        ("Update will be provided at the forum; two walks were held", Status.IN_PROGRESS),
        ("With legal for comment", Status.IN_PROGRESS),
        ("Serious risk of missing the target, two wardens are off", Status.AT_RISK),
        ("Real risk that the ford is not ready", Status.AT_RISK),
        ("On track. The risk of missing the target has gone", Status.IN_PROGRESS),
        ("Implemented in two depots", Status.PART_COMPLETED),
        ("Implemented in 2 weeks", Status.COMPLETED),
        ("Superficially complete", Status.PART_COMPLETED),
        ("Complete in places", Status.PART_COMPLETED),
    ],
)
def test_a_sentence_says_how_far_it_is(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Overdue - now 28/02/28", date(2028, 2, 28)),
        ("Delayed by frost; opening now May 2028", date(2028, 5, 31)),
        ("C/fwd to 28/29", date(2029, 3, 31)),
        ("Ar y gweill - dyddiad newydd 31 Mai 2028", date(2028, 5, 31)),
        ("Late because staff were away. This is now June 2028", date(2028, 6, 30)),
        ("Slipped – five wardens found, their induction now 30.06.28", date(2028, 6, 30)),
        ("Delayed; harbour survey now May 2028", date(2028, 5, 31)),
        ("Outstanding - leaflets now going out in November 2027", date(2027, 11, 30)),
        ("Overdue, harbour survey now taking place in May 2028", date(2028, 5, 31)),
    ],
)
def test_a_new_date_stands_behind_the_words_that_move_it(text: str, end: date) -> None:
    revised = read_status(text, AS_OF).revised_due
    assert revised is not None
    assert revised.end == end


@pytest.mark.parametrize(
    "text",
    [
        "Slipped – five wardens trained as of now 30.06.27",
        "Delayed – the harbour is now closed 30.06.28",
        "Moorings surveyed, induction now held 30.06.27",
        "Leaflets now going out weekly since May 2027",
    ],
)
def test_a_day_that_something_else_is_told_of_is_no_new_date(text: str) -> None:
    assert read_status(text, AS_OF).revised_due is None


@pytest.mark.parametrize(
    ("text", "value", "perhaps"),
    [
        ("Not strated", Status.NOT_STARTED, None),
        ("Delayd", Status.AT_RISK, None),
        ("Compelte", Status.UNKNOWN, Status.COMPLETED),
        ("Comleted - all wardens trained", Status.UNKNOWN, Status.COMPLETED),
        ("Competed", Status.UNKNOWN, None),
        ("Cmopletde", Status.UNKNOWN, None),
    ],
)
def test_a_misprint_is_read_unless_it_would_close_the_action(text: str, value: Status, perhaps: Status | None) -> None:
    explained = explain_status(text, AS_OF)
    assert (explained.reading.value, explained.perhaps) == (value, perhaps)


def test_the_question_about_a_misprint_says_what_it_may_mean(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, ("1", "Mend the weir", "Clerk", "May 2028", "Compelte")])
    assert read_plan(path, AS_OF).actions[0].questions == ('"Compelte" does not say how far it is: is it completed?',)
