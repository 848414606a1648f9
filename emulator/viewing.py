"""The page for people: each mailbox as its owner reads it, the lists, the library, the request log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from emulator import library, messages, mime, views
from emulator.control import Control
from emulator.tenant import Tenant

PAGES = Path(__file__).with_name("pages")
LATEST = 300
GUARD = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
MAIL_GUARD = {
    **GUARD,
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'",
}


class Pages:
    """Handlers of the page."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant
        self._templates = Environment(
            loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._templates.filters["segment"] = lambda text: quote(str(text), safe="")
        self._templates.filters["moment"] = lambda text: str(text).replace("T", " ")[:16]

    def page(self, name: str, status: int = 200, **values: Any) -> Response:
        text = self._templates.get_template(name).render(identity=self.tenant.identity, **values)
        return HTMLResponse(text, status, headers=GUARD)

    def missing(self, what: str) -> Response:
        return self.page("missing.html", 404, what=what)

    async def mailboxes(self, _: Request) -> Response:
        return self.page("mailboxes.html", mailboxes=views.mailboxes(self.tenant))

    async def mailbox(self, request: Request) -> Response:
        address = request.path_params["address"]
        owner = next((each for each in views.mailboxes(self.tenant) if each["address"] == address), None)
        if owner is None:
            return self.missing(f"a mailbox {address}")
        folder = request.query_params.get("folder", "Inbox")
        everything = views.messages(self.tenant, address)
        counts: dict[str, int] = {"Inbox": 0, "Sent Items": 0, "Drafts": 0}
        for each in everything:
            counts[each["folder"]] = counts.get(each["folder"], 0) + 1
        shown = [each for each in reversed(everything) if each["folder"] == folder]
        return self.page("mailbox.html", owner=owner, folder=folder, counts=counts, messages=shown)

    async def message(self, request: Request) -> Response:
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.missing("that message")
        folder = self.tenant.store.one("SELECT name FROM folders WHERE id = ?", row["folder"])
        parts = messages.attachment_rows(self.tenant, row["number"])
        document = json.loads(row["document"])
        return self.page("message.html", row=row, mail=document, parts=parts, folder=folder["name"] if folder else "")

    async def body(self, request: Request) -> Response:
        """The mail itself, to be framed: no script, no outside address, no form."""
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.missing("that message")
        body = json.loads(row["document"])["body"]
        text = body["content"] if body["contentType"] == "html" else self.plain(body["content"])
        return HTMLResponse(text, headers=MAIL_GUARD)

    def plain(self, text: str) -> str:
        return self._templates.from_string("<pre style='white-space: pre-wrap; font: inherit'>{{ text }}</pre>").render(
            text=text
        )

    async def headers(self, request: Request) -> Response:
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.missing("that message")
        return self.page("headers.html", row=row, headers=mime.headers_of(row["mime"]))

    async def attachment(self, request: Request) -> Response:
        row = self.tenant.store.one("SELECT * FROM attachments WHERE id = ?", request.path_params["key"])
        if row is None:
            return self.missing("that attachment")
        return download(row["content"], row["name"])

    async def lists(self, _: Request) -> Response:
        rows = views.lists(self.tenant)
        counts = {row["id"]: views.items_in(self.tenant, row["id"]) for row in rows}
        return self.page("lists.html", lists=rows, counts=counts)

    async def one_list(self, request: Request) -> Response:
        row = self.tenant.store.one("SELECT * FROM lists WHERE id = ?", request.path_params["key"])
        if row is None:
            return self.missing("that list")
        table = views.table(self.tenant, row, LATEST)
        return self.page("list.html", table=table, total=views.items_in(self.tenant, row["id"]), shown=LATEST)

    async def files(self, _: Request) -> Response:
        return self.page("library.html", files=views.files(self.tenant))

    async def file(self, request: Request) -> Response:
        row = self.tenant.store.one("SELECT * FROM entries WHERE id = ? AND NOT is_folder", request.path_params["key"])
        version = request.query_params.get("version", "").partition(".")[0]
        known = {str(each["version"]) for each in library.versions(self.tenant, row)} if row else set()
        if row is None or (version and version not in known):
            return self.missing("that file")
        return download(library.content(self.tenant, row, int(version) if version else None), row["name"])

    async def requests(self, _: Request) -> Response:
        entries = list(self.tenant.log)[-LATEST:]
        return self.page("requests.html", entries=entries[::-1], faults=self.tenant.faults.described())

    async def style(self, _: Request) -> Response:
        return Response((PAGES / "style.css").read_text("utf-8"), media_type="text/css", headers=GUARD)

    def routes(self) -> list[Route]:
        return [
            Route("/", self.mailboxes),
            Route("/mail/{address}", self.mailbox),
            Route("/message/{key}", self.message),
            Route("/message/{key}/body", self.body),
            Route("/message/{key}/headers", self.headers),
            Route("/attachment/{key}", self.attachment),
            Route("/lists", self.lists),
            Route("/lists/{key}", self.one_list),
            Route("/library", self.files),
            Route("/library/{key}", self.file),
            Route("/requests", self.requests),
            Route("/style.css", self.style),
        ]


def download(content: bytes, name: str) -> Response:
    disposition = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(content, media_type="application/octet-stream", headers={**GUARD, **disposition})


def application(tenant: Tenant) -> Starlette:
    """The page and the control interface on one address."""
    return Starlette(routes=[*Control(tenant).routes(), *Pages(tenant).routes()])
