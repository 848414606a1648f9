"""Every point at which a collect can die: before each outside call, after its answer, around each ledger write.

Each reply must have been applied once, answered once and filed, and nothing of it lost.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from bot.ledger import IntentState, Ledger, Mention, MessageState, NewIntent, Run, RunState, Seen, open_ledger
from bot.m365 import Row
from bot.plan import Person, Status
from bot.reply import mint
from bot.settings import Settings
from jobs.collect import collect
from jobs.kit import JobRefused, Kit
from jobs.reader import Reader
from jobs.replies.settle_reply import Choice, settle_reply
from tests.jobs.fake_tenant import MAILBOX, TODAY, Clock, Fuse, World, attempt, columns, kit, settings
from tests.jobs.points import stride
from tests.ledgers import founded

ADA = Person("Ada Fenn", "ada.fenn@tamberley.example")
SETTINGS = settings()

Check = Callable[[Ledger, World], None]
Job = Callable[[Kit], object]


def begun(folder: Path) -> World:
    """Ada has been asked about three actions, and nothing has come back yet."""
    world = World()
    world.lists.kinds["Plan"] = columns()
    world.lists.lists["User Information List"] = {"7": Row("7", "1", {"Title": ADA.name, "EMail": ADA.address})}
    common = {"OwnerText": ADA.name, "DueText": "31 January 2027", "Status": "In progress"}
    world.lists.lists["Plan"] = {
        ref: Row(ref, "1", {"Title": ref, "Action": f"Action {ref}", **common}) for ref in ("A1", "A2", "A3")
    }
    ledger = Ledger(open_ledger(founded(folder)))
    made = kit(ledger, world, Fuse(), Clock(), SETTINGS)
    reader, plan = Reader(made), SETTINGS.plans[0]
    seen = [Seen(reader.read(plan, row), row.fields) for row in world.lists.all_rows("Plan")]
    ledger.snapshot.record("Plan", seen, [], [])
    token = mint(ledger.register.token_secret(), 0, 1, ADA.address)
    mentions = tuple(Mention("Plan", each.action.item_id, each.action.ref) for each in seen)
    asked = NewIntent(1, "key", "nudge", ADA, MAILBOX, token, "A word", "A1  Action A1", "<p>A1</p>", mentions)
    ledger.outbox.open_run(Run("run", "nudge", TODAY, RunState.APPROVED), ["Plan"], [asked], Clock().now())
    ledger.outbox.move(1, IntentState.DRAFTED, Clock().now(), ("draft", "<draft@x>"))
    ledger.outbox.sent(1, TODAY, Clock().now())
    words = "A1: done\n\nA2: nearly there\n\nA3: new date 30 June 2027"
    world.mailbox.receive(ADA.address, words, token, {"minutes.pdf": b"%PDF-1", "tool.exe": b"MZ"})
    ledger.close()
    return world


def undoing(folder: Path) -> World:
    """Ada has her receipt, and has answered it with UNDO."""
    world = begun(folder)
    ledger = Ledger(open_ledger(founded(folder)))
    assert attempt(kit(ledger, world, Fuse(), Clock(), SETTINGS))
    world.mailbox.receive(ADA.address, "UNDO", ledger.outbox.intents()[-1].token)
    ledger.close()
    return world


def test_a_collect_killed_at_any_point_applies_and_answers_each_reply_once(tmp_path: Path) -> None:
    assert _killed_everywhere(tmp_path, begun(tmp_path / "begun"), _answered) > 100


def holding(folder: Path) -> World:
    """A reply that nobody vouches for is held, and an admin applies it."""
    world = begun(folder)
    forged = world.mailbox.came["message-0"].replace(b"AuthAs: Internal", b"AuthAs: Anonymous")
    world.mailbox.came["message-0"] = forged
    ledger = Ledger(open_ledger(founded(folder)))
    assert attempt(kit(ledger, world, Fuse(), Clock(), SETTINGS))
    ledger.close()
    return world


def _apply(made: Kit) -> None:
    """As an admin who gives the same command again until it says that it was done already."""
    try:
        settle_reply(made, "1.1", Choice(as_read=True))
    except JobRefused as refused:
        assert "settled already" in str(refused)  # noqa: PT017 - whichever way it ends


def _aim(made: Kit) -> None:
    """The same for another action than the one that was read."""
    try:
        settle_reply(made, "1.1", Choice(status=Status.COMPLETED, action="A2"))
    except JobRefused as refused:
        assert "settled already" in str(refused)  # noqa: PT017 - whichever way it ends


def _aimed(ledger: Ledger, world: World) -> None:
    assert Counter(world.lists.writes) == {"A2": 1}
    assert world.lists.lists["Plan"]["A1"].fields["Status"] == "In progress"


def test_a_settling_of_another_action_killed_at_any_point_writes_once(tmp_path: Path) -> None:
    assert _killed_everywhere(tmp_path, holding(tmp_path / "begun"), _aimed, _aim) > 20


def test_a_settling_killed_at_any_point_writes_once(tmp_path: Path) -> None:
    assert _killed_everywhere(tmp_path, holding(tmp_path / "begun"), _settled, _apply) > 20


def _settled(ledger: Ledger, world: World) -> None:
    rows = world.lists.lists["Plan"]
    assert Counter(world.lists.writes) == {"A1": 1}
    assert rows["A1"].fields["Status"] == "Completed"
    assert str(rows["A1"].fields["Progress"]).count("settled the answer") == 1
    assert [event.what for event in ledger.register.events() if event.what.startswith("settled")] == [
        "settled by an admin: status completed, completed on 1 March 2027"
    ]
    assert len(ledger.review.examples()) == 1
    assert len(ledger.snapshot.changes("Plan", None, TODAY)) == 1


FARAH = "farah.siddiqui@tamberley.example"
ASKING = settings(policy={"lead_agrees_to_dates": 1}, plans=[{"name": "Plan", "lead": FARAH}])


def _asked(ledger: Ledger, world: World) -> None:
    assert "RevisedDue" not in world.lists.lists["Plan"]["A3"].fields
    assert sorted(mail["to"] for mail in world.mailbox.sent) == [ADA.address, FARAH]


def _agreed(ledger: Ledger, world: World) -> None:
    row = world.lists.lists["Plan"]["A3"].fields
    assert str(row["RevisedDue"]).startswith("2027-06-30")
    assert str(row["Progress"]).count("agreed to the new date") == 1
    assert sorted(mail["to"] for mail in world.mailbox.sent) == [ADA.address, ADA.address, FARAH, FARAH]
    assert Counter(world.lists.writes)["A3"] == 2


def test_a_wish_killed_at_any_point_asks_the_lead_once_and_is_written_once(tmp_path: Path) -> None:
    world = begun(tmp_path / "begun")
    assert _killed_everywhere(tmp_path, world, _asked, given=ASKING) > 100
    ledger = Ledger(open_ledger(tmp_path / "begun"))
    assert attempt(kit(ledger, world, Fuse(), Clock(), ASKING))
    token = next(each.token for each in ledger.outbox.intents() if each.kind == "wish")
    world.mailbox.receive(FARAH, "AGREED", token)
    ledger.close()
    assert _killed_everywhere(tmp_path, world, _agreed, given=ASKING) > 50


def test_an_undo_killed_at_any_point_puts_each_row_back_once_and_says_so_once(tmp_path: Path) -> None:
    assert _killed_everywhere(tmp_path, undoing(tmp_path / "begun"), _put_back) > 80


@pytest.mark.timeout(300)
def test_a_collect_killed_twice_loses_and_doubles_nothing_either(tmp_path: Path) -> None:
    world = begun(tmp_path / "begun")
    for first in range(5, 140, stride(17, 34)):
        for second in range(3, 100, stride(19, 38)):
            _killed(tmp_path, world, (first, second), _answered)


def _killed_everywhere(folder: Path, world: World, check: Check, job: Job = collect, given: Settings = SETTINGS) -> int:
    """How many points there are. After one call's answer and before the next call is one and the same moment."""
    at, step = 0, stride(2, 10)
    while _killed(folder, world, (at := at + step,), check, job, given):
        pass
    return at


