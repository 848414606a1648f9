"""People of the directory."""

from __future__ import annotations

from typing import Any

from emulator import filters, mailboxes, odata, people
from emulator.calls import Call, Reply, answer
from emulator.errors import GraphError
from emulator.store import Row
from emulator.tenant import Tenant

USER = {"@odata.type": "#microsoft.graph.user"}


def listed(tenant: Tenant, call: Call) -> Reply:
    options = odata.options(call)
    rows = tenant.store.all("SELECT * FROM people WHERE kind <> 'outside' ORDER BY name")
    found = [whole(tenant, row, options) for row in rows]
    if options.filter:
        predicate, _ = filters.parse(options.filter)
        found = [user for user in found if predicate(user.get)]
    return answer(odata.page("users", [odata.shaped(user, options) for user in found[: options.top or 100]]))


def get(tenant: Tenant, call: Call, user: str) -> Reply:
    options = odata.options(call)
    return answer(odata.shaped(whole(tenant, find(tenant, user), options), options))


def whole(tenant: Tenant, row: Row, options: odata.Options) -> dict[str, Any]:
    more = people.more_shown(row)
    shown = people.shown(row) | {key: value for key, value in more.items() if options.selects(key)}
    above = manager_of(tenant, row) if "manager" in options.expand else None
    if above is not None:
        inner = odata.Options(select=options.expand["manager"].select)
        shown["manager"] = {**USER, **odata.shaped(people.shown(above), inner)}
    return shown


def manager(tenant: Tenant, call: Call, user: str) -> Reply:
    row = manager_of(tenant, find(tenant, user))
    if row is None:
        raise missing("manager")
    options = odata.options(call)
    shown = odata.shaped(whole(tenant, row, options), options)
    return answer({**USER, **shown})


def manager_of(tenant: Tenant, person: Row) -> Row | None:
    return tenant.store.one(
        "SELECT people.* FROM managers JOIN people ON people.address = managers.manager WHERE managers.person = ?",
        person["address"],
    )


def find(tenant: Tenant, key: str) -> Row:
    row = mailboxes.find_user(tenant, key)
    if row is None:
        raise missing(key)
    return row


def missing(key: str) -> GraphError:
    message = f"Resource '{key}' does not exist or one of its queried reference-property objects are not present."
    return GraphError(404, "Request_ResourceNotFound", message)


ROUTES = (
    ("GET", "/users", listed),
    ("GET", "/users/{user}", get),
    ("GET", "/users/{user}/manager", manager),
)
