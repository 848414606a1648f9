"""Every page of the tenant under axe-core in Chromium, in light, in dark, and as narrow as a phone."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.local import LocalTenant
from tests.emulator.test_emulator_editing import a_list, saved
from tests.emulator.test_emulator_writing import asked, sent

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """<script src="/axe.js"></script><script>addEventListener("load", () => axe.run(document,
{iframes: false, runOnly: %s}).then(found => { const out = document.createElement("pre"); out.id = "axe";
out.textContent = JSON.stringify([document.documentElement.scrollWidth - innerWidth, found.violations.map(
each => [each.id, each.nodes.map(node => node.html.slice(0, 200))])]); document.body.append(out); }))</script>"""
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars", "--virtual-time-budget=8000"),
)
LOOKS = {"light": (), "dark": ("--blink-settings=preferredColorScheme=0",)}

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)."),
    pytest.mark.skipif(
        not AXE.is_file(), reason="axe-core is not there: npm install axe-core, or AXE_CORE=.../axe.min.js"
    ),
]


class WithAxe(BaseHTTPRequestHandler):
    """The tenant's page with axe-core put in, which the page's own policy would not allow."""

    tenant: LocalTenant

    def do_GET(self) -> None:
        if self.path == "/axe.js":
            body, kind = AXE.read_bytes(), "text/javascript"
        else:
            answer = self.tenant.session.get(self.tenant.line["ui"] + self.path)
            kind = answer.headers["content-type"]
            body = answer.text.replace("</body>", RUN % json.dumps(TAGS) + "</body>").encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def with_axe(tenant: LocalTenant) -> Iterator[str]:
    handler = type("Handler", (WithAxe,), {"tenant": tenant})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def found(address: str, folder: Path, size: str, look: str) -> tuple[int, list[Any]]:
    """How many pixels the page is wider than its window, and what axe-core has to say of it."""
    command = [str(CHROMIUM), *QUIET, *LOOKS[look], f"--user-data-dir={folder}", f"--window-size={size}", "--dump-dom"]
    text = subprocess.run([*command, address], capture_output=True, text=True, timeout=60, check=True).stdout
    told = re.search(r'<pre id="axe">(.*?)</pre>', text, re.DOTALL)
    assert told, f"axe-core did not finish on {address}"
    wider, violations = json.loads(html.unescape(told.group(1)))
    return wider, violations


def every_page(tenant: LocalTenant) -> list[str]:
    key, address = asked(tenant), a_list(tenant)
    sent(tenant, f"/message/{key}/reply", says="Done.", style="gmail")
    saved(tenant, address, Status="Done")
    for text in (b"old", b"new"):
        tenant.call("PUT", f"{tenant.site}/drive/root:/Paper.docx:/content", data=text)
    tenant.control("POST", "/faults", {"match": {"path": "x"}, "fault": {"kind": "drop_after"}})
    mailbox = f"/mail/{tenant.address('ada.fenn')}"
    return [
        *("/", mailbox, f"{mailbox}?folder=Drafts", f"/message/{key}", f"/message/{key}?as=text&sent=1"),
        *(f"{mailbox}/away", f"{mailbox}/away?saved=1", f"/message/{key}?place=between"),
        *(f"/message/{key}/headers", f"/compose?mailbox={tenant.address('ada.fenn')}&about={key}"),
        *("/lists", address, f"{address}?edit=1", f"{address}?saved=1", f"{address}/items/1"),
        *("/library", "/requests", "/requests?text=nothing", "/lists/nothing"),
    ]


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("size", "look"), [("1280,900", "light"), ("1280,900", "dark"), ("500,800", "light")])
def test_axe_has_nothing_to_say(tenant: LocalTenant, with_axe: str, tmp_path: Path, size: str, look: str) -> None:
    for path in every_page(tenant):
        wider, violations = found(with_axe + path, tmp_path, size, look)
        assert violations == [], path
        assert wider <= 0, f"{path} is {wider} pixels too wide"
