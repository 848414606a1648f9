"""A part that is done beside something that is not, and what beside an end leaves nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reading.statuses import read_status

AS_OF = date(2026, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Walls complete; south roof in 2027",
        "Hall painted and floor complete, car park next spring",
        "Appointment of wardens complete, ranger post re-advertised",
        "Desk study done; ward walks to take place in November",
        "Amber – charter complete, guidance late",
        "Mapping done, charter to Cabinet in November",
        "Valuation complete, decision with the landlord",
        "Gates complete, benches ordered",
        "Completed at HQ",
        "Complete in Housing and Legal",
        "All complete save one",
        "Complete; replacement benches Nov 2026",
        "Complete. Launch 2027",
        "Complete (1 and 2), 3 slipped",
        "Implemented on paper",
    ],
)
def test_what_is_done_beside_something_that_is_not_is_a_part(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.PART_COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "Survey complete, 45 replies",
        "Complete. New rules in use since 1 May",
        "Training complete, all rangers briefed",
        "Complete, see minute 45/26",
        "Completed at Cabinet in May 2026",
        "Delivered to time and budget",
        "Delivered ahead of schedule",
        "Implemented early",
        "Implemented from 1 April 2026",
        "Policy complete, annual review next May",
        "Delivered in June 2026; will be repeated every year",
        "Complete and will continue to be reviewed quarterly",
        "Completed, and will be monitored every year",
        "Task complete. Each of the 37 piers now has a flood risk assessment.",
    ],
)
def test_a_note_beside_an_end_leaves_nothing(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.COMPLETED


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Grant bid unsuccessful. Scheme will not be pursued", Status.CANCELLED),
        ("Bid lost and the project has been dropped", Status.CANCELLED),
        ("Warden round completed with no appointment made", Status.UNKNOWN),
        ("Closed - merged", Status.UNKNOWN),
        ("Dropped - district rules will be used instead", Status.CANCELLED),
        ("No report received", Status.UNKNOWN),
        ("Bench fitted in May. Achieved", Status.COMPLETED),
        ("Bench fitted in May, path outstanding. Achieved", Status.IN_PROGRESS),
        ("Implemented from 1 April 2027", Status.IN_PROGRESS),
        ("Rules drafted, training yet to begin", Status.IN_PROGRESS),
        ("Deed signed. Building begins 3 November.", Status.IN_PROGRESS),
        ("To be picked up once the Clerk is back", Status.NOT_STARTED),
    ],
)
def test_the_words_beside_a_deed_say_how_far_it_is(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Revised target agreed with the Parks Board: 31/12/2026", date(2026, 12, 31)),
        ("Rules drafted; will now go to the November 2026 Cabinet", date(2026, 11, 30)),
        ("Paper to Full Council in October 2026 rather than July", date(2026, 10, 31)),
        ("Delayed; now to go to the Harbour Board in October 2026", date(2026, 10, 31)),
        ("Started; extension approved by the Parks Board to the end of November 2026", date(2026, 11, 30)),
    ],
)
def test_a_date_that_took_the_place_of_another_is_the_new_one(text: str, end: date) -> None:
    revised = read_status(text, AS_OF).revised_due
    assert revised is not None
    assert revised.end == end
