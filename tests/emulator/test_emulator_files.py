from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from emulator import conversion
from emulator.errors import GraphError
from tests.emulator.local import LocalTenant

STEP = 320 * 1024


@pytest.fixture
def drive(tenant: LocalTenant) -> str:
    return f"/drives/{tenant.get(f'{tenant.site}/drive')['id']}"


def put(tenant: LocalTenant, path: str, content: bytes = b"one", **options: Any) -> requests.Response:
    return tenant.call("PUT", path, data=content, **options)


def test_a_file_put_by_path_is_new_then_a_version(tenant: LocalTenant, drive: str) -> None:
    first, second = (put(tenant, f"{drive}/root:/Summary.docx:/content", text) for text in (b"one", b"two!"))
    assert (first.status_code, second.status_code) == (201, 200)
    item = second.json()
    assert (item["id"], item["name"], item["size"]) == (first.json()["id"], "Summary.docx", 4)
    assert item["webUrl"] == f"{tenant.line['site']}/Shared%20Documents/Summary.docx"
    assert item["file"]["mimeType"].endswith("wordprocessingml.document")
    versions = tenant.get(f"{drive}/items/{item['id']}/versions")["value"]
    assert [(each["id"], each["size"]) for each in versions] == [("2.0", 4), ("1.0", 3)]


def test_content_is_a_redirect_to_an_address_that_needs_no_token(tenant: LocalTenant, drive: str) -> None:
    item = put(tenant, f"{drive}/root:/a.txt:/content", b"hello").json()
    path = f"{drive}/items/{item['id']}"
    answer = tenant.call("GET", f"{path}/content", allow_redirects=False)
    assert answer.status_code == 302
    assert tenant.session.get(answer.headers["Location"]).content == b"hello"
    assert tenant.session.get(item["@microsoft.graph.downloadUrl"]).content == b"hello"
    assert tenant.session.get(answer.headers["Location"].replace("tempauth=e", "tempauth=x")).status_code == 401
    assert tenant.call("GET", f"{path}/content", headers={"If-None-Match": item["eTag"]}).status_code == 304
    part = tenant.session.get(answer.headers["Location"], headers={"Range": "bytes=1-2"})
    assert (part.status_code, part.content) == (206, b"el")


