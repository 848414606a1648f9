"""What the numbers in person and lookup columns stand for."""

from __future__ import annotations

from emulator.fields import Definition, Named, People
from emulator.tenant import Tenant

MOST_OPTIONS = 500


def named(tenant: Tenant, people: People) -> Named:
    """Finds a person in the User Information List, and any other number in the list that the column looks into."""

    def find(definition: Definition, number: int) -> tuple[str, str] | None:
        if "personOrGroup" in definition:
            return people.get(number)
        row = tenant.store.one(
            "SELECT fields ->> ? AS name FROM items WHERE list = ? AND id = ? AND NOT deleted",
            *(f'$."{definition["lookup"]["columnName"]}"', definition["lookup"]["listId"], number),
        )
        return (str(row["name"] or ""), "") if row else None

    return find


def options(tenant: Tenant, definition: Definition, people: People) -> list[tuple[int, str]]:
    """What the column may hold, by name: the first 500 items of the list it looks into, or everyone."""
    if "personOrGroup" in definition:
        found = [(number, name or mail) for number, (name, mail) in people.items()]
    else:
        rows = tenant.store.all(
            "SELECT id, fields ->> ? AS name FROM items WHERE list = ? AND NOT deleted ORDER BY id LIMIT ?",
            *(f'$."{definition["lookup"]["columnName"]}"', definition["lookup"]["listId"], MOST_OPTIONS),
        )
        found = [(row["id"], str(row["name"] or f"item {row['id']}")) for row in rows]
    return sorted(found, key=lambda option: option[1].lower())
