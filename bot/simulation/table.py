"""The figures as lines for a terminal of eighty columns, one column a policy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten, wrap

from bot.plan import Person
from bot.simulation.figures import Figures, NeverChased

_WIDTH = 80
_LABEL = 38
_COLUMN = 20
_PEOPLE = 25
_ESCALATIONS = 20
_REFS = 12


def table(policies: Sequence[Figures]) -> list[str]:
    """The key numbers, then mails a person and a week, escalations, and what is never chased."""
    return [
        _row("", [each.name for each in policies]),
        *_key_numbers(policies),
        *_people(policies),
        *_weeks(policies),
        *(line for each in policies for line in _escalations(each, several=len(policies) > 1)),
        *_never_chased(policies),
    ]


def _row(label: str, cells: Sequence[object]) -> str:
    shown = [shorten(str(cell), _COLUMN - 2, placeholder="…").rjust(_COLUMN) for cell in cells]
    return (_cut(label, _LABEL).ljust(_LABEL) + "".join(shown)).rstrip()


def _key_numbers(policies: Sequence[Figures]) -> Iterator[str]:
    yield _row("Mails", [each.mails for each in policies])
    yield _row("People who get any", [len(each.people) for each in policies])
    weeks = [each.busiest_week for each in policies]
    yield _row("Busiest week: mails", [week.mails for week in weeks])
    yield _row("  … it begins on", [_day(week.monday) if week.mails else "–" for week in weeks])
    yield _row("Most mails to one person in a week", [each.most_in_a_week for each in policies])
    yield _row("Busiest person: mails", [each.busiest.mails if each.busiest else 0 for each in policies])
    yield _row("  … it is", [each.busiest.person.name if each.busiest else "–" for each in policies])
    yield _row("Escalations", [len(each.escalations) for each in policies])
    yield _row("Open actions never chased", [len(each.never_chased) for each in policies])
    yield _row("Weekdays on which nobody works", [len(each.closed) for each in policies])


def _people(policies: Sequence[Figures]) -> Iterator[str]:
    """Everybody in the order of the policy that is listed first, with the most in one week in brackets."""
    found: dict[Person, list[str]] = {}
    for at, figures in enumerate(policies):
        for each in figures.people:
            cells = found.setdefault(each.person, ["–"] * len(policies))
            cells[at] = f"{each.mails} ({each.most_in_a_week})"
    yield from ("", _row("Mails a person (most in one week)", [each.name for each in policies]))
    for person, cells in list(found.items())[:_PEOPLE]:
        yield _row(f"  {person.name}", cells)
    if len(found) > _PEOPLE:
        yield f"  … and {len(found) - _PEOPLE} more: --json lists everybody"


def _weeks(policies: Sequence[Figures]) -> Iterator[str]:
    most = max(each.busiest_week.mails for each in policies)
    room = (_WIDTH - 16) // len(policies) - 6
    heads = " ".join(_cut(each.name, room).ljust(room + 5) for each in policies)
    yield from ("", f"Mails a week {heads}".rstrip())
    for weeks in zip(*(each.weeks for each in policies), strict=True):
        bars = [_bar(week.mails, most, room) for week in weeks]
        yield f"{_day(weeks[0].monday):>12} {' '.join(bars)}".rstrip()


def _bar(number: int, most: int, room: int) -> str:
    length = -(-number * room // most) if most else 0
    return f"{'█' * length} {number}".ljust(room + 5)


def _escalations(figures: Figures, several: bool) -> Iterator[str]:
    if not figures.escalations:
        return
    yield from ("", f"Escalations{f' under {figures.name}' if several else ''}")
    for each in figures.escalations[:_ESCALATIONS]:
        yield f"  {_day(each.day):>11}   {_cut(each.action.ref, 16):<16} to {_cut(each.to.name, 40)}"
    if len(figures.escalations) > _ESCALATIONS:
        yield f"  … and {len(figures.escalations) - _ESCALATIONS} more: --json lists them all"


def _never_chased(policies: Sequence[Figures]) -> Iterator[str]:
    """Once where the policies agree, else under each."""
    agreed = all(each.never_chased == policies[0].never_chased for each in policies)
    for figures in policies[:1] if agreed else policies:
        if figures.never_chased:
            yield from ("", f"Open actions never chased{'' if agreed else f' under {figures.name}'}")
            yield from _by_reason(figures.never_chased)


def _by_reason(never: Sequence[NeverChased]) -> Iterator[str]:
    found: dict[tuple[str, str], list[str]] = {}
    for each in never:
        found.setdefault((each.action.plan, each.reason), []).append(each.action.ref or "without a reference")
    for (plan, reason), refs in found.items():
        more = f" and {len(refs) - _REFS} more" if len(refs) > _REFS else ""
        sentence = f"{plan}, {', '.join(_cut(ref, 20) for ref in refs[:_REFS])}{more}: {reason}"
        yield from wrap(sentence, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
