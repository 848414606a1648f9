"""Script and markup in every field that a page shows: each page is followed from the first, and none of it is alive."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.emulator.local import LocalTenant

NASTY = "<script>alert(7)</script>"
BROKEN_OUT = "\"'><img src=x onerror=alert(8)>"
EVIL = NASTY + BROKEN_OUT
ADDRESS = "ada.fenn@tamberley.example"
COLUMNS = [
    {"name": "Status", "displayName": EVIL, "description": EVIL, "choice": {"choices": [EVIL]}},
    {"name": "Several", "choice": {"choices": [EVIL], "displayAs": "checkBoxes"}},
    {"name": "Page", "hyperlinkOrPicture": {}},
    {"name": "Note", "text": {"allowMultipleLines": True}},
    {"name": "Owner", "personOrGroup": {}},
    {"name": "Other", "lookup": {"list": EVIL}},
]
LINK = {"Url": "javascript:alert(9)", "Description": EVIL}
SEED = {
    "tenant": {"name": EVIL, "domain": "tamberley.example"},
    "site": {"name": EVIL, "path": "/sites/plans"},
    "people": [{"name": EVIL, "address": ADDRESS, "title": EVIL, "department": EVIL, "away": EVIL}],
    "groups": [EVIL],
    "leavers": [EVIL],
    "lists": [
        {"title": EVIL, "items": [{"Title": EVIL}]},
        {
            "title": f"Actions {EVIL}",
            "columns": COLUMNS,
            "items": [
                {"Title": EVIL, "Status": EVIL, "Several": [EVIL], "Page": LINK, "Note": EVIL}
                | {"Owner": ADDRESS, "Other": 1},
            ],
        },
    ],
}
FRAMED = re.compile(r"/message/[^/]+/body")
BYTES = re.compile(r"/_emulator/|/attachment/|/library/.|/style\.css")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalTenant]:
    path: Path = tmp_path_factory.mktemp("seed") / "seed.json"
    path.write_text(json.dumps(SEED), "utf-8")
    tenant = LocalTenant("--seed", str(path))
    fill(tenant)
    yield tenant
    tenant.stop()


def fill(tenant: LocalTenant) -> None:
    """Mail, folders, files, requests and faults whose every part is nasty."""
    attachment = {"name": f"{EVIL}.txt", "contentBytes": "aGk=", "contentType": "text/plain"}
    to = [{"emailAddress": {"address": ADDRESS, "name": EVIL}}]
    for kind in ("html", "text"):
        message = {"subject": EVIL, "body": {"contentType": kind, "content": EVIL}, "toRecipients": to}
        message |= {"ccRecipients": to, "replyTo": to, "attachments": [attachment]}
        message["internetMessageHeaders"] = [{"name": "x-nasty", "value": EVIL}]
        assert tenant.call("POST", f"{tenant.box}/sendMail", {"message": message}).status_code == 202
        tenant.call("POST", f"{tenant.box}/messages", message)
    raw = f'From: "{NASTY}" <jo@far.example>\nSubject: {EVIL}\nX-{NASTY}: {EVIL}\n\n{EVIL}'
    tenant.control("POST", "/messages", data=raw.encode(), params={"mailbox": ADDRESS})
    tenant.call("POST", f"{tenant.box}/mailFolders", {"displayName": EVIL})
    tenant.call("PUT", f"{tenant.site}/drive/root:/Fish & chips' paper.txt:/content", data=b"x")
    tenant.call("GET", f"/users/{EVIL}?{EVIL}", headers={"User-Agent": EVIL})
    tenant.control("POST", "/faults", {"match": {"path": re.escape(EVIL)}, "fault": {"kind": "drop_before"}})


def followed(tenant: LocalTenant) -> dict[str, str]:
    """Every page that can be reached from the first one: its address and its HTML."""
    pages: dict[str, str] = {}
    waiting = ["/", "/compose", f"/compose?to={EVIL}&subject={EVIL}&body={EVIL}&about={EVIL}", f"/requests?text={EVIL}"]
    while waiting and len(pages) < 200:
        path = waiting.pop(0)
        if path in pages or BYTES.search(path):
            continue
        answer = tenant.session.get(tenant.line["ui"] + path, timeout=20)
        assert answer.status_code in {200, 404}, path
        pages[path] = answer.text
        links = [unescape(link) for link in re.findall(r'(?:href|src)="([^"]*)"', answer.text)]
        inside = (urljoin(path, link).partition("#")[0] for link in links if link.startswith(("/", "?")))
        waiting += [each for each in inside if each not in pages]
    return pages


def test_nothing_that_was_put_in_is_alive_on_any_page(own: LocalTenant) -> None:
    pages = followed(own)
    kinds = {re.sub(r"/[^/]{20,}|\d+|\?.*|@.*", "", path) for path in pages}
    assert {"/", "/lists", "/library", "/requests", "/compose"} <= kinds
    assert len(pages) > 20
    assert any("&lt;script&gt;alert(7)" in text for text in pages.values())
    for path, text in pages.items():
        if not FRAMED.search(path):
            assert "<script" not in text.lower(), path
            assert "<img src=x" not in text.lower(), path
            assert 'href="javascript:' not in text.lower(), path


def test_a_mail_of_script_is_framed_where_no_script_runs(own: LocalTenant) -> None:
    framed = [path for path in followed(own) if FRAMED.search(path)]
    assert framed
    for path in framed:
        policy = own.session.get(own.line["ui"] + path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert policy.startswith("sandbox ")
        assert "allow-scripts" not in policy
        assert "script-src" not in policy


def test_bytes_are_never_shown_as_a_page(own: LocalTenant) -> None:
    key = own.mails(ADDRESS)[0]["id"]
    raw = own.session.get(f"{own.line['ui']}/_emulator/messages/{key}/raw")
    assert raw.headers["Content-Type"].startswith("message/rfc822")
    text = own.session.get(f"{own.line['ui']}/message/{key}").text
    attached = re.search(r'href="(/attachment/[^"]+)"', text)
    assert attached is not None
    own.call("PUT", f"{own.site}/drive/root:/page.html:/content", data=NASTY.encode())
    page = next(file for file in own.control("GET", "/library") if file["name"] == "page.html")
    opened = own.session.get(f"{own.line['ui']}/_emulator/library/{page['id']}/content")
    assert opened.headers["Content-Security-Policy"].startswith("sandbox;")
    answer = own.session.get(own.line["ui"] + attached.group(1))
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
