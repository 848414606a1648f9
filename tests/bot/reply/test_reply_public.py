"""The public reply fixtures, where they lie beside the repository. No parent is known: the marker rules work alone."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.reply import new_text, open_mail
from bot.reply.extract import extract
from bot.reply.html_text import html_to_text

CASES = Path(__file__).resolve().parents[4] / "shared" / "replies" / "public-dev.json"

# Reached when this was written: exact 76.6 %, 81 % without the corpus that keeps the attribution line, and 78 % for the
# best open library. Words are "lost" here mostly where a corpus keeps app footers, attributions or forwarded mail.
EXACT_FLOOR = 0.76
FOREIGN_CEILING = 0.08


def _fold(text: str) -> str:
    return " ".join(re.sub(r"[*_/]", "", unicodedata.normalize("NFKC", text)).split())


def _read(case: dict[str, Any]) -> str:
    if case["kind"] == "text":
        return extract(case["input"], None).text
    if case["kind"] == "html":
        return extract(html_to_text(case["input"]), None).text
    raw = base64.b64decode(case["input_base64"]) if case.get("input_base64") else case["input"].encode()
    return new_text(open_mail(raw), None)


def _expected(case: dict[str, Any]) -> str:
    text = case["expect"]
    is_html = case["kind"] == "html" and re.search(r"<\w", text)
    return _fold(re.sub(r"(?m)^> ?", "", html_to_text(text)) if is_html else text)


def _score(case: dict[str, Any]) -> tuple[bool, bool]:
    """Whether the text is right, and whether it holds words that it should not."""
    got = _fold(_read(case))
    if case["expect"] is None:
        foreign = any(_fold(part) in got for part in case["excludes"] or ())
        return not foreign and all(_fold(part) in got for part in case["contains"] or ()), foreign
    wanted = _expected(case)
    return got == wanted, bool(Counter(got.casefold().split()) - Counter(wanted.casefold().split()))


def test_the_public_english_replies_are_read_as_well_as_when_last_measured() -> None:
    if not CASES.exists():
        pytest.skip("the public reply fixtures are not beside this repository")
    cases = [case for case in json.loads(CASES.read_text(encoding="utf-8")) if case["lang"] == "en"]
    scores = [_score(case) for case in cases]
    assert sum(right for right, _ in scores) / len(scores) >= EXACT_FLOOR
    assert sum(foreign for _, foreign in scores) / len(scores) <= FOREIGN_CEILING
