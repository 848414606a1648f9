"""The seven clients: how each is started, and what must be there for it."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

NODE = Path(__file__).parent / "node"
Reason = str | None


@dataclass(frozen=True, slots=True)
class Client:
    """`key` is what `--only` takes; `missing` says why the client cannot be run, or None."""

    key: str
    name: str
    command: tuple[str, ...]
    missing: Callable[[], Reason]


def package(module: str) -> Callable[[], Reason]:
    told = f"the Python package {module} is not installed (make conformance installs it)"
    return lambda: None if importlib.util.find_spec(module) else told


def program(name: str, debian: str) -> Callable[[], Reason]:
    return lambda: None if shutil.which(name) else f"{name} is not installed (Debian: apt-get install {debian})"


def node_package(name: str) -> Callable[[], Reason]:
    def missing() -> Reason:
        if without_node := program("node", "nodejs npm")():
            return without_node
        installed = (NODE / "node_modules" / name).is_dir()
        return None if installed else f"{name} is not installed (npm ci --prefix {NODE.parent.name}/node)"

    return missing


def in_python(key: str, name: str, module: str, missing: Callable[[], Reason]) -> Client:
    return Client(key, name, (sys.executable, "-m", f"conformance.{module}"), missing)


def in_node(key: str, name: str) -> Client:
    return Client(key, name, ("node", str(NODE / f"{key}.mjs")), node_package(name))


CLIENTS = (
    in_python("office365", "office365-rest-python-client", "office365_client", package("office365")),
    in_python("o365", "O365", "o365", package("O365")),
    in_python("msgraph-sdk", "msgraph-sdk", "msgraph_sdk", package("msgraph")),
    in_node("graph-client", "@microsoft/microsoft-graph-client"),
    in_node("pnp-graph", "@pnp/graph"),
    in_python("rclone", "rclone", "rclone", program("rclone", "rclone")),
    in_python("cli", "CLI for Microsoft 365", "cli_microsoft365", node_package("@pnp/cli-microsoft365")),
)
