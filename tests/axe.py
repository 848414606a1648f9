"""Pages under axe-core in Chromium: walked through one after another, at any width, in light or in dark."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(os.environ.get("AXE_CORE", HERE / "emulator" / "node_modules" / "axe-core" / "axe.min.js"))
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
RUN = """<script src="/axe.js"></script><script>addEventListener("load", async () => {
const found = await axe.run(document, {iframes: false, runOnly: %s});
const body = JSON.stringify([document.documentElement.scrollWidth - innerWidth, innerWidth,
matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light", found.violations.map(
each => [each.id, each.nodes.map(node => node.html.slice(0, 200))])]);
const next = await (await fetch("/axe-found", {method: "POST", body})).text();
if (next) top.location.replace(next); })</script>"""
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0"),
)
LOOKS = {"light": (), "dark": ("--blink-settings=preferredColorScheme=0",)}
WINDOW = "--window-size=1400,900"
FRAME = (
    '<!doctype html><meta name="color-scheme" content="light dark"><body style="margin:0"><iframe src="%s" '
    'style="border:0;width:%dpx;height:900px;color-scheme:light dark"></iframe>'
)
"""A page as in a window of that width: Chromium's own is never narrower than 500 pixels."""
PATIENCE = 300  # seconds for all pages in one look

needed = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)."),
    pytest.mark.skipif(
        not AXE.is_file(), reason="axe-core is not there: npm ci --prefix tests/emulator, or AXE_CORE=.../axe.min.js"
    ),
]

Page = Callable[[str], tuple[str, str]]
"""A page by its path: its markup and its content type."""


@dataclass(frozen=True)
class Found:
    """One page: pixels it is `wider` than its window, the window's width, the look shown, and what is wrong."""

    wider: int
    width: int
    look: str
    violations: list[Any]


@dataclass
class Tour:
    """The pages that one browser walks through at each width, and what axe-core found on each."""

    paths: Sequence[str]
    page: Page
    widths: Sequence[int]
    tags: Sequence[str]
    found: list[Found] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    @property
    def stops(self) -> list[tuple[str, int]]:
        return [(path, width) for width in self.widths for path in self.paths]

    def note(self, found: Found) -> str:
        """Keep what was found at a stop; the address of the next, or "" after the last."""
        self.found.append(found)
        if len(self.found) < len(self.stops):
            return f"/stop/{len(self.found)}"
        self.is_over.set()
        return ""


class WithAxe(BaseHTTPRequestHandler):
    """Each page with axe-core put in, which a page's own policy would not allow."""

    tour: Tour

    def do_GET(self) -> None:
        if self.path == "/axe.js":
            self.tell(AXE.read_bytes(), "text/javascript")
        elif self.path.startswith("/stop/"):
            self.tell((FRAME % self.tour.stops[int(self.path.removeprefix("/stop/"))]).encode(), "text/html")
        else:
            text, kind = self.tour.page(self.path)
            put_in = RUN % json.dumps(self.tour.tags) + "</body>"
            self.tell(text.replace("</body>", put_in).encode(), kind)

    def do_POST(self) -> None:
        found = Found(*json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.tell(self.tour.note(found).encode(), "text/plain")

    def tell(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(tour: Tour) -> Iterator[str]:
    handler = type("Handler", (WithAxe,), {"tour": tour})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def walked(tour: Tour, folder: Path, look: str) -> dict[tuple[str, int], Found]:
    """What axe-core has to say of each page and width of the tour; `folder` is for the browser to scribble in."""
    command = [str(CHROMIUM), *QUIET, *LOOKS[look], f"--user-data-dir={folder}", WINDOW]
    with served(tour) as address:
        browser = subprocess.Popen(
            [*command, f"{address}/stop/0"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            assert tour.is_over.wait(PATIENCE), f"axe-core did not finish on {tour.stops[len(tour.found)]}"
        finally:
            browser.terminate()
            browser.wait(10)
    return dict(zip(tour.stops, tour.found, strict=True))
