"""SharePoint lists: columns, rows, changes since a marker, and careful writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from bot.m365.errors import NotFound, translated
from bot.m365.session import Tenant

PAGE = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A list column: internal name, name on screen, and kind (text, note, choice, dateTime, personOrGroup, …)."""

    name: str
    label: str
    kind: str
    choices: tuple[str, ...] = ()
    several: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A list item: its id, eTag and field values as Graph gives them; `deleted` rows carry no fields."""

    id: str
    version: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    modified_by: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class RowPage:
    """All rows that changed, the last state of each, and the marker to ask from next time."""

    rows: tuple[Row, ...]
    marker: str


class Lists:
    """The lists of one site, found by their titles."""

    def __init__(self, tenant: Tenant, site_url: str) -> None:
        self._tenant = tenant
        self._site_url = site_url
        self._site_id = ""

    @property
    def site_id(self) -> str:
        if not self._site_id:
            parts = urlsplit(self._site_url)
            path = f"sites/{parts.netloc}:{quote(parts.path.rstrip('/'))}" if parts.path.strip("/") else "sites/root"
            self._site_id = str(self._tenant.get(path, f"site {self._site_url}")["id"])
        return self._site_id

    def columns(self, title: str) -> tuple[Column, ...]:
        """The columns of a list (graph: list columns); raises NotFound when there is no such list."""
        answer = self._tenant.get(f"{self._path(title)}/columns?$top=500", f'list "{title}"')
        return tuple(_column(each) for each in answer["value"])

    def exists(self, title: str) -> bool:
        try:
            self._tenant.get(self._path(title), f'list "{title}"')
        except NotFound:
            return False
        return True

    def url(self, title: str) -> str:
        return str(self._tenant.get(self._path(title), f'list "{title}"').get("webUrl", ""))

    def create(self, title: str, description: str = "") -> None:
        """Make an empty list; its columns are added with `add_column`."""
        what = f'list "{title}"'
        with translated(what):
            lists = self._client_site().lists
            made = lists.add(title)
            made.set_property("description", description)
            made.execute_query()

    def add_column(self, title: str, name: str, label: str, **facet: object) -> None:
        """Add a column with one Graph facet, e.g. `choice={"choices": [...]}` (graph: columnDefinition)."""
        with translated(f'column "{label}" of list "{title}"'):
            columns = self._client_list(title).columns
            columns.add(name=name, displayName=label, **facet).execute_query()

    def rows(self, title: str, marker: str = "") -> RowPage:
        """Every row, or with a marker only what changed since; raises SyncExpired when the marker is too old.

        A row that changed twice may come twice: the last one counts. The marker is Graph's whole deltaLink.
        """
        what = f'list "{title}"'
        link = marker or f"{self._path(title)}/items/delta?$expand=fields&$top={PAGE}"
        found: dict[str, Row] = {}
        while True:
            answer = self._tenant.get(link, what)
            for item in answer.get("value", []):
                row = _row(item)
                found.pop(row.id, None)
                found[row.id] = row
            link = str(answer.get("@odata.nextLink", ""))
            if not link:
                return RowPage(tuple(found.values()), str(answer["@odata.deltaLink"]))

    def all_rows(self, title: str, names: Sequence[str] = ()) -> tuple[Row, ...]:
        """Every row, with only the fields named if any are, and no marker: for lists that are read whole."""
        wanted = f"($select={','.join(names)})" if names else ""
        link = f"{self._path(title)}/items?$expand=fields{wanted}&$top={PAGE}"
        found: dict[str, Row] = {}
        while link:
            answer = self._tenant.get(link, f'list "{title}"')
            found.update((str(item["id"]), _row(item)) for item in answer.get("value", []))
            link = str(answer.get("@odata.nextLink", ""))
        return tuple(found.values())

    def row(self, title: str, row_id: str) -> Row:
        answer = self._tenant.get(f"{self._path(title)}/items/{row_id}?$expand=fields", f'row {row_id} of "{title}"')
        return _row(answer)

    def add_row(self, title: str, fields: Mapping[str, object]) -> str:
        """Add a row and return its id."""
        with translated(f'list "{title}"'):
            item = self._client_list(title).items.add(**fields).execute_query()
        return str(item.properties["id"])

    def update_row(self, title: str, row_id: str, version: str, fields: Mapping[str, object]) -> Row:
        """Write only `fields`, and only if the row is still at `version`; returns the row as it then reads.

        Raises ChangedMeanwhile when somebody else was first (HTTP 412 or 409).
        """
        with translated(f'row {row_id} of "{title}"'):
            target = self._client_list(title).items[row_id].fields
            for name, value in fields.items():
                target.set_property(name, value)
            target.update().before_execute(lambda request: request.set_header("If-Match", version))
            target.execute_query()
        return self.row(title, row_id)

    def _client_site(self) -> Any:
        return self._tenant.client().sites[self.site_id]

    def _client_list(self, title: str) -> Any:
        return self._client_site().lists[quote(title, safe="")]

    def _path(self, title: str) -> str:
        return f"sites/{self.site_id}/lists/{quote(title, safe='')}"


_KINDS = ("choice", "dateTime", "personOrGroup", "number", "boolean", "lookup", "currency", "calculated")


def _column(answer: Mapping[str, Any]) -> Column:
    kind = next((kind for kind in _KINDS if answer.get(kind) is not None), "text")
    if kind == "text" and (answer.get("text") or {}).get("allowMultipleLines"):
        kind = "note"
    facet: Mapping[str, Any] = answer.get(kind) or {}
    return Column(
        name=str(answer["name"]),
        label=str(answer.get("displayName", answer["name"])),
        kind=kind,
        choices=tuple(facet.get("choices", ())) if kind == "choice" else (),
        several=bool(facet.get("allowMultipleSelection")),
        read_only=bool(answer.get("readOnly")),
    )


def _row(item: Mapping[str, Any]) -> Row:
    if "deleted" in item:
        return Row(str(item["id"]), deleted=True)
    identities = item.get("lastModifiedBy") or {}
    editor = identities.get("user") or identities.get("application") or {}
    return Row(
        str(item["id"]),
        str(item.get("eTag") or item.get("@odata.etag") or ""),
        dict(item.get("fields") or {}),
        str(editor.get("displayName") or editor.get("email") or ""),
    )
