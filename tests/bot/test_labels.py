from __future__ import annotations

from bot.labels import labels


def test_a_reference_of_its_own_is_its_label() -> None:
    assert labels([("Housing", "1.1"), ("Audit", "1.2")]) == ("1.1", "1.2")


def test_a_shared_reference_is_told_apart_by_its_plan() -> None:
    named = [("Housing", "A-0012"), ("Audit: year two", "a12"), ("Audit", "2")]
    assert labels(named) == ("A-0012 (Housing)", "a12 (Audit year two)", "2")


def test_where_the_plan_is_shared_too_a_number_tells_them_apart() -> None:
    assert labels([("Housing", "1"), ("Housing", "1"), ("Audit", "1")]) == (
        "1 (Housing)",
        "1 (Housing, 2)",
        "1 (Audit)",
    )


def test_no_two_labels_are_alike_however_long_the_plans_are() -> None:
    found = labels([("The plan of " + "very " * 20 + end, "1") for end in ("A", "B", "C")])
    assert len(set(found)) == 3
    assert max(map(len, found)) < 60
