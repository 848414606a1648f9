"""msgraph-sdk, Microsoft's own client: its part of `make conformance`, and how that tells of clients it cannot run."""

from __future__ import annotations

import sys
from dataclasses import replace

from conformance.clients import CLIENTS
from conformance.running import rows

SDK = next(client for client in CLIENTS if client.key == "msgraph-sdk")


def test_the_sdk_cannot_tell_the_local_tenant_from_microsofts() -> None:
    found = list(rows(SDK))
    assert [row for row in found if row.error] == []
    assert len(found) >= 20


def test_a_client_that_is_not_there_is_not_a_pass() -> None:
    (row,) = rows(replace(SDK, missing=lambda: "it is not installed"))
    assert row.error == "not run, because it is not installed"


def test_a_client_that_dies_is_not_a_pass() -> None:
    dying = (sys.executable, "-c", "import sys; sys.exit('out of paper')")
    found = list(rows(replace(SDK, command=dying)))
    assert (found[0].check, found[0].error) == ("ran to its end", "exit 1: out of paper")


def test_a_client_that_checks_nothing_is_not_a_pass() -> None:
    found = list(rows(replace(SDK, command=(sys.executable, "-c", "print('hello')"))))
    assert (found[0].check, found[0].error) == ("ran to its end", "nothing was checked")
