"""Mails a week as a picture: one panel a policy, all on one scale, in SVG written by hand.

It is readable in light and dark, tells everything in words as well, and leans on no colour: a policy is told by its
panel and heading, a number stands on every bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.simulation.figures import Figures, WeekFigures

_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 64, 44
_PANEL, _HEAD, _PLOT = 316, 72, 196
_NARROWEST, _SLOT, _WIDEST_BAR = 640, 16, 44
_DIGIT = 7
_FEW = 14

_STYLE = """
  text { font-family: "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px; fill: #1b2733 }
  .title { font-size: 20px; font-weight: 600 }
  .head { font-size: 15px; font-weight: 600 }
  .soft { fill: #52606d }
  .number { font-size: 12px }
  .back { fill: #ffffff }
  .bar { fill: #1f5f99 }
  .line { stroke: #d3dae1; stroke-width: 1 }
  .axis { stroke: #52606d; stroke-width: 1 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8edf2 }
    .soft { fill: #a9b6c3 }
    .back { fill: #12171c }
    .bar { fill: #7ab3ea }
    .line { stroke: #343f4a }
    .axis { stroke: #a9b6c3 }
  }
"""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where things stand: the width of a week's slot, and the highest mark of the axis with the step between marks.

    Numbers stand `upright` on their bars where they would not fit beside each other.
    """

    slot: float
    top: int
    step: int
    upright: bool

    @classmethod
    def of(cls, weeks: int, most: int) -> _Scale:
        step = next(unit * 10**power for power in range(12) for unit in (1, 2, 5) if most <= unit * 10**power * 5)
        slot = max(_SLOT, (_NARROWEST - _LEFT - _RIGHT) / weeks)
        return cls(slot, max(1, -(-most // step)) * step, step, len(str(most)) * _DIGIT + 2 > slot)

    def x(self, week: int) -> float:
        return _LEFT + week * self.slot

    def height(self, mails: int) -> float:
        return _PLOT * mails / self.top


def chart(policies: Sequence[Figures]) -> str:
    """The picture as a whole SVG document."""
    weeks = policies[0].weeks
    scale = _Scale.of(len(weeks), max(each.busiest_week.mails for each in policies))
    width = round(scale.x(len(weeks))) + _RIGHT
    height = _TOP + _PANEL * len(policies) + _BOTTOM - 24
    span = policies[0].span
    size, role = f'width="{width}" height="{height}"', 'role="img" aria-labelledby="title desc"'
    title = f"Nudges a week, {_day(span.first)} to {_day(span.last)}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} {role}>',
            f'<title id="title">{title}</title>',
            f'<desc id="desc">{escape(" ".join(map(_in_words, policies)))}</desc>',
            f"<style>{_STYLE}</style>",
            f'<rect class="back" width="{width}" height="{height}"/>',
            f'<text class="title" x="{_LEFT}" y="36">{title}</text>',
            *(line for at, each in enumerate(policies) for line in _panel(each, scale, _TOP + at * _PANEL)),
            f'<text class="soft" x="{_LEFT}" y="{height - 14}">Each bar is a week, named by its Monday.</text>',
            "</svg>\n",
        ]
    )


def _in_words(figures: Figures) -> str:
    weeks = ", ".join(f"{_day(each.monday)}: {each.mails}" for each in figures.weeks)
    return f"{figures.name}: {_headline(figures)}. Mails in the week from {weeks}."


def _headline(figures: Figures) -> str:
    if not figures.mails:
        return "no mails at all"
    week = figures.busiest_week
    mails = f"{figures.mails} mail{'s' * (figures.mails != 1)}"
    return f"{mails}, the most in the week from {_day(week.monday)}: {week.mails}"


def _panel(figures: Figures, scale: _Scale, top: int) -> Iterator[str]:
    base = top + _HEAD + _PLOT
    name = figures.name if len(figures.name) <= 40 else f"{figures.name[:39]}…"
    yield f'<text class="head" x="{_LEFT}" y="{top + 14}">{escape(name)}</text>'
    yield f'<text class="soft" x="{_LEFT}" y="{top + 33}">{_headline(figures)}</text>'
    yield f'<text class="soft" x="{_LEFT - 8}" y="{base - _PLOT - 14}" text-anchor="end">mails</text>'
    end = scale.x(len(figures.weeks))
    for mark in range(0, scale.top + 1, scale.step):
        y = base - scale.height(mark)
        look = "line" if mark else "axis"
        yield f'<line class="{look}" x1="{_LEFT}" x2="{end:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="soft" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{mark}</text>'
    for number, week in enumerate(figures.weeks):
        yield _bar(week, scale, scale.x(number), base)
    yield from _mondays(figures.weeks, scale, base)


def _bar(week: WeekFigures, scale: _Scale, left: float, base: int) -> str:
    wide = min(scale.slot * 0.75, _WIDEST_BAR)
    high = scale.height(week.mails)
    said = f"Week from {_day(week.monday)}: {week.mails} mails to {week.people} people"
    bar = f'<rect class="bar" x="{left + (scale.slot - wide) / 2:.1f}" y="{base - high:.1f}" width="{wide:.1f}" '
    return f'<g><title>{said}</title>{bar}height="{high:.1f}"/>{_number(week, scale, left, base - high)}</g>'


def _number(week: WeekFigures, scale: _Scale, left: float, top: float) -> str:
    middle = left + scale.slot / 2
    if not scale.upright:
        return f'<text class="number" x="{middle:.1f}" y="{top - 5:.1f}" text-anchor="middle">{week.mails}</text>'
    x, y = middle + 4, top - 5
    return f'<text class="number" transform="translate({x:.1f} {y:.1f}) rotate(-90)">{week.mails}</text>'


def _mondays(weeks: Sequence[WeekFigures], scale: _Scale, base: int) -> Iterator[str]:
    """Under each bar its Monday where there are few weeks, else each month at its first Monday, and the years."""
    few = len(weeks) <= _FEW
    year = 0
    for number, week in enumerate(weeks):
        day = week.monday
        if not few and day.day > 7:
            continue
        x = scale.x(number) + scale.slot / 2
        text = f"{day.day} {day:%b}" if few else f"{day:%b}"
        yield f'<text x="{x:.1f}" y="{base + 18}" text-anchor="middle">{text}</text>'
        if day.year != year:
            yield f'<text class="soft" x="{x:.1f}" y="{base + 35}" text-anchor="middle">{day.year}</text>'
        year = day.year


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
