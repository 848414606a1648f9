from __future__ import annotations

from datetime import UTC, date, datetime

from bot.ledger import Event, Ledger

NOW = datetime(2026, 9, 4, 7, 30, tzinfo=UTC)
TOM = "tom.ashgrove@tamberley.example"


def test_a_fact_is_kept_until_it_is_replaced(ledger: Ledger) -> None:
    assert ledger.register.fact("woke:sync") == ""
    ledger.register.set_fact("woke:sync", "yesterday")
    ledger.register.set_fact("woke:sync", "today")
    assert ledger.register.fact("woke:sync") == "today"


def test_the_secret_of_the_tokens_is_made_once(ledger: Ledger) -> None:
    secret = ledger.register.token_secret()
    assert len(secret) == 32
    assert ledger.register.token_secret() == secret


def test_the_figures_of_a_month_are_replaced_when_it_is_made_again(ledger: Ledger) -> None:
    keep, before = ledger.register.keep_summary, ledger.register.summaries_before
    month = date(2026, 8, 1)
    keep("Housing plan", month, "internal", '{"open": 3}', date(2026, 9, 1), "https://x/1")
    keep("Housing plan", month, "internal", '{"open": 2}', date(2026, 9, 2), "https://x/2")
    assert before("Housing plan", date(2026, 9, 1), "internal", 5) == ((month, '{"open": 2}'),)
    assert before("Budget", date(2026, 9, 1), "internal", 5) == ()


def test_the_editions_of_a_month_keep_figures_of_their_own(ledger: Ledger) -> None:
    keep, before = ledger.register.keep_summary, ledger.register.summaries_before
    for edition in ("internal", "public"):
        keep("Housing plan", date(2026, 8, 1), edition, edition, date(2026, 9, 1), "")
    assert before("Housing plan", date(2026, 9, 1), "public", 5) == ((date(2026, 8, 1), "public"),)


def test_earlier_summaries_are_the_latest_of_earlier_months_oldest_first(ledger: Ledger) -> None:
    for month in (7, 5, 6):
        made = date(2026, month + 1, 1)
        ledger.register.keep_summary("Housing plan", date(2026, month, 1), "internal", str(month), made, "")
    before = ledger.register.summaries_before
    assert before("Housing plan", date(2026, 8, 1), "internal", 2) == ((date(2026, 6, 1), "6"), (date(2026, 7, 1), "7"))
    assert before("Housing plan", date(2026, 5, 1), "internal", 2) == ()


def test_the_audit_trail_is_told_in_order_by_action_and_by_person(ledger: Ledger) -> None:
    lines = [
        Event(NOW, "nudge", "nudge sent", "Housing plan", "1.4", TOM, "run 1"),
        Event(NOW, "update", "written", "Housing plan", "1.4", "karen@x.example"),
        Event(NOW, "import", "40 rows brought in"),
    ]
    ledger.register.note(lines[:2])
    ledger.register.note(lines[2:])
    assert ledger.register.events() == tuple(lines)
    assert ledger.register.events(ref="1.4") == tuple(lines[:2])
    assert ledger.register.events(ref="1.4", person=TOM.title()) == tuple(lines[:1])
    assert ledger.register.events(person="nobody@x.example") == ()
