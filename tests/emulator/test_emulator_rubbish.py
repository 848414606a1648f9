"""Whatever is sent to whatever route: a refusal in Graph's words, never a failure of the emulator's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator import dispatch, founding, seed, tokens, viewing
from emulator.calls import Call
from emulator.store import Store
from emulator.tenant import open_tenant

Answered = TypeVar("Answered")
COLUMNS = [
    {"name": "Owner", "personOrGroup": {}},
    {"name": "Owners", "personOrGroup": {"allowMultipleSelection": True}},
    {"name": "Due", "dateTime": {}},
    {"name": "Status", "choice": {"choices": ["Open"]}},
    {"name": "Cost", "number": {}},
]
JUNK = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1e308,
        10**30,
        "",
        "x",
        "\0",
        "a" * 300,
        [],
        [[]],
        {},
        {"a": 1},
        [None],
        [{}],
        ["x"],
        "2026-07-01",
    ]
)
SOMEONE = [{"emailAddress": {"address": "a@b.example", "name": "A"}}]
MESSAGE: dict[str, Any] = {
    "subject": "a",
    "body": {"contentType": "html", "content": "x"},
    "toRecipients": SOMEONE,
    "replyTo": SOMEONE,
    "importance": "high",
    "isRead": True,
    "categories": ["a"],
    "internetMessageHeaders": [{"name": "x-a", "value": "b"}],
    "singleValueExtendedProperties": [{"id": "String {11111111-2222-3333-4444-555555555555} Name K", "value": "v"}],
    "attachments": [{"name": "a", "contentBytes": "aGk=", "contentType": "a/b", "isInline": True, "contentId": "x"}],
}
FIELDS: dict[str, Any] = {
    "Title": "x",
    "OwnerLookupId": 1,
    "OwnersLookupId@odata.type": "Collection(Edm.Int32)",
    "OwnersLookupId": [1, 2],
    "Due": "2026-07-01",
    "Status": "Open",
    "Cost": 1.5,
}
LIST = "/sites/{site}/lists/Actions"
BOX = "/users/{user}"
GOOD: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/sites/{site}/lists", {"displayName": "L", "list": {"template": "genericList"}, "columns": COLUMNS}),
    ("PATCH", LIST, {"displayName": "Actions", "description": "d"}),
    ("POST", f"{LIST}/columns", {"name": "Z", "indexed": True, "dateTime": {"format": "dateOnly"}}),
    ("PATCH", f"{LIST}/columns/Status", {"displayName": "s", "choice": {"choices": ["Open", "b"]}}),
    ("POST", f"{LIST}/items", {"fields": FIELDS}),
    ("PATCH", f"{LIST}/items/1/fields", FIELDS),
    ("PATCH", f"{LIST}/items/1", {"fields": FIELDS}),
    ("POST", f"{BOX}/messages", MESSAGE),
    ("POST", f"{BOX}/sendMail", {"message": MESSAGE, "saveToSentItems": True}),
    ("PATCH", f"{BOX}/messages/{{message}}", MESSAGE),
    ("POST", f"{BOX}/messages/{{message}}/createReply", {"comment": "x", "message": MESSAGE}),
    ("POST", f"{BOX}/messages/{{message}}/forward", {"comment": "x", "toRecipients": SOMEONE}),
    ("POST", f"{BOX}/messages/{{message}}/move", {"destinationId": "drafts"}),
    ("POST", f"{BOX}/messages/{{message}}/attachments", MESSAGE["attachments"][0]),
    ("POST", f"{BOX}/mailFolders", {"displayName": "x"}),
    ("POST", "/drives/{drive}/root/children", {"name": "f", "folder": {}}),
    ("PATCH", "/drives/{drive}/items/{entry}", {"name": "a.txt", "parentReference": {"id": "root"}}),
    ("POST", "/drives/{drive}/root:/b:/createUploadSession", {"item": {"@microsoft.graph.conflictBehavior": "fail"}}),
    (
        "POST",
        "/$batch",
        {"requests": [{"id": "1", "method": "GET", "url": "/users", "dependsOn": ["1"], "headers": {}}]},
    ),
]
QUERY = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "$top",
                "$skip",
                "$select",
                "$expand",
                "$filter",
                "$orderby",
                "$skiptoken",
                "$deltatoken",
                "token",
                "$search",
                "format",
            ]
        ),
        st.text(max_size=10)
        | st.sampled_from(
            [
                "fields($select=Title,Owner)",
                "fields/Title eq 'a'",
                "fields/Cost gt",
                "not (a or",
                "receivedDateTime ge 2026-01-01",
                "singleValueExtendedProperties/any(e: e/id eq 'a' and e/value eq 'b')",
                "e30",
                "eyJhZnRlciI6ICJ4IiwgIm8iOiAieCJ9",
                "latest",
                "-1",
                "99999999999999999999",
                "fields/Due desc,fields/Owner",
                "attachments,singleValueExtendedProperties($filter=id eq 'x')",
            ]
        ),
    ),
    max_size=3,
)


class Bench:
    """A tenant without a process, with one of everything."""

    def __init__(self, folder: Path) -> None:
        self.tenant = open_tenant(Store(), folder, seed.read(None))
        founding.found(self.tenant)
        self.page = viewing.application(self.tenant)
        self._loop = asyncio.Runner()
        self.token = tokens.access_token(self.tenant, self.tenant.callers()[0])
        self.names = self.one_of_everything()

    def one_of_everything(self) -> dict[str, str]:
        site = str(self.send("GET", f"/sites/{self.tenant.identity.host}:{self.tenant.identity.site_path}")["id"])
        box = f"/users/{self.tenant.identity.mailbox}"
        self.send("POST", f"/sites/{site}/lists", {"displayName": "Actions", "columns": COLUMNS})
        self.send("POST", f"/sites/{site}/lists/Actions/items", {"fields": {"Title": "a", "OwnerLookupId": 1}})
        drive = self.send("GET", f"/sites/{site}/drive")["id"]
        file = self.send("PUT", f"/drives/{drive}/root:/a.txt:/content", {"a": 1})["id"]
        attachment = {"name": "a", "contentBytes": ""}
        draft = self.send("POST", f"{box}/messages", {"subject": "a", "attachments": [attachment]})["id"]
        return {
            "site": site,
            "list_key": "Actions",
            "item": "1",
            "column": "Owner",
            "drive": drive,
            "drive_key": drive,
            "entry": file,
            "version": "1.0",
            "user": self.tenant.identity.mailbox,
            "folder_key": "drafts",
            "message": draft,
        }

    def send(self, method: str, path: str, body: Any = None, query: str = "") -> dict[str, Any]:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        reply = self.reply(method, path, raw, query)
        return dict(json.loads(reply.body or b"{}")) | {"http": reply.status}

    def status(self, method: str, path: str, body: Any, query: str = "") -> int:
        """The status of a request whose effects are taken back, so that the next one meets the same tenant."""
        self.tenant.store.run("BEGIN")
        try:
            return int(self.reply(method, path, json.dumps(body).encode(), query).status)
        finally:
            self.tenant.store.run("ROLLBACK")

    def reply(self, method: str, path: str, raw: bytes, query: str) -> Any:
        headers = {"authorization": f"Bearer {self.token}", "content-type": "application/json"}
        call = Call(method, "graph.microsoft.com", "/v1.0" + path, query, headers, raw)
        return self.run(dispatch.serve(self.tenant, call))

    def run(self, answering: Coroutine[Any, Any, Answered]) -> Answered:
        """What comes of it, in one loop for all requests: to make one takes as long as most answers."""
        return self._loop.run(answering)

    def close(self) -> None:
        self._loop.close()
        self.tenant.store.close()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("bench"))
    yield bench
    bench.close()


QUIET = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, each in inner for place in places(each, (*path, key)))]


def spoilt(value: Any, path: tuple[Any, ...], junk: Any) -> Any:
    if not path:
        return junk
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = spoilt(value[path[0]], path[1:], junk)
    return copy


@QUIET
@given(data=st.data(), good=st.sampled_from(GOOD), junk=JUNK)
def test_junk_in_any_place_of_a_good_request_is_no_failure(bench: Bench, data: Any, good: Any, junk: Any) -> None:
    method, template, body = good
    bad = spoilt(body, data.draw(st.sampled_from(places(body))), junk)
    assert bench.status(method, template.format(**bench.names), bad) < 500


@QUIET
@given(
    route=st.sampled_from([(method, template) for method, template, _ in dispatch.ROUTES if method == "GET"]),
    strangers=st.dictionaries(st.sampled_from(["item", "message", "entry", "column"]), st.text(min_size=1, max_size=6)),
    query=QUERY,
)
def test_no_query_is_a_failure(
    bench: Bench, route: tuple[str, str], strangers: dict[str, str], query: list[tuple[str, str]]
) -> None:
    names = bench.names | {"attachment": "x", "permission": "x"} | strangers
    path = route[1].format(**{key: value.replace("/", "_") for key, value in names.items()})
    assert bench.status("GET", path, None, "&".join(f"{key}={value}" for key, value in query)) < 500


@pytest.mark.parametrize("raw", [b'{"a": NaN}', b'{"subject": "\\ud800"}', b'{"a": ' * 3000, b"\x00", b'{"a": 1} x'])
def test_a_body_that_is_not_json_is_a_400(bench: Bench, raw: bytes) -> None:
    for path in (f"/users/{bench.names['user']}/messages", f"/sites/{bench.names['site']}/lists"):
        assert bench.reply("POST", path, raw, "").status == 400
