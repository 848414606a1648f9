"""Every page of the tenant under axe-core in Chromium: wide, and as narrow as 320 pixels, in light and in dark."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.local import LocalTenant
from tests.emulator.test_emulator_editing import a_list, saved
from tests.emulator.test_emulator_writing import asked, sent

HERE = Path(__file__).resolve().parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(os.environ.get("AXE_CORE", HERE / "node_modules" / "axe-core" / "axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """<script src="/axe.js"></script><script>addEventListener("load", async () => {
const found = await axe.run(document, {iframes: false, runOnly: %s});
const body = JSON.stringify([document.documentElement.scrollWidth - innerWidth, found.violations.map(
each => [each.id, each.nodes.map(node => node.html.slice(0, 200))])]);
const next = await (await fetch("/axe-found", {method: "POST", body})).text();
if (next) location.replace(next); })</script>"""
# Chromium's own window is never narrower than 500 pixels.
FRAME = '<!doctype html><iframe src="%s" style="width: 320px; height: 640px; border: 0"></iframe>'
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0"),
)
LOOKS = {"light": (), "dark": ("--blink-settings=preferredColorScheme=0",)}
PATIENCE = 300  # seconds for all pages in one look

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)."),
    pytest.mark.skipif(
        not AXE.is_file(), reason="axe-core is not there: npm ci --prefix tests/emulator, or AXE_CORE=.../axe.min.js"
    ),
]


class Tour:
    """The pages that one browser walks through, and what axe-core found on each, page by page."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = paths
        self.found: list[tuple[int, list[Any]]] = []
        self.is_over = threading.Event()

    def note(self, wider: int, violations: list[Any]) -> str:
        """Keep what was found on a page; the next page, or "" after the last."""
        self.found.append((wider, violations))
        if len(self.found) < len(self.paths):
            return self.paths[len(self.found)]
        self.is_over.set()
        return ""


class WithAxe(BaseHTTPRequestHandler):
    """The tenant's page with axe-core put in, which the page's own policy would not allow."""

    tenant: LocalTenant
    tour: Tour

    def do_GET(self) -> None:
        if self.path == "/axe.js":
            self.tell(AXE.read_bytes(), "text/javascript")
            return
        if self.path == "/narrow":
            self.tell((FRAME % escape(self.tour.paths[0])).encode(), "text/html")
            return
        answer = self.tenant.session.get(self.tenant.line["ui"] + self.path)
        text = answer.text.replace("</body>", RUN % json.dumps(TAGS) + "</body>")
        self.tell(text.encode(), answer.headers["content-type"])

    def do_POST(self) -> None:
        wider, violations = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.tell(self.tour.note(wider, violations).encode(), "text/plain")

    def tell(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(tenant: LocalTenant, tour: Tour) -> Iterator[str]:
    handler = type("Handler", (WithAxe,), {"tenant": tenant, "tour": tour})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def walked(tenant: LocalTenant, paths: list[str], folder: Path, width: str, look: str) -> list[tuple[int, list[Any]]]:
    """For each page: how many pixels it is wider than its window, and what axe-core has to say of it."""
    tour = Tour(paths)
    command = [str(CHROMIUM), *QUIET, *LOOKS[look], f"--user-data-dir={folder}", "--window-size=1280,900"]
    with served(tenant, tour) as address:
        browser = subprocess.Popen(
            [*command, address + (paths[0] if width == "wide" else "/narrow")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert tour.is_over.wait(PATIENCE), f"axe-core did not finish on {paths[len(tour.found)]}"
        finally:
            browser.terminate()
            browser.wait(10)
    return tour.found


def every_page(tenant: LocalTenant) -> list[str]:
    key, address = asked(tenant), a_list(tenant)
    sent(tenant, f"/message/{key}/reply", says="Done.", style="gmail")
    saved(tenant, address, Status="Done")
    for text in (b"old", b"new"):
        tenant.call("PUT", f"{tenant.site}/drive/root:/Paper.docx:/content", data=text)
    tenant.call("POST", f"{tenant.box}/mailFolders", {"displayName": "Correspondence_" * 5})
    tenant.control("POST", "/faults", {"match": {"path": "x"}, "fault": {"kind": "drop_after"}})
    mailbox = f"/mail/{tenant.address('ada.fenn')}"
    return [
        *(
            "/",
            mailbox,
            f"/mail/{tenant.line['mailbox']}",
            f"{mailbox}?folder=Drafts",
            f"/message/{key}",
            f"/message/{key}?as=text&sent=1",
        ),
        *(f"{mailbox}/away", f"{mailbox}/away?saved=1", f"/message/{key}?place=between"),
        *(f"/message/{key}/headers", f"/compose?mailbox={tenant.address('ada.fenn')}&about={key}"),
        *("/lists", address, f"{address}?edit=1", f"{address}?saved=1", f"{address}/items/1"),
        *("/library", "/requests", "/requests?text=nothing", "/lists/nothing"),
    ]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_axe_has_nothing_to_say(tenant: LocalTenant, tmp_path: Path, width: str, look: str) -> None:
    paths = every_page(tenant)
    for path, (wider, violations) in zip(paths, walked(tenant, paths, tmp_path, width, look), strict=True):
        assert violations == [], path
        assert wider <= 0, f"{path} is {wider} pixels too wide"
