"""What a client may write into a message, checked and brought to the form in which it is kept."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from emulator import calls, message_json, mime, people
from emulator.calls import insensitive
from emulator.errors import GraphError, bad_mail_request
from emulator.mime import Part
from emulator.mime_bounds import MOST_ADDRESSES
from emulator.mime_writing import new_internet_id
from emulator.pieces import Held
from emulator.tenant import Tenant

RECIPIENTS = ("toRecipients", "ccRecipients", "bccRecipients", "replyTo")
PLAIN: dict[str, type[Any]] = {
    **dict.fromkeys(("subject", "importance", "inferenceClassification", "internetMessageId"), str),
    **dict.fromkeys(("isRead", "isReadReceiptRequested", "isDeliveryReceiptRequested"), bool),
    "conversationId": str,
    "categories": list,
    "flag": dict,
}
HEADER_NAME = re.compile(r"(?i)x-[!-9;-~]+")
INTERNET_ID = re.compile(r"[!-~](?:[ -~]{0,900}[!-~])?")
LISTS_OF = "a list of recipients, each with emailAddress.address"
ONLY_WHILE_DRAFT = {"subject", "body", *RECIPIENTS, "from", "sender", "internetMessageHeaders", "internetMessageId"}
ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.?[^@\s<>,;]*")


def document_of(tenant: Tenant, address: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """A whole new message. Raises Exchange's refusals."""
    sender = own_recipient(tenant, address)
    changes = changes_of(tenant, address, given)
    body = changes.get("body", {"contentType": "text", "content": ""})
    return {
        "subject": "",
        "importance": "normal",
        "internetMessageId": new_internet_id(),
        "from": sender,
        "sender": sender,
        **{name: [] for name in RECIPIENTS},
        "isRead": True,
        "hasAttachments": False,
        **changes,
        "body": body,
        "bodyPreview": mime.preview(body),
    }


