from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.guards import Cycle, Limits, Past, why_unlike
from bot.plan import Action, Change, Due, Owner, Person, Status

SINCE = date(2027, 3, 1)
DUE = date(2027, 6, 30)


def address(number: int) -> str:
    return f"person{number}@tamberley.example"


def actions(number: int) -> list[Action]:
    return [
        Action(
            *("Housing plan", str(each), f"1.{each}", "Open the new hostel"),
            owners=(Owner("Head of Housing", (Person("Tom", address(each)),)),),
            due=Due.on(DUE),
            status=Status.IN_PROGRESS,
        )
        for each in range(1, number + 1)
    ]


def changed(items: Sequence[int], field: str, old: str, new: str, why: str = "") -> list[Change]:
    return [Change("Housing plan", str(each), f"1.{each}", field, old, new, SINCE, why=why) for each in items]


def cycle(of: Sequence[Action], people: int) -> Cycle:
    asked = {address(each): frozenset({str(each)}) for each in range(1, people + 1)}
    return Cycle(of, asked, frozenset(asked))


OWNED = {str(each): frozenset({address(each)}) for each in range(1, 100)}


def test_a_cycle_like_the_last_ones_is_not_held() -> None:
    assert why_unlike(cycle(actions(20), 7), Past((6, 7, 5), OWNED), Limits()) == ()


def test_a_cycle_that_mails_many_more_people_than_before_is_held() -> None:
    [reason] = why_unlike(cycle(actions(60), 48), Past((6, 7, 5, 4, 8), OWNED), Limits())
    assert reason == "it would mail 48 people, the last 5 mailed 6 on average"
    [reason] = why_unlike(cycle(actions(60), 48), Past((6,), OWNED), Limits())
    assert reason == "it would mail 48 people, the last one mailed 6"


def test_a_few_more_people_in_a_small_plan_are_no_jump() -> None:
    assert why_unlike(cycle(actions(20), 9), Past((1, 2), OWNED), Limits()) == ()
    assert why_unlike(cycle(actions(60), 29), Past((10,), OWNED), Limits()) == ()
    assert why_unlike(cycle(actions(60), 30), Past((10,), OWNED), Limits())


def test_a_cycle_that_asks_mostly_people_who_never_had_these_actions_is_held() -> None:
    slipped = {str(each): frozenset({address(each + 1)}) for each in range(1, 20)}
    [reason] = why_unlike(cycle(actions(20), 6), Past((6,), slipped), Limits())
    assert reason == "6 of the 6 people it would ask never had these actions before (1.1, 1.2, 1.3 and 3 more)"


def test_a_successor_who_takes_over_some_actions_is_no_stranger_worth_a_word() -> None:
    known = OWNED | {str(each): frozenset({"left@tamberley.example"}) for each in range(1, 5)}
    assert why_unlike(cycle(actions(20), 10), Past((9,), known), Limits()) == ()


def test_nothing_is_compared_with_what_is_not_known() -> None:
    assert why_unlike(cycle(actions(60), 48), Past(), Limits()) == ()


def test_a_column_gone_blank_is_told_with_examples() -> None:
    plan = actions(20)
    ownerless = [replace(each, owners=()) for each in plan[:8]] + plan[8:]
    past = Past((6,), OWNED, changed(range(1, 9), "owners", "Head of Housing", ""), SINCE)
    [reason] = why_unlike(cycle(ownerless, 0), past, Limits())
    assert reason == "8 of 20 open actions have lost their owner since 1 March 2027 (1.1, 1.2, 1.3 and 5 more)"

    dateless = [replace(each, due=Due("")) for each in plan[:8]] + plan[8:]
    past = Past((6,), OWNED, changed(range(1, 9), "due", "2027-06-30", ""), SINCE)
    [reason] = why_unlike(cycle(dateless, 0), past, Limits())
    assert "8 of 20 open actions have lost their date" in reason

    unknown = [replace(each, status=Status.UNKNOWN) for each in plan[:8]] + plan[8:]
    past = Past((6,), OWNED, changed(range(1, 9), "status", "completed", "unknown"), SINCE)
    [reason] = why_unlike(cycle(unknown, 0), past, Limits())
    assert "8 of 20 open actions have lost their status" in reason


