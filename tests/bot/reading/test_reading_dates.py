"""Due phrases: what they name, what they do not name, and when a person must be asked."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import DueKind, Precision
from bot.reading import read_due
from bot.reading.dates import explain_due

AS_OF = date(2027, 3, 10)


@pytest.mark.parametrize(
    ("text", "end", "precision"),
    [
        ("14 June 2027", date(2027, 6, 14), Precision.DAY),
        ("3rd of May, 2027", date(2027, 5, 3), Precision.DAY),
        ("05/01/2028", date(2028, 1, 5), Precision.DAY),
        ("7.9.27", date(2027, 9, 7), Precision.DAY),
        ("2027-12-01", date(2027, 12, 1), Precision.DAY),
        ("November 9, 2027", date(2027, 11, 9), Precision.DAY),
        ("w/c 7 June 2027", date(2027, 6, 13), Precision.WEEK),
        ("last week of June 2027", date(2027, 6, 30), Precision.WEEK),
        ("July 2027", date(2027, 7, 31), Precision.MONTH),
        ("Feb2028", date(2028, 2, 29), Precision.MONTH),
        ("06/2027", date(2027, 6, 30), Precision.MONTH),
        ("by the end of August 2027", date(2027, 8, 31), Precision.MONTH),
        ("Tachwedd 2027", date(2027, 11, 30), Precision.MONTH),
        ("Q3 2027/28", date(2027, 12, 31), Precision.QUARTER),
        ("third quarter of 2027/28", date(2027, 12, 31), Precision.QUARTER),
        ("Autumn 2027", date(2027, 11, 30), Precision.SEASON),
        ("second half of 2027/28", date(2028, 3, 31), Precision.SEASON),
        ("2027/28", date(2028, 3, 31), Precision.YEAR),
        ("27/28", date(2028, 3, 31), Precision.YEAR),
        ("2028", date(2028, 12, 31), Precision.YEAR),
        ("Week commencing 7th June 2027", date(2027, 6, 13), Precision.WEEK),
        ("wk beginning 7/6/27", date(2027, 6, 13), Precision.WEEK),
        ("2027-06", date(2027, 6, 30), Precision.MONTH),
        ("on or before 31 May 2027", date(2027, 5, 31), Precision.DAY),
        ("FYE 2028", date(2028, 3, 31), Precision.YEAR),
        ("Calendar year end 2028", date(2028, 12, 31), Precision.YEAR),
        ("Tax year 2027/28", date(2028, 4, 5), Precision.YEAR),
        ("FY27/28 year end", date(2028, 3, 31), Precision.YEAR),
        ("1af Mehefin 2027", date(2027, 6, 1), Precision.DAY),
        ("Chwarter 3 2027/28", date(2027, 12, 31), Precision.QUARTER),
        ("Diwedd 2028", date(2028, 12, 31), Precision.YEAR),
        ("Within 2028", date(2028, 12, 31), Precision.YEAR),
        ("Gateway 3 - Nov 2027", date(2027, 11, 30), Precision.MONTH),
        ("Trydydd chwarter 2027/28", date(2027, 12, 31), Precision.QUARTER),
        ("Wk beg 7 June 2027", date(2027, 6, 13), Precision.WEEK),
        ("wk end 13/06/27", date(2027, 6, 13), Precision.WEEK),
        ("w/c 7th or 14th June 2027", date(2027, 6, 20), Precision.WEEK),
        ("Start: June 2027. End: August 2027", date(2027, 8, 31), Precision.MONTH),
        ("Begin in June 2027, complete by the end of August 2027", date(2027, 8, 31), Precision.MONTH),
        ("Polling day 4 May 2028", date(2028, 5, 4), Precision.DAY),
        ("June 2027 (was January 2027)", date(2027, 6, 30), Precision.MONTH),
        ("Agreed January 2027, due July 2027", date(2027, 7, 31), Precision.MONTH),
    ],
)
def test_a_period_is_due_on_its_last_day(text: str, end: date, precision: Precision) -> None:
    due = read_due(text, AS_OF)
    assert (due.end, due.precision, due.kind) == (end, precision, DueKind.DEADLINE)
    assert due.assumption is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("April to June 2027", date(2027, 4, 1), date(2027, 6, 30)),
        ("Nov/Dec 2027", date(2027, 11, 1), date(2027, 12, 31)),
        ("between November and February 2028", date(2027, 11, 1), date(2028, 2, 29)),
        ("4th & 5th October 2027", date(2027, 10, 4), date(2027, 10, 5)),
        ("Spring/Summer 2027", date(2027, 3, 1), date(2027, 8, 31)),
        ("Q1/Q2 2027/28", date(2027, 4, 1), date(2027, 9, 30)),
    ],
)
def test_ranges_and_lists_are_one_period(text: str, start: date, end: date) -> None:
    due = read_due(text, AS_OF)
    assert (due.start, due.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ongoing", DueKind.ONGOING),
        ("Throughout the programme", DueKind.ONGOING),
        ("from May 2027", DueKind.ONGOING),
        ("June 2027 onwards", DueKind.ONGOING),
        ("Quarterly", DueKind.RECURRING),
        ("Every six months", DueKind.RECURRING),
        ("June (annually)", DueKind.RECURRING),
        ("Within three months of approval", DueKind.RELATIVE),
        ("six weeks after 1 May 2027", DueKind.RELATIVE),
        ("next month", DueKind.RELATIVE),
        ("TBC", DueKind.UNKNOWN),
        ("As soon as possible", DueKind.UNKNOWN),
        ("12 of 15 parishes", DueKind.UNKNOWN),
        ("24/7", DueKind.ONGOING),
        ("3/4", DueKind.UNKNOWN),
        ("Minute 4/2027", DueKind.UNKNOWN),
        ("it may slip", DueKind.UNKNOWN),
        ("£2027", DueKind.UNKNOWN),
        ("N/A", DueKind.UNKNOWN),
        ("", DueKind.UNKNOWN),
        ("\u00a34,000 in 2027/28 budget", DueKind.UNKNOWN),
        ("As part of 2027/28 service planning", DueKind.UNKNOWN),
        ("Audit Plan 2027/28", DueKind.UNKNOWN),
        ("In time for the 2027/28 settlement", DueKind.UNKNOWN),
        ("Strategy dated 4 May 2024", DueKind.UNKNOWN),
        ("Adopted by Full Council on 4 May 2024, no date set", DueKind.UNKNOWN),
        ("Last reviewed June 2024", DueKind.UNKNOWN),
        ("Superseded, see new plan May 2028", DueKind.UNKNOWN),
        ("After the May 2027 elections", DueKind.RELATIVE),
        ("Not before June 2027", DueKind.RELATIVE),
        ("Beyond 2028", DueKind.RELATIVE),
        ("Y3 Q2", DueKind.UNKNOWN),
        ("Not before the depot opens (1 June 2027)", DueKind.RELATIVE),
        ("Yn fisol", DueKind.RECURRING),
        ("C/f from Q3", DueKind.UNKNOWN),
        ("Within two months of the audit (June 2027)", DueKind.RELATIVE),
        ("4 months from the date of the audit (HMICFRS, June 2027)", DueKind.RELATIVE),
        ("Six weeks after the fair, May 2028", DueKind.RELATIVE),
        ("May 2027 + 3 months", DueKind.RELATIVE),
        ("31/05/2027 extended by six weeks", DueKind.RELATIVE),
        ("End of the municipal year", DueKind.RELATIVE),
        ("Academic year end", DueKind.RELATIVE),
        ("10 weeks after adoption of the scheme (est. June 2028)", DueKind.RELATIVE),
        ("End of year 2", DueKind.RELATIVE),
        ("Next Cabinet meeting", DueKind.RELATIVE),
        ("Until further notice", DueKind.ONGOING),
        ("Slipped from 1 May to suit the lender", DueKind.UNKNOWN),
        ("Moved from Q2", DueKind.UNKNOWN),
        ("Annual lamp inspection in May", DueKind.RECURRING),
        ("bob blwyddyn", DueKind.RECURRING),
    ],
)
def test_words_that_name_no_last_day_give_no_date(text: str, kind: DueKind) -> None:
    due = read_due(text, AS_OF)
    assert (due.end, due.kind) == (None, kind)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("end of May", date(2027, 5, 31)),
        ("6 February", date(2027, 2, 6)),
        ("October", date(2027, 10, 31)),
        ("Nov", date(2027, 11, 30)),
        ("31/10", date(2027, 10, 31)),
        ("Completed in October", date(2026, 10, 31)),
        ("Completed in February", date(2027, 2, 28)),
    ],
)
def test_a_year_that_is_not_written_is_said_to_be_assumed(text: str, end: date) -> None:
    reading = explain_due(text, AS_OF)
    assert reading.due.end == end
    assert reading.due.assumption
    assert reading.doubtful


@pytest.mark.parametrize("text", ["31 September 2027", "29 Feb 2027", "13/25/2027", "2027-02-30", "45 May 2027"])
def test_a_day_that_does_not_exist_is_reported_and_not_mended(text: str) -> None:
    due = read_due(text, AS_OF)
    assert due.end is None
    assert due.assumption is not None
    assert "not a day of the calendar" in due.assumption


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Jnne 2027", "June 2027"),
        ("0ctober 2027", "October 2027"),
        ("Juny 2027", "June 2027"),
        ("4 Arpil", "4 April"),
    ],
)
def test_a_short_month_one_letter_off_is_asked_about(text: str, meant: str) -> None:
    due = read_due(text, AS_OF)
    assert due.end is None
    assert due.assumption is not None
    assert f"may mean {meant}" in due.assumption


@pytest.mark.parametrize(
    ("text", "end", "told"),
    [
        ("Decmeber 2027", date(2027, 12, 31), '"Decmeber" is taken as December.'),
        ("4 Augst", date(2027, 8, 4), 'No year is written: taken as 2027. "Augst" is taken as August.'),
    ],
)
def test_a_long_month_one_letter_off_can_mean_no_other_and_is_told(text: str, end: date, told: str) -> None:
    due = read_due(text, AS_OF)
    assert (due.end, due.assumption) == (end, told)


@pytest.mark.parametrize(
    ("as_of", "text", "end"),
    [
        (date(2027, 5, 20), "Q4", date(2028, 3, 31)),
        (date(2027, 4, 10), "Q4", date(2027, 3, 31)),
        (date(2027, 11, 12), "Q2", date(2027, 9, 30)),
        (date(2027, 11, 12), "quarter two", date(2027, 9, 30)),
    ],
)
def test_a_quarter_without_a_year_is_one_of_the_year_people_have_in_mind(as_of: date, text: str, end: date) -> None:
    reading = explain_due(text, as_of)
    assert (reading.due.end, reading.doubtful) == (end, True)


@pytest.mark.parametrize(
    "text", ["01/01/1900", "1900-01-01", "30/12/1899", "Jan 1900", "01/01/1970", "31 December 2099"]
)
def test_a_date_that_stands_for_none_is_none(text: str) -> None:
    due = read_due(text, AS_OF)
    assert due.end is None
    assert due.assumption


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Autumn term 2027", date(2027, 12, 31)),
        ("end of Trinity term 2027", date(2027, 7, 31)),
        ("Spring 2028 term", date(2028, 3, 31)),
        ("Lent term 2027/28", date(2028, 3, 31)),
        ("autumn term", date(2027, 12, 31)),
        ("May half term 2027", None),
        ("half-term", None),
        ("Term 2 2027/28", None),
    ],
)
def test_the_days_of_school_terms_are_asked_about(text: str, end: date | None) -> None:
    reading = explain_due(text, AS_OF)
    assert (reading.due.end, reading.doubtful) == (end, True)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2027/28 academic year", date(2028, 8, 31)),
        ("By the end of the school year 2028", date(2028, 8, 31)),
        ("Academic year end 2028", date(2028, 8, 31)),
        ("AY 2027/28", date(2028, 8, 31)),
        ("Civic year ending 2028", date(2028, 4, 30)),
        ("End of the 2027/28 municipal year", date(2028, 4, 30)),
        ("Year end 2028", date(2028, 3, 31)),
        ("End of the tax year 2028", date(2028, 4, 5)),
        ("Planting season 2027/28", date(2028, 3, 31)),
        ("2027/28 leave year", date(2028, 3, 31)),
        ("School session 2027/28", date(2028, 8, 31)),
        ("M9 2027/28", date(2027, 12, 31)),
        ("Period 11 of 2027/28", date(2028, 2, 29)),
        ("Contract year end 2028", None),
    ],
)
def test_a_year_whose_end_differs_from_place_to_place_is_asked_about(text: str, end: date | None) -> None:
    reading = explain_due(text, AS_OF)
    assert (reading.due.end, reading.doubtful) == (end, True)
    assert reading.due.assumption


@pytest.mark.parametrize("text", ["Budget setting 2028/29", "Festival switch-on 2028"])
def test_a_year_that_something_is_named_by_is_no_date(text: str) -> None:
    assert read_due(text, AS_OF).end is None


@pytest.mark.parametrize(
    "text",
    [
        "30 September 2027 (Q2)",
        "30 September 2027 - Q2",
        "Q2 2027/28 (30 September 2027)",
        "30/09/2027 (2027/28)",
        "30 September 2027 (end of September)",
    ],
)
def test_a_day_beside_its_own_quarter_is_the_day(text: str) -> None:
    due = read_due(text, AS_OF)
    assert (due.end, due.precision, due.assumption) == (date(2027, 9, 30), Precision.DAY, None)


def test_a_period_that_only_names_something_gives_way_to_the_date_in_brackets() -> None:
    assert read_due("Q2 monitoring report (Nov 2027)", AS_OF).end == date(2027, 11, 30)
    assert read_due("June draft, final (Sept 2027)", AS_OF).end is None


def test_a_day_beside_another_quarter_is_asked_about() -> None:
    assert read_due("30 September 2027 (Q4)", AS_OF).end is None


@pytest.mark.parametrize(
    "text",
    [
        "Minute 26/27-118",
        "Report No. 26/27",
        "Ref: 26/27/04",
        "Clause 11.10.27",
        "Standing order 04.05.27",
        "26/27-07",
        "11/2027/3",
        "16/17 year olds",
        "14 March Road",
        "May Gardens",
        "Easter bonnets",
        "2026/27 figures",
        "Raised 14/05/2026",
        "Letter of 4 May 2026",
        "Last inspection June 2026",
        "3 1/05/2027",
    ],
)
def test_numbers_addresses_and_what_is_told_are_no_dates(text: str) -> None:
    assert read_due(text, AS_OF).end is None


def test_what_was_carried_forward_is_not_ongoing() -> None:
    assert read_due("Carried forward from May 2026", AS_OF).kind is DueKind.UNKNOWN
    assert read_due("Not started - May 2027", AS_OF).end == date(2027, 5, 31)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("first Monday in May 2027", date(2027, 5, 3)),
        ("last Friday of May 2027", date(2027, 5, 28)),
        ("first of May 2027", date(2027, 5, 1)),
        ("Quarters 2 and 3 2027/28", date(2027, 12, 31)),
        ("Q3/4 27/28", date(2028, 3, 31)),
        ("pre-May 2027", date(2027, 4, 30)),
        ("Pre-2029", date(2028, 12, 31)),
        ("mid-year 2027/28", date(2027, 9, 30)),
        ("Apr 27/May 27", date(2027, 5, 31)),
    ],
)
def test_counted_days_and_quarters_end_where_they_end(text: str, end: date) -> None:
    assert read_due(text, AS_OF).end == end


def test_a_date_behind_a_condition_is_doubtful() -> None:
    assert explain_due("Following the vote in May 2027", AS_OF).doubtful


@pytest.mark.parametrize("text", ["Election May 2028", "Was due in May 2027, no revised date"])
def test_a_day_of_something_else_is_doubtful(text: str) -> None:
    assert explain_due(text, AS_OF).doubtful


def test_two_stacked_dates_are_a_question_and_not_a_date() -> None:
    due = read_due("May 2027 August 2027", AS_OF)
    assert (due.start, due.end, due.kind) == (None, None, DueKind.UNKNOWN)
    assert due.assumption == '2 dates are written, "May 2027" and "August 2027": which belongs to this action?'


def test_a_date_that_replaces_another_is_the_one_that_counts() -> None:
    due = read_due("May 2027, revised to August 2027", AS_OF)
    assert due.end == date(2027, 8, 31)


@pytest.mark.parametrize("text", ["Dec 27", "Dec-27", "January 28"])
def test_two_digits_behind_a_month_may_be_a_day_or_a_year(text: str) -> None:
    reading = explain_due(text, AS_OF)
    assert reading.doubtful
    assert "which is meant?" in (reading.due.assumption or "")


def test_an_apostrophe_or_a_zero_makes_the_two_digits_a_year() -> None:
    assert read_due("Dec '27", AS_OF).assumption is None
    assert read_due("Sept 08", date(2008, 1, 1)).assumption is None
    assert read_due("Sept 08", date(2008, 1, 1)).end == date(2008, 9, 30)


def test_a_number_in_front_of_a_month_may_count_a_phase() -> None:
    assert read_due("Phase 1 May 2027", AS_OF).end == date(2027, 5, 31)
    assert read_due("1 May 2027", AS_OF).end == date(2027, 5, 1)


def test_a_weekday_that_does_not_fit_is_asked_about() -> None:
    assert explain_due("Monday 14 June 2027", AS_OF).doubtful is False
    wrong = explain_due("Friday 14 June 2027", AS_OF)
    assert wrong.doubtful
    assert wrong.due.assumption == "14 June 2027 is a Monday, not a Friday: which is meant?"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("early October 2027", date(2027, 10, 10)),
        ("mid-October 2027", date(2027, 10, 15)),
        ("first half of October 2027", date(2027, 10, 15)),
        ("mid 2027", date(2027, 6, 30)),
        ("canol Hydref 2027", date(2027, 10, 15)),
        ("late October 2027", date(2027, 10, 31)),
        ("before October 2027", date(2027, 9, 30)),
    ],
)
def test_a_part_of_a_month_ends_earlier_than_the_month(text: str, end: date) -> None:
    assert read_due(text, AS_OF).end == end


def test_a_deadline_that_goes_on_afterwards_keeps_its_date() -> None:
    due = read_due("May 2027 and ongoing", AS_OF)
    assert (due.end, due.kind) == (date(2027, 5, 31), DueKind.DEADLINE)


def test_printed_words_are_kept() -> None:
    assert read_due("  By  May 2027 ", AS_OF).text == "By  May 2027"


def test_letters_of_another_alphabet_that_look_the_same_are_read() -> None:
    assert read_due("\u041c\u0430y 2027", AS_OF).end == date(2027, 5, 31)


def test_a_spreadsheets_number_is_a_day_to_be_confirmed() -> None:
    reading = explain_due("46508", AS_OF)
    assert reading.due.end == date(2027, 5, 1)
    assert reading.doubtful


def test_each_reading_names_the_rule_that_made_it() -> None:
    assert explain_due("w/c 7 June 2027", AS_OF).rule == "week commencing"
    assert explain_due("TBC", AS_OF).rule == "to be confirmed"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("March and September 2027", date(2027, 9, 30)),
        ("Municipal year 2027/28", date(2028, 4, 30)),
        ("06/27", date(2027, 6, 30)),
        ("2027/8", date(2028, 3, 31)),
        ("possibly June 2027", date(2027, 6, 30)),
        ("Ongoing, with a review in June 2027", date(2027, 6, 30)),
        ("Was June 2027", date(2027, 6, 30)),
        ("June 2027 elections", date(2027, 6, 30)),
    ],
)
def test_a_date_that_may_mean_something_else_is_asked_about(text: str, end: date) -> None:
    reading = explain_due(text, AS_OF)
    assert reading.due.end == end
    assert reading.due.assumption
    assert reading.doubtful


def test_dates_that_follow_each_other_need_no_question() -> None:
    assert not explain_due("Oct/Nov 2027", AS_OF).doubtful
    assert not explain_due("Spring/Summer 2027", AS_OF).doubtful
    assert not explain_due("Dec 2027/Jan 2028", AS_OF).doubtful


def test_a_quarter_told_again_in_months_is_one_date() -> None:
    assert read_due("Q3 (Oct-Dec 2028)", AS_OF).end == date(2028, 12, 31)
    assert read_due("Q3 (Oct-Nov 2028)", AS_OF).end is None


def test_a_short_year_is_not_the_day_of_the_month_behind_it() -> None:
    assert read_due("Mar-28 Jun-28", AS_OF).end is None


def test_two_digits_that_count_something_are_no_year() -> None:
    assert read_due("8 October, 41 attended", AS_OF).end == date(2027, 10, 8)
    assert read_due("8 October, 28", AS_OF).end == date(2028, 10, 8)


def test_a_day_behind_a_decision_is_the_day_of_it() -> None:
    assert read_due("Cabinet decision 9 May 2028", AS_OF).end == date(2028, 5, 9)


def test_a_date_that_was_moved_from_another_is_the_new_one() -> None:
    due = read_due("Slipped from May 2027 to August 2027", AS_OF)
    assert (due.start, due.end) == (date(2027, 8, 1), date(2027, 8, 31))


def test_an_action_still_to_be_approved_keeps_its_past_date() -> None:
    assert read_due("To be approved by Cabinet 4 May 2026", AS_OF).end == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("December 2028 (trial October 2028)", date(2028, 12, 31)),
        ("31 March 2029 (first draft January 2029)", date(2029, 3, 31)),
        ("June 2029 (public consultation from 3 April 2029)", date(2029, 6, 30)),
        ("Open evening 12 March 2029", date(2029, 3, 12)),
        ("24-Oct-28", date(2028, 10, 24)),
    ],
)
def test_a_step_on_the_way_told_in_brackets_is_not_the_date(text: str, end: date) -> None:
    assert explain_due(text, date(2028, 6, 1)).due.end == end


def test_two_dates_outside_brackets_stay_a_question() -> None:
    assert explain_due("Design October 2028, works March 2029", date(2028, 6, 1)).due.end is None


@pytest.mark.parametrize("text", ["June 20277", "By 9 March 20277", "Sept 202", "Oct 2O27", "Q2 20277", "June 2207"])
def test_a_misprinted_year_is_asked_about_and_no_other_is_assumed(text: str) -> None:
    reading = explain_due(text, date(2027, 1, 11))
    assert (reading.due.end, reading.doubtful) == (None, True)
    assert reading.due.assumption is not None
    assert "is no year: which date is meant?" in reading.due.assumption


def test_a_number_of_things_behind_a_month_is_no_misprinted_year() -> None:
    assert read_due("By March 2400 bins", date(2027, 1, 11)).end == date(2027, 3, 31)


@pytest.mark.parametrize("text", ["TBC (was March 27)", "To be agreed - originally 30 June 2027"])
def test_a_date_that_was_is_none_where_the_new_one_is_still_to_come(text: str) -> None:
    reading = explain_due(text, date(2027, 1, 11))
    assert (reading.due.end, reading.doubtful) == (None, True)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2. June 2028", date(2028, 6, 30)),
        ("3 – July 2028", date(2028, 7, 31)),
        ("3. Sept 28", date(2028, 9, 30)),
        ("3rd. July 2028", date(2028, 7, 3)),
        ("3.July.2028", date(2028, 7, 3)),
        ("3 - July - 2028", date(2028, 7, 3)),
    ],
)
def test_the_number_of_an_item_is_no_day(text: str, end: date) -> None:
    assert read_due(text, AS_OF).end == end


@pytest.mark.parametrize(
    ("text", "end", "asked"),
    [
        ("Nov-27/28", date(2027, 11, 30), False),
        ("Nov 2027-28", date(2027, 11, 30), False),
        ("Feb 27/28", date(2028, 2, 29), True),
        ("May 27/Aug 28", date(2028, 8, 31), True),
    ],
)
def test_a_month_beside_a_financial_year_lies_in_it(text: str, end: date, asked: bool) -> None:
    found = explain_due(text, AS_OF)
    assert (found.due.end, found.doubtful) == (end, asked)


@pytest.mark.parametrize("text", ["end of the financial year", "by the end of the calendar year"])
def test_a_year_that_is_named_may_not_end_in_two_months(text: str) -> None:
    assert "March or in December" not in (read_due(text, AS_OF).assumption or "")
    assert "March or in December" in (read_due("year end", AS_OF).assumption or "")


@pytest.mark.parametrize(
    ("text", "end"),
    [("w/c 7/6", date(2027, 6, 13)), ("week beginning 7/6", date(2027, 6, 13)), ("Mon 7/6", date(2027, 6, 7))],
)
def test_two_numbers_behind_a_week_or_a_weekday_are_a_day_and_a_month(text: str, end: date) -> None:
    due = read_due(text, AS_OF)
    assert (due.end, due.assumption) == (end, "No year is written: taken as 2027.")
