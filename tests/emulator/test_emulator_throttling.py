"""Throttling: off until it is asked for, and then as the two services refuse."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.emulator.local import LocalTenant

MAIL = {"message": {"subject": "Hello", "toRecipients": [{"emailAddress": {"address": "ada.fenn@harrowmere.example"}}]}}


def throttle(tenant: LocalTenant, **wish: Any) -> dict[str, Any]:
    return dict(tenant.control("POST", "/throttling", wish))


def told(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def test_nothing_is_throttled_until_it_is_asked_for(tenant: LocalTenant) -> None:
    assert tenant.control("GET", "/throttling") == {"outlook": None, "sharepoint": None}
    statuses = {tenant.call("POST", f"{tenant.box}/sendMail", MAIL).status_code for _ in range(31)}
    assert statuses == {202}


def test_the_services_own_limits_are_known(tenant: LocalTenant) -> None:
    limits = throttle(tenant, outlook=True, sharepoint=True)
    assert limits["outlook"].items() >= {"concurrent": 4, "mails": 30, "requests": 10_000}.items()
    assert limits["sharepoint"] == {"units": 1250, "status": 429}
    assert throttle(tenant, outlook=False)["outlook"] is None


def test_the_31st_mail_of_a_minute_is_refused_and_reading_goes_on(tenant: LocalTenant) -> None:
    throttle(tenant, outlook=True)
    draft = tenant.call("POST", f"{tenant.box}/messages", MAIL["message"]).json()["id"]
    answers = [tenant.call("POST", f"{tenant.box}/sendMail", MAIL) for _ in range(31)]
    assert [each.status_code for each in answers] == [202] * 30 + [429]
    assert told(answers[-1]) == (429, "ApplicationThrottled")
    assert 50 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert tenant.call("POST", f"{tenant.box}/messages/{draft}/send").status_code == 429
    assert tenant.get(f"{tenant.box}/messages/{draft}")["isDraft"] is True


def test_a_fifth_call_at_once_to_a_mailbox_is_refused(tenant: LocalTenant) -> None:
    throttle(tenant, outlook={"latency": 0.4})
    tenant.call("GET", f"{tenant.box}/mailFolders")
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: tenant.call("GET", f"{tenant.box}/mailFolders"), range(6)))
    refused = [each for each in answers if each.status_code == 429]
    assert len(refused) == 2
    assert "MailboxConcurrency" in refused[0].json()["error"]["message"]
    assert tenant.call("GET", f"{tenant.box}/mailFolders").status_code == 200


@pytest.mark.parametrize("status", [429, 503])
def test_sharepoint_warns_from_four_fifths_on_and_then_refuses(tenant: LocalTenant, status: int) -> None:
    throttle(tenant, sharepoint={"units": 10, "status": status})
    answers = [tenant.call("GET", f"{tenant.site}/lists") for _ in range(6)]
    assert [each.status_code for each in answers] == [200] * 5 + [status]
    assert "RateLimit-Remaining" not in answers[2].headers
    assert (answers[3].headers["RateLimit-Limit"], answers[3].headers["RateLimit-Remaining"]) == ("10", "2")
    assert 0 < int(answers[5].headers["Retry-After"]) <= 60
    assert answers[5].headers["RateLimit-Reset"] == answers[5].headers["Retry-After"]
    assert tenant.call("GET", f"{tenant.box}/mailFolders").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "units"),
    [
        ("GET", "{site}", 1),
        ("GET", "{site}/lists/Documents/items/delta", 2),
        ("GET", "{site}/lists/Documents/items/delta?token=latest", 1),
        ("GET", "{site}/lists/Documents/items/delta(token='latest')", 1),
        ("GET", "{site}/lists/Documents/columns", 2),
        ("POST", "{site}/lists", 2),
        ("GET", "{site}/permissions", 5),
        ("GET", "/users", 0),
    ],
)
def test_each_call_costs_its_resource_units(tenant: LocalTenant, method: str, path: str, units: int) -> None:
    throttle(tenant, sharepoint={"units": units + 2})
    tenant.call(method, path.format(site=tenant.site), {} if method == "POST" else None)
    after = tenant.call("GET", f"{tenant.site}/lists/Documents/columns")
    assert (after.status_code, after.headers["RateLimit-Remaining"]) == (200, "0")


def test_throttling_reaches_into_a_batch(tenant: LocalTenant) -> None:
    throttle(tenant, outlook={"mails": 1})
    part = {"method": "POST", "url": f"{tenant.box}/sendMail", "body": MAIL}
    parts = [{**part, "id": str(number), "headers": {"Content-Type": "application/json"}} for number in (1, 2)]
    answers = tenant.call("POST", "/$batch", {"requests": parts}).json()["responses"]
    assert [each["status"] for each in answers] == [202, 429]
    assert answers[1]["headers"]["Retry-After"] == "60"


@pytest.mark.parametrize(
    "wish", [{"outlook": "yes"}, {"sharepoint": {"colour": 1}}, {"sharepoint": {"status": 500}}, {"teams": True}]
)
def test_limits_that_make_no_sense_are_refused(tenant: LocalTenant, wish: dict[str, Any]) -> None:
    answer = tenant.session.post(f"{tenant.line['ui']}/_emulator/throttling", json=wish)
    assert answer.status_code == 400
