"""Clients that are programs: run one, read its JSON."""

from __future__ import annotations

import subprocess

TIMEOUT = 120


class Exited(Exception):
    """The program ended with an error; the text is what it said."""


def run(*command: str, given: bytes = b"") -> str:
    done = subprocess.run(command, input=given, capture_output=True, timeout=TIMEOUT, check=False)
    if done.returncode:
        raise Exited((done.stdout + done.stderr).decode(errors="replace").strip())
    return done.stdout.decode()
