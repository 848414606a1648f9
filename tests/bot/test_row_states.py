from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.columns import Columns
from bot.row_states import as_it_was, moved, row_state, written_over

LONDON = ZoneInfo("Europe/London")
COLUMNS = Columns(
    names={
        "status": "Status",
        "revised_due": "RevisedDue",
        "progress": "Progress",
        "people": "Owner",
        "theme": "Theme",
    },
    kinds={
        "status": "choice",
        "revised_due": "dateTime",
        "progress": "note",
        "people": "personOrGroup",
        "theme": "text",
    },
)
ROW = {
    "Status": "Amber",
    "RevisedDue": "2027-06-29T23:00:00Z",
    "Progress": "<div>We met.</div>",
    "OwnerLookupId": "7",
    "Other": "x",
}
BEFORE = {"status": "Amber", "revised_due": "2027-06-30", "progress": "We met.", "people": "7", "theme": ""}


def test_a_row_is_kept_in_its_own_words_with_days_as_the_site_means_them() -> None:
    assert row_state(ROW, COLUMNS, LONDON) == BEFORE


def test_what_a_write_makes_of_a_row_is_known_before_it_is_made() -> None:
    after = written_over(BEFORE, {"Status": "Green", "RevisedDue": None}, COLUMNS, LONDON)
    assert after == BEFORE | {"status": "Green", "revised_due": ""}
    assert moved(BEFORE, after) == ("status", "revised_due")


def test_a_line_end_more_or_less_is_no_change() -> None:
    assert moved(BEFORE, BEFORE | {"progress": "We\nmet. "}) == ()


def test_what_is_put_back_is_what_stood_there_and_progress_is_never_shortened() -> None:
    after = BEFORE | {"status": "Green", "revised_due": "2027-09-30", "progress": "We met.\nDone.", "theme": "New"}
    assert as_it_was(BEFORE, after, COLUMNS) == {"Status": "Amber", "RevisedDue": "2027-06-30T12:00:00Z"}


def test_what_was_blank_is_made_blank_again() -> None:
    after = BEFORE | {"revised_due": "2027-09-30"}
    assert as_it_was(BEFORE | {"revised_due": ""}, after, COLUMNS) == {"RevisedDue": None}
