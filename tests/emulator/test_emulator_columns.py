"""Columns that point elsewhere or hold several values: lookups, choices, links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.local import LocalTenant

PREFER = {"Prefer": "HonorNonIndexedQueriesWarningMayFailRandomly"}
INTEGERS, STRINGS = "Collection(Edm.Int32)", "Collection(Edm.String)"
COLUMNS: list[dict[str, Any]] = [
    {"name": "Tags", "choice": {"choices": ["Red", "Blue"], "displayAs": "checkBoxes"}},
    {"name": "Page", "hyperlinkOrPicture": {"isPicture": False}},
]


@pytest.fixture
def places(tenant: LocalTenant) -> tuple[str, str]:
    """The paths of a list of wards with two items, and of a list of actions that looks into it."""
    wards, actions = (
        tenant.call("POST", f"{tenant.site}/lists", {"displayName": title, "columns": columns}).json()["id"]
        for title, columns in (("Wards", []), ("Actions", COLUMNS))
    )
    for title in ("Eastmoor", "Westmoor"):
        tenant.call("POST", f"{tenant.site}/lists/{wards}/items", {"fields": {"Title": title}})
    path = f"{tenant.site}/lists/{actions}"
    for name, several in (("Ward", False), ("Wards", True)):
        facet = {"listId": wards, "columnName": "Title", "allowMultipleValues": several}
        made = tenant.call("POST", f"{path}/columns", {"name": name, "lookup": facet})
        assert made.status_code == 201, made.text
        assert made.json()["lookup"]["listId"] == wards
    return f"{tenant.site}/lists/{wards}", path


def written(tenant: LocalTenant, actions: str, **fields: Any) -> Any:
    return tenant.call("POST", f"{actions}/items", {"fields": fields})


def read(tenant: LocalTenant, actions: str, select: str = "") -> dict[str, Any]:
    expand = f"fields($select={select})" if select else "fields"
    return dict(tenant.get(f"{actions}/items/1?$expand={expand}")["fields"])


def test_a_lookup_reads_as_a_number_and_by_name_when_selected(tenant: LocalTenant, places: tuple[str, str]) -> None:
    _, actions = places
    assert written(tenant, actions, WardLookupId=2).json()["fields"]["WardLookupId"] == "2"
    assert "Ward" not in read(tenant, actions)
    assert read(tenant, actions, "Ward,WardLookupId").items() >= {"Ward": "Westmoor", "WardLookupId": "2"}.items()
    assert tenant.get(f"{actions}/items?$filter=fields/Ward eq 'Westmoor'", headers=PREFER)["value"]
    assert tenant.get(f"{actions}/items?$filter=fields/WardLookupId eq 1", headers=PREFER)["value"] == []


def test_several_lookups_read_as_objects_without_an_address(tenant: LocalTenant, places: tuple[str, str]) -> None:
    _, actions = places
    written(tenant, actions, WardsLookupId=[1, 2], **{"WardsLookupId@odata.type": INTEGERS})
    names = [{"LookupId": 1, "LookupValue": "Eastmoor"}, {"LookupId": 2, "LookupValue": "Westmoor"}]
    assert read(tenant, actions)["Wards"] == names
    assert "WardsLookupId" not in read(tenant, actions)


def test_a_lookup_follows_the_item_that_it_names(tenant: LocalTenant, places: tuple[str, str]) -> None:
    wards, actions = places
    written(tenant, actions, WardLookupId=2)
    tenant.call("PATCH", f"{wards}/items/2/fields", {"Title": "Westmoor and Hale"})
    assert read(tenant, actions, "Ward")["Ward"] == "Westmoor and Hale"


@pytest.mark.parametrize("fields", [{"WardLookupId": 3}, {"WardLookupId": [1]}, {"Ward": "Eastmoor"}])
def test_a_lookup_to_what_is_not_there_is_refused(
    tenant: LocalTenant, places: tuple[str, str], fields: dict[str, Any]
) -> None:
    answer = written(tenant, places[1], **fields)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalidRequest")


@pytest.mark.parametrize("facet", [{}, {"listId": "nowhere"}, {"columnName": "Title"}, {"columnName": "Colour"}])
def test_a_lookup_column_must_look_into_a_list_of_the_site(
    tenant: LocalTenant, places: tuple[str, str], facet: dict[str, Any]
) -> None:
    wards, actions = places
    if facet.get("columnName") == "Colour":
        facet = {**facet, "listId": wards.rpartition("/")[2]}
    assert tenant.call("POST", f"{actions}/columns", {"name": "New", "lookup": facet}).status_code == 400


def test_a_column_of_a_type_that_is_not_kept_is_refused_by_name(tenant: LocalTenant, places: tuple[str, str]) -> None:
    answer = tenant.call("POST", f"{places[1]}/columns", {"name": "Sum", "calculated": {"formula": "=1+1"}})
    assert answer.status_code == 400
    assert "calculated" in answer.json()["error"]["message"]


def test_several_choices_are_cleared_by_an_empty_list(tenant: LocalTenant, places: tuple[str, str]) -> None:
    _, actions = places
    annotation = {"Tags@odata.type": STRINGS}
    assert written(tenant, actions, Tags=["Red", "Blue"], **annotation).json()["fields"]["Tags"] == ["Red", "Blue"]
    assert written(tenant, actions, Tags=["Green"], **annotation).status_code == 400
    tenant.call("PATCH", f"{actions}/items/1/fields", {"Tags": [], **annotation})
    assert "Tags" not in read(tenant, actions)


def test_a_link_is_read_but_only_people_can_write_it(tenant: LocalTenant, places: tuple[str, str]) -> None:
    _, actions = places
    link = {"Description": "The paper", "Url": "https://tamberley.example/paper"}
    assert written(tenant, actions, Page=link).status_code == 400
    written(tenant, actions, Title="One", WardLookupId=1)
    page = f"{tenant.line['ui']}/lists/{tenant.get(actions)['id']}/items/1"
    form = {"version": "1", "by": "Ada Fenn", "field-Title": "One", "field-Ward": "2"}
    saved = tenant.session.post(page, data={**form, "field-Page": f"{link['Url']}, The paper"})
    assert (saved.status_code, ">The paper</td>" in saved.text, ">Westmoor</td>" in saved.text) == (200, True, True)
    assert read(tenant, actions, "Page,WardLookupId").items() >= {"Page": link, "WardLookupId": "2"}.items()


def test_a_seed_may_fill_every_type_of_column(tmp_path: Path) -> None:
    wards = {"title": "Wards", "items": [{"Title": "Eastmoor"}]}
    columns = [*COLUMNS, {"name": "Ward", "lookup": {"list": "Wards"}}]
    item = {"Title": "One", "Tags": ["Red"], "Ward": 1, "Page": {"Url": "https://tamberley.example"}}
    seed = {"tenant": {"name": "Tamberley", "domain": "tamberley.example"}}
    seed["lists"] = [wards, {"title": "Actions", "columns": columns, "items": [item]}]  # type: ignore[assignment]
    (tmp_path / "seed.json").write_text(json.dumps(seed), "utf-8")
    own = LocalTenant("--seed", str(tmp_path / "seed.json"))
    try:
        values = read(own, f"{own.site}/lists/Actions", "Tags,Ward,Page")
    finally:
        own.stop()
    address = "https://tamberley.example"
    page = {"Description": address, "Url": address}
    assert values.items() >= {"Tags": ["Red"], "Ward": "Eastmoor", "Page": page}.items()
