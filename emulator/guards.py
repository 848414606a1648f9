"""Who may talk to the page and the control interface: whoever came to this machine's own address."""

from __future__ import annotations

from ipaddress import ip_address

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class OwnNameOnly:
    """Refuses a request by another name than the machine's own: a site whose name is made to lead here has its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            port = scope["server"][1]
            hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
            if len(hosts) != 1 or not is_own(hosts[0], port):
                sentence = f"The tenant's page is at http://127.0.0.1:{port}, and answers to no other name."
                await PlainTextResponse(sentence, 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def is_own(host: str, port: int) -> bool:
    """Whether a Host header is a loopback name or address with this port."""
    name, _, given = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not given.isdecimal():
        name, given = host, "80"
    if given != str(port):
        return False
    if name.lower() == "localhost":
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def from_elsewhere(request: Request) -> bool:
    """Whether a browser says that a page of another site made it send this; programs say nothing.

    The page's own forms may have the origin `null`, by its policy on referrers.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site not in {"same-origin", "none"}:
        return True
    own = {f"http://{request.headers.get('host', '')}".lower()} | ({"null"} if site is not None else set())
    return origin is not None and origin.lower() not in own
