"""One local tenant for the whole run, put back to its seed before each test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture(params=["in a state", "without a state"] if os.environ.get("SOAK") else ["in a state"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LocalTenant]:
    """A tenant of the test's own with a state on disk, and in a soak once without: what is large takes its time."""
    tenant = LocalTenant(*(("--state", str(tmp_path / "state")) if request.param == "in a state" else ()))
    yield tenant
    tenant.stop()
