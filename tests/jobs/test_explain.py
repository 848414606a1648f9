"""How `planminder explain` answers: in a sentence with its rule, or in JSON, as the council's own words mean it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from jobs.cli import main

OWN_WORDS = '[reading]\ncolours = { Blue = "Completed" }\naliases = { "DX" = "District Executive" }\n'


@pytest.fixture
def config(tmp_path: Path) -> str:
    path = tmp_path / "planminder.toml"
    path.write_text(OWN_WORDS, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [("due", "w/c 7 June 2027", "week commencing"), ("status", "Paused", "on hold"), ("owners", "CEO", "one party")],
)
def test_every_reading_names_the_rule_that_made_it(
    kind: str, text: str, rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = str(tmp_path / "none.toml")
    assert main(["explain", kind, text, "--config", nowhere]) == 0
    assert capsys.readouterr().out.endswith(f"(rule: {rule})\n")
    assert main(["explain", kind, text, "--config", nowhere, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["text"], answer["rule"]) == (text, rule)


def test_the_councils_own_words_are_read_as_it_means_them(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "status", "blue", "--config", config]) == 0
    assert main(["explain", "--config", config, "owners", "dx"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        '"blue": completed (rule: colour only)',
        '"dx": District Executive (rule: alias)',
    ]


def test_own_words_at_fault_are_told_and_nothing_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "planminder.toml"
    path.write_text('[reading]\ncolours = { blue = "finished" }\n', encoding="utf-8")
    assert main(["explain", "status", "blue", "--config", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert 'reading.colours.blue: "finished" is no status: write one of not started, in progress' in told.err


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


def test_somebody_at_a_keyboard_is_told_what_to_type_and_a_pipe_is_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for stdin, told in ((Terminal("May 2028\n"), "Type a phrase a line; end with Ctrl-D.\n"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert main(["explain", "due"]) == 0
        assert capsys.readouterr().err == told
