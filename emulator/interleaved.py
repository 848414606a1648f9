"""An answer typed between the lines of the mail it answers, as each program sends it.

Gmail and the iPhone mark what is quoted; both Outlooks leave the mail as it was and colour what was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from emulator.answered import Original
from emulator.quoting import GMAIL_BAR, SIGNED, desktop_quoted, gmail_opening, phone_opening, web_quoted

COLOUR = "color:#0070C0"


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that belong together: of the mail answered, or of the answer."""

    quoted: bool
    lines: tuple[str, ...]


def begun(original: Original) -> str:
    """What a person starts from: the mail, each line behind a mark."""
    return "\n".join(f"> {line}".rstrip() for line in original.text("<{}>").split("\n"))


def runs_of(text: str) -> list[Run]:
    """What a person has typed between the marked lines. Empty lines around an answer are left to the program."""
    grouped = groupby(text.split("\n"), key=lambda line: line.startswith(">"))
    runs = []
    for quoted, lines in grouped:
        kept = [line.removeprefix(">").removeprefix(" ") if quoted else line for line in lines]
        joined = "\n".join(kept) if quoted else "\n".join(kept).strip("\n")
        if quoted or joined.strip():
            runs.append(Run(quoted, tuple(joined.split("\n"))))
    return runs


def is_answered(text: str) -> bool:
    return {run.quoted for run in runs_of(text)} == {True, False}


def marked(runs: list[Run]) -> str:
    return "\n\n".join("\n".join(f"> {line}".rstrip() if run.quoted else line for line in run.lines) for run in runs)


def blocks(run: Run, line: str) -> str:
    return "".join(line.format(escape(each) if each.strip() else "<br>") for each in run.lines)


def gmail(original: Original, runs: list[Run]) -> tuple[str, str]:
    line, attribution = gmail_opening(original)
    quote = f'<blockquote class="gmail_quote" style="{GMAIL_BAR}">{{}}</blockquote>'
    parts = [blocks(run, "<div>{}</div>") for run in runs]
    inner = "".join(quote.format(part) if run.quoted else part for run, part in zip(runs, parts, strict=True))
    return f"{line}\n\n{marked(runs)}", f'<div class="gmail_quote gmail_quote_container">{attribution}{inner}</div>'


def phone(original: Original, runs: list[Run]) -> tuple[str, str]:
    line = phone_opening(original)
    parts = [f'<div dir="ltr">{blocks(run, "<div>{}</div>")}</div>' for run in runs]
    inner = "".join(
        f'<blockquote type="cite">{part}</blockquote>' if run.quoted else part
        for run, part in zip(runs, parts, strict=True)
    )
    opening = f'<blockquote type="cite">{escape(line)}<br><br></blockquote>'
    return f"> {line}\n> \n{marked(runs)}\n\n{SIGNED}", f'{opening}{inner}<br><div dir="ltr">{SIGNED}</div>'


def outlook(
    quoted: Callable[[Original], tuple[str, str]], line: str
) -> Callable[[Original, list[Run]], tuple[str, str]]:
    def written(original: Original, runs: list[Run]) -> tuple[str, str]:
        typed = line.format(f'<span style="{COLOUR}">{{}}</span>')
        markup = "".join(blocks(run, line if run.quoted else typed) for run in runs)
        return quoted(replace(original, markup=markup))

    return written


WRITTEN: Mapping[str, Callable[[Original, list[Run]], tuple[str, str]]] = {
    "outlook-web": outlook(web_quoted, "<div>{}</div>"),
    "outlook": outlook(desktop_quoted, '<p class="MsoNormal">{}</p>'),
    "gmail": gmail,
    "ios": phone,
}
