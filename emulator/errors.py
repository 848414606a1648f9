"""Refusals as Graph words them: a status, a code, a sentence, and sometimes a nested code that says more."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable, Mapping

FULL = "The disk that holds the tenant is full. Make room on it, then try again."
OF_A_FULL_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


class GraphError(Exception):
    """A request refused. `inner` is the more specific code that Graph nests, or None."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        inner: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.inner = inner
        self.headers = dict(headers or {})

    def body(self, date: str, request_id: str, client_request_id: str) -> dict[str, object]:
        inner: dict[str, object] = {"date": date, "request-id": request_id, "client-request-id": client_request_id}
        if self.inner:
            inner = {"code": self.inner, **inner}
        return {"error": {"code": self.code, "message": self.message, "innerError": inner}}


class SignInError(Exception):
    """A token refused, with the number that Microsoft Entra gives its reason."""

    def __init__(self, status: int, error: str, number: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.error = error
        self.number = number
        self.message = message


class SeedError(Exception):
    """The seed file cannot be used; the sentence says why."""


class StateError(Exception):
    """The folder given as the state cannot be used; the sentence says why."""


class ControlError(Exception):
    """A call to the control interface cannot be done; the sentence says why."""


class PortError(Exception):
    """A port cannot be listened on; the sentence says why."""


def only(given: Iterable[str], known: Iterable[str], what: str) -> None:
    """Raises ValueError with a sentence about the first key that is not known."""
    names = list(known)
    for key in given:
        if key not in names:
            choice = f"known are {', '.join(names)}" if names else "it takes none"
            raise ValueError(f"{what} has the key {key!r}, which means nothing here; {choice}")


def bad_request(message: str, code: str = "invalidRequest") -> GraphError:
    return GraphError(400, code, message)


def bad_mail_request(message: str, code: str = "ErrorInvalidRequest") -> GraphError:
    return GraphError(400, code, message)


def unauthorised(message: str) -> GraphError:
    return GraphError(401, "InvalidAuthenticationToken", message, headers={"WWW-Authenticate": "Bearer"})


def access_denied() -> GraphError:
    return GraphError(403, "accessDenied", "Access denied")


def mail_access_denied() -> GraphError:
    return GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")


def not_found(message: str = "The resource could not be found.") -> GraphError:
    return GraphError(404, "itemNotFound", message)


def mail_not_found() -> GraphError:
    return GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store.")


def already_exists(message: str) -> GraphError:
    return GraphError(409, "nameAlreadyExists", message)


TOO_LARGE = "The request is larger than one may be; use an upload session, which takes an attachment of up to 150 MB."


def payload_too_large(message: str = TOO_LARGE) -> GraphError:
    return GraphError(413, "payloadTooLarge", message)


def insufficient_storage() -> GraphError:
    return GraphError(507, "quotaLimitReached", f"Insufficient disk space. {FULL}")


def is_full_disk(error: BaseException) -> bool:
    """Whether the store or a file could not be written for want of room."""
    if isinstance(error, sqlite3.Error):
        return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF in OF_A_FULL_DISK
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def stale_etag() -> GraphError:
    message = "The resource has changed since the caller last read it; usually an eTag mismatch"
    return GraphError(412, "resourceModified", message, inner="entityTagDoesNotMatch")


def unknown_route() -> GraphError:
    return GraphError(400, "BadRequest", "Resource not found for the segment in this request.")
