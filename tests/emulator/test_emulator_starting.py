"""What stands in the way of a start is said in one sentence, with what to do."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from emulator.__main__ import main
from tests.emulator.local import LocalTenant

TENANT = {"name": "Tamberley District Council", "domain": "tamberley.example"}
JO = {"name": "Jo Reed", "address": "jo.reed@tamberley.example"}
PYTHON = ("Traceback", "Error", "NoneType", "object has no", "unhashable", "subscriptable", "Errno")


def refused(*arguments: str) -> tuple[int, str]:
    """The exit code of a start that fails, and what it says."""
    command = [sys.executable, "-m", "emulator", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    return _told(done.returncode, done.stdout, done.stderr)


def refused_here(*arguments: str) -> tuple[int, str]:
    """The same without a process of its own: for what is refused before anything is opened."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    return _told(code, out.getvalue(), err.getvalue())


def _told(code: int, out: str, err: str) -> tuple[int, str]:
    assert out == ""
    assert not any(word in err for word in PYTHON), err
    return code, err.strip()


@pytest.mark.parametrize(
    ("seed", "says"),
    [
        ([], "must be an object in braces"),
        ("x", "must be an object in braces"),
        ({}, "needs tenant"),
        ({"tenant": {"name": "x"}}, "needs domain"),
        ({"tenant": {**TENANT, "domain": "nowhere at all"}}, "Write it like oakleigh.example"),
        ({"tenant": {**TENANT, "nmae": "x"}}, "has the key 'nmae'"),
        ({"tenant": TENANT, "peopel": []}, "has the key 'peopel'"),
        ({"tenant": TENANT, "people": "no"}, "people must be a list"),
        ({"tenant": TENANT, "people": [1]}, "people, number 1 must be an object"),
        ({"tenant": TENANT, "people": [{"name": "Jo"}]}, "needs address"),
        ({"tenant": TENANT, "people": [{**JO, "address": "jo"}]}, "as the address of Jo Reed"),
        ({"tenant": TENANT, "people": [{**JO, "away": 5}]}, "away must be a text"),
        ({"tenant": TENANT, "people": [JO, JO]}, "two people with the address"),
        ({"tenant": TENANT, "people": [{**JO, "manager": "al@tamberley.example"}]}, "Add that person"),
        ({"tenant": TENANT, "groups": [1]}, "groups is a list of names"),
        ({"tenant": TENANT, "site": {"path": "/x y"}}, "as site.path"),
        ({"tenant": TENANT, "lists": [{"title": 5}]}, "title must be a text"),
        ({"tenant": TENANT, "lists": [{"title": "A", "items": [1]}]}, "items that are no objects"),
        ({"tenant": TENANT, "lists": [{"title": "A" * 256}]}, "longer than 255"),
        ({"tenant": TENANT, "lists": [{"title": "A", "columns": [{"name": "B", "text": 5}]}]}, "exactly one type"),
        ({"tenant": TENANT, "lists": [{"title": "A", "columns": [{"name": "B", "lookup": 5}]}]}, "exactly one type"),
        ({"tenant": TENANT, "lists": [{"title": "A", "items": [{"Nothing": 5}]}]}, "'Nothing' is not recognized"),
        ({"tenant": TENANT, "lists": [{"title": "A", "items": [{"Nothing": 5}]}]}, "recognized. Mend it"),
        ({"tenant": TENANT, "lists": [{"title": "A", "columns": [{"name": "B"}]}]}, "column 'B' without a type"),
        ({"tenant": TENANT, "people": None}, "people is null"),
        ({"tenant": TENANT, "roles": ["MailboxSetings.Read"]}, "name 'MailboxSetings.Read'"),
        ({"tenant": TENANT, "mailbox": "plans@elsewhere.example"}, "outside its domain"),
        ({"tenant": {**TENANT, "name": "\ud800"}}, "what no tenant can keep"),
        (
            {
                "tenant": TENANT,
                "lists": [{"title": "A", "columns": [{"name": "O", "personOrGroup": {}}], "items": [{"O": 5}]}],
            },
            "Add them there",
        ),
    ],
)
def test_a_seed_at_fault_is_told_in_a_sentence(tmp_path: Path, seed: Any, says: str) -> None:
    (tmp_path / "seed.json").write_text(json.dumps(seed))
    code, said = refused_here("--seed", str(tmp_path / "seed.json"))
    assert (code, len(said.splitlines())) == (1, 1)
    assert says in said


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[" * 100_000, b'{"tenant": 1' + b"0" * 5000 + b"}"])
def test_a_seed_that_is_no_json_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "seed.json").write_bytes(content)
    code, said = refused_here("--seed", str(tmp_path / "seed.json"))
    assert (code, len(said.splitlines())) == (1, 1)
    assert "seed.json" in said


