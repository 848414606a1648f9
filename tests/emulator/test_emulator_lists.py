from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.local import LocalTenant

PREFER = {"Prefer": "HonorNonIndexedQueriesWarningMayFailRandomly"}
COLUMNS: list[dict[str, Any]] = [
    {"name": "Note", "text": {"allowMultipleLines": True}},
    {"name": "Status", "choice": {"choices": ["Not started", "Complete"]}},
    {"name": "Tags", "choice": {"choices": ["Red", "Blue"], "displayAs": "checkBoxes"}},
    {"name": "Due", "dateTime": {"format": "dateOnly"}},
    {"name": "Seen", "dateTime": {"format": "dateTime"}},
    {"name": "Owner", "personOrGroup": {}},
    {"name": "Owners", "personOrGroup": {"allowMultipleSelection": True}},
    {"name": "Cost", "number": {}},
    {"name": "Urgent", "boolean": {}},
    {"name": "Ref", "text": {}, "indexed": True},
]
SEVERAL = "OwnersLookupId@odata.type"


@pytest.fixture
def actions(tenant: LocalTenant) -> str:
    """The path of a list with one column of each type."""
    made = tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Actions", "columns": COLUMNS})
    assert made.status_code == 201
    return f"{tenant.site}/lists/{made.json()['id']}"


def add(tenant: LocalTenant, actions: str, **fields: Any) -> dict[str, Any]:
    made = tenant.call("POST", f"{actions}/items", {"fields": {"Title": "One", **fields}})
    assert made.status_code == 201, made.text
    return dict(made.json())


def read(tenant: LocalTenant, actions: str, item: str = "1", select: str = "") -> dict[str, Any]:
    expand = f"fields($select={select})" if select else "fields"
    return dict(tenant.get(f"{actions}/items/{item}?$expand={expand}")["fields"])


def refusal(tenant: LocalTenant, actions: str, **fields: Any) -> str:
    answer = tenant.call("POST", f"{actions}/items", {"fields": fields})
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["code"] == "invalidRequest"
    return str(answer.json()["error"]["message"])


def test_a_list_is_found_by_id_and_by_title_in_any_case(tenant: LocalTenant, actions: str) -> None:
    by_id = tenant.get(actions)
    assert tenant.get(f"{tenant.site}/lists/aCTIONS")["id"] == by_id["id"]
    assert tenant.get(f"{tenant.site}/lists('Actions')")["id"] == by_id["id"]
    assert tenant.call("GET", f"{tenant.site}/lists/Nowhere").json()["error"]["code"] == "itemNotFound"


def test_a_title_is_taken_once(tenant: LocalTenant, actions: str) -> None:
    again = tenant.call("POST", f"{tenant.site}/lists", {"displayName": "ACTIONS"})
    assert (again.status_code, again.json()["error"]["code"]) == (409, "nameAlreadyExists")


def test_hidden_lists_are_not_listed_but_can_be_read(tenant: LocalTenant) -> None:
    assert [each["displayName"] for each in tenant.get(f"{tenant.site}/lists")["value"]] == ["Documents"]
    people = tenant.get(f"{tenant.site}/lists/User Information List/items?$expand=fields")["value"]
    ada = next(each["fields"] for each in people if each["fields"]["Title"] == "Ada Fenn")
    assert ada["EMail"] == ada["UserName"] == tenant.address("ada.fenn")
    assert (ada["JobTitle"], ada["Department"]) == ("Head of Housing", "Housing")
    assert ada["Name"] == f"i:0#.f|membership|{tenant.address('ada.fenn')}"


def test_a_group_and_a_leaver_have_no_address(tenant: LocalTenant) -> None:
    people = tenant.get(f"{tenant.site}/lists/User Information List/items?$expand=fields($select=Title,EMail)")["value"]
    without = {each["fields"]["Title"] for each in people if not each["fields"].get("EMail")}
    assert without == {"Planning Policy Team", "Gordon Pike"}


