"""A local tenant as Microsoft 365 looks to the product, steered through its control page."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import requests

from bot.m365 import Credentials, Library, Lists, Mailbox, Tenant

COLUMNS = [
    {"name": "Action", "text": {"allowMultipleLines": True}},
    {"name": "Status", "choice": {"choices": ["Not started", "Completed"]}},
    {"name": "Due", "displayName": "Due date", "dateTime": {"format": "dateOnly"}},
    {"name": "Lead", "personOrGroup": {}},
    {"name": "Team", "personOrGroup": {"allowMultipleSelection": True}},
]
SEED = {
    "tenant": {"name": "Tamberley District Council", "domain": "tamberley.example"},
    "site": {"name": "Action plans", "path": "/sites/action-plans"},
    "mailbox": "action.plans@tamberley.example",
    "groups": ["Performance Team"],
    "leavers": ["Martin Crewe"],
    "people": [
        {"name": "Tom Ashgrove", "address": "Tom.Ashgrove@tamberley.example"},
        {"name": "Karen Whitlock", "address": "karen.whitlock@tamberley.example"},
    ],
    "lists": [
        {
            "title": "Housing plan",
            "columns": COLUMNS,
            "items": [
                {"Title": "1.1", "Action": "Open the hostel", "Lead": "tom.ashgrove@tamberley.example"},
                {"Title": "1.2", "Due": "2026-06-30", "Team": ["karen.whitlock@tamberley.example"]},
                {"Title": "1.3", "Status": "Completed"},
            ],
        },
        {"title": "Register", "items": [{"Title": str(number)} for number in range(1, 1_201)]},
    ],
}


class Waits(list[float]):
    """Takes the place of sleeping: keeps how long it was asked to wait."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


class LocalTenant:
    """One emulator process with the seed above; `sign_in` is the product's way in."""

    def __init__(self, seed: str) -> None:
        command = [sys.executable, "-m", "emulator", "--seed", seed]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.facts: dict[str, str] = json.loads(self._process.stdout.readline())
        self._page = requests.Session()
        self._page.trust_env = False
        self.waits = Waits()

    def stop(self) -> None:
        self._page.close()
        self._process.terminate()
        self._process.communicate(timeout=10)

    def reset(self) -> None:
        self.control("POST", "reset")
        self.waits = Waits()

    def sign_in(self, **other: str) -> Tenant:
        """A tenant signed in by secret, unless other credentials are given."""
        facts = {"tenant_id": self.facts["tenant"], "client_id": self.facts["client_id"]}
        credentials = Credentials(**{**facts, "secret": self.facts["client_secret"], **other})
        return Tenant(credentials, "test", self.waits)

    def fault(self, kind: str, method: str = "", path: str = "", times: int = 1, **options: object) -> None:
        wish = {"match": {"method": method, "path": path}, "fault": {"kind": kind, **options}, "times": times}
        self.control("POST", "faults", json=wish)

    def requests(self, method: str = "", path: str = "") -> list[str]:
        """What reached the tenant, as "METHOD path status", fitting the method and a part of the path."""
        return [
            f"{each['method']} {each['path']} {each['status']}"
            for each in self.control("GET", "requests").json()
            if each["method"].startswith(method) and path in each["path"]
        ]

    def mails(self, address: str, folder: str) -> list[Mapping[str, Any]]:
        found = self.control("GET", "messages", params={"mailbox": address, "folder": folder}).json()
        return list(found)

    def deliver(self, subject: str) -> str:
        """A mail from outside arrives in our mailbox; its id."""
        raw = f"From: jo@partner.example\r\nTo: us\r\nSubject: {subject}\r\nMessage-ID: <{subject}@x>\r\n\r\nHello.\r\n"
        answer = self.control("POST", "messages", params={"mailbox": self.facts["mailbox"]}, data=raw.encode())
        return str(answer.json()["id"])

    def files(self) -> list[Mapping[str, Any]]:
        return list(self.control("GET", "library").json())

    def control(self, method: str, path: str, **given: Any) -> requests.Response:
        answer = self._page.request(method, f"{self.facts['ui']}/_emulator/{path}", timeout=10, **given)
        answer.raise_for_status()
        return answer


def lists(local: LocalTenant, site: str = "") -> Lists:
    return Lists(local.sign_in(), site or local.facts["site"])


def mailbox(local: LocalTenant, address: str = "") -> Mailbox:
    return Mailbox(local.sign_in(), address or local.facts["mailbox"])


def library(local: LocalTenant) -> Library:
    tenant = local.sign_in()
    return Library(tenant, Lists(tenant, local.facts["site"]))
