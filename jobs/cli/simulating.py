"""The command that lives a span of days in advance: a table, JSON and a picture of the mails."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date

from bot.bank_holidays import YEARS
from bot.settings import PolicyFile, Settings, load, load_policy
from bot.simulation import Answers, Span, Trial, chart, table
from jobs.cli.faults import MEND, WELL, WRONG_USAGE
from jobs.cli.telling import tell
from jobs.simulate import Simulated, simulate_documents, trial
from jobs.simulate import simulate as live
from jobs.words import count

_LONGEST = 5 * 366


def simulate(options: argparse.Namespace) -> int:
    span = Span(options.first, options.last)
    wrong = _wrong_span(span)
    if wrong:
        print(f"planminder simulate: {wrong}", file=sys.stderr)
        return WRONG_USAGE
    answers = Answers(options.answers, options.answers_after)
    other = load_policy(options.policy) if options.policy else None
    simulated = _from_documents(options, other, span, answers) or _from_lists(options, other, span, answers)
    if options.chart:
        options.chart.write_text(chart(simulated.policies), encoding="utf-8")
    tell(_lines(simulated, span, answers, options), _answer(simulated, span, answers, options), options.json)
    for plan, fault in simulated.faults.items():
        print(f'planminder: the plan "{plan}" was left out: {fault}', file=sys.stderr)
    return MEND if simulated.faults else WELL


def _wrong_span(span: Span) -> str:
    if span.last < span.first:
        return f"--to {span.last} lies before --from {span.first}"
    if span.first.year not in YEARS or span.last.year not in YEARS:
        return f"bank holidays are known from {YEARS[0]} to {YEARS[-1]}: choose days of those years"
    return "choose five years at most" if (span.last - span.first).days > _LONGEST else ""


def _from_documents(
    options: argparse.Namespace, other: PolicyFile | None, span: Span, answers: Answers
) -> Simulated | None:
    """Without a tenant and without a secret: of the configuration, where there is one, only the policy is read."""
    if not options.plan_file:
        return None
    from bot.importing import read_plan

    configured = load_policy(options.config) if options.config.exists() else PolicyFile()
    readings = [read_plan(file, span.first) for file in options.plan_file]
    return simulate_documents(readings, _trials(configured, other, options), span, answers)


def _from_lists(options: argparse.Namespace, other: PolicyFile | None, span: Span, answers: Answers) -> Simulated:
    from jobs.cli.build import open_kit

    settings = load(options.config)
    with open_kit(settings, plan=options.plan, looks_only=True) as kit:
        return live(kit, _trials(_configured(settings), other, options), span, answers)


def _configured(settings: Settings) -> PolicyFile:
    return PolicyFile(policy=settings.policy, calendar=settings.calendar, schedule=settings.schedule)


def _trials(configured: PolicyFile, other: PolicyFile | None, options: argparse.Namespace) -> list[Trial]:
    first = trial("as configured", configured)
    return [first, trial(options.policy.stem, other.over(configured))] if other else [first]


def _lines(simulated: Simulated, span: Span, answers: Answers, options: argparse.Namespace) -> Iterator[str]:
    yield f"{_day(span.first)} to {_day(span.last)}, {count(simulated.actions, 'open action')}; nothing is sent."
    yield f"Assumed: {answers.sentence}."
    yield "A nudge that goes out late, on the day before the next one, stands for both."
    if options.plan_file:
        yield "Every party that the document prints counts as one person."
    yield ""
    yield from table(simulated.policies)
    for each in simulated.policies:
        if simulated.actions and not each.mails:
            yield ""
            yield f"{each.name}: nobody is nudged on any of these days. Are schedule.remind and calendar.closed right?"
    if options.chart:
        yield from ("", f"The picture is in {options.chart}.")


def _answer(simulated: Simulated, span: Span, answers: Answers, options: argparse.Namespace) -> dict[str, object]:
    return {
        "from": span.first,
        "to": span.last,
        "actions": simulated.actions,
        "answers": {"share": answers.share, "after": answers.after, "assumed": answers.sentence},
        "policies": [each.to_json() for each in simulated.policies],
        "chart": str(options.chart) if options.chart else None,
        "faults": simulated.faults,
    }


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
