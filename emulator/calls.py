"""One request as the rooms see it, and one answer as they give it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from emulator.errors import GraphError, bad_request
from emulator.pieces import Content, Held, Spool
from emulator.weaving import Woven

T = TypeVar("T")
JSON_TYPE = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"


class Ending(Enum):
    """How the connection ends: answered in full, cut without an answer, or cut in the middle of the body."""

    WHOLE = "whole"
    DROPPED = "dropped"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Caller:
    """The application behind an access token."""

    client_id: str
    name: str
    is_admin: bool


@dataclass(frozen=True, slots=True)
class Call:
    """`path` is percent-decoded and has no query; header names are lower case; `refusal`: why its body was not read.

    A PUT that came by itself has its bytes in `spool`, every other call in `body`.
    """

    method: str
    host: str
    path: str
    query_string: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    spool: Spool | None = None
    caller: Caller | None = None
    within_batch: bool = False
    refusal: GraphError | None = None

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(self.query_string, keep_blank_values=True))

    @property
    def size(self) -> int:
        return self.spool.size if self.spool else len(self.body)

    def pieces(self) -> Iterable[bytes]:
        """The bytes sent, however many, a piece at a time."""
        return self.spool.pieces() if self.spool else filter(None, (self.body,))

    @property
    def url(self) -> str:
        return f"https://{self.host}{self.path}"

    def signed_by(self, caller: Caller) -> Call:
        return replace(self, caller=caller)

    def prefers(self, name: str) -> str | None:
        """The value of one preference in the Prefer header ("" when it has none), or None when it is not asked for."""
        for wish in re.split(r",\s*(?=[A-Za-z])", self.headers.get("prefer", "")):
            key, _, value = wish.partition("=")
            if key.strip().lower() == name.lower():
                return value.strip().strip('"')
        return None

    def json(self) -> dict[str, Any]:
        """The body as a JSON object; {} for an empty one. Raises a 400 for anything else."""
        if not self.body.strip():
            return {}
        try:
            value = json.loads(self.body, parse_constant=not_a_number)
            json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
        except (ValueError, RecursionError):
            raise bad_request(
                "Unable to read JSON request payload. Please ensure Content-Type header is set."
            ) from None
        if not isinstance(value, dict):
            raise bad_request("The request body must be a JSON object.")
        return value


def not_a_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


@dataclass(frozen=True, slots=True)
class Reply:
    """The bytes of a file are `content`, those of any other answer `body`, with `contents` in place of their keys."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    content: Content | Held | Woven | None = None
    contents: Mapping[str, Content] = field(default_factory=dict)
    ending: Ending = Ending.WHOLE
    fault: str | None = None

    @property
    def size(self) -> int:
        return self._bytes().size

    def pieces(self) -> Iterable[bytes]:
        return self._bytes().pieces()

    def _bytes(self) -> Content | Held | Woven:
        if self.content is not None:
            return self.content
        return Woven(self.body, self.contents, in_lines=False) if self.contents else Held(self.body)

    def json(self) -> Any:
        return json.loads(self.body)


def answer(value: object, status: int = 200, **headers: str) -> Reply:
    """A JSON answer, with base64 for contents; header names are given with underscores for hyphens."""
    contents: dict[str, Content] = {}

    def key_of(content: Content) -> str:
        contents[content.key] = content
        return content.key

    named = {name.replace("_", "-"): text for name, text in headers.items()}
    body = json.dumps(value, ensure_ascii=False, default=key_of).encode()
    return Reply(status, body, {"Content-Type": JSON_TYPE, **named}, contents=contents)


def empty(status: int = 204) -> Reply:
    return Reply(status)


def given(body: Mapping[str, Any], name: str, kind: type[T], default: T) -> T:
    """A parameter in its type, or the default where it is absent or null. Raises a 400 for another type."""
    value = insensitive(body, name)
    if value is None:
        return default
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise bad_request(f"The property '{name}' has a value of the wrong type.")
    return value


def insensitive(body: Mapping[str, Any], name: str, default: Any = None) -> Any:
    """An action parameter: some SDKs capitalise the names that others write small."""
    return next((value for key, value in body.items() if key.lower() == name.lower()), default)
