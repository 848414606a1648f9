"""How commands speak: sentences for people, one JSON value for programs."""

from __future__ import annotations

import json
import re
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


_STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What moves, colours or turns the text of a terminal: a document may hold it."""

INDEX = ".planminder-mails"
"""The file of a folder that names, a line each, the mails written into it."""


def write_mails(folder: Path, mails: Iterable[tuple[str, Written]]) -> tuple[list[Path], list[str]]:
    """The exact mails as pages to open in a browser, the plain text beside each; and what to say of the folder.

    Mails that an earlier call wrote there are removed; nothing else is.
    """
    wanted = dict(mails)
    folder.mkdir(parents=True, exist_ok=True)
    for name in _earlier(folder):
        (folder / name).unlink(missing_ok=True)
    names = [f"{name}.{kind}" for name in wanted for kind in ("html", "txt")]
    strange = sorted(file.name for file in folder.iterdir() if file.name not in {INDEX, *names})
    (folder / INDEX).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    for name, mail in wanted.items():
        (folder / f"{name}.html").write_text(mail.html, encoding="utf-8")
        (folder / f"{name}.txt").write_text(f"Subject: {mail.subject}\n\n{mail.text}", encoding="utf-8")
    return [folder / f"{name}.html" for name in wanted], _not_ours(folder, strange)


def _earlier(folder: Path) -> list[str]:
    """The files that an earlier call wrote: plain names only, whatever somebody made of the index."""
    index = folder / INDEX
    names = index.read_text(encoding="utf-8").splitlines() if index.is_file() else []
    return [name for name in names if name == Path(name).name and name.endswith((".html", ".txt"))]


def _not_ours(folder: Path, strange: list[str]) -> list[str]:
    if not strange:
        return []
    shown = ", ".join(strange[:3]) + (", …" if len(strange) > 3 else "")
    return [f"Something else lies in {folder}, and was left there: {shown}. It is none of these mails."]


def show(lines: Iterable[str], *, aside: bool = False) -> None:
    """Sentences on stdout, or `aside` on stderr; what could steer a terminal is shown as a sign that stands for it."""
    for line in lines:
        print(_STEERS.sub("\ufffd", line), file=sys.stderr if aside else sys.stdout, flush=True)


def tell(lines: Iterable[str], answer: Any, as_json: bool) -> None:
    """Sentences on stdout; with --json they go to stderr, and one JSON value goes to stdout."""
    show(lines, aside=as_json)
    if as_json:
        print(json.dumps(answer, ensure_ascii=False, default=str))


def tell_lines(answers: Iterable[tuple[str, Any]], as_json: bool) -> None:
    """One answer a line: its sentence, or with --json its JSON object."""
    for sentence, answer in answers:
        if as_json:
            print(json.dumps(answer, ensure_ascii=False, default=str), flush=True)
        else:
            show([sentence])
