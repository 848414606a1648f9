"""The control interface: faults, the log, the clock, mail from outside and inside, and plain views for tests."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulator import absences, delivery, file_contents, founding, people, views
from emulator.clock import moment_of
from emulator.errors import ControlError, only
from emulator.file_responses import file_response
from emulator.store import Row
from emulator.tenant import Tenant

NO_PAGE = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}
LONGEST_LAG = 86_400
FIRST_YEAR, LAST_YEAR = 1900, 8900
VERDICTS = ("pass", "fail", "none")


class Control:
    """Handlers of `/_emulator/...`."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant

    async def add_fault(self, request: Request) -> Response:
        try:
            wish = decoded(await request.body())
            wishes = wish if isinstance(wish, list) else [wish]
            added = [self.tenant.faults.add(each).described() for each in wishes]
        except ValueError as error:
            raise ControlError(f"The fault cannot be read: {error}.") from error
        return JSONResponse(added if isinstance(wish, list) else added[0], 201)

    async def list_faults(self, _: Request) -> Response:
        return JSONResponse(self.tenant.faults.described())

    async def clear_faults(self, _: Request) -> Response:
        self.tenant.faults.clear()
        return Response(status_code=204)

    async def requests(self, _: Request) -> Response:
        return JSONResponse(list(self.tenant.log))

    async def clear_requests(self, _: Request) -> Response:
        self.tenant.log.clear()
        return Response(status_code=204)

    async def keep(self, request: Request) -> Response:
        """`{"as": "nudged"}`: what the tenant holds now, to be reset to."""
        name = (await body_of(request, ("as",))).get("as")
        if not isinstance(name, str) or not name:
            raise ControlError("What is kept needs a name, as in as.")
        self.tenant.store.keep(name)
        return Response(status_code=204)

    async def reset(self, request: Request) -> Response:
        """The seed again, or what was kept as `to`; no faults, no throttling, no log, real time."""
        kept = (await body_of(request, ("to",))).get("to")
        try:
            self._put_back(kept)
        except KeyError as error:
            raise ControlError(f"Nothing was kept as {kept!r}.") from error
        self.tenant.faults.clear()
        self.tenant.repeats.clear()
        self.tenant.secret_expired = False
        self.tenant.throttling.set({"outlook": False, "sharepoint": False})
        self.tenant.log.clear()
        self._set_clock(None)
        return Response(status_code=204)

    def _put_back(self, kept: object) -> None:
        if kept is None:
            founding.refound(self.tenant)
        else:
            founding.bring_back(self.tenant, str(kept))

    async def clock(self, request: Request) -> Response:
        body = await body_of(request, ("now",))
        if "now" not in body:
            raise ControlError("The clock needs now, an ISO date and time, or null for real time.")
        given = body["now"]
        moment = moment_of(given) if isinstance(given, str) else None
        if given is not None and moment is None:
            raise ControlError("now must be an ISO date and time, or null for real time.")
        if moment is not None and not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ControlError(f"now must be from {FIRST_YEAR} to {LAST_YEAR}, as SharePoint's own dates are.")
        self._set_clock(given)
        return JSONResponse({"now": self.tenant.clock.stamp()})

    async def read_clock(self, _: Request) -> Response:
        return JSONResponse({"now": self.tenant.clock.stamp()})

    def _set_clock(self, given: str | None) -> None:
        self.tenant.clock.set(moment_of(given) if given else None)
        self.tenant.store.remember("clock_offset", self.tenant.clock.offset)

    async def settings(self, request: Request) -> Response:
        """`sent_lag`: seconds until a sent copy can be seen; `secret_expired`: whether the secret still holds."""
        given = await body_of(request, ("sent_lag", "secret_expired"))
        lag, expired = given.get("sent_lag"), given.get("secret_expired", self.tenant.secret_expired)
        if not isinstance(expired, bool):
            raise ControlError("secret_expired must be true or false.")
        lag = given.get("sent_lag")
        is_number = isinstance(lag, int | float) and not isinstance(lag, bool)
        if lag is not None and not (is_number and 0 <= lag <= LONGEST_LAG):
            raise ControlError("sent_lag must be a number of seconds, up to a day.")
        if lag is not None:
            self.tenant.sent_lag = float(lag)
            self.tenant.store.remember("sent_lag", self.tenant.sent_lag)
        self.tenant.secret_expired = expired
        return JSONResponse({"sent_lag": self.tenant.sent_lag, "secret_expired": self.tenant.secret_expired})

    async def throttle(self, request: Request) -> Response:
        """`{"outlook": true, "sharepoint": {"units": 100}}`: what is throttled from now on."""
        wish = await body_of(request)
        try:
            self.tenant.throttling.set(wish)
        except ValueError as error:
            raise ControlError(f"The limits cannot be read: {error}.") from error
        return JSONResponse(self.tenant.throttling.described())

    async def read_throttling(self, _: Request) -> Response:
        return JSONResponse(self.tenant.throttling.described())

    async def absence(self, request: Request) -> Response:
        """Someone's automatic replies, as Graph's automaticRepliesSetting."""
        person = self._person(request)
        if person is None:
            return self._nobody(request)
        wish = await body_of(request, absences.NOBODY_AWAY)
        with self.tenant.store.transaction():
            return JSONResponse(absences.save(self.tenant, person["address"], wish))

    async def deliver(self, request: Request) -> Response:
        """Mail from outside, as bytes."""
        verdict = request.query_params.get("auth", "pass")
        if verdict not in VERDICTS:
            raise ControlError(f"auth is one of {', '.join(VERDICTS)}, not {verdict!r}.")
        return await self._take(request, lambda address, raw: delivery.receive(self.tenant, address, raw, verdict))

    async def send(self, request: Request) -> Response:
        """Mail that someone of the tenant sends, as bytes."""
        return await self._take(request, lambda address, raw: delivery.send_raw(self.tenant, address, raw))

    async def _take(self, request: Request, act: Any) -> Response:
        person = self._person(request)
        if person is None:
            return self._nobody(request)
        raw = await request.body()
        with self.tenant.store.transaction():
            row = act(person["address"], raw)
        return JSONResponse({"id": row["immutable_id"]}, 201)

    def _person(self, request: Request) -> Row | None:
        """Whose mailbox a call is about."""
        person = people.by_address(self.tenant, request.query_params.get("mailbox", ""))
        return None if person is None or person["kind"] == "outside" else person

    def _nobody(self, request: Request) -> Response:
        return refused(f"There is no mailbox {request.query_params.get('mailbox', '')!r} in this tenant.", 404)

    async def mailboxes(self, _: Request) -> Response:
        return JSONResponse(views.mailboxes(self.tenant))

    async def messages(self, request: Request) -> Response:
        address = people.without_tag(request.query_params.get("mailbox", ""))
        if people.by_address(self.tenant, address) is None:
            return self._nobody(request)
        return JSONResponse(views.messages(self.tenant, address, request.query_params.get("folder", "")))

    async def raw(self, request: Request) -> Response:
        row = views.message(self.tenant, request.path_params["key"])
        if row is None:
            return refused("There is no such message.", 404)
        return file_response(delivery.bytes_of(self.tenant, row), "message/rfc822", {})

    async def lists(self, _: Request) -> Response:
        return JSONResponse([views.whole_list(self.tenant, row) for row in views.lists(self.tenant)])

    async def library(self, _: Request) -> Response:
        return JSONResponse(views.files(self.tenant))

    async def content(self, request: Request) -> Response:
        row = self.tenant.store.one("SELECT * FROM entries WHERE id = ?", request.path_params["key"])
        if row is None or row["is_folder"]:
            return refused("There is no such file.", 404)
        version = request.query_params.get("version", "").partition(".")[0] or str(row["version"])
        if version not in {str(each["version"]) for each in file_contents.versions(self.tenant, row)}:
            return refused("There is no such version.", 404)
        return file_response(file_contents.of(self.tenant, row, int(version)), row["type"], NO_PAGE)

    def routes(self) -> list[Route]:
        rows = (
            ("POST", "/faults", self.add_fault),
            ("GET", "/faults", self.list_faults),
            ("DELETE", "/faults", self.clear_faults),
            ("GET", "/requests", self.requests),
            ("DELETE", "/requests", self.clear_requests),
            ("POST", "/keep", self.keep),
            ("POST", "/reset", self.reset),
            ("POST", "/clock", self.clock),
            ("GET", "/clock", self.read_clock),
            ("POST", "/settings", self.settings),
            ("POST", "/throttling", self.throttle),
            ("GET", "/throttling", self.read_throttling),
            ("POST", "/absences", self.absence),
            ("POST", "/messages", self.deliver),
            ("POST", "/send", self.send),
            ("GET", "/mailboxes", self.mailboxes),
            ("GET", "/messages", self.messages),
            ("GET", "/messages/{key}/raw", self.raw),
            ("GET", "/lists", self.lists),
            ("GET", "/library", self.library),
            ("GET", "/library/{key}/content", self.content),
        )
        return [Route(f"/_emulator{path}", handler, methods=[method]) for method, path, handler in rows]


async def body_of(request: Request, known: Iterable[str] | None = None) -> dict[str, Any]:
    """The JSON object of a body, with no keys but those known. Raises ControlError."""
    try:
        given = decoded(await request.body() or b"{}")
        if not isinstance(given, dict):
            raise ControlError("The body must be a JSON object in braces.")
        only(given, known or given, "The body")
    except ValueError as error:
        raise ControlError(f"The body cannot be read: {error}.") from error
    return given


def decoded(body: bytes) -> Any:
    """The JSON of a body that can be written again; ValueError for anything else, however deep or odd."""
    try:
        given = json.loads(body)
        json.dumps(given, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return given


def refused(sentence: str, status: int = 400) -> JSONResponse:
    return JSONResponse({"error": sentence}, status)
