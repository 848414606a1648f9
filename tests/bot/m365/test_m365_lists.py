from __future__ import annotations

import pytest

from bot.m365 import AccessRefused, ChangedMeanwhile, Column, NotFound, Row, SyncExpired, Throttled, read_people
from bot.m365.errors import Refused
from tests.bot.m365.tenancy import LocalTenant, lists

PLAN = "Housing plan"


def titles(rows: tuple[Row, ...]) -> list[str]:
    return [str(row.fields["Title"]) for row in rows]


def test_columns_are_told_by_name_label_and_kind(local: LocalTenant) -> None:
    columns = {column.name: column for column in lists(local).columns(PLAN)}
    assert [columns[name].kind for name in ("Title", "Action", "Status", "Due", "Lead", "Team")] == [
        *("text", "note", "choice", "dateTime", "personOrGroup", "personOrGroup")
    ]
    assert columns["Due"].label == "Due date"
    assert columns["Status"].choices == ("Not started", "Completed")
    assert (columns["Lead"].several, columns["Team"].several) == (False, True)
    assert columns["ID"].read_only


def test_a_list_is_made_with_its_columns(local: LocalTenant) -> None:
    plan = lists(local)
    assert not plan.exists("Waste plan")
    plan.create("Waste plan", "Bins")
    plan.add_column("Waste plan", "DueText", "Due", text={"allowMultipleLines": False})
    assert plan.exists("Waste plan")
    assert Column("DueText", "Due", "text") in plan.columns("Waste plan")
    assert plan.url("Waste plan").startswith(f"{local.facts['site']}/Lists/")


def test_every_row_is_read_with_its_fields_and_version(local: LocalTenant) -> None:
    page = lists(local).rows(PLAN)
    first, second, third = page.rows
    assert titles(page.rows) == ["1.1", "1.2", "1.3"]
    assert first.version
    assert first.fields["Action"] == "Open the hostel"
    assert first.fields["LeadLookupId"] in {person.lookup_id for person in read_people(lists(local))}
    assert [each["LookupValue"] for each in second.fields["Team"]] == ["Karen Whitlock"]
    assert third.fields["Status"] == "Completed"


def test_the_marker_brings_only_what_changed_since(local: LocalTenant) -> None:
    plan = lists(local)
    marker = plan.rows(PLAN).marker
    assert plan.rows(PLAN, marker).rows == ()
    added = plan.add_row(PLAN, {"Title": "1.4"})
    row = plan.row(PLAN, "2")
    plan.update_row(PLAN, "2", row.version, {"Status": "Completed"})
    changed = plan.rows(PLAN, marker)
    assert {(each.id, each.fields.get("Status")) for each in changed.rows} == {(added, None), ("2", "Completed")}
    assert plan.rows(PLAN, changed.marker).rows == ()


def test_a_row_that_changed_twice_comes_once_in_its_last_state(local: LocalTenant) -> None:
    plan = lists(local)
    marker = plan.rows(PLAN).marker
    row = plan.row(PLAN, "1")
    row = plan.update_row(PLAN, "1", row.version, {"Action": "Open one hostel"})
    plan.update_row(PLAN, "1", row.version, {"Action": "Open two hostels"})
    (changed,) = plan.rows(PLAN, marker).rows
    assert changed.fields["Action"] == "Open two hostels"


def test_a_deleted_row_comes_as_deleted_and_without_fields(local: LocalTenant) -> None:
    plan = lists(local)
    marker = plan.rows(PLAN).marker
    local.sign_in().client().sites[plan.site_id].lists[PLAN].items["2"].delete_object().execute_query()
    assert plan.rows(PLAN, marker).rows == (Row("2", deleted=True),)
    assert titles(plan.all_rows(PLAN)) == ["1.1", "1.3"]


def test_an_expired_marker_is_told_and_a_fresh_start_brings_everything(local: LocalTenant) -> None:
    plan = lists(local)
    marker = plan.rows(PLAN).marker
    local.fault("expire_delta", "GET", "/items/delta")
    with pytest.raises(SyncExpired, match=f'the change marker of list "{PLAN}" has expired'):
        plan.rows(PLAN, marker)
    assert titles(plan.rows(PLAN).rows) == ["1.1", "1.2", "1.3"]


