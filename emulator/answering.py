"""Replies and forwards: drafts that quote a message and belong to its conversation."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from emulator import composing, delivery, mail, mailboxes, messages, mime
from emulator.calls import Call, Reply, empty, given, insensitive
from emulator.mail_bytes import Mail
from emulator.store import Row
from emulator.tenant import Tenant

BODY = re.compile(r"<body[^>]*>(.*)</body>", re.IGNORECASE | re.DOTALL)


def create_reply(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    return mail.created(tenant, call, address, answering(tenant, call, address, message, "reply"))


def create_reply_all(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    return mail.created(tenant, call, address, answering(tenant, call, address, message, "replyAll"))


def create_forward(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    return mail.created(tenant, call, address, answering(tenant, call, address, message, "forward"))


def reply(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    return send_now(tenant, call, user, message, "reply")


def reply_all(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    return send_now(tenant, call, user, message, "replyAll")


def forward(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    return send_now(tenant, call, user, message, "forward")


def send_now(tenant: Tenant, call: Call, user: str, message: str, kind: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    row = answering(tenant, call, address, message, kind)
    mail.check_sendable(json.loads(row["document"]))
    delivery.send_draft(tenant, row)
    return empty(202)


def answering(tenant: Tenant, call: Call, address: str, message: str, kind: str) -> Row:
    """A draft in answer to a message, with the parameters of the call on top."""
    parent = messages.find(tenant, address, message)
    about = json.loads(parent["document"])
    body = call.json()
    wish = given(body, "message", dict, {})
    comment = given(body, "comment", str, "")
    wanted = "forward" if kind == "forward" else "reply"
    document = composing.document_of(tenant, address, {"toRecipients": insensitive(body, "toRecipients") or [], **wish})
    document |= {
        "subject": insensitive(wish, "subject")
        or prefixed(about["subject"], "FW: " if wanted == "forward" else "RE: "),
        "body": document["body"] if insensitive(wish, "body") else quoted(about, comment),
        "conversationId": about["conversationId"],
        "inReplyTo": about["internetMessageId"],
        "references": references(parent, about),
    }
    to, cc = recipients(address, about, kind)
    document["toRecipients"] = document["toRecipients"] or to
    document["ccRecipients"] = document["ccRecipients"] or cc
    document["bodyPreview"] = mime.preview(document["body"])
    drafts = mailboxes.known_folder(tenant, address, "drafts")
    return messages.file(
        tenant, address, drafts, Mail(document=document), is_draft=True, extended=composing.extended_in(wish)
    )


def recipients(address: str, about: Mapping[str, Any], kind: str) -> tuple[list[Any], list[Any]]:
    if kind == "forward":
        return [], []
    to = list(about.get("replyTo") or ([about["from"]] if about.get("from") else []))
    if kind == "reply":
        return to, []
    mine = {address.lower()}
    others = [each for each in about["toRecipients"] if each["emailAddress"]["address"].lower() not in mine]
    return to + others, [each for each in about["ccRecipients"] if each["emailAddress"]["address"].lower() not in mine]


def prefixed(subject: str, prefix: str) -> str:
    return subject if subject.lower().startswith(prefix.lower()) else prefix + subject


def references(parent: Row, about: Mapping[str, Any]) -> str:
    earlier = mime.header(parent["mime"], "References") if parent["mime"] else None
    return " ".join(filter(None, (earlier, about["internetMessageId"])))


def quoted(about: Mapping[str, Any], comment: str) -> dict[str, str]:
    """The comment above the message answered, under the block of headers that Outlook draws."""
    body = about["body"]
    content = inside(body["content"]) if body["contentType"] == "html" else f"<pre>{html.escape(body['content'])}</pre>"
    sender = (about.get("from") or {}).get("emailAddress", {})
    to = "; ".join(each["emailAddress"]["name"] for each in about["toRecipients"])
    lines = (
        ("From:", f"{sender.get('name', '')} &lt;{html.escape(sender.get('address', ''))}&gt;"),
        ("Sent:", about.get("sentDateTime", "")),
        ("To:", html.escape(to)),
        ("Subject:", html.escape(about["subject"])),
    )
    block = "<br>".join(f"<b>{label}</b> {text}" for label, text in lines)
    comment_html = html.escape(comment).replace("\n", "<br>")
    answer = f"<div>{comment_html}</div><hr><div>{block}</div><br>{content}"
    return {"contentType": "html", "content": f"<html><head></head><body>{answer}</body></html>"}


def inside(document: str) -> str:
    """What an HTML document shows; a piece of HTML is taken as it is."""
    found = BODY.search(document)
    return found.group(1) if found else document


ROUTES = (
    ("POST", "/users/{user}/messages/{message}/createReply", create_reply),
    ("POST", "/users/{user}/messages/{message}/createReplyAll", create_reply_all),
    ("POST", "/users/{user}/messages/{message}/createForward", create_forward),
    ("POST", "/users/{user}/messages/{message}/reply", reply),
    ("POST", "/users/{user}/messages/{message}/replyAll", reply_all),
    ("POST", "/users/{user}/messages/{message}/forward", forward),
)
