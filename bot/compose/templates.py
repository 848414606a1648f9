"""One state of the templates: read at once, so that a file saved in the middle of a run changes nothing half-way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2.sandbox import SandboxedEnvironment

from bot.compose import slips
from bot.compose.environment import make_environment
from bot.compose.errors import BrokenTemplate

FOLDERS = ("mail", "summary")

Stamp = tuple[tuple[str, int, int], ...]


def stamp(folder: Path | None) -> Stamp:
    """What tells one state of a folder's templates from another: each file's name, time and size."""
    return tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for _, file in _files(folder))


def read(folder: Path | None) -> dict[str, tuple[Path, bytes]]:
    """Every template under a folder by its name ("mail/nudge.txt"); none where there is no folder."""
    return {name: (file, file.read_bytes()) for name, file in _files(folder)}


def _files(folder: Path | None) -> list[tuple[str, Path]]:
    if folder is None:
        return []
    found = (file for name in FOLDERS for file in sorted((folder / name).glob("*")) if file.is_file())
    return [(file.relative_to(folder).as_posix(), file) for file in found]


@dataclass(frozen=True)
class Templates:
    """The shipped files with an admin's own laid over them, file by file."""

    files: Mapping[str, tuple[Path, bytes]] = field(repr=False)

    @cached_property
    def environment(self) -> SandboxedEnvironment:
        return make_environment(self._source)

    def document(self, name: str) -> bytes:
        """The bytes of a template that is no text; BrokenTemplate when it is missing."""
        if name not in self.files:
            raise BrokenTemplate(name, 0, slips.MISSING)
        return self.files[name][1]

    def _source(self, name: str) -> tuple[str, str, None] | None:
        if name not in self.files:
            return None
        file, content = self.files[name]
        try:
            return content.decode("utf-8-sig"), str(file), None
        except UnicodeDecodeError as error:
            raise BrokenTemplate(name, content[: error.start].count(b"\n") + 1, slips.NOT_UTF8) from error
