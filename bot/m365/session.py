"""One sign-in, one connection pool and one way to wait, shared by everything that talks to a tenant."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import msal
import requests
from msal.exceptions import MsalServiceError
from office365.graph_client import GraphClient
from office365.runtime.http.request_options import RequestOptions
from requests.adapters import HTTPAdapter

from bot.m365.errors import ServiceFault, SignInRefused, Unreachable, from_response, not_reached, translated

GRAPH = "https://graph.microsoft.com/v1.0"
SCOPE = ["https://graph.microsoft.com/.default"]
TIMEOUT = (5.0, 60.0)
LONGEST_WAIT = 120.0
ATTEMPTS = 5
_SAFE_TO_REPEAT = frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"})
_WORTH_REPEATING = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Credentials:
    """An application's right to sign in; a certificate (PEM text with its private key) rather than a secret."""

    tenant_id: str
    client_id: str
    certificate: str = ""
    secret: str = ""


class PatientAdapter(HTTPAdapter):
    """Repeats what may be repeated, waits as long as it is told, and signs in again once when a token is refused.

    A POST whose answer was lost is never repeated: it may have been carried out. `renew` takes the stale token and
    returns a fresh one.
    """

    def __init__(self, renew: Callable[[str], str] | None = None, wait: Callable[[float], None] = time.sleep) -> None:
        super().__init__()
        self._renew = renew
        self._wait = wait

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        renewed = False
        for attempt in range(1, ATTEMPTS + 1):
            try:
                response = super().send(request, *args, **kwargs)
                if not kwargs.get("stream"):
                    _ = response.content  # a body that breaks off is a lost answer too
            except requests.RequestException as error:
                if attempt == ATTEMPTS or not _may_repeat_lost(request, error):
                    raise
                self._wait(_backoff(attempt))
                continue
            if response.status_code == 401 and self._renew and not renewed:
                renewed = True
                response.close()
                request.headers["Authorization"] = f"Bearer {self._renew(_bearer(request))}"
                continue
            pause = _pause(request, response, attempt)
            if pause is None or attempt == ATTEMPTS:
                return response
            response.close()
            self._wait(pause)
        return response


def _may_repeat_lost(request: requests.PreparedRequest, error: requests.RequestException) -> bool:
    """Whether a call without an answer may be made again: it changes nothing twice, or it never left."""
    return request.method in _SAFE_TO_REPEAT or isinstance(error, requests.ConnectTimeout)


def _pause(request: requests.PreparedRequest, response: requests.Response, attempt: int) -> float | None:
    """Seconds to wait before asking again, or None to take this answer as it is."""
    if response.status_code not in _WORTH_REPEATING:
        return None
    told = _retry_after(response.headers.get("Retry-After", ""))
    not_begun = response.status_code == 429 or (response.status_code == 503 and told is not None)
    if request.method not in _SAFE_TO_REPEAT and not not_begun:
        return None
    pause = _backoff(attempt) if told is None else told
    return pause if pause <= LONGEST_WAIT else None


def _retry_after(header: str) -> float | None:
    """Seconds named by a Retry-After header, which holds seconds or an HTTP date (RFC 9110, 10.2.3)."""
    if header.strip().isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _backoff(attempt: int) -> float:
    return random.uniform(0.3, 0.6) * float(2 ** (attempt - 1))  # noqa: S311 - spreads load, guards nothing


def _bearer(request: requests.PreparedRequest) -> str:
    return str(request.headers.get("Authorization", "")).removeprefix("Bearer ")


class SteadySession(requests.Session):
    """Asks once for each host, not at each of thousands of calls, what the environment says of the way there."""

    def __init__(self) -> None:
        super().__init__()
        self._ways: dict[tuple[str, ...], Any] = {}

    def merge_environment_settings(self, url: Any, proxies: Any, stream: Any, verify: Any, cert: Any) -> Any:
        asked = (*urlsplit(url)[:2], repr((proxies, stream, verify, cert)))
        if asked not in self._ways:
            self._ways[asked] = super().merge_environment_settings(url, proxies, stream, verify, cert)
        return dict(self._ways[asked])


