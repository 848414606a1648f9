"""A local tenant as a process of its own, and plain ways to talk to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msal
import requests

GRAPH = "https://graph.microsoft.com/v1.0"
NOT_OURS = {"HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"}


class LocalTenant:
    """One emulator process: its line of JSON, its page, and a signed-in session."""

    def __init__(self, *arguments: str) -> None:
        environment = {key: value for key, value in os.environ.items() if key.upper() not in NOT_OURS}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "emulator", *arguments], stdout=subprocess.PIPE, text=True, env=environment
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"the emulator did not start: {self.process.wait()}"
        self.line: dict[str, Any] = json.loads(line)
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.proxies = {"https": self.line["proxy"]}
        self.session.verify = self.line["ca"]
        self._token = ""

    def stop(self) -> int:
        self.session.close()
        self.process.terminate()
        code = self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def app(self, *, admin: bool = False, credential: Any = None) -> msal.ConfidentialClientApplication:
        if credential is None:
            pem = Path(
                self.line["admin" if admin else "certificate"]["certificate"] if admin else self.line["certificate"]
            )
            credential = {"private_key": pem.read_text(), "public_certificate": pem.read_text()}
        return msal.ConfidentialClientApplication(
            self.line["admin"]["client_id"] if admin else self.line["client_id"],
            authority=f"https://login.microsoftonline.com/{self.line['tenant']}",
            client_credential=credential,
            http_client=self.session,
        )

    def token(self, *, admin: bool = False) -> str:
        answer = self.app(admin=admin).acquire_token_for_client(["https://graph.microsoft.com/.default"])
        assert "access_token" in answer, answer
        return str(answer["access_token"])

    def call(self, method: str, path: str, body: Any = None, **options: Any) -> requests.Response:
        """A Graph call as the application; `headers` are added, `as_admin` signs in as the other application."""
        if options.pop("as_admin", False):
            token = self.token(admin=True)
        else:
            self._token = token = self._token or self.token()
        headers = {"Authorization": f"Bearer {token}", **options.pop("headers", {})}
        url = path if path.startswith("https:") else GRAPH + path
        return self.session.request(method, url, json=body, headers=headers, timeout=20, **options)

    def get(self, path: str, **options: Any) -> Any:
        answer = self.call("GET", path, **options)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def forget_token(self) -> None:
        self._token = ""

    def control(self, method: str, path: str, body: Any = None, **options: Any) -> Any:
        """The control interface: its JSON, or None."""
        answer = self.session.request(method, f"{self.line['ui']}/_emulator{path}", json=body, timeout=20, **options)
        assert answer.status_code < 300, answer.text
        return answer.json() if answer.content else None

    @property
    def site(self) -> str:
        """The path of the site by its address."""
        host, _, path = self.line["site"].removeprefix("https://").partition("/")
        return f"/sites/{host}:/{path}:"

    @property
    def box(self) -> str:
        return f"/users/{self.line['mailbox']}"

    def mails(self, address: str, folder: str = "") -> list[dict[str, Any]]:
        return list(self.control("GET", "/messages", params={"mailbox": address, "folder": folder}))

    def address(self, name: str) -> str:
        return f"{name}@{self.line['domain']}"
