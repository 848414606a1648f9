"""What commands print is words: a document cannot steer the terminal of who reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobs.cli import main
from jobs.cli.telling import tell, tell_lines


def test_signs_that_steer_a_terminal_are_never_printed(capsys: pytest.CaptureFixture[str]) -> None:
    tell(["Mend \x1b[31mthe\x1b]0;hall\x07 clock\u202egnp"], None, as_json=False)
    tell_lines([("Paint\x9b31m the\r gates\t(by May)", None)], as_json=False)
    said = capsys.readouterr().out
    assert said == ("Mend \ufffd[31mthe\ufffd]0;hall\ufffd clock\ufffdgnp\nPaint\ufffd31m the\ufffd gates\t(by May)\n")


def test_sentences_beside_an_answer_are_plain_too(capsys: pytest.CaptureFixture[str]) -> None:
    tell(["Mend \x1bthe clock"], {"ref": "1"}, as_json=True)
    said = capsys.readouterr()
    assert (said.out, said.err) == ('{"ref": "1"}\n', "Mend \ufffdthe clock\n")


def test_a_dry_run_says_on_which_days_something_comes_round_each_term(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.csv"
    rows = "1,Check the buses,Ada Fenn,9 April 2027 (termly)\n2,Check the hall,Ada Fenn,9 April 2027 (quarterly)\n"
    path.write_text(f"Ref,Action,Owner,Due\n{rows}", encoding="utf-8")
    assert main(["import", str(path), "--dry-run", "--as-of", "2027-02-01"]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if "due again" in line]
    days = "on 9 July 2027, then on 9 December 2027."
    assert said == [f"    = Once done, it is due again each term, and never in August: {days}"]
