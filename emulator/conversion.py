"""Files of the library as PDF, where LibreOffice is installed: one at a time, in a profile of its own, not for ever."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import tempfile
from collections import OrderedDict
from pathlib import Path, PurePath

from emulator.errors import GraphError
from emulator.pieces import Content

CONVERTIBLE = {
    *(".csv", ".doc", ".docx", ".odp", ".ods", ".odt", ".pps", ".ppsx", ".ppt", ".pptx", ".rtf", ".xls", ".xlsx"),
}
TIMEOUT = 90.0
KEPT = 20


def check(name: str) -> None:
    """Raises Graph's 406 for a file that has no PDF, here or anywhere."""
    if PurePath(name).suffix.lower() not in CONVERTIBLE or shutil.which("soffice") is None:
        raise cannot()


def cannot() -> GraphError:
    return GraphError(406, "notSupported", "The file cannot be converted to the requested format.")


class Converter:
    """Remembers the latest conversions. `home` is a folder that the profile may be kept in."""

    def __init__(self, home: Path) -> None:
        self._profile = home / "office-profile"
        self._done: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._turn = asyncio.Lock()

    async def pdf(self, key: tuple[str, int], name: str, content: Content) -> bytes:
        """The PDF of a version of a file. Raises a 406 when LibreOffice cannot make one in time."""
        async with self._turn:
            if key not in self._done:
                self._done[key] = await self._converted(PurePath(name).suffix.lower(), content)
            while len(self._done) > KEPT:
                self._done.popitem(last=False)
            return self._done[key]

    async def _converted(self, suffix: str, content: Content) -> bytes:
        with tempfile.TemporaryDirectory(prefix="emulator-pdf-") as folder:
            source = Path(folder) / f"document{suffix}"
            with source.open("wb") as file:
                file.writelines(content.pieces())
            await run(
                *("soffice", f"-env:UserInstallation={self._profile.as_uri()}", "--headless", "--norestore"),
                *("--convert-to", "pdf", "--outdir", folder, str(source)),
            )
            made = source.with_suffix(".pdf")
            if not made.exists():
                raise cannot()
            return made.read_bytes()


async def run(*command: str, seconds: float = TIMEOUT) -> None:
    """A program to its end, or to the end of its time: then it goes with everything that it has started."""
    nothing = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        await asyncio.wait_for(process.wait(), seconds)
    except TimeoutError:
        raise cannot() from None
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
