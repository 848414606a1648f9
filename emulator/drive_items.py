"""How a file or folder of the library looks from outside: its path, its addresses, its driveItem."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import jwt

from emulator import file_times, library
from emulator.clock import real_now
from emulator.store import Row
from emulator.tenant import Tenant

LINK_LIFE = 3600


def download_url(tenant: Tenant, entry: Row, version: int | None = None) -> str:
    """A short-lived address that needs no token."""
    claims = {"entry": entry["id"], "version": version or entry["version"], "exp": int(real_now()) + LINK_LIFE}
    pass_ = jwt.encode(claims, tenant.identity.signing_key, "HS256")
    base = f"{tenant.identity.site_url}/_layouts/15/download.aspx"
    return f"{base}?UniqueId={library.guid(entry)}&Translate=false&tempauth={pass_}&ApiVersion=2.0"


def shown(tenant: Tenant, shelf: Row, entry: Row) -> dict[str, Any]:
    """A driveItem."""
    path = library.path_of(tenant, entry)
    url = f"{tenant.identity.site_url}/{quote(library.FOLDER)}/{quote(path)}".rstrip("/")
    who = {"application": {"displayName": "planminder"}, "user": {"displayName": "SharePoint App"}}
    item: dict[str, Any] = {
        "createdDateTime": entry["created"],
        "eTag": library.etag(entry),
        "id": entry["id"],
        "lastModifiedDateTime": entry["modified"],
        "name": entry["name"],
        "webUrl": url,
        "cTag": f'"c:{{{library.guid(entry)}}},{entry["version"]}"',
        "size": entry["size"],
        "createdBy": who,
        "lastModifiedBy": who,
        "fileSystemInfo": file_times.shown(tenant, entry),
    }
    if entry["parent"]:
        above = path.rpartition("/")[0]
        item["parentReference"] = {
            "driveType": "documentLibrary",
            "driveId": library.drive_id(shelf),
            "id": entry["parent"],
            "path": f"/drives/{library.drive_id(shelf)}/root:" + (f"/{above}" if above else ""),
            "siteId": shelf["site"],
        }
    if entry["is_folder"]:
        item["folder"] = {"childCount": len(library.children(tenant, entry))}
        return item | ({} if entry["parent"] else {"root": {}})
    item["file"] = {"mimeType": entry["type"]}
    item["@microsoft.graph.downloadUrl"] = download_url(tenant, entry)
    return item
