from __future__ import annotations

from datetime import date, timedelta

from bot.policy import Bounced, read_bounced

ON = date(2026, 10, 1)


def test_an_address_is_left_alone_for_a_while_and_then_tried_once_more() -> None:
    bounced = Bounced(ON, "5.1.10 not found")
    assert bounced.holds(ON)
    assert bounced.holds(bounced.until - timedelta(days=1))
    assert not bounced.holds(bounced.until)


def test_only_a_mail_written_since_shows_that_somebody_is_there() -> None:
    assert not Bounced(ON, "").is_answered_by(ON - timedelta(days=1))
    assert Bounced(ON, "").is_answered_by(ON)


def test_what_is_kept_reads_as_it_was() -> None:
    for bounced in (Bounced(ON, "5.1.10 not found"), Bounced(ON, "")):
        assert read_bounced(bounced.printed()) == bounced