def _killed(
    folder: Path, world: World, at: tuple[int, ...], check: Check, job: Job = collect, given: Settings = SETTINGS
) -> bool:
    """Processes killed at the points given, then a clean one; whether the first of them was killed at all."""
    here, then = folder / "-".join(map(str, at)), deepcopy(world)
    shutil.copytree(folder / "begun", here)
    ledger, clock = Ledger(open_ledger(here)), Clock()
    ended = [attempt(kit(ledger, then, Fuse(each), clock, given), job) for each in (*at, 0)]
    assert ended[-1]
    check(ledger, then)
    ledger.close()
    shutil.rmtree(here)
    return not ended[0]


def _answered(ledger: Ledger, world: World) -> None:
    rows = world.lists.lists["Plan"]
    assert Counter(world.lists.writes) == {"A1": 1, "A2": 1, "A3": 1}
    assert (rows["A1"].fields["Status"], rows["A2"].fields["Status"]) == ("Completed", "In progress")
    assert str(rows["A3"].fields["RevisedDue"]).startswith("2027-06-30")
    assert [mail["to"] for mail in world.mailbox.sent] == [ADA.address]
    assert world.mailbox.drafts == {}
    assert world.mailbox.folders == {"message-0": "Processed"}
    assert [event.what for event in ledger.register.events() if event.kind == "update"] == [
        "written: status completed, completed on 1 March 2027",
        "noted: words kept",
        "written: new date 30 June 2027",
    ]
    assert [(each.field, each.new) for each in ledger.snapshot.changes("Plan", None, TODAY)] == [
        ("status", "completed"),
        ("due", "2027-06-30"),
    ]
    assert list(world.library.files.values()) == [b"%PDF-1"]
    assert [(file.name, bool(file.url)) for file in ledger.evidence.of("message-0")] == [
        ("minutes.pdf", True),
        ("tool.exe", False),
    ]
    _all_filed(ledger, 1)


def _put_back(ledger: Ledger, world: World) -> None:
    rows = world.lists.lists["Plan"]
    assert Counter(world.lists.writes) == {"A1": 2, "A2": 1, "A3": 2}
    assert rows["A1"].fields["Status"] == "In progress"
    assert "RevisedDue" not in rows["A3"].fields
    assert "CompletedOn" not in rows["A1"].fields
    assert [str(row.fields["Progress"]).count("took back") for row in rows.values()] == [1, 0, 1]
    assert len(world.mailbox.sent) == 2
    assert [event.what for event in ledger.register.events() if event.what.startswith("undone")] == [
        "undone: status “In progress” again, no day of completion again",
        "undone: no new date again",
    ]
    _all_filed(ledger, 2)


def _all_filed(ledger: Ledger, number: int) -> None:
    assert ledger.inbox.unfinished() == ()
    assert {intent.state for intent in ledger.outbox.intents()} == {IntentState.SENT}
    states = [found.state for at in range(1, number + 1) if (found := ledger.inbox.message(at))]
    assert states == [MessageState.FILED] * number
