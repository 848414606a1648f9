from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.ledger import Ledger, Seen
from bot.ledger.codec import action_from_json, action_to_json
from bot.plan import Action, Change, Due, Owner, Person, Status

PLAN = "Housing plan"
TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
FIRST = Action(
    PLAN,
    "1",
    "1.1",
    "Open the hostel",
    owners=(Owner("Head of Housing", (TOM,)), Owner("Estates Board")),
    due=Due.on(date(2026, 9, 30)),
    revised_due=Due.on(date(2026, 12, 31)),
    status=Status.AT_RISK,
    last_reply=date(2026, 9, 1),
    version='"1"',
)


def seen(action: Action = FIRST, **values: object) -> Seen:
    return Seen(action, {"Title": action.ref, **values})


def change(on: date, field: str = "status", plan: str = PLAN) -> Change:
    return Change(plan, "1", "1.1", field, "a", "b", on, "Priya Raman", "The roof leaks.")


def test_a_row_is_kept_as_graph_gave_it_and_as_it_was_read(ledger: Ledger) -> None:
    ledger.snapshot.record(PLAN, [seen(People=[{"LookupId": 7}])], [], [])
    assert ledger.snapshot.seen(PLAN) == {"1": seen(People=[{"LookupId": 7}])}
    assert ledger.snapshot.action(PLAN, "1") == FIRST
    assert ledger.snapshot.action(PLAN, "2") is None


def test_rows_come_in_the_order_of_the_list_not_of_the_alphabet(ledger: Ledger) -> None:
    ledger.snapshot.record(PLAN, [seen(replace(FIRST, item_id=item)) for item in ("10", "9", "2", "100")], [], [])
    assert [action.item_id for action in ledger.snapshot.actions(PLAN)] == ["2", "9", "10", "100"]


def test_a_row_seen_again_takes_the_place_of_the_old_one(ledger: Ledger) -> None:
    ledger.snapshot.record(PLAN, [seen()], [], [])
    newer = replace(FIRST, status=Status.COMPLETED, version='"2"')
    ledger.snapshot.record(PLAN, [seen(newer)], [], [])
    assert ledger.snapshot.actions(PLAN) == (newer,)


def test_a_row_that_is_gone_is_forgotten_in_its_own_plan_only(ledger: Ledger) -> None:
    ledger.snapshot.record(PLAN, [seen()], [], [])
    ledger.snapshot.record("Budget", [seen(replace(FIRST, plan="Budget"))], [], [])
    ledger.snapshot.record(PLAN, [], ["1"], [])
    assert (ledger.snapshot.actions(PLAN), len(ledger.snapshot.actions("Budget"))) == ((), 1)


def test_rows_changes_and_marker_are_kept_all_or_not_at_all(ledger: Ledger) -> None:
    broken = replace(change(date(2026, 9, 4)), why=None)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        ledger.snapshot.record(PLAN, [seen()], [], [broken], "https://graph.example/delta?token=2")
    assert ledger.snapshot.actions(PLAN) == ()
    assert ledger.snapshot.marker(f"list:{PLAN}") == ""


def test_a_marker_is_kept_and_replaced_and_survives_a_record_without_one(ledger: Ledger) -> None:
    ledger.snapshot.record(PLAN, [], [], [], "link 1")
    ledger.snapshot.record(PLAN, [], [], [], "link 2")
    ledger.snapshot.record(PLAN, [seen()], [], [])
    ledger.snapshot.set_marker("inbox", "link 9")
    assert (ledger.snapshot.marker(f"list:{PLAN}"), ledger.snapshot.marker("inbox")) == ("link 2", "link 9")


def test_changes_are_found_after_one_day_up_to_and_with_another(ledger: Ledger) -> None:
    days = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 30), date(2026, 10, 1)]
    ledger.snapshot.record(PLAN, [], [], [change(day) for day in days] + [change(days[1], plan="Budget")])
    found = ledger.snapshot.changes(PLAN, date(2026, 8, 31), date(2026, 9, 30))
    assert found == (change(days[1]), change(days[2]))
    assert [each.on for each in ledger.snapshot.changes(PLAN, None, date(2026, 9, 1))] == days[:2]


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
DAYS = st.none() | st.dates()
OWNERS = st.builds(Owner, TEXT, st.lists(st.builds(Person, TEXT, TEXT), max_size=3).map(tuple))
DUES = st.builds(Due, text=TEXT, start=DAYS, end=DAYS, assumption=st.none() | TEXT)


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        Action,
        plan=TEXT,
        item_id=TEXT,
        ref=TEXT,
        text=TEXT,
        owners=st.lists(st.builds(Owner, TEXT, st.lists(st.builds(Person, TEXT, TEXT)).map(tuple)), max_size=3).map(
            tuple
        ),
        due=DUES,
        revised_due=st.none() | DUES,
        status=st.sampled_from(Status),
        last_reply=DAYS,
        completed_on=DAYS,
        progress=TEXT,
    )
)
def test_an_action_written_to_the_ledger_is_read_back_the_same(action: Action) -> None:
    again = action_from_json(action_to_json(action))
    assert again == action
    assert [type(getattr(again, each.name)) for each in fields(again)] == [
        type(getattr(action, each.name)) for each in fields(action)
    ]


def test_the_basis_holds_the_people_of_open_actions_and_what_changed_since_it_was_kept(ledger: Ledger) -> None:
    assert ledger.snapshot.basis(PLAN) is None
    closed = replace(FIRST, item_id="2", status=Status.COMPLETED)
    ledger.snapshot.record(PLAN, [seen(), seen(closed)], [], [change(date(2026, 9, 1))])
    ledger.snapshot.keep_basis(PLAN, date(2026, 9, 1))
    same_day, other_plan = change(date(2026, 9, 1), "due"), change(date(2026, 9, 2), plan="Other plan")
    ledger.snapshot.record(PLAN, [], [], [same_day, other_plan])
    basis = ledger.snapshot.basis(PLAN)
    assert basis is not None
    assert (basis.day, basis.people) == (date(2026, 9, 1), {"1": {TOM.address}})
    assert basis.changes == (same_day,)
    ledger.snapshot.keep_basis(PLAN, date(2026, 9, 2))
    basis = ledger.snapshot.basis(PLAN)
    assert basis is not None
    assert (basis.day, basis.changes) == (date(2026, 9, 2), ())
