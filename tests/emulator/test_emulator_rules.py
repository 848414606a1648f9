"""What holds for every call: errors, headers, URLs, access, batches and faults."""

from __future__ import annotations

import time
from typing import Any

import pytest
import requests

from tests.emulator.local import LocalTenant


def fault(tenant: LocalTenant, path: str, times: int | None = 1, method: str = "GET", **kind: Any) -> None:
    wish = {"match": {"method": method, "path": path}, "fault": kind, "times": times}
    tenant.control("POST", "/faults", wish)


def test_an_error_has_microsofts_shape_and_echoes_the_callers_id(tenant: LocalTenant) -> None:
    answer = tenant.call("GET", f"{tenant.site}/lists/none", headers={"client-request-id": "mine-1"})
    error = answer.json()["error"]
    assert error["code"] == "itemNotFound"
    assert error["message"]
    assert set(error["innerError"]) == {"date", "request-id", "client-request-id"}
    assert error["innerError"]["client-request-id"] == answer.headers["client-request-id"] == "mine-1"
    assert answer.headers["request-id"] == error["innerError"]["request-id"]


@pytest.mark.parametrize("path", ["root", "{host}", "{host}:/", "{host}:/sites/other", "{host},1,2", "other-guid"])
def test_every_other_site_is_refused(tenant: LocalTenant, path: str) -> None:
    host = tenant.line["site"].split("/")[2]
    for below in ("", "/lists", "/drive", "/drive/root/children"):
        colon = ":" if below and ":/" in path else ""
        answer = tenant.call("GET", f"/sites/{path.format(host=host)}{colon}{below}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "accessDenied")


def test_a_host_of_another_tenant_is_a_bad_request(tenant: LocalTenant) -> None:
    assert tenant.call("GET", "/sites/elsewhere.sharepoint.com:/sites/x").status_code == 400


@pytest.mark.parametrize("name", ["ada.fenn", "nobody"])
def test_every_other_mailbox_is_refused(tenant: LocalTenant, name: str) -> None:
    user = f"/users/{tenant.address(name)}"
    for method, path in (("GET", "/messages"), ("GET", "/mailFolders/inbox/messages/delta"), ("POST", "/sendMail")):
        answer = tenant.call(method, user + path, {} if method == "POST" else None)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "ErrorAccessDenied")


def test_the_admin_grants_and_takes_away_a_site(tenant: LocalTenant) -> None:
    path = f"{tenant.site}/permissions"
    grant = tenant.get(path, as_admin=True)["value"][0]
    assert grant["grantedToIdentitiesV2"][0]["application"]["id"] == tenant.line["client_id"]
    assert tenant.call("DELETE", f"{path}/{grant['id']}", as_admin=True).status_code == 204
    assert tenant.call("GET", tenant.site).status_code == 403
    wish = {
        "roles": ["read"],
        "grantedToIdentities": [{"application": {"id": tenant.line["client_id"], "displayName": "x"}}],
    }
    assert tenant.call("POST", path, wish, as_admin=True).status_code == 201
    assert tenant.call("GET", tenant.site).status_code == 200
    assert tenant.call("POST", f"{tenant.site}/lists", {"displayName": "No"}).status_code == 403


def test_the_application_grants_nothing_and_the_admin_reads_no_mail(tenant: LocalTenant) -> None:
    assert tenant.call("POST", f"{tenant.site}/permissions", {"roles": ["write"]}).status_code == 403
    assert tenant.call("GET", f"{tenant.box}/messages", as_admin=True).status_code == 403


def test_other_peoples_habits_with_urls_are_understood(tenant: LocalTenant) -> None:
    site = tenant.get(tenant.site)["id"]
    for path in (
        f"//sites/{site}/lists?%24top=1",
        f"/Sites/{site}/LISTS?$select=id",
        f"/sites/{site.split(',')[1]}/lists",
        f"/sites('{site}')/lists/",
        "/sites/" + tenant.site.removeprefix("/sites/")[:-1].replace(":", "%3A").replace("/", "%2F"),
    ):
        assert tenant.call("GET", path).status_code == 200, path


@pytest.mark.parametrize("number", ["0%1F", "%D9%A3", "-1", "1.5", "x", "9" * 5000])
def test_a_number_that_is_none_is_no_failure(tenant: LocalTenant, number: str) -> None:
    for option in ("$top", "$skip"):
        for path in ("/users", f"{tenant.box}/messages", f"{tenant.box}/mailFolders"):
            assert tenant.call("GET", f"{path}?{option}={number}").status_code in {200, 400}
    path = f"{tenant.box}/mailFolders/inbox/messages/delta"
    assert tenant.call("GET", path, headers={"Prefer": f"odata.maxpagesize={'9' * 5000}"}).status_code == 200


