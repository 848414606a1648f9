"""CLI for Microsoft 365, by its commands that use Graph."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conformance import tools
from conformance.checks import Checks, refused, same
from conformance.council import DEPOTS, Council

PROGRAM = Path(__file__).parent / "node" / "node_modules" / "@pnp" / "cli-microsoft365" / "dist" / "index.js"
GRAPH = "https://graph.microsoft.com/v1.0"
checks = Checks()


def m365(*words: str) -> str:
    return tools.run("node", str(PROGRAM), *words)


def read(*words: str) -> Any:
    return json.loads(m365(*words, "--output", "json"))


def request(path: str, method: str = "get", body: Any = None) -> Any:
    given = ("--body", json.dumps(body), "--content-type", "application/json") if body is not None else ()
    text = m365("request", "--url", GRAPH + path, "--method", method, *given).strip()
    return json.loads(text) if text else None


def log_in(council: Council, *credential: str, app: str = "") -> dict[str, Any]:
    line = council.line
    given = credential or ("--authType", "certificate", "--certificateFile", line["certificate"])
    found = read("login", "--appId", app or line["client_id"], "--tenant", line["tenant"], *given)
    return dict(found)


def denied(call: Callable[[], Any], told: str) -> None:
    refused(call, tools.Exited, lambda error: told in str(error), True)


@checks.named("token by secret")
def token_by_secret(council: Council) -> None:
    m365("cli", "config", "set", "--key", "disableTelemetry", "--value", "true")
    denied(lambda: log_in(council, "--authType", "secret", "--secret", "wrong"), "AADSTS7000215")
    log_in(council, "--authType", "secret", "--secret", council.line["client_secret"])
    same(read("status")["authType"], "secret")
    m365("logout")


@checks.named("token by certificate, site by path")
def token_by_certificate(council: Council) -> None:
    same(log_in(council)["connectedAs"], "planminder")
    found = request(f"/sites/{council.site_key}")
    same((found["webUrl"], found["displayName"]), (council.line["site"], "Corporate Plans"))


@checks.named("list made, items: created, changed, deleted")
def list_and_items(council: Council) -> None:
    lists = f"/sites/{council.site_key}:/lists"
    columns = [{"name": "Count", "number": {}}, {"name": "Owner", "personOrGroup": {}}]
    made = request(lists, "post", {"displayName": "Gates", "columns": columns})
    items = f"{lists}/{made['id']}/items"
    fields = {"Title": "Gate", "Count": 2, "OwnerLookupId": 1}
    same(request(items, "post", {"fields": fields})["fields"]["OwnerLookupId"], "1")
    same(request(f"{items}/1/fields", "patch", {"Count": 3})["Count"], 3)
    m365("request", "--url", f"{GRAPH}{items}/1", "--method", "delete")
    same(request(items)["value"], [])


@checks.named("filter and order")
def filtered(council: Council) -> None:
    items = f"/sites/{council.site_key}:/lists/{DEPOTS}/items"
    found = request(f"{items}?$expand=fields&$filter=fields/Bays gt 447&$orderby=fields/Bays desc")["value"]
    same([each["fields"]["Bays"] for each in found], [450, 449, 448])


@checks.named("sendMail")
def send_mail(council: Council) -> None:
    words = ("--subject", "At once", "--to", council.ivy, "--bodyContents", "Mended.", "--sender", council.mailbox)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.txt")
        path.write_bytes(b"one")
        m365("outlook", "mail", "send", *words, "--attachment", str(path), "--saveToSentItems", "true")
    same(council.subjects(council.ivy), ["At once"])
    same(council.subjects(council.mailbox, "sentitems"), ["At once"])


@checks.named("inbox: listed, filtered, read, moved, deleted")
def inbox(council: Council) -> None:
    for subject in ("First", "Second"):
        council.receive(subject)
    mine = ("--userName", council.mailbox)
    later = ("--startTime", "2000-01-01T00:00:00Z")
    found = read("outlook", "message", "list", "--folderName", "inbox", *later, *mine)
    same(sorted(each["subject"] for each in found), ["First", "Second"])
    same(read("outlook", "message", "get", "--id", found[0]["id"], *mine)["subject"], found[0]["subject"])
    m365("outlook", "message", "remove", "--id", found[1]["id"], *mine, "--force")
    same(council.subjects(council.mailbox), [found[0]["subject"]])


@checks.named("file: uploaded, listed, downloaded")
def small_file(council: Council) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Paper.txt")
        path.write_bytes(b"one")
        here = ("--siteUrl", council.line["site"], "--folderUrl", f"{council.line['site']}/Shared Documents")
        m365("file", "add", "--filePath", str(path), *here)
        listed = read("file", "list", "--webUrl", council.line["site"], "--folderUrl", "Shared Documents")
        same([each["name"] for each in listed], ["Paper.txt"])
        copy = Path(folder, "copy.txt")
        address = f"{GRAPH}/sites/{council.site_key}:/drive/root:/Paper.txt:/content"
        m365("request", "--url", address, "--filePath", str(copy))
        same(copy.read_bytes(), b"one")


@checks.named("users")
def users(council: Council) -> None:
    same(council.ivy in {each["mail"] for each in read("entra", "user", "list")}, True)
    ivy = read("entra", "user", "get", "--userName", council.ivy, "--properties", "displayName,jobTitle")
    same((ivy["displayName"], ivy["jobTitle"]), ("Ivy Marsh", "Head of Parks"))


@checks.named("site permission given and taken away")
def permissions(council: Council) -> None:
    admin = council.line["admin"]
    credential = ("--authType", "certificate", "--certificateFile", admin["certificate"])
    log_in(council, *credential, "--connectionName", "admin", app=admin["client_id"])
    here = ("--siteUrl", council.line["site"])
    reader = ("--appId", "22f09bb7-dd29-403e-bec2-ab5cde52c2b3", "--appDisplayName", "Readers")
    made = read("spo", "site", "apppermission", "add", *here, *reader, "--permission", "read")
    same(made["roles"], ["read"])
    same(len(read("spo", "site", "apppermission", "list", *here)), 2)
    m365("spo", "site", "apppermission", "remove", *here, "--id", made["id"], "--force")
    same(len(read("spo", "site", "apppermission", "list", *here)), 1)
    m365("logout")
    log_in(council)


@checks.named("manager; throttled, the client's own retry succeeds")
def throttled(council: Council) -> None:
    council.throttle("/manager$")
    same(request(f"/users/{council.ivy}/manager")["displayName"], "Noel Birch")
    same(council.statuses("/manager"), [429, 200])


@checks.named("what is not granted or not there is refused")
def refusals(council: Council) -> None:
    denied(lambda: read("spo", "site", "apppermission", "list", "--siteUrl", council.line["site"]), "Access denied")
    denied(lambda: request("/sites/root"), "403")
    other = ("--folderName", "inbox", "--userName", council.ivy)
    denied(lambda: read("outlook", "message", "list", *other), "Access is denied")
    denied(lambda: read("outlook", "message", "get", "--id", "AAMk", "--userName", council.mailbox), "was not found")
    denied(lambda: read("entra", "user", "get", "--userName", "nobody@far.example"), "does not exist")


if __name__ == "__main__":
    checks.run()
