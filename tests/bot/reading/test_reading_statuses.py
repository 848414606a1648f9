"""Status phrases: above all, what is not completed is never read as completed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reading import read_status
from bot.reading.statuses import explain_status

AS_OF = date(2027, 8, 31)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Completed", Status.COMPLETED),
        ("Complete - no further action required", Status.COMPLETED),
        ("June 2027: Done", Status.COMPLETED),
        ("The new rota has been implemented", Status.COMPLETED),
        ("It was not delayed, it is complete", Status.COMPLETED),
        ("Not started", Status.NOT_STARTED),
        ("Work has yet to begin", Status.NOT_STARTED),
        ("Closed - no longer required", Status.CANCELLED),
        ("Scheduled for Q3", Status.NOT_STARTED),
        ("Substantively complete", Status.PART_COMPLETED),
        ("I think this is complete", Status.UNKNOWN),
        ("In progress", Status.IN_PROGRESS),
        ("Terms of reference are being drafted", Status.IN_PROGRESS),
        ("Started and ongoing", Status.ONGOING),
        ("Partly completed, two depots left", Status.PART_COMPLETED),
        ("Behind schedule", Status.AT_RISK),
        ("Cannot be presented this month", Status.AT_RISK),
        ("On hold", Status.ON_HOLD),
        ("Deferred", Status.ON_HOLD),
        ("Cancelled", Status.CANCELLED),
        ("This action is no longer required", Status.CANCELLED),
        ("Superseded by 4.2", Status.SUPERSEDED),
        ("", Status.UNKNOWN),
        ("Cmopletde", Status.UNKNOWN),
        ("Closed - superseded by 4.2", Status.SUPERSEDED),
        ("Closed as duplicate of 2.1", Status.SUPERSEDED),
        ("Closed - transferred to the culture plan", Status.UNKNOWN),
        ("Officers decided not to proceed", Status.CANCELLED),
        ("Letter written to the owner. Closed.", Status.COMPLETED),
        ("Implemented in full and no further updates will be given", Status.COMPLETED),
        ("Complete 12/02/2027", Status.COMPLETED),
        ("All recommendations implemented", Status.COMPLETED),
        ("0% - not yet started", Status.NOT_STARTED),
        ("Starting May 2028", Status.NOT_STARTED),
        ("Phase one complete; phase two to begin in May", Status.PART_COMPLETED),
        ("Completed quarterly", Status.ONGOING),
        ("BAU", Status.ONGOING),
        ("In progess", Status.IN_PROGRESS),
        ("Two open days have been held", Status.IN_PROGRESS),
        ("Will not be achieved", Status.AT_RISK),
        ("Ar waith", Status.IN_PROGRESS),
        ("Wedi'i gwblhau", Status.COMPLETED),
        ("Wedi'i gwblhau'n rhannol", Status.PART_COMPLETED),
        ("Bron wedi'i gwblhau", Status.PART_COMPLETED),
        ("Wedi dechrau", Status.IN_PROGRESS),
        ("Ar y trywydd", Status.IN_PROGRESS),
        ("Heb gychwyn", Status.NOT_STARTED),
        ("Superceded by 4.2", Status.SUPERSEDED),
        ("Not started - superseded by 4.2", Status.SUPERSEDED),
        ("Not started - moved to the culture plan", Status.NOT_STARTED),
        ("In place since March 2027", Status.COMPLETED),
        ("Now in place and reviewed quarterly", Status.ONGOING),
        ("Rota in use", Status.ONGOING),
        ("Live since February", Status.ONGOING),
        ("Booking system now operational", Status.ONGOING),
        ("Operational costs", Status.UNKNOWN),
        ("Partially in place", Status.PART_COMPLETED),
        ("Not yet in place", Status.IN_PROGRESS),
        ("Builders on site", Status.IN_PROGRESS),
        ("11 of them remain open", Status.IN_PROGRESS),
        ("Actions 2-5 done, 6 outstanding", Status.PART_COMPLETED),
        ("Retendering", Status.IN_PROGRESS),
        ("Sign-off expected in May 2028", Status.IN_PROGRESS),
        ("No capacity at present", Status.AT_RISK),
        ("Done - ongoing monitoring", Status.ONGOING),
        ("Completed; annual review continues", Status.ONGOING),
        ("Booklet delivered to every household", Status.COMPLETED),
        ("Kerb laid and inspected", Status.COMPLETED),
        ("All findings closed", Status.COMPLETED),
        ("Auditors confirmed implemented in May 2027", Status.COMPLETED),
        ("8 of 8 complete", Status.COMPLETED),
        ("Works complete and the road reopened", Status.COMPLETED),
        ("Every kerb complete bar one", Status.PART_COMPLETED),
        ("Completed as part of the depot move", Status.COMPLETED),
        ("Implemented 14 May 2027", Status.COMPLETED),
        ("Requirements met", Status.COMPLETED),
        ("New rota implemented", Status.COMPLETED),
        ("Close - duplicate of 3.1", Status.SUPERSEDED),
        ("Met in part", Status.PART_COMPLETED),
        ("Partly resolved", Status.PART_COMPLETED),
        ("Achieved three of seven", Status.PART_COMPLETED),
        ("Rota in use, not staffed", Status.PART_COMPLETED),
        ("Booked for October", Status.NOT_STARTED),
        ("On pause", Status.ON_HOLD),
        ("Restarted in May", Status.IN_PROGRESS),
        ("No longer on track", Status.AT_RISK),
        ("In progress but slipping behind", Status.AT_RISK),
        ("Yn parhau", Status.ONGOING),
        ("Courses complete for wardens", Status.PART_COMPLETED),
        ("Causes of concern addressed by the service", Status.IN_PROGRESS),
        ("Agreed not to progress", Status.CANCELLED),
        ("Bridge not viable", Status.UNKNOWN),
        ("Lease refused - will not proceed", Status.UNKNOWN),
        ("Trial popular - widening to two depots", Status.IN_PROGRESS),
        ("Recurring", Status.ONGOING),
        ("Starting soon", Status.NOT_STARTED),
        ("Mae'r gwaith yn mynd rhagddo", Status.IN_PROGRESS),
        ("Purple - on hold", Status.ON_HOLD),
        ("Not being progressed", Status.ON_HOLD),
        ("Completed or on target", Status.UNKNOWN),
        ("Deleted - no longer appropriate", Status.CANCELLED),
        ("Not yet actioned", Status.NOT_STARTED),
        ("Not implemented", Status.NOT_STARTED),
        ("Not being progressed due to staffing", Status.ON_HOLD),
        ("Preparatory work", Status.IN_PROGRESS),
        ("Kerbs pending a decision by the county", Status.ON_HOLD),
        ("No longer paused - relaunch in May", Status.IN_PROGRESS),
        ("Stopped in spring, restarted in June", Status.IN_PROGRESS),
        ("Weekly checks taking place", Status.IN_PROGRESS),
        ("Purple", Status.UNKNOWN),
    ],
)
def test_a_status_is_read_from_its_words(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    "text",
    [
        "Completed except for the signs",
        "Completed apart from one site",
        "Not yet complete",
        "Nothing completed so far",
        "Will be completed in May",
        "To be completed",
        "Should be done by June",
        "Nearly complete",
        "90% complete",
        "Completed subject to sign-off",
        "Once the review is completed we will report",
        "Completed?",
        "Phase 1 completed",
        "Done once the lease is signed",
        "7 of 9 done",
        "Draft completed",
        "Proposed for closure",
        "Happy to close this one",
        "It hasn't been completed",
        "Complete by March 2028",
        "Completed in part",
        "Plans are in place to recruit",
        "Training completed, evaluation outstanding",
        "Recruitment complete; start date tbc",
        "Completed In progress",
        "Complete the survey and report back",
        "Awaiting completion",
        "Incomplete",
        "Consultation closed on 5 May",
        "3/5 complete",
        "Majority complete",
        "Target: complete",
        "Previously reported as complete; reopened in May",
        "The previous survey was completed in 2019",
        "Completed actions: 4",
        "Number completed: 3",
        "Has this been completed",
        "Claimed complete",
        "\u2610 complete",
        "[ ] complete",
        "Action b complete",
        "Completed / deferred",
        "Completed for this year",
        "Implemented with effect from 1 April 2028",
        "Complete by March 2027",
        "Done by end of the month",
        "Hiring complete, new officer starts in May",
        "Phase one of two. Closed.",
        "Complete: No",
        "Completed - N",
        "Complete: Y/N",
        "The leisure centre is closed",
        "Training completed by 14 officers",
        "Procurement completed",
        "First bridge completed",
        "Bailiff's part is done",
        "Technically complete",
        "Much has been completed",
        "Complete with snags",
        "Complete, unverified",
        "Actions completed: 6",
        "Closed: 4, Open: 1",
        "RESOLVED: that the bursar write",
        "Completed forms returned",
        "Completed, waiting for the invoice",
        "Implemented as a pilot",
        "Closed - carried forward",
        "Closed - unable to deliver",
        "Paving complete May 2028",
        "Paving complete by June",
        "Supplier says complete",
        "Completed each October",
        "Closed-circuit cameras bought",
        "Inspection complete, quotes requested",
        "Review complete; report to Cabinet in May",
        "Site visit done",
        "Closed - never delivered",
        "Closed; risk accepted",
        "Closed, no action taken",
        "Closed - officer left",
        "Closed - referred to scrutiny",
        "Closed - responsibility of the county",
        "Completed then superseded",
        "Closed - no response from the supplier",
        "Completed - recommendation declined",
        "Complete and submit the return",
        "Resolved by committee to defer",
        "On hold - completed",
        "On hold, survey now completed",
        "Delayed - office now closed",
        "Behind, but design now complete",
        "Due March 2028, complete by June 2029",
        "Due March 2029: will be completed in May",
        "Met in May",
        "Implemented 14 May 2028",
        "3 done",
        "Two implemented",
        "Few implemented",
        "The depot considers this implemented",
        "Kerb laid and inspected, defects found",
        "Hall completed, opening in May",
        "Rehearsal complete, go-live in May",
        "Rehearsal complete; new rota starts on Monday",
        "Completed for the two museums",
        "In place but untested by users",
        "In place since April 2028",
        "Will be operational by March 2028",
        "To be laid and inspected",
        "Little done",
        "Booklet delivered to every household except flats",
        "Completed - ongoing problems with the supplier",
    ],
)
def test_a_hedge_or_a_plan_is_never_completed(text: str) -> None:
    assert not read_status(text, AS_OF).value.is_closed


@pytest.mark.parametrize(
    "text",
    [
        "The June meeting was cancelled",
        "The interim post is no longer needed",
        "Completed or superseded",
        "The pump was replaced by a new one",
        "Cancelled, to be rearranged",
        "Cancelled and reinstated",
        "Superseded in part",
        "No longer required unless the grant is paid",
        "This action has been cancelled but will be rescheduled",
        "Cabinet agreed not to proceed with option B",
        "To be superseded by the new strategy",
        "Superseded handbook withdrawn",
        "Replaced by new railings",
        "Merged with a neighbouring club",
        "Incorporated into the draft minutes",
        "No longer required to attend",
        "Not going ahead as planned",
        "Not proceeding with tenderer B",
        "Cancelled and rebooked",
        "Withdrawn and resubmitted",
        "Cancelled by the supplier",
        "Superseded by a new lease, work continues",
    ],
)
def test_what_was_cancelled_must_be_the_action_itself(text: str) -> None:
    assert not read_status(text, AS_OF).value.is_closed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0%", Status.NOT_STARTED),
        ("35", Status.IN_PROGRESS),
        ("99.5 %", Status.IN_PROGRESS),
        ("100%", Status.COMPLETED),
        ("140", Status.UNKNOWN),
    ],
)
def test_a_percentage_is_a_status(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


def test_no_colour_alone_means_completed_until_a_council_says_so() -> None:
    assert [read_status(text, AS_OF).value for text in ("Red", "Amber", "G", "Blue")] == [
        Status.AT_RISK,
        Status.AT_RISK,
        Status.IN_PROGRESS,
        Status.UNKNOWN,
    ]
    assert read_status("Blue", AS_OF, {"blue": Status.COMPLETED}).value is Status.COMPLETED


def test_words_beside_a_colour_outweigh_it() -> None:
    assert read_status("Green - completed", AS_OF).value is Status.COMPLETED
    assert read_status("Green: on hold", AS_OF).value is Status.ON_HOLD


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("In progress, new date for completion is Nov 2027", date(2027, 11, 30)),
        ("Deferred until March 2028", date(2028, 3, 31)),
        ("Delayed; now expected in October 2027", date(2027, 10, 31)),
        ("To be completed by 3 December 2027", date(2027, 12, 3)),
        ("Extended to 31/01/2028", date(2028, 1, 31)),
        ("Extension to 31/01/2028 agreed by Audit Committee", date(2028, 1, 31)),
        ("Date moved from May 2027 to November 2027", date(2027, 11, 30)),
        ("Slipped from Q2 to Q4 2027/28", date(2028, 3, 31)),
        ("Delayed - now March 2028", date(2028, 3, 31)),
        ("Expected March 2028", date(2028, 3, 31)),
        ("Paper going to Cabinet 9 Dec 2027 (was 11 Nov 2027)", date(2027, 12, 9)),
        ("It was to be complete by May; the supplier is now quoting end of March 2028", date(2028, 3, 31)),
    ],
)
def test_a_new_date_hidden_in_a_status_is_found(text: str, end: date) -> None:
    revised = read_status(text, AS_OF).revised_due
    assert revised is not None
    assert revised.end == end


@pytest.mark.parametrize(
    "text", ["Completed in May 2027", "Revised policy adopted in May 2027", "In progress since June 2027", "Started"]
)
def test_a_date_in_passing_is_no_new_date(text: str) -> None:
    assert read_status(text, AS_OF).revised_due is None


@pytest.mark.parametrize(
    "text",
    [
        "Lease extended to March 2028",
        "Funding has been extended to March 2028",
        "Consultation deadline moved to 4 May 2027",
    ],
)
def test_what_is_extended_may_be_another_thing_than_the_action(text: str) -> None:
    assert read_status(text, AS_OF).revised_due is None


def test_an_action_replaced_by_another_is_superseded() -> None:
    assert read_status("Merged with action 14", AS_OF).value is Status.SUPERSEDED
    assert read_status("Replaced by the Open Spaces Strategy", AS_OF).value is Status.SUPERSEDED


def test_the_words_behind_the_status_are_its_note() -> None:
    reading = read_status("Completed - adopted by Full Council", AS_OF)
    assert (reading.text, reading.note) == ("Completed - adopted by Full Council", "adopted by Full Council")


def test_an_account_without_a_status_word_is_doubtful() -> None:
    explained = explain_status("The parish clerk met the county's engineer about the culvert", AS_OF)
    assert explained.reading.value is Status.IN_PROGRESS
    assert explained.doubtful


def test_what_was_done_leaves_to_a_person_whether_that_was_all() -> None:
    explained = explain_status("Two open days have been held", AS_OF)
    assert (explained.rule, explained.doubtful) == ("something was done", True)


@pytest.mark.parametrize(
    ("text", "value", "asked"),
    [
        ("Incomplete: no longer needed", Status.CANCELLED, True),
        ("Not completed, superseded by action 9", Status.SUPERSEDED, True),
        ("Not completed - cancelled workshop", Status.IN_PROGRESS, False),
        ("Incomplete", Status.IN_PROGRESS, False),
        ("Not done", Status.NOT_STARTED, False),
        ("Never begun", Status.NOT_STARTED, False),
    ],
)
def test_what_is_not_done_may_be_given_up_or_not_begun(text: str, value: Status, asked: bool) -> None:
    found = explain_status(text, date(2028, 1, 5))
    assert (found.reading.value, found.doubtful) == (value, asked)


@pytest.mark.parametrize(
    "text",
    [
        "Closed - not implemented, risk accepted by the board",
        "Closed: proposal rejected by members",
        "Closed as not viable",
        "Closed - out of scope",
        "Closed (won't do)",
    ],
)
def test_what_is_closed_without_being_done_is_cancelled(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.CANCELLED


@pytest.mark.parametrize(
    "text",
    [
        "Originally due March 2026, completed June 2026",
        "Was due in May 2026 - now complete",
        "Due 30/06/2026: done",
        "Delayed from March but completed in July 2026",
        "Overdue, since completed",
        "Complete and signed off",
    ],
)
def test_an_end_behind_its_first_date_or_a_delay_is_completed(text: str) -> None:
    reading = read_status(text, AS_OF)
    assert (reading.value, reading.revised_due) == (Status.COMPLETED, None)


def test_no_longer_required_at_this_stage_may_be_required_later() -> None:
    explained = explain_status("No longer required at this stage", AS_OF)
    assert (explained.reading.value, explained.doubtful) == (Status.UNKNOWN, True)


def test_a_word_of_its_own_is_no_misprint() -> None:
    assert explain_status("Referred to committee", AS_OF).doubtful
