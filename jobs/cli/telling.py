"""How commands speak: sentences for people, one JSON value for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol


class Written(Protocol):
    """A mail in its three parts."""

    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def html(self) -> str: ...


def write_mail(folder: Path, name: str, mail: Written) -> Path:
    """The exact mail as a page to open in a browser, its plain text beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.html"
    file.write_text(mail.html, encoding="utf-8")
    (folder / f"{name}.txt").write_text(f"Subject: {mail.subject}\n\n{mail.text}", encoding="utf-8")
    return file


def tell(lines: Iterable[str], answer: Any, as_json: bool) -> None:
    """Sentences on stdout; with --json they go to stderr, and one JSON value goes to stdout."""
    for line in lines:
        print(line, file=sys.stderr if as_json else sys.stdout)
    if as_json:
        print(json.dumps(answer, ensure_ascii=False, default=str))


def tell_lines(answers: Iterable[tuple[str, Any]], as_json: bool) -> None:
    """One answer a line: its sentence, or with --json its JSON object."""
    for sentence, answer in answers:
        print(json.dumps(answer, ensure_ascii=False, default=str) if as_json else sentence, flush=True)
