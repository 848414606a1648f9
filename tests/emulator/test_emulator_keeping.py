"""What a tenant holds is kept under a name, and comes back as often as it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.emulator.local import LocalTenant


def titles(tenant: LocalTenant, rows: str) -> list[str]:
    return [each["fields"]["Title"] for each in tenant.get(f"{rows}?expand=fields")["value"]]


def add(tenant: LocalTenant, rows: str, title: str) -> None:
    assert tenant.call("POST", rows, {"fields": {"Title": title}}).status_code == 201


def one_row_kept(tenant: LocalTenant) -> tuple[str, str]:
    """The path of a list's rows, and the delta link that has told of its one row."""
    tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Kept", "list": {"template": "genericList"}})
    rows = f"{tenant.site}/lists/Kept/items"
    add(tenant, rows, "first")
    link = tenant.get(f"{rows}/delta")["@odata.deltaLink"]
    tenant.control("POST", "/keep", {"as": "one row"})
    return rows, link


def test_rows_and_delta_links_come_back_as_they_were_as_often_as_asked(tenant: LocalTenant) -> None:
    rows, link = one_row_kept(tenant)
    for _ in range(2):
        assert tenant.get(link)["value"] == []
        add(tenant, rows, "second")
        assert titles(tenant, rows) == ["first", "second"]
        assert len(tenant.get(link)["value"]) == 1
        tenant.control("POST", "/reset", {"to": "one row"})
        assert titles(tenant, rows) == ["first"]
    tenant.control("POST", "/reset")
    assert tenant.call("GET", rows).status_code == 404


def test_a_name_keeps_what_it_was_given_last(tenant: LocalTenant) -> None:
    rows, _ = one_row_kept(tenant)
    add(tenant, rows, "second")
    tenant.control("POST", "/keep", {"as": "one row"})
    tenant.control("POST", "/reset")
    tenant.control("POST", "/reset", {"to": "one row"})
    assert titles(tenant, rows) == ["first", "second"]


def test_mail_and_lag_come_back_and_faults_log_and_the_clock_begin_anew(tenant: LocalTenant) -> None:
    def mails() -> list[Any]:
        return list(tenant.control("GET", "/messages", params={"mailbox": tenant.line["mailbox"], "folder": "inbox"}))

    raw = b"From: a@outside.example\r\nSubject: Kept\r\n\r\nHello"
    tenant.control("POST", "/messages", params={"mailbox": tenant.line["mailbox"]}, data=raw)
    tenant.control("POST", "/settings", {"sent_lag": 2})
    tenant.control("POST", "/clock", {"now": "2017-10-02T08:30:00Z"})
    tenant.control("POST", "/keep", {"as": "one mail"})
    tenant.control("POST", "/faults", {"match": {"path": "/sites"}, "fault": {"kind": "drop_before"}})
    tenant.control("POST", "/settings", {"sent_lag": 0})
    tenant.control("POST", "/messages", params={"mailbox": tenant.line["mailbox"]}, data=raw)
    assert len(mails()) == 2

    tenant.control("POST", "/reset", {"to": "one mail"})
    assert [each["subject"] for each in mails()] == ["Kept"]
    assert tenant.control("POST", "/settings", {})["sent_lag"] == 2
    assert (tenant.control("GET", "/faults"), tenant.control("GET", "/requests")) == ([], [])
    assert not tenant.control("GET", "/clock")["now"].startswith("2017")
    tenant.control("POST", "/settings", {"sent_lag": 0})


def test_what_came_back_is_what_a_state_on_disk_keeps(tmp_path: Path) -> None:
    state = ("--state", str(tmp_path / "state"))
    tenant = LocalTenant(*state)
    rows, _ = one_row_kept(tenant)
    add(tenant, rows, "second")
    tenant.control("POST", "/reset", {"to": "one row"})
    tenant.stop()
    again = LocalTenant(*state)
    assert titles(again, rows) == ["first"]
    again.stop()
