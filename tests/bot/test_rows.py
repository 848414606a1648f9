from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import directory
from bot.columns import FIELDS, SINGLE_LINE, Columns, find_columns, status_faults
from bot.directory import Directory
from bot.plan import NO_ADDRESS, Action, Due, DueKind, Owner, Person, Status
from bot.reading import Conventions
from bot.rows import (
    Basis,
    as_fields,
    day_of,
    instant_of,
    plain,
    to_action,
    to_fields,
)

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 9, 4)
TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
KAREN = Person("Karen Whitlock", "karen.whitlock@tamberley.example")
PEOPLE = directory.build([("7", TOM), ("8", KAREN)], [("Head of Housing", (TOM,)), ("Head of Planning", (KAREN,))])


@dataclass(frozen=True)
class Column:
    name: str
    label: str
    kind: str
    choices: tuple[str, ...] = ()


OURS = tuple(Column(field.column, field.label, field.kinds[0]) for field in FIELDS)
COLUMNS = find_columns(OURS, {}, "Housing plan")


def without(*names: str) -> list[Column]:
    return [column for column in OURS if column.name not in names]


def read(columns: Columns = COLUMNS, people: Directory = PEOPLE, **fields: object) -> Action:
    return to_action("Housing plan", "3", '"1"', fields, Basis(columns, people, LONDON, TODAY))


# Which column holds what


def test_the_columns_that_we_provide_are_found_by_their_own_names() -> None:
    assert COLUMNS.faults == ()
    assert dict(COLUMNS.names) == {field.name: field.column for field in FIELDS}


def test_a_column_is_found_by_its_label_in_any_case() -> None:
    present = [*without("Status", "Action"), Column("field_4", "STATUS", "choice"), Column("field_5", "action", "note")]
    columns = find_columns(present, {}, "Housing plan")
    assert (columns.names["status"], columns.names["text"], columns.faults) == ("field_4", "field_5", ())


def test_a_mapped_column_goes_before_ours_and_may_be_named_by_its_label() -> None:
    present = [*OURS, Column("field_9", "Target date", "dateTime"), Column("Lead", "Lead officer", "text")]
    columns = find_columns(present, {"due_date": "target date", "owner": "Lead"}, "Housing plan")
    assert (columns.names["due_date"], columns.names["owner"], columns.faults) == ("field_9", "Lead", ())


def test_a_mapped_column_that_is_not_there_is_told_with_its_key() -> None:
    columns = find_columns(OURS, {"due_date": "Target date"}, "Housing plan")
    assert columns.faults == ('list "Housing plan" has no column "Target date", which plans.columns.due_date names',)
    assert not columns.has("due_date")


def test_a_missing_column_is_told_with_what_to_add() -> None:
    (fault,) = find_columns(without("Progress"), {}, "Housing plan").faults
    assert fault == (
        'list "Housing plan" has no column "Progress" (note): add it, or name the column that holds it in '
        "plans.columns.progress"
    )


def test_a_column_of_the_wrong_type_is_told_with_what_it_should_be() -> None:
    columns = find_columns([*without("Status"), Column("Status", "Status", "number")], {}, "Housing plan")
    (fault,) = columns.faults
    assert fault == (
        'column "Status" of list "Housing plan" is of type number, but status needs choice or text or note: change '
        "the column, or map plans.columns.status to another"
    )
    assert (columns.is_wrong("status"), columns.has("status")) == (True, False)


def test_all_faults_of_a_list_are_told_at_once() -> None:
    present = [*without("Status", "Progress", "RevisedDue"), Column("Status", "Status", "number")]
    assert len(find_columns(present, {"ref": "No."}, "Housing plan").faults) == 4


@pytest.mark.parametrize("missing", ["OwnerText", "OwnerPeople", "DueText", "DueDate", "Theme", "Question"])
def test_a_list_with_one_column_of_a_pair_or_without_extras_is_whole(missing: str) -> None:
    assert find_columns(without(missing), {}, "Housing plan").faults == ()


def test_a_list_with_neither_column_of_a_pair_is_not_whole() -> None:
    faults = find_columns(without("OwnerText", "OwnerPeople", "DueText", "DueDate"), {}, "Housing plan").faults
    assert [fault.split('"')[3] for fault in faults] == ["Owner", "Due"]


# A row read


def test_a_whole_row_becomes_an_action() -> None:
    action = read(
        Title="1.3",
        Action="Open the new hostel",
        Theme="Housing",
        OwnerText="Head of Housing",
        DueText="end of Q2 2026/27",
        Status="In progress",
        Progress="Roof on.",
        LastReply="2026-08-20T12:00:00Z",
    )
    assert (action.plan, action.item_id, action.version, action.ref) == ("Housing plan", "3", '"1"', "1.3")
    assert action.owners == (Owner("Head of Housing", (TOM,)),)
    assert (action.due.text, action.due.end) == ("end of Q2 2026/27", date(2026, 9, 30))
    assert (action.status, action.progress, action.last_reply) == (Status.IN_PROGRESS, "Roof on.", date(2026, 8, 20))