def test_a_select_of_the_site_gives_only_that(tenant: LocalTenant) -> None:
    assert set(tenant.get(f"{tenant.site[:-1]}?$select=id")) == {"@odata.context", "id"}


def test_search_finds_only_granted_sites(tenant: LocalTenant) -> None:
    assert [each["displayName"] for each in tenant.get("/sites?search=plans")["value"]] == ["Corporate Plans"]
    assert tenant.get("/sites?search=nothing")["value"] == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nonsense", 400), ("GET", "/me/messages", 400), ("PUT", "/users", 405)],
)
def test_a_path_that_is_not_there_is_told(tenant: LocalTenant, method: str, path: str, status: int) -> None:
    assert tenant.call(method, path).status_code == status


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b"\xff\xfe", b'"x"', b"[" * 5000])
def test_a_body_that_is_not_an_object_is_a_400(tenant: LocalTenant, body: bytes) -> None:
    for path in (f"{tenant.site}/lists", f"{tenant.box}/sendMail", f"{tenant.box}/messages"):
        answer = tenant.call("POST", path, data=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 400


def test_a_user_is_found_by_address_and_by_id(tenant: LocalTenant) -> None:
    user = tenant.get(f"/users/{tenant.address('ada.fenn')}?$select=id,department,mail")
    assert user["department"] == "Housing"
    assert tenant.get(f"/users/{user['id']}")["displayName"] == "Ada Fenn"
    missing = tenant.call("GET", f"/users/{tenant.address('nobody')}")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "Request_ResourceNotFound")


def batch(tenant: LocalTenant, *parts: dict[str, Any]) -> requests.Response:
    return tenant.call("POST", "/$batch", {"requests": list(parts)})


def test_each_part_of_a_batch_has_its_own_status(tenant: LocalTenant) -> None:
    typed = {"Content-Type": "application/json"}
    answer = batch(
        tenant,
        {"id": "1", "method": "GET", "url": tenant.site[:-1]},
        {"id": "2", "method": "POST", "url": f"{tenant.site}/lists", "body": {"displayName": "New"}, "headers": typed},
        {"id": "3", "method": "GET", "url": "/sites/root", "dependsOn": ["2"]},
        {"id": "4", "method": "GET", "url": tenant.site[:-1], "dependsOn": ["3"]},
    )
    assert {each["id"]: each["status"] for each in answer.json()["responses"]} == {
        "1": 200,
        "2": 201,
        "3": 403,
        "4": 424,
    }
    assert tenant.get(f"{tenant.site}/lists/New")["displayName"] == "New"


def test_a_batch_with_twin_ids_too_many_parts_or_an_untyped_body_is_refused(tenant: LocalTenant) -> None:
    part = {"id": "a", "method": "GET", "url": "/users"}
    assert batch(tenant, part, {**part, "id": "A"}).status_code == 400
    assert batch(tenant, *({**part, "id": str(number)} for number in range(21))).status_code == 400
    assert batch(tenant, {**part, "method": "POST", "body": {}}).status_code == 400
    assert batch(tenant).status_code == 400


def test_a_status_fault_holds_as_often_as_asked_and_says_when_to_return(tenant: LocalTenant) -> None:
    fault(tenant, r"/users$", times=2, kind="status", status=429, retry_after=7)
    statuses = [tenant.call("GET", "/users?$top=1") for _ in range(3)]
    assert [each.status_code for each in statuses] == [429, 429, 200]
    assert statuses[0].headers["Retry-After"] == "7"
    assert statuses[0].json()["error"]["code"] == "activityLimitReached"


def test_the_last_item_of_a_page_comes_again_on_the_next(tenant: LocalTenant) -> None:
    tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Actions"})
    for _ in range(5):
        tenant.call("POST", f"{tenant.site}/lists/Actions/items", {"fields": {}})
    fault(tenant, "/items$", kind="duplicate_items")
    seen, link = [], f"{tenant.site}/lists/Actions/items?$top=2&$expand=fields($select=Title)"
    while link:
        page = tenant.get(link)
        seen.append([each["id"] for each in page["value"]])
        link = page.get("@odata.nextLink")
    assert seen == [["1", "2"], ["2", "3", "4"], ["5"]]
    assert (
        tenant.get(f"{tenant.site}/lists/Actions/items?$top=2&$expand=fields($select=Title)")["value"][0]["id"] == "1"
    )


def test_the_last_item_of_the_only_page_comes_twice(tenant: LocalTenant) -> None:
    names = [each["mail"] for each in tenant.get("/users")["value"]]
    fault(tenant, "/users$", kind="duplicate_items")
    assert [each["mail"] for each in tenant.get("/users")["value"]] == [*names, names[-1]]