def test_a_long_list_is_read_page_by_page_to_its_end(local: LocalTenant) -> None:
    plan = lists(local)
    wanted = [str(number) for number in range(1, 1_201)]
    assert titles(plan.rows("Register").rows) == wanted
    assert titles(plan.all_rows("Register", ["Title"])) == wanted
    assert len(local.requests("GET", "/items/delta")) == 3


def test_only_the_fields_asked_for_are_read(local: LocalTenant) -> None:
    (first, *_) = lists(local).all_rows(PLAN, ["Title"])
    assert "Action" not in first.fields


def test_a_write_touches_only_what_it_names_and_returns_the_row_as_it_is(local: LocalTenant) -> None:
    plan = lists(local)
    before = plan.row(PLAN, "1")
    after = plan.update_row(PLAN, "1", before.version, {"Status": "Completed"})
    assert (after.fields["Status"], after.fields["Action"]) == ("Completed", "Open the hostel")
    assert after.version != before.version


def test_a_row_that_somebody_changed_first_is_not_written(local: LocalTenant) -> None:
    plan = lists(local)
    stale = plan.row(PLAN, "1").version
    plan.update_row(PLAN, "1", stale, {"Action": "Open two hostels"})
    with pytest.raises(ChangedMeanwhile, match=f'row 1 of "{PLAN}" was changed by somebody else meanwhile') as caught:
        plan.update_row(PLAN, "1", stale, {"Action": "Close the hostel"})
    assert (caught.value.try_again, caught.value.mendable) == (False, False)
    assert plan.row(PLAN, "1").fields["Action"] == "Open two hostels"


def test_a_write_whose_answer_was_lost_is_found_out_by_its_version(local: LocalTenant) -> None:
    plan = lists(local)
    version = plan.row(PLAN, "1").version
    local.fault("drop_after", "PATCH", "/items/1")
    with pytest.raises(ChangedMeanwhile):
        plan.update_row(PLAN, "1", version, {"Status": "Completed"})
    assert plan.row(PLAN, "1").fields["Status"] == "Completed"


def test_the_people_of_the_site_are_known_in_lower_case_and_groups_have_no_address(local: LocalTenant) -> None:
    people = {person.name: person.address for person in read_people(lists(local))}
    assert people["Tom Ashgrove"] == "tom.ashgrove@tamberley.example"
    assert people["Performance Team"] == people["Martin Crewe"] == ""


def test_what_is_missing_is_named(local: LocalTenant) -> None:
    plan = lists(local)
    with pytest.raises(NotFound, match='no list "Waste plan"'):
        plan.rows("Waste plan")
    with pytest.raises(NotFound, match=f'no row 99 of "{PLAN}"'):
        plan.row(PLAN, "99")
    with pytest.raises(NotFound, match=f'no row 99 of "{PLAN}"'):
        plan.update_row(PLAN, "99", "*", {"Title": "x"})


def test_a_row_we_wrote_wrongly_is_refused_with_the_code(local: LocalTenant) -> None:
    with pytest.raises(Refused, match=rf'refused the request for list "{PLAN}" \(400 invalidRequest\)'):
        lists(local).add_row(PLAN, {"NoSuchColumn": "x"})


def test_a_list_whose_name_has_odd_signs_is_found(local: LocalTenant) -> None:
    plan, title = lists(local), 'Roads & paths: 100% – "2026"? #1'
    plan.create(title)
    plan.add_column(title, "Ward", "Ward", text={})
    row = plan.row(title, plan.add_row(title, {"Title": "1.1"}))
    plan.update_row(title, row.id, row.version, {"Ward": "Môn"})
    assert [row.fields["Ward"] for row in plan.all_rows(title)] == ["Môn"]


def test_a_list_that_may_not_be_written_is_told(local: LocalTenant) -> None:
    local.fault("status", "POST", "/items", status=403)
    with pytest.raises(AccessRefused, match=f'refuses access to list "{PLAN}"'):
        lists(local).add_row(PLAN, {"Title": "1.4"})


def test_a_row_that_is_locked_may_be_tried_later(local: LocalTenant) -> None:
    plan = lists(local)
    local.fault("status", "PATCH", "/items/1", status=423)
    with pytest.raises(Throttled, match="is locked by somebody who has it open") as caught:
        plan.update_row(PLAN, "1", "*", {"Status": "Completed"})
    assert caught.value.try_again
