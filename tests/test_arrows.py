"""The arrows of imports between the rooms, read from the syntax trees; each fault names the file and the import."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

PURE = (
    *(
        "bot.plan",
        "bot.reading",
        "bot.policy",
        "bot.guards",
        "bot.simulation",
        "bot.summary",
        "bot.progress",
        "bot.reply",
    ),
    *("bot.columns", "bot.labels", "bot.rows", "bot.row_states", "bot.directory", "bot.who_is_who", "bot.history"),
    *("bot.timetable", "bot.working_days"),
)
# One third-party library, one room (or one room and the demo, which plays everybody).
LIBRARIES: dict[str, tuple[str, ...]] = {
    "office365": ("bot.m365",),
    "msal": ("bot.m365",),
    "requests": ("bot.m365", "jobs.demo"),
    "sqlalchemy": ("bot.ledger",),
    "alembic": ("bot.ledger",),
    "jinja2": ("bot.compose",),
    "markupsafe": ("bot.compose",),
    "docxtpl": ("bot.compose",),
    "docx": ("bot.importing.documents", "bot.compose"),
    "openpyxl": ("bot.importing.documents",),
    "lxml": ("bot.importing.documents", "bot.reply", "bot.compose"),
    "inscriptis": ("bot.reply",),
    "pydantic": ("bot.settings",),
    "apscheduler": ("jobs.scheduler",),
    "holidays": ("bot.bank_holidays",),
}
JOBS = tuple(f"jobs.{name}" for name in ("sync", "remind", "collect", "summarise", "approve", "simulate", "scheduler"))
DOORS = ("jobs.cli", "jobs.demo")
ABOVE_PEOPLE = ("jobs.sending", "jobs.papers", "jobs.replies", *JOBS, *DOORS)
STATIONS = ("message", "words", "beside", "meaning", "refs", "text", "units", "decide", "explain")
LATER = tuple(enumerate(STATIONS))[1:]
DESKS = ("documents", "columns", "printed", "rows", "shapes", "status", "pasted")
DESKS_LATER = tuple(enumerate(DESKS))[1:]
# (rooms, what they never import).
NEVER: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("bot",), ("jobs", "emulator")),
    (("jobs",), ("emulator",)),
    (("emulator",), ("bot", "jobs")),
    (("bot.m365",), ("bot.ledger", "bot.compose", "bot.importing", "bot.settings")),
    (("bot.ledger",), ("bot.m365", "bot.compose", "bot.importing", "bot.settings")),
    (("bot.compose",), ("bot.ledger", "bot.m365", "bot.importing", "bot.settings")),
    (("bot.importing",), ("bot.ledger", "bot.m365", "bot.compose", "bot.settings")),
    (("bot.plan",), ("bot",)),
    (("bot.reading",), ("bot.policy", "bot.summary", "bot.reply", "bot.columns", "bot.rows", "bot.directory")),
    (("bot.policy",), ("bot.simulation", "bot.summary")),
    (("bot.policy", "bot.simulation", "bot.summary"), ("bot.reply", "bot.columns", "bot.rows")),
    # Among the rooms of a document: each rests on those before it.
    *(
        (tuple(f"bot.importing.{room}" for room in DESKS[:at]), (f"bot.importing.{later}",))
        for at, later in DESKS_LATER
    ),
    # Among the stations of a reply: each rests on those before it (docs/replies.md).
    *((tuple(f"bot.reply.{room}" for room in STATIONS[:at]), (f"bot.reply.{later}",)) for at, later in LATER),
    # Among the jobs: each room rests on those before it, never on the jobs that use it.
    (("jobs.kit", "jobs.apart", "jobs.reader", "jobs.words"), ("jobs.people", "jobs.importing", *ABOVE_PEOPLE)),
    (("jobs.people", "jobs.importing"), ABOVE_PEOPLE),
    (("jobs.sending",), ("jobs.papers", "jobs.replies", *JOBS, *DOORS)),
    (("jobs.papers",), ("jobs.replies", *JOBS, *DOORS)),
    (("jobs.replies",), (*JOBS, *DOORS)),
    (JOBS, DOORS),
)
CLOCKS = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "time.time_ns"),
    *("time.localtime", "time.gmtime", "time.strftime"),
}
OUTSIDE = (
    "os",
    "pathlib",
    "socket",
    "subprocess",
    "time",
    "random",
    "threading",
    "tempfile",
    "shutil",
    "urllib.request",
)
OUTSIDE_CALLS = {"open", "print", "input"}


@dataclass(frozen=True)
class Module:
    """What a module imports anywhere, and the last two names of everything it calls: `date.today`, `open`."""

    name: str
    imports: tuple[str, ...]
    calls: tuple[str, ...]


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """Every module by its dotted name, a package's `__init__` by that of the package. Read by the tests that ask:
    three hundred syntax trees are too many to be kept by whoever only collects."""
    return tuple(_read(path) for package in packages for path in sorted((ROOT / package).rglob("*.py")))


def _read(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    nodes = tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))))
    return Module(name, tuple(imports(nodes)), tuple(calls(nodes)))


def imports(nodes: tuple[ast.AST, ...]) -> Iterator[str]:
    """`from a import b` counts as `a.b`, for b may be a module."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports are not used here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def calls(nodes: tuple[ast.AST, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Call):
            yield ".".join(ast.unparse(node.func).split(".")[-2:])