class Tenant:
    """A Microsoft 365 organisation we are signed in to; make one per process.

    `client()` gives a fresh library client over the shared session: the library keeps the remains of a failed call in
    the client, so one client serves one call.
    """

    def __init__(
        self, credentials: Credentials, user_agent: str = "planminder", wait: Callable[[float], None] = time.sleep
    ) -> None:
        self._credentials = credentials
        self._lock = threading.Lock()
        self._login = SteadySession()
        self._login.mount("https://", PatientAdapter(wait=wait))
        self._session = SteadySession()
        self._session.headers["User-Agent"] = f"NONISV|Planminder|{user_agent}"
        self._session.mount("https://", PatientAdapter(self._renew, wait))
        self._app: msal.ConfidentialClientApplication | None = None

    def client(self) -> GraphClient:
        client = GraphClient(token_callback=self._token)
        client.with_transport(session=self._session, timeout=TIMEOUT)
        client.pending_request().before_execute(_add_headers, once=False)
        return client

    def close(self) -> None:
        self._session.close()
        self._login.close()

    def get(self, url: str, what: str, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
        """A thin GET of a Graph address (whole, or below v1.0) that returns the JSON object answered."""
        address = url if url.startswith("https://") else f"{GRAPH}/{url.lstrip('/')}"
        signed = {"Authorization": f"Bearer {self._token()['access_token']}", **(headers or {})}
        with translated(what):
            response = self._session.get(address, headers=signed, timeout=TIMEOUT)
        if not response.ok:
            raise from_response(response, what)
        try:
            answer = response.json()
        except ValueError as error:
            raise ServiceFault(f"Microsoft 365's answer for {what} was cut off: it may work later") from error
        return dict(answer)

    def _token(self) -> dict[str, Any]:
        try:
            if self._app is None:
                self._app = self._sign_up()
            answer = self._app.acquire_token_for_client(scopes=SCOPE)
        except (MsalServiceError, requests.HTTPError) as error:
            raise Unreachable("login.microsoftonline.com answers with a fault of its own: it may work later") from error
        except OSError as error:
            raise not_reached("login.microsoftonline.com could not be reached", error) from error
        except ValueError as error:
            said = _SIGN_IN_ADVICE[90002] if "authority" in str(error) else _first_line(error)
            raise SignInRefused(f"signing in failed before it began: {said}") from error
        if "access_token" not in answer:
            raise SignInRefused(_sign_in_advice(answer), str(answer.get("error", "")))
        return dict(answer)

    def _sign_up(self) -> msal.ConfidentialClientApplication:
        given = self._credentials
        proof: Any = given.secret
        if given.certificate:
            proof = {"private_key": given.certificate, "public_certificate": given.certificate}
        return msal.ConfidentialClientApplication(
            given.client_id,
            client_credential=proof,
            authority=f"https://login.microsoftonline.com/{given.tenant_id}",
            http_client=_Timed(self._login),
        )

    def _renew(self, stale: str) -> str:
        """A token other than the stale one; only the first of several threads asks for it."""
        with self._lock:
            current = str(self._token()["access_token"])
            if current == stale and self._app is not None:
                self._app.remove_tokens_for_client()
                current = str(self._token()["access_token"])
            return current


class _Timed:
    """msal's http_client with our timeout; msal itself sets none."""

    def __init__(self, session: requests.Session) -> None:
        self._session = session

    def post(self, url: str, **kwargs: Any) -> requests.Response:
        return self._session.post(url, timeout=TIMEOUT, **kwargs)

    def get(self, url: str, **kwargs: Any) -> requests.Response:
        return self._session.get(url, timeout=TIMEOUT, **kwargs)

    def close(self) -> None:
        self._session.close()


def _add_headers(request: RequestOptions) -> None:
    request.headers.setdefault("Prefer", 'IdType="ImmutableId"')


_SIGN_IN_ADVICE = {
    7000215: "the client secret is wrong: set PLANMINDER_CLIENT_SECRET to the secret's value, not its id",
    7000222: "the client secret has expired: make a new one, or better use a certificate",
    700016: "the tenant does not know this application: check tenant.client_id and tenant.id",
    700027: "the certificate is not the one uploaded for this application: check tenant.certificate",
    90002: "there is no such tenant: check tenant.id",
}


def _sign_in_advice(answer: Mapping[str, Any]) -> str:
    codes = answer.get("error_codes") or []
    for code in codes:
        if code in _SIGN_IN_ADVICE:
            return f"signing in was refused (AADSTS{code}): {_SIGN_IN_ADVICE[code]}"
    return f"signing in was refused: {_first_line(answer.get('error_description') or answer.get('error'))}"


def _first_line(text: object) -> str:
    return str(text).splitlines()[0][:300] if str(text) else "no reason given"
