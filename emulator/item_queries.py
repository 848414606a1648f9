"""The items of a list, many at a time: paged, filtered, ordered, and not searched without an index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from emulator import fields, filters, items, odata
from emulator.calls import Call, Reply, answer
from emulator.errors import bad_request
from emulator.store import Row
from emulator.tenant import Tenant

WARNING = "HonorNonIndexedQueriesWarningMayFailRandomly"


def listed(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    sheet = items.enter(tenant, call, site, list_key)
    options = odata.options(call)
    check_query(sheet, call, options)
    size = min(options.top or items.PAGE, items.CEILING)
    rows, following = read_page(tenant, call, sheet, options, size)
    found = [odata.shaped(items.shown(sheet, row, options.expand), options) for row in rows]
    onward = odata.link(call, "$skiptoken", odata.packed(following)) if following else None
    return answer(odata.page(f"sites('{sheet.row['site']}')/lists('{sheet.id}')/items", found, next_link=onward))


def read_page(
    tenant: Tenant, call: Call, sheet: items.Sheet, options: odata.Options, size: int
) -> tuple[list[Row], dict[str, Any] | None]:
    """One page of rows and where the next begins: after an item's number, or in a sorted list at an offset."""
    if options.orderby:
        rows = ordered(sheet, list(matching(tenant, sheet, options, 0)), options.orderby)
        start = odata.position(call, "offset") or options.skip
        return rows[start : start + size], {"offset": start + size} if len(rows) > start + size else None
    page: list[Row] = []
    for row in matching(tenant, sheet, options, odata.position(call, "after")):
        if len(page) == size:
            return page, {"after": page[-1]["id"]}
        page.append(row)
    return page, None


def matching(tenant: Tenant, sheet: items.Sheet, options: odata.Options, after: int) -> Iterator[Row]:
    rows = tenant.store.each(
        "SELECT * FROM items WHERE list = ? AND id > ? AND NOT deleted ORDER BY id", sheet.id, after
    )
    if not options.filter:
        return rows
    predicate, _ = filters.parse(options.filter)
    return (row for row in rows if predicate(lookup(sheet, row)))


def lookup(sheet: items.Sheet, row: Row) -> filters.Lookup:
    def look(path: str) -> Any:
        name = path.removeprefix("fields/")
        if name == path:
            return items.shown(sheet, row, {}).get(path)
        return items.field_values(sheet, row, (name,)).get(name)

    return look


def ordered(sheet: items.Sheet, rows: list[Row], orderby: str) -> list[Row]:
    for clause in reversed(orderby.split(",")):
        path, _, direction = clause.strip().partition(" ")
        rows.sort(
            key=lambda row, path=path: sortable(lookup(sheet, row)(path)),  # type: ignore[misc]
            reverse=direction.strip().lower() == "desc",
        )
    return rows


def sortable(value: Any) -> tuple[int, Any]:
    return (0, "") if value is None else (1, value) if isinstance(value, int | float) else (2, str(value).lower())


def check_query(sheet: items.Sheet, call: Call, options: odata.Options) -> None:
    """A filter or an order by a column without an index is refused unless the caller says that it may fail."""
    for name, inner in options.expand.items():
        if name.lower() == "fields":
            fields.check_lookups(sheet.definitions, inner.select)
    paths = filters.parse(options.filter)[1] if options.filter else []
    paths += [clause.split()[0] for clause in (options.orderby or "").split(",") if clause.split()]
    by_name = {name.lower(): definition for name, definition in sheet.definitions.items()}
    for path in paths:
        name = path.removeprefix("fields/").lower()
        definition = by_name.get(name) or by_name.get(name.removesuffix("lookupid"))
        if path.startswith("fields/") and definition is None and name != "id":
            raise bad_request(f"Field '{path.removeprefix('fields/')}' is not recognized")
        if definition and not definition["indexed"] and call.prefers(WARNING) is None:
            raise bad_request(
                f"Field '{definition['name']}' cannot be referenced in filter or orderby as it is not indexed. "
                f"Provide the 'Prefer: {WARNING}' header to allow this, but be warned that such queries may fail on "
                "large lists."
            )


ROUTES = (("GET", "/sites/{site}/lists/{list_key}/items", listed),)
