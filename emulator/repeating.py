"""The fault of a page whose last item comes a second time: at the head of the next, or at its own end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from emulator.calls import Call, Reply, answer

NEXT = "@odata.nextLink"
Address = tuple[str, tuple[tuple[str, str], ...]]


def address_of(path: str, query: str) -> Address:
    return path, tuple(sorted(parse_qsl(query, keep_blank_values=True)))


class Repeats:
    """What still has to come again, by the address of the page that it will head."""

    def __init__(self) -> None:
        self._waiting: dict[Address, Any] = {}

    def begun(self, reply: Reply) -> Reply:
        """The page that the fault has hit."""
        page = page_of(reply)
        if page is None or not page["value"]:
            return reply
        last = page["value"][-1]
        if NEXT in page:
            link = urlsplit(page[NEXT])
            self._waiting[address_of(unquote(link.path), link.query)] = last
            return reply
        return with_values(reply, page, [*page["value"], last])

    def headed(self, call: Call, reply: Reply) -> Reply:
        """The page with what the one before it ended with, if that has to come again."""
        if not self._waiting or reply.status != 200:
            return reply
        item = self._waiting.pop(address_of(call.path, call.query_string), None)
        page = page_of(reply)
        return with_values(reply, page, [item, *page["value"]]) if item is not None and page else reply

    def clear(self) -> None:
        self._waiting.clear()


def page_of(reply: Reply) -> dict[str, Any] | None:
    is_json = reply.headers.get("Content-Type", "").startswith("application/json")
    page = reply.json() if is_json and reply.status == 200 else None
    return page if isinstance(page, dict) and isinstance(page.get("value"), list) else None


def with_values(reply: Reply, page: dict[str, Any], values: list[Any]) -> Reply:
    return replace(reply, body=answer({**page, "value": values}).body)
