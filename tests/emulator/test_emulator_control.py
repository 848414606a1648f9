"""A call to the control interface with a slip of the pen: one sentence that names the key, and nothing done."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.local import LocalTenant

DROP = {"kind": "drop_before"}
SLIPS: list[tuple[str, Any, str]] = [
    ("faults", {"match": {"path": "x", "metod": "GET"}, "fault": DROP}, "match has the key 'metod'"),
    ("faults", {"match": {"path": "x"}, "fault": {**DROP, "status": 500}}, "drop_before has the key 'status'"),
    ("faults", {"match": {"path": "x"}, "fault": DROP, "time": 2}, "the fault has the key 'time'"),
    ("faults", {"match": {}, "fault": DROP}, "match needs path"),
    ("faults", {"fault": DROP}, "match needs path"),
    ("faults", {"match": {"path": "x"}, "fault": {"kind": "status", "status": 503, "code": "a\r\nb"}}, "fault.code"),
    ("settings", {"sent_lagg": 1}, "'sent_lagg'"),
    ("settings", {"secret_expired": "no"}, "secret_expired must be true or false"),
    ("settings", [], "must be a JSON object"),
    ("clock", {}, "The clock needs now"),
    ("clock", {"noww": None}, "'noww'"),
    ("clock", {"now": "0500-01-01T00:00:00Z"}, "from 1900 to 8900"),
    ("clock", {"now": "9999-12-31T23:59:59Z"}, "from 1900 to 8900"),
    ("keep", {}, "needs a name"),
    ("keep", {"as": 1}, "needs a name"),
    ("keep", {"name": "x"}, "'name'"),
    ("reset", {"to": "never"}, "Nothing was kept as 'never'"),
    ("throttling", {"outlook": {"concurrent": 0}}, "concurrent is a whole number from 1 on"),
    ("throttling", {"sharepoint": {"units": 0}}, "units is a whole number from 1 on"),
    ("throttling", {"outlook": {"latency": -1}}, "latency is a number of seconds"),
    ("absences?mailbox={mailbox}", {"stauts": "disabled"}, "'stauts'"),
    ("messages?mailbox={mailbox}&auth=maybe", {}, "auth is one of"),
]


@pytest.mark.parametrize(("path", "body", "says"), SLIPS)
def test_a_slip_is_told_in_a_sentence(tenant: LocalTenant, path: str, body: Any, says: str) -> None:
    url = f"{tenant.line['ui']}/_emulator/{path.format(mailbox=tenant.line['mailbox'])}"
    answer = tenant.session.post(url, json=body)
    assert answer.status_code == 400
    assert says in answer.json()["error"]
    assert answer.json()["error"].endswith(".")
    assert tenant.control("GET", "/faults") == []


def test_the_messages_of_nobody_are_404(tenant: LocalTenant) -> None:
    for query in ("?mailbox=nobody", ""):
        answer = tenant.session.get(f"{tenant.line['ui']}/_emulator/messages{query}")
        assert answer.status_code == 404
        assert "There is no mailbox" in answer.json()["error"]
    assert tenant.control("GET", "/messages", params={"mailbox": "outside"}) == []
