"""People of the directory."""

from __future__ import annotations

from typing import Any

from emulator import filters, mailboxes, odata, people
from emulator.calls import Call, Reply, answer
from emulator.errors import GraphError
from emulator.store import Row
from emulator.tenant import Tenant


def listed(tenant: Tenant, call: Call) -> Reply:
    options = odata.options(call)
    rows = tenant.store.all("SELECT * FROM people WHERE kind <> 'outside' ORDER BY name")
    found = [whole(row, options) for row in rows]
    if options.filter:
        predicate, _ = filters.parse(options.filter)
        found = [user for user in found if predicate(user.get)]
    return answer(odata.page("users", [odata.shaped(user, options) for user in found[: options.top or 100]]))


def get(tenant: Tenant, call: Call, user: str) -> Reply:
    options = odata.options(call)
    return answer(odata.shaped(whole(find(tenant, user), options), options))


def whole(row: Row, options: odata.Options) -> dict[str, Any]:
    more = people.more_shown(row)
    return people.shown(row) | {key: value for key, value in more.items() if options.selects(key)}


def manager(tenant: Tenant, call: Call, user: str) -> Reply:
    find(tenant, user)
    raise missing("manager")


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
