"""The site's document library: where papers go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bot.m365.errors import translated
from bot.m365.lists import Lists
from bot.m365.session import Tenant


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the library: its id, its address for people and its size in bytes."""

    id: str
    url: str
    size: int


class Library:
    """The site's default document library."""

    def __init__(self, tenant: Tenant, lists: Lists) -> None:
        self._tenant = tenant
        self._lists = lists
        self._drive_id = ""
        self._names: dict[str, str] | None = None

    def put(self, folder: str, name: str, content: bytes) -> StoredFile:
        """Store a file; the same name again becomes a new version of it (graph: driveItem put content)."""
        path = "/".join(quote(part, safe="") for part in [*folder.strip("/").split("/"), name] if part)
        what = f'file "{name}" in the library'
        with translated(what):
            target = self._tenant.client().drives[self._drive()].root
            parent, _, leaf = path.rpartition("/")
            if parent:
                target = target.get_by_path(parent)
            item = target.upload(leaf, content).execute_query()
        return _stored(item.properties)

    def describe(self, file: StoredFile, values: Mapping[str, str]) -> tuple[str, ...]:
        """Set columns of a file by their names on screen; returns those that the library does not have."""
        there = self._columns()
        fields = {there[label]: value for label, value in values.items() if label in there}
        if fields:
            with translated("the columns of a file in the library"):
                target = self._tenant.client().drives[self._drive()].items[file.id].list_item.fields
                for name, value in fields.items():
                    target.set_property(name, value)
                target.update().execute_query()
        return tuple(label for label in values if label not in there)

    def _columns(self) -> dict[str, str]:
        """What the library's columns are called on screen -> their own names."""
        if self._names is None:
            what = "the site's document library"
            drive = self._tenant.get(f"sites/{self._lists.site_id}/drive?$select=id,webUrl", what)
            lists = self._tenant.get(f"sites/{self._lists.site_id}/lists?$select=id,webUrl&$top=500", what)["value"]
            own = [str(each["id"]) for each in lists if each.get("webUrl") == drive.get("webUrl")]
            self._names = {column.label: column.name for title in own for column in self._lists.columns(title)}
        return self._names

    def check(self) -> None:
        """Raise the error an admin should see if the library cannot be reached."""
        self._drive()

    def _drive(self) -> str:
        if not self._drive_id:
            answer = self._tenant.get(f"sites/{self._lists.site_id}/drive?$select=id", "the site's document library")
            self._drive_id = str(answer["id"])
        return self._drive_id


def _stored(properties: dict[str, Any]) -> StoredFile:
    return StoredFile(str(properties["id"]), str(properties.get("webUrl", "")), int(properties.get("size") or 0))
