"""What every part of the page shares: templates, guards, forms."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from emulator import protocol, quoting
from emulator.clock import moment_of
from emulator.fields import SITE_ZONE
from emulator.guards import from_elsewhere
from emulator.tenant import Tenant

PAGES = Path(__file__).with_name("pages")
GUARD = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
LONGEST_FORM = 2_000_000
LARGEST_BODY = 16 * 1024 * 1024
TOO_LARGE = "This is larger than the page takes: 16 MiB."
PATIENCE = 60.0
READING = {"GET", "HEAD", "OPTIONS"}


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was posted: any field any number of times."""

    values: Mapping[str, list[str]]

    def all(self, name: str) -> list[str]:
        return [re.sub(r"\r\n?", "\n", value) for value in self.values.get(name, [])]

    def text(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def line(self, name: str) -> str:
        return quoting.clean(self.text(name))


async def form_of(request: Request) -> Form:
    """The fields of a posted form; one that is too long or has too many fields is read as empty."""
    body = await request.body()
    if len(body) > LONGEST_FORM:
        return Form({})
    try:
        return Form(parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=1000))
    except ValueError:
        return Form({})


class Page:
    """Turns a template and values into an answer."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant
        self.templates = Environment(
            loader=FileSystemLoader(PAGES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.filters |= {"segment": segment, "moment": moment, "amount": amount, "day": day}

    def show(self, name: str, status: int = 200, **values: Any) -> Response:
        text = self.templates.get_template(name).render(identity=self.tenant.identity, **values)
        return HTMLResponse(text, status, headers=GUARD)

    def missing(self, what: str) -> Response:
        return self.show("missing.html", 404, what=what)


def segment(text: object) -> str:
    return quote(str(text), safe="")


def moment(text: object) -> str:
    """A stamp as the site's people read it: 2 Oct 2017, 09:30."""
    found = moment_of(str(text))
    return found.astimezone(SITE_ZONE).strftime("%-d %b %Y, %H:%M") if found else str(text)


def day(text: object) -> str:
    found = moment_of(str(text))
    return found.astimezone(SITE_ZONE).strftime("%-d %b %Y") if found else str(text)


def amount(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def see(address: str) -> Response:
    """After a form: go and look."""
    return RedirectResponse(address, 303, headers={"Cache-Control": "no-store"})


def download_headers(name: str) -> dict[str, str]:
    return {**GUARD, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}


class SameSiteOnly:
    """Refuses what another site's page makes a browser send. Programs, which say nothing of a site, pass."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in READING and from_elsewhere(Request(scope)):
            refusal = PlainTextResponse("This was sent by a page of another site. Use the tenant's own page.", 403)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


class BoundedOnly:
    """Refuses a body that is too large, by its head where that says so, and one that stops coming."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        size, refused = 0, False
        announced = Headers(scope=scope).get("content-length", "0")

        def refuse_with(status: int, sentence: str) -> None:
            nonlocal refused
            refused = True
            protocol.refuse(scope, status, ((b"content-type", b"text/plain; charset=utf-8"),), sentence.encode())

        async def bounded() -> Message:
            nonlocal size
            try:
                async with asyncio.timeout(None if refused else PATIENCE):
                    message = await receive()
            except TimeoutError:
                refuse_with(408, "The body of the request stopped coming.")
                return await protocol.gone(receive)
            size += len(message.get("body", b""))
            if size > LARGEST_BODY:
                refuse_with(413, TOO_LARGE)
                return await protocol.gone(receive)
            return message

        if len(announced) > 15 or (announced.isdecimal() and int(announced) > LARGEST_BODY):
            refuse_with(413, TOO_LARGE)
            await protocol.gone(receive)
            return
        await self._app(scope, bounded, send)