def test_an_empty_row_is_an_action_that_says_nothing() -> None:
    action = read()
    assert (action.ref, action.text, action.owners, action.due, action.status) == (
        "row 3",
        "",
        (),
        Due(),
        Status.UNKNOWN,
    )


def test_a_row_that_has_only_a_title_takes_it_for_its_text() -> None:
    assert read(Title="Open the new hostel").text == "Open the new hostel"


@pytest.mark.parametrize(
    "fields",
    [
        {"OwnerPeopleLookupId": "7"},
        {"OwnerPeopleLookupId": 7},
        {"OwnerPeople": [{"LookupId": 7, "LookupValue": "Tom Ashgrove", "Email": TOM.address}]},
    ],
)
def test_a_person_column_is_read_in_each_form_graph_gives(fields: dict[str, object]) -> None:
    assert read(**fields).owners == (Owner("Tom Ashgrove", (TOM,)),)


def test_several_people_are_joint_owners_under_the_printed_words() -> None:
    picked = [{"LookupId": 8}, {"LookupId": 7}]
    assert read(OwnerPeople=picked).owners == (Owner("Karen Whitlock, Tom Ashgrove", (KAREN, TOM)),)
    assert read(OwnerPeople=picked, OwnerText="Hostel group").owners == (Owner("Hostel group", (KAREN, TOM)),)


def test_a_person_who_left_is_an_owner_nobody_stands_behind() -> None:
    assert read(OwnerPeopleLookupId="99").owners == (Owner(NO_ADDRESS),)
    assert read(OwnerPeopleLookupId="99", OwnerText="Head of Housing").owners == (Owner("Head of Housing", (TOM,)),)


def test_somebody_who_left_among_several_is_not_forgotten() -> None:
    owners = (Owner("Karen Whitlock", (KAREN,)), Owner(NO_ADDRESS))
    assert read(OwnerPeople=[{"LookupId": 8}, {"LookupId": 99}]).owners == owners


def test_an_owner_column_may_itself_hold_a_person() -> None:
    present = [*without("OwnerText", "OwnerPeople"), Column("Lead", "Owner", "personOrGroup")]
    columns = find_columns(present, {}, "Housing plan")
    assert read(columns, Lead="Karen Whitlock", LeadLookupId="8").owners == (Owner("Karen Whitlock", (KAREN,)),)


def test_each_printed_party_is_an_owner_of_its_own() -> None:
    owners = read(OwnerText="Head of Housing / Head of Planning; Estates Board").owners
    assert owners == (
        Owner("Head of Housing", (TOM,)),
        Owner("Head of Planning", (KAREN,)),
        Owner("Estates Board"),
    )


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-06-29T23:00:00Z", date(2026, 6, 30)),
        ("2026-01-31T00:00:00Z", date(2026, 1, 31)),
        ("2026-06-30T12:00:00Z", date(2026, 6, 30)),
        ("2026-06-30T23:30:00+01:00", date(2026, 6, 30)),
        ("2026-10-25T00:30:00Z", date(2026, 10, 25)),
        ("2026-03-01", date(2026, 3, 1)),
    ],
)
def test_an_instant_is_dated_in_the_councils_zone(instant: str, day: date) -> None:
    assert day_of(instant, LONDON) == day


@pytest.mark.parametrize("value", ["", "soon", "2026-13-01T00:00:00Z", "30/06/2026"])
def test_what_is_no_instant_is_no_day(value: str) -> None:
    assert day_of(value, LONDON) is None
    assert read(RevisedDue=value).revised_due is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(["Europe/London", "UTC", "Atlantic/Azores"]))
def test_a_day_written_comes_back_as_the_same_day(day: date, zone: str) -> None:
    assert day_of(instant_of(day), ZoneInfo(zone)) == day


