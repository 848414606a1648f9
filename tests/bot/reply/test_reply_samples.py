"""Replies in the styles of many mail programs, each beside what must be read from it.

The nudges are ours as composed; a reply names the nudge that it answers in In-Reply-To.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.reply import Mail, find_tokens, open_mail, reply_json

SAMPLES = Path(__file__).parent / "samples"
REPLIES = sorted(file for file in SAMPLES.glob("*.eml") if not file.stem.startswith("nudge"))


def _mail(name: str) -> Mail:
    return open_mail((SAMPLES / f"{name}.eml").read_bytes())


def _parent(mail: Mail) -> Mail:
    return _mail(mail.in_reply_to.strip("<>").split("@")[0] or "nudge-three")


@pytest.mark.parametrize("file", REPLIES, ids=lambda file: file.stem)
def test_a_sample_is_read_as_written_beside_it(file: Path) -> None:
    mail = open_mail(file.read_bytes())
    expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert reply_json(mail, _parent(mail)) == expected


@pytest.mark.parametrize("file", REPLIES, ids=lambda file: file.stem)
def test_without_the_parent_nothing_is_applied(file: Path) -> None:
    updates = reply_json(open_mail(file.read_bytes()), None)["updates"]
    assert all(update["decision"] != "apply" for update in updates if not file.stem.startswith("button"))


def test_nothing_of_the_quote_comes_back_as_the_owners_words() -> None:
    for name in ("unmarked-quote", "rewrapped-quote", "french-header", "forwarded-colleague", "outlook-desktop"):
        mail = _mail(name)
        text = reply_json(mail, _parent(mail))["text"]
        assert "duty rota" not in text, name
        assert "completed forms" not in text, name
        assert "I thought" not in text, name


def test_every_reply_button_and_quote_carries_the_token() -> None:
    token = "0000000000000000000000ab"
    for file in REPLIES:
        mail = open_mail(file.read_bytes())
        if mail.mail_class.value == "reply":
            assert find_tokens(mail) == (token,), file.stem
