"""The control interface: faults, the log, the clock, mail from outside and inside, and plain views for tests."""

from __future__ import annotations

import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulator import delivery, founding, items, library, mailboxes, people
from emulator.clock import moment_of
from emulator.store import Row
from emulator.tenant import Tenant


class Control:
    """Handlers of `/_emulator/...`."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant

    async def add_fault(self, request: Request) -> Response:
        try:
            wish = await request.json()
            wishes = wish if isinstance(wish, list) else [wish]
            added = [self.tenant.faults.add(each).described() for each in wishes]
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            return refused(f"The fault cannot be read: {error}")
        return JSONResponse(added if isinstance(wish, list) else added[0], 201)

    async def list_faults(self, _: Request) -> Response:
        return JSONResponse(self.tenant.faults.described())

    async def clear_faults(self, _: Request) -> Response:
        self.tenant.faults.clear()
        return Response(status_code=204)

    async def requests(self, _: Request) -> Response:
        return JSONResponse(list(self.tenant.log))

    async def clear_requests(self, _: Request) -> Response:
        self.tenant.log.clear()
        return Response(status_code=204)

    async def reset(self, _: Request) -> Response:
        """The seed again; no faults, no log, real time."""
        self.tenant.faults.clear()
        self.tenant.log.clear()
        self._set_clock(None)
        founding.refound(self.tenant)
        return Response(status_code=204)

    async def clock(self, request: Request) -> Response:
        given = (await body_of(request)).get("now")
        moment = moment_of(given) if isinstance(given, str) else None
        if given is not None and moment is None:
            return refused("now must be an ISO date and time, or null for real time.")
        self._set_clock(given)
        return JSONResponse({"now": self.tenant.clock.stamp()})

    async def read_clock(self, _: Request) -> Response:
        return JSONResponse({"now": self.tenant.clock.stamp()})

    def _set_clock(self, given: str | None) -> None:
        self.tenant.clock.set(moment_of(given) if given else None)
        self.tenant.store.remember("clock_offset", self.tenant.clock.offset)

    async def settings(self, request: Request) -> Response:
        """`sent_lag`: seconds until a sent copy can be seen."""
        given = await body_of(request)
        if "sent_lag" in given:
            self.tenant.sent_lag = float(given["sent_lag"])
            self.tenant.store.remember("sent_lag", self.tenant.sent_lag)
        return JSONResponse({"sent_lag": self.tenant.sent_lag})

    async def deliver(self, request: Request) -> Response:
        """Mail from outside, as bytes."""
        return await self._take(
            request,
            lambda address, raw: delivery.receive(self.tenant, address, raw, request.query_params.get("auth", "pass")),
        )

    async def send(self, request: Request) -> Response:
        """Mail that someone of the tenant sends, as bytes."""
        return await self._take(request, lambda address, raw: delivery.send_raw(self.tenant, address, raw))

    async def _take(self, request: Request, act: Any) -> Response:
        wanted = request.query_params.get("mailbox", "")
        person = people.by_address(self.tenant, wanted)
        if person is None or person["kind"] == "outside":
            return refused(f"There is no mailbox {wanted!r} in this tenant.", 404)
        raw = await request.body()
        with self.tenant.store.transaction():
            row = act(person["address"], raw)
        return JSONResponse({"id": row["immutable_id"]}, 201)

    async def mailboxes(self, _: Request) -> Response:
        rows = self.tenant.store.all("SELECT * FROM people ORDER BY kind, name")
        return JSONResponse(
            [
                {
                    "address": row["address"],
                    "name": row["name"],
                    "kind": row["kind"],
                    "messages": counted(self.tenant, row["address"]),
                }
                for row in rows
            ]
        )

    async def messages(self, request: Request) -> Response:
        """Newest last, so that a story reads downwards."""
        address = mailboxes.base_address(request.query_params.get("mailbox", ""))
        folder = request.query_params.get("folder", "")
        rows = self.tenant.store.all(
            "SELECT messages.*, folders.name AS folder_name, folders.known_as AS known_as FROM messages"
            " JOIN folders ON folders.id = messages.folder WHERE messages.mailbox = ? ORDER BY received, number",
            address,
        )
        wanted = [row for row in rows if not folder or folder.lower() in {row["folder_name"].lower(), row["known_as"]}]
        return JSONResponse([summary(row) for row in wanted])

    async def raw(self, request: Request) -> Response:
        row = self.tenant.store.one(
            "SELECT * FROM messages WHERE immutable_id = ? OR item_id = ?", *[request.path_params["key"]] * 2
        )
        if row is None:
            return refused("There is no such message.", 404)
        return Response(row["mime"] or delivery.written(self.tenant, row), media_type="message/rfc822")

    async def lists(self, _: Request) -> Response:
        return JSONResponse([whole_list(self.tenant, row) for row in self._lists()])

    def _lists(self) -> list[Row]:
        return self.tenant.store.all("SELECT * FROM lists WHERE template <> 'documentLibrary' ORDER BY hidden, title")

    async def library(self, _: Request) -> Response:
        return JSONResponse(files(self.tenant))

    async def content(self, request: Request) -> Response:
        row = self.tenant.store.one("SELECT * FROM entries WHERE id = ?", request.path_params["key"])
        if row is None or row["is_folder"]:
            return refused("There is no such file.", 404)
        wanted = request.query_params.get("version")
        version = int(wanted.partition(".")[0]) if wanted else None
        return Response(library.content(self.tenant, row, version), media_type=row["type"])

    def routes(self) -> list[Route]:
        rows = (
            ("POST", "/faults", self.add_fault),
            ("GET", "/faults", self.list_faults),
            ("DELETE", "/faults", self.clear_faults),
            ("GET", "/requests", self.requests),
            ("DELETE", "/requests", self.clear_requests),
            ("POST", "/reset", self.reset),
            ("POST", "/clock", self.clock),
            ("GET", "/clock", self.read_clock),
            ("POST", "/settings", self.settings),
            ("POST", "/messages", self.deliver),
            ("POST", "/send", self.send),
            ("GET", "/mailboxes", self.mailboxes),
            ("GET", "/messages", self.messages),
            ("GET", "/messages/{key}/raw", self.raw),
            ("GET", "/lists", self.lists),
            ("GET", "/library", self.library),
            ("GET", "/library/{key}/content", self.content),
        )
        return [Route(f"/_emulator{path}", handler, methods=[method]) for method, path, handler in rows]


async def body_of(request: Request) -> dict[str, Any]:
    try:
        given = json.loads(await request.body() or b"{}")
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}


def refused(sentence: str, status: int = 400) -> JSONResponse:
    return JSONResponse({"error": sentence}, status)


def counted(tenant: Tenant, address: str) -> int:
    row = tenant.store.one("SELECT COUNT(*) AS n FROM messages WHERE mailbox = ?", address)
    return int(row["n"]) if row else 0


def summary(row: Row) -> dict[str, Any]:
    document = json.loads(row["document"])
    sender = (document.get("from") or {}).get("emailAddress", {})
    to = document.get("toRecipients", []) + document.get("ccRecipients", [])
    return {
        "id": row["immutable_id"],
        "raw": row["immutable_id"],
        "mailbox": row["mailbox"],
        "folder": row["folder_name"],
        "subject": document["subject"],
        "from": sender.get("address", ""),
        "to": [each["emailAddress"]["address"] for each in to],
        "deliveredTo": document.get("deliveredTo"),
        "receivedDateTime": row["received"],
        "internetMessageId": row["internet_id"],
        "isRead": document["isRead"],
        "isDraft": bool(row["is_draft"]),
        "body": document["body"]["content"],
        "bodyType": document["body"]["contentType"],
    }


def whole_list(tenant: Tenant, row: Row) -> dict[str, Any]:
    sheet = items.open_sheet(tenant, row)
    rows = tenant.store.all("SELECT * FROM items WHERE list = ? AND NOT deleted ORDER BY id", row["id"])
    return {
        "id": row["id"],
        "title": row["title"],
        "hidden": bool(row["hidden"]),
        "columns": list(sheet.definitions.values()),
        "items": [
            {
                "id": str(each["id"]),
                "version": each["version"],
                "modified": each["modified"],
                "fields": items.field_values(sheet, each, ()),
            }
            for each in rows
        ],
    }


def files(tenant: Tenant) -> list[dict[str, Any]]:
    """Every file of every library, by path."""
    rows = tenant.store.all("SELECT * FROM entries WHERE NOT is_folder")
    found = [
        {
            "id": row["id"],
            "name": row["name"],
            "path": library.path_of(tenant, row),
            "size": row["size"],
            "type": row["type"],
            "modified": row["modified"],
            "versions": [
                {"id": f"{each['version']}.0", "size": each["size"], "modified": each["modified"]}
                for each in library.versions(tenant, row)
            ],
        }
        for row in rows
    ]
    return sorted(found, key=lambda file: str(file["path"]).lower())


def application(tenant: Tenant) -> Starlette:
    return Starlette(routes=Control(tenant).routes())