@pytest.mark.parametrize(
    ("rich", "text"),
    [
        ("<div>Done<br>and dusted</div>", "Done\nand dusted"),
        ('<div class="ExternalClass8"><p>Keys &amp; locks</p><p>Roof&nbsp;on</p></div>', "Keys & locks\nRoof on"),
        ("<div>Status&#58; on track&#8203;</div>", "Status: on track"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<h2>Note</h2><u>late</u>", "Note\nlate"),
        ("<p>&amp;lt;b&amp;gt;</p>", "&lt;b&gt;"),
        ("fewer than 5 < 10 & rising", "fewer than 5 < 10 & rising"),
        ("ask Jo <jo.reed@partner.example>", "ask Jo <jo.reed@partner.example>"),
        ("  R&amp;D as typed ", "R&amp;D as typed"),
    ],
)
def test_rich_text_loses_its_wrapping_and_nothing_else(rich: str, text: str) -> None:
    assert plain(rich) == text


def test_a_date_that_somebody_set_is_not_overruled_by_the_printed_words() -> None:
    due = read(DueText="end of Q2 2026/27", DueDate="2026-09-14T23:00:00Z").due
    assert due == replace(Due.on(date(2026, 9, 15)), text="end of Q2 2026/27")


def test_printed_words_that_agree_with_the_date_keep_their_period() -> None:
    due = read(DueText="September 2026", DueDate="2026-09-29T23:00:00Z").due
    assert (due.start, due.end) == (date(2026, 9, 1), date(2026, 9, 30))


def test_a_date_alone_is_a_deadline_on_that_day() -> None:
    assert read(DueDate="2026-09-29T23:00:00Z").due == Due.on(date(2026, 9, 30))
    columns = find_columns([*without("DueText", "DueDate"), Column("DueText", "Due", "dateTime")], {}, "Housing plan")
    assert read(columns, DueText="2026-09-29T23:00:00Z").due == Due.on(date(2026, 9, 30))
    assert read(columns).due == Due()


def test_words_without_a_date_are_kept_as_words() -> None:
    assert (read(DueText="Ongoing").due.text, read(DueText="Ongoing").due.kind) == ("Ongoing", DueKind.ONGOING)


@pytest.mark.parametrize("status", list(Status))
def test_every_label_of_ours_is_read_as_its_status(status: Status) -> None:
    assert read(Status=status.label).status is status
    assert read(Status=status.value).status is status


def test_a_status_in_the_councils_own_words_is_read_with_the_date_it_hides() -> None:
    action = read(Status="Delayed, now due March 2027")
    assert action.revised_due is not None
    assert (action.revised_due.end, action.status_text) == (date(2027, 3, 31), "Delayed, now due March 2027")


def test_a_revised_date_in_its_column_goes_before_one_in_the_status() -> None:
    action = read(Status="Delayed, now due March 2027", RevisedDue="2027-01-31T00:00:00Z")
    assert action.revised_due == Due.on(date(2027, 1, 31))


@pytest.mark.parametrize("value", [None, True, [], {}, ["In progress"]])
def test_a_value_of_a_strange_type_reads_as_nothing(value: object) -> None:
    action = read(Title="1.3", Action=value, Status=value, RevisedDue=value, OwnerPeople=value, DueText=value)
    assert (action.text, action.status, action.revised_due, action.owners) == ("1.3", Status.UNKNOWN, None, ())


def test_a_reference_that_is_a_number_is_printed() -> None:
    assert read(Title=7).ref == "7"


# A row written


def test_a_new_row_gets_what_the_action_says_and_no_empty_fields() -> None:
    action = Action("Housing plan", "", "1.3", "Open", owners=(Owner("Head of Housing", (TOM,)),))
    assert to_fields(action, COLUMNS) == {
        "Title": "1.3",
        "Action": "Open",
        "OwnerText": "Head of Housing",
        "Status": "Not stated",
    }


def test_dates_are_written_at_noon_and_words_beside_them() -> None:
    action = Action("Housing plan", "", "1.3", "Open", due=Due.on(date(2026, 6, 30), "end of June"))
    fields = to_fields(action, COLUMNS)
    assert (fields["DueText"], fields["DueDate"]) == ("end of June", "2026-06-30T12:00:00Z")


def test_fields_without_a_column_are_left_out() -> None:
    columns = find_columns(without("Theme"), {}, "Housing plan")
    assert "Theme" not in to_fields(Action("Housing plan", "", "1.3", "Open", theme="Housing"), columns)


def test_a_single_line_takes_255_characters_and_a_note_takes_all() -> None:
    fields = as_fields({"ref": "r" * 255, "theme": "t" * 256, "progress": "p" * 5_000}, COLUMNS)
    assert fields["Title"] == "r" * SINGLE_LINE
    assert fields["Theme"] == "t" * (SINGLE_LINE - 1) + "…"
    assert fields["Progress"] == "p" * 5_000


def test_printed_words_are_never_written_into_a_person_or_a_calculated_column() -> None:
    present = [*without("OwnerText", "Theme"), Column("Owner", "Owner", "personOrGroup")]
    columns = find_columns([*present, Column("Theme", "Theme", "calculated")], {}, "Housing plan")
    action = Action("Housing plan", "", "1.3", "Open", theme="Homes", owners=(Owner("Head of Housing"),))
    assert {"Owner", "Theme"}.isdisjoint(to_fields(action, columns))


def test_a_due_column_of_dates_gets_the_date_and_not_the_words() -> None:
    columns = find_columns([*without("DueText"), Column("DueText", "Due", "dateTime")], {}, "Housing plan")
    dated = Action("Housing plan", "", "1.3", "Open", due=Due.on(date(2026, 6, 30), "end of June"))
    assert to_fields(dated, columns)["DueText"] == "2026-06-30T12:00:00Z"
    assert "DueText" not in to_fields(replace(dated, due=Due("Ongoing", kind=DueKind.ONGOING)), columns)


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="<"), max_size=300).map(str.strip)
DATES = st.dates(date(2020, 1, 1), date(2040, 1, 1))
ACTIONS = st.builds(
    Action,
    plan=st.just("Housing plan"),
    item_id=st.just("3"),
    version=st.just('"1"'),
    ref=WORDS.filter(lambda words: 0 < len(words) <= SINGLE_LINE),
    text=WORDS.filter(bool),
    theme=WORDS.filter(lambda words: len(words) <= SINGLE_LINE),
    owners=st.sets(st.sampled_from([Owner("Head of Housing", (TOM,)), Owner("Head of Planning", (KAREN,))])).map(tuple),
    due=st.just(Due()) | DATES.map(Due.on),
    revised_due=st.none() | DATES.map(Due.on),
    status=st.sampled_from(Status),
    status_text=WORDS.filter(bool),
    progress=WORDS,
    last_reply=st.none() | DATES,
    completed_on=st.none() | DATES,
    question=WORDS,
)


