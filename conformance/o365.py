"""O365 for Python."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from O365 import Account
from O365.utils.token import MemoryTokenBackend
from requests.exceptions import HTTPError

from conformance.checks import Checks, refused, same
from conformance.council import DEPOTS, MANY, Council

checks = Checks()


def account(council: Council, secret: Any = None, retries: int = 0) -> Any:
    """Signed in with the secret unless another credential is given."""
    line = council.line
    made = Account(
        (line["client_id"], secret or line["client_secret"]),
        auth_flow_type="credentials",
        tenant_id=line["tenant"],
        main_resource=council.mailbox,
        token_backend=MemoryTokenBackend(),
        request_retries=retries,
    )
    made.authenticate()
    return made


def site(council: Council) -> Any:
    return account(council).sharepoint().get_site(council.host, council.site_key.partition(":")[2])


def depots(council: Council) -> Any:
    return site(council).get_list_by_name(DEPOTS)


def library(council: Council) -> Any:
    return site(council).get_default_document_library(request_drive=True).get_root_folder()


def denied(call: Callable[[], Any], status: int, code: str) -> None:
    def told(error: Any) -> tuple[int, str]:
        return error.response.status_code, error.response.json()["error"]["code"]

    refused(call, HTTPError, told, (status, code))


@checks.named("token by secret")
def token_by_secret(council: Council) -> None:
    same(account(council).is_authenticated, True)
    same(account(council, "wrong").is_authenticated, False)


@checks.named("token by certificate, site by path")
def token_by_certificate(council: Council) -> None:
    thumbprint = x509.load_pem_x509_certificate(council.pem.encode()).fingerprint(hashes.SHA1()).hex()
    signed_in = account(council, {"thumbprint": thumbprint, "private_key": council.pem})
    found = signed_in.sharepoint().get_site(council.host, council.site_key.partition(":")[2])
    same((found.web_url, found.display_name), (council.line["site"], "Corporate Plans"))


@checks.named("lists and columns")
def lists_and_columns(council: Council) -> None:
    here = site(council)
    same({DEPOTS, "Documents"} <= {each.display_name for each in here.get_lists()}, True)
    columns = {each.internal_name: each for each in here.get_list_by_name(DEPOTS).get_list_columns()}
    same((columns["Bays"].field_type, columns["Ward"].field_type), ("number", "text"))


@checks.named("list made with columns of each type")
def list_made(council: Council) -> None:
    facets: dict[str, dict[str, Any]] = {
        "Note": {"text": {"allowMultipleLines": True}},
        "Count": {"number": {}},
        "Open": {"boolean": {}},
        "State": {"choice": {"choices": ["Red", "Green"]}},
        "Tags": {"choice": {"choices": ["A", "B"], "displayAs": "checkBoxes"}},
        "Due": {"dateTime": {"format": "dateOnly"}},
        "Owner": {"personOrGroup": {}},
    }
    columns = [{"name": name, **facet} for name, facet in facets.items()]
    gates = site(council).create_list({"displayName": "Gates", "columns": columns})
    wish = {"Note": "One\nTwo", "Count": 2.5, "Open": True, "State": "Red", "Tags": ["A", "B"], "OwnerLookupId": "1"}
    made = gates.create_list_item(
        {"Title": "Gate", **wish, "Due": "2026-03-01", "Tags@odata.type": "Collection(Edm.String)"}
    )
    found = gates.get_item_by_id(made.object_id, expand_fields=True).fields
    same({name: found.get(name) for name in wish}, wish)
    same(found["Due"], "2026-03-01T00:00:00Z")


@checks.named("items: read, changed, deleted")
def items_changed(council: Council) -> None:
    one = depots(council).get_item_by_id(7, expand_fields=True)
    one.update_fields({"Ward": "East"})
    same(one.save_updates(), True)
    same(depots(council).get_item_by_id(7, expand_fields=["Ward"]).fields["Ward"], "East")
    same(one.delete(), True)
    denied(lambda: depots(council).get_item_by_id(7), 404, "itemNotFound")


@checks.named(f"{MANY} items in pages")
def pages(council: Council) -> None:
    items = depots(council).get_items(limit=None, batch=100, expand_fields=["Title"])
    same([each.fields["Title"] for each in items], [f"Depot {number:03}" for number in range(1, MANY + 1)])


@checks.named("filter and order")
def filter_and_order(council: Council) -> None:
    found = depots(council).get_items(
        limit=9,
        query="fields/Bays gt 440 and fields/Bays le 443",
        order_by="fields/Bays desc",
        expand_fields=["Bays"],
    )
    same([each.fields["Bays"] for each in found], [443, 442, 441])
    denied(lambda: depots(council).get_items(limit=9, query="fields/Ward eq 'North'"), 400, "invalidRequest")


@checks.named("mail: drafted, changed, sent")
def drafted(council: Council) -> None:
    message = account(council).mailbox().new_message()
    message.to.add(council.ivy)
    message.subject, message.body = "Draft", "<p>The gate is mended.</p>"
    same(message.save_draft(), True)
    message.subject = "Final"
    same((message.save_draft(), message.send()), (True, True))
    same(council.subjects(council.ivy), ["Final"])


@checks.named("sendMail")
def send_mail(council: Council) -> None:
    message = account(council).new_message()
    message.to.add(council.ivy)
    message.subject, message.body = "At once", "Mended."
    message.attachments.add([(__file__, "check.py")])
    same(message.send(save_to_sent_folder=True), True)
    same(council.subjects(council.ivy), ["At once"])
    same(council.subjects(council.mailbox, "sentitems"), ["At once"])


@checks.named("inbox: listed, filtered, marked, as bytes")
def inbox(council: Council) -> None:
    for number in range(1, 13):
        council.receive(f"Mail {number:02}")
    folder = account(council).mailbox().inbox_folder()
    same(len(list(folder.get_messages(limit=None, batch=5))), 12)
    (one,) = folder.get_messages(query="subject eq 'Mail 02'")
    same((one.sender.address, one.is_read), ("jo@far.example", False))
    same((one.mark_as_read(), b"Subject: Mail 02" in one.get_mime_content()), (True, True))


@checks.named("reply, move, folders")
def reply_and_move(council: Council) -> None:
    council.receive("Depot")
    mailbox = account(council).mailbox()
    (one,) = mailbox.inbox_folder().get_messages()
    answer = one.reply()
    answer.body = "It is."
    same((answer.subject, answer.send()), ("RE: Depot", True))
    folder = mailbox.create_child_folder("Done")
    same(one.move(folder), True)
    same([each.subject for each in mailbox.get_folder(folder_name="Done").get_messages()], ["Depot"])
    denied(lambda: mailbox.create_child_folder("Done"), 409, "ErrorFolderExists")


@checks.named("attachments")
def attachments(council: Council) -> None:
    message = account(council).mailbox().new_message()
    message.subject = "With a file"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.txt")
        path.write_bytes(b"one")
        message.attachments.add(str(path))
        same(message.save_draft(), True)
    found = account(council).mailbox().get_message(message.object_id, download_attachments=True)
    same([(each.name, each.content) for each in found.attachments], [("one.txt", "b25l")])


@checks.named("file: uploaded, replaced, versions, downloaded")
def small_file(council: Council) -> None:
    root = library(council)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Paper #1.txt")
        for text in (b"one", b"two!"):
            path.write_bytes(text)
            made = root.upload_file(path)
        same([(each.object_id, each.size) for each in made.get_versions()], [("2.0", 4), ("1.0", 3)])
        same(made.download(folder, "copy.txt"), True)
        same(Path(folder, "copy.txt").read_bytes(), b"two!")


@checks.named("file: upload session, conflict behaviour")
def upload_session(council: Council) -> None:
    content = bytes(range(256)) * 4096
    root = library(council)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.bin")
        path.write_bytes(content)
        for conflict, name in (("replace", "big.bin"), ("rename", "big 1.bin")):
            made = root.upload_file(path, chunk_size=320 * 1024, upload_in_chunks=True, conflict_handling=conflict)
            same(made.name, name)
        same(made.download(folder, "copy.bin"), True)
        same(Path(folder, "copy.bin").read_bytes() == content, True)


@checks.named("file: folders, renamed, deleted")
def folders(council: Council) -> None:
    plans = library(council).create_child_folder("Plans")
    same(plans.update(name="Old plans"), True)
    found = list(library(council).get_items())
    same([(each.name, each.is_folder) for each in found], [("Old plans", True)])
    same(found[0].delete(), True)
    same(list(library(council).get_items()), [])


@checks.named("users")
def users(council: Council) -> None:
    directory = account(council).directory()
    same(council.ivy in {each.mail for each in directory.get_users(limit=None)}, True)
    ivy = directory.get_user(council.ivy)
    same((ivy.display_name, ivy.job_title), ("Ivy Marsh", "Head of Parks"))
    denied(lambda: directory.get_user("nobody@far.example"), 404, "Request_ResourceNotFound")


@checks.named("manager; throttled, the client's own retry succeeds")
def throttled(council: Council) -> None:
    council.throttle("/manager$")
    manager = account(council, retries=3).directory().get_user_manager(council.ivy)
    same(manager.display_name, "Noel Birch")
    same(council.statuses("/manager"), [429, 200])


@checks.named("automatic replies")
def automatic_replies(council: Council) -> None:
    mailbox = account(council).mailbox()
    same(bool(mailbox.set_automatic_reply("Away.", "Away, sorry.")), True)
    found = mailbox.get_settings().automaticrepliessettings
    same((found.status.value, found.internal_reply_message), ("alwaysEnabled", "Away."))


@checks.named("what is not granted or not there is refused")
def refusals(council: Council) -> None:
    signed_in = account(council)
    denied(signed_in.sharepoint().get_root_site, 403, "accessDenied")
    denied(lambda: list(signed_in.mailbox(council.ivy).inbox_folder().get_messages()), 403, "ErrorAccessDenied")
    denied(lambda: signed_in.mailbox().get_message("AAMk"), 404, "ErrorItemNotFound")
    denied(lambda: depots(council).create_list_item({"Nothing": 1}), 400, "invalidRequest")


if __name__ == "__main__":
    checks.run()
