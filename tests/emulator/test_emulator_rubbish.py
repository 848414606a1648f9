"""Whatever is sent to whatever route: a refusal in Graph's words, never a failure of the emulator's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator import dispatch, founding, seed, tokens
from emulator.calls import Call
from emulator.store import Store
from emulator.tenant import open_tenant

COLUMNS = [
    {"name": "Owner", "personOrGroup": {}},
    {"name": "Owners", "personOrGroup": {"allowMultipleSelection": True}},
    {"name": "Due", "dateTime": {}},
    {"name": "Status", "choice": {"choices": ["Open"]}},
    {"name": "Cost", "number": {}},
]
WORDS = st.sampled_from(
    ["fields", "id", "name", "displayName", "message", "Message", "body", "content", "contentType", "html", "text", "subject", "toRecipients", "emailAddress", "address", "attachments", "contentBytes", "internetMessageHeaders", "singleValueExtendedProperties", "value", "roles", "columns", "list", "template", "grantedToIdentities", "application", "destinationId", "DestinationId", "comment", "folder", "item", "parentReference", "requests", "method", "url", "headers", "dependsOn", "GET", "/users", "Title", "Owner", "OwnerLookupId", "OwnersLookupId", "Due", "Status", "Cost", "choice", "choices", "dateTime", "format", "personOrGroup", "number", "boolean", "isRead", "flag", "categories", "importance", "from", "replyTo", "saveToSentItems", "@odata.type", "Collection(Edm.Int32)", "OwnersLookupId@odata.type", "@microsoft.graph.conflictBehavior", "fail", "2026-07-01"]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
QUERY = st.lists(
    st.tuples(
        st.sampled_from(
            ["$top", "$skip", "$select", "$expand", "$filter", "$orderby", "$skiptoken", "$deltatoken", "token", "$search", "format"]
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

    def reply(self, method: str, path: str, raw: bytes, query: str) -> Any:
        headers = {"authorization": f"Bearer {self.token}", "content-type": "application/json"}
        call = Call(method, "graph.microsoft.com", "/v1.0" + path, query, headers, raw)
        return asyncio.run(dispatch.serve(self.tenant, call))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("bench"))
    yield bench
    bench.tenant.store.close()


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    route=st.sampled_from([(method, template) for method, template, _ in dispatch.ROUTES] + [("POST", "/$batch")]),
    strangers=st.dictionaries(
        st.sampled_from(["item", "message", "entry", "folder_key", "column"]), st.text(min_size=1, max_size=6)
    ),
    body=ANYTHING | st.dictionaries(WORDS, ANYTHING, max_size=5),
    query=QUERY,
)
def test_no_request_makes_the_tenant_fail(
    bench: Bench, route: tuple[str, str], strangers: dict[str, str], body: Any, query: list[tuple[str, str]]
) -> None:
    method, template = route
    names = bench.names | {"attachment": "x", "permission": "x"} | strangers
    path = template.format(**{key: value.replace("/", "_") for key, value in names.items()})
    text = "&".join(f"{key}={value}" for key, value in query)
    with bench.tenant.store.transaction():
        status = bench.reply(method, path, json.dumps(body).encode(), text).status
    assert 200 <= status < 500, (method, path)


@pytest.mark.parametrize("raw", [b'{"a": NaN}', b'{"subject": "\\ud800"}', b'{"a": ' * 3000, b"\x00", b'{"a": 1} x'])
def test_a_body_that_is_not_json_is_a_400(bench: Bench, raw: bytes) -> None:
    for path in (f"/users/{bench.names['user']}/messages", f"/sites/{bench.names['site']}/lists"):
        assert bench.reply("POST", path, raw, "").status == 400