def changes_of(tenant: Tenant, address: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The properties given, checked. What is not known is refused."""
    changes: dict[str, Any] = {}
    for key in PLAIN:
        value = insensitive(given, key)
        if value is not None:
            changes[key] = checked_plain(key, value)
    for key in RECIPIENTS:
        value = insensitive(given, key)
        if value is not None:
            changes[key] = checked_recipients(tenant, key, value)
    for key in ("from", "sender"):
        value = insensitive(given, key)
        if value:
            changes[key] = checked_recipients(tenant, key, [value])[0]
            check_own(address, changes[key])
    body = insensitive(given, "body")
    if body is not None:
        changes["body"] = checked_body(body)
        changes["bodyPreview"] = mime.preview(changes["body"])
    headers = insensitive(given, "internetMessageHeaders")
    if headers is not None:
        changes["headers"] = checked_headers(headers)
    return changes


def check_own(address: str, person: Mapping[str, Any]) -> None:
    """Raises a 403 for a sender other than the mailbox itself."""
    if person["emailAddress"]["address"].lower() != address.lower():
        message = "The user account which was used to submit this request does not have the right to send mail"
        raise GraphError(403, "ErrorSendAsDenied", f"{message} on behalf of the specified sending account.")


def is_sendable(address: str) -> bool:
    return address.isascii() and address.isprintable() and ADDRESS.fullmatch(address) is not None


def checked_plain(key: str, value: Any) -> Any:
    wanted = PLAIN[key]
    if not isinstance(value, wanted):
        raise bad_mail_request(f"The property '{key}' has a value of the wrong type.", "RequestBodyRead")
    if key == "internetMessageId" and not INTERNET_ID.fullmatch(value):
        raise bad_mail_request("internetMessageId must be one line of ASCII text.", "ErrorInvalidValueForProperty")
    if key == "importance":
        if value.lower() not in {"low", "normal", "high"}:
            raise bad_mail_request("The property 'importance' has an unknown value.", "RequestBodyRead")
        return value.lower()
    return value


def checked_recipients(tenant: Tenant, key: str, value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise bad_mail_request(f"'{key}' takes {LISTS_OF}.", "RequestBodyRead")
    if len(value) > MOST_ADDRESSES:
        raise bad_mail_request(f"'{key}' takes {MOST_ADDRESSES} recipients at most.", "ErrorInvalidRecipients")
    found = []
    for each in value:
        given = insensitive(each, "emailAddress") if isinstance(each, dict) else None
        address = insensitive(given, "address") if isinstance(given, dict) else None
        if not isinstance(address, str) or not address.strip():
            raise bad_mail_request(f"'{key}' takes {LISTS_OF}.", "ErrorInvalidRecipients")
        name = calls.given(given or {}, "name", str, "") or known_name(tenant, address)
        found.append(mime.recipient(mime.one_line(address.strip()), mime.one_line(name)))
    return found


def known_name(tenant: Tenant, address: str) -> str:
    """The directory's name for exactly this address; a tagged one is nobody's."""
    person = people.by_address(tenant, address)
    return str(person["name"]) if person and "+" not in address else address


def checked_body(body: Any) -> dict[str, str]:
    content = insensitive(body, "content", "") if isinstance(body, dict) else None
    kind = str(insensitive(body, "contentType", "text") if isinstance(body, dict) else "").lower()
    if content is None or not isinstance(content, str) or kind not in {"text", "html"}:
        raise bad_mail_request("body takes contentType (text or html) and content.", "RequestBodyRead")
    return {"contentType": kind, "content": content}


def checked_headers(headers: Any) -> list[dict[str, str]]:
    if not isinstance(headers, list) or not headers:
        raise bad_mail_request("internetMessageHeaders must hold at least one header.", "ErrorInvalidRequest")
    if len(headers) > 5:
        raise bad_mail_request(
            "internetMessageHeaders takes five headers at most.", "InvalidInternetMessageHeaderCollection"
        )
    checked = []
    for each in headers:
        name, value = (insensitive(each, key) if isinstance(each, dict) else None for key in ("name", "value"))
        if not isinstance(name, str) or not isinstance(value, str) or not HEADER_NAME.fullmatch(name):
            raise bad_mail_request(
                f"The internet message header name '{name}' should start with 'x-' or 'X-'.",
                "InvalidInternetMessageHeader",
            )
        checked.append({"name": name, "value": value})
    return checked


def extended_in(given: Mapping[str, Any]) -> dict[str, str]:
    """`singleValueExtendedProperties` by id. Raises a 400 for an id that is not of MAPI's form."""
    found = {}
    for each in calls.given(given, "singleValueExtendedProperties", list, []):
        key, value = (insensitive(each, name) if isinstance(each, dict) else None for name in ("id", "value"))
        if not isinstance(key, str) or not isinstance(value, str) or not EXTENDED_ID.fullmatch(key.strip()):
            raise bad_mail_request("The extended property is not valid.", "ErrorInvalidExtendedProperty")
        found[message_json.normal_id(key)] = value
    return found


EXTENDED_ID = re.compile(r"(?is)\w+\s+(?:\{[0-9a-f-]{36}\}\s+(?:Name\s+\S.*|Id\s+0x[0-9a-f]+)|0x[0-9a-f]{1,4})")


def parts_in(given: Mapping[str, Any]) -> list[Part]:
    return [part_of(each) for each in calls.given(given, "attachments", list, [])]


def part_of(given: Any) -> Part:
    """A file attachment as JSON. Other kinds are refused."""
    if not isinstance(given, dict) or "fileattachment" not in str(given.get("@odata.type", "fileAttachment")).lower():
        raise bad_mail_request("Only file attachments can be added.", "ErrorInvalidRequest")
    name, content = insensitive(given, "name"), insensitive(given, "contentBytes")
    if not isinstance(name, str) or not isinstance(content, str):
        raise bad_mail_request("An attachment needs name and contentBytes.", "ErrorInvalidRequest")
    try:
        content_bytes = b64decode(content, validate=True)
    except ValueError:
        raise bad_mail_request("contentBytes is not base64.", "ErrorInvalidRequest") from None
    kind, content_id = insensitive(given, "contentType"), insensitive(given, "contentId")
    return Part(
        name,
        str(kind or "application/octet-stream"),
        Held(content_bytes),
        bool(insensitive(given, "isInline")),
        str(content_id) if content_id else None,
    )


def own_recipient(tenant: Tenant, address: str) -> dict[str, Any]:
    person = people.by_address(tenant, address)
    return mime.recipient(address, person["name"] if person else "")
