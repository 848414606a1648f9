"""The people a site knows: its hidden User Information List, where person columns point to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.m365.lists import Lists

USER_INFORMATION_LIST = "User Information List"


@dataclass(frozen=True, slots=True)
class SitePerson:
    """One entry of the User Information List; groups and leavers have no address."""

    lookup_id: str
    name: str
    address: str


def read_people(lists: Lists) -> tuple[SitePerson, ...]:
    """Everyone the site knows, by the ids that person columns hold."""
    page = lists.all_rows(USER_INFORMATION_LIST, ("Title", "EMail"))
    return tuple(
        SitePerson(row.id, str(row.fields.get("Title") or ""), str(row.fields.get("EMail") or "").strip().lower())
        for row in page
    )
