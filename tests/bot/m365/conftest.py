"""One local tenant for each test process, put back to its seed before each test, reached as Microsoft 365 is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.bot.m365.tenancy import SEED, LocalTenant


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalTenant]:
    seed = tmp_path_factory.mktemp("tenant") / "seed.json"
    seed.write_text(json.dumps(SEED))
    tenant = LocalTenant(str(seed))
    yield tenant
    tenant.stop()


@pytest.fixture
def local(running: LocalTenant, monkeypatch: pytest.MonkeyPatch) -> LocalTenant:
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, running.facts["proxy"])
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, running.facts["ca"])
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    running.reset()
    return running
