"""The changes of one mail folder: what came, what changed, what left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from emulator import delta, filters, mailboxes, message_json, odata
from emulator.calls import Call, Reply, answer
from emulator.clock import real_now
from emulator.errors import bad_mail_request
from emulator.store import Row
from emulator.tenant import Tenant

PAGE = 10
CEILING = 1000
ALLOWED_FILTER = re.compile(r"\s*receivedDateTime\s+(ge|gt)\s+\S+\s*", re.IGNORECASE)
KEPT = {"$select", "$filter", "$top", "$expand", "changetype", "$orderby"}


def changes(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    folder = mailboxes.folder(tenant, address, folder_key)["id"]
    text = call.query.get("$skiptoken") or call.query.get("$deltatoken") or ""
    state = delta.opened(tenant, call, text, folder) if text else first_state(tenant, call)
    asked = Asked(state.get("query") or {})
    size = page_size(call, asked.options)
    events, last, complete = since(tenant, folder, state["since"], size)
    found = [shown for row in events if (shown := asked.shown(tenant, call, row, state)) is not None]
    more = {} if complete else {"began": state.get("began", 0)}
    reached = told_so_far(tenant, folder) if complete else last
    token = delta.token(tenant, folder, reached, query=state.get("query"), **more)
    name = "$deltatoken" if complete else "$skiptoken"
    link = odata.link(call, name, token, keep=False)
    context = f"users('{address}')/mailFolders('{folder}')/messages"
    links = {"delta_link": link} if complete else {"next_link": link}
    return answer(odata.page(context, found, **links))


def first_state(tenant: Tenant, call: Call) -> dict[str, Any]:
    query = {key.lower(): value for key, value in call.query.items() if key.lower() in KEPT}
    if query.get("$filter") and not ALLOWED_FILTER.fullmatch(query["$filter"]):
        raise bad_mail_request(
            "Only receivedDateTime ge or gt can be filtered in a delta query.", "ErrorInvalidUrlQuery"
        )
    return {**delta.beginning(tenant), "query": query}


class Asked:
    """The options of the first request of a round, which its links carry on."""

    def __init__(self, query: dict[str, str]) -> None:
        self.options = odata.Options(
            select=odata.names(query.get("$select")),
            expand=odata.expansions(query.get("$expand", "")),
            top=odata.number(query.get("$top"), "$top"),
        )
        self.only_created = query.get("changetype", "").lower() == "created"
        self._predicate = filters.parse(query["$filter"])[0] if query.get("$filter") else None

    def shown(self, tenant: Tenant, call: Call, row: Row, state: Mapping[str, Any]) -> dict[str, Any] | None:
        if "document" not in row.keys():  # noqa: SIM118 - a Row is not a mapping
            reason = {"@removed": {"reason": "deleted"}}
            is_old = row["change"] <= state.get("began", 0)
            return None if is_old or self.only_created else {**reason, "id": message_json.id_of(call, row)}
        if self.only_created and row["created_change"] <= state["since"]:
            return None
        if self._predicate and not self._predicate(lambda path: row["received"] if "eceived" in path else None):
            return None
        return message_json.shown(tenant, call, row, self.options)


def page_size(call: Call, options: odata.Options) -> int:
    wanted = call.prefers("odata.maxpagesize") or ""
    asked = int(wanted) if re.fullmatch(r"[0-9]{1,9}", wanted) else 0
    return min(asked or options.top or PAGE, CEILING)


def since(tenant: Tenant, folder: str, start: int, size: int) -> tuple[list[Row], int, bool]:
    """Up to `size` changes after a change number: the rows, the last number among them, and whether that was all."""
    arrived = tenant.store.all(
        "SELECT * FROM messages WHERE folder = ? AND change > ? AND visible_from <= ? ORDER BY change LIMIT ?",
        *(folder, start, real_now(), size + 1),
    )
    left = tenant.store.all(
        "SELECT * FROM removals WHERE folder = ? AND change > ? AND message NOT IN"
        " (SELECT number FROM messages WHERE folder = removals.folder) ORDER BY change LIMIT ?",
        *(folder, start, size + 1),
    )
    events = sorted([*arrived, *left], key=lambda row: int(row["change"]))
    page = events[:size]
    return page, page[-1]["change"] if page else start, len(events) <= size


def told_so_far(tenant: Tenant, folder: str) -> int:
    """The change up to which nothing is left to tell: a message that cannot be seen yet is still to come."""
    hidden = tenant.store.one(
        "SELECT MIN(change) AS first FROM messages WHERE folder = ? AND visible_from > ?", folder, real_now()
    )
    return int(hidden["first"]) - 1 if hidden and hidden["first"] else tenant.store.change


ROUTES = (("GET", "/users/{user}/mailFolders/{folder_key}/messages/delta", changes),)
