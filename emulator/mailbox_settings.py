"""A mailbox's settings over Graph, automatic replies among them."""

from __future__ import annotations

from typing import Any

from emulator import absences, mailboxes
from emulator.calls import Call, Reply, answer, given
from emulator.errors import mail_access_denied
from emulator.tenant import Tenant

ZONE = "GMT Standard Time"
READ_ALL = "MailboxSettings.Read"
SETTINGS: dict[str, Any] = {
    "timeZone": ZONE,
    "delegateMeetingMessageDeliveryOptions": "sendToDelegateOnly",
    "dateFormat": "dd/MM/yyyy",
    "timeFormat": "HH:mm",
    "userPurpose": "user",
    "language": {"locale": "en-GB", "displayName": "English (United Kingdom)"},
    "workingHours": {
        "daysOfWeek": ["monday", "tuesday", "wednesday", "thursday", "friday"],
        "startTime": "08:00:00.0000000",
        "endTime": "17:00:00.0000000",
        "timeZone": {"name": ZONE},
    },
}


def enter(tenant: Tenant, call: Call, user: str) -> str:
    """The mailbox whose settings are read: the application's own, or anyone's with MailboxSettings.Read."""
    assert call.caller is not None
    person = mailboxes.find_user(tenant, user)
    if person is None or call.caller.is_admin or READ_ALL not in tenant.identity.roles:
        return mailboxes.enter(tenant, call, user)
    return str(person["address"])


def whole(tenant: Tenant, address: str) -> dict[str, Any]:
    return {**SETTINGS, "automaticRepliesSetting": absences.of(tenant, address)}


def get(tenant: Tenant, call: Call, user: str) -> Reply:
    return answer(whole(tenant, enter(tenant, call, user)))


def change(tenant: Tenant, call: Call, user: str) -> Reply:
    """Automatic replies can be changed; the other settings are the same for everyone."""
    address = mailboxes.enter(tenant, call, user)
    body = call.json()
    if set(body) - {"automaticRepliesSetting"} - {name for name in body if "@" in name}:
        raise mail_access_denied()
    absences.save(tenant, address, given(body, "automaticRepliesSetting", dict, {}))
    return answer(whole(tenant, address))


def automatic_replies(tenant: Tenant, call: Call, user: str) -> Reply:
    return answer(absences.of(tenant, enter(tenant, call, user)))


ROUTES = (
    ("GET", "/users/{user}/mailboxSettings", get),
    ("PATCH", "/users/{user}/mailboxSettings", change),
    ("GET", "/users/{user}/mailboxSettings/automaticRepliesSetting", automatic_replies),
)
