"""Drafts, mail, folders, attachments."""

from __future__ import annotations

from msgraph.generated.models.automatic_replies_setting import AutomaticRepliesSetting
from msgraph.generated.models.automatic_replies_status import AutomaticRepliesStatus
from msgraph.generated.models.body_type import BodyType
from msgraph.generated.models.email_address import EmailAddress
from msgraph.generated.models.file_attachment import FileAttachment
from msgraph.generated.models.item_body import ItemBody
from msgraph.generated.models.mail_folder import MailFolder
from msgraph.generated.models.mailbox_settings import MailboxSettings
from msgraph.generated.models.message import Message
from msgraph.generated.models.recipient import Recipient
from msgraph.generated.users.item.messages.item.create_reply.create_reply_post_request_body import (
    CreateReplyPostRequestBody,
)
from msgraph.generated.users.item.messages.item.move.move_post_request_body import MovePostRequestBody
from msgraph.generated.users.item.send_mail.send_mail_post_request_body import SendMailPostRequestBody

from conformance.checks import same
from conformance.msgraph_sdk.client import Graph, asking, check, refused


def mail(subject: str, *to: str) -> Message:
    return Message(
        subject=subject,
        body=ItemBody(content_type=BodyType.Html, content="<p>The gate is mended.</p>"),
        to_recipients=[Recipient(email_address=EmailAddress(address=address)) for address in to],
    )


@check("mail: drafted, changed, sent")
async def drafted(graph: Graph) -> None:
    draft = await graph.box.messages.post(mail("Draft", graph.council.ivy))
    same((draft.is_draft, draft.body.content_type), (True, BodyType.Html))
    one = graph.box.messages.by_message_id(draft.id)
    await one.patch(Message(subject="Final"))
    await one.send.post()
    same(graph.council.subjects(graph.council.ivy), ["Final"])


@check("sendMail")
async def send_mail(graph: Graph) -> None:
    body = SendMailPostRequestBody(message=mail("At once", graph.council.ivy), save_to_sent_items=True)
    await graph.box.send_mail.post(body)
    same(graph.council.subjects(graph.council.ivy), ["At once"])
    same(graph.council.subjects(graph.council.mailbox, "sentitems"), ["At once"])


@check("inbox: listed, filtered, marked, as bytes")
async def inbox(graph: Graph) -> None:
    for subject in ("First", "Second"):
        graph.council.receive(subject)
    found = await graph.inbox.get(asking(graph.inbox, filter="subject eq 'Second'", select=["subject", "from"]))
    same([(each.subject, each.from_.email_address.address) for each in found.value], [("Second", "jo@far.example")])
    one = graph.box.messages.by_message_id(found.value[0].id)
    same((await one.patch(Message(is_read=True))).is_read, True)
    same(b"Subject: Second" in await one.content.get(), True)


@check("inbox delta")
async def inbox_delta(graph: Graph) -> None:
    graph.council.receive("First")
    known = await graph.inbox.delta.get()
    same([each.subject for each in known.value], ["First"])
    await (await graph.first_mail()).delete()
    changed = await graph.inbox.delta.with_url(known.odata_delta_link).get()
    same(["@removed" in each.additional_data for each in changed.value], [True])
    graph.council.expire_delta()
    await refused(graph.inbox.delta.with_url(changed.odata_delta_link).get(), 410, "syncStateNotFound")


@check("reply, move, folders")
async def reply_and_move(graph: Graph) -> None:
    graph.council.receive("Depot")
    one = await graph.first_mail()
    reply = await one.create_reply.post(CreateReplyPostRequestBody(comment="It is."))
    same((reply.subject, reply.to_recipients[0].email_address.address), ("RE: Depot", "jo@far.example"))
    await graph.box.messages.by_message_id(reply.id).send.post()
    folder = await graph.box.mail_folders.post(MailFolder(display_name="Done"))
    moved = await one.move.post(MovePostRequestBody(destination_id=folder.id))
    same(moved.parent_folder_id, folder.id)
    again = graph.box.mail_folders.post(MailFolder(display_name="Done"))
    await refused(again, 409, "ErrorFolderExists")


@check("attachments")
async def attachments(graph: Graph) -> None:
    wish = mail("With a file", graph.council.ivy)
    wish.attachments = [file_attachment("one.txt", b"one")]
    draft = await graph.box.messages.post(wish)
    attached = graph.box.messages.by_message_id(draft.id).attachments
    await attached.post(file_attachment("two.txt", b"two"))
    found = (await attached.get()).value
    same(sorted((each.name, each.content_bytes) for each in found), [("one.txt", b"one"), ("two.txt", b"two")])


def file_attachment(name: str, content: bytes) -> FileAttachment:
    return FileAttachment(odata_type="#microsoft.graph.fileAttachment", name=name, content_bytes=content)


@check("automatic replies")
async def automatic_replies(graph: Graph) -> None:
    wish = AutomaticRepliesSetting(status=AutomaticRepliesStatus.AlwaysEnabled, internal_reply_message="Away.")
    await graph.box.mailbox_settings.patch(MailboxSettings(automatic_replies_setting=wish))
    found = (await graph.box.mailbox_settings.get()).automatic_replies_setting
    same((found.status, found.internal_reply_message), (AutomaticRepliesStatus.AlwaysEnabled, "Away."))


@check("manager; throttled, the client's own retry succeeds")
async def throttled(graph: Graph) -> None:
    graph.council.throttle("/manager$")
    same((await graph.client.users.by_user_id(graph.council.ivy).manager.get()).display_name, "Noel Birch")
    same(graph.council.statuses("/manager"), [429, 200])
