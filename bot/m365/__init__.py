"""Microsoft 365, spoken to through office365-rest-python-client and msal, and nowhere else.

The library builds requests and reads answers. Retrying, waiting, signing in again and timeouts live in one adapter of
one session (session.py); delta links are followed by thin calls on that session, because the library drops them.
"""

from bot.m365.errors import (
    AccessRefused,
    ChangedMeanwhile,
    NotFound,
    Refused,
    ServiceFault,
    SignInRefused,
    SyncExpired,
    TenantError,
    Throttled,
    Unreachable,
)
from bot.m365.library import Library, StoredFile
from bot.m365.lists import Column, Lists, Row, RowPage
from bot.m365.mailbox import Draft, InboxPage, Mailbox, Suppressed
from bot.m365.people import SitePerson, read_people
from bot.m365.session import Credentials, Tenant

__all__ = [
    "AccessRefused",
    "ChangedMeanwhile",
    "Column",
    "Credentials",
    "Draft",
    "InboxPage",
    "Library",
    "Lists",
    "Mailbox",
    "NotFound",
    "Refused",
    "Row",
    "RowPage",
    "ServiceFault",
    "SignInRefused",
    "SitePerson",
    "StoredFile",
    "Suppressed",
    "SyncExpired",
    "Tenant",
    "TenantError",
    "Throttled",
    "Unreachable",
    "read_people",
]
