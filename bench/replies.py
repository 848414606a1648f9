"""How fast replies are read: one JSON object on stdout, with the limits beside it.

    python bench/replies.py

Every sample reply is read with its nudge, nothing kept from the one before: milliseconds of CPU, median and 99th
percentile of all rounds. Then 200 kB of what makes expressions backtrack, as plain text and as HTML, and 5 MB of HTML
as a word processor writes it: seconds of CPU, of the slowest.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.reply import Mail, open_mail, quotable, reply_json

SAMPLES = Path(__file__).parents[1] / "tests" / "bot" / "reply" / "samples"
ROUNDS = 20
SIZE = 200_000
HEAD = "From: ellis.morgan@tamberley.example\nDate: Fri, 02 Oct 2026 10:12:00 +0100\nSubject: RE: x\n"
TRAPS = (
    *(
        "On the 3rd of May 2017 somebody said\n",
        "On ",
        "On 3 ",
        " ",
        ">",
        ">\n",
        "_",
        "-",
        "- ",
        "=",
        "*",
        "a",
        "(",
        "a@b ",
    ),
    *(
        "From: a@b.example\n",
        "From: Sent: To: ",
        "from: a\nsent: b\n",
        "wrote:",
        "Le 3 mai 2017 ",
        "4.ii,4.iii and 5i; ",
    ),
    *(
        "not done ",
        "new date by 3 May 2027 ",
        "the rest are on track, ",
        "approved by the ",
        "we will not meet the ",
        "\u200b",
    ),
)
WORD_HTML = (
    "<p class=MsoNormal style='margin:0cm;font-size:11pt'><span lang=EN-GB>It is on the list.<o:p></o:p></span></p>\n"
)
BIG = 5_000_000
LIMITS = {"reply_median_ms": 20, "reply_p99_ms": 200, "slowest_trap_s": 1, "html_5mb_s": 2}


def main() -> int:
    parent = open_mail((SAMPLES / "nudge-three.eml").read_bytes())
    times = sorted(_seconds(partial(_read, raw)) for _ in range(ROUNDS) for raw in _replies())
    traps = {f"{trap[:20]!r} as {kind}": _trapped(trap, kind, parent) for trap in TRAPS for kind in ("plain", "html")}
    slowest = max(traps, key=lambda name: traps[name])
    big = _mail("html", WORD_HTML * (BIG // len(WORD_HTML)))
    figures: dict[str, float | str] = {
        "reply_median_ms": round(statistics.median(times) * 1000, 1),
        "reply_p99_ms": round(times[int(len(times) * 0.99)] * 1000, 1),
        "slowest_trap_s": round(traps[slowest], 2),
        "slowest_trap": slowest,
        "html_5mb_s": round(_seconds(lambda: reply_json(open_mail(big), parent)), 2),
    }
    over = sorted(name for name, limit in LIMITS.items() if float(figures[name]) > limit)
    print(json.dumps({"figures": figures, "limits": LIMITS, "over": over}, indent=2))
    return 1 if over else 0


def _replies() -> list[bytes]:
    return [file.read_bytes() for file in sorted(SAMPLES.glob("*.eml")) if not file.stem.startswith("nudge")]


def _read(raw: bytes) -> object:
    quotable.cache_clear()
    mail = open_mail(raw)
    name = mail.in_reply_to.strip("<>").split("@")[0] or "nudge-three"
    return reply_json(mail, open_mail((SAMPLES / f"{name}.eml").read_bytes()))


def _trapped(trap: str, kind: str, parent: Mail) -> float:
    raw = _mail(kind, trap * (SIZE // len(trap)))
    return _seconds(lambda: reply_json(open_mail(raw), parent))


def _mail(kind: str, body: str) -> bytes:
    return f"{HEAD}Content-Type: text/{kind}; charset=utf-8\n\n{body}".encode()


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
