"""The adapter alone, over an inner transport that answers as told: no tenant, no network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from bot.m365.errors import (
    AccessRefused,
    ChangedMeanwhile,
    NotFound,
    Refused,
    ServiceFault,
    SignInRefused,
    SyncExpired,
    TenantError,
    Throttled,
    from_response,
)
from bot.m365.session import ATTEMPTS, PatientAdapter
from tests.bot.m365.tenancy import Waits

Step = int | tuple[int, str] | Exception
LOST = requests.ConnectionError("the line went dead")
NEVER_LEFT = requests.ConnectTimeout("nobody picked up")


class Script(HTTPAdapter):
    """Answers each call with the next step: a status, a status with Retry-After, or a failure."""

    def __init__(self, *steps: Step) -> None:
        super().__init__()
        self.steps = list(steps)
        self.tokens: list[str] = []

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:  # type: ignore[override]
        self.tokens.append(str(request.headers.get("Authorization", "")))
        step = self.steps.pop(0)
        if isinstance(step, Exception):
            raise step
        response = requests.Response()
        response.status_code, retry_after = step if isinstance(step, tuple) else (step, None)
        response._content = b"{}"
        if retry_after is not None:
            response.headers["Retry-After"] = retry_after
        return response


class Patient(PatientAdapter, Script):
    """The adapter over a script in the place of the network."""

    def __init__(self, *steps: Step, renew: Callable[[str], str] | None = None) -> None:
        self.waits = Waits()
        PatientAdapter.__init__(self, renew, self.waits)
        self.steps = list(steps)
        self.tokens = []

    def ask(self, method: str = "GET", token: str = "old") -> int:
        request = requests.Request(
            method, "https://graph.microsoft.com/v1.0/me", headers={"Authorization": f"Bearer {token}"}
        )
        return self.send(request.prepare()).status_code


@pytest.mark.parametrize("status", [200, 400, 403, 404, 409, 410, 412, 423, 501])
def test_an_answer_that_says_something_is_taken_as_it_is(status: int) -> None:
    patient = Patient(status, 200)
    assert (patient.ask(), patient.waits) == (status, [])


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "HEAD"])
def test_what_changes_nothing_twice_is_repeated(method: str, status: int) -> None:
    patient = Patient(status, 200)
    assert (patient.ask(method), len(patient.waits)) == (200, 1)


@pytest.mark.parametrize("step", [500, 502, 504, 503, (502, "3"), (504, "3")])
def test_a_post_that_may_have_been_carried_out_is_not_repeated(step: Step) -> None:
    patient = Patient(step, 200)
    assert patient.ask("POST") == (step if isinstance(step, int) else step[0])
    assert patient.waits == []


@pytest.mark.parametrize("step", [429, (429, "3"), (503, "3")])
def test_a_post_that_was_turned_away_at_the_door_is_repeated(step: Step) -> None:
    patient = Patient(step, 201)
    assert (patient.ask("POST"), len(patient.waits)) == (201, 1)


def test_a_post_whose_answer_was_lost_is_not_repeated() -> None:
    patient = Patient(LOST, 201)
    with pytest.raises(requests.ConnectionError):
        patient.ask("POST")
    assert patient.steps == [201]


def test_a_post_that_never_left_is_repeated() -> None:
    assert Patient(NEVER_LEFT, 201).ask("POST") == 201


@pytest.mark.parametrize("lost", [LOST, requests.ReadTimeout(), requests.exceptions.ChunkedEncodingError()])
def test_a_get_without_an_answer_is_repeated_and_at_last_given_up(lost: Exception) -> None:
    assert Patient(lost, lost, 200).ask() == 200
    patient = Patient(*[lost] * (ATTEMPTS + 1))
    with pytest.raises(type(lost)):
        patient.ask()
    assert (len(patient.steps), len(patient.waits)) == (1, ATTEMPTS - 1)


def test_the_last_refusal_is_handed_on_when_patience_ends() -> None:
    patient = Patient(*[503] * (ATTEMPTS + 1))
    assert (patient.ask(), len(patient.waits)) == (503, ATTEMPTS - 1)


def test_pauses_grow_and_stay_short_of_half_a_minute_in_all() -> None:
    patient = Patient(*[503] * ATTEMPTS)
    patient.ask()
    assert patient.waits == sorted(patient.waits)
    assert 2 < sum(patient.waits) < 30


@pytest.mark.parametrize(("header", "pause"), [("0", 0.0), ("7", 7.0), ("120", 120.0)])
def test_a_wait_told_in_seconds_is_kept(header: str, pause: float) -> None:
    patient = Patient((429, header), 200)
    assert (patient.ask(), patient.waits) == (200, [pause])


def test_a_wait_told_as_a_moment_is_kept() -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    patient = Patient((429, moment), 200)
    assert patient.ask() == 200
    assert 25 < patient.waits[0] <= 30


@pytest.mark.parametrize("header", ["Mon, 01 Jan 2024 08:00:00 GMT", "Mon, 01 Jan 2024 08:00:00 -0000"])
def test_a_moment_that_is_past_means_at_once(header: str) -> None:
    patient = Patient((429, header), 200)
    assert (patient.ask(), patient.waits) == (200, [0.0])


@pytest.mark.parametrize("header", ["soon", "", "-5", "1.5"])
def test_a_wait_that_cannot_be_read_becomes_a_short_pause(header: str) -> None:
    patient = Patient((429, header), 200)
    assert patient.ask() == 200
    assert 0 < patient.waits[0] < 1


def test_a_wait_too_long_for_a_run_is_handed_on() -> None:
    patient = Patient((429, "121"), 200)
    assert (patient.ask(), patient.waits) == (429, [])


def test_a_refused_token_is_renewed_once_and_the_new_one_used() -> None:
    patient = Patient(401, 200, renew=lambda stale: f"newer than {stale}")
    assert patient.ask() == 200
    assert patient.tokens == ["Bearer old", "Bearer newer than old"]


def test_a_post_with_a_refused_token_is_made_again_for_it_was_not_begun() -> None:
    assert Patient(401, 201, renew=lambda _: "new").ask("POST") == 201


def test_a_new_token_that_is_refused_too_is_the_answer() -> None:
    patient = Patient(401, 401, 200, renew=lambda _: "new")
    assert (patient.ask(), patient.steps) == (401, [200])


def test_without_a_way_to_renew_a_refused_token_is_the_answer() -> None:
    assert Patient(401, 200).ask() == 401


def test_trouble_after_a_renewal_is_still_borne() -> None:
    patient = Patient(401, 503, LOST, 200, renew=lambda _: "new")
    assert (patient.ask(), len(patient.waits)) == (200, 2)


@pytest.mark.parametrize(
    ("status", "kind", "try_again", "mendable"),
    [
        (401, SignInRefused, False, True),
        (403, AccessRefused, False, True),
        (404, NotFound, False, True),
        (409, ChangedMeanwhile, False, False),
        (410, SyncExpired, False, False),
        (412, ChangedMeanwhile, False, False),
        (423, Throttled, True, False),
        (429, Throttled, True, False),
        (503, Throttled, True, False),
        (500, ServiceFault, True, False),
        (507, ServiceFault, True, False),
        (400, Refused, False, False),
        (405, Refused, False, False),
    ],
)
def test_each_status_is_named_after_what_happened(
    status: int, kind: type[TenantError], try_again: bool, mendable: bool
) -> None:
    response = requests.Response()
    response.status_code, response._content = status, b'{"error": {"code": "someCode"}}'
    error = from_response(response, 'list "Housing plan"')
    assert type(error) is kind
    assert 'list "Housing plan"' in str(error)
    assert (error.code, error.try_again, error.mendable) == ("someCode", try_again, mendable)


@pytest.mark.parametrize("body", [b"", b"<html>Bad gateway</html>", b"[]", b'{"error": "invalid_client"}', b"null"])
def test_a_refusal_without_a_code_is_still_told(body: bytes) -> None:
    response = requests.Response()
    response.status_code, response._content = 502, body
    assert str(from_response(response, "the people")) == "Microsoft 365 failed at the people (502): it may work later"
