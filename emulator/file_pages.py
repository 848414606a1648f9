"""The library with its versions, and the log of requests."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from emulator import file_contents, views
from emulator.file_responses import file_response
from emulator.page import GUARD, PAGES, Page, download_headers

LATEST = 300
METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE")
OUTCOMES = {"": "Any outcome", "ok": "Succeeded", "failed": "Refused or cut", "fault": "A fault was in play"}


class FilePages:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.tenant = page.tenant

    async def files(self, _: Request) -> Response:
        return self.page.show("library.html", files=views.files(self.tenant))

    async def file(self, request: Request) -> Response:
        row = self.tenant.store.one("SELECT * FROM entries WHERE id = ? AND NOT is_folder", request.path_params["key"])
        version = request.query_params.get("version", "").partition(".")[0]
        known = {str(each["version"]) for each in file_contents.versions(self.tenant, row)} if row else set()
        if row is None or (version and version not in known):
            return self.page.missing("that file")
        content = file_contents.of(self.tenant, row, int(version) if version else None)
        return file_response(content, "application/octet-stream", download_headers(row["name"]))

    async def requests(self, request: Request) -> Response:
        wish = {name: request.query_params.get(name, "") for name in ("text", "method", "outcome")}
        found = [entry for entry in reversed(self.tenant.log) if answers(entry, wish)]
        return self.page.show(
            "requests.html",
            entries=found[:LATEST],
            found=len(found),
            total=len(self.tenant.log),
            wish=wish,
            methods=METHODS,
            outcomes=OUTCOMES,
            faults=self.tenant.faults.described(),
        )

    async def style(self, _: Request) -> Response:
        headers = {**GUARD, "Cache-Control": "no-cache"}
        return Response((PAGES / "style.css").read_text("utf-8"), media_type="text/css", headers=headers)

    def routes(self) -> list[Route]:
        return [
            Route("/library", self.files),
            Route("/library/{key}", self.file),
            Route("/requests", self.requests),
            Route("/style.css", self.style),
        ]


def answers(entry: dict[str, Any], wish: dict[str, str]) -> bool:
    """Whether a request of the log is one that was asked for."""
    address = f"{entry['host']}{entry['path']}?{entry['query']}".lower()
    if wish["text"].strip().lower() not in address or (wish["method"] and wish["method"] != entry["method"]):
        return False
    failed = not entry["status"] or entry["status"] >= 400
    return {"ok": not failed, "failed": failed, "fault": bool(entry["fault"])}.get(wish["outcome"], True)
