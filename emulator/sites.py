"""Sites: found by path, id or search, and granted to applications as `Sites.Selected` does."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from emulator import odata
from emulator.calls import Call, Caller, Reply, answer, empty
from emulator.errors import access_denied, bad_request, not_found
from emulator.store import Row
from emulator.tenant import Tenant
from emulator.urls import addressed

DEPRECATED = "GrantedToIdentities has been deprecated. Refer to GrantedToIdentitiesV2"
ROLES = ("read", "write", "owner", "fullcontrol", "manage")


def find(tenant: Tenant, key: str) -> Row | None:
    """A site by `host`, `host:path`, `root`, `host,collection,web` or the GUID of its collection or web."""
    name, path = addressed(key)
    host = tenant.identity.host
    if path is not None or ("." in name and "," not in name):
        if name.lower() != host:
            raise bad_request("Invalid hostname for this tenancy")
        return tenant.store.one("SELECT * FROM sites WHERE host = ? AND path = ?", host, "/" + (path or "").strip("/"))
    if name.lower() == "root":
        return tenant.store.one("SELECT * FROM sites WHERE host = ? AND path = '/'", host)
    sites = tenant.store.all("SELECT * FROM sites")
    return next((site for site in sites if name.lower() in {site["id"].lower(), *site["id"].lower().split(",")}), None)


def enter(tenant: Tenant, call: Call, key: str) -> Row:
    """The site, once the caller may read it (or, when the call changes something, write to it)."""
    site = find(tenant, key)
    assert call.caller is not None
    role = granted(tenant, call.caller, site) if site else None
    if site is None or role is None or (call.method != "GET" and role == "read"):
        raise access_denied()
    return site


def granted(tenant: Tenant, caller: Caller, site: Row) -> str | None:
    if caller.is_admin:
        return "fullcontrol"
    rows = tenant.store.all("SELECT role FROM grants WHERE site = ? AND application = ?", site["id"], caller.client_id)
    roles = [row["role"] for row in rows]
    return next((role for role in reversed(ROLES) if role in roles), None)


def shown(tenant: Tenant, site: Row) -> dict[str, Any]:
    url = f"https://{site['host']}{site['path'].rstrip('/')}"
    return {
        "createdDateTime": site["created"],
        "description": "",
        "id": site["id"],
        "isPersonalSite": False,
        "lastModifiedDateTime": site["created"],
        "name": site["path"].rstrip("/").rpartition("/")[2] or "root",
        "webUrl": url,
        "displayName": site["title"],
        "root": {},
        "siteCollection": {"hostname": site["host"]},
    }


def get(tenant: Tenant, call: Call, site: str) -> Reply:
    return answer(odata.shaped(shown(tenant, enter(tenant, call, site)), odata.options(call)))


def search(tenant: Tenant, call: Call) -> Reply:
    """The sites granted to the caller whose title or address has the words."""
    assert call.caller is not None
    words = (call.query.get("search") or call.query.get("$search") or "").strip('"* ').lower()
    found = [
        odata.shaped(shown(tenant, site), odata.options(call))
        for site in tenant.store.all("SELECT * FROM sites ORDER BY path")
        if granted(tenant, call.caller, site) and words in f"{site['title']} {site['path']}".lower()
    ]
    return answer(odata.page("sites", found))


def permissions(tenant: Tenant, call: Call, site: str) -> Reply:
    here = administered(tenant, call, site)
    rows = tenant.store.all("SELECT * FROM grants WHERE site = ?", here["id"])
    return answer(odata.page(f"sites('{here['id']}')/permissions", [shown_grant(row) for row in rows]))


def grant(tenant: Tenant, call: Call, site: str) -> Reply:
    here = administered(tenant, call, site)
    body = call.json()
    roles = body.get("roles") or []
    holders = body.get("grantedToIdentities") or body.get("grantedToIdentitiesV2") or []
    applications = [holder.get("application") or {} for holder in holders if isinstance(holder, dict)]
    if not isinstance(roles, list) or len(roles) != 1 or roles[0] not in ROLES:
        raise bad_request("roles must name one of: " + ", ".join(ROLES))
    if len(applications) != 1 or not applications[0].get("id"):
        raise bad_request("grantedToIdentities must name one application by its id.")
    application = applications[0]
    tenant.store.run("DELETE FROM grants WHERE site = ? AND application = ?", here["id"], application["id"])
    tenant.store.run(
        "INSERT INTO grants (id, site, application, name, role) VALUES (?, ?, ?, ?, ?)",
        f"aTowaS50fG1zLnNwLmV4dH{uuid4().hex}",
        here["id"],
        application["id"],
        str(application.get("displayName") or ""),
        roles[0],
    )
    row = tenant.store.one("SELECT * FROM grants WHERE site = ? AND application = ?", here["id"], application["id"])
    assert row is not None
    return answer(shown_grant(row), 201)


def permission(tenant: Tenant, call: Call, site: str, permission: str) -> Reply:
    return answer(shown_grant(find_grant(tenant, administered(tenant, call, site), permission)))


def change_permission(tenant: Tenant, call: Call, site: str, permission: str) -> Reply:
    row = find_grant(tenant, administered(tenant, call, site), permission)
    roles = call.json().get("roles") or []
    if len(roles) != 1 or roles[0] not in ROLES:
        raise bad_request("roles must name one of: " + ", ".join(ROLES))
    tenant.store.run("UPDATE grants SET role = ? WHERE id = ?", roles[0], row["id"])
    return permission_answer(tenant, row["id"])


def permission_answer(tenant: Tenant, key: str) -> Reply:
    row = tenant.store.one("SELECT * FROM grants WHERE id = ?", key)
    assert row is not None
    return answer(shown_grant(row))


def revoke(tenant: Tenant, call: Call, site: str, permission: str) -> Reply:
    row = find_grant(tenant, administered(tenant, call, site), permission)
    tenant.store.run("DELETE FROM grants WHERE id = ?", row["id"])
    return empty()


def administered(tenant: Tenant, call: Call, key: str) -> Row:
    assert call.caller is not None
    site = find(tenant, key)
    if not call.caller.is_admin:
        raise access_denied()
    if site is None:
        raise not_found()
    return site


def find_grant(tenant: Tenant, site: Row, key: str) -> Row:
    row = tenant.store.one("SELECT * FROM grants WHERE site = ? AND id = ?", site["id"], key)
    if row is None:
        raise not_found()
    return row


def shown_grant(row: Row) -> dict[str, Any]:
    identity = {"application": {"displayName": row["name"], "id": row["application"]}}
    return {
        "id": row["id"],
        "@deprecated.GrantedToIdentities": DEPRECATED,
        "roles": [row["role"]],
        "grantedToIdentitiesV2": [identity],
        "grantedToIdentities": [identity],
    }


ROUTES = (
    ("GET", "/sites", search),
    ("GET", "/sites/{site}", get),
    ("GET", "/sites/{site}/permissions", permissions),
    ("POST", "/sites/{site}/permissions", grant),
    ("GET", "/sites/{site}/permissions/{permission}", permission),
    ("PATCH", "/sites/{site}/permissions/{permission}", change_permission),
    ("DELETE", "/sites/{site}/permissions/{permission}", revoke),
)
