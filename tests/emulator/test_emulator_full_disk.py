"""A disk without room: what does not fit is refused in a sentence, what was there stays, and it goes on with room."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.emulator.local import LocalTenant

MIB = 1024 * 1024
ROOM = 3 * MIB  # as long as a file of the process may get


@pytest.fixture(params=["in a state", "without a state"])
def own(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LocalTenant]:
    tenant = LocalTenant(*(("--state", str(tmp_path / "state")) if request.param == "in a state" else ()))
    yield tenant
    tenant.stop()


def allow(tenant: LocalTenant, size: int) -> None:
    """The largest file that the tenant's process may write; beyond it the system refuses, as a full disk does."""
    _, hard = resource.prlimit(tenant.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(tenant.process.pid, resource.RLIMIT_FSIZE, (size, hard))


def put(tenant: LocalTenant, name: str, size: int) -> int:
    return tenant.call("PUT", f"{tenant.site}/drive/root:/{name}:/content", data=bytes(size)).status_code


def test_what_does_not_fit_is_507_and_nothing_is_lost(own: LocalTenant, capfd: pytest.CaptureFixture[str]) -> None:
    assert put(own, "before.bin", MIB) == 201
    allow(own, ROOM)
    path = f"{own.site}/drive/root:/large.bin:/content"
    answer = own.call("PUT", path, data=bytes(40 * MIB))
    assert (answer.status_code, answer.json()["error"]["code"]) == (507, "quotaLimitReached")
    assert "Make room" in answer.json()["error"]["message"]
    assert own.call("GET", f"{own.site}/drive/root:/large.bin").status_code == 404
    assert own.call("GET", f"{own.site}/drive/root:/before.bin").json()["size"] == MIB
    allow(own, resource.RLIM_INFINITY)
    assert put(own, "after.bin", 40 * MIB) == 201
    assert "Traceback" not in capfd.readouterr().err


def test_a_mail_without_room_is_507_and_the_next_one_with_room_is_taken(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tenant = LocalTenant("--state", str(tmp_path / "state"))
    try:
        assert tenant.call("GET", tenant.site).status_code == 200
        allow(tenant, MIB)
        wish = {"subject": "The plan", "body": {"contentType": "text", "content": "x" * 2_000_000}}
        refused = tenant.call("POST", f"{tenant.box}/messages", wish)
        assert (refused.status_code, refused.json()["error"]["code"]) == (507, "quotaLimitReached")
        url = f"{tenant.line['ui']}/_emulator/messages?mailbox={tenant.line['mailbox']}"
        outside = tenant.session.post(url, data=b"From: a@b.example\r\n\r\n" + b"x" * 2_000_000)
        assert outside.status_code == 507
        assert "Make room" in outside.json()["error"]
        allow(tenant, resource.RLIM_INFINITY)
        assert tenant.call("POST", f"{tenant.box}/messages", wish).status_code == 201
    finally:
        tenant.stop()
    assert "Traceback" not in capfd.readouterr().err
