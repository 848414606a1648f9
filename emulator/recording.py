"""Every answer written to a file, for whoever wants to hold the tenant to a contract."""

from __future__ import annotations

import json
import os
from pathlib import Path

from emulator.calls import Call, Reply

VARIABLE = "EMULATOR_ANSWERS"


class Recorder:
    """One line of JSON for each answer, in a file of this process's own, there before the client has the answer."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / f"{os.getpid()}.jsonl").open("a", encoding="utf-8")

    def keep(self, call: Call, reply: Reply) -> None:
        is_json = reply.headers.get("Content-Type", "").startswith("application/json")
        line = {
            "method": call.method,
            "host": call.host,
            "path": call.path,
            "query": call.query_string,
            "client_request_id": call.headers.get("client-request-id"),
            "status": reply.status,
            "headers": dict(reply.headers),
            "size": reply.size,
            "body": reply.json() if is_json and reply.body else None,
        }
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()

    def close(self) -> None:
        self._file.close()


def recorder() -> Recorder | None:
    """A recorder into the folder that the environment names, or None."""
    folder = os.environ.get(VARIABLE)
    return Recorder(Path(folder)) if folder else None
