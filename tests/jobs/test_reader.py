"""What reading rows asks of the tenant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from bot.ledger import Ledger, open_ledger
from bot.m365 import Lists, Row
from jobs.reader import read_directory
from tests.jobs.fake_tenant import Clock, Fuse, World, kit, settings
from tests.ledgers import founded

PEOPLE, POSTS = "User Information List", settings().people.list


class Asked:
    """Lists that tell which of them were asked for their rows."""

    def __init__(self, inner: Any) -> None:
        self.inner, self.titles = inner, list[str]()

    def all_rows(self, title: str, names: tuple[str, ...] = ()) -> tuple[Row, ...]:
        self.titles.append(title)
        return cast("tuple[Row, ...]", self.inner.all_rows(title, names))


def test_the_people_are_asked_for_once_together_with_the_posts(tmp_path: Path) -> None:
    world = World()
    world.lists.lists[PEOPLE] = {"7": Row("7", "1", {"Title": "Ada Fenn", "EMail": "ada.fenn@tamberley.example"})}
    world.lists.lists[POSTS] = {"1": Row("1", "1", {"Title": "Head of Parks", "Address": "ada.fenn@tamberley.example"})}
    ledger = Ledger(open_ledger(founded(tmp_path)))
    asked = Asked(world.lists)
    known = read_directory(replace(kit(ledger, world, Fuse(), Clock(), settings()), lists=cast("Lists", asked)))
    ledger.close()
    assert [each.name for each in known.behind("Head of Parks")] == ["Ada Fenn"]
    assert sorted(asked.titles) == sorted([PEOPLE, POSTS])
