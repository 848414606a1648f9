"""The page for people and the control interface, on one address."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.middleware import Middleware

from emulator.control import Control
from emulator.file_pages import FilePages
from emulator.guards import OwnNameOnly
from emulator.list_pages import ListPages
from emulator.mail_pages import MailPages
from emulator.page import BoundedOnly, Page, SameSiteOnly
from emulator.tenant import Tenant
from emulator.writing_pages import WritingPages


def application(tenant: Tenant) -> Starlette:
    page = Page(tenant)
    rooms = (Control(tenant), MailPages(page), WritingPages(page), ListPages(page), FilePages(page))
    return Starlette(
        routes=[route for room in rooms for route in room.routes()],
        middleware=[Middleware(OwnNameOnly), Middleware(SameSiteOnly), Middleware(BoundedOnly)],
    )
