"""Every route of the local tenant is asked at least once, so that each kind of its answers is held to the contract."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.dispatch import ROUTER, ROUTES
from emulator.urls import routable
from tests.emulator.local import LocalTenant
from tests.emulator.places import FILE
from tests.emulator.test_documented_examples import SAMPLES

APPLICATION = {"application": {"id": "22f09bb7-dd29-403e-bec2-ab5cde52c2b3", "displayName": "Readers"}}
GRANT = {"roles": ["read"], "grantedToIdentities": [APPLICATION]}
REST: tuple[tuple[str, str, Any], ...] = (
    ("GET", "/sites?search=plans", None),
    ("GET", "/sites/{site}?$select=id,webUrl", None),
    ("POST", "/sites/{site}/permissions", GRANT),
    ("GET", "/sites/{site}/permissions/{permission}", None),
    ("PATCH", "/sites/{site}/permissions/{permission}", {"roles": ["write"]}),
    ("DELETE", "/sites/{site}/permissions/{permission}", None),
    ("GET", "/sites/{site}/columns", None),
    ("GET", "/sites/{site}/lists?$select=displayName,system", None),
    ("PATCH", "/sites/{site}/lists/{list}", {"displayName": "Stock"}),
    ("DELETE", "/sites/{site}/lists/{list}", None),
    ("GET", "/sites/{site}/lists/Documents/drive", None),
    ("GET", "/sites/{site}/lists/User Information List/items?$expand=fields", None),
    ("GET", "/sites/{site}/lists/{list}/columns/Color", None),
    ("PATCH", "/sites/{site}/lists/{list}/columns/Color", {"description": "Paint"}),
    ("DELETE", "/sites/{site}/lists/{list}/columns/Color", None),
    ("PATCH", "/sites/{site}/lists/{list}/items/1", {"fields": {"Color": "Blue"}}),
    ("GET", "/sites/{site}/lists/{list}/items/1/fields", None),
    ("GET", "/sites/{site}/lists/{list}/items/1?$select=id&$expand=fields($select=Color)", None),
    ("GET", "/drives/{drive}", None),
    ("GET", "/drives/{drive}/root?$expand=children", None),
    ("GET", "/drives/{drive}/items/{file}/listItem?$expand=fields", None),
    ("GET", "/drives/{drive}/items/{file}/listItem/fields", None),
    ("PATCH", "/drives/{drive}/items/{file}/listItem/fields", {"Title": "Summary"}),
    ("DELETE", "/drives/{drive}/items/{file}/versions/{old_version}", None),
    ("POST", "/drives/{drive}/root:/big.docx:/createUploadSession", {}),
    ("GET", "/users?$select=id,department,userType", None),
    ("GET", "{box}", None),
    ("GET", "/users?$expand=manager($select=displayName)", None),
    ("PATCH", "{box}/mailboxSettings", {"automaticRepliesSetting": {"status": "disabled"}}),
    ("GET", "{box}/messages/{draft}?$expand=attachments", None),
    ("GET", "{box}/messages/{draft}/attachments/{attachment}/$value", None),
    ("DELETE", "{box}/messages/{draft}/attachments/{attachment}", None),
    ("POST", "{box}/mailFolders/{folder}/messages", {"subject": "A", "attachments": [FILE]}),
    ("GET", "{box}/mailFolders/{folder}?$select=displayName", None),
)


@pytest.mark.parametrize(("method", "path", "body"), REST, ids=lambda each: each if isinstance(each, str) else "")
def test_a_route_answers(tenant: LocalTenant, places: dict[str, str], method: str, path: str, body: Any) -> None:
    is_admin = "/permissions" in path
    if "{permission}" in path:
        granted = tenant.call("POST", f"/sites/{places['site']}/permissions", GRANT, as_admin=True)
        places["permission"] = granted.json()["id"]
    if "{old_version}" in path:
        tenant.call("PUT", f"/drives/{places['drive']}/items/{places['file']}/content", data=b"two")
        places["old_version"] = "1.0"
    answer = tenant.call(method, path.format(**places), body, as_admin=is_admin)
    assert answer.status_code in {200, 201, 204}, answer.text


def test_no_route_is_left_out(places: dict[str, str]) -> None:
    known = {**places, "permission": "p", "old_version": "1.0"}
    requests = [(sample.method, sample.path) for sample in SAMPLES] + [(method, path) for method, path, _ in REST]
    asked = set()
    for method, path in requests:
        plain, _ = routable("/v1.0" + path.format(**known).partition("?")[0])
        route, _ = ROUTER.find(method, plain)
        asked.add(route[:2])
    assert {(method, template) for method, template, _ in ROUTES} - asked == set()
