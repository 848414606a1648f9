"""Automatic replies: what a mailbox says while its owner is away, to whom, and how Exchange writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from email.utils import parseaddr
from html import escape
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from emulator import mime, mime_writing
from emulator.calls import given, insensitive
from emulator.clock import moment_of
from emulator.errors import bad_mail_request
from emulator.mail_bytes import Mail
from emulator.tenant import Tenant
from emulator.weaving import Woven

STATUSES = ("disabled", "alwaysEnabled", "scheduled")
AUDIENCES = ("none", "contactsOnly", "all")
WINDOWS_ZONES = {"UTC": "Etc/UTC", "GMT Standard Time": "Europe/London"}
NOBODY_AWAY: dict[str, Any] = {
    "status": "disabled",
    "externalAudience": "all",
    "internalReplyMessage": "",
    "externalReplyMessage": "",
    "scheduledStartDateTime": {"dateTime": "2026-01-01T09:00:00.0000000", "timeZone": "UTC"},
    "scheduledEndDateTime": {"dateTime": "2026-01-02T09:00:00.0000000", "timeZone": "UTC"},
}
MARKUP = re.compile(r"<[a-zA-Z!/]")
MACHINE = re.compile(r"(?i)bulk|junk|list")
SUPPRESSED = re.compile(r"(?i)\b(?:oof|all)\b")


def of(tenant: Tenant, address: str) -> dict[str, Any]:
    """The automaticRepliesSetting of a mailbox."""
    row = tenant.store.one("SELECT setting FROM absences WHERE mailbox = ?", address)
    return json.loads(row["setting"]) if row else dict(NOBODY_AWAY)


def save(tenant: Tenant, address: str, wish: Mapping[str, Any]) -> dict[str, Any]:
    """Change the setting; everybody is answered afresh. Raises a 400."""
    setting = {**of(tenant, address), **checked(wish)}
    tenant.store.run(
        "INSERT OR REPLACE INTO absences (mailbox, setting) VALUES (?, ?)",
        *(address, json.dumps(setting, ensure_ascii=False)),
    )
    tenant.store.run("DELETE FROM absence_answers WHERE mailbox = ?", address)
    return setting


def checked(wish: Mapping[str, Any]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, known in (("status", STATUSES), ("externalAudience", AUDIENCES)):
        value = insensitive(wish, name)
        if value is not None:
            spelt = {each.lower(): each for each in known}
            if str(value).lower() not in spelt:
                raise bad_mail_request(f"'{name}' takes {', '.join(known)}.", "RequestBodyRead")
            changes[name] = spelt[str(value).lower()]
    for name in ("internalReplyMessage", "externalReplyMessage"):
        if insensitive(wish, name) is not None:
            changes[name] = given(wish, name, str, "")
    for name in ("scheduledStartDateTime", "scheduledEndDateTime"):
        value = insensitive(wish, name)
        if value is not None:
            if not isinstance(value, dict) or moment(value) is None:
                raise bad_mail_request(f"'{name}' takes dateTime and timeZone.", "RequestBodyRead")
            changes[name] = {"dateTime": value["dateTime"], "timeZone": value.get("timeZone") or "UTC"}
    return changes


def moment(value: Mapping[str, Any]) -> datetime | None:
    """A dateTimeTimeZone as an aware moment, or None when it is not one."""
    text, zone = value.get("dateTime"), zone_of(value.get("timeZone") or "UTC")
    found = moment_of(text) if isinstance(text, str) else None
    return found.replace(tzinfo=zone) if found and zone else None


def zone_of(name: object) -> tzinfo | None:
    try:
        return ZoneInfo(WINDOWS_ZONES.get(str(name), str(name)))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def is_away(tenant: Tenant, setting: Mapping[str, Any]) -> bool:
    if setting["status"] != "scheduled":
        return bool(setting["status"] == "alwaysEnabled")
    start, end = (moment(setting[name]) for name in ("scheduledStartDateTime", "scheduledEndDateTime"))
    return start is not None and end is not None and start <= tenant.clock.now() < end


def reply(tenant: Tenant, address: str, mail: Mail, *, inside: bool) -> tuple[str, Woven] | None:
    """Who is to be told that the owner is away, and the mail that says so; None for nobody.

    Everyone is told once. Machines are never answered: no sender, Auto-Submitted, bulk, or a sender that wants none.
    """
    setting = of(tenant, address)
    sender = "" if setting["status"] == "disabled" or not is_away(tenant, setting) else sender_of(mail.text)
    if not sender or sender.lower() == address.lower():
        return None
    said = setting["internalReplyMessage" if inside else "externalReplyMessage"]
    if not said or not (inside or setting["externalAudience"] == "all"):
        return None
    known = "SELECT 1 FROM absence_answers WHERE mailbox = ? AND sender = ?"
    if tenant.store.one(known, address, sender.lower()):
        return None
    tenant.store.run("INSERT INTO absence_answers (mailbox, sender) VALUES (?, ?)", address, sender.lower())
    return sender, written(tenant, address, sender, mail, said)


def sender_of(raw: bytes) -> str:
    """The address to answer, "" when it is a machine's."""
    found = {each["name"].lower(): each["value"] for each in mime.headers_of(raw)}
    return_path = found.get("return-path")
    automatic = found.get("auto-submitted", "no").strip().lower() != "no" or "x-ms-exchange-inbox-rules-loop" in found
    unwanted = SUPPRESSED.search(found.get("x-auto-response-suppress", ""))
    if automatic or unwanted or MACHINE.fullmatch(found.get("precedence", "").strip()) or return_path == "<>":
        return ""
    return parseaddr(return_path or found.get("sender") or found.get("from") or "")[1]


def written(tenant: Tenant, address: str, sender: str, mail: Mail, said: str) -> Woven:
    about = mail.document
    markup = said if MARKUP.search(said) else f"<p>{escape(said)}</p>".replace("\n", "<br>")
    person = tenant.store.one("SELECT name FROM people WHERE address = ?", address)
    references = " ".join(filter(None, (mime.header(mail.text, "References"), about["internetMessageId"])))
    document = {
        "subject": f"Automatic reply: {about['subject']}",
        "body": {"contentType": "html", "content": f"<html><body>{markup}</body></html>"},
        "from": mime.recipient(address, person["name"] if person else ""),
        "toRecipients": [mime.recipient(sender)],
        "internetMessageId": mime_writing.new_internet_id(),
    }
    headers = (
        ("In-Reply-To", about["internetMessageId"]),
        ("References", references),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        ("X-MS-Exchange-Inbox-Rules-Loop", address),
        ("Return-Path", "<>"),
    )
    return mime_writing.written(document, tenant.clock.now(), (), [each for each in headers if each[1]])
