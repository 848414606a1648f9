"""Generated requests at every route there is, taken from the tenant's own tables: an answer in Graph's words."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator import dispatch, viewing
from emulator.calls import Call, Reply
from emulator.tenant import OUTLOOK
from tests.emulator.test_emulator_rubbish import FIELDS, GOOD, JUNK, MESSAGE, QUERY, Bench

ROUTES = [(method, template) for method, template, _ in dispatch.ROUTES]
KEYS = sorted({key for _, template in ROUTES for key in re.findall(r"\{(\w+)\}", template)})
NAMES = (
    *("fields", "displayName", "name", "list", "columns", "lookup", "choice", "roles", "grantedToIdentities", "folder"),
    *("item", "parentReference", "message", "Message", "comment", "toRecipients", "destinationId", "subject", "body"),
    *("attachments", "AttachmentItem", "automaticRepliesSetting", "status", "requests", "contentBytes", "size", "id"),
)
VALUES = st.recursive(
    JUNK | st.text(max_size=8) | st.sampled_from([MESSAGE, FIELDS, "file", "Scheduled", "inbox", 4_000_000]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=6,
)
BODIES = (
    st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4).map(lambda body: json.dumps(body).encode())
    | st.sampled_from([json.dumps(body).encode() for _, _, body in GOOD])
    | st.binary(max_size=20)
)
STRANGERS = st.dictionaries(
    st.sampled_from(KEYS), st.text(min_size=1, max_size=6) | st.sampled_from(["..", "root", "%2e%2e", "1", "'", ":"])
)
HEADERS = st.dictionaries(
    st.sampled_from(
        ["prefer", "if-match", "if-none-match", "content-type", "content-range", "range", "client-request-id"]
    ),
    st.text(st.characters(max_codepoint=255), max_size=12)
    | st.sampled_from(["*", "bytes 0-3/4", "bytes=0-", "text/plain", "odata.maxpagesize=2", 'IdType="ImmutableId"']),
    max_size=3,
)
# Each of two hundred routes is tried a few times in every run, and much longer in `make soak`.
TRIES = 60 if os.environ.get("SOAK") else 8
QUIET = settings(max_examples=TRIES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("survives"))
    yield bench
    bench.close()


def answered(bench: Bench, call: Call) -> Reply:
    """The answer to a request whose effects are taken back."""
    bench.tenant.store.run("BEGIN")
    try:
        return bench.run(dispatch.serve(bench.tenant, call))
    finally:
        bench.tenant.store.run("ROLLBACK")


@pytest.mark.parametrize(("method", "template"), ROUTES, ids=lambda each: str(each))
@pytest.mark.parametrize("admin", [False, True], ids=["application", "admin"])
def test_no_request_is_a_failure_of_the_tenants_own(bench: Bench, method: str, template: str, admin: bool) -> None:
    callers = bench.tenant.callers()
    token = bench.token if not admin else dispatch.tokens.access_token(bench.tenant, callers[1])

    @QUIET
    @given(body=BODIES, strangers=STRANGERS, query=QUERY, headers=HEADERS)
    def survives(body: bytes, strangers: dict[str, str], query: list[tuple[str, str]], headers: dict[str, str]) -> None:
        known = {"attachment": "x", "permission": "x", **bench.names, **strangers}
        path = "/v1.0" + template.format(**{key: known[key].replace("/", "_") for key in KEYS})
        given_headers = {**headers, "authorization": f"Bearer {token}"}
        reply = answered(bench, Call(method, dispatch.GRAPH, path, urlencode(query), given_headers, body))
        assert reply.status < 500, reply.body
        if reply.status >= 400:
            assert {"code", "message", "innerError"} <= set(reply.json()["error"])

    survives()


@settings(QUIET, max_examples=5 * TRIES)
@given(
    host=st.sampled_from([OUTLOOK, "login.microsoftonline.com", "login.windows.net", "sharepoint"]),
    path=st.sampled_from(
        [
            "/common/discovery/instance",
            "/{tenant}/v2.0/.well-known/openid-configuration",
            "/{tenant}/oauth2/v2.0/token",
            "/api/gv1.0/users('a')/messages('b')/AttachmentSessions('c')",
            "/sites/plans/_layouts/15/download.aspx",
            "/sites/plans/_api/v2.0/drives/x/uploadSession",
        ]
    )
    | st.text(max_size=8).map(lambda text: "/" + text),
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH"]),
    query=st.dictionaries(st.sampled_from(["tempauth", "guid", "format"]), st.text(max_size=8) | st.just("pdf")),
    headers=HEADERS,
    body=BODIES | st.sampled_from([b"grant_type=client_credentials&client_id=x&client_assertion=a.b.c&scope=y"]),
)
def test_no_request_to_another_host_is_a_failure(
    bench: Bench, host: str, path: str, method: str, query: dict[str, str], headers: dict[str, str], body: bytes
) -> None:
    host = bench.tenant.identity.host if host == "sharepoint" else host
    path = path.replace("{tenant}", bench.tenant.identity.tenant_id)
    assert answered(bench, Call(method, host, path, urlencode(query), headers, body)).status < 500


def asked(bench: Bench, method: str, path: str, query: str, body: bytes) -> int:
    """The status of a request to the page. Its routes write their own transactions, so the effects stay."""
    told: list[dict[str, Any]] = []
    messages = [{"type": "http.request", "body": body, "more_body": False}]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query.encode("latin-1", "replace"),
        "headers": [(b"content-type", b"application/x-www-form-urlencoded"), (b"host", b"127.0.0.1:8080")],
        "server": ("127.0.0.1", 8080),
        "root_path": "",
    }

    async def receive() -> dict[str, Any]:
        return messages.pop() if messages else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        told.append(message)

    bench.run(bench.page(scope, receive, send))
    return int(told[0]["status"])


FORM_NAMES = (
    *("says", "style", "place", "mailbox", "about", "to", "cc", "subject", "body", "status", "inside", "outside"),
    *("version", "from", "by", "field-Title", "field-Owner", "field-Owners", "field-Due", "field-Cost", "field-Status"),
)
FORMS = st.dictionaries(
    st.sampled_from(FORM_NAMES),
    st.text(max_size=10) | st.sampled_from(["1", "2", "between", "gmail", "ios", "> a\nb", "2026-07-01", "<script>"]),
    max_size=6,
).map(lambda form: urlencode(form).encode())
PAGE_QUERY = st.dictionaries(
    st.sampled_from(
        ["edit", "from", "saved", "folder", "as", "place", "version", "mailbox", "auth", "text", "outcome"]
    ),
    st.text(max_size=6) | st.sampled_from(["1", "between", "text", "actions@harrowmere.example", "fail", "1.0"]),
    max_size=3,
).map(urlencode)


def page_routes() -> list[tuple[str, str]]:
    """Every route of the page and the control interface but the one that empties the tenant."""
    found = [(method, str(route.path)) for route in viewing_routes() for method in sorted(route.methods or ())]
    return [each for each in found if each[0] != "HEAD" and each[1] != "/_emulator/reset"]


def viewing_routes() -> list[Any]:
    class Nothing:
        folder = None

    return list(viewing.application(Nothing()).routes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("method", "template"), page_routes(), ids=lambda each: str(each))
def test_no_request_to_the_page_is_a_failure(bench: Bench, method: str, template: str) -> None:
    tenant = bench.tenant
    row = tenant.store.one("SELECT id FROM lists WHERE title = 'Actions'")
    keys = {
        "address": tenant.identity.mailbox,
        "key": row["id"]
        if "/lists" in template and row
        else bench.names["entry" if "library" in template else "message"],
        "item": "1",
    }

    @QUIET
    @given(body=FORMS | BODIES, query=PAGE_QUERY, strange=st.none() | st.text(min_size=1, max_size=6))
    def survives(body: bytes, query: str, strange: str | None) -> None:
        values = keys if strange is None else dict.fromkeys(keys, strange.replace("/", "_"))
        assert asked(bench, method, template.format(**values), query, body) < 500

    survives()
    tenant.faults.clear()
    tenant.throttling.set({"outlook": False, "sharepoint": False})
