"""Mutated mails are read, to find one that escapes: one JSON object on stdout, an error when one does.

    python bench/fuzz_replies.py [MAILS] [SEED]

Each mail is a sample with bytes turned, cut, doubled, moved or taken from another sample, or with words strewn in. It
must end in one class; a reply must end in at least one update, each with one decision; and whoever fails the receiving
server's test must change nothing. A mail that breaks this is written to the folder for temporary files, for a test.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.reply import Decision, Mail, MailClass, Trust, open_mail, reply_json
from bot.reply.units.courtesy import is_thanks

SAMPLES = Path(__file__).parents[1] / "tests" / "bot" / "reply" / "samples"
CHUNK = 500
SLOW = 2.0
WORDS = (
    *(b"done", b"not", b"4.ii", b"new date", b"31 March 2027", b"in progress", b"?", b"\n\n", b"> ", b"<blockquote>"),
    *(b"</div>", b"On Thu, 1 Oct 2026, Jo wrote:\n", b"From: a@b.example\nSent: x\nTo: y\n", b"--b\n", b"\xff\xfe"),
    *(b"Content-Type: text/html\n\n", b"\0", b"=3D", b"=?utf-8?B?////?=", b"\xe2\x80\x8b", b"charset=utf-7"),
    b"[r-0000000000000000000000ab]",
)


@dataclass(slots=True)
class Found:
    """What a number of mails came to."""

    classes: Counter[str] = field(default_factory=Counter)
    decisions: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    broken: list[str] = field(default_factory=list)

    def add(self, other: Found) -> None:
        self.classes += other.classes
        self.decisions += other.decisions
        self.slowest = max(self.slowest, other.slowest)
        self.broken += other.broken


def main() -> int:
    mails = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    whole = Found()
    with multiprocessing.Pool() as pool:
        chunks = [(seed, at, min(CHUNK, mails - at)) for at in range(0, mails, CHUNK)]
        for found in pool.imap_unordered(_chunk, chunks):
            whole.add(found)
    figures = {
        "mails": mails,
        "seed": seed,
        "classes": dict(whole.classes),
        "decisions": dict(whole.decisions),
        "slowest_s": round(whole.slowest, 2),
        "broken": whole.broken[:20],
    }
    over = [name for name, wrong in (("broken", whole.broken), ("slowest_s", whole.slowest > SLOW)) if wrong]
    print(json.dumps({"figures": figures, "limits": {"broken": 0, "slowest_s": SLOW}, "over": over}, indent=2))
    return 1 if over else 0


def _chunk(which: tuple[int, int, int]) -> Found:
    seed, at, count = which
    parent = open_mail((SAMPLES / "nudge-three.eml").read_bytes())
    samples = [file.read_bytes() for file in sorted(SAMPLES.glob("*.eml"))]
    found = Found()
    for raw in _mutated(samples, random.Random(f"{seed} {at}"), count):
        began = time.process_time()
        wrong = _fault(raw, parent, found)
        found.slowest = max(found.slowest, time.process_time() - began)
        if wrong:
            found.broken.append(f"{_kept(raw)}: {wrong}")
    return found


def _mutated(samples: list[bytes], dice: random.Random, count: int) -> Iterator[bytes]:
    for _ in range(count):
        raw = dice.choice(samples)
        for _ in range(dice.choice((1, 1, 2, 3, 5, 8))):
            raw = _turned(raw, dice, samples)
        yield raw


def _turned(raw: bytes, dice: random.Random, samples: list[bytes]) -> bytes:
    low = dice.randrange(len(raw) + 1) if dice.random() < 0.5 else dice.randrange(min(len(raw), 1_500) + 1)
    high = min(len(raw), low + dice.choice((1, 3, 20, 200, 2_000)))
    other = dice.choice(samples)
    start = dice.randrange(len(other))
    instead = dice.choice(
        (
            b"",
            bytes(dice.randrange(256) for _ in range(dice.choice((1, 4, 40)))),
            raw[low:high] * 2,
            raw[low:high].swapcase(),
            dice.choice(WORDS) * dice.choice((1, 1, 3, 50)),
            b" ".join(dice.choices(WORDS, k=8)),
            other[start : start + 300],
        )
    )
    return raw[:low] + instead + raw[high:]


def _fault(raw: bytes, parent: Mail, found: Found) -> str:
    """What is wrong with the reading of a mail; "" when nothing is."""
    try:
        mail = open_mail(raw)
        answer = reply_json(mail, parent)
    except Exception:  # noqa: BLE001 - whatever escapes is what is looked for
        return traceback.format_exc(limit=-3)
    decisions = [Decision(update["decision"]) for update in answer["updates"]]
    found.classes[MailClass(answer["class"])] += 1
    found.decisions.update(decisions)
    merely_thanks = is_thanks(answer["text"].partition("\n")[0])
    if bool(decisions) != (answer["class"] == MailClass.REPLY) and not (merely_thanks and not decisions):
        return f"class {answer['class']} with {len(decisions)} updates"
    if mail.trust is Trust.FAILED and Decision.APPLY in decisions:
        return "a failed sender's words apply"
    return ""


def _kept(raw: bytes) -> str:
    with tempfile.NamedTemporaryFile(prefix="fuzzed-", suffix=".eml", delete=False) as file:
        file.write(raw)
    return file.name


if __name__ == "__main__":
    sys.exit(main())
