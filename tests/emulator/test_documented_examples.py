"""The samples of Microsoft's documentation, asked of the local tenant with ids of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.contract.shapes import differences
from tests.emulator.local import LocalTenant
from tests.emulator.places import COLOUR, COLUMNS, FILE, MAIL, TO

EXAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "graph-doc-examples.json"
EXTENDED = f"$expand=singleValueExtendedProperties($filter=id eq '{COLOUR}')".replace("{", "{{").replace("}", "}}")
LARGE = {"AttachmentItem": {"attachmentType": "file", "name": "plans", "size": 3483322}}


@dataclass(frozen=True, slots=True)
class Sample:
    """A documented request as the local tenant is asked it: its number in the source, its path with `{places}`."""

    number: int
    method: str
    path: str
    body: Any = None
    as_admin: bool = False
    status: int | None = None  # where the documentation names another than Graph gives


SAMPLES = (
    Sample(3218, "GET", "/sites/{site}"),
    Sample(3194, "GET", "{site_by_path}"),
    Sample(3126, "GET", "/sites/{site}/lists"),
    Sample(3125, "POST", "/sites/{site}/lists", {"displayName": "Books", "columns": COLUMNS}),
    Sample(3049, "GET", "/sites/{site}/lists/{list}"),
    Sample(2193, "GET", "/sites/{site}/lists/{list}?select=id,name,lastModifiedDateTime&expand=columns,items"),
    Sample(2719, "GET", "/sites/{site}/lists/{list}/columns"),
    Sample(2720, "POST", "/sites/{site}/lists/{list}/columns", {"name": "Place", "description": "test", "text": {}}),
    Sample(478, "GET", "/sites/{site}/lists/{list}/items?$expand=fields($select=Name,Color,Quantity)"),
    Sample(2803, "POST", "/sites/{site}/lists/{list}/items", {"fields": {"Name": "Gadget", "Color": "Red"}}),
    Sample(2266, "GET", "/sites/{site}/lists/{list}/items/1?expand=fields"),
    Sample(2389, "PATCH", "/sites/{site}/lists/{list}/items/1/fields", {"Color": "Fuchsia", "Quantity": 934}),
    Sample(2721, "DELETE", "/sites/{site}/lists/{list}/items/2"),
    Sample(2267, "GET", "/sites/{site}/lists/{list}/items/1/versions"),
    Sample(1568, "GET", "/sites/{site}/lists/{list}/items/1/versions/1.0?expand=fields"),
    Sample(2548, "GET", "/sites/{site}/lists/{list}/items/delta?$top=1"),
    Sample(2081, "GET", "/sites/{site}/lists/{list}/items/delta?token={items_token}"),
    Sample(2901, "GET", "/sites/{site}/permissions", as_admin=True),
    Sample(3196, "GET", "/sites/{site}/drive"),
    Sample(3191, "GET", "/sites/{site}/drives"),
    Sample(3119, "GET", "/drives/{drive}/root"),
    Sample(2766, "POST", "/drives/{drive}/root/children", {"name": "New Folder", "folder": {}}),
    Sample(2798, "GET", "/drives/{drive}/items/root/children?$top=1"),
    Sample(2998, "GET", "/drives/{drive}/items/{file}"),
    Sample(3000, "PATCH", "/drives/{drive}/items/{file}", {"name": "new-item-name.txt"}),
    Sample(2999, "DELETE", "/drives/{drive}/items/{file}"),
    Sample(2661, "PUT", "/drives/{drive}/items/{file}/content", b"two", status=200),
    Sample(2710, "PUT", "/drives/{drive}/root:/FileB.txt:/content", b"one"),
    Sample(2660, "GET", "/drives/{drive}/items/{file}/content"),
    Sample(2618, "GET", "/drives/{drive}/items/{file}/versions"),
    Sample(2870, "GET", "/drives/{drive}/root/delta?$top=1"),
    Sample(2531, "GET", "/drives/{drive}/root/delta?token=latest"),
    Sample(2533, "GET", "/drives/{drive}/items/{file}/versions/1.0"),
    Sample(2056, "GET", "/drives/{drive}/items/{file}/versions/1.0/content"),
    Sample(3178, "POST", "{box}/sendMail", {"message": MAIL, "saveToSentItems": True}),
    Sample(3170, "POST", "{box}/messages", MAIL),
    Sample(3121, "GET", "{box}/messages/{message}"),
    Sample(3122, "PATCH", "{box}/messages/{draft}", {"subject": "Depot open"}),
    Sample(3120, "DELETE", "{box}/messages/{message}"),
    Sample(2164, "GET", "{box}/messages?$select=sender,subject"),
    Sample(1500, "GET", "{box}/messages/{message}?$select=internetMessageHeaders"),
    Sample(768, "GET", "{box}/messages/{message}?$select=subject,body,bodyPreview,uniqueBody"),
    Sample(2847, "GET", "{box}/messages/{message}/$value"),
    Sample(2928, "POST", "{box}/messages/{draft}/send"),
    Sample(2927, "POST", "{box}/messages/{message}/move", {"destinationId": "deleteditems"}),
    Sample(2926, "POST", "{box}/messages/{message}/copy", {"destinationId": "archive"}, status=201),
    Sample(2629, "POST", "{box}/messages/{message}/createReply", {}, status=201),
    Sample(2502, "POST", "{box}/messages/{message}/createReplyAll", {}, status=201),
    Sample(2549, "POST", "{box}/messages/{message}/createForward", {}),
    Sample(2887, "POST", "{box}/messages/{message}/reply", {"comment": "Thank you."}),
    Sample(2806, "POST", "{box}/messages/{message}/forward", {"comment": "For you.", "toRecipients": TO}),
    Sample(2778, "POST", "{box}/messages/{message}/replyAll", {"comment": "Thank you."}, status=202),
    Sample(2622, "GET", "{box}/messages/{draft}/attachments"),
    Sample(2136, "POST", "{box}/messages/{draft}/attachments", FILE),
    Sample(2519, "GET", "{box}/messages/{draft}/attachments/{attachment}"),
    Sample(1399, "POST", "{box}/messages/{draft}/attachments/createUploadSession", LARGE),
    Sample(312, "GET", "{box}/messages/{draft}?" + EXTENDED),
    Sample(3107, "GET", "{box}/mailFolders"),
    Sample(3108, "POST", "{box}/mailFolders", {"displayName": "Clutter", "isHidden": True}),
    Sample(3008, "GET", "{box}/mailFolders/inbox"),
    Sample(3009, "PATCH", "{box}/mailFolders/{folder}", {"displayName": "Later"}),
    Sample(3007, "DELETE", "{box}/mailFolders/{folder}"),
    Sample(2448, "GET", "{box}/mailFolders/msgfolderroot/childFolders"),
    Sample(2449, "POST", "{box}/mailFolders/{folder}/childFolders", {"displayName": "Within"}, status=201),
    Sample(2627, "GET", "{box}/mailFolders/inbox/messages"),
    Sample(2628, "POST", "{box}/mailFolders/drafts/messages", MAIL, status=201),
    Sample(2334, "GET", "{box}/mailFolders/inbox/messages/delta?$top=1"),
    Sample(2946, "GET", "{box}/mailboxSettings"),
    Sample(1661, "GET", "{box}/mailboxSettings/automaticRepliesSetting"),
    Sample(3077, "GET", "/users/ada.fenn@harrowmere.example/manager"),
)
NOT_ANSWERED: dict[int, str] = {}
# What an answer does not have of its sample, or has otherwise: the reason, and the samples concerned.
APPLICATION = "written by an application, whose stand-in user has no id"
OF_A_SITE = "the library belongs to a site, the sample's drive to a person"
OTHERWISE: dict[str, tuple[str, set[int]]] = {
    "createdBy.user.id is missing": (APPLICATION, {3125, 2803, 3119, 2766}),
    "lastModifiedBy.user.id is missing": (APPLICATION, {3125, 2803, 1568, 3119, 2766, 2533}),
    "value[].lastModifiedBy.user.id is missing": (APPLICATION, {2267, 2618, 3191}),
    "value[].lastModifiedBy.user.email is missing": (APPLICATION, {3191}),
    "owner.user.id is missing": (OF_A_SITE, {3196}),
    "value[].owner.user.id is missing": (OF_A_SITE, {3191}),
    "value[].owner.user.email is missing": (OF_A_SITE, {3191}),
    "value[].parentReference.path is missing": ("the sample's items are files, ours are not", {2548, 2081}),
    "items is missing": ("a list's items are read from their own address", {2193}),
    "@odata.type is missing": ("a plain message need not name its type; the first sample is a meeting", {3121, 2927}),
    "meetingMessageType is missing": ("the samples are meeting requests", {3121, 3122}),
    "conversationIndex is missing": ("the place of a message within its conversation is not kept", {3121}),
    "@odata.id is missing": ("minimal metadata, which is the default, leaves it out", {312}),
    "userPurpose is string, documented as object": ("an enumeration in the schema, which comes first", {2946}),
}


def documented() -> dict[int, dict[str, Any]]:
    if not EXAMPLES.exists():
        pytest.skip(f"the documented examples are not here: {EXAMPLES}")
    return {example["n"]: example for example in json.loads(EXAMPLES.read_text("utf-8"))["examples"]}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.number} {sample.method} {sample.path}")
def test_an_answer_has_the_shape_of_the_documented_one(
    tenant: LocalTenant, places: dict[str, str], sample: Sample
) -> None:
    example = documented()[sample.number]
    sent = {"data": sample.body} if isinstance(sample.body, bytes) else {"body": sample.body}
    path = sample.path.format(**places)
    answer = tenant.call(sample.method, path, as_admin=sample.as_admin, allow_redirects=False, **sent)
    assert answer.status_code == (sample.status or example["status"]), answer.text
    if isinstance(example.get("body"), dict):
        found = {f"{where} {what}" for where, what in differences(example["body"], answer.json())}
        assert found == {difference for difference, (_, numbers) in OTHERWISE.items() if sample.number in numbers}


def test_every_documented_example_is_asked_or_has_its_reason() -> None:
    assert {sample.number for sample in SAMPLES} | set(NOT_ANSWERED) == set(documented())


@pytest.mark.parametrize("answer", [{"id": 1, "size": 2}, {"id": "1"}, {"id": "1", "size": "2"}])
def test_a_property_of_another_type_or_a_missing_one_is_found(answer: dict[str, Any]) -> None:
    assert len(list(differences({"value": [{"id": "1", "size": 2}]}, {"value": [answer]}))) == 1