def test_a_seed_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json"):
        assert refused("--seed", str(path)) == refused_here("--seed", str(path))
        assert refused_here("--seed", str(path))[0] == 1


def test_a_process_leaves_with_2_for_wrong_usage() -> None:
    assert refused("--port", "99999")[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--port", "99999"),
        ("--port", "-1"),
        ("--proxy-port", "x"),
        ("--sent-lag", "nan"),
        ("--state", __file__),
        ("--state", ""),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, str]) -> None:
    code, said = refused_here(*arguments)
    assert code == 2
    assert "Give a" in said.splitlines()[-1]


@pytest.mark.parametrize("option", ["--port", "--proxy-port"])
def test_a_port_that_is_taken_is_told_in_a_sentence(option: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        code, said = refused(option, str(other.getsockname()[1]))
    assert code == 1
    assert "Give another one" in said


def test_a_state_is_open_in_one_process_only_and_free_when_that_is_killed(tmp_path: Path) -> None:
    first = LocalTenant("--state", str(tmp_path / "state"))
    code, said = refused("--state", str(tmp_path / "state"))
    assert code == 1
    assert "is open in another process" in said
    os.kill(first.process.pid, signal.SIGKILL)
    first.stop()
    again = LocalTenant("--state", str(tmp_path / "state"))
    assert again.line["client_secret"] == first.line["client_secret"]
    again.stop()


def test_a_state_that_is_none_or_of_another_version_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tenant.db").write_bytes(b"x" * 5000)
    assert "is not a tenant's database" in refused("--state", str(tmp_path))[1]
    (tmp_path / "tenant.db").unlink()
    with sqlite3.connect(tmp_path / "tenant.db") as database:
        database.execute("CREATE TABLE contents (entry TEXT)")
    assert "another version" in refused("--state", str(tmp_path))[1]


def test_a_seed_that_is_refused_leaves_no_tenant_behind(tmp_path: Path) -> None:
    seed = {"tenant": {**TENANT, "name": "Wrong"}, "lists": [{"title": "A", "items": [{"Nothing": 5}]}]}
    (tmp_path / "seed.json").write_text(json.dumps(seed))
    arguments = ("--state", str(tmp_path / "state"), "--seed", str(tmp_path / "seed.json"))
    assert refused(*arguments)[0] == 1
    (tmp_path / "seed.json").write_text(json.dumps({"tenant": TENANT}))
    tenant = LocalTenant(*arguments)
    assert tenant.line["name"] == TENANT["name"]
    tenant.stop()


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tenant that has stopped."""
    folder = tmp_path_factory.mktemp("stopped") / "state"
    LocalTenant("--state", str(folder)).stop()
    return folder


@pytest.fixture
def kept(stopped: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return Path(shutil.copytree(stopped, tmp_path / "state"))


@pytest.mark.parametrize("name", ["ca.pem", "ca-key.pem", "server.pem", "application.pem", "admin.pem"])
def test_a_key_that_cannot_be_read_is_told_in_a_sentence(kept: Path, name: str) -> None:
    (kept / name).write_bytes(b"-----BEGIN")
    code, said = refused("--state", str(kept))
    assert (code, len(said.splitlines())) == (1, 1)
    assert "Delete" in said


@pytest.mark.parametrize("page", [1, 5])
def test_a_database_with_a_damaged_page_is_told_in_a_sentence(kept: Path, page: int) -> None:
    content = bytearray((kept / "tenant.db").read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    (kept / "tenant.db").write_bytes(content)
    code, said = refused("--state", str(kept))
    assert (code, len(said.splitlines())) == (1, 1)
    assert "tenant.db is damaged: " in said


def test_a_start_without_room_on_the_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    command = f"ulimit -f 8; exec {sys.executable} -m emulator --state {tmp_path / 'state'}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, len(done.stderr.strip().splitlines())) == (1, "", 1)
    assert "disk" in done.stderr
    assert "Make room" in done.stderr
