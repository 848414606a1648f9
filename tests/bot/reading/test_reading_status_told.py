"""What a status tells without naming one: a deed with nothing left to do, a wait, who closed it, a later review."""

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
        ("Mooring rules printed and issued. No further action required.", Status.COMPLETED),
        ("Wardens trained 3 May, no further action needed", Status.COMPLETED),
        ("Lease approved by the harbour board in June. NFA", Status.COMPLETED),
        ("Some wardens trained. No further action", Status.UNKNOWN),
        ("Letter to the county sent, reply not received. NFA", Status.UNKNOWN),
        ("Members discussed the ferry. No further action.", Status.UNKNOWN),
        ("Offer sent and refused. No further action.", Status.CANCELLED),
        ("Board decided against the ferry. NFA", Status.CANCELLED),
        ("Members agreed to take no further action", Status.CANCELLED),
        ("No further action", Status.CANCELLED),
    ],
)
def test_no_further_action_closes_by_what_is_told_before_it_and_is_asked_about(text: str, value: Status) -> None:
    found = explain_status(text, AS_OF)
    assert (found.reading.value, found.doubtful) == (value, True)


@pytest.mark.parametrize("text", ["Tolls agreed by the board", "Ferryman appointed", "A start has been made"])
def test_a_step_taken_is_work_in_progress(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.IN_PROGRESS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Not progressing this term", Status.ON_HOLD),
        ("Not going ahead in 2027/28", Status.ON_HOLD),
        ("Not going ahead due to flood", Status.CANCELLED),
        ("Not proceeding with it until the lease ends", Status.ON_HOLD),
        ("This will not proceed before the harbour board meets", Status.ON_HOLD),
        ("Awaiting word from the county before we can start on it", Status.NOT_STARTED),
        ("Still waiting for the diver's report before work can proceed", Status.ON_HOLD),
        ("Awaiting the chair's signature before printing", Status.IN_PROGRESS),
        ("Moorings drawn. Awaiting a permit before we can proceed.", Status.IN_PROGRESS),
        ("Tolls pending the county election", Status.ON_HOLD),
        ("Held until the lease ends", Status.ON_HOLD),
        ("Stopped for now", Status.ON_HOLD),
        ("Stopped", Status.CANCELLED),
        ("Shelved", Status.ON_HOLD),
    ],
)
def test_what_stands_still_for_a_time_or_for_somebody_else_is_on_hold(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize("text", ["✓", "✔️", "[✓]", "☑"])
def test_a_tick_alone_says_completed_and_is_asked_about(text: str) -> None:
    found = explain_status(text, AS_OF)
    assert (found.reading.value, found.reading.note, found.doubtful) == (Status.COMPLETED, "", True)


@pytest.mark.parametrize("text", ["✗", "☐", "✓ ✗", "[ ]", "-"])
def test_any_other_sign_closes_nothing(text: str) -> None:
    assert read_status(text, AS_OF).value is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The inspectorate closed this area for improvement in May 2027", Status.COMPLETED),
        ("External audit has closed this in its report", Status.COMPLETED),
        ("The regulator signed this off in June", Status.COMPLETED),
        ("Auditors closed this finding in part", Status.PART_COMPLETED),
        ("Auditors have not closed this finding", Status.IN_PROGRESS),
        ("The inspectorate is to close this in October", Status.IN_PROGRESS),
        ("Auditors closed this finding; reopened in July", Status.IN_PROGRESS),
        ("The ferry has closed this week", Status.UNKNOWN),
        ("The bank closed this account", Status.IN_PROGRESS),
    ],
)
def test_whoever_closed_this_action_closed_it(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Completed 3/6/2027 but will be reviewed annually", Status.COMPLETED),
        ("Complete. To be refreshed in two years.", Status.COMPLETED),
        ("Done - next annual review May 2028", Status.COMPLETED),
        ("Tolls policy complete, to be updated every 3 years", Status.COMPLETED),
        ("Complete but kept under review", Status.ONGOING),
        ("Complete but remains under review by the harbour master", Status.PART_COMPLETED),
        ("Completed but to be reviewed by the board before sign-off", Status.PART_COMPLETED),
        ("Complete, annual review due but two moorings remain", Status.PART_COMPLETED),
        ("Annual review to be completed in May", Status.IN_PROGRESS),
    ],
)
def test_a_later_review_is_no_part_of_the_work(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize("text", ["Went live 1 May 2027", "Gone live", "Not yet gone live"])
def test_what_went_live_may_be_all_of_it_or_not(text: str) -> None:
    assert not read_status(text, AS_OF).value.is_closed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Done bar the ladders", Status.PART_COMPLETED),
        ("(a) done (b) not started", Status.PART_COMPLETED),
        ("3 of 7 ladders done, the rest not started", Status.PART_COMPLETED),
        ("c.60%", Status.IN_PROGRESS),
        ("c. 100%", Status.UNKNOWN),
        ("Defer to the October meeting", Status.ON_HOLD),
        ("Moved to BAU", Status.ONGOING),
        ("Cyclical programme", Status.ONGOING),
        ("Clerk dealing", Status.IN_PROGRESS),
        ("Clerk training complete", Status.COMPLETED),
        ("Installed", Status.IN_PROGRESS),
        ("Management response accepted", Status.UNKNOWN),
        ("Accepted, work under way", Status.IN_PROGRESS),
        ("Action removed from the plan by the board", Status.CANCELLED),
        ("Mast removed", Status.UNKNOWN),
        ("It has been removed", Status.UNKNOWN),
    ],
)
def test_a_few_words_say_how_far_it_is(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize("text", ["Transferred to the Waterways Improvement Plan", "Covered by 2.4", "Included in R12"])
def test_what_goes_on_under_another_action_does_not_say_how_far_it_is(text: str) -> None:
    found = explain_status(text, AS_OF)
    assert (found.reading.value, found.doubtful) == (Status.UNKNOWN, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Gorffenwyd ym mis Mai 2027", Status.COMPLETED),
        ("Cwblhawyd, ond angen arwyddion", Status.PART_COMPLETED),
        ("Cyflawnwyd yn rhannol", Status.PART_COMPLETED),
        ("Ddim wedi'i gwblhau", Status.IN_PROGRESS),
        ("I'w gwblhau erbyn Mai 2028", Status.IN_PROGRESS),
        ("Ar darged", Status.IN_PROGRESS),
        ("Yn cael ei ystyried", Status.IN_PROGRESS),
        ("I ddechrau ym Mai 2028", Status.NOT_STARTED),
        ("Wedi'i oedi", Status.ON_HOLD),
        ("Yn hwyr", Status.AT_RISK),
        ("Dim angen mwyach", Status.CANCELLED),
        ("Wedi'i ddisodli gan gam 4", Status.SUPERSEDED),
    ],
)
def test_welsh_words_say_how_far_it_is(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    "text",
    [
        "Just about done",
        "As good as complete",
        "More or less complete",
        "Lock element complete",
        "Drawings complete - building next",
        "Drawings completed and circulated for comment",
        "No longer needed for the south quay",
        "Closed because the diver left",
        "Closed due to the restructure",
        "Closed - see action 14",
        "Board voted against",
        "Temporary ladders in place",
        "Overdue, complete by 14/5/28",
        "On hold - completed",
        "Completes in October",
        "Close to finalising",
        "Done for now",
        "0/4 complete",
        "Two thirds complete",
        "Complete; 4 to go",
        "Completed - opening of the lock next year",
        "Completed, mooring begins in May",
        "Complete and with the printers",
        "Diver reports complete",
        "Completed forms attached",
        "Completed survey answers: 40",
    ],
)
def test_words_near_an_end_are_no_end(text: str) -> None:
    assert not read_status(text, AS_OF).value.is_closed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Both sections complete", Status.COMPLETED),
        ("Overdue - completed 14/6/27", Status.COMPLETED),
        ("Was at risk, now complete", Status.COMPLETED),
        ("Was delayed, now on track", Status.IN_PROGRESS),
        ("Was on hold, now to be completed in May", Status.IN_PROGRESS),
        ("Ahead of schedule", Status.IN_PROGRESS),
        ("Ahead of schedule, completed in May", Status.COMPLETED),
        ("Closed because it was superseded", Status.SUPERSEDED),
        ("Closed due to lack of funds", Status.CANCELLED),
        ("Closed as agreed at the board", Status.COMPLETED),
        ("Rejected by Cabinet", Status.CANCELLED),
        ("Recruitment frozen", Status.ON_HOLD),
        ("Works start on Monday", Status.NOT_STARTED),
        ("0 of 4 locks done", Status.IN_PROGRESS),
        ("Won't be done", Status.AT_RISK),
        ("Complete, will be reviewed next year", Status.COMPLETED),
        ("Works started on Monday", Status.IN_PROGRESS),
    ],
)
def test_what_it_was_and_why_it_was_closed_say_what_it_is(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Recommendation accepted; rollout will begin once the ferry is back", Status.NOT_STARTED),
        ("Finding agreed; work will start in May", Status.NOT_STARTED),
        ("Quote accepted; works to begin in May", Status.IN_PROGRESS),
        ("Green: every milestone delivered to date", Status.IN_PROGRESS),
        ("All milestones met so far", Status.IN_PROGRESS),
        ("Now expected December 2028", Status.IN_PROGRESS),
        ("3 of 5 milestones delivered to date", Status.PART_COMPLETED),
        ("Closed - not progressed", Status.CANCELLED),
        ("Not progressed", Status.NOT_STARTED),
        ("Closed, not yet progressed further", Status.PART_COMPLETED),
        ("Responsibility passed to the Harbour Trust - remove from plan", Status.CANCELLED),
        ("Signs put up - remove from plan", Status.IN_PROGRESS),
        ("Responsibility passed to the Harbour Trust - remove from plan?", Status.IN_PROGRESS),
    ],
)
def test_what_was_agreed_done_so_far_or_handed_on_is_no_end(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Delivered and continuing", Status.ONGOING),
        ("Done - continuing.", Status.ONGOING),
        ("Implemented and continues", Status.ONGOING),
        ("Done, continuing work on the second quay", Status.PART_COMPLETED),
        ("Completed and continuing to the second phase", Status.PART_COMPLETED),
        ("Partly done and continuing", Status.PART_COMPLETED),
    ],
)
def test_what_was_done_and_goes_on_is_ongoing_and_a_next_part_of_it_is_left(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Carried out. Charts given to all 14 wardens and logged with the harbour office.", Status.COMPLETED),
        ("Undertaken. Findings shared with the board in May.", Status.COMPLETED),
        ("Carried out", Status.COMPLETED),
        ("Carried out. Second dive to follow in September.", Status.PART_COMPLETED),
        ("Carried out. Two of five quays done.", Status.PART_COMPLETED),
        ("Carried out, report outstanding", Status.IN_PROGRESS),
        ("Carried out in part.", Status.IN_PROGRESS),
        ("Work carried out. Report due in October.", Status.IN_PROGRESS),
        ("Is carried out.", Status.IN_PROGRESS),
        ("Partly carried out.", Status.IN_PROGRESS),
        ("To be undertaken.", Status.NOT_STARTED),
        ("Carried out. However, some quays were missed.", Status.UNKNOWN),
    ],
)
def test_carried_out_alone_says_completed_unless_something_is_left(text: str, value: Status) -> None:
    assert read_status(text, AS_OF).value is value
