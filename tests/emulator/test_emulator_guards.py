"""Who may ask the page, what a head may hold, and how long an expression may be sought."""

from __future__ import annotations

import socket
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.emulator.local import LocalTenant


def own_port(tenant: LocalTenant) -> int:
    return int(urlsplit(tenant.line["ui"]).port or 0)


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}", "127.0.0.1:{port}", "[::1]:{port}"])
def test_the_machines_own_names_are_answered(tenant: LocalTenant, host: str) -> None:
    headers = {"Host": host.format(port=own_port(tenant))}
    assert tenant.session.get(f"{tenant.line['ui']}/_emulator/faults", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *(
            "evil.example:{port}",
            "evil.example",
            "127.0.0.1",
            "localhost",
            "127.0.0.1:1",
            "localhost.evil.example:{port}",
        ),
        *("192.168.0.9:{port}", "[::1]", "", "localhost:{port}:1", "x@localhost:{port}", "[", "127.0.0.1:\u00b2"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/_emulator/faults", "/_emulator/reset"])
def test_any_other_name_is_refused(tenant: LocalTenant, host: str, path: str) -> None:
    headers = {"Host": host.format(port=own_port(tenant)).encode("latin-1")}
    method = "POST" if "reset" in path else "GET"
    answer = tenant.session.request(method, tenant.line["ui"] + path, headers=headers)
    assert answer.status_code == 403
    assert tenant.line["ui"] in answer.text


@pytest.mark.parametrize(
    ("origin", "site", "status"),
    [
        ("{ui}", None, 204),
        ("null", None, 403),
        ("http://[", None, 403),
        ("https://127.0.0.1:{port}", None, 403),
        ("http://evil.example", "same-origin", 403),
        ("http://localhost:3000", "same-site", 403),
        ("{ui}", "cross-site", 403),
    ],
)
def test_a_form_is_taken_from_the_pages_own_origin_only(
    tenant: LocalTenant, origin: str, site: str | None, status: int
) -> None:
    headers = {"Origin": origin.format(ui=tenant.line["ui"], port=own_port(tenant)), "Sec-Fetch-Site": site}
    answer = tenant.session.post(f"{tenant.line['ui']}/_emulator/reset", headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("cut", [70_000, 16_000, 1_000])
@pytest.mark.parametrize("end", [b"\r\n\r\n", b""])
@pytest.mark.parametrize("begun", [b"GET / HTTP/1.1\r\nHost: {host}\r\nx: ", b"GET /"])
def test_a_head_too_long_is_431_however_it_arrives(tenant: LocalTenant, cut: int, end: bytes, begun: bytes) -> None:
    port = own_port(tenant)
    head = begun.replace(b"{host}", b"127.0.0.1:%d" % port) + b"a" * 66_000
    head += end if b"Host" in begun else b" HTTP/1.1\r\nHost: 127.0.0.1:%d" % port + end
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for first in range(0, len(head), cut):
            connection.sendall(head[first : first + cut])
        assert connection.recv(100).startswith(b"HTTP/1.1 431")


@pytest.mark.parametrize("expression", ["(a+)+$", "(.*.*)*\u0000", "(x+x+)+y"])
def test_an_expression_that_never_ends_is_given_up_and_says_so(tenant: LocalTenant, expression: str) -> None:
    fault = {"match": {"path": expression}, "fault": {"kind": "status", "status": 503}, "times": None}
    tenant.control("POST", "/faults", fault)
    path = "/users/" + "a" * 60 + "x" * 60 + "!"
    assert tenant.call("GET", path).status_code == 404
    (waiting,) = tenant.control("GET", "/faults")
    assert "takes more than" in waiting["given_up"]
    assert tenant.call("GET", path).status_code == 404


@pytest.mark.parametrize(
    "wish",
    [
        *([], 5, None, "x", [5], {"match": 5}, {"match": []}, {"fault": "x"}, {"fault": {"kind": []}}),
        *({"match": {"path": 5}}, {"match": {"path": "a{99999999999}"}}, {"match": {"path": "(" * 900}}),
        *({"match": {"path": "a" * 1001}}, {"match": {"method": 5}}, {"times": 0}, {"times": "x"}, {"times": 1.5}),
        *({"fault": {"kind": "status", "status": "x"}}, {"fault": {"kind": "status", "status": 200}}),
        *({"fault": {"kind": "delay", "seconds": []}}, {"fault": {"kind": "delay", "seconds": 1e300}}),
        {"fault": {"kind": "status", "status": 503, "retry_after": "a\r\nb"}},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused_in_a_sentence(tenant: LocalTenant, wish: Any) -> None:
    if isinstance(wish, dict):
        wish = {"fault": {"kind": "drop_before"}, **wish}
    answer = tenant.session.post(f"{tenant.line['ui']}/_emulator/faults", json=wish)
    if wish == []:
        assert (answer.status_code, answer.json()) == (201, [])
        return
    assert answer.status_code == 400
    assert not any(word in answer.text for word in ("object", "invalid literal", "NoneType", "unhashable"))
