"""Names of lists, columns, files and folders: blank or endless ones are refused, and addresses are percent-encoded."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.local import LocalTenant

NOT_TITLES: list[Any] = ["", "   ", "a" * 256, "a\x00b", "a\nb", 5, ["a"]]
NOT_FILES = [
    *("a*b", "a:b", "a<b", "a>b", "a?b", "a|b", 'a"b', "a\\b", "a/b", "a\tb"),
    *("", " ", " a", "a ", "CON", "lpt0", "com9", ".lock", "desktop.ini", "~$a.docx", "a_vti_b", "a" * 256),
]


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


@pytest.fixture
def drive(tenant: LocalTenant) -> str:
    return f"/drives/{tenant.get(f'{tenant.site}/drive')['id']}"


@pytest.mark.parametrize("name", NOT_TITLES)
def test_a_name_that_is_blank_endless_or_no_text_is_refused(tenant: LocalTenant, name: Any) -> None:
    lists = f"{tenant.site}/lists"
    key = tenant.call("POST", lists, {"displayName": "Wards", "columns": [{"name": "Due"}]}).json()["id"]
    assert code(tenant.call("POST", lists, {"displayName": name})) == (400, "invalidRequest")
    assert code(tenant.call("PATCH", f"{lists}/{key}", {"displayName": name})) == (400, "invalidRequest")
    assert code(tenant.call("POST", f"{lists}/{key}/columns", {"name": name, "text": {}})) == (400, "invalidRequest")
    assert code(tenant.call("PATCH", f"{lists}/{key}/columns/Due", {"displayName": name})) == (400, "invalidRequest")
    folders = f"{tenant.box}/mailFolders"
    own = tenant.call("POST", folders, {"displayName": "Own"}).json()["id"]
    assert code(tenant.call("POST", folders, {"displayName": name})) == (400, "ErrorInvalidRequest")
    assert code(tenant.call("PATCH", f"{folders}/{own}", {"displayName": name})) == (400, "ErrorInvalidRequest")


@pytest.mark.parametrize("name", NOT_FILES)
def test_a_file_or_folder_takes_no_name_that_sharepoint_would_refuse(
    tenant: LocalTenant, drive: str, name: str
) -> None:
    item = tenant.call("PUT", f"{drive}/root:/a.txt:/content", data=b"one").json()["id"]
    folder = {"name": name, "folder": {}}
    assert code(tenant.call("POST", f"{drive}/root/children", folder)) == (400, "invalidRequest")
    assert code(tenant.call("PATCH", f"{drive}/items/{item}", {"name": name})) == (400, "invalidRequest")


def test_the_longest_names_are_taken(tenant: LocalTenant, drive: str) -> None:
    made = tenant.call("POST", f"{tenant.site}/lists", {"displayName": "a" * 255}).json()
    assert made["displayName"] == "a" * 255
    assert tenant.call("POST", f"{tenant.box}/mailFolders", {"displayName": "a" * 255}).status_code == 201
    assert tenant.call("PUT", f"{drive}/root:/{'a' * 255}:/content", data=b"one").status_code == 201


def test_a_path_has_400_characters_at_most_wherever_a_folder_is_moved(tenant: LocalTenant, drive: str) -> None:
    above = len("sites/plans/Shared Documents/")
    long, last = "a" * 200, "b" * (400 - above - 201)
    deep = tenant.call("PUT", f"{drive}/root:/{long}/{last}:/content", data=b"one")
    assert deep.status_code == 201
    assert code(tenant.call("PUT", f"{drive}/root:/{long}/{last}b:/content", data=b"one")) == (400, "pathIsTooLong")
    wish = f"{drive}/root:/{long}/{last}b:/createUploadSession"
    assert code(tenant.call("POST", wish, {})) == (400, "pathIsTooLong")
    other = tenant.call("POST", f"{drive}/root/children", {"name": "c", "folder": {}}).json()["id"]
    folder = deep.json()["parentReference"]["id"]
    moved = tenant.call("PATCH", f"{drive}/items/{folder}", {"parentReference": {"id": other}})
    assert code(moved) == (400, "pathIsTooLong")
    assert tenant.get(f"{drive}/root:/{long}/{last}")["id"] == deep.json()["id"]


def test_nothing_is_put_below_a_file_or_a_folder_below_itself(tenant: LocalTenant, drive: str) -> None:
    file = tenant.call("PUT", f"{drive}/root:/a.txt:/content", data=b"one").json()["id"]
    outer = tenant.call("POST", f"{drive}/root/children", {"name": "outer", "folder": {}}).json()["id"]
    inner = tenant.call("POST", f"{drive}/items/{outer}/children", {"name": "inner", "folder": {}}).json()["id"]
    for above in (outer, inner, file):
        moved = tenant.call("PATCH", f"{drive}/items/{outer}", {"parentReference": {"id": above}})
        assert code(moved) == (400, "invalidRequest")
    below = tenant.call("POST", f"{drive}/items/{file}/children", {"name": "x", "folder": {}})
    assert code(below) == (400, "invalidRequest")
    assert code(tenant.call("PUT", f"{drive}/items/{file}:/x/y:/content", data=b"one")) == (400, "invalidRequest")


def test_a_list_takes_no_title_that_another_has_and_hidden_ones_keep_theirs(tenant: LocalTenant) -> None:
    lists = f"{tenant.site}/lists"
    for title in ("One", "Two"):
        tenant.call("POST", lists, {"displayName": title})
    assert code(tenant.call("PATCH", f"{lists}/Two", {"displayName": "one"})) == (409, "nameAlreadyExists")
    assert tenant.call("PATCH", f"{lists}/Two", {"displayName": "two"}).json()["displayName"] == "two"
    for title in ("User Information List", "Documents"):
        assert code(tenant.call("PATCH", f"{lists}/{title}", {"displayName": "x"})) == (403, "accessDenied")


def test_a_mail_folder_may_be_given_the_name_that_it_has(tenant: LocalTenant) -> None:
    folders = f"{tenant.box}/mailFolders"
    own = tenant.call("POST", folders, {"displayName": "own "}).json()
    assert own["displayName"] == "own"
    assert tenant.call("PATCH", f"{folders}/{own['id']}", {"displayName": "Own"}).json()["displayName"] == "Own"
    assert code(tenant.call("POST", folders, {"displayName": "OWN"})) == (409, "ErrorFolderExists")


@pytest.mark.parametrize(
    "wish",
    [
        *({"text": {"maxLength": "x"}}, {"text": {"allowMultipleLines": 1}}, {"number": {"minimum": "x"}}),
        *({"description": 5}, {"hidden": "x"}, {"lookup": {"listId": 5}}, {"choice": {"displayAs": 5}}),
    ],
)
def test_a_column_takes_no_value_of_another_type(tenant: LocalTenant, wish: dict[str, Any]) -> None:
    key = tenant.call("POST", f"{tenant.site}/lists", {"displayName": "Wards"}).json()["id"]
    refused = tenant.call("POST", f"{tenant.site}/lists/{key}/columns", {"name": "A", **wish})
    assert code(refused) == (400, "invalidRequest")


def test_every_address_is_percent_encoded(tenant: LocalTenant, drive: str) -> None:
    made = tenant.call("POST", f"{tenant.site}/lists", {"displayName": 'Bird "song": 100 % Café'}).json()
    item = tenant.call("POST", f"{tenant.site}/lists/{made['id']}/items", {"fields": {"Title": "x"}})
    file = tenant.call("PUT", f"{drive}/root:/Ça va/a %23 b.txt:/content", data=b"one").json()
    assert made["webUrl"].endswith("/Lists/Bird%20song%20100%20%20Caf%C3%A9")
    assert item.json()["webUrl"] == f"{made['webUrl']}/1_.000" == item.headers["Location"]
    assert file["webUrl"].endswith("/Shared%20Documents/%C3%87a%20va/a%20%23%20b.txt")


def test_a_second_library_has_no_drive_but_no_failure_either(tenant: LocalTenant) -> None:
    wish = {"displayName": "More", "list": {"template": "documentLibrary"}}
    key = tenant.call("POST", f"{tenant.site}/lists", wish).json()["id"]
    assert code(tenant.call("GET", f"/drives/b!{key.replace('-', '')}/root")) == (403, "accessDenied")
