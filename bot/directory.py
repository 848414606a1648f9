"""Who stands behind the parties of a plan: people by their site entry, by post, by address or by full name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.plan import Holder, Person

_ADDRESS = re.compile(r"(?:mailto:)?(?P<address>[^\s<>@:,;]+@[^\s<>@:,;]+\.[a-z]{2,})", re.IGNORECASE)


def fold(text: str) -> str:
    """A party's name without case, punctuation and doubled spaces, for comparing."""
    return " ".join(re.sub(r"[^\w&/]+", " ", text.casefold()).split())


def address_of(text: str) -> str:
    """A mail address in lower case, without the "mailto:" of a copied link; "" where the text is none."""
    match = _ADDRESS.fullmatch(text.strip())
    return match["address"].lower() if match else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands above a person and in for them while they are away, from `away_from` to `away_to`, both included."""

    manager: Person | None = None
    deputy: Person | None = None
    away_from: date | None = None
    away_to: date | None = None

    def back(self, today: date) -> date | None:
        """The first day after an absence that has begun, a long time off where its end is open; None without one."""
        if (self.away_from is None and self.away_to is None) or (self.away_from or today) > today:
            return None
        return self.away_to + timedelta(days=1) if self.away_to else date.max

    def is_away(self, today: date) -> bool:
        """An absence with one end open lasts until, or since, the day that is given."""
        back = self.back(today)
        return back is not None and back > today


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody who can be mailed: `by_lookup` by person-column id, `by_post` by folded post, `by_name` by folded name.

    A name two people share is in neither: better a question than a stranger mailed. `bad_addresses` holds what is
    written, by folded post, where an address was meant and none can be read, `holders` the posts, folded, whose people
    do not simply hold them. `ours` is the mailbox we send from: nobody is ever found behind it. `standings` say, by
    address, who stands above and in for people, `post_managers` who stands above somebody in a post, by folded post and
    address.
    """

    by_lookup: Mapping[str, Person] = field(default_factory=dict)
    by_post: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    by_name: Mapping[str, Person] = field(default_factory=dict)
    bad_addresses: Mapping[str, str] = field(default_factory=dict)
    ours: str = ""
    standings: Mapping[str, Standing] = field(default_factory=dict)
    post_managers: Mapping[tuple[str, str], Person | None] = field(default_factory=dict)
    holders: Mapping[str, Holder] = field(default_factory=dict)

    def behind(self, party: str) -> tuple[Person, ...]:
        """The people behind a party as printed; empty when nobody is known."""
        posted = self.by_post.get(fold(party))
        if posted:
            return posted
        address = address_of(party)
        if same_mailbox(address, self.ours):
            return ()
        if address:
            return (self.person_at(address),)
        named = self.by_name.get(fold(party))
        return (named,) if named else ()

    def person_at(self, address: str) -> Person:
        """The person whose address this is, under the name the site knows, else under the address."""
        return next((each for each in self.by_lookup.values() if each.address == address), Person(address, address))

    def known_as(self, written: str) -> tuple[str, Person] | None:
        """The one person of the site whom an address or a full name names, with their person-column id."""
        address = address_of(written)
        if address:
            return next((pair for pair in self.by_lookup.items() if pair[1].address == address), None)
        named = self.by_name.get(fold(written))
        return next((pair for pair in self.by_lookup.items() if pair[1] == named), None)

    def bears_alone(self, forename: str) -> Person | None:
        """The one person of the site whose full name begins with a forename; None for nobody or several."""
        found = {each for each in self.by_lookup.values() if fold(each.name).partition(" ")[0] == fold(forename)}
        return found.pop() if len(found) == 1 else None

    @property
    def vouched(self) -> frozenset[str]:
        """The addresses that the site knows, or that somebody entered in the list of posts."""
        people = [*self.by_lookup.values(), *(person for holders in self.by_post.values() for person in holders)]
        people += [each for own in self.standings.values() for each in (own.manager, own.deputy) if each]
        return frozenset(person.address for person in people)

    def bad_address(self, party: str) -> str:
        """What is written where an address of a party should be, and is none; good ones may stand beside it."""
        return self.bad_addresses.get(fold(party), "")

    def holder_of(self, party: str) -> Holder:
        """What the people behind a party are to it."""
        return self.holders.get(fold(party), Holder.OF_POST)

    def stand_ins(self, away: Collection[str]) -> dict[str, Person]:
        """Who stands in for each of those at the addresses `away`: their deputy, or that one's where they are away too.

        Nobody for whom all of these are away: they are asked themselves.
        """
        found = {address: self._present(address, away) for address in away}
        return {address: person for address, person in found.items() if person}

    def _present(self, address: str, away: Collection[str]) -> Person | None:
        seen = {address}
        deputy = self._deputy(address)
        while deputy and deputy.address in away:
            if deputy.address in seen:
                return None
            seen.add(deputy.address)
            deputy = self._deputy(deputy.address)
        return deputy

    def _deputy(self, address: str) -> Person | None:
        return self.standings[address].deputy if address in self.standings else None


def same_mailbox(address: str, mailbox: str) -> bool:
    """Whether an address reaches a mailbox, with or without a plus tag."""
    name, _, domain = address.lower().partition("@")
    return f"{name.partition('+')[0]}@{domain}" == mailbox.lower()


def build(
    people: Iterable[tuple[str, Person]],
    posts: Iterable[tuple[str, tuple[Person, ...]]],
    bad_addresses: Iterable[tuple[str, str]] = (),
    ours: str = "",
    standings: Mapping[str, Standing] | None = None,
    post_managers: Mapping[tuple[str, str], Person | None] | None = None,
    holders: Mapping[str, Holder] | None = None,
) -> Directory:
    """A directory of (lookup id, person) pairs and (post, people) pairs; entries without an address count as nobody."""
    by_lookup = {lookup: each for lookup, each in people if each.address and not same_mailbox(each.address, ours)}
    by_name: dict[str, Person | None] = {}
    for person in by_lookup.values():
        name = fold(person.name)
        known = by_name.get(name, person)
        by_name[name] = person if known == person else None
    return Directory(
        by_lookup,
        {fold(post): tuple(dict.fromkeys(found)) for post, found in posts if found and fold(post)},
        {name: found for name, found in by_name.items() if found and " " in name},
        {fold(post): written for post, written in bad_addresses if written and fold(post)},
        ours,
        standings or {},
        post_managers or {},
        holders or {},
    )