def test_a_fault_is_for_its_method_and_path_only(tenant: LocalTenant) -> None:
    fault(tenant, r"/sendMail$", method="POST", kind="status", status=503)
    assert tenant.call("GET", "/users").status_code == 200
    assert tenant.call("POST", f"{tenant.box}/sendMail", {}).status_code == 503


def test_a_fault_may_be_for_a_method_whatever_the_path(tenant: LocalTenant) -> None:
    tenant.control("POST", "/faults", {"match": {"method": "POST"}, "fault": {"kind": "status", "status": 503}})
    assert tenant.call("GET", tenant.site).status_code == 200
    assert tenant.call("POST", f"{tenant.box}/messages", {"subject": "A"}).status_code == 503


def test_drop_before_does_nothing_and_drop_after_does_it(tenant: LocalTenant) -> None:
    for kind, name in (("drop_before", "Before"), ("drop_after", "After")):
        fault(tenant, "/lists$", method="POST", kind=kind)
        with pytest.raises(requests.exceptions.ConnectionError):
            tenant.call("POST", f"{tenant.site}/lists", {"displayName": name})
    assert tenant.call("GET", f"{tenant.site}/lists/Before").status_code == 404
    assert tenant.call("GET", f"{tenant.site}/lists/After").status_code == 200


def test_a_torn_body_breaks_off_in_the_middle(tenant: LocalTenant) -> None:
    fault(tenant, "/users$", kind="torn_body")
    with pytest.raises((requests.exceptions.ChunkedEncodingError, requests.exceptions.ConnectionError)):
        tenant.call("GET", "/users")
    assert tenant.call("GET", "/users").status_code == 200


def test_a_delay_holds_only_the_call_that_it_is_for(tenant: LocalTenant) -> None:
    fault(tenant, "/users$", kind="delay", seconds=0.3)
    began = time.monotonic()
    assert tenant.call("GET", "/users").status_code == 200
    assert time.monotonic() - began >= 0.3


def test_faults_reach_into_a_batch(tenant: LocalTenant) -> None:
    fault(tenant, "^/v1.0/users$", kind="status", status=429, retry_after=3)
    answer = batch(tenant, {"id": "1", "method": "GET", "url": "/users"}, {"id": "2", "method": "GET", "url": "users"})
    first, second = answer.json()["responses"]
    assert (first["status"], first["headers"]["Retry-After"], second["status"]) == (429, "3", 200)
    fault(tenant, "/users$", kind="drop_after")
    with pytest.raises(requests.exceptions.ConnectionError):
        batch(tenant, {"id": "1", "method": "GET", "url": "/users"})


def test_the_token_endpoint_can_fail_too(tenant: LocalTenant) -> None:
    fault(tenant, "oauth2/v2.0/token$", method="POST", kind="status", status=503)
    url = f"https://login.microsoftonline.com/{tenant.line['tenant']}/oauth2/v2.0/token"
    assert tenant.session.post(url, data={}).status_code == 503


def test_faults_can_be_seen_and_cleared(tenant: LocalTenant) -> None:
    fault(tenant, "/users$", times=None, kind="status", status=500)
    assert tenant.control("GET", "/faults")[0]["fault"] == {"kind": "status", "status": 500}
    tenant.control("DELETE", "/faults")
    assert tenant.call("GET", "/users").status_code == 200


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"fault": {"kind": "nonsense"}},
        {"fault": {"kind": "status"}},
        {"match": {"path": "("}, "fault": {"kind": "delay", "seconds": 1}},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(tenant: LocalTenant, wish: dict[str, Any]) -> None:
    assert tenant.session.post(f"{tenant.line['ui']}/_emulator/faults", json=wish).status_code == 400


def test_the_log_tells_every_request(tenant: LocalTenant) -> None:
    tenant.call("GET", "/users?$top=1")
    entry = tenant.control("GET", "/requests")[-1]
    assert (entry["method"], entry["path"], entry["status"]) == ("GET", "/v1.0/users", 200)
    assert entry["time"].endswith("Z")
    assert entry["query"] == "$top=1"


def test_the_clock_moves_the_stamps_but_not_the_tokens(tenant: LocalTenant) -> None:
    tenant.control("POST", "/clock", {"now": "2017-10-02T08:30:00+01:00"})
    made = tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Then"}).json()
    assert made["createdDateTime"].startswith("2017-10-02T07:30:0")
    tenant.control("POST", "/clock", {"now": None})
    assert not tenant.control("GET", "/clock")["now"].startswith("2017")


def test_reset_brings_the_seed_back(tenant: LocalTenant) -> None:
    tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Gone"})
    site = tenant.get(tenant.site)["id"]
    tenant.control("POST", "/reset")
    assert tenant.get(f"/sites/{site}")["displayName"] == "Corporate Plans"
    assert tenant.call("GET", f"{tenant.site}/lists/Gone").status_code == 404
