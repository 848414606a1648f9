"""Bring a plan that was read from a document into its SharePoint list, which is made with its columns when missing.

Brought in again, nothing is doubled and nothing that somebody edited is overwritten: the list is the plan, and a newer
document moves only what the list has left as an earlier one said it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from bot import progress, rows
from bot.columns import Columns
from bot.importing import Newer, PlanReading
from bot.ledger import Event, Imported
from bot.m365 import ChangedMeanwhile, Row
from bot.plan import Action, Status
from bot.settings import PlanSettings
from jobs.importing.bring_in_words import Done, change_lines, tell
from jobs.importing.propose import Known, Proposal, as_action, propose, said_by, to_fields
from jobs.importing.provide import provide_list, provide_overrides, provide_posts
from jobs.kit import Kit, Report
from jobs.reader import Reader

Progress = Callable[[int, int], None]


def bring_in(
    kit: Kit,
    plan: PlanSettings,
    reading: PlanReading,
    on_progress: Progress = lambda done, all_: None,
    *,
    changes: bool = True,
) -> Report:
    """Write the actions that the list does not hold yet, what moved in those it holds, and the posts nobody is behind.

    Without `changes` the rows of the list stay as they are.
    """
    report = Report("import")
    provide_list(kit, plan, reading.title)
    reader = Reader(kit)
    proposal = propose(kit, plan, reading)
    work = _Work(kit, plan, reader, proposal)
    changed = proposal.changed if changes else ()
    steps: list[Callable[[], None]] = [partial(work.add, at) for at in proposal.missing]
    steps += [partial(work.change, each) for each in changed]
    for number, step in enumerate(steps, start=1):
        step()
        on_progress(number, len(steps))
    quiet = [each for each in proposal.known if not (each.newer.writes or each.told_later)]
    work.keep({each.row.id: each.at for each in quiet})
    posts = provide_posts(kit, work.written())
    what = f"{len(proposal.missing)} rows brought in from {proposal.reading.source}"
    brought = Event(kit.now(), "import", what, plan.name)
    kit.ledger.register.note([brought, *work.events])
    done = Done(work.changed, () if changes else proposal.changed, work.left_alone, work.lost)
    tell(report, plan, proposal, done, posts, kit.settings.people.list, work.held())
    report.lines += filter(None, [provide_overrides(kit)])
    return report


@dataclass(slots=True)
class _Work:
    """Rows as they are written; `rows` are those changed, by the position of their action."""

    kit: Kit
    plan: PlanSettings
    reader: Reader
    proposal: Proposal
    rows: dict[int, Row] = field(default_factory=dict)
    lost: list[Known] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def changed(self) -> tuple[Known, ...]:
        return tuple(each for each in self.proposal.known if each.at in self.rows)

    @property
    def left_alone(self) -> tuple[Known, ...]:
        return tuple(each for each in self.proposal.known if each.at not in self.rows and each not in self.lost)

    def add(self, at: int) -> None:
        read, source = self.proposal.reading.actions[at], self.proposal.reading.source
        action = as_action(self.plan.name, read, source, self.kit.today)
        action = replace(action, question=" ".join(self.proposal.held_by(at)))
        fields = to_fields(action, read, self.reader.columns(self.plan))
        self.keep({self.kit.lists.add_row(self.plan.list_title, fields): at})

    def change(self, each: Known) -> None:
        """Write what moved, unless somebody else is writing the row at this moment."""
        columns = self.reader.columns(self.plan)
        action = self.reader.read(self.plan, each.row)
        fields = rows.as_fields(_values(action, each, self.proposal.reading.source, self.kit.today, columns), columns)
        try:
            row = self.kit.lists.update_row(self.plan.list_title, each.row.id, each.row.version, fields)
        except ChangedMeanwhile:
            self.lost.append(each)
            return
        self.rows[each.at] = row
        self.keep({row.id: each.at})
        what = "; ".join(change_lines(each.newer))
        self.events.append(
            Event(self.kit.now(), "import", what, self.plan.name, action.ref, cause=self.proposal.reading.source)
        )

    def keep(self, items: Mapping[str, int]) -> None:
        """Remember what the document says of rows (item id -> position), to know what moves in the next one."""
        reading, today = self.proposal.reading, self.kit.today
        waiting = {each.at: each.newer.open for each in self.proposal.known}
        said = {
            item: replace(said_by(reading.actions[at]), clashes=waiting.get(at, {})).to_json()
            for item, at in items.items()
        }
        self.kit.ledger.imports.keep(
            self.plan.name, {item: Imported(reading.source, today, each) for item, each in said.items()}
        )

    def written(self) -> list[Action]:
        """The document's actions as the list holds them now, whatever the document says of them."""
        reading = self.proposal.reading
        added = [reading.actions[at] for at in self.proposal.missing]
        kept = [self.rows.get(each.at, each.row) for each in self.proposal.known]
        return [
            *(as_action(self.plan.name, each, reading.source, self.kit.today) for each in added),
            *(self.reader.read(self.plan, row) for row in kept),
        ]

    def held(self) -> tuple[int, ...]:
        """The positions of the document's rows that wait for an answer in the list."""
        column = self.reader.columns(self.plan).names.get("question", "")
        there = {each.at: self.rows.get(each.at, each.row) for each in self.proposal.known}
        held = [at for at in self.proposal.missing if self.proposal.held_by(at)]
        held += [at for at, row in there.items() if rows.plain(str(row.fields.get(column) or ""))]
        return tuple(sorted(held))


def _values(action: Action, each: Known, source: str, today: date, columns: Columns) -> dict[str, object]:
    """What goes into a row, by our field names."""
    change = each.newer
    values: dict[str, object] = {name: _typed(name, words) for name, words in change.values.items()}
    if columns.kinds.get("due") == "dateTime" and "due_date" in values:
        values["due"] = values["due_date"]
    if values.get("status", Status.COMPLETED) is not Status.COMPLETED and action.completed_on:
        values["completed_on"] = None
    if change.updates:
        told = [progress.imported(today, source, words, head) for head, words in change.updates]
        values["progress"] = "\n".join([*filter(None, [action.progress]), *told])
    if change.questions or change.clashes or change.settled:
        values["question"] = _question(action.question, change)
    return values


def _typed(name: str, words: str) -> object:
    if name == "status":
        return Status(words)
    if name in ("due_date", "revised_due"):
        return date.fromisoformat(words) if words else None
    return words


def _question(there: str, change: Newer) -> str:
    """The row's question without what the document settles, and with what it asks."""
    for settled in change.settled:
        there = there.replace(settled, "")
    return " ".join([*there.split(), *change.questions, *change.clashes])
