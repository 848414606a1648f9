"""rclone, whose OneDrive backend works on a SharePoint library."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msal
import requests

from conformance import tools
from conformance.checks import Checks, refused, same
from conformance.council import Council

SCOPE = "https://graph.microsoft.com/.default"
BIG = 12 * 1024 * 1024
checks = Checks()


def token(council: Council) -> dict[str, Any]:
    """rclone signs in with a browser; the application's own token stands in for that."""
    line = council.line
    authority = f"https://login.microsoftonline.com/{line['tenant']}"
    app = msal.ConfidentialClientApplication(
        line["client_id"], authority=authority, client_credential=line["client_secret"]
    )
    return dict(app.acquire_token_for_client([SCOPE]))


class Remote:
    """rclone's remote `library:` and a folder of our own beside it."""

    def __init__(self, council: Council, folder: Path) -> None:
        given = token(council)
        header = {"Authorization": f"Bearer {given['access_token']}"}
        url = f"https://graph.microsoft.com/v1.0/sites/{council.site_key}:/drive"
        drive = requests.get(url, headers=header, timeout=20).json()["id"]
        expiry = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        kept = json.dumps({"access_token": given["access_token"], "token_type": "Bearer", "expiry": expiry})
        lines = ("[library]", "type = onedrive", f"drive_id = {drive}", "drive_type = documentLibrary")
        self.config = folder / "rclone.conf"
        self.config.write_text("\n".join((*lines, f"token = {kept}")) + "\n", encoding="utf-8")
        self.folder = folder / "files"
        self.folder.mkdir()

    def run(self, *arguments: str, given: bytes = b"") -> str:
        quick = ("--retries", "1", "--low-level-retries", "2", "--onedrive-chunk-size", "5M")
        return tools.run("rclone", "--config", str(self.config), *quick, *arguments, given=given)

    def names(self, path: str = "") -> list[str]:
        return sorted(self.run("lsf", "-R", f"library:{path}").split())


@contextmanager
def remote(council: Council) -> Iterator[Remote]:
    with tempfile.TemporaryDirectory() as folder:
        yield Remote(council, Path(folder))


@checks.named("file: copied up, listed, copied down")
def copied(council: Council) -> None:
    with remote(council) as here:
        for name in ("one.txt", "Plans/two.txt"):
            path = here.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(name, encoding="utf-8")
        here.run("copy", str(here.folder), "library:Papers")
        same(here.names(), ["Papers/", "Papers/Plans/", "Papers/Plans/two.txt", "Papers/one.txt"])
        here.run("copy", "library:Papers", str(here.folder / "back"))
        same((here.folder / "back" / "Plans" / "two.txt").read_text(encoding="utf-8"), "Plans/two.txt")


@checks.named("file: upload session")
def large(council: Council) -> None:
    with remote(council) as here:
        (here.folder / "big.bin").write_bytes(bytes(range(256)) * (BIG // 256))
        here.run("copyto", str(here.folder / "big.bin"), "library:big.bin")
        here.run("copyto", "library:big.bin", str(here.folder / "back.bin"))
        same((here.folder / "back.bin").read_bytes() == (here.folder / "big.bin").read_bytes(), True)


@checks.named("file: replaced, versions kept and dropped")
def versions(council: Council) -> None:
    with remote(council) as here:
        for text in (b"one", b"two!", b"three"):
            here.run("rcat", "library:Paper.txt", given=text)
        same(here.run("cat", "library:Paper.txt"), "three")
        same(held(council), [1, 2, 3])
        here.run("cleanup", "library:")
        same(held(council), [3])


def held(council: Council) -> list[int]:
    (file,) = council.control("GET", "/library")
    return sorted(int(float(str(each.get("id", each.get("version"))))) for each in file["versions"])


@checks.named("file: names with marks and accents")
def names(council: Council) -> None:
    with remote(council) as here:
        name = "Café #1 50% & more.txt"
        here.run("rcat", f"library:{name}", given=b"one")
        same(here.run("lsf", "library:").strip(), name)
        same(here.run("cat", f"library:{name}"), "one")


@checks.named("file: time kept, size told")
def stamped(council: Council) -> None:
    with remote(council) as here:
        here.run("touch", "-t", "2026-03-01T09:30:00", "library:Paper.txt")
        same(here.run("lsf", "--format", "ts", "library:").strip(), "2026-03-01 09:30:00;0")
        about = json.loads(here.run("about", "--json", "library:"))
        same("total" in about, True)


@checks.named("file: renamed, moved, deleted")
def moved(council: Council) -> None:
    with remote(council) as here:
        here.run("rcat", "library:Drafts/a.txt", given=b"a")
        here.run("moveto", "library:Drafts/a.txt", "library:Done/b.txt")
        same(here.names(), ["Done/", "Done/b.txt", "Drafts/"])
        here.run("deletefile", "library:Done/b.txt")
        here.run("rmdir", "library:Done")
        here.run("purge", "library:Drafts")
        same(here.names(), [])


@checks.named("file: synchronised, checked")
def synchronised(council: Council) -> None:
    with remote(council) as here:
        for number in range(12):
            (here.folder / f"{number}.txt").write_text(f"{number}", encoding="utf-8")
        here.run("sync", str(here.folder), "library:Papers")
        (here.folder / "3.txt").unlink()
        (here.folder / "4.txt").write_text("four", encoding="utf-8")
        here.run("sync", str(here.folder), "library:Papers")
        here.run("check", str(here.folder), "library:Papers")
        same(len(here.names("Papers")), 11)


@checks.named("what is not there is refused")
def refusals(council: Council) -> None:
    with remote(council) as here:
        missing = lambda: here.run("cat", "library:nothing.txt")  # noqa: E731
        refused(missing, tools.Exited, lambda error: "not found" in str(error), True)


if __name__ == "__main__":
    checks.run()
