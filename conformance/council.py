"""The council that the clients are let loose on, and the way to it: what a check needs besides its client."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

DOMAIN = "tamberley.example"
DEPOTS = "Depots"
MANY = 450
SEED: dict[str, Any] = {
    "tenant": {"name": "Tamberley District Council", "domain": DOMAIN},
    "people": [
        {"name": "Ivy Marsh", "address": f"ivy.marsh@{DOMAIN}", "title": "Head of Parks", "department": "Parks"}
        | {"manager": f"noel.birch@{DOMAIN}"},
        {"name": "Noel Birch", "address": f"noel.birch@{DOMAIN}", "title": "Clerk", "department": "Law"},
    ],
    "lists": [
        {
            "title": DEPOTS,
            "columns": [{"name": "Bays", "number": {}, "indexed": True}, {"name": "Ward", "text": {}}],
            "items": [
                {"Title": f"Depot {number:03}", "Bays": number, "Ward": ("North", "South")[number % 2]}
                for number in range(1, MANY + 1)
            ],
        }
    ],
}


@dataclass(frozen=True, slots=True)
class Council:
    """A running tenant by the line of JSON that it printed."""

    line: Mapping[str, Any]

    def person(self, name: str) -> str:
        return f"{name}@{self.line['domain']}"

    @property
    def ivy(self) -> str:
        return self.person("ivy.marsh")

    @property
    def mailbox(self) -> str:
        return str(self.line["mailbox"])

    @property
    def site_key(self) -> str:
        """The site as Graph's path addresses it: `host:/sites/name`."""
        host, _, path = str(self.line["site"]).removeprefix("https://").partition("/")
        return f"{host}:/{path}"

    @property
    def host(self) -> str:
        return self.site_key.partition(":")[0]

    @property
    def pem(self) -> str:
        return Path(self.line["certificate"]).read_text(encoding="ascii")

    def control(self, method: str, path: str, body: Any = None) -> Any:
        """A call to the tenant's control interface; bytes go as they are, anything else as JSON."""
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.line['ui']}/_emulator{path}", data=data, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            content = answer.read()
        return json.loads(content) if content else None

    def reset(self) -> None:
        self.control("POST", "/reset")

    def expire_delta(self) -> None:
        """The next call with a delta link finds that link too old."""
        self.control("POST", "/faults", {"match": {"path": "/delta"}, "fault": {"kind": "expire_delta"}})

    def throttle(self, path: str) -> None:
        """The next call to the path is refused with 429 and asks for a second's patience."""
        fault = {"kind": "status", "status": 429, "retry_after": 1}
        self.control("POST", "/faults", {"match": {"path": path}, "fault": fault})

    def statuses(self, path: str) -> list[int]:
        """How the calls to paths that end so were answered."""
        return [each["status"] for each in self.control("GET", "/requests") if each["path"].endswith(path)]

    def receive(self, subject: str, text: str = "Is it open?") -> None:
        """A mail from outside arrives in the application's mailbox."""
        raw = f"From: Jo <jo@far.example>\r\nTo: {self.mailbox}\r\nSubject: {subject}\r\n\r\n{text}\r\n"
        self.control("POST", f"/messages?{urlencode({'mailbox': self.mailbox})}", raw.encode())

    def subjects(self, address: str, folder: str = "inbox") -> list[str]:
        found = self.control("GET", f"/messages?{urlencode({'mailbox': address, 'folder': folder})}")
        return [each["subject"] for each in found]
