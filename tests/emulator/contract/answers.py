"""One answer of the tenant, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

GRAPH = "graph.microsoft.com"


@dataclass(frozen=True, slots=True)
class Answer:
    """A request and what came back; `body` is the JSON, None where there was none; `size` counts its bytes."""

    method: str
    host: str
    path: str
    query: str = ""
    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    client_request_id: str | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}{'?' + self.query if self.query else ''} {self.status}"


@dataclass(frozen=True, slots=True)
class Finding:
    answer: Answer
    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.answer}: {self.where or 'the answer'} {self.says}"