@settings(max_examples=150, deadline=None)
@given(ACTIONS)
def test_an_action_written_and_read_again_is_the_same(action: Action) -> None:
    fields = to_fields(action, COLUMNS)
    again = to_action("Housing plan", "3", '"1"', fields, Basis(COLUMNS, PEOPLE, LONDON, TODAY))
    assert again == action


def test_a_list_with_its_own_words_for_a_status_is_written_in_its_words() -> None:
    own = Column("Status", "Status", "choice", ("Not begun", "Under way", "Complete"))
    columns = find_columns([*without("Status"), own], {}, "Housing plan")
    written = [as_fields({"status": status}, columns) for status in (Status.IN_PROGRESS, Status.COMPLETED)]
    assert written == [{"Status": "Under way"}, {"Status": "Complete"}]
    assert status_faults(columns, "Housing plan") == []


def test_a_status_that_a_list_has_no_word_for_is_not_written_and_said_by_check() -> None:
    own = Column("Status", "Status", "choice", ("Open", "In progress"))
    columns = find_columns([*without("Status"), own], {}, "Housing plan")
    assert as_fields({"status": Status.COMPLETED, "progress": "words"}, columns) == {"Progress": "words"}
    [fault] = status_faults(columns, "Housing plan")
    assert 'no choice that means "Completed"' in fault


def test_a_row_is_read_as_the_council_means_its_colours_and_short_names() -> None:
    means = Conventions({"blue": Status.COMPLETED}, {"HoW": "Head of Water"})
    fields = {"Status": "Blue", "OwnerText": "HoW and Clerk"}
    action = to_action("Housing plan", "3", '"1"', fields, Basis(COLUMNS, PEOPLE, LONDON, TODAY, means))
    assert action.status is Status.COMPLETED
    assert [owner.text for owner in action.owners] == ["Head of Water", "Clerk"]


@pytest.mark.parametrize("words", ["NFA", "Rent review sent. No further action required"])
def test_words_that_may_close_an_action_close_none_that_somebody_typed(words: str) -> None:
    action = read(Status=words)
    assert (action.status, action.status_text) == (Status.UNKNOWN, words)
    assert action.question == (
        f'The status "{words}" does not say plainly whether the action is closed: choose one of the statuses.'
    )


def test_the_lists_own_question_goes_before_one_about_its_status() -> None:
    assert read(Status="NFA", Question="Which grant?").question == "Which grant?"


def test_a_status_that_is_plain_asks_nothing() -> None:
    assert [read(Status=words).question for words in ("Cancelled", "Done 3/9/26", "Work has begun", "")] == [""] * 4


def test_nobody_is_mailed_who_has_an_action_only_after_somebody_else() -> None:
    printed = "Head of Housing until May, then Head of Planning"
    assert read(OwnerText=printed).owners == (Owner(printed),)
    known = directory.build([("7", TOM)], [(printed, (TOM,)), ("Head of Planning", (KAREN,))])
    assert read(people=known, OwnerText=printed).owners == (Owner(printed, (TOM,)),)


def test_a_post_beside_a_service_that_may_be_no_owner_is_still_mailed() -> None:
    assert read(OwnerText="Voids / Head of Housing").owners == (Owner("Voids"), Owner("Head of Housing", (TOM,)))
