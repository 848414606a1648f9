"""The sample council hangs together: plans, people, posts and the story of its month."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from bot import directory
from bot.bank_holidays import working_days
from bot.importing import PlanReading, read_plan
from bot.plan import Action, Owner, Person, Status
from bot.policy import Day, by_person, decide
from bot.reply import Decision, Mentioned, Update, read_updates
from bot.working_days import Nation
from emulator import seed

SAMPLE = Path(__file__).resolve().parents[2] / "config" / "sample"
PLANS = {"peer-challenge.docx": 28, "financial-resilience.xlsx": 20, "shared-services-programme.csv": 12}
FIRST_DAY = date(2027, 3, 1)
NOBODY_BEHIND = {"Commercial Manager", "Tenants' Panel"}


@cache
def reading(name: str) -> PlanReading:
    return read_plan(SAMPLE / name, FIRST_DAY)


@cache
def people() -> directory.Directory:
    known = [Person(each.name, each.address) for each in seed.read(SAMPLE / "council.json").people]
    by_address = {person.address: person for person in known}
    posts = [(post, tuple(by_address[address] for address in addresses)) for post, addresses in post_rows()]
    return directory.build([(person.address, person) for person in known], posts)


def post_rows() -> list[tuple[str, list[str]]]:
    with (SAMPLE / "posts.csv").open(encoding="utf-8", newline="") as file:
        return [(row["post"], row["addresses"].split(";")) for row in csv.DictReader(file)]


def addresses() -> list[str]:
    return [person["address"] for person in json.loads((SAMPLE / "council.json").read_text("utf-8"))["people"]]


def events() -> list[dict[str, Any]]:
    return list(tomllib.loads((SAMPLE / "story.toml").read_text("utf-8"))["events"])


def words(path: Path) -> object:
    """All that a person can read in a file, in order."""
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
        return [paragraph.text for paragraph in document.paragraphs], cells
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path).worksheets
        return [[(cell.value, cell.number_format) for row in sheet for cell in row] for sheet in sheets]
    return path.read_text("utf-8-sig")


def actions() -> dict[str, Action]:
    """Every open action of the three plans as the lists will hold it, by reference."""
    return {
        each.ref: Action(
            plan=name,
            item_id=each.ref,
            ref=each.ref,
            text=each.action,
            owners=tuple(Owner(owner, people().behind(owner)) for owner in each.owners),
            due=each.due,
            revised_due=each.status.revised_due,
            status=each.status.value,
            repeat_of=each.repeat_of,
            question=" ".join(each.questions),
        )
        for name in PLANS
        for each in reading(name).actions
    }


def month() -> Iterator[tuple[dict[str, Any], list[str], tuple[Update, ...]]]:
    """Each event with the actions of the latest nudge its sender has had, and what its words are read as."""
    plan, asked, history = actions(), {}, {}
    for day in (FIRST_DAY + timedelta(days=count) for count in range(31)):
        reminders = decide(plan.values(), history, Day(day, calendar=working_days(Nation.ENGLAND))).reminders
        for each in reminders:
            history.setdefault(each.action.key, []).append(each.mentioned(day))
        asked |= {
            person.address: [each.action.ref for each in theirs] for person, theirs in by_person(reminders).items()
        }
        for event in (each for each in events() if each["day"] == day):
            refs = asked.get(event["from"], [])
            updates = () if event.get("auto") else read(event, known(event["from"], refs, plan))
            for update in (each for each in updates if each.ref):
                plan[update.ref] = after(plan[update.ref], update, day)
            yield event, refs, updates


def known(sender: str, refs: list[str], plan: dict[str, Action]) -> list[Mentioned]:
    """What the sender was asked about, and whatever else is theirs and open."""
    theirs = [ref for ref, each in plan.items() if each.is_open and sender in {one.address for one in each.people}]
    return [Mentioned(ref, plan[ref].text, asked=ref in refs) for ref in dict.fromkeys([*refs, *theirs])]


def read(event: dict[str, Any], known: list[Mentioned]) -> tuple[Update, ...]:
    says = f"{event['about']}: {event['says']}" if event["style"] == "button" else event["says"]
    return read_updates(says.strip(), "", known, event["day"])


def after(action: Action, update: Update, day: date) -> Action:
    if update.decision is not Decision.APPLY:
        return replace(action, last_reply=day)
    status, due = update.status or action.status, update.due or action.revised_due
    return replace(action, last_reply=day, status=status, revised_due=due)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rebuilt")
    subprocess.run([sys.executable, str(SAMPLE / "build.py"), str(folder)], check=True, timeout=60)
    return folder


@pytest.mark.parametrize("name", PLANS)
def test_the_builder_writes_the_sample_plan_that_is_kept(name: str, rebuilt: Path) -> None:
    assert words(rebuilt / name) == words(SAMPLE / name), "run python config/sample/build.py"


@pytest.mark.parametrize("name", PLANS)
def test_the_importer_finds_every_action_of_the_sample_plan(name: str) -> None:
    assert len(reading(name).actions) == PLANS[name]
    assert reading(name).questions == ()


def test_a_reference_stands_for_one_action_in_the_whole_sample_council() -> None:
    refs = Counter(action.ref for name in PLANS for action in reading(name).actions)

    assert [ref for ref, times in refs.items() if times > 1] == []
    assert {"G.i", "1.i", "4.iii", "7.ii", "O4", "FR-20", "SS-12"} <= set(refs)


def test_the_registers_are_known_by_their_written_references() -> None:
    registers = [reading(name).actions for name in ("financial-resilience.xlsx", "shared-services-programme.csv")]

    assert [action.ref for action in registers[0]] == [f"FR-{number:02}" for number in range(1, 21)]
    assert [action.ref for action in registers[1]] == [f"SS-{number:02}" for number in range(1, 13)]


def test_only_the_vacant_post_and_the_unknown_body_have_nobody_behind_them() -> None:
    parties = {owner for name in PLANS for action in reading(name).actions for owner in action.owners}

    assert {party for party in parties if not people().behind(party)} == NOBODY_BEHIND


def test_every_post_of_the_sample_council_is_printed_in_a_plan_and_held_by_its_people() -> None:
    parties = {owner for name in PLANS for action in reading(name).actions for owner in action.owners}
    known = set(addresses())

    assert {post for post, _ in post_rows()} <= parties
    assert {address for _, held_by in post_rows() for address in held_by} <= known


def test_the_sample_council_has_twenty_five_people_at_its_own_domain() -> None:
    council = seed.read(SAMPLE / "council.json")

    assert len(set(addresses())) == len(council.people) == 25
    assert all(address.endswith(f"@{council.domain}") for address in [*addresses(), council.mailbox])


def test_the_rows_that_a_person_must_settle_are_those_left_vague_on_purpose() -> None:
    asked = {ref: action.question for ref, action in actions().items() if action.question}

    assert set(asked) == {"7.ii", "O2", "FR-13", "FR-19", "SS-06", "SS-12"}
    assert all("owner" in asked[ref] for ref in ("7.ii", "FR-19"))


def test_the_sample_plans_hold_a_repeat_a_hidden_new_date_and_a_month_kept_as_a_day() -> None:
    plan = actions()

    assert plan["5.i"].repeat_of == "4.i"
    assert plan["2.ii"].current_due.end == date(2027, 4, 30)
    assert (plan["FR-07"].due.end, plan["FR-07"].due.text) == (date(2027, 2, 28), "February 2027")
    assert plan["FR-14"].due.end == date(2027, 3, 12)


def test_the_story_runs_through_weekdays_of_march_in_order() -> None:
    days = [event["day"] for event in events()]

    assert days == sorted(days)
    assert all(day.month == 3 and day.year == 2027 and day.weekday() < 5 for day in days)
    assert 10 <= len(days) <= 14


def test_every_event_of_the_story_is_written_by_somebody_of_the_council() -> None:
    assert {event["from"] for event in events()} <= set(addresses())
    assert {event["style"] for event in events()} == {"outlook", "gmail", "ios", "button"}
    assert all(("about" in event) == (event["style"] == "button") for event in events())


def test_everybody_who_answers_has_been_nudged_about_what_they_answer() -> None:
    told = list(month())

    assert len(told) == len(events())
    assert [event["from"] for event, refs, _ in told if not refs] == []
    assert all(event["about"] in refs for event, refs, _ in told if "about" in event)


def test_the_story_is_read_as_it_is_meant() -> None:
    read_as = [
        (update.ref, update.status, update.due.end if update.due else None, update.decision)
        for _, _, updates in month()
        for update in updates
    ]

    assert read_as == [
        ("1.i", Status.COMPLETED, None, Decision.APPLY),
        ("1.i", None, None, Decision.HOLD),
        ("4.iii", None, date(2027, 6, 30), Decision.APPLY),
        ("FR-11", Status.COMPLETED, None, Decision.APPLY),
        ("SS-03", None, date(2027, 3, 31), Decision.APPLY),
        ("FR-09", Status.IN_PROGRESS, None, Decision.ASK),
        ("SS-02", None, None, Decision.ASK),
        ("SS-05", Status.COMPLETED, None, Decision.APPLY),
        ("FR-09", None, date(2027, 4, 16), Decision.APPLY),
        ("FR-14", Status.COMPLETED, None, Decision.APPLY),
        ("SS-07", Status.AT_RISK, None, Decision.APPLY),
        ("2.i", Status.IN_PROGRESS, None, Decision.APPLY),
        ("FR-07", Status.COMPLETED, None, Decision.APPLY),
        ("6.i", Status.IN_PROGRESS, None, Decision.APPLY),
        ("6.iii", Status.COMPLETED, None, Decision.APPLY),
    ]
