"""The local tenant under load, through the proxy and over TLS: one JSON object on stdout, with the limits beside it.

    python bench/local_tenant.py

Times are milliseconds or seconds of wall clock on this machine; memory is the process's peak (Linux only). The peaks of
large files are each a process of its own: a file of 240 MiB put whole three times over, put in pieces, and fetched; and
a mail with three attachments of 100 MB, drafted, read in every way, and sent.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msal
import requests

ROOT = Path(__file__).resolve().parents[1]
GRAPH = "https://graph.microsoft.com/v1.0"
DOMAIN = "tamberley.example"
ITEMS = 50_000
MAILS = 1_000
ROUNDS = 15
MIB = 1024 * 1024
FILE = 240
CHUNK = 40
ATTACHMENTS, ATTACHMENT, ATTACHMENT_PIECE = 3, 99, 3
FILE_ACTS = ("put_three_versions", "upload_session", "download", "large_attachments")
LIMITS = {
    "first_page_ms": 150,
    "delta_of_one_change_ms": 50,
    "start_with_100000_items_s": 3,
    "memory_mb": 400,
    **{f"memory_{act}_{where}_mb": 400 for where in ("in_state", "without_state") for act in FILE_ACTS},
    "send_1000_mails_s": 10,
}
COLUMNS = [
    {"name": "Ref", "text": {}, "indexed": True},
    {"name": "Status", "choice": {"choices": ["Not started", "In progress", "Completed"]}},
    {"name": "Due", "dateTime": {"format": "dateOnly"}},
    {"name": "Owner", "personOrGroup": {}},
    {"name": "Progress", "text": {"allowMultipleLines": True}},
]
MAIL = {
    "subject": "Actions due this month",
    "body": {"contentType": "html", "content": "<p>Three of your actions are due.</p>" * 20},
    "toRecipients": [{"emailAddress": {"address": f"jo.reed@{DOMAIN}"}}],
}


class Running:
    """An emulator process, perhaps with its state in a folder, and a signed-in session."""

    def __init__(self, state: Path | None, seed: Path) -> None:
        command = [sys.executable, "-m", "emulator", "--seed", str(seed)]
        command += ["--state", str(state)] if state else []
        began = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self.process.stdout is not None
        self.line: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.started_in = time.perf_counter() - began
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.proxies = {"https": self.line["proxy"]}
        self.session.verify = self.line["ca"]
        application = msal.ConfidentialClientApplication(
            self.line["client_id"],
            authority=f"https://login.microsoftonline.com/{self.line['tenant']}",
            client_credential=self.line["client_secret"],
            http_client=self.session,
        )
        token = application.acquire_token_for_client(["https://graph.microsoft.com/.default"])["access_token"]
        self.session.headers["Authorization"] = f"Bearer {token}"

    def call(self, method: str, address: str, body: Any = None) -> Any:
        """The JSON of a Graph call, or None; `address` is a path, or a link that Graph gave."""
        url = address if address.startswith("https:") else GRAPH + address
        answer = self.session.request(method, url, json=body, timeout=60)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    @property
    def site(self) -> str:
        host, _, path = str(self.line["site"]).removeprefix("https://").partition("/")
        return f"/sites/{host}:/{path}:"

    def peak_mb(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def stop(self) -> None:
        self.session.close()
        self.process.terminate()
        self.process.wait(30)


@contextmanager
def running(state: Path | None, seed: Path) -> Iterator[Running]:
    tenant = Running(state, seed)
    try:
        yield tenant
    finally:
        tenant.stop()


def seed_file(folder: Path) -> Path:
    """Two lists of 50,000 items each."""
    people = [{"name": "Jo Reed", "address": f"jo.reed@{DOMAIN}"}, {"name": "Al Fry", "address": f"al.fry@{DOMAIN}"}]
    items = [
        {
            "Title": f"Action {number}",
            "Ref": f"A-{number}",
            "Status": "In progress",
            "Due": f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            "Owner": people[number % 2]["address"],
            "Progress": "Work has begun with the contractor. " * 4,
        }
        for number in range(1, ITEMS + 1)
    ]
    lists = [{"title": title, "columns": COLUMNS, "items": items} for title in ("Actions", "Archive")]
    seed = {"tenant": {"name": "Tamberley District Council", "domain": DOMAIN}, "people": people, "lists": lists}
    path = folder / "seed.json"
    path.write_text(json.dumps(seed), "utf-8")
    return path


def median_ms(act: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(times), 1)


def measured(tenant: Running) -> dict[str, float]:
    actions = f"{tenant.site}/lists/Actions/items"
    latest = tenant.call("GET", f"{actions}/delta?token=latest")["@odata.deltaLink"]
    tenant.call("PATCH", f"{actions}/25000/fields", {"Status": "Completed"})
    sending = time.perf_counter()
    for _ in range(MAILS):
        tenant.call("POST", f"/users/{tenant.line['mailbox']}/sendMail", {"message": MAIL, "saveToSentItems": True})
    sent = time.perf_counter() - sending
    return {
        "first_page_ms": median_ms(lambda: tenant.call("GET", f"{actions}?$expand=fields")),
        "delta_of_one_change_ms": median_ms(lambda: tenant.call("GET", latest + "&$expand=fields")),
        "filter_of_50000_items_ms": median_ms(lambda: tenant.call("GET", f"{actions}?$filter=fields/Ref eq 'A-49999'")),
        "write_of_one_item_ms": median_ms(lambda: tenant.call("PATCH", f"{actions}/9/fields", {"Status": "Completed"})),
        "send_1000_mails_s": round(sent, 2),
        "first_delta_page_of_50_mails_ms": median_ms(
            lambda: tenant.call("GET", f"/users/{tenant.line['mailbox']}/mailFolders/sentitems/messages/delta?$top=50")
        ),
    }


def put_whole(tenant: Running) -> None:
    url = f"{GRAPH}{tenant.site}/drive/root:/large.bin:/content"
    tenant.session.put(url, data=(bytes(MIB) for _ in range(FILE)), timeout=120).raise_for_status()


def put_three_versions(tenant: Running) -> None:
    for _ in range(3):
        put_whole(tenant)


def upload_session(tenant: Running) -> None:
    url = tenant.call("POST", f"{tenant.site}/drive/root:/large.bin:/createUploadSession", {})["uploadUrl"]
    for first in range(0, FILE * MIB, CHUNK * MIB):
        headers = {"Content-Range": f"bytes {first}-{first + CHUNK * MIB - 1}/{FILE * MIB}"}
        tenant.session.put(url, data=bytes(CHUNK * MIB), headers=headers, timeout=120).raise_for_status()


def download(tenant: Running) -> None:
    put_whole(tenant)
    with tenant.session.get(f"{GRAPH}{tenant.site}/drive/root:/large.bin:/content", stream=True, timeout=120) as answer:
        assert sum(map(len, answer.iter_content(MIB))) == FILE * MIB


def large_attachments(tenant: Running) -> None:
    messages = f"/users/{tenant.line['mailbox']}/messages"
    to = [{"emailAddress": {"address": f"{name}@{DOMAIN}"}} for name in ("jo.reed", "al.fry")]
    message = f"{messages}/{tenant.call('POST', messages, {'subject': 'The plan', 'toRecipients': to})['id']}"
    for _ in range(ATTACHMENTS):
        item = {"attachmentType": "file", "name": "plan.bin", "size": ATTACHMENT * MIB}
        url = tenant.call("POST", f"{message}/attachments/createUploadSession", {"AttachmentItem": item})["uploadUrl"]
        for first in range(0, ATTACHMENT * MIB, ATTACHMENT_PIECE * MIB):
            last = first + ATTACHMENT_PIECE * MIB - 1
            headers = {"Content-Range": f"bytes {first}-{last}/{ATTACHMENT * MIB}"}
            tenant.session.put(url, data=bytes(ATTACHMENT_PIECE * MIB), headers=headers, timeout=120).raise_for_status()
    for path in ("/attachments", "?$expand=attachments", "/$value"):
        with tenant.session.get(f"{GRAPH}{message}{path}", stream=True, timeout=120) as answer:
            assert sum(map(len, answer.iter_content(MIB))) > ATTACHMENTS * ATTACHMENT * MIB
    tenant.call("POST", f"{message}/send")


def peaks_of_large_files(folder: Path, seed: Path) -> dict[str, float]:
    """Peak memory for a large file, each act in a process of its own, with and without a state."""
    peaks: dict[str, float] = {}
    for act in (put_three_versions, upload_session, download, large_attachments):
        for where, state in (("in_state", folder / act.__name__), ("without_state", None)):
            with running(state, seed) as tenant:
                act(tenant)
                peaks[f"memory_{act.__name__}_{where}_mb"] = round(tenant.peak_mb())
    return peaks


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        seed, state = seed_file(Path(folder)), Path(folder) / "state"
        with running(state, seed) as tenant:
            figures = {"found_with_100000_items_s": round(tenant.started_in, 2)}
        small = Path(folder) / "small.json"
        small.write_text(json.dumps({"tenant": {"name": "Tamberley District Council", "domain": DOMAIN}}), "utf-8")
        with running(state, small) as tenant:
            figures |= {"start_with_100000_items_s": round(tenant.started_in, 2), **measured(tenant)}
            figures["memory_mb"] = round(tenant.peak_mb())
        figures |= peaks_of_large_files(Path(folder), small)
    over = [name for name, limit in LIMITS.items() if figures[name] > limit]
    print(json.dumps({"figures": figures, "limits": LIMITS, "over": over, "processors": os.cpu_count()}, indent=1))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
