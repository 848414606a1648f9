"""office365-rest-python-client, which the product uses too; here by its own habits, sign-in included."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from office365.graph_client import GraphClient
from office365.outlook.mail.item_body import ItemBody
from office365.runtime.client_request_exception import ClientRequestException

from conformance.checks import Checks, refused, same
from conformance.council import DEPOTS, MANY, Council

checks = Checks()


def signed_in(council: Council) -> GraphClient:
    line = council.line
    return GraphClient(tenant=line["tenant"]).with_client_secret(line["client_id"], line["client_secret"])


def depots(council: Council) -> Any:
    client = signed_in(council)
    return client.sites[client.sites.get_by_url(council.line["site"]).execute_query().id].lists[DEPOTS]


def drive(council: Council) -> Any:
    client = signed_in(council)
    site = client.sites[client.sites.get_by_url(council.line["site"]).execute_query().id]
    return client.drives[site.drive.get().execute_query().id]


def box(council: Council) -> Any:
    return signed_in(council).users[council.mailbox]


def denied(call: Callable[[], Any], status: int, code: str) -> None:
    def told(error: Any) -> tuple[int, str]:
        return error.response.status_code, error.code

    refused(call, ClientRequestException, told, (status, code))


@checks.named("token by secret")
def token_by_secret(council: Council) -> None:
    line = council.line
    same(signed_in(council).users[council.ivy].get().execute_query().display_name, "Ivy Marsh")
    wrong = GraphClient(tenant=line["tenant"]).with_client_secret(line["client_id"], "wrong")
    refused(wrong.users.get().execute_query, ValueError, lambda error: "AADSTS7000215" in str(error), True)


@checks.named("token by certificate, site by path")
def token_by_certificate(council: Council) -> None:
    line = council.line
    thumbprint = x509.load_pem_x509_certificate(council.pem.encode()).fingerprint(hashes.SHA1()).hex()
    client = GraphClient(tenant=line["tenant"]).with_certificate(line["client_id"], thumbprint, council.pem)
    site = client.sites.get_by_url(line["site"]).execute_query()
    same((site.web_url, site.display_name), (line["site"], "Corporate Plans"))


@checks.named("lists and columns")
def lists_and_columns(council: Council) -> None:
    client = signed_in(council)
    site = client.sites[client.sites.get_by_url(council.line["site"]).execute_query().id]
    same({DEPOTS, "Documents"} <= {each.display_name for each in site.lists.get().execute_query()}, True)
    columns = {each.name: each for each in site.lists[DEPOTS].columns.get().execute_query()}
    same((columns["Bays"].indexed, columns["Ward"].text.maxLength), (True, 255))


@checks.named("list made with columns of each type")
def list_made(council: Council) -> None:
    client = signed_in(council)
    site = client.sites[client.sites.get_by_url(council.line["site"]).execute_query().id]
    site.lists.add("Gates").execute_query()
    gates = site.lists["Gates"]
    facets: dict[str, dict[str, Any]] = {
        "Note": {"text": {"allowMultipleLines": True}},
        "Count": {"number": {}},
        "Open": {"boolean": {}},
        "State": {"choice": {"choices": ["Red", "Green"]}},
        "Due": {"dateTime": {"format": "dateOnly"}},
        "Owner": {"personOrGroup": {}},
    }
    for name, facet in facets.items():
        gates.columns.add(name=name, **facet).execute_query()
    wish = {"Title": "Gate", "Note": "One\nTwo", "Count": 2.5, "Open": True, "State": "Red", "OwnerLookupId": "1"}
    made = gates.items.add(**wish, Due="2026-03-01").execute_query()
    found = gates.items[made.id].expand(["fields"]).get().execute_query().fields.properties
    same({name: found.get(name) for name in wish}, wish)
    same(found["Due"], "2026-03-01T00:00:00Z")


@checks.named("items: read, changed, deleted")
def items_changed(council: Council) -> None:
    items = depots(council).items
    items["7"].fields.set_property("Ward", "East").update().execute_query()
    same(items["7"].expand(["fields"]).get().execute_query().fields.properties["Ward"], "East")
    items["7"].delete_object().execute_query()
    denied(items["7"].get().execute_query, 404, "itemNotFound")


@checks.named(f"{MANY} items in pages")
def pages(council: Council) -> None:
    items = depots(council).items.expand(["fields($select=Title)"]).get_all(page_size=100).execute_query()
    titles = [each.fields.properties["Title"] for each in items]
    same(titles, [f"Depot {number:03}" for number in range(1, MANY + 1)])


@checks.named("filter")
def filtered(council: Council) -> None:
    def asked(text: str) -> Any:
        return depots(council).items.expand(["fields"]).filter(quote(text, safe="'/()$,"))

    found = asked("fields/Bays gt 440 and fields/Bays le 443").get().execute_query()
    same([each.fields.properties["Bays"] for each in found], [441, 442, 443])
    by_ward = "fields/Ward eq 'North'"
    denied(asked(by_ward).honor_nonindexed(False).get().execute_query, 400, "invalidRequest")
    same(len(asked(by_ward).top(300).get().execute_query()), MANY // 2)


@checks.named("stale If-Match is 412")
def stale(council: Council) -> None:
    items = depots(council).items
    etag = items["1"].get().execute_query().properties["eTag"]

    def change(ward: str) -> Any:
        guarded = depots(council).items["1"].fields.set_property("Ward", ward).update()
        return guarded.before_execute(lambda request: request.set_header("If-Match", etag))

    change("East").execute_query()
    denied(change("West").execute_query, 412, "resourceModified")


@checks.named("items delta: deletion")
def items_delta(council: Council) -> None:
    items = depots(council).items
    items["2"].delete_object().execute_query()
    found = items.delta.get_all().execute_query()
    same((len(found), "2" in {each.id for each in found}), (MANY - 1, False))


@checks.named("batch")
def batch(council: Council) -> None:
    client = signed_in(council)
    site = client.sites[client.sites.get_by_url(council.line["site"]).execute_query().id]
    found = [site.lists[DEPOTS].items[str(number)].get() for number in (1, 2, 3)]
    client.execute_batch()
    same([each.id for each in found], ["1", "2", "3"])


@checks.named("mail: drafted, changed, sent")
def drafted(council: Council) -> None:
    messages = box(council).messages
    draft = messages.add("Draft", ItemBody.html("<p>The gate is mended.</p>"), [council.ivy]).execute_query()
    same(draft.is_draft, True)
    draft.set_property("subject", "Final").update().execute_query()
    draft.send().execute_query()
    same(council.subjects(council.ivy), ["Final"])


@checks.named("sendMail")
def send_mail(council: Council) -> None:
    box(council).send_mail("At once", "Mended.", [council.ivy], save_to_sent_items=True).execute_query()
    same(council.subjects(council.ivy), ["At once"])
    same(council.subjects(council.mailbox, "sentitems"), ["At once"])


@checks.named("inbox: listed, filtered, marked, as bytes")
def inbox(council: Council) -> None:
    for subject in ("First", "Second"):
        council.receive(subject)
    found = box(council).mail_folders["inbox"].messages.filter("subject%20eq%20'Second'").get().execute_query()
    same([(each.subject, each.sent_from.emailAddress.address) for each in found], [("Second", "jo@far.example")])
    one = box(council).messages[found[0].id]
    one.set_property("isRead", True).update().execute_query()
    same(b"Subject: Second" in one.get_content().execute_query().value, True)


@checks.named("inbox delta")
def inbox_delta(council: Council) -> None:
    for subject in ("First", "Second", "Third"):
        council.receive(subject)
    found = box(council).mail_folders["inbox"].messages.delta.get_all().execute_query()
    same([each.subject for each in found], ["First", "Second", "Third"])


@checks.named("reply, move, folders")
def reply_and_move(council: Council) -> None:
    council.receive("Depot")
    mailbox = box(council)
    one = mailbox.messages.get().execute_query()[0]
    same(one.create_reply("It is.").execute_query().subject, "RE: Depot")
    one.reply("It is.").execute_query()
    folder = mailbox.mail_folders.add("Done").execute_query()
    moved = box(council).messages[one.id].move(folder.id).execute_query()
    same(moved.parent_folder_id, folder.id)
    denied(box(council).mail_folders.add("Done").execute_query, 409, "ErrorFolderExists")


@checks.named("attachments")
def attachments(council: Council) -> None:
    draft = box(council).messages.add("With a file", "See there.", [council.ivy])
    draft.add_file_attachment("one.txt", b"one", "text/plain")
    draft.execute_query()
    found = box(council).messages[draft.id].attachments.get().execute_query()
    same([(each.name, each.properties["contentBytes"]) for each in found], [("one.txt", "b25l")])


@checks.named("file: uploaded, replaced, versions, downloaded")
def small_file(council: Council) -> None:
    library = drive(council)
    for text in (b"one", b"two!"):
        made = library.root.upload(quote("Paper #1.txt"), text).execute_query()
    item = library.items[made.id]
    same([each.id for each in item.versions.get().execute_query()], ["2.0", "1.0"])
    same(item.get_content().execute_query().value, b"two!")


@checks.named("file: upload session")
def upload_session(council: Council) -> None:
    content = bytes(range(256)) * 4096
    library = drive(council)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.bin")
        path.write_bytes(content)
        library.root.resumable_upload(str(path), 320 * 1024).execute_query()
    same(library.root.get_by_path("big.bin").get_content().execute_query().value == content, True)


@checks.named("file: folders, renamed, deleted")
def folders(council: Council) -> None:
    library = drive(council)
    folder = library.root.create_folder("Plans").execute_query()
    made = library.items[folder.id].upload("a.txt", b"a").execute_query()
    library.items[made.id].set_property("name", "b.txt").update().execute_query()
    same([each.name for each in library.items[folder.id].children.get().execute_query()], ["b.txt"])
    library.items[folder.id].delete_object().execute_query()
    denied(drive(council).items[made.id].get().execute_query, 404, "itemNotFound")


@checks.named("users")
def users(council: Council) -> None:
    found = signed_in(council).users.get().execute_query()
    same(council.ivy in {each.mail for each in found}, True)
    one = signed_in(council).users[council.ivy].select(["displayName", "jobTitle"]).get().execute_query()
    same((one.display_name, one.job_title), ("Ivy Marsh", "Head of Parks"))
    denied(signed_in(council).users["nobody@far.example"].get().execute_query, 404, "Request_ResourceNotFound")


@checks.named("manager; throttled, the client's own retry succeeds")
def throttled(council: Council) -> None:
    council.throttle("/manager$")
    manager = signed_in(council).users[council.ivy].manager.get().execute_query_retry(max_retry=2, timeout_secs=1)
    same(manager.properties["displayName"], "Noel Birch")
    same(council.statuses("/manager"), [429, 200])


@checks.named("drive delta")
def drive_delta(council: Council) -> None:
    drive(council).root.upload("new.txt", b"new").execute_query()
    found = drive(council).root.delta.get().execute_query()
    same("new.txt" in {each.name for each in found}, True)


@checks.named("what is not granted or not there is refused")
def refusals(council: Council) -> None:
    denied(signed_in(council).sites.root.get().execute_query, 403, "accessDenied")
    denied(signed_in(council).users[council.ivy].messages.get().execute_query, 403, "ErrorAccessDenied")
    denied(box(council).messages["AAMk"].get().execute_query, 404, "ErrorItemNotFound")
    denied(depots(council).items.add(Nothing=1).execute_query, 400, "invalidRequest")


if __name__ == "__main__":
    checks.run()
