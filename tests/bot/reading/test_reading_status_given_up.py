"""Statuses of what nobody did: turned down, given up or replaced, with a closing word beside it or without one."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reading.statuses import read_status

AS_OF = date(2027, 6, 15)


@pytest.mark.parametrize(
    "text",
    [
        "Bid rejected by members, action closed",
        "Action closed: the Trustees agreed in May that this could be taken out of the plan as it is no longer needed.",
        "Complete - removed from the plan as no longer relevant",
        "Completed - no longer required",
        "Closed. Council decided in March that the scheme would not go ahead.",
        "Closed – the ferry has stopped so no longer applicable",
        "Done - decided against",
        "Consultation answers were against the idea and it was dropped. Action closed",
        "Business case not supported, item closed",
        "Stood down by the Harbour Board 18.03.27",
        "Scheme stood down in March",
        "Voted down by members",
        "We have decided not to do this",
        "Decision made by SLT to stop this work",
        "Opted not to pursue this",
        "Item to be removed from the work programme as the scheme has been scrapped",
        "Recommendation not accepted",
        "Has been withdrawn",
        "Discussed by the board and not supported",
        "Explored but not taken forward",
        "Considered and rejected",
        "Trialled at two depots and abandoned",
        "Rejected and closed",
    ],
)
def test_what_nobody_did_is_cancelled_though_it_is_closed(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.CANCELLED


@pytest.mark.parametrize(
    "text",
    [
        "Completed - superseded by the new framework",
        "Action has been overtaken by the merger; closed",
        "This work has been superseded by the harbour programme and will be reported there.",
        "Was superseded in May",
        "Duplicate entry",
    ],
)
def test_what_another_action_has_taken_over_is_superseded_though_it_is_closed(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.SUPERSEDED


@pytest.mark.parametrize(
    "text",
    [
        "Grant lost. Action closed.",
        "Landlord refused consent - closed",
        "Feasibility study found no business case. Closed.",
        "Survey showed this was unaffordable; action closed",
        "Regulations repealed - action closed",
        "Closed: partner pulled out",
        "Closed. Post deleted in the restructure.",
        "Risk accepted by the board - closed",
        "Closed - lighting transferred to the county on 1 April",
        "Completed: the proposal was rejected by Cabinet",
        "Bid rejected, resubmitted and closed",
        "Not required - complete",
        "Completed then superseded",
        "Harbour project closed as the grant has ended",
        "Funding ended in March, project closed",
        "No responses received. Closed.",
        "Closed - see 3.4",
        "Closed – new action raised",
        "Closed as part of the plan refresh",
        "Closed (timed out)",
    ],
)
def test_a_hint_that_it_was_let_go_keeps_closed_from_being_the_end(text: str) -> None:
    assert not read_status(text, AS_OF).value.is_closed


@pytest.mark.parametrize(
    "text",
    [
        "Proposal rejected by Cabinet in May; revised proposal going back in July",
        "Scheme not supported by members at first, now being redesigned",
        "Refused by Cabinet in May, appeal lodged",
        "Turned down for a grant; applying elsewhere",
        "The action was dropped in priority",
        "Will not go ahead without a grant",
        "Merged into one policy",
        "Merged with the harbour project, progressing well",
        "Incorporated into the draft Harbour Plan",
        "Overtaken by other priorities",
    ],
)
def test_what_is_tried_again_or_only_put_back_is_not_given_up(text: str) -> None:
    assert not read_status(text, AS_OF).value.is_closed


@pytest.mark.parametrize(
    "text",
    [
        "Completed the first two modules",
        "Completed scoping",
        "Completed. Next steps: report to members",
        "Delivered in phases",
        "Done as and when",
        "First two elements complete",
        "Year 1 actions complete",
        "Managers state this is implemented",
    ],
)
def test_a_first_step_that_is_done_is_not_the_whole(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.PART_COMPLETED


def test_a_trouble_that_was_leads_to_the_end_behind_it() -> None:
    assert read_status("Was delayed; completed May 2027", AS_OF).value is Status.COMPLETED
    assert read_status("Amalgamated into action 5", AS_OF).value is Status.SUPERSEDED


@pytest.mark.parametrize(
    "text",
    [
        "Complete; licence no longer required for this quay",
        "Complete. Contract cancelled and a new supplier appointed",
        "Completed and removed from tracker",
        "Closed – evidence accepted by Internal Audit",
        "Closed. All rangers trained, no funding required.",
        "Done. The contractor no longer works for us",
        "B - Complete and embedded",
        "Delivered under budget in August 2026",
    ],
)
def test_what_ended_beside_the_action_leaves_it_completed(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "Can't progress until the new slipway is open",
        "Awaiting a ruling from the Ministry – cannot proceed",
        "Not able to be taken forward without a harbour master",
        "Members agreed in December to defer this until the new clerk is in post",
        "The board has decided to pause this work",
    ],
)
def test_what_cannot_go_on_or_is_put_off_is_on_hold(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.ON_HOLD


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Complete and embedded. Will continue to be monitored through ward visits.", Status.ONGOING),
        ("The recommendation was accepted but has yet to be actioned", Status.NOT_STARTED),
        ("Agreed", Status.UNKNOWN),
        ("Nil progress", Status.NOT_STARTED),
        ("Completed on a rolling basis", Status.ONGOING),
        ("Handed over to the county, see their plan", Status.UNKNOWN),
        ("Transferred to BAU", Status.ONGOING),
    ],
)
def test_what_follows_an_end_or_stands_in_its_place(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Planning answer awaited; end pushed back from July to October 2027", date(2027, 10, 31)),
        ("Delayed - contractor has given a go-live of 29 February 2028", date(2028, 2, 29)),
    ],
)
def test_a_new_date_is_read_from_a_span_and_from_what_others_gave(text: str, end: date) -> None:
    revised = read_status(text, AS_OF).revised_due
    assert revised is not None
    assert revised.end == end


@pytest.mark.parametrize(
    "text",
    ["No longer required - the ferry programme will pick this up", "Cancelled. New team will now deal with it."],
)
def test_what_another_picks_up_is_given_up_here(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.CANCELLED


def test_what_is_picked_up_again_is_not_given_up() -> None:
    assert read_status("Cancelled; the builder will pick it up again in May", AS_OF).value is Status.UNKNOWN
