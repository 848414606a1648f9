"""One client's checks, run in a process that knows of the tenant nothing but a proxy and a certificate authority."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conformance import council
from conformance.clients import Client
from tests.emulator.contract import schema
from tests.emulator.contract.hearing import Hearing, told
from tests.emulator.contract.judge import Judge

ROOT = Path(__file__).parent.parent
ANSWERS = "answers"
VARIABLE = "EMULATOR_ANSWERS"
LIMIT = 600  # seconds for all checks of one client
OURS = {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "ssl_cert_dir"}
BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")


@dataclass(frozen=True, slots=True)
class Row:
    """`error` is None for a check that passed."""

    client: str
    check: str
    error: str | None
    seconds: float = 0.0


def rows(client: Client) -> Iterator[Row]:
    """What became of each check, as they end. A client that is missing or dies gives a row that failed."""
    if reason := client.missing():
        yield Row(client.name, "all", f"not run, because {reason}")
        return
    with tempfile.TemporaryDirectory() as home, tenant(Path(home)) as line:
        facts = Path(home, "line.json")
        facts.write_text(json.dumps(line), encoding="utf-8")
        with started((*client.command, str(facts)), environment(line, home)) as process:
            checked = False
            for row in reported(client, process):
                checked = True
                yield row
        if process.returncode or not checked:
            said = Path(home, "stderr").read_text(encoding="utf-8", errors="replace").strip()[-2000:]
            reason = f"exit {process.returncode}: {said}" if process.returncode else "nothing was checked"
            yield Row(client.name, "ran to its end", reason)
        yield from judged(client, Path(home, ANSWERS))


def reported(client: Client, process: subprocess.Popen[str]) -> Iterator[Row]:
    assert process.stdout is not None
    for text in process.stdout:
        if text.startswith('{"check"'):
            found = json.loads(text)
            yield Row(client.name, found["check"], found["error"], found["seconds"])


def judged(client: Client, answers: Path) -> Iterator[Row]:
    """All answers that the client was given, held against Microsoft's schema where that is at hand."""
    if schema.SLICE.exists() and answers.exists():
        began = time.perf_counter()
        hearing = Hearing(Judge(schema.read(schema.SLICE)), answers)
        findings = hearing.findings()
        check = f"{hearing.heard:,} answers fit Microsoft's schema"
        yield Row(client.name, check, told(findings) if findings else None, round(time.perf_counter() - began, 2))


@contextmanager
def tenant(home: Path) -> Iterator[dict[str, Any]]:
    """A local tenant with the council in it; what it printed."""
    seed = home / "seed.json"
    seed.write_text(json.dumps(council.SEED), encoding="utf-8")
    command = (sys.executable, "-m", "emulator", "--seed", str(seed))
    clean = {key: value for key, value in os.environ.items() if key.lower() not in OURS}
    clean.setdefault(VARIABLE, str(home / ANSWERS))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=clean) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


@contextmanager
def started(command: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The client's process, ended when its time is over."""
    with (
        Path(environment["HOME"], "stderr").open("wb") as stderr,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=stderr, text=True, cwd=ROOT, env=environment
        ) as process,
    ):
        timer = threading.Timer(LIMIT, process.kill)
        timer.start()
        try:
            yield process
            process.wait()
        finally:
            timer.cancel()
            process.kill()


def environment(line: Mapping[str, Any], home: str) -> dict[str, str]:
    """What an administrator would set, and a home of its own for what the client remembers."""
    kept = {key: value for key, value in os.environ.items() if key.lower() not in OURS}
    proxies = dict.fromkeys(("HTTPS_PROXY", "https_proxy"), str(line["proxy"]))
    return {**kept, **proxies, **dict.fromkeys(BUNDLES, str(line["ca"])), "HOME": home}
