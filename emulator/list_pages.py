"""Lists as tables: read, change a row in place, see what became of it."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from emulator import fields, form_fields, items, mail_views, views
from emulator.errors import GraphError
from emulator.form_fields import Widget
from emulator.page import Page, form_of, see, segment
from emulator.store import Row

SHOWN = 100
CHANGED = "Somebody else has changed this item since you opened it. These are its values now."


class ListPages:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.tenant = page.tenant

    async def lists(self, _: Request) -> Response:
        rows = views.lists(self.tenant)
        counts = {row["id"]: views.items_in(self.tenant, row["id"]) for row in rows}
        return self.page.show("lists.html", lists=rows, counts=counts)

    async def one_list(self, request: Request) -> Response:
        row = self._list(request)
        if row is None:
            return self.page.missing("that list")
        query = request.query_params
        edited, saved = number_of(query.get("edit", "")), number_of(query.get("saved", ""))
        start = number_of(query.get("from", "")) or 1
        item = self._item(row, edited) if edited and not row["hidden"] else None
        if item is None:
            return self._table(row, start, None, saved)
        sheet = items.open_sheet(self.tenant, row)
        editing = edit(item, form_fields.widgets(self.tenant, sheet, json.loads(item["fields"])))
        return self._table(row, min(start, edited), editing)

    def _table(
        self, row: Row, start: int, editing: dict[str, Any] | None, saved: int = 0, status: int = 200
    ) -> Response:
        """The page of the list that begins with the item `start`, one row of it perhaps a form."""
        table = views.table(self.tenant, row, SHOWN, start)
        total = views.items_in(self.tenant, row["id"])
        writers = [person["name"] for person in mail_views.senders(self.tenant)]
        return self.page.show(
            "list.html", status, row=row, table=table, total=total, editing=editing, saved=saved, people=writers
        )

    async def change(self, request: Request) -> Response:
        row = self._list(request)
        item = self._item(row, number_of(request.path_params["item"])) if row else None
        if row is None or item is None or row["hidden"]:
            return self.page.missing("an item that can be changed here")
        form = await form_of(request)
        start = min(number_of(form.line("from")) or 1, item["id"])
        sheet = items.open_sheet(self.tenant, row)
        known = form_fields.widgets(self.tenant, sheet, json.loads(item["fields"]))
        if form.line("version") != str(item["version"]):
            return self._table(row, start, edit(item, known, CHANGED), status=409)
        changes = form_fields.changes(known, form)
        try:
            taken = fields.taken(sheet.definitions, sheet.named, changes, by_hand=True)
        except GraphError as error:
            return self._table(row, start, edit(item, form_fields.again(known, form), error.message), status=400)
        if taken:
            with self.tenant.store.transaction():
                items.write(self.tenant, sheet, item, taken, by=form.line("by") or items.APPLICATION)
        return see(f"/lists/{segment(row['id'])}?from={start}&saved={item['id']}#item-{item['id']}")

    async def history(self, request: Request) -> Response:
        row = self._list(request)
        item = self._item(row, number_of(request.path_params["item"])) if row else None
        if row is None or item is None:
            return self.page.missing("that item")
        sheet = items.open_sheet(self.tenant, row)
        return self.page.show("item.html", row=row, item=item, versions=views.history(self.tenant, sheet, item))

    def _list(self, request: Request) -> Row | None:
        return self.tenant.store.one("SELECT * FROM lists WHERE id = ?", request.path_params["key"])

    def _item(self, row: Row, number: int) -> Row | None:
        return self.tenant.store.one("SELECT * FROM items WHERE list = ? AND id = ? AND NOT deleted", row["id"], number)

    def routes(self) -> list[Route]:
        return [
            Route("/lists", self.lists),
            Route("/lists/{key}", self.one_list),
            Route("/lists/{key}/items/{item}", self.history),
            Route("/lists/{key}/items/{item}", self.change, methods=["POST"]),
        ]


def number_of(text: str) -> int:
    """A positive number a person or a link gave, else 0."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0


def edit(item: Row, widgets: list[Widget], fault: str = "") -> dict[str, Any]:
    return {"id": item["id"], "version": item["version"], "widgets": widgets, "fault": fault}
