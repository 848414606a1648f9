"""Lists changed on the page, row by row, and what became of an item."""

from __future__ import annotations

import re
from typing import Any

import requests

from tests.emulator.local import LocalTenant
from tests.emulator.test_emulator_page import NASTY, page

COLUMNS = [
    {"name": "Owner", "personOrGroup": {}},
    {"name": "Others", "personOrGroup": {"allowMultipleSelection": True}},
    {"name": "Due", "dateTime": {"format": "dateOnly"}},
    {"name": "Status", "choice": {"choices": ["Open", "Done"]}},
    {"name": "Marks", "choice": {"choices": ["a", "b"], "displayAs": "checkBoxes"}},
    {"name": "Cost", "number": {}},
    {"name": "Public", "boolean": {}},
    {"name": "Note", "text": {"allowMultipleLines": True}},
]


def a_list(tenant: LocalTenant) -> str:
    """A list with one item; its address on the page."""
    made = tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Actions", "columns": COLUMNS}).json()
    tenant.call("POST", f"{tenant.site}/lists/Actions/items", {"fields": {"Title": "One", "Status": "Open"}})
    return f"/lists/{made['id']}"


def saved(tenant: LocalTenant, address: str, version: int = 1, **fields: Any) -> requests.Response:
    data: dict[str, Any] = {"version": version, "by": "Ada Fenn", "field-Title": "One", "field-Status": "Open"}
    data |= {f"field-{name}": value for name, value in fields.items()}
    return tenant.session.post(f"{tenant.line['ui']}{address}/items/1", data=data, allow_redirects=False)


def item(tenant: LocalTenant) -> dict[str, Any]:
    found = tenant.get(f"{tenant.site}/lists/Actions/items/1?expand=fields")
    assert isinstance(found, dict)
    return found


def test_a_row_opens_as_a_form_with_a_field_for_each_column(tenant: LocalTenant) -> None:
    text = page(tenant, f"{a_list(tenant)}?edit=1").text
    assert set(re.findall(r'name="field-(\w+)"', text)) == {"Title", *(each["name"] for each in COLUMNS)}
    assert '<option value="Open" selected>' in text


def test_what_is_saved_is_what_graph_then_gives(tenant: LocalTenant) -> None:
    address = a_list(tenant)
    values = {"Due": "2026-01-15", "Status": "Done", "Cost": "1,250.5", "Public": "true", "Note": "a\r\nb"}
    answer = saved(tenant, address, **values, Owner="2", Others=["2", "3"], Marks=["a", "b"])
    assert answer.status_code == 303
    fields = item(tenant)["fields"]
    wanted = {"Due": "2026-01-15T00:00:00Z", "Status": "Done", "Cost": 1250.5, "Public": True, "Note": "a\nb"}
    assert {name: fields[name] for name in wanted} == wanted
    assert fields["OwnerLookupId"] == "2"
    assert [each["LookupId"] for each in fields["Others"]] == [2, 3]
    assert fields["Marks"] == ["a", "b"]
    assert item(tenant)["lastModifiedBy"]["user"]["displayName"] == "Ada Fenn"


def test_an_emptied_field_is_cleared_and_nothing_changed_is_no_version(tenant: LocalTenant) -> None:
    address = a_list(tenant)
    saved(tenant, address)
    assert item(tenant)["fields"]["_UIVersionString"] == "1.0"
    saved(tenant, address, Status="")
    assert "Status" not in item(tenant)["fields"]


def test_an_item_that_changed_meanwhile_is_not_overwritten(tenant: LocalTenant) -> None:
    address = a_list(tenant)
    tenant.call("PATCH", f"{tenant.site}/lists/Actions/items/1/fields", {"Title": "Two"})
    answer = saved(tenant, address, version=1, Title="Mine")
    assert answer.status_code == 409
    assert "Somebody else has changed this item" in answer.text
    assert item(tenant)["fields"]["Title"] == "Two"


def test_a_value_that_the_list_refuses_stays_in_the_form(tenant: LocalTenant) -> None:
    answer = saved(tenant, a_list(tenant), Cost="a lot", Title=NASTY)
    assert answer.status_code == 400
    assert "a number is expected" in answer.text
    assert 'value="a lot"' in answer.text
    assert "<script" not in answer.text


def test_versions_tell_what_changed_and_who_changed_it(tenant: LocalTenant) -> None:
    address = a_list(tenant)
    saved(tenant, address, Status="Done", Note=NASTY)
    text = page(tenant, f"{address}/items/1").text
    assert re.search(r"<del>.*Open</del>.*<ins>.*Done</ins>", text)
    assert "Ada Fenn" in text
    assert "<script" not in text


def test_sharepoints_own_list_cannot_be_changed(tenant: LocalTenant) -> None:
    people = next(each for each in tenant.control("GET", "/lists") if each["hidden"])
    text = page(tenant, f"/lists/{people['id']}?edit=1").text
    assert "<form" not in text
    assert saved(tenant, f"/lists/{people['id']}").status_code == 404


def test_the_log_of_requests_can_be_narrowed(tenant: LocalTenant) -> None:
    a_list(tenant)
    tenant.call("GET", f"{tenant.site}/lists/Nothing")
    assert "Nothing" in page(tenant, "/requests?outcome=failed").text
    assert "Nothing" not in page(tenant, "/requests?outcome=ok").text
    assert "No request fits." in page(tenant, f"/requests?text={NASTY}").text
