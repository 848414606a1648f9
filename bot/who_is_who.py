"""The rows of the list Who is who: what they come to for each person, and what in them cannot be right. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.directory import Directory, Standing, fold
from bot.plan import Holder, Person

UNSAID = Standing()


@dataclass(frozen=True, slots=True)
class PostRow:
    """One row: a post, who holds it, and what is said of its holders.

    `bad_address` is what is written where an address should be and is none; `lost` names the columns in which somebody
    is picked who has no mail address.
    """

    post: str
    holders: tuple[Person, ...] = ()
    standing: Standing = UNSAID
    bad_address: str = ""
    lost: tuple[str, ...] = ()

    @property
    def behind(self) -> tuple[Person, ...]:
        """Who is asked for the post: its holders; while it has none, whoever is named as deputy."""
        deputy = self.standing.deputy
        return self.holders or ((deputy,) if deputy else ())

    @property
    def holder(self) -> Holder:
        """What whoever is asked for the post is to it."""
        if self.holders:
            return Holder.OF_POST
        return Holder.DEPUTY if self.behind else Holder.WITHOUT_ADDRESS if self.lost_behind else Holder.OF_POST

    @property
    def lost_behind(self) -> bool:
        """Whether somebody without an address is picked as holder or as deputy."""
        return bool({"Person", "Deputy"} & set(self.lost))


def holders(rows: Iterable[PostRow]) -> dict[str, Holder]:
    """The posts, folded, whose people do not simply hold them."""
    return {fold(row.post): row.holder for row in rows if row.holder is not Holder.OF_POST}


def standings(rows: Iterable[PostRow]) -> dict[str, Standing]:
    """What is said of each person, by address; of several rows about one person the first that says a thing counts."""
    found: dict[str, Standing] = {}
    for row in rows:
        for person in row.holders:
            known, more = found.get(person.address, UNSAID), row.standing
            away = known if known.away_from or known.away_to else more
            found[person.address] = Standing(
                known.manager or more.manager, known.deputy or more.deputy, away.away_from, away.away_to
            )
    return found


def post_managers(rows: Iterable[PostRow]) -> dict[tuple[str, str], Person | None]:
    """Who stands above each person in each post, by folded post and address; None where the row names nobody."""
    found: dict[tuple[str, str], Person | None] = {}
    for row in rows:
        for person in row.behind:
            post = fold(row.post), person.address
            found[post] = found.get(post) or row.standing.manager
    return found


def nobody_stands_in(rows: Sequence[PostRow], today: date) -> list[str]:
    """Who is away now or later without a deputy, each as a sentence."""
    names = {person.address: person.name for row in rows for person in row.holders}
    found = []
    for address, each in standings(rows).items():
        if each.deputy or not (each.away_from or each.away_to) or (each.away_to and each.away_to < today):
            continue
        days = " ".join(f"{way} {day}" for way, day in (("from", each.away_from), ("to", each.away_to)) if day)
        found.append(
            f"{names[address]} is away {days} without a deputy: name one, or nobody is told of what stays late with "
            "them until they are back"
        )
    return found


def notes_on_managers(rows: Sequence[PostRow]) -> list[str]:
    """What should be known before silence is brought to the managers: who has several, and which posts have none."""
    without = [f'"{row.post}"' for row in rows if row.behind and not row.standing.manager]
    if not without:
        return [*_several_managers(rows)]
    blank = f"no Manager is named for {', '.join(without)}"
    return [*_several_managers(rows), f"{blank}: what stays late there goes to the plan's lead, if it has one"]


def _several_managers(rows: Sequence[PostRow]) -> Iterator[str]:
    """Those who hold posts under different managers: which of them counts where the plan prints no post."""
    first = standings(rows)
    for address, known in first.items():
        theirs = [row for row in rows if any(each.address == address for each in row.holders)]
        above = {row.standing.manager.address: row.post for row in theirs if row.standing.manager}
        if known.manager and len(above) > 1:
            name = next(each.name for each in theirs[0].holders if each.address == address)
            yield (
                f"{name} has different managers as {' and '.join(above.values())}: each is told of the actions of that "
                f"post, and {known.manager.name}, in the row entered first, of those printed with the name alone"
            )


def faults(rows: Sequence[PostRow], today: date) -> list[str]:
    """Loops and holes, each as a sentence that says where to look."""
    known = standings(rows)
    names = {person.address: person.name for row in rows for person in _named(row)}
    return [
        *(fault for row in rows for fault in _holes(row)),
        *_loops({address: each.manager.address for address, each in known.items() if each.manager}, names),
        *_without_cover(known, names, today),
    ]


def _named(row: PostRow) -> Iterator[Person]:
    yield from row.holders
    yield from (each for each in (row.standing.manager, row.standing.deputy) if each)


def _holes(row: PostRow) -> Iterator[str]:
    for column in row.lost:
        yield f'"{row.post}": somebody picked as {column} has no mail address: pick somebody else'
    if row.bad_address:
        yield f'"{row.post}": "{row.bad_address}" is no mail address: correct it'
    first, last = row.standing.away_from, row.standing.away_to
    if first and last and last < first:
        yield f'"{row.post}": away to {last} is before away from {first}: set one of them right'


def _loops(managers: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """Each round of managers once, told from its first address in the alphabet on."""
    for start in sorted(managers):
        way = [start]
        while (above := managers.get(way[-1])) and above not in way:
            way.append(above)
        if above == start and start == min(way):
            links = (f"{names[upper]} is the manager of {names[lower]}" for lower, upper in pairwise([*way, start]))
            yield f"{', '.join(links)}: nobody stands above them, so put one of these right"


def _without_cover(known: Mapping[str, Standing], names: Mapping[str, str], today: date) -> Iterator[str]:
    uncovered = _uncovered(known, today)
    for address, each in known.items():
        if each.deputy and each.deputy.address == address:
            yield f"{names[address]} is named as their own deputy: name somebody else"
        elif each.deputy and address in uncovered:
            yield f"{each.deputy.name} stands in for {names[address]} and is away at the same time: name another deputy"


def _uncovered(known: Mapping[str, Standing], today: date) -> set[str]:
    """The addresses of those who are away on some day from today on while nobody stands in for them.

    That can only begin on the first day of an absence, their own or a deputy's.
    """
    begun = {each.away_from for each in known.values() if each.away_from and each.away_from > today}
    found: set[str] = set()
    for day in {today, *begun}:
        away = {address for address, each in known.items() if each.is_away(day)}
        found |= away - Directory(standings=known).stand_ins(away).keys()
    return found
