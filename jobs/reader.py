"""How rows are read during one job: the site's people and each list's columns, fetched once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot import directory, rows
from bot.columns import Columns, find_columns
from bot.directory import Directory, Standing
from bot.m365 import Lists, NotFound, Row, read_people
from bot.plan import Action, Person
from bot.settings import PlanSettings, Settings
from bot.who_is_who import PostRow, holders, post_managers, standings
from jobs.kit import JobRefused, Kit


@dataclass(slots=True)
class Reader:
    """Reads rows of any plan; asks the tenant for people and columns when they are first needed."""

    kit: Kit
    _people: Directory | None = None
    _columns: dict[str, Columns] = field(default_factory=dict)

    @property
    def people(self) -> Directory:
        if self._people is None:
            self._people = read_directory(self.kit)
        return self._people

    def forget_people(self) -> None:
        """Somebody else stands behind a post now: people are asked for again when they are next needed."""
        self._people = None

    def columns(self, plan: PlanSettings) -> Columns:
        """The plan's column mapping; refuses to go on while a column is missing or of the wrong type."""
        if plan.name not in self._columns:
            present = self.kit.lists.columns(plan.list_title)
            columns = find_columns(present, plan.columns, plan.list_title)
            if columns.faults:
                raise JobRefused("\n".join(columns.faults))
            self._columns[plan.name] = columns
        return self._columns[plan.name]

    def read(self, plan: PlanSettings, row: Row) -> Action:
        settings = self.kit.settings
        conventions = settings.reading.conventions()
        basis = rows.Basis(self.columns(plan), self.people, settings.zone, self.kit.today, conventions)
        return rows.to_action(plan.name, row.id, row.version, row.fields, basis)

    def fingerprint(self, plan: PlanSettings) -> str:
        """Changes whenever the same row would read differently; the rows that the ledger keeps are then read afresh."""
        people = self.people
        behind = (people.by_post, people.bad_addresses, people.holders)
        known = (sorted(people.by_lookup.items()), *(sorted(each.items()) for each in behind))
        columns, reading = sorted(self.columns(plan).names.items()), self.kit.settings.reading
        means = (sorted(reading.colours.items()), sorted(reading.aliases.items()))
        return hashlib.sha256(repr((columns, known, means)).encode()).hexdigest()


def read_directory(kit: Kit) -> Directory:
    """Everybody the site knows, and who stands behind each post according to the list of posts."""
    people = _people(kit.lists)
    ours = kit.settings.tenant.mailbox
    try:
        posts = _posts(kit.lists, kit.settings, people)
    except NotFound:
        return directory.build(people, (), ours=ours)
    return directory.build(
        people,
        ((row.post, row.behind) for row in posts),
        ((row.post, row.bad_address) for row in posts),
        ours,
        standings(posts),
        post_managers(posts),
        holders(posts),
    )


def read_posts(lists: Lists, settings: Settings) -> tuple[PostRow, ...]:
    """The list of posts; raises NotFound where the site has none."""
    return _posts(lists, settings, _people(lists))


def _posts(lists: Lists, settings: Settings, people: Sequence[tuple[str, Person]]) -> tuple[PostRow, ...]:
    known = directory.build(people, (), ours=settings.tenant.mailbox)
    return tuple(_post(row, known, settings.zone) for row in lists.all_rows(settings.people.list))


def _people(lists: Lists) -> list[tuple[str, Person]]:
    return [(each.lookup_id, Person(each.name, each.address)) for each in read_people(lists)]


def _post(row: Row, known: Directory, zone: ZoneInfo) -> PostRow:
    return PostRow(
        rows.plain(str(row.fields.get("Title") or "")),
        _holders(row, known),
        _standing(row, known, zone),
        _bad_address(row),
        tuple(
            column
            for column in ("Person", "Deputy", "Manager")
            if len(_picked(row, column, known)) < len(rows.lookups(row.fields, column))
        ),
    )


def _holders(row: Row, known: Directory) -> tuple[Person, ...]:
    """The people of a posts row: those of its person column, then those of its address column."""
    people = _picked(row, "Person", known)
    for address in _addresses(row):
        people += known.behind(address) if directory.address_of(address) else ()
    return tuple(people)


def _standing(row: Row, known: Directory, zone: ZoneInfo) -> Standing:
    manager, deputy = (next(iter(_picked(row, column, known)), None) for column in ("Manager", "Deputy"))
    away_from, away_to = (
        rows.day_of(str(row.fields[column]), zone) if row.fields.get(column) else None
        for column in ("AwayFrom", "AwayTo")
    )
    return Standing(manager, deputy, away_from, away_to)


def _picked(row: Row, column: str, known: Directory) -> list[Person]:
    return [known.by_lookup[each] for each in rows.lookups(row.fields, column) if each in known.by_lookup]


def _addresses(row: Row) -> list[str]:
    written = rows.plain(str(row.fields.get("Address") or ""))
    return [address.strip() for address in written.replace(";", ",").split(",") if address.strip()]


def _bad_address(row: Row) -> str:
    return ", ".join(address for address in _addresses(row) if not directory.address_of(address))
