"""Words that every job speaks with."""

from __future__ import annotations

import pytest

from jobs.words import ended


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("it answers no mail of ours", "it answers no mail of ours."),
        ("Is it complete?", "Is it complete?"),
        ("No.", "No."),
    ],
)
def test_a_sentence_ends_with_one_mark(sentence: str, whole: str) -> None:
    assert ended(sentence) == whole
