"""What commands print is words: a document cannot steer the terminal of who reads it."""

from __future__ import annotations

import pytest

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
