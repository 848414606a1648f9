"""What can go wrong with a tenant, named after what happened.

    TenantError
    ├── Unreachable       no connection, or it broke                          try again
    ├── ServiceFault      Microsoft 365 answered with a fault of its own      try again
    ├── Throttled         it asked to wait longer than one run may            try again
    ├── ChangedMeanwhile  somebody else changed the row first (409, 412)      read again, decide again
    ├── SyncExpired       a delta link is too old (410)                       read everything again
    ├── NoTrustedCertificates  REQUESTS_CA_BUNDLE names nothing readable      an admin mends it
    ├── SignInRefused     wrong secret, certificate or application id         an admin mends it
    ├── AccessRefused     the site or the mailbox is not granted (403)        an admin mends it
    ├── NotFound          no such site, list, column, mailbox or message      an admin mends it
    └── Refused           any other refusal: our request is wrong             an admin reports it

The adapter's edge turns the library's errors into these, by status, in `translated`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException

import requests
from office365.runtime.client_request_exception import ClientRequestException


class TenantError(Exception):
    """Microsoft 365 did not do what was asked. `try_again` says whether the same call may succeed later."""

    try_again = False
    mendable = False

    def __init__(self, sentence: str, code: str = "") -> None:
        super().__init__(sentence)
        self.code = code


class Unreachable(TenantError):
    try_again = True


class ServiceFault(TenantError):
    try_again = True


class Throttled(TenantError):
    try_again = True


class ChangedMeanwhile(TenantError):
    pass


class SyncExpired(TenantError):
    pass


class NoTrustedCertificates(TenantError):
    mendable = True


class SignInRefused(TenantError):
    mendable = True


class AccessRefused(TenantError):
    mendable = True


class NotFound(TenantError):
    mendable = True


class Refused(TenantError):
    pass


_BY_STATUS: dict[int, tuple[type[TenantError], str]] = {
    401: (SignInRefused, "Microsoft 365 no longer accepts the sign-in for {what}: check the credential in [tenant]"),
    403: (AccessRefused, "Microsoft 365 refuses access to {what}: grant it as docs/admin.md describes"),
    404: (NotFound, "Microsoft 365 finds no {what}: check its name in the configuration"),
    409: (ChangedMeanwhile, "{what} was changed by somebody else meanwhile"),
    410: (SyncExpired, "the change marker of {what} has expired"),
    412: (ChangedMeanwhile, "{what} was changed by somebody else meanwhile"),
    423: (Throttled, "{what} is locked by somebody who has it open: try again when it is closed"),
    429: (Throttled, "Microsoft 365 asks to wait before going on with {what}"),
    503: (Throttled, "Microsoft 365 is busy and asks to wait before going on with {what}"),
}


def from_response(response: requests.Response, what: str) -> TenantError:
    """The error that a refused answer stands for; `what` names the thing asked for, for people."""
    kind, sentence = _BY_STATUS.get(response.status_code, (None, ""))
    code = _error_code(response)
    if kind:
        return kind(sentence.format(what=what), code)
    status = f"{response.status_code} {code}".strip()
    if response.status_code >= 500:
        return ServiceFault(f"Microsoft 365 failed at {what} ({status}): it may work later", code)
    return Refused(f"Microsoft 365 refused the request for {what} ({status})", code)


def _error_code(response: requests.Response) -> str:
    try:
        return str(response.json()["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return ""


def not_reached(sentence: str, error: OSError) -> TenantError:
    """The error for a call that got no answer; requests' own errors are OSErrors too, and a plain one comes before any
    connection, from a certificate bundle that is not there."""
    if isinstance(error, requests.exceptions.SSLError) and "UNEXPECTED_EOF" not in str(error):
        advice = "its certificate is not trusted: if a proxy of yours opens TLS, name its certificate in"
        return Unreachable(f"{sentence}: {advice} REQUESTS_CA_BUNDLE")
    if isinstance(error, requests.RequestException | ConnectionError | TimeoutError):
        return Unreachable(f"{sentence}: {_why_not_reached(error)}")
    return NoTrustedCertificates(f"REQUESTS_CA_BUNDLE names no file of certificates that can be read: {error}")


def _why_not_reached(error: OSError) -> str:
    if isinstance(error, requests.exceptions.ProxyError):
        return _why_no_proxy(error)
    if isinstance(error, requests.exceptions.Timeout | TimeoutError):
        return "no answer came in time; check the network, or wait until Microsoft 365 is well again"
    return "the connection was dropped; it may work later, else check the network and the proxy"


def _why_no_proxy(error: requests.exceptions.ProxyError) -> str:
    """Whether the proxy is not there, refuses us, or dropped the connection before it had said anything."""
    within = getattr(getattr(error.args[0] if error.args else None, "reason", None), "original_error", None)
    if "Tunnel connection failed" in str(within):
        return "the proxy named in HTTPS_PROXY does not let us through; let it allow Microsoft 365"
    if isinstance(within, ConnectionError | HTTPException):
        return "the proxy named in HTTPS_PROXY dropped the connection; it may work later, else check it"
    return "the proxy named in HTTPS_PROXY is not there; check its address"


@contextmanager
def translated(what: str) -> Iterator[None]:
    """Turn what requests and the library raise inside the block into one of our errors about `what`."""
    try:
        yield
    except TenantError:
        raise
    except ClientRequestException as error:
        if error.response is None:
            raise Unreachable(f"Microsoft 365 could not be reached for {what}") from error
        raise from_response(error.response, what) from error
    except requests.HTTPError as error:
        raise from_response(error.response, what) from error
    except OSError as error:
        raise not_reached(f"Microsoft 365 could not be reached for {what}", error) from error
