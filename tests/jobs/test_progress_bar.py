"""The bar of a long task: for people at a terminal, and only for long tasks."""

from __future__ import annotations

import io

import pytest

from jobs.cli.progress_bar import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(stream: io.StringIO, of: int) -> str:
    bar = ProgressBar("rows read", stream, short=100)
    for done in range(1, of + 1):
        bar(done, of)
    return stream.getvalue()


def test_a_long_task_is_drawn_and_ends_full() -> None:
    text = drawn(Terminal(), 3000)
    assert text.endswith("\r[##############################] 3,000 of 3,000 rows read\n")
    assert text.count("\r") == 31


@pytest.mark.parametrize(("stream", "of"), [(Terminal(), 100), (io.StringIO(), 3000)])
def test_short_tasks_and_files_get_none(stream: io.StringIO, of: int) -> None:
    assert drawn(stream, of) == ""
