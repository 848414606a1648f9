"""Writing as one of the tenant's people: answers in the style of a mail program, new mails, what a button begins."""

from __future__ import annotations

import json
from email.utils import getaddresses
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from emulator import (
    absences,
    answered,
    composing,
    delivery,
    interleaved,
    mail_views,
    mime,
    mime_writing,
    people,
    quoting,
    views,
)
from emulator.mail_pages import message_values
from emulator.page import Page, form_of, see, segment
from emulator.quoting import STYLES, Letter
from emulator.store import Row
from emulator.tenant import Tenant

USUAL = "outlook-web"
LONGEST_ADDRESSES = 20_000


class WritingPages:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.tenant = page.tenant

    async def reply(self, request: Request) -> Response:
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return self.page.missing("that message")
        form = await form_of(request)
        style = form.line("style") if form.line("style") in STYLES else USUAL
        place, says, to = form.line("place"), form.text("says"), reply_to(row)
        fault = fault_of(says, place, to)
        if fault:
            draft = {"style": style, "says": says, "place": place, "fault": fault}
            values = message_values(self.page, row, {}) | {"draft": draft, "said": ""}
            return self.page.show("message.html", 400, **values)
        original = answered.original_of(row)
        more = answered.conversation_of(row, self.tenant.clock.now()) if STYLES[style].is_outlook else ()
        letter = Letter(
            *writer(self.tenant, row),
            to=to,
            cc="",
            subject=quoting.answered_subject(STYLES[style], json.loads(row["document"])["subject"]),
            says=says.strip("\n"),
            thread=answered.thread_of(row) + more,
            original=None if place == "none" else original,
            below=place == "below",
            parts=interleaved.WRITTEN[style](original, interleaved.runs_of(says)) if place == "between" else None,
        )
        post(self.tenant, letter, style)
        return see(f"/message/{segment(row['immutable_id'])}?sent=1#said")

    async def compose(self, request: Request) -> Response:
        """A mail begun, mostly by a button of another mail."""
        query = request.query_params
        values = {name: query.get(name, "") for name in ("mailbox", "about", "to", "cc", "subject", "body")}
        return self._form(values | {"style": USUAL})

    async def send(self, request: Request) -> Response:
        form = await form_of(request)
        names = ("mailbox", "about", "to", "cc", "subject", "style")
        values = {name: form.line(name) for name in names} | {"body": form.text("body")}
        person = people.by_address(self.tenant, values["mailbox"])
        if person is None or person["kind"] == "outside":
            return self._form(values, mailbox="Choose whose mailbox it is sent from.")
        to, cc = written_addresses(values["to"]), written_addresses(values["cc"])
        if not to or cc is None:
            wanted = "Give addresses such as jo@oakleigh.example, with commas between them."
            return self._form(values, **{"to": wanted} if not to else {"cc": wanted})
        letter = Letter(person["name"], person["address"], to, cc, values["subject"], values["body"].strip("\n"))
        post(self.tenant, letter, values["style"] if values["style"] in STYLES else USUAL)
        about = views.message(self.tenant, values["about"]) if values["about"] else None
        if about is not None:
            return see(f"/message/{segment(about['immutable_id'])}?sent=1#said")
        return see(f"/mail/{segment(person['address'])}?folder=Sent%20Items")

    async def away(self, request: Request) -> Response:
        """What a mailbox answers while its owner is away."""
        owner = self._owner(request)
        if owner is None:
            return self.page.missing("that mailbox")
        setting = absences.of(self.tenant, owner["address"])
        return self.page.show("away.html", owner=owner, setting=setting, saved="saved" in request.query_params)

    async def set_away(self, request: Request) -> Response:
        owner = self._owner(request)
        if owner is None:
            return self.page.missing("that mailbox")
        form = await form_of(request)
        status = form.line("status") if form.line("status") in absences.STATUSES else "disabled"
        words = {"internalReplyMessage": form.text("inside"), "externalReplyMessage": form.text("outside")}
        with self.tenant.store.transaction():
            absences.save(self.tenant, owner["address"], {"status": status, **words})
        return see(f"/mail/{segment(owner['address'])}/away?saved=1#said")

    def _owner(self, request: Request) -> Row | None:
        row = mail_views.owner(self.tenant, request.path_params["address"])
        return None if row is None or row["kind"] == "outside" else row

    def _form(self, values: dict[str, Any], **faults: str) -> Response:
        senders = mail_views.senders(self.tenant)
        status = 400 if faults else 200
        return self.page.show("compose.html", status, values=values, faults=faults, senders=senders, styles=STYLES)

    def routes(self) -> list[Route]:
        return [
            Route("/message/{key}/reply", self.reply, methods=["POST"]),
            Route("/mail/{address}/away", self.away),
            Route("/mail/{address}/away", self.set_away, methods=["POST"]),
            Route("/compose", self.compose),
            Route("/compose", self.send, methods=["POST"]),
        ]


def fault_of(says: str, place: str, to: str) -> str:
    """Why an answer cannot be sent yet, or ""."""
    if not says.strip():
        return "Write something first."
    if place == "between" and not interleaved.is_answered(says):
        return "Leave the lines that begin with > and type your answers between them."
    return "" if to else "This mail names nobody who could be answered."


def reply_to(row: Row) -> str:
    """The To of an answer: Reply-To, else From; "" when neither can be written to."""
    document = json.loads(row["document"])
    wanted = document.get("replyTo") or ([document["from"]] if document.get("from") else [])
    return ", ".join(mime_writing.printed(each) for each in wanted if sendable(each["emailAddress"]["address"]))


def sendable(address: str) -> bool:
    return address.isascii() and composing.ADDRESS.fullmatch(address) is not None


def writer(tenant: Tenant, row: Row) -> tuple[str, str]:
    """Name and address of who answers: the mailbox's owner, or the person outside who got it."""
    person = people.by_address(tenant, row["mailbox"])
    if person is not None and person["kind"] != "outside":
        return person["name"], person["address"]
    address = json.loads(row["document"]).get("deliveredTo") or ""
    return "", address


def post(tenant: Tenant, letter: Letter, style: str) -> None:
    """People of the tenant send through Exchange; the others' mail comes in from outside."""
    raw = quoting.written(letter, STYLES[style], tenant.clock.now())
    with tenant.store.transaction():
        if people.by_address(tenant, letter.address) is not None:
            delivery.send_raw(tenant, letter.address, raw)
            return
        for address in delivery.recipients(mime.read_head(raw)):
            inside = people.by_address(tenant, address)
            if inside is not None and inside["kind"] != "outside":
                delivery.receive(tenant, inside["address"], raw, "pass")


def written_addresses(text: str) -> str | None:
    """A header value from what a person typed; "" when nothing was typed, None when it cannot be read."""
    if not text.strip():
        return ""
    if len(text) > LONGEST_ADDRESSES or "(" * 10 in text:
        return None
    found = [(name, address) for name, address in getaddresses([text.replace(";", ",")]) if name or address]
    if not found or not all(sendable(address) for _, address in found):
        return None
    return ", ".join(mime_writing.printed(mime.recipient(address, name)) for name, address in found)
