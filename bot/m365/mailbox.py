"""The one mailbox Planminder owns: keyed drafts that are sent, and the inbox that is read and tidied, never emptied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from office365.outlook.mail.item_body import ItemBody

from bot.m365.errors import NotFound, translated
from bot.m365.session import Tenant

# Fixed for ever: mails already sent are found again by it.
KEY_PROPERTY = "String {6d1f0a5c-98f4-4a0e-9d0f-5a7d41b3c2e8} Name PlanminderKey"
_IMMUTABLE = {"Prefer": 'IdType="ImmutableId"'}


class Suppressed(StrEnum):
    """Which automatic answers a mail wants none of, as Exchange's X-Auto-Response-Suppress says it ([MS-OXCMAIL])."""

    ALL = "All"
    ALL_BUT_ABSENCES = "DR, RN, NRN, AutoReply"


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail laid ready in Drafts; with immutable ids the sent copy keeps the id. `has_left` once it was sent."""

    id: str
    internet_message_id: str
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class InboxPage:
    """Ids of the messages that arrived, oldest first as Graph gives them, and the marker to ask from next time."""

    ids: tuple[str, ...]
    marker: str


class Mailbox:
    """A mailbox by its address; every call raises a TenantError that says what to do."""

    def __init__(self, tenant: Tenant, address: str) -> None:
        self._tenant = tenant
        self._address = address
        self._folders: dict[str, str] = {}

    def create_draft(
        self, *, key: str, to: str, subject: str, html: str, reply_to: str, suppressed: Suppressed = Suppressed.ALL
    ) -> Draft:
        """Lay a mail ready under our key; nothing leaves the mailbox yet (graph: create message)."""
        with translated(f"mailbox {self._address}"):
            message = self._client_user().messages.add(
                subject,
                ItemBody.html(html),
                [to],
                replyTo=[{"emailAddress": {"address": reply_to}}],
                internetMessageHeaders=[
                    {"name": "x-planminder-key", "value": key},
                    {"name": "x-auto-response-suppress", "value": suppressed.value},
                ],
                singleValueExtendedProperties=[{"id": KEY_PROPERTY, "value": key}],
            )
            message.execute_query()
        return _draft(message.properties)

    def find(self, key: str) -> Draft | None:
        """The mail with our key that an earlier run left, laid or already sent (graph: list messages, by property)."""
        wanted = f"singleValueExtendedProperties/Any(ep: ep/id eq '{KEY_PROPERTY}' and ep/value eq '{key}')"
        path = f"{self._path}/messages?$filter={quote(wanted, safe='')}&$select=id,internetMessageId,isDraft&$top=5"
        found = sorted(self._get(path).get("value", []), key=lambda each: bool(each.get("isDraft")))
        return _draft(found[0]) if found else None

    def is_draft(self, draft_id: str) -> bool:
        """Whether the draft still waits in the mailbox; False once it has left, or somebody removed it."""
        try:
            answer = self._get(f"{self._path}/messages/{draft_id}?$select=id,isDraft")
        except NotFound:
            return False
        return bool(answer.get("isDraft"))

    def send_draft(self, draft_id: str) -> None:
        """Hand the draft to Exchange (graph: message send). A lost answer raises Unreachable; it may have left."""
        with translated(f"mailbox {self._address}"):
            self._client_user().messages[draft_id].send().execute_query()

    def inbox(self, marker: str = "") -> InboxPage:
        """The messages that arrived since the marker; raises SyncExpired when it is too old."""
        link = marker or f"{self._path}/mailFolders/inbox/messages/delta?$select=id,receivedDateTime"
        ids: dict[str, None] = {}
        while True:
            answer = self._get(link)
            for item in answer.get("value", []):
                if "@removed" in item:
                    ids.pop(str(item["id"]), None)
                else:
                    ids[str(item["id"])] = None
            link = str(answer.get("@odata.nextLink", ""))
            if not link:
                return InboxPage(tuple(ids), str(answer["@odata.deltaLink"]))

    def raw(self, message_id: str) -> bytes:
        """The message as it came, in MIME (graph: message $value)."""
        with translated(f"message of {self._address}"):
            result = self._client_user().messages[message_id].get_content().execute_query()
        return bytes(result.value)

    def move(self, message_id: str, folder: str) -> None:
        """Put a message into a folder of the mailbox, which is made when it is missing; moving again is harmless."""
        destination = self._folder(folder)
        with translated(f"message of {self._address}"):
            self._client_user().messages[message_id].move(destination).execute_query()

    def ids_in(self, folder: str) -> frozenset[str]:
        """The messages that lie in a folder of the mailbox; none when there is no such folder."""
        found = self._folders.get(folder) or self._find_folder(folder)
        link = f"{self._path}/mailFolders/{found}/messages?$select=id&$top=500" if found else ""
        ids: set[str] = set()
        while link:
            answer = self._get(link)
            ids.update(str(item["id"]) for item in answer.get("value", []))
            link = str(answer.get("@odata.nextLink", ""))
        return frozenset(ids)

    def check(self) -> None:
        """Raise the error an admin should see if this mailbox cannot be used."""
        self._get(f"{self._path}/mailFolders/inbox?$select=id")

    def _folder(self, name: str) -> str:
        if name not in self._folders:
            self._folders[name] = self._find_folder(name) or self._make_folder(name)
        return self._folders[name]

    def _find_folder(self, name: str) -> str:
        wanted = quote(f"displayName eq '{name}'", safe="")
        found = self._get(f"{self._path}/mailFolders?$filter={wanted}").get("value", [])
        return next((str(each["id"]) for each in found if each["displayName"] == name), "")

    def _make_folder(self, name: str) -> str:
        with translated(f"mailbox {self._address}"):
            made = self._client_user().mail_folders.add(name).execute_query()
        return str(made.properties["id"])

    def _client_user(self) -> Any:
        return self._tenant.client().users[self._address]

    def _get(self, link: str) -> dict[str, Any]:
        return self._tenant.get(link, f"mailbox {self._address}", _IMMUTABLE)

    @property
    def _path(self) -> str:
        return f"users/{quote(self._address, safe='@')}"


def _draft(properties: Mapping[str, Any]) -> Draft:
    return Draft(
        str(properties["id"]), str(properties.get("internetMessageId") or ""), not properties.get("isDraft", True)
    )