def test_nobody_writes_to_the_people_list(tenant: LocalTenant) -> None:
    path = f"{tenant.site}/lists/User Information List/items"
    assert tenant.call("POST", path, {"fields": {"Title": "Me"}}).status_code == 403


def test_columns_carry_their_facet(tenant: LocalTenant, actions: str) -> None:
    columns = {each["name"]: each for each in tenant.get(f"{actions}/columns")["value"]}
    assert columns["Status"]["choice"]["choices"] == ["Not started", "Complete"]
    assert columns["Due"]["dateTime"]["format"] == "dateOnly"
    assert columns["Owners"]["personOrGroup"]["allowMultipleSelection"] is True
    assert columns["Note"]["text"]["allowMultipleLines"] is True
    assert columns["Ref"]["indexed"] is True
    assert columns["Created"]["readOnly"] is True


def test_a_column_is_added_renamed_and_removed(tenant: LocalTenant, actions: str) -> None:
    made = tenant.call("POST", f"{actions}/columns", {"name": "Next step", "text": {}})
    assert (made.status_code, made.json()["name"]) == (201, "Next_x0020_step")
    path = f"{actions}/columns/{made.json()['id']}"
    assert tenant.call("PATCH", path, {"displayName": "What next"}).json()["displayName"] == "What next"
    assert tenant.call("PATCH", path, {"number": {}}).status_code == 400
    assert tenant.call("DELETE", path).status_code == 204
    assert tenant.call("GET", path).status_code == 404


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({}, 400),
        ({"name": "Status", "text": {}}, 409),
        ({"name": "Two", "text": {}, "number": {}}, 400),
        ({"name": "When", "dateTime": {"format": "sometimes"}}, 400),
        ({"name": "Pick", "choice": {"choices": "A"}}, 400),
        ({"name": "Odd", "text": {"colour": "red"}}, 400),
    ],
)
def test_a_column_that_makes_no_sense_is_refused(
    tenant: LocalTenant, actions: str, wish: dict[str, Any], status: int
) -> None:
    assert tenant.call("POST", f"{actions}/columns", wish).status_code == status


def test_fields_come_only_when_expanded(tenant: LocalTenant, actions: str) -> None:
    add(tenant, actions)
    assert "fields" not in tenant.get(f"{actions}/items")["value"][0]
    assert "fields" not in tenant.get(f"{actions}/items/1")
    assert tenant.get(f"{actions}/items?expand=fields")["value"][0]["fields"]["Title"] == "One"


def test_a_person_reads_as_a_lookup_id_and_by_name_only_when_selected(tenant: LocalTenant, actions: str) -> None:
    add(tenant, actions, OwnerLookupId="2")
    assert read(tenant, actions)["OwnerLookupId"] == "2"
    assert "Owner" not in read(tenant, actions)
    chosen = read(tenant, actions, select="Owner")
    assert chosen.pop("@odata.etag")
    assert chosen == {"Owner": "Tom Wray"}


