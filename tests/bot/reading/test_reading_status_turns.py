"""Statuses that turn: what was so and is so no more, what a date or a bracket beside a closing word says."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reading.statuses import explain_status, read_status

AS_OF = date(2027, 6, 15)


@pytest.mark.parametrize(
    "text",
    [
        "Completed May 27 (originally due March 27)",
        "Completed ahead of March 28 deadline",
        "Signed off by the Treasurer 29/4",
        "Closed. New ranger started on 3 May",
        "Closed 3/5/27 – see minute 12",
        "Amber, now complete",
        "Actioned at meeting of 3/6/27",
        "Closed at Markets Committee",
        "Done via the newsletter",
        "Recommendation discharged",
        "Complete, 38 of 38",
        "Done. 140 took part",
        "Recommendation implemented. The auditor tested ten leases and found no exceptions.",
        "Lease signed on 2/6/27 – close",
        "Yes - done",
    ],
)
def test_completed_stays_completed_beside_an_old_date_or_how_it_came_about(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.COMPLETED


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Closed, then re-opened after the auditor's visit", Status.IN_PROGRESS),
        ("Completed. Second part started", Status.PART_COMPLETED),
        ("Completed 3/9 of the wards", Status.PART_COMPLETED),
        ("Not yet", Status.NOT_STARTED),
        ("Yet to be tackled", Status.NOT_STARTED),
        ("To be actioned", Status.NOT_STARTED),
        ("Half the leases signed – closed", Status.PART_COMPLETED),
        ("Draft lease – complete", Status.IN_PROGRESS),
        ("Replaced with action 7", Status.SUPERSEDED),
        ("Nothing done so far", Status.NOT_STARTED),
        ("Nothing done yet owing to the flood", Status.NOT_STARTED),
        ("Potter chosen and a first visit held. Digging starts on site in June.", Status.IN_PROGRESS),
        ("Open - not started", Status.NOT_STARTED),
        ("Nobody has answered, no action until the review reports", Status.ON_HOLD),
        ("Active: delayed, the clay is late", Status.AT_RISK),
        ("Open - complete", Status.IN_PROGRESS),
        ("Three samples so far", Status.IN_PROGRESS),
        ("Will not be progressed. The members would rather not", Status.CANCELLED),
        ("Board decided in May not to proceed", Status.CANCELLED),
        ("Kiln policy adopted by the Council 4 May 2027", Status.COMPLETED),
        ("Kiln policy to be adopted by the Council 4 May 2027", Status.IN_PROGRESS),
        ("Contractors chosen and the dig is due to start in June", Status.IN_PROGRESS),
        ("Digging and planting due to start in June", Status.NOT_STARTED),
        ("Kiln installed in the yard and certified", Status.COMPLETED),
        ("Not to be taken forward, members prefer to keep the kiln", Status.CANCELLED),
        ("Not to be taken forward until the kiln is cold", Status.IN_PROGRESS),
        ("This can start when the grant is known", Status.NOT_STARTED),
        ("Actioned at each meeting", Status.IN_PROGRESS),
        ("Completed but will continue to be monitored", Status.ONGOING),
        ("Was green, now red", Status.AT_RISK),
        ("From R to G", Status.IN_PROGRESS),
        ("Started, but now on hold until the grant is known", Status.ON_HOLD),
        ("Stopped – awaiting the county's reply", Status.ON_HOLD),
        ("Vacancy closed 4 June, interviews follow", Status.IN_PROGRESS),
        ("Vacancy in the team", Status.AT_RISK),
        ("Letter sent 3/5. Chased 9/6. No response", Status.IN_PROGRESS),
        ("No response", Status.UNKNOWN),
        ("Surveyor booked.", Status.IN_PROGRESS),
        ("Withdrawn from the plan", Status.CANCELLED),
    ],
)
def test_the_state_of_today_is_read_where_another_went_before(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


def test_an_account_that_ends_with_no_further_action_is_closed_and_doubted() -> None:
    found = explain_status("The county owns the ditch and was told. No further action", AS_OF)
    assert (found.reading.value, found.doubtful) == (Status.CANCELLED, True)


def test_a_date_that_was_and_one_that_is_now_give_the_new_one() -> None:
    revised = read_status("Delayed. Was due in May, now October 2027", AS_OF).revised_due
    assert revised is not None
    assert revised.end == date(2027, 10, 31)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Done 26/5", Status.COMPLETED),
        ("Done 4/06", Status.COMPLETED),
        ("Done 3/5", Status.PART_COMPLETED),
        ("Dropped following the review of the mooring fees", Status.CANCELLED),
        ("Dropped because nobody would run it", Status.CANCELLED),
        ("Not wanted by now. Members voted to drop this.", Status.CANCELLED),
        ("Not wanted. The ferry is private.", Status.CANCELLED),
        ("All 40 moorings done", Status.COMPLETED),
        ("40 of 40 moorings done", Status.COMPLETED),
    ],
)
def test_a_day_behind_done_closes_and_what_was_dropped_is_cancelled(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize("text", ["Dropped off at the depot", "Members agreed to drop this to the second phase"])
def test_what_was_put_down_elsewhere_is_not_cancelled(text: str) -> None:
    assert not read_status(text, AS_OF).value.is_closed


@pytest.mark.parametrize(
    "text",
    [
        "40 moorings done",
        "40 new moorings have been completed",
        "Adopted by the harbour board on 3 June 2027.",
        "Both open days held. Four dates agreed.",
    ],
)
def test_what_may_be_some_or_all_of_it_is_not_closed_and_is_asked_about(text: str) -> None:
    explained = explain_status(text, AS_OF)
    assert (explained.reading.value.is_closed, explained.doubtful, explained.rule == "narrative") == (
        False,
        True,
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Completed in May; carried forward",
        "Finished, rolled over to 2028/29",
        "Done and carried over into the new plan",
    ],
)
def test_completed_and_carried_forward_is_not_all_of_it(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.PART_COMPLETED


@pytest.mark.parametrize("text", ["Completed - carried forward from 2025/26", "Completed, underspend carried forward"])
def test_completed_stays_completed_where_something_else_was_carried_forward(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.COMPLETED


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Treasurer confirmed this is complete. Recommend closure", Status.COMPLETED),
        ("Two of nine wards complete. Recommend closure", Status.PART_COMPLETED),
        ("Recommend closure", Status.IN_PROGRESS),
        ("All four walks have now been held and this action can be closed", Status.COMPLETED),
        ("All four walks have not been held and this action can be closed", Status.IN_PROGRESS),
        ("All but one of the walks have been held and this action can be closed", Status.IN_PROGRESS),
        ("Walks are to be held, then the action can be closed", Status.IN_PROGRESS),
        ("All wardens have now been trained and the action can be closed.", Status.COMPLETED),
        ("All wardens are to be trained and the action can be closed", Status.IN_PROGRESS),
        ("All walks held in May 2099 and this action can be closed", Status.IN_PROGRESS),
        ("All wardens who were trained have left and the action can be closed", Status.IN_PROGRESS),
        ("The seat was filled at the May election and the action can be closed.", Status.COMPLETED),
        ("Our lone walker policy has been published. This action may now be closed.", Status.COMPLETED),
        ("The seat was filled and another is empty, this action can be closed", Status.IN_PROGRESS),
        ("The walk was held and nobody came. The action can be closed", Status.IN_PROGRESS),
        ("The first walk was held and the action can be closed", Status.IN_PROGRESS),
        ("The seat was filled in May 2099 and the action can be closed", Status.IN_PROGRESS),
        ("The warden who was appointed has left and the action can be closed", Status.IN_PROGRESS),
        ("Map training now delivered to all wardens and the module will be repeated each year", Status.COMPLETED),
        ("Map training now delivered to all wardens and the module will be repeated for lodges", Status.PART_COMPLETED),
        ("Complete and now part of our routine work", Status.COMPLETED),
        ("Complete in part of the ward", Status.PART_COMPLETED),
        ("Embedded as BAU - recommend closure", Status.ONGOING),
        ("The regulator has confirmed discharge of this finding", Status.COMPLETED),
        ("The regulator has not confirmed discharge of this finding", Status.IN_PROGRESS),
        ("Merged with TR-9", Status.SUPERSEDED),
        ("Recommendation rejected by full council", Status.CANCELLED),
        ("Recommendation rejected by full council, to be resubmitted", Status.UNKNOWN),
        ("Survey forms delivered to every home", Status.IN_PROGRESS),
        ("Recycling bags delivered to every home", Status.COMPLETED),
    ],
)
def test_last_words_that_would_have_an_action_closed_follow_what_is_told_before_them(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Finished ✓", Status.COMPLETED),
        ("Ticked off at the May committee", Status.COMPLETED),
        ("Done on time. Will be updated annually.", Status.COMPLETED),
        ("Done and updated annually", Status.ONGOING),
        ("Mooring strategy revised and agreed by full Council, published on our website", Status.COMPLETED),
        ("The lease policy has been refreshed, ratified by the Board and is now published.", Status.COMPLETED),
        ("The draft lease policy has been refreshed, approved by Cabinet and published", Status.IN_PROGRESS),
        ("Lease policy approved and published for consultation", Status.IN_PROGRESS),
        ("Lease policy approved and will be published on the website", Status.IN_PROGRESS),
        ("Ceased", Status.CANCELLED),
        ("Stood down. Will restart in May", Status.UNKNOWN),
        ("Grant refused, project will not go ahead", Status.CANCELLED),
        ("Grant late, project will not go ahead this year", Status.ON_HOLD),
        ("This project was halted by the decision of the Board not to continue", Status.CANCELLED),
        ("The Governors have declined this action", Status.CANCELLED),
        ("The Governors have not declined this action", Status.IN_PROGRESS),
    ],
)
def test_an_end_is_told_in_other_words_and_what_is_ahead_is_none(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Late - text with the printer, aim to publish by end of August 2027", date(2027, 8, 31)),
        ("In part delivered: remaining stiles by 30 September 2027", date(2027, 9, 30)),
    ],
)
def test_a_date_by_which_the_rest_is_published_or_done_is_a_new_one(text: str, end: date) -> None:
    revised = read_status(text, AS_OF).revised_due
    assert revised is not None
    assert revised.end == end