def test_a_document_comes_as_pdf_where_libreoffice_is(tenant: LocalTenant, drive: str) -> None:
    document = rb"{\rtf1\ansi The depot opens in July.}"
    item = put(tenant, f"{drive}/root:/Q 1.rtf:/content", document).json()
    path = f"{drive}/items/{item['id']}/content?format=pdf"
    if shutil.which("soffice") is None:
        assert tenant.call("GET", path).status_code == 406
        pytest.skip("LibreOffice is not installed: nothing can be converted")
    redirect = tenant.call("GET", path, allow_redirects=False)
    assert redirect.status_code == 302
    pdf = tenant.session.get(redirect.headers["Location"], timeout=100)
    assert (pdf.status_code, pdf.headers["Content-Type"]) == (200, "application/pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert "Q%201.pdf" in pdf.headers["Content-Disposition"]
    again = tenant.session.get(redirect.headers["Location"], headers={"Range": "bytes=0-3"}, timeout=100)
    assert (again.status_code, again.content) == (206, b"%PDF")


@pytest.mark.parametrize(("name", "format_"), [("a.txt", "pdf"), ("a.docx", "png"), ("none", "pdf")])
def test_what_has_no_other_format_is_406(tenant: LocalTenant, drive: str, name: str, format_: str) -> None:
    put(tenant, f"{drive}/root:/{name}:/content")
    answer = tenant.call("GET", f"{drive}/root:/{name}:/content?format={format_}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (406, "notSupported")


def test_a_conversion_that_takes_too_long_is_stopped_with_all_that_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "still-there"
    script = f"(sleep 1; touch {mark}) & sleep 60"
    with pytest.raises(GraphError) as refused:
        asyncio.run(conversion.run("sh", "-c", script, seconds=0.2))
    assert refused.value.status == 406
    time.sleep(1.2)
    assert not mark.exists()


def test_an_old_version_can_be_fetched(tenant: LocalTenant, drive: str) -> None:
    for text in (b"old", b"new"):
        item = put(tenant, f"{drive}/root:/a.txt:/content", text).json()
    assert tenant.call("GET", f"{drive}/items/{item['id']}/versions/1.0/content").content == b"old"
    assert tenant.call("GET", f"{drive}/items/{item['id']}/versions/9.0/content").status_code == 404


def test_both_forms_of_path_reach_the_same_file(tenant: LocalTenant, drive: str) -> None:
    root = tenant.get(f"{drive}/root")["id"]
    made = put(tenant, f"{drive}/items/{root}:/Q%231 100%25 \u00e9.docx:/content")
    assert (made.status_code, made.json()["name"]) == (201, "Q#1 100% é.docx")
    for path in (f"{drive}/root:/Q%231%20100%25%20%C3%A9.docx", f"{tenant.site}/drive/items/{made.json()['id']}"):
        assert tenant.get(path)["id"] == made.json()["id"]


def test_folders_on_the_way_are_made(tenant: LocalTenant, drive: str) -> None:
    put(tenant, f"{tenant.site}/drive/root:/Summaries/2026/May.docx:/content")
    assert [each["name"] for each in tenant.get(f"{drive}/root/children")["value"]] == ["Summaries"]
    inner = tenant.get(f"{drive}/root:/Summaries/2026:/children")["value"][0]
    assert inner["parentReference"]["path"] == f"{drive}/root:/Summaries/2026"
    assert tenant.get(f"{drive}/root:/Summaries")["folder"] == {"childCount": 1}


def test_a_conflict_goes_as_asked(tenant: LocalTenant, drive: str) -> None:
    path = f"{drive}/root:/a.docx:/content?@microsoft.graph.conflictBehavior="
    assert put(tenant, path + "fail").status_code == 201
    clash = put(tenant, path + "fail")
    assert (clash.status_code, clash.json()["error"]["code"]) == (409, "nameAlreadyExists")
    assert put(tenant, path.replace("@", "%40") + "rename").json()["name"] == "a 1.docx"
    assert put(tenant, path + "replace").status_code == 200
    assert put(tenant, path + "whatever").status_code == 400


def test_a_stale_etag_stops_an_upload(tenant: LocalTenant, drive: str) -> None:
    etag = put(tenant, f"{drive}/root:/a.docx:/content").json()["eTag"]
    assert put(tenant, f"{drive}/root:/a.docx:/content", headers={"If-Match": etag}).status_code == 200
    stale = put(tenant, f"{drive}/root:/a.docx:/content", headers={"If-Match": etag})
    assert (stale.status_code, stale.json()["error"]["code"]) == (412, "resourceModified")


@pytest.mark.parametrize(
    "name", ["..", "a%3Cb.txt", "a|b.txt", 'a".txt', "CON", "tail.", "~$lock.docx", "..%2F..%2Fetc%2Fpasswd"]
)
def test_a_name_that_sharepoint_would_not_take_is_refused(tenant: LocalTenant, drive: str, name: str) -> None:
    assert put(tenant, f"{drive}/items/root:/{name}:/content").status_code == 400


def test_a_folder_is_made_once(tenant: LocalTenant, drive: str) -> None:
    wish = {"name": "Papers", "folder": {}, "@microsoft.graph.conflictBehavior": "fail"}
    assert tenant.call("POST", f"{drive}/root/children", wish).status_code == 201
    assert tenant.call("POST", f"{drive}/root/children", wish).status_code == 409
    renamed = tenant.call("POST", f"{drive}/root/children", {**wish, "@microsoft.graph.conflictBehavior": "rename"})
    assert renamed.json()["name"] == "Papers 1"


def test_a_files_columns_are_those_of_its_list_item(tenant: LocalTenant, drive: str) -> None:
    item = put(tenant, f"{drive}/root:/a.docx:/content").json()
    fields = f"{drive}/items/{item['id']}/listItem/fields"
    assert tenant.call("PATCH", fields, {"Title": "For Cabinet"}).json()["Title"] == "For Cabinet"
    values = tenant.get(f"{drive}/root:/a.docx://listItem?$expand=fields")["fields"]
    assert (values["Title"], values["FileLeafRef"]) == ("For Cabinet", "a.docx")


def test_the_root_is_neither_renamed_nor_deleted(tenant: LocalTenant, drive: str) -> None:
    assert tenant.call("PATCH", f"{drive}/root", {"name": "Mine"}).status_code == 403
    assert tenant.call("DELETE", f"{drive}/root").status_code == 403


def test_a_file_is_renamed_moved_and_deleted(tenant: LocalTenant, drive: str) -> None:
    item = put(tenant, f"{drive}/root:/a.docx:/content").json()
    folder = tenant.call("POST", f"{drive}/root/children", {"name": "Old", "folder": {}}).json()
    path = f"{drive}/items/{item['id']}"
    tenant.call("PATCH", path, {"name": "b.docx", "parentReference": {"id": folder["id"]}})
    assert tenant.get(f"{drive}/root:/Old/b.docx")["id"] == item["id"]
    assert tenant.get(f"{path}/listItem/fields")["FileLeafRef"] == "b.docx"
    assert tenant.call("DELETE", f"{drive}/items/{folder['id']}").status_code == 204
    assert tenant.call("GET", path).status_code == 404


def test_a_session_takes_its_chunks_in_order(tenant: LocalTenant, drive: str) -> None:
    content = bytes(range(256)) * 2560
    made = tenant.call("POST", f"{drive}/root:/big.bin:/createUploadSession", {}).json()
    url = made["uploadUrl"]
    half = {"Content-Range": f"bytes 0-{STEP - 1}/{len(content)}"}
    first = tenant.session.put(url, data=content[:STEP], headers=half)
    assert (first.status_code, first.json()["nextExpectedRanges"]) == (202, [f"{STEP}-{len(content) - 1}"])
    assert tenant.session.put(url, data=content[:STEP], headers=half).status_code == 416
    rest = {"Content-Range": f"bytes {STEP}-{len(content) - 1}/{len(content)}"}
    last = tenant.session.put(url, data=content[STEP:], headers=rest)
    assert (last.status_code, last.json()["size"]) == (201, len(content))
    assert tenant.call("GET", f"{drive}/root:/big.bin:/content").content == content
    assert tenant.session.get(url).status_code == 404


def test_a_session_can_be_given_up(tenant: LocalTenant, drive: str) -> None:
    url = tenant.call("POST", f"{drive}/root:/big.bin:/createUploadSession", {}).json()["uploadUrl"]
    assert tenant.session.get(url).json()["nextExpectedRanges"] == ["0-"]
    assert tenant.session.delete(url).status_code == 204
    assert tenant.session.get(url).status_code == 404


def test_delta_tells_of_files_that_came_changed_moved_and_went(tenant: LocalTenant, drive: str) -> None:
    first = tenant.get(f"{drive}/root/delta")
    assert ["root" in each for each in first["value"]] == [True]
    item = put(tenant, f"{drive}/root:/Papers/a.docx:/content").json()
    second = tenant.get(first["@odata.deltaLink"])
    assert [each["name"] for each in second["value"]] == ["Papers", "a.docx"]
    put(tenant, f"{drive}/items/{item['id']}/content", b"longer")
    changed = tenant.get(second["@odata.deltaLink"])
    assert [(each["name"], each["size"]) for each in changed["value"]] == [("a.docx", 6)]
    tenant.call("PATCH", f"{drive}/items/{item['id']}", {"name": "b.docx"})
    third = tenant.get(changed["@odata.deltaLink"])
    assert [each["name"] for each in third["value"]] == ["b.docx"]
    tenant.call("DELETE", f"{drive}/items/{item['id']}")
    fourth = tenant.get(third["@odata.deltaLink"])
    (gone,) = fourth["value"]
    assert (gone["id"], gone["deleted"], "name" in gone) == (item["id"], {"state": "deleted"}, False)
    assert tenant.get(fourth["@odata.deltaLink"])["value"] == []


def test_delta_of_a_drive_comes_in_pages_and_from_now_on(tenant: LocalTenant, drive: str) -> None:
    for name in "abc":
        put(tenant, f"{drive}/root:/{name}:/content")
    latest = tenant.get(f"{drive}/root/delta(token='latest')")
    assert latest["value"] == []
    page = tenant.get(f"{drive}/root/delta?$top=2")
    assert [each["name"] for each in tenant.get(page["@odata.nextLink"])["value"]] == ["c"]
    put(tenant, f"{tenant.site}/drive/root:/d:/content")
    assert [each["name"] for each in tenant.get(latest["@odata.deltaLink"])["value"]] == ["d"]


def test_delta_of_a_drive_expires_and_starts_at_its_root(tenant: LocalTenant, drive: str) -> None:
    item = put(tenant, f"{drive}/root:/Papers/a.docx:/content").json()
    assert tenant.call("GET", f"{drive}/items/{item['id']}/delta").status_code == 400
    link = tenant.get(f"{drive}/root/delta")["@odata.deltaLink"]
    tenant.control("POST", "/faults", {"match": {"path": "root/delta"}, "fault": {"kind": "expire_delta"}})
    expired = tenant.call("GET", link)
    assert (expired.status_code, expired.json()["error"]["code"]) == (410, "resyncRequired")
    assert tenant.call("GET", expired.headers["Location"]).status_code == 200


def test_a_drive_of_nobody_is_refused(tenant: LocalTenant) -> None:
    assert tenant.call("GET", "/drives/b!unknown/root").status_code == 403


def test_the_control_shows_the_library(tenant: LocalTenant, drive: str) -> None:
    for text in (b"old", b"new"):
        put(tenant, f"{drive}/root:/Summaries/a.docx:/content", text)
    file = tenant.control("GET", "/library")[0]
    assert (file["path"], [each["id"] for each in file["versions"]]) == ("Summaries/a.docx", ["2.0", "1.0"])
    url = f"{tenant.line['ui']}/_emulator/library/{file['id']}/content"
    assert tenant.session.get(url).content == b"new"
    assert tenant.session.get(f"{url}?version=1.0").content == b"old"
    assert [tenant.session.get(f"{url}?version={each}").status_code for each in ("9.0", "x", "-1")] == [404] * 3


def test_a_file_keeps_the_times_that_its_client_gives_it(tenant: LocalTenant, drive: str) -> None:
    then = {"createdDateTime": "2026-02-01T08:00:00Z", "lastModifiedDateTime": "2026-03-01T09:30:00Z"}
    item = put(tenant, f"{drive}/root:/a.txt:/content").json()
    path = f"{drive}/items/{item['id']}"
    assert tenant.call("PATCH", path, {"fileSystemInfo": then}).json()["fileSystemInfo"] == then
    assert tenant.get(path)["lastModifiedDateTime"] != then["lastModifiedDateTime"]
    wrong = tenant.call("PATCH", path, {"fileSystemInfo": {"lastModifiedDateTime": "soon"}})
    assert wrong.status_code == 400
    assert put(tenant, f"{path}/content", b"two").json()["fileSystemInfo"] != then


def test_an_upload_session_gives_its_file_the_times_asked_for(tenant: LocalTenant, drive: str) -> None:
    then = {"createdDateTime": "2026-02-01T08:00:00Z", "lastModifiedDateTime": "2026-03-01T09:30:00Z"}
    wish = {"item": {"fileSystemInfo": then}}
    session = tenant.call("POST", f"{drive}/root:/a.txt:/createUploadSession", wish).json()
    tenant.session.put(session["uploadUrl"], data=b"one", headers={"Content-Range": "bytes 0-2/3"})
    assert tenant.get(f"{drive}/root:/a.txt")["fileSystemInfo"] == then


def test_an_old_version_can_be_deleted_and_the_current_one_cannot(tenant: LocalTenant, drive: str) -> None:
    for text in (b"one", b"two"):
        item = put(tenant, f"{drive}/root:/a.txt:/content", text).json()
    path = f"{drive}/items/{item['id']}/versions"
    assert tenant.call("DELETE", f"{path}/2.0").status_code == 400
    assert tenant.call("DELETE", f"{path}/1.0").status_code == 204
    assert tenant.call("DELETE", f"{path}/1.0").status_code == 404
    assert [each["id"] for each in tenant.get(path)["value"]] == ["2.0"]