def test_several_people_need_their_type_and_read_as_objects(tenant: LocalTenant, actions: str) -> None:
    add(tenant, actions, OwnersLookupId=[1, 2], **{SEVERAL: "Collection(Edm.Int32)"})
    assert read(tenant, actions)["Owners"] == [
        {"LookupId": 1, "LookupValue": "Ada Fenn", "Email": tenant.address("ada.fenn")},
        {"LookupId": 2, "LookupValue": "Tom Wray", "Email": tenant.address("tom.wray")},
    ]
    assert "Owners" in refusal(tenant, actions, OwnersLookupId=[1])


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"Nonsense": 1}, "Nonsense"),
        ({"Modified": "2026-01-01"}, "read-only"),
        ({"id": "7"}, "id"),
        ({"Owner": "Ada Fenn"}, "OwnerLookupId"),
        ({"OwnerLookupId": 999}, "999"),
        ({"OwnerLookupId": [1], "OwnerLookupId@odata.type": "Collection(Edm.Int32)"}, "Owner"),
        ({"Status": "Perhaps"}, "Status"),
        ({"Tags": ["Red"]}, "Tags"),
        ({"Due": "soon"}, "Due"),
        ({"Due": "2026-02-30"}, "Due"),
        ({"Cost": "12"}, "Cost"),
        ({"Urgent": "yes"}, "Urgent"),
        ({"Title": "x" * 256}, "255"),
        ({"Title": 7}, "Title"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(
    tenant: LocalTenant, actions: str, fields: dict[str, Any], word: str
) -> None:
    assert word in refusal(tenant, actions, **fields)


def test_every_type_comes_back_as_it_went_in(tenant: LocalTenant, actions: str) -> None:
    values = {"Note": "a\nb", "Status": "Complete", "Cost": 12.5, "Urgent": True, "Seen": "2026-07-01T09:30:00Z"}
    add(tenant, actions, **values, Tags=["Red", "Blue"], **{"Tags@odata.type": "Collection(Edm.String)"})
    assert values.items() <= read(tenant, actions).items()
    assert read(tenant, actions)["Tags"] == ["Red", "Blue"]


def test_a_date_is_local_midnight_and_its_zone_is_ignored_on_writing(tenant: LocalTenant, actions: str) -> None:
    written = add(tenant, actions, Due="2026-07-01T00:00:00Z")
    assert written["fields"]["Due"] == "2026-07-01T00:00:00Z"
    assert read(tenant, actions)["Due"] == "2026-06-30T23:00:00Z"
    add(tenant, actions, Due="2026-01-01")
    assert read(tenant, actions, "2")["Due"] == "2026-01-01T00:00:00Z"


def test_null_clears_and_only_what_is_sent_changes(tenant: LocalTenant, actions: str) -> None:
    add(tenant, actions, Status="Complete", OwnerLookupId=1)
    tenant.call("PATCH", f"{actions}/items/1/fields", {"OwnerLookupId": None})
    values = read(tenant, actions)
    assert "OwnerLookupId" not in values
    assert values["Status"] == "Complete"


def test_a_stale_etag_is_412_and_writes_nothing(tenant: LocalTenant, actions: str) -> None:
    etag = add(tenant, actions)["eTag"]
    fields = f"{actions}/items/1/fields"
    assert tenant.call("PATCH", fields, {"Title": "Two"}, headers={"If-Match": etag}).status_code == 200
    stale = tenant.call("PATCH", fields, {"Title": "Three"}, headers={"If-Match": etag})
    assert (stale.status_code, stale.json()["error"]["code"]) == (412, "resourceModified")
    assert stale.json()["error"]["innerError"]["code"] == "entityTagDoesNotMatch"
    assert read(tenant, actions)["Title"] == "Two"
    assert tenant.call("DELETE", f"{actions}/items/1", headers={"If-Match": etag}).status_code == 412


def test_each_change_makes_a_version(tenant: LocalTenant, actions: str) -> None:
    add(tenant, actions)
    tenant.call("PATCH", f"{actions}/items/1/fields", {"Title": "Two"})
    versions = tenant.get(f"{actions}/items/1/versions?$expand=fields")["value"]
    assert [(each["id"], each["fields"]["Title"]) for each in versions] == [("2.0", "Two"), ("1.0", "One")]
    assert tenant.get(f"{actions}/items/1/versions/1.0?$expand=fields")["fields"]["Title"] == "One"


def test_a_filter_without_an_index_wants_the_header(tenant: LocalTenant, actions: str) -> None:
    for title in ("One", "Two", "O'Dwyer & Sons"):
        add(tenant, actions, Title=title, Ref=title)
    path = f"{actions}/items?$expand=fields&$filter=fields/Title eq 'two'"
    refused = tenant.call("GET", path)
    assert refused.status_code == 400
    assert "HonorNonIndexedQueries" in refused.json()["error"]["message"]
    assert [each["id"] for each in tenant.get(path, headers=PREFER)["value"]] == ["2"]
    assert [each["id"] for each in tenant.get(f"{actions}/items?$filter=fields/Ref eq 'Two'")["value"]] == ["2"]
    quoted = tenant.get(f"{actions}/items?$filter=startswith(fields/Ref,'O''Dwyer %26')")
    assert [each["id"] for each in quoted["value"]] == ["3"]


def test_pages_follow_an_opaque_link(tenant: LocalTenant, actions: str) -> None:
    for number in range(7):
        add(tenant, actions, Title=str(number))
    seen, link = [], f"{actions}/items?%24top=3&$expand=fields($select=Title)"
    while link:
        page = tenant.get(link)
        seen += [each["fields"]["Title"] for each in page["value"]]
        link = page.get("@odata.nextLink")
    assert seen == list("0123456")


def test_items_can_be_ordered(tenant: LocalTenant, actions: str) -> None:
    for cost in (3, 1, 2):
        add(tenant, actions, Cost=cost)
    page = tenant.get(f"{actions}/items?$orderby=fields/Cost desc&$top=2", headers=PREFER)
    assert [each["id"] for each in page["value"]] == ["1", "3"]
    assert [each["id"] for each in tenant.get(page["@odata.nextLink"], headers=PREFER)["value"]] == ["2"]


def test_thirteen_lookups_are_one_too_many(tenant: LocalTenant, actions: str) -> None:
    for number in range(13):
        tenant.call("POST", f"{actions}/columns", {"name": f"P{number}", "personOrGroup": {}})
    names = [f"P{number}LookupId" for number in range(13)]
    assert tenant.call("GET", f"{actions}/items?$expand=fields($select={','.join(names)})").status_code == 400
    assert tenant.call("GET", f"{actions}/items?$expand=fields($select={','.join(names[:12])})").status_code == 200


def test_delta_tells_what_came_what_changed_and_what_went(tenant: LocalTenant, actions: str) -> None:
    for _ in range(3):
        add(tenant, actions)
    first = tenant.get(f"{actions}/items/delta?$expand=fields&$top=2")
    second = tenant.get(first["@odata.nextLink"])
    assert [each["id"] for each in first["value"] + second["value"]] == ["1", "2", "3"]
    tenant.call("PATCH", f"{actions}/items/2/fields", {"Title": "Two"})
    tenant.call("DELETE", f"{actions}/items/3")
    third = tenant.get(second["@odata.deltaLink"])
    assert third["value"][0]["fields"]["Title"] == "Two"
    assert {"id": "3", "deleted": {"state": "deleted"}}.items() <= third["value"][1].items()
    assert tenant.get(third["@odata.deltaLink"])["value"] == []


def test_a_first_round_never_tells_what_was_gone_when_it_began(tenant: LocalTenant, actions: str) -> None:
    for _ in range(4):
        add(tenant, actions)
    tenant.call("DELETE", f"{actions}/items/4")
    first = tenant.get(f"{actions}/items/delta?$top=2")
    tenant.call("DELETE", f"{actions}/items/1")
    second = tenant.get(first["@odata.nextLink"])
    assert [(each["id"], "deleted" in each) for each in second["value"]] == [("3", False), ("1", True)]


def test_latest_gives_a_link_and_nothing_else(tenant: LocalTenant, actions: str) -> None:
    add(tenant, actions)
    latest = tenant.get(f"{actions}/items/delta(token='latest')")
    assert latest["value"] == []
    add(tenant, actions)
    assert [each["id"] for each in tenant.get(latest["@odata.deltaLink"])["value"]] == ["2"]


def test_an_expired_link_is_410_with_the_way_to_begin_again(tenant: LocalTenant, actions: str) -> None:
    link = tenant.get(f"{actions}/items/delta")["@odata.deltaLink"]
    tenant.control("POST", "/faults", {"match": {"path": "items/delta"}, "fault": {"kind": "expire_delta"}})
    tenant.get(f"{actions}/items/delta")
    expired = tenant.call("GET", link)
    assert (expired.status_code, expired.json()["error"]["code"]) == (410, "resyncRequired")
    assert expired.json()["error"]["innerError"]["code"] == "resyncChangesApplyDifferences"
    assert tenant.call("GET", expired.headers["Location"]).status_code == 200