def test_what_was_blank_before_or_is_filled_again_is_not_lost() -> None:
    never = [replace(each, owners=()) for each in actions(20)]
    assert why_unlike(cycle(never, 0), Past((6,), OWNED, (), SINCE), Limits()) == ()
    healed = changed(range(1, 9), "owners", "Head of Housing", "") + changed(
        range(1, 9), "owners", "", "Head of Housing"
    )
    assert why_unlike(cycle(actions(20), 0), Past((6,), OWNED, healed, SINCE), Limits()) == ()


def test_dates_that_moved_by_hand_are_told_with_examples() -> None:
    past = Past((6,), OWNED, changed(range(1, 8), "due", "2027-03-31", "2027-06-30"), SINCE)
    [reason] = why_unlike(cycle(actions(20), 0), past, Limits())
    assert reason == (
        "7 of 20 open actions have another date since 1 March 2027, of which their owners said nothing "
        "(1.1: 31 March 2027 is now 30 June 2027, 1.2: 31 March 2027 is now 30 June 2027, "
        "1.3: 31 March 2027 is now 30 June 2027 and 4 more)"
    )


def test_dates_that_owners_moved_or_that_moved_back_are_nothing_to_hold_a_run_for() -> None:
    told = changed(range(1, 20), "due", "2027-03-31", "2027-06-30", why="Waiting for the auditors.")
    assert why_unlike(cycle(actions(20), 0), Past((6,), OWNED, told, SINCE), Limits()) == ()
    back = changed(range(1, 20), "due", "2027-06-30", "2027-03-31") + changed(
        range(1, 20), "due", "2027-03-31", "2027-06-30"
    )
    assert why_unlike(cycle(actions(20), 0), Past((6,), OWNED, back, SINCE), Limits()) == ()


def test_four_changes_or_less_than_the_share_hold_nothing() -> None:
    few = changed(range(1, 5), "due", "2027-03-31", "2027-06-30")
    assert why_unlike(cycle(actions(6), 0), Past((6,), OWNED, few, SINCE), Limits()) == ()
    share = changed(range(1, 6), "due", "2027-03-31", "2027-06-30")
    assert why_unlike(cycle(actions(17), 0), Past((6,), OWNED, share, SINCE), Limits()) == ()
    assert why_unlike(cycle(actions(16), 0), Past((6,), OWNED, share, SINCE), Limits())


def test_closed_and_repeated_actions_count_for_nothing() -> None:
    plan = actions(20)
    quiet = [replace(each, status=Status.COMPLETED) for each in plan[:8]]
    quiet += [replace(each, repeat_of="1.1") for each in plan[8:16]] + plan[16:]
    past = Past((6,), OWNED, changed(range(1, 17), "due", "2027-03-31", "2027-06-30"), SINCE)
    assert why_unlike(cycle(quiet, 0), past, Limits()) == ()


def test_a_rule_set_to_0_is_switched_off() -> None:
    past = Past((1,), {}, changed(range(1, 20), "due", "2027-03-31", "2027-06-30"), SINCE)
    assert len(why_unlike(cycle(actions(20), 20), past, Limits())) == 3
    assert why_unlike(cycle(actions(20), 20), past, Limits(size_jump=0, new_people=0, changed=0)) == ()


@given(st.lists(st.integers(1, 60), min_size=1, max_size=5), st.integers(0, 60))
def test_a_cycle_no_larger_than_one_of_the_last_is_never_held_for_its_size_when_they_were_alike(
    sizes: list[int], people: int
) -> None:
    held = why_unlike(cycle(actions(60), people), Past(sizes, OWNED), Limits())
    average = sum(sizes) / len(sizes)
    assert bool(held) == (people >= 3 * average and people >= average + 10)
