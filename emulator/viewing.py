"""The page for people and the control interface, on one address."""

from __future__ import annotations

import sqlite3

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from emulator.control import Control
from emulator.errors import FULL, ControlError, GraphError, is_full_disk
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
        exception_handlers={
            ClientDisconnect: gone,
            ControlError: not_understood,
            GraphError: not_readable,
            OSError: not_kept,
            sqlite3.OperationalError: not_kept,
        },
    )


async def gone(_: Request, __: Exception) -> Response:
    """Nobody is there any more to read this."""
    return Response(status_code=400)


async def not_understood(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 400)


async def not_readable(_: Request, error: Exception) -> Response:
    """A mail that nobody could read, in Graph's own words."""
    assert isinstance(error, GraphError)
    return JSONResponse({"error": error.message}, error.status)


async def not_kept(_: Request, error: Exception) -> Response:
    if not is_full_disk(error):
        raise error
    return JSONResponse({"error": FULL}, 507)
