from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.guards import pause, room_today

NOW = datetime(2027, 3, 1, 8, 30, tzinfo=UTC)


def ago(*seconds: float) -> list[datetime]:
    return [NOW - timedelta(seconds=each) for each in seconds]


def test_mails_go_at_once_until_the_minute_is_full_and_then_wait_for_its_first_to_pass() -> None:
    assert pause(ago(50, 40), NOW, 3) == 0
    assert pause(ago(50, 40, 10), NOW, 3) == 10
    assert pause(ago(70, 40, 10), NOW, 3) == 0


def test_a_clock_that_was_set_back_stops_nothing_for_longer_than_a_minute() -> None:
    assert pause([NOW + timedelta(days=1)], NOW, 1) == 60


@given(st.integers(1, 40), st.lists(st.floats(0, 20), max_size=150))
def test_no_minute_ever_sees_more_than_it_may(a_minute: int, work: list[float]) -> None:
    now, left = NOW, list[datetime]()
    for seconds in work:
        now += timedelta(seconds=seconds)
        now += timedelta(seconds=pause(left, now, a_minute))
        left.append(now)
    for first, after in zip(left, left[a_minute:], strict=False):
        assert after - first >= timedelta(seconds=60) - timedelta(microseconds=1)


def test_the_day_has_room_for_what_has_not_left_in_the_24_hours_before() -> None:
    assert room_today(ago(3600, 10), NOW, 3) == 1
    assert room_today(ago(25 * 3600, 3600, 10), NOW, 3) == 1
    assert room_today(ago(3600, 20, 10), NOW, 2) == 0
