"""The checking of answers against Microsoft's schema, itself checked with answers that are wrong on purpose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.emulator.contract import schema
from tests.emulator.contract.addresses import described, promised
from tests.emulator.contract.answers import GRAPH, Answer
from tests.emulator.contract.hearing import Hearing
from tests.emulator.contract.judge import METADATA, Judge
from tests.emulator.local import LocalTenant

HEADERS = {"request-id": "a", "content-type": "application/json;odata.metadata=minimal"}
INNER = {"date": "2026-11-22T04:00:00", "request-id": "a", "client-request-id": "a"}
LIST = "/v1.0/sites/x/lists/y"
MESSAGE = "/v1.0/users/jo@far.example/messages/m"
OF_LIST = "sites('x')/lists/$entity"
OF_MESSAGE = "users('jo')/messages/$entity"


@pytest.fixture(scope="session")
def known() -> schema.Schema:
    if not schema.SLICE.exists():
        pytest.skip(f"Microsoft's schema is not here: {schema.SLICE}")
    return schema.read(schema.SLICE)


def said(known: schema.Schema, path: str, body: Any, **more: Any) -> list[str]:
    """What the judge says of a Graph answer: the place and the complaint."""
    answer = Answer(**{"method": "GET", "host": GRAPH, "path": path, "body": body, "headers": HEADERS, **more})
    return [f"{finding.where}: {finding.says}" for finding in Judge(known).findings(answer)]


def entity(context: str, **properties: Any) -> dict[str, Any]:
    return {"@odata.context": METADATA + context, "id": "1", **properties}


def test_the_slice_is_read_whole(known: schema.Schema) -> None:
    assert len(known.structures) + len(known.enumerations) == 133
    assert known.structures["message"].lineage == ("message", "outlookItem", "entity")
    assert known.structures["driveItem"].properties["id"].kind == schema.Kind("Edm.String")
    assert known.sets["users"] == schema.Kind("user", is_collection=True)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/v1.0/sites/oak.sharepoint.com:/sites/plans", "site"),
        ("/v1.0//sites/oak.sharepoint.com:/sites/plans:/lists('Actions')/items", "Collection(listItem)"),
        ("/v1.0/sites/x/lists/y/items/delta(token='z')", "Collection(listItem)"),
        ("/v1.0/sites/x/lists/y/items/1/fields", "fieldValueSet"),
        ("/v1.0/sites/x/drive/root:/a/b.docx:/versions", "Collection(driveItemVersion)"),
        ("/v1.0/drives/d/items/root:/b.docx:/content", "Edm.Stream"),
        ("/v1.0/drives/d/items/f:/b.docx:/createUploadSession", "uploadSession"),
        ("/v1.0/drives/d/root/delta", "Collection(driveItem)"),
        ("/v1.0/users/jo@far.example/messages/m/attachments/createUploadSession", "uploadSession"),
        ("/v1.0/users/jo@far.example/mailFolders/inbox/messages/delta()", "Collection(message)"),
        ("/v1.0/users/jo@far.example/messages/m/move", "message"),
        ("/v1.0/users/jo@far.example/mailboxSettings/automaticRepliesSetting", "automaticRepliesSetting"),
    ],
)
def test_an_address_promises_a_type(known: schema.Schema, path: str, kind: str) -> None:
    assert str(promised(known, path)) == kind


@pytest.mark.parametrize(
    ("fragment", "kind"),
    [
        ("sites('a%2Cb')/lists/$entity", "list"),
        ("users('jo')/messages(sender,subject)", "Collection(message)"),
        ("microsoft.graph.uploadSession", "uploadSession"),
        ("drives", "Collection(drive)"),
    ],
)
def test_a_context_names_a_type(known: schema.Schema, fragment: str, kind: str) -> None:
    assert str(described(known, METADATA + fragment)) == kind


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ({"titel": "Actions"}, "titel: is not a property of list"),
        ({"displayName": 3}, "displayName: is 3, which is not Edm.String"),
        ({"createdDateTime": "22/11/2026"}, "createdDateTime: is '22/11/2026', which is not Edm.DateTimeOffset"),
        ({"createdDateTime": None}, "createdDateTime: is null, and list does not allow it"),
        ({"system": []}, "system: is [], which is not a systemFacet"),
        ({"list": {"hidden": "no"}}, "list.hidden: is 'no', which is not Edm.Boolean"),
        ({"titel@odata.type": "Edm.String"}, "titel@odata.type: annotates what list does not have"),
        ({"createdBy": {"user": {"displayName": 1}}}, "createdBy.user.displayName: is 1, which is not Edm.String"),
    ],
)
def test_a_wrong_property_of_a_list_is_found(known: schema.Schema, planted: dict[str, Any], found: str) -> None:
    assert said(known, LIST, entity(OF_LIST)) == []
    assert said(known, LIST, entity(OF_LIST, **planted)) == [found]


@pytest.mark.parametrize(
    "planted",
    [
        {"importance": "urgent"},
        {"importance": ["low"]},
        {"body": {"contentType": "markdown", "content": ""}},
        {"conversationIndex": "not base 64!"},
        {"toRecipients": [{"emailAddress": "jo@far.example"}]},
        {"categories": None},
        {"attachments": [{"id": "1", "size": 3}]},
        {"attachments": [{"@odata.type": "#microsoft.graph.fileAttachment", "id": "1", "size": 2**31}]},
        {"attachments": [{"@odata.type": "#microsoft.graph.message", "id": "1"}]},
        {"inReplyTo": "<1@far.example>"},
    ],
)
def test_a_wrong_property_of_a_message_is_found(known: schema.Schema, planted: dict[str, Any]) -> None:
    assert len(said(known, MESSAGE, entity(OF_MESSAGE, **planted), query="$expand=attachments")) == 1


def test_the_fields_of_an_item_are_its_own(known: schema.Schema) -> None:
    item = entity("sites('x')/lists('y')/items/$entity", fields={"Colour": "Red", "OwnersLookupId": ["7"]})
    assert said(known, f"{LIST}/items/1", item, query="expand=fields") == []
    item["fields@odata.context"] = METADATA + "sites('x')/lists('y')/items/fields"
    wrong = "fields@odata.context: says listItem, the address says fieldValueSet"
    assert said(known, f"{LIST}/items/1", item, query="expand=fields") == [wrong]


def test_what_is_related_comes_only_when_expanded(known: schema.Schema) -> None:
    item = entity("sites('x')/lists('y')/items/$entity", fields={})
    assert said(known, f"{LIST}/items/1", item, query="$expand=fields($select=Colour)") == []
    assert said(known, f"{LIST}/items/1", item) == ["fields: comes without being expanded"]


def test_one_where_many_are_promised_is_found_and_the_other_way_round(known: schema.Schema) -> None:
    one, many = entity(OF_LIST), {"@odata.context": METADATA + "sites('x')/lists", "value": [{"id": "1"}]}
    assert said(known, "/v1.0/sites/x/lists", many) == []
    assert "value: is not a collection" in said(known, "/v1.0/sites/x/lists", one)
    assert "value: is not a property of list" in said(known, LIST, many)
    assert said(known, "/v1.0/sites/x/lists", {**many, "count": 1}) == ["count: stands beside the collection"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({"id": "1"}, "@odata.context: is missing"),
        (entity("lists"), f"@odata.context: names what the schema does not know: lists in {METADATA}lists"),
        (entity(OF_MESSAGE), "@odata.context: says message, the address says list"),
        (entity("sites('x')/lists"), "@odata.context: says Collection(list), the address says list"),
        ({"@odata.context": METADATA + OF_LIST}, ": is a list without an id"),
        ([], ": is not the JSON object of a list"),
    ],
)
def test_what_an_answer_says_of_itself_is_checked(known: schema.Schema, body: Any, found: str) -> None:
    assert said(known, LIST, body) == [found]


@pytest.mark.parametrize(
    "error",
    [
        {},
        {"code": "itemNotFound", "message": "Gone."},
        {"code": "", "message": "Gone.", "innerError": INNER},
        {"code": "itemNotFound", "message": "Gone.", "innerError": {**INNER, "request-id": "b"}},
        {"code": "itemNotFound", "message": "Gone.", "innerError": {**INNER, "date": "today"}},
        {"code": "itemNotFound", "message": "Gone.", "innerError": INNER, "stack": "x"},
    ],
)
def test_an_error_of_another_shape_is_found(known: schema.Schema, error: dict[str, Any]) -> None:
    right = {"code": "itemNotFound", "message": "Gone.", "innerError": INNER}
    assert said(known, LIST, {"error": right}, status=404) == []
    assert said(known, LIST, {"error": error}, status=404)


@pytest.mark.parametrize(
    "more",
    [
        {"headers": {**HEADERS, "request-id": ""}},
        {"headers": {**HEADERS, "content-type": "application/json"}},
        {"client_request_id": "mine"},
        {"path": "/v1.0/sites/x/rooms"},
        {"status": 204, "body": None, "size": 2},
    ],
)
def test_a_wrong_header_address_or_body_is_found(known: schema.Schema, more: dict[str, Any]) -> None:
    assert said(known, **{"path": LIST, "body": entity(OF_LIST), **more})


def test_what_a_tenant_answers_is_heard(known: schema.Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMULATOR_ANSWERS", str(tmp_path))
    tenant = LocalTenant()
    tenant.get(tenant.site)
    parts = [{"id": "1", "method": "GET", "url": "/users"}, {"id": "2", "method": "GET", "url": "/nowhere"}]
    tenant.call("POST", "/$batch", {"requests": parts})
    asked = tenant.control("GET", "/requests")
    tenant.stop()
    hearing = Hearing(Judge(known), tmp_path)
    assert (hearing.findings(), hearing.heard) == ([], len(asked))
    assert (hearing.findings(), hearing.heard) == ([], len(asked))
