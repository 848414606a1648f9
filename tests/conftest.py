"""Every answer of every local tenant in the run is held against Microsoft's schema; a wrong one fails its test."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

import pytest

from tests.emulator.contract import schema
from tests.emulator.contract.hearing import Hearing, told
from tests.emulator.contract.judge import Judge

HEARD = pytest.StashKey[int]()
VARIABLE = "EMULATOR_ANSWERS"


@pytest.fixture(scope="session")
def hearing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hearing | None]:
    """What all emulator processes of this worker answer, from here on; None where the schema is not at hand."""
    if not schema.SLICE.exists():
        yield None
        return
    folder = tmp_path_factory.mktemp("answers")
    os.environ[VARIABLE] = str(folder)
    yield Hearing(Judge(schema.read(schema.SLICE)), folder)
    del os.environ[VARIABLE]


@pytest.fixture(autouse=True, scope="session")
def started(hearing: Hearing | None) -> None:
    """Recording begins before any other fixture starts a tenant."""


@pytest.fixture(autouse=True)
def held_to_the_contract(hearing: Hearing | None, pytestconfig: pytest.Config) -> Iterator[None]:
    yield
    if hearing is not None:
        findings = hearing.findings()
        pytestconfig.stash[HEARD] = hearing.heard
        if findings:
            pytest.fail(told(findings), pytrace=False)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, for journeys wait; each takes some seconds to collect, so no more than four."""
    return min((os.cpu_count() or 1) + 1, 4)


def pytest_collection() -> None:
    """All that is collected stays: no sweep for rubbish finds any."""
    gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys wait more than they work: each worker begins with its share of them, and none is left waiting.

    xdist gives each worker as many tests as the next, in their order, so each share is filled up with other tests.
    """
    modules = [list(of_one) for _, of_one in groupby(items, key=lambda item: item.path)]
    journeys = [module for module in modules if module[0].get_closest_marker("journey")]
    others = iter([item for module in modules if module not in journeys for item in module])
    workers, ordered = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")), list[pytest.Item]()
    for worker in range(workers):
        share = [item for module in journeys[worker::workers] for item in module]
        size = (len(items) - len(ordered)) // (workers - worker)
        ordered += share + list(islice(others, max(0, size - len(share))))
    items[:] = [*ordered, *others]


def pytest_collection_finish() -> None:
    """What is collected stays to the end: thousands of tests at which no sweep for rubbish need look again."""
    gc.freeze()
    gc.enable()


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["answers"] = session.config.stash.get(HEARD, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    answers = getattr(node, "workeroutput", {}).get("answers", 0)
    node.config.stash[HEARD] = node.config.stash.get(HEARD, 0) + answers


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if heard := config.stash.get(HEARD, 0):
        terminalreporter.write_line(f"{heard:,} answers of the local tenant held against Microsoft's schema")
    elif not schema.SLICE.exists():
        terminalreporter.write_line(f"answers not held against Microsoft's schema: {schema.SLICE} is not here")
