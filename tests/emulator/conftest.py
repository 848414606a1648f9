"""One local tenant for the whole run, put back to its seed before each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.emulator import places as found
from tests.emulator.local import LocalTenant


@pytest.fixture(scope="session")
def shared() -> Iterator[LocalTenant]:
    tenant = LocalTenant()
    yield tenant
    tenant.stop()


@pytest.fixture
def tenant(shared: LocalTenant) -> LocalTenant:
    """The tenant as the seed has it."""
    shared.control("POST", "/reset")
    return shared


@pytest.fixture
def places(tenant: LocalTenant) -> dict[str, str]:
    return found.places(tenant)
