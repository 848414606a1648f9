"""Things in a fresh tenant, and where they are: what stands in braces in the tables of requests."""

from __future__ import annotations

from tests.emulator.local import LocalTenant

TO = [{"emailAddress": {"address": "ada.fenn@harrowmere.example"}}]
COLUMNS = [{"name": "Name", "text": {}}, {"name": "Color", "text": {}}, {"name": "Quantity", "number": {}}]
MAIL = {"subject": "Depot", "body": {"contentType": "html", "content": "<p>It is open.</p>"}, "toRecipients": TO}
FILE = {"@odata.type": "#microsoft.graph.fileAttachment", "name": "a.txt", "contentBytes": "b25l"}
COLOUR = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color"


def places(tenant: LocalTenant) -> dict[str, str]:
    """What stands in the samples' braces: a list with items, files, a message that came, a draft, a folder."""
    site = tenant.get(tenant.site)["id"]
    made = tenant.call("POST", f"/sites/{site}/lists", {"displayName": "Inventory", "columns": COLUMNS}).json()["id"]
    for name in ("Gadget", "Widget"):
        fields = {"Name": name, "Color": "Red", "Quantity": 503}
        tenant.call("POST", f"/sites/{site}/lists/{made}/items", {"fields": fields})
    delta = tenant.get(f"/sites/{site}/lists/{made}/items/delta?token=latest")["@odata.deltaLink"]
    tenant.call("PATCH", f"/sites/{site}/lists/{made}/items/2/fields", {"Quantity": 2357})
    drive = tenant.get(f"/sites/{site}/drive")["id"]
    files = [tenant.call("PUT", f"/drives/{drive}/root:/{name}:/content", data=b"one").json() for name in ("a.md", "b")]
    raw = b"From: Jo <jo@far.example>\r\nSubject: Depot\r\nMessage-ID: <1@far.example>\r\n\r\nIs it open?\r\n"
    tenant.control("POST", "/messages", params={"mailbox": tenant.line["mailbox"]}, data=raw)
    second = raw.replace(b"<1@", b"<2@")
    tenant.control("POST", "/messages", params={"mailbox": tenant.line["mailbox"]}, data=second)
    extended = [{"id": COLOUR, "value": "Green"}]
    wish = {**MAIL, "attachments": [FILE], "singleValueExtendedProperties": extended}
    draft = tenant.call("POST", f"{tenant.box}/messages", wish).json()["id"]
    return {
        "site": site,
        "site_by_path": tenant.site,
        "list": made,
        "items_token": delta.partition("token=")[2],
        "drive": drive,
        "file": files[0]["id"],
        "box": tenant.box,
        "message": tenant.get(f"{tenant.box}/mailFolders/inbox/messages")["value"][0]["id"],
        "draft": draft,
        "attachment": tenant.get(f"{tenant.box}/messages/{draft}/attachments")["value"][0]["id"],
        "folder": tenant.call("POST", f"{tenant.box}/mailFolders", {"displayName": "Own"}).json()["id"],
    }
