"""Files as large as one may be: no more memory than for a small one, in whatever way they come and go."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.emulator.large import MIB, digest, digest_of, numbered, peak
from tests.emulator.local import GRAPH, LocalTenant

SIZE = 160
CHUNK = 40
ALLOWED = 130  # MiB, of which a process that has done nothing takes 50


def put(tenant: LocalTenant, size: int = SIZE) -> str:
    """The id of a large file."""
    return str(tenant.call("PUT", f"{tenant.site}/drive/root:/large.bin:/content", data=numbered(size)).json()["id"])


def test_a_large_file_put_twice_and_fetched_takes_little_memory(either: LocalTenant) -> None:
    put(either, SIZE // 2)
    key = put(either)
    with either.call("GET", f"{either.site}/drive/items/{key}/content", stream=True) as answer:
        assert answer.headers["Content-Length"] == str(SIZE * MIB)
        assert digest(answer.iter_content(MIB)) == digest_of(SIZE)
    first = either.call("GET", f"{either.site}/drive/items/{key}/versions/1.0/content", stream=True)
    assert digest(first.iter_content(MIB)) == digest_of(SIZE // 2)
    for address in (f"/_emulator/library/{key}/content", f"/library/{key}"):
        with either.session.get(either.line["ui"] + address, stream=True, timeout=60) as answer:
            assert digest(answer.iter_content(MIB)) == digest_of(SIZE)
    assert peak(either) < ALLOWED


def test_a_large_file_sent_in_pieces_takes_little_memory(either: LocalTenant) -> None:
    url = either.call("POST", f"{either.site}/drive/root:/large.bin:/createUploadSession", {}).json()["uploadUrl"]
    source = numbered(SIZE)
    for first in range(0, SIZE * MIB, CHUNK * MIB):
        headers = {"Content-Range": f"bytes {first}-{first + CHUNK * MIB - 1}/{SIZE * MIB}"}
        content = b"".join(next(source) for _ in range(CHUNK))
        answer = either.session.put(url, data=content, headers=headers, timeout=60)
        assert answer.status_code in (201, 202), answer.text
    with either.session.get(answer.json()["@microsoft.graph.downloadUrl"], stream=True, timeout=60) as stored:
        assert digest(stored.iter_content(MIB)) == digest_of(SIZE)
    assert peak(either) < ALLOWED


def test_a_range_begins_and_ends_within_pieces(tenant: LocalTenant) -> None:
    content = b"".join(numbered(3))
    item = tenant.call("PUT", f"{tenant.site}/drive/root:/three.bin:/content", data=content).json()
    url = item["@microsoft.graph.downloadUrl"]
    for first, last in ((MIB - 2, 2 * MIB + 1), (0, 0), (2 * MIB, 3 * MIB - 1), (5, 3 * MIB + 9)):
        part = tenant.session.get(url, headers={"Range": f"bytes={first}-{last}"})
        assert (part.status_code, part.content) == (206, content[first : last + 1])
    assert tenant.session.get(url, headers={"Range": f"bytes={3 * MIB}-"}).status_code == 416


def test_a_file_that_goes_while_it_is_fetched_is_cut_and_never_filled_up(tenant: LocalTenant) -> None:
    key = put(tenant, 60)
    url = tenant.get(f"{tenant.site}/drive/items/{key}")["@microsoft.graph.downloadUrl"]
    with tenant.session.get(url, stream=True, timeout=20) as answer:
        pieces = answer.iter_content(MIB)
        next(pieces)
        tenant.control("POST", "/reset")
        with pytest.raises(OSError, match=r"(?i)broken|reset|incomplete"):
            list(pieces)


def test_what_is_removed_leaves_no_bytes_behind(tmp_path: Path) -> None:
    tenant = LocalTenant("--state", str(tmp_path / "state"))
    try:
        for _ in range(3):
            key = put(tenant, 2)
        assert tenant.call("DELETE", f"{tenant.site}/drive/items/{key}/versions/1.0").status_code == 204
        assert tenant.call("DELETE", f"{tenant.site}/drive/items/{key}").status_code == 204
        url = tenant.call("POST", f"{tenant.site}/drive/root:/b.bin:/createUploadSession", {}).json()["uploadUrl"]
        headers = {"Content-Range": f"bytes 0-{5 * MIB - 1}/{9 * MIB}"}
        assert tenant.session.put(url, data=bytes(5 * MIB), headers=headers).status_code == 202
        assert tenant.session.delete(url).status_code == 204
    finally:
        tenant.stop()
    with sqlite3.connect(tmp_path / "state" / "tenant.db") as database:
        assert database.execute("SELECT COUNT(*) FROM pieces").fetchone() == (0,)


def test_a_refused_upload_leaves_the_file_as_it_was(tenant: LocalTenant) -> None:
    path = f"{tenant.site}/drive/root:/three.bin:/content"
    tenant.call("PUT", path, data=b"one")
    stale = tenant.call("PUT", path, data=numbered(3), headers={"If-Match": '"x"'})
    assert stale.status_code == 412
    assert tenant.session.get(f"{GRAPH}{path}", headers={"Authorization": f"Bearer {tenant.token()}"}).content == b"one"
