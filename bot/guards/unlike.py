"""Why a cycle is unlike the last ones, in sentences for the admin who decides whether it may go.

A plan changes a little from day to day. When much of it changes at once, a sort has gone wrong, a column was cleared or
the wrong document was brought in at least as often as somebody meant it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.guards.limits import Limits
from bot.history import due_text
from bot.plan import Action, Change, Status

LEAST_MORE = 10
LEAST_NEW = 5
LEAST_CHANGED = 5
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Cycle:
    """What is about to go out about one plan: its actions as they are now, and the items each address would be asked
    about. `told` are all whom it would mail, those included who are only told."""

    actions: Sequence[Action]
    asked: Mapping[str, frozenset[str]]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Past:
    """What went out about the plan before.

    `sizes` are the people that each of the last cycles mailed, without those that mailed nobody; `people` are, by item,
    those who owned it at the last cycle or were ever asked about it, None when that is not known; `changes` came since
    the last cycle, which was on the day `since`.
    """

    sizes: Sequence[int] = ()
    people: Mapping[str, frozenset[str]] | None = None
    changes: Sequence[Change] = field(default=())
    since: date | None = None


def why_unlike(cycle: Cycle, past: Past, limits: Limits) -> tuple[str, ...]:
    """Every reason to hold a cycle; none when it is like the last ones. Nothing is compared with what is not known."""
    found = [_size(cycle, past, limits), _strangers(cycle, past, limits)]
    if limits.changed:
        found += _changed(cycle, past, limits)
    return tuple(reason for reason in found if reason)


def _size(cycle: Cycle, past: Past, limits: Limits) -> str:
    now = len(cycle.told)
    if not limits.size_jump or not past.sizes:
        return ""
    average = sum(past.sizes) / len(past.sizes)
    if now < average * limits.size_jump or now < average + LEAST_MORE:
        return ""
    before = "the last one" if len(past.sizes) == 1 else f"the last {len(past.sizes)}"
    usual = f"{average:.0f}" if len(past.sizes) == 1 else f"{average:.0f} on average"
    return f"it would mail {now} people, {before} mailed {usual}"


def _strangers(cycle: Cycle, past: Past, limits: Limits) -> str:
    """People who are asked about nothing that was theirs at the last cycle: a list of posts that slipped by a row."""
    if not limits.new_people or past.people is None:
        return ""
    theirs = {
        address: [item for item in items if address in past.people.get(item, ())]
        for address, items in cycle.asked.items()
        if items
    }
    new = {address for address, known in theirs.items() if not known}
    if len(new) < LEAST_NEW or len(new) * 100 < limits.new_people * len(theirs):
        return ""
    items = set().union(*(cycle.asked[address] for address in new))
    refs = [_name(action) for action in cycle.actions if action.item_id in items]
    return f"{len(new)} of the {len(theirs)} people it would ask never had these actions before ({_such_as(refs)})"


def _changed(cycle: Cycle, past: Past, limits: Limits) -> Iterator[str]:
    open_now = [action for action in cycle.actions if action.is_open and not action.repeat_of]
    since = f" since {past.since.day} {past.since:%B %Y}" if past.since else ""
    of = f"of {len(open_now)} open actions have"
    for column in _COLUMNS:
        moves = _moves(past.changes, column.field)
        lost = [each for each in open_now if column.is_blank(each) and column.was_filled(_before(moves, each))]
        if _many(lost, open_now, limits):
            yield f"{len(lost)} {of} lost their {column.word}{since} ({_such_as([_name(each) for each in lost])})"
    moves = _moves(past.changes, "due")
    moved = [action for action in open_now if _moved_by_hand(action, moves)]
    if _many(moved, open_now, limits):
        shown = _such_as(
            [f"{_name(each)}: {_day(_before(moves, each))} is now {_day(due_text(each))}" for each in moved]
        )
        yield f"{len(moved)} {of} another date{since}, of which their owners said nothing ({shown})"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that may have gone blank, by the field of its changes."""

    field: str
    word: str
    is_blank: Callable[[Action], bool]
    was_filled: Callable[[str], bool] = bool


_COLUMNS = (
    _Column("owners", "owner", lambda action: not action.owners),
    _Column("due", "date", lambda action: not due_text(action)),
    _Column("status", "status", lambda action: action.status is Status.UNKNOWN, lambda was: was not in ("", "unknown")),
)

_Moves = Mapping[str, Sequence[Change]]


def _moves(changes: Iterable[Change], name: str) -> _Moves:
    """The changes of one field, by item."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        if change.field == name:
            found.setdefault(change.item_id, []).append(change)
    return found


def _before(moves: _Moves, action: Action) -> str:
    """What an action's field held before the first of its changes; "" when nothing, or nothing changed."""
    return next((change.old for change in moves.get(action.item_id, ())), "")


def _moved_by_hand(action: Action, moves: _Moves) -> bool:
    """Whether its date is another one than before, and not all of its moves were an owner's answer."""
    if all(each.why for each in moves.get(action.item_id, ())):
        return False
    before, now = _before(moves, action), due_text(action)
    return bool(before and now) and before != now


def _day(due: str) -> str:
    """A date of the history in words; printed words that are no date as they are."""
    try:
        day = date.fromisoformat(due)
    except ValueError:
        return due
    return f"{day.day} {day:%B %Y}"


def _many(found: Sequence[Action], of: Sequence[Action], limits: Limits) -> bool:
    return len(found) >= LEAST_CHANGED and len(found) * 100 >= limits.changed * len(of)


def _name(action: Action) -> str:
    return action.ref or f"item {action.item_id}"


def _such_as(names: Sequence[str]) -> str:
    more = len(names) - EXAMPLES
    return ", ".join(names[:EXAMPLES]) + (f" and {more} more" if more > 0 else "")
