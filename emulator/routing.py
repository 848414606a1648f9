"""Which room answers which path: a table of (method, template, handler)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from emulator.calls import Reply
from emulator.errors import GraphError, unknown_route

Handler = Callable[..., Reply]
Route = tuple[str, str, Handler]


def pattern(template: str) -> re.Pattern[str]:
    named = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(template))
    return re.compile(named, re.IGNORECASE)


class Router:
    """Finds the handler of a path. Segments outside braces match in any case, as in Graph."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._by_length: dict[int, list[tuple[Route, re.Pattern[str]]]] = {}
        for method, template, handler in routes:
            route = (method, template, handler)
            self._by_length.setdefault(template.count("/"), []).append((route, pattern(template)))

    def find(self, method: str, path: str) -> tuple[Route, dict[str, Any]]:
        """The route and what the path gives for its braces. Raises a 400 or 405 where there is none."""
        known_path = False
        for route, shape in self._by_length.get(path.count("/"), []):
            if found := shape.fullmatch(path):
                if route[0] == method:
                    return route, found.groupdict()
                known_path = True
        if known_path:
            raise GraphError(405, "notSupported", f"The HTTP method '{method}' is not supported on this resource.")
        raise unknown_route()
