"""The month played: plans brought in, nudges approved and sent, owners answering, the paper made, everything kept."""

from __future__ import annotations

import csv
import json
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from email.utils import formataddr
from pathlib import Path
from typing import Any

from bot import rows
from bot.importing import read_plan
from bot.ledger import RunState
from bot.resources import shipped
from bot.settings import Settings, load
from jobs.approve import approve
from jobs.cli.build import open_kit
from jobs.collect import collect
from jobs.demo.keep import INDEX, forget_earlier, keep_everything
from jobs.demo.replies import Event, reply
from jobs.demo.tenant import LocalTenant, local_tenant
from jobs.importing.bring_in import bring_in
from jobs.kit import Kit
from jobs.remind import remind
from jobs.summarise import summarise
from jobs.words import count

SAMPLE = "sample"


def demo(out: Path, serve: bool) -> int:
    """Play the month and leave its mails, papers and configuration in `out`; 0 when the story ended well."""
    began = time.monotonic()
    sample = shipped("config") / SAMPLE
    _make_room(out)
    with local_tenant(sample / "council.json") as tenant:
        story = tomllib.loads((sample / "story.toml").read_text(encoding="utf-8"))
        settings = _settings(out, tenant, story["leaders"])
        events = sorted(map(_event, story["events"]), key=lambda event: event.day)
        first, last = events[0].day.replace(day=1), events[-1].day
        tenant.set_clock(first, 7)
        with open_kit(settings, first) as kit:
            _bring_in(kit, sample)
            _summarise(kit, tenant)
            for day in _working_days(first, last, frozenset(story["closed"])):
                _play_day(replace(kit, today=day), tenant, [event for event in events if event.day == day])
            _summarise(replace(kit, today=_first_weekday_after(last)), tenant)
        kept = keep_everything(tenant, out)
        print(
            f"\n{kept} files are in {out}: every mail as .html and .eml, the papers as .docx. Begin at {out / INDEX}."
        )
        print(f"The month took {time.monotonic() - began:.1f} s.")
        if serve:
            _stay(tenant, settings)
    return 0


def _make_room(out: Path) -> None:
    """Clear what an earlier demo left, and nothing else."""
    out.mkdir(parents=True, exist_ok=True)
    forget_earlier(out)
    for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.lock"):
        (out / "data" / name).unlink(missing_ok=True)


_PLANS = {
    "Peer challenge": "peer-challenge.docx",
    "Financial resilience": "financial-resilience.xlsx",
    "Shared services programme": "shared-services-programme.csv",
}
_PAPERS = {
    "Peer challenge": 'on_site = "2026-09-15"\neditions = ["internal", "public"]',
    "Financial resilience": 'paper = "committee"\nreport_to = "Cabinet"\nreport_of = "Director of Resources"',
    "Shared services programme": 'paper = "highlight"\nlead = "rob.tranter@tamberley.example"',
}


def _settings(out: Path, tenant: LocalTenant, leaders: list[str]) -> Settings:
    """The demo's configuration, left in `out` so that it can be read and used."""
    plans = "\n".join(f'[[plans]]\nname = "{name}"\n{_PAPERS[name]}\n' for name in _PLANS)
    file = out / "planminder.toml"
    file.write_text(
        f"""[tenant]
id = "{tenant["tenant"]}"
client_id = "{tenant["client_id"]}"
certificate = "{tenant["certificate"]}"
site = "{tenant["site"]}"
mailbox = "{tenant["mailbox"]}"

[guards]
mails_a_minute = 1000  # the local tenant takes any number; Exchange does not

[summary]
council = "{tenant["name"]}"
to = {json.dumps(leaders)}

{plans}""",
        encoding="utf-8",
    )
    return load(file)