def product() -> tuple[Module, ...]:
    return modules("bot", "jobs")


def everything() -> tuple[Module, ...]:
    return (*product(), *modules("emulator"))


def pure_modules() -> tuple[Module, ...]:
    return tuple(module for module in product() if within(module.name, PURE))


def test_every_room_that_these_rules_name_is_there() -> None:
    names = {module.name for module in everything()}
    named = {
        *PURE,
        *(room for rooms in LIBRARIES.values() for room in rooms),
        *(r for rooms, _ in NEVER for r in rooms),
    }
    assert named <= names


def test_pure_rooms_import_the_standard_library_and_each_other() -> None:
    parsers = LIBRARIES["inscriptis"]
    faults = [
        f"{module.name} imports {imported}"
        for module in pure_modules()
        for imported in module.imports
        if imported.partition(".")[0] not in sys.stdlib_module_names and not within(imported, PURE)
        if not (within(module.name, parsers) and imported.partition(".")[0] in ("inscriptis", "lxml"))
    ]
    assert faults == []


def test_pure_rooms_ask_neither_the_clock_nor_the_machine() -> None:
    faults = [
        f"{module.name} calls {call}"
        for module in pure_modules()
        for call in module.calls
        if call in CLOCKS | OUTSIDE_CALLS
    ]
    faults += [
        f"{module.name} imports {imported}"
        for module in pure_modules()
        for imported in module.imports
        if within(imported, OUTSIDE)
    ]
    assert faults == []


def test_each_library_has_one_room() -> None:
    faults = []
    for module in product():
        for imported in module.imports:
            library = imported.partition(".")[0]
            if library in {*sys.stdlib_module_names, "bot", "jobs"}:
                continue
            if not within(module.name, LIBRARIES.get(library, ())):
                faults.append(f"{module.name} imports {imported}")
    assert faults == []


@pytest.mark.parametrize(("rooms", "forbidden"), NEVER, ids=[" ".join(rooms[:2]) for rooms, _ in NEVER])
def test_no_arrow_runs_backwards(rooms: tuple[str, ...], forbidden: tuple[str, ...]) -> None:
    faults = [
        f"{module.name} imports {imported}"
        for module in everything()
        if within(module.name, rooms)
        for imported in module.imports
        if within(imported, forbidden) and not within(imported, rooms)
    ]
    assert faults == []


def test_only_the_command_line_reads_the_clock() -> None:
    allowed = {"jobs.cli.build", "jobs.cli.importing", "jobs.cli.reading", "bot.m365.session", "bot.ledger.database"}
    faults = [f"{module.name} calls {call}" for module in product() for call in module.calls if call in CLOCKS]
    assert [fault for fault in faults if fault.split()[0] not in allowed] == []


def test_every_library_that_a_room_uses_is_declared() -> None:
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    names = {"office365": "office365-rest-python-client", "docx": "python-docx", "markupsafe": "jinja2"}
    assert [library for library in LIBRARIES if f'"{names.get(library, library)}' not in declared] == []
