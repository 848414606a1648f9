"""The local tenant as the demo uses it: started as a program of its own, steered through its control page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import requests

_VARIABLES = ("HTTPS_PROXY", "https_proxy", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


@dataclass(frozen=True, slots=True)
class LocalTenant:
    """What the tenant said of itself when it was ready, and the page it is steered by."""

    facts: Mapping[str, Any]
    process: subprocess.Popen[str]

    def __getitem__(self, name: str) -> str:
        return str(self.facts[name])

    def set_clock(self, day: date, hour: int, minute: int = 0) -> None:
        moment = datetime.combine(day, time(hour, minute), ZoneInfo("Europe/London"))
        self._call("POST", "clock", json={"now": moment.isoformat()})

    def send_as(self, address: str, raw: bytes) -> None:
        """Let somebody of the council send a mail."""
        self._call("POST", "send", params={"mailbox": address}, data=raw)

    def messages(self, mailbox: str, folder: str = "inbox") -> list[dict[str, Any]]:
        """The mails in a folder, oldest first."""
        found: list[dict[str, Any]] = self._call(
            "GET", "messages", params={"mailbox": mailbox, "folder": folder}
        ).json()
        return found

    def raw(self, message: Mapping[str, Any]) -> bytes:
        return bytes(self._call("GET", f"messages/{message['raw']}/raw").content)

    def mailboxes(self) -> list[str]:
        return [str(each["address"]) for each in self._call("GET", "mailboxes").json()]

    def files(self) -> list[tuple[str, bytes]]:
        """Every file of the library by name."""
        found = [each for each in self._call("GET", "library").json() if not each.get("folder")]
        return [(each["name"], self._call("GET", f"library/{each['id']}/content").content) for each in found]

    def _call(self, method: str, path: str, **given: Any) -> requests.Response:
        with requests.Session() as session:
            session.trust_env = False
            response = session.request(method, f"{self['ui']}/_emulator/{path}", timeout=10, **given)
        response.raise_for_status()
        return response


@contextmanager
def local_tenant(seed: Path) -> Iterator[LocalTenant]:
    """A tenant of our own for as long as the block lasts; this process reaches Microsoft 365 through it meanwhile."""
    command = [sys.executable, "-m", "emulator", "--seed", str(seed)]
    before = {name: os.environ.get(name) for name in _VARIABLES}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        try:
            assert process.stdout is not None
            tenant = LocalTenant(json.loads(process.stdout.readline()), process)
            os.environ |= dict(zip(_VARIABLES, [tenant["proxy"]] * 2 + [tenant["ca"]] * 2, strict=True))
            yield tenant
        finally:
            process.terminate()
            for name, value in before.items():
                os.environ.pop(name, None) if value is None else os.environ.update({name: value})