def _bring_in(kit: Kit, sample: Path) -> None:
    print(f"{kit.settings.summary.council}: {_spoken(kit.today)}. The performance officer brings in three plans.")
    for plan in kit.plans:
        reading = read_plan(sample / _PLANS[plan.name], kit.today, means=kit.settings.reading.conventions())
        report = bring_in(kit, plan, reading)
        print(f"  {_PLANS[plan.name]}: {report.figures['actions']} actions into the list “{plan.list_title}”")
    with (sample / "posts.csv").open(encoding="utf-8", newline="") as file:
        known = {line["post"]: line["addresses"] for line in csv.DictReader(file)}
    filled = 0
    for row in kit.lists.all_rows(kit.settings.people.list):
        address = known.get(rows.plain(str(row.fields.get("Title") or "")))
        if address:
            kit.lists.update_row(kit.settings.people.list, row.id, row.version, {"Address": address})
            filled += 1
    print(f"  … and says who stands behind {filled} posts and names in the list “{kit.settings.people.list}”.")


def _play_day(kit: Kit, tenant: LocalTenant, events: list[Event]) -> None:
    tenant.set_clock(kit.today, 8, 30)
    report = remind(kit)
    sent = report.figures["sent"]
    held = kit.ledger.outbox.runs(RunState.HELD)
    if sent or held or events:
        print(f"{_spoken(kit.today)}: {count(sent, 'nudge')} sent.")
    for run in held:
        print(f"  {count(len(kit.ledger.outbox.intents(run.id)), 'nudge')} wait for approval: nobody is mailed unseen.")
        _tell_gaps(report.figures["gaps"])
        print(f"  She approves: {count(approve(kit, run.id).figures['sent'], 'nudge')} sent.")
    for hour, event in enumerate(events, start=10):
        tenant.set_clock(kit.today, hour)
        _answer(kit, tenant, event, hour)
    if events:
        for line in collect(kit).lines[1:]:
            print(f"    → {line}")


def _tell_gaps(gaps: list[dict[str, str]]) -> None:
    print(f"  {len(gaps)} open rows cannot be chased, and she is told why:")
    for gap in gaps:
        print(f"    {gap['ref']} {gap['reason']}")


def _answer(kit: Kit, tenant: LocalTenant, event: Event, hour: int) -> None:
    """Let the owner answer the last nudge that they got about it."""
    ours = [each for each in tenant.messages(event.sender) if kit.settings.tenant.mailbox in str(each["from"])]
    parent = tenant.raw(ours[-1])
    sender = formataddr((_name(event.sender), event.sender))
    at = datetime.combine(event.day, datetime.min.time(), kit.settings.zone) + timedelta(hours=hour)
    tenant.send_as(event.sender, reply(parent, event, sender=sender, at=at))
    print(f"  {_name(event.sender)}: “{' / '.join(line for line in event.says.splitlines() if line.strip())}”")


def _summarise(kit: Kit, tenant: LocalTenant) -> None:
    tenant.set_clock(kit.today, 9)
    print(f"{_spoken(kit.today)}: the papers for the leaders.")
    for line in summarise(kit).lines:
        print(f"  {line}")


def _stay(tenant: LocalTenant, settings: Settings) -> None:
    print(f"\nThe tenant is open at {tenant['ui']} (mailboxes, lists, library). Stop it with Ctrl-C.")
    print(f"To use the command line on it: HTTPS_PROXY={tenant['proxy']} REQUESTS_CA_BUNDLE={tenant['ca']}")
    print(f"  planminder check --config {settings.folder / 'planminder.toml'}", flush=True)
    try:
        tenant.process.wait()
    except KeyboardInterrupt:
        print("\nThe tenant is closed.")


def _event(told: Mapping[str, Any]) -> Event:
    return Event(
        told["day"],
        told["from"],
        told["says"].strip(),
        told["style"],
        told.get("about", ""),
        told.get("below", False),
        told.get("auto", False),
    )


def _working_days(first: date, last: date, closed: frozenset[date]) -> Iterator[date]:
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return (day for day in days if day.weekday() < 5 and day not in closed)


def _first_weekday_after(day: date) -> date:
    month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return next(_working_days(month, month + timedelta(days=3), frozenset()))


def _name(address: str) -> str:
    return address.partition("@")[0].replace(".", " ").title()


def _spoken(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
