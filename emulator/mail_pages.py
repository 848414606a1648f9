"""Mailboxes as their owners read them: folders, messages, what is behind a message."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from emulator import answered, interleaved, mail_views, messages, mime, quoting, showing, views
from emulator.file_responses import file_response
from emulator.page import GUARD, Page, download_headers, see, segment
from emulator.store import Row

LATEST = 300
LINE = 75
FRAME = "allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"
MAIL_GUARD = {
    **GUARD,
    "Content-Security-Policy": (
        f"sandbox {FRAME}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
        " form-action 'none'; frame-ancestors 'self'"
    ),
}
PLAIN = """<!doctype html><html lang="en"><meta charset="utf-8"><title>The message as text</title>
<style>:root { color-scheme: light dark; } body { margin: 1.25rem; font: 1rem/1.6 system-ui, sans-serif; }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 44rem; }</style>
<pre>{{ text }}</pre>"""


class MailPages:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.tenant = page.tenant

    async def mailboxes(self, _: Request) -> Response:
        return self.page.show("mailboxes.html", mailboxes=mail_views.everyone(self.tenant))

    async def mailbox(self, request: Request) -> Response:
        address = request.path_params["address"]
        owner = mail_views.owner(self.tenant, address)
        if owner is None:
            return self.page.missing(f"a mailbox {address}")
        folders = mail_views.folders(self.tenant, address)
        wanted = request.query_params.get("folder", "Inbox").lower()
        folder = next((each for each in folders if wanted in {each["name"].lower(), each["id"].lower()}), None)
        if folder is None:
            return self.page.missing("that folder")
        shown = mail_views.in_folder(self.tenant, folder["id"], LATEST)
        sent = folder["known_as"] in mail_views.SENT
        return self.page.show(
            "mailbox.html", owner=owner, folders=folders, folder=folder, messages=shown, sent=sent, most=LATEST
        )

    async def message(self, request: Request) -> Response:
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.page.missing("that message")
        if not row["is_draft"]:
            with self.tenant.store.transaction():
                row = mail_views.mark(self.tenant, row, read=True)
        said = "sent" if request.query_params.get("sent") else ""
        return self.page.show("message.html", **message_values(self.page, row, request.query_params), said=said)

    async def unread(self, request: Request) -> Response:
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.page.missing("that message")
        with self.tenant.store.transaction():
            mail_views.mark(self.tenant, row, read=False)
        folder = self.tenant.store.one("SELECT name FROM folders WHERE id = ?", row["folder"])
        name = folder["name"] if folder else "Inbox"
        return see(f"/mail/{segment(row['mailbox'])}?folder={segment(name)}")

    async def body(self, request: Request) -> Response:
        """The mail itself, to be framed: no script, no form, nothing fetched from anywhere."""
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.page.missing("that message")
        body = json.loads(row["document"])["body"]
        text = mail_views.text_part(row) if request.query_params.get("as") == "text" else None
        if text is None and body["contentType"] == "html":
            return HTMLResponse(mail_views.displayed(self.tenant, row), headers=MAIL_GUARD)
        shown = self.page.templates.from_string(PLAIN).render(text=body["content"] if text is None else text)
        return HTMLResponse(shown, headers=MAIL_GUARD)

    async def headers(self, request: Request) -> Response:
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.page.missing("that message")
        values = message_values(self.page, row, {})
        return self.page.show("headers.html", **values, headers=mime.headers_of(row["mime"]))

    async def attachment(self, request: Request) -> Response:
        row = self.tenant.store.one("SELECT * FROM attachments WHERE id = ?", request.path_params["key"])
        if row is None:
            return self.page.missing("that attachment")
        content = messages.content_of(self.tenant, row)
        return file_response(content, "application/octet-stream", download_headers(row["name"]))

    def routes(self) -> list[Route]:
        return [
            Route("/", self.mailboxes),
            Route("/mail/{address}", self.mailbox),
            Route("/message/{key}", self.message),
            Route("/message/{key}/unread", self.unread, methods=["POST"]),
            Route("/message/{key}/body", self.body),
            Route("/message/{key}/headers", self.headers),
            Route("/attachment/{key}", self.attachment),
        ]


def message_values(page: Page, row: Row, query: Any) -> dict[str, Any]:
    """What the templates need to show a message with its mailbox around it."""
    tenant = page.tenant
    document = json.loads(row["document"])
    folders = mail_views.folders(tenant, row["mailbox"])
    text = mail_views.text_part(row)
    is_html = document["body"]["contentType"] == "html"
    as_text = query.get("as") == "text" or not is_html
    shown = (text or document["bodyPreview"]) if as_text else showing.as_text(document["body"]["content"][:200_000], "")
    return {
        "row": row,
        "mail": document,
        "owner": mail_views.owner(tenant, row["mailbox"]),
        "folders": folders,
        "folder": next(each for each in folders if each["id"] == row["folder"]),
        "parts": [part for part in messages.attachment_rows(tenant, row["number"]) if not part["is_inline"]],
        "as_text": as_text,
        "has_both": is_html and text is not None,
        "frame": FRAME,
        "height": height_of(shown),
        "styles": quoting.STYLES,
        "answer_to": mail_views.names(document.get("replyTo") or ([document["from"]] if document.get("from") else [])),
        "draft": begun(row, query.get("place") == "between"),
    }


def height_of(text: str) -> int:
    """Pixels that a mail of this text likely takes; the frame scrolls and can be pulled where it takes more."""
    lines = sum(1 + len(line) // LINE for line in text.splitlines())
    return min(1600, max(180, 120 + lines * 24))


def begun(row: Row, between: bool) -> dict[str, str]:
    """An answer not written yet; one between the lines begins with them."""
    says = interleaved.begun(answered.original_of(row)) if between else ""
    return {"style": "outlook-web", "says": says, "place": "between" if between else "above", "fault": ""}
