"""Delta tokens: opaque, tied to one collection, and worthless once they have been expired."""

from __future__ import annotations

from typing import Any

from emulator import odata
from emulator.calls import Call
from emulator.errors import GraphError, bad_request
from emulator.tenant import Tenant


def generation(tenant: Tenant) -> int:
    return int(tenant.store.recall("delta_generation", 0))


def expire_all(tenant: Tenant) -> None:
    """Every delta token given out so far answers 410 from now on."""
    tenant.store.remember("delta_generation", generation(tenant) + 1)


def beginning(tenant: Tenant) -> dict[str, Any]:
    """The state of a first round: what was gone when it began is never told, on none of its pages."""
    return {"since": 0, "began": tenant.store.change}


def token(tenant: Tenant, collection: str, since: int, **more: Any) -> str:
    return odata.packed({"c": collection, "since": since, "g": generation(tenant), **more})


def opened(tenant: Tenant, call: Call, text: str, collection: str) -> dict[str, Any]:
    """What a token says. Raises a 400 when it belongs elsewhere, a 410 with a fresh start when it has expired."""
    state = odata.unpacked(text)
    numbers = (state.get("since"), state.get("began", 0))
    if state.get("c") != collection or not all(isinstance(each, int) and 0 <= each < 2**60 for each in numbers):
        raise bad_request("The token in the request is not valid for this resource.")
    if state.get("g") != generation(tenant):
        raise expired(call)
    return state


def expired(call: Call) -> GraphError:
    is_mail = "/messages/delta" in call.path.lower().replace("()", "")
    start = {"Location": f"https://{call.host}{call.path.replace(' ', '%20')}"}
    if is_mail:
        message = "The sync state generation is not found; restart without a token."
        return GraphError(410, "syncStateNotFound", message, headers=start)
    message = "Resync required. Replace any local items with the server's version."
    return GraphError(410, "resyncRequired", message, inner="resyncChangesApplyDifferences", headers=start)
